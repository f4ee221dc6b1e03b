use std::collections::HashMap;

use crate::hash::string_hash;
use crate::model::{Bytes, ModelError, Words};
use crate::tokenizer::{Characters, Class, Part};

/// How many words and how much text are kept before the lexicon starts afresh.
const MOST_LEXEMES: usize = 3000;
const MOST_TEXT: usize = 1 << 18;
/// The longest run of characters whose tokens are kept.
const LONGEST_CHUNK: usize = 48;

/// The number of a word type in a [`Lexicon`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) struct LexemeId(u32);

impl LexemeId {
    pub(crate) fn index(self) -> usize {
        self.0 as usize
    }
}

/// What a word type contributes to the embeddings, and its forms.
#[derive(Debug)]
pub(crate) struct Lexeme {
    pub(crate) text: Box<str>,
    pub(crate) lower: Box<str>,
    pub(crate) is_space: bool,
    /// The numbers of norm, first character, last three characters, and shape.
    pub(crate) features: [u64; 4],
}

/// Spelling variants and the numbers of words.
#[derive(Debug)]
pub(crate) struct Norms {
    symbols: Words,
    symbol_numbers: Vec<u16>,
    by_number: HashMap<u64, Box<str>>,
}

impl Norms {
    pub(crate) fn read(bytes: &mut Bytes<'_>) -> Result<Self, ModelError> {
        let symbols = Words::read(bytes)?;
        let symbol_numbers = (0..symbols.len())
            .map(|_| bytes.u16())
            .collect::<Result<_, _>>()?;
        let by_number = (0..bytes.count()?)
            .map(|_| Ok((bytes.u64()?, bytes.text()?.into())))
            .collect::<Result<_, ModelError>>()?;
        Ok(Self {
            symbols,
            symbol_numbers,
            by_number,
        })
    }

    /// The number of a string: that of a symbol for the few that are one, the hash of the others.
    fn number(&self, text: &str) -> u64 {
        if text.is_empty() {
            return 0;
        }
        let symbol = self
            .symbols
            .find(text)
            .and_then(|place| self.symbol_numbers.get(place));
        symbol.map_or_else(|| string_hash(text), |&number| number.into())
    }

    fn norm(&self, text: &str) -> Option<&str> {
        self.by_number.get(&self.number(text)).map(|norm| &**norm)
    }
}

/// The word types met lately, and the tokens of the runs of characters they came in. Nothing depends on what it holds
/// but speed; it is bounded by [`Lexicon::trim`].
#[derive(Debug, Default)]
pub(crate) struct Lexicon {
    lexemes: Vec<Lexeme>,
    plain: HashMap<Box<str>, LexemeId>,
    /// Words read as something else by a rule, keyed by the word, a zero and the norm.
    normed: HashMap<Box<str>, LexemeId>,
    chunks: HashMap<Box<str>, (u32, u32)>,
    parts: Vec<Part>,
    text: usize,
}

impl Lexicon {
    /// Starts afresh if it has grown too large, and says whether it did. Only between pieces of work: it invalidates
    /// every [`LexemeId`].
    pub(crate) fn trim(&mut self) -> bool {
        let full = self.lexemes.len() > MOST_LEXEMES || self.text > MOST_TEXT;
        if full {
            *self = Self::default();
        }
        full
    }

    pub(crate) fn lexemes(&self) -> &[Lexeme] {
        &self.lexemes
    }

    /// The tokens of a run of characters met before.
    pub(crate) fn chunk(&self, chunk: &str) -> Option<&[Part]> {
        let &(start, end) = self.chunks.get(chunk)?;
        self.parts.get(start as usize..end as usize)
    }

    pub(crate) fn remember(&mut self, chunk: &str, parts: &[Part]) {
        if chunk.len() <= LONGEST_CHUNK {
            let start = self.parts.len() as u32;
            self.parts.extend_from_slice(parts);
            self.chunks.insert(chunk.into(), (start, self.parts.len() as u32));
            self.text += chunk.len();
        }
    }

    /// The word type of a token, made if it is new.
    pub(crate) fn lexeme(
        &mut self,
        text: &str,
        norm: Option<&str>,
        norms: &Norms,
        characters: &Characters,
    ) -> LexemeId {
        let (map, key) = match norm {
            None => (&mut self.plain, text.into()),
            Some(norm) => (&mut self.normed, [text, "\0", norm].concat().into_boxed_str()),
        };
        *map.entry(key).or_insert_with(|| {
            let lower = lowercase(text);
            let norm = norm.or_else(|| norms.norm(text)).unwrap_or(&lower);
            let first = text.chars().next().map_or(0, char::len_utf8);
            let last = text.char_indices().rev().nth(2).map_or(0, |(at, _)| at);
            let features = [norm, &text[..first], &text[last..], &shape(text, characters)];
            self.text += text.len();
            self.lexemes.push(Lexeme {
                is_space: text.chars().all(|char| characters.is(char, Class::SPACE)),
                features: features.map(|feature| norms.number(feature)),
                text: text.into(),
                lower,
            });
            LexemeId(self.lexemes.len() as u32 - 1)
        })
    }
}

fn lowercase(text: &str) -> Box<str> {
    text.to_lowercase().into_boxed_str()
}

/// The shape of a word: letters as `x` or `X`, digits as `d`, anything else itself; runs cut at four.
fn shape(text: &str, characters: &Characters) -> String {
    if text.chars().nth(99).is_some() {
        return "LONG".to_owned();
    }
    let mut shape = String::with_capacity(text.len());
    let mut last = None;
    let mut run = 0;
    for char in text.chars() {
        let class = characters.class(char);
        let kind = match class {
            _ if class.is(Class::ALPHABETIC) => {
                if class.is(Class::UPPERCASE) {
                    'X'
                } else {
                    'x'
                }
            }
            _ if class.is(Class::DIGIT) => 'd',
            _ => char,
        };
        run = if last == Some(kind) { run + 1 } else { 0 };
        last = Some(kind);
        if run < 4 {
            shape.push(kind);
        }
    }
    shape
}
