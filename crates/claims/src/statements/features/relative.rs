//! A token as seen from a cue.

use super::super::gold::Convention;
use super::super::reporting::REPORTING_COUNT;
use super::super::scene::{Item, NONE, Scene, children, mix, word_class};
use super::super::supersenses::SUPERSENSE_COUNT;
use super::subject::subject;
use super::{Rows, all, quotation, step};

/// What is the same for all tokens as seen from one cue.
pub(in super::super) struct View<'s, 'd> {
    scene: &'s Scene<'d>,
    cue: usize,
    convention: Convention,
    /// Of each place: steps below the lowest word that is above both it and the cue.
    below: Vec<u8>,
    /// That word's step above the cue; 255 where there is none.
    above: Vec<u8>,
    /// The word under it that the place hangs under.
    top: Vec<usize>,
    /// Hash of the labels on the way down.
    down: Vec<u32>,
    in_subject: Vec<bool>,
    up: Vec<u32>,
    subject: usize,
    signature: u32,
    quote_before: u32,
    quote_after: u32,
    /// The places looked at.
    pub(in super::super) window: core::ops::Range<usize>,
}

/// Tokens looked at on each side of a cue.
const REACH: usize = 112;

impl<'s, 'd> View<'s, 'd> {
    /// Looks at a paragraph from the cue at `cue`.
    pub(in super::super) fn new(scene: &'s Scene<'d>, cue: usize, convention: Convention) -> Self {
        let count = scene.items.len();
        let window = cue.saturating_sub(REACH)..count.min(cue + REACH + 1);
        let mut view = Self {
            scene,
            cue,
            convention,
            below: vec![0; count],
            above: vec![255; count],
            top: vec![NONE; count],
            down: vec![0; count],
            in_subject: vec![false; count],
            up: vec![0],
            subject: subject(scene, cue).place,
            signature: 0,
            quote_before: 0,
            quote_after: 0,
            window,
        };
        let item = &scene.items[cue];
        view.signature = item.children
            & (children::CCOMP
                | children::XCOMP
                | children::OBJECT
                | children::AGENT
                | children::PASSIVE
                | children::CLAUSAL_NOUN
                | children::SUBJECT);
        let mut at = cue;
        let mut level = 0;
        view.above[cue] = 0;
        while scene.items[at].head != at && level < 250 {
            level += 1;
            let up = view.up.last().copied().unwrap_or_default();
            let dep = scene.items[at].dep as u32 + 1;
            view.up.push(if level <= 3 { mix(up, dep) } else { up });
            at = scene.items[at].head;
            view.above[at] = level;
        }
        for place in &scene.order {
            view.place(*place);
        }
        let (start, end) = (view.window.start, view.window.end);
        let own = item.quote;
        let quoted = |at: &usize| scene.items[*at].quote > 0 && scene.items[*at].quote != own;
        view.quote_before = (start..cue)
            .rev()
            .find(quoted)
            .map_or(0, |at| scene.items[at].quote);
        view.quote_after = (cue..end).find(quoted).map_or(0, |at| scene.items[at].quote);
        view
    }

    fn place(&mut self, place: usize) {
        let Item { head, dep, .. } = self.scene.items[place];
        self.in_subject[place] = place == self.subject || head != place && self.in_subject[head];
        if self.above[place] != 255 || head == place || self.above[head] == 255 {
            return;
        }
        self.above[place] = self.above[head];
        self.below[place] = self.below[head].saturating_add(1);
        self.top[place] = if self.below[head] == 0 {
            place
        } else {
            self.top[head]
        };
        self.down[place] = if self.below[place] <= 3 {
            mix(self.down[head], dep as u32 + 1)
        } else {
            self.down[head]
        };
    }

    /// Appends the features of the token at `place` as seen from the cue; returns the rows used.
    pub(in super::super) fn features(&self, place: usize, out: &mut Vec<u16>) -> u32 {
        let items = &self.scene.items;
        let (item, cue) = (&items[place], &items[self.cue]);
        let side = match place.cmp(&self.cue) {
            core::cmp::Ordering::Less => 0,
            core::cmp::Ordering::Equal => 1,
            core::cmp::Ordering::Greater => 2,
        };
        let distance = step(place.abs_diff(self.cue));
        let joined = self.above[place] != 255;
        let (up, up_level) = if joined {
            let level = usize::from(self.above[place]);
            (
                self.up.get(level).copied().unwrap_or_default(),
                level.min(4) as u32,
            )
        } else {
            (99, 5)
        };
        let top = self.top[place];
        let (top_dep, top_lemma, top_rate) = items.get(top).map_or((63, 0, 0), |top| {
            (top.dep as u32, top.lemma, u32::from(top.is_likely_cue()))
        });
        let top_side = if top == NONE { 3 } else { u32::from(top > self.cue) };
        let hang = all(&[top_dep, top_side, up_level]);
        let depth = u32::from(self.below[place]).min(6);
        let sentence = (item.sentence + 2).saturating_sub(cue.sentence).min(4);
        let quote = self.quote(item);
        let (low, high) = (place.min(self.cue), place.max(self.cue));
        let commas = (self.scene.commas[high] - self.scene.commas[low]).min(5);
        let between = (self.scene.cues[high] - self.scene.cues[low]).min(4);
        let governed = self.governed(place);
        let subject_side = match self.subject {
            NONE => 3,
            subject => u32::from(place >= subject),
        };
        let mut rows = Rows::new(out);
        rows.exact(distance * 3 + side, 33);
        rows.hashed(all(&[up, self.down[place]]), 768);
        rows.hashed(all(&[hang, depth.min(2)]), 320);
        rows.hashed(all(&[hang, top_lemma]), 640);
        rows.exact(depth * 6 + up_level, 42);
        rows.exact(sentence * 12 + quote, 60);
        rows.exact(
            (commas * 3 + side) * 2 + u32::from(item.sentence == cue.sentence),
            36,
        );
        rows.exact(between * 3 + side, 15);
        rows.exact(governed * 3 + side, 18);
        rows.hashed(all(&[hang, item.tag as u32]), 896);
        rows.hashed(all(&[cue.lemma, hang]), 1280);
        rows.hashed(all(&[cue.tag as u32, cue.dep as u32, hang]), 896);
        rows.exact(
            (u32::from(self.in_subject[place]) * 2 + u32::from(place == self.subject)) * 4 + subject_side,
            16,
        );
        let near = place.abs_diff(self.cue) <= 4;
        rows.hashed(
            if near {
                all(&[item.word, side, place.abs_diff(self.cue) as u32])
            } else {
                0
            },
            640,
        );
        rows.hashed(
            if joined && up_level == 0 && depth == 1 {
                all(&[item.dep as u32, item.lemma, side])
            } else {
                0
            },
            384,
        );
        rows.hashed(all(&[self.signature, side, quote, sentence]), 512);
        rows.hashed(
            all(&[
                quote,
                quotation(item),
                u32::from(self.quote_before > 0),
                u32::from(self.quote_after > 0),
                side,
            ]),
            160,
        );
        rows.hashed(
            all(&[cue.with_clause / 2, cue.overall / 2, word_class(cue.pos), hang]),
            512,
        );
        rows.exact(top_rate * 3 + side, 6);
        rows.hashed(all(&[cue.listed, hang]), 384);
        rows.exact(quotation(cue) * 2 + u32::from(cue.within == 0), 12);
        rows.exact(u32::from(item.is_likely_cue()), 2);
        rows.exact(item.supersense, SUPERSENSE_COUNT);
        rows.hashed(all(&[hang, item.supersense]), 512);
        rows.hashed(all(&[cue.supersense, hang]), 512);
        rows.hashed(all(&[cue.reporting, word_class(cue.pos), hang]), 384);
        rows.hashed(all(&[cue.phrase, hang]), 256);
        rows.exact(item.reporting * 4 + word_class(item.pos), REPORTING_COUNT * 4);
        rows.exact(self.convention as u32, 2);
        rows.base
    }

    /// Whose quotation the token is in, as seen from the cue.
    fn quote(&self, item: &Item) -> u32 {
        let own = self.scene.items[self.cue].quote;
        match item.quote {
            0 if own == 0 => 0,
            0 => 1,
            quote if quote == own => 2,
            quote if quote == self.quote_before => 3 + 2 * u32::from(own > 0),
            quote if quote == self.quote_after => 4 + 2 * u32::from(own > 0),
            quote if quote < self.scene.items[self.cue].quote.max(self.quote_before) => 7,
            _ => 8,
        }
    }

    /// Whether another likely cue stands between.
    fn governed(&self, place: usize) -> u32 {
        match self.scene.items[place].governor {
            NONE => 0,
            governor if governor == self.cue => 1,
            governor if self.below[governor] == 0 && self.above[governor] != 255 => 2,
            governor if self.above[governor] == 0 => 3,
            _ if self.above[place] == 255 => 4,
            _ => 5,
        }
    }
}
