//! `sayso evaluate accounts`.

use std::io::Write;
use std::path::Path;

use ::evaluate::StandTally;
use claims::Article;

use crate::error::CliError;

/// Scores issues, positions and contests of the pairs of accounts in a folder's .txt files.
pub(crate) fn accounts(folder: &Path, list: bool, out: &mut impl Write) -> Result<(), CliError> {
    let files = super::files(folder)?;
    let loaded = crate::model::load()?;
    let mut tally = StandTally::default();
    for path in &files {
        let gold = super::read(path, ::evaluate::parse_accounts)?;
        let articles = ["A", "B"].map(|id| Article {
            id: id.to_owned(),
            text: gold.texts[usize::from(id == "B")].clone(),
            ..Article::default()
        });
        let analysis = claims::analyze(loaded.models(), &articles);
        let verdicts = tally.add(&gold, &analysis);
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        for verdict in verdicts.iter().filter(|_| list) {
            let line = verdict.line.map_or(String::new(), |line| format!(":{line}"));
            writeln!(out, "{name}{line}: {:<8} {}", verdict.kind, verdict.what)?;
        }
    }
    write!(out, "{tally}")?;
    Ok(())
}
