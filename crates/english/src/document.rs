use core::ops::Range;

use crate::Span;

/// A word, number or mark of punctuation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Token {
    /// Where it stands, in bytes of the text.
    pub span: Span,
}

/// An article after linguistic analysis.
///
/// Invariants: tokens are in order and do not overlap; sentences are consecutive, non-empty ranges of tokens that
/// cover every token; paragraphs are consecutive ranges of tokens, and no sentence crosses their borders.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Document {
    pub(crate) text: String,
    pub(crate) tokens: Vec<Token>,
    pub(crate) sentences: Vec<Range<u32>>,
    pub(crate) paragraphs: Vec<Range<u32>>,
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

    /// The words of token `index`; empty where there is no such token.
    #[must_use]
    pub fn word(&self, index: u32) -> &str {
        self.tokens
            .get(index as usize)
            .map_or("", |token| token.span.of(&self.text))
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
}
