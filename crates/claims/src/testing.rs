//! What the tests read English with.

use std::sync::LazyLock;

use english::{Document, English};

static ENGLISH: LazyLock<English> =
    LazyLock::new(|| English::load(include_bytes!("../../../static/english.model")).unwrap());

pub(crate) fn read(text: &str) -> Document {
    ENGLISH.read(text)
}
