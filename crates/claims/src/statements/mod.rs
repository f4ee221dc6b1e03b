//! Statements by a trained reader: which words are cues, and what in the paragraph is whose source and content.

mod examples;
mod features;
mod gold;
mod network;
mod rates;
mod reader;
mod reporting;
mod scene;
mod supersenses;
mod weights;

use core::ops::Range;

use english::Document;

pub use examples::{CueCount, Examples, cue_counts, examples};
pub use gold::{Annotated, Attribution, Convention};
pub(crate) use reader::Found;
pub use reader::Statements;
pub(crate) use supersenses::{is_known_noun, names_people, names_person};
pub use weights::StatementsError;

/// Tokens after which a paragraph may be read in two parts, at the end of a sentence.
const ENOUGH: u32 = 400;

/// A paragraph as ranges of tokens that are read by themselves: one, but for very long paragraphs.
pub(crate) fn parts(document: &Document, paragraph: Range<u32>) -> Vec<Range<u32>> {
    let mut parts = Vec::new();
    let mut start = paragraph.start;
    let first = document
        .sentences()
        .partition_point(|sentence| sentence.end <= start);
    for sentence in &document.sentences()[first..] {
        if sentence.end > paragraph.end {
            break;
        }
        if sentence.end - start > ENOUGH {
            parts.push(start..sentence.end);
            start = sentence.end;
        }
    }
    if start < paragraph.end {
        parts.push(start..paragraph.end);
    }
    parts
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing;

    #[test]
    fn features_fit_their_tables() {
        let document =
            testing::read("Mr. Pell said that “the crane” was safe, and Ms. Dane's denial was noted.");
        let quotes = crate::quotes::find(&document);
        let mut scene = scene::Scene::read(&document, document.paragraphs()[0].clone(), &quotes);
        scene.rate(&rates::Rates::default());
        let mut out = Vec::new();
        let rows = [
            features::token(&scene, 0, &mut out),
            features::cue(&scene, 2, Convention::Outermost, &mut out),
            features::View::new(&scene, 2, Convention::Outermost).features(0, &mut out),
        ];
        assert_eq!(rows, [features::TOKEN.1, features::CUE.1, features::RELATIVE.1]);
        assert_eq!(
            out.len(),
            features::TOKEN.0 + features::CUE.0 + features::RELATIVE.0
        );
    }
}
