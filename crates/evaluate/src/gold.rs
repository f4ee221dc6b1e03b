//! The files of passages: text, a line `----`, its statements; a line `====` between passages.

use claims::{Act, Form, Span};

use crate::locate::{Near, hull, spans};
use crate::{GoldError, GoldErrorKind};

/// A short text with every statement in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Passage {
    /// Line of the file on which its text begins, from 1.
    pub line: usize,
    /// The text, without blank lines around it.
    pub text: String,
    /// Its statements, each after the one that it is inside.
    pub statements: Vec<GoldStatement>,
}

/// One statement as a reader marked it. Spans are bytes of the passage's text, in order, empty where words are missing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GoldStatement {
    /// Line of the file, from 1.
    pub line: usize,
    /// Who speaks, as written.
    pub source: Vec<Span>,
    /// The words that report it.
    pub cue: Vec<Span>,
    /// What is said.
    pub content: Vec<Span>,
    /// To whom.
    pub addressee: Vec<Span>,
    /// How it is quoted.
    pub form: Form,
    /// What the speaker does.
    pub act: Act,
    /// Whether the cue is negated.
    pub negated: bool,
    /// Whether readers may differ on it: neither a miss nor an invention.
    pub optional: bool,
    /// Index of the statement that reports this one.
    pub inside: Option<usize>,
}

/// Reads a file of passages.
///
/// # Errors
/// With its line: the first gold line that is malformed, or has a phrase that the passage does not have.
pub fn parse(given: &str) -> Result<Vec<Passage>, GoldError> {
    let lines: Vec<(usize, &str)> = (1..).zip(given.lines()).collect();
    lines
        .split(|(_, line)| *line == "====")
        .filter(|block| block.iter().any(|(_, line)| !line.trim().is_empty()))
        .map(passage)
        .collect()
}

fn passage(block: &[(usize, &str)]) -> Result<Passage, GoldError> {
    let blank = block
        .iter()
        .take_while(|(_, line)| line.trim().is_empty())
        .count();
    let block = block.get(blank..).unwrap_or_default();
    let line = block.first().map_or(1, |(line, _)| *line);
    let rule = block
        .iter()
        .position(|(_, line)| *line == "----")
        .ok_or(GoldError {
            line,
            kind: GoldErrorKind::NoStatements,
        })?;
    let (text, gold) = block.split_at(rule);
    let text = text.iter().map(|(_, line)| *line).collect::<Vec<_>>().join("\n");
    let text = text.trim_end().to_owned();
    let mut statements = Vec::new();
    let mut around: Vec<usize> = Vec::new();
    for &(line, given) in gold.iter().skip(1).filter(|(_, line)| !line.trim().is_empty()) {
        let read = statement(&text, line, given, &statements, &mut around);
        statements.push(read.map_err(|kind| GoldError { line, kind })?);
    }
    Ok(Passage {
        line,
        text,
        statements,
    })
}

/// `around` holds the statements that the line above is inside, outermost first, and then that line's own.
fn statement(
    text: &str,
    line: usize,
    given: &str,
    before: &[GoldStatement],
    around: &mut Vec<usize>,
) -> Result<GoldStatement, GoldErrorKind> {
    let indent = given.len() - given.trim_start().len();
    if !indent.is_multiple_of(4) || indent / 4 > around.len() {
        return Err(GoldErrorKind::Indent(indent));
    }
    around.truncate(indent / 4);
    let inside = around.last().copied();
    around.push(before.len());

    let fields: Vec<&str> = given.split('|').map(str::trim).collect();
    let &[source, cue, content, marks] = fields.as_slice() else {
        return Err(GoldErrorKind::Fields(fields.len()));
    };
    let marks = Marks::read(marks).ok_or_else(|| GoldErrorKind::Marks(marks.to_owned()))?;

    let within = inside
        .and_then(|at| before.get(at))
        .and_then(|outer| hull(&outer.content));
    let near = |apart, to| Near { within, apart, to };
    let content = spans(text, content, near(&[], None))?;
    let cue_words = cue;
    let cue = spans(text, cue, near(&content, hull(&content)))?;
    let taken = [content.as_slice(), cue.as_slice()].concat();
    let anchor = hull(&cue).or_else(|| hull(&content));
    let source = spans(text, source, near(&taken, anchor))?;
    let addressee = spans(text, marks.addressee, near(&cue, anchor))?;
    if let (Some(outer), Some(own)) = (within, anchor)
        && !outer.contains(own)
    {
        return Err(GoldErrorKind::NotInside(cue_words.to_owned()));
    }
    Ok(GoldStatement {
        line,
        source,
        cue,
        content,
        addressee,
        form: marks.form,
        act: marks.act,
        negated: marks.negated,
        optional: marks.optional,
        inside,
    })
}

/// The last field: `form act [negated] [optional] [to SOMEBODY]`.
struct Marks<'a> {
    form: Form,
    act: Act,
    negated: bool,
    optional: bool,
    addressee: &'a str,
}

impl<'a> Marks<'a> {
    fn read(given: &'a str) -> Option<Self> {
        let (form, rest) = given.split_once(' ')?;
        let (act, mut rest) = rest.split_once(' ').unwrap_or((rest, ""));
        let mut flag = |name: &str| {
            let found = rest
                .strip_prefix(name)
                .filter(|rest| rest.is_empty() || rest.starts_with(' '));
            rest = found.map_or(rest, str::trim_start);
            found.is_some()
        };
        let (negated, optional) = (flag("negated"), flag("optional"));
        let addressee = if rest.is_empty() {
            "–"
        } else {
            rest.strip_prefix("to ")?
        };
        Some(Self {
            form: Form::ALL.iter().copied().find(|known| known.as_str() == form)?,
            act: Act::ALL.iter().copied().find(|known| known.as_str() == act)?,
            negated,
            optional,
            addressee,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn kind(given: &str) -> (usize, GoldErrorKind) {
        let error = parse(given).unwrap_err();
        (error.line, error.kind)
    }

    #[test]
    fn statements_stand_under_the_one_that_reports_them() {
        let passages = parse(
            "Ada told the board that Bo denied it.\n----\nAda | told | Bo denied it | indirect asserts to the board\n    \
             Bo | denied | it | indirect denies\n\n====\n\nNobody spoke.\n----\n",
        )
        .unwrap();
        let [first, second] = passages.as_slice() else {
            panic!("{passages:?}")
        };
        let [told, denied] = first.statements.as_slice() else {
            panic!("{first:?}")
        };
        assert_eq!((told.inside, denied.inside), (None, Some(0)));
        assert_eq!(told.addressee[0].of(&first.text), "the board");
        assert_eq!(denied.content[0].of(&first.text), "it");
        assert_eq!((second.line, second.statements.len()), (8, 0));
    }

    #[test]
    fn marks_come_in_order() {
        let passages = parse(
            "He would not say why.\n----\nHe | would not say | why | indirect declines negated optional",
        )
        .unwrap();
        let statement = &passages[0].statements[0];
        assert!(statement.negated && statement.optional && statement.addressee.is_empty());
    }

    #[test]
    fn what_is_wrong_is_said_with_its_line() {
        assert_eq!(kind("\nHe left."), (2, GoldErrorKind::NoStatements));
        assert_eq!(
            kind("He left.\n----\nShe | left | – | indirect asserts"),
            (3, GoldErrorKind::NotFound("She".to_owned()))
        );
        assert_eq!(kind("He left.\n----\nHe | left"), (3, GoldErrorKind::Fields(2)));
        assert_eq!(
            kind("He left.\n----\nHe | left | – | indirect leaves"),
            (3, GoldErrorKind::Marks("indirect leaves".to_owned()))
        );
        assert_eq!(
            kind("He left.\n----\n    He | left | – | indirect asserts"),
            (3, GoldErrorKind::Indent(4))
        );
        assert_eq!(
            kind(
                "He said it. She knew.\n----\nHe | said | it | indirect asserts\n    She | knew | – | indirect believes"
            ),
            (4, GoldErrorKind::NotInside("knew".to_owned()))
        );
    }
}
