//! Whether two claims are about one subject, and whether their speakers may be the same people.

use super::Evidence;
use crate::SpeakerId;
use crate::issues::cluster::Likeness;
use crate::issues::proposition::{Kind, Proposition, Term, Word};
use crate::issues::segment::ANYBODY;
use crate::speakers::country_of;

/// Countries in somebody's roles that are looked at.
const ROLES: usize = 8;

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
    // Who lost the town is not who captured it.
    if likeness.converse {
        return left.word != right.word;
    }
    if left.word == right.word || evidence.alike.are_alike(left.word, right.word) {
        // Who bullied somebody was not bullied.
        return one.passive == other.passive || one.predicate.is_none() || one.predicate != other.predicate;
    }
    // "Ode handed over the report" and "the report was handed over".
    if one.passive != other.passive && one.predicate.is_some() && one.predicate == other.predicate {
        let (done, active) = if one.passive { (left, other) } else { (right, one) };
        let mut terms = active.terms.iter();
        return terms.any(|term| term.word == done.word || evidence.alike.are_alike(term.word, done.word));
    }
    let who = |term: Term, acts: bool| acts || matches!(term.kind, Kind::Name | Kind::Somebody);
    if may_be_anybody(evidence, left.word) && who(right, other.subject_acts)
        || may_be_anybody(evidence, right.word) && who(left, one.subject_acts)
    {
        return same_predicate(evidence, one, other);
    }
    let has = |proposition: &Proposition, word: u32| proposition.terms.iter().any(|term| term.word == word);
    match (left.kind, right.kind) {
        (Kind::Name, Kind::Name) => false,
        // "the company" and "it" may be whoever is named elsewhere.
        (Kind::Name | Kind::Somebody, Kind::Name | Kind::Somebody) => {
            likeness.shared >= 2 && same_predicate(evidence, one, other)
        }
        // "the mayor" and "Pell", "meddling" and "Russia meddled": one of them does not name who.
        (Kind::Matter, Kind::Matter) => {
            likeness.shared >= 3
                || has(one, right.word)
                || has(other, left.word)
                || is_deed(evidence, left.word, other)
                || is_deed(evidence, right.word, one)
        }
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

/// Whether the word is a noun for what another clause says is done: "no sale of the mill" and "the mill was sold".
fn is_deed(evidence: &Evidence<'_>, word: Word, other: &Proposition) -> bool {
    other
        .predicate
        .is_some_and(|predicate| evidence.alike.are_linked(word, predicate))
}

/// Whether the word stands for whoever is somebody's: "his client".
fn may_be_anybody(evidence: &Evidence<'_>, word: Word) -> bool {
    evidence.context.vocabulary.known(ANYBODY) == Some(word)
}

/// Whether both say that the same is done, as far as the verb is seen.
pub(super) fn same_predicate(evidence: &Evidence<'_>, one: &Proposition, other: &Proposition) -> bool {
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

/// Whether the speaker of one holds an office of the country that the other is about: a "Russian minister" and "Russia".
fn leads(evidence: &Evidence<'_>, one: &Proposition, other: &Proposition) -> bool {
    let analysis = evidence.analysis();
    let speaker = analysis.statements[one.statement.index()].speaker;
    let speaker = speaker.and_then(|speaker| analysis.speakers.get(speaker.index()));
    let countries = speaker
        .into_iter()
        .flat_map(|speaker| &speaker.roles)
        .flat_map(|role| {
            role.split(' ')
                .filter_map(|word| country_of(&word.to_lowercase()))
        });
    let vocabulary = &evidence.context.vocabulary;
    let subject = other.subject.map(|term| term.word);
    subject.is_some()
        && countries
            .take(ROLES)
            .any(|country| vocabulary.known(&format!("@{country}")) == subject)
}

/// Whether both name the same person, body or place, or one of them somebody who may be the other's.
pub(super) fn one_name(evidence: &Evidence<'_>, one: &Proposition, other: &Proposition) -> bool {
    let open = |proposition: &Proposition| {
        let mut terms = proposition.terms.iter();
        terms.any(|term| may_be_anybody(evidence, term.word))
    };
    if open(one) || open(other) {
        return true;
    }
    if leads(evidence, one, other) || leads(evidence, other, one) {
        return true;
    }
    let named = |term: &&Term| matches!(term.kind, Kind::Name | Kind::Somebody);
    let others = &other.terms;
    let mut of_one = one.terms.iter().filter(named);
    of_one.any(|name| others.iter().any(|other| other.word == name.word))
}

/// "There is no deal": whether it denies that there is such a thing.
pub(super) fn says_there_is_none(evidence: &Evidence<'_>, proposition: &Proposition) -> bool {
    let text = evidence.context.text(proposition.statement);
    let words = proposition.words.map_or("", |span| span.of(text));
    let words = words.trim_start_matches("that ").trim_start_matches(['“', '"']);
    proposition.sweeping && ["There ", "there "].iter().any(|there| words.starts_with(there))
}

/// "People who live by the river": those, and not people at large.
pub(super) fn are_told_apart(evidence: &Evidence<'_>, proposition: &Proposition) -> bool {
    let id = proposition.statement;
    let statement = &evidence.analysis().statements[id.index()];
    let words = statement
        .source
        .first()
        .map_or("", |span| span.of(evidence.context.text(id)));
    let mut words = words.split_whitespace().map(str::to_lowercase);
    words.next().is_some_and(|first| first == "people")
        && words
            .next()
            .is_some_and(|next| matches!(next.as_str(), "who" | "in" | "from" | "at" | "near" | "on"))
}
