//! Features as rows of embedding tables. Training and inference both take them from here.

use english::{Dep, Tag};

use super::scene::{Item, Mark, NONE, Scene, children, mix, word_class};

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
        self.out.push((self.base + mix(value, self.base + 1) % size) as u16);
        self.base += size;
    }
}

/// The value of several small ones together.
fn all(values: &[u32]) -> u32 {
    values.iter().fold(values.len() as u32, |all, &value| mix(all, value))
}

/// Features of a token by itself, and rows of their table.
pub(super) const TOKEN: (usize, u32) = (16, 8015);
/// Features of a token as the word that may be a cue, and rows of their table.
pub(super) const CUE: (usize, u32) = (32, 10_479);
/// Features of a token as seen from a cue, and rows of their table.
pub(super) const RELATIVE: (usize, u32) = (22, 8144);

/// Appends the features of the token at `place` by itself; returns the rows used.
pub(super) fn token(scene: &Scene<'_>, place: usize, out: &mut Vec<u16>) -> u32 {
    let item = &scene.items[place];
    let head = &scene.items[item.head];
    let mut rows = Rows::new(out);
    rows.twice(item.lemma, 4096);
    rows.hashed(item.suffix, 512);
    rows.exact(item.tag as u32, 52);
    rows.exact(item.dep as u32, 46);
    rows.exact(item.entity, 19);
    rows.exact(quotation(item), 6);
    rows.exact(item.shape + 8 * u32::from(item.within == 0) + 16 * u32::from(place == 0), 32);
    rows.hashed(head.lemma, 1024);
    let side = u32::from(item.head < place) + 2 * u32::from(item.head == place);
    rows.hashed(all(&[head.tag as u32, item.dep as u32, side]), 512);
    rows.hashed(item.children, 512);
    rows.exact(item.with_clause * 11 + item.overall, 121);
    rows.exact(item.listed, 50);
    rows.hashed(all(&[item.dep as u32, head.overall, u32::from(head.has_clause())]), 256);
    rows.hashed(item.word, 768);
    rows.exact(item.within, 9);
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

/// Whom a word's subject is, and how it was found.
pub(super) struct Subject {
    pub(super) place: usize,
    hops: u32,
    how: u32,
}

/// The subject of the word at `place`: its own, or through shared and controlled subjects up to three words above.
pub(super) fn subject(scene: &Scene<'_>, place: usize) -> Subject {
    let mut at = place;
    let mut how = 0;
    for hops in 0..4 {
        let item = &scene.items[at];
        let own = scene.children_of(at).find(|&child| {
            matches!(
                scene.items[child].dep,
                Dep::Nsubj | Dep::Nsubjpass | Dep::Csubj | Dep::Poss
            ) && scene.items[child].tag != Tag::Ex
        });
        if let Some(own) = own {
            let relative = matches!(scene.items[own].tag, Tag::Wdt | Tag::Wp)
                || scene.text(own).eq_ignore_ascii_case("that");
            if relative && item.dep == Dep::Relcl {
                return Subject {
                    place: item.head,
                    hops,
                    how: all(&[how, 7]),
                };
            }
            return Subject {
                place: own,
                hops,
                how: all(&[how, scene.items[own].dep as u32]),
            };
        }
        how = mix(how, item.dep as u32);
        match item.dep {
            Dep::Conj | Dep::Xcomp | Dep::Advcl | Dep::Ccomp | Dep::Pcomp | Dep::Aux | Dep::Acomp | Dep::Attr
            | Dep::Dobj | Dep::Prep | Dep::Pobj | Dep::Dep | Dep::Oprd | Dep::Prt => at = item.head,
            Dep::Acl | Dep::Relcl | Dep::Amod => {
                return Subject {
                    place: item.head,
                    hops,
                    how: all(&[how, 8]),
                };
            }
            _ => break,
        }
        if at == scene.items[at].head && hops == 3 {
            break;
        }
    }
    Subject {
        place: NONE,
        hops: 4,
        how,
    }
}

/// What kind of thing a token names, as far as it can be a source.
fn kind(scene: &Scene<'_>, place: usize) -> u32 {
    scene.items.get(place).map_or(0, |item| match item.tag {
        Tag::Prp | Tag::PrpPoss | Tag::Wp | Tag::Dt | Tag::Ex => mix(1, item.word),
        _ => mix(2 + item.entity, item.tag as u32),
    })
}

/// Appends the features of the token at `place` as a word that may be a cue; returns the rows used.
pub(super) fn cue(scene: &Scene<'_>, place: usize, out: &mut Vec<u16>) -> u32 {
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
    let particle = scene.child(place, Dep::Prt).map_or(0, |particle| items[particle].word);
    let xcomp = scene.child(place, Dep::Xcomp).map_or(0, |x| items[x].tag as u32 + 1);
    let outer = likeliest_above(scene, place);
    let before = place.checked_sub(1).map(|at| &items[at]);
    let after = items.get(place + 1);
    let (quote_before, quote_after) = nearest_marks(scene, place);
    let mut rows = Rows::new(out);
    let lemma = mix(item.lemma, class);
    rows.hashed(lemma, 2048);
    rows.hashed(all(&[lemma, clause, kids & (children::OBJECT | children::XCOMP)]), 1536);
    rows.exact((item.with_clause * 2 + clause) * 4 + class, 88);
    rows.exact((item.overall * 2 + clause) * 4 + class, 88);
    rows.exact(item.tag as u32, 52);
    rows.exact(item.dep as u32, 46);
    rows.hashed(all(&[item.dep as u32, head.tag as u32, class]), 384);
    rows.hashed(head.lemma, 768);
    rows.hashed(kids, 512);
    rows.hashed(
        all(&[clause, kids & (children::THAT_BELOW | children::WH_BELOW), class, item.overall / 2]),
        128,
    );
    rows.hashed(all(&[xcomp, item.overall / 2, class]), 192);
    rows.hashed(
        all(&[
            object_item.map_or(0, |object| 1 + object.overall),
            object_item.map_or(0, |object| u32::from(object.quote > 0 && object.quote != item.quote)),
            class,
        ]),
        96,
    );
    rows.hashed(all(&[lemma, preposition, particle]), 768);
    rows.hashed(all(&[preposition, class, item.overall / 2]), 256);
    rows.hashed(kids & (children::NEGATION | children::MODAL | children::PASSIVE | children::EXPLETIVE), 32);
    rows.hashed(all(&[subject.how, subject.hops]), 192);
    rows.hashed(all(&[subject_kind, class]), 256);
    rows.hashed(all(&[subject_kind, item.with_clause / 2, clause]), 384);
    rows.hashed(all(&[subject_kind, item.overall / 2]), 384);
    rows.hashed(all(&[lemma, subject_kind]), 768);
    rows.exact(outer, 12);
    rows.exact(quotation(item) * 4 + class, 24);
    rows.hashed(all(&[quote_before, quote_after, u32::from(item.quote > 0)]), 160);
    rows.hashed(
        all(&[quote_before.min(2), item.overall, class, u32::from(item.quote > 0)]),
        128,
    );
    rows.exact(step(item.within as usize), 11);
    rows.exact(item.listed, 50);
    rows.hashed(all(&[item.listed, clause, kids & (children::OBJECT | children::XCOMP)]), 192);
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
        all(&[item.overall / 2, item.dep as u32, u32::from(subject.place < place)]),
        60,
    );
    rows.base
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
        if matches!(dep, Dep::Ccomp | Dep::Xcomp | Dep::Dobj | Dep::Pcomp | Dep::Acl | Dep::Advcl) {
            best = best.max(1 + if above.has_clause() { above.with_clause } else { above.overall });
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

/// What is the same for all tokens as seen from one cue.
pub(super) struct View<'s, 'd> {
    scene: &'s Scene<'d>,
    cue: usize,
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
    pub(super) window: core::ops::Range<usize>,
}

/// Tokens looked at on each side of a cue.
const REACH: usize = 112;

impl<'s, 'd> View<'s, 'd> {
    /// Looks at a paragraph from the cue at `cue`.
    pub(super) fn new(scene: &'s Scene<'d>, cue: usize) -> Self {
        let count = scene.items.len();
        let window = cue.saturating_sub(REACH)..count.min(cue + REACH + 1);
        let mut view = Self {
            scene,
            cue,
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
        view.quote_before = (start..cue).rev().find(quoted).map_or(0, |at| scene.items[at].quote);
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
        self.top[place] = if self.below[head] == 0 { place } else { self.top[head] };
        self.down[place] = if self.below[place] <= 3 {
            mix(self.down[head], dep as u32 + 1)
        } else {
            self.down[head]
        };
    }

    /// Appends the features of the token at `place` as seen from the cue; returns the rows used.
    pub(super) fn features(&self, place: usize, out: &mut Vec<u16>) -> u32 {
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
            (self.up.get(level).copied().unwrap_or_default(), level.min(4) as u32)
        } else {
            (99, 5)
        };
        let top = self.top[place];
        let (top_dep, top_lemma, top_rate) = items.get(top).map_or((63, 0, 0), |top| {
            (
                top.dep as u32,
                top.lemma,
                u32::from(top.is_likely_cue()),
            )
        });
        let top_side = if top == NONE { 3 } else { u32::from(top > self.cue) };
        let hang = all(&[top_dep, top_side, up_level]);
        let depth = u32::from(self.below[place]).min(6);
        let sentence = (i64::from(item.sentence) - i64::from(cue.sentence)).clamp(-2, 2) + 2;
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
        rows.hashed(all(&[up, self.down[place]]), 1024);
        rows.hashed(all(&[hang, depth.min(2)]), 320);
        rows.hashed(all(&[hang, top_lemma]), 640);
        rows.exact(depth * 6 + up_level, 42);
        rows.exact(sentence as u32 * 12 + quote, 60);
        rows.exact((commas * 3 + side) * 2 + u32::from(item.sentence == cue.sentence), 36);
        rows.exact(between * 3 + side, 15);
        rows.exact(governed * 3 + side, 18);
        rows.hashed(all(&[hang, item.tag as u32]), 896);
        rows.hashed(all(&[cue.lemma, hang]), 1536);
        rows.hashed(all(&[cue.tag as u32, cue.dep as u32, hang]), 896);
        rows.exact(
            (u32::from(self.in_subject[place]) * 2 + u32::from(place == self.subject)) * 4 + subject_side,
            16,
        );
        let near = place.abs_diff(self.cue) <= 4;
        rows.hashed(
            if near { all(&[item.word, side, place.abs_diff(self.cue) as u32]) } else { 0 },
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
        rows.hashed(all(&[self.signature, side, quote, sentence as u32]), 512);
        rows.hashed(all(&[quote, quotation(item), u32::from(self.quote_before > 0), u32::from(self.quote_after > 0), side]), 160);
        rows.hashed(all(&[cue.with_clause / 2, cue.overall / 2, word_class(cue.pos), hang]), 512);
        rows.exact(top_rate * 3 + side, 6);
        rows.hashed(all(&[cue.listed, hang]), 384);
        rows.exact(quotation(cue) * 2 + u32::from(cue.within == 0), 12);
        rows.exact(u32::from(item.is_likely_cue()), 1 + 1);
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
