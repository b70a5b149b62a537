//! Does an incident fall into the time for which a term holds, and how is that known.

use std::collections::BTreeSet;

use hudna_model::{FactStatus, FiledClaim, ToldTime};

use crate::clock::{Stretch, inside, inside_by_clock};
use crate::facts::{Facts, Inside, status};
use crate::hours::Clock;
use crate::incident::{admits, seen};

/// Whether the time lies where a term holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Timed {
    pub inside: Inside,
    pub status: FactStatus,
    /// The day leaves it open or says otherwise: the hours that are told decide, or compete.
    pub by_hours: bool,
}

impl Facts<'_, '_> {
    /// By the day, as the agreement's data decide it. Where hours are told and decide otherwise,
    /// by these: known and claimed by the origins that tell them, contested where another origin
    /// tells others with another outcome.
    pub(crate) fn timed(&self, stretches: &[Stretch]) -> Timed {
        let by_day = inside(self.days(), stretches);
        let day = Timed { inside: by_day, status: status(by_day), by_hours: false };
        let times = self.incident.times.iter();
        let read: Vec<(&ToldTime, Inside)> =
            times.filter_map(|t| Some((t, inside_by_clock(Clock::of(t)?, stretches)))).collect();
        let telling = |outcome: Inside| -> BTreeSet<&str> {
            let of = read.iter().filter(|(_, i)| *i == outcome);
            of.flat_map(|(t, _)| t.claims.iter().map(String::as_str)).collect()
        };
        let (yes, no) = (telling(Inside::Yes), telling(Inside::No));
        let open = |clock: Clock| inside_by_clock(clock, stretches) == Inside::Unclear;
        let known = self.incident.times.iter().filter_map(Clock::of);
        let unclear =
            Timed { inside: Inside::Unclear, status: FactStatus::Unknown, by_hours: true };
        match (yes.is_empty(), no.is_empty()) {
            // A night that runs out of its day leaves open what the day alone would decide.
            _ if known.clone().any(|c| open(c) && self.runs_out(c)) => unclear,
            (true, true) => day,
            (false, false) if self.origins(&yes) != self.origins(&no) => {
                Timed { status: FactStatus::Contested, ..unclear }
            }
            (false, false) => unclear,
            _ if known.into_iter().any(open) => day,
            (false, true) => self.by_hours(day, Inside::Yes, &yes),
            (true, false) => self.by_hours(day, Inside::No, &no),
        }
    }

    /// Whether the hours run out of the days on which the incident may have been.
    fn runs_out(&self, clock: Clock) -> bool {
        self.days().is_some_and(|days| {
            let all = Clock::of_days(days);
            clock.from < all.from || all.to < clock.to
        })
    }

    fn by_hours(&self, day: Timed, inside: Inside, claims: &BTreeSet<&str>) -> Timed {
        if day.inside == inside {
            return day;
        }
        let proof = |f: &FiledClaim| seen(f, self.ctx) || admits(f, self.ctx);
        Timed { inside, status: self.told_by(claims, proof), by_hours: true }
    }
}
