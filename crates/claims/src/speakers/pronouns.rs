//! Whom a pronoun means: every one mentioned near it is scored by a weighted sum of features, and the best one taken.
//!
//! The weights are learnt from annotated articles by `training/pronouns.py`; see there for how.

use english::Dep;

use super::entity::Entity;
use super::mention::{Mention, Named, Pronoun, What};
use super::nouns::{Gender, gender_of_word, key_words};
use super::registry::Registry;
use super::text::{REACH, Text};
use super::weights::{PERSON, PLURAL};
use crate::SpeakerKind;

/// Mentions looked at before a pronoun.
const WINDOW: usize = 60;

/// Sentences looked at before a pronoun.
const SENTENCES: u32 = 8;

/// Number of features.
pub(super) const FEATURES: usize = 50;

/// Somebody whom a pronoun may mean, with the mention of theirs that is nearest to it.
#[derive(Debug, Clone)]
pub(super) struct Candidate {
    pub(super) entity: usize,
    pub(super) mention: usize,
    pub(super) features: [f32; FEATURES],
}

/// What is known at the time that a pronoun is resolved.
pub(super) struct Context<'a> {
    pub(super) text: &'a Text<'a>,
    pub(super) registry: &'a Registry,
    pub(super) mentions: &'a [Mention],
    /// Whose each mention is, as far as known.
    pub(super) whose: &'a [Option<usize>],
}

/// Where a mention stands in its clause.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Place {
    Subject,
    Object,
    Owner,
    Oblique,
    Apposed,
    Other,
}

/// The token by which a mention has its place in the clause: for a name in apposition, what it stands beside.
fn anchor(text: &Text<'_>, mention: &Mention) -> u32 {
    let mut at = mention.head;
    for _ in 0..3 {
        if text.dep(at) != Some(Dep::Appos) {
            break;
        }
        at = text.head(at);
    }
    at
}

fn place(text: &Text<'_>, at: u32) -> Place {
    match text.dep(at) {
        Some(Dep::Nsubj | Dep::Nsubjpass | Dep::Csubj) => Place::Subject,
        Some(Dep::Dobj | Dep::Dative | Dep::Oprd) => Place::Object,
        Some(Dep::Poss) => Place::Owner,
        Some(Dep::Pobj | Dep::Agent) => Place::Oblique,
        Some(Dep::Appos | Dep::Attr) => Place::Apposed,
        Some(Dep::Conj) => match text.dep(text.head(at)) {
            Some(Dep::Nsubj | Dep::Nsubjpass) => Place::Subject,
            Some(Dep::Dobj) => Place::Object,
            _ => Place::Other,
        },
        _ => Place::Other,
    }
}

/// Everybody whom the pronoun may mean, the nearest first. `speaker`: who speaks the words around it.
pub(super) fn candidates(
    context: &Context<'_>,
    at: usize,
    pronoun: Pronoun,
    speaker: Option<usize>,
) -> Vec<Candidate> {
    let (text, mentions) = (context.text, context.mentions);
    let own = &mentions[at];
    let sentence = text.sentence(own.head);
    let mut found: Vec<Candidate> = Vec::new();
    // Who speaks calls themselves "I", and whoever is named in the pronoun's own words is somebody else.
    let mut others: Vec<usize> = speaker.into_iter().collect();
    others.extend(named_in_own_words(context, at));
    let told = told_last(context, at, pronoun, &others);
    for other in (at.saturating_sub(WINDOW)..at).rev() {
        let mention = &mentions[other];
        if text.sentence(mention.head) + SENTENCES < sentence {
            break;
        }
        consider(context, at, other, pronoun, (&others, told), &mut found);
    }
    // "In his speech, Brill said": the first name after it, in its sentence.
    let after = mentions
        .iter()
        .enumerate()
        .skip(at + 1)
        .take(6)
        .take_while(|(_, mention)| text.sentence(mention.head) == sentence)
        .find(|(_, mention)| matches!(mention.what, What::Name(_)));
    if let Some((other, _)) = after {
        consider(context, at, other, pronoun, (&others, told), &mut found);
    }
    found
}

/// Who of those whom the pronoun may mean was the last, outside quotations, to be the subject of a verb of saying.
pub(super) fn told_last(
    context: &Context<'_>,
    at: usize,
    pronoun: Pronoun,
    others: &[usize],
) -> Option<usize> {
    let text = context.text;
    let near = (at.saturating_sub(WINDOW)..at).rev();
    near.filter(|&other| {
        let head = context.mentions[other].head;
        text.quote(head).is_none() && text.tells(anchor(text, &context.mentions[other]))
    })
    .filter_map(|other| context.whose[other])
    .find(|entity| !others.contains(entity) && suits(&context.registry.entities[*entity], pronoun))
}

/// Whether the token is the first word outside a quotation of its paragraph.
fn opens(text: &Text<'_>, at: u32) -> bool {
    let paragraph = text.paragraph(at);
    (0..at)
        .rev()
        .take_while(|&before| text.paragraph(before) == paragraph)
        .all(|before| text.quote(before).is_some() || !text.word(before).starts_with(char::is_alphanumeric))
}

/// Whose names stand in the words that the pronoun says: “Ode has no plan,” he said; that Ode had no plan, he said.
fn named_in_own_words(context: &Context<'_>, at: usize) -> Vec<usize> {
    let (text, mentions) = (context.text, context.mentions);
    let own = &mentions[at];
    let verb = text.head(own.head);
    if !matches!(text.dep(own.head), Some(Dep::Nsubj)) || text.quote(own.head).is_some() {
        return Vec::new();
    }
    // The quotation ends before "he said" or before "said he"; or it begins in this sentence, after the verb.
    let before = own.head.min(verb).checked_sub(1).and_then(|at| text.quote(at));
    let same_sentence = |mention: &Mention| text.sentence(mention.head) == text.sentence(own.head);
    // "The plan of Ode, he said, had failed."
    let inserted = text.dep(verb) == Some(Dep::Parataxis);
    let is_own = |mention: &Mention| match text.outermost(text.quote(mention.head)) {
        Some(quote) => {
            text.outermost(before) == Some(quote) || mention.head > own.head && same_sentence(mention)
        }
        None => reports(text, text.clause(mention.head), own.head) || inserted && same_sentence(mention),
    };
    let paragraph = text.paragraph(own.head);
    let near = at.saturating_sub(WINDOW)..(at + WINDOW).min(mentions.len());
    near.filter(|&other| {
        let mention = &mentions[other];
        matches!(mention.what, What::Name(_)) && text.paragraph(mention.head) == paragraph && is_own(mention)
    })
    .filter_map(|other| context.whose[other])
    .collect()
}

fn consider(
    context: &Context<'_>,
    at: usize,
    other: usize,
    pronoun: Pronoun,
    (others, told): (&[usize], Option<usize>),
    found: &mut Vec<Candidate>,
) {
    let Some(entity) = context.whose[other] else {
        return;
    };
    if others.contains(&entity)
        || found.iter().any(|candidate| candidate.entity == entity)
        || !suits(&context.registry.entities[entity], pronoun)
        || cannot(context.text, &context.mentions[at], &context.mentions[other])
        || is_owned(
            context.text,
            &context.mentions[at],
            &context.registry.entities[entity],
        )
    {
        return;
    }
    let rank = found.len();
    found.push(Candidate {
        entity,
        mention: other,
        features: features(context, at, other, entity, rank, told),
    });
}

/// Number and gender.
fn suits(entity: &Entity, pronoun: Pronoun) -> bool {
    let kind = entity.kind();
    match pronoun {
        Pronoun::He | Pronoun::She => {
            matches!(kind, SpeakerKind::Person | SpeakerKind::Unnamed)
                && !is_nobody(entity)
                && (entity.gender == pronoun.gender() || entity.gender == Gender::Unknown)
        }
        Pronoun::They => matches!(kind, SpeakerKind::Group | SpeakerKind::Organization),
        Pronoun::It => kind == SpeakerKind::Organization,
        _ => false,
    }
}

/// "Any man", "every official": nobody in particular.
fn is_nobody(entity: &Entity) -> bool {
    let first = entity.name.split(' ').next().unwrap_or_default();
    !entity.is_named()
        && ["any", "no", "every", "each"]
            .iter()
            .any(|word| first.eq_ignore_ascii_case(word))
}

/// "Her mother" is not the mother's: who is known as no more than that, or as a relation.
fn is_owned(text: &Text<'_>, pronoun: &Mention, entity: &Entity) -> bool {
    if text.dep(pronoun.head) != Some(Dep::Poss) {
        return false;
    }
    let owned = text.document.lemma(text.head(pronoun.head));
    if entity.is_named() {
        let relation = key_words(owned).pop();
        return gender_of_word(owned) != Gender::Unknown
            && relation
                .is_some_and(|relation| entity.role_heads.iter().flatten().any(|head| *head == relation));
    }
    let last = entity.name.split_whitespace().next_back();
    last.is_some_and(|last| last.eq_ignore_ascii_case(owned))
}

/// What syntax forbids: a pronoun inside the mention's own phrase, or subject and object of one verb.
fn cannot(text: &Text<'_>, pronoun: &Mention, other: &Mention) -> bool {
    if other.tokens.contains(&pronoun.head) {
        return true;
    }
    let possessive = text.dep(pronoun.head) == Some(Dep::Poss);
    // "His brother, Tom Ode" is not Tom Ode's.
    let owned = text.head(pronoun.head);
    if possessive
        && (other.tokens.contains(&owned)
            || text.dep(other.head) == Some(Dep::Appos) && text.head(other.head) == owned)
    {
        return true;
    }
    // "He went looking for Tom Ode": a subject is nobody named within its clause.
    if other.head > pronoun.head
        && matches!(text.dep(pronoun.head), Some(Dep::Nsubj | Dep::Nsubjpass))
        && under(text, other.head, owned)
    {
        return true;
    }
    let reflexive = text.word(pronoun.head).ends_with("self");
    !possessive
        && !reflexive
        && text.head(pronoun.head) == text.head(other.head)
        && pronoun.head != other.head
        && text.sentence(pronoun.head) == text.sentence(other.head)
        && !matches!(text.dep(other.head), Some(Dep::Poss | Dep::Compound))
}

/// Whether a token is part of the clause or phrase of another.
fn under(text: &Text<'_>, at: u32, top: u32) -> bool {
    let mut at = at;
    for _ in 0..REACH {
        let head = text.head(at);
        if head == top {
            return true;
        }
        if head == at {
            return false;
        }
        at = head;
    }
    false
}

fn features(
    context: &Context<'_>,
    at: usize,
    other: usize,
    entity: usize,
    rank: usize,
    told: Option<usize>,
) -> [f32; FEATURES] {
    let (text, registry) = (context.text, context.registry);
    let (own, mention) = (&context.mentions[at], &context.mentions[other]);
    let somebody = &registry.entities[entity];
    let seen = registry.seen(entity);
    let mut values = [0.0; FEATURES];
    let mut next = 0;
    let mut put = |value: f32| {
        if let Some(slot) = values.get_mut(next) {
            *slot = value;
        }
        next += 1;
    };
    let flag = |holds: bool| f32::from(u8::from(holds));
    let after = other > at;
    let (sentence, before) = (text.sentence(own.head), text.sentence(mention.head));
    let distance = sentence.saturating_sub(before);
    for step in 0..5 {
        put(flag(if step == 4 {
            distance >= 4
        } else {
            distance == step
        }));
    }
    let anchor = anchor(text, mention);
    let (place_own, place_other) = (place(text, own.head), place(text, anchor));
    for one in [
        Place::Subject,
        Place::Object,
        Place::Owner,
        Place::Oblique,
        Place::Apposed,
        Place::Other,
    ] {
        put(flag(place_other == one));
    }
    put(flag(place_own == place_other));
    put(flag(
        place_own == Place::Subject && place_other == Place::Subject && distance == 1,
    ));
    put(flag(place_own == Place::Subject));
    let (name, nominal, pronoun) = match &mention.what {
        What::Name(_) => (true, false, false),
        What::Nominal(_) | What::Together(_) => (false, true, false),
        What::Pronoun(_) => (false, false, true),
    };
    put(flag(name));
    put(flag(nominal));
    put(flag(pronoun));
    // Known to be a person: by the gender, or by a full name.
    put(flag(
        somebody.gender != Gender::Unknown || somebody.named == Named::Person && somebody.words.len() > 1,
    ));
    put((f32::from(u16::try_from(seen.mentions.min(15)).unwrap_or_default()) + 1.0).log2() / 4.0);
    put(flag(seen.by_name >= 3));
    // The first of its sentence, and the subject of the main verb.
    let leads = other
        .checked_sub(1)
        .is_none_or(|first| text.sentence(context.mentions[first].head) != before);
    put(flag(leads));
    let verb = text.clause(anchor);
    let main = place_other == Place::Subject && text.dep(verb) == Some(Dep::Root);
    put(flag(main));
    put(flag(main && distance == 1));
    let same_sentence = distance == 0 && !after;
    let clause = text.clause(own.head);
    let subject_here = same_sentence && text.subject(clause) == Some(anchor);
    put(flag(subject_here && place_own == Place::Owner));
    put(flag(same_sentence && clause == verb && place_own != Place::Owner));
    put(flag(same_sentence && reports(text, clause, anchor)));
    put(flag(same_sentence && place_other == Place::Subject));
    for step in 0..4 {
        put(flag(if step == 3 { rank >= 3 } else { rank == step }));
    }
    let (quote, quote_other) = (text.quote(own.head), text.quote(mention.head));
    put(flag(quote.is_some() && quote == quote_other));
    put(flag(quote.is_some() && quote_other.is_none()));
    put(flag(quote.is_none() && quote_other.is_some()));
    // "He threatened nothing, and when Brill denied it, he agreed."
    let beside = text.dep(clause) == Some(Dep::Conj) && text.subject(text.head(clause)) == Some(anchor);
    put(flag(beside && place_own == Place::Subject));
    put(flag(text.paragraph(own.head) == text.paragraph(mention.head)));
    let kind = somebody.kind();
    put(flag(kind == SpeakerKind::Person));
    put(flag(kind == SpeakerKind::Unnamed));
    put(flag(kind == SpeakerKind::Group));
    put(flag(kind == SpeakerKind::Organization));
    put(flag(after));
    put(flag(matches!(&mention.what, What::Name(name) if name.modifier)));
    put(flag(pronoun && distance <= 1));
    put(flag(!somebody.members.is_empty()));
    // He who spoke in the sentence before goes on speaking.
    let (speaks, spoke) = (text.tells(own.head), text.tells(anchor));
    put(flag(spoke && distance == 1));
    put(flag(speaks && spoke && distance <= 1 && !after));
    put(flag(speaks && quote.is_none() && quote_other.is_some()));
    // He who spoke last goes on speaking, whoever else was named since.
    let last = told == Some(entity);
    put(flag(last));
    put(flag(last && speaks));
    put(flag(last && speaks && quote.is_none() && opens(text, own.head)));
    values
}

/// Whether `subject` is the subject of a verb that the clause of `verb` is the content of. What stands before a colon is
/// that of none behind it: "Ode was careful: she said that it leaked".
pub(super) fn reports(text: &Text<'_>, verb: u32, subject: u32) -> bool {
    let mut at = verb;
    for _ in 0..4 {
        let head = text.head(at);
        if head == at {
            return false;
        }
        if matches!(text.dep(at), Some(Dep::Ccomp | Dep::Xcomp)) && text.subject(head) == Some(subject) {
            return !(at..subject).any(|between| matches!(text.word(between), ":" | ";"));
        }
        at = head;
    }
    false
}

/// The one whom the pronoun most likely means; `None` where nobody is likely enough.
pub(super) fn best(pronoun: Pronoun, candidates: &[Candidate]) -> Option<usize> {
    let (weights, needed) = match pronoun {
        Pronoun::He | Pronoun::She => PERSON,
        _ => PLURAL,
    };
    let score = |candidate: &Candidate| -> f32 {
        candidate
            .features
            .iter()
            .zip(weights)
            .map(|(value, weight)| value * weight)
            .sum()
    };
    candidates
        .iter()
        .map(|candidate| (score(candidate), candidate.entity))
        .rev()
        .max_by(|one, other| one.0.total_cmp(&other.0))
        .filter(|&(score, _)| score > needed)
        .map(|(_, entity)| entity)
}
