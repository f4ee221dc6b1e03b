//! `sayso evaluate nested`.

use std::io::Write;
use std::path::Path;

use ::evaluate::{Pairing, Passage, Tally};
use claims::{Analysis, Article, Span};

use crate::error::CliError;

/// Scores the analyses of all passages in a folder's .txt files.
pub(crate) fn nested(folder: &Path, list: bool, out: &mut impl Write) -> Result<(), CliError> {
    let files = super::files(folder)?;
    let loaded = crate::model::load()?;
    let mut tally = Tally::default();
    for path in &files {
        for passage in super::read(path, ::evaluate::parse)? {
            let analysis = claims::analyze(
                loaded.models(),
                &[Article {
                    id: "passage".to_owned(),
                    text: passage.text.clone(),
                    ..Article::default()
                }],
            );
            let pairing = Pairing::new(&passage.text, &passage.statements, &analysis.statements);
            tally.add(&passage, &analysis, &pairing);
            if list {
                let name = path.file_name().unwrap_or_default().to_string_lossy();
                differences(&name, &passage, &analysis, &pairing, out)?;
            }
        }
    }
    write!(out, "{tally}")?;
    Ok(())
}

/// A line for every statement missed, invented, or inside another one than in gold.
fn differences(
    file: &str,
    passage: &Passage,
    analysis: &Analysis,
    pairing: &Pairing,
    out: &mut impl Write,
) -> Result<(), CliError> {
    let line = |source, cue, content| {
        [source, cue, content]
            .map(|spans| words(&passage.text, spans))
            .join(" | ")
    };
    for (gold, predicted) in passage.statements.iter().zip(&pairing.predicted) {
        let found = predicted.and_then(|number| analysis.statements.get(number));
        let what = match found {
            None if gold.optional => continue,
            None => "missed",
            Some(found) => {
                let outer = found
                    .inside
                    .and_then(|outer| pairing.gold.get(outer.index()).copied().flatten());
                if found.inside.is_some() == gold.inside.is_some() && outer == gold.inside {
                    continue;
                }
                "misplaced"
            }
        };
        let gold_line = line(&gold.source, &gold.cue, &gold.content);
        write!(out, "{file}:{}: {what:<9} {gold_line}", gold.line)?;
        if let Some(found) = predicted.and_then(|number| analysis.statements.get(number)) {
            let wanted = gold.inside.and_then(|outer| passage.statements.get(outer));
            let wanted = wanted.map_or(&[][..], |outer| &outer.cue);
            let outer = found
                .inside
                .and_then(|outer| analysis.statements.get(outer.index()));
            let outer = outer.map_or(&[][..], |outer| &outer.cue);
            let [wanted, outer] = [wanted, outer].map(|cue| words(&passage.text, cue));
            write!(out, " (inside {outer}, not {wanted})")?;
        }
        writeln!(out)?;
    }
    for (found, gold) in analysis.statements.iter().zip(&pairing.gold) {
        if gold.is_none() {
            let found = line(&found.source, &found.cue, &found.content);
            writeln!(out, "{file}:{}: invented  {found}", passage.line)?;
        }
    }
    Ok(())
}

fn words(text: &str, spans: &[Span]) -> String {
    if spans.is_empty() {
        return "–".to_owned();
    }
    let parts: Vec<_> = spans
        .iter()
        .map(|span| span.of(text).replace('\n', " "))
        .collect();
    parts.join(" … ")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn message(folder: &str) -> String {
        let error = nested(Path::new(folder), false, &mut Vec::new()).unwrap_err();
        error.to_string()
    }

    #[test]
    fn a_folder_that_cannot_be_scored_is_named() {
        assert!(message("no/such/folder").starts_with("cannot read no/such/folder"));
        assert_eq!(message("src"), "no .txt files with passages in src");
    }

    #[test]
    fn every_difference_is_one_line() {
        let passage =
            ::evaluate::parse("Ada left.\nBo said it.\n----\nAda | left | – | indirect asserts\n").unwrap();
        let analysis = Analysis::default();
        let pairing = Pairing::new(&passage[0].text, &passage[0].statements, &analysis.statements);
        let mut out = Vec::new();
        differences("x.txt", &passage[0], &analysis, &pairing, &mut out).unwrap();
        assert_eq!(
            String::from_utf8(out).unwrap(),
            "x.txt:4: missed    Ada | left | –\n"
        );
    }
}
