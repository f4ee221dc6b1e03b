//! Every file of gold in the project can be read.

#![allow(clippy::unwrap_used, reason = "clippy does not know the helper for a test")]

use std::path::Path;

fn files(folder: &str) -> Vec<(String, String)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("../claims/tests")
        .join(folder);
    let entries = std::fs::read_dir(folder).unwrap();
    let paths = entries.map(|entry| entry.unwrap().path());
    let texts = paths.filter(|path| path.extension().is_some_and(|ending| ending == "txt"));
    texts
        .map(|path| {
            (
                path.display().to_string(),
                std::fs::read_to_string(&path).unwrap(),
            )
        })
        .collect()
}

#[test]
fn every_pair_of_accounts_is_readable_and_a_third_has_no_contest() {
    let (mut pairs, mut without) = (0, 0);
    for folder in ["accounts/build", "accounts/aside"] {
        for (path, text) in files(folder) {
            let pair = evaluate::parse_accounts(&text).unwrap_or_else(|error| panic!("{path}, {error}"));
            pairs += 1;
            without += usize::from(pair.contests.is_empty());
            for text in &pair.texts {
                let words = text.split_whitespace().count();
                assert!((60..=200).contains(&words), "{path}: {words} words");
            }
        }
    }
    assert!(pairs >= 30 && without * 3 >= pairs, "{without} of {pairs}");
    for (path, text) in files("accounts/later") {
        if let Err(error) = evaluate::parse_accounts(&text) {
            panic!("{path}, {error}");
        }
    }
}

#[test]
fn every_nested_passage_is_readable() {
    for folder in [
        "nested/build",
        "nested/aside",
        "nested/later",
        "../../../training/nested",
    ] {
        for (path, text) in files(folder) {
            if let Err(error) = evaluate::parse(&text) {
                panic!("{path}, {error}");
            }
        }
    }
}

#[test]
fn the_marked_sentences_use_every_act() {
    let sentences = files("acts").remove(0).1;
    let sentences = evaluate::parse_sentences(&sentences).unwrap();
    assert!(sentences.len() >= 200);
    for act in claims::Act::ALL {
        assert!(
            sentences.iter().any(|sentence| sentence.act == *act),
            "no sentence for {act}"
        );
    }
}
