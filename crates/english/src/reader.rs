use core::ops::Range;
use std::collections::HashMap;
use std::sync::Mutex;

use crate::document::{Document, Entity, Token};
use crate::lexicon::{Lexeme, LexemeId, Lexicon};
use crate::model::{Model, ModelError};
use crate::network::{Embedded, Scorer, Vectors};
use crate::parser::Parse;
use crate::ruler::{Findings, Seen};
use crate::tokenizer::{Class, RawToken, Vocabulary};
use crate::tree::Tree;
use crate::{Pos, Span, Tag, entities};

/// Tokens after which a paragraph may be read in several pieces, at the end of a sentence; twice as many are the most
/// that are analysed together. No paragraph of ordinary prose is that long. It bounds the memory that a step takes.
const ENOUGH: usize = 512;

/// Reads English: text to [`Document`].
///
/// Loaded once from a model file and then used for any number of texts, from any number of threads. What it makes of
/// a text depends on nothing but the text and the model.
#[derive(Debug)]
pub struct English {
    model: Model,
    /// Room to work in, kept from text to text because the words met before need not be looked up again.
    workspaces: Mutex<Vec<Workspace>>,
}

impl English {
    /// Loads a model from the bytes of its file (`static/english.model`).
    ///
    /// # Errors
    /// If the bytes are not a whole, undamaged model of this version.
    pub fn load(model: &[u8]) -> Result<Self, ModelError> {
        Ok(Self {
            model: Model::read(model)?,
            workspaces: Mutex::default(),
        })
    }

    /// Analyses a text at once. Of texts over 4 GiB, the first 4 GiB are read.
    #[must_use]
    pub fn read(&self, text: &str) -> Document {
        self.reader(text).finish()
    }

    /// Begins to analyse a text, to be gone on with step by step.
    #[must_use]
    pub fn reader(&self, text: &str) -> Reader<'_> {
        let kept = text.floor_char_boundary(u32::MAX as usize);
        let mut workspace = self
            .workspaces
            .lock()
            .ok()
            .and_then(|mut workspaces| workspaces.pop())
            .unwrap_or_default();
        workspace.lemmas.clear();
        let document = Document {
            text: text[..kept].to_owned(),
            ..Document::default()
        };
        Reader {
            english: self,
            workspace,
            document,
            read: 0,
            line: 0..0,
            paragraph: 0,
        }
    }
}

/// A text being analysed, some sentences at a time, so that whoever waits can be told how far it is, or give up.
#[derive(Debug)]
pub struct Reader<'e> {
    english: &'e English,
    workspace: Workspace,
    document: Document,
    /// Bytes of the text read so far.
    read: usize,
    /// The line being read, without its end; empty before the first line and after one of white space.
    line: Range<usize>,
    /// First token of the paragraph being read.
    paragraph: u32,
}

impl Reader<'_> {
    /// Analyses the next paragraph, or the next part of a very long one. False once there is nothing left to read.
    pub fn step(&mut self) -> bool {
        let text = core::mem::take(&mut self.document.text);
        let unread = self.step_in(&text);
        self.document.text = text;
        unread
    }

    fn step_in(&mut self, text: &str) -> bool {
        while self.read < text.len() {
            if self.read < self.line.end {
                let line = self.line.clone();
                self.read = self.piece(text, self.read..line.end);
                if self.read >= line.end {
                    self.end_paragraph();
                }
                return true;
            }
            self.begin_line(text);
        }
        false
    }

    /// Goes on to the next line. A line of white space is passed over.
    fn begin_line(&mut self, text: &str) {
        if self.line.end > self.line.start {
            // Past the end of the line before.
            let rest = &text[self.read..];
            self.read += if rest.starts_with("\r\n") {
                2
            } else {
                usize::from(!rest.is_empty())
            };
        }
        let rest = &text[self.read..];
        let line = rest.split_once('\n').map_or(rest, |(line, _)| line);
        let content = line.strip_suffix('\r').unwrap_or(line);
        let characters = self.english.model.tokenizer.characters();
        if content.chars().all(|char| characters.is(char, Class::SPACE)) {
            self.read = (self.read + line.len() + 1).min(text.len());
            self.line = self.read..self.read;
        } else {
            self.line = self.read..self.read + content.len();
        }
    }

    fn end_paragraph(&mut self) {
        let end = self.document.tokens.len() as u32;
        if end > self.paragraph {
            self.document.paragraphs.push(self.paragraph..end);
            self.paragraph = end;
        }
    }

    /// Bytes of the text that have been read.
    #[must_use]
    pub fn bytes_read(&self) -> usize {
        self.read
    }

    /// Reads what is left and gives the whole analysis.
    #[must_use]
    pub fn finish(mut self) -> Document {
        while self.step() {}
        core::mem::take(&mut self.document)
    }

    /// Analyses up to a good many tokens of a paragraph; returns where it stopped.
    fn piece(&mut self, text: &str, range: Range<usize>) -> usize {
        let Self {
            english: English { model, .. },
            workspace,
            document,
            ..
        } = self;
        if workspace.lexicon.trim() {
            workspace.embedded.clear();
            workspace.entity_embedded.clear();
            workspace.lemmas.by_lexeme.clear();
        }
        let mut tokens = core::mem::take(&mut workspace.tokens);
        tokens.clear();
        let mut words = Vocabulary {
            lexicon: &mut workspace.lexicon,
            norms: &model.norms,
        };
        let end = model
            .tokenizer
            .tokenize(text, range, &mut words, &mut tokens, ENOUGH);
        let lexemes = workspace.lexicon.lexemes();
        model.tok2vec.embed(lexemes, &mut workspace.embedded);
        model
            .entity_tok2vec
            .embed(lexemes, &mut workspace.entity_embedded);
        for tokens in tokens.chunks(2 * ENOUGH) {
            workspace.analyse(model, tokens, document);
        }
        // A word of very many characters may have taken much room, which is not kept.
        if tokens.capacity() <= 8 * ENOUGH {
            workspace.tokens = tokens;
        }
        end
    }
}

impl Drop for Reader<'_> {
    fn drop(&mut self) {
        if let Ok(mut workspaces) = self.english.workspaces.lock() {
            workspaces.push(core::mem::take(&mut self.workspace));
        }
    }
}

/// Room to work in. Nothing depends on what it holds but speed.
#[derive(Debug, Default)]
struct Workspace {
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
