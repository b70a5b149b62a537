//! A person's correction of a claim: one field says something else.

use std::collections::BTreeMap;

use hudna_model::{Claim, Hours, Party, Place};
use serde_json::{Value, json};

use crate::facts::FiledDecision;

/// Fields that hold the name of somebody.
const NAMES: [&str; 8] =
    ["actor", "target", "side", "speaker", "addressee", "who", "to", "attributed_to"];
/// Fields that nobody corrects: what makes the claim this one, and how it was read.
const FIXED: [&str; 8] =
    ["id", "kind", "evidence", "rule", "confidence", "seen", "participants", "parties"];

/// The claim as the corrections in force have it; one that does not fit the claim any more, since it
/// is read as something else now, changes nothing.
pub(crate) fn corrected(claim: &Claim, ruled: &[&FiledDecision]) -> Claim {
    let mut out = claim.clone();
    for decision in ruled {
        if let (Some(field), Some(value)) = (&decision.record.field, &decision.record.value) {
            out = with(&out, field, value.clone()).unwrap_or(out);
        }
    }
    out
}

/// The claim with another value of a field.
///
/// # Errors
/// The claim has no such field, or the field takes no such value: what is wrong, in short.
pub(crate) fn with(claim: &Claim, field: &str, value: Value) -> Result<Claim, String> {
    let mut json = serde_json::to_value(claim).map_err(|e| e.to_string())?;
    let object = json.as_object_mut().ok_or("a claim is an object")?;
    if FIXED.contains(&field) || !object.contains_key(field) {
        return Err(fields(claim));
    }
    object.insert(field.to_owned(), value);
    serde_json::from_value(json).map_err(|e| e.to_string())
}

/// The fields of a claim that a person may correct.
pub(crate) fn fields(claim: &Claim) -> String {
    let json = serde_json::to_value(claim).unwrap_or_default();
    let keys = json.as_object().into_iter().flat_map(|o| o.keys());
    let open: Vec<&str> = keys.map(String::as_str).filter(|k| !FIXED.contains(k)).collect();
    open.join(", ")
}

/// What a person wrote, as JSON for the field: a party's or place's id, a day or range of days, a
/// number, `true` or `false`, a word of the field's list; `none` for nothing.
///
/// # Errors
/// No party or place has the id.
pub(crate) fn value(
    claim: &Claim,
    field: &str,
    text: &str,
    places: &BTreeMap<String, Place>,
    parties: &BTreeMap<String, Party>,
) -> Result<Value, String> {
    let former = serde_json::to_value(claim).unwrap_or_default()[field].clone();
    if text == "none" {
        return Ok(if field == "due" { due(&former, None, None) } else { Value::Null });
    }
    let (text, hours) = match text.split_once('T').filter(|_| field == "date") {
        Some((day, hours)) => (day, Some(told_hours(hours)?)),
        None => (text, None),
    };
    let (start, end) = text.split_once("..").map_or((text, None), |(a, b)| (a, Some(b)));
    if matches!(field, "date" | "due") && ![start, end.unwrap_or(start)].into_iter().all(is_date) {
        return Err("write a day as 2016-05-03, or a range as 2016-05-01..2016-05-03".to_owned());
    }
    Ok(match field {
        "place" => place(places.get(text).ok_or("no place has this id")?),
        "date" => date(start, end, hours),
        "due" => due(&former, Some(start), Some(end.unwrap_or(start))),
        field if NAMES.contains(&field) => {
            name(&former, parties.get(text).ok_or("no party has this id")?)
        }
        _ => match serde_json::from_str::<Value>(text) {
            Ok(plain @ (Value::Number(_) | Value::Bool(_))) => plain,
            _ => json!(text),
        },
    })
}

/// A day, a month or a year.
fn is_date(text: &str) -> bool {
    let rest = match text.len() {
        4 => "-01-01",
        7 => "-01",
        10 => "",
        _ => return false,
    };
    crate::ingest::not_a_day(&format!("{text}{rest}")).is_none()
}

fn place(place: &Place) -> Value {
    json!({
        "text": place.name.en, "start": 0, "end": 0, "id": place.id, "name": place.name.en,
        "lat": place.lat, "lon": place.lon, "level": place.level, "pcode": place.pcode,
        "candidates": 1,
    })
}

/// The words stay as the report has them, where it has any.
fn name(former: &Value, party: &Party) -> Value {
    let text = former["text"].as_str().unwrap_or(&party.name.en);
    let at = |key: &str| former[key].as_u64().unwrap_or(0);
    json!({
        "text": text, "start": at("start"), "end": at("end"), "party": party.id,
        "name": party.name.en,
    })
}

/// `HH:MM`, or `HH:MM-HH:MM`.
fn told_hours(text: &str) -> Result<Hours, String> {
    let (from, to) = text.split_once('-').unwrap_or((text, text));
    let hours = Hours { from: from.to_owned(), to: to.to_owned() };
    let wrong = || "write hours behind a day as T15:00 or T12:00-18:00".to_owned();
    hours.minutes().map(|_| hours).ok_or_else(wrong)
}

fn date(start: &str, end: Option<&str>, hours: Option<Hours>) -> Value {
    let precision = match (end, start.len()) {
        (Some(_), _) => "range",
        (None, 10) => "day",
        (None, 7) => "month",
        (None, _) => "year",
    };
    let mut date = json!({ "start": start, "end": end, "precision": precision, "words": "" });
    if let Some(hours) = hours {
        date["hours"] = json!(hours);
    }
    date
}

fn due(former: &Value, start: Option<&str>, end: Option<&str>) -> Value {
    json!({ "start": start, "end": end, "words": former["words"].as_str().unwrap_or("") })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn claim() -> Claim {
        serde_json::from_str(
            r#"{"id":"c1","kind":"violence","act":"shelling","actor":null,"target":null,
            "means":null,"count":null,"modality":"actual","background":false,"attributed_to":null,
            "quoted":false,"event":null,"place":null,"date":null,
            "evidence":{"start":0,"end":1,"text":"x"},"rule":"r","confidence":0.5}"#,
        )
        .unwrap()
    }

    fn party() -> BTreeMap<String, Party> {
        let party = serde_json::from_str(
            r#"{"id":"army","kind":"force","name":{"ar":"الجيش","en":"the army"},"parent":null}"#,
        );
        BTreeMap::from([("army".to_owned(), party.unwrap())])
    }

    #[track_caller]
    fn check(field: &str, text: &str, expected: Option<Value>) {
        let made = value(&claim(), field, text, &BTreeMap::new(), &party())
            .and_then(|value| with(&claim(), field, value));
        let made = made.map(|c| serde_json::to_value(c).unwrap()[field].clone());
        assert_eq!(made.as_ref().ok(), expected.as_ref(), "{made:?}");
    }

    #[test]
    fn a_field_takes_what_it_can_hold_and_nothing_else() {
        check("act", "air_strike", Some(json!("air_strike")));
        check("act", "war", None);
        check("count", "3", Some(json!(3)));
        check("count", "some", None);
        check("modality", "alleged", Some(json!("alleged")));
        check("background", "true", Some(json!(true)));
        check("actor", "nobody", None);
        check("id", "c2", None);
        check("outcome", "killed", None);
        check("place", "nowhere", None);
        check("date", "yesterday", None);
        check("date", "2016-13", None);
        check("date", "2016-05-01..soon", None);
    }

    #[test]
    fn a_name_becomes_a_party_and_a_day_a_date() {
        let name =
            json!({"text": "the army", "start": 0, "end": 0, "party": "army", "name": "the army"});
        check("actor", "army", Some(name));
        check("actor", "none", Some(Value::Null));
        let date =
            |s: &str, e: Value, p: &str| json!({"start": s, "end": e, "precision": p, "words": ""});
        check("date", "2016-05-03", Some(date("2016-05-03", Value::Null, "day")));
        check(
            "date",
            "2016-05-01..2016-05-03",
            Some(date("2016-05-01", json!("2016-05-03"), "range")),
        );
        check("date", "2016-05", Some(date("2016-05", Value::Null, "month")));
        let mut hours = date("2016-05-03", Value::Null, "day");
        hours["hours"] = json!({"from": "15:00", "to": "15:00"});
        check("date", "2016-05-03T15:00", Some(hours.clone()));
        hours["hours"]["to"] = json!("24:00");
        check("date", "2016-05-03T15:00-24:00", Some(hours));
        check("date", "2016-05-03T25:00", None);
    }
}
