//! The five facts that a judgement needs, and what is known of each.

use std::collections::{BTreeMap, BTreeSet};

use hudna_model::{Body, Corroboration, FactStatus, FiledClaim, Incident, Obligation, Victims};

use crate::days::{Days, of_moment, parse};
use crate::incident::admits;
use crate::origin::Rests;
use crate::parties::{Standing, can_be_bound, related, standing};
use crate::{Context, places, rules};

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
    fn origins<'c>(&self, claims: impl IntoIterator<Item = &'c String>) -> BTreeSet<&str> {
        claims.into_iter().filter_map(|c| self.rests.of_claim.get(c)).map(String::as_str).collect()
    }

    /// Known from two independent origins on, claimed by one, unknown without any.
    fn by_origins(&self, origins: usize) -> FactStatus {
        match origins {
            0 => FactStatus::Unknown,
            n if n >= rules::CORROBORATING_ORIGINS => FactStatus::Known,
            _ if self.incident.corroboration == Corroboration::Verified => FactStatus::Known,
            _ => FactStatus::Claimed,
        }
    }

    /// The actor that most origins name. Names that no register holds name nobody; in a rival's
    /// case another origin names a party of which neither belongs to the other.
    pub(crate) fn bearer(&self) -> Bearer {
        let ctx = self.ctx;
        let parties: Vec<(&String, BTreeSet<&str>)> = self
            .incident
            .actors
            .iter()
            .filter(|(who, _)| ctx.parties.contains_key(who))
            .map(|(who, claims)| (who, self.origins(claims)))
            .collect();
        let backing = |who: &str| -> BTreeSet<&str> {
            let near = parties.iter().filter(|(other, _)| related(ctx, who, other));
            near.flat_map(|(_, origins)| origins.iter().copied()).collect()
        };
        let lead = parties.iter().map(|(who, _)| (backing(who), *who)).reduce(|a, b| {
            if b.0.len() > a.0.len() { b } else { a }
        });
        let Some((origins, party)) = lead else {
            return Bearer { status: FactStatus::Unknown, party: None, rival: None };
        };
        let differs = |(who, theirs): &&(&String, BTreeSet<&str>)| {
            !related(ctx, party, who) && !theirs.is_subset(&origins)
        };
        let rival = parties.iter().find(differs).map(|(who, _)| (*who).clone());
        let status = match rival {
            Some(_) => FactStatus::Contested,
            None if self.admitted(party) => FactStatus::Known,
            None => self.by_origins(origins.len()),
        };
        Bearer { status, party: Some(party.clone()), rival }
    }

    fn admitted(&self, party: &str) -> bool {
        self.members.iter().any(|f| {
            let Body::Violence { actor: Some(actor), .. } = &f.claim.body else { return false };
            let same = actor.party.as_deref().is_some_and(|a| related(self.ctx, a, party));
            same && admits(f, self.ctx)
        })
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
        let mut told: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
        for (what, claims) in &self.incident.targets {
            told.entry(what).or_default().extend(self.origins(claims));
        }
        for (claim, origin) in self.civilian_tolls() {
            told.entry(claim).or_default().insert(origin);
        }
        let left_out = |what: &str| matches!(standing(ctx, what, None), Standing::Excluded(_));
        let excluded = told.keys().find(|what| left_out(what)).map(|w| (*w).to_owned());
        let (out, rest): (Vec<_>, Vec<_>) = told.iter().partition(|(what, _)| left_out(what));
        let all = |side: &[(&&str, &BTreeSet<&str>)]| -> usize {
            side.iter().flat_map(|(_, o)| o.iter()).collect::<BTreeSet<_>>().len()
        };
        let contested = !out.is_empty() && !rest.is_empty();
        let unbound = |what: &&&str| {
            can_be_bound(ctx, what) && standing(ctx, what, None) == Standing::Unknown
        };
        Target {
            status: match contested {
                true => FactStatus::Contested,
                false => self.by_origins(all(&out).max(all(&rest))),
            },
            established: !contested && all(&out) >= rules::CORROBORATING_ORIGINS,
            excluded,
            unknown: told.keys().find(unbound).map(|w| (*w).to_owned()),
        }
    }

    /// Origins that tell of people harmed who take no part in fighting.
    fn civilian_tolls(&self) -> impl Iterator<Item = (&str, &str)> {
        use Victims::{AidWorker, Civilian, Journalist, Monitor};
        let civil = |v| matches!(v, Civilian | AidWorker | Journalist | Monitor);
        let tolls = self.incident.tolls.iter().filter(move |t| civil(t.victims));
        tolls.flat_map(|t| &t.rows).map(|row| ("civilian", row.origin.as_str()))
    }

    /// Whether an act that the obligation speaks of was done.
    pub(crate) fn act(&self, obligation: &Obligation) -> FactStatus {
        let spoken_of = |f: &&&FiledClaim| match f.claim.body {
            Body::Violence { act, .. } => obligation.acts.contains(&act),
            _ => false,
        };
        let claims: Vec<_> =
            self.members.iter().filter(spoken_of).map(|f| f.claim.id.clone()).collect();
        match self.incident.corroboration {
            Corroboration::Disputed | Corroboration::Refuted => FactStatus::Contested,
            _ => self.by_origins(self.origins(&claims).len()),
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
