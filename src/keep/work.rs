use std::rc::Rc;

use claims::Correction;
use export::{PROJECT, Project, ProjectAccount};

use crate::session::{About, Account, Incoming, Session};

/// A name is at most so long.
const NAME_CHARS: usize = 60;

/// The session's work as a project.
#[must_use]
pub fn to_project(session: &Session) -> Project {
    let account = |account: &Account| {
        let about = (*account.about).clone();
        ProjectAccount {
            name: account.name.to_string(),
            title: about.title,
            outlet: about.outlet,
            author: about.author,
            date: about.date,
            address: about.address,
            text: account.text.to_string(),
        }
    };
    Project {
        sayso: PROJECT,
        name: session.project.name.to_string(),
        accounts: session.accounts.list.iter().map(account).collect(),
        corrections: (*session.corrections).clone(),
    }
}

/// A project's accounts and corrections, for the session.
#[must_use]
pub fn from_project(project: Project) -> (Vec<Incoming>, Vec<Correction>) {
    let accounts = project.accounts.into_iter().map(|account| Incoming {
        name: Some(Rc::from(account.name)),
        text: Rc::from(account.text),
        about: About {
            title: account.title,
            outlet: account.outlet,
            author: account.author,
            date: account.date,
            address: account.address,
        },
    });
    (accounts.collect(), project.corrections)
}

/// What a project is called until somebody names it: by its first headline.
#[must_use]
pub fn suggested_name(session: &Session) -> String {
    let headline = session
        .accounts
        .list
        .iter()
        .map(Account::headline)
        .find(|headline| !headline.is_empty())
        .unwrap_or_default();
    let short: String = headline.chars().take(NAME_CHARS).collect();
    short.trim_end().to_owned()
}

/// An id that no other project of this browser has.
#[must_use]
pub fn new_id() -> String {
    format!("{:.0}-{:06.0}", js_sys::Date::now(), js_sys::Math::random() * 1e6)
}
