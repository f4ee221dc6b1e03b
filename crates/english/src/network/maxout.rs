use super::WIDTH;
use super::dense::Dense;
use super::simd::Normalised;
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

    /// What follows the integer product.
    pub(super) fn normalised(&self) -> Normalised<'_> {
        Normalised {
            scales: self.dense.scales(),
            bias: &self.bias,
            gain: &self.gain,
            shift: &self.shift,
        }
    }
}
