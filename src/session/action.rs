use std::rc::Rc;

use claims::{Corrected, Correction, StatementId};

use super::{Filter, Incoming, Mode, Model, Origin, Project, View};
use crate::engine::{ArticleNotice, Edition, Job};

/// Everything that changes the session.
#[derive(Debug, Clone, PartialEq)]
pub enum Action {
    /// Show the account at this index.
    Show(usize),
    /// Add an empty account and show it.
    AddAccount,
    /// Remove the account at this index, and what was corrected in it.
    RemoveAccount(usize),
    /// Replace everything by these, one account each.
    Load(Vec<Incoming>),
    /// Put these beside the accounts that there are, in place of the one in front if it is blank.
    Bring(Vec<Incoming>),
    /// Put another project in place of this one; nothing of this one can be taken back afterwards.
    Open(Project, Vec<Incoming>, Vec<Correction>),
    /// This is the id of the present project, which has none yet.
    Begin(Rc<str>),
    /// The text of the account in front was pasted from a page that says where it is from.
    PasteRich(Incoming),
    /// The project has another name.
    Name(Rc<str>),
    /// The text of the account in front changed letter by letter.
    Type(Rc<str>),
    /// The text of the account in front changed by a paste.
    Paste(Rc<str>),
    /// Back to the text box of the account in front.
    Edit,
    /// To the marked text of the account in front.
    Read,
    /// Make these corrections, in one step.
    Correct(Vec<Correction>),
    /// Take the corrections at these places of the list back, in one step.
    Withdraw(Vec<usize>),
    /// Take the last change of the accounts or the corrections back.
    Undo,
    /// Do it again.
    Redo,
    /// It is so far.
    Progress(Job, u32, u32),
    /// It is done, with the corrections of that edition.
    Finish(Job, Edition, Rc<Corrected>, Vec<ArticleNotice>),
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
    /// Select the next (or previous) statement that nobody has looked at, in any account.
    StepUnreviewed(bool),
    /// Select nothing.
    Deselect,
    /// Let the ends of the focused statement's words be moved, or no longer.
    Reshape(bool),
    /// On a narrow screen, bring this side to the front.
    Turn(View),
    /// Show the chart this way.
    Mode(Mode),
    /// Show only what passes, in this order.
    Filter(Filter),
    /// Tell the reader something.
    Tell(Option<Rc<str>>),
}
