use super::kernel::{Matrix, ROWS};
use super::{ACTIVATION_MAX, WIDTH};
use crate::model::{Bytes, ModelError};

/// A matrix of quantised weights, with what brings its integer products back to scale.
#[derive(Debug)]
pub(super) struct Dense {
    matrix: Matrix,
    /// Of each row: the step of its weights times the step of the activations.
    scales: Vec<f32>,
}

impl Dense {
    /// Reads a matrix of `rows * columns` that is multiplied with activations of that `step`. Rows of zeros are added
    /// up to the multiple that the kernel needs.
    pub(super) fn read(bytes: &mut Bytes<'_>, rows: usize, columns: usize, step: f32) -> Result<Self, ModelError> {
        let mut scales = bytes.floats(rows)?;
        let (low, high) = (bytes.take(rows * columns)?, bytes.take(rows * columns)?);
        let weights = low.iter().zip(high).map(|(&low, &high)| i16::from_le_bytes([low, high]));
        let padded = rows.next_multiple_of(ROWS);
        let weights: Vec<i16> = weights.chain(core::iter::repeat_n(0, (padded - rows) * columns)).collect();
        scales.resize(padded, 0.0);
        for scale in &mut scales {
            *scale *= step;
        }
        let matrix = Matrix::new(padded, columns, &weights).ok_or(ModelError::Inconsistent("the size of a matrix"))?;
        Ok(Self { matrix, scales })
    }

    /// Rows, with those added.
    pub(super) fn rows(&self) -> usize {
        self.matrix.rows()
    }

    pub(super) fn columns(&self) -> usize {
        self.matrix.columns()
    }

    /// The integer products with the activations of `tokens` tokens, as [`Matrix::product`] lays them out.
    pub(super) fn product(&self, input: &[i16], stride: usize, tokens: usize, out: &mut [i32]) {
        self.matrix.product(input, stride, tokens, out);
    }

    /// A product of one token at its true scale, with `bias` added.
    pub(super) fn at_scale(&self, product: &[i32], bias: &[f32], out: &mut [f32]) {
        for (((out, &sum), &scale), &bias) in out.iter_mut().zip(product).zip(&self.scales).zip(bias) {
            #[expect(clippy::cast_precision_loss, reason = "the rounding is that of every machine")]
            let value = sum as f32 * scale + bias;
            *out = value;
        }
    }
}

/// Reads the step of activations.
pub(super) fn read_step(bytes: &mut Bytes<'_>) -> Result<f32, ModelError> {
    let limit = bytes.floats(1)?.first().copied().unwrap_or_default();
    if limit.is_finite() && limit > 0.0 { Ok(limit / ACTIVATION_MAX) } else { Err(ModelError::Inconsistent("a scale")) }
}

/// The layer that scores the tags of a token.
#[derive(Debug)]
pub(crate) struct Tagger {
    dense: Dense,
    bias: Vec<f32>,
}

impl Tagger {
    pub(crate) fn read(bytes: &mut Bytes<'_>, tags: usize) -> Result<Self, ModelError> {
        let step = read_step(bytes)?;
        Ok(Self { dense: Dense::read(bytes, tags, WIDTH, step)?, bias: bytes.floats(tags)? })
    }

    /// Appends the number of the best tag of each token, given the tokens' quantised vectors.
    pub(crate) fn tag(&self, vectors: &[i16], tags: &mut Vec<u8>) {
        let mut products = [0; 4 * 64];
        let mut scores = [0.0; 64];
        for block in vectors.chunks(4 * WIDTH) {
            let tokens = block.len() / WIDTH;
            self.dense.product(block, WIDTH, tokens, &mut products);
            for product in products.chunks_exact(self.dense.rows()).take(tokens) {
                self.dense.at_scale(product, &self.bias, &mut scores);
                tags.push(best(&scores[..self.bias.len()]) as u8);
            }
        }
    }
}

/// The place of the largest score, the first of equals.
fn best(scores: &[f32]) -> usize {
    let mut best = 0;
    for (place, score) in scores.iter().enumerate() {
        if *score > scores[best] {
            best = place;
        }
    }
    best
}
