//! Series of counts beside the one that states are told by.

use std::collections::BTreeSet;

use hudna::model::{AreaState, FusedAlarm, SeriesTold};

use crate::commands::lists::number;
use crate::ui::Ui;

/// What other series of counts say, area by area.
pub fn beside(ui: &Ui, list: &[&AreaState]) {
    let ids: BTreeSet<&str> =
        list.iter().flat_map(|a| a.beside.iter().map(|s| s.series.as_str())).collect();
    for id in ids {
        let told =
            |a: &&&AreaState| a.beside.iter().any(|s| s.series == id && s.last_day.is_some());
        let areas: Vec<&&AreaState> = list.iter().filter(told).collect();
        let Some(source) = areas.first().and_then(|a| of_series(a, id)).map(|s| &s.source) else {
            continue;
        };
        let args = [("series", id.into()), ("source", source.clone().into())];
        ui.line(&ui.text("series-beside", &args));
        for area in areas {
            let said = of_series(area, id).map_or(String::new(), |s| said(ui, s));
            ui.line(&format!("  {}: {said}", ui.pick(&area.name)));
        }
    }
    list.iter().filter_map(|a| Some((a, a.fused.as_ref()?))).for_each(|(area, fused)| {
        ui.line(&format!("  {}: {}", ui.pick(&area.name), together(ui, fused)));
    });
}

/// The alarm from several series together.
fn together(ui: &Ui, fused: &FusedAlarm) -> String {
    let id = if fused.alarm.up_until.is_some() { "series-fused-up" } else { "series-fused-down" };
    let most = fused.correlations.iter().map(|p| p.correlation).fold(0.0, f64::max);
    let args = [
        ("series", ui.list(&fused.series).into()),
        ("correlation", format!("{most:.2}").into()),
        ("n", number(fused.alarm.statistic).into()),
    ];
    ui.text(id, &args)
}

fn of_series<'a>(area: &'a AreaState, id: &str) -> Option<&'a SeriesTold> {
    area.beside.iter().find(|s| s.series == id)
}

/// What a series says of an area: its events, ratio, level and alarm.
pub fn said(ui: &Ui, s: &SeriesTold) -> String {
    let Some(last) = &s.last_day else { return ui.text("series-nothing", &[]) };
    let args = [
        ("day", ui.day(last).into()),
        ("last", number(s.last_events).into()),
        ("before", number(s.before_events).into()),
    ];
    let mut parts = vec![ui.text("series-events", &args)];
    let silent = s.silent.as_ref();
    parts.extend(silent.map(|day| ui.text("series-silent", &[("day", ui.day(day).into())])));
    parts.extend(s.ratio.map(|r| format!("{} {r:.2}", ui.text("ratio", &[]))));
    parts.extend(s.level.map(|l| ui.text("series-level", &[("state", ui.label(l.status).into())])));
    parts.extend(s.statistic.map(|n| {
        let id = if s.alarm_up { "series-alarm-up" } else { "series-alarm-down" };
        ui.text(id, &[("n", number(n).into())])
    }));
    ui.clauses(&parts)
}
