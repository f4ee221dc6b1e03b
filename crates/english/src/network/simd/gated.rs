//! Sums of embedding rows and gated recurrent units, number by number; as in `elementwise`, vectors of any width give the same results.
#![allow(
    clippy::needless_range_loop,
    reason = "loops over lanes compile to vector instructions; iterators may not"
)]
#![allow(
    clippy::inline_always,
    reason = "each body is compiled once for plain processors and once for AVX2"
)]

/// Numbers that are computed side by side.
const LANES: usize = 8;

/// What brings the products of the recurrent matrix to scale, and its biases. Rows are ordered by gate (reset, update,
/// new), then unit.
#[derive(Debug, Clone, Copy)]
pub struct Recurrent<'l> {
    /// What one integer of a product is worth, by row.
    pub scales: &'l [f32],
    /// Added to each row.
    pub bias: &'l [f32],
}

/// Numbers of a row that are added together.
const PART: usize = 32;

wide! {
    /// Adds rows of an embedding table to `sums`, as long as a row; those that the table does not have are left out. A row
    /// has a multiple of 32 numbers.
    pub fn add_rows(table: &[i16], rows: &[u16], sums: &mut [i16]) {
        let width = sums.len();
        for (part, sums) in sums.as_chunks_mut::<PART>().0.iter_mut().enumerate() {
            let mut total = *sums;
            for &row in rows {
                let start = usize::from(row) * width + part * PART;
                let Some(values) = table.get(start..).and_then(|rest| rest.first_chunk::<PART>()) else {
                    continue;
                };
                for lane in 0..PART {
                    total[lane] = total[lane].saturating_add(values[lane]);
                }
            }
            *sums = total;
        }
    }

    /// One step of gated recurrent units (Cho and others 2014): the new state of each unit, and that quantised to integers
    /// of `per_one` for one.
    ///
    /// `products` are those of the recurrent matrix with the state before, `gates` what the input adds; both have three
    /// numbers a unit, in the order of [`Recurrent`]. The number of units is a multiple of 8.
    pub fn step(
        layer: Recurrent<'_>,
        products: &[i32],
        gates: &[f32],
        per_one: f32,
        state: &mut [f32],
        quantised: &mut [i16],
    ) {
        let (products, gates) = (products.as_chunks::<LANES>().0, gates.as_chunks::<LANES>().0);
        let (scales, bias) = (layer.scales.as_chunks::<LANES>().0, layer.bias.as_chunks::<LANES>().0);
        let (state, quantised) = (state.as_chunks_mut::<LANES>().0, quantised.as_chunks_mut::<LANES>().0);
        let count = state.len();
        let rows = [products.len(), gates.len(), scales.len(), bias.len()];
        if quantised.len() < count || rows.iter().any(|&rows| rows < 3 * count) {
            return;
        }
        for (place, (state, quantised)) in state.iter_mut().zip(quantised).enumerate() {
            let (at_reset, at_update, at_new) = (place, count + place, 2 * count + place);
            let reset = sigmoid(plus(
                &gates[at_reset],
                &scaled(&products[at_reset], &scales[at_reset], &bias[at_reset]),
            ));
            let update = sigmoid(plus(
                &gates[at_update],
                &scaled(&products[at_update], &scales[at_update], &bias[at_update]),
            ));
            let mut new = scaled(&products[at_new], &scales[at_new], &bias[at_new]);
            for lane in 0..LANES {
                new[lane] *= reset[lane];
            }
            let new = tanh(plus(&gates[at_new], &new));
            let mut next = *state;
            for lane in 0..LANES {
                next[lane] = new[lane] + update[lane] * (next[lane] - new[lane]);
            }
            *state = next;
            for lane in 0..LANES {
                quantised[lane] = nearest(next[lane] * per_one);
            }
        }
    }
}

type Lanes = [f32; LANES];

#[inline(always)]
fn plus(one: &Lanes, other: &Lanes) -> Lanes {
    let mut out = [0.0; LANES];
    for lane in 0..LANES {
        out[lane] = one[lane] + other[lane];
    }
    out
}

#[inline(always)]
#[expect(clippy::cast_precision_loss, reason = "the rounding is that of every machine")]
fn scaled(product: &[i32; LANES], scales: &Lanes, bias: &Lanes) -> Lanes {
    let mut out = [0.0; LANES];
    for lane in 0..LANES {
        out[lane] = product[lane] as f32 * scales[lane] + bias[lane];
    }
    out
}

/// To the nearest integer of a number within the range: added to this constant, its last bits are the integer.
#[inline(always)]
fn nearest(value: f32) -> i16 {
    (value + 12_582_912.0).to_bits() as i16
}

/// The hyperbolic tangent as a quotient of polynomials, to about six digits; plain arithmetic, so that it is the same
/// everywhere.
#[inline(always)]
fn tanh(values: Lanes) -> Lanes {
    let mut x = values;
    for lane in 0..LANES {
        let value = if x[lane] < LARGEST { x[lane] } else { LARGEST };
        x[lane] = if value > -LARGEST { value } else { -LARGEST };
    }
    let mut square = x;
    for lane in 0..LANES {
        square[lane] *= x[lane];
    }
    let over = polynomial(
        &square,
        &[
            -2.760_768_5e-16,
            2.000_188e-13,
            -8.604_672e-11,
            5.122_297e-8,
            1.485_722_4e-5,
            6.372_619_3e-4,
            4.893_524_6e-3,
        ],
    );
    let under = polynomial(
        &square,
        &[1.198_258_4e-6, 1.185_347_1e-4, 2.268_434_6e-3, 4.893_525e-3],
    );
    for lane in 0..LANES {
        x[lane] = x[lane] * over[lane] / under[lane];
    }
    x
}

/// From where on the hyperbolic tangent is one.
const LARGEST: f32 = 7.9;

/// The value of a polynomial, the factor of the highest power first.
#[inline(always)]
fn polynomial(at: &Lanes, factors: &[f32]) -> Lanes {
    let mut sums = [0.0; LANES];
    for factor in factors {
        for lane in 0..LANES {
            sums[lane] = sums[lane] * at[lane] + factor;
        }
    }
    sums
}

#[inline(always)]
fn sigmoid(values: Lanes) -> Lanes {
    let mut half = values;
    for lane in 0..LANES {
        half[lane] *= 0.5;
    }
    let mut out = tanh(half);
    for lane in 0..LANES {
        out[lane] = 0.5 + 0.5 * out[lane];
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tanh_is_close() {
        for step in -2000_i16..2000 {
            let x = f32::from(step) / 200.0;
            assert!(
                (tanh([x; LANES])[0] - x.tanh()).abs() < 2e-6,
                "at {x}: {:?} {}",
                tanh([x; LANES]),
                x.tanh()
            );
        }
    }
}
