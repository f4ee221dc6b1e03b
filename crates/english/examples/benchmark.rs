//! Words a second of the whole pipeline on one thread, and the share of what the machine's plain matrix product does.
//!
//! `cargo run --release -p sayso-english --example benchmark -- static/english.model TEXT [PASSES]`
#![allow(
    clippy::print_stdout,
    clippy::expect_used,
    clippy::cast_precision_loss,
    reason = "a program to run by hand"
)]

use std::time::Instant;

use english::{English, benchmark};

fn main() {
    let arguments: Vec<String> = std::env::args().collect();
    let path = |place: usize| {
        arguments
            .get(place)
            .expect("usage: benchmark MODEL TEXT [PASSES]")
    };
    let model = std::fs::read(path(1)).expect("the model file can be read");
    let text = std::fs::read_to_string(path(2)).expect("the text can be read");
    let passes = arguments
        .get(3)
        .map_or(3, |passes| passes.parse().expect("passes are a number"));
    let (mut load, mut best, mut tokens) = (f64::INFINITY, f64::INFINITY, 0);
    let mut memory = f64::NAN;
    for pass in 0..passes {
        // A new engine for each pass: no pass finds words that the one before has met.
        let start = Instant::now();
        let english = English::load(&model).expect("the model is whole");
        load = load.min(start.elapsed().as_secs_f64());
        let before = resident("VmRSS:");
        let start = Instant::now();
        let document = english.read(&text);
        best = best.min(start.elapsed().as_secs_f64());
        tokens = document.tokens().len();
        if pass == 0 {
            memory = (resident("VmHWM:") - before) / text.chars().count() as f64;
        }
    }
    let words = text.split_whitespace().count();
    println!("load {:.0} ms", load * 1e3);
    println!(
        "read {words} words, {tokens} tokens: {:.0} words/s, {:.0} tokens/s",
        words as f64 / best,
        tokens as f64 / best
    );
    println!("memory above the loaded model: {memory:.0} bytes a character");

    let rounds = 400;
    let product = (0..5).map(|_| {
        let start = Instant::now();
        std::hint::black_box(benchmark::product(std::hint::black_box(rounds)));
        start.elapsed().as_secs_f64()
    });
    let peak = benchmark::PRODUCT as f64 * f64::from(rounds) / product.fold(f64::INFINITY, f64::min);
    let reached = benchmark::TOKEN as f64 * tokens as f64 / best;
    println!(
        "plain product {:.1} G multiply-adds/s, pipeline {:.1}: {:.0} % of it",
        peak / 1e9,
        reached / 1e9,
        100.0 * reached / peak
    );
}

/// A figure of this process's memory in bytes, on Linux; zero elsewhere.
fn resident(name: &str) -> f64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status
        .lines()
        .find_map(|line| line.strip_prefix(name))
        .unwrap_or_default();
    line.trim()
        .trim_end_matches(" kB")
        .parse::<f64>()
        .map_or(0.0, |kilobytes| 1024.0 * kilobytes)
}
