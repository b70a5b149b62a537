//! Which telling each denied claim is listed with.

use std::collections::{BTreeMap, BTreeSet};

use hudna_model::{Body, FiledClaim, Modality};

use crate::index::Index;
use crate::telling::Telling;
use crate::{Context, keys, packed};

/// Denied claims, each with the telling that it fits, kept as reports come: only what shares a key
/// with a new telling is fitted anew.
#[derive(Debug, Clone, Default)]
pub(crate) struct Denials {
    all: Vec<Option<Denial>>,
    reports: BTreeMap<String, Vec<usize>>,
    index: Index,
    /// By the telling that they fit.
    of_telling: BTreeMap<usize, BTreeSet<usize>>,
    /// Those that have to be fitted.
    open: BTreeSet<usize>,
}

#[derive(Debug, Clone)]
struct Denial {
    claim: String,
    /// What it tells, packed.
    telling: Box<[u8]>,
    fits: Option<usize>,
    /// Its own text says what it belongs to.
    tied: bool,
}

/// Whether a claim denies an act.
pub(crate) fn denies(filed: &FiledClaim) -> bool {
    filed.claim.modality == Modality::Denied && matches!(filed.claim.body, Body::Violence { .. })
}

impl Denials {
    /// Takes in what a report denies; `tied` is the telling that its own text ties it to.
    pub(crate) fn add(&mut self, denied: &Telling, tied: Option<usize>, ctx: &Context<'_>) {
        let new = self.all.len();
        self.reports.entry(denied.report.clone()).or_default().push(new);
        if let Some(telling) = tied {
            self.of_telling.entry(telling).or_default().insert(new);
        } else {
            keys::keys(denied, ctx).into_iter().for_each(|key| self.index.insert(key, new));
            self.open.insert(new);
        }
        let claim = denied.id().to_owned();
        let telling = packed::pack(denied);
        self.all.push(Some(Denial { claim, telling, fits: tied, tied: tied.is_some() }));
    }

    /// Takes out what a report denies; the tellings that it stood with.
    pub(crate) fn take_out(&mut self, report: &str) -> Vec<usize> {
        let gone = self.reports.remove(report).unwrap_or_default();
        let fitted = gone.into_iter().filter_map(|n| {
            self.open.remove(&n);
            let telling = self.all[n].take()?.fits?;
            self.part(telling, n);
            Some(telling)
        });
        fitted.collect()
    }

    /// A telling with these keys has come.
    pub(crate) fn came(&mut self, keys: &[u64]) {
        let near = keys.iter().flat_map(|key| self.index.items(*key));
        self.open.extend(near.filter(|n| self.all[*n].is_some()));
    }

    /// A telling has gone.
    pub(crate) fn went(&mut self, telling: usize) {
        for n in self.of_telling.remove(&telling).into_iter().flatten() {
            if let Some(denial) = &mut self.all[n] {
                denial.fits = None;
                self.open.insert(n);
            }
        }
    }

    /// Fits what has to be, by what a telling fits best; the tellings that lost or won one.
    pub(crate) fn fit(&mut self, best: impl Fn(&Telling) -> Option<usize>) -> BTreeSet<usize> {
        let mut changed = BTreeSet::new();
        for n in std::mem::take(&mut self.open) {
            let Some(denial) = self.all[n].as_mut().filter(|d| !d.tied) else { continue };
            let (former, now) = (denial.fits, best(&packed::unpack(&denial.telling)));
            denial.fits = now;
            if former != now {
                former.into_iter().for_each(|telling| self.part(telling, n));
                if let Some(telling) = now {
                    self.of_telling.entry(telling).or_default().insert(n);
                }
                changed.extend(former.into_iter().chain(now));
            }
        }
        changed
    }

    /// Ids of the denied claims that stand with a telling.
    pub(crate) fn with(&self, telling: usize) -> impl Iterator<Item = &str> {
        let here = self.of_telling.get(&telling).into_iter().flatten();
        here.filter_map(|n| Some(self.all[*n].as_ref()?.claim.as_str()))
    }

    fn part(&mut self, telling: usize, denial: usize) {
        if let Some(here) = self.of_telling.get_mut(&telling) {
            here.remove(&denial);
            if here.is_empty() {
                self.of_telling.remove(&telling);
            }
        }
    }
}
