//! The worker's program: analyses articles off the main thread.

use gloo::worker::Registrable;
use sayso_web::engine::{Engine, JsValues};

fn main() {
    Engine::registrar().encoding::<JsValues>().register();
}
