use std::rc::Rc;

use yew::prelude::*;

use super::accounts::AccountsPane;
use super::bar::Bar;
use super::chart_pane::ChartPane;
use super::files::use_drop;
use super::highlight::use_highlight;
use super::keys::use_shortcuts;
use super::later::use_later;
use super::link::use_engine;
use super::panel::{Panel, PanelProps};
use super::props::ViewProps;
use super::saving::use_saving;
use crate::session::{Phase, Session, View};
use crate::text;

/// The whole page.
#[component]
pub fn App() -> Html {
    let session = use_reducer(Session::default);
    let dispatch = session.dispatcher();
    use_engine(&session);
    use_shortcuts(&session);
    use_highlight(&session.selection);
    use_saving(&session);
    use_drop(dispatch.clone());
    let known = Rc::new((*session).clone());
    let keep = use_memo(
        (session.results.clone(), Rc::clone(&session.filter)),
        |(results, filter)| -> Rc<[bool]> {
            results.as_ref().map_or_else(
                || Rc::from([]),
                |results| Rc::from(filter.apply(&results.analysis, &results.reviews)),
            )
        },
    );
    let view = session
        .results
        .as_ref()
        .filter(|results| !results.analysis.articles.is_empty())
        .map(|results| ViewProps {
            results: Rc::clone(results),
            filter: Rc::clone(&session.filter),
            keep: Rc::clone(&keep),
            dispatch: dispatch.clone(),
        });
    let panel = use_later(view.clone().map(|view| PanelProps {
        view,
        selection: Rc::clone(&session.selection),
        unreviewed: session.unreviewed(),
        reshaping: session.reshaping,
    }));
    let state = match session.phase {
        Phase::Empty | Phase::Cancelled => "empty",
        Phase::Working(_) => "working",
        Phase::Done => "done",
        Phase::Failed(_) | Phase::NoEngine(_) => "failed",
    };
    let side = match session.view {
        View::Text => "text",
        View::Chart => "chart",
    };
    html! {
        <>
            <a class="skip" href="#chart">{ text::SKIP }</a>
            <Bar session={Rc::clone(&known)} dispatch={dispatch.clone()} />
            <main id="app" data-state={state} data-view={side} data-edition={session.results.as_ref().map(|results| results.corrections.len().to_string())}>
                <AccountsPane session={Rc::clone(&known)} dispatch={dispatch.clone()} />
                <ChartPane session={Rc::clone(&known)} {view} {dispatch} />
                if let Some(props) = panel {
                    <Panel ..props />
                }
            </main>
        </>
    }
}
