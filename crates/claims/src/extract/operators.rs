//! The verbs between a speaker and a cue: "failed to show", "was forced to admit", from `data/operators.txt`.

use core::ops::Range;
use std::sync::OnceLock;

use crate::lexicon::{Hold, every_form};
use crate::paragraph::Paragraph;
use crate::words::Class;

const OPERATORS: &str = include_str!("../../data/operators.txt");

/// One line of the list.
#[derive(Debug)]
pub(super) struct Operator {
    /// The forms of its first word.
    first: Vec<String>,
    /// The words after that.
    rest: Vec<&'static str>,
    /// Whether the cue's act is done where the operator is affirmed, and where it is negated.
    pub(super) affirmed: Hold,
    pub(super) negated: Hold,
    /// As listed.
    pub(super) phrase: &'static str,
}

impl Operator {
    /// The operator whose words end right before `end`, not before `low`, and where it starts.
    pub(super) fn before(
        paragraph: &Paragraph<'_>,
        low: usize,
        end: usize,
    ) -> Option<(&'static Self, usize)> {
        all()
            .iter()
            .filter_map(|operator| Some((operator, operator.start(paragraph, low..end)?)))
            .min_by_key(|&(_, start)| start)
    }

    fn start(&self, paragraph: &Paragraph<'_>, within: Range<usize>) -> Option<usize> {
        let mut at = within.end;
        let step = |at: usize| at.checked_sub(1).filter(|&at| at >= within.start);
        for part in self.rest.iter().rev() {
            at = step(at)?;
            if paragraph.lower(at) != *part {
                return None;
            }
        }
        at = step(at)?;
        // "was effectively forced to"
        if !self.rest.is_empty() && paragraph.class(at) == Some(Class::Adverb) {
            at = step(at)?;
        }
        // "was not able to": the negation is the operator's.
        if paragraph.class(at) == Some(Class::Negation) {
            at = step(at)?;
        }
        self.first
            .iter()
            .any(|form| form == paragraph.lower(at))
            .then_some(at)
    }
}

fn all() -> &'static [Operator] {
    static ALL: OnceLock<Vec<Operator>> = OnceLock::new();
    ALL.get_or_init(|| OPERATORS.lines().filter_map(parse_line).collect())
}

/// One line; `None` for comments, blank lines and lines that do not parse (a test finds those).
fn parse_line(line: &'static str) -> Option<Operator> {
    if line.starts_with('#') {
        return None;
    }
    let (phrase, signature) = line.rsplit_once(' ')?;
    let phrase = phrase.trim_end();
    let mut letters = signature.chars().map(Hold::parse);
    let (affirmed, negated) = (letters.next()??, letters.next()??);
    let mut words = phrase.split(' ');
    Some(Operator {
        first: every_form(words.next()?),
        rest: words.collect(),
        affirmed,
        negated,
        phrase,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_line_parses() {
        for line in OPERATORS
            .lines()
            .filter(|line| !line.starts_with('#') && !line.trim().is_empty())
        {
            assert!(parse_line(line).is_some(), "does not parse: {line}");
        }
        assert!(all().len() > 30);
    }
}
