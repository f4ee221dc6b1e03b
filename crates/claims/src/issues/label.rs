//! A short name for an issue: the clearest mention's own words.

use super::{Context, Proposition};
use crate::StatementId;

/// Characters at most.
const LENGTH: usize = 60;

/// The label, and whether its words are negated ("the dam is not safe"), so that being for it is being for that.
pub(super) fn choose(
    context: &Context<'_>,
    propositions: &[Proposition],
    members: &[usize],
) -> (String, bool) {
    let best = members
        .iter()
        .filter_map(|&at| {
            let proposition = &propositions[at];
            let text = tidy(proposition.words?.of(context.text(StatementId::from_index(at))));
            let length = text.chars().count();
            let fits = (12..=LENGTH).contains(&length);
            // Whole and not negated first, then the one with most to say that still fits.
            let clarity = (
                fits,
                !proposition.negated,
                proposition.stems.len().min(5),
                core::cmp::Reverse(length),
            );
            Some((clarity, core::cmp::Reverse(at), text, proposition.negated))
        })
        .max_by(|a, b| (&a.0, a.1).cmp(&(&b.0, b.1)));
    best.map_or_else(
        || ("this".to_owned(), false),
        |(_, _, text, negated)| (shorten(&text), negated),
    )
}

/// Without leading "that", quotation marks and breaks.
fn tidy(words: &str) -> String {
    let words = words.split_whitespace().collect::<Vec<_>>().join(" ");
    let marks = ['“', '”', '"', '«', '»', ' ', ',', '.', ':', ';', '—', '‘', '!'];
    let words = words.trim_matches(marks);
    let words = ["that ", "about ", "over ", "on "]
        .iter()
        .find_map(|lead| words.strip_prefix(lead))
        .unwrap_or(words);
    let open = words.chars().filter(|&c| c == '“').count();
    let close = words.chars().filter(|&c| c == '”').count();
    if open == close {
        words.to_owned()
    } else {
        words.replace(['“', '”'], "")
    }
}

/// Cut at the end of a clause, or failing that of a word.
fn shorten(text: &str) -> String {
    let Some((limit, _)) = text.char_indices().nth(LENGTH) else {
        return text.to_owned();
    };
    let head = &text[..limit];
    let clause = [", ", "; ", " — ", " because ", " which ", " but "]
        .iter()
        .filter_map(|stop| head.rfind(stop))
        .filter(|&at| at >= 24)
        .max();
    match clause {
        Some(at) => text[..at].to_owned(),
        None => format!(
            "{}…",
            head.rfind(' ')
                .map_or(head, |at| &head[..at])
                .trim_end_matches([',', ';'])
        ),
    }
}
