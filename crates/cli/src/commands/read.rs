//! `hudna read`: reading alone.

use std::path::Path;

use hudna::ingest::{self, Unit};
use hudna::model::Report;
use hudna::{Data, Error, Result};

use crate::args::{Common, Format, ReadArgs};
use crate::commands::{data_to_read, json_error};
use crate::ui::Ui;

pub fn run(common: &Common, ui: &Ui, args: &ReadArgs) -> Result<u8> {
    if let Some(refusal) = args.published.as_deref().and_then(ingest::not_a_day) {
        return Err(Error::Usage(format!("--published: {}; {}", refusal.why, refusal.remedy)));
    }
    let data = data_to_read(common)?;
    let (mut read, mut rejected) = (0, 0);
    for path in ingest::files(&args.paths)? {
        for unit in units(&path) {
            match report(unit, args) {
                Ok(report) => {
                    read += 1;
                    print(ui, &data, &report)?;
                }
                Err(line) => {
                    rejected += 1;
                    crate::out::note(format_args!("hudna: {line}"));
                }
            }
        }
    }
    let numbers: [(&str, hudna_brief::Value); 2] =
        [("read", (read as u32).into()), ("rejected", (rejected as u32).into())];
    ui.aside(&ui.text("cli-read-counts", &numbers));
    Ok(u8::from(rejected > 0))
}

fn units(path: &Path) -> Vec<Unit> {
    let name = path.display().to_string();
    let bytes = match name.as_str() {
        "-" => ingest::limited(std::io::stdin().lock(), path),
        _ => ingest::file_bytes(path),
    };
    match bytes {
        Ok(bytes) => ingest::split(&name, &bytes),
        Err(e) => {
            let refusal = ingest::Refusal::new(e.to_string(), "");
            vec![Unit { label: String::new(), content: Err(refusal) }]
        }
    }
}

fn report(unit: Unit, args: &ReadArgs) -> std::result::Result<Report, String> {
    let label = unit.label;
    let content =
        unit.content.map_err(|refusal| match (label.as_str(), refusal.remedy.as_str()) {
            ("", _) => refusal.why,
            (label, remedy) => format!("{label}: {}; {remedy}", refusal.why),
        })?;
    let text = content.text.unwrap_or(content.raw);
    if text.trim().is_empty() {
        return Err(format!("{label}: the report is empty; send the text, or leave the file out"));
    }
    if let Some(refusal) = content.published.as_deref().and_then(ingest::not_a_day) {
        return Err(format!("{label}: {}; {}", refusal.why, refusal.remedy));
    }
    Ok(Report {
        id: content.key.unwrap_or(label),
        text,
        lang: content.lang.or_else(|| args.text_lang.clone()),
        published: content.published.or_else(|| args.published.clone()),
        source: content.source,
        url: content.url,
    })
}

fn print(ui: &Ui, data: &Data, report: &Report) -> Result<()> {
    let (reading, _) = hudna::read::read(report, &data.pack);
    if matches!(ui.format(), Format::Text | Format::Table) {
        super::reading::print(ui, &data.pack, &report.text, &reading);
        return Ok(());
    }
    crate::out::put_line(serde_json::to_string(&reading).map_err(json_error)?);
    Ok(())
}
