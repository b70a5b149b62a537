//! Where terms hold: zones, lines, distances, protected objects.

use serde::{Deserialize, Serialize};

use crate::text::Bilingual;

/// An area that terms speak of: by places, by P-codes or by a polygon.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Zone {
    /// Id.
    pub id: String,
    /// Name.
    pub name: Bilingual,
    /// Id of the zone that it lies in.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub within: Option<String>,
    /// Place ids that it holds whole.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub places: Vec<String>,
    /// P-codes that it holds whole.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub pcodes: Vec<String>,
    /// Place ids that hold it whole: of an incident told of one of these alone nobody can say
    /// whether it was in the zone.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub held_by: Vec<String>,
    /// Id of its polygon in `areas.geojson`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub shape: Option<String>,
    /// Kilometres to both sides of the polygon's edge within which nobody can tell: how well the
    /// outline is known.
    #[serde(default)]
    pub unsure_km: f64,
    /// Citation.
    pub source: String,
}

/// A line that a side's distances are measured from.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Line {
    /// Id.
    pub id: String,
    /// Name.
    pub name: Bilingual,
    /// Party ids whose distances are measured from it, with all that belong to them.
    pub measured_by: Vec<String>,
    /// The line moves with the fighting; the drawing is of `as_of`.
    #[serde(default)]
    pub moving: bool,
    /// ISO day of the drawing.
    pub as_of: String,
    /// Id of the line in `areas.geojson`.
    pub shape: String,
    /// Kilometres to both sides within which nobody can tell: how well the line is known.
    #[serde(default)]
    pub unsure_km: f64,
    /// Citation.
    pub source: String,
}

/// How far from a side's own line weapons of a kind must stay.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Band {
    /// Id.
    pub id: String,
    /// Name of the kind of weapon.
    pub name: Bilingual,
    /// Ids of weapons: those of the lexicon (`means`) and finer ones that forms use.
    pub weapons: Vec<String>,
    /// Width of the whole zone between the two sides' weapons, in km.
    pub zone_km: f64,
    /// Each side's share of it, measured from its own line, in km.
    pub each_km: f64,
    /// Citation.
    pub source: String,
}

/// Objects near which a term forbids something.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Protected {
    /// Id.
    pub id: String,
    /// Name.
    pub name: Bilingual,
    /// Place ids of the objects.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub places: Vec<String>,
    /// Id of their points or polygons in `areas.geojson`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub shape: Option<String>,
    /// "Near" in km; none where the text gives no distance: then only at the object itself.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub within_km: Option<f64>,
    /// Citation.
    pub source: String,
}

/// Geometry in degrees, `[lon, lat]`, WGS 84.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "snake_case")]
pub enum Shape {
    /// Polygons, each a list of rings, the outer one first.
    Polygons(Vec<Vec<Vec<[f64; 2]>>>),
    /// A line.
    Line(Vec<[f64; 2]>),
    /// Points.
    Points(Vec<[f64; 2]>),
}
