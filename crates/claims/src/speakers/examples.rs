//! Pronouns with those whom they may mean, for `training/pronouns.py`.

use english::English;

use super::article::Reading;
use super::mention::{Pronoun, What};
use super::registry::Registry;
use super::text::Text;
use crate::{Span, quotes};

/// A pronoun of the third person, and everybody it may mean.
#[derive(Debug, Clone)]
pub struct PronounExample {
    /// Where it stands, in bytes.
    pub span: Span,
    /// It is "they" or the like.
    pub plural: bool,
    /// The nearest mention of each, and the features of meaning them.
    pub candidates: Vec<(Span, Vec<f32>)>,
}

/// The pronouns of the third person outside quotations, in an article.
#[must_use]
pub fn pronoun_examples(english: &English, text: &str) -> Vec<PronounExample> {
    let document = english.read(text);
    let quotes = quotes::find(&document);
    let mut registry = Registry::default();
    let reading = Reading::new(Text::of(&document, &quotes), &mut registry);
    let mut examples = Vec::new();
    for (at, mention) in reading.mentions.iter().enumerate() {
        let What::Pronoun(pronoun @ (Pronoun::He | Pronoun::She | Pronoun::They)) = mention.what else {
            continue;
        };
        let candidates = reading
            .candidates(at, pronoun, None)
            .into_iter()
            .map(|candidate| {
                let span = reading.text.span(&reading.mentions[candidate.mention].tokens);
                (span, candidate.features.to_vec())
            })
            .collect();
        examples.push(PronounExample {
            span: reading.text.span(&mention.tokens),
            plural: pronoun == Pronoun::They,
            candidates,
        });
    }
    examples
}
