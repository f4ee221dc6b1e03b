//! Where an article mentions somebody who can speak.

use core::ops::Range;

use english::{Dep, EntityKind, Pos, Tag};

use super::mention::{Determiner, Mention, Nominal, Pronoun, What};
use super::name;
use super::nouns::{Noun, noun, singular};
use super::run;
use super::text::{REACH, Text};

/// The mentions of a paragraph, in order. In a headline nothing but pronouns is looked for.
pub(super) fn find(text: &Text<'_>, paragraph: &Range<u32>, mentions: &mut Vec<Mention>) {
    let headline = text.is_headline(paragraph);
    let mut at = paragraph.start;
    // Up to where titles and descriptions are part of a name that follows.
    let mut covered = paragraph.start;
    while at < paragraph.end {
        if let Some(pronoun) = pronoun(text, at) {
            mentions.push(Mention {
                tokens: at..at + 1,
                head: at,
                what: What::Pronoun(pronoun),
            });
            at += 1;
            continue;
        }
        if headline {
            at += 1;
            continue;
        }
        if run::is_name_word(text, at) {
            let mut run = run::run(text, at, paragraph.end);
            if let Some(person) = name::behind_body(text, &run) {
                run.end = person;
            }
            if let Some(found) = name::read(text, &run, covered) {
                covered = run.end;
                // A description that turns out to be part of the name is no mention of its own.
                while mentions.last().is_some_and(|last| {
                    last.head >= found.tokens.start && matches!(last.what, What::Nominal(_))
                }) {
                    mentions.pop();
                }
                at = found.tokens.end.max(run.end);
                mentions.push(found);
                continue;
            }
            if let Some(found) = run.clone().find_map(|at| nominal(text, at)) {
                mentions.push(found);
            }
            at = run.end;
            continue;
        }
        if let Some(two) = the_two(text, at) {
            mentions.push(two);
            at += 1;
            continue;
        }
        if matches!(text.pos(at), Some(Pos::Noun | Pos::Propn)) || text.tag(at) == Some(Tag::Nns) {
            mentions.extend(nominal(text, at));
        } else {
            mentions.extend(one_of(text, at));
        }
        at += 1;
    }
}

/// People in a row, each of them a mention of `mentions` from `first` on, as mentions of their own behind the last.
pub(super) fn join(text: &Text<'_>, first: usize, mentions: &mut Vec<Mention>) {
    let mut joined = Vec::new();
    for (at, mention) in mentions.iter().enumerate().skip(first) {
        if !can_join(mention) || text.dep(mention.head) == Some(Dep::Conj) {
            continue;
        }
        let mut heads = vec![mention.head];
        let mut end = mention.tokens.end;
        let mut last = at;
        for (next, other) in mentions.iter().enumerate().skip(at + 1).take(10) {
            let linked = text.dep(other.head) == Some(Dep::Conj) && heads.contains(&text.head(other.head));
            // The parser may hang the second name elsewhere.
            let beside = other.tokens.start == end + 1
                && matches!(text.lower(end).as_str(), "and" | "&")
                && is_person(mention)
                && is_person(other);
            if (linked || beside) && can_join(other) {
                heads.push(other.head);
                end = other.tokens.end;
                last = next;
            }
        }
        let and = (mention.tokens.end..end).any(|at| matches!(text.lower(at).as_str(), "and" | "&"));
        if heads.len() > 1 && and {
            let whole = Mention {
                tokens: mention.tokens.start..end,
                head: mention.head,
                what: What::Together(heads),
            };
            joined.push((last + 1, whole));
        }
    }
    joined.sort_by_key(|(place, _)| *place);
    let mut joined = joined.into_iter().peekable();
    let apart = mentions.split_off(first);
    for (at, mention) in apart.into_iter().enumerate() {
        mentions.push(mention);
        while let Some((_, whole)) = joined.next_if(|(place, _)| *place == first + at + 1) {
            mentions.push(whole);
        }
    }
}

fn is_person(mention: &Mention) -> bool {
    matches!(&mention.what, What::Name(name) if name.named == super::mention::Named::Person && name.words.len() > 1)
}

fn can_join(mention: &Mention) -> bool {
    match &mention.what {
        What::Name(name) => !name.modifier && name.named != super::mention::Named::Place,
        What::Nominal(nominal) => {
            nominal.kind == Noun::Person && (nominal.plural || nominal.determiner != Determiner::None)
        }
        _ => false,
    }
}

/// "The pair", "the two", "both".
fn the_two(text: &Text<'_>, at: u32) -> Option<Mention> {
    let lower = text.lower(at);
    let the = text
        .children(at)
        .first()
        .is_some_and(|&child| child < at && text.lower(child) == "the");
    let noun = !matches!(
        text.dep(at)?,
        Dep::Nummod | Dep::Det | Dep::Predet | Dep::Amod | Dep::Compound | Dep::Preconj | Dep::Cc
    );
    if !(noun && (the && matches!(lower.as_str(), "pair" | "duo" | "two") || lower == "both")) {
        return None;
    }
    let mut mention = described(text, at, Noun::Person, true);
    if let What::Nominal(nominal) = &mut mention.what {
        nominal.determiner = Determiner::Two;
    }
    Some(mention)
}

/// "One of the protesters".
fn one_of(text: &Text<'_>, at: u32) -> Option<Mention> {
    if text.tag(at) != Some(Tag::Cd) || text.lower(at) != "one" || text.lower(at + 1) != "of" {
        return None;
    }
    let several = text
        .child(at + 1, Dep::Pobj)
        .filter(|_| text.head(at + 1) == at)?;
    let people = text.tag(several) == Some(Tag::Nns) && noun(&text.lower(several)) == Some(Noun::Person);
    let mut mention = people.then(|| described(text, at, Noun::Person, false))?;
    if let What::Nominal(nominal) = &mut mention.what {
        nominal.determiner = Determiner::Indefinite;
        // "The protester, Ana Brill" is a protester, and not a "one".
        nominal.noun = singular(&text.lower(several));
        nominal.noun.clone_into(&mut nominal.role);
    }
    Some(mention)
}

fn pronoun(text: &Text<'_>, at: u32) -> Option<Pronoun> {
    let tag = text.tag(at)?;
    let lower = text.lower(at);
    let pronoun = Pronoun::of(&lower)?;
    match tag {
        Tag::Prp | Tag::PrpPoss => (!(lower == "us" && text.word(at) == "US")).then_some(pronoun),
        Tag::Wp | Tag::WpPoss => (pronoun == Pronoun::Who).then_some(pronoun),
        // "i" and "I" under other tags are numerals or typing errors.
        _ => (text.word(at) == "I" && text.dep(at) == Some(Dep::Nsubj)).then_some(pronoun),
    }
}

/// The description whose noun is token `at`, if it is one.
pub(super) fn nominal(text: &Text<'_>, at: u32) -> Option<Mention> {
    let lower = text.lower(at);
    let dep = text.dep(at)?;
    if matches!(dep, Dep::Compound | Dep::Amod | Dep::Nmod | Dep::Npadvmod) && text.head(at) > at {
        return None;
    }
    let plural =
        matches!(text.tag(at), Some(Tag::Nns | Tag::Nnps)) || matches!(lower.as_str(), "people" | "police");
    let norp = text
        .document
        .token(at)
        .is_some_and(|token| token.entity == Some(EntityKind::Norp));
    let kind = match noun(&lower) {
        Some(kind @ (Noun::Person | Noun::Body)) => kind,
        None if norp && plural => Noun::Person,
        _ => return None,
    };
    Some(described(text, at, kind, plural))
}

/// The description whose noun is token `at`, of a given kind.
pub(super) fn described(text: &Text<'_>, at: u32, kind: Noun, plural: bool) -> Mention {
    let mut start = at;
    let mut role_from = at;
    let mut determiner = Determiner::None;
    let mut two = false;
    for &child in text.children(at).iter().rev().filter(|&&child| child < at) {
        if at - child > REACH {
            break;
        }
        match text.dep(child) {
            Some(Dep::Amod | Dep::Compound | Dep::Nmod | Dep::Nummod | Dep::Quantmod) => {
                two |= text.lower(child) == "two";
                start = leftmost(text, child);
                role_from = start;
            }
            Some(Dep::Poss) => {
                determiner = Determiner::Owner(child);
                start = leftmost(text, child);
            }
            Some(Dep::Det | Dep::Predet) => {
                start = child;
                match text.lower(child).as_str() {
                    "the" | "this" | "that" | "these" | "those" => determiner = Determiner::Definite,
                    "a" | "an" | "another" | "one" | "some" | "any" | "no" | "every" | "each" => {
                        determiner = Determiner::Indefinite;
                    }
                    "both" => two = true,
                    _ => {}
                }
            }
            _ => {}
        }
    }
    let lower = text.lower(at);
    let both = || text.children(at).iter().any(|&child| text.lower(child) == "both");
    if matches!(lower.as_str(), "pair" | "duo") || two && (determiner == Determiner::Definite || both()) {
        determiner = Determiner::Two;
    }
    let end = phrase_end(text, at, 0);
    Mention {
        tokens: start..end,
        head: at,
        what: What::Nominal(Nominal {
            noun: singular(&lower),
            kind,
            plural,
            determiner,
            role: text.slice(&(role_from..end)).to_owned(),
        }),
    }
}

/// Where a description ends, with what follows its noun: "chair and founder of the guild at the harbor".
fn phrase_end(text: &Text<'_>, at: u32, depth: u32) -> u32 {
    let mut end = at + 1;
    for &child in text.children(at).iter().filter(|&&child| child > at) {
        match text.dep(child) {
            Some(Dep::Prep)
                if child == end
                    && matches!(text.lower(child).as_str(), "of" | "at" | "for" | "to" | "in") =>
            {
                end = rightmost(text, child) + 1;
            }
            Some(Dep::Conj)
                if depth < 3
                    && child - end < 5
                    && text.lower(end) == "and"
                    && noun(&text.lower(child)) == Some(Noun::Person)
                    && text.child(child, Dep::Det).is_none()
                    && text.pos(child) == Some(Pos::Noun)
                    && text.tag(child) != Some(Tag::Nns) =>
            {
                end = phrase_end(text, child, depth + 1);
            }
            _ => {}
        }
    }
    end
}

/// The first token of the phrase under `at`, as far as it goes without a gap.
pub(super) fn leftmost(text: &Text<'_>, at: u32) -> u32 {
    let mut at = at;
    for _ in 0..REACH {
        match text.children(at).first() {
            Some(&child) if child < at && text.dep(child) != Some(Dep::Punct) => at = child,
            _ => break,
        }
    }
    at
}

/// The last token of the phrase under `at`, up to a comma.
fn rightmost(text: &Text<'_>, at: u32) -> u32 {
    let mut last = at;
    let mut under = at;
    for _ in 0..6 {
        let next = text.children(under).iter().copied().rfind(|&child| {
            child > under && matches!(text.dep(child), Some(Dep::Pobj | Dep::Prep | Dep::Compound))
        });
        match next {
            Some(child) => {
                if (last + 1..child).any(|between| text.word(between) == ",") {
                    break;
                }
                last = child;
                under = child;
            }
            None => break,
        }
    }
    last
}

/// The name or description that token `at` is the head of, for a source that is neither in the lists.
pub(super) fn any(text: &Text<'_>, at: u32) -> Mention {
    let plural = matches!(text.tag(at), Some(Tag::Nns | Tag::Nnps));
    described(text, at, noun(&text.lower(at)).unwrap_or(Noun::Person), plural)
}
