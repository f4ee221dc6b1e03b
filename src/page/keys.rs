//! The keyboard, wherever the focus is.

use gloo::events::EventListener;
use wasm_bindgen::JsCast as _;
use web_sys::{Element, HtmlElement, KeyboardEvent};
use yew::prelude::*;

use super::panel::{accept, correction};
use super::props::ViewProps;
use crate::session::{Action, Mode, Session};
use claims::Change;

/// Undo, redo and Escape anywhere outside a text box (which has its own); one-letter keys while the reading, the chart
/// or the panel has the focus, so that nobody who dictates or types sets anything off elsewhere.
#[hook]
pub(super) fn use_shortcuts(session: &UseReducerHandle<Session>) {
    let session = session.clone();
    use_effect(move || {
        let listener = EventListener::new_with_options(
            &gloo::utils::document(),
            "keydown",
            gloo::events::EventListenerOptions::enable_prevent_default(),
            move |event| {
                let Some(event) = event.dyn_ref::<KeyboardEvent>() else {
                    return;
                };
                if let Some(action) = shortcut(&session, event) {
                    event.prevent_default();
                    session.dispatch(action);
                }
            },
        );
        move || drop(listener)
    });
}

fn shortcut(session: &UseReducerHandle<Session>, event: &KeyboardEvent) -> Option<Action> {
    let target = event.target()?.dyn_into::<Element>().ok()?;
    let within = |selector: &str| target.closest(selector).is_ok_and(|found| found.is_some());
    let writing = within("textarea, input, select, dialog");
    let command = event.ctrl_key() || event.meta_key();
    match event.key().as_str() {
        "Enter" if command => return Some(Action::Read),
        "z" | "Z" if command && !writing => {
            return Some(if event.shift_key() {
                Action::Redo
            } else {
                Action::Undo
            });
        }
        "y" if command && !writing => return Some(Action::Redo),
        "Escape" if !writing => return Some(Action::Deselect),
        "?" if !writing => {
            press("help");
            return None;
        }
        "/" if !writing && !command => {
            event.prevent_default();
            focus("search");
            return None;
        }
        _ => {}
    }
    let here = within(".reading, #chart, #evidence, body") && !writing;
    if command || event.alt_key() || !here {
        return None;
    }
    letter(session, &event.key())
}

fn letter(session: &UseReducerHandle<Session>, key: &str) -> Option<Action> {
    let focus_on = || {
        let view = ViewProps {
            results: session.results.clone()?,
            filter: session.filter.clone(),
            keep: std::rc::Rc::from([]),
            dispatch: session.dispatcher(),
        };
        Some((view, session.focus()?))
    };
    match key {
        "j" | "k" => Some(Action::Step(key == "j")),
        "n" | "p" => Some(Action::StepUnreviewed(key == "n")),
        "a" => focus_on().and_then(|(view, id)| accept(&view, id)),
        "x" => focus_on()
            .and_then(|(view, id)| correction(&view, id, Change::Reject))
            .map(|made| Action::Correct(vec![made])),
        "w" => Some(Action::Reshape(!session.reshaping)),
        "s" | "e" => {
            focus(if key == "s" { "field-speaker" } else { "field-act" });
            None
        }
        "+" => {
            press("add-statement");
            None
        }
        _ => {
            let at: usize = key.parse().ok()?;
            Mode::ALL.get(at.checked_sub(1)?).copied().map(Action::Mode)
        }
    }
}

fn find(id: &str) -> Option<HtmlElement> {
    gloo::utils::document().get_element_by_id(id)?.dyn_into().ok()
}

fn press(id: &str) {
    if let Some(button) = find(id) {
        button.click();
    }
}

fn focus(id: &str) {
    if let Some(field) = find(id) {
        // Only an element that is gone cannot be focused.
        let _ = field.focus();
    }
}
