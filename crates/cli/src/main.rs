//! `sayso` on the command line.

mod analyze;
mod error;

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
}

fn main() -> ExitCode {
    let Command::Analyze { files, format } = Arguments::parse().command;
    let terminal = std::io::stdout().is_terminal();
    let format = format.unwrap_or(if terminal { Format::Text } else { Format::Json });
    let mut out = BufWriter::new(std::io::stdout().lock());
    let result = analyze::run(&files, format, &mut out).and_then(|()| Ok(out.flush()?));
    match result {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            // The only thing to be done where standard error is closed is to leave with the status.
            let _ = writeln!(std::io::stderr(), "sayso: {error}");
            ExitCode::FAILURE
        }
    }
}
