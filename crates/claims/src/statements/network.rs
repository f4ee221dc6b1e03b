//! The layers: embedding tables, gated recurrent units, a chain of labels. Dense layers multiply 12-bit weights with
//! 14-bit activations in integers; the rest is floating point in a fixed order. The same everywhere.

use english::kernels::{Matrix, Recurrent, add_rows, at_scale, step};

use super::gold::Label;
use super::weights::{Bytes, StatementsError};

/// Integers for one, of activations between -1 and 1.
const UNIT: f32 = 8191.0;
/// Integers for one, of sums of embedding rows; they reach from -16 to 16.
const SUM: f32 = 2048.0;
/// Numbers computed side by side.
const LANES: usize = 8;
/// Units of a recurrent layer in each direction.
pub(super) const HIDDEN: usize = 64;
const GATES: usize = 3 * HIDDEN;
const LABELS: usize = Label::ALL.len();

/// Embedding rows, in integers of [`SUM`] for one.
#[derive(Debug)]
pub(super) struct Table<const WIDTH: usize> {
    rows: Vec<[i16; WIDTH]>,
}

impl<const WIDTH: usize> Table<WIDTH> {
    /// Reads rows of signed bytes, each with its scale.
    pub(super) fn read(bytes: &mut Bytes<'_>, rows: usize) -> Result<Self, StatementsError> {
        let scales = bytes.halves(rows)?;
        let steps = bytes.signed(rows * WIDTH)?;
        let rows = scales.iter().zip(steps.as_chunks::<WIDTH>().0);
        Ok(Self {
            rows: rows
                .map(|(scale, steps)| steps.map(|step| fixed(f32::from(step) * scale)))
                .collect(),
        })
    }

    /// Adds the rows to `sums`.
    pub(super) fn add(&self, rows: &[u16], sums: &mut [i16; WIDTH]) {
        add_rows(self.rows.as_flattened(), rows, sums);
    }
}

/// A number among sums of rows.
pub(super) fn fixed(value: f32) -> i16 {
    nearest((value * SUM).clamp(-32_767.0, 32_767.0))
}

/// A sum of rows as a number.
pub(super) fn number(sum: i16) -> f32 {
    f32::from(sum) / SUM
}

/// To the nearest integer of a number within the range: added to this constant, its last bits are the integer.
fn nearest(value: f32) -> i16 {
    (value + 12_582_912.0).to_bits() as i16
}

/// Positive sums as they are, others as zero.
pub(super) fn rectify(sums: &[i16], out: &mut Vec<i16>) {
    out.extend(sums.iter().map(|&sum| sum.max(0)));
}

/// A matrix of quantised weights with what brings its products to scale, and biases.
#[derive(Debug)]
pub(super) struct Dense {
    matrix: Matrix,
    scales: Vec<f32>,
    bias: Vec<f32>,
}

impl Dense {
    /// For inputs of `per_one` integers for one.
    fn read(
        bytes: &mut Bytes<'_>,
        rows: usize,
        columns: usize,
        per_one: f32,
    ) -> Result<Self, StatementsError> {
        let mut scales = bytes.floats(rows)?;
        for scale in &mut scales {
            *scale /= per_one;
        }
        let matrix = Matrix::new(rows, columns, &bytes.planes(rows * columns)?)
            .ok_or(StatementsError::Inconsistent("the size of a matrix"))?;
        Ok(Self {
            matrix,
            scales,
            bias: bytes.floats(rows)?,
        })
    }

    /// For the units of a recurrent layer, both directions.
    pub(super) fn read_outputs(bytes: &mut Bytes<'_>, rows: usize) -> Result<Self, StatementsError> {
        Self::read(bytes, rows, 2 * HIDDEN, UNIT)
    }

    /// The outputs for `tokens` inputs that stand one after the other.
    pub(super) fn apply(
        &self,
        input: &[i16],
        tokens: usize,
        columns: usize,
        room: &mut Vec<i32>,
        out: &mut Vec<f32>,
    ) {
        let rows = self.matrix.rows();
        // What they held is written over.
        room.resize(tokens * rows, 0);
        out.resize(tokens * rows, 0.0);
        self.matrix.product(input, columns, tokens, room);
        at_scale(room, &self.scales, &self.bias, out);
    }
}

/// A gated recurrent unit (Cho and others 2014) in both directions, with `HIDDEN` units each.
#[derive(Debug)]
pub(super) struct Gru {
    /// The gates' inputs, forwards and backwards.
    input: Dense,
    recurrent: [Dense; 2],
    width: usize,
}

/// Room to work in.
#[derive(Debug, Default)]
pub(super) struct Room {
    products: Vec<i32>,
    gates: Vec<f32>,
}

impl Gru {
    pub(super) fn read(bytes: &mut Bytes<'_>, width: usize) -> Result<Self, StatementsError> {
        Ok(Self {
            input: Dense::read(bytes, 2 * GATES, width, SUM)?,
            recurrent: [
                Dense::read(bytes, GATES, HIDDEN, UNIT)?,
                Dense::read(bytes, GATES, HIDDEN, UNIT)?,
            ],
            width,
        })
    }

    /// Reads a sequence of quantised inputs; `out` gets `2 * HIDDEN` quantised units a token, forwards then backwards.
    pub(super) fn run(&self, input: &[i16], room: &mut Room, out: &mut Vec<i16>) {
        let tokens = input.len() / self.width;
        self.input
            .apply(input, tokens, self.width, &mut room.products, &mut room.gates);
        out.resize(tokens * 2 * HIDDEN, 0);
        for (direction, layer) in self.recurrent.iter().enumerate() {
            let mut state = [0.0_f32; HIDDEN];
            let mut quantised = [0_i16; HIDDEN];
            let mut products = [0_i32; GATES];
            let scale = Recurrent {
                scales: &layer.scales,
                bias: &layer.bias,
            };
            for at in 0..tokens {
                let token = if direction == 0 { at } else { tokens - 1 - at };
                layer.matrix.product(&quantised, HIDDEN, 1, &mut products);
                let gates = &room.gates[(2 * token + direction) * GATES..][..GATES];
                step(scale, &products, gates, UNIT, &mut state, &mut quantised);
                out[(2 * token + direction) * HIDDEN..][..HIDDEN].copy_from_slice(&quantised);
            }
        }
    }
}

/// The scores of labels and of their successions: a linear-chain conditional random field (Lafferty and others 2001).
#[derive(Debug)]
pub(super) struct Chain {
    weights: Vec<f32>,
    bias: Vec<f32>,
    start: Vec<f32>,
    end: Vec<f32>,
    moves: Vec<f32>,
}

impl Chain {
    pub(super) fn read(bytes: &mut Bytes<'_>) -> Result<Self, StatementsError> {
        Ok(Self {
            weights: bytes.floats(LABELS * 2 * HIDDEN)?,
            bias: bytes.floats(LABELS)?,
            start: bytes.floats(LABELS)?,
            end: bytes.floats(LABELS)?,
            moves: bytes.floats(LABELS * LABELS)?,
        })
    }

    /// The best labels of a sequence of quantised units (Viterbi).
    pub(super) fn best(&self, units: &[i16]) -> Vec<Label> {
        let mut total = [0.0; LABELS];
        let mut back: Vec<[u8; LABELS]> = Vec::with_capacity(units.len() / (2 * HIDDEN));
        for (at, units) in units.as_chunks::<{ 2 * HIDDEN }>().0.iter().enumerate() {
            let mut next = [0.0; LABELS];
            let mut from = [0; LABELS];
            for label in 0..LABELS {
                let own =
                    self.bias[label] + dot(&self.weights[label * 2 * HIDDEN..][..2 * HIDDEN], units) / UNIT;
                if at == 0 {
                    next[label] = self.start[label] + own;
                    continue;
                }
                let score = |before: usize| total[before] + self.moves[before * LABELS + label];
                let mut best = 0;
                for before in 1..LABELS {
                    if score(before) > score(best) {
                        best = before;
                    }
                }
                next[label] = score(best) + own;
                from[label] = best as u8;
            }
            total = next;
            back.push(from);
        }
        let mut last = 0;
        for label in 1..LABELS {
            if total[label] + self.end[label] > total[last] + self.end[last] {
                last = label;
            }
        }
        let mut labels = Vec::with_capacity(back.len());
        for from in back.iter().rev() {
            labels.push(Label::ALL[last]);
            last = usize::from(from[last]);
        }
        labels.reverse();
        labels
    }
}

fn dot(weights: &[f32], units: &[i16]) -> f32 {
    let mut sums = [0.0; LANES];
    for (weights, units) in weights
        .as_chunks::<LANES>()
        .0
        .iter()
        .zip(units.as_chunks::<LANES>().0)
    {
        for lane in 0..LANES {
            sums[lane] += weights[lane] * f32::from(units[lane]);
        }
    }
    sums.iter().sum()
}
