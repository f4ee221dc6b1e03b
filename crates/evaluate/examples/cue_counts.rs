//! How often each lemma is a cue, for `training/reporting.py`.
//!
//! `cue_counts MODEL ANNOTATED`: prints a line for each lemma and class of words: lemma, class ("verb", "noun",
//! "adjective"), how often it could be a cue, how often it is one. ANNOTATED is as for `training_examples`.

mod annotated;

use std::error::Error;
use std::io::Write;

use english::English;

fn main() -> Result<(), Box<dyn Error>> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [model, annotated] = arguments.as_slice() else {
        return Err("usage: cue_counts MODEL ANNOTATED".into());
    };
    let english = English::load(&std::fs::read(model)?)?;
    let mut out = std::io::stdout().lock();
    for count in claims::cue_counts(&english, &annotated::read(annotated.as_ref())?) {
        writeln!(
            out,
            "{}\t{}\t{}\t{}",
            count.lemma, count.class, count.seen, count.cue
        )?;
    }
    Ok(())
}
