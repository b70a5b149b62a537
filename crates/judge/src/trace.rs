//! The rule trace of a judgement: one sentence a step, in both languages.

use hudna_model::agreement::{Target as Asked, Via};
use hudna_model::{Bilingual, FactStatus, Flag, Judgement, Obligation, Role, ToldTime, Verdict};

use crate::assess::{Bench, Found};
use crate::clock::{Reading, Stretch};
use crate::days::{Days, parse};
use crate::facts::Inside;
use crate::ground::Ground;
use crate::numbers::range;
use crate::parties::Standing;
use crate::say::{list, party, place, plain, say, term};
use crate::timed::Timed;

impl Bench<'_, '_> {
    pub(crate) fn trace(
        &self,
        obligation: &Obligation,
        reading: Option<&Reading<'_>>,
        found: &Found,
        refused: Vec<Bilingual>,
        verdict: Verdict,
    ) -> Vec<Bilingual> {
        let mut trace = vec![self.say_act(obligation, found)];
        if verdict != Verdict::NotRegulated {
            trace.extend(found.ground.said.iter().cloned());
            trace.push(self.say_time(reading, obligation, found));
            trace.extend(self.say_hours(found.time));
            trace.extend(self.say_bearer());
            if found.others {
                trace.push(self.say_others(obligation));
            }
            match obligation.target {
                Asked::Anyone => trace.extend(self.say_target()),
                Asked::Nobody => trace.push(say("target.needless", &[])),
            }
            trace.extend(refused);
            trace.extend(found.lifted.iter().flat_map(|w| w.said.clone()));
        }
        trace.push(self.say_verdict(verdict, found));
        trace
    }

    /// The same place under a reading of which it is disputed that it covers the place.
    pub(crate) fn disputed(&self, ground: Ground, reading: &Reading<'_>) -> Ground {
        let ctx = self.facts.ctx;
        let at = self.facts.incident.place.as_deref().unwrap_or_default();
        let announcer = party(ctx, &reading.assertion.announcer);
        let said = say("area.disputed", &[("place", &place(ctx, at)), ("announcer", &announcer)]);
        Ground {
            inside: Inside::Unclear,
            missing: "area",
            said: [ground.said, vec![said]].concat(),
        }
    }

    /// Marks judgements under readings of one window that differ, and says how.
    pub(crate) fn mark_difference(&self, readings: &[Reading<'_>], judged: &mut [Judgement]) {
        if judged.iter().all(|j| Some(j.verdict) == judged.first().map(|f| f.verdict)) {
            return;
        }
        let each = readings.iter().zip(judged.iter()).map(|(reading, j)| {
            let name = party(self.facts.ctx, &reading.assertion.announcer);
            let verdict = term(&verdict_key(j.verdict));
            say("readings.one", &[("announcer", &name), ("verdict", &verdict)])
        });
        let all = list(&each.collect::<Vec<_>>());
        let said = say("readings.differ", &[("readings", &all)]);
        for judgement in judged {
            judgement.flags.push(Flag::ReadingsDiffer);
            judgement.flags.sort();
            judgement.trace.push(said.clone());
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

    fn say_time(
        &self,
        reading: Option<&Reading<'_>>,
        obligation: &Obligation,
        found: &Found,
    ) -> Bilingual {
        let Some(days) = self.facts.days() else { return say("time.unknown", &[]) };
        let told = self.say_days(days);
        if let Some(reading) = reading {
            return self.say_window(reading, &told, found.time.inside);
        }
        let timed = obligation.since.is_some() || obligation.until.is_some();
        if timed || obligation.deadline.is_some() {
            return say_own_time(found, &told);
        }
        let arguments: [(&str, &Bilingual); 1] = [("days", &told)];
        match found.time.inside {
            Inside::Yes => say("time.inside", &arguments),
            Inside::No => say("time.outside", &arguments),
            Inside::Unclear => say("time.unclear", &arguments),
        }
    }

    fn say_window(&self, reading: &Reading<'_>, days: &Bilingual, time: Inside) -> Bilingual {
        let announcer = party(self.facts.ctx, &reading.assertion.announcer);
        let (start, end) = say_stretch(reading.whole);
        let arguments: [(&str, &Bilingual); 4] =
            [("days", days), ("announcer", &announcer), ("start", &start), ("end", &end)];
        match time {
            Inside::Yes => say("window.inside", &arguments),
            Inside::No => say("window.outside", &arguments),
            Inside::Unclear => say("window.unclear", &arguments),
        }
    }

    /// What the hours that are told decide, or leave open.
    fn say_hours(&self, time: Timed) -> Option<Bilingual> {
        let times = &self.facts.incident.times;
        let told = list(&times.iter().map(say_clock).collect::<Vec<_>>());
        let arguments: [(&str, &Bilingual); 1] = [("times", &told)];
        match time.status {
            _ if !time.by_hours => None,
            FactStatus::Known => Some(say("hours.known", &arguments)),
            FactStatus::Claimed => Some(say("hours.claimed", &arguments)),
            FactStatus::Contested => Some(say("hours.contested", &arguments)),
            FactStatus::Unknown => Some(say("hours.open", &arguments)),
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
        vec![told, self.say_standing(&name)]
    }

    fn say_standing(&self, name: &Bilingual) -> Bilingual {
        let standing = self.facts.bearer_standing(&self.bearer);
        let source = plain(standing.source());
        let cited: [(&str, &Bilingual); 2] = [("party", name), ("source", &source)];
        match standing {
            Standing::Bound(m) if m.role == Role::Guarantor => say("standing.fights", &cited),
            Standing::Bound(m) => match m.with.as_ref().filter(|_| m.via == Some(Via::Alliance)) {
                Some(ally) => {
                    let ally = party(self.facts.ctx, ally);
                    let all = [("party", name), ("ally", &ally), ("source", &source)];
                    say("standing.ally", &all)
                }
                None => say("standing.bound", &cited),
            },
            Standing::Presumed => say("standing.presumed", &cited),
            Standing::Excluded(_) => say("standing.excluded", &cited),
            Standing::Guarantor(_) => say("standing.guarantor", &cited),
            Standing::Outside(Some(_)) => say("standing.outside", &cited),
            Standing::Outside(None) => say("standing.presumed_outside", &cited),
            Standing::Unknown => say("standing.unknown", &cited),
        }
    }

    fn say_others(&self, obligation: &Obligation) -> Bilingual {
        let ctx = self.facts.ctx;
        let bound: Vec<Bilingual> = obligation.bearers.iter().map(|b| party(ctx, b)).collect();
        let name = party(ctx, self.bearer.party.as_deref().unwrap_or_default());
        say("bearer.others", &[("party", &name), ("parties", &list(&bound))])
    }

    fn say_target(&self) -> Vec<Bilingual> {
        let ctx = self.facts.ctx;
        let mut said = Vec::new();
        let target = &self.target;
        match (&target.excluded, &target.outside, target.established) {
            (Some(id), _, true) => said.push(say("target.excluded", &[("party", &party(ctx, id))])),
            (Some(id), _, false) => said.push(say("target.pleaded", &[("party", &party(ctx, id))])),
            (_, Some(id), _) => said.push(say("target.outside", &[("party", &party(ctx, id))])),
            _ => said.push(match target.status {
                FactStatus::Unknown => say("target.unknown", &[]),
                FactStatus::Claimed => say("target.claimed", &[]),
                _ => say("target.known", &[]),
            }),
        }
        if let Some(id) = &target.unknown {
            said.push(say("target.membership", &[("party", &party(ctx, id))]));
        }
        said
    }

    fn say_verdict(&self, verdict: Verdict, found: &Found) -> Bilingual {
        let facts = self.statuses(found);
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
            Verdict::PermittedException if self.target.excluded.is_some() => {
                say("verdict.permitted", &[])
            }
            Verdict::PermittedException => say("verdict.exception_shown", &[]),
            Verdict::ClaimedExceptionUnverified if self.target.excluded.is_some() => {
                say("verdict.pleaded", &[])
            }
            Verdict::ClaimedExceptionUnverified => say("verdict.exception_open", &[]),
            Verdict::OutOfScopeActor => self.say_out_of_scope(found),
            Verdict::OutOfScopeArea => say("verdict.area", &[]),
            Verdict::OutOfScopeProvocation => say("verdict.provocation", &[]),
            Verdict::OutsideWindow => say("verdict.window", &[]),
            Verdict::NotRegulated => say("verdict.not_regulated", &[]),
        }
    }

    fn say_out_of_scope(&self, found: &Found) -> Bilingual {
        match self.facts.bearer_standing(&self.bearer) {
            Standing::Excluded(_) => say("verdict.actor", &[]),
            Standing::Outside(_) => say("verdict.recorded", &[]),
            _ if found.others => say("verdict.others", &[]),
            _ => say("verdict.recorded", &[]),
        }
    }
}

/// "4 May 2016, at 03:20", "4 May 2016, between 02:00 and 07:00".
fn say_clock(told: &ToldTime) -> Bilingual {
    let day = |text: &str| parse(text).map_or_else(Bilingual::default, |day| range(day, day));
    if let Some((on, from, to)) = told.in_a_day() {
        let (day, from, to) = (day(on), plain(from), plain(to));
        return match from == to {
            true => say("hours.at", &[("day", &day), ("from", &from)]),
            false => say("hours.between", &[("day", &day), ("from", &from), ("to", &to)]),
        };
    }
    let (on, from) = told.from.split_once('T').unwrap_or((&told.from, ""));
    let (end, to) = told.to.split_once('T').unwrap_or((&told.to, ""));
    let (day, end, from, to) = (day(on), day(end), plain(from), plain(to));
    say("hours.through", &[("day", &day), ("from", &from), ("end", &end), ("to", &to)])
}

/// When a term holds that has a time of its own.
fn say_own_time(found: &Found, days: &Bilingual) -> Bilingual {
    let (start, end) = say_stretch(found.held);
    let arguments: [(&str, &Bilingual); 3] = [("days", days), ("start", &start), ("end", &end)];
    match found.time.inside {
        Inside::Yes => say("time.term_inside", &arguments),
        Inside::No => say("time.term_outside", &arguments),
        Inside::Unclear => say("time.term_unclear", &arguments),
    }
}

fn say_stretch((start, end): Stretch) -> (Bilingual, Bilingual) {
    let end = end.map_or_else(|| term("end.none"), |e| plain(e.to_string()));
    (plain(start.to_string()), end)
}

/// The key of a verdict's term.
pub(crate) fn verdict_key(verdict: Verdict) -> String {
    let name = match verdict {
        Verdict::Breach => "breach",
        Verdict::PossibleBreach => "possible_breach",
        Verdict::PermittedException => "permitted_exception",
        Verdict::ClaimedExceptionUnverified => "claimed_exception",
        Verdict::OutOfScopeActor => "out_of_scope_actor",
        Verdict::OutOfScopeArea => "out_of_scope_area",
        Verdict::OutOfScopeProvocation => "provocation",
        Verdict::OutsideWindow => "outside_window",
        Verdict::NotRegulated => "not_regulated",
        Verdict::Undetermined => "undetermined",
    };
    format!("verdict.{name}")
}
