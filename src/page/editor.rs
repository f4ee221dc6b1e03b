use std::rc::Rc;

use web_sys::HtmlTextAreaElement;
use yew::prelude::*;

use crate::session::{Action, Session};
use crate::text;

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
    html! {
        <textarea
            name="account"
            aria-label={text::text_of(&props.label)}
            placeholder={text::PASTE_HERE}
            spellcheck="false"
            autocomplete="off"
            value={AttrValue::from(Rc::clone(&props.text))}
            {oninput}
        />
    }
}
