//! The page: the accounts on the left, who says what on the right.
//!
//! - [`engine`]: the worker that analyses, and the messages between it and the page
//! - [`session`]: what the page knows: accounts, corrections, progress, selection, and how each action changes them
//! - [`keep`]: projects in this browser, and files
//! - [`page`]: the components

#![allow(
    clippy::cast_precision_loss,
    clippy::cast_sign_loss,
    clippy::cast_possible_wrap,
    reason = "pixels and places in lists: small, and never negative where they are cast"
)]

pub mod engine;
pub mod keep;
pub mod page;
pub mod session;
mod text;
