use std::rc::Rc;

use claims::Analysis;
use wasm_bindgen_futures::spawn_local;
use web_sys::{HtmlDialogElement, HtmlInputElement};
use yew::prelude::*;

use super::bar::icon;
use super::files::open_files;
use super::picture::{save_picture, save_vector};
use super::saving::{opening, record};
use crate::keep::{Record, Store, StoreError, new_id, save, suggested_name, to_project};
use crate::session::{Action, Incoming, Project, Session};
use crate::text;

#[derive(Properties, PartialEq)]
pub(super) struct ProjectProps {
    /// What the page knows.
    pub session: Rc<Session>,
    /// Where actions go.
    pub dispatch: UseReducerDispatcher<Session>,
}

/// The project: its name, the files that it can be saved to, and the other projects of this browser.
#[component]
pub(super) fn ProjectDialog(props: &ProjectProps) -> Html {
    let dialog = use_node_ref();
    let records = use_state(Vec::<Record>::new);
    let close = {
        let dialog = dialog.clone();
        move || {
            if let Some(dialog) = dialog.cast::<HtmlDialogElement>() {
                dialog.close();
            }
        }
    };
    let refresh = {
        let (records, dispatch) = (records.setter(), props.dispatch.clone());
        Callback::from(move |change: Change| {
            let (records, dispatch) = (records.clone(), dispatch.clone());
            spawn_local(async move {
                match apply(change).await {
                    Ok(list) => records.set(list),
                    Err(error) => dispatch.dispatch(Action::Tell(Some(error.to_string().into()))),
                }
            });
        })
    };
    let open = {
        let (dialog, refresh, session) = (dialog.clone(), refresh.clone(), Rc::clone(&props.session));
        Callback::from(move |_: MouseEvent| {
            if let Some(dialog) = dialog.cast::<HtmlDialogElement>() {
                // Fails only where it is open already.
                let _ = dialog.show_modal();
            }
            // The newest changes may not be kept yet.
            let worth = session.filled().next().is_some();
            refresh.emit(
                record(&session)
                    .filter(|_| worth)
                    .map_or(Change::Nothing, Change::Put),
            );
        })
    };
    html! {
        <>
            <button type="button" id="project" class="text" title={text::PROJECT} onclick={open}>
                { icon("M2 4.5h4l1.5 2H14v6.5H2z") }<span class="label">{ text::PROJECT }</span>
            </button>
            <dialog ref={dialog} class="project" aria-labelledby="project-title">
                <form method="dialog">
                    <h2 id="project-title">{ text::PROJECT }</h2>
                    { present(props, &refresh) }
                    { exports(props) }
                    <h3>{ text::PROJECTS }</h3>
                    <ul class="records">
                        { for records.iter().map(|record| row(props, record, &refresh, close.clone())) }
                    </ul>
                    <div class="exports">
                        { new_button(props, close.clone()) }
                        { open_button(props, close) }
                    </div>
                    <p class="quiet">{ text::KEPT_WHERE }</p>
                    <button type="submit" class="primary">{ text::CLOSE }</button>
                </form>
            </dialog>
        </>
    }
}

/// What is to be done to the kept projects before they are listed.
enum Change {
    Nothing,
    Put(Record),
    Delete(String),
}

async fn apply(change: Change) -> Result<Vec<Record>, StoreError> {
    let store = Store::open().await?;
    match change {
        Change::Nothing => {}
        Change::Put(record) => store.put(&record).await?,
        Change::Delete(id) => store.delete(&id).await?,
    }
    store.list().await
}

/// What files of this project are called.
fn file_name(session: &Session) -> String {
    let name = if session.project.name.is_empty() {
        suggested_name(session)
    } else {
        session.project.name.to_string()
    };
    let plain: String = name
        .chars()
        .map(|c| if c.is_alphanumeric() { c } else { '-' })
        .collect();
    let plain = plain.trim_matches('-');
    if plain.is_empty() {
        "sayso".to_owned()
    } else {
        plain.to_owned()
    }
}

fn present(props: &ProjectProps, refresh: &Callback<Change>) -> Html {
    let session = &props.session;
    let onchange = {
        let (dispatch, session, refresh) = (props.dispatch.clone(), Rc::clone(session), refresh.clone());
        Callback::from(move |event: Event| {
            if let Some(input) = event.target_dyn_into::<HtmlInputElement>() {
                let name: Rc<str> = input.value().trim().into();
                dispatch.dispatch(Action::Name(Rc::clone(&name)));
                let mut renamed = (*session).clone();
                renamed.project.name = name;
                if let Some(record) = record(&renamed) {
                    refresh.emit(Change::Put(record));
                }
            }
        })
    };
    let onsave = {
        let session = Rc::clone(session);
        Callback::from(move |_: MouseEvent| {
            if let Ok(json) = to_project(&session).to_json() {
                save(
                    &format!("{}.sayso.json", file_name(&session)),
                    "application/json",
                    &json,
                );
            }
        })
    };
    let suggested = suggested_name(session);
    html! {
        <div class="line">
            <input
                type="text" name="project" aria-label={text::PROJECT_NAME} placeholder={suggested} maxlength="120"
                value={session.project.name.to_string()} autocomplete="off" {onchange}
            />
            <button type="button" id="save-project" class="text" onclick={onsave}>{ text::SAVE_FILE }</button>
        </div>
    }
}

fn exports(props: &ProjectProps) -> Html {
    let Some(results) = props.session.results.clone() else {
        return Html::default();
    };
    let button = |id: &'static str, label: &'static str, make: Rc<dyn Fn()>| {
        html! { <button type="button" {id} class="text" onclick={Callback::from(move |_: MouseEvent| make())}>{ label }</button> }
    };
    let name = file_name(&props.session);
    let statements = {
        let (results, name) = (results.clone(), name.clone());
        move |ending: &str, kind: &str, write: &dyn Fn(&Analysis) -> Option<String>| {
            if let Some(contents) = write(&results.analysis) {
                save(&format!("{name}{ending}"), kind, &contents);
            }
        }
    };
    let json = {
        let statements = statements.clone();
        Rc::new(move || {
            statements(".json", "application/json", &|analysis| {
                export::to_json(analysis).ok()
            });
        })
    };
    let csv = {
        let reviews = results.reviews.clone();
        Rc::new(move || {
            statements(".csv", "text/csv;charset=utf-8", &|analysis| {
                Some(export::to_csv(analysis, &reviews))
            });
        })
    };
    let mode = props.session.mode;
    let (vector, picture) = {
        let (results, filter) = (results, Rc::clone(&props.session.filter));
        let file = format!("{name}-{}", text::mode(mode).to_lowercase());
        let (r, f, n) = (results.clone(), filter.clone(), file.clone());
        (
            Rc::new(move || save_vector(&n, mode, &r, &f)),
            Rc::new(move || save_picture(&file, mode, &results, &filter)),
        )
    };
    html! {
        <>
            <h3>{ text::EXPORT }</h3>
            <div class="exports">
                { button("save-json", text::EXPORT_JSON, json) }
                { button("save-csv", text::EXPORT_CSV, csv) }
                if super::picture::has_picture(mode) {
                    { button("save-svg", text::EXPORT_SVG, vector) }
                    { button("save-png", text::EXPORT_PNG, picture) }
                } else {
                    <span class="quiet">{ text::NO_PICTURE }</span>
                }
            </div>
        </>
    }
}

fn row(
    props: &ProjectProps,
    record: &Record,
    refresh: &Callback<Change>,
    close: impl Fn() + 'static,
) -> Html {
    let here = *record.id == *props.session.project.id;
    let onopen = {
        let (dispatch, record) = (props.dispatch.clone(), record.clone());
        Callback::from(move |_: MouseEvent| {
            dispatch.dispatch(opening(&record).unwrap_or_else(|| Action::Tell(Some(text::DAMAGED.into()))));
            close();
        })
    };
    let onduplicate = {
        let (refresh, record) = (refresh.clone(), record.clone());
        Callback::from(move |_: MouseEvent| {
            if let Some(copy) = copy_of(&record) {
                refresh.emit(Change::Put(copy));
            }
        })
    };
    let ondelete = {
        let (refresh, dispatch, id) = (refresh.clone(), props.dispatch.clone(), record.id.clone());
        Callback::from(move |_: MouseEvent| {
            refresh.emit(Change::Delete(id.clone()));
            if here {
                dispatch.dispatch(fresh());
            }
        })
    };
    let name = if record.name.is_empty() {
        text::UNNAMED
    } else {
        &record.name
    };
    let about = format!(
        "{} · {}",
        text::accounts(record.accounts as usize),
        date(record.kept)
    );
    html! {
        <li key={record.id.clone()} aria-current={here.then_some("true")}>
            <button type="button" class="open-record" onclick={onopen} disabled={here}>
                <span>{ name.to_owned() }</span><small>{ about }</small>
            </button>
            <button type="button" class="text" aria-label={format!("{} {name}", text::DUPLICATE)} onclick={onduplicate}>{ text::DUPLICATE }</button>
            <button type="button" class="text" aria-label={format!("{} {name}", text::DELETE)} onclick={ondelete}>{ text::DELETE }</button>
        </li>
    }
}

/// The same project under another id and name; `None` where it cannot be read.
fn copy_of(record: &Record) -> Option<Record> {
    let mut project = export::Project::from_json(&record.project).ok()?;
    project.name = text::copy_of(&record.name);
    Some(Record {
        id: new_id(),
        name: project.name.clone(),
        kept: js_sys::Date::now(),
        accounts: record.accounts,
        project: project.to_json().ok()?,
    })
}

/// A day and time, as the reader's browser writes it.
fn date(kept: f64) -> String {
    js_sys::Date::new(&kept.into())
        .to_locale_string("default", &wasm_bindgen::JsValue::UNDEFINED)
        .into()
}

/// An empty project.
fn fresh() -> Action {
    let project = Project {
        id: new_id().into(),
        name: Rc::from(""),
    };
    Action::Open(project, vec![Incoming::default()], Vec::new())
}

fn new_button(props: &ProjectProps, close: impl Fn() + 'static) -> Html {
    let dispatch = props.dispatch.clone();
    let onclick = Callback::from(move |_: MouseEvent| {
        dispatch.dispatch(fresh());
        close();
    });
    html! { <button type="button" id="new-project" class="text" {onclick}>{ text::NEW_PROJECT }</button> }
}

fn open_button(props: &ProjectProps, close: impl Fn() + 'static) -> Html {
    let dispatch = props.dispatch.clone();
    let onchange = Callback::from(move |event: Event| {
        if let Some(input) = event.target_dyn_into::<HtmlInputElement>() {
            if let Some(files) = input.files() {
                open_files(&dispatch, &files);
            }
            // The same file can be opened again.
            input.set_value("");
            close();
        }
    });
    html! {
        <label class="text file">
            { text::OPEN_FILE }
            <input type="file" id="open-file" class="unseen" multiple={true} accept=".txt,.md,.html,.htm,.json" {onchange} />
        </label>
    }
}
