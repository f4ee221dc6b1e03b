//! Where the clauses of a content begin and end.

use super::super::label::is_clause;
use super::tokens;
use crate::Span;
use crate::words::{Class, classify};

/// Clauses of one content that are points of their own.
const SEGMENTS: usize = 3;

/// Words among which the verb of a clause stands.
const OPENING: usize = 12;

/// A clause of a content.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in super::super) struct Part {
    pub(in super::super) words: Span,
    /// Whether it only tells when something was.
    pub(in super::super) aside: bool,
}

/// The clauses of a content: cut at "and that", "but that", outside the contents of the statements in it.
///
/// Of what is plainly said (`plain`) a clause after "because", "after", "when" or "and" is said as well.
pub(in super::super) fn segments(text: &str, hull: Span, inner: &[Span], plain: bool) -> Vec<Part> {
    // Where a clause starts, and where the one before it ends.
    let mut cuts = vec![(hull.start, hull.start)];
    let within = |at: u32| inner.iter().any(|span| span.start <= at && at < span.end);
    // "That" opens the content, not a clause in it.
    let opened = tokens::without_lead(text, hull).start.max(hull.start);
    let joints = |joint: &'static str| {
        hull.of(text).match_indices(joint).map(move |(at, _)| {
            let end = hull.start + at as u32;
            (end, end + joint.len() as u32)
        })
    };
    for (end, _) in ["and that ", "but that "].into_iter().flat_map(joints) {
        if !within(end) {
            cuts.push((end, end));
        }
    }
    for joint in [" because ", " after ", " when ", " and "]
        .into_iter()
        .filter(|_| plain)
    {
        for (end, start) in joints(joint).filter(|&(_, start)| !within(start)) {
            let (head, rest) = (
                Span::new(opened.min(end), end).of(text),
                Span::new(start, hull.end).of(text),
            );
            // "Ode and Reyes are": two who do one thing.
            let joined = joint == " and " && !is_clause(head);
            // "It will close when the season ends" does not say that it has ended.
            let told = joint != " when " || tells_of_the_past(head);
            if !joined && told && opens_with_subject(rest) {
                cuts.push((start, end));
            }
        }
    }
    cuts.sort_unstable();
    cuts.dedup_by_key(|cut| cut.0);
    cuts.truncate(SEGMENTS);
    let ends: Vec<u32> = cuts
        .iter()
        .skip(1)
        .map(|&(_, end)| end)
        .chain([hull.end])
        .collect();
    cuts.into_iter()
        .zip(ends)
        .map(|((start, _), end)| Part {
            words: Span::new(start, end.max(start)),
            aside: start > hull.start && Span::new(hull.start, start).of(text).ends_with(" when "),
        })
        .filter(|part| !part.words.is_empty())
        .collect()
}

fn tells_of_the_past(head: &str) -> bool {
    let mut words = head.split_whitespace().rev().take(OPENING);
    !words.any(|word| {
        matches!(
            word,
            "will"
                | "would"
                | "can"
                | "could"
                | "may"
                | "might"
                | "must"
                | "should"
                | "is"
                | "are"
                | "do"
                | "does"
                | "to"
        )
    })
}

/// Whether the words are a clause whose verb is soon after its subject.
fn opens_with_subject(rest: &str) -> bool {
    let mut near = rest.split_whitespace();
    let first = near.next().unwrap_or_default();
    let class = classify(first, &first.to_lowercase());
    let until: usize = rest
        .split_whitespace()
        .take(OPENING)
        .take_while(|word| !word.ends_with([',', ';', '.']))
        .map(|word| word.len() + 1)
        .sum();
    let head = rest.get(..until.min(rest.len())).unwrap_or(rest);
    matches!(
        class,
        Class::Determiner | Class::Pronoun | Class::Capital | Class::Word | Class::Number
    ) && !first.ends_with("ing")
        && !(first.len() > 4 && first.ends_with("ed"))
        && is_clause(head)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parts(text: &str) -> Vec<&str> {
        let parts = segments(text, Span::new(0, text.len() as u32), &[], true);
        parts.into_iter().map(|part| part.words.of(text)).collect()
    }

    #[test]
    fn a_second_clause_is_said_as_well() {
        assert_eq!(
            parts("the dam broke when the river rose"),
            ["the dam broke", "the river rose"]
        );
        assert_eq!(
            parts("the dam will break when the river has risen"),
            ["the dam will break when the river has risen"]
        );
        assert_eq!(parts("Ode and Pell were late"), ["Ode and Pell were late"]);
    }
}
