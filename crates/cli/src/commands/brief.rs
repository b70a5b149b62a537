//! `hudna brief`: one page in both languages, and JSON.

use std::path::Path;

use hudna::facts::Facts;
use hudna::model::Situation;
use hudna::{Error, Result};
use hudna_brief::outputs::html::Surroundings;
use hudna_brief::{Brief, compose, outputs};

use crate::args::{Common, Format};
use crate::commands::{Open, json_error};
use crate::ui::Ui;

pub fn run(open: &Open, common: &Common, ui: &Ui, out: Option<&Path>) -> Result<u8> {
    if let Some(folder) = out {
        for file in write(&open.situation, &open.facts, folder)? {
            ui.line(&ui.text("cli-brief-written", &[("path", file.into())]));
        }
        return Ok(0);
    }
    let brief = compose(&open.situation);
    match common.format {
        Some(Format::Html) => crate::out::put_line(page(&brief, &open.situation, &open.facts)?),
        Some(Format::Text | Format::Table) => text(ui, &brief),
        _ => crate::out::put_line(outputs::json::render(&brief).map_err(json_error)?),
    }
    Ok(0)
}

/// Writes `brief.html` and `brief.json` into a folder; gives their paths.
pub fn write(situation: &Situation, facts: &Facts, folder: &Path) -> Result<Vec<String>> {
    let remedy = "choose a folder that you may write to with --out";
    std::fs::create_dir_all(folder).map_err(|e| Error::file(folder, &e, remedy))?;
    let brief = compose(situation);
    let page = page(&brief, situation, facts)?;
    let json = outputs::json::render(&brief).map_err(json_error)?;
    let mut out = Vec::new();
    for (name, content) in [("brief.html", page), ("brief.json", json)] {
        let path = folder.join(name);
        std::fs::write(&path, content).map_err(|e| Error::file(&path, &e, remedy))?;
        out.push(path.display().to_string());
    }
    Ok(out)
}

fn page(brief: &Brief, situation: &Situation, facts: &Facts) -> Result<String> {
    outputs::html::render(brief, situation, &surroundings(situation, facts))
        .map_err(|e| Error::Usage(format!("the page's template failed: {e}")))
}

/// The sentence round each claim's words.
fn surroundings(situation: &Situation, facts: &Facts) -> Surroundings {
    let mut out = Surroundings::new();
    for (id, filed) in &situation.claims {
        let Some(report) = facts.reports.get(&filed.report) else { continue };
        let sentence = hudna::why::sentence(report.record.text(), filed.claim.evidence.span);
        if let Some((before, after)) = sentence.split_once(filed.claim.evidence.text.as_str()) {
            out.insert(id.clone(), (before.to_owned(), after.to_owned()));
        }
    }
    out
}

fn text(ui: &Ui, brief: &Brief) {
    for section in &brief.sections {
        ui.heading(&ui.pick(&section.title));
        for sentence in &section.sentences {
            let text = hudna_brief::bidi::plain(sentence.text(ui.lang));
            let share = sentence.reviewed();
            let reviewed = match share.of {
                0 => String::new(),
                _ => format!(" [{}]", super::lists::reviewed(ui, share)),
            };
            for line in crate::table::wrap(&format!("{} {text}{reviewed}", sentence.id()), 96) {
                ui.line(&line);
            }
        }
    }
}
