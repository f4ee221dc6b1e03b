//! What the page knows, as one value changed by actions alone; nothing here touches the browser.

mod account;
mod action;
mod ends;
mod filter;
mod history;
mod reduce;
mod review;
mod selection;
mod state;
#[cfg(test)]
mod tests;

pub use account::{About, Account, Accounts, Incoming};
pub use action::Action;
pub use ends::{moved, snap, step};
pub use filter::{Filter, Mode, Order, place};
pub use selection::{Origin, Selection};
pub use state::{Model, Phase, Progress, Project, Results, Session, View};
