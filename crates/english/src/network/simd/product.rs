//! The product of a weight matrix and the activations of a few tokens, in 16-bit integers: with AVX2 where the
//! processor has it, SIMD128 on WebAssembly, and plain Rust elsewhere. All give the same sums, because
//! integers are added exactly.
#![allow(
    clippy::cast_ptr_alignment,
    reason = "loads and stores are of the kinds that need no alignment"
)]

/// Rows of a matrix that are computed together; every matrix has a multiple of them.
pub(crate) const GROUP: usize = 16;
/// Tokens that are computed together.
const BLOCK: usize = 4;

/// A matrix laid out for [`Matrix::product`]: for each group of 16 rows and each pair of columns, the pairs of the 16
/// rows one after the other.
#[derive(Debug)]
pub struct Matrix {
    rows: usize,
    columns: usize,
    weights: Vec<i16>,
}

impl Matrix {
    /// Of rows one after the other; `None` unless rows and columns are multiples of 16 and 2.
    #[must_use]
    pub fn new(rows: usize, columns: usize, weights: &[i16]) -> Option<Self> {
        if !rows.is_multiple_of(GROUP) || !columns.is_multiple_of(2) || weights.len() != rows * columns {
            return None;
        }
        let mut packed = Vec::with_capacity(weights.len());
        for group in weights.chunks_exact(GROUP * columns) {
            for pair in 0..columns / 2 {
                for row in group.chunks_exact(columns) {
                    packed.extend_from_slice(&row[2 * pair..2 * pair + 2]);
                }
            }
        }
        Some(Self {
            rows,
            columns,
            weights: packed,
        })
    }

    /// Rows of the matrix, which are the sums that a token gets.
    #[must_use]
    pub fn rows(&self) -> usize {
        self.rows
    }

    /// The products with `tokens` vectors, each of as many activations as there are columns, starting `stride` apart
    /// in `input`. `out` gets the rows of the first token, then those of the second, and so on.
    pub fn product(&self, input: &[i16], stride: usize, tokens: usize, out: &mut [i32]) {
        let needed = tokens.saturating_sub(1) * stride + self.columns;
        debug_assert!(input.len() >= needed && out.len() >= tokens * self.rows);
        if tokens == 0 || input.len() < needed || out.len() < tokens * self.rows {
            return;
        }
        let mut done = 0;
        while done < tokens {
            let input = &input[done * stride..];
            let out = &mut out[done * self.rows..];
            if tokens - done >= BLOCK {
                self.block::<BLOCK>(input, stride, out);
                done += BLOCK;
            } else {
                self.block::<1>(input, stride, out);
                done += 1;
            }
        }
    }

    #[cfg(target_arch = "x86_64")]
    fn block<const TOKENS: usize>(&self, input: &[i16], stride: usize, out: &mut [i32]) {
        use std::arch::is_x86_feature_detected;
        if is_x86_feature_detected!("avx2") {
            // SAFETY: the feature was just detected; `product` checked the lengths.
            unsafe { self.block_avx2::<TOKENS>(input, stride, out) }
        } else {
            self.block_plain::<TOKENS>(input, stride, out);
        }
    }

    #[cfg(all(target_arch = "wasm32", target_feature = "simd128"))]
    fn block<const TOKENS: usize>(&self, input: &[i16], stride: usize, out: &mut [i32]) {
        // SAFETY: `product` checked the lengths.
        unsafe { self.block_simd128::<TOKENS>(input, stride, out) }
    }

    #[cfg(not(any(
        target_arch = "x86_64",
        all(target_arch = "wasm32", target_feature = "simd128")
    )))]
    fn block<const TOKENS: usize>(&self, input: &[i16], stride: usize, out: &mut [i32]) {
        self.block_plain::<TOKENS>(input, stride, out);
    }

    #[cfg(any(test, not(all(target_arch = "wasm32", target_feature = "simd128"))))]
    fn block_plain<const TOKENS: usize>(&self, input: &[i16], stride: usize, out: &mut [i32]) {
        for (group, weights) in self.weights.chunks_exact(GROUP * self.columns).enumerate() {
            for token in 0..TOKENS {
                let mut sums = [0_i32; GROUP];
                let values = &input[token * stride..token * stride + self.columns];
                for (pairs, value) in weights
                    .as_chunks::<{ 2 * GROUP }>()
                    .0
                    .iter()
                    .zip(values.as_chunks::<2>().0)
                {
                    for (sum, pair) in sums.iter_mut().zip(pairs.as_chunks::<2>().0) {
                        let product = i32::from(pair[0]) * i32::from(value[0])
                            + i32::from(pair[1]) * i32::from(value[1]);
                        *sum = sum.wrapping_add(product);
                    }
                }
                out[token * self.rows + group * GROUP..][..GROUP].copy_from_slice(&sums);
            }
        }
    }

    /// # Safety
    /// The processor has AVX2; `input` and `out` are long enough for the tokens.
    #[cfg(target_arch = "x86_64")]
    #[target_feature(enable = "avx2")]
    unsafe fn block_avx2<const TOKENS: usize>(&self, input: &[i16], stride: usize, out: &mut [i32]) {
        use core::arch::x86_64::{
            __m256i, _mm256_add_epi32, _mm256_loadu_si256, _mm256_madd_epi16, _mm256_set1_epi32,
            _mm256_setzero_si256, _mm256_storeu_si256,
        };
        let input = input.as_ptr();
        for (group, weights) in self.weights.chunks_exact(GROUP * self.columns).enumerate() {
            let weights = weights.as_ptr();
            let mut sums = [[_mm256_setzero_si256(); 2]; TOKENS];
            for pair in 0..self.columns / 2 {
                // SAFETY: within `weights`, which holds `2 * GROUP` numbers for each pair of columns.
                let (low, high) = unsafe {
                    let at = weights.add(pair * 2 * GROUP).cast::<__m256i>();
                    (_mm256_loadu_si256(at), _mm256_loadu_si256(at.add(1)))
                };
                for (token, sums) in sums.iter_mut().enumerate() {
                    // SAFETY: within `input`, by the caller's promise.
                    let value = unsafe {
                        input
                            .add(token * stride + 2 * pair)
                            .cast::<i32>()
                            .read_unaligned()
                    };
                    let value = _mm256_set1_epi32(value);
                    sums[0] = _mm256_add_epi32(sums[0], _mm256_madd_epi16(low, value));
                    sums[1] = _mm256_add_epi32(sums[1], _mm256_madd_epi16(high, value));
                }
            }
            for (token, sums) in sums.iter().enumerate() {
                // SAFETY: within `out`, by the caller's promise.
                unsafe {
                    let at = out
                        .as_mut_ptr()
                        .add(token * self.rows + group * GROUP)
                        .cast::<__m256i>();
                    _mm256_storeu_si256(at, sums[0]);
                    _mm256_storeu_si256(at.add(1), sums[1]);
                }
            }
        }
    }

    /// # Safety
    /// `input` and `out` are long enough for the tokens.
    #[cfg(all(target_arch = "wasm32", target_feature = "simd128"))]
    unsafe fn block_simd128<const TOKENS: usize>(&self, input: &[i16], stride: usize, out: &mut [i32]) {
        use core::arch::wasm32::{
            i32x4_add, i32x4_dot_i16x8, i32x4_splat, v128, v128_load, v128_load32_splat, v128_store,
        };
        let input = input.as_ptr();
        for (group, weights) in self.weights.chunks_exact(GROUP * self.columns).enumerate() {
            for half in 0..2 {
                let weights = weights[half * GROUP..].as_ptr();
                let mut sums = [[i32x4_splat(0); 2]; TOKENS];
                for pair in 0..self.columns / 2 {
                    // SAFETY: within `weights`, which holds `2 * GROUP` numbers for each pair of columns.
                    let (low, high) = unsafe {
                        let at = weights.add(pair * 2 * GROUP).cast::<v128>();
                        (v128_load(at), v128_load(at.add(1)))
                    };
                    for (token, sums) in sums.iter_mut().enumerate() {
                        // SAFETY: within `input`, by the caller's promise.
                        let value = unsafe { v128_load32_splat(input.add(token * stride + 2 * pair).cast()) };
                        sums[0] = i32x4_add(sums[0], i32x4_dot_i16x8(low, value));
                        sums[1] = i32x4_add(sums[1], i32x4_dot_i16x8(high, value));
                    }
                }
                for (token, sums) in sums.iter().enumerate() {
                    // SAFETY: within `out`, by the caller's promise.
                    unsafe {
                        let at = out
                            .as_mut_ptr()
                            .add(token * self.rows + group * GROUP + half * GROUP / 2)
                            .cast::<v128>();
                        v128_store(at, sums[0]);
                        v128_store(at.add(1), sums[1]);
                    }
                }
            }
        }
    }
}

#[cfg(test)]
#[allow(clippy::expect_used, reason = "clippy knows tests on the host only")]
mod tests {
    use super::*;

    #[cfg(target_arch = "wasm32")]
    use wasm_bindgen_test::wasm_bindgen_test as test;

    /// Numbers of both signs over the whole range, from a linear congruential generator.
    fn numbers(count: usize, limit: i32) -> Vec<i16> {
        let mut state = 7_u32;
        let mut next = || {
            state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            ((state >> 16).cast_signed() % (2 * limit + 1) - limit) as i16
        };
        (0..count).map(|_| next()).collect()
    }

    #[test]
    fn every_way_gives_the_same_sums() {
        let (rows, columns, stride, tokens) = (96, 288, 96, 7);
        let weights = numbers(rows * columns, 1000);
        let input = numbers((tokens - 1) * stride + columns, 7000);
        let matrix = Matrix::new(rows, columns, &weights).expect("the sizes fit");
        let mut expected = Vec::new();
        for token in 0..tokens {
            for row in weights.chunks_exact(columns) {
                let pairs = row.iter().zip(&input[token * stride..]);
                expected.push(
                    pairs
                        .map(|(&weight, &value)| i32::from(weight) * i32::from(value))
                        .sum::<i32>(),
                );
            }
        }
        let mut out = vec![0; tokens * rows];
        matrix.product(&input, stride, tokens, &mut out);
        assert_eq!(out, expected);

        let first = &expected[..BLOCK * rows];
        out.fill(0);
        matrix.block_plain::<BLOCK>(&input, stride, &mut out);
        assert_eq!(&out[..BLOCK * rows], first);
        #[cfg(target_arch = "x86_64")]
        if std::arch::is_x86_feature_detected!("avx2") {
            out.fill(0);
            // SAFETY: the feature was just detected, and the lengths are those of `product` above.
            unsafe { matrix.block_avx2::<BLOCK>(&input, stride, &mut out) };
            assert_eq!(&out[..BLOCK * rows], first);
        }
    }
}
