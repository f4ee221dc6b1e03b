//! `sayso evaluate`: how what is read compares with what people marked.

mod accounts;
mod acts;
mod nested;

use std::path::{Path, PathBuf};

use ::evaluate::GoldError;

pub(crate) use accounts::accounts;
pub(crate) use acts::acts;
pub(crate) use nested::nested;

use crate::error::CliError;

/// The .txt files of a folder, by name.
fn files(folder: &Path) -> Result<Vec<PathBuf>, CliError> {
    let unreadable = |cause| CliError::Read {
        path: folder.to_owned(),
        cause,
    };
    let mut files = Vec::new();
    for entry in std::fs::read_dir(folder).map_err(unreadable)? {
        files.push(entry.map_err(unreadable)?.path());
    }
    files.retain(|path| path.extension().is_some_and(|ending| ending == "txt"));
    files.sort();
    if files.is_empty() {
        return Err(CliError::NoPassages(folder.to_owned()));
    }
    Ok(files)
}

/// A file of gold.
fn read<T>(path: &Path, parse: impl Fn(&str) -> Result<T, GoldError>) -> Result<T, CliError> {
    let given = std::fs::read_to_string(path).map_err(|cause| CliError::Read {
        path: path.to_owned(),
        cause,
    })?;
    parse(&given).map_err(|cause| CliError::Gold {
        path: path.to_owned(),
        cause,
    })
}
