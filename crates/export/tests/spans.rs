//! Every span that leaves the program names the same words as inside it.

use claims::{Article, Models, Span, Statements};
use english::English;
use export::Offsets;
use proptest::prelude::*;

proptest! {
    #[test]
    fn spans_slice_to_the_same_words(
        text in any::<String>(),
        from in any::<prop::sample::Index>(),
        to in any::<prop::sample::Index>(),
    ) {
        let mut ends: Vec<usize> = text.char_indices().map(|(at, _)| at).collect();
        ends.push(text.len());
        let span = Span::new(*from.get(&ends) as u32, *to.get(&ends) as u32);
        let [start, end] = Offsets::new(&text).span(span);
        let chars: String = text.chars().skip(start as usize).take((end - start) as usize).collect();
        prop_assert_eq!(span.of(&text), chars);
    }
}

#[test]
fn the_published_object_counts_code_points() {
    let english = English::load(include_bytes!("../../../static/english.model")).unwrap();
    let statements = Statements::load(include_bytes!("../../../static/statements.model")).unwrap();
    let models = Models {
        english: &english,
        statements: &statements,
    };
    let text = "É — 🙂\n“The crane is safe,” said Ida Brandt, the mayor.";
    let article = Article {
        id: "A".to_owned(),
        text: text.to_owned(),
        ..Article::default()
    };
    let json = export::to_json(&claims::analyze(models, &[article])).unwrap();
    let json: serde_json::Value = serde_json::from_str(&json).unwrap();
    assert_eq!(json["format"], 1);
    let statement = &json["statements"][0];
    let words = |span: &serde_json::Value| -> String {
        let (start, end) = (
            span[0].as_u64().unwrap() as usize,
            span[1].as_u64().unwrap() as usize,
        );
        text.chars().skip(start).take(end - start).collect()
    };
    assert_eq!(words(&statement["cue_span"][0]), "said");
    assert_eq!(words(&statement["source_span"][0]), "Ida Brandt, the mayor");
    assert_eq!(statement["form"], "direct");
    assert_eq!(statement["inside"], serde_json::Value::Null);
}
