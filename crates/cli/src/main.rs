//! `sayso` on the command line.

fn main() {}
