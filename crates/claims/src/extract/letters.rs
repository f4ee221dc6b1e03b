//! Letters printed whole: what stands between "Dear Ms. Orsk," and the name beneath is one statement.

use super::blocks;
use crate::Span;
use crate::paragraph::Paragraph;
use crate::words::{Class, Word, is_verb_like};

/// Words of a salutation, of a closing formula and of a name beneath, at most.
const LINE: usize = 8;
/// Paragraphs of a letter, at most: one that nobody signs is none.
const PARAGRAPHS: usize = 40;

/// A letter: whose, to whom, and its words.
#[derive(Debug)]
pub(super) struct Letter {
    pub(super) author: Span,
    pub(super) addressee: Option<Span>,
    pub(super) words: Span,
}

/// What a paragraph is to a letter.
#[derive(Debug)]
pub(super) enum Part {
    /// It is read as any other.
    Text,
    /// A salutation or a closing formula: nobody says it of anything.
    Frame,
    /// The name beneath, which makes it a letter.
    Signature(Letter),
}

/// Follows a document from paragraph to paragraph.
#[derive(Debug, Default)]
pub(super) struct Letters {
    open: Option<Open>,
}

/// A letter without its signature as yet.
#[derive(Debug, Default)]
struct Open {
    addressee: Option<Span>,
    words: Option<Span>,
    paragraphs: usize,
    closing: bool,
}

impl Letters {
    pub(super) fn read(&mut self, paragraph: &Paragraph<'_>, whole: Span) -> Part {
        if let Some((addressee, alone)) = salutation(paragraph) {
            self.open = Some(Open {
                addressee,
                words: (!alone).then_some(whole),
                ..Open::default()
            });
            return if alone { Part::Frame } else { Part::Text };
        }
        let Some(open) = &mut self.open else {
            return Part::Text;
        };
        let Some(words) = open.words else {
            open.words = Some(whole);
            return Part::Text;
        };
        if let Some(author) = name_beneath(paragraph, open.closing) {
            let addressee = open.addressee;
            self.open = None;
            return Part::Signature(Letter {
                author,
                addressee,
                words,
            });
        }
        if is_closing(paragraph) {
            open.closing = true;
            return Part::Frame;
        }
        open.words = Some(words.cover(whole));
        open.paragraphs += 1;
        if open.closing || open.paragraphs == PARAGRAPHS {
            self.open = None;
        }
        Part::Text
    }
}

/// "To the Editor:", "Dear colleagues, …": to whom, and whether it is a line of its own.
fn salutation(paragraph: &Paragraph<'_>) -> Option<(Option<Span>, bool)> {
    let ends = |word: &Word<'_>| matches!(word.class, Class::Comma | Class::Colon | Class::Dash);
    let end = paragraph.words.iter().take(LINE).position(ends);
    let end = end.or_else(|| (paragraph.words.len() <= LINE).then_some(paragraph.words.len()))?;
    let marks = paragraph.words.get(end..)?;
    let alone = marks.iter().all(ends);
    let first = paragraph.lower(0);
    let addressee = match first {
        "dear" if end > 1 => paragraph.span(&(1..end)),
        "to" if alone
            && paragraph.lower(1) == "the"
            && matches!(paragraph.lower(end.checked_sub(1)?), "editor" | "editors") =>
        {
            paragraph.span(&(1..end))
        }
        "sir" | "sirs" | "madam" if end == 1 && !marks.is_empty() => None,
        _ => return None,
    };
    Some((addressee, alone))
}

/// "Yours sincerely,", "With best wishes,".
fn is_closing(paragraph: &Paragraph<'_>) -> bool {
    let formula = |word: &Word<'_>| {
        matches!(
            word.lower.as_str(),
            "yours" | "sincerely" | "faithfully" | "truly" | "regards" | "wishes" | "respectfully"
        )
    };
    let words = &paragraph.words;
    words.len() <= LINE && words.iter().any(formula) && words.iter().all(|word| word.class != Class::Stop)
}

/// "Agnes Thorne", "— Agnes Thorne, Little Marlow".
fn name_beneath(paragraph: &Paragraph<'_>, closing: bool) -> Option<Span> {
    if let Some(author) = blocks::signature(paragraph) {
        return Some(author);
    }
    let words = &paragraph.words;
    let short = words.len() <= LINE && (words.len() > 1 || closing);
    let named = words.first().is_some_and(|word| word.class == Class::Capital)
        && words.last().is_some_and(|word| word.class != Class::Stop)
        && !words.iter().any(is_verb_like);
    (short && named)
        .then(|| paragraph.span(&(0..words.len())))
        .flatten()
}
