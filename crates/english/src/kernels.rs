//! The inner loops of networks on top of the pipeline: products of quantised matrices and sums of embedding rows,
//! exact in integers, and gated recurrent units, in a fixed order; so the same on every machine. Not for anything that is not small and quantised.

pub use crate::network::{Matrix, Recurrent, add_rows, at_scale, step};
