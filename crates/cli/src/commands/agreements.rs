//! `hudna agreements`: terms, windows, what is left open, and how the terms are kept.

mod lines;

use hudna::compliance::compliance;
use hudna::model::{Agreement, ComplianceLine, Situation};
use hudna::{Error, Result};
use serde_json::{Value as Json, json};

use crate::args::{Common, Format};
use crate::commands::{Open, data, json_error};
use crate::table::{self, Cell};
use crate::ui::Ui;

/// All agreements of the data, or one of them whole.
pub fn run(common: &Common, ui: &Ui, id: Option<&str>) -> Result<u8> {
    let data = data(common)?;
    let Some(id) = id else {
        return all(ui, data.agreements.values());
    };
    let Some(agreement) = data.agreements.get(id) else {
        let remedy = "unknown-agreement";
        return Err(Error::Unknown { id: id.to_owned(), remedy });
    };
    match followed(common, id)? {
        Some(situation) => {
            let kept = compliance(&situation);
            one(ui, &situation.agreement, &data, Some((&situation, &kept)))
        }
        None => one(ui, agreement, &data, None),
    }
}

/// The picture of the store, when there is one and it follows the agreement.
fn followed(common: &Common, id: &str) -> Result<Option<Situation>> {
    if !common.store.exists() {
        return Ok(None);
    }
    match Open::new(common) {
        Ok(open) => Ok(Some(open.situation).filter(|s| s.agreement.id == id)),
        // A store that follows no agreement has nothing to say of this one.
        Err(Error::Usage(_)) => Ok(None),
        Err(other) => Err(other),
    }
}

fn all<'a>(ui: &Ui, agreements: impl Iterator<Item = &'a Agreement>) -> Result<u8> {
    let list: Vec<&Agreement> = agreements.collect();
    let items: Vec<Json> = list.iter().map(|a| summary(a)).collect();
    match ui.format() {
        Format::Table | Format::Text | Format::Html | Format::Ics => {}
        Format::Json => {
            let whole = json!({ "total": items.len(), "agreements": items });
            crate::out::put_line(serde_json::to_string_pretty(&whole).map_err(json_error)?);
            return Ok(0);
        }
        Format::Jsonl => {
            items.iter().for_each(crate::out::put_line);
            return Ok(0);
        }
        Format::Csv => {
            crate::out::put(table::csv(&items));
            return Ok(0);
        }
    }
    let heads = ["name", "h-in-force", "h-terms", "h-windows", "h-undefined", "id"];
    let row = |a: &&Agreement| {
        vec![
            Cell::new(ui.pick(&a.name)),
            Cell::new(ui.moment(a.effective)),
            Cell::new(a.obligations.len().to_string()),
            Cell::new(a.windows.len().to_string()),
            Cell::new(a.undefined.len().to_string()),
            Cell::new(a.id.clone()),
        ]
    };
    let rows: Vec<Vec<Cell>> = list.iter().map(row).collect();
    ui.table(&heads.map(|h| ui.text(h, &[])), &rows);
    Ok(0)
}

fn summary(a: &Agreement) -> Json {
    json!({
        "id": a.id, "name_ar": a.name.ar, "name_en": a.name.en, "country": a.country,
        "effective": a.effective, "ended": a.ended, "obligations": a.obligations.len(),
        "windows": a.windows.len(), "undefined": a.undefined.len(),
    })
}

type Kept<'k> = Option<(&'k Situation, &'k [ComplianceLine])>;

fn one(
    ui: &Ui,
    agreement: &Agreement,
    data: &hudna::Data,
    kept: Option<(&Situation, &Vec<ComplianceLine>)>,
) -> Result<u8> {
    let kept: Kept<'_> = kept.map(|(s, k)| (s, k.as_slice()));
    match ui.format() {
        Format::Table | Format::Text | Format::Html | Format::Ics => {
            if let Some((situation, _)) = kept {
                ui.preamble(situation);
            }
            lines::Page { ui, agreement, data }.print(kept.map(|(_, lines)| lines));
        }
        Format::Csv => crate::out::put(table::csv(&rows(agreement, kept))),
        Format::Jsonl => rows(agreement, kept).iter().for_each(crate::out::put_line),
        Format::Json => {
            let story = kept.and_then(|(s, _)| s.story.as_ref());
            let whole = json!({
                "as_of": kept.map(|(s, _)| s.as_of),
                "story": story.map(|s| &s.id),
                "notice": story.and_then(|s| s.notice.as_ref()),
                "agreement": agreement,
                "compliance": kept.map(|(_, lines)| lines),
            });
            crate::out::put_line(serde_json::to_string_pretty(&whole).map_err(json_error)?);
        }
    }
    Ok(0)
}

/// One row per term, with how it is kept where that is told.
fn rows(agreement: &Agreement, kept: Kept<'_>) -> Vec<Json> {
    let of = |id: &str| kept.and_then(|(_, lines)| lines.iter().find(|l| l.obligation == id));
    let row = |o: &hudna::model::Obligation| {
        let line = of(&o.id);
        json!({
            "obligation": o.id, "deontic": o.deontic, "text_ar": o.text.ar, "text_en": o.text.en,
            "due": o.deadline.as_ref().map(|d| d.due), "source": o.source,
            "status": line.map(|l| l.status), "by_clock": line.map(|l| l.by_clock),
            "parties": line.map(|l| l.parties.join(" ")),
            "incidents": line.map(|l| l.incidents.join(" ")),
        })
    };
    agreement.obligations.iter().map(row).collect()
}
