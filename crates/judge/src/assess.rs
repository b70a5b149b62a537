//! Is a term breached? One judgement per obligation and per announced window, with its trace.

use hudna_model::{
    Bilingual, Body, FactStatus, FiledClaim, Incident, Judgement, Obligation, Verdict, Window,
};

use crate::days::{Days, date};
use crate::facts::{Bearer, Facts, Inside, Target, status};
use crate::numbers::range;
use crate::origin::Rests;
use crate::parties::Standing;
use crate::say::{list, party, place, plain, say, term};
use crate::{Context, places, rules};

/// Judges an incident: the base obligation, every other obligation that speaks of its acts, and the
/// base obligation under each announcer's assertion of a window that covers the place.
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
        let seen = ctx.agreement.windows.iter().filter(|w| w.announced <= ctx.as_of);
        let mut windows: Vec<_> = seen.filter(|w| bench.covers(w)).collect();
        windows
            .sort_by(|a, b| (&a.window, a.announced, &a.id).cmp(&(&b.window, b.announced, &b.id)));
        judgements.extend(windows.into_iter().map(|w| bench.judge(base, Some(w))));
    }
    judgements
}

struct Bench<'f, 'a> {
    facts: Facts<'f, 'a>,
    bearer: Bearer,
    target: Target,
}

/// What the facts are for one obligation: bearer, act, target, area, time.
struct Found {
    act: FactStatus,
    area: Inside,
    time: Inside,
}

impl Bench<'_, '_> {
    /// The obligations to judge under; the base one also when nothing speaks of the act.
    fn obligations(&self) -> Vec<&Obligation> {
        let all = &self.facts.ctx.agreement.obligations;
        let judged: Vec<_> =
            all.iter().filter(|o| o.deontic != "permit" && self.speaks_of(o)).collect();
        if judged.is_empty() { all.first().into_iter().collect() } else { judged }
    }

    /// An incident of which only casualties are told may be of any act.
    fn speaks_of(&self, obligation: &Obligation) -> bool {
        let acts = &self.facts.incident.acts;
        let base = self.facts.ctx.agreement.obligations.first().map(|o| &o.id);
        acts.iter().any(|a| obligation.acts.contains(a))
            || (acts.is_empty() && Some(&obligation.id) == base)
    }

    fn covers(&self, window: &Window) -> bool {
        let Some(place) = &self.facts.incident.place else { return false };
        window.places.iter().any(|w| places::holds(self.facts.ctx, w, place))
    }

    fn judge(&self, obligation: &Obligation, window: Option<&Window>) -> Judgement {
        let found = Found {
            act: self.facts.act(obligation),
            area: self.facts.in_area(),
            time: window.map_or_else(|| self.facts.in_time(), |w| self.in_window(w)),
        };
        let verdict = self.verdict(obligation, window, &found);
        let facts = self.statuses(&found);
        let mut trace = vec![self.say_act(obligation, &found)];
        if verdict != Verdict::NotRegulated {
            trace.extend([self.say_area(&found), self.say_time(window, &found)]);
            trace.extend(self.say_bearer());
            trace.extend(self.say_target());
        }
        trace.push(self.say_verdict(verdict, &facts));
        Judgement {
            obligation: obligation.id.clone(),
            window: window.map(|w| w.id.clone()),
            verdict,
            facts: facts.map(|(name, status)| (name.to_owned(), status)).to_vec(),
            trace,
        }
    }

    fn statuses(&self, found: &Found) -> [(&'static str, FactStatus); 5] {
        [
            ("bearer", self.bearer.status),
            ("act", found.act),
            ("target", self.target.status),
            ("area", status(found.area)),
            ("time", status(found.time)),
        ]
    }

    /// In this order: does the term speak of it, there and then; is the actor bound; is the target
    /// left out; is anything open; is everything known and confirmed.
    fn verdict(&self, obligation: &Obligation, window: Option<&Window>, found: &Found) -> Verdict {
        if !self.speaks_of(obligation) {
            return Verdict::NotRegulated;
        }
        if window.is_some() && found.time == Inside::No {
            return Verdict::OutsideWindow;
        }
        match (found.area, found.time) {
            (Inside::No, _) => return Verdict::OutOfScopeArea,
            (_, Inside::No) => return Verdict::OutsideWindow,
            _ => {}
        }
        let settled = matches!(self.bearer.status, FactStatus::Known | FactStatus::Claimed);
        let standing = self.facts.bearer_standing(&self.bearer);
        if settled && matches!(standing, Standing::Excluded(_)) {
            return Verdict::OutOfScopeActor;
        }
        if self.target.excluded.is_some() {
            return match self.target.established {
                true => Verdict::PermittedException,
                false => Verdict::ClaimedExceptionUnverified,
            };
        }
        let bound = matches!(standing, Standing::Bound(_)) && self.target.unknown.is_none();
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

    /// Days against hours: without an hour told, a day counts by what of it lies outside.
    fn in_window(&self, window: &Window) -> Inside {
        let Some(days) = self.facts.days() else { return Inside::Unclear };
        let from = window.start.midnight_of(date(days.first)).seconds();
        let to = window.start.midnight_of(date(days.last + 1)).seconds();
        let (start, end) = (window.start.seconds(), window.end.map_or(i64::MAX, |e| e.seconds()));
        let outside = (start - from).max(0) + (to - end).max(0);
        match (to <= start || from >= end, outside <= rules::WINDOW_EDGE_SECONDS) {
            (true, _) => Inside::No,
            (_, true) => Inside::Yes,
            _ => Inside::Unclear,
        }
    }

    fn say_act(&self, obligation: &Obligation, found: &Found) -> Bilingual {
        let term_of = ("term", &obligation.text);
        let acts: Vec<_> =
            self.facts.incident.acts.iter().map(|a| term(&format!("act.{a}"))).collect();
        if acts.is_empty() {
            return say("act.untold", &[term_of]);
        }
        let acts = list(&acts);
        match (self.speaks_of(obligation), found.act) {
            (false, _) => say("act.not_regulated", &[("acts", &acts), term_of]),
            (_, FactStatus::Contested) => say("act.contested", &[("acts", &acts), term_of]),
            (_, FactStatus::Claimed) => say("act.claimed", &[("acts", &acts), term_of]),
            _ => say("act.known", &[("acts", &acts), term_of]),
        }
    }

    fn say_area(&self, found: &Found) -> Bilingual {
        let ctx = self.facts.ctx;
        let country = place(ctx, &ctx.agreement.country);
        let Some(id) = &self.facts.incident.place else { return say("area.unknown", &[]) };
        let names: [(&str, &Bilingual); 2] = [("place", &place(ctx, id)), ("country", &country)];
        match found.area {
            Inside::Yes => say("area.inside", &names),
            Inside::No => say("area.outside", &names),
            Inside::Unclear => say("area.unknown", &[]),
        }
    }

    fn say_time(&self, window: Option<&Window>, found: &Found) -> Bilingual {
        let Some(days) = self.facts.days() else { return say("time.unknown", &[]) };
        let told = self.say_days(days);
        let Some(window) = window else {
            let arguments: [(&str, &Bilingual); 1] = [("days", &told)];
            return match found.time {
                Inside::Yes => say("time.inside", &arguments),
                Inside::No => say("time.outside", &arguments),
                Inside::Unclear => say("time.unclear", &arguments),
            };
        };
        let announcer = party(self.facts.ctx, &window.announcer);
        let start = plain(window.start.to_string());
        let end = window.end.map_or_else(|| term("end.none"), |e| plain(e.to_string()));
        let arguments: [(&str, &Bilingual); 4] =
            [("days", &told), ("announcer", &announcer), ("start", &start), ("end", &end)];
        match found.time {
            Inside::Yes => say("window.inside", &arguments),
            Inside::No => say("window.outside", &arguments),
            Inside::Unclear => say("window.unclear", &arguments),
        }
    }

    fn say_days(&self, days: Days) -> Bilingual {
        range(days.first, days.last)
    }

    fn say_bearer(&self) -> Vec<Bilingual> {
        let ctx = self.facts.ctx;
        let Some(id) = &self.bearer.party else { return vec![say("bearer.unknown", &[])] };
        let name = party(ctx, id);
        let told = match (&self.bearer.rival, self.bearer.status) {
            (Some(rival), _) => {
                say("bearer.contested", &[("party", &name), ("rival", &party(ctx, rival))])
            }
            (_, FactStatus::Known) => say("bearer.known", &[("party", &name)]),
            _ => say("bearer.claimed", &[("party", &name)]),
        };
        let standing = match self.facts.bearer_standing(&self.bearer) {
            Standing::Bound(s) => say("standing.bound", &[("party", &name), ("source", &plain(s))]),
            Standing::Excluded(s) => {
                say("standing.excluded", &[("party", &name), ("source", &plain(s))])
            }
            Standing::Guarantor(s) => {
                say("standing.guarantor", &[("party", &name), ("source", &plain(s))])
            }
            Standing::Unknown => say("standing.unknown", &[("party", &name)]),
        };
        vec![told, standing]
    }

    fn say_target(&self) -> Vec<Bilingual> {
        let ctx = self.facts.ctx;
        let mut said = Vec::new();
        match (&self.target.excluded, self.target.established) {
            (Some(id), true) => said.push(say("target.excluded", &[("party", &party(ctx, id))])),
            (Some(id), false) => said.push(say("target.pleaded", &[("party", &party(ctx, id))])),
            (None, _) => said.push(match self.target.status {
                FactStatus::Unknown => say("target.unknown", &[]),
                FactStatus::Claimed => say("target.claimed", &[]),
                _ => say("target.known", &[]),
            }),
        }
        if let Some(id) = &self.target.unknown {
            said.push(say("target.membership", &[("party", &party(ctx, id))]));
        }
        said
    }

    fn say_verdict(&self, verdict: Verdict, facts: &[(&str, FactStatus)]) -> Bilingual {
        let named = |wanted: &[FactStatus]| {
            let of = facts.iter().filter(|(_, s)| wanted.contains(s));
            list(&of.map(|(name, _)| term(&format!("fact.{name}"))).collect::<Vec<_>>())
        };
        match verdict {
            Verdict::Breach => say("verdict.breach", &[]),
            Verdict::PossibleBreach => {
                let claimed = named(&[FactStatus::Claimed]);
                match claimed.en.is_empty() {
                    true => say("verdict.unconfirmed", &[]),
                    false => say("verdict.possible", &[("facts", &claimed)]),
                }
            }
            Verdict::Undetermined => {
                let open = named(&[FactStatus::Unknown, FactStatus::Contested]);
                match open.en.is_empty() {
                    true => say("verdict.membership", &[]),
                    false => say("verdict.undetermined", &[("facts", &open)]),
                }
            }
            Verdict::PermittedException => say("verdict.permitted", &[]),
            Verdict::ClaimedExceptionUnverified => say("verdict.pleaded", &[]),
            Verdict::OutOfScopeActor => say("verdict.actor", &[]),
            Verdict::OutOfScopeArea | Verdict::OutOfScopeProvocation => say("verdict.area", &[]),
            Verdict::OutsideWindow => say("verdict.window", &[]),
            Verdict::NotRegulated => say("verdict.not_regulated", &[]),
        }
    }
}
