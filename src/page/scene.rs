use std::rc::Rc;

use chart::{Figure, Scene, Shape};
use web_sys::Element;
use yew::prelude::*;

use super::props::{ViewProps, list, select};
use crate::session::Session;
use crate::text;

#[derive(Properties, PartialEq)]
pub(super) struct SceneProps {
    /// What every view is given.
    pub view: ViewProps,
    /// The chart.
    pub scene: Rc<Scene>,
    /// What it is.
    pub label: AttrValue,
}

/// A chart drawn from its geometry, with a table of the same below it: the drawing for the pointer, the table for the
/// keyboard and for readers of screens.
#[component]
pub(super) fn SceneView(props: &SceneProps) -> Html {
    let open = use_state_eq(|| false);
    let ontoggle = {
        let open = open.setter();
        Callback::from(move |event: Event| {
            if let Some(details) = event.target_dyn_into::<Element>() {
                open.set(details.has_attribute("open"));
            }
        })
    };
    html! {
        <>
            <div class="scroller scene" role="region" aria-label={props.label.clone()} tabindex="0">
                <Drawing sheet={Sheet(Rc::clone(&props.scene))} label={props.label.clone()} dispatch={props.view.dispatch.clone()} />
            </div>
            <details class="as-table" {ontoggle}>
                <summary>{ text::AS_TABLE }</summary>
                if *open { { table(props) } }
            </details>
        </>
    }
}

fn table(props: &SceneProps) -> Html {
    let named = props
        .scene
        .shapes
        .iter()
        .filter(|shape| !shape.label.is_empty() && !shape.statements.is_empty());
    let row = |shape: &Shape| {
        html! {
            <tr>
                <th scope="row">
                    <button
                        type="button" class="in-text" data-statements={list(&shape.statements)}
                        aria-pressed="false"
                        onclick={props.view.select(shape.statements.clone())}
                    >
                        { &shape.label }
                    </button>
                </th>
                <td>{ text::statements(shape.statements.len()) }</td>
            </tr>
        }
    };
    html! { <table><tbody>{ for named.map(row) }</tbody></table> }
}

/// A chart that is the same only if it is the very one.
#[derive(Clone)]
struct Sheet(Rc<Scene>);

impl PartialEq for Sheet {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

#[derive(Properties, PartialEq)]
struct DrawingProps {
    sheet: Sheet,
    label: AttrValue,
    dispatch: UseReducerDispatcher<Session>,
}

/// The drawing alone.
#[component]
fn Drawing(props: &DrawingProps) -> Html {
    let scene = &props.sheet.0;
    html! {
        <svg viewBox={format!("0 0 {:.0} {:.0}", scene.width, scene.height)} role="img" aria-label={props.label.clone()}>
            { for scene.shapes.iter().map(|shape| shape_view(&props.dispatch, shape)) }
        </svg>
    }
}

fn shape_view(dispatch: &UseReducerDispatcher<Session>, shape: &Shape) -> Html {
    let stands_for = !shape.statements.is_empty();
    let class = classes!("shape", shape.ink.as_str());
    let figure = match &shape.figure {
        Figure::Line([x1, y1, x2, y2]) => {
            html! { <path d={format!("M{x1:.1} {y1:.1}L{x2:.1} {y2:.1}")} /> }
        }
        Figure::Curve { width, dash, .. } => {
            let d = shape.figure.path();
            html! {
                <>
                    <path class="reach" d={d.clone()} />
                    <path {d} stroke-width={format!("{width:.1}")} stroke-dasharray={*dash} />
                </>
            }
        }
        Figure::Symbol {
            path,
            filled,
            at: [x, y],
            size,
        } => {
            let transform = format!(
                "translate({:.1} {:.1}) scale({:.3})",
                x - size / 2.0,
                y - size / 2.0,
                size / 16.0
            );
            html! {
                <g {transform}>
                    <rect class="reach" x="-2" y="-4" width="20" height="24" />
                    <path class={if *filled { "filled" } else { "hollow" }} d={*path} stroke-width="2" />
                </g>
            }
        }
        Figure::Words {
            words,
            at: [x, y],
            anchor,
            strong,
        } => html! {
            <text
                x={format!("{x:.1}")} y={format!("{y:.1}")} text-anchor={anchor.as_str()}
                class={strong.then_some("strong-words")}
            >
                { words }
            </text>
        },
        Figure::Box([x, y, width, height]) => html! {
            <rect x={x.to_string()} y={y.to_string()} width={width.to_string()} height={height.to_string()} />
        },
    };
    if stands_for {
        html! {
            <g {class} data-statements={list(&shape.statements)} onclick={select(dispatch, shape.statements.clone())}>
                if !shape.label.is_empty() { <title>{ &shape.label }</title> }
                { figure }
            </g>
        }
    } else {
        html! { <g {class}>{ figure }</g> }
    }
}
