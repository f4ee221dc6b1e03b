use std::rc::Rc;

use wasm_bindgen::JsCast as _;
use web_sys::{ClipboardEvent, HtmlTextAreaElement};
use yew::prelude::*;

use crate::keep::from_html;
use crate::session::{Action, Session};
use crate::text;

/// Rich text shorter than this is a few words, with nothing around them to drop.
const RICH_BYTES: usize = 400;

#[derive(Properties, PartialEq)]
pub(super) struct EditorProps {
    /// The account's letter.
    pub label: String,
    /// Its text.
    pub text: Rc<str>,
    /// Where actions go.
    pub dispatch: UseReducerDispatcher<Session>,
}

/// The text box of one account.
#[component]
pub(super) fn Editor(props: &EditorProps) -> Html {
    let oninput = {
        let dispatch = props.dispatch.clone();
        Callback::from(move |event: InputEvent| {
            let Some(field) = event.target_dyn_into::<HtmlTextAreaElement>() else {
                return;
            };
            let text = Rc::from(field.value());
            let pasted = matches!(event.input_type().as_str(), "insertFromPaste" | "insertFromDrop");
            dispatch.dispatch(if pasted {
                Action::Paste(text)
            } else {
                Action::Type(text)
            });
        })
    };
    let onpaste = {
        let dispatch = props.dispatch.clone();
        Callback::from(move |event: Event| {
            let Some(event) = event.dyn_ref::<ClipboardEvent>() else {
                return;
            };
            let Some(field) = event.target_dyn_into::<HtmlTextAreaElement>() else {
                return;
            };
            let rich = event
                .clipboard_data()
                .and_then(|data| data.get_data("text/html").ok())
                .filter(|html| html.len() > RICH_BYTES);
            // Over nothing, or over everything: a whole article. In between, it is words.
            let selected = field.selection_end().ok().flatten().unwrap_or(0)
                - field.selection_start().ok().flatten().unwrap_or(0);
            let whole =
                field.value().trim().is_empty() || selected as usize >= field.value().encode_utf16().count();
            if let Some(incoming) = rich.filter(|_| whole).and_then(|html| from_html(&html)) {
                event.prevent_default();
                dispatch.dispatch(Action::PasteRich(incoming));
            }
        })
    };
    html! {
        <textarea
            name="account"
            aria-label={text::text_of(&props.label)}
            placeholder={text::PASTE_HERE}
            spellcheck="false"
            autocomplete="off"
            value={AttrValue::from(Rc::clone(&props.text))}
            {oninput} {onpaste}
        />
    }
}
