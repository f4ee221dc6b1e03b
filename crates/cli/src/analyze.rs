//! `sayso analyze`.

use std::collections::HashSet;
use std::io::{BufRead, Write};
use std::path::{Path, PathBuf};

use claims::{Article, Models, join_lines};

use crate::error::CliError;
use crate::model;

/// How the analysis is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
pub(crate) enum Format {
    /// For reading.
    Text,
    /// One object for all articles, as in docs/format.md.
    Json,
    /// One object a line, each article by itself; reads {"id", "text"} lines where no files are given.
    Jsonl,
}

#[derive(serde::Deserialize)]
struct Record {
    id: String,
    text: String,
}

/// Analyses files as accounts of one event, or a stream of records one by one.
pub(crate) fn run(files: &[PathBuf], format: Format, out: &mut impl Write) -> Result<(), CliError> {
    match (format, files) {
        (Format::Jsonl, []) => stream(std::io::stdin().lock(), out),
        (Format::Jsonl, files) => {
            let loaded = model::load()?;
            for article in read_all(files)? {
                write_line(loaded.models(), article, out)?;
            }
            Ok(())
        }
        (_, []) => Err(CliError::NoFiles),
        (format, files) => {
            let analysis = claims::analyze(model::load()?.models(), &read_all(files)?);
            if format == Format::Json {
                writeln!(out, "{}", export::to_json(&analysis)?)?;
            } else {
                write!(out, "{}", export::to_text(&analysis))?;
            }
            Ok(())
        }
    }
}

fn stream(input: impl BufRead, out: &mut impl Write) -> Result<(), CliError> {
    let loaded = model::load()?;
    for (at, line) in input.lines().enumerate() {
        let line = line.map_err(CliError::Stdin)?;
        if line.trim().is_empty() {
            continue;
        }
        let record: Record =
            serde_json::from_str(&line).map_err(|cause| CliError::Line { line: at + 1, cause })?;
        write_line(
            loaded.models(),
            Article {
                id: record.id,
                text: join_lines(&record.text).into_owned(),
                ..Article::default()
            },
            out,
        )?;
    }
    Ok(())
}

fn write_line(models: Models<'_>, article: Article, out: &mut impl Write) -> Result<(), CliError> {
    let analysis = claims::analyze(models, &[article]);
    serde_json::to_writer(&mut *out, &export::line(&analysis))?;
    writeln!(out)?;
    Ok(())
}

fn read_all(files: &[PathBuf]) -> Result<Vec<Article>, CliError> {
    let mut taken = HashSet::new();
    files.iter().map(|path| read(path, &mut taken)).collect()
}

/// The words of a file.
pub(crate) fn read_text(path: &Path) -> Result<String, CliError> {
    let bytes = std::fs::read(path).map_err(|cause| CliError::Read {
        path: path.to_owned(),
        cause,
    })?;
    to_text(bytes, path)
}

/// Bytes as text, or where they stop being text.
pub(crate) fn to_text(bytes: Vec<u8>, path: &Path) -> Result<String, CliError> {
    String::from_utf8(bytes).map_err(|error| CliError::NotUtf8 {
        path: path.to_owned(),
        at: error.utf8_error().valid_up_to(),
    })
}

fn read(path: &Path, taken: &mut HashSet<String>) -> Result<Article, CliError> {
    let text = read_text(path)?;
    claims::inspect(&text).map_err(|cause| CliError::Input {
        path: path.to_owned(),
        cause,
    })?;
    let stem = path.file_stem().map_or_else(
        || "article".to_owned(),
        |stem| stem.to_string_lossy().into_owned(),
    );
    let mut id = stem.clone();
    let mut count = 2;
    // Files of one name in two folders are still two articles.
    while !taken.insert(id.clone()) {
        id = format!("{stem}-{count}");
        count += 1;
    }
    Ok(Article {
        id,
        text: join_lines(&text).into_owned(),
        ..Article::default()
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_bad_line_is_named() {
        let error = stream(
            "{\"id\": \"x\", \"text\": \"y\"}\n\n{oops\n".as_bytes(),
            &mut Vec::new(),
        )
        .unwrap_err();
        assert!(
            error.to_string().starts_with("standard input, line 3:"),
            "{error}"
        );
    }

    #[test]
    fn a_missing_file_is_named() {
        let error = run(&["no/such.txt".into()], Format::Text, &mut Vec::new()).unwrap_err();
        assert!(
            error.to_string().starts_with("cannot read no/such.txt"),
            "{error}"
        );
    }
}
