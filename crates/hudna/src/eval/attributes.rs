//! Of facts that were found: which of their further attributes are told rightly.

use hudna_model::{Body, Claim};
use serde::Serialize;

use super::gold::{Fact, GoldReport};
use super::names::alike;
use super::pair::text_of;

/// The farthest that a place may lie from the annotated one, in kilometres.
pub const NEAR_KM: f64 = 25.0;

/// Mean diameter of the Earth in kilometres, as `score.py` has it.
const EARTH_DIAMETER_KM: f64 = 12742.0;

/// An attribute that is counted over the pairs whose fact has it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Attribute {
    /// Who did it, named alike.
    Actor,
    /// To whom or what, named alike.
    Target,
    /// Who speaks, named alike.
    Speaker,
    /// Where, named alike.
    Place,
    /// Within [`NEAR_KM`] of the annotated coordinates.
    #[serde(rename = "place<=25km")]
    Near,
    /// The same day.
    Date,
    /// History told apart from news.
    Background,
}

impl Attribute {
    /// The name used in tables and JSON.
    pub fn as_str(self) -> &'static str {
        match self {
            Attribute::Actor => "actor",
            Attribute::Target => "target",
            Attribute::Speaker => "speaker",
            Attribute::Place => "place",
            Attribute::Near => "place<=25km",
            Attribute::Date => "date",
            Attribute::Background => "background",
        }
    }
}

/// Which attributes the fact of a pair has, and whether the claim tells each rightly.
pub(super) fn compare(gold: &GoldReport, fact: &Fact, claim: &Claim) -> Vec<(Attribute, bool)> {
    let mut told = named(fact, claim);
    told.extend(near(gold, fact, claim).map(|hit| (Attribute::Near, hit)));
    told.extend(same_day(fact, claim).map(|hit| (Attribute::Date, hit)));
    let background = fact.background.map(|annotated| annotated == claim.background);
    told.extend(background.map(|hit| (Attribute::Background, hit)));
    told
}

fn named(fact: &Fact, claim: &Claim) -> Vec<(Attribute, bool)> {
    let (actor, target, speaker) = match &claim.body {
        Body::Violence { actor, target, .. } => (text_of(actor), text_of(target), None),
        Body::Statement { speaker, .. } => (None, None, text_of(speaker)),
        _ => (None, None, None),
    };
    let place = claim.place.as_ref().map(|place| place.text.as_str());
    let pairs = [
        (Attribute::Actor, &fact.actor, actor),
        (Attribute::Target, &fact.target, target),
        (Attribute::Speaker, &fact.speaker, speaker),
        (Attribute::Place, &fact.place, place),
    ];
    let annotated =
        pairs.into_iter().filter(|(_, name, _)| !name.as_deref().unwrap_or("").is_empty());
    annotated.map(|(which, name, told)| (which, alike(name.as_deref(), told))).collect()
}

/// None where the annotation knows no coordinates; a claim that knows none is wrong.
fn near(gold: &GoldReport, fact: &Fact, claim: &Claim) -> Option<bool> {
    let place = fact.place.as_deref().filter(|place| !place.is_empty())?;
    let annotated = gold.coordinates(place)?;
    let told = claim.place.as_ref().and_then(|place| place.lat.zip(place.lon));
    Some(told.is_some_and(|told| km(annotated, told) <= NEAR_KM))
}

/// None where the annotation has no full ISO day.
fn same_day(fact: &Fact, claim: &Claim) -> Option<bool> {
    let day = fact.date.as_deref().filter(|date| date.chars().count() == 10)?;
    Some(claim.date.as_ref().is_some_and(|date| date.start == day))
}

/// Great-circle distance by the haversine formula; both points in degrees north and east.
pub(crate) fn km(a: (f64, f64), b: (f64, f64)) -> f64 {
    let (north, south) = (a.0.to_radians(), b.0.to_radians());
    let (east, west) = (a.1.to_radians(), b.1.to_radians());
    let across = north.cos() * south.cos() * ((west - east) / 2.0).sin().powi(2);
    let h = ((south - north) / 2.0).sin().powi(2) + across;
    EARTH_DIAMETER_KM * h.sqrt().asin()
}

#[cfg(test)]
mod tests {
    use super::super::gold::GoldPlace;
    use super::super::synth::{claim, named, placed};
    use super::*;
    use hudna_model::{DateRef, SpeechAct};

    #[test]
    fn distances_are_great_circles() {
        #[track_caller]
        fn check(a: (f64, f64), b: (f64, f64), expected: f64) {
            assert!((km(a, b) - expected).abs() < 0.1, "{}", km(a, b));
        }
        check((36.2, 37.16), (36.2, 37.16), 0.0);
        check((0.0, 0.0), (0.0, 1.0), 111.2);
        check((0.0, 0.0), (1.0, 0.0), 111.2);
        check((60.0, 10.0), (60.0, 11.0), 55.6);
    }

    #[track_caller]
    fn check(fact: Fact, expected: &[(Attribute, bool)]) {
        let body = Body::Statement {
            speaker: Some(named("the envoy")),
            speech_act: SpeechAct::Warn,
            addressee: None,
        };
        let mut claim = claim(body, 0, 1);
        claim.place = Some(placed("Aleppo", 36.2, 37.16));
        claim.date = Some(DateRef { start: "2016-05-03".into(), ..DateRef::default() });
        let place = |surface: &str, lat| GoldPlace {
            surface: surface.into(),
            lat: Some(lat),
            lon: Some(37.16),
        };
        let unknown = GoldPlace { surface: "ridge".into(), lat: None, lon: None };
        let places = vec![place("Aleppo", 36.4), place("Hama", 36.5), unknown];
        let gold = GoldReport { places, ..GoldReport::default() };
        assert_eq!(compare(&gold, &fact, &claim), expected);
    }

    #[test]
    fn only_what_is_annotated_is_compared() {
        let some = |text: &str| Some(text.to_owned());
        check(Fact::default(), &[]);
        check(Fact { speaker: some("envoy"), ..Fact::default() }, &[(Attribute::Speaker, true)]);
        check(Fact { actor: some("envoy"), ..Fact::default() }, &[(Attribute::Actor, false)]);
        check(Fact { target: some(""), ..Fact::default() }, &[]);
        check(Fact { date: some("2016-05"), ..Fact::default() }, &[]);
        check(Fact { date: some("2016-05-03"), ..Fact::default() }, &[(Attribute::Date, true)]);
        check(
            Fact { background: Some(true), ..Fact::default() },
            &[(Attribute::Background, false)],
        );
    }

    #[test]
    fn a_place_is_compared_by_name_and_by_distance() {
        let at = |place: &str| Fact { place: Some(place.to_owned()), ..Fact::default() };
        check(at("Aleppo"), &[(Attribute::Place, true), (Attribute::Near, true)]);
        check(at("Hama"), &[(Attribute::Place, false), (Attribute::Near, false)]);
        check(at("ridge"), &[(Attribute::Place, false)]);
    }
}
