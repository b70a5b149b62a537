//! `hudna check-data`: data files against their schemas and examples.

use std::path::Path;

use hudna::{Data, Error, Result};

use crate::args::Common;
use crate::commands::data;
use crate::ui::Ui;

pub fn run(common: &Common, ui: &Ui, dir: Option<&Path>) -> Result<u8> {
    let loaded = match dir {
        Some(dir) => Data::from_folder(dir),
        None => data(common),
    };
    let data = match loaded {
        Ok(data) => data,
        Err(Error::Data(faults)) => return Ok(failed(ui, &faults)),
        Err(other) => return Err(other),
    };
    let faults = hudna::read::check_examples(&data.pack);
    if !faults.is_empty() {
        return Ok(failed(ui, &faults));
    }
    let frames: usize = data.pack.langs.values().map(|l| l.frames.len() + l.scopes.len()).sum();
    let words: usize = data.pack.langs.values().map(|l| l.lexemes.len()).sum();
    let number = |n: usize| hudna_brief::Value::from(n as u32);
    let args = [
        ("words", number(words)),
        ("rules", number(frames)),
        ("places", number(data.pack.places.len())),
        ("parties", number(data.pack.parties.len())),
        ("agreements", number(data.agreements.len())),
    ];
    ui.line(&ui.text("cli-data-sound", &args));
    Ok(0)
}

fn failed(ui: &Ui, faults: &[hudna::read::DataError]) -> u8 {
    faults.iter().for_each(crate::out::note);
    ui.aside(&ui.text("cli-faults", &[("n", (faults.len() as u32).into())]));
    2
}
