use yew::prelude::*;

use super::legend::Legend;
use crate::text;

/// What the chart's side shows before there is a chart.
#[component]
pub(super) fn Welcome() -> Html {
    html! {
        <div class="welcome">
            <h2>{ text::WELCOME }</h2>
            <p>{ text::WELCOME_HOW }</p>
            <p>{ text::WELCOME_EXAMPLE }</p>
            <Legend />
        </div>
    }
}
