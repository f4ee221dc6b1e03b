use std::collections::HashSet;

use english::Document;

use crate::extract::{Reader, drop_ownerless, nest};
use crate::quotes::{self, Quotes};
use crate::speakers::{RawMention, Resolver};
use crate::{Analysis, Article, ArticleId, Statement, StatementId, contests, issues};

/// Bytes read in one step, about.
const STEP: usize = 4096;

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

#[derive(Debug)]
struct Open {
    document: Document,
    quotes: Quotes,
    reader: Reader,
}

#[derive(Debug, Default)]
struct Read {
    drafts: Vec<crate::extract::Draft>,
    mentions: Vec<RawMention>,
}

/// An analysis that is done in small steps, so that whoever runs it can show how far it is and stop it between two.
///
/// The same articles give the same analysis, however the steps are spread. Work is linear in the length of the text;
/// no text makes it panic.
#[derive(Debug)]
pub struct Analyzer {
    articles: Vec<Article>,
    open: Option<Open>,
    read: Vec<Read>,
    /// Words seen in lower case: a capital at the head of a sentence makes no name of these.
    common: HashSet<String>,
    before: usize,
    total: usize,
}

impl Analyzer {
    /// Starts the analysis of some articles; nothing is read yet.
    #[must_use]
    pub fn new(articles: Vec<Article>) -> Self {
        let total = articles.iter().map(|article| article.text.len()).sum();
        Self {
            articles,
            open: None,
            read: Vec::new(),
            common: HashSet::new(),
            before: 0,
            total,
        }
    }

    /// Does a little more. After [`Progress::Done`] it starts anew with no articles.
    pub fn step(&mut self) -> Progress {
        let Some(article) = self
            .articles
            .get(self.read.len() - usize::from(self.open.is_some()))
        else {
            return Progress::Done(Box::new(self.finish()));
        };
        let Some(open) = &mut self.open else {
            let document = english::segment(&article.text);
            let quotes = quotes::find(&document);
            self.open = Some(Open {
                document,
                quotes,
                reader: Reader::default(),
            });
            self.read.push(Read::default());
            return Progress::Working {
                done: self.before,
                total: self.total,
            };
        };
        let start = open.reader.done(&open.document);
        let mut more = true;
        if let Some(read) = self.read.last_mut() {
            while more && open.reader.done(&open.document) < start + STEP {
                more = open
                    .reader
                    .step(&open.document, &open.quotes, &mut read.mentions, &mut self.common);
            }
            if !more {
                read.drafts = core::mem::take(&mut open.reader.drafts);
                nest(&mut read.drafts);
                drop_ownerless(&mut read.drafts, &article.text);
            }
        }
        let done = self.before + open.reader.done(&open.document);
        if !more {
            self.before += article.text.len();
            self.open = None;
        }
        Progress::Working {
            done: done.min(self.total),
            total: self.total,
        }
    }

    fn finish(&mut self) -> Analysis {
        let articles = core::mem::take(&mut self.articles);
        let read = core::mem::take(&mut self.read);
        let mut resolver = Resolver::default();
        let of: Vec<_> = articles
            .iter()
            .zip(&read)
            .enumerate()
            .map(|(at, (article, read))| {
                resolver.article(
                    ArticleId::from_index(at),
                    &article.text,
                    &read.mentions,
                    &read.drafts,
                    &self.common,
                )
            })
            .collect();
        let who = resolver.finish(&articles, &of);
        let mut statements = Vec::new();
        let mut nature = Vec::new();
        for (at, (read, speakers)) in read.into_iter().zip(&who.of_statement).enumerate() {
            let first = statements.len();
            for (draft, speaker) in read.drafts.into_iter().zip(speakers) {
                nature.push(issues::Nature {
                    nominal: draft.nominal,
                    topical: draft.topical,
                });
                statements.push(Statement {
                    article: ArticleId::from_index(at),
                    speaker: *speaker,
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
        analysis.issues = issues::find(&analysis, &nature);
        analysis.contested = contests::find(&analysis);
        analysis
    }
}

/// Analyses some articles in one go.
#[must_use]
pub fn analyze(articles: &[Article]) -> Analysis {
    let mut analyzer = Analyzer::new(articles.to_vec());
    loop {
        if let Progress::Done(analysis) = analyzer.step() {
            return *analysis;
        }
    }
}
