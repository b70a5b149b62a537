//! A claim as JSON has it. `event` is the tie between claims of one event, but for a truce it is
//! what happens to the truce; so the tie of a truce has no place in JSON.

use serde::{Deserialize, Serialize};

use crate::claim::{Body, Claim, DateRef, Evidence, Name, PlaceRef, Seen};
use crate::words::Modality;

#[derive(Serialize, Deserialize)]
pub(crate) struct Row {
    id: String,
    #[serde(flatten)]
    body: Body,
    modality: Modality,
    background: bool,
    attributed_to: Option<Name>,
    quoted: bool,
    #[serde(flatten)]
    tie: Option<Tie>,
    place: Option<PlaceRef>,
    date: Option<DateRef>,
    evidence: Evidence,
    rule: String,
    confidence: f64,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    seen: Option<Seen>,
}

#[derive(Serialize, Deserialize)]
struct Tie {
    event: Option<String>,
}

fn is_truce(body: &Body) -> bool {
    matches!(body, Body::Truce { .. })
}

impl From<Claim> for Row {
    fn from(claim: Claim) -> Self {
        Row {
            tie: (!is_truce(&claim.body)).then_some(Tie { event: claim.event }),
            id: claim.id,
            body: claim.body,
            modality: claim.modality,
            background: claim.background,
            attributed_to: claim.attributed_to,
            quoted: claim.quoted,
            place: claim.place,
            date: claim.date,
            evidence: claim.evidence,
            rule: claim.rule,
            confidence: claim.confidence,
            seen: claim.seen,
        }
    }
}

impl From<Row> for Claim {
    fn from(row: Row) -> Self {
        Claim {
            event: row.tie.filter(|_| !is_truce(&row.body)).and_then(|tie| tie.event),
            id: row.id,
            body: row.body,
            modality: row.modality,
            background: row.background,
            attributed_to: row.attributed_to,
            quoted: row.quoted,
            place: row.place,
            date: row.date,
            evidence: row.evidence,
            rule: row.rule,
            confidence: row.confidence,
            seen: row.seen,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words::{Event, Form, MeetingStatus, ReadBy};

    #[test]
    fn claims_read_back_and_a_truce_keeps_what_happened_to_it() {
        #[track_caller]
        fn check(body: Body, tie: Option<&str>, event: serde_json::Value) {
            let claim = Claim {
                id: "c1".into(),
                body,
                modality: Modality::Actual,
                background: false,
                attributed_to: None,
                quoted: false,
                event: tie.map(str::to_owned),
                place: None,
                date: None,
                evidence: Evidence::default(),
                rule: "r".into(),
                confidence: 0.5,
                seen: None,
            };
            let text = serde_json::to_string(&claim).unwrap();
            assert_eq!(text.matches("\"event\"").count(), 1, "{text}");
            let json: serde_json::Value = serde_json::from_str(&text).unwrap();
            assert_eq!(json["event"], event);
            assert_eq!(serde_json::from_str::<Claim>(&text).unwrap(), claim);
        }
        let meeting = || Body::Meeting {
            form: Form::Talks,
            participants: vec![],
            status: MeetingStatus::Held,
        };
        check(meeting(), Some("e1"), "e1".into());
        check(meeting(), None, serde_json::Value::Null);
        let truce = Body::Truce {
            event: Event::Violated,
            parties: vec![],
            start: None,
            end: None,
            count: None,
        };
        check(truce, None, "violated".into());
    }

    #[test]
    fn entries_without_what_a_model_saw_read_as_before() {
        let old = r#"{"id":"c1","kind":"truce","event":"declared","parties":[],"start":null,
            "end":null,"count":null,"modality":"actual","background":false,"attributed_to":null,
            "quoted":false,"place":null,"date":null,"evidence":{"start":0,"end":1,"text":"x"},
            "rule":"truce.declared","confidence":0.5}"#;
        let claim: Claim = serde_json::from_str(old).unwrap();
        assert_eq!((claim.seen.as_ref(), claim.read_by()), (None, ReadBy::Rule));
        assert!(!serde_json::to_string(&claim).unwrap().contains("seen"));
    }

    #[test]
    fn what_a_model_saw_reads_back() {
        let json = r#"{"sure":0.82,"value":0.7,"words":["truce"]}"#;
        let seen: Seen = serde_json::from_str(json).unwrap();
        assert_eq!(serde_json::to_string(&seen).unwrap(), json);
        let bare = Seen { sure: 0.1, ..Seen::default() };
        assert_eq!(serde_json::to_string(&bare).unwrap(), r#"{"sure":0.1}"#);
    }
}
