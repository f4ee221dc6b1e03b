use web_sys::HtmlDialogElement;
use yew::prelude::*;

use super::legend::Legend;
use crate::text;

/// The help button and its sheet.
#[component]
pub(super) fn Help() -> Html {
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
    html! {
        <>
            <button type="button" id="help" aria-label={text::HELP} title={text::HELP} onclick={open}>
                <span aria-hidden="true">{ "?" }</span>
            </button>
            <dialog ref={dialog} aria-labelledby="help-title">
                <form method="dialog">
                    <h2 id="help-title">{ text::HELP_READ }</h2>
                    <p>
                        { text::HELP_PARTS[0] }
                        <b>{ claims::Role::Source.as_str() }</b>{ text::HELP_PARTS[1] }<u>{ claims::Role::Cue.as_str() }</u>
                        { text::HELP_PARTS[2] }<span class="content-sample">{ claims::Role::Content.as_str() }</span>
                        { text::HELP_PARTS[3] }
                    </p>
                    <Legend />
                    <p>
                        { text::HELP_CELLS }
                    </p>
                    <h3>{ text::HELP_KEYS }</h3>
                    <dl class="keys">
                        { for text::KEYS.iter().map(|(keys, what)| key(keys, what)) }
                    </dl>
                    <h3>{ text::HELP_NOT }</h3>
                    <p>
                        { text::HELP_NOT_WHAT }
                    </p>
                    <button type="submit" class="primary">{ text::CLOSE }</button>
                </form>
            </dialog>
        </>
    }
}

fn key(keys: &str, what: &str) -> Html {
    html! { <><dt><kbd>{ keys.to_owned() }</kbd></dt><dd>{ what.to_owned() }</dd></> }
}
