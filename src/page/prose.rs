use std::collections::HashMap;

use claims::{Analysis, IssueId, SpeakerId, Stance, StatementId};
use yew::prelude::*;

use super::names::name;
use super::props::{ViewProps, list};
use crate::text;

/// Issues and speakers told of.
const ISSUES: usize = 6;
const SPEAKERS: usize = 24;

/// What was found, in sentences, each part of which leads to its statements.
#[component]
pub(super) fn Prose(props: &ViewProps) -> Html {
    let analysis = &props.results.analysis;
    let shared = analysis
        .issues
        .iter()
        .enumerate()
        .filter(|(_, issue)| issue.statements.len() > 1 && issue.statements.iter().any(|&id| props.shows(id)))
        .take(ISSUES);
    html! {
        <div id="summary-view" class="prose">
            { for shared.map(|(at, _)| issue(props, IssueId::from_index(at))) }
            { speakers(props) }
        </div>
    }
}

/// "On “the bridge”, Finch is for; Ode is against (according to Finch). This is contested."
fn issue(props: &ViewProps, id: IssueId) -> Html {
    let analysis = &props.results.analysis;
    let issue = &analysis.issues[id.index()];
    let contested = analysis.contested.iter().any(|contest| contest.issue == id);
    let sides = Stance::ALL.iter().filter_map(|&stance| {
        let who: Vec<(SpeakerId, String, Vec<StatementId>)> = issue
            .positions
            .iter()
            .filter(|position| position.stance == stance)
            .map(|position| {
                let statements: Vec<_> = position
                    .statements
                    .iter()
                    .copied()
                    .filter(|&id| props.shows(id))
                    .collect();
                let via: Vec<&str> = position.via.iter().map(|&via| name(analysis, via)).collect();
                let via = if via.is_empty() {
                    String::new()
                } else {
                    format!(" ({})", text::according_to(&via))
                };
                (position.speaker, via, statements)
            })
            .filter(|(.., statements)| !statements.is_empty())
            .collect();
        (!who.is_empty()).then_some((stance, who))
    });
    let sides: Vec<Html> = sides
        .map(|(stance, who)| {
            html! {
                <li>
                    <span class={classes!("side", stance.as_str())}><super::glyph::StanceGlyph {stance} />{ stance.as_str() }</span>
                    <span>{ for who.into_iter().enumerate().map(|(at, (speaker, via, statements))| html! {
                        <>
                            { if at > 0 { "; " } else { "" } }
                            <button type="button" class="in-text" data-statements={list(&statements)} onclick={props.select(statements)}>
                                { name(analysis, speaker) }
                            </button>
                            { via }
                        </>
                    }) }</span>
                </li>
            }
        })
        .collect();
    html! {
        <section>
            <h3>
                { "“" }{ &issue.label }{ "”" }
                if contested { <span class="flag">{ text::CONTESTED }</span> }
            </h3>
            <ul>{ for sides }</ul>
        </section>
    }
}

fn speakers(props: &ViewProps) -> Html {
    let analysis: &Analysis = &props.results.analysis;
    let mut said: HashMap<SpeakerId, Vec<StatementId>> = HashMap::new();
    for (at, statement) in analysis.statements.iter().enumerate() {
        let id = StatementId::from_index(at);
        if let Some(speaker) = statement.speaker.filter(|_| props.shows(id)) {
            said.entry(speaker).or_default().push(id);
        }
    }
    let mut order: Vec<(SpeakerId, Vec<StatementId>)> = said.into_iter().collect();
    order.sort_by_key(|(id, said)| (core::cmp::Reverse(said.len()), *id));
    let row = |(id, said): (SpeakerId, Vec<StatementId>)| {
        let speaker = &analysis.speakers[id.index()];
        let about: Vec<&str> = speaker
            .roles
            .iter()
            .take(3)
            .map(String::as_str)
            .chain([text::kind(speaker.kind)])
            .collect();
        html! {
            <li key={id.0}>
                <button type="button" class="speaker" data-statements={list(&said)} onclick={props.select(said.clone())}>
                    <span class="name">{ &speaker.name }</span>
                    <span class="about">{ about.join(" · ") }</span>
                    <span class="times">{ text::statements(said.len()) }</span>
                </button>
            </li>
        }
    };
    html! {
        <section id="speakers" class="speakers" aria-labelledby="speakers-title">
            <h3 id="speakers-title">{ text::SPEAKERS }</h3>
            <ul>{ for order.into_iter().take(SPEAKERS).map(row) }</ul>
        </section>
    }
}
