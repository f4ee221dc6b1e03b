//! A paragraph made ready for plain extraction: tagged words, sentences, and searches over them.

use core::ops::Range;

use english::{Document, Pos};

use crate::Span;
use crate::quotes::{Quote, Quotes};
use crate::words::{Class, Word, classify, is_verb_like};

/// One paragraph; indices are of its own words.
pub(crate) struct Paragraph<'a> {
    pub(crate) words: Vec<Word<'a>>,
    pub(crate) sentences: Vec<Range<usize>>,
    pub(crate) quotes: &'a Quotes,
}

impl<'a> Paragraph<'a> {
    /// Tags the paragraph `range` (of tokens). `sentence` and `quote` are how many sentences and quotations start
    /// before it; both move on, so that reading all paragraphs in order is linear.
    pub(crate) fn read(
        document: &'a Document,
        range: Range<u32>,
        quotes: &'a Quotes,
        sentence: &mut usize,
        quote: &mut usize,
    ) -> Self {
        let first = range.start;
        let mut words = Vec::with_capacity(range.len());
        let mut inside: Vec<u32> = Vec::new();
        for token in &document.tokens()[range.start as usize..range.end as usize] {
            let text = token.span.of(document.text());
            if text.trim().is_empty() {
                continue;
            }
            inside.retain(|&open| quotes.all[open as usize].span.end > token.span.start);
            let mut class = None;
            while let Some(next) = quotes.all.get(*quote)
                && next.open.start <= token.span.start
            {
                if next.open == token.span {
                    class = Some(Class::OpenQuote);
                }
                inside.push(*quote as u32);
                *quote += 1;
            }
            if inside
                .iter()
                .any(|&open| quotes.all[open as usize].close == Some(token.span))
            {
                class = Some(Class::CloseQuote);
            }
            let lower = text.to_lowercase();
            let opens = words.last().is_none_or(|before: &Word<'_>| {
                matches!(
                    before.class,
                    Class::Stop | Class::Colon | Class::OpenQuote | Class::Dash
                )
            });
            let class = class.unwrap_or_else(|| match classify(text, &lower) {
                // The first word of a sentence has a capital without being a name.
                Class::Capital
                    if opens && token.entity.is_none() && !matches!(token.pos, Pos::Propn | Pos::Adj) =>
                {
                    Class::Word
                }
                // "charges", "reports" and "claims" are nouns as often as verbs.
                Class::Verb if matches!(token.pos, Pos::Noun | Pos::Propn | Pos::Adj) => Class::Word,
                class => class,
            });
            words.push(Word {
                text,
                class,
                pos: token.pos,
                lower,
                span: token.span,
                quote: inside
                    .iter()
                    .rev()
                    .copied()
                    .find(|&open| !quotes.all[open as usize].short),
            });
        }
        let mut sentences = Vec::new();
        let mut from = 0;
        while let Some(next) = document.sentences().get(*sentence)
            && next.start < range.end
        {
            let end = document.tokens()[(next.end.max(first + 1) - 1) as usize].span.end;
            let to = from
                + words[from..]
                    .iter()
                    .take_while(|word| word.span.end <= end)
                    .count();
            if to > from {
                sentences.push(from..to);
            }
            from = to;
            *sentence += 1;
        }
        let mut paragraph = Self {
            words,
            sentences,
            quotes,
        };
        paragraph.settle_classes();
        paragraph
    }

    /// Corrects classes by what stands beside a word.
    fn settle_classes(&mut self) {
        for at in 0..self.words.len() {
            let before = at.checked_sub(1).map(|i| self.words[i].class);
            let word = &self.words[at];
            // After a determiner or possessive a verb's form is a noun or adjective: "the reports".
            if word.class == Class::Verb
                && matches!(
                    before,
                    Some(Class::Determiner | Class::Possessive | Class::Number | Class::Hyphen)
                )
                && !matches!(
                    self.words[at - 1].lower.as_str(),
                    "this"
                        | "these"
                        | "those"
                        | "all"
                        | "both"
                        | "many"
                        | "some"
                        | "most"
                        | "few"
                        | "several"
                        | "other"
                        | "more"
                )
            {
                self.words[at].class = Class::Word;
            } else if matches!(word.lower.as_str(), "'" | "’")
                && at > 0
                && self.words[at - 1].lower.ends_with('s')
                && word.class == Class::OtherMark
            {
                self.words[at].class = Class::Possessive;
            } else if word.lower == "her" && before == Some(Class::Verb) {
                self.words[at].class = Class::ObjectPronoun;
            }
        }
    }

    pub(crate) fn class(&self, at: usize) -> Option<Class> {
        self.words.get(at).map(|word| word.class)
    }

    pub(crate) fn lower(&self, at: usize) -> &str {
        self.words.get(at).map_or("", |word| word.lower.as_str())
    }

    pub(crate) fn quote(&self, at: usize) -> Option<&Quote> {
        self.words
            .get(at)?
            .quote
            .and_then(|index| self.quotes.all.get(index as usize))
    }

    /// The bytes from the first word of `range` to its last.
    pub(crate) fn span(&self, range: &Range<usize>) -> Option<Span> {
        let words = self.words.get(range.clone())?;
        Some(words.first()?.span.cover(words.last()?.span))
    }

    /// The words of `range` with single spaces, where they stand apart.
    pub(crate) fn joined(&self, range: &Range<usize>) -> String {
        let mut out = String::new();
        let mut end = None;
        for word in self.words.get(range.clone()).unwrap_or_default() {
            if end.is_some_and(|end| end < word.span.start) {
                out.push(' ');
            }
            if !matches!(word.class, Class::OpenQuote | Class::CloseQuote) {
                out.push_str(word.text);
            }
            end = Some(word.span.end);
        }
        out
    }

    /// The stretch of a sentence that is on the same level of quotation as `at`.
    pub(crate) fn level(&self, sentence: &Range<usize>, at: usize) -> Range<usize> {
        let quote = self.words[at].quote;
        match quote.and_then(|index| self.quotes.all.get(index as usize)) {
            None => sentence.clone(),
            Some(quote) => {
                let inner = |i: &usize| {
                    let span = self.words[*i].span;
                    span.start >= quote.open.end
                        && quote.close.is_none_or(|close| span.end <= close.start)
                        && span.end <= quote.span.end
                };
                let from = sentence.clone().find(inner).unwrap_or(at);
                let to = sentence.clone().rev().find(inner).map_or(at + 1, |i| i + 1);
                from.min(at)..to.max(at + 1)
            }
        }
    }

    /// Whether the word stands on the level of quotation `quote`, and is no mark of a longer quotation.
    pub(crate) fn on_level(&self, at: usize, quote: Option<u32>) -> bool {
        self.words.get(at).is_some_and(|word| word.quote == quote)
    }

    /// A mark of a short quotation, which is looked through.
    fn is_transparent(&self, at: usize, quote: Option<u32>) -> bool {
        matches!(self.class(at), Some(Class::OpenQuote | Class::CloseQuote)) && self.on_level(at, quote)
    }

    /// The noun phrase that ends before `end`, not before `low`.
    pub(crate) fn phrase_before(&self, end: usize, low: usize) -> Option<Range<usize>> {
        let quote = self.words.get(end)?.quote;
        let mut at = end;
        while at > low {
            let i = at - 1;
            let before = i.checked_sub(1).filter(|&b| b >= low).and_then(|b| self.class(b));
            if !self.on_level(i, quote) {
                break;
            }
            let keep = match self.words[i].class {
                Class::Word => {
                    !is_verb_like(&self.words[i])
                        || matches!(before, Some(Class::Determiner | Class::Possessive))
                }
                Class::Capital | Class::Number | Class::Possessive | Class::Hyphen | Class::Determiner => {
                    true
                }
                Class::Preposition => {
                    at < end
                        && before.is_some_and(Class::is_nominal)
                        && matches!(self.lower(i), "of" | "for" | "in" | "at" | "from" | "with" | "on")
                }
                Class::Conjunction => {
                    at < end
                        && matches!(self.lower(i), "and" | "or" | "&")
                        && before == Some(Class::Capital)
                        && matches!(self.class(at), Some(Class::Capital | Class::Determiner))
                }
                Class::OpenQuote | Class::CloseQuote => self.is_transparent(i, quote) && at < end,
                Class::Pronoun if at == end => return Some(i..end),
                Class::Subordinator if at == end && self.lower(i) == "who" => return Some(i..end),
                _ => false,
            };
            if !keep {
                break;
            }
            at = i;
            if self.words[i].class == Class::Determiner
                && !matches!(before, Some(Class::Determiner | Class::Preposition))
            {
                break;
            }
        }
        while at < end
            && matches!(
                self.words[at].class,
                Class::Preposition
                    | Class::Conjunction
                    | Class::Possessive
                    | Class::Hyphen
                    | Class::CloseQuote
            )
        {
            at += 1;
        }
        self.is_phrase(at..end).then_some(at..end)
    }

    /// The noun phrase that starts at `start`, not past `high`.
    pub(crate) fn phrase_after(&self, start: usize, high: usize) -> Option<Range<usize>> {
        let quote = self.words.get(start)?.quote;
        if matches!(self.words[start].class, Class::Pronoun | Class::ObjectPronoun) {
            return Some(start..start + 1);
        }
        let mut at = start;
        while at < high && self.on_level(at, quote) {
            let first = at == start;
            let next = self.class(at + 1).filter(|_| at + 1 < high);
            let keep = match self.words[at].class {
                Class::Word => {
                    !is_verb_like(&self.words[at])
                        || self.class(at.wrapping_sub(1)) == Some(Class::Determiner)
                }
                Class::Capital | Class::Number | Class::Possessive | Class::Hyphen => true,
                Class::Determiner => {
                    first
                        || matches!(
                            self.class(at - 1),
                            Some(Class::Preposition | Class::Determiner | Class::Conjunction)
                        )
                }
                Class::Preposition => {
                    !first
                        && matches!(self.lower(at), "of" | "for" | "in" | "at" | "from")
                        && matches!(next, Some(Class::Word | Class::Capital | Class::Determiner))
                }
                Class::Conjunction => {
                    !first
                        && matches!(self.lower(at), "and" | "&")
                        && matches!(next, Some(Class::Capital))
                        && self.class(at - 1) == Some(Class::Capital)
                }
                _ => false,
            };
            if !keep {
                break;
            }
            at += 1;
        }
        while at > start
            && matches!(
                self.words[at - 1].class,
                Class::Preposition | Class::Conjunction | Class::Hyphen | Class::Determiner
            )
            && at - start > 1
        {
            at -= 1;
        }
        self.is_phrase(start..at).then_some(start..at)
    }

    fn is_phrase(&self, range: Range<usize>) -> bool {
        let mut nominal = false;
        for word in self.words.get(range).unwrap_or_default() {
            nominal |= match word.class {
                Class::Capital | Class::Word => !crate::words::is_time(&word.lower),
                Class::Determiner => matches!(
                    word.lower.as_str(),
                    "some" | "many" | "others" | "both" | "several" | "most" | "all"
                ),
                _ => false,
            };
        }
        nominal
    }

    /// Whether a clause with a subject and a verb starts at `start`.
    pub(crate) fn is_clause(&self, start: usize, high: usize) -> bool {
        let quote = self.words.get(start).and_then(|word| word.quote);
        match self.class(start) {
            Some(Class::Pronoun) => return true,
            Some(Class::Determiner | Class::Capital | Class::Word | Class::Number | Class::OpenQuote) => {}
            Some(Class::Subordinator) => {
                return matches!(
                    self.lower(start),
                    "if" | "when" | "while" | "although" | "since" | "because"
                );
            }
            _ => return false,
        }
        for at in start + 1..high.min(start + 14) {
            if !self.on_level(at, quote) {
                continue;
            }
            match self.words[at].class {
                // "the denial of the leak and had said": the verb is the reporter's.
                Class::Conjunction if matches!(self.class(at + 1), Some(Class::Auxiliary | Class::Verb)) => {
                    return false;
                }
                Class::Auxiliary | Class::Verb => return true,
                Class::Word if is_verb_like(&self.words[at]) => return true,
                Class::Subordinator | Class::Semicolon | Class::Colon | Class::Stop | Class::Comma => {
                    return false;
                }
                _ => {}
            }
        }
        false
    }
}
