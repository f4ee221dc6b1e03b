use claims::{Contest, StatementId};
use yew::prelude::*;

use super::names::chain_words;
use super::passage::Passage;
use super::props::{ViewProps, list};
use crate::text;

/// Where two statements cannot both stand: both passages side by side, each in its sentence, and why.
#[component]
pub(super) fn Contests(props: &ViewProps) -> Html {
    let shown: Vec<&Contest> = props
        .results
        .analysis
        .contested
        .iter()
        .filter(|contest| contest.evidence.iter().any(|&id| props.shows(id)))
        .collect();
    html! {
        <section id="contests" class="contests" aria-label={text::CONTESTS}>
            if shown.is_empty() {
                <p class="quiet">{ text::NO_CONTESTS }</p>
            } else {
                <ul>{ for shown.iter().map(|contest| card(props, contest)) }</ul>
            }
        </section>
    }
}

fn card(props: &ViewProps, contest: &Contest) -> Html {
    let [first, second] = contest.evidence;
    let label = props
        .results
        .analysis
        .issues
        .get(contest.issue.index())
        .map_or("", |issue| issue.label.as_str());
    html! {
        <li class="card">
            <h3>
                <button type="button" class="text" data-statements={list(&[first, second])} onclick={props.select(vec![first, second])}>
                    { label }
                </button>
                <span class="flag">{ contest.kind.as_str() }</span>
            </h3>
            <div class="sides">{ side(props, first) }{ side(props, second) }</div>
            <p class="rule">{ &contest.why }</p>
        </li>
    }
}

fn side(props: &ViewProps, id: StatementId) -> Html {
    html! {
        <button
            type="button" class="passage" data-statements={list(&[id])} aria-pressed="false"
            onclick={props.select(vec![id])}
        >
            <span class="chain">{ chain_words(&props.results.analysis, id) }</span>
            <Passage results={props.results.clone()} statement={id} />
        </button>
    }
}
