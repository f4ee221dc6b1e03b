use yew::prelude::*;

use super::legend::Legend;

/// What the chart's side shows before there is a chart.
#[component]
pub(super) fn Welcome() -> Html {
    html! {
        <div class="welcome">
            <h2>{ "On whose say-so?" }</h2>
            <p>
                { "Paste a news article on the left. Paste a second account of the same event beside it (+), and see who says what, where each speaker stands, and where the accounts contradict one another." }
            </p>
            <p>{ "No article at hand? The Example button loads two invented reports of one meeting." }</p>
            <Legend />
        </div>
    }
}
