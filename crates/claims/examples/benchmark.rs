//! Time for the whole analysis of a text, next to that for reading its language alone; one thread, best of some passes.
//!
//! `cargo run --release -p sayso-claims --example benchmark -- static/english.model static/statements.model TEXT [PASSES]`
#![allow(clippy::print_stdout, reason = "a program to run by hand")]

use std::error::Error;
use std::time::Instant;

use claims::{Article, Models, Statements, analyze};
use english::English;

fn main() -> Result<(), Box<dyn Error>> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [english, statements, text, passes @ ..] = arguments.as_slice() else {
        return Err("usage: benchmark ENGLISH STATEMENTS TEXT [PASSES]".into());
    };
    let (english, statements) = (std::fs::read(english)?, std::fs::read(statements)?);
    let text = std::fs::read_to_string(text)?;
    let passes: usize = passes.first().map_or(Ok(5), |passes| passes.parse())?;
    let article = Article {
        id: "A".to_owned(),
        text: text.clone(),
        ..Article::default()
    };
    let (mut language, mut whole) = (f64::INFINITY, f64::INFINITY);
    let mut found = String::new();
    for _ in 0..passes {
        // New engines for each measurement: no pass finds words that one before has met.
        let engine = English::load(&english)?;
        let start = Instant::now();
        let document = engine.read(&text);
        language = language.min(start.elapsed().as_secs_f64());
        drop(document);
        let engine = English::load(&english)?;
        let models = Models {
            english: &engine,
            statements: &Statements::load(&statements)?,
        };
        let start = Instant::now();
        let analysis = analyze(models, core::slice::from_ref(&article));
        whole = whole.min(start.elapsed().as_secs_f64());
        found = format!(
            "{} statements, {} speakers",
            analysis.statements.len(),
            analysis.speakers.len()
        );
    }
    println!("{} words, {found}", text.split_whitespace().count());
    println!("language alone {:.1} ms", 1e3 * language);
    println!(
        "whole analysis {:.1} ms, {:.2} times that",
        1e3 * whole,
        whole / language
    );
    Ok(())
}
