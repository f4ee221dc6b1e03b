//! Quotation marks: which open, which close, and what they enclose, over paragraphs.

use english::Document;

use crate::Span;

/// A quotation, or one paragraph's part of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Quote {
    /// With its marks.
    pub(crate) span: Span,
    /// The opening mark.
    pub(crate) open: Span,
    /// The closing mark; `None` where the paragraph ends first.
    pub(crate) close: Option<Span>,
    /// The quotation around it.
    pub(crate) parent: Option<u32>,
    /// The part in the paragraph before, where a quotation runs on and its mark is opened again.
    pub(crate) continues: Option<u32>,
    /// Too short to be a statement of its own ("robust", "active measures"): its words read as if not quoted.
    pub(crate) short: bool,
}

/// All quotations of an article.
#[derive(Debug, Clone, Default)]
pub(crate) struct Quotes {
    /// In the order of their opening marks.
    pub(crate) all: Vec<Quote>,
    /// Double marks that have no partner.
    pub(crate) unmatched: Vec<Span>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    Curly,
    Straight,
    Guillemet,
    Single,
    /// Two single marks in place of a double one, as typewriters and wires have it.
    Twofold,
}

/// Words at most in a quotation that is read as part of the reporter's sentence.
const SHORT: usize = 3;

/// Finds the quotations of a document; linear in its length.
pub(crate) fn find(document: &Document) -> Quotes {
    let mut quotes = Quotes::default();
    let mut carried: Vec<(Kind, u32)> = Vec::new();
    for paragraph in document.paragraphs() {
        carried = read_paragraph(document, paragraph.clone(), &carried, &mut quotes);
    }
    for (kind, index) in carried {
        report_unmatched(&mut quotes, kind, index);
    }
    quotes.unmatched.sort_unstable();
    quotes
}

fn report_unmatched(quotes: &mut Quotes, kind: Kind, index: u32) {
    if kind != Kind::Single
        && let Some(quote) = quotes.all.get(index as usize)
    {
        quotes.unmatched.push(quote.open);
    }
}

/// Reads one paragraph; returns the quotations that are still open at its end.
fn read_paragraph(
    document: &Document,
    range: core::ops::Range<u32>,
    carried: &[(Kind, u32)],
    quotes: &mut Quotes,
) -> Vec<(Kind, u32)> {
    let text = document.text();
    let last_single_close = range
        .clone()
        .rev()
        .find(|&at| can_close_single(document, at))
        .unwrap_or(0);
    let mut stack: Vec<(Kind, u32, u32)> = Vec::new();
    let mut carried = carried.to_vec();
    for at in range.clone() {
        let Some((kind, opens)) = mark(document, at, last_single_close, &stack) else {
            continue;
        };
        let mut span = document.tokens()[at as usize].span;
        if in_two(document, at) {
            span.end += 1;
        }
        if opens {
            // A carried quotation runs on only where its mark is opened again at the head of the paragraph.
            let continues = (at == range.start && !carried.is_empty()).then(|| carried.remove(0).1);
            let parent = stack.last().map(|&(_, index, _)| index);
            let index = quotes.all.len() as u32;
            quotes.all.push(Quote {
                span,
                open: span,
                close: None,
                parent,
                continues,
                short: false,
            });
            stack.push((kind, index, at));
        } else if let Some(depth) = stack.iter().rposition(|&(open, ..)| open == kind) {
            for (kind, index, _) in stack.drain(depth + 1..).collect::<Vec<_>>() {
                end_quote(quotes, index, span.start);
                report_unmatched(quotes, kind, index);
            }
            if let Some((_, index, from)) = stack.pop() {
                end_quote(quotes, index, span.end);
                let quote = &mut quotes.all[index as usize];
                quote.close = Some(span);
                let words = (from + 1..at)
                    .filter(|&i| document.word(i).starts_with(char::is_alphanumeric))
                    .count();
                let last = document.word(at - 1);
                quote.short =
                    words <= SHORT && !matches!(last, "." | "," | "!" | "?") && quote.continues.is_none();
            }
        } else if kind != Kind::Single {
            quotes.unmatched.push(span);
        }
    }
    for (kind, index) in carried {
        report_unmatched(quotes, kind, index);
    }
    let end = range
        .clone()
        .next_back()
        .map_or(0, |last| document.tokens()[last as usize].span.end);
    let end = end.min(text.len() as u32);
    for &(_, index, _) in &stack {
        end_quote(quotes, index, end);
    }
    stack.into_iter().map(|(kind, index, _)| (kind, index)).collect()
}

fn end_quote(quotes: &mut Quotes, index: u32, end: u32) {
    if let Some(quote) = quotes.all.get_mut(index as usize) {
        quote.span = Span::new(quote.open.start, end);
    }
}

/// Whether the token is a mark, of which kind, and whether it opens.
fn mark(
    document: &Document,
    at: u32,
    last_single_close: u32,
    stack: &[(Kind, u32, u32)],
) -> Option<(Kind, bool)> {
    let open = |kind| stack.iter().any(|&(other, ..)| other == kind);
    match document.word(at) {
        "“" => Some((Kind::Curly, true)),
        "”" => Some((Kind::Curly, false)),
        "«" => Some((Kind::Guillemet, true)),
        "»" => Some((Kind::Guillemet, false)),
        "\"" => Some((Kind::Straight, !open(Kind::Straight))),
        "''" => Some((Kind::Twofold, !open(Kind::Twofold))),
        "'" if in_two(document, at) => Some((Kind::Twofold, !open(Kind::Twofold))),
        "'" if at.checked_sub(1).is_some_and(|before| in_two(document, before)) => None,
        "‘" | "'" if !open(Kind::Single) && at < last_single_close && opens_single(document, at) => {
            Some((Kind::Single, true))
        }
        "’" | "'" if open(Kind::Single) && can_close_single(document, at) => Some((Kind::Single, false)),
        _ => None,
    }
}

/// Whether a mark of two characters begins here that the tokenizer has read as two.
fn in_two(document: &Document, at: u32) -> bool {
    document.word(at) == "'" && document.word(at + 1) == "'" && after(document, at) == Some('\'')
}

fn before(document: &Document, at: u32) -> Option<char> {
    let start = document.tokens().get(at as usize)?.span.start as usize;
    document.text().get(..start)?.chars().next_back()
}

fn after(document: &Document, at: u32) -> Option<char> {
    let end = document.tokens().get(at as usize)?.span.end as usize;
    document.text().get(end..)?.chars().next()
}

/// A single mark opens before a word and after none; "’90s" and "'em" are apostrophes.
fn opens_single(document: &Document, at: u32) -> bool {
    !before(document, at).is_some_and(char::is_alphanumeric)
        && after(document, at).is_some_and(char::is_alphabetic)
        && !matches!(
            document.word(at + 1).to_lowercase().as_str(),
            "em" | "til" | "tis" | "twas" | "cause"
        )
}

/// A single mark closes after a word or a stop, before none. After an "s" it may be a possessive.
fn can_close_single(document: &Document, at: u32) -> bool {
    matches!(document.word(at), "’" | "'")
        && before(document, at).is_some_and(|c| !c.is_whitespace())
        && !after(document, at).is_some_and(char::is_alphanumeric)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing;

    fn quoted(text: &str) -> Vec<&str> {
        find(&testing::read(text))
            .all
            .iter()
            .map(|quote| quote.span.of(text))
            .collect()
    }

    #[test]
    fn marks_of_every_kind() {
        assert_eq!(
            quoted("He said “yes,” \"no\" and «perhaps»."),
            ["“yes,”", "\"no\"", "«perhaps»"]
        );
        assert_eq!(
            quoted("''It is done,'' she said. ''Not yet,'' he said."),
            ["''It is done,''", "''Not yet,''"]
        );
        // The tokenizer parts the second opening mark.
        assert_eq!(
            quoted("He said it on ''Meet the Town.'' ''She tells lies.''"),
            ["''Meet the Town.''", "''She tells lies.''"]
        );
    }

    #[test]
    fn apostrophes_are_no_marks() {
        assert_eq!(quoted("It's the '90s and the Odes' dog can't bark."), [""; 0]);
        assert_eq!(quoted("'It isn't so,' she said."), ["'It isn't so,'"]);
        assert_eq!(quoted("‘It isn’t so,’ she said."), ["‘It isn’t so,’"]);
    }

    #[test]
    fn nested() {
        assert_eq!(
            quoted("“He asked, ‘Who’s there?’ and left,” she said."),
            ["“He asked, ‘Who’s there?’ and left,”", "‘Who’s there?’"]
        );
    }

    #[test]
    fn a_quotation_runs_over_paragraphs() {
        let quotes = find(&testing::read("“One.\n“Two.\n“Three,” she said."));
        assert_eq!(
            quotes.all.iter().map(|quote| quote.continues).collect::<Vec<_>>(),
            [None, Some(0), Some(1)]
        );
        assert!(quotes.unmatched.is_empty());
    }

    #[test]
    fn marks_without_partner_are_reported() {
        assert_eq!(
            find(&testing::read("He said “yes.\nThen no.")).unmatched,
            [Span::new(8, 11)]
        );
        assert_eq!(find(&testing::read("Yes” he said.")).unmatched, [Span::new(3, 6)]);
    }
}
