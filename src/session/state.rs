use std::rc::Rc;

use chart::{Marked, Matrix};
use claims::{Analysis, ArticleId};

use super::history::History;
use super::{Account, Accounts, Selection};
use crate::engine::{ArticleNotice, Job};

/// How far the analysis of the present texts is.
#[derive(Debug, Clone, PartialEq)]
pub enum Phase {
    /// There is nothing to analyse.
    Empty,
    /// Waiting for the engine or for a pause in typing.
    Working(Progress),
    /// The results are those of the present texts.
    Done,
    /// The reader gave it up.
    Cancelled,
    /// One of the texts cannot be analysed.
    Failed(ArticleNotice),
    /// The engine does not answer, or has no model of English: why, and what to do.
    NoEngine(String),
}

/// Bytes read of bytes in all.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Progress {
    /// Read so far.
    pub done: u32,
    /// In all; 0 until the engine has begun.
    pub total: u32,
}

/// Whether the engine has its model of English.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Model {
    /// It is being fetched.
    Fetching(Progress),
    /// It is there.
    Ready,
    /// It could not be fetched.
    Missing,
}

/// Which side a narrow screen shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum View {
    /// The accounts.
    #[default]
    Text,
    /// The chart.
    Chart,
}

/// An analysis and what is drawn from it.
#[derive(Debug, PartialEq, Eq)]
pub struct Results {
    /// The analysis; its articles are the accounts that are not blank.
    pub analysis: Rc<Analysis>,
    /// The key of the account that each article is.
    pub keys: Vec<u32>,
    /// Each article's marked text.
    pub marked: Vec<Rc<Marked>>,
    /// The stance matrix.
    pub matrix: Rc<Matrix>,
    /// Remarks about the texts.
    pub notices: Vec<ArticleNotice>,
}

/// What the page knows.
#[derive(Debug, Clone, PartialEq)]
pub struct Session {
    /// The accounts.
    pub accounts: Rc<Accounts>,
    /// Rises with every change of a text; the number of the analysis that the present texts need.
    pub revision: Job,
    /// Whether the newest change was typing, after which a pause is waited for.
    pub typing: bool,
    /// Whether the account in front shows its text box rather than its marked text.
    pub editing: bool,
    /// How far the analysis is.
    pub phase: Phase,
    /// Whether the engine can work.
    pub model: Model,
    /// The newest results, which may be of an earlier revision.
    pub results: Option<Rc<Results>>,
    /// What is selected.
    pub selection: Rc<Selection>,
    /// What a narrow screen shows.
    pub view: View,
    pub(super) history: History,
    pub(super) next_key: u32,
}

impl Default for Session {
    fn default() -> Self {
        Self {
            accounts: Rc::new(Accounts {
                list: vec![Account {
                    key: 0,
                    text: Rc::from(""),
                }],
                active: 0,
            }),
            revision: 0,
            typing: false,
            editing: true,
            phase: Phase::Empty,
            model: Model::Fetching(Progress::default()),
            results: None,
            selection: Rc::default(),
            view: View::Text,
            history: History::default(),
            next_key: 1,
        }
    }
}

impl Session {
    /// Whether [`Action::Undo`] would do anything.
    #[must_use]
    pub fn can_undo(&self) -> bool {
        self.history.can_undo()
    }

    /// Whether [`Action::Redo`] would do anything.
    #[must_use]
    pub fn can_redo(&self) -> bool {
        self.history.can_redo()
    }

    /// The article that the account with `key` is in the results, if its text is still the one that was analysed.
    #[must_use]
    pub fn article_of(&self, account: &Account) -> Option<ArticleId> {
        let results = self.results.as_ref()?;
        let index = results.keys.iter().position(|&key| key == account.key)?;
        let current = results.analysis.articles.get(index)?.text == *account.text;
        current.then(|| ArticleId::from_index(index))
    }

    /// Index of the account that an article of the results is.
    #[must_use]
    pub fn account_of(&self, article: ArticleId) -> Option<usize> {
        let key = *self.results.as_ref()?.keys.get(article.index())?;
        self.accounts.list.iter().position(|account| account.key == key)
    }

    /// The accounts to analyse: those with words in them.
    pub fn filled(&self) -> impl Iterator<Item = (usize, &Account)> {
        self.accounts
            .list
            .iter()
            .enumerate()
            .filter(|(_, account)| !account.is_blank())
    }
}
