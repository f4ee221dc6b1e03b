//! Placeholder.
use gloo::worker::Registrable;
fn main() {
    sayso_web::Echo::registrar().register();
}
