//! Pictures of time on the page: the ribbon of all areas, and for an area whose alarm is up its
//! course and outlook. Each stands in both languages, the Arabic one mirrored.

use hudna_model::{AreaState, Lang, Situation};
use jiff::civil::Date;
use serde::Serialize;

use crate::messages::Messages;
use crate::pictures::{self, AlarmCourse, AlarmDay, Fan, FanStep, Look, Ribbon, RibbonArea, Told};

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

/// What the page shows of time.
#[derive(Debug, Serialize)]
pub(super) struct Courses {
    ribbon: Pair,
    alarms: Vec<Pair>,
}

fn pair(id: &str, draw: impl Fn(&Look) -> String) -> Pair {
    Pair { ar: draw(&Look::new(Lang::Ar, id)), en: draw(&Look::new(Lang::En, id)) }
}

/// The pictures; none where no area has a history.
pub(super) fn courses(situation: &Situation, messages: &Messages) -> Option<Courses> {
    let ribbon = ribbon(situation)?;
    let mut up: Vec<&AreaState> = situation.areas.iter().filter(|a| is_up(a)).collect();
    up.sort_by_key(|area| std::cmp::Reverse(area.alarm.as_ref().map(|a| a.crossings.last())));
    up.truncate(DRAWN);
    let mut alarms = Vec::new();
    for area in up {
        if let Some(course) = course(area) {
            let id = format!("alarm-{}", area.area);
            alarms.push(pair(&id, |look| pictures::alarm(&course, look, messages)));
        }
        if let Some(told) = fan(area) {
            let id = format!("fan-{}", area.area);
            alarms.push(pair(&id, |look| pictures::fan(&told, look, messages)));
        }
    }
    let ribbon = pair("ribbon", |look| pictures::ribbon(&ribbon, look, messages));
    Some(Courses { ribbon, alarms })
}

fn is_up(area: &AreaState) -> bool {
    area.alarm.as_ref().is_some_and(|alarm| alarm.up_until.is_some())
}

fn day(text: &str) -> Option<Date> {
    text.parse().ok()
}

/// All areas over the days of the longest history. The last day is as it stands now, with what
/// incidents and patrols say; an area without a history is as it stands now throughout.
fn ribbon(situation: &Situation) -> Option<Ribbon> {
    let longest = situation.areas.iter().max_by_key(|area| area.history.len())?;
    let start = day(&longest.history.first()?.date)?;
    let days = longest.history.len();
    let row = |area: &AreaState| {
        let mut states: Vec<_> = area.history.iter().map(|day| day.status).collect();
        states.resize(days, area.status);
        states[days - 1] = area.status;
        let crossings = area.alarm.iter().flat_map(|alarm| &alarm.crossings);
        let alarms = crossings.filter_map(|text| day(text)).collect();
        RibbonArea { name: area.name.clone(), states, alarms }
    };
    let truce = Some(start);
    let today = day(&longest.history.last()?.date);
    Some(Ribbon { start, truce, today, areas: situation.areas.iter().map(row).collect() })
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
