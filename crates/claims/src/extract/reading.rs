//! What a speaker does by a cue, once everything that operates on it is counted.

use super::group::Group;
use crate::lexicon::{Hold, Pos};
use crate::{Act, Factuality};

/// An act, how far it commits, and why it was read so.
type Reading = (Act, Factuality, String);

impl Group {
    /// The act and commitment once negation, modals and the verbs before the cue are counted, and why, in plain words.
    pub(crate) fn reading(&self, words: &str) -> Reading {
        let what = format!("“{words}”: {} of {}", kind(self.cue.pos), name(self.cue.act));
        if self.order {
            let rule = format!("“{words}” somebody to do something: a demand");
            return (Act::Demands, Factuality::Unknown, rule);
        }
        if self.no_longer {
            let rule = format!("{what}; “no longer”, so it is doubted");
            return (Act::Doubts, Factuality::ProbableNot, rule);
        }
        if let Some(operator) = self.operator {
            let done = if self.negated {
                operator.negated
            } else {
                operator.affirmed
            };
            let through = operator.phrase;
            return match done {
                Hold::So => (
                    self.cue.act,
                    self.cue.factuality,
                    format!("{what}; “{through}” means that it is done"),
                ),
                Hold::NotSo => (
                    Act::Withholds,
                    Factuality::Unknown,
                    format!("{what}; “{through}” means that it is not done, so no position is taken"),
                ),
                _ => (
                    self.cue.act,
                    Factuality::Unknown,
                    format!("{what}; “{through}” leaves open whether it is done, so uncommitted"),
                ),
            };
        }
        if self.negated {
            return self.negated_reading(&what);
        }
        if self.open {
            let rule = format!("{what}; in a condition or question, so uncommitted");
            return (self.cue.act, Factuality::Unknown, rule);
        }
        if self.modal && self.cue.pos == Pos::Verb {
            let rule = format!("{what}; with a modal, so uncommitted");
            return (self.cue.act, Factuality::Unknown, rule);
        }
        (self.cue.act, self.cue.factuality, format!("{what}; not negated"))
    }

    fn negated_reading(&self, what: &str) -> Reading {
        let cue = self.cue;
        let reading =
            |act, factuality, turns: &str| (act, factuality, format!("{what}; negated, so {turns}"));
        if self.can && cue.held.affirmed == Hold::NotSo {
            return reading(Act::Accepts, Factuality::Certain, "it has to be granted");
        }
        match (cue.held.negated, cue.act) {
            (Hold::NotSo, Act::Believes) => reading(
                Act::Denies,
                Factuality::ProbableNot,
                "it is held not to be so: not thinking so is thinking not",
            ),
            (Hold::NotSo, _) => reading(Act::Disputes, Factuality::CertainNot, "it is not accepted"),
            (Hold::Doubted, _) => reading(Act::Doubts, Factuality::PossibleNot, "it is doubted"),
            (Hold::So, _) => reading(Act::Believes, Factuality::Certain, "it is held to be so"),
            (Hold::Possible, _) => reading(Act::Withholds, Factuality::Possible, "it is left possible"),
            (Hold::Neither, Act::Demands | Act::Promises) => {
                reading(Act::Declines, Factuality::Unknown, "it is declined")
            }
            (Hold::Neither, Act::Declines) => {
                reading(Act::Asserts, Factuality::Possible, "it is not refused")
            }
            (Hold::Neither, Act::Asserts) if self.will => {
                reading(Act::Declines, Factuality::Unknown, "it is declined")
            }
            (Hold::Neither, _) => reading(Act::Withholds, Factuality::Unknown, "no position is taken"),
        }
    }
}

fn kind(pos: Pos) -> &'static str {
    match pos {
        Pos::Verb => "verb",
        Pos::Noun => "noun",
        Pos::Adjective => "adjective",
        Pos::Preposition => "preposition",
        Pos::Adverb => "adverb",
    }
}

fn name(act: Act) -> &'static str {
    match act {
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
    }
}
