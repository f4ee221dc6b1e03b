//! `sayso parse`: linguistic analysis alone.

use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use english::{ConllU, English, ModelError};

/// Prints the linguistic analysis of a text in CoNLL-U.
#[derive(Debug, clap::Args)]
pub(crate) struct Arguments {
    /// The text, in UTF-8; `-` for standard input.
    file: PathBuf,
    /// The model of English.
    #[arg(long, default_value = "static/english.model")]
    model: PathBuf,
}

#[derive(Debug, thiserror::Error)]
enum Error {
    #[error("{path}: {error}", path = path.display())]
    File { path: PathBuf, error: io::Error },
    #[error("{path}: {error}", path = path.display())]
    Model { path: PathBuf, error: ModelError },
    #[error("standard output: {0}")]
    Output(io::Error),
}

pub(crate) fn run(arguments: &Arguments) -> ExitCode {
    match parse(arguments) {
        Ok(()) => ExitCode::SUCCESS,
        // Whoever reads the output has had enough of it.
        Err(Error::Output(error)) if error.kind() == io::ErrorKind::BrokenPipe => ExitCode::SUCCESS,
        Err(error) => {
            // Nothing is left to do if this cannot be written either.
            let _ = writeln!(io::stderr(), "sayso: {error}");
            ExitCode::FAILURE
        }
    }
}

fn parse(arguments: &Arguments) -> Result<(), Error> {
    let in_file = |path: &Path| {
        let path = path.to_owned();
        move |error| Error::File { path, error }
    };
    let model = std::fs::read(&arguments.model).map_err(in_file(&arguments.model))?;
    let english = English::load(&model).map_err(|error| Error::Model {
        path: arguments.model.clone(),
        error,
    })?;
    let text = if arguments.file == Path::new("-") {
        let mut text = String::new();
        io::stdin().read_to_string(&mut text).map(|_| text)
    } else {
        std::fs::read_to_string(&arguments.file)
    };
    let document = english.read(&text.map_err(in_file(&arguments.file))?);
    let mut out = io::BufWriter::new(io::stdout().lock());
    write!(out, "{}", ConllU(&document))
        .and_then(|()| out.flush())
        .map_err(Error::Output)
}
