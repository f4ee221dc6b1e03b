use std::rc::Rc;

use claims::{ArticleId, StatementId};
use gloo::timers::callback::Timeout;
use web_sys::{Element, HtmlElement, ScrollBehavior, ScrollIntoViewOptions, ScrollLogicalPosition};
use yew::prelude::*;

use super::block::BlockView;
use crate::session::{Action, Origin, Results, Selection, Session};

/// After one and after several frames.
const SETTLE_MS: [u32; 2] = [20, 120];

#[derive(Properties, PartialEq)]
pub(super) struct ReadingProps {
    /// Which article.
    pub article: ArticleId,
    /// What was found.
    pub results: Rc<Results>,
    /// The account's letter.
    pub label: String,
    /// What is selected.
    pub selection: Rc<Selection>,
    /// Where actions go.
    pub dispatch: UseReducerDispatcher<Session>,
}

/// An article with every statement marked.
#[component]
pub(super) fn Reading(props: &ReadingProps) -> Html {
    let node = use_node_ref();
    {
        let node = node.clone();
        use_effect_with(
            (Rc::clone(&props.selection), props.article),
            move |(selection, _)| {
                let mut again = Vec::new();
                if let (Origin::Chart, Some(focus)) = (selection.origin, selection.focus) {
                    show(&node, focus);
                    // Blocks that have not been on screen have a guessed height; once they are laid out, the words
                    // may have moved.
                    again.extend(SETTLE_MS.map(|wait| {
                        let node = node.clone();
                        Timeout::new(wait, move || show(&node, focus))
                    }));
                }
                move || drop(again)
            },
        );
    }
    let onclick = {
        let dispatch = props.dispatch.clone();
        Callback::from(move |event: MouseEvent| {
            // The reader is copying words, not choosing a statement.
            if gloo::utils::window()
                .get_selection()
                .ok()
                .flatten()
                .is_some_and(|s| !s.is_collapsed())
            {
                return;
            }
            let chosen = event
                .target_dyn_into::<Element>()
                .and_then(|target| target.closest("[data-statement]").ok().flatten())
                .and_then(|run| run.get_attribute("data-statement")?.parse().ok());
            dispatch.dispatch(match chosen {
                Some(id) => Action::Select(vec![StatementId(id)], Origin::Text),
                None => Action::Deselect,
            });
        })
    };
    let Some(marked) = props.results.marked.get(props.article.index()) else {
        return Html::default();
    };
    let selected = selected_by_block(props, marked);
    let none: Rc<[StatementId]> = Rc::from([]);
    html! {
        <article
            class="reading" ref={node} tabindex="0" {onclick}
            aria-label={format!("Account {}, statements marked. J and K step through them.", props.label)}
        >
            { for (0..marked.blocks.len()).map(|index| html! {
                <BlockView
                    key={index}
                    article={props.article}
                    results={Rc::clone(&props.results)}
                    {index}
                    selected={selected.get(&index).cloned().unwrap_or_else(|| Rc::clone(&none))}
                />
            }) }
        </article>
    }
}

/// The selected statements of each block that has any.
fn selected_by_block(
    props: &ReadingProps,
    marked: &chart::Marked,
) -> std::collections::HashMap<usize, Rc<[StatementId]>> {
    let mut lists: std::collections::HashMap<usize, Vec<StatementId>> = std::collections::HashMap::new();
    for &id in &props.selection.statements {
        let Some(statement) = props.results.analysis.statements.get(id.index()) else {
            continue;
        };
        if statement.article != props.article {
            continue;
        }
        for span in [&statement.source, &statement.cue, &statement.content]
            .into_iter()
            .flatten()
        {
            let first = marked
                .blocks
                .partition_point(|block| block.span.end <= span.start);
            for (index, block) in marked.blocks.iter().enumerate().skip(first) {
                if block.span.start >= span.end {
                    break;
                }
                let list = lists.entry(index).or_default();
                if list.last() != Some(&id) {
                    list.push(id);
                }
            }
        }
    }
    lists
        .into_iter()
        .map(|(index, list)| (index, Rc::from(list)))
        .collect()
}

/// Scrolls the statement's words to the middle of the view.
fn show(node: &NodeRef, statement: StatementId) {
    let Some(root) = node.cast::<HtmlElement>() else {
        return;
    };
    let id = statement.0;
    let selector = format!("[data-statement=\"{id}\"], [data-statements~=\"{id}\"]");
    let Ok(Some(words)) = root.query_selector(&selector) else {
        return;
    };
    let options = ScrollIntoViewOptions::new();
    options.set_block(ScrollLogicalPosition::Center);
    options.set_behavior(ScrollBehavior::Instant);
    words.scroll_into_view_with_scroll_into_view_options(&options);
}
