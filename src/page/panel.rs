use std::rc::Rc;

use claims::{Act, Added, Anchor, Change, Correction, StatementId, Who};
use yew::prelude::*;

use super::bar::icon;
use super::entity::{Entity, EntityDialog};
use super::fields::Fields;
use super::highlight::reveal;
use super::names::{chain, who, words};
use super::passage::Passage;
use super::place::{Chosen, use_chosen};
use super::props::ViewProps;
use crate::session::{Action, Origin, Selection};
use crate::text;

#[derive(Properties, PartialEq, Clone)]
pub(super) struct PanelProps {
    /// What every view is given.
    pub view: ViewProps,
    /// What is selected.
    pub selection: Rc<Selection>,
    /// How many statements nobody has looked at yet.
    pub unreviewed: usize,
    /// Whether the ends of the statement's words can be moved.
    pub reshaping: bool,
}

/// The selected statement: who reports whom doing what, the words, the rule behind every field, and what to do about it.
#[component]
pub(super) fn Panel(props: &PanelProps) -> Html {
    let view = &props.view;
    let chosen = use_chosen();
    // The panel has just taken its room from the chart.
    use_effect_with(Rc::clone(&props.selection), |_| reveal());
    let entity = use_state_eq(|| None::<Entity>);
    let open = {
        let entity = entity.clone();
        Callback::from(move |which: Entity| entity.set(Some(which)))
    };
    let close = {
        let entity = entity.clone();
        Callback::from(move |()| entity.set(None))
    };
    let focus = props
        .selection
        .focus
        .filter(|id| id.index() < view.results.analysis.statements.len());
    html! {
        <section id="evidence" class={classes!("workpanel", focus.is_none().then_some("idle"))} aria-label={text::SELECTED}>
            <p class="unseen" role="status">{ text::state(view.results.corrections.len(), props.unreviewed) }</p>
            { head(props, focus) }
            if let Some(chosen) = (*chosen).clone() { { chosen_words(view, focus, &chosen) } }
            if let Some(id) = focus {
                { statement(props, id, &open) }
            }
            if let Some(entity) = *entity { <EntityDialog view={view.clone()} {entity} {close} /> }
        </section>
    }
}

fn head(props: &PanelProps, focus: Option<StatementId>) -> Html {
    let view = &props.view;
    let selected = &props.selection.statements;
    let at = focus.and_then(|focus| selected.binary_search(&focus).ok());
    let go = |to: Option<&StatementId>, label: &'static str, path: &'static str| {
        let onclick = to.map(|&id| view.act(Action::Focus(id, Origin::Chart)));
        html! {
            <button type="button" class="bare" aria-label={label} title={label} disabled={onclick.is_none()} {onclick}>
                { icon(path) }
            </button>
        }
    };
    html! {
        <div class="panel-head">
            if let Some(at) = at {
                if selected.len() > 1 {
                    { go(at.checked_sub(1).and_then(|at| selected.get(at)), text::PREVIOUS, "M10 3 5 8l5 5") }
                    <span class="quiet" aria-live="polite">{ text::nth_of(at + 1, selected.len()) }</span>
                    { go(selected.get(at + 1), text::NEXT, "m6 3 5 5-5 5") }
                    <button type="button" class="text" id="accept-all" onclick={bulk(props, Change::Accept)}>
                        { text::accept_all(selected.len()) }
                    </button>
                    <button type="button" class="text" id="reject-all" onclick={bulk(props, Change::Reject)}>
                        { text::reject_all(selected.len()) }
                    </button>
                }
            } else {
                <p class="quiet">{ text::SELECT_HOW }</p>
            }
            <span class="gap"></span>
            if props.unreviewed > 0 {
                <button
                    type="button" class="bare previous-unreviewed" aria-label={text::PREVIOUS_UNREVIEWED} title={text::PREVIOUS_UNREVIEWED}
                    onclick={view.act(Action::StepUnreviewed(false))}
                >
                    { icon("M10 3 5 8l5 5") }
                </button>
                <button
                    type="button" id="next-unreviewed" class="text" title={text::NEXT_UNREVIEWED_KEYS}
                    onclick={view.act(Action::StepUnreviewed(true))}
                >
                    { text::NEXT_UNREVIEWED }<span class="times">{ props.unreviewed }</span>
                </button>
            } else {
                <span class="quiet">{ text::ALL_REVIEWED }</span>
            }
            if focus.is_some() {
                <button
                    type="button" class="bare" aria-label={text::DESELECT} title={text::DESELECT}
                    onclick={view.act(Action::Deselect)}
                >
                    { icon("M4 4l8 8M12 4l-8 8") }
                </button>
            }
        </div>
    }
}

/// Makes the same change to every selected statement, in one step.
fn bulk(props: &PanelProps, change: Change) -> Callback<MouseEvent> {
    let selection = Rc::clone(&props.selection);
    props.view.act_on(move |view| {
        let made = selection
            .statements
            .iter()
            .filter_map(|&id| correction(view, id, change.clone()));
        Some(Action::Correct(made.collect()))
    })
}

/// A change of one statement, as a correction.
pub(super) fn correction(view: &ViewProps, id: StatementId, change: Change) -> Option<Correction> {
    let at = Anchor::of(&view.results.analysis, id)?;
    Some(Correction::Statement { at, change })
}

/// The action that accepts a statement, or takes that back.
pub(super) fn accept(view: &ViewProps, id: StatementId) -> Option<Action> {
    let made = correction(view, id, Change::Accept)?;
    let before = view.results.corrections.iter().position(|other| *other == made);
    Some(match before {
        Some(at) => Action::Withdraw(vec![at]),
        None => Action::Correct(vec![made]),
    })
}

fn statement(props: &PanelProps, id: StatementId, open: &Callback<Entity>) -> Html {
    let view = &props.view;
    let analysis = &view.results.analysis;
    let statement = &analysis.statements[id.index()];
    let review = view.results.review(id);
    let cue = words(analysis, statement, &statement.cue, 40);
    let reject =
        view.act_on(move |view| correction(view, id, Change::Reject).map(|made| Action::Correct(vec![made])));
    let reject_here = reject.clone();
    let ignoring = Action::Correct(vec![Correction::IgnoreCue(
        words(analysis, statement, &statement.cue, 400).replace(" … ", " "),
    )]);
    html! {
        <>
            <div class="verdict">
                <ol class="chain" aria-label={text::CHAIN}>
                    <li>{ text::account(super::names::account(analysis, statement.article)) }</li>
                    { for chain(analysis, id).into_iter().map(|link| link_view(view, link, link == id)) }
                </ol>
                <button
                    type="button" id="accept" class={classes!("text", review.accepted.then_some("on"))} title={text::ACCEPT_KEYS}
                    aria-pressed={if review.accepted { "true" } else { "false" }} onclick={view.act_on(move |view| accept(view, id))}
                >
                    { icon("M3 8.5l3.5 3.5L13 4.5") }{ if review.accepted { text::ACCEPTED } else { text::ACCEPT } }
                </button>
                <button type="button" id="reject" class="text" title={text::REJECT_KEYS} onclick={reject}>
                    { icon("M4 4l8 8M12 4l-8 8") }{ text::REJECT }
                </button>
            </div>
            <Passage results={view.results.clone()} statement={id} />
            <Fields key={id.0} view={view.clone()} {id} {open} />
            <div class="panel-foot">
                <span class="quiet">
                    { text::form(statement.form) }{ " · " }{ text::factuality(statement.factuality) }{ " · " }
                    { text::engagement(statement.engagement) }
                    if review.added { { " · " }{ text::ADDED_BY_HAND } }
                </span>
                <span class="gap"></span>
                <button
                    type="button" id="reshape" class="text" aria-pressed={if props.reshaping { "true" } else { "false" }}
                    title={text::CHANGE_WORDS_HOW} onclick={view.act(Action::Reshape(!props.reshaping))}
                >
                    { if props.reshaping { text::DONE } else { text::CHANGE_WORDS } }
                </button>
                if !cue.is_empty() {
                    <span class="ignore" role="group" aria-label={text::ignore_cue(&cue)}>
                        <span class="quiet">{ text::ignore_cue(&cue) }</span>
                        <button type="button" id="ignore-here" class="text" onclick={reject_here}>{ text::IGNORE_HERE }</button>
                        <button type="button" id="ignore-cue" class="text" onclick={view.act(ignoring)}>{ text::IGNORE_EVERYWHERE }</button>
                    </span>
                }
            </div>
            if props.reshaping { <p class="quiet">{ text::CHANGE_WORDS_HOW }</p> }
        </>
    }
}

fn link_view(view: &ViewProps, link: StatementId, is_last: bool) -> Html {
    let analysis = &view.results.analysis;
    let statement = &analysis.statements[link.index()];
    let words = html! { <>{ who(analysis, statement) }{ " " }<i>{ statement.act.as_str() }</i></> };
    html! {
        <li>
            if is_last {
                <b>{ words }</b>
            } else {
                <button type="button" class="in-text" onclick={view.select(vec![link])}>{ words }</button>
            }
        </li>
    }
}

/// Words that the reader has selected in the text, and what can be made of them.
fn chosen_words(view: &ViewProps, focus: Option<StatementId>, chosen: &Chosen) -> Html {
    let analysis = &view.results.analysis;
    let Some(article) = analysis
        .articles
        .iter()
        .find(|article| article.id == chosen.article)
    else {
        return Html::default();
    };
    let quote = claims::Quote::of(&article.text, chosen.span);
    let added = Correction::Add(Added {
        article: chosen.article.clone(),
        source: Vec::new(),
        cue: Vec::new(),
        content: vec![quote.clone()],
        speaker: None::<Who>,
        act: Act::Asserts,
    });
    let uses = focus
        .filter(|id| {
            super::names::account(analysis, analysis.statements[id.index()].article) == chosen.article
        })
        .map(|id| {
            claims::Role::ALL.map(|role| {
                let quote = quote.clone();
                let onclick = view.act_on(move |view| {
                    let made = correction(view, id, Change::Words(role, vec![quote.clone()]))?;
                    Some(Action::Correct(vec![made]))
                });
                html! { <button type="button" class="text" {onclick}>{ text::use_as(role) }</button> }
            })
        });
    html! {
        <div class="chosen-words" role="status">
            <span class="quiet">{ text::CHOSEN_WORDS }</span>
            <q>{ text::cut(chosen.span.of(&article.text), 60) }</q>
            <button type="button" id="add-statement" class="text" onclick={view.act(Action::Correct(vec![added]))}>
                { text::NEW_STATEMENT }
            </button>
            { for uses.into_iter().flatten() }
        </div>
    }
}
