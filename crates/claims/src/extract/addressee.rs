//! Whom a statement is addressed to, by the parse: "told reporters", "she was told", "asked her to leave", "wrote to him".

use english::{Dep, Document, EntityKind, Pos, Tag};

use super::draft::Draft;
use crate::lexicon::{Cue, Lexicon, Takes};
use crate::statements::names_people;
use crate::words::is_time;
use crate::{Act, Span};

/// Verbs of asking that are said to nobody.
const WISHES: [&str; 12] = [
    "want", "wish", "hope", "seek", "need", "expect", "require", "advocate", "propose", "prefer", "like",
    "desire",
];

/// Verbs looked up to for a shared subject, at most.
const SHARED: usize = 4;

/// The addressee of a draft, where the sentence has one.
pub(super) fn find(draft: &Draft, document: &Document) -> Option<Span> {
    let (head, told) = draft.cue.iter().find_map(|&cue| head(document, cue))?;
    let patient = || {
        if document.child(head, Dep::Auxpass).is_some() {
            return passive_subject(document, head);
        }
        document.child(head, Dep::Dobj).or_else(|| {
            // "Ordered her to leave": the parse takes whom for the subject of what is to be done.
            let is_clause = |&child: &u32| {
                let token = document.token(child);
                token.is_some_and(|token| matches!(token.dep, Dep::Ccomp | Dep::Xcomp))
            };
            let clauses = document.children(head).filter(is_clause);
            let has_to = |&clause: &u32| {
                let mut words = document.children(clause).filter_map(|word| document.token(word));
                words.any(|word| word.tag == Tag::To)
            };
            clauses
                .filter(has_to)
                .find_map(|clause| document.child(clause, Dep::Nsubj))
        })
    };
    let to_whom = || {
        document
            .children(head)
            .filter(|&child| document.word(child).eq_ignore_ascii_case("to"))
            .find_map(|to| document.child(to, Dep::Pobj))
    };
    let dative = document.child(head, Dep::Dative);
    let dative = dative.map(|dative| document.child(dative, Dep::Pobj).unwrap_or(dative));
    let whom = dative
        .or_else(|| if told { patient() } else { None })
        .or_else(to_whom)?;
    // Who is told may be called anything; what is ordered may as well be a thing.
    if !is_nominal(document, whom) || draft.act == Act::Demands && !is_of_people(document, whom) {
        return None;
    }
    let mut span = phrase(document, whom);
    if draft.act != Act::Demands
        && let Some(content) = draft.content.iter().find(|content| content.overlaps(span))
    {
        span.end = content.start.max(span.start);
    }
    let taken = draft
        .cue
        .iter()
        .chain(&draft.source)
        .any(|role| role.overlaps(span));
    let words = span.of(document.text()).trim_end();
    span.end = span.start + words.len() as u32;
    (!taken && !words.is_empty()).then_some(span)
}

/// The listed word of a cue that others in it depend on, and whether it is done to somebody.
fn head(document: &Document, cue: Span) -> Option<(u32, bool)> {
    let within = document.indices_in(cue);
    within.clone().find_map(|at| {
        let token = document.token(at)?;
        let top = at == token.head || !within.contains(&token.head) || token.dep == Dep::Conj;
        let pos = match token.pos {
            Pos::Verb | Pos::Aux => crate::lexicon::Pos::Verb,
            Pos::Noun => crate::lexicon::Pos::Noun,
            _ => return None,
        };
        let lower = document.word(at).to_lowercase();
        let mut listed = Lexicon::get()
            .starting_with(&lower)
            .iter()
            .map(|(cue, _)| cue)
            .filter(|cue| cue.pos == pos && cue.rest.is_empty())
            .peekable();
        listed.peek().filter(|_| top)?;
        Some((at, listed.any(is_done_to_somebody)))
    })
}

/// Whether the word is said to somebody, or somebody is asked by it: "tell", "urge", but not "want".
fn is_done_to_somebody(cue: &Cue) -> bool {
    let asks = cue.act == Act::Demands && cue.takes.has(Takes::INFINITIVE) && !WISHES.contains(&cue.phrase);
    cue.takes.has(Takes::ADDRESSEE) || cue.takes.has(Takes::ORDER) || asks
}

fn is_nominal(document: &Document, at: u32) -> bool {
    let is = |pos| matches!(pos, Pos::Noun | Pos::Propn | Pos::Pron | Pos::Num | Pos::Det);
    document.token(at).is_some_and(|token| is(token.pos))
}

/// Whether the word stands for people, or a body of them.
fn is_of_people(document: &Document, at: u32) -> bool {
    document.token(at).is_some_and(|token| {
        let named = matches!(
            token.entity,
            Some(EntityKind::Person | EntityKind::Org | EntityKind::Norp | EntityKind::Gpe)
        );
        let somebody =
            matches!(token.tag, Tag::Prp | Tag::Wp) && !document.word(at).eq_ignore_ascii_case("it");
        let some = matches!(token.pos, Pos::Num | Pos::Det | Pos::Pron) && token.tag == Tag::Dt;
        named || somebody || some || token.pos == Pos::Noun && names_people(document.lemma(at))
    })
}

/// The subject of a passive verb: its own, or the one that it shares ("had queried it and been told").
fn passive_subject(document: &Document, mut verb: u32) -> Option<u32> {
    for _ in 0..SHARED {
        let own = document.child(verb, Dep::Nsubjpass);
        let own = own.or_else(|| document.child(verb, Dep::Nsubj));
        if own.is_some() {
            return own;
        }
        let token = document.token(verb)?;
        match token.dep {
            Dep::Conj | Dep::Xcomp => verb = token.head,
            Dep::Acl => return Some(token.head),
            _ => return None,
        }
    }
    None
}

/// The word with what belongs to it, without what a comma parts from it, and without times ("reporters Friday").
pub(super) fn phrase(document: &Document, at: u32) -> Span {
    let range = document.sentence_of(at);
    let belongs = |word: u32| {
        let parts = document.token(word).is_none_or(|token| token.tag == Tag::Comma);
        !parts
            && document.ancestors(word).any(|above| above == at)
            && !is_time(&document.word(word).to_lowercase())
    };
    let start = (range.start..at)
        .rev()
        .take_while(|&word| belongs(word))
        .last()
        .unwrap_or(at);
    let end = (at + 1..range.end)
        .take_while(|&word| belongs(word))
        .last()
        .unwrap_or(at);
    document.span_of(start..end + 1)
}
