//! What is on screen.

use wasm_bindgen::prelude::*;
use web_sys::{Element, IntersectionObserver, IntersectionObserverEntry, IntersectionObserverInit};
use yew::prelude::*;

/// Whether the element is, or has once been, within a screen's height of what is shown.
#[hook]
pub(super) fn use_near(node: &NodeRef, at_first: bool) -> bool {
    let near = use_state_eq(|| at_first);
    {
        let near = near.setter();
        let node = node.clone();
        use_effect_with(at_first, move |&at_first| {
            let observer = if at_first {
                None
            } else {
                observe(&node, move || near.set(true))
            };
            move || {
                if let Some((observer, _callback)) = observer {
                    observer.disconnect();
                }
            }
        });
    }
    *near
}

type Observation = (
    IntersectionObserver,
    Closure<dyn FnMut(Vec<IntersectionObserverEntry>)>,
);

fn observe(node: &NodeRef, mut arrived: impl FnMut() + 'static) -> Option<Observation> {
    let element = node.cast::<Element>()?;
    let callback = Closure::new(move |entries: Vec<IntersectionObserverEntry>| {
        if entries.iter().any(IntersectionObserverEntry::is_intersecting) {
            arrived();
        }
    });
    let options = IntersectionObserverInit::new();
    options.set_root_margin("800px");
    let observer =
        IntersectionObserver::new_with_options(callback.as_ref().unchecked_ref(), &options).ok()?;
    observer.observe(&element);
    Some((observer, callback))
}
