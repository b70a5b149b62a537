//! What needs a person, computed from a picture alone: the same picture and asker, the same queue.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use hudna::facts::FiledReport;
use hudna::live::Snapshot;
use hudna::model::text::fold;
use hudna::model::{
    Body, Claim, Corroboration, FactStatus, FiledClaim, Incident, Link, Moment, NoteKind, Outcome,
    Situation, Verdict,
};
use hudna::names::near;
use hudna::rights::{Asker, Role};

use super::told::{answered, copied, differs, dismissed};

/// From which confidence on a claim is new, and no longer one that the reader is unsure of.
const SURE: f64 = 0.5;
/// Harm of an act of violence of which no figure is told.
const ACT: f64 = 1.0;
/// Harm of what tells of no violence.
const WORD: f64 = 0.2;
/// Share of a killed person at which a wounded, missing or held one is weighed.
const HURT: f64 = 0.25;
/// Seconds of a day.
const DAY: f64 = 86_400.0;
/// Holders of a place that are looked through for an area.
const HOLDERS: usize = 16;

/// A part of the queue.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Tab {
    /// Claims that nobody has looked at.
    New,
    /// Two incidents that may be one.
    Duplicates,
    /// Sources that contradict each other.
    Conflicts,
    /// Claims of which the reader is unsure.
    LowConfidence,
    /// Words of harm in which nothing was read.
    Unread,
    /// Names of places that nobody knows.
    Names,
    /// Verdicts that a person's word would change.
    Judgements,
    /// What was asked and could not be shown.
    Unverifiable,
}

impl Tab {
    /// All with their names, in the order in which they are shown.
    pub const ALL: [(Tab, &'static str); 8] = [
        (Tab::New, "new"),
        (Tab::Duplicates, "duplicates"),
        (Tab::Conflicts, "conflicts"),
        (Tab::LowConfidence, "low_confidence"),
        (Tab::Unread, "unread"),
        (Tab::Names, "names"),
        (Tab::Judgements, "judgements"),
        (Tab::Unverifiable, "unverifiable"),
    ];
}

/// What is to be looked at; incidents are positions in the picture.
#[derive(Debug, Clone, PartialEq)]
pub enum What {
    /// A claim, and others of the same origin that say the same.
    Claim { claim: String, copies: Vec<String> },
    /// Two incidents and the pair of claims that are most alike.
    Pair { a: usize, b: usize, link: Box<Link> },
    /// A fact of an incident, or `toll:` and the id of a toll, that origins tell differently.
    Conflict { incident: usize, fact: String },
    /// A note of a report's reading, by its position.
    Unread { report: String, note: usize },
    /// A name: the report and note where it weighs most, other spellings of it, and how many reports
    /// have it.
    Name { name: String, spellings: Vec<String>, report: String, note: usize, seen: usize },
    /// A judgement of an incident, by its position.
    Judgement { incident: usize, judgement: usize },
    /// An incident.
    Unverifiable { incident: usize },
}

/// Something that waits for a person.
#[derive(Debug, Clone, PartialEq)]
pub struct Item {
    /// Where it is shown.
    pub tab: Tab,
    /// What it is; the same in the next picture.
    pub id: String,
    /// What it is.
    pub what: What,
    /// Killed people that it speaks of, or what it is weighed like.
    pub harm: f64,
    /// Days that it has waited.
    pub days: f64,
    /// Id of the area, where it has one.
    pub area: Option<String>,
    /// Id of the source, where it has one.
    pub source: Option<String>,
}

impl Item {
    /// Harm × age.
    pub fn weight(&self) -> f64 {
        self.harm * (1.0 + self.days)
    }
}

/// What is looked up while a queue is made.
struct Maker<'s> {
    snap: &'s Snapshot,
    s: &'s Situation,
    asker: &'s Asker,
    areas: BTreeSet<&'s str>,
    /// Position of the incident that a claim is told of.
    of: HashMap<&'s str, usize>,
    out: Vec<Item>,
}

/// What waits for whoever asks, the heaviest first.
pub fn queue(snap: &Snapshot, asker: &Asker) -> Vec<Item> {
    let s = snap.situation.as_ref();
    let mut of = HashMap::new();
    for (at, i) in s.incidents.iter().enumerate() {
        of.extend(i.claims.iter().chain(&i.denials).map(|c| (c.as_str(), at)));
    }
    let areas = s.areas.iter().map(|a| a.area.as_str()).collect();
    let mut maker = Maker { snap, s, asker, areas, of, out: Vec::new() };
    maker.claims();
    maker.incidents();
    maker.notes();
    let mut out = maker.out;
    out.sort_by(|a, b| b.weight().total_cmp(&a.weight()).then_with(|| a.id.cmp(&b.id)));
    out
}

/// Harm that a claim tells.
pub fn harm(claim: &Claim) -> f64 {
    match &claim.body {
        Body::Toll { outcome, low, high, .. } => {
            let n = f64::from(low.or(*high).unwrap_or(1));
            if *outcome == Outcome::Killed { n } else { n * HURT }
        }
        Body::Violence { .. } => ACT,
        _ => WORD,
    }
}

fn killed(i: &Incident) -> f64 {
    let of = |o: Outcome| {
        let tolls = i.tolls.iter().filter(|t| t.outcome == o && !t.cumulative);
        f64::from(tolls.map(|t| t.best).max().unwrap_or(0))
    };
    (of(Outcome::Killed) + HURT * of(Outcome::Injured)).max(ACT)
}

impl<'s> Maker<'s> {
    fn days(&self, since: Moment) -> f64 {
        (self.s.as_of.seconds() - since.seconds()).max(0) as f64 / DAY
    }

    /// The area that a claim speaks of: that of its incident, else that of its place.
    fn area(&self, filed: &'s FiledClaim) -> Option<&'s str> {
        let incident = self.of.get(filed.claim.id.as_str()).map(|at| &self.s.incidents[*at]);
        let own = || {
            let place = filed.claim.place.as_ref()?.id.as_deref()?;
            let above = |id: &&'s str| self.s.places.get(*id)?.parent.as_deref();
            let mut holders = std::iter::successors(Some(place), above).take(HOLDERS);
            holders.find(|id| self.areas.contains(id))
        };
        incident.and_then(|i| i.area.as_deref()).or_else(own)
    }

    fn push(&mut self, item: Item) {
        if self.asker.sees_area(item.area.as_deref()) {
            self.out.push(item);
        }
    }

    // ---- claims ----

    fn claims(&mut self) {
        let copies = self.copies();
        let covered: BTreeSet<&str> = copies.values().flatten().map(|c| c.as_str()).collect();
        let s = self.s;
        for (id, filed) in s.claims.iter().filter(|(_, f)| !f.reviewed) {
            if covered.contains(id.as_str()) {
                continue;
            }
            let copies = copies.get(id).cloned().unwrap_or_default();
            let tab = if filed.claim.confidence < SURE { Tab::LowConfidence } else { Tab::New };
            let item = Item {
                tab,
                id: id.clone(),
                what: What::Claim { claim: id.clone(), copies },
                harm: harm(&filed.claim),
                days: self.days(filed.received),
                area: self.area(filed).map(str::to_owned),
                source: Some(filed.source.clone()),
            };
            self.push(item);
        }
    }

    /// Claims that nobody has looked at and that say the same as one of the same origin, under the
    /// first of them.
    fn copies(&self) -> BTreeMap<String, Vec<String>> {
        let mut out = BTreeMap::new();
        for i in &self.s.incidents {
            for (first, rest) in copied(self.s, i) {
                out.insert(first, rest);
            }
        }
        out
    }

    // ---- incidents ----

    fn incidents(&mut self) {
        let s = self.s;
        for (at, i) in s.incidents.iter().enumerate() {
            self.pairs(at, i);
            self.conflicts(at, i);
            self.judgement(at, i);
        }
        self.unverifiable();
    }

    fn of_incident(&self, tab: Tab, id: String, at: usize, what: What) -> Item {
        let i = &self.s.incidents[at];
        let first = i.claims.iter().filter_map(|c| Some(self.s.claims.get(c)?.received)).min();
        Item {
            tab,
            id,
            what,
            harm: killed(i),
            days: first.map_or(0.0, |at| self.days(at)),
            area: i.area.clone(),
            source: None,
        }
    }

    fn pairs(&mut self, at: usize, i: &Incident) {
        let mut best: BTreeMap<usize, &Link> = BTreeMap::new();
        for link in i.links.iter().filter(|l| !l.confirmed) {
            let ends = [&link.a, &link.b].map(|c| self.of.get(c.as_str()).copied());
            let other = ends.into_iter().flatten().find(|end| *end != at);
            let Some(other) = other.filter(|other| *other > at) else { continue };
            let known = best.entry(other).or_insert(link);
            if link.score > known.score {
                *known = link;
            }
        }
        for (other, link) in best {
            let link = Box::new(link.clone());
            let id = format!("{}+{}", i.id, self.s.incidents[other].id);
            let what = What::Pair { a: at, b: other, link };
            let mut item = self.of_incident(Tab::Duplicates, id, at, what);
            item.harm = item.harm.max(killed(&self.s.incidents[other]));
            self.push(item);
        }
    }

    fn conflicts(&mut self, at: usize, i: &Incident) {
        let facts = i.judgements.iter().flat_map(|j| &j.facts);
        let contested = facts.filter(|(_, status)| *status == FactStatus::Contested);
        let mut told: BTreeSet<String> = contested.map(|(name, _)| name.clone()).collect();
        told.extend(i.tolls.iter().filter(|t| differs(t)).map(|t| format!("toll:{}", t.id)));
        for fact in told {
            let id = format!("{}~{}", i.id, fact.replace(':', "-"));
            let item =
                self.of_incident(Tab::Conflicts, id, at, What::Conflict { incident: at, fact });
            self.push(item);
        }
    }

    fn judgement(&mut self, at: usize, i: &Incident) {
        let waits = |j: &hudna::model::Judgement| {
            j.verdict == Verdict::PossibleBreach
                && j.settles.iter().any(|s| s.fact == "confirmation")
        };
        if let Some(judgement) = i.judgements.iter().position(waits) {
            let what = What::Judgement { incident: at, judgement };
            let item = self.of_incident(Tab::Judgements, format!("{}!", i.id), at, what);
            self.push(item);
        }
    }

    /// Incidents without a verdict of which somebody asked, in vain or without settling it.
    fn unverifiable(&mut self) {
        let (s, today) = (self.s, self.s.as_of.day().to_string());
        let late = |due: &Option<String>| due.as_ref().is_some_and(|d| *d < today);
        let tried = s.questions.iter().filter(|q| !q.raised);
        let tried = tried.filter(|q| q.answer.is_some() || late(&q.due));
        let asked: BTreeSet<&str> = tried.map(|q| q.about.as_str()).collect();
        for (at, i) in s.incidents.iter().enumerate() {
            let open = i.judgements.iter().any(|j| j.verdict == Verdict::Undetermined);
            let settled = !i.findings.is_empty() || i.corroboration == Corroboration::Verified;
            if open && !settled && asked.contains(i.id.as_str()) {
                let what = What::Unverifiable { incident: at };
                let item = self.of_incident(Tab::Unverifiable, format!("{}?", i.id), at, what);
                self.push(item);
            }
        }
    }

    // ---- notes ----

    fn notes(&mut self) {
        let mut names: BTreeMap<String, Vec<(String, usize, f64)>> = BTreeMap::new();
        let answered = answered(self.s);
        let facts = &self.snap.facts;
        for (id, filed) in &facts.reports {
            let weight = self.told(filed);
            for (at, note) in filed.reading.iter().flat_map(|r| &r.notes).enumerate() {
                match note.kind {
                    NoteKind::UnreadHarm
                        if filed.unread_harm().any(|n| n.span == note.span)
                            && !dismissed(&answered, id, filed, note.span) =>
                    {
                        let item = self.unread(id, filed, at, weight);
                        self.push(item);
                    }
                    NoteKind::UnknownPlace | NoteKind::AmbiguousPlace
                        if !near::is_settled(&self.snap.data, &self.s.agreement, filed, note) =>
                    {
                        let key = self.snap.data.heads.key(&note.text);
                        names.entry(key).or_default().push((id.clone(), at, weight));
                    }
                    _ => {}
                }
            }
        }
        names.into_iter().for_each(|(name, all)| self.name(name, &all));
    }

    /// Harm that the claims of a report tell, the heaviest alone.
    fn told(&self, filed: &FiledReport) -> f64 {
        filed.claims().map(harm).fold(ACT, f64::max)
    }

    fn unread(&self, report: &str, filed: &FiledReport, note: usize, harm: f64) -> Item {
        Item {
            tab: Tab::Unread,
            id: format!("{report}.{note}"),
            what: What::Unread { report: report.to_owned(), note },
            harm,
            days: self.days(filed.received),
            area: self.area_of_report(filed),
            source: Some(filed.record.source.clone()),
        }
    }

    fn name(&mut self, key: String, all: &[(String, usize, f64)]) {
        let heaviest = all.iter().max_by(|a, b| a.2.total_cmp(&b.2).then_with(|| b.0.cmp(&a.0)));
        let Some((report, note, harm)) = heaviest else { return };
        let Some(filed) = self.snap.facts.reports.get(report) else { return };
        let reports: BTreeSet<&String> = all.iter().map(|(id, _, _)| id).collect();
        let text = |(id, at, _): &(String, usize, f64)| {
            let reading = self.snap.facts.reports.get(id)?.reading.as_ref()?;
            reading.notes.get(*at).map(|n| n.text.clone())
        };
        let name = text(&(report.clone(), *note, *harm)).unwrap_or_else(|| key.clone());
        let mut told = BTreeSet::from([fold(&name)]);
        let spellings: Vec<String> =
            all.iter().filter_map(text).filter(|n| told.insert(fold(n))).collect();
        let item = Item {
            tab: Tab::Names,
            id: format!("n-{}", key.replace([' ', '/'], "-")),
            what: What::Name {
                name,
                spellings,
                report: report.clone(),
                note: *note,
                seen: reports.len(),
            },
            harm: *harm,
            days: self.days(filed.received),
            area: self.area_of_report(filed),
            source: Some(filed.record.source.clone()),
        };
        self.push(item);
    }

    /// An area that claims of the report speak of; one of the asker's own where there is one.
    fn area_of_report(&self, filed: &FiledReport) -> Option<String> {
        let filed = filed.claims().filter_map(|c| self.s.claims.get(&c.id));
        let mut areas: Vec<&str> = filed.filter_map(|f| self.area(f)).collect();
        let own = |a: &&str| self.asker.role == Role::Monitor && self.asker.sees_area(Some(a));
        areas.sort_unstable();
        areas.iter().find(|a| own(a)).or(areas.first()).map(|a| (*a).to_owned())
    }
}
