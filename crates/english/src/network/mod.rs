//! The networks, after [thinc](https://thinc.ai)'s layers that spaCy builds them of.
//!
//! Dense layers that run once per token multiply 12-bit weights with 14-bit activations in integers, whose sums are
//! exact: the same on every machine and in every order. What remains in floating point is computed in a fixed order,
//! without fused multiplication, so that it is the same everywhere too.

mod dense;
mod maxout;
mod simd;
mod tok2vec;
mod transitions;

pub(crate) use dense::Tagger;
pub use simd::{Matrix, Recurrent, add_rows, at_scale, step};
pub(crate) use tok2vec::{Embedded, Tok2Vec, Vectors};
pub(crate) use transitions::{Scorer, Transitions};

/// Width of a token's vector.
pub(crate) const WIDTH: usize = 96;
/// Largest activation after quantisation.
const ACTIVATION_MAX: f32 = 8191.0;

/// The product that benchmarks take as the measure of what a machine can do.
pub(crate) fn plain_product(rounds: u32) -> i32 {
    const ROWS: usize = 3 * WIDTH;
    let weights: Vec<i16> = (0..255).cycle().take(ROWS * ROWS).collect();
    let input: Vec<i16> = (0..127).cycle().take(66 * WIDTH).collect();
    let Some(matrix) = Matrix::new(ROWS, ROWS, &weights) else {
        return 0;
    };
    let mut out = vec![0; 4 * ROWS];
    let mut result = 0_i32;
    for _ in 0..rounds {
        for block in 0..16 {
            matrix.product(&input[block * 4 * WIDTH..], WIDTH, 4, &mut out);
            result = result.wrapping_add(out[block]);
        }
    }
    result
}
