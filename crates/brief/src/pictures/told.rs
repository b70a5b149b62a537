//! What a situation tells over time, as the data of pictures.

use hudna_model::{AreaState, AreaStatus, Outlook, Situation};
use jiff::civil::Date;

use super::{AlarmCourse, AlarmDay, Fan, FanStep, Ribbon, RibbonArea, Told};

/// Days before today that the outlook's picture shows.
const PAST_DAYS: usize = 28;
/// Days a week has: fewer counted is thin.
const WEEK: u32 = 7;
/// Fewer events before the truce are too few to tell a level by.
const FEW: f64 = 10.0;

fn day(text: &str) -> Option<Date> {
    text.parse().ok()
}

/// All areas over the days of the longest history. The last day is as it stands now, with what
/// incidents and patrols say; an area without a history is as it stands now throughout.
pub(crate) fn ribbon(situation: &Situation) -> Option<Ribbon> {
    rows(&situation.areas.iter().collect::<Vec<_>>())
}

/// The same of the areas named; none when no area has a history.
pub(super) fn rows(areas: &[&AreaState]) -> Option<Ribbon> {
    let longest = areas.iter().max_by_key(|area| area.history.len())?;
    let start = day(&longest.history.first()?.date)?;
    let days = longest.history.len();
    let truce = Some(start);
    let today = day(&longest.history.last()?.date);
    let areas = areas.iter().map(|area| row(area, days)).collect();
    Some(Ribbon { start, truce, today, areas })
}

/// One area over that many days, at least one.
fn row(area: &AreaState, days: usize) -> RibbonArea {
    let mut states: Vec<_> = area.history.iter().map(|day| day.status).collect();
    states.resize(days, area.status);
    states[days - 1] = area.status;
    let crossings = area.alarm.iter().flat_map(|alarm| &alarm.crossings);
    let alarms = crossings.filter_map(|text| day(text)).collect();
    RibbonArea { name: area.name.clone(), states, alarms }
}

/// The alarm day by day; none without an alarm or a history.
pub(super) fn course(area: &AreaState) -> Option<AlarmCourse> {
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

/// The outlook after the last [`PAST_DAYS`] of the history; none without both.
pub(super) fn fan(area: &AreaState) -> Option<Fan> {
    let from = area.history.len().saturating_sub(PAST_DAYS);
    let past = &area.history[from..];
    let ends = |(low, high): (u32, u32)| [f64::from(low), f64::from(high)];
    let step = |told: &Outlook| FanStep {
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

/// Whether the data behind a state are thin: drawn hatched.
pub(crate) fn thin(area: &AreaState) -> bool {
    let c = &area.coverage;
    if area.status == AreaStatus::NotCovered {
        return false;
    }
    c.pre_events < FEW || c.days_counted < WEEK || c.reports == 0
}
