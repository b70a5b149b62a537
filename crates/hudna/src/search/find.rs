//! Incidents that pass a query: a page of them in the order asked for, with facets and days.

use std::cmp::Reverse;

use hudna_model::Situation;
use serde::Serialize;

use super::Index;
use super::bits::Bits;
use super::columns::{Columns, UNTOLD};
use super::facets::{DayBar, Facet};
use super::query::{Form, Query};

/// A page of what was found.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Found {
    /// How many were found.
    pub total: usize,
    /// Of how many.
    pub of: usize,
    /// Which page, from 1; one behind the last is empty.
    pub page: usize,
    /// Items on a page.
    pub per: usize,
    /// Positions of the page's items in the picture's list; of reports, in the order of their ids.
    pub positions: Vec<usize>,
    /// Their ids.
    pub ids: Vec<String>,
    /// Values to narrow by, with how many each would leave.
    pub facets: Vec<Facet>,
    /// The days of incidents, ascending.
    pub days: Vec<DayBar>,
}

impl Found {
    /// How many pages there are; at least one.
    pub fn pages(&self) -> usize {
        self.total.div_ceil(self.per).max(1)
    }
}

/// Positions of incidents in each order.
#[derive(Debug)]
pub(super) struct Orders {
    newest: Vec<u32>,
    oldest: Vec<u32>,
    deaths: Vec<u32>,
    origins: Vec<u32>,
    area: Vec<u32>,
}

impl Orders {
    pub(super) fn new(s: &Situation, c: &Columns) -> Orders {
        let mut newest: Vec<u32> = (0..c.size as u32).collect();
        newest.sort_by(|a, b| {
            let (x, y) = (&s.incidents[*a as usize], &s.incidents[*b as usize]);
            y.days.cmp(&x.days).then_with(|| x.id.cmp(&y.id))
        });
        let mut oldest = newest.clone();
        oldest.sort_by(|a, b| {
            let (x, y) = (&s.incidents[*a as usize], &s.incidents[*b as usize]);
            x.days.cmp(&y.days).then_with(|| x.id.cmp(&y.id))
        });
        // Sorting keeps the newest first among equals.
        let by = |key: &dyn Fn(usize) -> (bool, Reverse<u32>)| {
            let mut order = newest.clone();
            order.sort_by_key(|at| key(*at as usize));
            order
        };
        let field = c.field("area");
        let rank: Vec<u32> = field.names.iter().map(|name| rank(s, name)).collect();
        let mut area = newest.clone();
        area.sort_by_key(|at| rank[field.of(*at as usize)[0] as usize]);
        Orders {
            deaths: by(&|at| (c.deaths[at] == UNTOLD, Reverse(c.deaths[at]))),
            origins: by(&|at| (false, Reverse(c.origins[at]))),
            area,
            oldest,
            newest,
        }
    }

    fn of(&self, sort: &str) -> &[u32] {
        match sort {
            "oldest" => &self.oldest,
            "deaths" => &self.deaths,
            "origins" => &self.origins,
            "area" => &self.area,
            _ => &self.newest,
        }
    }

    /// The newest of a set.
    pub(super) fn newest(&self) -> &[u32] {
        &self.newest
    }

    pub(super) fn bytes(&self) -> usize {
        5 * 4 * self.newest.len()
    }
}

/// Where an area stands in the picture, the worst first.
fn rank(s: &Situation, area: &str) -> u32 {
    s.areas.iter().position(|a| a.area == area).map_or(u32::MAX, |n| n as u32)
}

/// The positions on a page: those of an order that are in a set.
pub(super) fn page(order: &[u32], among: &Bits, q: &Form) -> Vec<usize> {
    let skipped = (q.page() - 1).saturating_mul(q.per());
    let kept = order.iter().map(|at| *at as usize).filter(|at| among.has(*at));
    kept.skip(skipped).take(q.per()).collect()
}

impl Index {
    /// The incidents that pass a query.
    pub fn incidents(&self, s: &Situation, q: &Query) -> Found {
        let passed = self.passed(s, q);
        let all = passed.all();
        let positions = page(self.orders.of(q.sort()), &all, q);
        Found {
            total: all.count(),
            of: self.columns.size,
            page: q.page(),
            per: q.per(),
            ids: positions.iter().map(|at| s.incidents[*at].id.clone()).collect(),
            positions,
            facets: self.facets(q, &passed, &all),
            days: self.days(&passed, &all),
        }
    }

    /// How many incidents pass a query, and no more: for counters of saved searches.
    pub fn count(&self, s: &Situation, q: &Query) -> usize {
        self.passed(s, q).all().count()
    }

    /// How many incidents that pass a query began on each day, whatever days it asks for.
    pub fn timeline(&self, s: &Situation, q: &Query) -> Vec<DayBar> {
        let passed = self.passed(s, q);
        self.days(&passed, &passed.all())
    }

    /// Positions of all incidents that pass a query, in its order: for maps and exports.
    pub fn positions(&self, s: &Situation, q: &Query) -> Vec<usize> {
        let all = self.passed(s, q).all();
        let order = self.orders.of(q.sort()).iter().map(|at| *at as usize);
        order.filter(|at| all.has(*at)).collect()
    }
}
