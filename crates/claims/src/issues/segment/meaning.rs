//! What single words count as.

use super::tokens::Token;
use crate::Act;
use crate::issues::proposition::Kind;
use crate::issues::{terms, values};
use crate::lexicon::{Inflection, Lexicon, Pos};
use crate::words::{Class, classify, is_time, is_title};

/// "this is *absurd*": what is judged stands for what was said.
pub(super) fn is_demonstrative(tokens: &[Token<'_>], at: usize) -> bool {
    let before = &tokens[at.saturating_sub(6)..at];
    before.first().is_some_and(|first| {
        matches!(
            first.lower.as_str(),
            "this" | "that" | "it" | "it's" | "that's" | "these" | "those" | "all"
        )
    }) && before.iter().skip(1).all(|token| {
        matches!(
            classify(token.text, &token.lower),
            Class::Auxiliary | Class::Negation | Class::Adverb | Class::Determiner
        ) || matches!(
            token.lower.as_str(),
            "simply" | "utter" | "complete" | "pure" | "of"
        )
    })
}

/// What a word counts as, its kind, and whether it is an act against something; `None` for words without matter.
pub(super) fn meaning(token: &Token<'_>, before: Option<&Token<'_>>) -> Option<(String, Kind, bool)> {
    let lower = token.lower.as_str();
    if is_title(lower)
        || is_title(&format!("{lower}."))
        || is_time(lower)
        || lower.ends_with("n't")
        || lower.chars().count() < 2
        || lower.starts_with(|c: char| c.is_numeric() || c == '$')
        || values::number_word(lower).is_some()
        || is_light(lower)
        || is_faint(lower)
    {
        return None;
    }
    for (cue, inflection) in Lexicon::get()
        .starting_with(lower)
        .iter()
        .filter(|(cue, _)| cue.rest.is_empty())
    {
        // "answer", "question", "challenge" are nouns as often.
        let verbal = !matches!(inflection, Inflection::Base | Inflection::Third)
            || before.is_some_and(|before| {
                matches!(
                    classify(before.text, &before.lower),
                    Class::Auxiliary | Class::Negation | Class::To | Class::Pronoun
                )
            });
        match (cue.pos, cue.act) {
            (Pos::Noun, Act::Asserts | Act::Believes) if stands_for_words(cue.phrase) => {
                return Some(("#words".to_owned(), Kind::Words, false));
            }
            (Pos::Noun, Act::Denies) => return Some(("#words".to_owned(), Kind::Words, true)),
            (Pos::Verb, Act::Accepts) if verbal => return Some(("#accept".to_owned(), Kind::Act, false)),
            (Pos::Verb, Act::Disputes | Act::Denies | Act::Declines) if verbal => {
                return Some(("#accept".to_owned(), Kind::Act, true));
            }
            (Pos::Verb, Act::Presses | Act::Questions | Act::Demands) if verbal => {
                return Some(("#press".to_owned(), Kind::Act, false));
            }
            _ => {}
        }
    }
    match classify(token.text, lower) {
        Class::Word | Class::Verb => Some((terms::base_form(lower), Kind::Matter, false)),
        Class::Capital => {
            let kind = if terms::related(&terms::base_form(lower)).is_empty() {
                Kind::Name
            } else {
                Kind::Matter
            };
            Some((terms::base_form(lower), kind, false))
        }
        _ => None,
    }
}

/// Words by which a negation holds for all of a kind.
pub(super) fn is_sweeping(lower: &str) -> bool {
    matches!(
        lower,
        "no" | "any" | "anyone" | "anybody" | "anything" | "nobody" | "nothing" | "none"
    )
}

/// Verbs that, denied, deny what their object names: "saw no soldiers", "received no offer".
pub(super) fn is_support(lower: &str) -> bool {
    matches!(
        terms::base_form(lower).as_str(),
        "receiv"
            | "hear"
            | "see"
            | "get"
            | "hav"
            | "find"
            | "notic"
            | "detect"
            | "giv"
            | "mak"
            | "tak"
            | "observ"
            | "encounter"
            | "obtain"
            | "hold"
            | "conduct"
            | "carry"
    )
}

/// Nouns that stand for what somebody said; others that report ("proof", "story") are mostly things.
fn stands_for_words(noun: &str) -> bool {
    matches!(
        noun,
        "statement"
            | "claim"
            | "assertion"
            | "allegation"
            | "accusation"
            | "charge"
            | "assurance"
            | "report"
            | "account"
            | "finding"
            | "conclusion"
            | "argument"
            | "contention"
            | "insinuation"
            | "testimony"
            | "framing"
            | "version"
            | "characterization"
            | "description"
            | "narrative"
            | "notion"
            | "rumor"
            | "rumour"
            | "assessment"
            | "explanation"
            | "insistence"
            | "belief"
            | "declaration"
            | "admission"
            | "idea"
    )
}

/// Words that say nothing of what a clause is about.
fn is_light(lower: &str) -> bool {
    matches!(
        lower,
        "nobody"
            | "nothing"
            | "anybody"
            | "anyone"
            | "anything"
            | "somebody"
            | "someone"
            | "something"
            | "everybody"
            | "everyone"
            | "everything"
            | "none"
            | "one"
            | "so"
            | "says"
            | "said"
            | "say"
            | "way"
            | "really"
            | "very"
            | "going"
            | "thing"
            | "things"
            | "day"
            | "time"
            | "lot"
            | "ever"
            | "new"
            | "not"
            | "well"
            | "much"
            | "made"
            | "make"
            | "got"
            | "get"
            | "own"
            | "such"
            | "same"
            | "there"
            | "here"
            | "likely"
            | "unlikely"
            | "possible"
            | "sign"
            | "evidence"
            | "fact"
            | "matter"
            | "issue"
            | "case"
            | "least"
            | "nearly"
            | "about"
            | "around"
            | "kind"
            | "part"
            | "number"
            | "group"
            | "able"
            | "good"
            | "great"
            | "big"
            | "come"
            | "came"
            | "went"
            | "go"
            | "goes"
            | "done"
            | "put"
            | "let"
            | "breaking"
            | "overnight"
            | "hundred"
            | "thousand"
            | "million"
            | "billion"
            | "trillion"
            | "dozen"
            | "percent"
            | "crown"
            | "crowns"
            | "dollar"
            | "dollars"
            | "euro"
            | "euros"
            | "people"
    ) && lower != "people"
}

/// Words for how much, when and of what, that say little by themselves: "*the subject of* the strike", "*the last* soldiers".
fn is_faint(lower: &str) -> bool {
    matches!(
        lower,
        "o'clock"
            | "last"
            | "next"
            | "along"
            | "almost"
            | "reason"
            | "reasons"
            | "subject"
            | "topic"
            | "fate"
            | "enough"
            | "largest"
            | "biggest"
            | "smallest"
            | "latest"
            | "entire"
            | "whole"
    )
}
