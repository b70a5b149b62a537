//! `hudna verify`, `rebuild`, `generate`: the store itself.

use std::path::Path;

use hudna::generate::Size;
use hudna::verify::{Verification, verify};
use hudna::{Env, Result, Store};

use crate::args::{Common, Format};
use crate::commands::{DAMAGED, data};
use crate::ui::Ui;

pub fn run(common: &Common, ui: &Ui, path: Option<&Path>, derived: bool) -> Result<u8> {
    let folder = path.unwrap_or(&common.store);
    let data = derived.then(|| data(common)).transpose()?;
    let bar = ui.progress(0, &ui.text("cli-verifying", &[]));
    let found = verify(folder, data.as_ref(), &mut |n| bar.set_position(n))?;
    bar.finish_and_clear();
    if ui.format() == Format::Json {
        crate::out::put_line(
            serde_json::to_string_pretty(&found).expect("results have JSON forms"),
        );
    } else {
        people(ui, &found);
    }
    Ok(if found.is_sound() { 0 } else { DAMAGED })
}

fn people(ui: &Ui, found: &Verification) {
    let number = |n: u64| hudna_brief::Value::from(n as u32);
    for fault in &found.faults {
        ui.line(&format!("✗ {fault}"));
    }
    let root = found.root[..16.min(found.root.len())].to_owned();
    let args =
        [("entries", number(found.entries)), ("heads", number(found.heads)), ("root", root.into())];
    ui.line(&ui.text("cli-verified", &args));
    if let Some(rows) = found.derived {
        ui.line(&ui.text("cli-verified-derived", &[("n", number(rows))]));
    }
    if found.stale {
        ui.line(&ui.text("cli-stale", &[]));
    }
    let n = number(found.faults.len() as u64);
    let id = if found.is_sound() { "cli-sound" } else { "cli-faults" };
    ui.line(&ui.text(id, &[("n", n)]));
}

pub fn rebuild(common: &Common, ui: &Ui) -> Result<u8> {
    let data = data(common)?;
    let store = Store::open(&common.store, &Env::system())?;
    let situation = hudna::derive::rebuild(&store, &data)?;
    let number = |n: usize| hudna_brief::Value::from(n as u32);
    let args = [
        ("incidents", number(situation.incidents.len())),
        ("areas", number(situation.areas.len())),
        ("promises", number(situation.follow_ups.len())),
    ];
    ui.line(&ui.text("cli-rebuilt", &args));
    Ok(0)
}

pub fn generate(common: &Common, ui: &Ui, reports: u64, seed: u64) -> Result<u8> {
    let env = Env::system();
    let store = Store::open_or_make(&common.store, &env)?;
    let bar = ui.progress(reports, &ui.text("cli-generating", &[]));
    hudna::generate::generate(&store, &env, reports, seed, &mut |n| bar.set_position(n))?;
    bar.finish_and_clear();
    ui.line(&ui.text("cli-generated", &[("n", (reports as u32).into())]));
    Ok(0)
}

/// A made-up mission, and what is derived from it.
pub fn mission(common: &Common, ui: &Ui, size: Size, seed: u64) -> Result<u8> {
    let env = Env::system();
    let store = Store::open_or_make(&common.store, &env)?;
    if store.size()? > 0 {
        let at = common.store.display().to_string();
        return Err(hudna::Told::error("told-generate-full", &[("store", &at)]));
    }
    let bar = ui.progress(size.incidents as u64, &ui.text("cli-generating", &[]));
    let tell = &mut |n| bar.set_position(n);
    hudna::generate::generate_mission(&store, &env, size, seed, tell)?;
    bar.finish_and_clear();
    drop(store);
    rebuild(common, ui)
}
