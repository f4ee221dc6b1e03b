use claims::Stance;
use gloo::storage::{LocalStorage, Storage as _};
use yew::prelude::*;

use super::glyph::StanceGlyph;
use crate::text;

/// Remembers that the reader has read what the legend is for.
const KEY: &str = "legend";

#[derive(Properties, PartialEq)]
pub(super) struct LegendProps {
    /// What stands below it.
    #[prop_or_default]
    pub children: Html,
}

/// What the shapes mean.
#[component]
pub(super) fn Legend(props: &LegendProps) -> Html {
    html! {
        <div class="legend">
            <ul aria-label={text::LEGEND}>
                { for Stance::ALL.iter().map(|&stance| html! {
                    <li><StanceGlyph {stance} />{ stance.as_str() }</li>
                }) }
                <li><span class="split-sample" aria-hidden="true"></span>{ text::DISAGREE }</li>
                <li><span class="blank-sample" aria-hidden="true"></span>{ text::SILENT }</li>
            </ul>
            { props.children.clone() }
        </div>
    }
}

/// A line that says what a mark is, until the reader has read it.
#[component]
pub(super) fn FirstUse() -> Html {
    let known = use_state_eq(|| LocalStorage::get::<bool>(KEY).unwrap_or(false));
    let onclick = {
        let known = known.clone();
        Callback::from(move |_: MouseEvent| {
            known.set(true);
            // Where nothing can be kept, the line comes again next time.
            let _ = LocalStorage::set(KEY, true);
        })
    };
    html! {
        if !*known {
            <p id="first-use">
                { text::LEGEND_HOW }{ " " }
                <button type="button" class="in-text" {onclick}>{ text::GOT_IT }</button>
            </p>
        }
    }
}
