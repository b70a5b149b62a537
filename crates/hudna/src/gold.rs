//! What people mended, as annotated reports: what the reader can be measured and taught by.
//!
//! One JSON object a report, in the form that `hudna eval read` takes. Each fact says whether a
//! person looked at it; names that do not stand in the text as they are written are left out.

use std::collections::BTreeMap;

use hudna_model::{Body, FiledClaim, Name, PlaceLevel};
use serde::Serialize;
use serde_json::{Map, Value, json};

use crate::facts::{Facts, FiledReport};
use crate::record::Record;

/// An annotated report.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Annotated {
    /// Id of the report in the store.
    pub id: String,
    /// Language.
    pub lang: String,
    /// ISO day of publication.
    pub published: Option<String>,
    /// Id of the source.
    pub source: String,
    /// Address.
    pub url: Option<String>,
    /// The text that spans count in.
    pub text: String,
    /// What it says: fields by kind, and `reviewed`.
    pub facts: Vec<Value>,
    /// Where the places of the facts are.
    pub places: Vec<AnnotatedPlace>,
    /// A person looked at every fact.
    pub whole: bool,
}

/// A place that a fact names.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct AnnotatedPlace {
    /// As written.
    pub surface: String,
    /// Degrees north.
    pub lat: Option<f64>,
    /// Degrees east.
    pub lon: Option<f64>,
    /// How large.
    pub level: Option<PlaceLevel>,
}

/// Reports of which people added, mended, refused or confirmed claims, by id. What was refused is
/// none of their facts.
pub fn export(facts: &Facts) -> Vec<Annotated> {
    let mut touched: BTreeMap<&str, Vec<&FiledClaim>> = BTreeMap::new();
    for act in facts.standing() {
        match &act.record {
            Record::Decision(d) => drop(touched.entry(&d.report).or_default()),
            Record::Added(a) => drop(touched.entry(&a.report).or_default()),
            _ => {}
        }
    }
    let claims = facts.claims();
    for filed in claims.values() {
        if let Some(told) = touched.get_mut(filed.report.as_str()) {
            told.push(filed);
        }
    }
    let known = |(id, told)| Some(annotated(id, facts.reports.get(id)?, told));
    touched.into_iter().filter_map(known).collect()
}

fn annotated(id: &str, report: &FiledReport, mut told: Vec<&FiledClaim>) -> Annotated {
    told.sort_by_key(|f| (f.claim.evidence.span, f.claim.id.clone()));
    let record = &report.record;
    let text = record.text();
    let read = report.reading.as_ref().map(|r| r.lang.clone());
    let facts = told.iter().map(|filed| fact(filed, text));
    Annotated {
        id: id.to_owned(),
        lang: read.or(record.lang.clone()).unwrap_or_else(|| "und".to_owned()),
        published: record.published.clone(),
        source: record.source.clone(),
        url: record.url.clone(),
        text: text.to_owned(),
        facts: facts.collect(),
        places: places(&told, text),
        whole: told.iter().all(|filed| filed.reviewed),
    }
}

fn places(told: &[&FiledClaim], text: &str) -> Vec<AnnotatedPlace> {
    let mut out: Vec<AnnotatedPlace> = Vec::new();
    for place in told.iter().filter_map(|filed| filed.claim.place.as_ref()) {
        let new = text.contains(&place.text) && out.iter().all(|p| p.surface != place.text);
        if new {
            let surface = place.text.clone();
            let (lat, lon, level) = (place.lat, place.lon, place.level);
            out.push(AnnotatedPlace { surface, lat, lon, level });
        }
    }
    out
}

/// A claim as the annotation guide writes it.
fn fact(filed: &FiledClaim, text: &str) -> Value {
    let claim = &filed.claim;
    let mut out = Map::new();
    let mut put = |key: &str, value: Value| drop(out.insert(key.to_owned(), value));
    put("kind", json!(claim.body.kind()));
    put("quote", json!(claim.evidence.text));
    for (key, value) in body(&claim.body, text) {
        put(key, value);
    }
    let kind = claim.body.kind();
    if !matches!(kind, "statement" | "commitment") {
        put("place", json!(claim.place.as_ref().map(|p| &p.text).filter(|p| text.contains(*p))));
    }
    if matches!(kind, "violence" | "toll" | "meeting") {
        put("date", json!(claim.date.as_ref().map(|d| &d.start)));
    }
    if matches!(kind, "violence" | "toll" | "truce") {
        put("modality", json!(claim.modality));
        put("background", json!(claim.background));
    }
    put("reviewed", json!(filed.reviewed));
    Value::Object(out)
}

fn body(body: &Body, text: &str) -> Vec<(&'static str, Value)> {
    let name = |n: &Option<Name>| json!(n.as_ref().map(|n| &n.text).filter(|n| text.contains(*n)));
    let names = |all: &[Name]| {
        json!(all.iter().map(|n| &n.text).filter(|n| text.contains(*n)).collect::<Vec<_>>())
    };
    match body {
        Body::Violence { act, actor, target, .. } => {
            vec![("act", json!(act)), ("actor", name(actor)), ("target", name(target))]
        }
        Body::Toll { outcome, low, high, vague, victims, side, cumulative, .. } => {
            let mut out = vec![
                ("outcome", json!(outcome)),
                ("low", json!(low)),
                ("high", json!(high)),
                ("victims", json!(victims)),
                ("side", name(side)),
                ("cumulative", json!(cumulative)),
            ];
            out.extend(vague.then(|| ("vague", json!(true))));
            out
        }
        Body::Meeting { form, participants, status } => vec![
            ("form", json!(form)),
            ("participants", names(participants)),
            ("status", json!(status)),
        ],
        Body::Statement { speaker, speech_act, addressee } => vec![
            ("speaker", name(speaker)),
            ("speech_act", json!(speech_act)),
            ("addressee", name(addressee)),
        ],
        Body::Truce { event, parties, start, end, .. } => vec![
            ("event", json!(event)),
            ("parties", names(parties)),
            ("start", json!(start)),
            ("end", json!(end)),
        ],
        Body::Commitment { who, what, due, status, .. } => vec![
            ("who", name(who)),
            ("what", json!(what)),
            ("due", json!(due.start)),
            ("status", json!(status)),
        ],
    }
}
