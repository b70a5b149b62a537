//! Areas in the public view.

use hudna_model::{
    AreaState, AreaStatus, Coverage, HistoryDay, PatrolCoverage, Share, StateReason,
};

use super::{FEW, View};

/// Reasons whose sentences speak of counts of the whole area and of days alone.
const TOLD: [&str; 6] = ["other_war", "no_counts", "silent", "level", "alarm", "nowcast"];
/// The one that tells the figures of the last days and of those before the truce.
const RATIO: &str = "ratio";

/// A count under [`FEW`] and above none reads two.
fn few(n: f64) -> f64 {
    let least = f64::from(FEW);
    if n > 0.0 && n < least { least - 1.0 } else { n }
}

fn few_of(n: u32) -> u32 {
    if (1..FEW).contains(&n) { FEW - 1 } else { n }
}

impl View<'_> {
    /// The area as it stands in a picture that is old enough, else by its history up to then.
    pub(super) fn area(&self, area: &AreaState) -> AreaState {
        let bare = AreaState {
            drivers: Vec::new(),
            reviewed: Share::default(),
            daily: Vec::new(),
            outlook: Vec::new(),
            history: self.history(&area.history),
            beside: Vec::new(),
            // Shares and what was left out name days, places and incidents.
            breakdowns: Vec::new(),
            left_out: Vec::new(),
            fused: None,
            severity: Vec::new(),
            ..area.clone()
        };
        if self.s.as_of > self.until {
            return self.former(bare);
        }
        let coverage = coverage(&area.coverage);
        AreaState { coverage, reasons: reasons(area), ..bare }
    }

    /// By its history; an area that the agreement leaves out stays so.
    fn former(&self, area: AreaState) -> AreaState {
        let told = area.history.last().map(|day| day.status);
        let status = match area.status {
            AreaStatus::NotCovered => AreaStatus::NotCovered,
            _ => told.unwrap_or(AreaStatus::NoData),
        };
        let (coverage, reasons) = (Coverage::default(), Vec::new());
        AreaState { status, ratio: None, coverage, reasons, level: None, alarm: None, ..area }
    }

    /// The days before the one on which the delay begins: that one is not over then.
    fn history(&self, history: &[HistoryDay]) -> Vec<HistoryDay> {
        let today = self.until.day().to_string();
        let days = history.iter().filter(|day| day.date < today).cloned();
        days.map(|day| HistoryDay { events: day.events.map(few), ..day }).collect()
    }
}

fn coverage(c: &Coverage) -> Coverage {
    Coverage {
        pre_events: few(c.pre_events),
        last_events: few(c.last_events),
        last_other: few(c.last_other),
        last_deaths: few(c.last_deaths),
        before_events: few(c.before_events),
        days_counted: c.days_counted,
        last_day: c.last_day.clone(),
        reports: few_of(c.reports),
        incidents: few_of(c.incidents),
        incidents_confirmed: few_of(c.incidents_confirmed),
        // Where monitors go is theirs.
        patrols: PatrolCoverage::default(),
    }
}

fn reasons(area: &AreaState) -> Vec<StateReason> {
    let c = &area.coverage;
    let figures = [c.pre_events, c.last_events, c.before_events];
    let thick = figures.iter().all(|n| few(*n) == *n);
    let told = |r: &&StateReason| TOLD.contains(&r.rule.as_str()) || (r.rule == RATIO && thick);
    let bare = |r: &StateReason| StateReason { rests_on: Vec::new(), ..r.clone() };
    area.reasons.iter().filter(told).map(bare).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_and_two_read_two_and_nothing_else_changes() {
        let told = [0, 1, 2, 3, 4].map(few_of);
        assert_eq!(told, [0, 2, 2, 3, 4]);
        assert_eq!([0.0, 0.5, 2.0, 2.9, 3.0, 3.5].map(few), [0.0, 2.0, 2.0, 2.0, 3.0, 3.5]);
    }
}
