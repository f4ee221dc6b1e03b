use core::ops::Range;

use english::Document;

use super::features::{self, CUE, JUDGED, RELATIVE, TOKEN, View};
use super::gold::{Convention, Label};
use super::network::{Chain, Dense, Gru, HIDDEN, Room, Table, fixed, number, rectify};
use super::rates::Rates;
use super::scene::{NONE, Scene};
use super::weights::{Bytes, StatementsError};
use crate::quotes::Quotes;

/// Width of a token's vector.
const WIDTH: usize = 96;
/// Units of the classifier of cues.
const UNITS: usize = 48;
/// Outputs for each token: its part of what a cue sees, that part where it is the cue, and the classifier's.
const OUTPUTS: usize = 2 * WIDTH + UNITS;

/// Finds statements: the trained part of reading them.
///
/// Loaded once from its weights file (`static/statements.model`) and then used for any number of articles. What it
/// finds depends on nothing but the document and the weights.
#[derive(Debug)]
pub struct Statements {
    rates: Rates,
    thresholds: Vec<f32>,
    token_rows: Table<WIDTH>,
    cue_rows: Table<UNITS>,
    relative_rows: Table<WIDTH>,
    encoder: Gru,
    outputs: Dense,
    /// Two classifiers: whether a word is a cue, and whether it is one that nobody else reports.
    judges: Vec<f32>,
    judge_bias: Vec<f32>,
    span: Gru,
    chain: Chain,
}

/// Tokens between a cue and another that may stand in its content, at most.
const NEAR: u32 = 100;

/// The classifier of cues, reported by others or not.
const ANY: usize = 0;
/// The classifier of cues that nobody else reports.
const TOP: usize = 1;

/// A statement found: its cue, and the tokens of each role by index into the document.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Found {
    /// The token that carries the cue.
    pub(crate) head: u32,
    /// How much it looks like a cue, reported by another or not; those that count are above zero.
    pub(crate) any: f32,
    /// How much it looks like one that nobody else reports.
    pub(crate) top: f32,
    pub(crate) source: Vec<Range<u32>>,
    pub(crate) cue: Vec<Range<u32>>,
    pub(crate) content: Vec<Range<u32>>,
    /// Its content by the conventions by which every level is marked, where it stands at the top and that is in question.
    pub(crate) reach: Vec<Range<u32>>,
}

/// A paragraph with what was made of its candidates.
struct Judged<'s, 'd> {
    scene: &'s Scene<'d>,
    outputs: Vec<[i16; OUTPUTS]>,
    /// Of each place that can be a cue both judgements, by the conventions of the articles and of the passages.
    scores: Vec<Option<[[f32; 2]; 2]>>,
    /// Of each place the nearest cue above it, by either.
    governors: [Vec<usize>; 2],
}

/// Whether it is open how far the content of a statement reaches: over one that somebody should report and nobody does,
/// or over one that nobody seems to report. `homeless` are the cues of the former.
fn needs_reach(outer: &Found, others: &[Found], homeless: &[u32]) -> bool {
    let near = |&&head: &&u32| head != outer.head && outer.head.abs_diff(head) <= NEAR;
    let mut free = others
        .iter()
        .filter(|other| other.any > 0.0 && other.top > 0.0 && other.head != outer.head);
    let open = outer.any > 0.0 && outer.top > 0.0;
    open && (homeless.iter().any(|head| near(&head)) || free.any(|free| outer.holds(free.head)))
}

impl Found {
    /// Whether the token is in the content.
    fn holds(&self, token: u32) -> bool {
        self.content.iter().any(|range| range.contains(&token))
    }
}

impl Statements {
    /// Loads the weights from the bytes of their file.
    ///
    /// # Errors
    /// If the bytes are not a whole, undamaged weights file of this version.
    pub fn load(data: &[u8]) -> Result<Self, StatementsError> {
        let mut bytes = Bytes::open(data)?;
        let rates = read_rates(&mut bytes)?;
        for size in [
            TOKEN.0 as u32,
            TOKEN.1,
            CUE.0 as u32,
            CUE.1,
            RELATIVE.0 as u32,
            RELATIVE.1,
        ] {
            if bytes.u32()? != size {
                return Err(StatementsError::Inconsistent("it was trained for other features"));
            }
        }
        let thresholds = bytes.floats(2)?;
        let model = Self {
            rates,
            thresholds,
            token_rows: Table::read(&mut bytes, TOKEN.1 as usize)?,
            cue_rows: Table::read(&mut bytes, CUE.1 as usize)?,
            relative_rows: Table::read(&mut bytes, (RELATIVE.1 + JUDGED) as usize)?,
            encoder: Gru::read(&mut bytes, WIDTH)?,
            outputs: Dense::read_outputs(&mut bytes, OUTPUTS)?,
            judges: bytes.floats(2 * UNITS)?,
            judge_bias: bytes.floats(2)?,
            span: Gru::read(&mut bytes, WIDTH)?,
            chain: Chain::read(&mut bytes)?,
        };
        if bytes.is_empty() {
            Ok(model)
        } else {
            Err(StatementsError::Inconsistent("its parts have other sizes"))
        }
    }

    /// What in a part of a paragraph (see [`parts`](super::parts)) scores above `least` as a cue, in order. What does not
    /// count as one has no source and content.
    pub(crate) fn find(
        &self,
        document: &Document,
        part: Range<u32>,
        quotes: &Quotes,
        least: f32,
    ) -> Vec<Found> {
        let mut scene = Scene::read(document, part, quotes);
        scene.rate(&self.rates);
        self.read(&scene, least)
    }

    fn read(&self, scene: &Scene<'_>, least: f32) -> Vec<Found> {
        let mut room = Room::default();
        let judged = self.judge_all(scene, &mut room);
        let mut found = Vec::new();
        for place in 0..scene.items.len() {
            let Some([outermost, complete]) = judged.scores[place] else {
                continue;
            };
            let any = complete[ANY] - self.thresholds[ANY];
            let top = outermost[TOP] - self.thresholds[TOP];
            if any <= least {
                continue;
            }
            let convention = if top > 0.0 {
                Convention::Outermost
            } else {
                Convention::Complete
            };
            let mut one = Found {
                head: scene.token(place),
                any,
                top,
                source: Vec::new(),
                cue: Vec::new(),
                content: Vec::new(),
                reach: Vec::new(),
            };
            if any > 0.0 {
                let (labels, start) = self.label(&judged, place, convention, &mut room);
                one.source = runs(&labels, Label::Source, start);
                one.cue = runs(&labels, Label::Cue, start);
                one.content = runs(&labels, Label::Content, start);
            }
            found.push(one);
        }
        let homeless: Vec<u32> = found
            .iter()
            .filter(|inner| inner.top <= 0.0 && inner.any > 0.0)
            .map(|inner| inner.head)
            .filter(|&head| !found.iter().any(|outer| outer.holds(head)))
            .collect();
        for at in 0..found.len() {
            if needs_reach(&found[at], &found, &homeless) {
                let place = (found[at].head - scene.range.start) as usize;
                let (labels, start) = self.label(&judged, place, Convention::Complete, &mut room);
                found[at].reach = runs(&labels, Label::Content, start);
            }
        }
        found
    }

    /// Encodes a paragraph and judges every candidate, by the conventions of either.
    fn judge_all<'s, 'd>(&self, scene: &'s Scene<'d>, room: &mut Room) -> Judged<'s, 'd> {
        let (mut rows, mut input, mut units) = (Vec::new(), Vec::new(), Vec::new());
        for place in 0..scene.items.len() {
            rows.clear();
            features::token(scene, place, &mut rows);
            let mut sums = [0; WIDTH];
            self.token_rows.add(&rows, &mut sums);
            rectify(&sums, &mut input);
        }
        self.encoder.run(&input, room, &mut units);
        let (mut products, mut outputs) = (Vec::new(), Vec::new());
        self.outputs
            .apply(&units, scene.items.len(), 2 * HIDDEN, &mut products, &mut outputs);
        let outputs: Vec<i16> = outputs.iter().map(|&output| fixed(output)).collect();
        let outputs = outputs.as_chunks::<OUTPUTS>().0.to_vec();
        let scores: Vec<Option<[[f32; 2]; 2]>> = outputs
            .iter()
            .enumerate()
            .map(|(place, output)| {
                scene.items[place].is_candidate().then(|| {
                    rows.clear();
                    features::cue(scene, place, Convention::Outermost, &mut rows);
                    let mut sums = [0; UNITS];
                    sums.copy_from_slice(&output[2 * WIDTH..]);
                    // The convention is the last feature.
                    let outermost = rows.pop().unwrap_or_default();
                    self.cue_rows.add(&rows, &mut sums);
                    [outermost, outermost + 1].map(|convention| self.judge(sums, convention))
                })
            })
            .collect();
        let governors = [0, 1].map(|by| {
            governors(scene, |place| {
                scores[place].is_some_and(|by_both| by_both[by][ANY] > 0.0)
            })
        });
        Judged {
            scene,
            outputs,
            scores,
            governors,
        }
    }

    /// What the tokens around the cue at `place` are to it, by a convention, and the token that the first label is of.
    fn label(
        &self,
        judged: &Judged<'_, '_>,
        place: usize,
        convention: Convention,
        room: &mut Room,
    ) -> (Vec<Label>, u32) {
        let by = convention as usize;
        let scores = |at: usize| judged.scores.get(at).copied().flatten().map(|scores| scores[by]);
        let view = View::new(judged.scene, place, convention);
        let (mut rows, mut input, mut units) = (Vec::new(), Vec::new(), Vec::new());
        for seen in view.window.clone() {
            rows.clear();
            view.features(seen, &mut rows);
            rows.push(features::judged(scores(seen)));
            rows.push(match judged.governors[by][seen] {
                above if above == place => features::own(),
                above => features::governed(scores(above)),
            });
            let mut sums = [0; WIDTH];
            let head = &judged.outputs[place][WIDTH..2 * WIDTH];
            for (sum, (token, head)) in sums.iter_mut().zip(judged.outputs[seen].iter().zip(head)) {
                *sum = token.saturating_add(*head);
            }
            self.relative_rows.add(&rows, &mut sums);
            rectify(&sums, &mut input);
        }
        self.span.run(&input, room, &mut units);
        let start = judged.scene.range.start + view.window.start as u32;
        (self.chain.best(&units), start)
    }

    /// Both judgements of a candidate from the sums of what is known of it, but for the convention.
    fn judge(&self, mut sums: [i16; UNITS], convention: u16) -> [f32; 2] {
        self.cue_rows.add(&[convention], &mut sums);
        [ANY, TOP].map(|judge| {
            let judged = sums.iter().zip(&self.judges[judge * UNITS..]);
            let score: f32 = judged.map(|(&sum, weight)| number(sum.max(0)) * weight).sum();
            score + self.judge_bias[judge]
        })
    }
}

/// Of each place the nearest one above it that is a cue, or [`NONE`].
fn governors(scene: &Scene<'_>, is_cue: impl Fn(usize) -> bool) -> Vec<usize> {
    let mut governors = vec![NONE; scene.items.len()];
    for &place in &scene.order {
        let head = scene.items[place].head;
        if head != place {
            governors[place] = if is_cue(head) { head } else { governors[head] };
        }
    }
    governors
}

/// The runs of tokens with that label; the first token of all is `start`.
fn runs(labels: &[Label], wanted: Label, start: u32) -> Vec<Range<u32>> {
    let mut runs: Vec<Range<u32>> = Vec::new();
    for (token, _) in (start..).zip(labels).filter(|(_, label)| **label == wanted) {
        match runs.last_mut() {
            Some(run) if run.end == token => run.end = token + 1,
            _ => runs.push(token..token + 1),
        }
    }
    runs
}

fn read_rates(bytes: &mut Bytes<'_>) -> Result<Rates, StatementsError> {
    let count = bytes.u32()? as usize;
    let keys = bytes.take(count.checked_mul(4).ok_or(StatementsError::Truncated)?)?;
    let steps = bytes.take(2 * count)?;
    let keys = keys.as_chunks::<4>().0.iter().map(|&key| u32::from_le_bytes(key));
    Ok(Rates::new(
        keys.zip(
            steps
                .as_chunks::<2>()
                .0
                .iter()
                .map(|&[clause, all]| (clause, all)),
        ),
    ))
}
