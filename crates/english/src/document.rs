use core::ops::Range;

use crate::{Dep, EntityKind, Pos, Span, Tag};

/// A word, number, mark of punctuation, or run of extra white space.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Token {
    /// Where it stands, in bytes of the text.
    pub span: Span,
    /// The token it depends on, by index into the document's tokens; itself for the root of a sentence.
    pub head: u32,
    /// How it depends on its head.
    pub dep: Dep,
    /// Part-of-speech tag.
    pub tag: Tag,
    /// Universal part of speech.
    pub pos: Pos,
    /// The kind of the named entity that it is part of.
    pub entity: Option<EntityKind>,
    pub(crate) lemma: u32,
}

/// A named entity.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entity {
    /// Its tokens, by index.
    pub tokens: Range<u32>,
    /// What it is.
    pub kind: EntityKind,
}

/// An article after linguistic analysis.
///
/// Invariants: tokens are in order and do not overlap; sentences are consecutive, non-empty ranges of tokens that
/// cover every token; paragraphs are consecutive ranges of tokens, and no sentence crosses their borders. Paragraphs
/// are the lines of the text that hold anything but white space. Heads lead to a root from every token.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Document {
    pub(crate) text: String,
    pub(crate) tokens: Vec<Token>,
    pub(crate) sentences: Vec<Range<u32>>,
    pub(crate) paragraphs: Vec<Range<u32>>,
    pub(crate) entities: Vec<Entity>,
    /// All lemmas, one after the other, and where each ends.
    pub(crate) lemmas: String,
    pub(crate) lemma_ends: Vec<u32>,
}

impl Document {
    /// The text as given.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// All tokens, in order.
    #[must_use]
    pub fn tokens(&self) -> &[Token] {
        &self.tokens
    }

    /// The tokens that overlap a span of the text.
    #[must_use]
    pub fn tokens_in(&self, span: Span) -> &[Token] {
        let Range { start, end } = self.indices_in(span);
        self.tokens.get(start as usize..end as usize).unwrap_or_default()
    }

    /// The indices of the tokens that overlap a span of the text.
    #[must_use]
    pub fn indices_in(&self, span: Span) -> Range<u32> {
        let start = self.tokens.partition_point(|token| token.span.end <= span.start);
        let end = self.tokens.partition_point(|token| token.span.start < span.end);
        start as u32..end as u32
    }

    /// Token `index`, if there is one.
    #[must_use]
    pub fn token(&self, index: u32) -> Option<&Token> {
        self.tokens.get(index as usize)
    }

    /// The words of token `index`; empty where there is no such token.
    #[must_use]
    pub fn word(&self, index: u32) -> &str {
        self.token(index).map_or("", |token| token.span.of(&self.text))
    }

    /// The dictionary form of token `index`; empty where there is no such token.
    #[must_use]
    pub fn lemma(&self, index: u32) -> &str {
        let Some(token) = self.token(index) else { return "" };
        let end_of = |lemma: u32| self.lemma_ends.get(lemma as usize).copied().unwrap_or_default();
        let start = token.lemma.checked_sub(1).map_or(0, end_of);
        self.lemmas
            .get(start as usize..end_of(token.lemma) as usize)
            .unwrap_or_default()
    }

    /// Sentences as ranges of token indices.
    #[must_use]
    pub fn sentences(&self) -> &[Range<u32>] {
        &self.sentences
    }

    /// Paragraphs as ranges of token indices.
    #[must_use]
    pub fn paragraphs(&self) -> &[Range<u32>] {
        &self.paragraphs
    }

    /// Named entities, in order.
    #[must_use]
    pub fn entities(&self) -> &[Entity] {
        &self.entities
    }

    /// The bytes from the first to the last of the tokens; empty where there are none.
    #[must_use]
    pub fn span_of(&self, tokens: Range<u32>) -> Span {
        let tokens = self
            .tokens
            .get(tokens.start as usize..tokens.end as usize)
            .unwrap_or_default();
        match (tokens.first(), tokens.last()) {
            (Some(first), Some(last)) => first.span.cover(last.span),
            _ => Span::new(0, 0),
        }
    }

    pub(crate) fn add_lemma(&mut self, lemma: &str) -> u32 {
        self.lemmas.push_str(lemma);
        self.lemma_ends.push(self.lemmas.len() as u32);
        self.lemma_ends.len() as u32 - 1
    }
}
