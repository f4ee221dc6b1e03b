//! Text to tokens, as spaCy's tokenizer does it with the rules of its English pipeline.

mod affixes;
mod characters;
mod special;
mod url;

pub(crate) use characters::{Characters, Class};

use core::ops::Range;

use crate::lexicon::{LexemeId, Lexicon, Norms};
use crate::model::{Bytes, ModelError, Words};
use affixes::Affixes;
use special::Phrases;

/// A token as it leaves the tokenizer.
#[derive(Debug, Clone, Copy)]
pub(crate) struct RawToken {
    /// First byte, in the text that is read.
    pub(crate) start: u32,
    pub(crate) end: u32,
    pub(crate) lexeme: LexemeId,
    /// Whether a space follows that is no token itself.
    pub(crate) spaced: bool,
}

/// A part of a word that is tokenized by a rule of its own ("don't": "do", "n't").
#[derive(Debug, Clone)]
struct Piece {
    length: u8,
    /// What the piece is read as; empty where that follows from its form.
    norm: Box<str>,
}

/// A token of a word, by its length in bytes.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Part {
    pub(crate) length: u32,
    pub(crate) lexeme: LexemeId,
}

#[derive(Debug)]
pub(crate) struct Tokenizer {
    affixes: Affixes,
    special: Words,
    pieces: Vec<Vec<Piece>>,
    longest_special: usize,
    phrases: Phrases,
}

impl Tokenizer {
    pub(crate) fn read(bytes: &mut Bytes<'_>) -> Result<Self, ModelError> {
        let affixes = Affixes::read(bytes)?;
        let special = Words::read(bytes)?;
        let mut pieces = Vec::new();
        for number in 0..special.len() {
            let parts: Vec<Piece> = (0..bytes.u8()?)
                .map(|_| {
                    Ok(Piece {
                        length: bytes.u8()?,
                        norm: bytes.text()?.into(),
                    })
                })
                .collect::<Result<_, ModelError>>()?;
            let text = core::str::from_utf8(special.get(number)).unwrap_or_default();
            let mut end = 0;
            let fits = parts.iter().all(|part| {
                end += usize::from(part.length);
                part.length > 0 && text.is_char_boundary(end)
            });
            if !fits || end != text.len() {
                return Err(ModelError::Inconsistent(
                    "a tokenizer rule does not cover its word",
                ));
            }
            pieces.push(parts);
        }
        let longest_special = (0..special.len())
            .map(|number| special.get(number).len())
            .max()
            .unwrap_or_default();
        let mut tokenizer = Self {
            affixes,
            special,
            pieces,
            longest_special,
            phrases: Phrases::default(),
        };
        tokenizer.phrases = Phrases::of(&tokenizer);
        Ok(tokenizer)
    }

    pub(crate) fn characters(&self) -> &Characters {
        &self.affixes.characters
    }

    /// Number of the rule for a word as a whole.
    fn rule(&self, word: &str) -> Option<usize> {
        if word.len() > self.longest_special {
            None
        } else {
            self.special.find(word)
        }
    }

    /// Appends the tokens of `text[range]`, which starts at a token's start, to `tokens`, and returns where it ended:
    /// at the range's end, or at a white space after about `enough` tokens.
    pub(crate) fn tokenize(
        &self,
        text: &str,
        range: Range<usize>,
        words: &mut Vocabulary<'_>,
        tokens: &mut Vec<RawToken>,
        enough: usize,
    ) -> usize {
        let first = tokens.len();
        let line = text.get(range.clone()).unwrap_or_default();
        let spaces = |char| self.characters().is(char, Class::SPACE);
        let mut in_space = line.chars().next().is_some_and(spaces);
        let mut start = 0;
        let mut end = line.len();
        for (at, char) in line.char_indices() {
            let space = spaces(char);
            if space == in_space {
                continue;
            }
            if start < at {
                self.chunk(&line[start..at], range.start + start, words, tokens);
            }
            if !space && is_break(tokens.len() - first, enough, &line[..at]) {
                start = at;
                end = at;
                break;
            }
            start = at;
            if char == ' ' {
                if let Some(last) = tokens.last_mut() {
                    last.spaced = true;
                }
                start += 1;
            }
            in_space = space;
        }
        if start < end {
            self.chunk(&line[start..end], range.start + start, words, tokens);
        }
        self.phrases.apply(self, text, words, tokens, first);
        range.start + end
    }

    /// Appends the tokens of a run of white space or of anything else.
    fn chunk(&self, chunk: &str, offset: usize, words: &mut Vocabulary<'_>, tokens: &mut Vec<RawToken>) {
        let mut start = offset as u32;
        let mut push = |part: Part| {
            let end = start + part.length;
            tokens.push(RawToken {
                start,
                end,
                lexeme: part.lexeme,
                spaced: false,
            });
            start = end;
        };
        if let Some(known) = words.lexicon.chunk(chunk) {
            known.iter().copied().for_each(push);
            return;
        }
        let mut parts = Vec::new();
        self.split(chunk, true, &mut |part, norm| {
            let lexeme = words.lexicon.lexeme(part, norm, words.norms, self.characters());
            parts.push(Part {
                length: part.len() as u32,
                lexeme,
            });
        });
        parts.iter().copied().for_each(&mut push);
        words.lexicon.remember(chunk, &parts);
    }

    /// Calls `token` with each token of a chunk, and with the norm that a rule gives it.
    fn split<'t>(&self, chunk: &'t str, with_rules: bool, token: &mut dyn FnMut(&'t str, Option<&str>)) {
        let rule = |word: &str| if with_rules { self.rule(word) } else { None };
        if let Some(number) = rule(chunk) {
            return self.apply(number, chunk, token);
        }
        let mut rest = chunk;
        let mut suffixes = Vec::new();
        let mut length_before = 0;
        while !rest.is_empty() && rest.len() != length_before && rule(rest).is_none() {
            length_before = rest.len();
            let prefix = self.affixes.prefix(rest);
            let (first, without_prefix) = rest.split_at(prefix);
            if prefix > 0 && rule(without_prefix).is_some() {
                token(first, None);
                rest = without_prefix;
                break;
            }
            let suffix = self.affixes.suffix(without_prefix);
            if suffix > 0 && rule(&rest[..rest.len() - suffix]).is_some() {
                let (word, last) = rest.split_at(rest.len() - suffix);
                suffixes.push(last);
                rest = word;
                break;
            }
            if prefix > 0 {
                token(first, None);
                rest = without_prefix;
            }
            if suffix > 0 {
                let (word, last) = rest.split_at(rest.len() - suffix);
                suffixes.push(last);
                rest = word;
            }
        }
        self.inside(rest, rule(rest), token);
        for suffix in suffixes.into_iter().rev() {
            token(suffix, None);
        }
    }

    /// The tokens of a word without affixes.
    fn inside<'t>(&self, word: &'t str, rule: Option<usize>, token: &mut dyn FnMut(&'t str, Option<&str>)) {
        if word.is_empty() {
            return;
        }
        if let Some(number) = rule {
            return self.apply(number, word, token);
        }
        if url::is_url(word, self.characters()) {
            return token(word, None);
        }
        let mut start = 0;
        for infix in self.affixes.infixes(word) {
            if infix.start == 0 {
                continue;
            }
            if infix.start > start {
                token(&word[start..infix.start], None);
            }
            token(&word[infix.clone()], None);
            start = infix.end;
        }
        if start < word.len() {
            token(&word[start..], None);
        }
    }

    fn apply<'t>(&self, rule: usize, word: &'t str, token: &mut dyn FnMut(&'t str, Option<&str>)) {
        let mut rest = word;
        for piece in self.pieces.get(rule).into_iter().flatten() {
            let (part, others) = rest.split_at(piece.length.into());
            token(part, Some(&*piece.norm).filter(|norm| !norm.is_empty()));
            rest = others;
        }
    }
}

/// Whether a paragraph is cut before the word that follows `before`. Only paragraphs of very many words are, so that
/// the work in hand stays bounded: after a full stop where there is one, and at any space if there is none.
fn is_break(tokens: usize, enough: usize, before: &str) -> bool {
    tokens >= 2 * enough || tokens >= enough && before.trim_end().ends_with(['.', '?', '!', '"', '”'])
}

/// The words met so far, and what is known of words in general.
pub(crate) struct Vocabulary<'a> {
    pub(crate) lexicon: &'a mut Lexicon,
    pub(crate) norms: &'a Norms,
}

/// The text of a token.
fn text_of<'t>(text: &'t str, token: &RawToken) -> &'t str {
    text.get(token.start as usize..token.end as usize)
        .unwrap_or_default()
}
