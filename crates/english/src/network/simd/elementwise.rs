//! What is computed number by number, in floating point. Nothing here is fused or reordered, so that vectors of any
//! width give the same results.
#![allow(
    clippy::needless_range_loop,
    reason = "loops over lanes compile to vector instructions; iterators may not"
)]
#![allow(
    clippy::inline_always,
    reason = "each body is compiled once for plain processors and once for AVX2"
)]

use crate::network::{ACTIVATION_MAX, WIDTH};

/// Numbers that are computed side by side.
const LANES: usize = 8;
/// Chunks of lanes in a token's vector.
const CHUNKS: usize = WIDTH / LANES;

/// What follows the integer products of a maxout layer: the rows' scales and biases, and the normalisation's gains
/// and shifts. Rows are ordered by piece, then unit.
#[derive(Clone, Copy)]
pub(crate) struct Normalised<'l> {
    pub(crate) scales: &'l [f32],
    pub(crate) bias: &'l [f32],
    pub(crate) gain: &'l [f32],
    pub(crate) shift: &'l [f32],
}

wide! {
    /// The layer's output for one token; `extra` is added to the linear pieces.
    pub(crate) fn maxout(layer: Normalised<'_>, product: &[i32], extra: &[&[f32]], out: &mut [f32]) {
        maxout_unit(layer, product, extra, out);
    }

    /// Adds the layer's output to the vectors of a few tokens, and quantises them.
    pub(crate) fn residual(layer: Normalised<'_>, products: &[i32], per_step: f32, values: &mut [f32], quantised: &mut [i16]) {
        let tokens = values.chunks_exact_mut(WIDTH).zip(quantised.chunks_exact_mut(WIDTH));
        for (product, (values, quantised)) in products.chunks_exact(layer.scales.len()).zip(tokens) {
            let mut added = [0.0; WIDTH];
            maxout_unit(layer, product, &[], &mut added);
            for (values, added) in values.as_chunks_mut::<LANES>().0.iter_mut().zip(added.as_chunks::<LANES>().0) {
                for lane in 0..LANES {
                    values[lane] += added[lane];
                }
            }
            round(values, per_step, quantised);
        }
    }

    /// The products of a few tokens at their true scale, with the rows' biases. Rows are a multiple of 8.
    pub fn at_scale(products: &[i32], scales: &[f32], bias: &[f32], out: &mut [f32]) {
        let (scales, bias) = (scales.as_chunks::<LANES>().0, bias.as_chunks::<LANES>().0);
        let rows = scales.len() * LANES;
        for (product, out) in products.chunks_exact(rows).zip(out.chunks_exact_mut(rows)) {
            let out = out.as_chunks_mut::<LANES>().0.iter_mut();
            for (((out, product), scales), bias) in out.zip(product.as_chunks::<LANES>().0).zip(scales).zip(bias) {
                *out = scaled(product, scales, bias);
            }
        }
    }

    /// The quantised hidden layer of two pieces a unit, from its bias and what each part adds.
    pub(crate) fn hidden(bias: &[f32], parts: &[&[f32]], per_step: f32, quantised: &mut [i16; 64]) {
        let mut units = [0.0; 64];
        let bias = bias.as_chunks::<LANES>().0;
        for (place, unit) in units.as_chunks_mut::<LANES>().0.iter_mut().enumerate() {
            let (mut first, mut second) = (bias[place], bias[place + 64 / LANES]);
            for part in parts {
                let part = part.as_chunks::<LANES>().0;
                for lane in 0..LANES {
                    first[lane] += part[place][lane];
                    second[lane] += part[place + 64 / LANES][lane];
                }
            }
            for lane in 0..LANES {
                unit[lane] = if first[lane] > second[lane] { first[lane] } else { second[lane] };
            }
        }
        round(&units, per_step, quantised);
    }

    /// The sum of a few rows of signed bytes, each at its scale, rounded to integers of steps of `1 / per_step`.
    pub(crate) fn sum_rows(rows: [(&[i8], f32); 4], per_step: f32, quantised: &mut [i16]) {
        let mut sums = [0.0; WIDTH];
        for (row, scale) in rows {
            for (sums, row) in sums.as_chunks_mut::<LANES>().0.iter_mut().zip(row.as_chunks::<LANES>().0) {
                for lane in 0..LANES {
                    sums[lane] += f32::from(row[lane]) * scale;
                }
            }
        }
        round(&sums, per_step, quantised);
    }

    /// Rounds values to integers of steps of `1 / per_step`.
    pub(crate) fn quantise(values: &[f32], per_step: f32, quantised: &mut [i16]) {
        round(values, per_step, quantised);
    }
}

#[inline(always)]
fn maxout_unit(layer: Normalised<'_>, product: &[i32], extra: &[&[f32]], out: &mut [f32]) {
    let product = product.as_chunks::<LANES>().0;
    let (scales, bias) = (
        layer.scales.as_chunks::<LANES>().0,
        layer.bias.as_chunks::<LANES>().0,
    );
    let mut values = [[0.0; LANES]; CHUNKS];
    for (place, largest) in values.iter_mut().enumerate() {
        let piece = |row: usize| {
            let mut piece = scaled(&product[row], &scales[row], &bias[row]);
            for extra in extra {
                let extra = extra.as_chunks::<LANES>().0[row];
                for lane in 0..LANES {
                    piece[lane] += extra[lane];
                }
            }
            piece
        };
        let (first, second, third) = (piece(place), piece(place + CHUNKS), piece(place + 2 * CHUNKS));
        for lane in 0..LANES {
            let larger = if first[lane] > second[lane] {
                first[lane]
            } else {
                second[lane]
            };
            largest[lane] = if larger > third[lane] { larger } else { third[lane] };
        }
    }
    let mean = total(&values) / COUNT;
    let mut squares = values;
    for values in &mut squares {
        for lane in 0..LANES {
            let distance = values[lane] - mean;
            values[lane] = distance * distance;
        }
    }
    let scale = 1.0 / (total(&squares) / COUNT + 1e-8).sqrt();
    let (gain, shift) = (
        layer.gain.as_chunks::<LANES>().0,
        layer.shift.as_chunks::<LANES>().0,
    );
    for (((out, values), gain), shift) in out
        .as_chunks_mut::<LANES>()
        .0
        .iter_mut()
        .zip(&values)
        .zip(gain)
        .zip(shift)
    {
        for lane in 0..LANES {
            out[lane] = (values[lane] - mean) * scale * gain[lane] + shift[lane];
        }
    }
}

#[expect(clippy::cast_precision_loss, reason = "a small number")]
const COUNT: f32 = WIDTH as f32;

#[inline(always)]
#[expect(clippy::cast_precision_loss, reason = "the rounding is that of every machine")]
fn scaled(product: &[i32; LANES], scales: &[f32; LANES], bias: &[f32; LANES]) -> [f32; LANES] {
    let mut out = [0.0; LANES];
    for lane in 0..LANES {
        out[lane] = product[lane] as f32 * scales[lane] + bias[lane];
    }
    out
}

/// The sum, in an order that vectors of 2, 4 or 8 numbers can all follow.
#[inline(always)]
fn total(values: &[[f32; LANES]; CHUNKS]) -> f32 {
    let mut sums = [0.0; LANES];
    for values in values {
        for lane in 0..LANES {
            sums[lane] += values[lane];
        }
    }
    // Halves onto each other, three times.
    let mut width = LANES / 2;
    while width > 0 {
        for lane in 0..width {
            sums[lane] += sums[lane + width];
        }
        width /= 2;
    }
    sums[0]
}

#[inline(always)]
fn round(values: &[f32], per_step: f32, quantised: &mut [i16]) {
    // Adding and taking away 1.5 * 2^23 rounds to the nearest integer, ties to even, in any instruction set.
    const ROUND: f32 = 12_582_912.0;
    for (out, values) in quantised
        .as_chunks_mut::<LANES>()
        .0
        .iter_mut()
        .zip(values.as_chunks::<LANES>().0)
    {
        for lane in 0..LANES {
            let value = values[lane] * per_step;
            let value = if value < ACTIVATION_MAX {
                value
            } else {
                ACTIVATION_MAX
            };
            let value = if value > -ACTIVATION_MAX {
                value
            } else {
                -ACTIVATION_MAX
            };
            out[lane] = (value + ROUND).to_bits().wrapping_sub(ROUND.to_bits()) as i16;
        }
    }
}
