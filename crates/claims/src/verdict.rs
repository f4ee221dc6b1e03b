//! What a clause says at its end of somebody's words: "claims that the dam leaked *were simply untrue*".

use core::ops::Range;

use crate::issues::is_irregular_past;
use crate::lexicon::Lexicon;
use crate::words::{Class, classify};

/// Words between the verb and the judgement: "were *not, in fact, entirely* true".
const BETWEEN: usize = 5;

/// Where in the clause that a noun for words opens ("claims that …") a verdict on them stands, and whether it is that they
/// are right. The words are in lower case; marks stand as words of their own, or are left out.
///
/// "Claims that the report was false" say so themselves: only a clause that has a verb already can be judged.
pub(crate) fn verdict<'a>(words: &[&'a str]) -> Option<(Range<usize>, bool)> {
    // "The *report*" is none.
    let has_verb = |words: &[&'a str]| {
        words.iter().enumerate().any(|(at, word)| {
            let before = at.checked_sub(1).map(|at| classify(words[at], words[at]));
            is_verb(word) && !matches!(before, Some(Class::Determiner | Class::Possessive))
        })
    };
    (2..words.len()).rev().find_map(|at| {
        let (end, right) = opening(&words[at..])?;
        has_verb(&words[..at]).then_some((at..at + end, right))
    })
}

/// The verdict with which the words begin: how many of them it is, and whether it is that something is right.
pub(crate) fn opening(words: &[&str]) -> Option<(usize, bool)> {
    let (verb, rest) = words.split_first()?;
    let mut right = match *verb {
        "is" | "are" | "was" | "were" => true,
        "isn't" | "aren't" | "wasn't" | "weren't" => false,
        _ => return None,
    };
    for (skipped, &word) in rest.iter().take(BETWEEN).enumerate() {
        if let Some(judged) = judgement(word) {
            let next = rest.get(skipped + 1);
            let goes_on = next.is_some_and(|next| classify(next, next).is_nominal());
            return (!goes_on).then_some((skipped + 2, judged == right));
        }
        match word {
            "not" | "n't" | "never" => right = !right,
            _ if is_passed_over(word) => {}
            _ => return None,
        }
    }
    None
}

/// Words that say of what was said that it is right (true) or wrong (false).
pub(crate) fn judgement(lower: &str) -> Option<bool> {
    match lower {
        "true" | "correct" | "accurate" => Some(true),
        "false" | "untrue" | "wrong" | "incorrect" | "inaccurate" | "baseless" | "groundless"
        | "unfounded" | "absurd" | "ridiculous" | "nonsense" | "lie" | "lies" | "disgrace"
        | "preposterous" | "fabrication" | "fabricated" | "bogus" | "debunked" | "refuted" | "disproved"
        | "discredited" | "erroneous" | "mistaken" | "fiction" | "hoax" | "smear" | "slander"
        | "ludicrous" | "laughable" | "rubbish" | "propaganda" | "nonsensical" | "outrageous" => Some(false),
        _ => None,
    }
}

/// Adverbs, articles and marks before a judgement: "*just an outright* lie".
fn is_passed_over(word: &str) -> bool {
    word.ends_with("ly")
        || !word.contains(char::is_alphanumeric)
        || matches!(
            word,
            "a" | "an"
                | "the"
                | "just"
                | "quite"
                | "all"
                | "pure"
                | "utter"
                | "complete"
                | "total"
                | "outright"
        )
}

/// Whether a word can be the verb of a clause, by its form.
pub(crate) fn is_verb(lower: &str) -> bool {
    matches!(classify(lower, lower), Class::Auxiliary | Class::Verb)
        || lower.len() > 4 && lower.ends_with("ed")
        || is_irregular_past(lower)
        || Lexicon::get().is_verb(lower)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_verdict_is_on_a_clause_that_has_a_verb_of_its_own() {
        let found = |text: &str| {
            let words: Vec<&str> = text.split(' ').collect();
            verdict(&words).map(|(at, right)| (words[..at.start].join(" "), right))
        };
        let on = |clause: &str, right| Some((clause.to_owned(), right));
        assert_eq!(found("the dam leaked was false"), on("the dam leaked", false));
        assert_eq!(found("he knew were “ simply untrue ”"), on("he knew", false));
        assert_eq!(
            found("she is in favour of it is simply not true ."),
            on("she is in favour of it", false)
        );
        assert_eq!(found("they had met was perfectly true"), on("they had met", true));
        assert_eq!(
            found("he took cash is a lie , she said"),
            on("he took cash", false)
        );
        assert_eq!(found("the report was false"), None, "that is what the claim says");
        assert_eq!(found("the dam leaked was false alarm"), None);
        assert_eq!(found("the dam leaked was new"), None);
    }
}
