//! What the pointer or the focus is on is highlighted wherever it shows.

use std::collections::HashSet;

use gloo::events::EventListener;
use wasm_bindgen::JsCast as _;
use web_sys::{Element, Event};
use yew::prelude::*;

/// Elements that stand for statements.
const MARKS: &str = "[data-statements]";

/// Gives every element that shares a statement with the one under the pointer, or with the focus, the attribute
/// `data-hover`. By the document, not by components: it has to keep up with the pointer whatever is on screen.
#[hook]
pub(super) fn use_highlight() {
    use_effect_with((), |()| {
        let document = gloo::utils::document();
        let last = std::rc::Rc::new(std::cell::RefCell::new(String::new()));
        let listen = |kind: &'static str| {
            let last = last.clone();
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
                    highlight(&under);
                    last.replace(under);
                }
            })
        };
        let listeners = ["mouseover", "focusin"].map(listen);
        move || drop(listeners)
    });
}

fn highlight(statements: &str) {
    let document = gloo::utils::document();
    let wanted: HashSet<&str> = statements.split(' ').filter(|id| !id.is_empty()).collect();
    let Ok(marks) = document.query_selector_all(MARKS) else {
        return;
    };
    for mark in (0..marks.length()).filter_map(|at| marks.get(at)?.dyn_into::<Element>().ok()) {
        let of = mark.get_attribute("data-statements").unwrap_or_default();
        let touched = !wanted.is_empty() && of.split(' ').any(|id| wanted.contains(id));
        if touched != mark.has_attribute("data-hover") {
            // Neither fails for this name.
            let _ = if touched {
                mark.set_attribute("data-hover", "")
            } else {
                mark.remove_attribute("data-hover")
            };
        }
    }
}
