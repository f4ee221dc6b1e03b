//! Articles to pronouns with those whom each may mean, for `training/pronouns.py`: JSON Lines on standard output, spans
//! in code points.
//!
//! `pronoun_examples ENGLISH STATEMENTS ARTICLES.jsonl`
#![allow(clippy::print_stdout, reason = "a program to run by hand")]

use std::error::Error;

use claims::{Models, Span, Statements, pronoun_examples};
use english::English;

#[derive(serde::Deserialize)]
struct Record {
    id: String,
    text: String,
}

fn main() -> Result<(), Box<dyn Error>> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [english, statements, articles] = arguments.as_slice() else {
        return Err("usage: pronoun_examples ENGLISH STATEMENTS ARTICLES.jsonl".into());
    };
    let models = Models {
        english: &English::load(&std::fs::read(english)?)?,
        statements: &Statements::load(&std::fs::read(statements)?)?,
    };
    for line in std::fs::read_to_string(articles)?.lines() {
        let record: Record = serde_json::from_str(line)?;
        let points = |byte: u32| {
            record
                .text
                .get(..byte as usize)
                .map_or(0, |before| before.chars().count())
        };
        let span = |span: Span| [points(span.start), points(span.end)];
        for example in pronoun_examples(models, &record.text) {
            let candidates: Vec<_> = example
                .candidates
                .iter()
                .map(|(mention, features)| serde_json::json!({"span": span(*mention), "features": features}))
                .collect();
            println!(
                "{}",
                serde_json::json!({
                    "id": record.id,
                    "span": span(example.span),
                    "plural": example.plural,
                    "candidates": candidates,
                })
            );
        }
    }
    Ok(())
}
