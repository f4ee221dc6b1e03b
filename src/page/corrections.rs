use std::rc::Rc;

use claims::{Correction, Lost};
use web_sys::HtmlDialogElement;
use yew::prelude::*;

use super::bar::icon;
use crate::session::{Action, Results, Session};
use crate::text;

#[derive(Properties, PartialEq)]
pub(super) struct CorrectionsProps {
    /// What was corrected.
    pub corrections: Rc<Vec<Correction>>,
    /// What came of it.
    pub results: Option<Rc<Results>>,
    /// Where actions go.
    pub dispatch: UseReducerDispatcher<Session>,
}

/// The list of all corrections, each to be taken back, those that do not apply with the reason.
#[component]
pub(super) fn Corrections(props: &CorrectionsProps) -> Html {
    let dialog = use_node_ref();
    let open = {
        let dialog = dialog.clone();
        Callback::from(move |_: MouseEvent| {
            if let Some(dialog) = dialog.cast::<HtmlDialogElement>() {
                // Fails only where it is open already.
                let _ = dialog.show_modal();
            }
        })
    };
    let lost: &[Lost] = match &props.results {
        Some(results) if results.corrections == props.corrections => &results.lost,
        _ => &[],
    };
    let item = |(at, correction): (usize, &Correction)| {
        let why = lost
            .iter()
            .find(|lost| lost.correction as usize == at)
            .map(|lost| lost.why);
        let dispatch = props.dispatch.clone();
        let onclick = Callback::from(move |_: MouseEvent| dispatch.dispatch(Action::Withdraw(vec![at])));
        html! {
            <li key={at} class={classes!(why.map(|_| "lost"))}>
                <span>{ text::correction(correction) }</span>
                if let Some(why) = why { <small class="flag">{ text::why(why) }</small> }
                <button type="button" class="text" {onclick}>{ text::TAKE_BACK }</button>
            </li>
        }
    };
    html! {
        <>
            <button type="button" id="corrections" class="text" title={text::CORRECTIONS} onclick={open}>
                { icon("M10.5 2.5l3 3L6 13H3v-3zM9 4l3 3") }<span class="label">{ text::CORRECTIONS }</span><span class="times">{ props.corrections.len() }</span>
                if !lost.is_empty() { <span class="flag">{ lost.len() }{ " !" }</span> }
            </button>
            <dialog ref={dialog} class="corrections" aria-labelledby="corrections-title">
                <form method="dialog">
                    <h2 id="corrections-title">{ text::CORRECTIONS }</h2>
                    if props.corrections.is_empty() {
                        <p>{ text::NO_CORRECTIONS }</p>
                    } else {
                        <ol reversed={true}>{ for props.corrections.iter().enumerate().rev().map(item) }</ol>
                    }
                    <button type="submit" class="primary">{ text::CLOSE }</button>
                </form>
            </dialog>
        </>
    }
}
