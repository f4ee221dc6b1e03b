use claims::{SpeakerId, SpeakerKind, StatementId};
use yew::prelude::*;

use super::matrix::ListProps;
use super::names::count;

/// Rows shown at first; a button shows the rest.
const ROWS: usize = 20;

/// Everybody who says something, most statements first.
#[component]
pub(super) fn Speakers(props: &ListProps) -> Html {
    let all = use_state_eq(|| false);
    let analysis = &props.results.analysis;
    let mut said: Vec<Vec<StatementId>> = vec![Vec::new(); analysis.speakers.len()];
    for (index, statement) in analysis.statements.iter().enumerate() {
        if let Some(list) = statement
            .speaker
            .and_then(|speaker| said.get_mut(speaker.index()))
        {
            list.push(StatementId::from_index(index));
        }
    }
    let mut order: Vec<usize> = (0..said.len()).filter(|&id| !said[id].is_empty()).collect();
    order.sort_by_key(|&id| (core::cmp::Reverse(said[id].len()), id));
    let hidden = if *all { 0 } else { order.len().saturating_sub(ROWS) };
    let onclick = {
        let all = all.clone();
        Callback::from(move |_: MouseEvent| all.set(true))
    };
    html! {
        <section id="speakers" class="speakers" aria-labelledby="speakers-title">
            <h2 id="speakers-title">{ "Speakers" }</h2>
            <ul>
                { for order.iter().take(order.len() - hidden).map(|&id| row(props, SpeakerId::from_index(id), &said[id])) }
            </ul>
            if hidden > 0 {
                <button type="button" class="text" {onclick}>{ format!("{} more", count(hidden, "speaker", "speakers")) }</button>
            }
        </section>
    }
}

fn row(props: &ListProps, id: SpeakerId, said: &[StatementId]) -> Html {
    let speaker = &props.results.analysis.speakers[id.index()];
    let kind = match speaker.kind {
        SpeakerKind::Person => "",
        SpeakerKind::Organization => "organization",
        SpeakerKind::Group => "group",
        SpeakerKind::Unnamed => "unnamed",
        SpeakerKind::Author => "the account’s own voice",
    };
    let about = speaker
        .roles
        .iter()
        .take(3)
        .map(String::as_str)
        .chain((!kind.is_empty()).then_some(kind));
    html! {
        <li key={id.0}>
            <button type="button" class="speaker" onclick={props.select(said.to_vec())}>
                <span class="name">{ &speaker.name }</span>
                <span class="about">{ about.collect::<Vec<_>>().join(" · ") }</span>
                <span class="times">{ count(said.len(), "statement", "statements") }</span>
            </button>
        </li>
    }
}
