//! `sayso evaluate acts`.

use std::io::Write;
use std::path::Path;

use ::evaluate::ActTally;
use claims::Article;

use crate::error::CliError;

/// Scores the reading of the marked cue in every sentence of a file.
pub(crate) fn acts(file: &Path, list: bool, out: &mut impl Write) -> Result<(), CliError> {
    let sentences = super::read(file, ::evaluate::parse_sentences)?;
    let loaded = crate::model::load()?;
    let mut tally = ActTally::default();
    for sentence in &sentences {
        let article = Article {
            id: "sentence".to_owned(),
            text: sentence.text.clone(),
            ..Article::default()
        };
        let analysis = claims::analyze(loaded.models(), &[article]);
        let found = tally.add(sentence, &analysis);
        if list && found != Some((sentence.act, sentence.factuality)) {
            let found = found.map_or("nothing".to_owned(), |(act, factuality)| {
                format!("{act} {factuality}")
            });
            writeln!(
                out,
                "{}: {} {}, read as {found}: {}",
                sentence.line, sentence.act, sentence.factuality, sentence.text
            )?;
        }
    }
    write!(out, "{tally}")?;
    Ok(())
}
