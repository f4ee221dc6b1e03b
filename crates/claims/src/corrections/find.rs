//! What corrections are about, found in an analysis by its words.

use super::draft::Draft;
use super::issues::Target;
use super::{Anchor, Point, Quote, Role, Who, Why};
use crate::{Article, ArticleId, Mention, Span, SpeakerId, Statement, StatementId};

impl Draft {
    pub(super) fn article(&self, id: &str) -> Result<(ArticleId, &Article), Why> {
        let at = self.analysis.articles.iter().position(|article| article.id == id);
        at.map(|at| (ArticleId::from_index(at), &self.analysis.articles[at]))
            .ok_or(Why::NoArticle)
    }

    pub(super) fn find(&self, article: ArticleId, quotes: &[Quote]) -> Result<Vec<Span>, Why> {
        let text = self
            .analysis
            .articles
            .get(article.index())
            .map_or("", |article| &article.text);
        let mut spans = quotes
            .iter()
            .map(|quote| quote.find(text).ok_or(Why::NoWords))
            .collect::<Result<Vec<_>, _>>()?;
        spans.sort_unstable();
        spans.dedup();
        Ok(spans)
    }

    /// The statement that an anchor is about: the one with the same cue, and of several the one with most of the rest;
    /// without a cue, the one with the same content.
    pub(super) fn statement(&self, anchor: &Anchor) -> Result<StatementId, Why> {
        let (article, Article { text, .. }) = self.article(&anchor.article)?;
        let place = |quote: &Option<Quote>| quote.as_ref().map(|quote| quote.find(text).ok_or(Why::NoWords));
        // The rest of the words may have changed, if only these have not.
        let (role, key) = if anchor.cue.is_some() {
            (Role::Cue, place(&anchor.cue))
        } else if anchor.content.is_some() {
            (Role::Content, place(&anchor.content))
        } else {
            (Role::Source, place(&anchor.source))
        };
        let key = key.ok_or(Why::NoWords)??;
        let with = |fits: fn(Span, Span) -> bool| {
            self.alive()
                .filter(|(_, statement)| {
                    // A cue of its own was no part of a statement that had none.
                    statement.article == article
                        && (role == Role::Cue || statement.cue.is_empty())
                        && hull(role.of(statement)).is_some_and(|span| fits(span, key))
                })
                .map(|(id, _)| id)
                .collect::<Vec<_>>()
        };
        let mut found = with(|span, key| span == key);
        if found.is_empty() {
            found = with(Span::overlaps);
        }
        if found.len() > 1 {
            let source = place(&anchor.source).and_then(Result::ok);
            let content = place(&anchor.content).and_then(Result::ok);
            found.sort_by_key(|id| {
                let statement = &self.analysis.statements[id.index()];
                let same = |place: Option<Span>, spans: &[Span]| u8::from(place == hull(spans));
                core::cmp::Reverse(2 * same(content, &statement.content) + same(source, &statement.source))
            });
        }
        found.first().copied().ok_or(Why::NoStatement)
    }

    pub(super) fn alive(&self) -> impl Iterator<Item = (StatementId, &Statement)> {
        self.analysis
            .statements
            .iter()
            .enumerate()
            .filter(|(at, _)| !self.rejected[*at])
            .map(|(at, statement)| (StatementId::from_index(at), statement))
    }

    /// Statements of an issue that is told by them, or by its label.
    pub(super) fn target(&self, point: &Point) -> Target {
        Target {
            label: point.label.clone(),
            told_by_statements: !point.statements.is_empty(),
            statements: point
                .statements
                .iter()
                .filter_map(|anchor| self.statement(anchor).ok())
                .collect(),
        }
    }

    pub(super) fn speaker(&self, who: &Who) -> Result<SpeakerId, Why> {
        let here = |at: usize| self.merged[at].is_none();
        let mut named = (0..self.analysis.speakers.len()).filter(|&at| {
            let speaker = &self.analysis.speakers[at];
            let alike = speaker.kind == who.kind || who.mention.is_none();
            here(at) && speaker.name == who.name && alike
        });
        let (first, second) = (named.next(), named.next());
        if let (Some(at), None) = (first, second) {
            return Ok(SpeakerId::from_index(at));
        }
        let mentioned = who.mention.as_ref().and_then(|(article, quote)| {
            let (article, Article { text, .. }) = self.article(article).ok()?;
            let span = quote.find(text)?;
            let mention = Mention { article, span };
            (0..self.analysis.speakers.len())
                .find(|&at| here(at) && self.analysis.speakers[at].mentions.contains(&mention))
        });
        mentioned
            .or(first)
            .map(SpeakerId::from_index)
            .ok_or(Why::NoSpeaker)
    }

    /// The statement whose content holds all of this one most closely.
    pub(super) fn around(&self, id: StatementId) -> Option<StatementId> {
        let inner = &self.analysis.statements[id.index()];
        let whole = Role::ALL
            .into_iter()
            .filter_map(|role| hull(role.of(inner)))
            .reduce(Span::cover)?;
        self.alive()
            .filter(|&(other, statement)| other != id && statement.article == inner.article)
            .filter_map(|(other, statement)| {
                let content = statement.content.iter().find(|span| span.contains(whole))?;
                (*content != whole).then_some((content.len(), other))
            })
            .min()
            .map(|(_, other)| other)
    }
}

/// From the first word to the last.
pub(super) fn hull(spans: &[Span]) -> Option<Span> {
    spans.iter().copied().reduce(Span::cover)
}
