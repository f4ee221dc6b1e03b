use english::{Document, English, Reader as TextReader};

use crate::extract::{Draft, Reader, Voice, find_owners, nest};
use crate::quotes::{self, Quotes};
use crate::speakers::Resolver;
use crate::statements::Statements;
use crate::{Analysis, Article, ArticleId, Notice, Statement, StatementId, issues};

/// Bytes read in one step, about.
const STEP: usize = 4096;

/// What articles are read with, loaded by the caller.
#[derive(Debug, Clone, Copy)]
pub struct Models<'e> {
    /// For their language.
    pub english: &'e English,
    /// For their statements.
    pub statements: &'e Statements,
}

/// How far an analysis has come.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Progress {
    /// There is more to do.
    Working {
        /// Bytes of text that are read.
        done: usize,
        /// Bytes of text in all.
        total: usize,
    },
    /// Everything is read.
    Done(Box<Analysis>),
}

/// An article under way: first its language is read, then its statements.
#[allow(clippy::large_enum_variant, reason = "an analyzer has one of these at a time")]
enum Open<'e> {
    Language(TextReader<'e>),
    Statements {
        document: Document,
        quotes: Quotes,
        reader: Reader,
    },
}

/// An analysis that is done in small steps, so that whoever runs it can show how far it is and stop it between two.
///
/// The same articles give the same analysis, however the steps are spread. Work is linear in the length of the text;
/// no text makes it panic.
pub struct Analyzer<'e> {
    models: Models<'e>,
    articles: Vec<Article>,
    notices: Vec<(ArticleId, Notice)>,
    open: Option<Open<'e>>,
    /// The statements of each article read.
    read: Vec<Vec<Draft>>,
    resolver: Resolver,
    before: usize,
    total: usize,
}

impl<'e> Analyzer<'e> {
    /// Starts the analysis of some articles; nothing is read yet.
    #[must_use]
    pub fn new(models: Models<'e>, articles: Vec<Article>) -> Self {
        let total = articles.iter().map(|article| article.text.len()).sum();
        Self {
            models,
            articles,
            notices: Vec::new(),
            open: None,
            read: Vec::new(),
            resolver: Resolver::default(),
            before: 0,
            total,
        }
    }

    /// What readers should know of the articles read so far, beyond what [`inspect`](crate::inspect) says of them.
    #[must_use]
    pub fn notices(&self) -> &[(ArticleId, Notice)] {
        &self.notices
    }

    /// Does a little more. After [`Progress::Done`] it starts anew with no articles.
    pub fn step(&mut self) -> Progress {
        let at = self.read.len() - usize::from(self.open.is_some());
        let Some(article) = self.articles.get(at) else {
            return Progress::Done(Box::new(self.finish()));
        };
        let size = article.text.len();
        // Tenths of the article's bytes: nine for its language, the last for its statements.
        let tenths = match &mut self.open {
            None => {
                self.open = Some(Open::Language(self.models.english.reader(&article.text)));
                self.read.push(Vec::new());
                0
            }
            Some(Open::Language(reader)) => {
                let more = reader.step();
                let done = reader.bytes_read();
                if !more && let Some(Open::Language(reader)) = self.open.take() {
                    let document = reader.finish();
                    let quotes = quotes::find(&document);
                    let article = ArticleId::from_index(at);
                    let unmatched = quotes
                        .unmatched
                        .iter()
                        .map(|&span| (article, Notice::UnmatchedQuote(span)));
                    self.notices.extend(unmatched);
                    self.open = Some(Open::Statements {
                        document,
                        quotes,
                        reader: Reader::default(),
                    });
                }
                9 * done
            }
            Some(Open::Statements {
                document,
                quotes,
                reader,
            }) => {
                let start = reader.done(document);
                let mut more = true;
                if let Some(read) = self.read.last_mut() {
                    while more && reader.done(document) < start + STEP {
                        more = reader.step(self.models.statements, document, quotes);
                    }
                    if !more {
                        *read = core::mem::take(&mut reader.drafts);
                        nest(read, &article.text);
                        find_owners(read, &article.text, quotes);
                        self.resolver.article(document, quotes, read);
                    }
                }
                let done = reader.done(document);
                if !more {
                    self.open = None;
                }
                9 * size + done
            }
        };
        let done = self.before + tenths.min(10 * size) / 10;
        if self.open.is_none() {
            self.before += size;
        }
        Progress::Working {
            done,
            total: self.total,
        }
    }

    fn finish(&mut self) -> Analysis {
        let articles = core::mem::take(&mut self.articles);
        let read = core::mem::take(&mut self.read);
        let resolver = core::mem::take(&mut self.resolver);
        let who = resolver.finish(&articles);
        let mut statements = Vec::new();
        for (at, (read, speakers)) in read.into_iter().zip(&who.of_statement).enumerate() {
            let first = statements.len();
            let text = &articles[at].text;
            for (mut draft, speaker) in read.into_iter().zip(speakers) {
                let own = who
                    .authors
                    .get(at)
                    .copied()
                    .filter(|_| draft.voice == Voice::Author);
                draft.compose(text);
                statements.push(Statement {
                    article: ArticleId::from_index(at),
                    speaker: speaker.or(own),
                    source: draft.source,
                    cue: draft.cue,
                    content: draft.content,
                    addressee: draft.addressee,
                    form: draft.form,
                    act: draft.act,
                    negated: draft.negated,
                    factuality: draft.factuality,
                    engagement: draft.engagement,
                    inside: draft.inside.map(|inside| StatementId::from_index(first + inside)),
                    nominal: draft.nominal,
                    topical: draft.topical,
                    attitude: draft.attitude,
                    rule: draft.rule,
                });
            }
        }
        let mut analysis = Analysis {
            articles,
            speakers: who.speakers,
            statements,
            ..Analysis::default()
        };
        conclude(&mut analysis);
        analysis
    }
}

/// Finds the issues, positions and contests of an analysis anew, from its articles, speakers and statements alone: at
/// the end of every analysis, and after somebody has corrected one.
pub fn conclude(analysis: &mut Analysis) {
    (analysis.issues, analysis.contested) = issues::find(analysis);
}

/// Analyses some articles in one go.
#[must_use]
pub fn analyze(models: Models<'_>, articles: &[Article]) -> Analysis {
    let mut analyzer = Analyzer::new(models, articles.to_vec());
    loop {
        if let Progress::Done(analysis) = analyzer.step() {
            return *analysis;
        }
    }
}
