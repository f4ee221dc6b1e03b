//! How often each lemma is a cue: the strongest sign of one.

use std::collections::HashMap;

use super::scene::mix;

/// Lower bounds of the steps that rates are told by; step 0 is "never".
pub(super) const STEPS: [f32; 10] = [0.01, 0.03, 0.07, 0.13, 0.2, 0.3, 0.45, 0.6, 0.75, 0.88];

/// Of lemmas that were ever a cue, how often: where they have a clause, and at all.
#[derive(Debug, Clone, Default)]
pub(super) struct Rates {
    of: HashMap<u32, (u8, u8)>,
}

impl Rates {
    /// From the keys of lemmas and their two steps.
    pub(super) fn new(of: impl IntoIterator<Item = (u32, (u8, u8))>) -> Self {
        Self {
            of: of.into_iter().collect(),
        }
    }

    /// The steps of a lemma's two rates, 0 for one that was never a cue.
    pub(super) fn of(&self, lemma: u32, class: u32) -> (u32, u32) {
        self.of
            .get(&key(lemma, class))
            .map_or((0, 0), |&(clause, all)| (clause.into(), all.into()))
    }
}

/// The key of a lemma of a class of words.
pub(super) fn key(lemma: u32, class: u32) -> u32 {
    mix(lemma, class)
}

/// Counts, while the rates are learnt.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Count {
    pub(super) seen: u32,
    pub(super) cue: u32,
    pub(super) seen_with_clause: u32,
    pub(super) cue_with_clause: u32,
}

impl Count {
    /// The steps, after a little smoothing; `None` for what was never a cue.
    #[allow(
        clippy::cast_precision_loss,
        reason = "counts are far below what a float holds"
    )]
    pub(super) fn steps(self) -> Option<(u8, u8)> {
        let step = |cue: u32, seen: u32| {
            if cue == 0 {
                return 0;
            }
            let rate = (cue as f32 + 0.2) / (seen as f32 + 1.5);
            1 + STEPS.iter().filter(|&&bound| rate >= bound).count() as u8
        };
        (self.cue > 0).then(|| {
            (
                step(self.cue_with_clause, self.seen_with_clause),
                step(self.cue, self.seen),
            )
        })
    }
}
