//! Where in a passage the phrases of a gold line stand.

use claims::Span;

use crate::GoldErrorKind;

/// What narrows the choice where a phrase stands in the passage several times.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Near<'a> {
    /// Occurrences in here come before all others: the content of the statement around.
    pub(crate) within: Option<Span>,
    /// Then those that share no byte with these.
    pub(crate) apart: &'a [Span],
    /// Then the nearest to this.
    pub(crate) to: Option<Span>,
}

/// The smallest span that holds all of these.
pub(crate) fn hull(spans: &[Span]) -> Option<Span> {
    spans.iter().copied().reduce(Span::cover)
}

/// The spans of one field: parts with " … " between them, in the order of the text.
///
/// A part is a phrase, or "FIRST WORDS ~ LAST WORDS" for all from the first to the last; "[2]" after the (first)
/// phrase names its second occurrence in the passage. A lone "–" is no words at all.
pub(crate) fn spans(text: &str, field: &str, near: Near) -> Result<Vec<Span>, GoldErrorKind> {
    let mut found: Vec<Span> = Vec::new();
    if field == "–" {
        return Ok(found);
    }
    for part in field.split(" … ").map(str::trim) {
        let (phrase, last) = part
            .split_once(" ~ ")
            .map_or((part, None), |(first, last)| (first, Some(last)));
        let first = choose(text, phrase, found.last().copied(), near)?;
        found.push(match last {
            None => first,
            Some(last) => first.cover(after(text, last, first.end)?),
        });
    }
    Ok(found)
}

fn choose(text: &str, phrase: &str, previous: Option<Span>, near: Near) -> Result<Span, GoldErrorKind> {
    let (bare, number) = numbered(phrase);
    let missing = || GoldErrorKind::NotFound(phrase.to_owned());
    let mut candidates = occurrences(text, bare);
    if let Some(number) = number {
        let chosen = number.checked_sub(1).and_then(|at| candidates.get(at));
        return chosen.copied().ok_or_else(missing);
    }
    if let Some(previous) = previous {
        return after(text, bare, previous.end);
    }
    let all = candidates.len();
    keep(&mut candidates, |span| {
        near.within.is_some_and(|outer| outer.contains(span))
    });
    keep(&mut candidates, |span| {
        near.apart.iter().all(|taken| !taken.overlaps(span))
    });
    if let Some(anchor) = near.to {
        let gap = |span: Span| {
            span.start
                .saturating_sub(anchor.end)
                .max(anchor.start.saturating_sub(span.end))
        };
        let least = candidates.iter().copied().map(gap).min();
        keep(&mut candidates, |span| Some(gap(span)) == least);
    }
    match candidates[..] {
        [] => Err(missing()),
        [one] => Ok(one),
        _ => Err(GoldErrorKind::Ambiguous(bare.to_owned(), all)),
    }
}

/// Drops what does not pass, unless nothing does.
fn keep(candidates: &mut Vec<Span>, passes: impl Fn(Span) -> bool) {
    if candidates.iter().any(|&span| passes(span)) {
        candidates.retain(|&span| passes(span));
    }
}

fn after(text: &str, phrase: &str, from: u32) -> Result<Span, GoldErrorKind> {
    let mut all = occurrences(text, phrase).into_iter();
    all.find(|span| span.start >= from)
        .ok_or_else(|| GoldErrorKind::NotFound(phrase.to_owned()))
}

/// `he[2]` as `he` and 2.
fn numbered(phrase: &str) -> (&str, Option<usize>) {
    let parts = phrase.strip_suffix(']').and_then(|open| open.rsplit_once('['));
    match parts.map(|(bare, number)| (bare, number.parse())) {
        Some((bare, Ok(number))) => (bare, Some(number)),
        _ => (phrase, None),
    }
}

/// Every place where the phrase stands as whole words; any white space stands for any other.
pub(crate) fn occurrences(text: &str, phrase: &str) -> Vec<Span> {
    let words: Vec<&str> = phrase.split_whitespace().collect();
    let Some(first) = words.first() else {
        return Vec::new();
    };
    let starts = text.match_indices(first).map(|(at, _)| at);
    starts
        .filter(|&at| !joined(text, at))
        .filter_map(|at| Some((at, end_of(text, at, &words)?)))
        .filter(|&(_, end)| !joined(text, end))
        .map(|(start, end)| Span::new(start as u32, end as u32))
        .collect()
}

fn end_of(text: &str, at: usize, words: &[&str]) -> Option<usize> {
    let mut rest = text.get(at..)?;
    for (number, word) in words.iter().enumerate() {
        if number > 0 {
            let trimmed = rest.trim_start();
            if trimmed.len() == rest.len() {
                return None;
            }
            rest = trimmed;
        }
        rest = rest.strip_prefix(word)?;
    }
    Some(text.len() - rest.len())
}

/// Whether the characters on both sides of the byte belong to one word.
fn joined(text: &str, at: usize) -> bool {
    let (before, behind) = text.split_at(at);
    let word = |found: Option<char>| found.is_some_and(char::is_alphanumeric);
    word(before.chars().next_back()) && word(behind.chars().next())
}

#[cfg(test)]
mod tests {
    use super::*;

    const ANYWHERE: Near = Near {
        within: None,
        apart: &[],
        to: None,
    };

    fn words<'a>(text: &'a str, field: &str, near: Near) -> Vec<&'a str> {
        let found = spans(text, field, near).unwrap();
        found.iter().map(|span| span.of(text)).collect()
    }

    #[test]
    fn whole_words_over_any_white_space() {
        let text = "The other said\nhe was there.";
        assert_eq!(words(text, "he", ANYWHERE), ["he"]);
        assert_eq!(words(text, "said he", ANYWHERE), ["said\nhe"]);
        assert!(words(text, "–", ANYWHERE).is_empty());
    }

    #[test]
    fn parts_follow_one_another() {
        let text = "“It is,” she said, “late. It is time. It is.”";
        assert_eq!(words(text, "“It is,” … It is", ANYWHERE), ["“It is,”", "It is"]);
        assert_eq!(
            words(text, "“It ~ “late.", ANYWHERE),
            ["“It is,” she said, “late."]
        );
        assert!(spans(text, "“late. … she", ANYWHERE).is_err());
    }

    #[test]
    fn several_occurrences_need_a_number_or_a_neighbour() {
        let text = "he said he knew that he won";
        assert_eq!(
            spans(text, "he", ANYWHERE),
            Err(GoldErrorKind::Ambiguous("he".to_owned(), 3))
        );
        assert_eq!(spans(text, "he[2]", ANYWHERE), Ok(vec![Span::new(8, 10)]));
        assert!(spans(text, "he[4]", ANYWHERE).is_err());
        let near = Near {
            to: Some(Span::new(11, 15)),
            ..ANYWHERE
        };
        assert_eq!(spans(text, "he", near), Ok(vec![Span::new(8, 10)]));
        let within = Near {
            within: Some(Span::new(16, 27)),
            ..near
        };
        assert_eq!(spans(text, "he", within), Ok(vec![Span::new(21, 23)]));
    }
}
