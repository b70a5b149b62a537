//! `hudna import counts`, `hudna import ucdp`: counts of a mission's own, beside those that are there.

use std::path::Path;

use hudna::import::counts::{Filing, Taken};
use hudna::import::ucdp::{self, Ged};
use hudna::model::Bilingual;
use hudna::{Error, Result};
use serde_json::json;

use crate::args::{Acting, Common, CountsArgs, FilingArgs, Format, UcdpArgs};
use crate::commands::desk::Workplace;
use crate::commands::{SOME_REJECTED, json_error};
use crate::ui::Ui;

/// How many rejected rows are named; of more only their number is told.
const NAMED: usize = 50;

/// Takes a table in.
pub fn import(common: &Common, ui: &Ui, args: &CountsArgs) -> Result<u8> {
    let remedy = "give a table in UTF-8";
    let raw =
        std::fs::read_to_string(&args.file).map_err(|e| Error::file(&args.file, &e, remedy))?;
    let source = Bilingual::new(args.source.clone(), args.source.clone());
    let filing = filing(&args.file, &args.series, source, &args.filing);
    let place = Workplace::open(common)?;
    let taken = place.desk(&acting(&filing, &args.filing))?.counts(&filing, &raw)?;
    tell(ui, &args.file, &taken, json!({}))
}

/// Takes events of UCDP in.
pub fn ucdp(common: &Common, ui: &Ui, args: &UcdpArgs) -> Result<u8> {
    let remedy = "give the dataset's CSV, plain or packed with gzip";
    let bytes = std::fs::read(&args.file).map_err(|e| Error::file(&args.file, &e, remedy))?;
    let sha256 = ucdp::digest(&bytes);
    let text = ucdp::text(bytes).map_err(|what| ucdp::unreadable(&args.file, what))?;
    let named = args.source.as_ref().map(|name| Bilingual::new(name.clone(), name.clone()));
    let source = named.unwrap_or_else(|| ui.both("ucdp-source", &[]));
    let filing = filing(&args.file, &args.series, source, &args.filing);
    let place = Workplace::open(common)?;
    let desk = place.desk(&acting(&filing, &args.filing))?;
    let days = (args.from, args.to);
    let notes = |ged: &Ged| notes(ui, ged);
    let (taken, ged) = desk.ucdp(&filing, &text, &sha256, &args.dyads, days, &notes)?;
    let more = json!({
        "between": ged.between, "spread": ged.spread, "dyads": ged.dyads,
        "without_area": ged.placeless.iter().sum::<usize>(), "elsewhere": ged.elsewhere,
        "outside": ged.outside,
    });
    if !matches!(ui.format(), Format::Json | Format::Jsonl) {
        filing.notes.iter().chain(&notes(&ged)).for_each(|note| ui.line(&ui.pick(note)));
    }
    tell(ui, &args.file, &taken, more)
}

fn filing(file: &Path, series: &str, source: Bilingual, args: &FilingArgs) -> Filing {
    let name = file.file_name().unwrap_or(file.as_os_str()).to_string_lossy();
    Filing {
        file: name.into_owned(),
        series: series.to_owned(),
        source,
        notes: args.note.iter().map(|n| Bilingual::new(n.clone(), n.clone())).collect(),
        delay: args.delay,
        hindsight: args.hindsight,
    }
}

fn acting(filing: &Filing, args: &FilingArgs) -> Acting {
    Acting { why: filing.file.clone(), by: args.by.clone(), at: args.at }
}

/// What was left out of the dataset, and what was spread, for the record.
fn notes(ui: &Ui, ged: &Ged) -> Vec<Bilingual> {
    let mut out = Vec::new();
    let dyads = ged.dyads.join("; ");
    out.push(ui.both("ucdp-dyads", &[("dyads", dyads.into())]));
    let [between, other] = ged.placeless;
    if between + other > 0 {
        let args =
            [("n", (between + other).into()), ("between", between.into()), ("other", other.into())];
        out.push(ui.both("ucdp-placeless", &args));
    }
    let elsewhere: usize = ged.elsewhere.values().sum();
    if elsewhere > 0 {
        let names = ged.elsewhere.keys().take(12).cloned().collect::<Vec<_>>().join("; ");
        let args = [("n", elsewhere.into()), ("names", names.into())];
        out.push(ui.both("ucdp-elsewhere", &args));
    }
    if ged.spread > 0 {
        out.push(ui.both("ucdp-spread", &[("n", ged.spread.into())]));
    }
    out.push(ui.both("ucdp-zero", &[]));
    out
}

fn tell(ui: &Ui, file: &Path, taken: &Taken, more: serde_json::Value) -> Result<u8> {
    for row in taken.rejected.iter().take(NAMED) {
        crate::out::note(format_args!("{}:{}: {}", file.display(), row.line, row.why));
    }
    if let Some(more) = taken.rejected.len().checked_sub(NAMED).filter(|n| *n > 0) {
        ui.aside(&ui.text("cli-import-more", &[("n", more.into())]));
    }
    if matches!(ui.format(), Format::Json | Format::Jsonl) {
        let mut whole = json!(taken);
        if let (Some(whole), Some(more)) = (whole.as_object_mut(), more.as_object()) {
            whole.extend(more.clone());
        }
        crate::out::put_line(serde_json::to_string_pretty(&whole).map_err(json_error)?);
    } else {
        for entered in &taken.entered {
            let args = [
                ("entry", entered.entry.to_string().into()),
                ("series", entered.about.clone().into()),
            ];
            ui.line(&ui.text("counts-entered", &args));
        }
        let left = taken.read - taken.stored - taken.duplicate - taken.rejected.len();
        let counts = [
            ("read", taken.read.into()),
            ("stored", taken.stored.into()),
            ("duplicate", taken.duplicate.into()),
            ("left", left.into()),
            ("rejected", taken.rejected.len().into()),
        ];
        ui.line(&ui.text("counts-taken", &counts));
    }
    Ok(if taken.rejected.is_empty() { 0 } else { SOME_REJECTED })
}
