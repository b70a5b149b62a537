//! Which claims are one incident, and why: the groups of the [`Gatherer`] told as incidents.

use std::borrow::Cow;
use std::collections::BTreeMap;

use hudna_model::{FiledClaim, Incident, Related, Relation};

use crate::Context;
use crate::decided::latest;
use crate::gatherer::Gatherer;
use crate::incident::{Group, incident};
use crate::links::links;
use crate::telling::summarise;

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
        let mut view = View { gatherer: self, claim: &claim, ctx, denials: BTreeMap::new() };
        view.denials = view.denials();
        let mut incidents: Vec<Incident> = self.groups().map(|g| view.incident(g)).collect();
        relate(&mut incidents, ctx);
        incidents.sort_by(|a, b| b.days.cmp(&a.days).then_with(|| a.id.cmp(&b.id)));
        incidents
    }

    /// The incidents that were touched since this was last asked: a new report, a copy or a
    /// decision bears on them. Denials and relations to others are left to [`Self::incidents`].
    pub fn changes<'a>(
        &mut self,
        claim: impl Fn(&str) -> Option<&'a FiledClaim>,
        ctx: &Context<'_>,
    ) -> Vec<Incident> {
        let touched = self.regroup(ctx);
        let view = View { gatherer: self, claim: &claim, ctx, denials: BTreeMap::new() };
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
    /// By telling.
    denials: BTreeMap<usize, Vec<&'a FiledClaim>>,
}

impl<'a> View<'_, 'a, '_> {
    fn incident(&self, group: &[usize]) -> Incident {
        let denials = group.iter().filter_map(|i| self.denials.get(i)).flatten().copied();
        let group = Group {
            members: self.members(group),
            links: links(self.gatherer, group, self.ctx),
            denials: denials.collect(),
        };
        incident(&group, &self.gatherer.roots, self.ctx)
    }

    fn members(&self, group: &[usize]) -> Vec<&'a FiledClaim> {
        let told = group.iter().map(|i| self.gatherer.claims(*i));
        let find = |ids: Cow<'_, [String]>| -> Vec<&'a FiledClaim> {
            ids.iter().filter_map(|id| (self.claim)(id)).collect()
        };
        let mut members: Vec<&FiledClaim> = told.flat_map(find).collect();
        members.sort_by(|a, b| a.claim.id.cmp(&b.claim.id));
        members
    }

    /// Denied claims by the telling that each fits best: one that its own text ties it to, else
    /// the one with the highest score from the suggestion threshold on.
    fn denials(&self) -> BTreeMap<usize, Vec<&'a FiledClaim>> {
        let mut found: BTreeMap<usize, Vec<&FiledClaim>> = BTreeMap::new();
        for denial in self.gatherer.denied().filter_map(|id| (self.claim)(id)) {
            let best = || self.gatherer.best_fit(&summarise(&[denial], self.ctx), self.ctx);
            if let Some(telling) = self.told_together(denial).or_else(best) {
                found.entry(telling).or_default().push(denial);
            }
        }
        found
    }

    fn told_together(&self, denial: &FiledClaim) -> Option<usize> {
        let event = denial.claim.event.as_ref()?;
        let tied =
            |id: &String| (self.claim)(id).is_some_and(|f| f.claim.event.as_ref() == Some(event));
        let own = self.gatherer.of_report(&denial.report).iter().copied();
        own.filter(|i| self.gatherer.claims(*i).iter().any(tied))
            .min_by_key(|i| self.gatherer.id(*i))
    }
}

/// Relations that people see between incidents, told of both.
fn relate(incidents: &mut [Incident], ctx: &Context<'_>) {
    use Relation::{Different, Same, Unsure};
    let of_claim: BTreeMap<&str, usize> = incidents
        .iter()
        .enumerate()
        .flat_map(|(n, i)| i.claims.iter().map(move |c| (c.as_str(), n)))
        .collect();
    let mut found: Vec<(usize, Related)> = Vec::new();
    for decision in latest(&ctx.decisions.pairs).into_values() {
        let (a, b) = (of_claim.get(decision.a.as_str()), of_claim.get(decision.b.as_str()));
        let (Some(&a), Some(&b)) = (a, b) else { continue };
        if a == b || matches!(decision.relation, Same | Different | Unsure) {
            continue;
        }
        for (own, other, first) in [(a, b, true), (b, a, false)] {
            let related = Related {
                incident: incidents[other].id.clone(),
                relation: decision.relation,
                first,
                by: decision.by.clone(),
                at: decision.at,
                entry: decision.entry,
            };
            found.push((own, related));
        }
    }
    found.sort();
    found.into_iter().for_each(|(own, related)| incidents[own].related.push(related));
}
