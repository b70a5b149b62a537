//! How many incidents there are of each value, and of each day.

use std::collections::BTreeMap;

use serde::Serialize;

use super::Index;
use super::bits::Bits;
use super::columns::{FIELDS, Judgement, iso};
use super::filter::{DAYS, JUDGED, JUDGEMENT, Passed, Sought};
use super::query::Query;
use super::values;

/// Most values that a facet tells.
pub const MOST_FACET_VALUES: usize = 300;

/// Values of a parameter, each with how many incidents it would leave, other parameters as they are.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Facet {
    /// The parameter.
    pub field: &'static str,
    /// The most frequent first, then by name; values that nothing has are left out.
    pub values: Vec<(String, usize)>,
    /// Values beyond [`MOST_FACET_VALUES`], which are not told.
    pub left: usize,
}

/// The incidents that began on a day (or may have).
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct DayBar {
    /// ISO day.
    pub day: String,
    /// How many of each verdict, in the order of the model; `none` where nothing is judged.
    pub verdicts: Vec<(&'static str, usize)>,
}

impl DayBar {
    /// All of the day.
    pub fn total(&self) -> usize {
        self.verdicts.iter().map(|(_, n)| n).sum()
    }
}

impl Index {
    pub(super) fn facets(&self, q: &Query, passed: &Passed, all: &Bits) -> Vec<Facet> {
        let fields = FIELDS.iter().map(|name| {
            let field = self.columns.field(name);
            let counts = match passed.narrows(name) {
                true => field.counts(&passed.but(name)),
                false => field.counts(all),
            };
            facet(name, field.names.iter().map(|n| &**n).zip(counts))
        });
        let beside = match passed.narrows(JUDGEMENT) {
            true => &passed.but(JUDGEMENT),
            false => all,
        };
        fields.chain(JUDGED.map(|name| self.judged(name, q, beside))).collect()
    }

    /// How many incidents have a judgement of each value that the other two parameters take.
    fn judged(&self, name: &'static str, q: &Query, among: &Bits) -> Facet {
        let sought = Sought::new(self, q, name);
        let judged = &self.columns.judged;
        let names: Vec<&str> = match name {
            "term" => judged.terms.iter().map(String::as_str).collect(),
            "verdict" => values::verdicts(),
            _ => values::flags(),
        };
        let (mut counts, mut last) = (vec![0; names.len()], vec![usize::MAX; names.len()]);
        among.each(|at| {
            for j in judged.of(at).iter().filter(|j| sought.takes(j)) {
                each_value(name, j, |value| {
                    counts[value] += usize::from(last[value] != at);
                    last[value] = at;
                });
            }
        });
        facet(name, names.into_iter().zip(counts))
    }

    /// Days with their incidents, whatever days are asked for.
    pub(super) fn days(&self, passed: &Passed, all: &Bits) -> Vec<DayBar> {
        let among = if passed.narrows(DAYS) { &passed.but(DAYS) } else { all };
        let mut days: BTreeMap<i32, [usize; values::VERDICTS.len() + 1]> = BTreeMap::new();
        among.each(|at| {
            if let Some((first, _)) = self.columns.days[at] {
                days.entry(first).or_default()[usize::from(self.columns.main[at])] += 1;
            }
        });
        days.into_iter().map(|(day, counts)| bar(day, &counts)).collect()
    }
}

fn each_value(name: &str, j: &Judgement, mut take: impl FnMut(usize)) {
    match name {
        "term" => take(usize::from(j.term)),
        "verdict" => take(usize::from(j.verdict)),
        _ => (0..values::FLAGS.len()).filter(|n| j.flags >> n & 1 == 1).for_each(take),
    }
}

fn bar(day: i32, counts: &[usize]) -> DayBar {
    let names = values::verdicts().into_iter().chain([values::NONE]);
    let told = names.zip(counts.iter().copied()).filter(|(_, n)| *n > 0);
    DayBar { day: iso(day), verdicts: told.collect() }
}

/// Values that nothing has are left out.
pub(super) fn facet<'n>(
    field: &'static str,
    counted: impl Iterator<Item = (&'n str, usize)>,
) -> Facet {
    let mut values: Vec<(String, usize)> =
        counted.filter(|(_, n)| *n > 0).map(|(name, n)| (name.to_owned(), n)).collect();
    values.sort_by(|a, b| b.1.cmp(&a.1).then_with(|| a.0.cmp(&b.0)));
    let left = values.len().saturating_sub(MOST_FACET_VALUES);
    values.truncate(MOST_FACET_VALUES);
    Facet { field, values, left }
}
