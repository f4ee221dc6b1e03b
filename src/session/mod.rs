//! What the page knows, as one value changed by actions alone; nothing here touches the browser.

mod account;
mod action;
mod history;
mod reduce;
mod selection;
mod state;

pub use account::{Account, Accounts};
pub use action::Action;
pub use selection::{Origin, Selection};
pub use state::{Model, Phase, Progress, Results, Session, View};
