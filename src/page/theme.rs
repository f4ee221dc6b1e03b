use gloo::storage::{LocalStorage, Storage as _};
use yew::prelude::*;

use super::bar::icon;
use crate::text;

const KEY: &str = "theme";

/// Light, dark, or as the system has it; remembered in this browser.
#[component]
pub(super) fn ThemeSwitch() -> Html {
    let theme = use_state_eq(|| LocalStorage::get::<String>(KEY).unwrap_or_else(|_| "auto".to_owned()));
    use_effect_with((*theme).clone(), |theme| {
        if let Some(root) = gloo::utils::document().document_element() {
            // Neither call can fail for these names, and a theme is nothing to stop for.
            let _ = root.set_attribute("data-theme", theme);
        }
        let _ = LocalStorage::set(KEY, theme);
    });
    let (path, next) = match theme.as_str() {
        "light" => (
            "M8 1v2M8 13v2M1 8h2M13 8h2M3 3l1.5 1.5M11.5 11.5 13 13M13 3l-1.5 1.5M4.5 11.5 3 13M8 5a3 3 0 1 1 0 6a3 3 0 1 1 0-6z",
            "dark",
        ),
        "dark" => ("M13.5 9.5A6 6 0 0 1 6.5 2.5a6 6 0 1 0 7 7z", "auto"),
        _ => (
            "M8 2a6 6 0 1 1 0 12a6 6 0 1 1 0-12zM8 2v12M8 5l4-1.2M8 8h6M8 11l4.2 1.2",
            "light",
        ),
    };
    let onclick = {
        let theme = theme.setter();
        Callback::from(move |_: MouseEvent| theme.set(next.to_owned()))
    };
    html! {
        <button type="button" id="theme" aria-label={text::theme(&theme)} title={text::theme(&theme)} {onclick}>
            { icon(path) }
        </button>
    }
}
