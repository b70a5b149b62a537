//! `hudna export`: tables and annotated reports for use elsewhere.

use std::path::Path;

use hudna::facts::Facts;
use hudna::{Error, Result, Store};

use crate::args::{Common, ExportCommand};
use crate::commands::json_error;
use crate::ui::Ui;

pub fn run(common: &Common, ui: &Ui, what: &ExportCommand) -> Result<u8> {
    let ExportCommand::Gold { out, whole } = what;
    let facts = Facts::load(&Store::open_reading(&common.store)?, common.as_of)?;
    let mut rows = hudna::gold::export(&facts);
    let all = rows.len();
    rows.retain(|row| row.whole || !whole);
    let lines = rows.iter().map(serde_json::to_string);
    let lines = lines.collect::<serde_json::Result<Vec<_>>>().map_err(json_error)?;
    match out {
        None => lines.iter().for_each(crate::out::put_line),
        Some(path) => write(path, &lines)?,
    }
    let args = [("n", rows.len().into()), ("total", all.into())];
    ui.aside(&ui.text("export-gold", &args));
    Ok(0)
}

fn write(path: &Path, lines: &[String]) -> Result<()> {
    let text: String = lines.iter().flat_map(|line| [line.as_str(), "\n"]).collect();
    let written = std::fs::write(path, text);
    written.map_err(|e| Error::file(path, &e, "choose another file with --out"))
}
