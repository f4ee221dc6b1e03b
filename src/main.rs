//! The page's own program; the engine is another, `bin/engine.rs`.

fn main() {
    yew::Renderer::<sayso_web::page::App>::new().render();
}
