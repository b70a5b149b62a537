//! Geometry of an agreement: `areas.geojson`, a collection whose features have the property `id`.

use std::collections::BTreeMap;

use hudna_model::agreement::Shape;
use serde_json::Value;

/// Shapes by id.
///
/// # Errors
/// What is wrong with the collection.
pub(super) fn shapes(text: &str) -> Result<BTreeMap<String, Shape>, String> {
    let value: Value = serde_json::from_str(text).map_err(|e| e.to_string())?;
    let features = value["features"].as_array().ok_or("no list of features")?;
    let mut shapes = BTreeMap::new();
    for feature in features {
        let id = feature["properties"]["id"].as_str().ok_or("a feature has no property \"id\"")?;
        let shape = shape(&feature["geometry"]).map_err(|what| format!("{id}: {what}"))?;
        if !points(&shape).all(|[lon, lat]| lon.abs() <= 180.0 && lat.abs() <= 90.0) {
            return Err(format!("{id}: coordinates are degrees east, then north"));
        }
        if shapes.insert(id.to_owned(), shape).is_some() {
            return Err(format!("two features have the id \"{id}\""));
        }
    }
    Ok(shapes)
}

fn shape(geometry: &Value) -> Result<Shape, String> {
    let coordinates = geometry["coordinates"].clone();
    let told = |e: serde_json::Error| e.to_string();
    match geometry["type"].as_str() {
        Some("LineString") => serde_json::from_value(coordinates).map(Shape::Line).map_err(told),
        Some("MultiPoint") => serde_json::from_value(coordinates).map(Shape::Points).map_err(told),
        Some("Polygon") => {
            serde_json::from_value(coordinates).map(|p| Shape::Polygons(vec![p])).map_err(told)
        }
        Some("MultiPolygon") => {
            serde_json::from_value(coordinates).map(Shape::Polygons).map_err(told)
        }
        other => Err(format!("{other:?} is no polygon, line or points")),
    }
}

fn points(shape: &Shape) -> Box<dyn Iterator<Item = &[f64; 2]> + '_> {
    match shape {
        Shape::Line(points) | Shape::Points(points) => Box::new(points.iter()),
        Shape::Polygons(polygons) => Box::new(polygons.iter().flatten().flatten()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn one(geometry: &str) -> Result<BTreeMap<String, Shape>, String> {
        shapes(&format!(
            "{{\"features\": [{{\"properties\": {{\"id\": \"a\"}}, \"geometry\": {geometry}}}]}}"
        ))
    }

    #[test]
    fn a_line_is_read_and_what_is_none_is_refused() {
        let line = one("{\"type\": \"LineString\", \"coordinates\": [[38.0, 48.0], [38.1, 48.2]]}");
        assert_eq!(line.unwrap()["a"], Shape::Line(vec![[38.0, 48.0], [38.1, 48.2]]));
        let swapped = one("{\"type\": \"LineString\", \"coordinates\": [[38.0, 148.0]]}");
        assert!(swapped.unwrap_err().contains("degrees east, then north"));
        assert!(one("{\"type\": \"Point\", \"coordinates\": [1, 2]}").is_err());
        assert!(shapes("{\"features\": [{\"properties\": {}}]}").is_err());
    }
}
