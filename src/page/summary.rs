use std::collections::HashSet;
use std::rc::Rc;

use yew::prelude::*;

use super::names::count;
use crate::session::{Action, Results, Session, View};

#[derive(Properties, PartialEq)]
pub(super) struct SummaryProps {
    /// What was found, if anything yet.
    pub results: Option<Rc<Results>>,
    /// Where actions go.
    pub dispatch: UseReducerDispatcher<Session>,
}

/// "2 accounts · 9 speakers · 4 points at issue · 2 contested", each a way to the part of the chart that it counts.
#[component]
pub(super) fn Summary(props: &SummaryProps) -> Html {
    let parts = props.results.as_ref().map(|results| {
        let analysis = &results.analysis;
        let speaking: HashSet<_> = analysis
            .statements
            .iter()
            .filter_map(|statement| statement.speaker)
            .collect();
        let issues = results.matrix.columns.len() + results.matrix.more_columns;
        [
            (
                "#account-panel",
                count(analysis.articles.len(), "account", "accounts"),
            ),
            ("#speakers", count(speaking.len(), "speaker", "speakers")),
            ("#matrix", count(issues, "point at issue", "points at issue")),
            ("#contests", format!("{} contested", analysis.contested.len())),
        ]
    });
    // On a narrow screen the accounts are on the side that does not show.
    let turn = {
        let dispatch = props.dispatch.clone();
        Callback::from(move |_: MouseEvent| dispatch.dispatch(Action::Turn(View::Text)))
    };
    html! {
        <p id="summary" class="summary" aria-live="polite">
            if let Some(parts) = parts {
                { for parts.into_iter().enumerate().map(|(index, (target, words))| html! {
                    <>
                        if index > 0 { <span class="dot-between">{ " · " }</span> }
                        <a href={target} onclick={(index == 0).then(|| turn.clone())}>{ words }</a>
                    </>
                }) }
            }
        </p>
    }
}
