use chart::{Choice, alliances, network};
use yew::prelude::*;

use super::props::ViewProps;
use super::scene::SceneView;
use crate::session::Order;
use crate::text;

/// Points at issue in the network.
pub(super) const ISSUES: usize = 24;

/// Who stands where on what, or who agrees with whom.
#[component]
pub(super) fn NetworkView(props: &ViewProps) -> Html {
    let one_mode = use_state_eq(|| false);
    let scene = use_memo(
        (
            props.results.clone(),
            props.keep.clone(),
            props.filter.order,
            *one_mode,
        ),
        |(results, keep, order, one_mode)| {
            let choice = Choice {
                keep: Some(keep),
                columns: ISSUES,
                by_name: *order == Order::Name,
            };
            if *one_mode {
                alliances(&results.analysis, choice)
            } else {
                network(&results.analysis, choice)
            }
        },
    );
    let button = |mode: bool, id: &'static str, label: &'static str| {
        let set = one_mode.setter();
        html! {
            <button
                type="button" {id} class="text" aria-pressed={if *one_mode == mode { "true" } else { "false" }}
                onclick={Callback::from(move |_: MouseEvent| set.set(mode))}
            >
                { label }
            </button>
        }
    };
    let label = if *one_mode { text::ALLIANCES } else { text::NETWORK };
    let nothing = scene.shapes.iter().all(|shape| shape.statements.is_empty());
    html! {
        <div id="network" class="scene-frame">
            <p class="choice-of-two">
                { button(false, "two-mode", text::TWO_MODE) }
                { button(true, "one-mode", text::ONE_MODE) }
            </p>
            if nothing {
                <p class="quiet">{ text::NO_MATRIX }</p>
            } else {
                <SceneView view={props.clone()} {scene} {label} />
            }
        </div>
    }
}
