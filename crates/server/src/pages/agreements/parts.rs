//! The parts of an agreement as its page shows them.

use std::collections::BTreeMap;

use hudna::model::agreement::{
    Exception, Exclusion, Instrument, Membership, Procedure, TermArea, Via, Window,
};
use hudna::model::{Agreement, Bilingual, Moment, Obligation};
use serde_json::{Value, json};

use super::{place_name, word};
use crate::desk::Ctx;
use crate::pages::shared::party;

/// Width of the axis that windows are drawn on.
const AXIS: i64 = 1000;
/// What an axis goes on after the last hour told, in seconds.
const AFTER: i64 = 3600;

/// An agreement on its way to its page.
pub struct Parts<'p> {
    /// The request.
    pub ctx: &'p Ctx<'p>,
    /// The agreement.
    pub a: &'p Agreement,
}

impl Parts<'_> {
    fn pick(&self, text: &Bilingual) -> String {
        self.ctx.say().pick(text)
    }

    fn picked(&self, text: Option<&Bilingual>) -> Option<String> {
        text.map(|t| self.pick(t))
    }

    fn party(&self, id: &str) -> String {
        match self.ctx.snap.data.parties.get(id) {
            Some(known) => self.pick(&known.name),
            None => party(self.ctx.say(), self.ctx.situation(), id),
        }
    }

    fn parties_of(&self, ids: &[String]) -> Vec<String> {
        ids.iter().map(|id| self.party(id)).collect()
    }

    fn places_of(&self, ids: &[String]) -> String {
        let names: Vec<String> = ids.iter().map(|id| place_name(self.ctx, id)).collect();
        self.ctx.say().list(&names)
    }

    /// What is left open.
    pub fn undefined(&self) -> Vec<Value> {
        let one = |u: &hudna::model::agreement::Undefined| json!({ "id": u.id, "text": self.pick(&u.text) });
        self.a.undefined.iter().map(one).collect()
    }

    /// A term; `kept` is how it is kept, where that is told.
    pub fn term(&self, o: &Obligation, kept: Option<Value>) -> Value {
        let say = self.ctx.say();
        let of = |e: &&Exception| e.of.contains(&o.id);
        let exceptions: Vec<Value> = self
            .a
            .exceptions
            .iter()
            .filter(of)
            .map(|e| json!({ "id": e.id, "text": self.pick(&e.text) }))
            .collect();
        let acts: Vec<String> = o.acts.iter().map(|x| say.label("act", x.as_str())).collect();
        let tasks: Vec<String> = o.tasks.iter().map(|x| say.label("task", x.as_str())).collect();
        json!({
            "id": o.id, "deontic": word(o.deontic), "text": self.pick(&o.text),
            "measure": self.picked(o.measure.as_ref()), "bearers": self.parties_of(&o.bearers),
            "acts": acts, "tasks": tasks, "where": o.area.as_ref().and_then(|a| self.place(a)),
            "outside": o.area.as_ref().map(|a| word(a.outside)), "since": o.since, "until": o.until,
            "deadline": o.deadline.as_ref().map(|d| json!({
                "due": d.due, "reckoned": self.pick(&d.reckoned), "source": d.source,
            })),
            "anchor": self.picked(o.anchor.as_ref()), "source": o.source,
            "exceptions": exceptions, "kept": kept,
        })
    }

    /// Where a term holds; none for everywhere.
    fn place(&self, area: &TermArea) -> Option<String> {
        if area.is_whole() {
            return None;
        }
        let say = self.ctx.say();
        let (a, mut parts) = (self.a, Vec::new());
        let zones = a.zones.iter().filter(|z| area.zones.contains(&z.id));
        parts.extend(zones.map(|z| self.pick(&z.name)));
        if area.settlements {
            parts.push(say.text("w-registers-settlements", &[]));
        }
        if area.bands {
            parts.extend(a.bands.iter().map(|b| self.pick(&b.name)));
        }
        let near = a.protected.iter().filter(|p| area.near.contains(&p.id));
        parts.extend(near.map(|p| self.pick(&p.name)));
        Some(say.list(&parts))
    }

    /// Exceptions with their tests.
    pub fn exceptions(&self) -> Vec<Value> {
        let one = |e: &Exception| {
            let name = |id: &String| {
                let known = self.a.obligation(id);
                let text = known.map_or_else(|| id.clone(), |o| self.pick(&o.text));
                json!({ "id": id, "text": text })
            };
            let tests: Vec<Value> = e
                .tests
                .iter()
                .map(|t| json!({ "text": self.pick(&t.text), "by_fact": t.fact.is_some() }))
                .collect();
            json!({
                "id": e.id, "text": self.pick(&e.text), "kind": word(e.kind),
                "of": e.of.iter().map(name).collect::<Vec<_>>(), "tests": tests,
                "burden": self.pick(&e.burden), "anchor": self.picked(e.anchor.as_ref()),
                "source": e.source,
            })
        };
        self.a.exceptions.iter().map(one).collect()
    }

    /// Who is bound.
    pub fn parties(&self) -> Vec<Value> {
        let one = |m: &Membership| {
            json!({
                "id": m.party, "href": format!("/incidents?party={}", m.party),
                "name": self.party(&m.party), "role": word(m.role), "since": m.since,
                "via": self.via(m), "belligerent": m.belligerent, "source": m.source,
            })
        };
        self.a.parties.iter().map(one).collect()
    }

    fn via(&self, m: &Membership) -> Option<String> {
        let id = match m.via? {
            Via::Accession => "agr-acceded-to",
            Via::Alliance => "agr-ally-of",
            Via::List => return None,
        };
        let args = [("name", self.party(m.with.as_ref()?).into())];
        Some(self.ctx.say().text(id, &args))
    }

    /// Who is left out.
    pub fn excluded(&self) -> Vec<Value> {
        let one = |x: &Exclusion| {
            let names: Vec<Value> = x
                .renamed
                .iter()
                .map(|r| json!({ "name": self.pick(&r.name), "since": r.since }))
                .collect();
            json!({
                "id": x.party, "href": format!("/incidents?party={}", x.party),
                "name": self.party(&x.party), "names": names, "source": x.source,
            })
        };
        self.a.exclusions.iter().map(one).collect()
    }

    /// Lists of others that it refers to.
    pub fn lists(&self) -> Vec<Value> {
        let one = |l: &hudna::model::agreement::ExternalList| {
            json!({
                "name": self.pick(&l.name), "authority": l.authority, "n": l.entries.len(),
                "source": l.source,
            })
        };
        self.a.external_lists.iter().map(one).collect()
    }

    /// Windows, each as its announcers tell it.
    pub fn windows(&self) -> Vec<Value> {
        let mut by: BTreeMap<&str, Vec<&Window>> = BTreeMap::new();
        self.a.windows.iter().for_each(|w| by.entry(&w.window).or_default().push(w));
        let mut all: Vec<(&str, Vec<&Window>)> = by.into_iter().collect();
        all.sort_by_key(|(_, rows)| rows.iter().map(|w| w.start.seconds()).min());
        all.iter().map(|(id, rows)| self.window(id, rows)).collect()
    }

    fn window(&self, id: &str, rows: &[&Window]) -> Value {
        let start = |w: &&Window| w.start.seconds();
        let end = |w: &&Window| w.end.unwrap_or(w.start).seconds();
        let from = rows.iter().map(start).min().unwrap_or(0);
        let to = rows.iter().map(end).max().unwrap_or(from) + AFTER;
        let at = |moment: Moment| (moment.seconds() - from) * AXIS / (to - from).max(1);
        let announcers: std::collections::BTreeSet<&str> =
            rows.iter().map(|w| w.announcer.as_str()).collect();
        let same = |f: fn(&Window) -> Option<i64>| rows.windows(2).all(|w| f(w[0]) == f(w[1]));
        let agree = same(|w| Some(w.start.seconds())) && same(|w| w.end.map(Moment::seconds));
        let differ = announcers.len() > 1 && !agree;
        let view = |w: &&Window| {
            let x = at(w.start);
            json!({
                "announcer": self.party(&w.announcer), "places": self.places_of(&w.places),
                "start": w.start, "end": w.end, "announced": w.announced,
                "extends": w.extends.is_some(), "source": w.source, "x": x,
                "w": w.end.map_or(AXIS, at) - x,
            })
        };
        let first = rows.iter().min_by_key(|w| w.start.seconds());
        let last = rows.iter().max_by_key(|w| end(w));
        json!({
            "id": id, "name": first.map(|w| self.places_of(&w.places)),
            "axis": { "from": first.map(|w| w.start), "to": last.map(|w| w.end.unwrap_or(w.start)) },
            "rows": rows.iter().map(view).collect::<Vec<_>>(),
            "differ": differ.then(|| self.ctx.say().text("w-registers-differ", &[])),
        })
    }

    /// Zones, lines and distances.
    pub fn areas(&self) -> Vec<Value> {
        let (say, a) = (self.ctx.say(), self.a);
        let row = |name: &Bilingual, kind: &str, how: Option<String>, source: &str| {
            let kind = say.text(&format!("w-registers-area-{kind}"), &[]);
            json!({ "name": self.pick(name), "kind": kind, "how": how, "source": source })
        };
        let unsure = |km: f64| {
            let args = [("km", say.number(km).into())];
            (km > 0.0).then(|| say.text("w-registers-unsure", &args))
        };
        let mut out = Vec::new();
        out.extend(a.zones.iter().map(|z| row(&z.name, "zone", unsure(z.unsure_km), &z.source)));
        out.extend(a.lines.iter().map(|l| row(&l.name, "line", unsure(l.unsure_km), &l.source)));
        out.extend(a.bands.iter().map(|b| {
            let args =
                [("each", say.number(b.each_km).into()), ("zone", say.number(b.zone_km).into())];
            row(&b.name, "band", Some(say.text("agr-band", &args)), &b.source)
        }));
        out.extend(a.protected.iter().map(|p| row(&p.name, "protected", None, &p.source)));
        out
    }

    /// Texts that it consists of.
    pub fn instruments(&self) -> Vec<Value> {
        let name = |id: &String| {
            let known = self.a.instruments.iter().find(|i| i.id == *id);
            known.map_or_else(|| id.clone(), |i| self.pick(&i.name))
        };
        let one = |i: &Instrument| {
            json!({
                "id": i.id, "name": self.pick(&i.name), "date": i.date,
                "relation": word(i.relation), "to": i.to.as_ref().map(name), "source": i.source,
            })
        };
        self.a.instruments.iter().map(one).collect()
    }

    /// Who may complain, and what follows.
    pub fn procedure(&self) -> Option<Value> {
        let p: &Procedure = self.a.procedure.as_ref()?;
        let channels: Vec<Value> = p
            .channels
            .iter()
            .map(|c| json!({ "name": self.pick(&c.name), "keeper": c.keeper, "source": c.source }))
            .collect();
        let steps: Vec<Value> = p
            .steps
            .iter()
            .map(|s| json!({ "name": self.pick(&s.name), "hours": s.hours, "source": s.source }))
            .collect();
        let escalation: Vec<Value> = p
            .escalations
            .iter()
            .map(|e| json!({ "to": self.pick(&e.to), "when": self.pick(&e.when), "source": e.source }))
            .collect();
        Some(json!({
            "complainants": self.pick(&p.complainants), "channels": channels, "steps": steps,
            "consensus": word(p.consensus), "co_chairs": self.parties_of(&p.co_chairs),
            "escalation": escalation,
            "gravest": p.gravest.as_ref().map(|g| self.pick(&g.text)), "source": p.source,
        }))
    }

    /// To whom it is reported.
    pub fn reporting(&self) -> Vec<Value> {
        let one = |r: &hudna::model::agreement::Reporting| {
            json!({
                "to": self.pick(&r.to), "often": self.pick(&r.often),
                "withheld": self.picked(r.withheld.as_ref()), "source": r.source,
            })
        };
        self.a.reporting.iter().map(one).collect()
    }
}
