//! Transcripts: paragraphs that begin with who speaks, one after the other.

use super::blocks::{assertion, is_label};
use super::draft::{Draft, Voice};
use crate::paragraph::Paragraph;
use crate::words::{Class, Word};
use crate::{Act, Factuality, Form, Span};

/// Words of a name before a colon, at most.
const NAME: usize = 5;

/// Words of a question that an interviewer asks, at most.
const QUESTION: usize = 80;

/// Follows a document from paragraph to paragraph.
#[derive(Debug, Default)]
pub(super) struct Transcript {
    /// The paragraph before, and the one before that.
    turns: [Turn; 2],
}

/// What a paragraph is to a transcript.
#[derive(Debug, Default)]
enum Turn {
    #[default]
    None,
    /// It looks like a turn, and none stands next to it as yet.
    Alone(Draft),
    /// It is one.
    Sure,
}

impl Transcript {
    /// The turns that are known once the next paragraph is read: its own, if there is another one next to it, and then
    /// those before it. `before` is the paragraph before.
    pub(super) fn read(&mut self, text: &str, paragraph: &Paragraph<'_>, before: Option<Span>) -> Vec<Draft> {
        let [last, earlier] = core::mem::take(&mut self.turns);
        let Some(turn) = turn(text, paragraph) else {
            self.turns = [Turn::None, last];
            return Vec::new();
        };
        let unnamed = before.filter(|_| matches!(last, Turn::None));
        let unnamed = unnamed.and_then(|said| unnamed_turn(text, said, !matches!(earlier, Turn::None)));
        if unnamed.is_none() && matches!(last, Turn::None) {
            self.turns = [Turn::Alone(turn), Turn::None];
            return Vec::new();
        }
        self.turns = [Turn::Sure, Turn::Sure];
        let alone = [earlier, last].into_iter().filter_map(|before| match before {
            Turn::Alone(before) => Some(before),
            _ => None,
        });
        alone.chain(unnamed).chain([turn]).collect()
    }
}

/// "Q. Was he there?", "Brill: He was.": whose turn a paragraph is, and what is said.
fn turn(text: &str, paragraph: &Paragraph<'_>) -> Option<Draft> {
    let words = &paragraph.words;
    let (source, cue, from) = match (paragraph.lower(0), paragraph.class(1)) {
        ("q" | "a", Some(Class::Stop)) => (0..1, None, 2),
        ("q" | "a", Some(Class::Colon)) => (0..1, Some(1), 2),
        ("q." | "a.", _) => (0..1, None, 1),
        _ => {
            let mut first = words.iter().take(NAME + 1);
            let colon = first.position(|word| word.class == Class::Colon)?;
            let name = words.get(..colon).filter(|name| is_name(name))?;
            (0..name.len(), Some(colon), colon + 1)
        }
    };
    let said = words.get(from..)?;
    let has_words = said.iter().any(|word| word.text.chars().all(char::is_alphabetic));
    if said.first()?.class == Class::OpenQuote || !has_words {
        return None;
    }
    let cue = cue.and_then(|cue| words.get(cue)).map(|word| word.span);
    Some(post(
        text,
        vec![paragraph.span(&source)?],
        cue.into_iter().collect(),
        paragraph.span(&(from..words.len()))?,
        "a turn of a transcript: who speaks stands before it",
    ))
}

/// Whether words before a colon may name somebody.
fn is_name(words: &[Word<'_>]) -> bool {
    // The first word of a sentence is not known to be a name.
    let capital = |word: &Word<'_>| word.class == Class::Stop || word.text.starts_with(char::is_uppercase);
    !words.is_empty() && words.iter().all(|word| capital(word) && !is_label(&word.lower))
}

/// What somebody unnamed says before a turn, or between two.
fn unnamed_turn(text: &str, said: Span, between: bool) -> Option<Draft> {
    let words = said.of(text);
    let plain = !words.starts_with(['(', '['])
        && !words.contains(['“', '"', ':'])
        && words.split_whitespace().count() <= QUESTION;
    let rule = "stands between the turns of a transcript";
    (plain && (between || words.ends_with('?'))).then(|| Draft {
        voice: Voice::Nobody,
        ..post(text, Vec::new(), Vec::new(), said, rule)
    })
}

fn post(text: &str, source: Vec<Span>, cue: Vec<Span>, said: Span, rule: &str) -> Draft {
    let mut draft = assertion(source, cue, vec![said], rule);
    draft.form = Form::Post;
    if said.of(text).ends_with('?') {
        draft.act = Act::Questions;
        draft.factuality = Factuality::Unknown;
        draft.rule.push_str("; what is said is a question");
    }
    draft
}
