//! Times of an incident with hours, where its claims tell them, and what of it competes.

use std::collections::BTreeSet;

use hudna_model::{DateRef, FiledClaim, ToldTime};

use crate::days::{Days, date, number};
use crate::rules;

/// Minutes of a day.
const DAY: i64 = 24 * 60;

/// A stretch by the clock of the place, in minutes since the midnight at which 1970 began there;
/// of no length for a time of the clock.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Clock {
    pub from: i64,
    pub to: i64,
}

impl Clock {
    pub(crate) fn of_days(days: Days) -> Self {
        Self { from: i64::from(days.first) * DAY, to: i64::from(days.last + 1) * DAY }
    }

    /// Both may be true together: they overlap, or are told as nearly the same minute.
    fn fits(self, other: Self) -> bool {
        self.from.max(other.from) - self.to.min(other.to) <= rules::SAME_TIME_MINUTES
    }

    /// What both hold; of two that only nearly meet, all from one to the other.
    fn both(self, other: Self) -> Self {
        let (from, to) = (self.from.max(other.from), self.to.min(other.to));
        Self { from: from.min(to), to: to.max(from) }
    }

    /// As an incident carries it.
    fn written(minutes: i64) -> String {
        let day = i32::try_from(minutes.div_euclid(DAY)).unwrap_or_default();
        let minute = minutes.rem_euclid(DAY);
        format!("{}T{:02}:{:02}", date(day), minute / 60, minute % 60)
    }

    /// The stretch that an incident carries; none where it is not one.
    pub(crate) fn of(told: &ToldTime) -> Option<Self> {
        let read = |text: &str| -> Option<i64> {
            let at: jiff::civil::DateTime = text.parse().ok()?;
            let minute = i64::from(at.hour()) * 60 + i64::from(at.minute());
            Some(i64::from(number(at.date())) * DAY + minute)
        };
        Some(Self { from: read(&told.from)?, to: read(&told.to)? })
    }
}

/// What one claim tells of the time.
struct Told<'a> {
    clock: Clock,
    hours: bool,
    claim: &'a str,
}

/// The times that the claims tell, when any of them tells hours. Those that may be true together
/// are one, as what all of them hold; a day that none of these fits stands beside them. The most
/// often told first, then the earlier.
pub(crate) fn times(members: &[&FiledClaim]) -> Vec<ToldTime> {
    let told: Vec<Told<'_>> = members.iter().filter_map(|f| told(f)).collect();
    let (hours, days): (Vec<&Told<'_>>, Vec<&Told<'_>>) = told.iter().partition(|t| t.hours);
    let mut groups = meet(hours.iter().map(|t| t.clock));
    if groups.is_empty() {
        return Vec::new();
    }
    let rivals = days.iter().map(|t| t.clock).filter(|d| groups.iter().all(|g| !g.fits(*d)));
    groups.extend(meet(rivals));
    let mut times: Vec<ToldTime> = groups.into_iter().map(|g| time(g, &hours, &days)).collect();
    times.sort_by(|a, b| b.claims.len().cmp(&a.claims.len()).then_with(|| a.cmp(b)));
    times
}

/// Hours are said of a day, or of the night between two.
fn told<'a>(filed: &'a FiledClaim) -> Option<Told<'a>> {
    let days = Days::is_told(filed).then(|| Days::of_claim(filed))?;
    let hours = filed.claim.date.as_ref().and_then(|date| clock(date, days));
    let clock = hours.unwrap_or(Clock::of_days(days));
    Some(Told { clock, hours: hours.is_some(), claim: &filed.claim.id })
}

fn clock(date: &DateRef, days: Days) -> Option<Clock> {
    let (from, to) = date.hours.as_ref()?.minutes()?;
    let night = days.len() == 2 && to > DAY;
    let start = i64::from(days.first) * DAY;
    (days.len() == 1 || night).then_some(Clock { from: start + from, to: start + to })
}

/// Stretches that fit each other, in the order of time, as what they hold together.
fn meet(stretches: impl Iterator<Item = Clock>) -> Vec<Clock> {
    let sorted: BTreeSet<Clock> = stretches.collect();
    let mut groups: Vec<Clock> = Vec::new();
    for clock in sorted {
        match groups.last_mut().filter(|g| g.fits(clock)) {
            Some(group) => *group = group.both(clock),
            None => groups.push(clock),
        }
    }
    groups
}

/// With the claims that tell it: those that tell hours, else those that tell its days.
fn time(group: Clock, hours: &[&Told<'_>], days: &[&Told<'_>]) -> ToldTime {
    let fitting = |told: &[&Told<'_>]| -> BTreeSet<String> {
        told.iter().filter(|t| t.clock.fits(group)).map(|t| t.claim.to_owned()).collect()
    };
    let telling = fitting(hours);
    let claims = if telling.is_empty() { fitting(days) } else { telling };
    ToldTime {
        from: Clock::written(group.from),
        to: Clock::written(group.to),
        claims: claims.into_iter().collect(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(day: i64, from: i64, to: i64) -> Clock {
        Clock { from: day * DAY + from * 60, to: day * DAY + to * 60 }
    }

    fn check(told: &[Clock], expected: &[Clock]) {
        assert_eq!(meet(told.iter().copied()), expected);
        assert_eq!(meet(told.iter().rev().copied()), expected);
    }

    #[test]
    fn stretches_that_overlap_are_what_they_hold_together() {
        check(&[at(0, 2, 7), at(0, 5, 12)], &[at(0, 5, 7)]);
        check(&[at(0, 2, 7), at(0, 3, 3)], &[at(0, 3, 3)]);
        check(&[at(0, 3, 3), at(0, 9, 9)], &[at(0, 3, 3), at(0, 9, 9)]);
        check(&[at(0, 18, 30), at(1, 2, 7)], &[at(1, 2, 6)]);
    }

    #[test]
    fn two_times_of_the_clock_that_nearly_meet_are_one_stretch() {
        let near = Clock { from: 180, to: 180 + rules::SAME_TIME_MINUTES };
        check(&[at(0, 3, 3), Clock { from: near.to, to: near.to }], &[near]);
        let far = Clock { from: near.to + 1, to: near.to + 1 };
        check(&[at(0, 3, 3), far], &[at(0, 3, 3), far]);
    }

    #[test]
    fn what_an_incident_carries_is_read_again() {
        let night = at(16_925, 18, 30);
        let told = ToldTime {
            from: Clock::written(night.from),
            to: Clock::written(night.to),
            claims: Vec::new(),
        };
        assert_eq!(
            (told.from.as_str(), told.to.as_str()),
            ("2016-05-04T18:00", "2016-05-05T06:00")
        );
        assert_eq!(Clock::of(&told), Some(night));
    }
}
