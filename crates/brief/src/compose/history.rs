//! States by day, for the ribbon.

use hudna_model::{AreaState, Situation};
use jiff::civil::Date;

use crate::pictures::{Ribbon, RibbonArea};

fn day(text: &str) -> Option<Date> {
    text.parse().ok()
}

/// All areas over the days of the longest history. The last day is as it stands now, with what
/// incidents and patrols say; an area without a history is as it stands now throughout.
pub(super) fn ribbon(situation: &Situation) -> Option<Ribbon> {
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
