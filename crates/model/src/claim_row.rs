//! A claim as JSON has it. `event` is the tie between claims of one event, but for a truce it is
//! what happens to the truce; so the tie of a truce has no place in JSON.

use serde::{Deserialize, Serialize};

use crate::claim::{Body, Claim, DateRef, Evidence, Name, PlaceRef};
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
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words::{Event, Form, MeetingStatus};

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
}
