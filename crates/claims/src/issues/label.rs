//! A short name for an issue: the clearest mention's own words.

use super::Context;
use super::cluster::Member;
use super::proposition::{Kind, Proposition};
use crate::words::{Class, classify};

/// Characters at most.
const LENGTH: usize = 60;

/// Members looked at.
const MEMBERS: usize = 60;

/// How well words name a point, best highest: long enough, affirmative and without a pronoun, clear and common, short.
type Clarity = (bool, bool, usize, core::cmp::Reverse<usize>);

/// The label, and -1 where its words deny the point ("the dam is not safe"), so that being for it is being for that.
pub(super) fn choose(
    context: &Context<'_>,
    propositions: &[Proposition],
    members: &[Member],
) -> (String, i8) {
    let members = &members[..members.len().min(MEMBERS)];
    // How many members have a word: what most of them say names the point.
    let has = |word| {
        let with = members.iter().filter(|member| {
            propositions[member.proposition]
                .terms
                .iter()
                .any(|term| term.word == word)
        });
        with.count()
    };
    let turn = direction(propositions, members);
    let mut best: Option<(Clarity, String, i8)> = None;
    for member in members {
        let proposition = &propositions[member.proposition];
        let Some(words) = proposition.words else { continue };
        let text = tidy(words.of(context.text(proposition.statement)));
        let length = text.chars().count();
        let common: usize = proposition
            .terms
            .iter()
            .filter(|term| term.kind != Kind::Words)
            .map(|term| has(term.word))
            .sum();
        let clear = usize::from(is_clause(&text)) * 3
            + usize::from(proposition.polarity > 0) * 4
            + usize::from(!starts_with_pronoun(&text)) * 4
            + usize::from(length <= LENGTH) * 2;
        let score = (
            length >= 8,
            !starts_with_pronoun(&text) && proposition.polarity > 0 && member.turn == turn,
            clear * 2 + 3 * common / members.len(),
            core::cmp::Reverse(length),
        );
        let polarity = proposition.polarity * member.turn;
        if best.as_ref().is_none_or(|(known, ..)| score > *known) {
            best = Some((score, text, polarity));
        }
    }
    best.map_or_else(
        || ("this".to_owned(), 1),
        |(_, text, polarity)| (shorten(&text), polarity),
    )
}

/// The direction in which most members tell the point, or of two as many the first: "the doors were open" or "locked".
fn direction(propositions: &[Proposition], members: &[Member]) -> i8 {
    let telling = members.iter().filter(|member| {
        let proposition = &propositions[member.proposition];
        proposition.finite && proposition.polarity > 0 && proposition.words.is_some()
    });
    let turns: Vec<i8> = telling.map(|member| member.turn).collect();
    let first = turns.first().copied().unwrap_or(1);
    let sum: i32 = turns.iter().map(|&turn| i32::from(turn)).sum();
    match sum.signum() {
        1 => 1,
        -1 => -1,
        _ => first,
    }
}

/// Without leading "that" and "but", quotation marks and breaks.
fn tidy(words: &str) -> String {
    let words = words.split_whitespace().collect::<Vec<_>>().join(" ");
    let marks = [
        '“', '”', '"', '«', '»', ' ', ',', '.', ':', ';', '—', '‘', '!', '…',
    ];
    let mut words = words.trim_matches(marks);
    while let Some(rest) = [
        "that ",
        "about ",
        "over ",
        "on ",
        "and ",
        "but ",
        "But ",
        "And ",
        "So ",
        "BREAKING: ",
    ]
    .iter()
    .find_map(|lead| words.strip_prefix(lead))
    {
        words = rest.trim_start_matches(marks);
    }
    let open = words.chars().filter(|&c| c == '“').count();
    let close = words.chars().filter(|&c| c == '”').count();
    // A label is one sentence.
    let end = words
        .match_indices(['.', '?', '!', ';'])
        .find(|&(at, _)| {
            // "Mr." and "U.S." end no sentence.
            let last = words[..at].rsplit(' ').next().unwrap_or_default();
            at >= 20
                && words[at + 1..].starts_with([' ', '”'])
                && last.chars().count() > 4
                && !last.contains('.')
        })
        .map_or(words.len(), |(at, _)| at);
    let words = &words[..end];
    if open == close && end == words.len() {
        words.to_owned()
    } else {
        words.replace(['“', '”'], "")
    }
}

fn starts_with_pronoun(text: &str) -> bool {
    let first = text.split_whitespace().next().unwrap_or_default();
    let lower = first.to_lowercase().replace('’', "'");
    let bare = lower.split('\'').next().unwrap_or_default();
    matches!(
        bare,
        "he" | "she"
            | "it"
            | "they"
            | "we"
            | "i"
            | "you"
            | "this"
            | "these"
            | "those"
            | "there"
            | "his"
            | "her"
            | "their"
            | "its"
            | "our"
            | "my"
            | "your"
            | "who"
            | "which"
            | "him"
            | "them"
    )
}

/// Whether the words have a subject and a verb, as far as their forms tell.
pub(super) fn is_clause(text: &str) -> bool {
    let words: Vec<&str> = text.split_whitespace().take(12).collect();
    let first = words.first().map(|word| word.to_lowercase()).unwrap_or_default();
    let open = matches!(
        first.as_str(),
        "to" | "whether" | "how" | "why" | "what" | "any" | "who" | "when" | "if"
    );
    // Of "the bill that failed" the verb is not the clause's; after an article or a preposition it is a noun.
    let relative = |word: &&str| !matches!(*word, "that" | "which" | "who" | "whose" | "whom");
    let known: Vec<&str> = words.into_iter().take_while(relative).collect();
    !open
        && known.windows(2).any(|pair| {
            let [before, word] = [pair[0], pair[1]].map(str::to_lowercase);
            let noun = matches!(
                classify(pair[0], &before),
                Class::Determiner | Class::Preposition | Class::Number
            ) || matches!(before.as_str(), "first" | "last" | "next" | "only")
                || before.ends_with("’s")
                || before.ends_with("'s");
            match classify(pair[1], &word) {
                Class::Auxiliary => true,
                Class::Verb => !noun,
                _ => {
                    !noun
                        && (word.len() > 4 && word.ends_with("ed") || super::terms::is_irregular_past(&word))
                }
            }
        })
}

/// Cut at the end of a clause, or failing that of a word.
fn shorten(text: &str) -> String {
    let Some((limit, _)) = text.char_indices().nth(LENGTH) else {
        return text.trim_end_matches([',', ';', ':', ' ']).to_owned();
    };
    let head = &text[..limit];
    let clause = [
        ", ",
        "; ",
        " — ",
        " because ",
        " which ",
        " but ",
        " and that ",
        " when ",
        " after ",
        " while ",
        " as ",
        " since ",
    ]
    .iter()
    .filter_map(|stop| head.rfind(stop))
    .filter(|&at| at >= 24 && (is_clause(&head[..at]) || !is_clause(head)))
    .max();
    match clause {
        Some(at) => text[..at].trim_end_matches([',', ';']).to_owned(),
        None => format!(
            "{}…",
            head.rfind(' ')
                .map_or(head, |at| &head[..at])
                .trim_end_matches([',', ';'])
        ),
    }
}
