//! Pronouns with those whom they may mean, for `training/pronouns.py`.

use super::article::Reading;
use super::mention::Pronoun;
use super::registry::Registry;
use super::sources;
use super::text::Text;
use crate::analyzer::Models;
use crate::extract::{Reader, find_owners, nest};
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

/// The pronouns of the third person in an article, each with the features at the time that it is resolved: what is known
/// of everybody up to there, and who speaks in a quotation.
#[must_use]
pub fn pronoun_examples(models: Models<'_>, text: &str) -> Vec<PronounExample> {
    let document = models.english.read(text);
    let quotes = quotes::find(&document);
    let mut reader = Reader::default();
    while reader.step(models.statements, &document, &quotes) {}
    let mut drafts = core::mem::take(&mut reader.drafts);
    nest(&mut drafts, text);
    find_owners(&mut drafts, text, &quotes);
    let mut registry = Registry::default();
    let mut reading = Reading::start(Text::of(&document, &quotes), &mut registry, true);
    sources::resolve(&mut reading, &drafts);
    let asked = reading.asked.take().unwrap_or_default();
    let span = |mention: usize| reading.text.span(&reading.mentions[mention].tokens);
    asked
        .into_iter()
        .map(|(at, pronoun, candidates)| PronounExample {
            span: span(at),
            plural: pronoun == Pronoun::They,
            candidates: candidates
                .into_iter()
                .map(|candidate| (span(candidate.mention), candidate.features.to_vec()))
                .collect(),
        })
        .collect()
}
