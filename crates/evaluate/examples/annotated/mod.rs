//! Annotated texts from files: articles as JSON lines, or passages.

use std::error::Error;
use std::path::Path;

use claims::{Annotated, Attribution, Convention, Span};

#[derive(serde::Deserialize)]
struct Record {
    text: String,
    attributions: Vec<Roles>,
}

#[derive(serde::Deserialize)]
struct Roles {
    source: Vec<[usize; 2]>,
    cue: Vec<[usize; 2]>,
    content: Vec<[usize; 2]>,
}

/// The articles of a file of JSON lines, whose outermost attributions are marked, or the passages of a folder, in which
/// everything is.
pub(crate) fn read(path: &Path) -> Result<Vec<Annotated>, Box<dyn Error>> {
    if path.is_dir() {
        passages(path)
    } else {
        records(path)
    }
}

fn records(path: &Path) -> Result<Vec<Annotated>, Box<dyn Error>> {
    let mut articles = Vec::new();
    for line in std::fs::read_to_string(path)?.lines() {
        let record: Record = serde_json::from_str(line)?;
        // From code points to bytes.
        let mut bytes: Vec<u32> = record.text.char_indices().map(|(at, _)| at as u32).collect();
        bytes.push(record.text.len() as u32);
        let spans = |spans: &[[usize; 2]]| {
            let at = |place: usize| bytes[place.min(bytes.len() - 1)];
            spans
                .iter()
                .map(|&[start, end]| Span::new(at(start), at(end)))
                .collect()
        };
        let attributions = record
            .attributions
            .iter()
            .map(|roles| Attribution {
                source: spans(&roles.source),
                cue: spans(&roles.cue),
                content: spans(&roles.content),
                nested: false,
            })
            .collect();
        articles.push(Annotated {
            text: record.text,
            attributions,
            convention: Convention::Outermost,
        });
    }
    Ok(articles)
}

fn passages(folder: &Path) -> Result<Vec<Annotated>, Box<dyn Error>> {
    let mut files = std::fs::read_dir(folder)?
        .map(|entry| entry.map(|entry| entry.path()))
        .collect::<Result<Vec<_>, _>>()?;
    files.retain(|path| path.extension().is_some_and(|ending| ending == "txt"));
    files.sort();
    let mut articles = Vec::new();
    for path in files {
        for passage in evaluate::parse(&std::fs::read_to_string(path)?)? {
            let attributions = passage
                .statements
                .into_iter()
                .map(|gold| Attribution {
                    source: gold.source,
                    cue: gold.cue,
                    content: gold.content,
                    nested: gold.inside.is_some(),
                })
                .collect();
            articles.push(Annotated {
                text: passage.text,
                attributions,
                convention: Convention::Complete,
            });
        }
    }
    Ok(articles)
}
