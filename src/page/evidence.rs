use claims::{Analysis, StatementId};
use yew::prelude::*;

use super::matrix::ListProps;
use super::names::{count, who, words};
use crate::session::{Accounts, Action, Origin, Session};

/// Cards shown at once; a column of more is read in the text instead.
const CARDS: usize = 12;

/// The selected statements: who reports whom doing what, the words, and the rule that read them so.
#[component]
pub(super) fn Evidence(props: &ListProps) -> Html {
    let selected = &props.selection.statements;
    let analysis = &props.results.analysis;
    html! {
        <section id="evidence" class="evidence" aria-label="Selected statements" aria-live="polite">
            if selected.is_empty() {
                <p class="quiet">{ "Select a mark, or words in the text, to see the statement behind it." }</p>
            } else {
                <h2>{ count(selected.len(), "statement", "statements") }</h2>
                <ol>
                    { for selected.iter().take(CARDS).map(|&id| card(props, analysis, id)) }
                </ol>
                if selected.len() > CARDS {
                    <p class="quiet">{ format!("and {} more, marked in the text.", selected.len() - CARDS) }</p>
                }
            }
        </section>
    }
}

fn card(props: &ListProps, analysis: &Analysis, id: StatementId) -> Html {
    let Some(statement) = analysis.statements.get(id.index()) else {
        return Html::default();
    };
    let focused = props.selection.focus == Some(id);
    let dispatch: UseReducerDispatcher<Session> = props.dispatch.clone();
    let onclick = Callback::from(move |_: MouseEvent| dispatch.dispatch(Action::Focus(id, Origin::Chart)));
    let content = words(analysis, statement, &statement.content, 320);
    let cue = words(analysis, statement, &statement.cue, 60);
    html! {
        <li class={classes!("card", focused.then_some("focused"))} key={id.0}>
            <button type="button" class="passage" {onclick} aria-current={focused.then_some("true")}>
                <span class="chain">{ for chain(analysis, id).into_iter().enumerate().map(|(index, link)| html! {
                    <>
                        if index > 0 { <span class="arrow" aria-hidden="true">{ "›" }</span> }
                        <span>{ link }</span>
                    </>
                }) }</span>
                if !content.is_empty() { <q>{ content }</q> }
            </button>
            <p class="facts">
                <span class="act">{ if statement.negated { format!("{}, negated", statement.act) } else { statement.act.to_string() } }</span>
                <span>{ statement.form.as_str() }</span>
                if !cue.is_empty() { <span>{ "cue " }<u class={statement.engagement.as_str()}>{ cue }</u></span> }
                <span class="rule">{ &statement.rule }</span>
            </p>
        </li>
    }
}

/// "Account A", then each speaker from the outermost report inwards with what he does.
fn chain(analysis: &Analysis, id: StatementId) -> Vec<String> {
    let mut links: Vec<String> = core::iter::successors(analysis.statements.get(id.index()), |statement| {
        statement
            .inside
            .and_then(|outer| analysis.statements.get(outer.index()))
    })
    .take(16)
    .map(|statement| format!("{} {}", who(analysis, statement), statement.act))
    .collect();
    if let Some(statement) = analysis.statements.get(id.index()) {
        let account = analysis
            .articles
            .get(statement.article.index())
            .map_or_else(|| Accounts::letter(0), |article| article.id.clone());
        links.push(format!("Account {account}"));
    }
    links.reverse();
    links
}
