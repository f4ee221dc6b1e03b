//! Where the clauses of a content begin and end.

use super::super::label::is_clause;
use super::super::terms::is_irregular_past;
use super::tokens;
use crate::Span;
use crate::words::{Class, classify};

/// Clauses of one content that are points of their own.
const SEGMENTS: usize = 3;

/// Words of a subject that goes on to do something else, at most.
const SUBJECT: usize = 10;

/// Words among which the verb of a clause stands.
const OPENING: usize = 12;

/// A clause of a content.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in super::super) struct Part {
    pub(in super::super) words: Span,
    /// What stands before it and is meant again: "*the brakes* were new and were in order".
    pub(in super::super) shared: Option<Span>,
    /// Whether it only tells when something was.
    pub(in super::super) aside: bool,
}

/// The clauses of a content: cut at "and that", "but that", outside the contents of the statements in it.
///
/// Of what is plainly said (`plain`) a clause after "because", "after" or "and" is said as well, and so are a second
/// sentence and what the subject does besides.
pub(in super::super) fn segments(text: &str, hull: Span, inner: &[Span], plain: bool) -> Vec<Part> {
    // Where a clause starts, where the one before it ends, and what it shares with that.
    let mut cuts = vec![(hull.start, hull.start, None)];
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
            cuts.push((end, end, None));
        }
    }
    for joint in [" because ", " after ", " when ", " and ", " but ", ". "]
        .into_iter()
        .filter(|_| plain)
    {
        for (end, start) in joints(joint).filter(|&(_, start)| !within(start)) {
            let (head, rest) = (
                Span::new(opened.min(end), end),
                Span::new(start, hull.end).of(text),
            );
            let coordinates = matches!(joint, " and " | " but ");
            // "Ode and Reyes are": two who do one thing.
            let joined = coordinates && !is_clause(head.of(text));
            let ends = joint != ". " || ends_sentence(head.of(text)) && rest.starts_with(char::is_uppercase);
            // "It will close when the season ends" does not say that it has ended.
            let told = joint != " when " || tells_of_the_past(head.of(text));
            if !joined && joint != " but " && ends && told && opens_with_subject(rest) {
                cuts.push((start, end, None));
            } else if !joined
                && coordinates
                && let Some(shared) = shared(text, head, rest)
            {
                cuts.push((start, end, Some(shared)));
            }
        }
    }
    cuts.sort_unstable_by_key(|&(start, end, _)| (start, end));
    cuts.dedup_by_key(|cut| cut.0);
    cuts.truncate(SEGMENTS);
    let ends: Vec<u32> = cuts
        .iter()
        .skip(1)
        .map(|&(_, end, _)| end)
        .chain([hull.end])
        .collect();
    cuts.into_iter()
        .zip(ends)
        .map(|((start, _, shared), end)| Part {
            words: Span::new(start, end.max(start)),
            shared,
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

/// Whether a sentence ends with these words and no abbreviation.
fn ends_sentence(head: &str) -> bool {
    let last = head.rsplit(' ').next().unwrap_or_default();
    last.chars().count() > 3 && !last.contains('.')
}

/// Of a clause the subject, where what comes after "and" is another verb of it; with the auxiliaries where that verb needs
/// them: "*The brakes had been* tested and repaired".
fn shared(text: &str, head: Span, rest: &str) -> Option<Span> {
    let verb = rest.split_whitespace().next()?;
    let class = |word: &str| classify(word, &word.to_lowercase());
    let past = |word: &str| word.len() > 4 && word.ends_with("ed") || is_irregular_past(word);
    let auxiliary = class(verb) == Class::Auxiliary && !matches!(verb, "be" | "been" | "being" | "having");
    if !auxiliary && !past(verb) {
        return None;
    }
    let words = head.of(text);
    let mut end = 0;
    for (count, word) in words.split_whitespace().enumerate() {
        let from = words[end..].find(word).map_or(end, |at| end + at);
        let helps = matches!(class(word), Class::Auxiliary | Class::Negation);
        let opens = helps || class(word) == Class::Verb || past(word);
        if count > 0 && opens && (auxiliary || !helps) {
            let prefix = words[..from].trim_end();
            return (!prefix.is_empty()).then(|| Span::new(head.start, head.start + prefix.len() as u32));
        }
        let other = matches!(
            word.to_lowercase().as_str(),
            "that" | "who" | "which" | "no" | "nobody" | "nothing" | "neither" | "if" | "whether"
        );
        if other || word.ends_with([',', ';', ':']) || count >= SUBJECT {
            return None;
        }
        end = from + word.len();
    }
    None
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

    fn parts(text: &str) -> Vec<String> {
        let parts = segments(text, Span::new(0, text.len() as u32), &[], true);
        let words = |part: Part| {
            let shared = part.shared.map_or("", |span| span.of(text));
            format!("{shared}|{}", part.words.of(text))
        };
        parts.into_iter().map(words).collect()
    }

    #[test]
    fn what_the_subject_does_besides_is_said_as_well() {
        assert_eq!(
            parts("the brakes had been tested and were in order"),
            ["|the brakes had been tested", "the brakes|were in order"]
        );
        assert_eq!(
            parts("that the brakes had been tested and repaired"),
            ["|that the brakes had been tested", "the brakes had been|repaired"]
        );
        assert_eq!(
            parts("Ode did not resign but was dismissed"),
            ["|Ode did not resign", "Ode|was dismissed"]
        );
        assert_eq!(parts("Ode and Pell were late"), ["|Ode and Pell were late"]);
    }

    #[test]
    fn a_second_sentence_is_said_as_well() {
        assert_eq!(
            parts("The gates held. The water came over the wall"),
            ["|The gates held", "|The water came over the wall"]
        );
        assert_eq!(
            parts("the dam broke when the river rose"),
            ["|the dam broke", "|the river rose"]
        );
        assert_eq!(
            parts("the dam will break when the river has risen"),
            ["|the dam will break when the river has risen"]
        );
        assert_eq!(parts("it was Mr. Ode who left"), ["|it was Mr. Ode who left"]);
    }
}
