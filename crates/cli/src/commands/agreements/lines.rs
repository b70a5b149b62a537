//! One agreement as people read it.

use hudna::Data;
use hudna::model::agreement::{Membership, Procedure, Reporting, Via};
use hudna::model::{Agreement, Bilingual, ComplianceLine, Moment};
use hudna_brief::Value;

use crate::table::{Cell, wrap};
use crate::ui::Ui;

/// Width of a wrapped line.
const WIDTH: usize = 100;

/// An agreement on its way to the terminal.
pub struct Page<'p> {
    pub ui: &'p Ui,
    pub agreement: &'p Agreement,
    pub data: &'p Data,
}

impl Page<'_> {
    /// Prints all of it; `kept` is none where no store follows it.
    pub fn print(&self, kept: Option<&[ComplianceLine]>) {
        self.head();
        self.instruments();
        self.parties();
        self.terms();
        self.exceptions();
        self.areas();
        self.windows();
        self.procedure();
        self.ui.heading(&self.say("agr-undefined", &[]));
        self.agreement.undefined.iter().for_each(|u| self.item(&self.ui.pick(&u.text)));
        self.ui.heading(&self.say("agr-compliance", &[]));
        match kept {
            Some(lines) => self.compliance(lines),
            None => self.ui.line(&self.say("agr-none-followed", &[])),
        }
    }

    fn say(&self, id: &str, args: &[(&str, Value)]) -> String {
        self.ui.text(id, args)
    }

    fn pick(&self, text: &Bilingual) -> Value {
        self.ui.pick(text).into()
    }

    fn item(&self, text: &str) {
        for (n, line) in wrap(text, WIDTH).iter().enumerate() {
            self.ui.line(&format!("{}{line}", if n == 0 { "– " } else { "  " }));
        }
    }

    fn party(&self, id: &str) -> String {
        self.data.parties.get(id).map_or_else(|| self.ui.quote(id), |p| self.ui.pick(&p.name))
    }

    fn parties_of(&self, ids: &[String]) -> String {
        self.ui.list(&ids.iter().map(|p| self.party(p)).collect::<Vec<_>>())
    }

    fn place(&self, id: &str) -> String {
        self.data.places.get(id).map_or_else(|| self.ui.quote(id), |p| self.ui.pick(&p.name))
    }

    fn table(&self, heads: &[&str], rows: &[Vec<Cell>]) {
        let heads: Vec<String> = heads.iter().map(|h| self.say(h, &[])).collect();
        self.ui.table(&heads, rows);
    }

    fn head(&self) {
        let a = self.agreement;
        self.ui.heading(&format!("{} ({})", self.ui.pick(&a.name), a.id));
        let renewed = a.renewals.iter().map(|r| ("agr-renewed", Some(r.until)));
        let instants = [
            ("agr-signed", a.instants.signed),
            ("agr-announced", a.instants.announced),
            ("agr-accept-by", a.instants.accept_by),
            ("agr-in-force", Some(a.effective)),
            ("agr-expires", a.instants.expires),
            ("agr-ended", a.ended),
        ];
        for (id, moment) in instants.into_iter().chain(renewed) {
            if let Some(moment) = moment {
                self.ui.line(&self.say(id, &[("moment", self.ui.moment(moment).into())]));
            }
        }
    }

    fn instruments(&self) {
        self.ui.heading(&self.say("agr-instruments", &[]));
        let row = |i: &hudna::model::agreement::Instrument| {
            vec![
                Cell::new(self.ui.pick(&i.name)),
                Cell::new(self.ui.day(&i.date)),
                Cell::new(self.ui.label(i.relation)),
                Cell::new(i.source.clone()),
            ]
        };
        let rows: Vec<_> = self.agreement.instruments.iter().map(row).collect();
        self.table(&["name", "day", "h-relation", "h-source"], &rows);
    }

    fn parties(&self) {
        self.ui.heading(&self.say("agr-parties", &[]));
        let row = |m: &Membership| {
            vec![
                Cell::new(self.party(&m.party)),
                Cell::new(self.role(m)),
                Cell::new(m.since.as_ref().map_or("–".into(), |day| self.ui.day(day))),
                Cell::new(m.source.clone()),
            ]
        };
        let rows: Vec<_> = self.agreement.parties.iter().map(row).collect();
        self.table(&["party", "h-role", "h-since", "h-source"], &rows);
        let a = self.agreement;
        if a.exclusions.is_empty() && a.external_lists.is_empty() {
            return;
        }
        self.ui.heading(&self.say("agr-left-out", &[]));
        for exclusion in &a.exclusions {
            let later = exclusion.renamed.iter().map(|r| self.ui.pick(&r.name));
            let names: Vec<String> =
                [self.party(&exclusion.party)].into_iter().chain(later).collect();
            self.item(&format!("{} ({})", self.ui.list(&names), exclusion.source));
        }
        for list in &a.external_lists {
            let names: Vec<String> = list.entries.iter().map(|e| self.party(&e.party)).collect();
            let who = self.ui.list(&names);
            self.item(&format!("{}: {who} ({})", self.ui.pick(&list.name), list.source));
        }
    }

    fn role(&self, m: &Membership) -> String {
        let role = self.ui.label(m.role);
        let role = match m.belligerent {
            true => self.say("agr-belligerent", &[("role", role.into())]),
            false => role,
        };
        let with = m.with.as_ref().map(|w| ("name", Value::from(self.party(w))));
        match (m.via, with) {
            (Some(Via::Accession), Some(w)) => {
                self.ui.list(&[role, self.say("agr-acceded-to", &[w])])
            }
            (Some(Via::Alliance), Some(w)) => self.ui.list(&[role, self.say("agr-ally-of", &[w])]),
            _ => role,
        }
    }

    fn terms(&self) {
        self.ui.heading(&self.say("agr-terms", &[]));
        let row = |o: &hudna::model::Obligation| {
            vec![
                Cell::new(self.ui.label(o.deontic)),
                Cell::new(self.term(o)),
                Cell::new(self.due(o.deadline.as_ref().map(|d| d.due))),
                Cell::new(o.anchor.as_ref().map_or(o.source.clone(), |a| self.ui.pick(a))),
                Cell::new(o.id.clone()),
            ]
        };
        let rows: Vec<_> = self.agreement.obligations.iter().map(row).collect();
        self.table(&["h-deontic", "h-term", "due", "h-source", "id"], &rows);
    }

    fn term(&self, o: &hudna::model::Obligation) -> String {
        let mut text = self.ui.pick(&o.text);
        if let Some(measure) = &o.measure {
            let args = [("text", text.into()), ("measure", self.pick(measure))];
            text = self.say("agr-term-measure", &args);
        }
        match o.since {
            Some(since) => {
                let args = [("text", text.into()), ("moment", self.ui.moment(since).into())];
                self.say("agr-term-since", &args)
            }
            None => text,
        }
    }

    fn due(&self, due: Option<Moment>) -> String {
        due.map_or("–".into(), |due| self.ui.moment(due))
    }

    fn exceptions(&self) {
        if self.agreement.exceptions.is_empty() {
            return;
        }
        self.ui.heading(&self.say("agr-exceptions", &[]));
        for e in &self.agreement.exceptions {
            let tests: Vec<String> =
                e.tests.iter().map(|t| bare(&self.ui.pick(&t.text)).to_owned()).collect();
            let tests = self.say("agr-tests", &[("text", self.ui.clauses(&tests).into())]);
            let burden = self.say("agr-burden", &[("text", bare(&self.ui.pick(&e.burden)).into())]);
            let text = bare(&self.ui.pick(&e.text)).to_owned();
            self.item(&format!("{}: {}", e.id, self.ui.clauses(&[text, tests, burden])));
        }
    }

    fn areas(&self) {
        let a = self.agreement;
        if a.zones.is_empty() && a.lines.is_empty() {
            return;
        }
        self.ui.heading(&self.say("agr-areas", &[]));
        for zone in &a.zones {
            let outer = a.zones.iter().find(|z| Some(&z.id) == zone.within.as_ref());
            let within = outer.map(|z| self.say("agr-within", &[("name", self.pick(&z.name))]));
            let parts: Vec<String> = [self.ui.pick(&zone.name)].into_iter().chain(within).collect();
            self.item(&format!("{} ({})", self.ui.list(&parts), zone.source));
        }
        for line in &a.lines {
            let sides = self.parties_of(&line.measured_by);
            let sides = self.say("agr-measured-by", &[("names", sides.into())]);
            self.item(&format!("{}: {} ({})", sides, self.ui.pick(&line.name), line.source));
        }
        for band in &a.bands {
            let args = [
                ("each", band.each_km.to_string().into()),
                ("zone", band.zone_km.to_string().into()),
            ];
            self.item(&format!("{}: {}", self.ui.pick(&band.name), self.say("agr-band", &args)));
        }
    }

    fn windows(&self) {
        if self.agreement.windows.is_empty() {
            return;
        }
        self.ui.heading(&self.say("agr-windows", &[]));
        let row = |w: &hudna::model::Window| {
            let places: Vec<String> = w.places.iter().map(|p| self.place(p)).collect();
            vec![
                Cell::new(self.ui.list(&places)),
                Cell::new(self.party(&w.announcer)),
                Cell::new(self.ui.moment(w.start)),
                Cell::new(self.due(w.end)),
                Cell::new(w.id.clone()),
            ]
        };
        let rows: Vec<_> = self.agreement.windows.iter().map(row).collect();
        self.table(&["h-places", "h-announcer", "h-start", "h-end", "id"], &rows);
    }

    fn procedure(&self) {
        let a = self.agreement;
        self.ui.heading(&self.say("agr-procedure", &[]));
        if let Some(counting) = &a.counting {
            let attribution = self.ui.label(counting.attribution).into();
            let args = [("unit", self.pick(&counting.unit)), ("attribution", attribution)];
            self.item(&self.say("agr-counting", &args));
        }
        if let Some(procedure) = &a.procedure {
            self.steps(procedure);
        }
        a.reporting.iter().for_each(|r| self.reporting(r));
    }

    fn steps(&self, p: &Procedure) {
        let text = |id: &str, text: String| self.item(&self.say(id, &[("text", text.into())]));
        let channels: Vec<String> = p.channels.iter().map(|c| self.ui.pick(&c.name)).collect();
        let step = |s: &hudna::model::agreement::Step| match s.hours {
            Some(hours) => {
                self.say("agr-step-hours", &[("step", self.pick(&s.name)), ("hours", hours.into())])
            }
            None => self.ui.pick(&s.name),
        };
        let steps: Vec<String> = p.steps.iter().map(step).collect();
        text("agr-complainants", self.ui.pick(&p.complainants));
        text("agr-channels", self.ui.clauses(&channels));
        text("agr-steps", self.ui.clauses(&steps));
        text("agr-consensus", self.ui.label(p.consensus));
        for e in &p.escalations {
            let args = [("to", self.pick(&e.to)), ("when", self.pick(&e.when))];
            self.item(&self.say("agr-escalation", &args));
        }
        if let Some(gravest) = &p.gravest {
            text("agr-gravest", self.ui.pick(&gravest.text));
        }
    }

    fn reporting(&self, r: &Reporting) {
        let args = [("to", self.pick(&r.to)), ("often", self.pick(&r.often))];
        let told = bare(&self.say("agr-reporting", &args)).to_owned();
        let withheld =
            r.withheld.as_ref().map(|w| self.say("agr-withheld", &[("text", self.pick(w))]));
        let parts: Vec<String> = [told].into_iter().chain(withheld).collect();
        self.item(&self.ui.clauses(&parts));
    }

    fn compliance(&self, lines: &[ComplianceLine]) {
        let row = |l: &ComplianceLine| {
            let status = self.ui.label(l.status);
            let status = match l.by_clock {
                true => self.say("agr-by-clock", &[("status", status.into())]),
                false => status,
            };
            let trace: Vec<String> = l.trace.iter().map(|t| self.ui.pick(t)).collect();
            vec![
                Cell::new(l.obligation.clone()),
                Cell::new(status),
                Cell::new(self.due(l.due)),
                Cell::new(self.ui.list(&l.incidents)),
                Cell::new(format!("{}/{}", l.reviewed, l.claims.len())),
                Cell::new(trace.join(" ")),
            ]
        };
        let rows: Vec<_> = lines.iter().map(row).collect();
        self.table(&["h-term", "h-kept", "due", "h-evidence", "h-reviewed", "why"], &rows);
    }
}

/// A sentence without its full stop, to stand inside another.
fn bare(text: &str) -> &str {
    text.trim_end_matches(['.', '\u{2069}'])
}
