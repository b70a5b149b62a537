//! The five facts that a judgement needs, and what is known of each.

use std::collections::{BTreeMap, BTreeSet};

use hudna_model::{Body, Corroboration, FactStatus, FiledClaim, Incident, Obligation, Victims};

use crate::days::{Days, parse};
use crate::incident::{admits, seen};
use crate::origin::Rests;
use crate::parties::{Standing, can_be_bound, related, standing};
use crate::{Context, places, rules};

/// Ids of claims.
pub(crate) type Claims<'c> = BTreeSet<&'c str>;

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

/// What is named of one kind of target, with the claims that name it.
#[derive(Debug)]
struct Side<'s> {
    named: Option<&'s str>,
    claims: Claims<'s>,
}

/// Whom or what it is said to have hit.
#[derive(Debug, Clone)]
pub(crate) struct Target {
    pub status: FactStatus,
    /// A party whom the agreement leaves out is named.
    pub excluded: Option<String>,
    /// Two origins or more name it, and none names anything else.
    pub established: bool,
    /// A party that stands outside the agreement is named, and nothing else by another origin.
    pub outside: Option<String>,
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

impl Inside {
    /// Of several parts of which one is enough, the smallest decides.
    pub(crate) fn order(self) -> u8 {
        match self {
            Inside::Yes => 0,
            Inside::Unclear => 1,
            Inside::No => 2,
        }
    }
}

impl Facts<'_, '_> {
    pub(crate) fn origins(&self, claims: &Claims<'_>) -> BTreeSet<&str> {
        claims.iter().filter_map(|c| self.rests.of_claim.get(*c)).map(String::as_str).collect()
    }

    /// Known from two independent origins on, or when a claim that says so is itself `proof`;
    /// claimed by one origin, unknown without any.
    pub(crate) fn told_by(
        &self,
        claims: &Claims<'_>,
        proof: impl Fn(&FiledClaim) -> bool,
    ) -> FactStatus {
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

    /// The first day on which the incident may have been: memberships are those of that day.
    fn day(&self) -> Option<&str> {
        self.incident.days.as_ref().map(|d| d.0.as_str())
    }

    /// How the bearer stands to the agreement on the first day that the incident may have been.
    pub(crate) fn bearer_standing(&self, bearer: &Bearer) -> Standing<'_> {
        match &bearer.party {
            Some(party) => standing(self.ctx, party, self.day()),
            None => Standing::Unknown,
        }
    }

    /// What was hit: parties and things named as targets, and civilians among the harmed.
    pub(crate) fn target(&self) -> Target {
        let told = self.told_targets();
        let of = |what: &str| standing(self.ctx, what, self.day());
        let out = self.side(&told, |what| matches!(of(what), Standing::Excluded(_)));
        let away = self.side(&told, |what| matches!(of(what), Standing::Outside(_)));
        let others = |side: &Side<'_>| -> bool {
            let rest = told.iter().filter(|(what, _)| side.named.is_none_or(|n| n != **what));
            let rest: Claims<'_> = rest.flat_map(|(_, claims)| claims.iter().copied()).collect();
            !self.origins(&rest).is_subset(&self.origins(&side.claims))
        };
        let contested = out.named.is_some() && others(&out);
        let unbound = |what: &&str| can_be_bound(self.ctx, what) && of(what) == Standing::Unknown;
        let all: Claims<'_> = told.values().flatten().copied().collect();
        let lead = if out.named.is_some() { &out.claims } else { &all };
        Target {
            status: match contested {
                true => FactStatus::Contested,
                false => self.told_by(lead, |f| seen(f, self.ctx)),
            },
            established: !contested
                && self.origins(&out.claims).len() >= rules::CORROBORATING_ORIGINS,
            excluded: out.named.map(str::to_owned),
            outside: away.named.filter(|_| !others(&away)).map(str::to_owned),
            unknown: told.keys().copied().find(unbound).map(str::to_owned),
        }
    }

    /// What is named as hit, with the claims that say so; civilians among the harmed stand under
    /// an empty name.
    fn told_targets(&self) -> BTreeMap<&str, Claims<'_>> {
        let targets = self.incident.targets.iter();
        let mut told: BTreeMap<&str, Claims<'_>> =
            targets.map(|(what, claims)| (what.as_str(), ids(claims))).collect();
        told.insert("", self.civilian_tolls());
        told.retain(|_, claims| !claims.is_empty());
        told
    }

    fn side<'s>(
        &self,
        told: &BTreeMap<&'s str, Claims<'s>>,
        belongs: impl Fn(&str) -> bool,
    ) -> Side<'s> {
        let of: Vec<_> = told.iter().filter(|(what, _)| belongs(what)).collect();
        Side {
            named: of.first().map(|(what, _)| **what),
            claims: of.iter().flat_map(|(_, claims)| claims.iter().copied()).collect(),
        }
    }

    /// Whether two independent origins or more, or one who saw it, tell the incident's place.
    pub(crate) fn place_established(&self) -> bool {
        let Some(at) = &self.incident.place else { return false };
        let near = |id: &str| places::holds(self.ctx, id, at) || places::holds(self.ctx, at, id);
        let tells = |f: &&&FiledClaim| {
            f.claim.place.as_ref().and_then(|p| p.id.as_deref()).is_some_and(near)
        };
        let claims: Claims<'_> =
            self.members.iter().filter(tells).map(|f| f.claim.id.as_str()).collect();
        self.told_by(&claims, |f| seen(f, self.ctx)) == FactStatus::Known
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
}

/// A place or time that the agreement's own data decides is known or unknown, never claimed.
pub(crate) fn status(inside: Inside) -> FactStatus {
    match inside {
        Inside::Unclear => FactStatus::Unknown,
        Inside::Yes | Inside::No => FactStatus::Known,
    }
}
