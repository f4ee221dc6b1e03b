use claims::{Analysis, Contest, SpeakerId, StatementId};
use yew::prelude::*;

use super::matrix::ListProps;
use super::names::{name, words};

/// Where two statements cannot both stand: both passages side by side, and why.
#[component]
pub(super) fn Contests(props: &ListProps) -> Html {
    let analysis = &props.results.analysis;
    html! {
        <section id="contests" class="contests" aria-labelledby="contests-title">
            <h2 id="contests-title">{ "Contested" }</h2>
            if analysis.contested.is_empty() {
                <p class="quiet">{ "Nothing that these accounts say contradicts another part of them, as far as the words tell." }</p>
            } else {
                <ul>{ for analysis.contested.iter().map(|contest| card(props, analysis, contest)) }</ul>
            }
        </section>
    }
}

fn card(props: &ListProps, analysis: &Analysis, contest: &Contest) -> Html {
    let [first, second] = contest.evidence;
    let label = analysis
        .issues
        .get(contest.issue.index())
        .map_or("", |issue| issue.label.as_str());
    html! {
        <li class="card">
            <h3>
                <button type="button" class="text" onclick={props.select(vec![first, second])}>{ label }</button>
                <span class="flag">{ contest.kind.as_str() }</span>
            </h3>
            <div class="sides">
                { side(props, analysis, contest.a, first) }
                { side(props, analysis, contest.b, second) }
            </div>
            <p class="rule">{ &contest.why }</p>
        </li>
    }
}

fn side(props: &ListProps, analysis: &Analysis, speaker: SpeakerId, id: StatementId) -> Html {
    let Some(statement) = analysis.statements.get(id.index()) else {
        return Html::default();
    };
    let account = analysis
        .articles
        .get(statement.article.index())
        .map_or("", |article| article.id.as_str());
    let selected = props.selection.contains(id);
    html! {
        <button
            type="button" class="passage" aria-pressed={if selected { "true" } else { "false" }}
            onclick={props.select(vec![id])}
        >
            <span class="chain">
                <b>{ name(analysis, speaker) }</b>
                <span class="account">{ format!("Account {account}") }</span>
            </span>
            <q>{ words(analysis, statement, if statement.content.is_empty() { &statement.cue } else { &statement.content }, 220) }</q>
        </button>
    }
}
