//! The state of an area without counts: by hudna's own incidents. Against a level that was declared
//! for the time before the truce, where one was; else as absolute level and trend, named so.
//! Incidents and imported counts tell the same events and are never added.

use hudna_model::{AreaStatus, Bilingual, Corroboration, DeclaredLevel, Incident, StateReason};

use crate::areas::{judged_outside, reason, supported};
use crate::days::{Days, parse};
use crate::numbers::{self, events};
use crate::say::{plain, say, term};
use crate::{Context, rules};

/// What own incidents of an area make of its state.
pub(crate) struct Own {
    pub status: AreaStatus,
    pub ratio: Option<f64>,
    pub reason: StateReason,
}

/// The state of an area that no counts tell of: nothing where no incident is told that a person
/// confirmed or two origins tell, since silence is not calm and one unreviewed word is no state.
/// `seen` says whether anybody reports from there at all.
pub(crate) fn own(
    area: &str,
    here: &[&Incident],
    week: Days,
    seen: bool,
    ctx: &Context<'_>,
) -> Option<Own> {
    let before = Days { first: week.first - rules::STATE_DAYS, last: week.first - 1 };
    let [last, former] = [week, before].map(|days| within(here, days));
    let rests_on: Vec<String> = last.iter().map(|i| i.id.clone()).collect();
    let declared = ctx.agreement.areas.baselines.iter().find(|d| d.area == area);
    if let Some(declared) = declared.filter(|d| d.per_day > 0.0 && seen) {
        return Some(against(declared, last.len(), rests_on));
    }
    if last.is_empty() {
        return None;
    }
    let trend = match last.len().cmp(&former.len()) {
        std::cmp::Ordering::Greater => "trend.rising",
        std::cmp::Ordering::Less => "trend.falling",
        std::cmp::Ordering::Equal => "trend.level",
    };
    let (now, then) = (plain(last.len().to_string()), plain(former.len().to_string()));
    let arguments = [("last", &now), ("before", &then), ("trend", &term(trend))];
    let reason = reason("own_absolute", say("state.own_absolute", &arguments), rests_on);
    Some(Own { status: AreaStatus::Strained, ratio: None, reason })
}

fn against(declared: &DeclaredLevel, last: usize, rests_on: Vec<String>) -> Own {
    let days = f64::from(rules::STATE_DAYS);
    let ratio = crate::score::round(last as f64 / days / declared.per_day);
    let status = match ratio {
        r if r >= rules::COLLAPSED_RATIO => AreaStatus::Collapsed,
        r if r >= rules::STRAINED_RATIO => AreaStatus::Strained,
        _ => AreaStatus::Holding,
    };
    let (told, rate) = (plain(last.to_string()), events(declared.per_day * days));
    let arguments: [(&str, &Bilingual); 4] = [
        ("last", &told),
        ("declared", &rate),
        ("source", &declared.source),
        ("ratio", &numbers::ratio(ratio)),
    ];
    let reason = reason("own_declared", say("state.own_declared", &arguments), rests_on);
    Own { status, ratio: Some(ratio), reason }
}

/// Of the incidents of an area those on these days that a person confirmed or two origins tell, but for those
/// judged outside what the agreement forbids, and those refuted.
pub(crate) fn within<'i>(here: &[&'i Incident], days: Days) -> Vec<&'i Incident> {
    let on = |i: &&Incident| {
        let span =
            i.days.as_ref().and_then(|(a, b)| Some(Days { first: parse(a)?, last: parse(b)? }));
        span.is_some_and(|d| d.gap(days) == 0)
    };
    let refuted = |i: &Incident| i.corroboration == Corroboration::Refuted;
    let counts = |i: &&Incident| (i.confirmed || supported(i)) && !judged_outside(i) && !refuted(i);
    here.iter().copied().filter(on).filter(counts).collect()
}
