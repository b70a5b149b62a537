//! The features of one choice of who did it or to whom.

mod around;

use std::ops::Range;

use super::words::{agrees, class_of, form, gender, governor, sort, sorts, verb_gender};
use super::{Candidate, Origin, Role};
use crate::choose::{Sheet, few, pointed};
use crate::claims::Context;
use crate::doc::{Doc, Mention};
use crate::frame::matching::Match;
use crate::frame::phrase::is_only_verb;
use crate::frame::relation::{overlaps, party_of};
use crate::tagger::tagged::Pointer;
pub(super) use around::noun_of;

/// All that the features of one choice look at.
pub(super) struct View<'c, 'd, 'a> {
    ctx: &'c Context<'d, 'a>,
    found: &'c Match<'c>,
    role: Role,
    taken: Option<&'c Range<usize>>,
    sentence: Range<usize>,
    form: &'static str,
    list: &'c [Candidate],
    /// The verb over the trigger, or the trigger itself when it is one, and its subject by place.
    govern: Option<Govern>,
    /// The verb over that one.
    higher: Option<Govern>,
    /// Tokens of the last relative, and of the last "that", before the trigger.
    relative: Option<usize>,
    that: Option<usize>,
    /// The verb of the relative clause behind a noun.
    below: Option<Govern>,
    /// What governs the trigger.
    governs: &'c str,
    /// Of each candidate.
    traits: Vec<Traits<'d>>,
    /// Parties of the one chosen for the other role, of who acted last, and of who was hit last.
    parties: [Option<&'d str>; 3],
    /// Where the tagger points.
    pointer: Option<&'c Pointer<'d>>,
}

/// What the features of a candidate often look at.
struct Traits<'d> {
    /// Sort of its first telling word, and of the first party in it.
    sorts: (&'static str, &'static str),
    /// Id of its party.
    id: Option<&'d str>,
}

impl<'d> Traits<'d> {
    fn of(doc: &Doc<'d>, at: &Range<usize>) -> Self {
        Traits { sorts: sorts(doc, at), id: party_of(doc, at).map(|p| p.id.as_str()) }
    }
}

/// A verb and which candidates stand where its subject and object stand.
struct Govern {
    at: usize,
    class: &'static str,
    gender: &'static str,
    /// First phrase without preposition behind it, before what it governs.
    behind: Option<usize>,
    /// Second one.
    second: Option<usize>,
    /// Last one before it.
    ahead: Option<usize>,
}

impl Govern {
    /// Where a candidate stands towards the verb, if in a place of a subject or object.
    fn slot(&self, i: usize) -> Option<&'static str> {
        let slots = [(self.behind, "behind"), (self.second, "second"), (self.ahead, "ahead")];
        slots.into_iter().find(|(at, _)| *at == Some(i)).map(|(_, name)| name)
    }
}

impl<'c, 'd, 'a> View<'c, 'd, 'a> {
    pub(super) fn new(
        ctx: &'c Context<'d, 'a>,
        found: &'c Match<'c>,
        role: Role,
        taken: Option<&'c Range<usize>>,
        list: &'c [Candidate],
        pointer: Option<&'c Pointer<'d>>,
    ) -> Self {
        let sentence = ctx.doc.sentences[ctx.doc.clauses[found.clause].sentence].clone();
        let form = form(found);
        let doc = ctx.doc;
        let before = sentence.start..found.trigger.start;
        let verb = doc.mention_at(found.trigger.start).filter(|m| m.is_verb());
        let verb = verb.or_else(|| verb_in(doc, &before));
        let govern = verb.map(|v| govern(doc, v, list, found.trigger.start));
        let higher = govern.as_ref().and_then(|g| verb_in(doc, &(sentence.start..g.at)));
        let higher = higher.map(|v| govern_of(doc, v, list, govern.as_ref()));
        let last = |class: &str| {
            let mut back = doc.mentions_in(&before).rev();
            back.find(|m| m.lexeme(doc.lang, class).is_some()).map(|m| m.at.start)
        };
        let (relative, that) = (last("rel"), last("that"));
        let below = if verb.is_none_or(|v| v.at.start != found.trigger.start) {
            around::below(doc, &found.trigger, list)
        } else {
            None
        };
        let governs = around::governs(doc, found.trigger.start, &sentence);
        let traits = list.iter().map(|c| Traits::of(doc, &c.at)).collect();
        let memory = ctx.memory.borrow();
        let parties = [taken, memory.actor.as_ref(), memory.target.as_ref()]
            .map(|at| at.and_then(|at| party_of(doc, at)).map(|p| p.id.as_str()));
        View {
            ctx,
            found,
            role,
            taken,
            sentence,
            form,
            list,
            govern,
            higher,
            relative,
            that,
            below,
            governs,
            traits,
            parties,
            pointer,
        }
    }

    /// Where the candidate stands towards the verbs over the trigger.
    fn governed(&self, sheet: &mut Sheet<'_>, i: usize, c: &Candidate, head: &str) {
        let frame = self.found.frame.id.as_str();
        for (which, govern) in [("own", &self.govern), ("higher", &self.higher)] {
            let Some(g) = govern else { continue };
            let Some(slot) = g.slot(i) else { continue };
            let fits = agrees(g.gender, gender(self.ctx.doc, &c.at));
            sheet.add(&["slot", which, slot, g.class, self.form]);
            sheet.add(&["slot", which, slot, head]);
            sheet.add(&["slot", which, slot, fits]);
            sheet.add(&["slot", which, slot, frame]);
        }
        if let Some(relative) = self.relative {
            sheet.add_if(c.at.end == relative, &["antecedent", self.form]);
            sheet.add_if(c.at.start > relative, &["inside relative", self.form]);
        }
        if let Some(that) = self.that {
            let opens = c.at.start > that && c.at.start <= that + 2;
            sheet.add_if(opens, &["opens", self.form, head]);
            let side = if c.at.start > that { "inside that" } else { "outside that" };
            sheet.add(&[side, self.form]);
        }
        let commas = self.between(c);
        sheet.add(&[
            "cuts",
            few(commas),
            if c.at.start > self.found.trigger.start { "behind" } else { "ahead" },
        ]);
        let often = self.often(i);
        sheet.add(&["often", few(often), head]);
    }

    /// Commas and joined verbs between the candidate and the trigger.
    fn between(&self, c: &Candidate) -> usize {
        let doc = self.ctx.doc;
        let trigger = &self.found.trigger;
        let range = if c.at.start >= trigger.end {
            trigger.end..c.at.start
        } else {
            c.at.end..trigger.start.max(c.at.end)
        };
        let joined = |i: &usize| {
            doc.mention_at(*i).is_some_and(|m| m.at.start == *i && m.conjunction && m.is_verb())
        };
        range.filter(|i| doc.tokens[*i].is_mark("،,:") || joined(i)).count()
    }

    /// How many sentences of the report name the same party.
    fn often(&self, i: usize) -> usize {
        let party = self.traits[i].id.as_ref();
        party.map_or(0, |id| self.ctx.named.get(*id).copied().unwrap_or_default())
    }

    pub(super) fn sheet(&self, i: usize, c: &Candidate) -> Sheet<'d> {
        let weights = self.ctx.weights;
        let mut sheet = Sheet::new(weights, self.role.task(), self.ctx.trace.is_some());
        let (head, party) = self.traits[i].sorts;
        let frame = self.found.frame.id.as_str();
        let span = self.ctx.doc.span(&c.at);
        pointed::add(&mut sheet, self.pointer, span, c.origin.name());
        match c.origin {
            Origin::Pointed => sheet.add(&["pointed by tagger", head]),
            Origin::Before(back) => {
                let often = few(self.often(i));
                sheet.add(&["before", few(back), head]);
                sheet.add(&["before", frame, self.form]);
                sheet.add(&["before", "often", often, head]);
                let first =
                    !self.list.iter().any(|o| o.origin == c.origin && o.at.start < c.at.start);
                sheet.add(&["before", few(back), if first { "first" } else { "later" }]);
                self.carried(&mut sheet, c, "before");
                self.history(&mut sheet, i, "before");
                return sheet;
            }
            Origin::Memory(apart) => {
                let was = self.ctx.memory.borrow().actor.as_ref() == Some(&c.at);
                let was = if was { "actor" } else { "target" };
                sheet.add(&["memory", was, few(apart)]);
                sheet.add(&["memory", was, head]);
                sheet.add(&["memory", was, frame]);
                sheet.add(&["memory", was, self.form]);
                sheet.add(&["memory", was, "often", few(self.often(i))]);
                self.carried(&mut sheet, c, was);
                sheet.add_if(self.is_taken(&c.at), &["memory", "taken"]);
                self.history(&mut sheet, i, was);
                return sheet;
            }
            Origin::Adjective => {
                sheet.add(&["adjective", frame]);
                sheet.add(&["adjective", party]);
            }
            Origin::Sentence => {
                self.placed(&mut sheet, c, head, party);
                self.governed(&mut sheet, i, c, head);
                self.told_below(&mut sheet, i, c, head);
                self.beside(&mut sheet, i, c, head);
                self.ordered(&mut sheet, c, head);
                self.history(&mut sheet, i, "here");
            }
        }
        let usual = |role: &str| self.found.roles.get(role).is_some_and(|p| overlaps(&p.at, &c.at));
        sheet.add_if(usual("actor"), &["rule", "actor"]);
        sheet.add_if(usual("actor"), &["rule", "actor", frame, self.form]);
        sheet.add_if(usual("target"), &["rule", "target"]);
        sheet.add_if(usual("target"), &["rule", "target", frame, self.form]);
        sheet.add_if(self.is_taken(&c.at), &["taken"]);
        sheet
    }

    /// Of somebody told before: whether the verb agrees, and whether it has a subject of its own.
    fn carried(&self, sheet: &mut Sheet<'_>, c: &Candidate, was: &str) {
        if let Some(g) = &self.govern {
            let fits = agrees(g.gender, gender(self.ctx.doc, &c.at));
            let own = if g.behind.is_some() || g.ahead.is_some() { "subject" } else { "alone" };
            let verb = if g.at == self.found.trigger.start { "own" } else { "over" };
            sheet.add(&["carried", was, fits, verb]);
            sheet.add(&["carried", was, g.gender, own, verb]);
        } else {
            sheet.add(&["carried", was, "no verb"]);
        }
        sheet.add(&["carried", was, "parties", few(self.told_parties())]);
        let usual = self.found.roles.contains_key(self.role.task());
        sheet.add(&["carried", was, if usual { "rule" } else { "no rule" }]);
    }

    /// How many candidates of the sentence name a party.
    fn told_parties(&self) -> usize {
        let told = |(c, t): &(&Candidate, &Traits<'_>)| {
            c.origin == Origin::Sentence && t.sorts.1 != "none"
        };
        self.list.iter().zip(&self.traits).filter(told).count()
    }

    fn is_taken(&self, at: &Range<usize>) -> bool {
        self.taken.is_some_and(|t| overlaps(t, at))
    }

    /// Where the phrase stands towards the trigger, and what it is.
    fn placed(&self, sheet: &mut Sheet<'_>, c: &Candidate, head: &str, party: &str) {
        let doc = self.ctx.doc;
        let trigger = &self.found.trigger;
        let behind = c.at.start >= trigger.end;
        let side = if behind { "behind" } else { "ahead" };
        let gap =
            if behind { c.at.start - trigger.end } else { trigger.start.saturating_sub(c.at.end) };
        let preposition = c.preposition.as_deref().unwrap_or("-");
        let frame = self.found.frame.id.as_str();
        let beyond = if c.beyond_verb { "beyond" } else { "near" };
        let here = doc.clauses[self.found.clause].at.contains(&c.at.start);
        let clause = if here { "clause" } else { "sentence" };
        let nth = few(self.nth(c, behind));
        sheet.add(&["at", self.form, side, preposition, beyond]);
        sheet.add(&["frame", frame, side, preposition]);
        sheet.add(&["lexeme", &self.found.lexeme.id, side, preposition]);
        sheet.add(&["head", head]);
        sheet.add(&["head", head, side, preposition, self.form]);
        sheet.add(&["head", head, beyond, clause]);
        sheet.add(&["party", party]);
        sheet.add(&["party", party, frame, self.form, side]);
        sheet.add(&["gap", few(gap), side]);
        sheet.add(&["nth", nth, side, self.form]);
        sheet.add(&["in", clause, side]);
        let (verb, enclitic, far) = governor(doc, &self.sentence, c.at.start);
        let bound = if enclitic { "it" } else { "-" };
        let own = trigger.contains(&(c.at.start.saturating_sub(far + 1)));
        if own {
            sheet.add(&["subject-or-object", few(far), preposition, head]);
        } else {
            sheet.add(&["verb", verb, bound, few(far), side]);
            sheet.add(&["verb", verb, preposition, head]);
        }
        let speaks =
            self.ctx.speeches.iter().any(|s| s.told.as_ref().is_some_and(|t| overlaps(t, &c.at)));
        sheet.add_if(speaks, &["speaks", side]);
        let conjunction = doc.mention_at(c.at.start).is_some_and(|m| m.conjunction);
        sheet.add_if(conjunction, &["and", side]);
        let counted = doc.quantity_at(c.at.start).is_some();
        sheet.add_if(counted, &["counted", side]);
        sheet.add_if(c.at.len() > 2, &["long"]);
    }

    /// How many bare phrases of the side stand nearer to the trigger.
    fn nth(&self, c: &Candidate, behind: bool) -> usize {
        let end = self.found.trigger.end;
        let nearer = |o: &&Candidate| {
            o.origin == Origin::Sentence
                && if behind {
                    o.at.start >= end && o.at.start < c.at.start
                } else {
                    o.at.start < end && o.at.start > c.at.start
                }
        };
        self.list.iter().filter(nearer).count()
    }

    pub(super) fn nobody(&self) -> Sheet<'d> {
        let weights = self.ctx.weights;
        let mut sheet = Sheet::new(weights, self.role.task(), self.ctx.trace.is_some());
        let frame = self.found.frame.id.as_str();
        let usual = if self.found.roles.contains_key(self.role.task()) { "told" } else { "untold" };
        pointed::add_none(&mut sheet, self.pointer);
        sheet.add(&["nobody"]);
        sheet.add(&["nobody", frame, self.form]);
        sheet.add(&["nobody", usual, self.form]);
        sheet.add(&["nobody", "modality", self.found.layers.modality.as_str()]);
        sheet.add(&["nobody", "parties", few(self.told_parties())]);
        let next = self.list.iter().position(|c| c.at.start == self.found.trigger.end);
        let next = next.map_or("none", |i| self.traits[i].sorts.0);
        sheet.add(&["nobody", "next", next, self.form]);
        self.nobody_around(&mut sheet);
        sheet
    }
}

/// The nearest finite verb before the end of a range.
fn verb_in<'d>(doc: &'d Doc<'_>, range: &Range<usize>) -> Option<&'d Mention> {
    doc.mentions_in(range).rev().take(24).find(|m| is_only_verb(doc, m))
}

fn govern(doc: &Doc<'_>, verb: &Mention, list: &[Candidate], trigger: usize) -> Govern {
    let end = if verb.at.start == trigger { usize::MAX } else { trigger };
    slots(doc, verb, list, end)
}

fn govern_of(doc: &Doc<'_>, verb: &Mention, list: &[Candidate], under: Option<&Govern>) -> Govern {
    slots(doc, verb, list, under.map_or(usize::MAX, |g| g.at))
}

fn slots(doc: &Doc<'_>, verb: &Mention, list: &[Candidate], end: usize) -> Govern {
    let bare = |c: &Candidate| c.origin == Origin::Sentence && c.preposition.is_none();
    let mut behind = (0..list.len())
        .filter(|i| bare(&list[*i]) && list[*i].at.start >= verb.at.end && list[*i].at.start < end);
    let ahead = (0..list.len()).rev().find(|i| bare(&list[*i]) && list[*i].at.end <= verb.at.start);
    Govern {
        at: verb.at.start,
        class: class_of(doc, verb),
        gender: verb_gender(doc, verb),
        behind: behind.next(),
        second: behind.next(),
        ahead,
    }
}
