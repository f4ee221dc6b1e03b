use claims::{Analysis, Change, Correction, IssueId, Point, SpeakerId, StatementId, Who};
use wasm_bindgen::JsCast as _;
use web_sys::{HtmlDialogElement, HtmlElement, HtmlInputElement, HtmlSelectElement};
use yew::prelude::*;

use super::names::words;
use super::panel::correction;
use super::props::ViewProps;
use crate::session::Action;
use crate::text;

/// Statements to choose from when something is split.
const LISTED: usize = 60;

/// Who or what a dialog is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Entity {
    /// Somebody who speaks.
    Speaker(SpeakerId),
    /// What it is about.
    Issue(IssueId),
}

#[derive(Properties, PartialEq)]
pub(super) struct EntityProps {
    /// What every view is given.
    pub view: ViewProps,
    /// Who or what it is about.
    pub entity: Entity,
    /// Called when it is closed.
    pub close: Callback<()>,
}

/// Renames a speaker or an issue, merges it into another, or splits some of its statements off.
#[component]
pub(super) fn EntityDialog(props: &EntityProps) -> Html {
    let node = use_node_ref();
    {
        let node = node.clone();
        use_effect_with(props.entity, move |_| {
            if let Some(dialog) = node.cast::<HtmlDialogElement>() {
                // Fails only where it is open already.
                let _ = dialog.show_modal();
            }
        });
    }
    let analysis = &props.view.results.analysis;
    let name = props.entity.name(analysis).to_owned();
    let field = |selector: &'static str| {
        let node = node.clone();
        move || -> Option<HtmlElement> {
            node.cast::<HtmlElement>()?
                .query_selector(selector)
                .ok()
                .flatten()?
                .dyn_into()
                .ok()
        }
    };
    let done = {
        let (node, dispatch) = (node.clone(), props.view.dispatch.clone());
        move |corrections: Vec<Correction>| {
            dispatch.dispatch(Action::Correct(corrections));
            if let Some(dialog) = node.cast::<HtmlDialogElement>() {
                dialog.close();
            }
        }
    };
    let rename = {
        let (view, entity, done, input) = (
            props.view.clone(),
            props.entity,
            done.clone(),
            field("[name=name]"),
        );
        Callback::from(move |_: MouseEvent| {
            let words = value(input());
            done(
                entity
                    .rename(&view.results.analysis, words.trim())
                    .into_iter()
                    .collect(),
            );
        })
    };
    let merge = {
        let (view, entity, done, list) = (
            props.view.clone(),
            props.entity,
            done.clone(),
            field("[name=into]"),
        );
        Callback::from(move |_: MouseEvent| {
            let into = list()
                .and_then(|list| list.dyn_into::<HtmlSelectElement>().ok())
                .and_then(|list| list.value().parse().ok());
            done(
                into.and_then(|into| entity.merge(&view.results.analysis, into))
                    .into_iter()
                    .collect(),
            );
        })
    };
    let split = {
        let (view, entity, node, input) = (
            props.view.clone(),
            props.entity,
            node.clone(),
            field("[name=apart]"),
        );
        Callback::from(move |_: MouseEvent| {
            let words = value(input());
            let corrections = checked(&node)
                .into_iter()
                .filter_map(|id| correction(&view, id, entity.change(words.trim())?))
                .collect();
            done(corrections);
        })
    };
    let onclose = {
        let close = props.close.clone();
        Callback::from(move |_: Event| close.emit(()))
    };
    let (what, how, placeholder) = match props.entity {
        Entity::Speaker(_) => (text::SPEAKER, text::SPLIT_SPEAKER_HOW, text::NEW_SPEAKER),
        Entity::Issue(_) => (text::ISSUE, text::SPLIT_ISSUE_HOW, text::NEW_ISSUE),
    };
    html! {
        <dialog ref={node} class="entity" aria-labelledby="entity-title" {onclose}>
            <form method="dialog">
                <h2 id="entity-title">{ what }</h2>
                <div class="line">
                    <input type="text" name="name" aria-label={text::RENAME} value={name} maxlength="200" autocomplete="off" />
                    <button type="button" class="text" id="rename" onclick={rename}>{ text::RENAME }</button>
                </div>
                <div class="line">
                    <select name="into" aria-label={text::MERGE}>
                        <option value="" selected={true}>{ text::CHOOSE }</option>
                        { for props.entity.others(analysis).into_iter().map(|(at, name)| html! {
                            <option value={at.to_string()}>{ name }</option>
                        }) }
                    </select>
                    <button type="button" class="text" id="merge" onclick={merge}>{ text::MERGE }</button>
                </div>
                <fieldset>
                    <legend>{ how }</legend>
                    { for props.entity.statements(analysis).into_iter().take(LISTED).map(|id| {
                        let statement = &analysis.statements[id.index()];
                        let said = if statement.content.is_empty() { &statement.cue } else { &statement.content };
                        html! {
                            <label class="check">
                                <input type="checkbox" value={id.0.to_string()} />
                                <q>{ words(analysis, statement, said, 90) }</q>
                            </label>
                        }
                    }) }
                    <div class="line">
                        <input type="text" name="apart" aria-label={placeholder} {placeholder} maxlength="200" autocomplete="off" />
                        <button type="button" class="text" id="split" onclick={split}>{ text::SPLIT }</button>
                    </div>
                </fieldset>
                <button type="submit" class="primary">{ text::CLOSE }</button>
            </form>
        </dialog>
    }
}

fn value(input: Option<HtmlElement>) -> String {
    input
        .and_then(|input| input.dyn_into::<HtmlInputElement>().ok())
        .map(|input| input.value())
        .unwrap_or_default()
}

fn checked(node: &NodeRef) -> Vec<StatementId> {
    let Some(root) = node.cast::<HtmlElement>() else {
        return Vec::new();
    };
    let Ok(boxes) = root.query_selector_all("input[type=checkbox]:checked") else {
        return Vec::new();
    };
    (0..boxes.length())
        .filter_map(|at| {
            boxes
                .get(at)?
                .dyn_into::<HtmlInputElement>()
                .ok()?
                .value()
                .parse()
                .ok()
        })
        .map(StatementId)
        .collect()
}

impl Entity {
    fn name(self, analysis: &Analysis) -> &str {
        match self {
            Self::Speaker(id) => super::names::name(analysis, id),
            Self::Issue(id) => analysis.issues.get(id.index()).map_or("", |issue| &issue.label),
        }
    }

    /// What it can be merged into.
    fn others(self, analysis: &Analysis) -> Vec<(usize, String)> {
        let mut others: Vec<(usize, String)> = match self {
            Self::Speaker(id) => analysis
                .speakers
                .iter()
                .enumerate()
                .filter(|(at, _)| *at != id.index())
                .map(|(at, speaker)| (at, speaker.name.clone()))
                .collect(),
            Self::Issue(id) => analysis
                .issues
                .iter()
                .enumerate()
                .filter(|(at, _)| *at != id.index())
                .map(|(at, issue)| (at, text::cut(&issue.label, 80)))
                .collect(),
        };
        if matches!(self, Self::Speaker(_)) {
            others.sort_by_cached_key(|(_, name)| name.to_lowercase());
        }
        others
    }

    fn statements(self, analysis: &Analysis) -> Vec<StatementId> {
        match self {
            Self::Speaker(id) => (0..analysis.statements.len())
                .filter(|&at| analysis.statements[at].speaker == Some(id))
                .map(StatementId::from_index)
                .collect(),
            Self::Issue(id) => analysis
                .issues
                .get(id.index())
                .map_or_else(Vec::new, |issue| issue.statements.clone()),
        }
    }

    fn rename(self, analysis: &Analysis, to: &str) -> Option<Correction> {
        if to.is_empty() || to == self.name(analysis) {
            return None;
        }
        Some(match self {
            Self::Speaker(id) => Correction::RenameSpeaker {
                speaker: Who::of(analysis, id)?,
                name: to.to_owned(),
            },
            Self::Issue(id) => Correction::RenameIssue {
                issue: Point::of(analysis, id)?,
                label: to.to_owned(),
            },
        })
    }

    fn merge(self, analysis: &Analysis, into: u32) -> Option<Correction> {
        Some(match self {
            Self::Speaker(id) => Correction::MergeSpeakers {
                speaker: Who::of(analysis, id)?,
                into: Who::of(analysis, SpeakerId(into))?,
            },
            Self::Issue(id) => Correction::MergeIssues {
                issue: Point::of(analysis, id)?,
                into: Point::of(analysis, IssueId(into))?,
            },
        })
    }

    /// What splits a statement off.
    fn change(self, to: &str) -> Option<Change> {
        if to.is_empty() {
            return None;
        }
        Some(match self {
            Self::Speaker(_) => Change::Speaker(Who::named(to)),
            Self::Issue(_) => Change::Issue(Point::new(to)),
        })
    }
}
