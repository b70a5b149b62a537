//! Claims for tests.

use hudna_model::{Body, Claim, Evidence, Modality, Name, PlaceRef, Span};

/// A name without a place in the text.
pub(super) fn named(text: &str) -> Name {
    Name { text: text.to_owned(), ..Name::default() }
}

/// A known place.
pub(super) fn placed(text: &str, lat: f64, lon: f64) -> PlaceRef {
    PlaceRef {
        text: text.to_owned(),
        lat: Some(lat),
        lon: Some(lon),
        candidates: 1,
        ..PlaceRef::default()
    }
}

/// An actual claim with this evidence.
pub(super) fn claim(body: Body, start: usize, end: usize) -> Claim {
    Claim {
        id: format!("c{start}"),
        body,
        modality: Modality::Actual,
        background: false,
        attributed_to: None,
        quoted: false,
        event: None,
        place: None,
        date: None,
        evidence: Evidence { span: Span { start, end }, text: String::new() },
        rule: "test".to_owned(),
        confidence: 0.5,
        seen: None,
    }
}
