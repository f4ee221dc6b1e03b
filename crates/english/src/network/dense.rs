use super::simd::{GROUP, Matrix, at_scale};
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
    pub(super) fn read(
        bytes: &mut Bytes<'_>,
        rows: usize,
        columns: usize,
        step: f32,
    ) -> Result<Self, ModelError> {
        let mut scales = bytes.floats(rows)?;
        let (low, high) = (bytes.take(rows * columns)?, bytes.take(rows * columns)?);
        let weights = low
            .iter()
            .zip(high)
            .map(|(&low, &high)| i16::from_le_bytes([low, high]));
        let padded = rows.next_multiple_of(GROUP);
        let weights: Vec<i16> = weights
            .chain(core::iter::repeat_n(0, (padded - rows) * columns))
            .collect();
        scales.resize(padded, 0.0);
        for scale in &mut scales {
            *scale *= step;
        }
        let matrix =
            Matrix::new(padded, columns, &weights).ok_or(ModelError::Inconsistent("the size of a matrix"))?;
        Ok(Self { matrix, scales })
    }

    /// Rows, with those added.
    pub(super) fn rows(&self) -> usize {
        self.matrix.rows()
    }

    /// The integer products with the activations of `tokens` tokens, as [`Matrix::product`] lays them out.
    pub(super) fn product(&self, input: &[i16], stride: usize, tokens: usize, out: &mut [i32]) {
        self.matrix.product(input, stride, tokens, out);
    }

    /// Of each row, what brings its product to scale.
    pub(super) fn scales(&self) -> &[f32] {
        &self.scales
    }
}

/// Reads the biases of `rows` rows, with zeros for those added to a matrix.
pub(super) fn read_bias(bytes: &mut Bytes<'_>, rows: usize) -> Result<Vec<f32>, ModelError> {
    let mut bias = bytes.floats(rows)?;
    bias.resize(rows.next_multiple_of(GROUP), 0.0);
    Ok(bias)
}

/// Reads the step of activations.
pub(super) fn read_step(bytes: &mut Bytes<'_>) -> Result<f32, ModelError> {
    let limit = bytes.floats(1)?.first().copied().unwrap_or_default();
    if limit.is_finite() && limit > 0.0 {
        Ok(limit / ACTIVATION_MAX)
    } else {
        Err(ModelError::Inconsistent("a scale"))
    }
}

/// The layer that scores the tags of a token.
#[derive(Debug)]
pub(crate) struct Tagger {
    dense: Dense,
    bias: Vec<f32>,
    tags: usize,
}

impl Tagger {
    pub(crate) fn read(bytes: &mut Bytes<'_>, tags: usize) -> Result<Self, ModelError> {
        let step = read_step(bytes)?;
        Ok(Self {
            dense: Dense::read(bytes, tags, WIDTH, step)?,
            bias: read_bias(bytes, tags)?,
            tags,
        })
    }

    /// Appends the number of the best tag of each token, given the tokens' quantised vectors.
    pub(crate) fn tag(&self, vectors: &[i16], tags: &mut Vec<u8>) {
        let rows = self.dense.rows();
        let (mut products, mut scores) = (vec![0; 4 * rows], vec![0.0; 4 * rows]);
        for block in vectors.chunks(4 * WIDTH) {
            let tokens = block.len() / WIDTH;
            self.dense.product(block, WIDTH, tokens, &mut products);
            at_scale(&products, self.dense.scales(), &self.bias, &mut scores);
            tags.extend(
                scores
                    .chunks_exact(rows)
                    .take(tokens)
                    .map(|scores| best(&scores[..self.tags]) as u8),
            );
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
