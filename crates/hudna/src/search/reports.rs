//! Reports that pass a query.

use std::cmp::Reverse;

use hudna_model::{ReportSummary, Situation};

use super::Index;
use super::bits::Bits;
use super::columns::{Field, FieldBuilder, day};
use super::facets::facet;
use super::find::{Found, page};
use super::query::ReportQuery;

const FIELDS: [&str; 4] = ["state", "source", "text_lang", "unread_harm"];

/// What can be asked of reports, in the order of their ids.
#[derive(Debug)]
pub(super) struct ReportColumns {
    size: usize,
    ids: Vec<Box<str>>,
    fields: Vec<Field>,
    days: Vec<i32>,
    /// Positions by receipt, the last first.
    newest: Vec<u32>,
    unread: Vec<u32>,
    claims: Vec<u32>,
}

impl ReportColumns {
    pub(super) fn new(s: &Situation) -> ReportColumns {
        let all: Vec<&ReportSummary> = s.reports.values().collect();
        let mut builders: Vec<FieldBuilder> = Vec::new();
        builders.resize_with(FIELDS.len(), FieldBuilder::default);
        for report in &all {
            builders[0].row([report.state.as_str()]);
            builders[1].row([report.source.as_str()]);
            builders[2].row([report.lang.as_str()].into_iter().filter(|l| !l.is_empty()));
            builders[3].row([if report.unread_harm > 0 { "yes" } else { "no" }]);
        }
        let mut newest: Vec<u32> = (0..all.len() as u32).collect();
        newest.sort_by_key(|at| {
            let report = all[*at as usize];
            Reverse((report.received, &report.id))
        });
        let by = |key: &dyn Fn(&ReportSummary) -> usize| {
            let mut order = newest.clone();
            order.sort_by_key(|at| Reverse(key(all[*at as usize])));
            order
        };
        ReportColumns {
            size: all.len(),
            ids: all.iter().map(|r| r.id.as_str().into()).collect(),
            fields: builders.into_iter().map(FieldBuilder::finish).collect(),
            days: all.iter().map(|r| told(r)).collect(),
            unread: by(&|r| r.unread_harm),
            claims: by(&|r| r.claims),
            newest,
        }
    }

    /// The id of the report at a position.
    pub(super) fn id(&self, at: usize) -> &str {
        &self.ids[at]
    }

    pub(super) fn has_source(&self, id: &str) -> bool {
        self.fields[1].has(id)
    }

    pub(super) fn has_lang(&self, code: &str) -> bool {
        self.fields[2].has(code)
    }

    /// The last received of a set.
    pub(super) fn newest<'b>(
        &'b self,
        among: impl Fn(usize) -> bool + 'b,
    ) -> impl Iterator<Item = usize> + 'b {
        self.newest.iter().map(|at| *at as usize).filter(move |at| among(*at))
    }

    pub(super) fn bytes(&self) -> usize {
        self.size * (FIELDS.len() * 4 + 4 * 4 + 24)
    }

    fn passed(&self, q: &ReportQuery, left_out: &str) -> Bits {
        let mut out = Bits::all(self.size);
        for (field, name) in self.fields.iter().zip(FIELDS) {
            let asked = q.all(name);
            if !asked.is_empty() && name != left_out {
                out.and(&field.having(self.size, &field.wanted(|v| asked.iter().any(|a| a == v))));
            }
        }
        let (from, to) = (q.one("from").and_then(day), q.one("to").and_then(day));
        if from.is_some() || to.is_some() {
            let (from, to) = (from.unwrap_or(i32::MIN), to.unwrap_or(i32::MAX));
            out.and(&Bits::of(self.size, |at| (from..=to).contains(&self.days[at])));
        }
        out
    }
}

/// The day of publication, else of receipt.
pub(super) fn told(report: &ReportSummary) -> i32 {
    let published = report.published.as_deref().and_then(day);
    published.or_else(|| day(&report.received.day().to_string())).unwrap_or_default()
}

impl Index {
    /// The reports that pass a query, the last received first.
    pub fn reports(&self, _: &Situation, q: &ReportQuery) -> Found {
        let columns = &self.reports;
        let mut beside = Bits::all(columns.size);
        if !q.text().is_empty() {
            let (named, from) = (self.things.named(q.text()), self.things.reports.start as usize);
            beside.and(&Bits::of(columns.size, |at| named.has(from + at)));
        }
        if !q.all("id").is_empty() {
            let asked = |at: usize| q.all("id").iter().any(|id| **id == *columns.id(at));
            beside.and(&Bits::of(columns.size, asked));
        }
        let pass = |left_out: &str| {
            let mut all = columns.passed(q, left_out);
            all.and(&beside);
            all
        };
        let all = pass("");
        let facets = columns.fields.iter().zip(FIELDS).map(|(field, name)| {
            let counts = match q.all(name).is_empty() {
                true => field.counts(&all),
                false => field.counts(&pass(name)),
            };
            facet(name, field.names.iter().map(|n| &**n).zip(counts))
        });
        let order = match q.sort() {
            "unread" => &columns.unread,
            "claims" => &columns.claims,
            _ => &columns.newest,
        };
        let positions = match q.sort() {
            "oldest" => {
                let turned: Vec<u32> = order.iter().rev().copied().collect();
                page(&turned, &all, q)
            }
            _ => page(order, &all, q),
        };
        Found {
            total: all.count(),
            of: columns.size,
            page: q.page(),
            per: q.per(),
            ids: positions.iter().map(|at| columns.id(*at).to_owned()).collect(),
            positions,
            facets: facets.collect(),
            days: Vec::new(),
        }
    }
}
