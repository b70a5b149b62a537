//! `hudna import places`: a mission's own list of places into a folder of data.

use std::path::Path;

use hudna::import::{self, Format, Imported, Written};
use hudna::{Data, Error, Result};
use serde_json::json;

use crate::args::{self, Common, ImportCommand, PlaceList};
use crate::commands::{SOME_REJECTED, counts, json_error, patrols};
use crate::ui::Ui;

/// How many rejected rows are named; of more only their number is told.
const NAMED: usize = 50;

pub fn run(common: &Common, ui: &Ui, what: &ImportCommand) -> Result<u8> {
    match what {
        ImportCommand::Places { file, list, into } => places(common, ui, file, *list, into),
        ImportCommand::Patrols(args) => patrols::import(common, ui, args),
        ImportCommand::Counts(args) => counts::import(common, ui, args),
        ImportCommand::Ucdp(args) => counts::ucdp(common, ui, args),
    }
}

fn places(common: &Common, ui: &Ui, file: &Path, list: PlaceList, into: &Path) -> Result<u8> {
    let format = match list {
        PlaceList::PCodes => Format::PCodes,
        PlaceList::GeoNames => Format::GeoNames,
    };
    let text =
        std::fs::read_to_string(file).map_err(|e| Error::file(file, &e, "give a list in UTF-8"))?;
    import::base(into, common.data.as_deref())?;
    let data = Data::from_folder(into)?;
    let imported = import::places(&text, format, &data).map_err(|what| Error::Input {
        path: file.to_owned(),
        line: 1,
        what,
        remedy: "see docs/cli.md, \"import\", for the columns".to_owned(),
    })?;
    let written = import::write(into, format, &imported)?;
    refused(ui, file, &imported);
    tell(ui, &imported, &written)?;
    Ok(if imported.rejected.is_empty() { 0 } else { SOME_REJECTED })
}

fn refused(ui: &Ui, file: &Path, imported: &Imported) {
    for row in imported.rejected.iter().take(NAMED) {
        let remedy = ui.text("cli-import-remedy", &[]);
        crate::out::note(format_args!("{}:{}: {}; {remedy}", file.display(), row.line, row.why));
    }
    if let Some(more) = imported.rejected.len().checked_sub(NAMED).filter(|n| *n > 0) {
        ui.aside(&ui.text("cli-import-more", &[("n", number(more))]));
    }
}

fn tell(ui: &Ui, imported: &Imported, written: &Written) -> Result<()> {
    let (read, kept) = (imported.read(), imported.rows.len());
    let (duplicate, rejected) = (imported.duplicates, imported.rejected.len());
    if ui.format() == args::Format::Json {
        let object = json!({
            "read": read, "kept": kept, "duplicate": duplicate, "rejected": rejected,
            "cued": imported.cued(), "files": [written.places, written.names],
        });
        crate::out::put_line(serde_json::to_string_pretty(&object).map_err(json_error)?);
        return Ok(());
    }
    let counts = [
        ("read", number(read)),
        ("kept", number(kept)),
        ("duplicate", number(duplicate)),
        ("rejected", number(rejected)),
    ];
    ui.line(&ui.text("cli-import-counts", &counts));
    ui.line(&ui.text("cli-import-cued", &[("n", number(imported.cued()))]));
    let path = written.places.display().to_string();
    ui.line(&ui.text("cli-import-written", &[("path", path.into())]));
    Ok(())
}

fn number(n: usize) -> hudna_brief::Value {
    hudna_brief::Value::from(n as u32)
}
