//! The passages of crates/claims/tests/nested can be read, and their two halves are alike.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test fails by panicking; helpers of tests are not recognized as tests"
)]

use std::collections::BTreeMap;
use std::path::Path;

use evaluate::Passage;

fn read(half: &str) -> BTreeMap<String, Vec<Passage>> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("../claims/tests/nested")
        .join(half);
    let mut all = BTreeMap::new();
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let given = std::fs::read_to_string(&path).unwrap();
        let passages = evaluate::parse(&given).unwrap_or_else(|error| panic!("{}, {error}", path.display()));
        all.insert(path.file_name().unwrap().to_string_lossy().into_owned(), passages);
    }
    all
}

#[test]
fn every_phrase_is_found_and_both_halves_cover_every_construction() {
    let (build, aside) = (read("build"), read("aside"));
    assert!(build.keys().eq(aside.keys()));
    let count = |half: &BTreeMap<String, Vec<Passage>>| half.values().map(Vec::len).sum::<usize>();
    assert_eq!(count(&build), count(&aside));
    assert!(count(&build) >= 65);
}

#[test]
fn no_passage_stands_in_both_halves() {
    let texts = |half| {
        let passages = read(half).into_values().flatten();
        passages.map(|passage| passage.text).collect::<Vec<_>>()
    };
    let aside = texts("aside");
    assert!(texts("build").iter().all(|text| !aside.contains(text)));
}
