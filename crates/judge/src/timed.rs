//! Does an incident fall into the time for which a term holds, and how is that known.

use std::collections::BTreeSet;

use hudna_model::{FactStatus, ToldTime};

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
        let open = read.iter().any(|(_, i)| *i == Inside::Unclear);
        match (yes.is_empty(), no.is_empty()) {
            (true, true) => day,
            (false, false) if self.rival(&yes, &no) => {
                Timed { inside: Inside::Unclear, status: FactStatus::Contested, by_hours: true }
            }
            (false, false) => {
                Timed { inside: Inside::Unclear, status: FactStatus::Unknown, by_hours: true }
            }
            _ if open => day,
            (false, true) => self.by_hours(day, Inside::Yes, &yes),
            (true, false) => self.by_hours(day, Inside::No, &no),
        }
    }

    fn by_hours(&self, day: Timed, inside: Inside, claims: &BTreeSet<&str>) -> Timed {
        if day.inside == inside {
            return day;
        }
        let proof = |f: &hudna_model::FiledClaim| seen(f, self.ctx) || admits(f, self.ctx);
        Timed { inside, status: self.told_by(claims, proof), by_hours: true }
    }

    /// Another origin stands behind one of the two than behind the other.
    fn rival(&self, a: &BTreeSet<&str>, b: &BTreeSet<&str>) -> bool {
        self.origins(a) != self.origins(b)
    }
}
