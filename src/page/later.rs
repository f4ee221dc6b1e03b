use gloo::render::request_animation_frame;
use gloo::timers::callback::Timeout;
use yew::prelude::*;

/// What `value` was when the last frame was drawn: for what may come a frame after the click, so that what has to be in
/// the very next one gets there.
#[hook]
pub(super) fn use_later<T: Clone + PartialEq + 'static>(value: T) -> T {
    let drawn = use_state_eq(|| value.clone());
    {
        let drawn = drawn.setter();
        use_effect_with(value, move |value| {
            let value = value.clone();
            // A callback for a frame comes before its drawing; what waits behind it, after.
            let frame = request_animation_frame(move |_| {
                Timeout::new(0, move || drawn.set(value)).forget();
            });
            move || drop(frame)
        });
    }
    (*drawn).clone()
}
