//! Features as rows of embedding tables. Training and inference both take them from here.

mod cue;
mod relative;
mod subject;

pub(super) use cue::cue;
pub(super) use relative::View;

use super::reporting::REPORTING_COUNT;
use super::scene::{Item, Mark, PHRASE_COUNT, Scene, mix, word_class};
use super::supersenses::SUPERSENSE_COUNT;

/// Writes features one after the other: each kind has rows of its own, after those of the kinds before.
pub(super) struct Rows<'o> {
    out: &'o mut Vec<u16>,
    base: u32,
}

impl<'o> Rows<'o> {
    fn new(out: &'o mut Vec<u16>) -> Self {
        Self { out, base: 0 }
    }

    /// A value below `size`; larger ones share the last row.
    fn exact(&mut self, value: u32, size: u32) {
        self.out.push((self.base + value.min(size - 1)) as u16);
        self.base += size;
    }

    /// Any value, hashed to `size` rows.
    fn hashed(&mut self, value: u32, size: u32) {
        self.out.push((self.base + mix(value, self.base) % size) as u16);
        self.base += size;
    }

    /// Any value, hashed twice to the same rows, so that two values seldom share both.
    fn twice(&mut self, value: u32, size: u32) {
        self.out.push((self.base + mix(value, self.base) % size) as u16);
        self.out
            .push((self.base + mix(value, self.base + 1) % size) as u16);
        self.base += size;
    }
}

/// The value of several small ones together.
fn all(values: &[u32]) -> u32 {
    values
        .iter()
        .fold(values.len() as u32, |all, &value| mix(all, value))
}

/// From where on a judgement of a cue counts as higher, beside those below all.
const STEPS: [f32; 4] = [-4.0, -2.0, 0.0, 2.0];
const WAYS: u32 = (STEPS.len() as u32 + 1).pow(2);
/// Rows after those of [`RELATIVE`]: how a token was judged as a cue, and how the cue above it was.
pub(super) const JUDGED: u32 = 2 * WAYS + 2;

/// The row of a token that was judged so, by both judgements; `None` is no candidate.
pub(super) fn judged(scores: Option<[f32; 2]>) -> u16 {
    (RELATIVE.1 + way(scores)) as u16
}

/// The row of a token that stands under another cue, judged so; `None` where it stands under none.
pub(super) fn governed(scores: Option<[f32; 2]>) -> u16 {
    let row = scores.map_or(WAYS, |scores| way(Some(scores)));
    (RELATIVE.1 + WAYS + row) as u16
}

/// The row of a token that stands under the cue that it is seen from.
pub(super) fn own() -> u16 {
    (RELATIVE.1 + 2 * WAYS + 1) as u16
}

fn way(scores: Option<[f32; 2]>) -> u32 {
    let step = |score: f32| STEPS.iter().filter(|&&step| score >= step).count() as u32;
    scores.map_or(0, |[any, top]| step(any) * (STEPS.len() as u32 + 1) + step(top))
}

/// Features of a token by itself, and rows of their table.
pub(super) const TOKEN: (usize, u32) = (19, 7111);
/// Features of a token as the word that may be a cue, and rows of their table. The last is the convention.
pub(super) const CUE: (usize, u32) = (44, 13_033);
/// Features of a token as seen from a cue, and rows of their table. The last is the convention.
pub(super) const RELATIVE: (usize, u32) = (29, 9394);

/// Appends the features of the token at `place` by itself; returns the rows used.
pub(super) fn token(scene: &Scene<'_>, place: usize, out: &mut Vec<u16>) -> u32 {
    let item = &scene.items[place];
    let head = &scene.items[item.head];
    let mut rows = Rows::new(out);
    rows.twice(item.lemma, 3072);
    rows.hashed(item.suffix, 512);
    rows.exact(item.tag as u32, 52);
    rows.exact(item.dep as u32, 46);
    rows.exact(item.entity, 19);
    rows.exact(quotation(item), 6);
    rows.exact(
        item.shape + 8 * u32::from(item.within == 0) + 16 * u32::from(place == 0),
        32,
    );
    rows.hashed(head.lemma, 1024);
    let side = u32::from(item.head < place) + 2 * u32::from(item.head == place);
    rows.hashed(all(&[head.tag as u32, item.dep as u32, side]), 512);
    rows.hashed(item.children, 512);
    rows.exact(item.with_clause * 11 + item.overall, 121);
    rows.exact(item.listed, 50);
    rows.hashed(
        all(&[item.dep as u32, head.overall, u32::from(head.has_clause())]),
        256,
    );
    rows.hashed(item.word, 768);
    rows.exact(item.within, 9);
    rows.exact(item.supersense, SUPERSENSE_COUNT);
    rows.exact(item.reporting * 4 + word_class(item.pos), REPORTING_COUNT * 4);
    rows.exact(item.phrase, PHRASE_COUNT);
    rows.base
}

/// Outside, inside, opening or closing a quotation.
fn quotation(item: &Item) -> u32 {
    match item.mark {
        Mark::Open => 2,
        Mark::Close => 3,
        Mark::None => u32::from(item.quote > 0),
    }
}

/// Steps for counts and distances: 0 to 4 as they are, then coarser.
fn step(distance: usize) -> u32 {
    match distance {
        0..=4 => distance as u32,
        5..=6 => 5,
        7..=9 => 6,
        10..=14 => 7,
        15..=22 => 8,
        23..=40 => 9,
        _ => 10,
    }
}
