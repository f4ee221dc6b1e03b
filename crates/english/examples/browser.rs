//! The engine alone as a WebAssembly module, for the benchmark in a browser (`tools/benchmark_browser.mjs`).
#![cfg(target_arch = "wasm32")]
#![allow(
    missing_docs,
    clippy::cast_precision_loss,
    clippy::missing_errors_doc,
    clippy::must_use_candidate,
    reason = "a program to run by hand"
)]

use english::{English, benchmark};
use wasm_bindgen::prelude::wasm_bindgen;

#[wasm_bindgen]
pub struct Engine(English);

#[wasm_bindgen]
impl Engine {
    #[wasm_bindgen(constructor)]
    pub fn new(model: &[u8]) -> Result<Self, String> {
        English::load(model).map(Self).map_err(|error| error.to_string())
    }

    /// Number of tokens in a text.
    pub fn read(&self, text: &str) -> usize {
        self.0.read(text).tokens().len()
    }
}

/// Multiplies matrices; the result only keeps the work from being left out.
#[wasm_bindgen]
pub fn product(rounds: u32) -> i32 {
    benchmark::product(rounds)
}

#[wasm_bindgen]
pub fn product_size() -> f64 {
    benchmark::PRODUCT as f64
}

#[wasm_bindgen]
pub fn token_size() -> f64 {
    benchmark::TOKEN as f64
}
