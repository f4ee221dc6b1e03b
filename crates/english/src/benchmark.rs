//! What the benchmarks compare the whole with: a plain matrix product with the engine's own inner loop.

use crate::network::plain_product;

/// Multiplications and additions of [`product`] for each round: 64 tokens through one window layer.
pub const PRODUCT: u64 = 64 * 288 * 288;

/// Multiplications and additions of the dense layers for each token, by the shapes of the layers: eight window layers,
/// tags, the parts of parser and entity recogniser, and the moves of two and one transitions.
pub const TOKEN: u64 = 8 * 288 * 288 + 96 * (64 + 1024 + 384) + 64 * (2 * 128 + 96);

/// Multiplies matrices, and returns a number that depends on the result.
#[must_use]
pub fn product(rounds: u32) -> i32 {
    plain_product(rounds)
}
