//! Files and rich text from outside.

use gloo::events::{EventListener, EventListenerOptions};
use wasm_bindgen::JsCast as _;
use wasm_bindgen_futures::spawn_local;
use web_sys::{DragEvent, FileList};
use yew::prelude::*;

use super::saving::open_project;
use crate::keep::{Opened, open};
use crate::session::{Action, Session};

type Dispatch = UseReducerDispatcher<Session>;

/// Reads files: each text becomes an account, a project takes the place of the present one. What cannot be read is
/// said.
pub(super) fn open_files(dispatch: &Dispatch, files: &FileList) {
    let files: Vec<web_sys::File> = (0..files.length()).filter_map(|at| files.get(at)).collect();
    let dispatch = dispatch.clone();
    spawn_local(async move {
        let mut accounts = Vec::new();
        let mut trouble = Vec::new();
        let mut project = None;
        for file in files {
            match open(file).await {
                Ok(Opened::Account(account)) => accounts.push(account),
                Ok(Opened::Project(found)) => project = Some(found),
                Err(error) => trouble.push(error.to_string()),
            }
        }
        if let Some(project) = project {
            open_project(&dispatch, project);
        }
        dispatch.dispatch(Action::Bring(accounts));
        let told = (!trouble.is_empty()).then(|| trouble.join(" ").into());
        dispatch.dispatch(Action::Tell(told));
    });
}

/// Files dropped anywhere on the page are opened.
#[hook]
pub(super) fn use_drop(dispatch: Dispatch) {
    use_effect_with((), move |()| {
        let document = gloo::utils::document();
        let options = EventListenerOptions::enable_prevent_default();
        let files = |event: &Event| {
            let data = event.dyn_ref::<DragEvent>()?.data_transfer()?;
            let has_files = data.types().includes(&"Files".into(), 0);
            has_files.then(|| data.files()).flatten()
        };
        // Only what is said not to be refused can be dropped.
        let over = EventListener::new_with_options(&document, "dragover", options, move |event| {
            if files(event).is_some() {
                event.prevent_default();
            }
        });
        let drop_on = EventListener::new_with_options(&document, "drop", options, move |event| {
            if let Some(files) = files(event).filter(|files| files.length() > 0) {
                event.prevent_default();
                open_files(&dispatch, &files);
            }
        });
        move || drop((over, drop_on))
    });
}
