use std::rc::Rc;

use yew::prelude::*;

use crate::engine::ArticleNotice;
use crate::session::{Action, Model, Phase, Progress, Session};
use crate::text;

#[derive(Properties, PartialEq)]
pub(super) struct StatusProps {
    /// What the page knows.
    pub session: Rc<Session>,
    /// Where actions go.
    pub dispatch: UseReducerDispatcher<Session>,
}

/// How far the work is, and what went wrong.
#[component]
pub(super) fn Status(props: &StatusProps) -> Html {
    let session = &props.session;
    let act = |action: Action| {
        let dispatch = props.dispatch.clone();
        Callback::from(move |_: MouseEvent| dispatch.dispatch(action.clone()))
    };
    let again = |label: &'static str| {
        html! { <button type="button" class="text" onclick={act(Action::Read)}>{ label }</button> }
    };
    let phase = match &session.phase {
        Phase::Working(progress) => {
            let (label, progress) = match session.model {
                Model::Fetching(fetched) => (text::FETCHING, fetched),
                _ => (text::READING, *progress),
            };
            working(label, progress, Some(act(Action::Cancel)))
        }
        Phase::Empty if let Model::Fetching(fetched) = session.model => {
            working(text::FETCHING, fetched, None)
        }
        Phase::Cancelled => html! {
            <div class="note" role="status"><p>{ text::CANCELLED }</p>{ again(text::ANALYSE) }</div>
        },
        Phase::Failed(notice) => html! {
            <div class="note error" role="alert"><p>{ about(notice, session) }</p></div>
        },
        Phase::NoEngine(message) => html! {
            <div class="note error" role="alert">
                <p>{ message }{ text::UNTOUCHED }</p>
                { again(text::TRY_AGAIN) }
            </div>
        },
        Phase::Done | Phase::Empty => notices(session),
    };
    html! {
        <>
            { phase }
            if let Some(told) = &session.told {
                <div class="note" role="status">
                    <p>{ told.to_string() }</p>
                    <button type="button" class="text" onclick={act(Action::Tell(None))}>{ text::CLOSE }</button>
                </div>
            }
        </>
    }
}

fn working(label: &'static str, progress: Progress, cancel: Option<Callback<MouseEvent>>) -> Html {
    // Without a total yet, the bar runs to and fro.
    let value = (progress.total > 0).then(|| progress.done.to_string());
    html! {
        <div class="working">
            <span id="progress-label">{ label }</span>
            <progress role="progressbar" aria-labelledby="progress-label" max={progress.total.max(1).to_string()} {value} />
            if let Some(onclick) = cancel {
                <button type="button" id="cancel" class="text" {onclick}>{ text::CANCEL }</button>
            }
        </div>
    }
}

fn notices(session: &Session) -> Html {
    let Some(results) = session
        .results
        .as_ref()
        .filter(|results| !results.notices.is_empty())
    else {
        return Html::default();
    };
    html! {
        <div class="note" role="status">
            { for results.notices.iter().map(|notice| html! { <p>{ about(notice, session) }</p> }) }
        </div>
    }
}

/// The notice in words, naming the account.
fn about(notice: &ArticleNotice, session: &Session) -> String {
    let name = session
        .filled()
        .nth(notice.article as usize)
        .map_or("A", |(_, account)| &*account.name);
    format!("{}: {}", text::account(name), notice.message)
}
