//! Annotated articles to training examples, for `training/train.py`.
//!
//! `training_examples MODEL ANNOTATED EXAMPLES RATES [given]`: writes EXAMPLES, and RATES unless the fifth argument says
//! that they are there already and are to be used. ANNOTATED is a file of JSON lines whose outermost attributions are
//! marked, or a folder of passages (`*.txt`) in which everything is.

mod annotated;

use std::error::Error;

use claims::examples;
use english::English;

fn main() -> Result<(), Box<dyn Error>> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [model, annotated, out, rates, given @ ..] = arguments.as_slice() else {
        return Err("usage: training_examples MODEL ANNOTATED EXAMPLES RATES [given]".into());
    };
    let english = English::load(&std::fs::read(model)?)?;
    let articles = annotated::read(annotated.as_ref())?;
    let known = if given.is_empty() {
        None
    } else {
        Some(std::fs::read(rates)?)
    };
    let examples = examples(&english, &articles, known.as_deref());
    std::fs::write(out, examples.bytes)?;
    if known.is_none() {
        std::fs::write(rates, examples.rates)?;
    }
    Ok(())
}
