//! The work is kept as it goes, and the project that was open last opens again.

use std::rc::Rc;

use gloo::storage::{LocalStorage, Storage as _};
use gloo::timers::callback::Timeout;
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

use crate::keep::{Record, Store, from_project, new_id, suggested_name, to_project};
use crate::session::{Action, Project, Session};

/// How long to wait after a change before it is kept.
const PAUSE_MS: u32 = 300;

/// Where the id of the project that was open last is remembered.
const LAST: &str = "project";

type Dispatch = UseReducerDispatcher<Session>;

/// Opens the last project at the start, and keeps the present one after every change.
#[hook]
pub(super) fn use_saving(session: &UseReducerHandle<Session>) {
    {
        let session = session.clone();
        use_effect_with((), move |()| {
            let dispatch = session.dispatcher();
            spawn_local(async move {
                let id = LocalStorage::get::<String>(LAST).unwrap_or_default();
                let last = match Store::open().await {
                    Ok(store) if !id.is_empty() => store.get(&id).await.ok().flatten(),
                    _ => None,
                };
                if let Some(action) = last.and_then(|record| opening(&record)) {
                    dispatch.dispatch(action);
                }
                dispatch.dispatch(Action::Begin(new_id().into()));
            });
        });
    }
    let state = (
        session.project.clone(),
        Rc::clone(&session.corrections),
        session.accounts.list.clone(),
    );
    let session = session.clone();
    use_effect_with(state, move |(project, ..)| {
        let known = !project.id.is_empty();
        let worth = session.filled().next().is_some() || session.can_undo();
        let timer = (known && worth).then(|| Timeout::new(PAUSE_MS, move || keep(&session)));
        move || drop(timer)
    });
}

fn keep(session: &UseReducerHandle<Session>) {
    let Some(record) = record(session) else { return };
    let dispatch = session.dispatcher();
    spawn_local(async move {
        let kept = match Store::open().await {
            Ok(store) => store.put(&record).await,
            Err(error) => Err(error),
        };
        match kept {
            // The project can still be found in the list where this cannot be remembered.
            Ok(()) => drop(LocalStorage::set(LAST, &record.id)),
            Err(error) => dispatch.dispatch(Action::Tell(Some(error.to_string().into()))),
        }
    });
}

/// The present work as it is kept.
pub(super) fn record(session: &Session) -> Option<Record> {
    let project = to_project(session);
    let name = if project.name.is_empty() {
        suggested_name(session)
    } else {
        project.name.clone()
    };
    Some(Record {
        id: session.project.id.to_string(),
        name,
        kept: js_sys::Date::now(),
        accounts: session.filled().count() as u32,
        project: project.to_json().ok()?,
    })
}

/// The action that opens what was kept; `None` where it cannot be read.
pub(super) fn opening(record: &Record) -> Option<Action> {
    let project = export::Project::from_json(&record.project).ok()?;
    let name = Rc::from(project.name.as_str());
    let (accounts, corrections) = from_project(project);
    let project = Project {
        id: Rc::from(record.id.as_str()),
        name,
    };
    Some(Action::Open(project, accounts, corrections))
}

/// Opens a project that comes from a file, under a new id.
pub(super) fn open_project(dispatch: &Dispatch, project: export::Project) {
    let name = Rc::from(project.name.as_str());
    let (accounts, corrections) = from_project(project);
    let project = Project {
        id: new_id().into(),
        name,
    };
    dispatch.dispatch(Action::Open(project, accounts, corrections));
}
