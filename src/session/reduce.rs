//! How each action changes the session.

use std::rc::Rc;

use chart::{Matrix, mark_up};
use claims::{Analysis, ArticleId, StatementId};
use yew::Reducible;

use super::{Account, Accounts, Action, Origin, Phase, Progress, Results, Selection, Session, View};
use crate::engine::ArticleNotice;

/// Columns that fit a screen and a reader; the rest are counted.
const COLUMNS: usize = 6;

impl Session {
    fn fresh(&mut self, text: Rc<str>) -> Account {
        let key = self.next_key;
        self.next_key += 1;
        Account { key, text }
    }

    /// Puts `accounts` in place after a change of which accounts there are or of their texts.
    fn changed(&mut self, accounts: Accounts) {
        self.accounts = Rc::new(accounts);
        self.revision += 1;
        self.typing = false;
        self.selection = Rc::default();
        if self.filled().next().is_none() {
            self.phase = Phase::Empty;
            self.results = None;
            self.editing = true;
        } else {
            self.phase = Phase::Working(Progress::default());
        }
    }

    fn set_text(&mut self, text: Rc<str>) {
        let mut accounts = (*self.accounts).clone();
        let active = accounts.active;
        accounts.list[active].text = text;
        self.changed(accounts);
    }

    fn show(&mut self, index: usize) {
        if index < self.accounts.list.len() {
            self.accounts = Rc::new(Accounts {
                active: index,
                ..(*self.accounts).clone()
            });
            self.editing = self.accounts.front().is_blank();
        }
    }

    fn select(&mut self, selection: Selection) {
        if selection.origin == Origin::Chart
            && let Some(focus) = selection.focus
            && let Some(index) = self
                .article_of_statement(focus)
                .and_then(|article| self.account_of(article))
        {
            self.show(index);
            self.editing = false;
            self.view = View::Text;
        }
        self.selection = Rc::new(selection);
    }

    fn article_of_statement(&self, id: StatementId) -> Option<ArticleId> {
        Some(
            self.results
                .as_ref()?
                .analysis
                .statements
                .get(id.index())?
                .article,
        )
    }

    fn step(&mut self, forward: bool) {
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

    fn finish(&mut self, analysis: Rc<Analysis>, notices: Vec<ArticleNotice>) {
        let keys = self.filled().map(|(_, account)| account.key).collect();
        let marked = (0..analysis.articles.len())
            .map(|index| Rc::new(mark_up(&analysis, ArticleId::from_index(index))))
            .collect();
        let matrix = Rc::new(Matrix::of(&analysis, COLUMNS));
        // A text without a single statement stays in its box: there is nothing to look at yet.
        if !self.typing && !analysis.statements.is_empty() && !self.accounts.front().is_blank() {
            self.editing = false;
        }
        self.phase = Phase::Done;
        self.results = Some(Rc::new(Results {
            analysis,
            keys,
            marked,
            matrix,
            notices,
        }));
    }

    fn record(&mut self) {
        self.history.record(Rc::clone(&self.accounts));
    }

    fn add_account(&mut self) {
        self.record();
        let account = self.fresh(Rc::from(""));
        let mut accounts = (*self.accounts).clone();
        accounts.list.push(account);
        accounts.active = accounts.list.len() - 1;
        self.accounts = Rc::new(accounts);
        self.editing = true;
    }

    fn remove_account(&mut self, index: usize) {
        self.record();
        let mut accounts = (*self.accounts).clone();
        accounts.list.remove(index);
        if accounts.list.is_empty() {
            accounts.list.push(self.fresh(Rc::from("")));
        }
        if accounts.active > index || accounts.active == accounts.list.len() {
            accounts.active = accounts.active.saturating_sub(1);
        }
        self.changed(accounts);
        self.editing = self.accounts.front().is_blank();
    }

    /// Shows the marked text, or has it analysed (again) where it is not.
    fn read(&mut self) {
        self.typing = false;
        if matches!(
            self.phase,
            Phase::Cancelled | Phase::NoEngine(_) | Phase::Failed(_)
        ) {
            self.changed((*self.accounts).clone());
        } else if self.article_of(self.accounts.front()).is_some() {
            self.editing = false;
        }
    }
}

impl Reducible for Session {
    type Action = Action;

    fn reduce(self: Rc<Self>, action: Action) -> Rc<Self> {
        let mut next = (*self).clone();
        let now = Rc::clone(&self.accounts);
        match action {
            Action::Show(index) => next.show(index),
            Action::AddAccount => next.add_account(),
            Action::RemoveAccount(index) if index < now.list.len() => next.remove_account(index),
            Action::Load(texts) if !texts.is_empty() => {
                next.history.record(now);
                let list = texts.into_iter().map(|text| next.fresh(text)).collect();
                next.changed(Accounts { list, active: 0 });
            }
            Action::Type(text) => {
                next.history.record_typing(now, self.accounts.front().key);
                next.set_text(text);
                next.typing = true;
            }
            Action::Paste(text) => {
                next.history.record(now);
                next.set_text(text);
            }
            Action::Edit => next.editing = true,
            Action::Read => next.read(),
            Action::Undo => {
                if let Some(accounts) = next.history.undo(now) {
                    next.changed((*accounts).clone());
                }
            }
            Action::Redo => {
                if let Some(accounts) = next.history.redo(now) {
                    next.changed((*accounts).clone());
                }
            }
            Action::Progress(job, done, total) if job == self.revision => {
                if let Phase::Working(progress) = &mut next.phase {
                    *progress = Progress { done, total };
                }
            }
            Action::Finish(job, analysis, notices) if job == self.revision => next.finish(analysis, notices),
            Action::Fail(job, notice) if job == self.revision => {
                next.phase = Phase::Failed(notice);
                next.editing = true;
            }
            Action::Model(model) => next.model = model,
            Action::NoEngine(message) => {
                next.phase = Phase::NoEngine(message);
                next.editing = true;
            }
            Action::Cancel => {
                next.phase = Phase::Cancelled;
                next.revision += 1;
                next.editing = true;
            }
            Action::Select(statements, origin) => next.select(Selection::new(statements, origin)),
            Action::Focus(statement, origin) => {
                let mut statements = self.selection.statements.clone();
                if !self.selection.contains(statement) {
                    statements = vec![statement];
                }
                next.select(Selection {
                    focus: Some(statement),
                    ..Selection::new(statements, origin)
                });
            }
            Action::Step(forward) => next.step(forward),
            Action::Deselect => next.selection = Rc::default(),
            Action::Turn(view) => next.view = view,
            // An answer to an earlier question, or an account that is gone.
            _ => return self,
        }
        Rc::new(next)
    }
}

#[cfg(test)]
mod tests {
    use claims::{Act, Engagement, Factuality, Form, Span, Statement};

    use super::*;

    /// A session after these actions.
    fn after(actions: impl IntoIterator<Item = Action>) -> Rc<Session> {
        actions
            .into_iter()
            .fold(Rc::new(Session::default()), Reducible::reduce)
    }

    fn texts(session: &Session) -> Vec<&str> {
        session
            .accounts
            .list
            .iter()
            .map(|account| &*account.text)
            .collect()
    }

    fn load(texts: &[&str]) -> Action {
        Action::Load(texts.iter().map(|&text| Rc::from(text)).collect())
    }

    /// An analysis of `texts` with one statement in each, its content the whole text.
    fn analysis(texts: &[&str]) -> Rc<Analysis> {
        let articles = texts.iter().map(|&text| claims::Article {
            text: text.into(),
            ..Default::default()
        });
        let statements = texts.iter().enumerate().map(|(index, text)| Statement {
            article: ArticleId::from_index(index),
            speaker: None,
            source: Vec::new(),
            cue: Vec::new(),
            content: vec![Span::new(0, text.len() as u32)],
            addressee: Vec::new(),
            form: Form::Indirect,
            act: Act::Asserts,
            negated: false,
            factuality: Factuality::Certain,
            engagement: Engagement::Neutral,
            inside: None,
            nominal: false,
            topical: false,
            rule: String::new(),
        });
        Rc::new(Analysis {
            articles: articles.collect(),
            statements: statements.collect(),
            ..Analysis::default()
        })
    }

    #[test]
    fn letters_typed_in_a_row_are_taken_back_together() {
        let typed = ["N", "No", "No."].map(|text| Action::Type(Rc::from(text)));
        let session = after([Action::Paste("Yes.".into())].into_iter().chain(typed));
        assert_eq!(texts(&session), ["No."]);
        let session = session.reduce(Action::Undo);
        assert_eq!(texts(&session), ["Yes."]);
        let session = session.reduce(Action::Redo);
        assert_eq!(texts(&session), ["No."]);
        assert!(!session.can_redo());
    }

    #[test]
    fn the_example_does_not_lose_what_was_in_the_box() {
        let session = after([
            Action::Paste("Mine.".into()),
            load(&["One.", "Two."]),
            Action::Undo,
        ]);
        assert_eq!(texts(&session), ["Mine."]);
    }

    #[test]
    fn removing_the_last_account_leaves_an_empty_one_and_can_be_undone() {
        let session = after([Action::Paste("Mine.".into()), Action::RemoveAccount(0)]);
        assert_eq!(texts(&session), [""]);
        assert_eq!(session.phase, Phase::Empty);
        assert_eq!(texts(&session.reduce(Action::Undo)), ["Mine."]);
    }

    #[test]
    fn an_answer_to_an_earlier_question_is_dropped() {
        let session = after([load(&["One."])]);
        let (old, now) = (session.revision, session.revision + 1);
        let session = session.reduce(Action::Type("One and a half.".into()));
        assert_eq!(session.revision, now);
        let session = session.reduce(Action::Finish(old, analysis(&["One."]), Vec::new()));
        assert!(session.results.is_none());
        assert!(matches!(session.phase, Phase::Working(_)));
    }

    #[test]
    fn marked_text_is_shown_after_a_paste_but_not_while_typing() {
        let pasted = after([Action::Paste("One.".into())]);
        let pasted = pasted
            .clone()
            .reduce(Action::Finish(pasted.revision, analysis(&["One."]), Vec::new()));
        assert!(!pasted.editing);
        let typed = after([Action::Type("One.".into())]);
        let typed = typed
            .clone()
            .reduce(Action::Finish(typed.revision, analysis(&["One."]), Vec::new()));
        assert!(typed.editing);
        assert_eq!(typed.phase, Phase::Done);
    }

    #[test]
    fn a_mark_brings_the_account_with_its_words_to_the_front() {
        let session = after([load(&["One.", "Two."])]);
        let session = session.clone().reduce(Action::Finish(
            session.revision,
            analysis(&["One.", "Two."]),
            Vec::new(),
        ));
        assert_eq!(session.accounts.active, 0);
        let session = session.reduce(Action::Select(vec![StatementId(1)], Origin::Chart));
        assert_eq!((session.accounts.active, session.view), (1, View::Text));
        assert!(session.selection.contains(StatementId(1)));
    }

    #[test]
    fn cancelling_keeps_the_text_and_can_be_taken_up_again() {
        let session = after([load(&["One."]), Action::Cancel]);
        assert_eq!(
            (texts(&session), &session.phase),
            (vec!["One."], &Phase::Cancelled)
        );
        let session = session.reduce(Action::Read);
        assert!(matches!(session.phase, Phase::Working(_)));
    }

    #[test]
    fn a_failure_leaves_the_text_in_its_box() {
        let session = after([load(&["One."])]);
        let notice = ArticleNotice {
            article: 0,
            message: "not text".into(),
        };
        let session = session.clone().reduce(Action::Fail(session.revision, notice));
        assert!(session.editing);
        assert_eq!(texts(&session), ["One."]);
    }
}
