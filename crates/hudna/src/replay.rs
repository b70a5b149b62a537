//! Area states and alarms day by day, as they would have been told then.

use hudna_model::{AreaState, AreaStatus, FiledClaim, Moment, ViolenceLevel};
use jiff::civil::Date;
use serde::Serialize;

use crate::data::Data;
use crate::derive::{self, World};
use crate::error::{Error, Result, Told};
use crate::facts::{Facts, entries};
use crate::record::Payload;
use crate::store::Store;

/// Most days that one replay tells: thirty years.
const MOST: usize = 10_958;
/// The time of day at which a store without a story is told, in seconds: 23:59.
const EVENING: i64 = 86_340;

/// Which days.
#[derive(Debug, Clone, Copy)]
pub struct Days {
    /// The first.
    pub from: Date,
    /// The last.
    pub to: Date,
    /// Days from one to the next, at least one.
    pub step: u32,
}

/// What was told on a day.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct DayThen {
    /// ISO day.
    pub date: String,
    /// The moment for which it is told.
    pub as_of: Moment,
    /// Areas by id.
    pub areas: Vec<AreaThen>,
}

/// An area as it was told on a day.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct AreaThen {
    /// Place id.
    pub area: String,
    /// State.
    pub status: AreaStatus,
    /// Ratio to the time before the truce.
    pub ratio: Option<f64>,
    /// Level of violence.
    pub level: Option<ViolenceLevel>,
    /// The alarm, where there is a level.
    pub alarm: Option<AlarmThen>,
    /// Rules of the reasons, the deciding one first.
    pub reasons: Vec<String>,
}

/// An alarm as it was told on a day.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct AlarmThen {
    /// Its statistic.
    pub statistic: f64,
    /// It is up.
    pub up: bool,
    /// It was raised on the last day counted.
    pub crossed: bool,
}

/// A store's entries, read once.
pub struct Replay<'d> {
    entries: Vec<(u64, Payload)>,
    data: &'d Data,
    /// The store as it is told by default.
    pub usual: Facts,
}

impl<'d> Replay<'d> {
    /// Reads all entries of a store.
    ///
    /// # Errors
    /// The store fails or holds nothing.
    pub fn open(store: &Store, data: &'d Data) -> Result<Replay<'d>> {
        let entries = entries(store, u64::MAX)?;
        let usual = Facts::of_entries(entries.clone(), None)?;
        Ok(Replay { entries, data, usual })
    }

    /// The moments at which the days are told: at the time of day of the story, else at 23:59.
    ///
    /// # Errors
    /// Days that end before they begin, are too many, or come after the story's own time; an area
    /// that the agreement does not list.
    pub fn moments(&self, days: Days, area: Option<&str>) -> Result<Vec<Moment>> {
        let list = &derive::followed(&self.usual)?.areas.list;
        if let Some(area) = area.filter(|a| !list.iter().any(|known| known == a)) {
            return Err(Error::Unknown { id: area.to_owned(), remedy: "unknown-area" });
        }
        if days.to < days.from {
            let (from, to) = (days.from.to_string(), days.to.to_string());
            return Err(Told::error("told-replay-order", &[("from", &from), ("to", &to)]));
        }
        let last = self.usual.as_of;
        if self.usual.story.is_some() && days.to > last.day() {
            let (to, end) = (days.to.to_string(), last.day().to_string());
            return Err(Told::error("told-replay-late", &[("to", &to), ("last", &end)]));
        }
        let step = jiff::Span::new().days(i64::from(days.step.max(1)));
        let all: Vec<Date> =
            days.from.series(step).take_while(|d| *d <= days.to).take(MOST + 1).collect();
        if all.len() > MOST {
            return Err(Told::error("told-replay-many", &[("most", &MOST.to_string())]));
        }
        let evening = match self.usual.story {
            Some(_) => last.seconds() - last.midnight_of(last.day()).seconds(),
            None => EVENING,
        };
        Ok(all.into_iter().map(|day| last.midnight_of(day).plus_seconds(evening)).collect())
    }

    /// What was told at a moment, of one area or all.
    ///
    /// # Errors
    /// Counts that cannot be read.
    pub fn at(&self, moment: Moment, area: Option<&str>) -> Result<DayThen> {
        let facts = Facts::of_entries(self.entries.clone(), Some(moment))?;
        let mut states = states(&facts, self.data)?;
        states.retain(|s| area.is_none_or(|area| s.area == area));
        states.sort_by(|a, b| a.area.cmp(&b.area));
        let areas = states.iter().map(then).collect();
        Ok(DayThen { date: moment.day().to_string(), as_of: moment, areas })
    }
}

/// Area states alone, without what else a picture holds.
fn states(facts: &Facts, data: &Data) -> Result<Vec<AreaState>> {
    let agreement = derive::followed(facts)?;
    let world = World::new(facts, data);
    let ctx = world.context(facts, agreement);
    let claims: Vec<FiledClaim> = facts.claims().into_values().collect();
    let incidents = hudna_judge::gather(&claims, &ctx);
    let patrols = crate::patrols::patrols(facts, &world.places);
    let series = hudna_judge::lead(facts.series(), agreement.effective);
    Ok(hudna_judge::area_states(&series, &incidents, &claims, &patrols, &ctx))
}

fn then(state: &AreaState) -> AreaThen {
    let alarm = state.alarm.as_ref().map(|alarm| AlarmThen {
        statistic: alarm.statistic,
        up: alarm.up_until.is_some(),
        crossed: alarm
            .crossings
            .last()
            .is_some_and(|day| Some(day) == state.coverage.last_day.as_ref()),
    });
    AreaThen {
        area: state.area.clone(),
        status: state.status,
        ratio: state.ratio,
        level: state.level,
        alarm,
        reasons: state.reasons.iter().map(|r| r.rule.clone()).collect(),
    }
}
