//! GeoJSON by RFC 7946: longitude before latitude in WGS 84, outer rings against the clock. What is
//! known by a district says so: a point stands for a place of that `precision`, never for a spot.

use hudna::model::{AreaShape, Place, Situation};
use serde_json::{Value, json};

/// Digits behind the point: a tenth of a metre, the most that RFC 7946 thinks of.
const DIGITS: f64 = 1e6;

/// A collection of features; `aside` are members beside them, such as how many there are in all.
pub fn collection(features: Vec<Value>, aside: Value) -> Value {
    let mut out = json!({ "type": "FeatureCollection", "features": features });
    if let (Some(out), Value::Object(aside)) = (out.as_object_mut(), aside) {
        out.extend(aside);
    }
    out
}

/// A feature at a place; without one it has no geometry, which the format allows.
pub fn at(s: &Situation, id: &str, place: Option<&str>, mut properties: Value) -> Value {
    let place: Option<&Place> = place.and_then(|id| s.places.get(id));
    if let Some(properties) = properties.as_object_mut() {
        properties.insert("precision".to_owned(), json!(place.map(|p| p.level)));
        properties.insert("place_name".to_owned(), json!(place.map(|p| &p.name)));
    }
    let geometry = place.map(|p| json!({ "type": "Point", "coordinates": point([p.lon, p.lat]) }));
    json!({ "type": "Feature", "id": id, "geometry": geometry, "properties": properties })
}

/// A feature with an outline, else at its place.
pub fn outlined(s: &Situation, id: &str, place: &str, properties: Value) -> Value {
    let mut feature = at(s, id, Some(place), properties);
    if let Some(shape) = s.shapes.iter().find(|shape| shape.area == place) {
        feature["geometry"] = outline(shape);
    }
    feature
}

fn outline(shape: &AreaShape) -> Value {
    let polygon = |rings: &Vec<Vec<[f64; 2]>>| -> Vec<Vec<[f64; 2]>> {
        rings.iter().enumerate().map(|(n, r)| ring(r, n == 0)).collect()
    };
    let all: Vec<Vec<Vec<[f64; 2]>>> = shape.polygons.iter().map(polygon).collect();
    json!({ "type": "MultiPolygon", "coordinates": all })
}

/// A ring that is closed and turns the right way: outer ones against the clock, holes with it.
fn ring(points: &[[f64; 2]], outer: bool) -> Vec<[f64; 2]> {
    let mut out: Vec<[f64; 2]> = points.iter().map(|p| point(*p)).collect();
    if out.first() != out.last() {
        out.extend(out.first().copied());
    }
    let twice: f64 = out.windows(2).map(|w| w[0][0] * w[1][1] - w[1][0] * w[0][1]).sum();
    if (twice > 0.0) != outer {
        out.reverse();
    }
    out
}

fn point([lon, lat]: [f64; 2]) -> [f64; 2] {
    [lon, lat].map(|n| (n * DIGITS).round() / DIGITS)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(points: &[[f64; 2]], outer: bool, expected: &[[f64; 2]]) {
        assert_eq!(ring(points, outer), expected);
    }

    #[test]
    fn rings_are_closed_and_turn_the_right_way() {
        let against = [[0.0, 0.0], [1.0, 0.0], [1.0, 1.0], [0.0, 0.0]];
        let with = [[0.0, 0.0], [1.0, 1.0], [1.0, 0.0], [0.0, 0.0]];
        check(&against, true, &against);
        check(&with, true, &against);
        check(&against, false, &with);
        check(&against[..3], true, &against);
    }

    #[test]
    fn longitude_comes_first_and_nothing_is_more_exact_than_a_tenth_of_a_metre() {
        assert_eq!(point([37.123_456_789, 36.2]), [37.123_457, 36.2]);
    }
}
