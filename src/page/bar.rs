use std::rc::Rc;

use yew::prelude::*;

use super::help::Help;
use super::theme::ThemeSwitch;
use crate::session::{Action, Session, View};

/// Two accounts of one meeting, made up for this program.
const EXAMPLE: [&str; 2] = [include_str!("../example/a.txt"), include_str!("../example/b.txt")];

#[derive(Properties, PartialEq)]
pub(super) struct BarProps {
    /// Where actions go.
    pub dispatch: UseReducerDispatcher<Session>,
    /// Whether there is something to take back.
    pub can_undo: bool,
    /// Whether there is something to do again.
    pub can_redo: bool,
    /// Which side a narrow screen shows.
    pub view: View,
    /// How many statements are selected.
    pub selected: usize,
}

/// The bar on top: name, promise, and what can be done to the whole; on narrow screens also the switch at the foot.
#[component]
pub(super) fn Bar(props: &BarProps) -> Html {
    let act = |action: Action| {
        let dispatch = props.dispatch.clone();
        Callback::from(move |_: MouseEvent| dispatch.dispatch(action.clone()))
    };
    let example = {
        let dispatch = props.dispatch.clone();
        Callback::from(move |_: MouseEvent| {
            dispatch.dispatch(Action::Load(EXAMPLE.iter().map(|&text| Rc::from(text)).collect()));
        })
    };
    let turn = |view: View, label: Html| {
        let pressed = if props.view == view { "true" } else { "false" };
        html! { <button type="button" aria-pressed={pressed} onclick={act(Action::Turn(view))}>{ label }</button> }
    };
    html! {
        <>
            <header class="bar">
                <h1>{ "Sayso" }</h1>
                <p class="promise">{ "Who says what. Nothing you paste leaves this page." }</p>
                <div class="tools" role="toolbar" aria-label="Tools">
                    <button type="button" id="example" class="text" onclick={example}>{ "Example" }</button>
                    <button
                        type="button" id="undo" aria-label="Undo" title="Undo (Ctrl+Z)"
                        disabled={!props.can_undo} onclick={act(Action::Undo)}
                    >
                        { icon("M6 3 2.5 6.5 6 10M3 6.5h6.5a4 4 0 0 1 0 8H6") }
                    </button>
                    <button
                        type="button" id="redo" aria-label="Redo" title="Redo (Ctrl+Shift+Z)"
                        disabled={!props.can_redo} onclick={act(Action::Redo)}
                    >
                        { icon("m10 3 3.5 3.5L10 10M13 6.5H6.5a4 4 0 0 0 0 8H10") }
                    </button>
                    <ThemeSwitch />
                    <Help />
                </div>
            </header>
            <nav class="turn" aria-label="Side shown">
                { turn(View::Text, html! { "Text" }) }
                { turn(View::Chart, html! {
                    <>{ "Chart" }{ (props.selected > 0).then(|| html! { <span class="dot">{ props.selected }</span> }) }</>
                }) }
            </nav>
        </>
    }
}

/// A line drawing in a square of 16 units.
pub(super) fn icon(path: &'static str) -> Html {
    html! { <svg class="icon" viewBox="0 0 16 16" aria-hidden="true"><path d={path} /></svg> }
}
