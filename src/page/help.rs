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
                    <h2 id="help-title">{ "How to read it" }</h2>
                    <p>
                        { "Sayso finds statements in news articles: who speaks (" }
                        <b>{ "source" }</b>{ "), the words that report it (" }<u>{ "cue" }</u>
                        { "), and what is said (" }<span class="content-sample">{ "content" }</span>
                        { "). A statement inside another is tinted deeper and bracketed in the margin." }
                    </p>
                    <Legend />
                    <p>
                        { "A split cell means that reporters disagree about one speaker. An empty cell is silence: it counts for nothing. Every mark leads back to its words, and says by which rule it was read." }
                    </p>
                    <h3>{ "Keys" }</h3>
                    <dl class="keys">
                        { for text::KEYS.iter().map(|(keys, what)| key(keys, what)) }
                    </dl>
                    <h3>{ "What it does not do" }</h3>
                    <p>
                        { "It does not say what is true, score anybody’s bias, or send your text anywhere. Readings are automatic and can be wrong: check them against the words." }
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
