//! The analysis of fixed paragraphs is spaCy's own, and is the same on the host and in WebAssembly: these tests run on
//! both. `tools/expected.py` writes what is expected.
#![allow(clippy::expect_used, reason = "clippy knows tests on the host only")]

use english::{ConllU, Document, English};

#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;

const MODEL: &[u8] = include_bytes!("../../../static/english.model");
const PARAGRAPHS: &str = include_str!("paragraphs.txt");
const EXPECTED: &str = include_str!("expected.tsv");

fn shown(text: &str) -> String {
    if text.trim().is_empty() {
        text.chars()
            .map(|char| format!("U+{:04X}", u32::from(char)))
            .collect::<Vec<_>>()
            .join(" ")
    } else {
        text.to_owned()
    }
}

/// One token a line: form, tag, part of speech, lemma, distance to the head, label, entity.
fn table(document: &Document) -> String {
    let mut table = String::new();
    for paragraph in document.paragraphs() {
        for index in paragraph.clone() {
            let token = &document.tokens()[index as usize];
            if index > paragraph.start && document.sentence_of(index).start == index {
                table.push_str("|\n");
            }
            let distance = i64::from(token.head) - i64::from(index);
            let distance = if distance == 0 {
                "0".to_owned()
            } else {
                format!("{distance:+}")
            };
            let begins = document
                .entities()
                .iter()
                .any(|entity| entity.tokens.start == index);
            let entity = match token.entity {
                Some(kind) => format!("{}-{kind}", if begins { 'B' } else { 'I' }),
                None => "O".to_owned(),
            };
            let (form, lemma) = (shown(document.word(index)), shown(document.lemma(index)));
            let (tag, pos, dep) = (token.tag, token.pos, token.dep);
            let columns = [
                &*form,
                tag.as_str(),
                pos.as_str(),
                &lemma,
                &distance,
                dep.as_str(),
                &entity,
            ];
            table.push_str(&columns.join("\t"));
            table.push('\n');
        }
        table.push('\n');
    }
    table
}

#[test]
fn fixed_paragraphs_are_read_as_spacy_reads_them() {
    let english = English::load(MODEL).expect("the model is whole");
    let table = table(&english.read(PARAGRAPHS));
    for (number, (ours, theirs)) in table.lines().zip(EXPECTED.lines()).enumerate() {
        assert_eq!(ours, theirs, "line {} of expected.tsv", number + 1);
    }
    assert_eq!(table.len(), EXPECTED.len());
}

/// Sentences of words in no order leave the parser in doubt at every turn, so that the smallest difference in a score
/// between two machines would show.
#[test]
fn word_salad_is_read_alike_everywhere() {
    let english = English::load(MODEL).expect("the model is whole");
    let words: Vec<&str> = PARAGRAPHS.split_whitespace().collect();
    let mut state = 1_u64;
    let mut salad = String::new();
    for place in 1..=12_000 {
        state = state
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        salad.push_str(words[(state >> 33) as usize % words.len()]);
        salad.push(if place % 60 == 0 { '\n' } else { ' ' });
    }
    let analysis = ConllU(&english.read(&salad)).to_string();
    let fingerprint = analysis.bytes().fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x100_0000_01b3)
    });
    assert_eq!(format!("{fingerprint:016x}"), "f0832b68322aba2e");
}
