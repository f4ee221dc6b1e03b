//! The engine in its worker, and what it and the page say to each other.

mod codec;
mod messages;
mod model;
mod worker;

pub use codec::JsValues;
pub use messages::{Addresses, ArticleNotice, Edition, Job, Packed, Reply, Request};
pub use worker::Engine;
