//! What several pages show of the same things.

use std::collections::BTreeSet;

use hudna::model::{Bilingual, Incident, Outcome, Situation, Toll};
use serde_json::{Value, json};

use crate::desk::Ctx;
use crate::say::Say;

/// A text of both languages as templates take it.
pub fn both(text: &Bilingual) -> Value {
    json!({ "ar": text.ar, "en": text.en })
}

/// The name of a place, else the words as written, else that it is unknown.
pub fn place(say: &Say, s: &Situation, id: Option<&str>, words: Option<&str>) -> String {
    let known = id.and_then(|id| s.places.get(id));
    match (known, words) {
        (Some(place), _) => say.pick(&place.name),
        (None, Some(words)) => words.to_owned(),
        (None, None) => say.text("i-place-unknown", &[]),
    }
}

/// The name of a party, else the words as written.
pub fn party(say: &Say, s: &Situation, id: &str) -> String {
    s.parties.get(id).map_or_else(|| id.to_owned(), |p| say.pick(&p.name))
}

/// The name of a source.
pub fn source(say: &Say, s: &Situation, id: &str) -> String {
    s.sources.get(id).map_or_else(|| id.to_owned(), |x| say.pick(&x.name))
}

/// Where the page of anything stands, by its id.
pub fn href(id: &str) -> String {
    let at = |page: &str| format!("/{page}/{id}");
    match id {
        _ if id.starts_with("INC-") => at("i"),
        _ if id.starts_with("R-") => at("r"),
        _ if id.starts_with("FUP-") => at("followups"),
        _ if id.starts_with("CASE-") => at("cases"),
        _ if id.starts_with("AREA-") => format!("/areas/{}", &id["AREA-".len()..]),
        _ => format!("/why/{}", crate::form::encoded(id)),
    }
}

/// A toll as templates take it.
pub fn toll(toll: &Toll) -> Value {
    json!({
        "id": toll.id, "href": href(&toll.id), "outcome": toll.outcome, "victims": toll.victims,
        "low": toll.low, "best": toll.best, "high": toll.high,
    })
}

/// The largest toll of one outcome that is no running total.
pub fn worst(incident: &Incident, outcome: Outcome) -> Option<&Toll> {
    let of = incident.tolls.iter().filter(|t| t.outcome == outcome && !t.cumulative);
    of.max_by_key(|t| t.best)
}

/// Place and acts of an incident in a line.
pub fn title(say: &Say, s: &Situation, i: &Incident) -> String {
    let at = place(say, s, i.place.as_deref(), i.place_text.as_deref());
    let acts = i.acts.iter().take(2).map(|act| say.label("act", act.as_str()));
    let mut told: Vec<String> = acts.collect();
    if told.is_empty() {
        // What came of it, where nobody told what was done.
        let outcomes: BTreeSet<Outcome> = i.tolls.iter().map(|t| t.outcome).collect();
        told.extend(outcomes.iter().take(2).map(|o| say.label("outcome", o.as_str())));
    }
    if told.is_empty() { at } else { format!("{at}: {}", say.list(&told)) }
}

/// The incident that bears an id now, found through the index.
pub fn incident<'c>(ctx: &'c Ctx<'_>, id: &str) -> Option<&'c Incident> {
    let s = ctx.situation();
    let found = ctx.index().incident(s, id).map(|at| &s.incidents[at]);
    found.filter(|i| i.id == id)
}

/// The verdict that weighs most, the gravest first in the model's order.
pub fn gravest(incident: &Incident) -> Option<hudna::model::Verdict> {
    incident.judgements.iter().map(|j| j.verdict).min()
}

/// An incident in a row of a list.
pub fn row(ctx: &Ctx<'_>, i: &Incident) -> Value {
    let (say, s) = (ctx.say(), ctx.situation());
    let days = i.days.as_ref().map(|(first, last)| [first, last]);
    json!({
        "id": i.id, "href": href(&i.id), "title": title(say, s, i), "days": days,
        "deaths": worst(i, Outcome::Killed).map(toll),
        "corroboration": i.corroboration, "origins": i.origins.len(),
        "verdict": gravest(i),
        "reviewed": { "confirmed": i.reviewed.confirmed, "of": i.reviewed.of },
        "confirmed": i.confirmed,
    })
}
