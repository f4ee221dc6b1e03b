use std::rc::Rc;

use claims::ArticleId;
use yew::prelude::*;

use super::bar::icon;
use super::editor::Editor;
use super::later::use_later;
use super::reading::Reading;
use crate::session::{Action, Session};
use crate::text;

#[derive(Properties, PartialEq)]
pub(super) struct PaneProps {
    /// What the page knows.
    pub session: Rc<Session>,
    /// Where actions go.
    pub dispatch: UseReducerDispatcher<Session>,
}

/// The left side: a tab for each account, and the one in front as a text box or as marked text.
#[component]
pub(super) fn AccountsPane(props: &PaneProps) -> Html {
    let session = &props.session;
    let act = |action: Action| {
        let dispatch = props.dispatch.clone();
        Callback::from(move |_: MouseEvent| dispatch.dispatch(action.clone()))
    };
    let article: Option<ArticleId> = session.article_of(session.accounts.front());
    // The marked text comes a frame after the chart: to put a long one in the place of its box takes long enough.
    let editing = use_later(session.editing) || session.editing;
    let reading = article.filter(|_| !editing).zip(session.results.clone());
    let letter = session.accounts.front().name.to_string();
    let body = if let Some((article, results)) = reading {
        html! {
            <Reading
                key={session.accounts.front().key}
                {article} {results} label={letter.clone()}
                selection={Rc::clone(&session.selection)}
                side={session.view}
                reshaping={session.reshaping}
                dispatch={props.dispatch.clone()}
            />
        }
    } else {
        html! {
            <Editor
                key={session.accounts.front().key}
                label={letter.clone()}
                text={Rc::clone(&session.accounts.front().text)}
                dispatch={props.dispatch.clone()}
            />
        }
    };
    let switch = if editing {
        html! {
            <button type="button" id="read" class="text" disabled={article.is_none()} onclick={act(Action::Read)}>
                { text::SHOW_STATEMENTS }
            </button>
        }
    } else {
        html! { <button type="button" id="edit" class="text" onclick={act(Action::Edit)}>{ text::EDIT_TEXT }</button> }
    };
    html! {
        <section class="accounts" aria-label={text::ACCOUNTS}>
            <div class="tabs">
                <div role="tablist" aria-label={text::ACCOUNTS} onkeydown={arrow_keys(props)}>
                    { for (0..session.accounts.list.len()).map(|index| tab(props, index)) }
                </div>
                <button
                    type="button" id="add-account" aria-label={text::ADD_ACCOUNT} title={text::ADD_ACCOUNT}
                    onclick={act(Action::AddAccount)}
                >
                    { icon("M8 3v10M3 8h10") }
                </button>
                <span class="gap"></span>
                { switch }
                if session.accounts.list.len() > 1 || !session.accounts.front().is_blank() {
                    <button
                        type="button" id="remove-account" onclick={act(Action::RemoveAccount(session.accounts.active))}
                        aria-label={text::remove_account(&letter)} title={text::remove_account(&letter)}
                    >
                        { icon("M4 4l8 8M12 4l-8 8") }
                    </button>
                }
            </div>
            if let Some(about) = Some(session.accounts.front().about.line()).filter(|line| !line.is_empty()) {
                <p class="provenance">{ about }</p>
            }
            <div id="account-panel" class="panel" role="tabpanel" aria-labelledby={format!("tab-{letter}")}>
                { body }
            </div>
        </section>
    }
}

fn tab(props: &PaneProps, index: usize) -> Html {
    let session = &props.session;
    let account = &session.accounts.list[index];
    let active = session.accounts.active == index;
    let letter = account.name.to_string();
    let act = |action: Action| {
        let dispatch = props.dispatch.clone();
        Callback::from(move |_: MouseEvent| dispatch.dispatch(action.clone()))
    };
    html! {
        <button
            type="button" role="tab" class="tab" id={format!("tab-{letter}")} key={account.key}
            aria-selected={if active { "true" } else { "false" }}
            aria-controls="account-panel"
            tabindex={if active { "0" } else { "-1" }}
            title={account.headline().chars().take(120).collect::<String>()}
            onclick={act(Action::Show(index))}
        >
            <span class="prefix">{ text::ACCOUNT }</span>{ letter }
        </button>
    }
}

/// Left and right move between tabs, as the tab pattern of ARIA has it.
fn arrow_keys(props: &PaneProps) -> Callback<KeyboardEvent> {
    let dispatch = props.dispatch.clone();
    let names: Vec<Rc<str>> = props
        .session
        .accounts
        .list
        .iter()
        .map(|account| Rc::clone(&account.name))
        .collect();
    let (active, last) = (
        props.session.accounts.active,
        props.session.accounts.list.len() - 1,
    );
    Callback::from(move |event: KeyboardEvent| {
        let to = match event.key().as_str() {
            "ArrowLeft" => active.checked_sub(1).unwrap_or(last),
            "ArrowRight" => {
                if active == last {
                    0
                } else {
                    active + 1
                }
            }
            "Home" => 0,
            "End" => last,
            _ => return,
        };
        event.prevent_default();
        dispatch.dispatch(Action::Show(to));
        let id = format!("tab-{}", names[to]);
        if let Some(tab) = gloo::utils::document().get_element_by_id(&id) {
            use wasm_bindgen::JsCast as _;
            if let Some(tab) = tab.dyn_ref::<web_sys::HtmlElement>() {
                // Only an element that is gone cannot be focused.
                let _ = tab.focus();
            }
        }
    })
}
