use std::rc::Rc;

use claims::{Analysis, StatementId};

use super::{Model, Origin, View};
use crate::engine::{ArticleNotice, Job};

/// Everything that changes the session.
#[derive(Debug, Clone, PartialEq)]
pub enum Action {
    /// Show the account at this index.
    Show(usize),
    /// Add an empty account and show it.
    AddAccount,
    /// Remove the account at this index.
    RemoveAccount(usize),
    /// Replace everything by these texts, one account each.
    Load(Vec<Rc<str>>),
    /// The text of the account in front changed letter by letter.
    Type(Rc<str>),
    /// The text of the account in front changed by a paste.
    Paste(Rc<str>),
    /// Back to the text box of the account in front.
    Edit,
    /// To the marked text of the account in front.
    Read,
    /// Take the last change of the accounts back.
    Undo,
    /// Do it again.
    Redo,
    /// It is so far.
    Progress(Job, u32, u32),
    /// It is done.
    Finish(Job, Rc<Analysis>, Vec<ArticleNotice>),
    /// It cannot be done.
    Fail(Job, ArticleNotice),
    /// The engine can or cannot work yet.
    Model(Model),
    /// The engine does not answer, or has no model: why, and what to do.
    NoEngine(String),
    /// Give it up.
    Cancel,
    /// Select these statements and look at the first.
    Select(Vec<StatementId>, Origin),
    /// Look at this statement, adding it to the selection if need be.
    Focus(StatementId, Origin),
    /// Select the next (or, if false, the previous) statement of the account in front.
    Step(bool),
    /// Select nothing.
    Deselect,
    /// On a narrow screen, bring this side to the front.
    Turn(View),
}
