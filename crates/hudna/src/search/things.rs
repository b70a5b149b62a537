//! Everything beside incidents that has a name: numbered, with the words by which it is found.

use std::collections::BTreeMap;
use std::ops::Range;

use hudna_model::{Act, Bilingual, FiledClaim, Place, Situation};

use super::bits::Bits;
use super::fold;
use super::words::{Builder, Words};
use crate::data::Data;

/// What a number of the list stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) enum Thing {
    /// Position among the places by id.
    Place(u32),
    /// Among the parties by id.
    Party(u32),
    /// Among the sources by id.
    Source(u32),
    /// Among all acts.
    Act(u32),
    /// Among the obligations of the agreement.
    Term(u32),
    /// Among the areas.
    Area(u32),
    /// Among the cases.
    Case(u32),
    /// Among the promises.
    FollowUp(u32),
    /// Among the questions.
    Question(u32),
}

/// How many kinds of things there are, but for reports.
pub(super) const KINDS: usize = 9;

/// The list, in this order; each part without gaps.
#[derive(Debug, Default)]
pub(super) struct Things {
    pub words: Words,
    pub places: Range<u32>,
    pub parties: Range<u32>,
    pub sources: Range<u32>,
    pub acts: Range<u32>,
    pub terms: Range<u32>,
    pub areas: Range<u32>,
    pub cases: Range<u32>,
    pub follow_ups: Range<u32>,
    pub questions: Range<u32>,
    pub reports: Range<u32>,
}

/// A thing of its position among its kind.
type Make = fn(u32) -> Thing;

/// Puts texts one after the other.
struct List {
    words: Builder,
    next: u32,
}

impl List {
    /// All of one kind; `tell` puts the words of an item.
    fn part<T>(
        &mut self,
        all: impl IntoIterator<Item = T>,
        tell: impl Fn(&mut Builder, u32, T),
    ) -> Range<u32> {
        let from = self.next;
        for item in all {
            tell(&mut self.words, self.next, item);
            self.next += 1;
        }
        from..self.next
    }
}

/// Claims by their report.
fn claims(s: &Situation) -> BTreeMap<&str, Vec<&FiledClaim>> {
    let mut out: BTreeMap<&str, Vec<&FiledClaim>> = BTreeMap::new();
    s.claims.values().for_each(|f| out.entry(&f.report).or_default().push(f));
    out
}

fn name(words: &mut Builder, at: u32, name: &Bilingual) {
    words.text(&name.ar, at);
    words.text(&name.en, at);
}

impl Things {
    pub(super) fn new(s: &Situation, data: &Data) -> Things {
        let mut list = List { words: Builder::default(), next: 0 };
        let spoken = spoken(data);
        let mut out = Things {
            places: list.part(&s.places, |w, at, (id, place)| tell_place(w, at, id, place)),
            parties: list.part(&s.parties, |w, at, (id, party)| {
                w.text(id, at);
                name(w, at, &party.name);
            }),
            sources: list.part(&s.sources, |w, at, (id, source)| {
                w.text(id, at);
                name(w, at, &source.name);
            }),
            acts: list.part(Act::ALL, |w, at, act| {
                w.text(act.as_str(), at);
                name(w, at, &hudna_judge::act_name(*act));
                spoken.get(act.as_str()).into_iter().flatten().for_each(|word| w.text(word, at));
            }),
            terms: list.part(&s.agreement.obligations, |w, at, term| {
                w.text(&term.id, at);
                name(w, at, &term.text);
            }),
            areas: list.part(&s.areas, |w, at, area| {
                w.text(&area.id, at);
                name(w, at, &area.name);
            }),
            ..Things::default()
        };
        out.texts(&mut list, s);
        Things { words: list.words.finish(), ..out }
    }

    /// What has words of its own.
    fn texts(&mut self, list: &mut List, s: &Situation) {
        self.cases = list.part(&s.cases, |w, at, case| {
            w.text(&case.id, at);
            case.incident.iter().for_each(|id| w.text(id, at));
            case.steps.iter().for_each(|step| w.text(&step.note, at));
            for party in case.parties.iter().filter_map(|p| s.parties.get(&p.party)) {
                name(w, at, &party.name);
            }
        });
        self.follow_ups = list.part(&s.follow_ups, |w, at, f| {
            w.text(&f.id, at);
            w.text(&f.words, at);
            w.text(&f.due.words, at);
            for who in f.who.iter().chain(&f.to).chain(&f.owner).chain(&f.next) {
                match s.parties.get(who) {
                    Some(party) => name(w, at, &party.name),
                    None => w.text(who, at),
                }
            }
        });
        self.questions = list.part(&s.questions, |w, at, q| {
            w.text(&q.id, at);
            // Those that follow from an incident have words in common with thousands of others.
            if !(q.raised && q.about.starts_with("INC-")) {
                name(w, at, &q.text);
                q.answer.iter().for_each(|a| w.text(&a.text, at));
            }
        });
        let claims = claims(s);
        self.reports = list.part(&s.reports, |w, at, (id, report)| {
            w.text(id, at);
            w.text(&report.label, at);
            s.sources.get(&report.source).iter().for_each(|source| name(w, at, &source.name));
            let said = claims.get(id.as_str()).into_iter().flatten();
            said.for_each(|f| w.text(&f.claim.evidence.text, at));
        });
    }

    /// Those of which every word of a text is told, the last word by its beginning.
    pub(super) fn named(&self, text: &str) -> Bits {
        let mut words = fold::words(text);
        words.pop();
        let mut out = Bits::all(self.size());
        for word in &words {
            let mut told = Bits::none(self.size());
            self.words.exact(word, |at| told.set(at as usize));
            out.and(&told);
        }
        let (last, mut told) = (fold::beginnings(text), Bits::none(self.size()));
        last.iter().for_each(|form| self.words.beginning(form, |at| told.set(at as usize)));
        out.and(&told);
        out
    }

    /// What a number stands for, and the place of its kind; none for reports.
    pub(super) fn thing(&self, at: u32) -> Option<(Thing, usize)> {
        let parts: [(&Range<u32>, Make); KINDS] = [
            (&self.places, Thing::Place),
            (&self.parties, Thing::Party),
            (&self.sources, Thing::Source),
            (&self.acts, Thing::Act),
            (&self.terms, Thing::Term),
            (&self.areas, Thing::Area),
            (&self.cases, Thing::Case),
            (&self.follow_ups, Thing::FollowUp),
            (&self.questions, Thing::Question),
        ];
        let slot = parts.iter().position(|(range, _)| at < range.end)?;
        let (range, make) = &parts[slot];
        Some((make(at - range.start), slot))
    }

    /// How many there are.
    pub(super) fn size(&self) -> usize {
        self.reports.end as usize
    }
}

fn tell_place(words: &mut Builder, at: u32, id: &str, place: &Place) {
    words.text(id, at);
    name(words, at, &place.name);
    place.pcode.iter().for_each(|code| words.text(code, at));
}

/// Single words by which reports tell an act, in the languages that are read.
fn spoken(data: &Data) -> BTreeMap<&str, Vec<&str>> {
    let mut out: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for lexeme in data.pack.langs.values().flat_map(|lang| &lang.lexemes) {
        let strong = lexeme.tag("weak").is_none() && !lexeme.lemma.contains(' ');
        if let Some(act) = lexeme.tag("act").filter(|_| strong) {
            out.entry(act).or_default().push(&lexeme.lemma);
        }
    }
    out
}
