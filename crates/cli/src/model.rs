use claims::{Models, Statements};
use english::English;

use crate::error::CliError;

/// The models are part of the program, so that the command works wherever it is put.
static ENGLISH: &[u8] = include_bytes!("../../../static/english.model");
static STATEMENTS: &[u8] = include_bytes!("../../../static/statements.model");

/// Both models, loaded.
pub(crate) struct Loaded {
    english: English,
    statements: Statements,
}

impl Loaded {
    pub(crate) fn models(&self) -> Models<'_> {
        Models {
            english: &self.english,
            statements: &self.statements,
        }
    }
}

pub(crate) fn load() -> Result<Loaded, CliError> {
    Ok(Loaded {
        english: english()?,
        statements: Statements::load(STATEMENTS)?,
    })
}

/// The model of the language alone.
pub(crate) fn english() -> Result<English, CliError> {
    Ok(English::load(ENGLISH)?)
}
