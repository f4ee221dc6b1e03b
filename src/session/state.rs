use std::rc::Rc;

use chart::Marked;
use claims::{Analysis, ArticleId, Correction, Lost, Review, StatementId};

use super::history::History;
use super::{About, Account, Accounts, Filter, Mode, Selection};
use crate::engine::{ArticleNotice, Edition, Job};

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
    /// The text of that account, of which the article's is made.
    pub texts: Vec<Rc<str>>,
    /// Each article's marked text.
    pub marked: Vec<Rc<Marked>>,
    /// Remarks about the texts.
    pub notices: Vec<ArticleNotice>,
    /// What the reader has done about each statement.
    pub reviews: Vec<Review>,
    /// The corrections that do not apply.
    pub lost: Vec<Lost>,
    /// The corrections that are in it.
    pub corrections: Rc<Vec<Correction>>,
}

/// What the work is kept under.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Project {
    /// Tells projects of this browser apart; empty until it is known which one is open.
    pub id: Rc<str>,
    /// Its name.
    pub name: Rc<str>,
}

/// What the page knows.
#[derive(Debug, Clone, PartialEq)]
pub struct Session {
    /// The accounts.
    pub accounts: Rc<Accounts>,
    /// What was corrected, in the order in which it was.
    pub corrections: Rc<Vec<Correction>>,
    /// Rises with every change of the corrections.
    pub edition: Edition,
    /// What all this is kept under.
    pub project: Project,
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
    /// Whether the ends of the focused statement's words can be moved.
    pub reshaping: bool,
    /// What a narrow screen shows.
    pub view: View,
    /// How the chart is shown.
    pub mode: Mode,
    /// What of it is shown.
    pub filter: Rc<Filter>,
    /// What the reader was last told.
    pub told: Option<Rc<str>>,
    /// Where the reader wants to look once the corrections are in: the first statement of the article from this byte.
    pub(super) wanted: Option<(ArticleId, u32)>,
    pub(super) history: History,
    pub(super) next_key: u32,
}

impl Default for Session {
    fn default() -> Self {
        Self {
            accounts: Rc::new(Accounts {
                list: vec![Account {
                    key: 0,
                    name: Rc::from("A"),
                    text: Rc::from(""),
                    about: Rc::new(About::default()),
                }],
                active: 0,
            }),
            corrections: Rc::default(),
            edition: 0,
            project: Project::default(),
            revision: 0,
            typing: false,
            editing: true,
            phase: Phase::Empty,
            model: Model::Fetching(Progress::default()),
            results: None,
            selection: Rc::default(),
            reshaping: false,
            view: View::Text,
            mode: Mode::default(),
            filter: Rc::default(),
            told: None,
            wanted: None,
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
        let analysed = results.texts.get(index)?;
        let current = Rc::ptr_eq(analysed, &account.text) || *analysed == account.text;
        current.then(|| ArticleId::from_index(index))
    }

    /// Index of the account that an article of the results is.
    #[must_use]
    pub fn account_of(&self, article: ArticleId) -> Option<usize> {
        let key = *self.results.as_ref()?.keys.get(article.index())?;
        self.accounts.list.iter().position(|account| account.key == key)
    }

    /// How many statements nobody has looked at yet.
    #[must_use]
    pub fn unreviewed(&self) -> usize {
        self.results.as_ref().map_or(0, |results| {
            results
                .reviews
                .iter()
                .filter(|review| !review.is_reviewed())
                .count()
        })
    }

    /// The statement that the reader looks at.
    #[must_use]
    pub fn focus(&self) -> Option<StatementId> {
        let results = self.results.as_ref()?;
        self.selection
            .focus
            .filter(|id| id.index() < results.analysis.statements.len())
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
