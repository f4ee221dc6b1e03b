//! Corrections of statements and speakers. While they are applied nothing is removed or moved, so that ids hold.

use std::collections::HashMap;

use super::find::hull;
use super::issues::Wish;
use super::{Added, Change, Correction, Field, Review, Who, Why};
use crate::{
    Act, Analysis, ArticleId, Engagement, Factuality, Form, Mention, Span, Speaker, SpeakerId, Statement,
    StatementId,
};

/// An analysis under correction.
pub(super) struct Draft {
    pub(super) analysis: Analysis,
    reviews: Vec<Review>,
    pub(super) rejected: Vec<bool>,
    /// Who has taken over from whom.
    pub(super) merged: Vec<Option<SpeakerId>>,
}

/// Where each statement of the draft went; `None` for a rejected one.
pub(super) type NewIds = Vec<Option<StatementId>>;

impl Draft {
    pub(super) fn new(analysis: Analysis) -> Self {
        Self {
            reviews: vec![Review::default(); analysis.statements.len()],
            rejected: vec![false; analysis.statements.len()],
            merged: vec![None; analysis.speakers.len()],
            analysis,
        }
    }

    /// Applies a correction; what is about issues is handed back, with its statements found.
    pub(super) fn apply(&mut self, correction: &Correction) -> Result<Option<Wish>, Why> {
        match correction {
            Correction::Statement { at, change } => {
                let id = self.statement(at)?;
                return self.change(id, change);
            }
            Correction::Add(added) => self.add(added)?,
            Correction::IgnoreCue(cue) => self.ignore(cue),
            Correction::RenameSpeaker { speaker, name } => {
                let id = self.speaker(speaker)?;
                self.analysis.speakers[id.index()].name.clone_from(name);
            }
            Correction::MergeSpeakers { speaker, into } => {
                let (from, into) = (self.speaker(speaker)?, self.speaker(into)?);
                self.merge(from, into);
            }
            Correction::RenameIssue { issue, label } => {
                return Ok(Some(Wish::Rename(self.target(issue), label.clone())));
            }
            Correction::MergeIssues { issue, into } => {
                return Ok(Some(Wish::Merge(self.target(issue), self.target(into))));
            }
        }
        Ok(None)
    }

    fn change(&mut self, id: StatementId, change: &Change) -> Result<Option<Wish>, Why> {
        let at = id.index();
        match change {
            Change::Accept => self.reviews[at].accepted = true,
            Change::Reject => self.rejected[at] = true,
            Change::Speaker(who) => {
                let speaker = self.speaker_or_new(who);
                self.give(id, speaker);
                self.reviews[at].note(Field::Speaker);
            }
            Change::Act(act) => {
                let statement = &mut self.analysis.statements[at];
                if statement.act != *act {
                    statement.rule = format!("set by hand (read as {}: {})", statement.act, statement.rule);
                    statement.act = *act;
                    statement.negated = false;
                    statement.factuality = factuality(*act);
                }
                self.reviews[at].note(Field::Act);
            }
            Change::Words(role, quotes) => {
                let article = self.analysis.statements[at].article;
                let spans = self.find(article, quotes)?;
                *role.of_mut(&mut self.analysis.statements[at]) = spans;
                self.reviews[at].note(Field::Words(*role));
            }
            Change::Stance(stance) => return Ok(Some(Wish::Stance(id, *stance))),
            Change::Issue(point) => return Ok(Some(Wish::Move(id, self.target(point)))),
        }
        Ok(None)
    }

    fn speaker_or_new(&mut self, who: &Who) -> SpeakerId {
        self.speaker(who).unwrap_or_else(|_| {
            self.analysis.speakers.push(Speaker {
                name: who.name.clone(),
                kind: who.kind,
                roles: Vec::new(),
                mentions: Vec::new(),
            });
            self.merged.push(None);
            SpeakerId::from_index(self.analysis.speakers.len() - 1)
        })
    }

    /// Has another speaker make a statement; the mention that is its source goes with it.
    fn give(&mut self, id: StatementId, to: SpeakerId) {
        let statement = &mut self.analysis.statements[id.index()];
        let from = statement.speaker.replace(to);
        let (article, source) = (statement.article, hull(&statement.source));
        let Some(source) = source else { return };
        let mut moved: Vec<Mention> = Vec::new();
        if let Some(from) = from.filter(|&from| from != to)
            && let Some(from) = self.analysis.speakers.get_mut(from.index())
        {
            moved = from
                .mentions
                .extract_if(.., |mention| {
                    mention.article == article && source.contains(mention.span)
                })
                .collect();
        }
        if moved.is_empty() {
            moved.push(Mention {
                article,
                span: source,
            });
        }
        self.take_mentions(to, moved);
    }

    fn take_mentions(&mut self, to: SpeakerId, more: Vec<Mention>) {
        if let Some(speaker) = self.analysis.speakers.get_mut(to.index()) {
            speaker.mentions.extend(more);
            speaker.mentions.sort_unstable();
            speaker.mentions.dedup();
        }
    }

    fn merge(&mut self, from: SpeakerId, into: SpeakerId) {
        if from == into {
            return;
        }
        self.merged[from.index()] = Some(into);
        let gone = &mut self.analysis.speakers[from.index()];
        let (mentions, roles) = (
            core::mem::take(&mut gone.mentions),
            core::mem::take(&mut gone.roles),
        );
        self.take_mentions(into, mentions);
        let kept = &mut self.analysis.speakers[into.index()].roles;
        for role in roles {
            if !kept.contains(&role) {
                kept.push(role);
            }
        }
        for statement in &mut self.analysis.statements {
            if statement.speaker == Some(from) {
                statement.speaker = Some(into);
            }
        }
    }

    fn ignore(&mut self, cue: &str) {
        let cue = cue.trim().to_lowercase();
        for (at, statement) in self.analysis.statements.iter().enumerate() {
            let text = self
                .analysis
                .articles
                .get(statement.article.index())
                .map_or("", |article| &article.text);
            let by_hand = self.reviews[at].added;
            if !by_hand && !cue.is_empty() && words_of(text, &statement.cue).to_lowercase() == cue {
                self.rejected[at] = true;
            }
        }
    }

    fn add(&mut self, added: &Added) -> Result<(), Why> {
        let (article, _) = self.article(&added.article)?;
        let source = self.find(article, &added.source)?;
        let cue = self.find(article, &added.cue)?;
        let content = self.find(article, &added.content)?;
        if cue.is_empty() && content.is_empty() {
            return Err(Why::NoWords);
        }
        let form = self.form(article, &content);
        self.analysis.statements.push(Statement {
            article,
            speaker: None,
            source,
            cue,
            content,
            addressee: Vec::new(),
            form,
            act: added.act,
            negated: false,
            factuality: factuality(added.act),
            engagement: Engagement::Neutral,
            inside: None,
            nominal: false,
            topical: false,
            attitude: None,
            rule: "added by hand".to_owned(),
        });
        self.reviews.push(Review {
            added: true,
            ..Review::default()
        });
        self.rejected.push(false);
        let id = StatementId::from_index(self.analysis.statements.len() - 1);
        let outer = self.around(id);
        self.analysis.statements[id.index()].inside = outer;
        if let Some(who) = &added.speaker {
            let speaker = self.speaker_or_new(who);
            self.give(id, speaker);
        }
        Ok(())
    }

    fn form(&self, article: ArticleId, content: &[Span]) -> Form {
        let text = self
            .analysis
            .articles
            .get(article.index())
            .map_or("", |article| &article.text);
        let words = words_of(text, content);
        let marks = ['"', '“', '”', '«', '»'];
        match (
            words.starts_with(marks) && words.ends_with(marks),
            words.contains(marks),
        ) {
            (true, _) => Form::Direct,
            (false, true) => Form::Mixed,
            (false, false) => Form::Indirect,
        }
    }

    /// The analysis without what was rejected and merged, in its order again.
    pub(super) fn finish(mut self) -> (Analysis, Vec<Review>, NewIds) {
        let speakers = self.settle_speakers();
        let mut order: Vec<usize> = (0..self.analysis.statements.len())
            .filter(|&at| !self.rejected[at])
            .collect();
        let place = |at: &usize| {
            let statement = &self.analysis.statements[*at];
            let first = statement.content.first().or(statement.cue.first());
            (statement.article, first.map_or(0, |span| span.start))
        };
        // Where nothing was added or moved, the order is the one that there was.
        order.sort_by_key(place);
        let mut ids: NewIds = vec![None; self.analysis.statements.len()];
        for (new, &old) in order.iter().enumerate() {
            ids[old] = Some(StatementId::from_index(new));
        }
        let inside = |mut outer: Option<StatementId>| {
            // Whoever reported a rejected statement reports what was inside it.
            for _ in 0..64 {
                let at = outer?;
                if let Some(id) = ids[at.index()] {
                    return Some(id);
                }
                outer = self.analysis.statements[at.index()].inside;
            }
            None
        };
        let statements = order
            .iter()
            .map(|&at| {
                let statement = self.analysis.statements[at].clone();
                Statement {
                    speaker: statement.speaker.and_then(|id| speakers.get(&id).copied()),
                    inside: inside(statement.inside),
                    ..statement
                }
            })
            .collect();
        let reviews = order
            .iter()
            .map(|&at| core::mem::take(&mut self.reviews[at]))
            .collect();
        self.analysis.statements = statements;
        (self.analysis, reviews, ids)
    }

    /// Drops the speakers who were merged into others; the new id of each.
    fn settle_speakers(&mut self) -> HashMap<SpeakerId, SpeakerId> {
        let mut ids = HashMap::new();
        let mut kept = Vec::new();
        for (at, speaker) in core::mem::take(&mut self.analysis.speakers)
            .into_iter()
            .enumerate()
        {
            if self.merged[at].is_none() {
                ids.insert(SpeakerId::from_index(at), SpeakerId::from_index(kept.len()));
                kept.push(speaker);
            }
        }
        self.analysis.speakers = kept;
        ids
    }
}

fn words_of(text: &str, spans: &[Span]) -> String {
    let words: Vec<&str> = spans.iter().map(|span| span.of(text).trim()).collect();
    words.join(" ")
}

/// How far an act commits, where nothing in the words says otherwise.
fn factuality(act: Act) -> Factuality {
    match act {
        Act::Asserts | Act::Accepts | Act::Promises => Factuality::Certain,
        Act::Believes => Factuality::Probable,
        Act::Denies | Act::Disputes => Factuality::CertainNot,
        Act::Doubts => Factuality::PossibleNot,
        Act::Questions | Act::Presses | Act::Demands | Act::Declines | Act::Withholds => Factuality::Unknown,
    }
}
