//! An article made ready for finding mentions: what each token stands in, and what depends on it.

use core::ops::Range;
use std::collections::{HashMap, HashSet};

use english::{Dep, Document, EntityKind, Pos, Tag};

use super::nouns::Gender;
use crate::Span;
use crate::lexicon::{self, Lexicon, Takes};
use crate::quotes::Quotes;

/// Tokens looked at on either side of a word, so that no text makes the search more than linear.
pub(super) const REACH: u32 = 40;

/// A document with its sentences, paragraphs and quotations by token.
pub(super) struct Text<'a> {
    pub(super) document: &'a Document,
    pub(super) quotes: &'a Quotes,
    sentence: Vec<u32>,
    paragraph: Vec<u32>,
    quote: Vec<Option<u32>>,
    /// Last words of what the parser takes for people's names of more than one word.
    surnames: HashSet<&'a str>,
    /// What "Mr." and "Ms." tell of those who bear a surname; unknown where the article has both.
    addressed: HashMap<&'a str, Gender>,
    /// All dependents, those of one head together, and where each head's begin.
    children: Vec<u32>,
    first_child: Vec<u32>,
    /// The subject of each token that has one; its own number for the others.
    subjects: Vec<u32>,
    /// The subjects of verbs of saying, in order.
    tellers: Vec<u32>,
}

impl<'a> Text<'a> {
    pub(super) fn of(document: &'a Document, quotes: &'a Quotes) -> Self {
        let count = document.tokens().len();
        let number = |ranges: &[Range<u32>]| {
            let mut of = vec![0; count];
            for (at, range) in ranges.iter().enumerate() {
                for place in of.iter_mut().take(range.end as usize).skip(range.start as usize) {
                    *place = at as u32;
                }
            }
            of
        };
        let mut first_child = vec![0_u32; count + 1];
        let arcs = || {
            document
                .tokens()
                .iter()
                .enumerate()
                .map(|(at, token)| (at as u32, token.head))
                .filter(|&(at, head)| at != head && (head as usize) < count)
        };
        for (_, head) in arcs() {
            first_child[head as usize + 1] += 1;
        }
        for at in 0..count {
            first_child[at + 1] += first_child[at];
        }
        let mut next = first_child.clone();
        let mut children = vec![0; *first_child.last().unwrap_or(&0) as usize];
        for (at, head) in arcs() {
            children[next[head as usize] as usize] = at;
            next[head as usize] += 1;
        }
        Self {
            document,
            quotes,
            sentence: number(document.sentences()),
            paragraph: number(document.paragraphs()),
            quote: quotes_of(document, quotes),
            surnames: surnames(document),
            addressed: addressed(document),
            children,
            first_child,
            subjects: subjects(document),
            tellers: tellers(document),
        }
    }

    pub(super) fn word(&self, at: u32) -> &'a str {
        self.document.word(at)
    }

    pub(super) fn lower(&self, at: u32) -> String {
        self.word(at).to_lowercase()
    }

    pub(super) fn dep(&self, at: u32) -> Option<Dep> {
        self.document.token(at).map(|token| token.dep)
    }

    pub(super) fn pos(&self, at: u32) -> Option<Pos> {
        self.document.token(at).map(|token| token.pos)
    }

    pub(super) fn tag(&self, at: u32) -> Option<Tag> {
        self.document.token(at).map(|token| token.tag)
    }

    pub(super) fn head(&self, at: u32) -> u32 {
        self.document.token(at).map_or(at, |token| token.head)
    }

    pub(super) fn children(&self, at: u32) -> &[u32] {
        let place = |at: usize| self.first_child.get(at).copied().unwrap_or_default() as usize;
        self.children
            .get(place(at as usize)..place(at as usize + 1))
            .unwrap_or_default()
    }

    pub(super) fn child(&self, at: u32, dep: Dep) -> Option<u32> {
        self.children(at)
            .iter()
            .copied()
            .find(|&child| self.dep(child) == Some(dep))
    }

    pub(super) fn sentence(&self, at: u32) -> u32 {
        self.sentence.get(at as usize).copied().unwrap_or_default()
    }

    pub(super) fn paragraph(&self, at: u32) -> u32 {
        self.paragraph.get(at as usize).copied().unwrap_or_default()
    }

    /// Whether the token is the subject of a verb of saying.
    pub(super) fn tells(&self, at: u32) -> bool {
        self.tellers.binary_search(&at).is_ok()
    }

    /// Whether the token is a verb of saying by its form.
    pub(super) fn is_telling(&self, at: u32) -> bool {
        is_telling(&self.lower(at))
    }

    /// The innermost quotation that the token stands in, short ones not counted.
    pub(super) fn quote(&self, at: u32) -> Option<u32> {
        self.quote.get(at as usize).copied().flatten()
    }

    /// The quotation that is in no other around a quotation.
    pub(super) fn outermost(&self, quote: Option<u32>) -> Option<u32> {
        let mut quote = quote?;
        while let Some(parent) = self.quotes.all.get(quote as usize).and_then(|quote| quote.parent) {
            quote = parent;
        }
        Some(quote)
    }

    /// How many quotations stand around a quotation.
    pub(super) fn depth(&self, quote: Option<u32>) -> usize {
        let mut depth = 0;
        let mut next = quote;
        while let Some(quote) = next.and_then(|at| self.quotes.all.get(at as usize))
            && depth < 4
        {
            depth += 1;
            next = quote.parent;
        }
        depth
    }

    pub(super) fn span(&self, tokens: &Range<u32>) -> Span {
        self.document.span_of(tokens.clone())
    }

    pub(super) fn slice(&self, tokens: &Range<u32>) -> &'a str {
        self.span(tokens).of(self.document.text())
    }

    pub(super) fn starts_with_capital(&self, at: u32) -> bool {
        self.word(at).starts_with(char::is_uppercase)
    }

    /// Whether the word is the surname of somebody whom the article names in full.
    pub(super) fn is_surname(&self, at: u32) -> bool {
        self.surnames.contains(self.word(at))
    }

    /// What the article's "Mr." or "Ms." before the surname tells.
    pub(super) fn gender_of_surname(&self, surname: &str) -> Gender {
        self.addressed.get(surname).copied().unwrap_or_default()
    }

    /// The tokens of a stretch of bytes.
    pub(super) fn tokens_of(&self, span: Span) -> Range<u32> {
        self.document.indices_in(span)
    }

    /// The token of a stretch that the others depend on: the first whose head is outside.
    pub(super) fn root_of(&self, tokens: &Range<u32>) -> Option<u32> {
        tokens
            .clone()
            .filter(|&at| !matches!(self.pos(at), Some(Pos::Punct | Pos::Space)))
            .find(|&at| self.head(at) == at || !tokens.contains(&self.head(at)))
    }

    /// The verb of the clause that a token stands in.
    pub(super) fn clause(&self, at: u32) -> u32 {
        let mut at = at;
        for _ in 0..REACH {
            let head = self.head(at);
            if head == at {
                break;
            }
            at = head;
            if matches!(self.pos(at), Some(Pos::Verb | Pos::Aux)) {
                break;
            }
        }
        at
    }

    /// The subject of a clause, by its verb; that of the verb it shares its subject with where it has none.
    pub(super) fn subject(&self, verb: u32) -> Option<u32> {
        let mut verb = verb;
        for _ in 0..4 {
            let own = self.subjects.get(verb as usize).copied();
            if own.is_some_and(|own| own != verb) {
                return own;
            }
            if !matches!(self.dep(verb), Some(Dep::Conj | Dep::Xcomp | Dep::Advcl)) {
                return None;
            }
            verb = self.head(verb);
        }
        None
    }

    /// A paragraph in title case, whose capitals tell nothing about names: every noun, verb and adjective has one.
    pub(super) fn is_headline(&self, tokens: &Range<u32>) -> bool {
        if tokens.len() > 40 {
            return false;
        }
        let mut capitals = 0;
        let mut last = "";
        for at in tokens.clone() {
            let word = self.word(at);
            if !word.trim().is_empty() {
                last = word;
            }
            if !word.starts_with(char::is_alphabetic) {
                continue;
            }
            if word.starts_with(char::is_lowercase) && self.pos(at) == Some(Pos::Verb) {
                return false;
            }
            if word.len() < 4 {
                continue;
            }
            if word.starts_with(char::is_uppercase) {
                capitals += 1;
            } else if matches!(self.pos(at), Some(Pos::Noun | Pos::Verb | Pos::Adj)) {
                return false;
            }
        }
        capitals >= 4 && !matches!(last, "”" | "\"" | ":")
    }
}

fn subjects(document: &Document) -> Vec<u32> {
    let mut subjects: Vec<u32> = (0..document.tokens().len() as u32).collect();
    for (at, token) in document.tokens().iter().enumerate().rev() {
        if matches!(token.dep, Dep::Nsubj | Dep::Nsubjpass)
            && let Some(own) = subjects.get_mut(token.head as usize)
        {
            *own = at as u32;
        }
    }
    subjects
}

fn is_telling(lower: &str) -> bool {
    Lexicon::get()
        .starting_with(lower)
        .iter()
        .any(|(cue, _)| cue.pos == lexicon::Pos::Verb && cue.takes.has(Takes::QUOTE))
}

fn tellers(document: &Document) -> Vec<u32> {
    let says = |at: u32| is_telling(&document.word(at).to_lowercase());
    document
        .tokens()
        .iter()
        .enumerate()
        .filter(|(_, token)| token.dep == Dep::Nsubj && says(token.head))
        .map(|(at, _)| at as u32)
        .collect()
}

fn surnames(document: &Document) -> HashSet<&str> {
    document
        .entities()
        .iter()
        .filter(|entity| entity.kind == EntityKind::Person && entity.tokens.len() > 1)
        .map(|entity| document.word(entity.tokens.end - 1))
        .filter(|word| word.starts_with(char::is_uppercase))
        .collect()
}

fn addressed(document: &Document) -> HashMap<&str, Gender> {
    let mut addressed: HashMap<&str, Gender> = HashMap::new();
    for at in 1..document.tokens().len() as u32 {
        let gender = match document.word(at - 1) {
            "Mr." | "Mr" => Gender::Man,
            "Ms." | "Ms" | "Mrs." | "Mrs" | "Miss" => Gender::Woman,
            _ => continue,
        };
        addressed
            .entry(document.word(at))
            .and_modify(|known| {
                if *known != gender {
                    *known = Gender::Unknown;
                }
            })
            .or_insert(gender);
    }
    addressed
}

fn quotes_of(document: &Document, quotes: &Quotes) -> Vec<Option<u32>> {
    let mut of = Vec::with_capacity(document.tokens().len());
    let mut open: Vec<u32> = Vec::new();
    let mut next = 0;
    for token in document.tokens() {
        open.retain(|&at| quotes.all[at as usize].span.end > token.span.start);
        while let Some(quote) = quotes.all.get(next)
            && quote.open.start <= token.span.start
        {
            open.push(next as u32);
            next += 1;
        }
        of.push(
            open.iter()
                .rev()
                .copied()
                .find(|&at| !quotes.all[at as usize].short),
        );
    }
    of
}
