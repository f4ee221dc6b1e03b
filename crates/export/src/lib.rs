//! An analysis to files.
//!
//! Everything that leaves the program goes through here, and counts Unicode code points instead of bytes.

mod json;
mod offsets;
mod text;

pub use json::{FORMAT, Line, Published, line, publish, to_json};
pub use offsets::Offsets;
pub use text::to_text;
