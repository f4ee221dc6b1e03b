//! The words of a content, and where its clauses begin and end.

use crate::Span;
use crate::words::{Class, classify};

/// Clauses of one content that are points of their own.
const SEGMENTS: usize = 3;

/// Words of a clause that are read; what a long quotation is about stands at its start.
const MOST: usize = 64;

/// The clauses of a content: cut at "and that", "but that", outside the contents of the statements in it.
pub(in super::super) fn segments(text: &str, hull: Span, inner: &[Span]) -> Vec<Span> {
    let mut cuts = vec![hull.start];
    for joint in ["and that ", "but that "] {
        for (at, _) in hull.of(text).match_indices(joint) {
            let at = hull.start + at as u32;
            if !inner.iter().any(|span| span.start <= at && at < span.end) {
                cuts.push(at);
            }
        }
    }
    cuts.sort_unstable();
    cuts.truncate(SEGMENTS);
    let ends: Vec<u32> = cuts.iter().skip(1).copied().chain([hull.end]).collect();
    cuts.into_iter()
        .zip(ends)
        .map(|(start, end)| Span::new(start, end))
        .filter(|span| !span.is_empty())
        .collect()
}

/// A word of a text, with where it stands.
pub(in super::super) struct Token<'a> {
    pub(in super::super) span: Span,
    pub(in super::super) text: &'a str,
    pub(in super::super) lower: String,
    /// The mark that follows it, if it can end a clause.
    pub(in super::super) mark: Option<char>,
}

/// The words of a part of a text; "'s" is left out.
pub(in super::super) fn tokens(text: &str, part: Span) -> Vec<Token<'_>> {
    let words = part.of(text);
    let mut all: Vec<Token<'_>> = Vec::new();
    let mut start = None;
    let is_word =
        |c: char| c.is_alphanumeric() || matches!(c, '\'' | '’' | '.' | '-' | '$' | '€' | '£' | '%' | ',');
    for (at, letter) in words.char_indices().chain([(words.len(), ' ')]) {
        if is_word(letter) {
            start.get_or_insert(at);
            continue;
        }
        if all.len() == MOST {
            break;
        }
        if let Some(from) = start.take() {
            let chunk = &words[from..at];
            let bare = chunk.trim_matches(['\'', '’', '.', ',', '-']);
            let mark = chunk
                .chars()
                .next_back()
                .filter(|&c| c == ',' || c == '.' && bare.len() > 3);
            let bare = bare
                .strip_suffix("'s")
                .or_else(|| bare.strip_suffix("’s"))
                .unwrap_or(bare);
            if let Some(inner) = chunk.find(bare).filter(|_| !bare.is_empty()) {
                let from = part.start + (from + inner) as u32;
                all.push(Token {
                    span: Span::new(from, from + bare.len() as u32),
                    text: bare,
                    lower: bare.to_lowercase().replace('’', "'"),
                    mark,
                });
            }
        }
        if matches!(letter, ';' | '—' | '–' | '!' | '?' | ':')
            && let Some(last) = all.last_mut()
        {
            last.mark = Some(letter);
        }
    }
    all
}

/// Without the "and that" and the like with which a clause begins.
pub(super) fn without_lead(text: &str, mut part: Span) -> Span {
    loop {
        let words = part.of(text);
        let lead = [
            "and ", "but ", "that ", "And ", "But ", "That ", " ", ", ", "“", "\"", "‘",
        ]
        .iter()
        .find(|lead| words.starts_with(**lead));
        let subordinate = [
            "since ",
            "because ",
            "although ",
            "though ",
            "while ",
            "after ",
            "if ",
            "when ",
            "Since ",
        ]
        .iter()
        .any(|word| words.starts_with(word));
        if let Some(comma) = words.find(", ").filter(|_| subordinate) {
            part = Span::new(part.start + comma as u32 + 2, part.end);
            continue;
        }
        match lead {
            Some(lead) => part = Span::new(part.start + lead.len() as u32, part.end),
            None => return part,
        }
    }
}

/// Whether a word with a conjunction before it goes on with another verb: "rejected it and *offered* half".
pub(super) fn goes_on(tokens: &[Token<'_>], at: usize, verb: bool) -> bool {
    verb && matches!(tokens[at].lower.as_str(), "and" | "or" | "but")
        && tokens.get(at + 1).is_some_and(|next| {
            matches!(classify(next.text, &next.lower), Class::Verb | Class::Auxiliary)
                || next.lower.len() > 4 && next.lower.ends_with("ed")
        })
}

/// Where the clause of a noun begins: after "that", near behind it.
pub(super) fn opens_clause(tokens: &[Token<'_>], noun: usize) -> Option<usize> {
    let that = (noun + 1..tokens.len().min(noun + 6))
        .take_while(|&at| tokens[at - 1].mark.is_none())
        .find(|&at| tokens[at].lower == "that")?;
    (that + 2 < tokens.len()).then_some(that + 1)
}

/// Whether a noun has an article or the like that says that it is known which: "the claim", "those reports".
pub(super) fn is_known(tokens: &[Token<'_>], noun: usize) -> bool {
    (noun.saturating_sub(3)..noun).any(|at| {
        matches!(
            tokens[at].lower.as_str(),
            "the" | "this" | "that" | "these" | "those" | "his" | "her" | "their" | "its" | "such" | "both"
        )
    })
}

/// Whether the word opens a clause that says something else.
pub(super) fn closes(lower: &str, verb: bool, at: usize) -> bool {
    matches!(lower, "because" | "although" | "though" | "while" | "whereas")
        || verb && at > 3 && matches!(lower, "which" | "who" | "whose" | "but")
}
