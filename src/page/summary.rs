use std::collections::HashSet;
use std::rc::Rc;

use yew::prelude::*;

use super::names::count;
use crate::session::Results;

#[derive(Properties, PartialEq)]
pub(super) struct SummaryProps {
    /// What was found, if anything yet.
    pub results: Option<Rc<Results>>,
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
    html! {
        <p id="summary" class="summary" aria-live="polite">
            if let Some(parts) = parts {
                { for parts.into_iter().enumerate().map(|(index, (target, words))| html! {
                    <>
                        if index > 0 { <span class="dot-between">{ " · " }</span> }
                        <a href={target}>{ words }</a>
                    </>
                }) }
            }
        </p>
    }
}
