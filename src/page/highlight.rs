//! What is selected, and what the pointer or the focus is on, is highlighted wherever it shows.

use std::cell::RefCell;
use std::collections::HashMap;
use std::rc::Rc;

use gloo::events::EventListener;
use wasm_bindgen::prelude::*;
use web_sys::{
    Element, Event, MutationObserver, MutationObserverInit, MutationRecord, NodeList, ScrollBehavior,
    ScrollIntoViewOptions, ScrollLogicalPosition,
};
use yew::prelude::*;

use crate::session::Selection;

/// Elements that stand for statements.
const MARKS: &str = "[data-statements]";

/// Gives every element that stands for a selected statement the attribute `data-chosen` (and `aria-pressed`, where it is
/// a button that is pressed or not), and every element that shares a statement with the one under the pointer, or with
/// the focus, the attribute `data-hover`.
///
/// By the document, not by components: it has to keep up with the reader whatever is on screen, and touches only the
/// few elements that change. What is drawn later is marked when it is drawn.
#[hook]
pub(super) fn use_highlight(selection: &Rc<Selection>) {
    let marks = use_mut_ref(Marks::default);
    {
        let marks = Rc::clone(&marks);
        use_effect_with((), move |()| {
            let watching = (listen(&marks), watch(&marks));
            move || {
                if let Some((observer, _callback)) = &watching.1 {
                    observer.disconnect();
                }
                drop(watching);
            }
        });
    }
    use_effect_with(Rc::clone(selection), move |selection| {
        marks.borrow_mut().choose(selection);
    });
}

/// Brings a mark of what is selected into view in the chart: the one that was used, else the first.
pub(super) fn reveal() {
    let document = gloo::utils::document();
    let Ok(Some(chart)) = document.query_selector("#chart") else {
        return;
    };
    let used = document
        .active_element()
        .filter(|element| element.has_attribute("data-chosen") && chart.contains(Some(element)));
    let first = || {
        ["[data-chosen][aria-pressed]", "[data-chosen]"]
            .into_iter()
            .find_map(|marks| chart.query_selector(marks).ok().flatten())
    };
    if let Some(mark) = used.or_else(first) {
        let options = ScrollIntoViewOptions::new();
        options.set_block(ScrollLogicalPosition::Nearest);
        options.set_inline(ScrollLogicalPosition::Nearest);
        options.set_behavior(ScrollBehavior::Instant);
        mark.scroll_into_view_with_scroll_into_view_options(&options);
    }
}

/// Follows the pointer and the focus.
fn listen(marks: &Rc<RefCell<Marks>>) -> [EventListener; 2] {
    let document = gloo::utils::document();
    let last = Rc::new(RefCell::new(String::new()));
    ["mouseover", "focusin"].map(|kind| {
        let (marks, last) = (Rc::clone(marks), Rc::clone(&last));
        EventListener::new(&document, kind, move |event: &Event| {
            let under = event
                .target()
                .and_then(|target| target.dyn_into::<Element>().ok())
                .and_then(|target| target.closest(MARKS).ok().flatten())
                .and_then(|mark| {
                    // Of nested statements the innermost is meant.
                    mark.get_attribute("data-statement")
                        .or_else(|| mark.get_attribute("data-statements"))
                })
                .unwrap_or_default();
            if *last.borrow() != under {
                marks.borrow_mut().hover(&under);
                last.replace(under);
            }
        })
    })
}

type Watch = (
    MutationObserver,
    Closure<dyn FnMut(Vec<MutationRecord>, MutationObserver)>,
);

/// Notices what is drawn anew.
fn watch(marks: &Rc<RefCell<Marks>>) -> Option<Watch> {
    let marks = Rc::clone(marks);
    let callback = Closure::new(move |records: Vec<MutationRecord>, _| {
        if records.iter().any(concerns_marks) {
            marks.borrow_mut().drawn_anew();
        }
    });
    let observer = MutationObserver::new(callback.as_ref().unchecked_ref()).ok()?;
    let what = MutationObserverInit::new();
    what.set_child_list(true);
    what.set_subtree(true);
    what.set_attribute_filter(&js_sys::Array::of1(&"data-statements".into()));
    observer
        .observe_with_options(gloo::utils::body().as_ref(), &what)
        .ok()?;
    Some((observer, callback))
}

fn concerns_marks(record: &MutationRecord) -> bool {
    record.attribute_name().is_some()
        || elements(&record.added_nodes()).any(|element| {
            let within = || element.query_selector(MARKS).is_ok_and(|found| found.is_some());
            element.matches(MARKS).unwrap_or(false) || within()
        })
}

fn elements(nodes: &NodeList) -> impl Iterator<Item = Element> {
    (0..nodes.length()).filter_map(|at| nodes.get(at)?.dyn_into().ok())
}

/// The elements that stand for statements, and which of them are marked.
#[derive(Default)]
struct Marks {
    /// By statement; `None` after something was drawn, until it is needed.
    index: Option<HashMap<u32, Vec<Element>>>,
    selection: Rc<Selection>,
    chosen: Vec<Element>,
    hovered: Vec<Element>,
}

impl Marks {
    fn choose(&mut self, selection: &Rc<Selection>) {
        self.selection = Rc::clone(selection);
        let chosen = self.of(selection.statements.iter().map(|id| id.0));
        for mark in &self.chosen {
            put(mark, "data-chosen", false);
            press(mark, false);
        }
        for mark in &chosen {
            put(mark, "data-chosen", true);
            press(mark, true);
        }
        self.chosen = chosen;
    }

    fn hover(&mut self, statements: &str) {
        let under = self.of(statements.split(' ').filter_map(|id| id.parse().ok()));
        for mark in &self.hovered {
            put(mark, "data-hover", false);
        }
        for mark in &under {
            put(mark, "data-hover", true);
        }
        self.hovered = under;
    }

    fn drawn_anew(&mut self) {
        self.index = None;
        let selection = Rc::clone(&self.selection);
        self.choose(&selection);
    }

    /// The elements that stand for any of `statements`.
    fn of(&mut self, statements: impl Iterator<Item = u32>) -> Vec<Element> {
        let mut statements = statements.peekable();
        if statements.peek().is_none() {
            return Vec::new();
        }
        let index = self.index.get_or_insert_with(index);
        statements
            .filter_map(|id| index.get(&id))
            .flatten()
            .cloned()
            .collect()
    }
}

fn index() -> HashMap<u32, Vec<Element>> {
    let mut index: HashMap<u32, Vec<Element>> = HashMap::new();
    let Ok(marks) = gloo::utils::document().query_selector_all(MARKS) else {
        return index;
    };
    for mark in elements(&marks) {
        let statements = mark.get_attribute("data-statements").unwrap_or_default();
        for id in statements.split(' ').filter_map(|id| id.parse().ok()) {
            index.entry(id).or_default().push(mark.clone());
        }
    }
    index
}

fn put(mark: &Element, attribute: &str, on: bool) {
    // Fails for no attribute of this file.
    let _ = mark.toggle_attribute_with_force(attribute, on);
}

fn press(mark: &Element, on: bool) {
    if mark.has_attribute("aria-pressed") {
        // As above.
        let _ = mark.set_attribute("aria-pressed", if on { "true" } else { "false" });
    }
}
