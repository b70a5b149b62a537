//! What surrounds a candidate: the words beside it, the relative clause behind the trigger, the
//! group it is joined to, and what its party did in the acts told before.

use std::ops::Range;

use super::{Candidate, Govern, Origin, View, agrees, class_of, gender, slots, sort};
use crate::choose::{Sheet, few};
use crate::doc::{Doc, Mention};
use crate::frame::phrase::is_only_verb;
use crate::lang::ar::Feat;
use crate::pack::registers::FormKind;

/// How far behind the trigger the verb of its relative clause may stand, in tokens.
const RELATIVE_REACH: usize = 5;

/// Classes of words that tell an act of force.
const ACTS: [&str; 8] =
    ["strike", "clash", "attack", "ground", "blast", "kill_act", "seize_person", "coerce"];

/// The form of a trigger, in one word.
fn feat(feat: Feat) -> &'static str {
    match feat {
        Feat::Past => "past",
        Feat::Present | Feat::Jussive => "present",
        Feat::Future => "future",
        Feat::Masdar => "masdar",
        Feat::Active => "active",
        Feat::Passive => "passive",
        Feat::Singular => "singular",
        Feat::Dual => "dual",
        Feat::Plural => "plural",
        Feat::Phrase => "phrase",
    }
}

/// The verb behind a noun that tells more of it ("غارات نفذتها مقاتلات", "قصف استهدف السوق").
pub(super) fn below(doc: &Doc<'_>, trigger: &Range<usize>, list: &[Candidate]) -> Option<Govern> {
    let verb = doc
        .mentions_in(&(trigger.end..trigger.end + RELATIVE_REACH))
        .find(|m| is_only_verb(doc, m))?;
    Some(slots(doc, verb, list, usize::MAX))
}

/// The id of the verb at a token.
fn verb_id<'d>(doc: &'d Doc<'_>, at: usize) -> &'d str {
    let verb = doc.mention_at(at);
    let known = verb.and_then(|m| m.lexemes(doc.lang).find(|(_, f)| f.is_verb()));
    known.map_or("none", |(l, _)| l.id.as_str())
}

/// The word before a range, when it stands in the same sentence.
fn word_at<'d>(doc: &'d Doc<'_>, at: Option<usize>, sentence: &Range<usize>) -> &'d str {
    match at.filter(|i| sentence.contains(i)) {
        None => "edge",
        Some(i) => doc.tokens[i].text.as_str(),
    }
}

/// The preposition before the trigger, or in it, or the word that joins it on.
pub(super) fn governs<'d>(doc: &'d Doc<'_>, trigger: usize, sentence: &Range<usize>) -> &'d str {
    let own = doc.mention_at(trigger).and_then(|m| m.preposition);
    match own {
        Some('ب') => "ب",
        Some('ل') => "ل",
        Some(_) => "ك",
        None => {
            let before = trigger.checked_sub(1);
            let particle = before.is_some_and(|i| {
                ["prep", "that", "subord", "rel"].iter().any(|c| doc.is_particle(i, c))
            });
            if particle { word_at(doc, before, sentence) } else { "-" }
        }
    }
}

/// The noun of the party that an adjective names, where the report writes it.
pub(in crate::choose::people) fn noun_of(doc: &Doc<'_>, at: &Range<usize>) -> Option<Range<usize>> {
    let first = doc.mention_at(at.start).filter(|m| m.at.start == at.start)?;
    let party = adjective_of(doc, first)?;
    let noun =
        |m: &&Mention| m.parties(doc.lang).any(|f| f.party == party && f.kind == FormKind::Name);
    doc.mentions.iter().find(noun).map(|m| m.at.clone())
}

/// The party of a mention that can only be an adjective.
fn adjective_of(doc: &Doc<'_>, mention: &Mention) -> Option<usize> {
    let mut forms = mention.parties(doc.lang);
    let first = forms.next().filter(|f| f.kind == FormKind::Adjective)?;
    forms.all(|f| f.kind == FormKind::Adjective).then_some(first.party)
}

impl View<'_, '_, '_> {
    /// The verb of the relative clause behind the trigger.
    pub(super) fn told_below(&self, sheet: &mut Sheet<'_>, i: usize, c: &Candidate, head: &str) {
        let doc = self.ctx.doc;
        let Some(g) = &self.below else { return };
        let verb = doc.mention_at(g.at);
        let bound = if verb.is_some_and(|m| m.enclitic) { "it" } else { "-" };
        match g.slot(i) {
            Some(slot) => {
                sheet.add(&["below", slot, bound, self.form]);
                sheet.add(&["below", slot, bound, g.class, head]);
                sheet.add(&["below", slot, bound, agrees(g.gender, gender(doc, &c.at))]);
                sheet.add(&["below", slot, bound, verb_id(doc, g.at)]);
            }
            None => {
                let side = if c.at.start < self.found.trigger.start { "ahead" } else { "behind" };
                sheet.add(&["below", "elsewhere", side, bound]);
            }
        }
    }

    /// The words beside the candidate, and its place among its like.
    pub(super) fn beside(&self, sheet: &mut Sheet<'_>, i: usize, c: &Candidate, head: &str) {
        let doc = self.ctx.doc;
        let behind = c.at.start >= self.found.trigger.end;
        let side = if behind { "behind" } else { "ahead" };
        sheet.add(&["previous", word_at(doc, c.at.start.checked_sub(1), &self.sentence), side]);
        sheet.add(&["next", word_at(doc, Some(c.at.end), &self.sentence), side]);
        let preposition = c.preposition.as_deref().unwrap_or("-");
        let first = doc.mention_at(c.at.start);
        let lexeme = first.and_then(|m| m.lexemes(doc.lang).next());
        if let Some((lexeme, _)) = lexeme {
            sheet.add(&["first", &lexeme.id, side]);
            sheet.add(&["first", &lexeme.id, preposition]);
        }
        let definite = first.is_some_and(|m| m.definite)
            || doc.tokens[c.at.start].text.trim_start_matches('و').starts_with("ال");
        let definite = if definite { "definite" } else { "bare" };
        sheet.add(&["article", definite, side, preposition, self.form]);
        sheet.add(&["under", self.governs, side, head]);
        sheet.add(&["under", self.governs, side, preposition]);
        let (inherited, nth) = self.joined(i);
        if nth > 0 {
            sheet.add(&["joined", inherited, few(nth), side]);
            sheet.add(&["joined", inherited, self.found.frame.id.as_str()]);
        } else if self.joined(i + 1).1 > 0 {
            sheet.add(&["heads", inherited, side]);
        }
        let (mut of_like, mut with) = (true, true);
        for (k, o) in self.nearer(c, behind) {
            of_like &= self.traits[k].sorts.1 == "none";
            with &= o.preposition != c.preposition;
        }
        if self.traits[i].sorts.1 != "none" {
            let near = if of_like { "nearest party" } else { "further party" };
            sheet.add(&[near, side, preposition]);
            sheet.add(&[near, side, self.form]);
        }
        sheet.add_if(with, &["first with", preposition, side, self.form]);
    }

    /// The form of the trigger, and what stands between it and the candidate.
    pub(super) fn ordered(&self, sheet: &mut Sheet<'_>, c: &Candidate, head: &str) {
        let doc = self.ctx.doc;
        let trigger = &self.found.trigger;
        let frame = self.found.frame.id.as_str();
        let behind = c.at.start >= trigger.end;
        let side = if behind { "behind" } else { "ahead" };
        let preposition = c.preposition.as_deref().unwrap_or("-");
        let feat = feat(self.found.feat);
        sheet.add(&["feat", feat, side, preposition]);
        sheet.add(&["feat", feat, side, head]);
        if c.at.start == trigger.end {
            sheet.add(&["touches", self.form, head]);
            sheet.add(&["touches", frame, head]);
            sheet.add(&["touches", &self.found.lexeme.id, self.form]);
        }
        let before = c.at.start.checked_sub(1).filter(|i| self.sentence.contains(i));
        let before = before.and_then(|i| doc.mention_at(i)).map_or("-", |m| sort(doc, m));
        sheet.add(&["previous is", before, side, head]);
        let gap = if behind { trigger.end..c.at.start } else { c.at.end..trigger.start };
        let (mut verbs, mut acts) = (0, 0);
        for m in doc.mentions_in(&gap) {
            let verb = is_only_verb(doc, m);
            verbs += usize::from(verb);
            acts += usize::from(ACTS.iter().any(|a| m.lexeme(doc.lang, a).is_some()));
        }
        sheet.add(&["verbs between", few(verbs), side, self.form]);
        sheet.add(&["acts between", few(acts), side, preposition]);
        sheet.add(&["acts between", few(acts), side, head]);
    }

    /// Candidates of the sentence between this one and the trigger.
    fn nearer<'l>(
        &'l self,
        c: &'l Candidate,
        behind: bool,
    ) -> impl Iterator<Item = (usize, &'l Candidate)> {
        let end = self.found.trigger.end;
        self.list.iter().enumerate().filter(move |(_, o)| {
            o.origin == Origin::Sentence
                && if behind {
                    o.at.start >= end && o.at.start < c.at.start
                } else {
                    o.at.start < end && o.at.start > c.at.start
                }
        })
    }

    /// The preposition of the group that a phrase is joined to with و, and which of it it is.
    fn joined(&self, i: usize) -> (&str, usize) {
        let doc = self.ctx.doc;
        let mut first = i;
        while let Some(c) = self.list.get(first) {
            let english = doc.is_english();
            let and = doc.tokens[c.at.start].text.starts_with('و') && c.preposition.is_none();
            let and = (and || english) && c.origin == Origin::Sentence;
            let touches = first.checked_sub(1).is_some_and(|b| {
                let gap = self.list[b].at.end..c.at.start;
                self.list[b].origin == Origin::Sentence
                    && gap.len() <= 2
                    && gap.clone().all(|t| !doc.tokens[t].is_word() || doc.tokens[t].text == "and")
                    && !(english && gap.is_empty())
            });
            if !(and && touches) {
                break;
            }
            first -= 1;
        }
        let group = self.list.get(first).and_then(|c| c.preposition.as_deref());
        (group.unwrap_or("-"), i - first)
    }

    /// What the candidate's party did in the acts told before, and whether it is the one chosen
    /// for the other role.
    pub(super) fn history(&self, sheet: &mut Sheet<'_>, i: usize, origin: &str) {
        let Some(party) = self.traits[i].id.as_ref() else { return };
        let is = |other: usize| self.parties[other].as_ref() == Some(party);
        sheet.add_if(is(0), &["same party", origin]);
        let memory = self.ctx.memory.borrow();
        let (acted, hit) = memory.history.get(*party).copied().unwrap_or_default();
        let more = match acted.cmp(&hit) {
            std::cmp::Ordering::Less => "hit",
            std::cmp::Ordering::Equal => "even",
            std::cmp::Ordering::Greater => "acts",
        };
        sheet.add(&["history", few(acted), few(hit)]);
        sheet.add(&["history", more, origin, self.form]);
        sheet.add_if(is(1), &["last actor", origin]);
        sheet.add_if(is(2), &["last target", origin]);
    }

    /// What else speaks for nobody.
    pub(super) fn nobody_around(&self, sheet: &mut Sheet<'_>) {
        let doc = self.ctx.doc;
        let memory = self.ctx.memory.borrow();
        let told = [memory.actor.is_some(), memory.target.is_some()];
        let told = told.map(|t| if t { "told" } else { "none" });
        sheet.add(&["nobody", "memory", told[0], told[1]]);
        sheet.add(&["nobody", "under", self.governs]);
        sheet.add(&["nobody", "lexeme", &self.found.lexeme.id]);
        let end = self.found.trigger.end;
        sheet.add(&["nobody", "behind", word_at(doc, Some(end), &self.sentence)]);
        let other = if self.taken.is_some() { "taken" } else { "free" };
        sheet.add(&["nobody", "other", other, self.form]);
        if let Some(g) = &self.govern {
            sheet.add(&["nobody", "verb", verb_id(doc, g.at)]);
            let subject = if g.behind.is_some() { "subject" } else { "alone" };
            sheet.add(&["nobody", "verb", subject, g.gender, self.form]);
        }
        let adjective = doc.mention_at(end).map_or("unknown", |m| {
            if is_only_verb(doc, m) { class_of(doc, m) } else { sort(doc, m) }
        });
        sheet.add(&["nobody", "next is", adjective, self.form]);
    }
}
