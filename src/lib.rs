//! Placeholder.
use gloo::worker::{HandlerId, Worker, WorkerScope};

/// Answers.
#[derive(Debug)]
pub struct Echo;
impl Worker for Echo {
    type Message = ();
    type Input = String;
    type Output = String;
    fn create(_: &WorkerScope<Self>) -> Self {
        Self
    }
    fn update(&mut self, _: &WorkerScope<Self>, (): ()) {}
    fn received(&mut self, scope: &WorkerScope<Self>, text: String, id: HandlerId) {
        scope.respond(id, format!("engine says {text}"));
    }
}
