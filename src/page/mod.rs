//! The components, one a file; [`App`] is the root.

mod accounts;
mod app;
mod bar;
mod block;
mod chart_pane;
mod contests;
mod corrections;
mod editor;
mod entity;
mod fields;
mod files;
mod filters;
mod glyph;
mod help;
mod highlight;
mod keys;
mod later;
mod legend;
mod link;
mod matrix;
mod names;
mod near;
mod network;
mod panel;
mod passage;
mod picture;
mod place;
mod project;
mod props;
mod prose;
mod reading;
mod saving;
mod scene;
mod select;
mod status;
mod table;
#[cfg(all(test, target_arch = "wasm32"))]
mod tests;
mod theme;
mod timeline;
mod welcome;

pub use app::App;
