//! How each action changes the session.

use std::rc::Rc;

use chart::mark_up;
use claims::{ArticleId, Corrected, Correction};
use yew::Reducible;

use super::history::Work;
use super::{Account, Accounts, Action, Incoming, Phase, Progress, Project, Results, Selection, Session};
use crate::engine::{ArticleNotice, Edition};

impl Session {
    fn fresh(&mut self, incoming: Incoming, name: Rc<str>) -> Account {
        let key = self.next_key;
        self.next_key += 1;
        Account {
            key,
            name,
            text: incoming.text,
            about: Rc::new(incoming.about),
        }
    }

    /// These as accounts beside `list`, under names that are free.
    fn beside(&mut self, mut list: Vec<Account>, more: Vec<Incoming>) -> Vec<Account> {
        for mut incoming in more {
            let name = incoming
                .name
                .take()
                .filter(|name| list.iter().all(|account| account.name != *name))
                .unwrap_or_else(|| Accounts::free_name(&list));
            list.push(self.fresh(incoming, name));
        }
        list
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

    pub(super) fn set_corrections(&mut self, corrections: Vec<Correction>) {
        self.corrections = Rc::new(corrections);
        self.edition += 1;
    }

    fn set_text(&mut self, text: Rc<str>) {
        let mut accounts = (*self.accounts).clone();
        let active = accounts.active;
        accounts.list[active].text = text;
        self.changed(accounts);
    }

    pub(super) fn show(&mut self, index: usize) {
        if index < self.accounts.list.len() {
            self.accounts = Rc::new(Accounts {
                active: index,
                ..(*self.accounts).clone()
            });
            self.editing = self.accounts.front().is_blank();
        }
    }

    fn finish(&mut self, edition: Edition, corrected: Corrected, notices: Vec<ArticleNotice>) {
        let analysis = Rc::new(corrected.analysis);
        let (keys, texts) = self
            .filled()
            .map(|(_, account)| (account.key, Rc::clone(&account.text)))
            .unzip();
        let marked = (0..analysis.articles.len())
            .map(|index| Rc::new(mark_up(&analysis, ArticleId::from_index(index))))
            .collect();
        // A text without a single statement stays in its box: there is nothing to look at yet.
        let first = !matches!(self.phase, Phase::Done);
        if first && !self.typing && !analysis.statements.is_empty() && !self.accounts.front().is_blank() {
            self.editing = false;
        }
        self.phase = Phase::Done;
        let before = self.results.take();
        self.results = Some(Rc::new(Results {
            analysis,
            keys,
            texts,
            marked,
            notices,
            reviews: corrected.reviews,
            lost: corrected.lost,
            corrections: Rc::clone(&self.corrections),
        }));
        self.keep_selection(before.as_deref());
        if edition == self.edition {
            self.look_where_wanted();
        }
    }

    fn work(&self) -> Work {
        Work {
            accounts: Rc::clone(&self.accounts),
            corrections: Rc::clone(&self.corrections),
        }
    }

    pub(super) fn record(&mut self) {
        self.history.record(self.work());
    }

    /// Goes back or forth to other work; the account in front stays there if the accounts are the same.
    fn put(&mut self, work: Work) {
        if self.corrections != work.corrections {
            self.corrections = work.corrections;
            self.edition += 1;
        }
        if self.accounts.list != work.accounts.list {
            self.changed((*work.accounts).clone());
        }
    }

    fn add_account(&mut self) {
        self.record();
        let mut accounts = (*self.accounts).clone();
        accounts.list = self.beside(accounts.list, vec![Incoming::default()]);
        accounts.active = accounts.list.len() - 1;
        self.accounts = Rc::new(accounts);
        self.editing = true;
    }

    fn remove_account(&mut self, index: usize) {
        self.record();
        let mut accounts = (*self.accounts).clone();
        let gone = accounts.list.remove(index);
        let kept: Vec<_> = self
            .corrections
            .iter()
            .filter(|correction| !is_in(correction, &gone.name))
            .cloned()
            .collect();
        if kept.len() < self.corrections.len() {
            self.set_corrections(kept);
        }
        if accounts.list.is_empty() {
            accounts.list = self.beside(Vec::new(), vec![Incoming::default()]);
        }
        if accounts.active > index || accounts.active == accounts.list.len() {
            accounts.active = accounts.active.saturating_sub(1);
        }
        self.changed(accounts);
        self.editing = self.accounts.front().is_blank();
    }

    fn bring(&mut self, incoming: Vec<Incoming>) {
        self.record();
        let mut accounts = (*self.accounts).clone();
        if accounts.front().is_blank() {
            accounts.list.remove(accounts.active);
        }
        let first = accounts.list.len();
        accounts.list = self.beside(accounts.list, incoming);
        accounts.active = first;
        self.changed(accounts);
    }

    fn replace(&mut self, incoming: Vec<Incoming>, corrections: Vec<Correction>) {
        let list = self.beside(Vec::new(), incoming);
        if !(self.corrections.is_empty() && corrections.is_empty()) {
            self.set_corrections(corrections);
        }
        self.filter = Rc::default();
        self.changed(Accounts { list, active: 0 });
        self.editing = self.accounts.front().is_blank();
    }

    fn open(&mut self, project: Project, incoming: Vec<Incoming>, corrections: Vec<Correction>) {
        self.project = project;
        self.history = super::history::History::default();
        let incoming = if incoming.is_empty() {
            vec![Incoming::default()]
        } else {
            incoming
        };
        self.results = None;
        self.replace(incoming, corrections);
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

    /// Where texts, corrections and projects change; `false` for an action about something else.
    fn edit(&mut self, action: &Action) -> bool {
        match action.clone() {
            Action::AddAccount => self.add_account(),
            Action::RemoveAccount(index) if index < self.accounts.list.len() => self.remove_account(index),
            Action::Load(texts) if !texts.is_empty() => {
                self.record();
                self.replace(texts, Vec::new());
            }
            Action::Bring(texts) if !texts.is_empty() => self.bring(texts),
            // At the start, what the reader has begun meanwhile comes first.
            Action::Open(..) if self.project.id.is_empty() && self.can_undo() => {}
            Action::Open(project, texts, corrections) => self.open(project, texts, corrections),
            Action::Begin(id) if self.project.id.is_empty() => self.project.id = id,
            Action::Name(name) => self.project.name = name,
            Action::PasteRich(incoming) => {
                self.record();
                let mut accounts = (*self.accounts).clone();
                let active = accounts.active;
                accounts.list[active].about = Rc::new(incoming.about);
                accounts.list[active].text = incoming.text;
                self.changed(accounts);
            }
            Action::Type(text) => {
                let (work, key) = (self.work(), self.accounts.front().key);
                self.history.record_typing(work, key);
                self.set_text(text);
                self.typing = true;
            }
            Action::Paste(text) => {
                self.record();
                self.set_text(text);
            }
            Action::Correct(corrections) if !corrections.is_empty() => self.correct(corrections),
            Action::Withdraw(places) if !places.is_empty() => self.withdraw(&places),
            Action::Undo => {
                let now = self.work();
                if let Some(work) = self.history.undo(now) {
                    self.put(work);
                }
            }
            Action::Redo => {
                let now = self.work();
                if let Some(work) = self.history.redo(now) {
                    self.put(work);
                }
            }
            _ => return false,
        }
        true
    }
}

/// Whether a correction is of something in that account.
fn is_in(correction: &Correction, account: &str) -> bool {
    match correction {
        Correction::Statement { at, .. } => at.article == account,
        Correction::Add(added) => added.article == account,
        _ => false,
    }
}

impl Reducible for Session {
    type Action = Action;

    fn reduce(self: Rc<Self>, action: Action) -> Rc<Self> {
        let mut next = (*self).clone();
        if next.edit(&action) {
            return Rc::new(next);
        }
        match action {
            Action::Show(index) => next.show(index),
            Action::Edit => next.editing = true,
            Action::Read => next.read(),
            Action::Progress(job, done, total) if job == self.revision => {
                if let Phase::Working(progress) = &mut next.phase {
                    *progress = Progress { done, total };
                }
            }
            Action::Finish(job, edition, corrected, notices) if job == self.revision => {
                let corrected = Rc::try_unwrap(corrected).unwrap_or_else(|shared| (*shared).clone());
                next.finish(edition, corrected, notices);
            }
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
            Action::Focus(statement, origin) => next.focus_on(statement, origin),
            Action::Step(forward) => next.step(forward),
            Action::StepUnreviewed(forward) => next.step_unreviewed(forward),
            Action::Deselect => {
                next.selection = Rc::default();
                next.reshaping = false;
            }
            Action::Reshape(on) => next.reshape(on),
            Action::Turn(view) => next.view = view,
            Action::Mode(mode) => next.mode = mode,
            Action::Filter(filter) => next.filter = Rc::new(filter),
            Action::Tell(words) => next.told = words,
            // An answer to an earlier question, or an account that is gone.
            _ => return self,
        }
        Rc::new(next)
    }
}
