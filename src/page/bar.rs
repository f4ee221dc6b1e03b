use std::rc::Rc;

use yew::prelude::*;

use super::corrections::Corrections;
use super::help::Help;
use super::project::ProjectDialog;
use super::theme::ThemeSwitch;
use crate::session::{Action, Incoming, Session, View};
use crate::text;

/// Two accounts of one meeting, made up for this program.
const EXAMPLE: [&str; 2] = [include_str!("../example/a.txt"), include_str!("../example/b.txt")];

#[derive(Properties, PartialEq)]
pub(super) struct BarProps {
    /// What the page knows.
    pub session: Rc<Session>,
    /// Where actions go.
    pub dispatch: UseReducerDispatcher<Session>,
}

/// The bar on top: name, promise, and what can be done to the whole; on narrow screens also the switch at the foot.
#[component]
pub(super) fn Bar(props: &BarProps) -> Html {
    let session = &props.session;
    let act = |action: Action| {
        let dispatch = props.dispatch.clone();
        Callback::from(move |_: MouseEvent| dispatch.dispatch(action.clone()))
    };
    let example = {
        let dispatch = props.dispatch.clone();
        Callback::from(move |_: MouseEvent| {
            let accounts = EXAMPLE.iter().map(|&text| Incoming {
                text: Rc::from(text),
                ..Incoming::default()
            });
            dispatch.dispatch(Action::Load(accounts.collect()));
        })
    };
    let selected = session.selection.statements.len();
    let turn = |view: View, label: Html| {
        let pressed = if session.view == view { "true" } else { "false" };
        html! { <button type="button" aria-pressed={pressed} onclick={act(Action::Turn(view))}>{ label }</button> }
    };
    html! {
        <>
            <header class="bar">
                <h1>{ text::NAME }</h1>
                <p class="promise">{ text::PROMISE }</p>
                <div class="tools" role="toolbar" aria-label={text::TOOLS}>
                    <button type="button" id="example" class="text" onclick={example}>{ text::EXAMPLE }</button>
                    <button
                        type="button" id="undo" aria-label={text::UNDO} title={text::UNDO_KEYS}
                        disabled={!session.can_undo()} onclick={act(Action::Undo)}
                    >
                        { icon("M6 3 2.5 6.5 6 10M3 6.5h6.5a4 4 0 0 1 0 8H6") }
                    </button>
                    <button
                        type="button" id="redo" aria-label={text::REDO} title={text::REDO_KEYS}
                        disabled={!session.can_redo()} onclick={act(Action::Redo)}
                    >
                        { icon("m10 3 3.5 3.5L10 10M13 6.5H6.5a4 4 0 0 0 0 8H10") }
                    </button>
                    <ProjectDialog session={Rc::clone(session)} dispatch={props.dispatch.clone()} />
                    <Corrections
                        corrections={Rc::clone(&session.corrections)} results={session.results.clone()}
                        dispatch={props.dispatch.clone()}
                    />
                    <ThemeSwitch />
                    <Help />
                </div>
            </header>
            <nav class="turn" aria-label={text::SIDE}>
                { turn(View::Text, html! { text::TEXT }) }
                { turn(View::Chart, html! {
                    <>{ text::CHART }{ (selected > 0).then(|| html! { <span class="dot">{ selected }</span> }) }</>
                }) }
            </nav>
        </>
    }
}

/// A line drawing in a square of 16 units.
pub(super) fn icon(path: &'static str) -> Html {
    html! { <svg class="icon" viewBox="0 0 16 16" aria-hidden="true"><path d={path} /></svg> }
}
