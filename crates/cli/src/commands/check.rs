//! `hudna check-data`: data files against their schemas and examples.

use std::path::{Path, PathBuf};

use hudna::{Error, Result};

use crate::args::Common;
use crate::commands::{data, files, model};
use crate::ui::Ui;

pub fn run(common: &Common, ui: &Ui, dir: Option<&Path>) -> Result<u8> {
    let common = match dir {
        Some(dir) => Common { data: Some(dir.to_owned()), ..common.clone() },
        None => common.clone(),
    };
    let loaded = data(&common);
    let data = match loaded {
        Ok(data) => data,
        Err(Error::Data(faults)) => return Ok(failed(ui, &faults)),
        Err(other) => return Err(other),
    };
    let model = model(&common)?;
    let faults = hudna::read::check_examples(&data.pack);
    if !faults.is_empty() {
        return Ok(failed(ui, &faults));
    }
    let (cases, faults) = hudna::agreements::check_cases(
        &files(&common)?,
        &data.agreements,
        &data.places,
        &data.parties,
    );
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
        ("cases", number(cases)),
    ];
    ui.line(&ui.text("cli-data-sound", &args));
    let told = model.map(|model| {
        let size = hudna::data::model_size(model_path(&common).as_deref()).to_string();
        ui.text("cli-model-sound", &[("digest", model.digest().into()), ("size", size.into())])
    });
    ui.line(&told.unwrap_or_else(|| ui.text("cli-model-none", &[])));
    Ok(0)
}

/// The file that the model is taken from; none for the binary's own.
fn model_path(common: &Common) -> Option<PathBuf> {
    let named = common.model.as_ref().map(PathBuf::from);
    named.or_else(|| common.data.as_deref().map(hudna::data::model_path))
}

fn failed(ui: &Ui, faults: &[hudna::read::DataError]) -> u8 {
    faults.iter().for_each(crate::out::note);
    ui.aside(&ui.text("cli-faults", &[("n", (faults.len() as u32).into())]));
    2
}
