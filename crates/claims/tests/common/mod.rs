//! What the tests read articles with.

#![allow(clippy::unwrap_used, reason = "clippy does not know this file for a test")]

use std::sync::LazyLock;

use claims::{Models, Statements};
use english::English;

static ENGLISH: LazyLock<English> =
    LazyLock::new(|| English::load(include_bytes!("../../../../static/english.model")).unwrap());
static STATEMENTS: LazyLock<Statements> =
    LazyLock::new(|| Statements::load(include_bytes!("../../../../static/statements.model")).unwrap());

pub(crate) fn models() -> Models<'static> {
    Models {
        english: &ENGLISH,
        statements: &STATEMENTS,
    }
}
