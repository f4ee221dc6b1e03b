//! English text to a [`Document`]: paragraphs, sentences and tokens.
//!
//! The crate knows nothing of statements or speakers. Positions are [`Span`]s of bytes into the text that was read.

mod document;
mod segment;
mod span;

pub use document::{Document, Token};
pub use segment::segment;
pub use span::Span;
