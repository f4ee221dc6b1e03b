//! From places on the page to places in the text.

use claims::Span;
use gloo::events::EventListener;
use gloo::timers::callback::Timeout;
use wasm_bindgen::JsCast as _;
use web_sys::{Element, Node};
use yew::prelude::*;

/// How long a selection rests before it is taken for one.
const REST_MS: u32 = 120;

/// Words that the reader has selected in an article.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Chosen {
    /// The article's id.
    pub article: String,
    /// Where, in bytes.
    pub span: Span,
}

/// The words that are selected in the marked text, if any.
#[hook]
pub(super) fn use_chosen() -> UseStateHandle<Option<Chosen>> {
    let chosen = use_state_eq(|| None);
    {
        let chosen = chosen.setter();
        use_effect_with((), move |()| {
            let timer = std::cell::RefCell::new(None);
            let listener = EventListener::new(&gloo::utils::document(), "selectionchange", move |_| {
                let chosen = chosen.clone();
                timer.replace(Some(Timeout::new(REST_MS, move || chosen.set(read_selection()))));
            });
            move || drop(listener)
        });
    }
    chosen
}

fn read_selection() -> Option<Chosen> {
    let selection = gloo::utils::window().get_selection().ok()??;
    if selection.is_collapsed() || selection.range_count() == 0 {
        return None;
    }
    let range = selection.get_range_at(0).ok()?;
    let (start, end) = (range.start_container().ok()?, range.end_container().ok()?);
    let article = article_of(&start)?;
    if article_of(&end)? != article {
        return None;
    }
    let from = offset(&start, range.start_offset().ok()?)?;
    let to = offset(&end, range.end_offset().ok()?)?;
    (from < to).then(|| Chosen {
        article: article.get_attribute("data-article").unwrap_or_default(),
        span: Span::new(from, to),
    })
}

fn article_of(node: &Node) -> Option<Element> {
    element_of(node)?.closest("article.reading").ok()?
}

fn element_of(node: &Node) -> Option<Element> {
    match node.dyn_ref::<Element>() {
        Some(element) => Some(element.clone()),
        None => node.parent_element(),
    }
}

/// The byte of the article's text that a place in the document is at: `units` UTF-16 units into a text node, or before
/// the child at that index of an element.
pub(super) fn offset(node: &Node, units: u32) -> Option<u32> {
    let (node, units) = match node.child_nodes().get(units) {
        // Before a child: at its first word.
        Some(child) if node.dyn_ref::<Element>().is_some() => (child, 0),
        _ => (node.clone(), units),
    };
    let element = element_of(&node)?;
    let run = match element.closest("[data-at]").ok()? {
        Some(run) => run,
        None => element.query_selector("[data-at]").ok()??,
    };
    let start: u32 = run.get_attribute("data-at")?.parse().ok()?;
    let text = run.text_content()?;
    let mut left = units;
    let mut bytes = 0;
    for c in text.chars() {
        let width = c.len_utf16() as u32;
        if left < width {
            break;
        }
        left -= width;
        bytes += c.len_utf8() as u32;
    }
    Some(start + bytes)
}

/// The byte of the article's text under a point of the screen.
pub(super) fn at_point(x: i32, y: i32) -> Option<u32> {
    let caret = gloo::utils::document().caret_position_from_point(x as f32, y as f32)?;
    offset(&caret.offset_node()?, caret.offset())
}
