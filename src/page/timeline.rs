use chart::{Choice, column, timeline};
use claims::ArticleId;
use web_sys::{Element, HtmlInputElement};
use yew::prelude::*;

use super::props::ViewProps;
use super::scene::SceneView;
use crate::session::{Action, Filter, Order};
use crate::text;

/// A press that moves less than this is a click.
const DRAG: f32 = 8.0;

/// Who speaks where in the text; a stretch of it that is brushed is all that is shown.
#[component]
pub(super) fn TimelineView(props: &ViewProps) -> Html {
    let frame = use_node_ref();
    let pressed = use_mut_ref(|| None::<f32>);
    let brush = use_state_eq(|| None::<(f32, f32)>);
    let scene = use_memo(
        (props.results.clone(), props.keep.clone(), props.filter.order),
        |(results, keep, order)| {
            let choice = Choice {
                keep: Some(keep),
                columns: usize::MAX,
                by_name: *order == Order::Name,
            };
            timeline(&results.analysis, choice)
        },
    );
    let width = scene.width;
    let at = {
        let frame = frame.clone();
        move |event: &PointerEvent| -> Option<f32> {
            let svg = frame.cast::<Element>()?.query_selector("svg").ok()??;
            let place = svg.get_bounding_client_rect();
            Some((event.client_x() as f32 - place.left() as f32) * width / (place.width() as f32).max(1.0))
        }
    };
    let onpointerdown = {
        let (pressed, at) = (pressed.clone(), at.clone());
        Callback::from(move |event: PointerEvent| {
            let in_chart = event
                .target_dyn_into::<Element>()
                .is_some_and(|target| target.closest("svg").is_ok_and(|svg| svg.is_some()));
            *pressed.borrow_mut() = at(&event).filter(|_| in_chart);
        })
    };
    let onpointermove = {
        let (pressed, at, brush) = (pressed.clone(), at.clone(), brush.setter());
        Callback::from(move |event: PointerEvent| {
            if let (Some(from), Some(to)) = (*pressed.borrow(), at(&event))
                && (to - from).abs() > DRAG
            {
                brush.set(Some((from.min(to), from.max(to))));
            }
        })
    };
    let onpointerup = {
        let (brush, view) = (brush.clone(), props.clone());
        Callback::from(move |_: PointerEvent| {
            pressed.borrow_mut().take();
            if let Some((from, to)) = *brush {
                brush.set(None);
                if let Some(filter) = brushed(&view, from, to) {
                    view.dispatch.dispatch(Action::Filter(filter));
                }
            }
        })
    };
    let style = brush.map(|(from, to)| (from * 100.0 / width, (to - from) * 100.0 / width));
    html! {
        <div id="timeline" class="scene-frame">
            { ends(props) }
            <div class="brushed" ref={frame} {onpointerdown} {onpointermove} {onpointerup}>
                <SceneView view={props.clone()} {scene} label={text::TIMELINE} />
                if let Some((left, wide)) = style {
                    <svg class="brush" viewBox="0 0 100 100" preserveAspectRatio="none" aria-hidden="true">
                        <rect x={left.to_string()} y="0" width={wide.to_string()} height="100" />
                    </svg>
                }
            </div>
        </div>
    }
}

/// The filter for what was brushed: in the account in which the brush began.
fn brushed(view: &ViewProps, from: f32, to: f32) -> Option<Filter> {
    let accounts = view.results.analysis.articles.len();
    let at = (0..accounts).find(|&at| from <= column(accounts, at)[1])?;
    let [left, right] = column(accounts, at);
    let part = |x: f32| ((x - left) / (right - left) * 1000.0).clamp(0.0, 1000.0) as u32;
    Some(Filter {
        article: Some(ArticleId::from_index(at)),
        stretch: Some((part(from), part(to))),
        ..(*view.filter).clone()
    })
}

/// The same by two sliders, for whoever has no pointer to drag.
fn ends(view: &ViewProps) -> Html {
    let (from, to) = view.filter.stretch.unwrap_or((0, 1000));
    let slider = |id: &'static str, label: &'static str, value: u32, is_start: bool| {
        let (dispatch, filter) = (view.dispatch.clone(), (*view.filter).clone());
        let oninput = Callback::from(move |event: InputEvent| {
            let Some(value) = event
                .target_dyn_into::<HtmlInputElement>()
                .and_then(|input| input.value().parse::<u32>().ok())
            else {
                return;
            };
            let (from, to) = if is_start {
                (value, to.max(value))
            } else {
                (from.min(value), value)
            };
            let stretch = ((from, to) != (0, 1000)).then_some((from, to));
            dispatch.dispatch(Action::Filter(Filter {
                stretch,
                ..filter.clone()
            }));
        });
        html! {
            <label>
                { label }
                <input type="range" {id} min="0" max="1000" step="10" value={value.to_string()} {oninput} />
            </label>
        }
    };
    html! {
        <p class="ends">
            { slider("stretch-from", text::STRETCH_FROM, from, true) }
            { slider("stretch-to", text::STRETCH_TO, to, false) }
            <span class="quiet">{ text::BRUSH_HOW }</span>
        </p>
    }
}
