use std::rc::Rc;

use claims::{Anchor, ArticleId, Change, Correction, Quote, Role, StatementId};
use gloo::timers::callback::Timeout;
use web_sys::{Element, HtmlElement};
use yew::prelude::*;

use super::block::{BlockView, End};
use super::place::at_point;
use crate::session::{Action, Origin, Results, Selection, Session, View, moved, snap, step};
use crate::text;

/// After one and after several frames.
const SETTLE_MS: [u32; 2] = [20, 120];
/// Blocks drawn at a time, so that a text of any length is drawn in short tasks.
const BLOCKS: usize = 48;

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
    /// What a narrow screen shows: where it turns to the text, the selected words have to be found anew.
    pub side: View,
    /// Whether the ends of the focused statement's words can be moved.
    pub reshaping: bool,
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
            (Rc::clone(&props.selection), props.article, props.side),
            move |(selection, ..)| {
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
    // The click that ends a drag is none.
    let dragged = use_mut_ref(|| false);
    let onclick = {
        let (dispatch, dragged) = (props.dispatch.clone(), Rc::clone(&dragged));
        Callback::from(move |event: MouseEvent| {
            // The reader is choosing words, not a statement.
            let choosing = gloo::utils::window()
                .get_selection()
                .ok()
                .flatten()
                .is_some_and(|s| !s.is_collapsed());
            let target = event.target_dyn_into::<Element>();
            let within = |selector: &str| target.as_ref()?.closest(selector).ok().flatten();
            if dragged.replace(false) || choosing || within(".handle").is_some() {
                return;
            }
            let chosen =
                within("[data-statement]").and_then(|run| run.get_attribute("data-statement")?.parse().ok());
            dispatch.dispatch(match chosen {
                Some(id) => Action::Select(vec![StatementId(id)], Origin::Text),
                None => Action::Deselect,
            });
        })
    };
    let marked = props.results.marked.get(props.article.index());
    let blocks = marked.map_or(&[][..], |marked| &marked.blocks);
    let has_focus = |block: &chart::Block| {
        props
            .selection
            .focus
            .is_some_and(|focus| block.statements.binary_search(&focus).is_ok())
    };
    let wanted = blocks.iter().rposition(has_focus).map_or(0, |at| at + 1);
    let shown = use_growing(blocks.len()).max(wanted);
    let reshaped = props.selection.focus.filter(|_| props.reshaping);
    let moving = use_mut_ref(|| None::<End>);
    let shape = Shape {
        results: Rc::clone(&props.results),
        article: props.article,
        id: reshaped,
        dispatch: props.dispatch.clone(),
    };
    let onpointerdown = {
        let moving = Rc::clone(&moving);
        let dragged = Rc::clone(&dragged);
        Callback::from(move |event: PointerEvent| {
            dragged.replace(false);
            *moving.borrow_mut() = event
                .target_dyn_into::<Element>()
                .and_then(|target| end_of(&target));
        })
    };
    let onpointermove = {
        let (moving, node) = (Rc::clone(&moving), node.clone());
        Callback::from(move |event: PointerEvent| {
            if let Some(end) = *moving.borrow() {
                event.prevent_default();
                Shape::preview(end, event.client_x(), event.client_y(), &node);
            }
        })
    };
    let onpointerup = {
        let shape = shape.clone();
        Callback::from(move |event: PointerEvent| {
            if let Some(end) = moving.borrow_mut().take() {
                dragged.replace(true);
                shape.drop_at(end, event.client_x(), event.client_y());
            }
        })
    };
    let onkeydown = Callback::from(move |event: KeyboardEvent| {
        let forward = match event.key().as_str() {
            "ArrowLeft" => false,
            "ArrowRight" => true,
            _ => return,
        };
        if let Some(end) = event
            .target_dyn_into::<Element>()
            .and_then(|target| end_of(&target))
        {
            event.prevent_default();
            shape.step(end, forward);
        }
    });
    let name = props
        .results
        .analysis
        .articles
        .get(props.article.index())
        .map(|article| article.id.clone());
    html! {
        <article
            class={classes!("reading", reshaped.map(|_| "reshaping"))} ref={node} tabindex="0" data-article={name}
            {onclick} {onpointerdown} {onpointermove} {onpointerup} {onkeydown} aria-label={text::marked(&props.label)}
        >
            { for blocks.iter().take(shown).enumerate().map(|(index, block)| {
                let focused = has_focus(block);
                html! {
                    <BlockView
                        key={index}
                        article={props.article}
                        results={Rc::clone(&props.results)}
                        {index}
                        {focused}
                        reshaped={reshaped.filter(|_| focused)}
                    />
                }
            }) }
        </article>
    }
}

/// How many of `all` blocks to draw: in every frame some more.
#[hook]
fn use_growing(all: usize) -> usize {
    let drawn = use_state_eq(|| BLOCKS);
    {
        let drawn = drawn.clone();
        use_effect_with((*drawn, all), move |&(now, all)| {
            let timer = (now < all).then(|| Timeout::new(0, move || drawn.set(now + BLOCKS)));
            move || drop(timer)
        });
    }
    *drawn
}

/// The end that a handle is for.
fn end_of(handle: &Element) -> Option<End> {
    let attribute = |name: &str| handle.get_attribute(name);
    let role = attribute("data-role")?;
    Some(End {
        role: Role::ALL.into_iter().find(|known| known.as_str() == role)?,
        nth: attribute("data-nth")?.parse().ok()?,
        start: attribute("data-start")? == "true",
        at: 0,
    })
}

/// The statement whose words are being moved at their ends.
#[derive(Clone)]
struct Shape {
    results: Rc<Results>,
    article: ArticleId,
    id: Option<StatementId>,
    dispatch: UseReducerDispatcher<Session>,
}

impl Shape {
    fn text(&self) -> &str {
        self.results
            .analysis
            .articles
            .get(self.article.index())
            .map_or("", |article| &article.text)
    }

    fn put(&self, end: End, to: u32) {
        let analysis = &self.results.analysis;
        let Some(id) = self.id else { return };
        let (Some(span), Some(at)) = (end.span(analysis, id), Anchor::of(analysis, id)) else {
            return;
        };
        let new = moved(span, to, end.start);
        if new == span {
            return;
        }
        let spans = end.role.of(&analysis.statements[id.index()]).iter().enumerate();
        let quotes = spans
            .map(|(nth, &span)| Quote::of(self.text(), if nth == end.nth { new } else { span }))
            .collect();
        self.dispatch
            .dispatch(Action::Correct(vec![Correction::Statement {
                at,
                change: Change::Words(end.role, quotes),
            }]));
    }

    fn step(&self, end: End, forward: bool) {
        let span = self.id.and_then(|id| end.span(&self.results.analysis, id));
        if let Some(span) = span {
            let at = if end.start { span.start } else { span.end };
            self.put(end, step(self.text(), at, end.start, forward));
        }
    }

    fn drop_at(&self, end: End, x: i32, y: i32) {
        if let Ok(Some(selection)) = gloo::utils::window().get_selection() {
            // There is always something to unselect: what the preview has selected.
            let _ = selection.remove_all_ranges();
        }
        if let Some(to) = at_point(x, y) {
            self.put(end, snap(self.text(), to, end.start));
        }
    }

    /// Shows what would be the statement's, as selected words.
    fn preview(end: End, x: i32, y: i32, node: &NodeRef) {
        let selection = gloo::utils::window().get_selection().ok().flatten();
        let (Some(selection), Some(root)) = (selection, node.cast::<Element>()) else {
            return;
        };
        let role = end.role.as_str();
        let other = format!(
            ".handle[data-role={role}][data-nth=\"{}\"][data-start={}]",
            end.nth, !end.start
        );
        let caret = gloo::utils::document().caret_position_from_point(x as f32, y as f32);
        if let (Ok(Some(other)), Some(caret)) = (root.query_selector(&other), caret)
            && let Some(under) = caret.offset_node()
            && root.contains(Some(&under))
        {
            // Fails only for nodes that are gone.
            let _ = selection.set_base_and_extent(&other, 0, &under, caret.offset());
        }
    }
}

/// Scrolls the statement's words to the middle of the view, unless they are well in it.
fn show(node: &NodeRef, statement: StatementId) {
    let Some(root) = node.cast::<HtmlElement>() else {
        return;
    };
    let id = statement.0;
    let selector = format!("[data-statement=\"{id}\"], [data-statements~=\"{id}\"]");
    let Ok(Some(words)) = root.query_selector(&selector) else {
        return;
    };
    let (frame, place) = (root.get_bounding_client_rect(), words.get_bounding_client_rect());
    // Nothing has a place on the side of a narrow screen that does not show.
    if frame.height() == 0.0 {
        return;
    }
    if place.top() > frame.top() + 40.0 && place.bottom() < frame.bottom() - 80.0 {
        return;
    }
    let middle = place.top() + place.height() / 2.0 - frame.top() - frame.height() / 2.0;
    root.set_scroll_top(root.scroll_top() + middle as i32);
}
