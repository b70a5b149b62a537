//! Pictures of an area whose alarm is up: its course and its outlook, in both languages. Time runs
//! from left to right in both, as in the small charts beside them.

use hudna_model::{AreaState, Lang, Situation};
use serde::Serialize;

use crate::messages::Messages;
use crate::pictures::{Flow, Look, of};

/// Areas whose course is drawn: those of the newest alarms.
const DRAWN: usize = 3;

/// One picture in both languages, as SVG.
#[derive(Debug, Serialize)]
pub(super) struct Pair {
    ar: String,
    en: String,
}

fn pair(id: &str, draw: impl Fn(&Look) -> Option<String>) -> Option<Pair> {
    let look = |lang| Look::new(lang, id).flow(Flow::LeftToRight);
    Some(Pair { ar: draw(&look(Lang::Ar))?, en: draw(&look(Lang::En))? })
}

/// The course and the outlook of the areas whose alarm was raised last and is up.
pub(super) fn alarms(situation: &Situation, messages: &Messages) -> Vec<Pair> {
    let mut up: Vec<&AreaState> = situation.areas.iter().filter(|a| is_up(a)).collect();
    up.sort_by_key(|area| std::cmp::Reverse(area.alarm.as_ref().map(|a| a.crossings.last())));
    up.truncate(DRAWN);
    let mut out = Vec::new();
    for area in up {
        let (course, outlook) = (format!("alarm-{}", area.area), format!("fan-{}", area.area));
        out.extend(pair(&course, |look| of::alarm(area, look, messages)));
        out.extend(pair(&outlook, |look| of::fan(area, look, messages)));
    }
    out
}

fn is_up(area: &AreaState) -> bool {
    area.alarm.as_ref().is_some_and(|alarm| alarm.up_until.is_some())
}
