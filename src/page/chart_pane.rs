use std::rc::Rc;

use yew::prelude::*;

use super::accounts::PaneProps;
use super::contests::Contests;
use super::evidence::Evidence;
use super::hooks::about;
use super::legend::Legend;
use super::matrix::MatrixView;
use super::speakers::Speakers;
use super::summary::Summary;
use super::welcome::Welcome;
use crate::session::{Action, Model, Phase, Progress, Results, Session};

/// The right side: a line of summary, how far the work is, and the chart with its lists.
#[component]
pub(super) fn ChartPane(props: &PaneProps) -> Html {
    let session = &props.session;
    html! {
        <section id="chart" class="chart" aria-label="Chart" tabindex="0">
            <Summary results={session.results.clone()} dispatch={props.dispatch.clone()} />
            { status(props) }
            { match &session.results {
                Some(results) => charts(props, results),
                None => html! { <Welcome /> },
            } }
        </section>
    }
}

fn charts(props: &PaneProps, results: &Rc<Results>) -> Html {
    if results.analysis.statements.is_empty() {
        return html! {
            <div class="nothing">
                <h2>{ "No statements found" }</h2>
                <p>
                    { "Sayso looks for people saying things: quotations, “said”, “according to”, “denied”. This text has none that it can read. Paste a news article in English, or try the example." }
                </p>
            </div>
        };
    }
    let selection = &props.session.selection;
    html! {
        <>
            <Legend />
            <MatrixView results={Rc::clone(results)} selection={Rc::clone(selection)} dispatch={props.dispatch.clone()} />
            <Evidence results={Rc::clone(results)} selection={Rc::clone(selection)} dispatch={props.dispatch.clone()} />
            <Contests results={Rc::clone(results)} selection={Rc::clone(selection)} dispatch={props.dispatch.clone()} />
            <Speakers results={Rc::clone(results)} selection={Rc::clone(selection)} dispatch={props.dispatch.clone()} />
        </>
    }
}

fn status(props: &PaneProps) -> Html {
    let session = &props.session;
    let act = |action: Action| {
        let dispatch = props.dispatch.clone();
        Callback::from(move |_: MouseEvent| dispatch.dispatch(action.clone()))
    };
    let again = |label: &str| {
        html! { <button type="button" class="text" onclick={act(Action::Read)}>{ label.to_owned() }</button> }
    };
    match &session.phase {
        Phase::Working(progress) => {
            let (label, progress) = match session.model {
                Model::Fetching(fetched) => (FETCHING, fetched),
                _ => ("Reading the accounts", *progress),
            };
            working(label, progress, Some(act(Action::Cancel)))
        }
        Phase::Empty if let Model::Fetching(fetched) = session.model => working(FETCHING, fetched, None),
        Phase::Cancelled => html! {
            <div class="note" role="status"><p>{ "Cancelled. Your text is untouched." }</p>{ again("Analyse") }</div>
        },
        Phase::Failed(notice) => html! {
            <div class="note error" role="alert"><p>{ about(notice, session) }</p></div>
        },
        Phase::NoEngine(message) => html! {
            <div class="note error" role="alert">
                <p>{ message }{ " Your text is untouched." }</p>
                { again("Try again") }
            </div>
        },
        Phase::Done | Phase::Empty => notices(session),
    }
}

/// Shown while the models come, with or without an analysis waiting for them.
const FETCHING: &str = "Fetching what it takes to read English, this once";

fn working(label: &'static str, progress: Progress, cancel: Option<Callback<MouseEvent>>) -> Html {
    // Without a total yet, the bar runs to and fro.
    let value = (progress.total > 0).then(|| progress.done.to_string());
    html! {
        <div class="working">
            <span id="progress-label">{ label }</span>
            <progress role="progressbar" aria-labelledby="progress-label" max={progress.total.max(1).to_string()} {value} />
            if let Some(onclick) = cancel {
                <button type="button" id="cancel" class="text" {onclick}>{ "Cancel" }</button>
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
