//! `hudna areas`: how each area stands, and the levels above and below them.

use hudna::Result;
use hudna::model::{
    AreaParent, AreaState, AreaStatus, Breakdown, LeftOut, PatrolCoverage, PlaceLevel, Situation,
    StateReason, ViolenceLevel,
};
use serde::de::DeserializeOwned;
use serde_json::{Value, json};

use crate::area_args::AreasArgs;
use crate::args::Filters;
use crate::commands::Open;
use crate::commands::lists::{number, reviewed, share, shown, wanted};
use crate::table::Cell;
use crate::ui::{Ui, state_style};

/// Ids of what was left out that are shown; all stand in the JSON form.
const CITED: usize = 5;

/// `hudna areas`.
pub fn areas(open: &Open, ui: &Ui, args: &AreasArgs) -> Result<u8> {
    if let Some(level) = args.level {
        return at_level(open, ui, &args.filters, level);
    }
    let all = &open.situation.areas;
    let list: Vec<&AreaState> = all.iter().filter(|a| asked(&args.filters, a)).collect();
    let items: Vec<_> = list.iter().map(|a| json!(a)).collect();
    if !ui.machine(&open.situation, "areas", &items, all.len()) {
        ui.preamble(&open.situation);
        areas_table(ui, &open.situation, &list);
        shown(ui, list.len(), all.len());
    }
    Ok(0)
}

fn asked(filters: &Filters, area: &AreaState) -> bool {
    wanted(&filters.area, &area.area) && wanted(&filters.state, area.status.as_str())
}

/// The table of areas, without what stands above and below it.
pub fn areas_table(ui: &Ui, situation: &Situation, list: &[&AreaState]) {
    table(ui, list);
    distribution(ui, situation);
    if let Some(source) = &situation.counts_source {
        ui.line(&ui.text("l-counts-source", &[("source", source.clone().into())]));
    }
    super::series::beside(ui, list);
}

fn table(ui: &Ui, list: &[&AreaState]) {
    let heads = [
        "area",
        "state",
        "level-before",
        "ratio",
        "last-7-days",
        "deaths",
        "reports",
        "incidents",
        "patrols",
        "reviewed-short",
        "why",
        "id",
    ];
    let rows: Vec<Vec<Cell>> = list.iter().map(|a| area_row(ui, a)).collect();
    ui.table(&heads.map(|h| ui.text(h, &[])), &rows);
    ui.line(&ui.text("ratio-means", &[]));
}

/// How the areas of the country stand, as numbers: never one state for the country.
fn distribution(ui: &Ui, s: &Situation) {
    let count = |status| s.areas.iter().filter(|a| a.status == status).count();
    let [collapsed, strained, holding] =
        [AreaStatus::Collapsed, AreaStatus::Strained, AreaStatus::Holding].map(count);
    let country = s.places.get(&s.agreement.country).map(|p| p.name.clone());
    let args = [
        ("country", country.unwrap_or_default().into()),
        ("told", (collapsed + strained + holding).into()),
        ("holding", holding.into()),
        ("strained", strained.into()),
        ("collapsed", collapsed.into()),
        ("untold", count(AreaStatus::NoData).into()),
        ("uncovered", count(AreaStatus::NotCovered).into()),
    ];
    ui.line(&ui.text("areas-distribution", &args));
}

fn area_row(ui: &Ui, area: &AreaState) -> Vec<Cell> {
    let c = &area.coverage;
    let up = area.alarm.as_ref().is_some_and(|alarm| alarm.up_until.is_some());
    let state = match up {
        true => format!("{} ▲ {}", ui.label(area.status), ui.text("alarm-until", &[])),
        false => ui.label(area.status),
    };
    let rule = area
        .reasons
        .first()
        .map_or(String::new(), |r| ui.text(&format!("rule-{}", r.rule.replace('_', "-")), &[]));
    vec![
        Cell::new(ui.pick(&area.name)),
        Cell::styled(state, state_style(area.status)),
        Cell::new(area.level.map_or("–".into(), level)),
        Cell::new(area.ratio.map_or("–".into(), |r| format!("{r:.2}"))),
        Cell::new(number(c.last_events)),
        Cell::new(format!("{:.0}", c.last_deaths)),
        Cell::new(c.reports.to_string()),
        Cell::new(c.incidents.to_string()),
        Cell::new(patrols(ui, c.patrols)),
        Cell::new(share(area.reviewed)),
        Cell::new(rule),
        Cell::new(area.id.clone()),
    ]
}

/// The level, with the ends of its 90 % interval.
fn level(level: ViolenceLevel) -> String {
    format!("{:.2} ({:.2}–{:.2})", level.ratio, level.low, level.high)
}

/// What patrols saw in the last seven days: quiet on so many days, something, refused, not reached;
/// a dash where there was none.
fn patrols(ui: &Ui, p: PatrolCoverage) -> String {
    let days = ("days", p.quiet_days.into());
    let parts = [
        (p.quiet, "patrols-quiet"),
        (p.saw, "patrols-saw"),
        (p.refused, "patrols-refused"),
        (p.unreached, "patrols-unreached"),
    ];
    let told: Vec<String> = parts
        .into_iter()
        .filter(|(n, _)| *n > 0)
        .map(|(n, id)| ui.text(id, &[("n", n.into()), days.clone()]))
        .collect();
    if told.is_empty() { "–".to_owned() } else { ui.list(&told) }
}

/// Another level of the tree: places that hold areas as numbers of areas, else what has a state.
fn at_level(open: &Open, ui: &Ui, filters: &Filters, level: PlaceLevel) -> Result<u8> {
    let s = &open.situation;
    let parents: Vec<&AreaParent> = s.tree.parents.iter().filter(|p| p.level == level).collect();
    let of_level = |a: &&AreaState| s.places.get(&a.area).is_some_and(|p| p.level == level);
    let all: Vec<&AreaState> = s.areas.iter().chain(&s.tree.below).filter(of_level).collect();
    if all.is_empty() && level > s.agreement.areas.level {
        return above(ui, s, filters, &parents);
    }
    let list: Vec<&AreaState> = all.iter().copied().filter(|a| asked(filters, a)).collect();
    let items: Vec<_> = list.iter().map(|a| json!(a)).collect();
    if !ui.machine(s, "areas", &items, all.len()) {
        ui.preamble(s);
        if !list.is_empty() {
            table(ui, &list);
        }
        not_apart(ui, s, level);
        shown(ui, list.len(), all.len());
    }
    Ok(0)
}

fn above(ui: &Ui, s: &Situation, filters: &Filters, all: &[&AreaParent]) -> Result<u8> {
    let list: Vec<&&AreaParent> = all.iter().filter(|p| wanted(&filters.area, &p.place)).collect();
    let items: Vec<_> = list.iter().map(|p| json!(p)).collect();
    if ui.machine(s, "parents", &items, all.len()) {
        return Ok(0);
    }
    ui.preamble(s);
    for parent in &list {
        ui.line(&ui.pick(&parent.text));
        if !parent.unplaced.is_empty() {
            ui.line(&format!("  {}", unplaced(ui, parent)));
        }
    }
    if all.is_empty() {
        ui.line(&ui.text("areas-no-parents", &[]));
    }
    shown(ui, list.len(), all.len());
    Ok(0)
}

/// Incidents that are told of a place as a whole.
fn unplaced(ui: &Ui, parent: &AreaParent) -> String {
    let args = [
        ("place", parent.name.clone().into()),
        ("n", parent.unplaced.len().into()),
        ("ids", ui.list(&parent.unplaced).into()),
    ];
    ui.text("areas-unplaced", &args)
}

/// The areas of which nothing is told at this level.
fn not_apart(ui: &Ui, s: &Situation, level: PlaceLevel) {
    let of_level = |id: &str| s.places.get(id).is_some_and(|p| p.level == level);
    let holds = |outer: &str, inner: &str| {
        let up = |id: &&str| s.places.get(*id).and_then(|p| p.parent.as_deref());
        let mut chain = std::iter::successors(Some(inner), up).take(s.places.len());
        chain.any(|id| id == outer)
    };
    let told = |area: &str| {
        of_level(area) || s.tree.below.iter().any(|b| of_level(&b.area) && holds(area, &b.area))
    };
    let names: Vec<String> =
        s.areas.iter().filter(|a| !told(&a.area)).map(|a| ui.pick(&a.name)).collect();
    if !names.is_empty() {
        let args = [("names", ui.list(&names).into()), ("level", ui.label(level).into())];
        ui.line(&ui.text("areas-not-apart", &args));
    }
}

/// What `hudna why` says of an area's state and of what it comes from.
pub fn why(ui: &Ui, kind: &str, data: &Value) -> Option<Vec<String>> {
    Some(match kind {
        "area" => vec![stands(ui, &get(data)?)],
        "area_parent" => {
            let parent: AreaParent = get(data)?;
            let unplaced = (!parent.unplaced.is_empty()).then(|| unplaced(ui, &parent));
            std::iter::once(ui.pick(&parent.text)).chain(unplaced).collect()
        }
        "reason" => vec![ui.pick(&get::<StateReason>(data)?.text)],
        "breakdown" => vec![ui.pick(&get::<Breakdown>(data)?.text)],
        "left_out" => {
            let left: LeftOut = get(data)?;
            vec![format!("{} [{}]", ui.pick(&left.text), cited(&left.rests_on))]
        }
        _ => return None,
    })
}

fn stands(ui: &Ui, a: &AreaState) -> String {
    let mut parts = vec![format!("{}: {}", ui.pick(&a.name), ui.label(a.status))];
    parts.extend(a.ratio.map(|r| format!("{} {r:.2}", ui.text("ratio", &[]))));
    parts.extend((a.reviewed.of > 0).then(|| reviewed(ui, a.reviewed)));
    format!("{} [{}]", ui.list(&parts), a.id)
}

/// Ids in a row, the first of many.
fn cited(ids: &[String]) -> String {
    let told: Vec<&str> = ids.iter().take(CITED).map(String::as_str).collect();
    let more = if ids.len() > CITED { ", …" } else { "" };
    format!("{}{more}", told.join(", "))
}

fn get<T: DeserializeOwned>(data: &Value) -> Option<T> {
    serde_json::from_value(data.clone()).ok()
}
