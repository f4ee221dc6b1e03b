//! The ways about a document, on sentences whose trees are plain.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::expect_used, reason = "also in what the tests share")]
#![allow(
    clippy::needless_raw_string_hashes,
    reason = "expect-test writes snapshots so"
)]

use std::sync::LazyLock;

use english::{ConllU, Dep, Document, English, EntityKind};
use expect_test::expect;

static ENGLISH: LazyLock<English> = LazyLock::new(|| {
    let model = concat!(env!("CARGO_MANIFEST_DIR"), "/../../static/english.model");
    English::load(&std::fs::read(model).expect("the model is there")).expect("it is whole")
});

fn words(document: &Document, tokens: impl IntoIterator<Item = u32>) -> String {
    tokens
        .into_iter()
        .map(|index| document.word(index))
        .collect::<Vec<_>>()
        .join(" ")
}

fn find(document: &Document, word: &str) -> u32 {
    (0..document.tokens().len() as u32)
        .find(|&index| document.word(index) == word)
        .expect("the word is there")
}

#[test]
fn trees_can_be_walked() {
    let document =
        ENGLISH.read("Captain Brandt denied the report that the old harbour had closed. Nobody asked her.");
    let (denied, report, closed) = (
        find(&document, "denied"),
        find(&document, "report"),
        find(&document, "closed"),
    );

    assert_eq!(words(&document, document.children(denied)), "Brandt report .");
    assert_eq!(
        document
            .child(denied, Dep::Nsubj)
            .map(|index| document.word(index)),
        Some("Brandt")
    );
    assert_eq!(document.child(denied, Dep::Agent), None);
    assert_eq!(
        words(&document, document.subtree(report)),
        "the report that the old harbour had closed"
    );
    assert_eq!(
        words(&document, document.ancestors(find(&document, "old"))),
        "harbour closed report denied"
    );
    assert_eq!(document.root_of(closed), denied);

    let captain = find(&document, "Captain");
    assert_eq!(document.common_ancestor(captain, closed), Some(denied));
    assert_eq!(document.common_ancestor(closed, report), Some(report));
    assert_eq!(
        words(&document, document.path(captain, closed)),
        "Captain Brandt denied report closed"
    );
    assert_eq!(document.path(captain, find(&document, "Nobody")), []);
    assert_eq!(
        words(&document, document.sentence_of(find(&document, "her"))),
        "Nobody asked her ."
    );
}

#[test]
fn what_is_not_there_is_empty() {
    let document = ENGLISH.read("Nobody asked.");
    assert_eq!(
        (document.word(9), document.lemma(9), document.token(9)),
        ("", "", None)
    );
    assert_eq!(
        (
            document.sentence_of(9),
            document.children(9).count(),
            document.subtree(9)
        ),
        (0..0, 0, vec![])
    );
    assert!(document.span_of(7..9).is_empty());
    assert_eq!(ENGLISH.read("").tokens(), []);
    assert_eq!(ENGLISH.read(" \n\t\r\n ").paragraphs(), []);
}

#[test]
fn names_are_found() {
    let document = ENGLISH.read("On Friday John Brandt of the Vellum Corporation paid $3 million in Norway.");
    let found: Vec<(&str, EntityKind)> = document
        .entities()
        .iter()
        .map(|entity| {
            (
                document.span_of(entity.tokens.clone()).of(document.text()),
                entity.kind,
            )
        })
        .collect();
    let expected = [
        ("Friday", EntityKind::Date),
        ("John Brandt", EntityKind::Person),
        ("the Vellum Corporation", EntityKind::Org),
        ("$3 million", EntityKind::Money),
        ("Norway", EntityKind::Gpe),
    ];
    assert_eq!(found, expected);
}

#[test]
fn paragraphs_are_lines_and_ranges_count_code_points() {
    let document = ENGLISH.read("“Zoë left,” he said.\r\n\n  She hadn’t.");
    let expected = expect![[r##"
        # newpar
        1	“	"	PUNCT	``	_	7	punct	_	Range=0:1|Ent=O
        2	Zoë	zoë	PRON	PRP	_	3	nsubj	_	Range=1:4|Ent=O
        3	left	leave	VERB	VBD	_	7	ccomp	_	Range=5:9|Ent=O
        4	,	,	PUNCT	,	_	7	punct	_	Range=9:10|Ent=O
        5	”	"	PUNCT	''	_	7	punct	_	Range=10:11|Ent=O
        6	he	he	PRON	PRP	_	7	nsubj	_	Range=12:14|Ent=O
        7	said	say	VERB	VBD	_	0	ROOT	_	Range=15:19|Ent=O
        8	.	.	PUNCT	.	_	7	punct	_	Range=19:20|Ent=O

        # newpar
        1	_	_	SPACE	_SP	_	2	dep	_	Range=23:25|Ent=O
        2	She	she	PRON	PRP	_	3	nsubj	_	Range=25:28|Ent=O
        3	had	have	VERB	VBD	_	0	ROOT	_	Range=29:32|Ent=O
        4	n’t	n’t	NUM	CD	_	3	dobj	_	Range=32:35|Ent=O
        5	.	.	PUNCT	.	_	3	punct	_	Range=35:36|Ent=O

    "##]];
    expected.assert_eq(&ConllU(&document).to_string());
}
