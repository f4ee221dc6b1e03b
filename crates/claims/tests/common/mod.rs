//! What the tests read English with.

#![allow(clippy::unwrap_used, reason = "clippy does not know this file for a test")]

use std::sync::LazyLock;

use english::English;

pub(crate) static ENGLISH: LazyLock<English> =
    LazyLock::new(|| English::load(include_bytes!("../../../../static/english.model")).unwrap());
