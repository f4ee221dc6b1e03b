use std::collections::HashSet;
use std::rc::Rc;

use yew::prelude::*;

use super::contests::Contests;
use super::filters::Filters;
use super::legend::{FirstUse, Legend};
use super::matrix::MatrixView;
use super::network::{AgreementView, NetworkView};
use super::props::ViewProps;
use super::prose::Prose;
use super::status::Status;
use super::table::Table;
use super::timeline::TimelineView;
use super::welcome::Welcome;
use crate::session::{Action, Mode, Session, View};
use crate::text;

#[derive(Properties, PartialEq)]
pub(super) struct ChartPaneProps {
    /// What the page knows.
    pub session: Rc<Session>,
    /// What every view is given; nothing before there are results.
    pub view: Option<ViewProps>,
    /// Where actions go.
    pub dispatch: UseReducerDispatcher<Session>,
}

/// The right side: a line of summary, how far the work is, and the chart in one of its forms.
#[component]
pub(super) fn ChartPane(props: &ChartPaneProps) -> Html {
    let nothing = props
        .view
        .as_ref()
        .is_some_and(|view| view.results.analysis.statements.is_empty());
    html! {
        <section id="chart" class="chart" aria-label={text::CHART} tabindex="0">
            { summary(props) }
            <Status session={Rc::clone(&props.session)} dispatch={props.dispatch.clone()} />
            { match &props.view {
                None => html! { <Welcome /> },
                Some(_) if nothing => html! {
                    <div class="nothing">
                        <h2>{ text::NOTHING_FOUND }</h2>
                        <p>{ text::NOTHING_FOUND_WHY }</p>
                    </div>
                },
                Some(view) => charts(props.session.mode, view),
            } }
        </section>
    }
}

/// "2 accounts · 9 speakers · 4 points at issue · 2 contested", each a way to what it counts.
fn summary(props: &ChartPaneProps) -> Html {
    let parts = props.view.as_ref().map(|view| {
        let analysis = &view.results.analysis;
        let speaking: HashSet<_> = analysis
            .statements
            .iter()
            .filter_map(|statement| statement.speaker)
            .collect();
        let shared = analysis
            .issues
            .iter()
            .filter(|issue| issue.statements.len() > 1 && !issue.positions.is_empty())
            .count();
        [
            // On a narrow screen the accounts are on the side that does not show.
            (text::accounts(analysis.articles.len()), Action::Turn(View::Text)),
            (text::speakers(speaking.len()), Action::Mode(Mode::Summary)),
            (text::issues(shared), Action::Mode(Mode::Matrix)),
            (
                text::contested(analysis.contested.len()),
                Action::Mode(Mode::Contests),
            ),
        ]
    });
    html! {
        <p id="summary" class="summary" aria-live="polite">
            if let (Some(parts), Some(view)) = (parts, &props.view) {
                { for parts.into_iter().enumerate().map(|(index, (words, action))| html! {
                    <>
                        if index > 0 { <span class="dot-between">{ " · " }</span> }
                        <button type="button" class="in-text" onclick={view.act(action)}>{ words }</button>
                    </>
                }) }
            }
        </p>
    }
}

fn charts(mode: Mode, view: &ViewProps) -> Html {
    let tab = |of: Mode| {
        let pressed = if of == mode { "true" } else { "false" };
        let id = format!("mode-{}", text::mode(of).to_lowercase());
        html! {
            <button type="button" {id} aria-pressed={pressed} onclick={view.act(Action::Mode(of))}>
                { text::mode(of) }
                if of == Mode::Contests && !view.results.analysis.contested.is_empty() {
                    <span class="times">{ view.results.analysis.contested.len() }</span>
                }
            </button>
        }
    };
    let all_hidden = !view.keep.iter().any(|&keep| keep);
    html! {
        <>
            <nav class="modes" aria-label={text::VIEWS}>{ for Mode::ALL.into_iter().map(tab) }</nav>
            <Filters view={view.clone()} />
            <Legend><FirstUse /></Legend>
            if all_hidden {
                <p class="quiet" role="status">{ text::NOTHING_PASSES }</p>
            } else {
                { match mode {
                    Mode::Matrix => html! { <MatrixView ..view.clone() /> },
                    Mode::Network => html! { <NetworkView ..view.clone() /> },
                    Mode::Agreement => html! { <AgreementView ..view.clone() /> },
                    Mode::Timeline => html! { <TimelineView ..view.clone() /> },
                    Mode::Contests => html! { <Contests ..view.clone() /> },
                    Mode::Table => html! { <Table ..view.clone() /> },
                    Mode::Summary => html! { <Prose ..view.clone() /> },
                } }
            }
        </>
    }
}
