use std::collections::{HashMap, HashSet};

use super::{RawToken, Tokenizer, Vocabulary, text_of};

/// Words with a rule of their own that the affix rules would take apart (":)"), as the sequences of tokens that they
/// are taken apart into. Where such a sequence is met, it is put together again and the word's own rule is applied.
#[derive(Debug, Default)]
pub(super) struct Phrases {
    by_first: HashMap<Box<str>, Vec<Vec<Box<str>>>>,
}

impl Phrases {
    pub(super) fn of(tokenizer: &Tokenizer) -> Self {
        let mut phrases = Self::default();
        for number in 0..tokenizer.special.len() {
            let Ok(word) = core::str::from_utf8(tokenizer.special.get(number)) else {
                continue;
            };
            let affixes = &tokenizer.affixes;
            if affixes.prefix(word) == 0
                && affixes.suffix(word) == 0
                && affixes.infixes(word).is_empty()
                && !word.contains(' ')
            {
                continue;
            }
            let mut parts: Vec<Box<str>> = Vec::new();
            tokenizer.split(word, false, &mut |part, _| parts.push(part.into()));
            if let Some(first) = parts.first() {
                phrases.by_first.entry(first.clone()).or_default().push(parts);
            }
        }
        phrases
    }

    /// Applies the rules to the tokens from `first` on.
    pub(super) fn apply(
        &self,
        tokenizer: &Tokenizer,
        text: &str,
        words: &mut Vocabulary<'_>,
        tokens: &mut Vec<RawToken>,
        first: usize,
    ) {
        let spans = self.spans(text, tokens, first);
        if spans.is_empty() {
            return;
        }
        let old = tokens.split_off(first);
        let mut done = first;
        let copy = |tokens: &mut Vec<RawToken>, range: core::ops::Range<usize>| {
            tokens.extend(
                old.get(range.start - first..range.end - first)
                    .into_iter()
                    .flatten(),
            );
        };
        for (start, end) in spans {
            copy(tokens, done..start);
            done = end;
            let (Some(head), Some(last)) = (old.get(start - first), old.get(end - 1 - first)) else {
                continue;
            };
            let word = text
                .get(head.start as usize..last.end as usize)
                .unwrap_or_default();
            let Some(rule) = tokenizer.rule(word) else {
                copy(tokens, start..end);
                continue;
            };
            let mut at = head.start;
            tokenizer.apply(rule, word, &mut |part, norm| {
                let lexeme = words
                    .lexicon
                    .lexeme(part, norm, words.norms, tokenizer.characters());
                let end = at + part.len() as u32;
                tokens.push(RawToken {
                    start: at,
                    end,
                    lexeme,
                    spaced: false,
                });
                at = end;
            });
            if let Some(token) = tokens.last_mut() {
                token.spaced = last.spaced;
            }
        }
        copy(tokens, done..first + old.len());
    }

    /// The sequences met, as ranges of token indices: longer ones first where they overlap, in order.
    fn spans(&self, text: &str, tokens: &[RawToken], first: usize) -> Vec<(usize, usize)> {
        let mut met = Vec::new();
        for (at, token) in tokens.iter().enumerate().skip(first) {
            for phrase in self.by_first.get(text_of(text, token)).into_iter().flatten() {
                let rest = tokens.get(at..at + phrase.len()).unwrap_or_default();
                if !rest.is_empty()
                    && rest
                        .iter()
                        .zip(phrase)
                        .all(|(token, part)| text_of(text, token) == &**part)
                {
                    met.push((at, at + phrase.len()));
                }
            }
        }
        met.sort_by_key(|&(start, end)| (core::cmp::Reverse(end - start), start));
        let mut seen = HashSet::new();
        met.retain(|&(start, end)| {
            let free = !seen.contains(&start) && !seen.contains(&(end - 1));
            seen.extend(start..end);
            free
        });
        met.sort_unstable();
        met
    }
}
