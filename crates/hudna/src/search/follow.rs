//! Promises that pass a query. There are thousands at most: each is looked at.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use hudna_model::{FollowUp, FollowUpStatus, Situation};

use super::area::area_of;
use super::columns::day;
use super::facets::facet;
use super::find::Found;
use super::query::FollowQuery;
use super::values::{self, NONE};
use super::{Index, bits::Bits};

const FIELDS: [&str; 7] = ["status", "who", "to", "area", "overdue", "owner", "no_date"];

/// Ids of the areas that the claims of a promise speak of.
pub fn areas_of<'s>(s: &'s Situation, f: &FollowUp) -> BTreeSet<&'s str> {
    let claims = f.claims.iter().filter_map(|id| s.claims.get(id));
    let places = claims.filter_map(|f| f.claim.place.as_ref()?.id.as_deref());
    places.filter_map(|id| area_of(s, id)).collect()
}

/// The values of a promise under a parameter.
fn values_of<'s>(s: &'s Situation, f: &'s FollowUp, name: &str) -> BTreeSet<&'s str> {
    let or_none = |value: &'s Option<String>| BTreeSet::from([value.as_deref().unwrap_or(NONE)]);
    let yes = |is: bool| BTreeSet::from([if is { "yes" } else { "no" }]);
    match name {
        "status" => BTreeSet::from([values::status(f.status)]),
        "who" => or_none(&f.who),
        "to" => or_none(&f.to),
        "owner" => or_none(&f.owner),
        "overdue" => yes(f.status == FollowUpStatus::Overdue),
        "no_date" => yes(f.due.start.is_none() && f.due.end.is_none()),
        _ => match areas_of(s, f) {
            none if none.is_empty() => BTreeSet::from([NONE]),
            some => some,
        },
    }
}

/// The days on which it is due, where any are told.
fn due(f: &FollowUp) -> Option<(i32, i32)> {
    let ends = [&f.due.start, &f.due.end].map(|d| d.as_deref().and_then(first_day));
    match ends {
        [None, None] => None,
        [start, end] => Some((start.unwrap_or(i32::MIN), end.unwrap_or(i32::MAX))),
    }
}

/// The first day of an ISO day, month or year.
fn first_day(text: &str) -> Option<i32> {
    day(text).or_else(|| day(&format!("{text}-01"))).or_else(|| day(&format!("{text}-01-01")))
}

impl Index {
    /// The promises that pass a query, in the order of the board where no other is asked for.
    pub fn follow_ups(&self, s: &Situation, q: &FollowQuery) -> Found {
        let named = (!q.text().is_empty()).then(|| self.things.named(q.text()));
        let from = self.things.follow_ups.start as usize;
        let beside = |at: usize| {
            let f = &s.follow_ups[at];
            named.as_ref().is_none_or(|bits| bits.has(from + at))
                && (q.all("id").is_empty() || q.all("id").contains(&f.id))
                && is_due(f, q)
        };
        let size = s.follow_ups.len();
        let beside = Bits::of(size, beside);
        let told: Vec<Vec<BTreeSet<&str>>> = FIELDS
            .iter()
            .map(|name| s.follow_ups.iter().map(|f| values_of(s, f, name)).collect())
            .collect();
        let passes = |n: usize, at: usize| {
            let asked = q.all(FIELDS[n]);
            asked.is_empty() || asked.iter().any(|a| told[n][at].contains(a.as_str()))
        };
        let but = |left_out: usize| {
            let rest = |at| (0..FIELDS.len()).all(|n| n == left_out || passes(n, at));
            Bits::of(size, |at| beside.has(at) && rest(at))
        };
        let all = but(FIELDS.len());
        let facets = FIELDS.iter().enumerate().map(|(n, name)| {
            let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
            let take =
                |at: usize| told[n][at].iter().for_each(|v| *counts.entry(v).or_default() += 1);
            but(n).each(take);
            facet(name, counts.into_iter())
        });
        let facets = facets.collect();
        let positions = page(s, q, &all);
        Found {
            total: all.count(),
            of: size,
            page: q.page(),
            per: q.per(),
            ids: positions.iter().map(|at| s.follow_ups[*at].id.clone()).collect(),
            positions,
            facets,
            days: Vec::new(),
        }
    }
}

/// Due on a day between those asked for; what has no date is on none.
fn is_due(f: &FollowUp, q: &FollowQuery) -> bool {
    let (from, to) = (q.one("due_from").and_then(day), q.one("due_to").and_then(day));
    let (from_or, to_or) = (from.unwrap_or(i32::MIN), to.unwrap_or(i32::MAX));
    let between = |(first, last): (i32, i32)| last >= from_or && first <= to_or;
    (from.is_none() && to.is_none()) || due(f).is_some_and(between)
}

fn page(s: &Situation, q: &FollowQuery, all: &Bits) -> Vec<usize> {
    let mut order = Vec::new();
    all.each(|at| order.push(at));
    let last = |f: &FollowUp| due(f).map_or((i32::MAX, i32::MAX), |(first, last)| (last, first));
    order.sort_by(|a, b| {
        let (x, y) = (&s.follow_ups[*a], &s.follow_ups[*b]);
        let by = match q.sort() {
            "due" => last(x).cmp(&last(y)),
            "told" => y.last_told.cmp(&x.last_told),
            "silent" => Reverse(x.silent_days).cmp(&Reverse(y.silent_days)),
            _ => (x.status, last(x)).cmp(&(y.status, last(y))),
        };
        by.then_with(|| x.id.cmp(&y.id))
    });
    order.into_iter().skip((q.page() - 1).saturating_mul(q.per())).take(q.per()).collect()
}
