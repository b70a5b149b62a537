//! Pictures of an area whose alarm is up: its course and its outlook, in both languages. Time runs
//! from left to right in both, as in the small charts beside them.

use hudna_model::{AreaState, Lang, Situation};
use jiff::civil::Date;
use serde::Serialize;

use crate::messages::Messages;
use crate::pictures::{self, AlarmCourse, AlarmDay, Fan, FanStep, Flow, Look, Told};

/// Days before today that the outlook's picture shows.
const PAST_DAYS: usize = 28;
/// Areas whose course is drawn: those of the newest alarms.
const DRAWN: usize = 3;

/// One picture in both languages, as SVG.
#[derive(Debug, Serialize)]
pub(super) struct Pair {
    ar: String,
    en: String,
}

fn pair(id: &str, draw: impl Fn(&Look) -> String) -> Pair {
    let look = |lang| Look::new(lang, id).flow(Flow::LeftToRight);
    Pair { ar: draw(&look(Lang::Ar)), en: draw(&look(Lang::En)) }
}

/// The course and the outlook of the areas whose alarm was raised last and is up.
pub(super) fn alarms(situation: &Situation, messages: &Messages) -> Vec<Pair> {
    let mut up: Vec<&AreaState> = situation.areas.iter().filter(|a| is_up(a)).collect();
    up.sort_by_key(|area| std::cmp::Reverse(area.alarm.as_ref().map(|a| a.crossings.last())));
    up.truncate(DRAWN);
    let mut out = Vec::new();
    for area in up {
        if let Some(course) = course(area) {
            let id = format!("alarm-{}", area.area);
            out.push(pair(&id, |look| pictures::alarm(&course, look, messages)));
        }
        if let Some(told) = fan(area) {
            let id = format!("fan-{}", area.area);
            out.push(pair(&id, |look| pictures::fan(&told, look, messages)));
        }
    }
    out
}

fn is_up(area: &AreaState) -> bool {
    area.alarm.as_ref().is_some_and(|alarm| alarm.up_until.is_some())
}

fn day(text: &str) -> Option<Date> {
    text.parse().ok()
}

fn course(area: &AreaState) -> Option<AlarmCourse> {
    let days = area.history.iter().map(|told| AlarmDay {
        events: told.events,
        statistic: Some(told.statistic),
        crossed: told.crossed,
        up: told.up,
        rise: told.rose_on.as_deref().and_then(day),
    });
    let start = day(&area.history.first()?.date)?;
    let threshold = area.alarm.as_ref()?.threshold;
    Some(AlarmCourse { area: area.name.clone(), start, days: days.collect(), threshold })
}

fn fan(area: &AreaState) -> Option<Fan> {
    let from = area.history.len().saturating_sub(PAST_DAYS);
    let past = &area.history[from..];
    let ends = |(low, high): (u32, u32)| [f64::from(low), f64::from(high)];
    let step = |told: &hudna_model::Outlook| FanStep {
        days: told.days,
        median: f64::from(told.median),
        half: ends(told.half),
        ninety: ends(told.most),
    };
    let steps: Vec<FanStep> = area.outlook.iter().map(step).collect();
    let start = day(&past.first()?.date)?;
    let past = past.iter().map(|told| told.events).collect();
    let name = area.name.clone();
    (!steps.is_empty()).then_some(Fan {
        area: name,
        start,
        every: 1,
        past,
        told: Told::Total,
        steps,
    })
}
