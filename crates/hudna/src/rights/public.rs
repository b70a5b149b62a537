//! What the public sees of a picture: late, coarse, and without words and names.
//!
//! - **Late**: only what was received [`DELAY_HOURS`] or more before. A picture of that time
//!   ([`until`]) shown with [`view_until`] is whole; a picture of now ([`view`]) leaves out every
//!   incident, promise and total that anything younger tells of, and tells areas by their history.
//! - **Coarse**: nothing below a district is named, and no hour. A village, quarter, site or line
//!   becomes the district, governorate or country that holds it; none is told where none is known.
//! - **Few**: a figure of one or two people is not told. A toll under [`FEW`] is the range 1–2, its
//!   `best` 2, and its `method` says that it is not published; such counts of areas read 2.
//! - **Without words and names**: no reports, claims, evidence, notes, reasons that people wrote,
//!   questions, patrols; no persons, nobody's name as a report writes it, no protected source.

mod areas;

use std::collections::{BTreeMap, BTreeSet};

use hudna_model::digest::short_id;
use hudna_model::{
    Bilingual, Case, CaseFinding, Due, FollowUp, Incident, Level, Moment, Origin, PartyKind,
    PlaceLevel, Related, Share, Situation, Toll,
};

/// How late the public sees something.
pub const DELAY_HOURS: i64 = 72;
/// Figures above none and under this one are not told.
pub const FEW: u32 = 3;

/// The newest time of which the public sees anything at `as_of`.
pub fn until(as_of: Moment) -> Moment {
    as_of.plus_seconds(-DELAY_HOURS * 3600)
}

/// What the public sees of a picture of now.
pub fn view(situation: &Situation) -> Situation {
    view_until(situation, until(situation.as_of))
}

/// What the public sees of a picture, of what was received up to a time.
pub fn view_until(situation: &Situation, until: Moment) -> Situation {
    View::new(situation, until).view()
}

/// The sentence of that key in `words/public.tsv`.
fn say(key: &str) -> Bilingual {
    let mut rows = include_str!("../../words/public.tsv").lines().map(|l| l.split('\t'));
    let mut row = rows.find(|row| row.clone().next() == Some(key)).into_iter().flatten().skip(1);
    let mut next = || row.next().expect("every key used here stands in the file, tested");
    let en = next();
    Bilingual::new(next(), en)
}

struct View<'s> {
    s: &'s Situation,
    until: Moment,
    /// Ids of the incidents that are shown.
    shown: BTreeSet<&'s str>,
}

impl<'s> View<'s> {
    fn new(s: &'s Situation, until: Moment) -> View<'s> {
        let mut view = View { s, until, shown: BTreeSet::new() };
        let old = s.incidents.iter().filter(|i| view.is_old(i));
        view.shown = old.map(|i| i.id.as_str()).collect();
        view
    }

    fn view(&self) -> Situation {
        let s = self.s;
        let places = s.places.iter().filter(|(_, p)| p.level >= PlaceLevel::District);
        let parties = s.parties.iter().filter(|(id, _)| self.party(id));
        let sources = s.sources.iter().filter(|(_, source)| source.protection == "open");
        let coarse = |id: &str| self.coarse(id).as_deref() == Some(id);
        Situation {
            story: s.story.clone(),
            as_of: s.as_of,
            head: s.head.clone(),
            agreement: s.agreement.clone(),
            counts_source: s.counts_source.clone(),
            counts_notes: s.counts_notes.clone(),
            areas: s.areas.iter().filter(|a| coarse(&a.area)).map(|a| self.area(a)).collect(),
            tree: hudna_model::AreaTree::default(),
            shapes: s.shapes.iter().filter(|a| coarse(&a.area)).cloned().collect(),
            incidents: self.incidents().map(|i| self.incident(i)).collect(),
            aggregates: self.tolls(&s.aggregates),
            follow_ups: s.follow_ups.iter().filter_map(|f| self.promise(f)).collect(),
            cases: s.cases.iter().filter_map(|c| self.case(c)).collect(),
            questions: Vec::new(),
            patrols: Vec::new(),
            claims: BTreeMap::new(),
            reports: BTreeMap::new(),
            places: places.map(|(id, p)| (id.clone(), p.clone())).collect(),
            parties: parties.map(|(id, p)| (id.clone(), p.clone())).collect(),
            sources: sources.map(|(id, s)| (id.clone(), s.clone())).collect(),
        }
    }

    fn incidents(&self) -> impl Iterator<Item = &'s Incident> {
        self.s.incidents.iter().filter(|i| self.shown.contains(i.id.as_str()))
    }

    /// Whether everything that is told of an incident, or was decided of it, is old enough.
    fn is_old(&self, incident: &Incident) -> bool {
        let mut told = incident.claims.iter().chain(&incident.denials);
        told.all(|claim| self.old_claim(claim))
            && incident.findings.iter().all(|f| f.at <= self.until)
            && incident.related.iter().all(|r| r.at <= self.until)
    }

    fn old_claim(&self, claim: &str) -> bool {
        self.s.claims.get(claim).is_none_or(|filed| filed.received <= self.until)
    }

    /// The place itself where it is coarse enough, else the nearest that holds it and is.
    fn coarse(&self, id: &str) -> Option<String> {
        let mut at = self.s.places.get(id)?;
        let mut seen = BTreeSet::new();
        while at.level < PlaceLevel::District {
            if !seen.insert(&at.id) {
                return None;
            }
            at = self.s.places.get(at.parent.as_ref()?)?;
        }
        Some(at.id.clone())
    }

    /// Whether the id is a party's and no person's.
    fn party(&self, id: &str) -> bool {
        self.s.parties.get(id).is_some_and(|p| p.kind != PartyKind::Person)
    }

    /// Who is meant, as a party: a person becomes the one they speak for; a name that is only
    /// written in reports is left out.
    fn who(&self, id: &str) -> Option<String> {
        let mut at = self.s.parties.get(id)?;
        let mut seen = BTreeSet::new();
        while at.kind == PartyKind::Person {
            if !seen.insert(&at.id) {
                return None;
            }
            at = self.s.parties.get(at.parent.as_ref()?)?;
        }
        Some(at.id.clone())
    }

    fn incident(&self, incident: &Incident) -> Incident {
        let related = incident.related.iter().filter(|r| self.shown.contains(r.incident.as_str()));
        let mut judgements = incident.judgements.clone();
        for judgement in &mut judgements {
            // Traces name places and people as they were told.
            judgement.trace.clear();
            judgement.settles.clear();
        }
        Incident {
            id: incident.id.clone(),
            acts: incident.acts.clone(),
            place: incident.place.as_deref().and_then(|id| self.coarse(id)),
            place_text: None,
            area: incident.area.as_deref().and_then(|id| self.coarse(id)),
            days: incident.days.clone(),
            times: Vec::new(),
            actors: self.names(&incident.actors),
            targets: self.names(&incident.targets),
            claims: Vec::new(),
            denials: Vec::new(),
            links: Vec::new(),
            origins: self.origins(&incident.origins),
            corroboration: incident.corroboration,
            tolls: self.tolls(&incident.tolls),
            confirmed: incident.confirmed,
            reviewed: Share::default(),
            judgements,
            related: related.map(|r| Related { by: String::new(), ..r.clone() }).collect(),
            findings: Vec::new(),
        }
    }

    fn names(&self, told: &[(String, Vec<String>)]) -> Vec<(String, Vec<String>)> {
        let mut out: Vec<(String, Vec<String>)> = Vec::new();
        for party in told.iter().filter_map(|(id, _)| self.who(id)) {
            if !out.iter().any(|(known, _)| *known == party) {
                out.push((party, Vec::new()));
            }
        }
        out
    }

    /// As many as there are; only parties are named.
    fn origins(&self, origins: &[Origin]) -> Vec<Origin> {
        let named = |o: &Origin| o.id.strip_prefix("party:").filter(|p| self.party(p)).is_some();
        let shown = origins.iter().enumerate().map(|(n, origin)| Origin {
            id: if named(origin) { origin.id.clone() } else { format!("origin:{}", n + 1) },
            why: say("origin"),
            reports: Vec::new(),
        });
        shown.collect()
    }

    fn tolls(&self, tolls: &[Toll]) -> Vec<Toll> {
        let old = |t: &&Toll| t.rows.iter().all(|r| r.received <= self.until);
        tolls.iter().filter(old).map(|t| self.toll(t)).collect()
    }

    fn toll(&self, toll: &Toll) -> Toll {
        let few = |n: u32, told| if (1..FEW).contains(&n) { told } else { n };
        let method = if (1..FEW).contains(&toll.best) { "few" } else { "newest" };
        let place = toll.place.as_deref().and_then(|id| self.coarse(id));
        Toll {
            // Its own id names a claim.
            id: short_id("TOL", [b"public".as_slice(), toll.id.as_bytes()]),
            low: few(toll.low, 1),
            best: few(toll.best, FEW - 1),
            high: few(toll.high, FEW - 1),
            method: say(method),
            rows: Vec::new(),
            place,
            ..toll.clone()
        }
    }

    fn promise(&self, promise: &FollowUp) -> Option<FollowUp> {
        let mut told = promise.claims.iter().chain(&promise.fulfilled_by).chain(&promise.progress);
        let old = promise.first_told <= self.until
            && promise.last_told <= self.until
            && promise.changes.iter().all(|c| c.at <= self.until)
            && told.all(|claim| self.old_claim(claim));
        let who = |id: &Option<String>| id.as_deref().and_then(|id| self.who(id));
        let bare = |due: &Due| Due { words: String::new(), ..due.clone() };
        let former = promise.former.iter().cloned().map(|mut f| {
            (f.due, f.claim, f.entry) = (bare(&f.due), None, None);
            f
        });
        old.then(|| FollowUp {
            who: who(&promise.who),
            to: who(&promise.to),
            due: bare(&promise.due),
            former: former.collect(),
            claims: Vec::new(),
            fulfilled_by: Vec::new(),
            progress: Vec::new(),
            words: String::new(),
            owner: None,
            next: None,
            changes: Vec::new(),
            ..promise.clone()
        })
    }

    /// A case whose finding is public, as far as it was published: outcome and parties.
    fn case(&self, case: &Case) -> Option<Case> {
        let old = case.steps.iter().all(|step| step.at <= self.until);
        let shown = old && case.published == Some(Level::Public);
        let incident = case.incident.clone().filter(|id| self.shown.contains(id.as_str()));
        shown.then(|| Case {
            incident,
            tasked: None,
            finding: case.finding.as_ref().map(|f| self.finding(f)),
            former_findings: Vec::new(),
            actions: Vec::new(),
            clocks: Vec::new(),
            steps: Vec::new(),
            ..case.clone()
        })
    }

    /// Its facts were written to be published with it; who made it and why others dissent was not.
    fn finding(&self, finding: &CaseFinding) -> CaseFinding {
        let dissent = finding.dissent.iter().map(|(key, _)| (key.clone(), String::new()));
        CaseFinding { people: Vec::new(), dissent: dissent.collect(), ..finding.clone() }
    }
}
