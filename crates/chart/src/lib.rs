//! An analysis to the geometry of its charts, as plain values that a page or a file writer draws.
//!
//! Everything here is a pure function of an [`Analysis`](claims::Analysis): the same analysis gives the same chart.

mod glyph;
mod matrix;
mod passage;
mod runs;

pub use glyph::{Glyph, glyph};
pub use matrix::{Choice, Column, Lane, Mark, Matrix, Row};
pub use passage::{Piece, passage};
pub use runs::{Block, Marked, Paragraph, Run, mark_up};
