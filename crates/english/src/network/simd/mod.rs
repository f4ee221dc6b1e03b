//! The inner loops: the one place with code for particular instruction sets.
#![allow(
    unsafe_code,
    reason = "functions for processors that were asked, and vector loads checked beforehand"
)]

mod elementwise;
mod product;

pub(crate) use elementwise::{Normalised, at_scale, hidden, maxout, quantise, residual, sum_rows};
pub(crate) use product::GROUP;
pub use product::Matrix;
