//! `hudna changes`: what is otherwise than at another time.

use hudna::changes::{Change, acts, changes};
use hudna::facts::Facts;
use hudna::model::{
    AreaStatus, Bilingual, CaseEntry, Corroboration, Due, FollowUpStatus, Moment, Outcome,
    Situation, Task, Verdict, Victims,
};
use hudna::record::Record;
use hudna::{Result, Store};
use hudna_brief::Label;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};

use crate::args::{Common, Format};
use crate::commands::{Open, data, decide, json_error, lists};
use crate::table::Cell;
use crate::ui::Ui;

pub fn run(common: &Common, ui: &Ui, since: Moment) -> Result<u8> {
    let data = data(common)?;
    let store = Store::open_reading(&common.store)?;
    let facts = Facts::load(&store, common.as_of)?;
    let now = hudna::derive::picture(&facts, &data, hudna::derive::head(&store)?)?;
    let then = hudna::derive::situation(&store, &data, Some(since))?;
    let mut all = changes(&then, &now);
    all.extend(acts(&facts, since));
    let open = Open { data, facts, situation: now };
    if ui.format() == Format::Json {
        let s = &open.situation;
        let notice = s.story.as_ref().and_then(|s| s.notice.as_ref());
        let whole = json!({
            "since": since, "as_of": s.as_of, "notice": notice, "total": all.len(),
            "changes": all,
        });
        crate::out::put_line(serde_json::to_string_pretty(&whole).map_err(json_error)?);
        return Ok(0);
    }
    let items: Vec<_> = all.iter().map(|c| json!(c)).collect();
    if ui.machine(&open.situation, "changes", &items, all.len()) {
        return Ok(0);
    }
    ui.preamble(&open.situation);
    ui.line(&ui.text("changes-since", &[("moment", ui.moment(since).into())]));
    let heads = ["what", "change-before", "change-after", "id"];
    let rows: Vec<Vec<Cell>> = all.iter().map(|c| row(ui, &open.situation, c)).collect();
    ui.table(&heads.map(|h| ui.text(h, &[])), &rows);
    Ok(0)
}

fn row(ui: &Ui, s: &Situation, change: &Change) -> Vec<Cell> {
    let kind = ui.text(&format!("change-{}", change.kind.replace('_', "-")), &[]);
    vec![
        Cell::new(kind),
        Cell::new(side(ui, s, change, &change.before)),
        Cell::new(side(ui, s, change, &change.after)),
        Cell::new(change.id.clone()),
    ]
}

/// One side of a change for people.
fn side(ui: &Ui, s: &Situation, change: &Change, value: &Value) -> String {
    if value.is_null() {
        return "–".to_owned();
    }
    let said = match change.kind {
        "area_state" => area(ui, s, &change.id, value),
        "corroboration" => get::<Corroboration>(value).map(|c| ui.label(c)),
        "verdict" => verdict(ui, value),
        "case_step" => get::<CaseEntry>(value).map(|e| decide::step(ui, &e.step)),
        "decision" => get::<Record>(&value["record"])
            .map(|r| ui.clauses(&[decide::said(ui, &r), decide::why(ui, &r)])),
        kind if kind.starts_with("promise") => promise(ui, s, value),
        kind if kind.starts_with("toll") || kind.starts_with("total") => toll(ui, s, value),
        _ => None,
    };
    said.or_else(|| ids(value)).or_else(|| incident(ui, s, value)).unwrap_or_default()
}

fn get<T: DeserializeOwned>(value: &Value) -> Option<T> {
    serde_json::from_value(value.clone()).ok()
}

fn label<T: DeserializeOwned + Label>(ui: &Ui, value: &Value) -> Option<String> {
    get::<T>(value).map(|v| ui.label(v))
}

fn ids(value: &Value) -> Option<String> {
    let list = value.as_array()?;
    Some(list.iter().filter_map(Value::as_str).collect::<Vec<_>>().join(" "))
}

fn area(ui: &Ui, s: &Situation, id: &str, value: &Value) -> Option<String> {
    let name: &Bilingual = &s.areas.iter().find(|a| a.id == id)?.name;
    let mut parts = vec![ui.pick(name), label::<AreaStatus>(ui, &value["status"])?];
    parts.extend(value["ratio"].as_f64().map(|r| format!("{r:.2}")));
    Some(ui.list(&parts))
}

fn verdict(ui: &Ui, value: &Value) -> Option<String> {
    let mut parts = vec![label::<Verdict>(ui, &value["verdict"])?];
    parts.extend(value["obligation"].as_str().map(str::to_owned));
    parts.extend(value["window"].as_str().map(str::to_owned));
    Some(ui.list(&parts))
}

fn toll(ui: &Ui, s: &Situation, value: &Value) -> Option<String> {
    let figure = |key: &str| value[key].as_u64();
    let (low, best, high) = (figure("low")?, figure("best")?, figure("high")?);
    let span = if low == high { best.to_string() } else { format!("{best} ({low}–{high})") };
    let mut parts = vec![format!("{} {span}", label::<Outcome>(ui, &value["outcome"])?)];
    parts.extend(label::<Victims>(ui, &value["victims"]));
    let place = value["place"].as_str();
    parts.extend(place.map(|id| lists::place(ui, s, Some(id), None)));
    Some(ui.list(&parts))
}

fn promise(ui: &Ui, s: &Situation, value: &Value) -> Option<String> {
    let mut parts = vec![lists::party(ui, s, value["who"].as_str())];
    parts.extend(label::<Task>(ui, &value["what"]));
    parts.extend(label::<FollowUpStatus>(ui, &value["status"]));
    let due: Due = get(&value["due"])?;
    parts.extend(due.end.or(due.start).map(|day| ui.day(&day)));
    Some(ui.list(&parts))
}

fn incident(ui: &Ui, s: &Situation, value: &Value) -> Option<String> {
    let place = lists::place(ui, s, value["place"].as_str(), value["place_text"].as_str());
    let mut parts = vec![place];
    parts.extend(value["days"][0].as_str().map(|d| ui.day(d)));
    parts.extend(label::<hudna::model::Act>(ui, &value["acts"][0]));
    Some(ui.list(&parts))
}
