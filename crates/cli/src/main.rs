//! `sayso` on the command line.

mod analyze;
mod error;
mod evaluate;
mod model;
mod parse;

use std::io::{BufWriter, IsTerminal, Write};
use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Parser, Subcommand};

use analyze::Format;

/// Who says what, and where accounts contradict one another.
#[derive(Debug, Parser)]
#[command(version)]
struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Reads articles and writes their speakers, statements, issues and contests.
    Analyze {
        /// Text files, one article each; with --format jsonl and no files, standard input.
        files: Vec<PathBuf>,
        /// How to write it; text on a terminal and JSON elsewhere where not given.
        #[arg(long, value_enum)]
        format: Option<Format>,
    },
    Parse(parse::Arguments),
    /// Compares what Sayso reads with what people marked.
    #[command(subcommand)]
    Evaluate(Evaluation),
}

#[derive(Debug, Subcommand)]
enum Evaluation {
    /// Scores short passages with nested statements: *.txt files, described in crates/claims/tests/nested/README.md.
    Nested {
        /// The folder that holds the files.
        folder: PathBuf,
        /// Lists every statement missed, invented or misplaced.
        #[arg(long)]
        list: bool,
    },
    /// Scores issues, positions and contests in pairs of accounts: *.txt files, described in
    /// crates/claims/tests/accounts/README.md.
    Accounts {
        /// The folder that holds the files.
        folder: PathBuf,
        /// Lists every position and contest missed or invented.
        #[arg(long)]
        list: bool,
    },
    /// Scores single sentences with a marked cue: crates/claims/tests/acts/sentences.txt.
    Acts {
        /// The file of sentences.
        file: PathBuf,
        /// Lists every sentence that is read otherwise.
        #[arg(long)]
        list: bool,
    },
}

fn main() -> ExitCode {
    let out = std::io::stdout();
    let terminal = out.is_terminal();
    let mut out = BufWriter::new(out.lock());
    let result = match Arguments::parse().command {
        Command::Analyze { files, format } => {
            let format = format.unwrap_or(if terminal { Format::Text } else { Format::Json });
            analyze::run(&files, format, &mut out)
        }
        Command::Parse(arguments) => parse::run(&arguments, &mut out),
        Command::Evaluate(Evaluation::Nested { folder, list }) => evaluate::nested(&folder, list, &mut out),
        Command::Evaluate(Evaluation::Accounts { folder, list }) => {
            evaluate::accounts(&folder, list, &mut out)
        }
        Command::Evaluate(Evaluation::Acts { file, list }) => evaluate::acts(&file, list, &mut out),
    };
    match result.and_then(|()| Ok(out.flush()?)) {
        Ok(()) => ExitCode::SUCCESS,
        // Whoever reads the output has had enough of it.
        Err(error::CliError::Write(error)) if error.kind() == std::io::ErrorKind::BrokenPipe => {
            ExitCode::SUCCESS
        }
        Err(error) => {
            // The only thing to be done where standard error is closed is to leave with the status.
            let _ = writeln!(std::io::stderr(), "sayso: {error}");
            ExitCode::FAILURE
        }
    }
}
