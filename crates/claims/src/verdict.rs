//! What a clause says at its end of somebody's words: "claims that the dam leaked *were simply untrue*".

use core::ops::Range;

use crate::issues::is_irregular_past;
use crate::lexicon::{Lexicon, Pos, Takes};
use crate::words::{Class, classify};

/// Words between the verb and the judgement: "were *not, in fact, entirely* true".
const BETWEEN: usize = 5;

/// Where in the clause that a noun for words opens ("claims that …") a verdict on them stands, and whether it is that they
/// are right. The words are in lower case; marks stand as words of their own, or are left out.
///
/// "Claims that the report was false" say so themselves: only a clause that has a verb already can be judged.
pub(crate) fn verdict(words: &[&str]) -> Option<(Range<usize>, bool)> {
    (2..words.len()).rev().find_map(|at| {
        let (end, right) = opening(&words[at..])?;
        is_closed(&words[..at]).then_some((at..at + end, right))
    })
}

/// Whether the words are a clause with a verb of its own that what follows is not a part of: neither "he knew *the papers*
/// were false" nor "*what he did* was wrong".
fn is_closed(clause: &[&str]) -> bool {
    let verb = (0..clause.len()).rev().find(|&at| {
        let before = at
            .checked_sub(1)
            .map(|before| classify(clause[before], clause[before]));
        // "The *report*" is none.
        is_verb(clause[at]) && !matches!(before, Some(Class::Determiner | Class::Possessive))
    });
    let Some(verb) = verb else { return false };
    let after = &clause[verb + 1..];
    // What follows "warned" may be whoever was warned.
    let takes_clause = Lexicon::get().starting_with(clause[verb]).iter().any(|(cue, _)| {
        let says = cue.takes.has(Takes::CLAUSE) || cue.takes.has(Takes::BARE);
        cue.pos == Pos::Verb && cue.rest.is_empty() && says && !cue.takes.has(Takes::ADDRESSEE)
    });
    let relative = |word: &&str| matches!(*word, "what" | "whatever" | "who" | "whose" | "which" | "whether");
    let joint = |word: &&str| matches!(*word, "and" | "or" | "but" | "when" | "because" | "if" | "that");
    let described = clause[..verb].iter().any(relative) || after.iter().any(joint);
    !described && (after.is_empty() || !takes_clause)
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
            "not" | "n't" | "never" | "hardly" | "scarcely" | "barely" | "rarely" => right = !right,
            // What is not only wrong is wrong.
            "only" | "merely" | "simply" | "just" if skipped > 0 && rest[skipped - 1] == "not" => {
                right = !right;
            }
            "partly" | "possibly" | "probably" | "allegedly" | "reportedly" | "largely" | "mostly" => {
                return None;
            }
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
        for part in [
            "he knew the papers were false",
            "what he did was wrong",
            "the man who took it was wrong",
            "the dam leaked and the report was false",
            "the dam leaked was partly true",
        ] {
            assert_eq!(found(part), None, "{part}");
        }
    }

    #[test]
    fn what_is_denied_of_a_verdict_turns_it() {
        let right = |text: &str| opening(&text.split(' ').collect::<Vec<_>>()).map(|(_, right)| right);
        assert_eq!(right("was not only wrong but dangerous"), Some(false));
        assert_eq!(right("was hardly true"), Some(false));
        assert_eq!(right("is simply not true"), Some(false));
        assert_eq!(right("was not wrong"), Some(true));
    }
}
