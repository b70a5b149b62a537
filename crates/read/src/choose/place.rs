//! Where it happened: every place of the sentence is a candidate, and so are the last one told
//! before, that of the act told last, and the first of the report.

use super::people::{form, sort};
use super::{Sheet, best, few};
use crate::claims::Context;
use crate::frame::matching::Match;
use crate::frame::phrase::is_only_verb;
use crate::layers::place::Found;

/// Most candidates of one sentence.
const MOST: usize = 16;

/// Why a place is a candidate.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Origin {
    Sentence,
    Before,
    Memory,
    Lead,
}

/// The index of the place of the act; `usual` is what the rule takes.
pub(crate) fn choose(
    ctx: &Context<'_, '_>,
    found: &Match<'_>,
    usual: Option<usize>,
) -> Option<usize> {
    let weights = ctx.weights;
    if ctx.trace.is_none() && !weights.has("place") {
        return usual;
    }
    let list = candidates(ctx, found, usual);
    let view = View { ctx, found, usual, list: &list };
    let mut sheets: Vec<Sheet<'_>> = list.iter().map(|(i, o)| view.sheet(*i, *o)).collect();
    sheets.push(view.nowhere());
    let fallback = usual.and_then(|u| list.iter().position(|(i, _)| *i == u)).unwrap_or(list.len());
    let chosen = best(weights, "place", &sheets, fallback);
    let words = |i: usize| {
        list.get(i).map_or(String::new(), |(i, _)| ctx.places[*i].reference(ctx.doc).text)
    };
    ctx.note("place", found, &sheets, words);
    list.get(chosen).map(|(i, _)| *i)
}

fn candidates(
    ctx: &Context<'_, '_>,
    found: &Match<'_>,
    usual: Option<usize>,
) -> Vec<(usize, Origin)> {
    let doc = ctx.doc;
    let sentence = &doc.sentences[doc.clauses[found.clause].sentence];
    let inside = |f: &Found| sentence.start <= f.at.start && f.at.end <= sentence.end;
    let own = |i: &usize| !meets_at_trigger(&ctx.places[*i], found);
    let from = ctx.places.partition_point(|f| f.at.start < sentence.start);
    let mut out: Vec<_> = (from..ctx.places.len())
        .take_while(|i| inside(&ctx.places[*i]))
        .filter(own)
        .take(MOST)
        .map(|i| (i, Origin::Sentence))
        .collect();
    let add = |out: &mut Vec<(usize, Origin)>, i: usize, origin| {
        let known = |(k, _): &(usize, Origin)| {
            *k == i
                || ctx.places[*k].chosen.is_some() && ctx.places[*k].chosen == ctx.places[i].chosen
        };
        if !out.iter().any(known) {
            out.push((i, origin));
        }
    };
    if let Some(i) = ctx.memory.borrow().place {
        add(&mut out, i, Origin::Memory);
    }
    let before = ctx.places[..from].iter().rposition(Found::told_as_place);
    if let Some(i) = before.or(from.checked_sub(1)) {
        add(&mut out, i, Origin::Before);
    }
    if let Some(i) = ctx.places[..from].iter().position(Found::told_as_place) {
        add(&mut out, i, Origin::Lead);
    }
    if let Some(i) = usual {
        add(&mut out, i, Origin::Before);
    }
    out
}

fn meets_at_trigger(place: &Found, found: &Match<'_>) -> bool {
    place.at.start <= found.trigger.start && found.trigger.end <= place.at.end
}

struct View<'c, 'd, 'a> {
    ctx: &'c Context<'d, 'a>,
    found: &'c Match<'c>,
    usual: Option<usize>,
    list: &'c [(usize, Origin)],
}

impl<'d> View<'_, 'd, '_> {
    fn sheet(&self, i: usize, origin: Origin) -> Sheet<'d> {
        let doc = self.ctx.doc;
        let place = &self.ctx.places[i];
        let kind = self.found.frame.kind.as_str();
        let mut sheet = Sheet::new(self.ctx.weights, "place", self.ctx.trace.is_some());
        let level = level(self.ctx, place);
        let told = if place.told_as_place() { "told" } else { "bare" };
        sheet.add(&["level", level, kind]);
        sheet.add_if(self.usual == Some(i), &["rule", kind]);
        sheet.add_if(self.usual == Some(i), &["rule", self.found.frame.id.as_str()]);
        let alone = !self.list.iter().any(|(_, o)| *o == Origin::Sentence);
        let alone = if alone { "alone" } else { "rival" };
        match origin {
            Origin::Sentence => self.placed(&mut sheet, place, told, level),
            Origin::Memory => {
                sheet.add(&["memory", kind, alone]);
                sheet.add(&["memory", level, alone]);
                let here = doc.clauses[self.found.clause].sentence;
                let apart = here.saturating_sub(self.ctx.memory.borrow().sentence);
                sheet.add(&["memory", few(apart), alone]);
            }
            Origin::Before => {
                sheet.add(&["before", kind, alone]);
                sheet.add(&["before", level, told, alone]);
                let gap = doc.sentences_between(place.at.start, self.found.trigger.start);
                sheet.add(&["before", few(gap), alone]);
            }
            Origin::Lead => {
                sheet.add(&["lead", kind, alone]);
                sheet.add(&["lead", level, alone]);
            }
        }
        let wider = self.holds_another(i);
        sheet.add_if(wider, &["wider", kind]);
        let inner =
            self.list.iter().any(|(k, _)| *k != i && self.ctx.holds(&self.ctx.places[*k], place));
        sheet.add_if(inner, &["inner", kind]);
        sheet
    }

    fn holds_another(&self, i: usize) -> bool {
        let place = &self.ctx.places[i];
        self.list.iter().any(|(k, o)| {
            *k != i && *o == Origin::Sentence && self.ctx.holds(place, &self.ctx.places[*k])
        })
    }

    fn placed(&self, sheet: &mut Sheet<'_>, place: &Found, told: &str, level: &str) {
        let doc = self.ctx.doc;
        let kind = self.found.frame.kind.as_str();
        let frame = self.found.frame.id.as_str();
        let form = form(self.found);
        let trigger = &self.found.trigger;
        let behind = place.at.start >= trigger.end;
        let side = if behind { "behind" } else { "ahead" };
        let gap = if behind {
            place.at.start - trigger.end
        } else {
            trigger.start.saturating_sub(place.at.end)
        };
        let here = doc.clauses[self.found.clause].at.contains(&place.at.start);
        let clause = if here { "clause" } else { "sentence" };
        let before = before(self.ctx, place);
        let crossed = self.crossed(place, behind);
        sheet.add(&["at", kind, side, before]);
        sheet.add(&["frame", frame, side, before]);
        sheet.add(&["form", form, side, before]);
        sheet.add(&["gap", few(gap), side, kind]);
        sheet.add(&["in", clause, side, crossed]);
        sheet.add(&["told", told, level, side]);
        sheet.add(&["nth", few(self.nth(place, behind)), side, kind]);
        let memory = self.ctx.memory.borrow();
        let within = |at: &Option<std::ops::Range<usize>>| {
            at.as_ref().is_some_and(|r| r.start <= place.at.start && place.at.end <= r.end)
        };
        sheet.add_if(within(&memory.now_actor), &["within", "actor"]);
        sheet.add_if(within(&memory.now_target), &["within", "target"]);
        let speaks = self.ctx.speeches.iter().any(|s| within(&s.told));
        sheet.add_if(speaks, &["within", "speaker"]);
        let head = doc.mention_at(place.at.start).map_or("unknown", |m| sort(doc, m));
        sheet.add(&["head", head, side]);
        let next = doc.mention_at(place.at.end).filter(|m| m.at.start == place.at.end);
        let next =
            next.map_or("none", |m| if is_only_verb(doc, m) { "verb" } else { sort(doc, m) });
        sheet.add(&["next", next, told]);
    }

    /// What stands between: a verb, a word that opens a clause, or neither.
    fn crossed(&self, place: &Found, behind: bool) -> &'static str {
        let doc = self.ctx.doc;
        let trigger = &self.found.trigger;
        let between =
            if behind { trigger.end..place.at.start } else { place.at.end.min(trigger.start)..trigger.start };
        let mut crossed = "near";
        for mention in doc.mentions_in(&between) {
            let opens = ["subord", "that", "rel"];
            if opens.iter().any(|c| mention.lexeme(doc.lang, c).is_some()) {
                return "opened";
            }
            if is_only_verb(doc, mention) {
                crossed = "verb";
            }
        }
        crossed
    }

    fn nth(&self, place: &Found, behind: bool) -> usize {
        let nearer = |(k, o): &&(usize, Origin)| {
            let other = &self.ctx.places[*k];
            *o == Origin::Sentence
                && if behind {
                    other.at.start >= self.found.trigger.end && other.at.start < place.at.start
                } else {
                    other.at.start < self.found.trigger.start && other.at.start > place.at.start
                }
        };
        self.list.iter().filter(nearer).count()
    }

    fn nowhere(&self) -> Sheet<'d> {
        let kind = self.found.frame.kind.as_str();
        let mut sheet = Sheet::new(self.ctx.weights, "place", self.ctx.trace.is_some());
        let here = self.list.iter().filter(|(_, o)| *o == Origin::Sentence).count();
        sheet.add(&["nowhere"]);
        sheet.add(&["nowhere", kind]);
        sheet.add(&["nowhere", kind, few(here)]);
        sheet.add(&["nowhere", self.found.frame.id.as_str()]);
        sheet.add(&["nowhere", "modality", self.found.layers.modality.as_str()]);
        let usual = if self.usual.is_some() { "told" } else { "untold" };
        sheet.add(&["nowhere", usual, kind]);
        sheet
    }
}

/// The word before the place, if it governs it; a clitic stands for itself.
fn before<'c>(ctx: &Context<'c, '_>, place: &Found) -> &'c str {
    let doc = ctx.doc;
    if let Some(clitic) = doc.mention_at(place.at.start).and_then(|m| m.preposition) {
        return match clitic {
            'ب' => "ب",
            'ل' => "ل",
            _ => "ك",
        };
    }
    let Some(i) = place.at.start.checked_sub(1) else { return "start" };
    let token = &doc.tokens[i];
    if !token.is_word() {
        return "mark";
    }
    match doc.mention_at(i) {
        Some(m) if doc.is_particle(m.at.start, "prep") => &doc.tokens[m.at.end - 1].text,
        Some(m) if is_only_verb(doc, m) => "verb",
        Some(m) => sort(doc, m),
        None => "unknown",
    }
}

fn level(ctx: &Context<'_, '_>, place: &Found) -> &'static str {
    use hudna_model::PlaceLevel::*;
    if place.described {
        return "described";
    }
    match place.chosen.map(|i| ctx.doc.pack.places[i].level) {
        None => "unknown",
        Some(Neighbourhood) => "neighbourhood",
        Some(Settlement) => "settlement",
        Some(District) => "district",
        Some(Governorate) => "governorate",
        Some(Region) => "region",
        Some(Country) => "country",
        Some(Site) => "site",
        Some(Line) => "line",
    }
}
