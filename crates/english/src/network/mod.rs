//! The networks, after [thinc](https://thinc.ai)'s layers that spaCy builds them of.
//!
//! Dense layers that run once per token multiply 12-bit weights with 14-bit activations in integers, whose sums are
//! exact: the same on every machine and in every order. What remains in floating point is computed in a fixed order,
//! without fused multiplication, so that it is the same everywhere too.

mod dense;
pub(crate) mod kernel;
mod maxout;
mod tok2vec;
mod transitions;

pub(crate) use dense::Tagger;
pub(crate) use tok2vec::{Embedded, Tok2Vec, Vectors};
pub(crate) use transitions::{Scorer, Transitions};

/// Width of a token's vector.
pub(crate) const WIDTH: usize = 96;
/// Largest activation after quantisation.
const ACTIVATION_MAX: f32 = 8191.0;

/// Rounds `values` to integers of steps of `1 / per_step`.
fn quantise(values: &[f32], per_step: f32, out: &mut [i16]) {
    // Adding and taking away 1.5 * 2^23 rounds to the nearest integer, ties to even, in any instruction set.
    const ROUND: f32 = 12_582_912.0;
    for (out, &value) in out.iter_mut().zip(values) {
        let clamped = (value * per_step).clamp(-ACTIVATION_MAX, ACTIVATION_MAX);
        *out = ((clamped + ROUND).to_bits() as i32).wrapping_sub(ROUND.to_bits() as i32) as i16;
    }
}
