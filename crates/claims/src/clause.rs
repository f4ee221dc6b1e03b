//! The operators in a content: negation, "may", "unlikely", "whether", conditions; and what they make of a commitment.

use crate::{Act, Factuality};

/// Words of a clause that are read: its subject and main verb stand among these.
const WORDS: usize = 18;

/// How sure a clause says something to be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub(crate) enum Certainty {
    /// Neither: "whether", "how", "if … would".
    Open,
    Possible,
    Probable,
    #[default]
    Certain,
}

/// What operates on the main event of a clause.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
#[allow(
    clippy::struct_excessive_bools,
    reason = "marks of a clause that each hold or not by themselves"
)]
pub(crate) struct Clause {
    pub(crate) negated: bool,
    pub(crate) certainty: Certainty,
    /// What would be under a condition: "the gates would close if the river rose".
    pub(crate) conditional: bool,
    /// It is a question from its first word to its last.
    pub(crate) asks: bool,
    /// Something is "the only" one: whoever denies that leaves open whether it is one.
    pub(crate) sole: bool,
}

impl Clause {
    /// Reads the first clause of a content.
    pub(crate) fn read(text: &str) -> Self {
        let mut clause = Self::default();
        let mut would = false;
        let mut before = String::new();
        let mut describes = Describes::No;
        let all: Vec<String> = words(text)
            .take(WORDS + 1)
            .map(|word| word.to_lowercase().replace('’', "'"))
            .collect();
        for (at, word) in words(text).take(WORDS).enumerate() {
            let lower = all[at].as_str();
            let next = all.get(at + 1).map_or("", String::as_str);
            if at == 0 {
                if is_open(lower) {
                    clause.certainty = Certainty::Open;
                }
                let end = text.trim_end_matches(['”', '"', '’', '\'', ' ']);
                clause.asks = end.ends_with('?') && (is_open(lower) || is_auxiliary(lower));
            } else if describes.holds(&all[..=at], word) {
                lower.clone_into(&mut before);
                continue;
            } else if ends_clause(lower, &before) || joins(lower) && opens_verb(next) {
                break;
            }
            match lower {
                "only" if before == "not" => clause.negated = !clause.negated,
                // What is not the only one may still be one.
                "only" if clause.negated && before == "the" => clause.certainty = Certainty::Open,
                "only" if before == "the" && at > 1 && is_be(&all[at - 2]) => clause.sole = true,
                "whether" if at > 0 => {
                    clause.certainty = Certainty::Open;
                    break;
                }
                "not" | "no" | "never" | "cannot" | "nobody" | "nothing" | "none" | "neither" | "hardly"
                | "scarcely" => {
                    clause.negated = !clause.negated;
                    // "could not" denies an ability; it is no guess.
                    if before == "could" && clause.certainty == Certainty::Possible {
                        clause.certainty = Certainty::Certain;
                    }
                }
                // "never seen so many" tells that there were many.
                "so" | "such" if at > 0 && all[..at].iter().any(|word| word == "never") && clause.negated => {
                    clause.negated = false;
                }
                "doubt" if before == "no" => clause.negated = !clause.negated,
                // The month is no guess.
                "may" if at > 0 && word.starts_with('M') => {}
                "may" | "might" | "could" | "perhaps" | "maybe" | "possibly" | "possible" => {
                    clause.lower_to(Certainty::Possible);
                }
                "likely" | "probably" | "probable" => clause.lower_to(Certainty::Probable),
                "unlikely" | "improbable" => {
                    clause.lower_to(Certainty::Probable);
                    clause.negated = !clause.negated;
                }
                "impossible" => clause.negated = !clause.negated,
                "will" | "would" => would = true,
                _ if lower.ends_with("n't") => clause.negated = !clause.negated,
                _ => {}
            }
            if matches!(lower, "if" | "unless") && at > 0 {
                if would {
                    clause.certainty = Certainty::Open;
                    clause.conditional = true;
                }
                break;
            }
            lower.clone_into(&mut before);
        }
        clause
    }

    fn lower_to(&mut self, certainty: Certainty) {
        self.certainty = self.certainty.min(certainty);
    }

    /// The commitment to the content's main event, given that to the content as the cue tells it, and why it changed.
    pub(crate) fn compose(self, act: Act, cue: Factuality) -> (Factuality, Option<&'static str>) {
        let unmoved = matches!(
            act,
            Act::Questions | Act::Presses | Act::Demands | Act::Declines | Act::Withholds
        );
        let Some((sure, so)) = parts(cue).filter(|_| !unmoved) else {
            return (cue, None);
        };
        if self.sole && !so {
            return (
                Factuality::Unknown,
                Some("that it is not the only one leaves it open"),
            );
        }
        let certainty = sure.min(self.certainty);
        let factuality = whole(certainty, so != self.negated);
        let why = match (self.certainty, self.negated) {
            (Certainty::Open, _) => Some("what is said is open"),
            (Certainty::Possible, false) => Some("what is said is only possible"),
            (Certainty::Possible, true) => Some("what is said is negated and only possible"),
            (Certainty::Probable, false) => Some("what is said is probable"),
            (Certainty::Probable, true) => Some("what is said is unlikely"),
            (Certainty::Certain, true) => Some("what is said is negated"),
            (Certainty::Certain, false) => None,
        };
        (factuality, why)
    }
}

/// Where in a clause that only describes the subject a word is: "the goat *that ate a hat* was not on a rope".
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Describes {
    No,
    /// Before its verb is over.
    Opened,
    /// After it: the next auxiliary is the main verb's.
    Told,
    /// The main verb has been met: nothing more describes the subject.
    Over,
}

impl Describes {
    /// Goes on to the last of the words; whether it is in such a clause.
    fn holds(&mut self, words: &[String], written: &str) -> bool {
        let [.., before, lower] = words else {
            return false;
        };
        let verb = is_auxiliary(lower) || matches!(lower.as_str(), "be" | "been" | "being" | "not" | "never");
        match self {
            // A noun, and no verb, stands before it.
            Self::No if matches!(lower.as_str(), "that" | "who" | "which") && before != "," => {
                let noun = before.chars().all(char::is_alphanumeric) && !before.ends_with("ed");
                *self = if noun { Self::Opened } else { Self::Over };
            }
            Self::No if verb || is_told(lower, written) => *self = Self::Over,
            Self::Opened if !verb => *self = Self::Told,
            Self::Told if is_auxiliary(lower) => *self = Self::Over,
            _ => {}
        }
        matches!(self, Self::Opened | Self::Told)
    }
}

/// Whether a word has the form of a verb of the past.
fn is_told(lower: &str, written: &str) -> bool {
    !written.starts_with(char::is_uppercase)
        && (lower.len() > 4 && lower.ends_with("ed") || crate::lexicon::Lexicon::get().is_verb(lower))
}

fn parts(factuality: Factuality) -> Option<(Certainty, bool)> {
    Some(match factuality {
        Factuality::Certain => (Certainty::Certain, true),
        Factuality::Probable => (Certainty::Probable, true),
        Factuality::Possible => (Certainty::Possible, true),
        Factuality::CertainNot => (Certainty::Certain, false),
        Factuality::ProbableNot => (Certainty::Probable, false),
        Factuality::PossibleNot => (Certainty::Possible, false),
        Factuality::Unknown => return None,
    })
}

fn whole(certainty: Certainty, so: bool) -> Factuality {
    match (certainty, so) {
        (Certainty::Certain, true) => Factuality::Certain,
        (Certainty::Probable, true) => Factuality::Probable,
        (Certainty::Possible, true) => Factuality::Possible,
        (Certainty::Certain, false) => Factuality::CertainNot,
        (Certainty::Probable, false) => Factuality::ProbableNot,
        (Certainty::Possible, false) => Factuality::PossibleNot,
        (Certainty::Open, _) => Factuality::Unknown,
    }
}

/// The words of a text, with the marks "," ";" "—" "." where a clause can end given as words of their own.
pub(crate) fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split_whitespace().flat_map(|chunk| {
        let bare = chunk.trim_matches(|c: char| !c.is_alphanumeric() && !matches!(c, '$' | '%' | '€' | '£'));
        // "U.S." and "Mr." do not end a clause; "week." does.
        let rest = chunk.trim_end_matches(['”', '"', '’', '\'', ')']);
        let end = rest.char_indices().next_back().map_or("", |(at, _)| &rest[at..]);
        let stops = match end {
            "," | ";" | "—" | "–" | ":" => true,
            "." | "!" | "?" => bare.chars().count() > 3 && !bare.contains('.'),
            _ => false,
        };
        let mark = if stops { end } else { "" };
        [bare, mark].into_iter().filter(|part| !part.is_empty())
    })
}

/// Whether a word other than the first opens another clause, or the mark ends this one.
fn ends_clause(lower: &str, before: &str) -> bool {
    match lower {
        "because" | "which" | "who" | "whose" | "when" | "although" | "though" | "while" | "but" | ";"
        | "—" | "–" | "." | "!" | "?" => true,
        // "it was possible that …": what the adjective operates on follows.
        "that" => !matches!(
            before,
            "possible" | "impossible" | "likely" | "unlikely" | "probable"
        ),
        "and" | "or" => before == ",",
        _ => false,
    }
}

fn joins(lower: &str) -> bool {
    matches!(lower, "and" | "or" | "but")
}

/// "…, and *has* no comment", "and *offered* nothing": the subject goes on to do something else. "Mean-spirited" is no
/// verb.
fn opens_verb(lower: &str) -> bool {
    let told = lower.len() > 4 && lower.ends_with("ed") && !lower.contains('-');
    is_auxiliary(lower) || told || lower == "that"
}

fn is_open(lower: &str) -> bool {
    matches!(
        lower,
        "whether" | "how" | "why" | "what" | "who" | "when" | "where" | "which" | "if"
    )
}

fn is_be(lower: &str) -> bool {
    matches!(
        lower,
        "is" | "are" | "was" | "were" | "be" | "been" | "it's" | "that's"
    )
}

fn is_auxiliary(lower: &str) -> bool {
    matches!(
        lower,
        "is" | "are"
            | "was"
            | "were"
            | "do"
            | "does"
            | "did"
            | "has"
            | "have"
            | "had"
            | "can"
            | "could"
            | "will"
            | "would"
            | "should"
            | "may"
            | "isn't"
            | "aren't"
            | "don't"
            | "doesn't"
            | "didn't"
            | "won't"
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_clause_that_describes_the_subject_denies_nothing() {
        let negated = |text: &str| Clause::read(text).negated;
        assert!(negated("The goat that ate a hat in the yard was not on a rope"));
        assert!(negated("people who had seen it were not asked"));
        assert!(!negated("a dog that did not bark was sold"));
        assert!(!negated("the mayor said that it did not leak"));
    }

    #[test]
    fn operators_in_a_content_are_composed_with_the_cue() {
        for (text, cue, expected) in [
            ("the dam is safe", "CT+", "CT+"),
            ("the dam is not safe", "CT+", "CT-"),
            ("that the dam isn’t safe", "CT-", "CT+"),
            ("the dam may fail", "CT+", "PS+"),
            ("it was not likely they would agree", "CT+", "PR-"),
            ("a flood was unlikely", "CT+", "PR-"),
            ("it was possible that the dam had failed", "PR+", "PS+"),
            ("it was impossible that it had failed", "CT+", "CT-"),
            ("she could not swim", "CT+", "CT-"),
            ("whether the dam is safe", "CT+", "Uu"),
            ("they had not decided whether the dam was safe", "CT+", "Uu"),
            ("it was not the only dam", "CT+", "Uu"),
            ("it is the only dam that leaks", "CT+", "CT+"),
            ("it is the only dam that leaks", "CT-", "Uu"),
            ("the only dam leaks", "CT-", "CT-"),
            ("the gates would close if the river rose", "CT+", "Uu"),
            ("he left because the dam was not safe", "CT+", "CT+"),
            ("not only the dam was new", "CT+", "CT+"),
            ("she had never seen so much water", "CT+", "CT+"),
            ("her “rude” and “mean-spirited” jokes do not fit", "CT+", "CT-"),
        ] {
            let named = |name: &str| {
                Factuality::ALL
                    .iter()
                    .copied()
                    .find(|known| known.as_str() == name)
                    .unwrap()
            };
            let (found, _) = Clause::read(text).compose(Act::Asserts, named(cue));
            assert_eq!(found, named(expected), "{text}");
        }
    }

    #[test]
    fn asking_commits_to_nothing_else() {
        let clause = Clause::read("whether the dam is not safe");
        assert_eq!(
            clause.compose(Act::Questions, Factuality::Unknown),
            (Factuality::Unknown, None)
        );
        assert!(Clause::read("“Who signed the order?”").asks);
        assert!(!Clause::read("“He signed the order, didn’t he?”").asks);
    }
}
