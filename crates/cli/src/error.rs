use std::path::PathBuf;

/// Why the command stops, as a message for whoever ran it.
#[derive(Debug, thiserror::Error)]
pub(crate) enum CliError {
    #[error("cannot read {}: {cause}", .path.display())]
    Read { path: PathBuf, cause: std::io::Error },
    #[error("{} is not UTF-8 text (byte {at} is not part of a character); convert it first, for example with iconv", .path.display())]
    NotUtf8 { path: PathBuf, at: usize },
    #[error("{}: {cause}", .path.display())]
    Input {
        path: PathBuf,
        cause: claims::InputError,
    },
    #[error("{}, {cause}", .path.display())]
    Gold {
        path: PathBuf,
        cause: ::evaluate::GoldError,
    },
    #[error("no .txt files with passages in {}", .0.display())]
    NoPassages(PathBuf),
    #[error(
        "no files given; name some, or give lines of {{\"id\", \"text\"}} with --format jsonl on standard input"
    )]
    NoFiles,
    #[error("standard input, line {line}: {cause}; each line is one object {{\"id\": …, \"text\": …}}")]
    Line { line: usize, cause: serde_json::Error },
    #[error("cannot read standard input: {0}")]
    Stdin(std::io::Error),
    #[error("this program was built with a damaged model of English: {0}")]
    Model(#[from] english::ModelError),
    #[error("this program was built with a damaged model of statements: {0}")]
    Statements(#[from] claims::StatementsError),
    #[error("cannot write: {0}")]
    Write(#[from] std::io::Error),
    #[error("cannot write JSON: {0}")]
    Json(#[from] serde_json::Error),
}
