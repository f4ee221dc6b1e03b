//! What the tests read English with.

use std::sync::LazyLock;

use english::English;

pub(crate) static ENGLISH: LazyLock<English> =
    LazyLock::new(|| English::load(include_bytes!("../../../../static/english.model")).unwrap());
