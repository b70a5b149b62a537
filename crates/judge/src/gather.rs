//! Which claims are one incident, and why: the groups of the [`Gatherer`] told as incidents.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

use hudna_model::digest::longer_id;
use hudna_model::{FiledClaim, Incident, Related};

use crate::Context;
use crate::gatherer::Gatherer;
use crate::incident::{Group, incident, incident_id};
use crate::links::links;

/// What happened, once each: claims of violence and of event casualties gathered into incidents,
/// newest first, ties by id.
///
/// Claims of a report that the text ties together are one telling. Tellings that share a key of
/// place and days, or of figure and days, are scored in pairs; pairs above the higher threshold
/// connect, and inside what they connect average link decides, after what people decided. Claims
/// that are planned, called for or hypothetical, background and running totals make no incident;
/// denied ones are listed with the incident that they fit best.
pub fn gather(claims: &[FiledClaim], ctx: &Context<'_>) -> Vec<Incident> {
    let mut reports: BTreeMap<&str, Vec<&FiledClaim>> = BTreeMap::new();
    for filed in known_once(claims, ctx) {
        reports.entry(&filed.report).or_default().push(filed);
    }
    let mut gatherer = Gatherer::default();
    reports.values().for_each(|claims| gatherer.put(claims.iter().copied(), ctx));
    let by_id: BTreeMap<&str, &FiledClaim> =
        reports.values().flatten().map(|f| (f.claim.id.as_str(), *f)).collect();
    gatherer.incidents(|id| by_id.get(id).copied(), ctx)
}

/// Claims received by `as_of`, background too, each id once.
fn known_once<'a>(claims: &'a [FiledClaim], ctx: &Context<'_>) -> Vec<&'a FiledClaim> {
    let mut seen: Vec<_> = claims.iter().filter(|f| f.received <= ctx.as_of).collect();
    seen.sort_by(|a, b| {
        (&a.claim.id, a.received, &a.report).cmp(&(&b.claim.id, b.received, &b.report))
    });
    seen.dedup_by(|a, b| a.claim.id == b.claim.id);
    seen
}

impl Gatherer {
    /// All incidents as they now stand, newest first, ties by id. `claim` finds the claims that
    /// were put in by their ids.
    pub fn incidents<'a>(
        &mut self,
        claim: impl Fn(&str) -> Option<&'a FiledClaim>,
        ctx: &Context<'_>,
    ) -> Vec<Incident> {
        self.regroup(ctx);
        let view = View::new(self, &claim, taken(self), ctx);
        let mut incidents: Vec<Incident> = self.groups().map(|g| view.incident(g)).collect();
        incidents.sort_by(|a, b| b.days.cmp(&a.days).then_with(|| a.id.cmp(&b.id)));
        incidents
    }

    /// The incidents that changed since this was last asked, as they now stand: what reports tell of
    /// them or deny, copies, decisions, and the relations that people see, also to an incident that
    /// changed. One whose claims now stand in others, or were taken out, is gone. Only suggestions are
    /// told on the side of the incident that changed, and not once more on the other. Two that bear one
    /// short id are told apart by [`Gatherer::incidents`] alone, which sees them all.
    pub fn changes<'a>(
        &mut self,
        claim: impl Fn(&str) -> Option<&'a FiledClaim>,
        ctx: &Context<'_>,
    ) -> Vec<Incident> {
        let touched = self.regroup(ctx);
        let view = View::new(self, &claim, BTreeSet::new(), ctx);
        let groups = touched.into_iter().flat_map(|c| self.groups_of(c));
        groups.map(|group| view.incident(group)).collect()
    }
}

/// Finds a claim by its id.
type Lookup<'g, 'a> = &'g dyn Fn(&str) -> Option<&'a FiledClaim>;

/// What incidents are told from.
struct View<'g, 'a, 'c> {
    gatherer: &'g Gatherer,
    claim: Lookup<'g, 'a>,
    ctx: &'g Context<'c>,
    /// By a telling of the group that has it.
    related: BTreeMap<usize, Vec<Related>>,
    /// Smallest claims of groups whose short id is another's.
    taken: BTreeSet<String>,
}

/// The name of an incident, from its smallest claim.
fn name(claim: &str, taken: &BTreeSet<String>) -> String {
    if taken.contains(claim) { longer_id("INC", [claim.as_bytes()]) } else { incident_id(claim) }
}

/// Smallest claims of groups whose short id is that of a group with a smaller one.
fn taken(gatherer: &Gatherer) -> BTreeSet<String> {
    let smallest = |group: &Vec<usize>| group.iter().map(|i| gatherer.id(*i)).min();
    let mut named: Vec<(String, &str)> =
        gatherer.groups().filter_map(smallest).map(|claim| (incident_id(claim), claim)).collect();
    named.sort_unstable();
    let same = named.chunk_by(|a, b| a.0 == b.0);
    same.flat_map(|all| &all[1..]).map(|(_, claim)| (*claim).to_owned()).collect()
}

impl<'g, 'a, 'c> View<'g, 'a, 'c> {
    fn new(
        gatherer: &'g Gatherer,
        claim: Lookup<'g, 'a>,
        taken: BTreeSet<String>,
        ctx: &'g Context<'c>,
    ) -> Self {
        Self { gatherer, claim, ctx, related: related(gatherer, &taken), taken }
    }

    fn incident(&self, group: &[usize]) -> Incident {
        let denials = group.iter().flat_map(|i| self.gatherer.denied(*i));
        let told = Group {
            members: self.members(group),
            links: links(self.gatherer, group, self.ctx),
            denials: sorted(denials.filter_map(|id| (self.claim)(id)).collect()),
        };
        let mut made = incident(&told, &self.gatherer.roots, self.ctx);
        if let Some(claim) = made.claims.first().filter(|c| self.taken.contains(*c)) {
            made.id = name(claim, &self.taken);
        }
        made.related = self.related.get(&group[0]).cloned().unwrap_or_default();
        made
    }

    fn members(&self, group: &[usize]) -> Vec<&'a FiledClaim> {
        let told = group.iter().map(|i| self.gatherer.claims(*i));
        let find = |ids: Cow<'_, [String]>| -> Vec<&'a FiledClaim> {
            ids.iter().filter_map(|id| (self.claim)(id)).collect()
        };
        sorted(told.flat_map(find).collect())
    }
}

/// By id.
fn sorted(mut claims: Vec<&FiledClaim>) -> Vec<&FiledClaim> {
    claims.sort_by(|a, b| a.claim.id.cmp(&b.claim.id));
    claims
}

/// Relations that people see between incidents, told of both.
fn related(gatherer: &Gatherer, taken: &BTreeSet<String>) -> BTreeMap<usize, Vec<Related>> {
    let mut found: BTreeMap<usize, Vec<Related>> = BTreeMap::new();
    for (a, b, decision) in gatherer.relations() {
        let (Some(a), Some(b)) = (gatherer.group_of(a), gatherer.group_of(b)) else { continue };
        for (own, other, first) in [(a, b, true), (b, a, false)].into_iter().filter(|_| a != b) {
            found.entry(own).or_default().push(Related {
                incident: name(gatherer.id(other), taken),
                relation: decision.relation,
                first,
                by: decision.by.clone(),
                at: decision.at,
                entry: decision.entry,
            });
        }
    }
    found.values_mut().for_each(|related| related.sort());
    found
}
