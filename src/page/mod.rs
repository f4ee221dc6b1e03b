//! The components, one a file; [`App`] is the root.

mod accounts;
mod app;
mod bar;
mod block;
mod chart_pane;
mod contests;
mod editor;
mod evidence;
mod glyph;
mod help;
mod hooks;
mod legend;
mod matrix;
mod names;
mod reading;
mod speakers;
mod summary;
#[cfg(all(test, target_arch = "wasm32"))]
mod tests;
mod theme;
mod welcome;

pub use app::App;
