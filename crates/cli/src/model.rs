use english::English;

use crate::error::CliError;

/// The model is part of the program, so that the command works wherever it is put.
static MODEL: &[u8] = include_bytes!("../../../static/english.model");

pub(crate) fn load() -> Result<English, CliError> {
    Ok(English::load(MODEL)?)
}
