//! Annotated reports: what people found in a text, fact by fact.

use hudna_model::Report;
use serde::{Deserialize, Deserializer, Serialize};

/// The six kinds of fact and of claim, in the order of the annotation guide.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// A violent or coercive act.
    Violence,
    /// A counted group of people harmed.
    Toll,
    /// People who meet.
    Meeting,
    /// Somebody says something.
    Statement,
    /// Something happens to a truce.
    Truce,
    /// Something to be done later.
    Commitment,
}

impl Kind {
    /// Every kind.
    pub const ALL: [Kind; 6] =
        [Kind::Violence, Kind::Toll, Kind::Meeting, Kind::Statement, Kind::Truce, Kind::Commitment];

    /// The name used in the annotations and in readings.
    pub fn as_str(self) -> &'static str {
        match self {
            Kind::Violence => "violence",
            Kind::Toll => "toll",
            Kind::Meeting => "meeting",
            Kind::Statement => "statement",
            Kind::Truce => "truce",
            Kind::Commitment => "commitment",
        }
    }
}

/// One annotated fact: the fields that are scored. Which of them are set depends on the kind.
/// Names of acts, outcomes and the like are kept as written, so that one of them that the model
/// does not know agrees with no claim rather than spoiling its report.
#[derive(Debug, Clone, Default, PartialEq, Deserialize)]
pub struct Fact {
    /// Name of the kind. Facts of other kinds than [`Kind::ALL`] are not scored.
    pub kind: String,
    /// The clause that says it, as it stands in the text; scored at its first occurrence.
    pub quote: String,
    /// Violence: which act.
    pub act: Option<String>,
    /// Violence: who did it.
    pub actor: Option<String>,
    /// Violence: to whom or what.
    pub target: Option<String>,
    /// Where, as written.
    pub place: Option<String>,
    /// ISO day or month.
    pub date: Option<String>,
    /// Absent means `actual`.
    pub modality: Option<String>,
    /// History told as context; none where the annotation has no such field.
    #[serde(default, deserialize_with = "present")]
    pub background: Option<bool>,
    /// Toll: what happened to them.
    pub outcome: Option<String>,
    /// Toll: at least so many people.
    pub low: Option<i64>,
    /// Toll: at most so many people.
    pub high: Option<i64>,
    /// Meeting: who.
    pub participants: Option<Vec<String>>,
    /// Meeting and commitment: where it stands.
    pub status: Option<String>,
    /// Statement: who speaks.
    pub speaker: Option<String>,
    /// Statement: what the speaker does by speaking.
    pub speech_act: Option<String>,
    /// Truce: what happens to it.
    pub event: Option<String>,
    /// Commitment: by whom.
    pub who: Option<String>,
    /// Commitment: what is to be done.
    pub what: Option<String>,
}

/// Tells a field that is there (null counts as false) from one that is not.
fn present<'de, D: Deserializer<'de>>(field: D) -> Result<Option<bool>, D::Error> {
    Ok(Some(Option::<bool>::deserialize(field)?.unwrap_or_default()))
}

/// Where an annotated place is.
#[derive(Debug, Clone, Default, PartialEq, Deserialize)]
pub struct GoldPlace {
    /// The name as written.
    pub surface: String,
    /// Degrees north, where known.
    pub lat: Option<f64>,
    /// Degrees east, where known.
    pub lon: Option<f64>,
}

/// One annotated report.
#[derive(Debug, Clone, Default, PartialEq, Deserialize)]
pub struct GoldReport {
    /// Its id; readings are found by it.
    pub id: String,
    /// Language of the text, a BCP 47 code; `und` where the annotation does not tell.
    #[serde(default = "undetermined")]
    pub lang: String,
    /// ISO day of publication.
    pub published: Option<String>,
    /// Who published it.
    pub source: Option<String>,
    /// Title, blank line, body.
    pub text: String,
    /// What it says.
    pub facts: Vec<Fact>,
    /// Where the places of the facts are; of two of one name the later counts.
    #[serde(default)]
    pub places: Vec<GoldPlace>,
}

fn undetermined() -> String {
    "und".to_owned()
}

impl GoldReport {
    /// The report without its annotations, as a reader takes it.
    pub fn report(&self) -> Report {
        Report {
            id: self.id.clone(),
            text: self.text.clone(),
            lang: Some(self.lang.clone()).filter(|lang| lang != "und"),
            published: self.published.clone(),
            source: self.source.clone(),
            url: None,
        }
    }

    /// Degrees north and east of the place of this name, where both are known.
    pub fn coordinates(&self, surface: &str) -> Option<(f64, f64)> {
        let place = self.places.iter().rev().find(|place| place.surface == surface)?;
        place.lat.zip(place.lon)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_row_is_read_with_what_it_leaves_out() {
        #[track_caller]
        fn check(fact: &str, expected: Option<bool>) {
            let fact: Fact = serde_json::from_str(fact).unwrap();
            assert_eq!(fact.background, expected);
        }
        check(r#"{"kind": "toll", "quote": "q"}"#, None);
        check(r#"{"kind": "toll", "quote": "q", "background": null}"#, Some(false));
        check(r#"{"kind": "toll", "quote": "q", "background": true, "new": 1}"#, Some(true));
    }

    #[test]
    fn the_later_of_two_places_of_a_name_counts() {
        let place = |lat| GoldPlace { surface: "Hama".into(), lat, lon: Some(36.75) };
        let report = |lat| GoldReport {
            places: vec![place(Some(1.0)), place(lat)],
            ..GoldReport::default()
        };
        assert_eq!(report(Some(35.1)).coordinates("Hama"), Some((35.1, 36.75)));
        assert_eq!(report(None).coordinates("Hama"), None);
        assert_eq!(report(None).coordinates("Homs"), None);
    }
}
