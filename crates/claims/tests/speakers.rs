//! Short articles with everybody who is mentioned in them and who speaks each statement: `tests/speakers/*.txt`, one
//! subject a file.
//!
//! Cases are set apart by a line `====`, the articles of one case by a line `~~~~`. Below the line `----` of a case stand
//! its speakers, `name | kind | roles | mentions`, and its statements, `source | cue -> speaker`. `UPDATE_EXPECT=1
//! cargo test` writes that part anew; it is right when a reader of the text alone would say the same.

mod common;

use std::path::Path;

use claims::{Analysis, Article, Span, SpeakerKind};
use common::models;

fn words(text: &str, spans: &[Span]) -> String {
    if spans.is_empty() {
        return "–".to_owned();
    }
    let parts: Vec<String> = spans
        .iter()
        .map(|span| span.of(text).replace('\n', " "))
        .collect();
    parts.join(" … ")
}

fn or_dash(words: &str) -> &str {
    if words.is_empty() { "–" } else { words }
}

fn shown(analysis: &Analysis) -> String {
    let listed: Vec<_> = analysis
        .speakers
        .iter()
        .filter(|speaker| speaker.kind != SpeakerKind::Author)
        .collect();
    let width =
        |of: fn(&claims::Speaker) -> usize| listed.iter().map(|speaker| of(speaker)).max().unwrap_or(0);
    let (names, kinds) = (
        width(|speaker| speaker.name.chars().count()),
        width(|speaker| speaker.kind.as_str().len()),
    );
    let roles = width(|speaker| speaker.roles.join(", ").chars().count().max(1));
    let mut out = String::new();
    for speaker in &listed {
        let mentions: Vec<&str> = speaker
            .mentions
            .iter()
            .map(|mention| mention.span.of(&analysis.articles[mention.article.index()].text))
            .collect();
        let line = format!(
            "{:<names$} | {:<kinds$} | {:<roles$} | {}",
            speaker.name,
            speaker.kind.as_str(),
            or_dash(&speaker.roles.join(", ")),
            mentions.join(" · ")
        );
        out += line.trim_end();
        out.push('\n');
    }
    for statement in &analysis.statements {
        let text = &analysis.articles[statement.article.index()].text;
        let speaker = statement
            .speaker
            .map_or("–", |speaker| analysis.speakers[speaker.index()].name.as_str());
        let line = [words(text, &statement.source), words(text, &statement.cue)].join(" | ");
        out += &["    ", &line, " -> ", speaker, "\n"].concat();
    }
    out
}

#[test]
fn speakers_are_as_written_in_the_files() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/speakers");
    let mut files: Vec<_> = std::fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .collect();
    files.sort();
    let mut cases = 0;
    for file in files {
        let given = std::fs::read_to_string(&file).unwrap();
        let mut out = Vec::new();
        for case in given.split("====\n") {
            let text = case.split_once("----\n").map_or(case, |(text, _)| text);
            let articles: Vec<Article> = text
                .split("~~~~\n")
                .zip('A'..)
                .map(|(text, id)| Article {
                    id: id.to_string(),
                    text: text.trim_end().to_owned(),
                    ..Article::default()
                })
                .collect();
            out.push(format!(
                "{text}----\n{}",
                shown(&claims::analyze(models(), &articles))
            ));
            cases += 1;
        }
        expect_test::expect_file![file].assert_eq(&out.join("====\n"));
    }
    assert!(cases >= 40, "{cases} cases");
}
