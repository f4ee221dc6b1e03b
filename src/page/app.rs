use std::rc::Rc;

use yew::prelude::*;

use super::accounts::AccountsPane;
use super::bar::Bar;
use super::chart_pane::ChartPane;
use super::hooks::{use_engine, use_shortcuts};
use crate::session::{Phase, Session, View};

/// The whole page.
#[component]
pub fn App() -> Html {
    let session = use_reducer(Session::default);
    let dispatch = session.dispatcher();
    use_engine(&session);
    let known = Rc::new((*session).clone());
    use_shortcuts(dispatch.clone());

    let state = match session.phase {
        Phase::Empty | Phase::Cancelled => "empty",
        Phase::Working(_) => "working",
        Phase::Done => "done",
        Phase::Failed(_) | Phase::NoEngine(_) => "failed",
    };
    let view = match session.view {
        View::Text => "text",
        View::Chart => "chart",
    };
    html! {
        <>
            <a class="skip" href="#chart">{ "Skip to the chart" }</a>
            <Bar
                dispatch={dispatch.clone()}
                can_undo={session.can_undo()}
                can_redo={session.can_redo()}
                view={session.view}
                selected={session.selection.statements.len()}
            />
            <main id="app" data-state={state} data-view={view}>
                <AccountsPane session={Rc::clone(&known)} dispatch={dispatch.clone()} />
                <ChartPane session={Rc::clone(&known)} {dispatch} />
            </main>
        </>
    }
}
