//! What holds for any text, and for any damage to the model file.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::expect_used, reason = "also in what the tests share")]

use std::sync::LazyLock;

use english::{Document, English, ModelError};
use proptest::prelude::*;

static MODEL: LazyLock<Vec<u8>> = LazyLock::new(|| {
    std::fs::read(concat!(env!("CARGO_MANIFEST_DIR"), "/../../static/english.model"))
        .expect("the model is there")
});
static ENGLISH: LazyLock<English> = LazyLock::new(|| English::load(&MODEL).expect("the model is whole"));

/// Text as it comes: prose, marks, white space, other scripts, and any character at all.
fn texts() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        4 => "[A-Za-z]{1,9}",
        2 => Just(" ".to_owned()),
        2 => "[ \t\r\n\u{a0}\u{2028}\u{3000}]{1,3}",
        2 => "[.,;:!?'\"“”‘’()…–—-]{1,4}",
        1 => "[0-9]{1,4}([.,/][0-9]{1,3})?(km|%|th|\\$)?",
        1 => "(don't|can't|U\\.S\\.|Mr\\.|https?://[a-z]{1,5}\\.com/x|@you|#tag|:-\\)|e\\.g\\.)",
        1 => any::<char>().prop_map(String::from),
    ];
    prop::collection::vec(piece, 0..60).prop_map(|pieces| pieces.concat())
}

/// The invariants that [`Document`] promises.
fn check(document: &Document) {
    let text = document.text();
    let mut end = 0;
    for token in document.tokens() {
        assert!(
            token.span.start >= end && token.span.end > token.span.start,
            "tokens are in order"
        );
        let gap = text
            .get(end as usize..token.span.start as usize)
            .expect("tokens are at characters' borders");
        assert!(
            gap.chars().all(|char| char.is_whitespace() || char.is_control()),
            "only white space is left out: {gap:?}"
        );
        end = token.span.end;
    }
    assert!(
        text.get(end as usize..)
            .is_some_and(|rest| rest.chars().all(|char| char.is_whitespace() || char.is_control()))
    );

    let tokens = document.tokens().len() as u32;
    for ranges in [document.sentences(), document.paragraphs()] {
        let mut end = 0;
        for range in ranges {
            assert!(
                range.start == end && range.end > range.start,
                "ranges follow one another"
            );
            end = range.end;
        }
        assert_eq!(end, tokens, "and cover every token");
    }
    for paragraph in document.paragraphs() {
        let crosses = |sentence: &core::ops::Range<u32>| {
            sentence.start < paragraph.start && sentence.end > paragraph.start
        };
        assert!(
            !document.sentences().iter().any(crosses),
            "no sentence crosses a paragraph's border"
        );
    }
    for index in 0..tokens {
        let root = document.root_of(index);
        assert_eq!(
            document.tokens()[root as usize].head,
            root,
            "heads lead to a root"
        );
        assert!(document.subtree(index).contains(&index));
        assert!(!document.lemma(index).is_empty(), "every token has a lemma");
    }
    for entity in document.entities() {
        assert!(entity.tokens.start < entity.tokens.end && entity.tokens.end <= tokens);
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_text_is_read_whole(text in texts()) {
        check(&ENGLISH.read(&text));
    }

    #[test]
    fn any_characters_are_read_whole(text in any::<String>()) {
        check(&ENGLISH.read(&text));
    }

    /// Neither texts read before, nor reading step by step, nor the paragraphs beside it change what a paragraph is.
    #[test]
    fn nothing_before_matters(one in texts(), other in texts()) {
        let fresh = English::load(&MODEL).expect("the model is whole");
        let alone = fresh.read(&one);
        prop_assert_eq!(&ENGLISH.read(&one), &alone);
        let mut steps = ENGLISH.reader(&one);
        while steps.step() {}
        prop_assert_eq!(steps.bytes_read(), one.len());
        prop_assert_eq!(&steps.finish(), &alone);

        let both = fresh.read(&format!("{one}\n{other}"));
        for (place, token) in alone.tokens().iter().enumerate() {
            let beside = both.tokens()[place];
            let facts = (token.span, token.head, token.dep, token.tag, token.pos, token.entity);
            prop_assert_eq!(facts, (beside.span, beside.head, beside.dep, beside.tag, beside.pos, beside.entity));
            prop_assert_eq!(alone.lemma(place as u32), both.lemma(place as u32));
        }
    }

    #[test]
    fn a_shortened_model_is_refused(length in 0..MODEL.len()) {
        let error = English::load(&MODEL[..length]).expect_err("it is not whole");
        prop_assert!(matches!(error, ModelError::NotAModel | ModelError::Truncated));
    }

    #[test]
    fn a_flipped_bit_is_noticed(place in 0..MODEL.len(), bit in 0..8_u8) {
        let mut damaged = MODEL.clone();
        damaged[place] ^= 1_u8 << bit;
        prop_assert!(English::load(&damaged).is_err());
    }
}

/// The fixed checksum is only a guard against accidents: content that does not make sense is refused as well.
#[test]
fn nonsense_with_a_right_checksum_is_refused() {
    for seed in 0..64_u64 {
        let mut content: Vec<u8> = MODEL[24..].to_vec();
        let mut state = seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1;
        for _ in 0..8 {
            state = state
                .wrapping_mul(6_364_136_223_846_793_005)
                .wrapping_add(1_442_695_040_888_963_407);
            // Mostly in the lists, where a number leads to other numbers.
            let place = (state >> 33) as usize % if seed % 2 == 0 { 2_000 } else { 700_000 };
            content[place] = (state >> 25) as u8;
        }
        let checksum = content.iter().fold(0xcbf2_9ce4_8422_2325_u64, |hash, &byte| {
            (hash ^ u64::from(byte)).wrapping_mul(0x100_0000_01b3)
        });
        let mut model = MODEL[..16].to_vec();
        model.extend(checksum.to_le_bytes());
        model.extend(content);
        // It may be taken or refused, but neither loading nor reading may panic.
        if let Ok(english) = English::load(&model) {
            let _ = english.read("Nobody, she said, 'll believe it.\n10km from U.S. waters :-)");
        }
    }
}

#[test]
fn errors_say_what_to_do() {
    let message = |model: &[u8]| English::load(model).expect_err("it is no model").to_string();
    assert_eq!(
        message(b"<!doctype html>"),
        "this is not a Sayso model of English; fetch english.model again"
    );
    assert_eq!(
        message(&MODEL[..1000]),
        "the model file is incomplete; fetch it again"
    );
    let mut newer = MODEL[..100].to_vec();
    newer[8] = 9;
    assert_eq!(
        message(&newer),
        "the model has version 9, and this program reads version 1; load the one it came with"
    );
    let mut damaged = MODEL.clone();
    damaged[1_000_000] ^= 1;
    assert_eq!(
        message(&damaged),
        "the model file is damaged (its checksum does not match); fetch it again"
    );
}

/// A paragraph of very many words, and a word of very many characters, are read in bounded pieces.
#[test]
fn long_lines_are_read_in_pieces() {
    let sentence = "The ferry was late again, said the master, and nobody on the quay had been told why. ";
    let mut reader = ENGLISH.reader(&sentence.repeat(500));
    let mut steps = 0;
    while reader.step() {
        steps += 1;
    }
    assert!(steps > 5);
    check(&reader.finish());
    check(&ENGLISH.read(&"(".repeat(10_000)));
    check(&ENGLISH.read(&"x".repeat(100_000)));
    check(&ENGLISH.read(&"a@".repeat(20_000)));
}
