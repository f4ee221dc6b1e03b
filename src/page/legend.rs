use claims::Stance;
use yew::prelude::*;

use super::glyph::StanceGlyph;

/// What the shapes mean.
#[component]
pub(super) fn Legend() -> Html {
    html! {
        <ul class="legend" aria-label="Legend">
            { for Stance::ALL.iter().map(|&stance| html! {
                <li><StanceGlyph {stance} />{ stance.as_str() }</li>
            }) }
            <li><span class="split-sample" aria-hidden="true"></span>{ "reporters disagree" }</li>
            <li><span class="blank-sample" aria-hidden="true"></span>{ "silent" }</li>
        </ul>
    }
}
