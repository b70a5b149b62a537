//! Names that are known.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use hudna::acts::Act;
use hudna::model::text::fold;
use hudna::model::{Bilingual, Body, Claim, Lang, Name, Situation};
use hudna::record::{NameForm, Record};
use hudna::rights::Right;
use serde_json::{Value, json};

use super::Kind;
use crate::desk::Ctx;
use crate::form::encoded;
use crate::pages::agreements::word;
use crate::pages::shared::{party, place};
use crate::pages::sources::paged;

/// What people entered of a place or party.
#[derive(Default)]
struct Own<'c> {
    /// The entry by which it was added.
    added: Option<&'c Act>,
    forms: Vec<&'c str>,
}

/// What people entered, by id.
fn own<'c>(ctx: &'c Ctx<'_>, kind: Kind) -> BTreeMap<&'c str, Own<'c>> {
    let mut out: BTreeMap<&str, Own<'_>> = BTreeMap::new();
    let mut add = |id: &'c str, act: &'c Act, new: bool, forms: &'c [NameForm]| {
        let of = out.entry(id).or_default();
        if new {
            of.added = Some(act);
        }
        of.forms.extend(forms.iter().map(|f| f.form.as_str()));
    };
    for act in ctx.snap.facts.standing() {
        match (&act.record, kind) {
            (Record::Place(p), Kind::Place) => add(&p.id, act, p.place.is_some(), &p.forms),
            (Record::Party(p), Kind::Party) => add(&p.id, act, p.party.is_some(), &p.forms),
            _ => {}
        }
    }
    out
}

/// The names that a claim gives of those who act, speak or are hit.
pub fn names(claim: &Claim) -> Vec<&Name> {
    let of_body: Vec<&Name> = match &claim.body {
        Body::Violence { actor, target, .. } => actor.iter().chain(target).collect(),
        Body::Toll { side, .. } => side.iter().collect(),
        Body::Meeting { participants, .. } => participants.iter().collect(),
        Body::Statement { speaker, addressee, .. } => speaker.iter().chain(addressee).collect(),
        Body::Truce { parties, .. } => parties.iter().collect(),
        Body::Commitment { who, to, .. } => who.iter().chain(to).collect(),
    };
    of_body.into_iter().chain(&claim.attributed_to).collect()
}

/// In how many reports each is named.
fn told(s: &Situation, kind: Kind) -> BTreeMap<&str, usize> {
    let mut by: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
    for filed in s.claims.values() {
        match kind {
            Kind::Place => {
                let id = filed.claim.place.as_ref().and_then(|p| p.id.as_deref());
                if let Some(id) = id {
                    by.entry(id).or_default().insert(&filed.report);
                }
            }
            Kind::Party => {
                let ids = names(&filed.claim).into_iter().filter_map(|n| n.party.as_deref());
                for id in ids {
                    by.entry(id).or_default().insert(&filed.report);
                }
            }
        }
    }
    by.into_iter().map(|(id, reports)| (id, reports.len())).collect()
}

/// Of how many incidents each is the place, or is named in.
fn incidents(s: &Situation, kind: Kind) -> BTreeMap<&str, usize> {
    let mut out: BTreeMap<&str, usize> = BTreeMap::new();
    for i in &s.incidents {
        let ids: BTreeSet<&str> = match kind {
            Kind::Place => i.place.as_deref().into_iter().collect(),
            Kind::Party => i.actors.iter().chain(&i.targets).map(|(id, _)| id.as_str()).collect(),
        };
        ids.into_iter().for_each(|id| *out.entry(id).or_default() += 1);
    }
    out
}

/// A row before it is shown.
struct Row<'c> {
    id: &'c str,
    name: &'c Bilingual,
    kind: String,
}

/// The rows of a page, and its pager.
pub fn list(ctx: &Ctx<'_>, kind: Kind) -> (Vec<Value>, Value) {
    let s = ctx.situation();
    let own = own(ctx, kind);
    let (told, incidents) = (told(s, kind), incidents(s, kind));
    let all: Vec<Row<'_>> = match kind {
        Kind::Place => s
            .places
            .values()
            .map(|p| Row { id: &p.id, name: &p.name, kind: word(p.level) })
            .collect(),
        Kind::Party => s
            .parties
            .values()
            .map(|p| Row { id: &p.id, name: &p.name, kind: word(p.kind) })
            .collect(),
    };
    let mut shown: Vec<Row<'_>> = all.into_iter().filter(|r| asked(ctx, kind, r, &own)).collect();
    let n = |of: &BTreeMap<&str, usize>, id: &str| of.get(id).copied().unwrap_or(0);
    shown.sort_by_key(|r| {
        let mine = own.get(r.id).is_some_and(|o| o.added.is_some());
        (Reverse(mine), Reverse(n(&incidents, r.id)), Reverse(n(&told, r.id)), r.id)
    });
    let (skip, per, pager) = paged(ctx, kind.path(), shown.len());
    let none = Own::default();
    let rows = shown.iter().skip(skip).take(per).map(|r| {
        let mut view = row(ctx, kind, r, own.get(r.id).unwrap_or(&none));
        let seen = ctx.may(Right::SeeIncidents);
        view["reports"] = json!(n(&told, r.id));
        view["incidents"] = json!(if seen { n(&incidents, r.id) } else { 0 });
        view
    });
    (rows.collect(), pager)
}

/// Whether a row is what is looked for.
fn asked(ctx: &Ctx<'_>, kind: Kind, r: &Row<'_>, own: &BTreeMap<&str, Own<'_>>) -> bool {
    let (_, field) = kind.list();
    let mine = own.get(r.id);
    let fits_kind = ctx.ask.asked(field).is_none_or(|k| k == r.kind);
    let fits_own = ctx.ask.asked("own").is_none() || mine.is_some();
    let fits_words = ctx.ask.asked("q").map(fold).is_none_or(|q| {
        let forms = mine.into_iter().flat_map(|o| o.forms.iter().copied());
        let mut names = [r.name.ar.as_str(), r.name.en.as_str(), r.id].into_iter().chain(forms);
        names.any(|name| fold(name).contains(&q))
    });
    fits_kind && fits_own && fits_words
}

fn row(ctx: &Ctx<'_>, kind: Kind, r: &Row<'_>, own: &Own<'_>) -> Value {
    let say = ctx.say();
    let other = if say.lang == Lang::Ar { Lang::En } else { Lang::Ar };
    let aliases: Vec<Value> =
        own.forms.iter().map(|name| json!({ "name": name, "own": true })).collect();
    let mut view = json!({
        "id": r.id, "name": say.pick(r.name), "other_name": r.name.get(other),
        "own": own.added.is_some(), "aliases": aliases,
        "added": own.added.map(|a| json!({
            "by": a.by, "at": a.received, "why": crate::pages::said::why(say, &a.record),
            "entry": a.entry,
        })),
    });
    match kind {
        Kind::Place => of_place(ctx, r, &mut view),
        Kind::Party => of_party(ctx, r, &mut view),
    }
    view
}

fn of_place(ctx: &Ctx<'_>, r: &Row<'_>, view: &mut Value) {
    let (say, s) = (ctx.say(), ctx.situation());
    let mut within = Vec::new();
    let Some(at) = s.places.get(r.id) else { return };
    let mut next = at.parent.as_ref().and_then(|id| s.places.get(id));
    while let Some(held_by) = next.filter(|_| within.len() < 8) {
        within.push(say.pick(&held_by.name));
        next = held_by.parent.as_ref().and_then(|id| s.places.get(id));
    }
    let holder = at.parent.as_ref().and_then(|id| s.places.get(id));
    // A place that stands where its holder stands was added without a position of its own.
    let same = holder.is_some_and(|h| h.lat == at.lat && h.lon == at.lon);
    view["href"] = json!(format!("/incidents?place={}", encoded(r.id)));
    view["level"] = json!(r.kind);
    view["within"] = json!(within);
    view["pcode"] = json!(at.pcode);
    view["exact"] = json!(!same);
}

fn of_party(ctx: &Ctx<'_>, r: &Row<'_>, view: &mut Value) {
    let (say, s) = (ctx.say(), ctx.situation());
    let head = s.parties.get(r.id).and_then(|p| p.parent.as_ref());
    let bound = s.agreement.parties.iter().find(|m| m.party == r.id);
    let excluded = s.agreement.exclusions.iter().any(|x| x.party == r.id);
    let role = bound.map(|m| word(m.role)).or_else(|| excluded.then(|| "excluded".to_owned()));
    view["href"] = json!(format!("/incidents?party={}", encoded(r.id)));
    view["kind"] = json!(r.kind);
    view["head"] = json!(head.map(|id| party(say, s, id)));
    view["role"] = json!(role);
    view["belligerent"] = json!(bound.is_some_and(|m| m.belligerent));
    view["epithet_of"] = json!(false);
}

/// What a place is, and what holds it, in a line.
pub fn place_line(ctx: &Ctx<'_>, id: &str) -> Option<String> {
    let (say, s) = (ctx.say(), ctx.situation());
    let at = s.places.get(id)?;
    let level = say.label("level", &word(at.level));
    let holder = at.parent.as_ref().map(|id| place(say, s, Some(id), None));
    Some([Some(level), holder].into_iter().flatten().collect::<Vec<_>>().join(" · "))
}

/// What a party is, and whom it belongs to, in a line.
pub fn party_line(ctx: &Ctx<'_>, id: &str) -> Option<String> {
    let (say, s) = (ctx.say(), ctx.situation());
    let of = s.parties.get(id)?;
    let kind = say.label("party-kind", &word(of.kind));
    let head = of.parent.as_ref().map(|id| party(say, s, id));
    Some([Some(kind), head].into_iter().flatten().collect::<Vec<_>>().join(" · "))
}
