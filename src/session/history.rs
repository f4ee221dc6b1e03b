use std::rc::Rc;

use claims::Correction;

use super::Accounts;

/// More steps than anybody takes back; texts are shared between steps, so a step costs little.
const STEPS: usize = 200;

/// What can be taken back: the accounts, and what was corrected in them.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Work {
    pub(super) accounts: Rc<Accounts>,
    pub(super) corrections: Rc<Vec<Correction>>,
}

/// Earlier and later states of the work.
#[derive(Debug, Clone, Default, PartialEq)]
pub(super) struct History {
    past: Vec<Work>,
    future: Vec<Work>,
    /// The account whose typing the newest step belongs to: letters typed in a row are taken back together.
    typing: Option<u32>,
}

impl History {
    /// Remembers the state before a change.
    pub(super) fn record(&mut self, before: Work) {
        self.typing = None;
        self.push(before);
    }

    /// Remembers the state before a keystroke in account `key`, unless the last step was a keystroke there too.
    pub(super) fn record_typing(&mut self, before: Work, key: u32) {
        if self.typing.replace(key) != Some(key) {
            self.push(before);
        }
        self.future.clear();
    }

    pub(super) fn undo(&mut self, now: Work) -> Option<Work> {
        let before = self.past.pop()?;
        self.future.push(now);
        self.typing = None;
        Some(before)
    }

    pub(super) fn redo(&mut self, now: Work) -> Option<Work> {
        let after = self.future.pop()?;
        self.past.push(now);
        self.typing = None;
        Some(after)
    }

    pub(super) fn can_undo(&self) -> bool {
        !self.past.is_empty()
    }

    pub(super) fn can_redo(&self) -> bool {
        !self.future.is_empty()
    }

    fn push(&mut self, before: Work) {
        self.future.clear();
        self.past.push(before);
        if self.past.len() > STEPS {
            self.past.remove(0);
        }
    }
}
