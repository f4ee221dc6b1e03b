//! Selecting, stepping through, and correcting statements.

use std::rc::Rc;

use claims::{Analysis, ArticleId, Change, Correction, Review, Statement, StatementId};

use super::{Origin, Results, Selection, Session};

impl Session {
    pub(super) fn select(&mut self, selection: Selection) {
        if selection.origin == Origin::Chart
            && let Some(focus) = selection.focus
            && let Some(index) = self
                .article_of_statement(focus)
                .and_then(|article| self.account_of(article))
        {
            if index != self.accounts.active {
                self.show(index);
            }
            self.editing = false;
        }
        self.selection = Rc::new(selection);
    }

    pub(super) fn focus_on(&mut self, statement: StatementId, origin: Origin) {
        let mut statements = self.selection.statements.clone();
        if !self.selection.contains(statement) {
            statements = vec![statement];
        }
        self.select(Selection {
            focus: Some(statement),
            ..Selection::new(statements, origin)
        });
    }

    /// Shows the ends of the focused statement's words in the text, to be moved.
    pub(super) fn reshape(&mut self, on: bool) {
        self.reshaping = on && self.focus().is_some();
        if self.reshaping {
            // Brings the words to the front.
            self.select(Selection {
                origin: Origin::Chart,
                ..(*self.selection).clone()
            });
            self.view = super::View::Text;
        }
    }

    fn article_of_statement(&self, id: StatementId) -> Option<ArticleId> {
        let results = self.results.as_ref()?;
        Some(results.analysis.statements.get(id.index())?.article)
    }

    pub(super) fn step(&mut self, forward: bool) {
        let Some(article) = self.article_of(self.accounts.front()) else {
            return;
        };
        let Some(results) = self.results.clone() else {
            return;
        };
        let here: Vec<StatementId> = (0..results.analysis.statements.len())
            .filter(|&index| results.analysis.statements[index].article == article)
            .map(StatementId::from_index)
            .collect();
        let at = self
            .selection
            .focus
            .and_then(|focus| here.binary_search(&focus).ok());
        let next = match (at, forward) {
            (Some(at), true) => here.get(at + 1),
            (Some(at), false) => at.checked_sub(1).and_then(|at| here.get(at)),
            (None, true) => here.first(),
            (None, false) => here.last(),
        };
        if let Some(&next) = next {
            self.editing = false;
            self.selection = Rc::new(Selection::new(vec![next], Origin::Chart));
        }
    }

    /// The next statement that nobody has looked at, round the end of the last account to the start of the first.
    pub(super) fn step_unreviewed(&mut self, forward: bool) {
        let Some(results) = self.results.clone() else {
            return;
        };
        let count = results.reviews.len();
        let open = |at: &usize| !results.reviews[*at].is_reviewed();
        let next = match (self.focus().map(StatementId::index), forward) {
            (Some(at), true) => (at + 1..count).chain(0..at).find(open),
            (Some(at), false) => (0..at).rev().chain((at + 1..count).rev()).find(open),
            (None, true) => (0..count).find(open),
            (None, false) => (0..count).rev().find(open),
        };
        if let Some(next) = next {
            self.select(Selection::new(vec![StatementId::from_index(next)], Origin::Chart));
        }
    }

    pub(super) fn correct(&mut self, corrections: Vec<Correction>) {
        self.record();
        self.wanted = self.next_after(&corrections);
        let mut all = (*self.corrections).clone();
        for correction in corrections {
            // Of two about the same thing the later holds; the earlier need not be kept.
            all.retain(|other| !replaces(&correction, other));
            all.push(correction);
        }
        self.set_corrections(all);
    }

    pub(super) fn withdraw(&mut self, places: &[usize]) {
        self.record();
        let mut at = 0;
        let mut all = (*self.corrections).clone();
        all.retain(|_| {
            at += 1;
            !places.contains(&(at - 1))
        });
        self.set_corrections(all);
    }

    /// Where to look when these corrections are made: at what was added, or at what follows on what was rejected.
    fn next_after(&self, corrections: &[Correction]) -> Option<(ArticleId, u32)> {
        let results = self.results.as_ref()?;
        let analysis = &results.analysis;
        if let [Correction::Add(added)] = corrections {
            let at = analysis
                .articles
                .iter()
                .position(|article| article.id == added.article)?;
            let words = added.content.first().or(added.cue.first())?;
            let span = words.find(&analysis.articles[at].text)?;
            return Some((ArticleId::from_index(at), span.start));
        }
        let rejects = |correction: &Correction| {
            matches!(
                correction,
                Correction::Statement {
                    change: Change::Reject,
                    ..
                }
            )
        };
        if corrections.len() == 1 && rejects(&corrections[0]) {
            let focus = self.focus()?;
            let next = analysis.statements.get(focus.index() + 1)?;
            return Some((next.article, start(next)));
        }
        None
    }

    pub(super) fn look_where_wanted(&mut self) {
        let Some((article, from)) = self.wanted.take() else {
            return;
        };
        let Some(results) = self.results.clone() else {
            return;
        };
        let statements = || results.analysis.statements.iter().zip(&results.reviews);
        let found = statements()
            .position(|(statement, review)| {
                review.added && statement.article == article && start(statement) == from
            })
            .or_else(|| {
                statements()
                    .position(|(statement, _)| statement.article == article && start(statement) >= from)
            });
        if let Some(at) = found {
            self.selection = Rc::new(Selection::new(vec![StatementId::from_index(at)], Origin::Chart));
        }
    }

    /// After the ids have changed, selects the statements that were selected, as far as they are still there.
    pub(super) fn keep_selection(&mut self, before: Option<&Results>) {
        let (Some(before), Some(results)) = (before, self.results.clone()) else {
            self.selection = Rc::default();
            return;
        };
        let now = |id: &StatementId| find_again(&before.analysis, &results.analysis, *id);
        let mut statements: Vec<StatementId> = self.selection.statements.iter().filter_map(now).collect();
        statements.sort_unstable();
        statements.dedup();
        let focus = self.selection.focus.as_ref().and_then(now);
        self.selection = Rc::new(Selection {
            focus: focus.or(statements.first().copied()),
            statements,
            // The text is where it was: nothing scrolls.
            origin: Origin::Text,
        });
    }
}

/// The same statement in a later analysis: with the same words, or at least the same cue.
fn find_again(before: &Analysis, now: &Analysis, id: StatementId) -> Option<StatementId> {
    let old = before.statements.get(id.index())?;
    let same = |new: &Statement| {
        new.article == old.article
            && new.cue == old.cue
            && new.content == old.content
            && new.source == old.source
    };
    let alike = |new: &Statement| {
        new.article == old.article
            && if old.cue.is_empty() {
                let near = |a: &claims::Span| old.content.iter().any(|b| a.overlaps(*b));
                new.cue.is_empty() && new.source == old.source && new.content.iter().any(near)
            } else {
                new.cue == old.cue || (new.content == old.content && new.source == old.source)
            }
    };
    let find = |fits: &dyn Fn(&Statement) -> bool| now.statements.iter().position(fits);
    // Most keep their place.
    if now.statements.get(id.index()).is_some_and(same) {
        return Some(id);
    }
    find(&same).or_else(|| find(&alike)).map(StatementId::from_index)
}

/// Where a statement stands in its article.
fn start(statement: &Statement) -> u32 {
    statement
        .content
        .first()
        .or(statement.cue.first())
        .map_or(0, |span| span.start)
}

/// Whether the newer correction leaves nothing of the older.
fn replaces(newer: &Correction, older: &Correction) -> bool {
    match (newer, older) {
        (Correction::Statement { at: a, change: new }, Correction::Statement { at: b, change: old }) => {
            a == b
                && match (new, old) {
                    (Change::Words(a, _), Change::Words(b, _)) => a == b,
                    _ => core::mem::discriminant(new) == core::mem::discriminant(old),
                }
        }
        _ => newer == older,
    }
}

impl Results {
    /// What the reader has done about a statement.
    #[must_use]
    pub fn review(&self, id: StatementId) -> Review {
        self.reviews.get(id.index()).cloned().unwrap_or_default()
    }
}
