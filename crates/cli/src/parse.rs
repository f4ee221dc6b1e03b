//! `sayso parse`: linguistic analysis alone.

use std::io::{Read, Write};
use std::path::{Path, PathBuf};

use english::ConllU;

use crate::analyze::to_text;
use crate::error::CliError;
use crate::model;

/// Prints the linguistic analysis of a text in CoNLL-U.
#[derive(Debug, clap::Args)]
pub(crate) struct Arguments {
    /// The text, in UTF-8; `-` for standard input.
    file: PathBuf,
}

pub(crate) fn run(arguments: &Arguments, out: &mut impl Write) -> Result<(), CliError> {
    let text = if arguments.file == Path::new("-") {
        let mut bytes = Vec::new();
        std::io::stdin()
            .read_to_end(&mut bytes)
            .map_err(CliError::Stdin)?;
        to_text(bytes, &arguments.file)?
    } else {
        crate::analyze::read_text(&arguments.file)?
    };
    write!(out, "{}", ConllU(&model::english()?.read(&text)))?;
    Ok(())
}
