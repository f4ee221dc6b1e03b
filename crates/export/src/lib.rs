//! An analysis to files.
//!
//! Everything that leaves the program goes through here, and counts Unicode code points instead of bytes.

mod csv;
mod json;
mod offsets;
mod project;
mod text;

pub use csv::to_csv;
pub use json::{FORMAT, Line, Published, line, publish, to_json};
pub use offsets::Offsets;
pub use project::{PROJECT, Project, ProjectAccount, ProjectError};
pub use text::to_text;
