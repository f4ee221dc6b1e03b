//! The words of a cue as they stand: "has repeatedly declined", "did not conclude", "makes the argument".

use core::ops::Range;

use crate::lexicon::{Cue, Inflection, Lexicon, Pos};
use crate::paragraph::Paragraph;
use crate::words::Class;
use crate::{Act, Factuality};

/// A cue found in a paragraph.
#[allow(
    clippy::struct_excessive_bools,
    reason = "each is a property of its own that a verb has or has not"
)]
#[derive(Debug, Clone)]
pub(crate) struct Group {
    /// With its auxiliaries, negation and adverbs.
    pub(crate) range: Range<usize>,
    /// The word that carries the cue.
    pub(crate) head: usize,
    pub(crate) cue: &'static Cue,
    pub(crate) inflection: Inflection,
    pub(crate) negated: bool,
    pub(crate) passive: bool,
    pub(crate) modal: bool,
    /// "to say", "declined to say".
    pub(crate) infinitive: bool,
}

/// Finds the cue that starts at word `at`, not reaching outside `level`.
pub(crate) fn find(paragraph: &Paragraph<'_>, at: usize, level: &Range<usize>) -> Option<Group> {
    let word = paragraph.words.get(at)?;
    if matches!(
        word.class,
        Class::Comma | Class::Stop | Class::OpenQuote | Class::CloseQuote
    ) {
        return None;
    }
    for (cue, inflection) in Lexicon::get().starting_with(&word.lower) {
        let Some(end) = match_rest(paragraph, at, level.end, cue) else {
            continue;
        };
        if cue.pos == Pos::Verb && is_noun_here(paragraph, at, level, *inflection, cue) {
            continue;
        }
        let mut group = Group {
            range: at..end,
            head: at,
            cue,
            inflection: *inflection,
            negated: false,
            passive: false,
            modal: false,
            infinitive: false,
        };
        if matches!(cue.pos, Pos::Verb | Pos::Adjective) {
            group.take_auxiliaries(paragraph, level.start);
        }
        return Some(group);
    }
    None
}

/// The noun that the word can be, whatever else it is.
pub(crate) fn find_noun(paragraph: &Paragraph<'_>, at: usize, level: &Range<usize>) -> Option<Group> {
    let word = paragraph.words.get(at)?;
    let (cue, inflection) = Lexicon::get()
        .starting_with(&word.lower)
        .iter()
        .find(|(cue, _)| cue.pos == Pos::Noun)?;
    let range = at..(at + 1).min(level.end);
    Some(Group {
        range,
        head: at,
        cue,
        inflection: *inflection,
        negated: false,
        passive: false,
        modal: false,
        infinitive: false,
    })
}

/// Matches the words after the first; a verb's own object may stand between ("makes the argument" is listed whole).
fn match_rest(paragraph: &Paragraph<'_>, at: usize, high: usize, cue: &Cue) -> Option<usize> {
    let mut next = at + 1;
    for part in &cue.rest {
        // An adverb may come between: "declined to firmly condemn".
        let mut skipped = 0;
        while next < high
            && paragraph.lower(next) != *part
            && paragraph.class(next) == Some(Class::Adverb)
            && skipped < 2
        {
            next += 1;
            skipped += 1;
        }
        if next >= high || paragraph.lower(next) != *part {
            return None;
        }
        next += 1;
    }
    Some(next)
}

/// "the claim", "his reports", "of charges": the form of a verb, but a noun.
fn is_noun_here(
    paragraph: &Paragraph<'_>,
    at: usize,
    level: &Range<usize>,
    inflection: Inflection,
    cue: &Cue,
) -> bool {
    let Some(before) = at.checked_sub(1).filter(|&i| i >= level.start) else {
        return matches!(inflection, Inflection::Base | Inflection::Third);
    };
    let class = paragraph.class(before);
    match inflection {
        Inflection::Base => {
            !matches!(
                class,
                Some(
                    Class::Pronoun
                        | Class::To
                        | Class::Auxiliary
                        | Class::Negation
                        | Class::Adverb
                        | Class::Subordinator
                        | Class::Capital
                        | Class::Word
                        | Class::Number
                )
            ) && !matches!(
                paragraph.lower(before),
                "some" | "many" | "others" | "both" | "few" | "most"
            ) || (class == Some(Class::Word)
                && !paragraph.lower(before).ends_with('s')
                && paragraph.lower(before) != "people"
                || class == Some(Class::Capital) && !paragraph.lower(before).ends_with('s'))
                && inflection == Inflection::Base
                && !past_is_base(cue)
        }
        Inflection::Third => matches!(
            class,
            Some(
                Class::Determiner
                    | Class::Possessive
                    | Class::Preposition
                    | Class::Number
                    | Class::Hyphen
                    | Class::Conjunction
                    | Class::Verb
            )
        ),
        Inflection::Past | Inflection::Participle => {
            matches!(
                class,
                Some(Class::Determiner | Class::Possessive | Class::Preposition | Class::Hyphen)
            ) && !matches!(
                paragraph.lower(before),
                "some" | "many" | "others" | "both" | "all" | "few" | "most" | "several"
            )
        }
        Inflection::Ing => matches!(class, Some(Class::Determiner | Class::Possessive | Class::Hyphen)),
    }
}

/// "put", "let", "cast": past and base are one form.
fn past_is_base(cue: &Cue) -> bool {
    ["put", "let", "cast", "hit"].contains(&cue.phrase.split(' ').next().unwrap_or_default())
}

impl Group {
    fn take_auxiliaries(&mut self, paragraph: &Paragraph<'_>, low: usize) {
        let mut start = self.range.start;
        let mut be = false;
        let mut at = start;
        while at > low {
            at -= 1;
            match paragraph.class(at) {
                Some(Class::Auxiliary) => {
                    let lower = paragraph.lower(at);
                    be |= matches!(
                        lower,
                        "is" | "are"
                            | "was"
                            | "were"
                            | "be"
                            | "been"
                            | "being"
                            | "'re"
                            | "’re"
                            | "am"
                            | "'m"
                            | "’m"
                    );
                    self.modal |= matches!(
                        lower,
                        "would" | "will" | "could" | "may" | "might" | "can" | "must" | "should" | "shall"
                    );
                    start = at;
                }
                Some(Class::Negation) => {
                    self.negated = true;
                    start = at;
                }
                Some(Class::Adverb) => {
                    if matches!(paragraph.lower(at), "hardly" | "scarcely") {
                        self.negated = true;
                    }
                    start = at;
                }
                Some(Class::To) if !self.infinitive => {
                    self.infinitive = true;
                    break;
                }
                Some(Class::OpenQuote | Class::CloseQuote) if at + 1 == self.range.start => {}
                _ => break,
            }
        }
        self.range.start = start;
        self.passive = be && matches!(self.inflection, Inflection::Past | Inflection::Participle);
    }

    /// The act and commitment once negation and modals are counted, and why, in plain words.
    pub(crate) fn reading(&self, words: &str) -> (Act, Factuality, String) {
        let cue = self.cue;
        let kind = match cue.pos {
            Pos::Verb => "verb",
            Pos::Noun => "noun",
            Pos::Adjective => "adjective",
            Pos::Preposition => "preposition",
            Pos::Adverb => "adverb",
        };
        let what = match cue.act {
            Act::Asserts => "saying",
            Act::Believes => "belief",
            Act::Denies => "denial",
            Act::Accepts => "acceptance",
            Act::Disputes => "dispute",
            Act::Doubts => "doubt",
            Act::Questions => "asking",
            Act::Presses => "pressing",
            Act::Demands => "demand",
            Act::Promises => "promise",
            Act::Declines => "refusal",
            Act::Withholds => "reserve",
        };
        if self.negated {
            let (act, factuality, turns) = negate(cue.act);
            return (
                act,
                factuality,
                format!("“{words}”: {kind} of {what}; negated, so {turns}"),
            );
        }
        let factuality = if self.modal && cue.pos == Pos::Verb {
            Factuality::Unknown
        } else {
            cue.factuality
        };
        let modal = if self.modal {
            "; with a modal, so uncommitted"
        } else {
            "; not negated"
        };
        (cue.act, factuality, format!("“{words}”: {kind} of {what}{modal}"))
    }
}

/// What the negation of an act does.
fn negate(act: Act) -> (Act, Factuality, &'static str) {
    match act {
        Act::Asserts => (Act::Withholds, Factuality::Unknown, "no position is taken"),
        Act::Believes => (Act::Doubts, Factuality::ProbableNot, "it is doubted"),
        Act::Denies | Act::Disputes | Act::Doubts => (Act::Withholds, Factuality::Unknown, "it is left open"),
        Act::Accepts => (Act::Disputes, Factuality::CertainNot, "it is not accepted"),
        Act::Questions | Act::Presses | Act::Withholds => {
            (Act::Withholds, Factuality::Unknown, "it is not raised")
        }
        Act::Demands | Act::Promises => (Act::Declines, Factuality::Unknown, "it is declined"),
        Act::Declines => (Act::Asserts, Factuality::Possible, "it is not refused"),
    }
}
