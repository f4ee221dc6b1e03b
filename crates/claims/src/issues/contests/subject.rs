//! Whether two claims are about one subject, and whether their speakers may be the same people.

use super::Evidence;
use crate::SpeakerId;
use crate::issues::cluster::Likeness;
use crate::issues::proposition::{Kind, Proposition, Term};

/// Whether the two are about one subject, as far as it is named.
pub(super) fn same_subject(
    evidence: &Evidence<'_>,
    one: &Proposition,
    other: &Proposition,
    likeness: Likeness,
) -> bool {
    let (Some(left), Some(right)) = (one.subject, other.subject) else {
        return true;
    };
    if left.word == right.word || evidence.alike.are_alike(left.word, right.word) {
        // Who bullied somebody was not bullied.
        return one.passive == other.passive || one.predicate.is_none() || one.predicate != other.predicate;
    }
    let has = |proposition: &Proposition, word: u32| proposition.terms.iter().any(|term| term.word == word);
    match (left.kind, right.kind) {
        (Kind::Name, Kind::Name) => false,
        // "the company" and "it" may be whoever is named elsewhere.
        (Kind::Name | Kind::Somebody, Kind::Name | Kind::Somebody) => {
            likeness.shared >= 2 && same_predicate(evidence, one, other)
        }
        // "the mayor" and "Pell", "meddling" and "Russia meddled": one of them does not name who.
        (Kind::Matter, Kind::Matter) => likeness.shared >= 3 || has(one, right.word) || has(other, left.word),
        _ => {
            let (acts, named, thing) = if left.kind == Kind::Matter {
                (one.subject_acts, right, left)
            } else {
                (other.subject_acts, left, right)
            };
            let (of_named, of_thing) = if left.kind == Kind::Matter {
                (other, one)
            } else {
                (one, other)
            };
            acts && same_predicate(evidence, one, other)
                || has(of_thing, named.word)
                || of_named
                    .terms
                    .iter()
                    .any(|term| term.word == thing.word || evidence.alike.are_alike(term.word, thing.word))
        }
    }
}

/// Whether both say that the same is done, as far as the verb is seen.
fn same_predicate(evidence: &Evidence<'_>, one: &Proposition, other: &Proposition) -> bool {
    let (Some(left), Some(right)) = (one.predicate, other.predicate) else {
        return true;
    };
    left == right || evidence.alike.are_linked(left, right)
}

/// Speakers who are whoever answers a description, or only a pronoun: two of them may be the same people.
pub(super) fn is_somebody(name: &str) -> bool {
    let mut words = name.split_whitespace();
    let first = words.next().unwrap_or_default().to_lowercase();
    let vague = matches!(
        first.as_str(),
        "some"
            | "many"
            | "several"
            | "most"
            | "others"
            | "half"
            | "few"
            | "all"
            | "both"
            | "almost"
            | "one"
            | "those"
            | "which"
            | "who"
            | "that"
            | "they"
            | "any"
            | "nobody"
            | "people"
            | "critics"
            | "what"
            | "it"
            | "he"
            | "she"
            | "we"
            | "i"
            | "you"
            | "this"
            | "these"
            | "there"
            | "somebody"
            | "someone"
            | "everyone"
            | "voters"
    );
    vague || name.contains("percent") || first.starts_with(|c: char| c.is_numeric())
}

/// Whether one is a pair or group that the other is of: "Finch and Ode" and "Ode".
pub(super) fn overlap(evidence: &Evidence<'_>, one: SpeakerId, other: SpeakerId) -> bool {
    let (one, other) = (evidence.name(one), evidence.name(other));
    let of = |one: &str, other: &str| one.split(" and ").any(|member| member == other);
    of(one, other) || of(other, one)
}

/// Whether both name the same person, body or place.
pub(super) fn one_name(one: &Proposition, other: &Proposition) -> bool {
    let named = |term: &&Term| matches!(term.kind, Kind::Name | Kind::Somebody);
    let others = &other.terms;
    let mut of_one = one.terms.iter().filter(named);
    of_one.any(|name| others.iter().any(|other| other.word == name.word))
}
