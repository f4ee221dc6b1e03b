//! The words of a content to the terms of a proposition.

mod clauses;
mod description;
mod meaning;
mod phrases;
mod reader;
mod tokens;

use super::Context;
use super::proposition::{Kind, Term};
use super::values::Value;
use crate::clause::Certainty;
use crate::verdict::verdict;
use crate::{ArticleId, Span, SpeakerId};
use reader::Reader;

pub(super) use clauses::{Part, segments};
pub(super) use phrases::ANYBODY;
pub(super) use tokens::{Token, tokens};

/// Terms of a clause that are read.
const TERMS: usize = 14;

/// Clauses of nouns that are gone into: "the report that the claim that …".
const DEPTH: usize = 3;

/// Prepositions that a word of a clause that only describes the subject counts as being under.
const DESCRIBED: u8 = 2;

/// Where the verdict begins that the clause of a noun is followed by, and whether it is that it is so.
fn closing_verdict(text: &str, clause: Span) -> Option<(u32, bool)> {
    let tokens = tokens(text, clause);
    let words: Vec<&str> = tokens.iter().map(|token| token.lower.as_str()).collect();
    let (at, right) = verdict(&words)?;
    Some((tokens[at.start].span.start, right))
}

/// One clause of a content.
#[derive(Debug, Default)]
#[allow(
    clippy::struct_excessive_bools,
    reason = "marks of a clause that each hold or not by themselves"
)]
pub(super) struct Segment {
    pub(super) terms: Vec<Term>,
    pub(super) actor: Option<u32>,
    /// The first of the terms.
    pub(super) subject: Option<Term>,
    /// The first word that is a verb by its form.
    pub(super) predicate: Option<u32>,
    /// Whether that is done to the subject.
    pub(super) passive: bool,
    /// Whether that is a noun for those who act.
    pub(super) subject_acts: bool,
    pub(super) polarity: i8,
    pub(super) certainty: Certainty,
    /// What would be under a condition.
    pub(super) conditional: bool,
    /// Something is "the only" one.
    pub(super) sole: bool,
    pub(super) values: Vec<Value>,
    /// Only stands for what was said before: "this is not true", "the claim".
    pub(super) refers: bool,
    /// Whose words those are.
    pub(super) owner: Option<SpeakerId>,
    /// Says of what was said that it is right or wrong.
    pub(super) judged: bool,
    /// Is the clause of a noun: "the charge that *he lied*".
    pub(super) entered: bool,
    /// Denies all of a kind: "took *no* cash", "did not hurt *anyone*".
    pub(super) sweeping: bool,
}

impl Segment {
    /// Reads the clause of `part`; `actor` is whose statement it is.
    pub(super) fn read(
        context: &mut Context<'_>,
        article: ArticleId,
        part: Part,
        actor: Option<SpeakerId>,
    ) -> Self {
        let (mut part, mut sign, mut entered) = (part, 1, false);
        for _ in 0..DEPTH {
            match Reader::new(context, article, part).read(actor) {
                Ok(mut segment) => {
                    segment.polarity *= sign;
                    segment.entered = entered;
                    return segment;
                }
                Err((start, against)) => {
                    let mut words = Span::new(start, part.words.end);
                    entered = true;
                    sign *= if against { -1 } else { 1 };
                    // "The claim that he lied *was false*": the verdict is no part of it.
                    if let Some((end, right)) = closing_verdict(context.article_text(article), words) {
                        words.end = end;
                        sign *= if right { 1 } else { -1 };
                    }
                    part = Part {
                        words,
                        aside: part.aside,
                    };
                }
            }
        }
        Self::default()
    }

    /// Which side one takes who takes this side of the words: none where they leave it open.
    pub(super) fn stance(&self, side: i8) -> i8 {
        if self.certainty == Certainty::Open || self.sole && side < 0 {
            0
        } else {
            side * self.polarity
        }
    }

    /// How sure the words are under a cue; a statement that is open for a condition alone is not open on what follows.
    pub(super) fn certainty_under(&self, cue: Certainty) -> Certainty {
        if self.conditional {
            self.certainty
        } else {
            self.certainty.min(cue)
        }
    }

    fn push(&mut self, word: u32, kind: Kind, depth: u8) {
        if !self.terms.iter().any(|term| term.word == word) {
            let term = Term { word, kind, depth };
            self.subject.get_or_insert(term);
            self.terms.push(term);
        }
    }

    fn has(&self, kind: Kind) -> bool {
        self.terms.iter().any(|term| term.kind == kind)
    }

    fn has_matter(&self) -> bool {
        self.has(Kind::Matter) || self.has(Kind::Act)
    }
}
