//! Gathering report by report gives what gathering all at once gives.

use std::collections::BTreeMap;

use hudna_judge::{Context, Gatherer, gather};
use hudna_model::{FiledClaim, Incident, Moment, PairDecision, Relation};
use proptest::prelude::*;

use crate::order::any_claim;
use crate::world::{But, World, world};

/// Claims by report; of claims with one id the first.
fn by_report(claims: &[FiledClaim]) -> BTreeMap<String, Vec<FiledClaim>> {
    let mut seen = std::collections::BTreeSet::new();
    let mut reports: BTreeMap<String, Vec<FiledClaim>> = BTreeMap::new();
    for claim in claims.iter().filter(|c| seen.insert(c.claim.id.clone())) {
        reports.entry(claim.report.clone()).or_default().push(claim.clone());
    }
    reports
}

/// A gatherer with what it was given, which asks for changes now and then as a program would, and
/// keeps the incidents by them.
#[derive(Default)]
struct Fed {
    gatherer: Gatherer,
    claims: BTreeMap<String, FiledClaim>,
    known: Vec<Incident>,
}

impl Fed {
    fn put(&mut self, claims: &[FiledClaim], ctx: &Context<'_>) {
        self.gatherer.put(claims, ctx);
        self.claims.extend(claims.iter().map(|c| (c.claim.id.clone(), c.clone())));
        if self.claims.len().is_multiple_of(2) {
            self.follow(ctx);
        }
    }

    /// Puts what changed in the place of what was known of the same claims.
    fn follow(&mut self, ctx: &Context<'_>) {
        let changed = self.gatherer.changes(|id| self.claims.get(id), ctx);
        let told =
            |i: &Incident| changed.iter().any(|c| c.claims.iter().any(|x| i.claims.contains(x)));
        self.known.retain(|i| !told(i));
        self.known.extend(changed);
    }

    fn incidents(&mut self, ctx: &Context<'_>) -> Vec<Incident> {
        self.gatherer.incidents(|id| self.claims.get(id), ctx)
    }
}

/// Claims with one receipt a report, as real reports have it; two of the reports tell of two months
/// before, so that some of what is told is packed when the others come.
fn claims() -> impl Strategy<Value = Vec<FiledClaim>> {
    prop::collection::vec(any_claim(), 0..10).prop_map(|mut claims| {
        let mut received: BTreeMap<String, Moment> = BTreeMap::new();
        for claim in &mut claims {
            if ["r0", "r3"].contains(&claim.report.as_str()) {
                *claim = claim.clone().received("2016-03-01").on("2016-02-29");
            }
            claim.received = *received.entry(claim.report.clone()).or_insert(claim.received);
        }
        claims
    })
}

fn copied() -> World {
    let mut world = world();
    world.copied(&["r1", "r2"], &[]);
    world.copied(&["r4", "r5"], &["agency"]);
    world
}

/// Decisions on pairs of the claims, in the order of entry.
fn decide(claims: &[FiledClaim], picks: &[(usize, usize, usize)]) -> Vec<PairDecision> {
    let pair = |(n, (a, b, relation)): (usize, &(usize, usize, usize))| {
        let id = |i: &usize| claims[i % claims.len()].claim.id.clone();
        (!claims.is_empty()).then(|| PairDecision {
            a: id(a),
            b: id(b),
            relation: Relation::ALL[relation % 7].0,
            by: "analyst".to_owned(),
            at: Moment::from_seconds(n as i64),
            entry: n as u64,
        })
    };
    picks.iter().enumerate().filter_map(pair).filter(|d| d.a != d.b).collect()
}

fn shuffled() -> impl Strategy<Value = (Vec<FiledClaim>, Vec<String>)> {
    claims().prop_flat_map(|claims| {
        let reports: Vec<String> = by_report(&claims).into_keys().collect();
        (Just(claims), Just(reports).prop_shuffle())
    })
}

fn picks() -> impl Strategy<Value = Vec<(usize, usize, usize)>> {
    prop::collection::vec((0..20usize, 0..20usize, 0..7usize), 0..5)
}

/// Without suggestions, which are told on the side that changed alone.
fn held(mut incidents: Vec<Incident>) -> Vec<Incident> {
    for incident in &mut incidents {
        let own = &incident.claims;
        incident.links.retain(|l| own.contains(&l.a) && own.contains(&l.b));
    }
    incidents.sort_by(|a, b| a.id.cmp(&b.id));
    incidents
}

fn config(cases: u32) -> ProptestConfig {
    ProptestConfig { cases, failure_persistence: None, ..ProptestConfig::default() }
}

proptest! {
    #![proptest_config(config(4_000))]

    #[test]
    fn reports_may_be_put_in_in_any_order((claims, order) in shuffled(), picks in picks()) {
        let mut world = copied();
        world.decisions.pairs = decide(&claims, &picks);
        let reports = by_report(&claims);
        let all: Vec<FiledClaim> = reports.values().flatten().cloned().collect();
        let mut fed = Fed::default();
        order.iter().for_each(|report| fed.put(&reports[report], &world.ctx()));
        fed.follow(&world.ctx());
        let whole = gather(&all, &world.ctx());
        prop_assert_eq!(held(std::mem::take(&mut fed.known)), held(whole.clone()));
        prop_assert_eq!(fed.incidents(&world.ctx()), whole);
    }
}

proptest! {
    #![proptest_config(config(3_000))]

    #[test]
    fn what_is_taken_out_leaves_nothing((claims, order) in shuffled(), gone in 0..6usize) {
        let world = copied();
        let reports = by_report(&claims);
        let mut fed = Fed::default();
        order.iter().for_each(|report| fed.put(&reports[report], &world.ctx()));
        fed.incidents(&world.ctx());
        let kept: Vec<&String> = order.iter().skip(gone).collect();
        order.iter().take(gone).for_each(|report| fed.gatherer.take_out(report));
        // What is put in once more is there once.
        kept.iter().take(1).for_each(|report| fed.put(&reports[*report], &world.ctx()));
        let left: Vec<FiledClaim> =
            reports.iter().filter(|(r, _)| kept.contains(r)).flat_map(|(_, c)| c.clone()).collect();
        let groups = |incidents: Vec<Incident>| -> Vec<Vec<String>> {
            let mut all: Vec<_> = incidents.into_iter().map(|i| i.claims).collect();
            all.sort();
            all
        };
        prop_assert_eq!(groups(fed.incidents(&world.ctx())), groups(gather(&left, &world.ctx())));
    }

    #[test]
    fn decisions_undone_leave_nothing((claims, order) in shuffled(), picks in picks()) {
        let mut world = copied();
        let reports = by_report(&claims);
        let mut fed = Fed::default();
        order.iter().for_each(|report| fed.put(&reports[report], &world.ctx()));
        fed.follow(&world.ctx());
        let before = fed.incidents(&world.ctx());
        let decisions = decide(&claims, &picks);
        let named = |report: &String| {
            reports[report].iter().any(|c| {
                decisions.iter().any(|d| d.a == c.claim.id || d.b == c.claim.id)
            })
        };
        world.decisions.pairs = decisions.clone();
        order.iter().filter(|r| named(r)).for_each(|r| fed.put(&reports[r], &world.ctx()));
        fed.follow(&world.ctx());
        let decided = fed.incidents(&world.ctx());
        prop_assert_eq!(held(fed.known.clone()), held(decided.clone()));
        let all: Vec<FiledClaim> = reports.values().flatten().cloned().collect();
        prop_assert_eq!(&decided, &gather(&all, &world.ctx()));
        if let Some(last) = decisions.last() {
            let of = |claim: &String| decided.iter().position(|i| i.claims.contains(claim));
            if let (Some(a), Some(b)) = (of(&last.a), of(&last.b)) {
                prop_assert_eq!(a == b, last.relation == Relation::Same, "{:?}", last);
            }
        }
        world.decisions.pairs.clear();
        order.iter().filter(|r| named(r)).for_each(|r| fed.put(&reports[r], &world.ctx()));
        prop_assert_eq!(fed.incidents(&world.ctx()), before);
    }
}
