//! Who did it, and to whom: every phrase of the sentence is a candidate, and so are those of the
//! sentences before.

mod around;

use std::ops::Range;

use hudna_model::{Name, PartyKind};

use super::{Sheet, best, few};
use crate::claims::Context;
use crate::doc::{Doc, Mention};
use crate::frame::matching::Match;
use crate::frame::phrase::{is_only_verb, phrases};
use crate::frame::relation::{name_of, overlaps};
use crate::pack::registers::FormKind;

/// Which of the two is sought.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Role {
    /// Who did it.
    Actor,
    /// To whom or what.
    Target,
}

impl Role {
    fn task(self) -> &'static str {
        match self {
            Role::Actor => "actor",
            Role::Target => "target",
        }
    }
}

/// Where a candidate stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Origin {
    Sentence,
    Adjective,
    /// So many sentences before.
    Before(usize),
    /// Chosen for the act told before.
    Memory(usize),
}

/// A phrase that may fill the role.
struct Candidate {
    at: Range<usize>,
    preposition: Option<String>,
    beyond_verb: bool,
    origin: Origin,
}

/// Most candidates of one sentence.
const MOST: usize = 24;

/// Sentences before that are looked at.
const BACK: usize = 2;

/// The phrase that fills the role, if any; `taken` is the actor when the target is sought.
pub(crate) fn choose(
    ctx: &Context<'_, '_>,
    found: &Match<'_>,
    role: Role,
    taken: Option<&Range<usize>>,
) -> Option<Range<usize>> {
    let usual = found.roles.get(role.task()).map(|p| p.at.clone());
    let weights = ctx.weights;
    if ctx.trace.is_none() && !weights.has(role.task()) {
        return usual;
    }
    let list = candidates(ctx, found);
    let view = View::new(ctx, found, role, taken, &list);
    let mut sheets: Vec<Sheet<'_>> =
        list.iter().enumerate().map(|(i, c)| view.sheet(i, c)).collect();
    sheets.push(view.nobody());
    let fallback = usual
        .as_ref()
        .and_then(|u| list.iter().position(|c| overlaps(&c.at, u)))
        .unwrap_or(list.len());
    let chosen = best(weights, role.task(), &sheets, fallback);
    let noun = |at: Range<usize>| around::noun_of(ctx.doc, &at).unwrap_or(at);
    let words =
        |i: usize| list.get(i).map_or(String::new(), |c| name_of(ctx.doc, &noun(c.at.clone())).text);
    if ctx.trace.is_some() {
        ctx.note(role.task(), found, &sheets, words);
    }
    let told = match list.get(chosen) {
        Some(_) if chosen == fallback => usual.or_else(|| Some(list[chosen].at.clone())),
        Some(candidate) => Some(candidate.at.clone()),
        None => None,
    };
    told.map(noun)
}

/// The name of a chosen phrase.
pub(crate) fn named(ctx: &Context<'_, '_>, at: Option<&Range<usize>>) -> Option<Name> {
    at.map(|at| name_of(ctx.doc, at))
}

fn candidates(ctx: &Context<'_, '_>, found: &Match<'_>) -> Vec<Candidate> {
    let doc = ctx.doc;
    let index = doc.clauses[found.clause].sentence;
    let sentence = &doc.sentences[index];
    let mut out = Vec::new();
    let all = phrases(doc, sentence, &found.trigger);
    let here = all.partition_point(|p| p.at.start < found.trigger.start);
    let from = here.saturating_sub(MOST / 2).min(all.len().saturating_sub(MOST));
    for p in all.into_iter().skip(from).take(MOST) {
        let (preposition, beyond_verb) = (p.preposition, p.beyond_verb);
        out.push(Candidate { at: p.at, preposition, beyond_verb, origin: Origin::Sentence });
    }
    out.extend(adjective(doc, found, sentence.end));
    for back in 1..=BACK.min(index) {
        let before = &doc.sentences[index - back];
        if doc.apart(before.end, sentence.start) {
            break;
        }
        out.extend(parties(doc, before).map(|at| Candidate {
            at,
            preposition: None,
            beyond_verb: true,
            origin: Origin::Before(back),
        }));
    }
    out.extend(remembered(ctx, index));
    out
}

/// Who acted and who was hit in the act told last.
fn remembered(ctx: &Context<'_, '_>, sentence: usize) -> Vec<Candidate> {
    let memory = ctx.memory.borrow();
    let apart = sentence.saturating_sub(memory.sentence);
    let make = |at: &Range<usize>| Candidate {
        at: at.clone(),
        preposition: None,
        beyond_verb: true,
        origin: Origin::Memory(apart),
    };
    memory.actor.iter().chain(&memory.target).map(make).collect()
}

/// An adjective of a party within the two words behind the trigger.
fn adjective(doc: &Doc<'_>, found: &Match<'_>, end: usize) -> Option<Candidate> {
    let behind = found.trigger.end..(found.trigger.end + 2).min(end);
    let adjective = doc
        .mentions_in(&behind)
        .find(|m| m.parties(doc.lang).any(|f| f.kind == FormKind::Adjective) && !m.conjunction)?;
    let at = adjective.at.clone();
    Some(Candidate { at, preposition: None, beyond_verb: false, origin: Origin::Adjective })
}

/// Parties and forces of a sentence.
fn parties<'d>(doc: &'d Doc<'_>, sentence: &Range<usize>) -> impl Iterator<Item = Range<usize>> {
    doc.mentions_in(sentence)
        .filter(|m| {
            let party = m
                .parties(doc.lang)
                .any(|f| f.kind != FormKind::Adjective && fights(doc.pack.parties[f.party].kind));
            party || m.lexeme(doc.lang, "force").is_some()
        })
        .map(|m| m.at.clone())
}

fn fights(kind: PartyKind) -> bool {
    use PartyKind::*;
    matches!(kind, State | Force | ArmedGroup | Political)
}

/// Words for a kind of party.
pub(super) fn kind(kind: PartyKind) -> &'static str {
    use PartyKind::*;
    match kind {
        State => "state",
        Force => "force",
        ArmedGroup => "group",
        Political => "political",
        Body => "body",
        Monitor => "monitor",
        Ngo => "ngo",
        Person => "person",
        Media => "media",
    }
}

/// What a mention is, in one word.
pub(super) fn sort(doc: &Doc<'_>, mention: &Mention) -> &'static str {
    const CLASSES: [&str; 10] = [
        "office", "victim", "target", "weapon", "force", "locality", "harmed", "harm", "strike",
        "clash",
    ];
    if let Some(form) = mention.parties(doc.lang).next() {
        return match form.kind {
            FormKind::Adjective => "adjective",
            _ => kind(doc.pack.parties[form.party].kind),
        };
    }
    let class = CLASSES.iter().find(|c| mention.lexeme(doc.lang, c).is_some());
    match class {
        Some(class) => class,
        None if mention.places().next().is_some() => "place",
        None => "word",
    }
}

/// What a phrase is: the sort of its first telling word, and of the first party in it.
fn sorts(doc: &Doc<'_>, at: &Range<usize>) -> (&'static str, &'static str) {
    let mut head = "unknown";
    let mut party = "none";
    for mention in doc.mentions_in(at) {
        let own = sort(doc, mention);
        if head == "unknown" && own != "word" {
            head = own;
        }
        let acts = ["state", "force", "group", "political", "person", "adjective"].contains(&own);
        if party == "none" && acts {
            party = own;
        }
    }
    (head, party)
}

/// The verb or noun of act nearest before a token, as its class.
fn governor(doc: &Doc<'_>, sentence: &Range<usize>, at: usize) -> (&'static str, bool, usize) {
    let verb = doc.mentions_in(&(sentence.start..at)).rev().take(8).find(|m| is_only_verb(doc, m));
    let Some(verb) = verb else { return ("none", false, 99) };
    (class_of(doc, verb), verb.enclitic, at - verb.at.end)
}

/// All that the features of one choice look at.
struct View<'c, 'd, 'a> {
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
    fn new(
        ctx: &'c Context<'d, 'a>,
        found: &'c Match<'c>,
        role: Role,
        taken: Option<&'c Range<usize>>,
        list: &'c [Candidate],
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
        let often = self.often(&c.at);
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
    fn often(&self, at: &Range<usize>) -> usize {
        let party = name_of(self.ctx.doc, at).party;
        party.map_or(0, |id| self.ctx.named.get(&id).copied().unwrap_or_default())
    }

    fn sheet(&self, i: usize, c: &Candidate) -> Sheet<'d> {
        let doc = self.ctx.doc;
        let weights = self.ctx.weights;
        let mut sheet = Sheet::new(weights, self.role.task(), self.ctx.trace.is_some());
        let (head, party) = sorts(doc, &c.at);
        let frame = self.found.frame.id.as_str();
        match c.origin {
            Origin::Before(back) => {
                let often = few(self.often(&c.at));
                sheet.add(&["before", few(back), head]);
                sheet.add(&["before", frame, self.form]);
                sheet.add(&["before", "often", often, head]);
                let first =
                    !self.list.iter().any(|o| o.origin == c.origin && o.at.start < c.at.start);
                sheet.add(&["before", few(back), if first { "first" } else { "later" }]);
                self.carried(&mut sheet, c, "before");
                self.history(&mut sheet, c, "before");
                return sheet;
            }
            Origin::Memory(apart) => {
                let was = self.ctx.memory.borrow().actor.as_ref() == Some(&c.at);
                let was = if was { "actor" } else { "target" };
                sheet.add(&["memory", was, few(apart)]);
                sheet.add(&["memory", was, head]);
                sheet.add(&["memory", was, frame]);
                sheet.add(&["memory", was, self.form]);
                sheet.add(&["memory", was, "often", few(self.often(&c.at))]);
                self.carried(&mut sheet, c, was);
                sheet.add_if(self.is_taken(&c.at), &["memory", "taken"]);
                self.history(&mut sheet, c, was);
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
                self.history(&mut sheet, c, "here");
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
        let parties = self
            .list
            .iter()
            .filter(|o| o.origin == Origin::Sentence && sorts(self.ctx.doc, &o.at).1 != "none");
        sheet.add(&["carried", was, "parties", few(parties.count())]);
        let usual = self.found.roles.contains_key(self.role.task());
        sheet.add(&["carried", was, if usual { "rule" } else { "no rule" }]);
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

    fn nobody(&self) -> Sheet<'d> {
        let weights = self.ctx.weights;
        let mut sheet = Sheet::new(weights, self.role.task(), self.ctx.trace.is_some());
        let frame = self.found.frame.id.as_str();
        let usual = if self.found.roles.contains_key(self.role.task()) { "told" } else { "untold" };
        sheet.add(&["nobody"]);
        sheet.add(&["nobody", frame, self.form]);
        sheet.add(&["nobody", usual, self.form]);
        sheet.add(&["nobody", "modality", self.found.layers.modality.as_str()]);
        let doc = self.ctx.doc;
        let told = |c: &&Candidate| c.origin == Origin::Sentence && sorts(doc, &c.at).1 != "none";
        sheet.add(&["nobody", "parties", few(self.list.iter().filter(told).count())]);
        let next = self.list.iter().find(|c| c.at.start == self.found.trigger.end);
        let next = next.map_or("none", |c| sorts(doc, &c.at).0);
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

/// Classes of verbs that tell who does what.
const VERBS: [&str; 16] = [
    "light",
    "speech",
    "strike",
    "clash",
    "attack",
    "ground",
    "blast",
    "kill_act",
    "seize_person",
    "coerce",
    "posture",
    "harm",
    "truce_event",
    "meet",
    "promise",
    "task",
];

fn class_of(doc: &Doc<'_>, verb: &Mention) -> &'static str {
    VERBS.iter().find(|c| verb.lexeme(doc.lang, c).is_some()).copied().unwrap_or("other")
}

/// Gender and number that a verb's own letters show.
pub(super) fn verb_gender(doc: &Doc<'_>, verb: &Mention) -> &'static str {
    let text = doc.tokens[verb.at.start].text.trim_start_matches(['و', 'ف', 'س']);
    match text {
        t if t.ends_with("وا") || t.ends_with("ون") => "plural",
        t if t.ends_with('ت') || t.starts_with('ت') => "feminine",
        t if t.starts_with('ن') => "we",
        _ => "masculine",
    }
}

/// Gender and number of a phrase by its first word.
pub(super) fn gender(doc: &Doc<'_>, at: &Range<usize>) -> &'static str {
    let text = doc.tokens[at.start].text.as_str();
    let state = doc.mention_at(at.start).is_some_and(|m| {
        m.parties(doc.lang).any(|f| doc.pack.parties[f.party].kind == PartyKind::State)
    });
    match text {
        t if t.ends_with("ون") || t.ends_with("ين") => "plural",
        t if t.ends_with('ه') || t.ends_with("ات") => "feminine",
        _ if state => "feminine",
        _ => "masculine",
    }
}

pub(super) fn agrees(verb: &str, phrase: &str) -> &'static str {
    match (verb, phrase) {
        (v, p) if v == p => "agrees",
        ("masculine" | "feminine", "plural") => "may agree",
        ("feminine", "masculine") => "broken plural",
        _ => "disagrees",
    }
}

/// The form of the trigger.
pub(crate) fn form(found: &Match<'_>) -> &'static str {
    use crate::lang::ar::Feat;
    match found.feat {
        Feat::Active => "participle",
        Feat::Masdar => "masdar",
        f if f.is_verb() => "verb",
        Feat::Plural => "plural",
        Feat::Dual => "dual",
        _ => "noun",
    }
}
