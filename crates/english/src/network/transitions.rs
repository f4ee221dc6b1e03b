use super::WIDTH;
use super::dense::{Dense, read_bias, read_step};
use super::simd::{at_scale, hidden};
use crate::model::{Bytes, ModelError};

const HIDDEN: usize = 64;
/// Hidden units times the two linear pieces of each.
const PIECES: usize = 2 * HIDDEN;

/// The network that scores transitions: a hidden maxout layer over the vectors of a few tokens, and a linear layer.
///
/// What a token adds to the hidden layer depends only on the token and on the part it plays ("top of the stack"), so
/// it is computed once for every token and part.
#[derive(Debug)]
pub(crate) struct Transitions {
    features: usize,
    lower: Dense,
    lower_bias: Vec<f32>,
    /// What a part adds that no token plays.
    padding: Vec<f32>,
    bias: Vec<f32>,
    per_step: f32,
    moves: usize,
    upper: Dense,
    upper_bias: Vec<f32>,
}

/// What each token of a piece of work adds to the hidden layer in each part.
#[derive(Debug, Default)]
pub(crate) struct Scorer {
    parts: Vec<f32>,
    scores: Vec<f32>,
    products: Vec<i32>,
}

impl Transitions {
    pub(crate) fn read(bytes: &mut Bytes<'_>) -> Result<Self, ModelError> {
        let step = read_step(bytes)?;
        let features = bytes.u8()?.into();
        let lower = Dense::read(bytes, features * PIECES, WIDTH, step)?;
        let (lower_bias, padding) = (bytes.floats(features * PIECES)?, bytes.floats(features * PIECES)?);
        let bias = bytes.floats(PIECES)?;
        let upper_step = read_step(bytes)?;
        let moves = bytes.u8()?.into();
        let upper = Dense::read(bytes, moves, HIDDEN, upper_step)?;
        let upper_bias = read_bias(bytes, moves)?;
        Ok(Self {
            features,
            lower,
            lower_bias,
            padding,
            bias,
            per_step: 1.0 / upper_step,
            moves,
            upper,
            upper_bias,
        })
    }

    /// Whether it has that many parts and moves.
    pub(crate) fn fits(&self, features: usize, moves: usize) -> bool {
        self.features == features && self.moves == moves
    }

    /// Prepares for the tokens with those quantised vectors.
    pub(crate) fn prepare(&self, vectors: &[i16], scorer: &mut Scorer) {
        let rows = self.lower.rows();
        scorer.parts.resize(vectors.len() / WIDTH * rows, 0.0);
        scorer.products.resize(4 * rows.max(self.upper.rows()), 0);
        scorer.scores.resize(self.upper.rows(), 0.0);
        for (block, parts) in vectors.chunks(4 * WIDTH).zip(scorer.parts.chunks_mut(4 * rows)) {
            self.lower
                .product(block, WIDTH, block.len() / WIDTH, &mut scorer.products);
            at_scale(&scorer.products, self.lower.scales(), &self.lower_bias, parts);
        }
    }

    /// The scores of all moves, given the token that plays each part.
    pub(crate) fn scores<'s>(&self, tokens: &[Option<u32>], scorer: &'s mut Scorer) -> &'s [f32] {
        let rows = self.lower.rows();
        // At most eight parts are played.
        let mut parts = [&*self.padding; 8];
        for (place, (token, part)) in tokens.iter().zip(&mut parts).enumerate() {
            *part = match token {
                Some(token) => &scorer.parts[*token as usize * rows + place * PIECES..][..PIECES],
                None => &self.padding[place * PIECES..][..PIECES],
            };
        }
        let mut quantised = [0; HIDDEN];
        hidden(
            &self.bias,
            &parts[..tokens.len().min(8)],
            self.per_step,
            &mut quantised,
        );
        self.upper.product(&quantised, 0, 1, &mut scorer.products);
        at_scale(
            &scorer.products,
            self.upper.scales(),
            &self.upper_bias,
            &mut scorer.scores,
        );
        &scorer.scores[..self.moves]
    }
}
