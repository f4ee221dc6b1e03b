//! `sayso` on the command line.

mod parse;

use std::process::ExitCode;

use clap::{Parser, Subcommand};

/// On whose say-so? Reads attributed claims out of English text.
#[derive(Debug, Parser)]
#[command(version)]
struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    Parse(parse::Arguments),
}

fn main() -> ExitCode {
    match Arguments::parse().command {
        Command::Parse(arguments) => parse::run(&arguments),
    }
}
