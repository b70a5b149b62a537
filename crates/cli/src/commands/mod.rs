//! One module a group of commands.

mod eval;
mod read;

use hudna::{Data, Result};

use crate::args::{Cli, Command, Common};

/// Runs the command; the number is the exit status.
pub fn run(cli: &Cli) -> Result<u8> {
    match &cli.command {
        Command::Read(args) => read::run(&cli.common, args),
        Command::Eval { what } => eval::run(&cli.common, what),
        _ => Ok(2),
    }
}

/// The data in force.
pub fn data(common: &Common) -> Result<Data> {
    match &common.data {
        Some(folder) => Data::from_folder(folder),
        None => Data::embedded(),
    }
}
