//! Is a term breached? One judgement per obligation and per announcer of a window, with its trace.

use hudna_model::agreement::{Deontic, Outside, Target as Asked, Via};
use hudna_model::{
    Body, FactStatus, FiledClaim, Flag, Incident, Judgement, Obligation, Role, Verdict, Window,
};

use crate::clock::{self, Reading, Stretch, reading};
use crate::facts::{Bearer, Facts, Inside, Target, status};
use crate::ground::{Ground, ground, in_outline};
use crate::lift::{Weighed, weigh};
use crate::origin::{Rests, Roots, rests};
use crate::parties::{Standing, one_of};
use crate::settle::{Missing, settles};
use crate::timed::Timed;
use crate::{Context, places};

/// Judges an incident anew on its claims, as [`crate::gather`] does: for what changes without
/// them, such as a plea or a newer agreement. `members` are the incident's claims.
pub fn judgements(
    incident: &Incident,
    members: &[FiledClaim],
    ctx: &Context<'_>,
) -> Vec<Judgement> {
    let roots = Roots::new(members, ctx);
    let members: Vec<&FiledClaim> = members.iter().collect();
    assess(incident, &members, &rests(&members, &roots, ctx), ctx)
}

/// Judges an incident: every obligation that speaks of its acts (the base one also when none
/// does), and the base obligation under each announcer's reading of a window that covers the place.
///
/// `members` are the incident's claims, `rests` their origins. A permission is not judged.
pub(crate) fn assess(
    incident: &Incident,
    members: &[&FiledClaim],
    rests: &Rests,
    ctx: &Context<'_>,
) -> Vec<Judgement> {
    let facts = Facts { ctx, incident, members, rests };
    let bench = Bench { bearer: facts.bearer(), target: facts.target(), facts };
    let mut judgements: Vec<Judgement> =
        bench.obligations().into_iter().map(|o| bench.judge(o, None)).collect();
    if let Some(base) = ctx.agreement.obligations.first().filter(|o| bench.speaks_of(o)) {
        for readings in bench.windows() {
            let mut judged: Vec<Judgement> =
                readings.iter().map(|r| bench.judge(base, Some(r))).collect();
            bench.mark_difference(&readings, &mut judged);
            judgements.extend(judged);
        }
    }
    judgements
}

/// An incident with its facts, before any obligation is asked.
pub(crate) struct Bench<'f, 'a> {
    pub facts: Facts<'f, 'a>,
    pub bearer: Bearer,
    pub target: Target,
}

/// What the facts are for one obligation, and what lifts it.
pub(crate) struct Found {
    pub act: FactStatus,
    pub target: FactStatus,
    pub ground: Ground,
    pub time: Timed,
    /// When the obligation holds.
    pub held: Stretch,
    /// The obligation binds somebody else.
    pub others: bool,
    pub lifted: Option<Weighed>,
}

impl<'a> Bench<'_, 'a> {
    /// The obligations to judge under; the base one also when nothing speaks of the act. A term
    /// that begins only after the time of asking is not seen.
    fn obligations(&self) -> Vec<&'a Obligation> {
        let ctx = self.facts.ctx;
        let all = &ctx.agreement.obligations;
        let seen = |o: &&Obligation| o.since.is_none_or(|since| since <= ctx.as_of);
        let judged: Vec<_> = all
            .iter()
            .filter(seen)
            .filter(|o| o.deontic != Deontic::Permit && self.speaks_of(o))
            .collect();
        if judged.is_empty() { all.first().into_iter().collect() } else { judged }
    }

    /// An incident of which only casualties are told may be of any act.
    pub(crate) fn speaks_of(&self, obligation: &Obligation) -> bool {
        let acts = &self.facts.incident.acts;
        let base = self.facts.ctx.agreement.obligations.first().map(|o| &o.id);
        acts.iter().any(|a| obligation.acts.contains(a))
            || (acts.is_empty() && Some(&obligation.id) == base)
    }

    /// The readings of every window that covers the place, by window, each by when it was first
    /// announced.
    fn windows(&self) -> Vec<Vec<Reading<'a>>> {
        let ctx = self.facts.ctx;
        let seen = ctx.agreement.windows.iter().filter(|w| w.announced <= ctx.as_of);
        let mut covering: Vec<(&Window, Inside)> =
            seen.map(|w| (w, self.covers(w))).filter(|(_, i)| *i != Inside::No).collect();
        covering.sort_by_key(|(w, _)| (&w.window, &w.announcer, w.start, &w.id));
        let windows = covering.chunk_by(|a, b| a.0.window == b.0.window);
        windows.map(|window| self.readings(window)).collect()
    }

    /// Assertions of one window by one announcer are one reading of it, whatever their number.
    fn readings(&self, window: &[(&'a Window, Inside)]) -> Vec<Reading<'a>> {
        let days = self.facts.days();
        let announcers = window.chunk_by(|a, b| a.0.announcer == b.0.announcer);
        let mut readings: Vec<Reading<'a>> = announcers
            .filter_map(|asserted| {
                let disputed = asserted.iter().all(|(_, covers)| *covers == Inside::Unclear);
                let assertions: Vec<&Window> = asserted.iter().map(|(w, _)| *w).collect();
                let touches = |s| self.facts.timed(&[s]).inside != Inside::No;
                reading(&assertions, days, touches, disputed)
            })
            .collect();
        readings.sort_by_key(|r| (r.assertion.announced, r.assertion.id.as_str()));
        readings
    }

    /// By the register, else by the outline of a zone that is drawn for one of its places.
    fn covers(&self, window: &Window) -> Inside {
        let ctx = self.facts.ctx;
        let at = self.facts.incident.place.as_deref().and_then(|id| ctx.places.get(id));
        let Some(at) = at else { return Inside::No };
        let holds = |outer: &String| places::holds(ctx, outer, &at.id);
        if window.disputed.iter().any(holds) {
            return Inside::Unclear;
        }
        if window.places.iter().any(holds) {
            return Inside::Yes;
        }
        let zones = ctx.agreement.zones.iter();
        let drawn = zones.filter(|z| z.places.iter().any(|p| window.places.contains(p)));
        drawn.map(|z| in_outline(ctx, z, at)).min_by_key(|i| i.order()).unwrap_or(Inside::No)
    }

    fn judge(&self, obligation: &Obligation, reading: Option<&Reading<'_>>) -> Judgement {
        let (found, refused) = self.find(obligation, reading);
        let verdict = self.verdict(obligation, reading.is_some(), &found);
        let facts = self.statuses(&found);
        let weighed = found.lifted.as_ref().filter(|_| lifts(verdict));
        let pleaded = weighed.iter().flat_map(|w| w.settles.clone());
        let settles = pleaded.chain(settles(verdict, &facts, self.missing(&found))).collect();
        Judgement {
            obligation: obligation.id.clone(),
            window: reading.map(|r| r.assertion.id.clone()),
            verdict,
            facts: facts.map(|(name, status)| (name.to_owned(), status)).to_vec(),
            trace: self.trace(obligation, reading, &found, refused, verdict),
            settles,
            flags: self.flags(verdict, &found),
            exception: weighed.and_then(|w| w.id.clone()),
        }
    }

    fn find(
        &self,
        obligation: &Obligation,
        reading: Option<&Reading<'_>>,
    ) -> (Found, Vec<hudna_model::Bilingual>) {
        let ctx = self.facts.ctx;
        let held = clock::holds(ctx, obligation);
        let mut ground = ground(&self.facts, obligation, self.bearer.party.as_deref());
        if let Some(read) = reading.filter(|r| r.disputed && ground.inside == Inside::Yes) {
            ground = self.disputed(ground, read);
        }
        let asks = obligation.target == Asked::Anyone;
        let (lifted, refused) = match asks || self.target.excluded.is_none() {
            true => weigh(&self.facts, obligation, &self.target),
            false => (None, Vec::new()),
        };
        let bearer = self.bearer.party.as_deref().filter(|_| !obligation.bearers.is_empty());
        let found = Found {
            act: self.facts.act(obligation),
            target: if asks { self.target.status } else { FactStatus::Known },
            ground,
            time: match reading {
                Some(read) => self.facts.timed(&read.stretches),
                None => self.facts.timed(&[held]),
            },
            held,
            others: bearer.is_some_and(|b| !one_of(ctx, b, &obligation.bearers)),
            lifted,
        };
        (found, refused)
    }

    pub(crate) fn statuses(&self, found: &Found) -> [(&'static str, FactStatus); 5] {
        [
            ("bearer", self.bearer.status),
            ("act", found.act),
            ("target", found.target),
            ("area", status(found.ground.inside)),
            ("time", found.time.status),
        ]
    }

    fn missing(&self, found: &Found) -> Missing {
        let standing = self.facts.bearer_standing(&self.bearer);
        Missing {
            area: found.ground.missing,
            hour: self.facts.days().is_some() && found.time.inside == Inside::Unclear,
            membership: (self.settled() && !standing.binds()) || self.target.unknown.is_some(),
        }
    }

    fn settled(&self) -> bool {
        matches!(self.bearer.status, FactStatus::Known | FactStatus::Claimed)
    }

    /// In this order: does the term speak of it, there and then; is the actor bound, and by this
    /// term; is the target left out or outside; is an exception pleaded; is anything open; is
    /// everything known and confirmed.
    fn verdict(&self, obligation: &Obligation, in_window: bool, found: &Found) -> Verdict {
        if !self.speaks_of(obligation) {
            return Verdict::NotRegulated;
        }
        if in_window && found.time.inside == Inside::No {
            return Verdict::OutsideWindow;
        }
        let standing = self.facts.bearer_standing(&self.bearer);
        match (found.ground.inside, found.time.inside) {
            (Inside::No, _) => return outside(obligation, standing),
            (_, Inside::No) => return Verdict::OutsideWindow,
            _ => {}
        }
        let away = matches!(standing, Standing::Excluded(_) | Standing::Outside(_));
        if self.settled() && (away || found.others) {
            return Verdict::OutOfScopeActor;
        }
        let asks = obligation.target == Asked::Anyone;
        if asks && self.target.outside.is_some() {
            return Verdict::OutOfScopeActor;
        }
        if let Some(weighed) = &found.lifted {
            return match weighed.established {
                true => Verdict::PermittedException,
                false => Verdict::ClaimedExceptionUnverified,
            };
        }
        let bound = standing.binds() && (!asks || self.target.unknown.is_none());
        let statuses = self.statuses(found).map(|(_, s)| s);
        let open = |s| matches!(s, FactStatus::Unknown | FactStatus::Contested);
        match (bound, statuses.iter().any(|s| open(*s))) {
            (true, false) => self.breach(obligation, &statuses),
            _ => Verdict::Undetermined,
        }
    }

    /// A breach needs every fact known, and that a person confirmed a claim of the very act: a
    /// confirmed figure of casualties says nothing of who did what.
    fn breach(&self, obligation: &Obligation, statuses: &[FactStatus]) -> Verdict {
        let known = statuses.iter().all(|s| *s == FactStatus::Known);
        let of_act = |f: &&FiledClaim| match f.claim.body {
            Body::Violence { act, .. } => f.reviewed && obligation.acts.contains(&act),
            _ => false,
        };
        match known && self.facts.members.iter().any(of_act) {
            true => Verdict::Breach,
            false => Verdict::PossibleBreach,
        }
    }

    /// Marks of an actor that nobody knows are none.
    fn flags(&self, verdict: Verdict, found: &Found) -> Vec<Flag> {
        if verdict == Verdict::NotRegulated {
            return Vec::new();
        }
        let mut flags = Vec::new();
        let standing = self.facts.bearer_standing(&self.bearer);
        if let Standing::Bound(member) = standing
            && self.settled()
        {
            if member.role == Role::Guarantor {
                flags.push(Flag::BelligerentGuarantor);
            }
            if member.via == Some(Via::Alliance) {
                flags.push(Flag::BoundAlly);
            }
        }
        let outside = matches!(standing, Standing::Outside(_)) && self.settled();
        let hit = self.target.outside.is_some() && !found.others;
        if verdict == Verdict::OutOfScopeActor && (outside || hit) {
            flags.push(Flag::NonSignatory);
        }
        flags.sort();
        flags
    }
}

/// Whether the verdict rests on an exception.
fn lifts(verdict: Verdict) -> bool {
    matches!(verdict, Verdict::PermittedException | Verdict::ClaimedExceptionUnverified)
}

/// What is outside a term's area is a provocation where the agreement says so, of those whom it
/// binds.
fn outside(obligation: &Obligation, standing: Standing<'_>) -> Verdict {
    let area = obligation.area.as_ref().map(|a| a.outside);
    match area == Some(Outside::Provocation) && standing.binds() {
        true => Verdict::OutOfScopeProvocation,
        false => Verdict::OutOfScopeArea,
    }
}
