//! Finding anything by its id, name or words.

use std::cmp::Reverse;

use hudna_model::{Bilingual, Incident, Situation};
use serde::Serialize;

use super::Index;
use super::fold;
use super::things::{KINDS, Thing};

/// What a hit is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum HitKind {
    /// An area whose state is kept.
    Area,
    /// A place of the gazetteer.
    Place,
    /// A party.
    Party,
    /// An incident.
    Incident,
    /// A promise on the board.
    FollowUp,
    /// A case.
    Case,
    /// An obligation of the agreement.
    Term,
    /// A source.
    Source,
    /// A report.
    Report,
    /// A question.
    Question,
}

/// Something that was found.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Hit {
    /// What it is.
    pub kind: HitKind,
    /// Its id: of a place, party, source or obligation that of the register or agreement, of an
    /// area its place's.
    pub id: String,
    /// Its name.
    pub title: Bilingual,
    /// What tells it from others of the name; may be empty.
    pub sub: Bilingual,
    /// How well it fits: 100 its id, 90 its whole name, 80 its name begins so, 60 the words are in
    /// its name, 40 they are told of it.
    pub score: u8,
}

const ID: u8 = 100;
const NAME: u8 = 90;
const BEGINS: u8 = 80;
const NAMED: u8 = 60;
const TOLD: u8 = 40;

/// How many of one kind are weighed, at most: who asks for three letters sees the first.
const WEIGHED: usize = 2_000;

impl Index {
    /// Anything that a text finds, the best first: by score, then by kind, then what more incidents
    /// tell of, then by id. No kind takes more than a third of the places while others have hits.
    pub fn anything(&self, s: &Situation, text: &str, limit: usize) -> Vec<Hit> {
        let asked = fold::words(text).join(" ");
        if asked.is_empty() || limit == 0 {
            return Vec::new();
        }
        let mut ranked = self.named(s, text, &asked, limit);
        ranked.extend(self.incidents_of(s, text, &asked, limit));
        ranked.sort_by(|(a, x), (b, y)| {
            (Reverse(a.score), a.kind, Reverse(x), &a.id).cmp(&(
                Reverse(b.score),
                b.kind,
                Reverse(y),
                &b.id,
            ))
        });
        shared(ranked.into_iter().map(|(hit, _)| hit).collect(), limit)
    }

    /// The newest incidents of which the words are told.
    fn incidents_of(
        &self,
        s: &Situation,
        text: &str,
        asked: &str,
        limit: usize,
    ) -> Vec<(Hit, usize)> {
        let found = self.by_text(text);
        let newest = self.orders.newest().iter().map(|at| *at as usize);
        let kept = newest.filter(|at| found.has(*at)).take(limit);
        // The newest first: what stands first counts most.
        kept.enumerate().map(|(n, at)| (hit(s, &s.incidents[at], asked), limit - n)).collect()
    }

    /// Everything else, with how many values of columns bear its name; of reports the last received.
    fn named(&self, s: &Situation, text: &str, asked: &str, limit: usize) -> Vec<(Hit, usize)> {
        let found = self.things.named(text);
        let mut things: Vec<Thing> = Vec::new();
        let mut seen = [0usize; KINDS];
        found.each(|at| {
            let Some((thing, slot)) = self.things.thing(at as u32) else { return };
            seen[slot] += 1;
            if seen[slot] <= WEIGHED {
                things.push(thing);
            }
        });
        let rows = Rows::new(s, self);
        let hits = things.into_iter().filter_map(|t| Some((rows.hit(t, asked)?, self.borne_by(t))));
        let mut out: Vec<(Hit, usize)> = hits.collect();
        let from = self.things.reports.start as usize;
        let reports = self.reports.newest(|at| found.has(from + at)).take(limit).enumerate();
        out.extend(reports.filter_map(|(n, at)| Some((rows.report(at, asked)?, limit - n))));
        out
    }

    /// How many values of a column bear the thing's name: places with many incidents have many
    /// smaller places in them.
    fn borne_by(&self, thing: Thing) -> usize {
        self.bearers.iter().filter_map(|(_, of)| of.get(&thing)).map(Vec::len).sum()
    }
}

/// The first of all, no kind with more than a third, then the rest.
fn shared(hits: Vec<Hit>, limit: usize) -> Vec<Hit> {
    let share = limit.div_ceil(3);
    let mut taken = std::collections::BTreeMap::<HitKind, usize>::new();
    let (mut first, mut rest) = (Vec::new(), Vec::new());
    for hit in hits {
        let of_kind = taken.entry(hit.kind).or_default();
        *of_kind += 1;
        if *of_kind <= share || hit.score >= NAME { first.push(hit) } else { rest.push(hit) }
    }
    first.truncate(limit);
    let room = limit - first.len();
    first.extend(rest.into_iter().take(room));
    first.sort_by_key(|hit| Reverse(hit.score));
    first
}

/// Maps of the picture as lists, to look positions up.
struct Rows<'s> {
    s: &'s Situation,
    places: Vec<&'s hudna_model::Place>,
    parties: Vec<&'s hudna_model::Party>,
    sources: Vec<&'s hudna_model::Source>,
    index: &'s Index,
}

impl<'s> Rows<'s> {
    fn new(s: &'s Situation, index: &'s Index) -> Self {
        Rows {
            s,
            places: s.places.values().collect(),
            parties: s.parties.values().collect(),
            sources: s.sources.values().collect(),
            index,
        }
    }

    fn hit(&self, thing: Thing, asked: &str) -> Option<Hit> {
        let s = self.s;
        let made = |kind, id: &str, title: Bilingual, sub: Bilingual| {
            let score = score(asked, id, &title);
            Some(Hit { kind, id: id.to_owned(), title, sub, score })
        };
        match thing {
            Thing::Place(n) => {
                let place = self.places[n as usize];
                let held = place.parent.as_ref().and_then(|id| s.places.get(id));
                let sub = held.map_or_else(Bilingual::default, |p| p.name.clone());
                made(HitKind::Place, &place.id, place.name.clone(), sub)
            }
            Thing::Party(n) => {
                let party = self.parties[n as usize];
                let above = party.parent.as_ref().and_then(|id| s.parties.get(id));
                let sub = above.map_or_else(Bilingual::default, |p| p.name.clone());
                made(HitKind::Party, &party.id, party.name.clone(), sub)
            }
            Thing::Source(n) => {
                let source = self.sources[n as usize];
                made(HitKind::Source, &source.id, source.name.clone(), both(source.grade))
            }
            Thing::Act(_) => None,
            Thing::Term(n) => {
                let term = &s.agreement.obligations[n as usize];
                let sub = term.anchor.clone().unwrap_or_default();
                made(HitKind::Term, &term.id, term.text.clone(), sub)
            }
            Thing::Area(n) => {
                let area = &s.areas[n as usize];
                made(HitKind::Area, &area.area, area.name.clone(), both(&area.id))
            }
            _ => self.entered(thing, asked),
        }
    }

    fn entered(&self, thing: Thing, asked: &str) -> Option<Hit> {
        let s = self.s;
        let (kind, id, title, sub) = match thing {
            Thing::Case(n) => {
                let case = &s.cases[n as usize];
                let of = case.incident.as_ref().and_then(|id| self.index.incident(s, id));
                let title = of.map_or_else(|| both(&case.id), |at| title(s, &s.incidents[at]));
                (HitKind::Case, &case.id, title, both(&case.id))
            }
            Thing::FollowUp(n) => {
                let f = &s.follow_ups[n as usize];
                let due = f.due.end.as_ref().or(f.due.start.as_ref()).unwrap_or(&f.due.words);
                (HitKind::FollowUp, &f.id, both(&f.words), both(due))
            }
            Thing::Question(n) => {
                let q = &s.questions[n as usize];
                (HitKind::Question, &q.id, q.text.clone(), both(&q.about))
            }
            _ => return None,
        };
        let score = score(asked, id, &title);
        Some(Hit { kind, id: id.clone(), title, sub, score })
    }
}

impl Rows<'_> {
    fn report(&self, at: usize, asked: &str) -> Option<Hit> {
        let report = self.s.reports.get(self.index.reports.id(at))?;
        let source = self.s.sources.get(&report.source);
        let sub = source.map_or_else(|| both(&report.source), |s| s.name.clone());
        let (title, id) = (both(&report.label), report.id.clone());
        Some(Hit { kind: HitKind::Report, score: score(asked, &id, &title), id, title, sub })
    }
}

fn both(text: impl std::fmt::Display) -> Bilingual {
    Bilingual::new(text.to_string(), text.to_string())
}

fn score(asked: &str, id: &str, title: &Bilingual) -> u8 {
    if fold::words(id).join(" ") == asked {
        return ID;
    }
    let names = [&title.ar, &title.en].map(|name| fold::words(name).join(" "));
    let any = |fits: &dyn Fn(&String) -> bool| names.iter().any(fits);
    let within = |name: &String| {
        let words = || asked.split(' ');
        let (n, has) = (words().count(), |w: &str| name.split(' ').any(|x| x == w));
        words().take(n - 1).all(has)
            && words().next_back().is_some_and(|last| name.split(' ').any(|x| x.starts_with(last)))
    };
    match () {
        () if any(&|name| name == asked) => NAME,
        () if any(&|name| name.starts_with(asked)) => BEGINS,
        () if any(&within) => NAMED,
        () => TOLD,
    }
}

fn hit(s: &Situation, i: &Incident, asked: &str) -> Hit {
    let title = title(s, i);
    let sub =
        i.days.as_ref().map_or_else(Bilingual::default, |(first, last)| match first == last {
            true => both(first),
            false => both(format!("{first} – {last}")),
        });
    // The name of an incident is made of others' names: it is told by them, and not called so.
    let score = if fold::words(&i.id).join(" ") == asked { ID } else { TOLD };
    Hit { kind: HitKind::Incident, id: i.id.clone(), title, sub, score }
}

/// What an incident is called: its first act and its place.
fn title(s: &Situation, i: &Incident) -> Bilingual {
    let act = i.acts.first().map(|act| hudna_judge::act_name(*act));
    let known = i.place.as_ref().and_then(|id| s.places.get(id)).map(|p| p.name.clone());
    let place = known.or_else(|| i.place_text.as_ref().map(both));
    let parts = [act, place];
    let in_one = |pick: fn(&Bilingual) -> &String| -> String {
        let told: Vec<&str> = parts.iter().flatten().map(|b| pick(b).as_str()).collect();
        if told.is_empty() { i.id.clone() } else { told.join(" – ") }
    };
    Bilingual::new(in_one(|b| &b.ar), in_one(|b| &b.en))
}
