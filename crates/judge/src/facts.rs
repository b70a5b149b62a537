//! The five facts that a judgement needs, and what is known of each.

use std::collections::{BTreeMap, BTreeSet};

use hudna_model::{Body, Corroboration, FactStatus, FiledClaim, Incident, Obligation, Victims};

use crate::days::{Days, of_moment, parse};
use crate::incident::{admits, seen};
use crate::origin::Rests;
use crate::parties::{Standing, can_be_bound, related, standing};
use crate::{Context, places, rules};

/// Ids of claims.
type Claims<'c> = BTreeSet<&'c str>;

fn ids(claims: &[String]) -> Claims<'_> {
    claims.iter().map(String::as_str).collect()
}

/// An incident as its judges see it.
#[derive(Debug)]
pub(crate) struct Facts<'f, 'a> {
    pub ctx: &'f Context<'a>,
    pub incident: &'f Incident,
    pub members: &'f [&'f FiledClaim],
    pub rests: &'f Rests,
}

/// Who is said to have done it.
#[derive(Debug, Clone)]
pub(crate) struct Bearer {
    pub status: FactStatus,
    /// The registered party that most origins name.
    pub party: Option<String>,
    /// Another registered party that another origin names.
    pub rival: Option<String>,
}

/// Whom or what it is said to have hit.
#[derive(Debug, Clone)]
pub(crate) struct Target {
    pub status: FactStatus,
    /// A party whom the agreement leaves out is named.
    pub excluded: Option<String>,
    /// Two origins or more name it, and none names anything else.
    pub established: bool,
    /// A party of whom nobody knows whether it is bound.
    pub unknown: Option<String>,
}

/// Whether a place or a time lies where the obligation holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Inside {
    Yes,
    No,
    Unclear,
}

impl Facts<'_, '_> {
    fn origins(&self, claims: &Claims<'_>) -> BTreeSet<&str> {
        claims.iter().filter_map(|c| self.rests.of_claim.get(*c)).map(String::as_str).collect()
    }

    /// Known from two independent origins on, or when a claim that says so is itself `proof`;
    /// claimed by one origin, unknown without any.
    fn told_by(&self, claims: &Claims<'_>, proof: impl Fn(&FiledClaim) -> bool) -> FactStatus {
        let told = self.members.iter().filter(|f| claims.contains(f.claim.id.as_str()));
        match self.origins(claims).len() {
            0 => FactStatus::Unknown,
            n if n >= rules::CORROBORATING_ORIGINS => FactStatus::Known,
            _ if told.into_iter().any(|f| proof(f)) => FactStatus::Known,
            _ => FactStatus::Claimed,
        }
    }

    /// The actor that most origins name. Names that no register holds name nobody; in a rival's
    /// case another origin names a party of which neither belongs to the other.
    pub(crate) fn bearer(&self) -> Bearer {
        let ctx = self.ctx;
        let named = self.incident.actors.iter().filter(|(who, _)| ctx.parties.contains_key(who));
        let parties: Vec<(&str, Claims<'_>)> =
            named.map(|(who, claims)| (who.as_str(), ids(claims))).collect();
        let backing = |who: &str| -> Claims<'_> {
            let near = parties.iter().filter(|(other, _)| related(ctx, who, other));
            near.flat_map(|(_, claims)| claims.iter().copied()).collect()
        };
        let leads = parties.iter().map(|(who, _)| (*who, backing(who)));
        let lead = leads.reduce(|a, b| {
            let more = self.origins(&b.1).len() > self.origins(&a.1).len();
            if more { b } else { a }
        });
        let Some((party, claims)) = lead else {
            return Bearer { status: FactStatus::Unknown, party: None, rival: None };
        };
        let origins = self.origins(&claims);
        let differs = |(who, theirs): &&(&str, Claims<'_>)| {
            !related(ctx, party, who) && !self.origins(theirs).is_subset(&origins)
        };
        let rival = parties.iter().find(differs).map(|(who, _)| (*who).to_owned());
        let status = match rival {
            Some(_) => FactStatus::Contested,
            None => self.told_by(&claims, |f| seen(f, ctx) || admits(f, ctx)),
        };
        Bearer { status, party: Some(party.to_owned()), rival }
    }

    /// How the bearer stands to the agreement on the first day that the incident may have been.
    pub(crate) fn bearer_standing<'s>(&'s self, bearer: &'s Bearer) -> Standing<'s> {
        let day = self.incident.days.as_ref().map(|d| d.0.as_str());
        match &bearer.party {
            Some(party) => standing(self.ctx, party, day),
            None => Standing::Unknown,
        }
    }

    /// What was hit: parties and things named as targets, and civilians among the harmed.
    pub(crate) fn target(&self) -> Target {
        let ctx = self.ctx;
        let targets = self.incident.targets.iter();
        let mut told: BTreeMap<&str, Claims<'_>> =
            targets.map(|(what, claims)| (what.as_str(), ids(claims))).collect();
        told.insert("", self.civilian_tolls());
        told.retain(|_, claims| !claims.is_empty());
        let left_out = |what: &str| matches!(standing(ctx, what, None), Standing::Excluded(_));
        let side = |out: bool| -> Claims<'_> {
            let of = told.iter().filter(|(what, _)| left_out(what) == out);
            of.flat_map(|(_, claims)| claims.iter().copied()).collect()
        };
        let (out, rest) = (side(true), side(false));
        let contested = !out.is_empty() && !self.origins(&rest).is_subset(&self.origins(&out));
        let unbound =
            |what: &&str| can_be_bound(ctx, what) && standing(ctx, what, None) == Standing::Unknown;
        Target {
            status: match contested {
                true => FactStatus::Contested,
                false => self.told_by(if out.is_empty() { &rest } else { &out }, |f| seen(f, ctx)),
            },
            established: !contested && self.origins(&out).len() >= rules::CORROBORATING_ORIGINS,
            excluded: told.keys().copied().find(|what| left_out(what)).map(str::to_owned),
            unknown: told.keys().copied().find(unbound).map(str::to_owned),
        }
    }

    /// Claims of harm to people who take no part in fighting.
    fn civilian_tolls(&self) -> Claims<'_> {
        use Victims::{AidWorker, Civilian, Journalist, Monitor};
        let civil = |v| matches!(v, Civilian | AidWorker | Journalist | Monitor);
        let tolls = self.incident.tolls.iter().filter(|t| civil(t.victims));
        tolls.flat_map(|t| &t.rows).map(|row| row.claim.as_str()).collect()
    }

    /// Whether an act that the obligation speaks of was done.
    pub(crate) fn act(&self, obligation: &Obligation) -> FactStatus {
        let spoken_of = |f: &&&FiledClaim| match f.claim.body {
            Body::Violence { act, .. } => obligation.acts.contains(&act),
            _ => false,
        };
        let told = self.members.iter().filter(spoken_of).map(|f| f.claim.id.as_str()).collect();
        match self.incident.corroboration {
            Corroboration::Disputed | Corroboration::Refuted => FactStatus::Contested,
            _ => self.told_by(&told, |f| seen(f, self.ctx) || admits(f, self.ctx)),
        }
    }

    /// Whether the place lies in the agreement's country. The register knows, not the claims.
    pub(crate) fn in_area(&self) -> Inside {
        match &self.incident.place {
            Some(id) if !self.ctx.places.contains_key(id) => Inside::Unclear,
            Some(id) if places::holds(self.ctx, &self.ctx.agreement.country, id) => Inside::Yes,
            Some(_) => Inside::No,
            None => Inside::Unclear,
        }
    }

    pub(crate) fn days(&self) -> Option<Days> {
        let (first, last) = self.incident.days.as_ref()?;
        Some(Days { first: parse(first)?, last: parse(last)? })
    }

    /// Whether it was while the agreement was in force.
    pub(crate) fn in_time(&self) -> Inside {
        let Some(days) = self.days() else { return Inside::Unclear };
        let from = of_moment(self.ctx.agreement.effective);
        let to = self.ctx.agreement.ended.map_or(i32::MAX, of_moment);
        match (days.first >= from && days.last <= to, days.last < from || days.first > to) {
            (true, _) => Inside::Yes,
            (_, true) => Inside::No,
            _ => Inside::Unclear,
        }
    }
}

/// A place or time that the agreement's own data decides is known or unknown, never claimed.
pub(crate) fn status(inside: Inside) -> FactStatus {
    match inside {
        Inside::Unclear => FactStatus::Unknown,
        Inside::Yes | Inside::No => FactStatus::Known,
    }
}
