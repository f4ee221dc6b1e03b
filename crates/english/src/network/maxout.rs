use super::dense::Dense;
use super::WIDTH;
use crate::model::{Bytes, ModelError};

/// Linear pieces that a maxout unit takes the largest of.
pub(super) const PIECES: usize = 3;
pub(super) const ROWS: usize = PIECES * WIDTH;

/// A maxout layer and the layer normalisation after it.
#[derive(Debug)]
pub(super) struct Maxout {
    pub(super) dense: Dense,
    bias: Vec<f32>,
    gain: Vec<f32>,
    shift: Vec<f32>,
}

impl Maxout {
    pub(super) fn read(bytes: &mut Bytes<'_>, columns: usize, step: f32) -> Result<Self, ModelError> {
        Ok(Self {
            dense: Dense::read(bytes, ROWS, columns, step)?,
            bias: bytes.floats(ROWS)?,
            gain: bytes.floats(WIDTH)?,
            shift: bytes.floats(WIDTH)?,
        })
    }

    /// The layer's output for one token, from the integer product; `extra` is added to the pieces.
    pub(super) fn finish(&self, product: &[i32], extra: &[&[f32]], out: &mut [f32; WIDTH]) {
        let mut pieces = [0.0; ROWS];
        self.dense.at_scale(product, &self.bias, &mut pieces);
        for extra in extra {
            for (piece, &value) in pieces.iter_mut().zip(*extra) {
                *piece += value;
            }
        }
        let (first, rest) = pieces.split_at(WIDTH);
        let (second, third) = rest.split_at(WIDTH);
        for (((out, &first), &second), &third) in out.iter_mut().zip(first).zip(second).zip(third) {
            let larger = if first > second { first } else { second };
            *out = if larger > third { larger } else { third };
        }
        self.normalise(out);
    }

    fn normalise(&self, values: &mut [f32; WIDTH]) {
        const COUNT: f32 = WIDTH as f32;
        let mean = sum(values) / COUNT;
        let mut squares = *values;
        for value in &mut squares {
            let distance = *value - mean;
            *value = distance * distance;
        }
        let scale = 1.0 / (sum(&squares) / COUNT + 1e-8).sqrt();
        for ((value, &gain), &shift) in values.iter_mut().zip(&self.gain).zip(&self.shift) {
            *value = (*value - mean) * scale * gain + shift;
        }
    }
}

/// The sum, in an order that vectors of 2, 4 or 8 numbers can all follow.
fn sum(values: &[f32; WIDTH]) -> f32 {
    let mut lanes = [0.0; 8];
    for chunk in values.as_chunks::<8>().0 {
        for (lane, value) in lanes.iter_mut().zip(chunk) {
            *lane += value;
        }
    }
    let [a, b, c, d, e, f, g, h] = lanes;
    ((a + e) + (c + g)) + ((b + f) + (d + h))
}
