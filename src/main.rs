//! Placeholder.
use gloo::worker::Spawnable;
use sayso_web::Echo;
use yew::prelude::*;

#[component]
fn App() -> Html {
    let reply = use_state(String::new);
    {
        let reply = reply.clone();
        use_effect_with((), move |()| {
            let engine = gloo::utils::document()
                .query_selector("meta[name=engine]")
                .ok()
                .flatten()
                .and_then(|meta| meta.get_attribute("content"))
                .unwrap_or_default();
            let bridge = Echo::spawner().callback(move |text| reply.set(text)).spawn_with_loader(&engine);
            bridge.send("hello".into());
            move || drop(bridge)
        });
    }
    html! { <main id="app" data-state="empty"><textarea name="account"/><p id="reply">{ &*reply }</p></main> }
}

fn main() {
    yew::Renderer::<App>::new().render();
}
