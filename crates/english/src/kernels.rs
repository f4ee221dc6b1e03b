//! The inner loop that networks on top of the pipeline share with it: products of quantised matrices, exact in integers
//! and so the same on every machine. Not for anything that is not small and quantised.

pub use crate::network::Matrix;
