//! From text to analysis, a piece at a time: every stage in turn.

use core::ops::Range;
use std::collections::HashMap;

use crate::document::{Document, Entity, Token};
use crate::lexicon::{Lexeme, LexemeId, Lexicon};
use crate::model::Model;
use crate::network::{Embedded, Scorer, Vectors};
use crate::parser::Parse;
use crate::ruler::{Findings, Seen};
use crate::tokenizer::{RawToken, Vocabulary};
use crate::tree::Tree;
use crate::{Pos, Span, Tag, entities};

/// Tokens after which a paragraph may be read in several pieces, at the end of a sentence; twice as many are the most
/// that are analysed together. No paragraph of ordinary prose is that long. It bounds the memory that a step takes.
const ENOUGH: usize = 512;

/// Room to work in. Nothing depends on what it holds but speed.
#[derive(Debug, Default)]
pub(crate) struct Workspace {
    lexicon: Lexicon,
    embedded: Embedded,
    entity_embedded: Embedded,
    tokens: Vec<RawToken>,
    vectors: Vectors,
    scorer: Scorer,
    tags: Vec<u8>,
    parse: Parse,
    tree: Tree,
    lemmas: Lemmas,
}

impl Workspace {
    /// Forgets what belonged to the document before.
    pub(crate) fn begin_document(&mut self) {
        self.lemmas.clear();
    }

    /// Analyses up to a good many tokens of a paragraph, appends them to the document, and returns where it stopped.
    pub(crate) fn read(
        &mut self,
        model: &Model,
        text: &str,
        range: Range<usize>,
        document: &mut Document,
    ) -> usize {
        if self.lexicon.trim() {
            self.embedded.clear();
            self.entity_embedded.clear();
            self.lemmas.by_lexeme.clear();
        }
        let mut tokens = core::mem::take(&mut self.tokens);
        tokens.clear();
        let mut words = Vocabulary {
            lexicon: &mut self.lexicon,
            norms: &model.norms,
        };
        let end = model
            .tokenizer
            .tokenize(text, range, &mut words, &mut tokens, ENOUGH);
        let lexemes = self.lexicon.lexemes();
        model.tok2vec.embed(lexemes, &mut self.embedded);
        model.entity_tok2vec.embed(lexemes, &mut self.entity_embedded);
        for tokens in tokens.chunks(2 * ENOUGH) {
            self.analyse(model, tokens, document);
        }
        // A word of very many characters may have taken much room, which is not kept.
        if tokens.capacity() <= 8 * ENOUGH {
            self.tokens = tokens;
        }
        end
    }

    /// Analyses tokens whose word types are embedded, and appends them to the document.
    fn analyse(&mut self, model: &Model, tokens: &[RawToken], document: &mut Document) {
        let lexemes = self.lexicon.lexemes();
        let lexeme = |token: usize| &lexemes[tokens[token].lexeme.index()];
        let is_space = |token: usize| lexeme(token).is_space;

        model.tok2vec.encode(tokens, &self.embedded, &mut self.vectors);
        self.tags.clear();
        model.tagger.tag(self.vectors.quantised(), &mut self.tags);
        model.parser.prepare(self.vectors.quantised(), &mut self.scorer);
        self.parse
            .run(tokens.len(), &model.moves, &model.parser, &mut self.scorer);
        self.tree.build(self.parse.arcs(), is_space);

        let tags = &self.tags;
        let tag = |token: usize| {
            tags.get(token)
                .and_then(|&tag| model.tags.get(usize::from(tag)))
                .copied()
        };
        let labels = &self.tree.labels;
        let seen = |token: usize| Seen {
            tag: tag(token).unwrap_or(Tag::Xx),
            dep: labels[token].dep,
            lower: &lexeme(token).lower,
            is_space: is_space(token),
        };
        let mut findings = Vec::new();
        model.ruler.apply(tokens.len(), seen, &mut findings);

        let first = document.tokens.len() as u32;
        for (place, (token, findings)) in tokens.iter().zip(&findings).enumerate() {
            let seen = seen(place);
            let pos = findings.pos.value.unwrap_or(Pos::X);
            let lexeme = (token.lexeme, lexeme(place));
            let lemma = self.lemmas.lemma(model, lexeme, pos, findings, document);
            document.tokens.push(Token {
                span: Span::new(token.start, token.end),
                head: first + self.tree.heads[place],
                dep: findings.dep.value.unwrap_or(seen.dep),
                tag: findings.tag.value.unwrap_or(seen.tag),
                pos,
                entity: None,
                lemma,
            });
        }
        self.end_sentences(first, document);
        self.find_entities(model, tokens, first, document);
    }

    fn end_sentences(&self, first: u32, document: &mut Document) {
        let mut start = first;
        for token in first + 1..=document.tokens.len() as u32 {
            let starts = self
                .tree
                .sentence_starts
                .get((token - first) as usize)
                .copied()
                .unwrap_or(true);
            if starts {
                document.sentences.push(start..token);
                start = token;
            }
        }
    }

    fn find_entities(&mut self, model: &Model, tokens: &[RawToken], first: u32, document: &mut Document) {
        let lexemes = self.lexicon.lexemes();
        model
            .entity_tok2vec
            .encode(tokens, &self.entity_embedded, &mut self.vectors);
        model.entities.prepare(self.vectors.quantised(), &mut self.scorer);
        entities::find(
            tokens.len(),
            &model.entity_moves,
            &model.entities,
            &mut self.scorer,
            |token| lexemes[tokens[token].lexeme.index()].is_space,
            &self.tree.sentence_starts,
            |start, end, kind| {
                let tokens = first + start..first + end;
                for token in document
                    .tokens
                    .iter_mut()
                    .skip(tokens.start as usize)
                    .take(tokens.len())
                {
                    token.entity = Some(kind);
                }
                document.entities.push(Entity { tokens, kind });
            },
        );
    }
}

/// The lemmas of a document so far: by word type, part of speech and being a base form; and by text.
#[derive(Debug, Default)]
struct Lemmas {
    by_lexeme: HashMap<(LexemeId, Pos, bool), u32>,
    by_text: HashMap<Box<str>, u32>,
}

impl Lemmas {
    fn clear(&mut self) {
        self.by_lexeme.clear();
        self.by_text.clear();
    }

    /// The number of a token's lemma in the document.
    fn lemma(
        &mut self,
        model: &Model,
        (id, lexeme): (LexemeId, &Lexeme),
        pos: Pos,
        findings: &Findings<'_>,
        document: &mut Document,
    ) -> u32 {
        let morphology = findings.morphology.value.unwrap_or_default();
        if let Some(lemma) = findings.lemma.value {
            return number(&mut self.by_text, lemma, document);
        }
        *self
            .by_lexeme
            .entry((id, pos, morphology.is_base_form(pos)))
            .or_insert_with(|| {
                let characters = model.tokenizer.characters();
                let lemma = model
                    .lemmatizer
                    .lemma(&lexeme.text, &lexeme.lower, pos, morphology, characters);
                number(&mut self.by_text, &lemma, document)
            })
    }
}

/// The number of a lemma in the document, added if it is new.
fn number(lemmas: &mut HashMap<Box<str>, u32>, lemma: &str, document: &mut Document) -> u32 {
    if let Some(&number) = lemmas.get(lemma) {
        return number;
    }
    let number = document.add_lemma(lemma);
    lemmas.insert(lemma.into(), number);
    number
}
