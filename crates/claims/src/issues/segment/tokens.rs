//! The words of a content.

use std::borrow::Cow;

use crate::Span;
use crate::words::{Class, classify};

/// Words of a clause that are read; what a long quotation is about stands at its start.
const MOST: usize = 64;

/// A word of a text, with where it stands.
#[derive(Clone)]
pub(in super::super) struct Token<'a> {
    pub(in super::super) span: Span,
    pub(in super::super) text: &'a str,
    pub(in super::super) lower: String,
    /// The mark that follows it, if it can end a clause.
    pub(in super::super) mark: Option<char>,
}

impl Token<'_> {
    /// Its first word as written, in lower case: "broke" of "broke down", which is one word here.
    pub(super) fn form(&self) -> Cow<'_, str> {
        match self.lower.split_once('_') {
            Some(("still", verb)) => Cow::Borrowed(verb),
            Some(_) => Cow::Owned(self.text.to_lowercase()),
            None => Cow::Borrowed(&self.lower),
        }
    }
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

/// Whether a form of "be" stands right before a word, with nothing but adverbs between.
pub(super) fn after_being(tokens: &[Token<'_>], at: usize) -> bool {
    let before = tokens[..at].iter().rev().find(|token| {
        !matches!(
            classify(token.text, &token.lower),
            Class::Adverb | Class::Negation
        )
    });
    before.is_some_and(|before| {
        matches!(
            before.lower.as_str(),
            "be" | "been" | "being" | "is" | "are" | "was" | "were" | "got"
        )
    })
}

/// Whether a word has "'s" behind it.
pub(super) fn is_possessive(text: &str, word: Span) -> bool {
    let after = text.get(word.end as usize..).unwrap_or_default();
    after.starts_with("’s ") || after.starts_with("'s ")
}

/// Whether a verb has an object right behind it.
pub(super) fn has_object(tokens: &[Token<'_>], verb: usize) -> bool {
    tokens[verb].mark.is_none()
        && tokens.get(verb + 1).is_some_and(|next| {
            let class = classify(next.text, &next.lower);
            class.is_nominal() || class == Class::Determiner
        })
}

/// Whether the subject is an "it" or "they" that can stand for whoever speaks: not that of "it was possible".
pub(super) fn stands_for_speaker(tokens: &[Token<'_>]) -> bool {
    let mut words = tokens.iter().filter(|token| token.lower != "not");
    let (Some(first), Some(second), Some(third)) = (words.next(), words.next(), words.next()) else {
        return false;
    };
    let is = matches!(
        second.lower.as_str(),
        "is" | "was" | "would" | "will" | "may" | "might" | "has"
    );
    let empty = is
        && matches!(
            third.lower.as_str(),
            "possible"
                | "impossible"
                | "likely"
                | "unlikely"
                | "clear"
                | "unclear"
                | "important"
                | "time"
                | "too"
                | "true"
                | "be"
                | "been"
                | "hard"
                | "difficult"
                | "necessary"
                | "good"
                | "a"
                | "the"
        );
    matches!(first.lower.as_str(), "it" | "they") && !(first.lower == "it" && empty)
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
        || verb && matches!(lower, "if" | "unless")
        || verb && at > 3 && matches!(lower, "which" | "who" | "whose" | "but")
}
