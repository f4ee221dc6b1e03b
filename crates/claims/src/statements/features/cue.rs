//! A token as the word that may be a cue.

use english::Dep;

use super::super::gold::Convention;
use super::super::reporting::REPORTING_COUNT;
use super::super::scene::{Item, Mark, PHRASE_COUNT, Scene, children, mix, word_class};
use super::super::supersenses::SUPERSENSE_COUNT;
use super::subject::{kind, subject};
use super::{Rows, all, quotation, step};

/// Appends the features of the token at `place` as a word that may be a cue; returns the rows used.
pub(in super::super) fn cue(
    scene: &Scene<'_>,
    place: usize,
    convention: Convention,
    out: &mut Vec<u16>,
) -> u32 {
    let items = &scene.items;
    let item = &items[place];
    let head = &items[item.head];
    let class = word_class(item.pos);
    let clause = u32::from(item.has_clause());
    let kids = item.children;
    let subject = subject(scene, place);
    let subject_kind = kind(scene, subject.place);
    let object = scene.child(place, Dep::Dobj);
    let object_item = object.map(|object| &items[object]);
    let preposition = scene
        .child(place, Dep::Prep)
        .or_else(|| scene.child(place, Dep::Agent))
        .map_or(0, |prep| items[prep].word);
    let particle = scene
        .child(place, Dep::Prt)
        .map_or(0, |particle| items[particle].word);
    let xcomp = scene
        .child(place, Dep::Xcomp)
        .map_or(0, |x| items[x].tag as u32 + 1);
    let mut rows = Rows::new(out);
    let lemma = mix(item.lemma, class);
    rows.hashed(lemma, 2048);
    rows.hashed(
        all(&[lemma, clause, kids & (children::OBJECT | children::XCOMP)]),
        1536,
    );
    rows.exact((item.with_clause * 2 + clause) * 4 + class, 88);
    rows.exact((item.overall * 2 + clause) * 4 + class, 88);
    rows.exact(item.tag as u32, 52);
    rows.exact(item.dep as u32, 46);
    rows.hashed(all(&[item.dep as u32, head.tag as u32, class]), 384);
    rows.hashed(head.lemma, 768);
    rows.hashed(kids, 512);
    rows.hashed(
        all(&[
            clause,
            kids & (children::THAT_BELOW | children::WH_BELOW),
            class,
            item.overall / 2,
        ]),
        128,
    );
    rows.hashed(all(&[xcomp, item.overall / 2, class]), 192);
    rows.hashed(
        all(&[
            object_item.map_or(0, |object| 1 + object.overall),
            object_item.map_or(0, |object| {
                u32::from(object.quote > 0 && object.quote != item.quote)
            }),
            class,
        ]),
        96,
    );
    rows.hashed(all(&[lemma, preposition, particle]), 768);
    rows.hashed(all(&[preposition, class, item.overall / 2]), 256);
    rows.hashed(
        kids & (children::NEGATION | children::MODAL | children::PASSIVE | children::EXPLETIVE),
        32,
    );
    rows.hashed(all(&[subject.how, subject.hops]), 192);
    rows.hashed(all(&[subject_kind, class]), 256);
    rows.hashed(all(&[subject_kind, item.with_clause / 2, clause]), 384);
    rows.hashed(all(&[subject_kind, item.overall / 2]), 384);
    rows.hashed(all(&[lemma, subject_kind]), 768);
    let subject_sense = items.get(subject.place).map_or(0, |subject| subject.supersense);
    rows.exact(item.supersense, SUPERSENSE_COUNT);
    rows.hashed(
        all(&[
            item.supersense,
            clause,
            kids & (children::OBJECT | children::XCOMP),
        ]),
        384,
    );
    rows.hashed(all(&[subject_sense, subject_kind]), 192);
    rows.hashed(
        all(&[
            object_item.map_or(0, |object| object.supersense + 1),
            item.supersense,
        ]),
        384,
    );
    rows.hashed(
        all(&[item.supersense, u32::from(subject.place < place), subject_kind]),
        320,
    );
    meaning(item, object_item, subject_kind, &mut rows);
    surroundings(scene, place, subject.place, &mut rows);
    rows.exact(convention as u32, 2);
    rows.base
}

/// How likely words of such a meaning report, and whether a phrase that is listed starts here.
fn meaning(item: &Item, object: Option<&Item>, subject_kind: u32, rows: &mut Rows<'_>) {
    let class = word_class(item.pos);
    let clause = u32::from(item.has_clause());
    let kids = item.children;
    rows.exact(item.reporting * 4 + class, REPORTING_COUNT * 4);
    rows.hashed(
        all(&[
            item.reporting,
            class,
            clause,
            kids & (children::OBJECT | children::XCOMP | children::POSSESSOR | children::PREPOSITION),
        ]),
        384,
    );
    rows.hashed(
        all(&[item.reporting, class, item.overall.min(2), subject_kind]),
        384,
    );
    rows.hashed(
        all(&[object.map_or(9, |object| object.reporting), item.reporting, class]),
        192,
    );
    rows.exact(item.phrase, PHRASE_COUNT);
    rows.hashed(all(&[item.phrase, clause, subject_kind]), 192);
}

/// What is above, beside and around the word.
fn surroundings(scene: &Scene<'_>, place: usize, subject: usize, rows: &mut Rows<'_>) {
    let items = &scene.items;
    let item = &items[place];
    let class = word_class(item.pos);
    let clause = u32::from(item.has_clause());
    let kids = item.children;
    let outer = likeliest_above(scene, place);
    let before = place.checked_sub(1).map(|at| &items[at]);
    let after = items.get(place + 1);
    let (quote_before, quote_after) = nearest_marks(scene, place);
    rows.exact(outer, 12);
    rows.exact(quotation(item) * 4 + class, 24);
    rows.hashed(all(&[quote_before, quote_after, u32::from(item.quote > 0)]), 160);
    rows.hashed(
        all(&[
            quote_before.min(2),
            item.overall,
            class,
            u32::from(item.quote > 0),
        ]),
        128,
    );
    rows.exact(step(item.within as usize), 11);
    rows.exact(item.listed, 50);
    rows.hashed(
        all(&[item.listed, clause, kids & (children::OBJECT | children::XCOMP)]),
        192,
    );
    rows.hashed(item.suffix, 256);
    rows.hashed(before.map_or(0, |before| before.word), 256);
    rows.hashed(after.map_or(0, |after| after.word), 256);
    rows.hashed(
        all(&[
            before.map_or(99, |before| before.tag as u32),
            item.tag as u32,
            after.map_or(99, |after| after.tag as u32),
        ]),
        96,
    );
    rows.hashed(
        all(&[item.overall / 2, item.dep as u32, u32::from(subject < place)]),
        60,
    );
}

/// The highest rate among the words above in whose complement it stands.
fn likeliest_above(scene: &Scene<'_>, place: usize) -> u32 {
    let mut at = place;
    let mut best = 0;
    for _ in 0..12 {
        let Item { head, dep, .. } = scene.items[at];
        if head == at {
            break;
        }
        let above = &scene.items[head];
        if matches!(
            dep,
            Dep::Ccomp | Dep::Xcomp | Dep::Dobj | Dep::Pcomp | Dep::Acl | Dep::Advcl
        ) {
            best = best.max(
                1 + if above.has_clause() {
                    above.with_clause
                } else {
                    above.overall
                },
            );
        }
        at = head;
    }
    best
}

/// How far the nearest quotation marks are, before and after, within a dozen tokens.
fn nearest_marks(scene: &Scene<'_>, place: usize) -> (u32, u32) {
    let marked = |at: &usize| scene.items[*at].mark != Mark::None;
    let describe = |at: usize| step(place.abs_diff(at)) * 2 + u32::from(scene.items[at].mark == Mark::Close);
    let before = (place.saturating_sub(12)..place).rev().find(marked);
    let after = (place + 1..scene.items.len().min(place + 13)).find(marked);
    (before.map_or(30, describe), after.map_or(30, describe))
}
