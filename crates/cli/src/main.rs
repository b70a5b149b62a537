//! `hudna`: the command line. Everything it knows it asks of the engine; every word for people
//! comes from the messages of both languages.

mod acts;
mod area_args;
mod args;
mod case_args;
mod commands;
mod count_args;
mod eval_args;
mod out;
mod people_args;
mod serve_args;
mod table;
mod ui;
mod visual;

use std::process::ExitCode;

use clap::Parser;

/// Gives memory back that a picture of a large store no longer needs: the usual allocator of glibc
/// keeps it, and after each new picture holds more than twice as much.
#[global_allocator]
static MEMORY: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    let cli = args::Cli::parse();
    match commands::run(&cli) {
        Ok(code) => ExitCode::from(code),
        Err(error) => {
            let said = ui::Ui::new(&cli.common).error(&error);
            out::note(format_args!("hudna: {said}"));
            ExitCode::from(error.exit())
        }
    }
}
