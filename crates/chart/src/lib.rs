//! An analysis to the geometry of its charts, as plain values that a page or a file writer draws.
//!
//! Everything here is a pure function of an [`Analysis`](claims::Analysis): the same analysis gives the same chart.

#![allow(
    clippy::cast_precision_loss,
    reason = "counts and places on a sheet are far below what an f32 holds exactly"
)]

mod glyph;
mod matrix;
mod network;
mod passage;
mod runs;
mod scene;
mod sheet;
mod timeline;

pub use glyph::{Glyph, glyph};
pub use matrix::{Choice, Column, Lane, Mark, Matrix, Row};
pub use network::{alliances, network};
pub use passage::{Piece, passage};
pub use runs::{Block, Marked, Paragraph, Run, mark_up};
pub use scene::{Anchor, Figure, Ink, Scene, Shape, act_glyph};
pub use sheet::sheet;
pub use timeline::{column, timeline};
