//! Short articles with the statements that they make, one construction a file: `tests/statements/*.txt`.
//!
//! A file holds an article, a line `----`, and the statements expected: `source | cue | content | form act [to ADDRESSEE]`, indented
//! under the statement that they are inside. `UPDATE_EXPECT=1 cargo test` writes the second part anew.

mod common;

use common::models;
use std::path::Path;

use claims::{Analysis, Article, Span, Statement, StatementId};

fn words(text: &str, spans: &[Span]) -> String {
    if spans.is_empty() {
        return "–".to_owned();
    }
    spans
        .iter()
        .map(|span| span.of(text).replace('\n', " "))
        .collect::<Vec<_>>()
        .join(" … ")
}

fn to(text: &str, addressee: &[Span]) -> String {
    if addressee.is_empty() {
        String::new()
    } else {
        format!(" to {}", words(text, addressee))
    }
}

fn inside(analysis: &Analysis, outer: Option<StatementId>, depth: usize) -> String {
    let text = &analysis.articles[0].text;
    let mut out = String::new();
    for (at, statement) in analysis
        .statements
        .iter()
        .enumerate()
        .filter(|(_, statement)| statement.inside == outer)
    {
        let Statement {
            source,
            cue,
            content,
            addressee,
            form,
            act,
            ..
        } = statement;
        let line = [
            words(text, source),
            words(text, cue),
            words(text, content),
            format!("{form} {act}{}", to(text, addressee)),
        ]
        .join(" | ");
        out += &"    ".repeat(depth);
        out += &line;
        out += "\n";
        out += &inside(analysis, Some(StatementId::from_index(at)), depth + 1);
    }
    out
}

#[test]
fn statements_are_as_written_in_the_files() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/statements");
    let mut files: Vec<_> = std::fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .collect();
    files.sort();
    assert!(files.len() >= 10);
    for file in files {
        let given = std::fs::read_to_string(&file).unwrap();
        let (text, _) = given
            .split_once("\n----\n")
            .unwrap_or_else(|| panic!("{} has no line ----", file.display()));
        let article = Article {
            id: "A".to_owned(),
            text: text.to_owned(),
            ..Article::default()
        };
        let out = format!(
            "{text}\n----\n{}",
            inside(&claims::analyze(models(), &[article]), None, 0)
        );
        expect_test::expect_file![file].assert_eq(&out);
    }
}

fn analysis_of(text: &str) -> Analysis {
    let article = Article {
        text: text.to_owned(),
        ..Article::default()
    };
    claims::analyze(models(), &[article])
}

#[test]
fn a_remark_between_dashes_has_a_source_of_its_own() {
    let text = "The yard’s engineer Sean Pell -- as Brandt’s company noted this week -- even called the crane safe on Monday.";
    let analysis = analysis_of(text);
    let sources: Vec<_> = analysis
        .statements
        .iter()
        .map(|statement| (words(text, &statement.cue), words(text, &statement.source)))
        .collect();
    let expected = [
        ("noted", "Brandt’s company"),
        ("even called", "The yard’s engineer Sean Pell"),
    ];
    assert_eq!(
        sources,
        expected.map(|(cue, source)| (cue.to_owned(), source.to_owned()))
    );
}

#[test]
fn a_description_behind_a_name_may_be_somebody_else() {
    let text = "In an interview with radio hosts Jo Marr and Mika Brzezina, the Democratic presidential candidate stated that the jokes do not fit.";
    let analysis = analysis_of(text);
    let sources: Vec<_> = analysis
        .statements
        .iter()
        .map(|statement| words(text, &statement.source))
        .collect();
    assert_eq!(sources, ["the Democratic presidential candidate"]);
    let names: Vec<_> = analysis
        .statements
        .iter()
        .filter_map(|statement| statement.speaker)
        .collect();
    assert!(
        names
            .iter()
            .all(|id| analysis.speakers[id.index()].name != "Mika Brzezina")
    );
}
