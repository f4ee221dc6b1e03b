use chart::{Choice, Scene, alliances, network};
use claims::Analysis;
use yew::prelude::*;

use super::props::ViewProps;
use super::scene::SceneView;
use crate::session::Order;
use crate::text;

/// Points at issue in the networks.
pub(super) const ISSUES: usize = 24;

/// Who stands where on what.
#[component]
pub(super) fn NetworkView(props: &ViewProps) -> Html {
    let scene = use_memo(state(props), |(results, keep, order)| {
        draw(network, &results.analysis, keep, *order)
    });
    view(props, "network", scene, text::NETWORK)
}

/// Who agrees with whom.
#[component]
pub(super) fn AgreementView(props: &ViewProps) -> Html {
    let scene = use_memo(state(props), |(results, keep, order)| {
        draw(alliances, &results.analysis, keep, *order)
    });
    view(props, "agreement", scene, text::ALLIANCES)
}

type State = (std::rc::Rc<crate::session::Results>, std::rc::Rc<[bool]>, Order);

fn state(props: &ViewProps) -> State {
    (props.results.clone(), props.keep.clone(), props.filter.order)
}

fn draw(how: fn(&Analysis, Choice<'_>) -> Scene, analysis: &Analysis, keep: &[bool], order: Order) -> Scene {
    let choice = Choice {
        keep: Some(keep),
        columns: ISSUES,
        by_name: order == Order::Name,
    };
    how(analysis, choice)
}

fn view(props: &ViewProps, id: &'static str, scene: std::rc::Rc<Scene>, label: &'static str) -> Html {
    let nothing = scene.shapes.iter().all(|shape| shape.statements.is_empty());
    html! {
        <div {id} class="scene-frame">
            if nothing {
                <p class="quiet">{ text::NO_MATRIX }</p>
            } else {
                <SceneView view={props.clone()} {scene} {label} />
            }
        </div>
    }
}
