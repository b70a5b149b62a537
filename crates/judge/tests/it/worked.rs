//! Every worked case of every agreement in `data/agreements` comes out as it says.

use std::collections::BTreeMap;
use std::fs::read_to_string;
use std::path::{Path, PathBuf};

use hudna_judge::run_worked_case;
use hudna_model::agreement::Shape;
use hudna_model::worked::WorkedCase;
use hudna_model::{Agreement, Bilingual, Party, Place};
use serde_json::{Value, from_value, json};

/// Fewest cases of an agreement.
const FEWEST: usize = 12;

fn data() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../data")
}

fn rows(path: &Path) -> Vec<Vec<String>> {
    let text = read_to_string(path).unwrap();
    let lines = text.lines().filter(|l| !l.starts_with('#') && !l.is_empty());
    lines.map(|l| l.split('\t').map(str::to_owned).collect()).collect()
}

fn some(cell: &str) -> Option<String> {
    (cell != "-").then(|| cell.to_owned())
}

fn places() -> BTreeMap<String, Place> {
    let mut places = BTreeMap::new();
    for file in files(&data().join("places"), "tsv") {
        for row in rows(&file) {
            let place = Place {
                id: row[0].clone(),
                parent: some(&row[1]),
                level: from_value(json!(row[2])).unwrap(),
                lat: row[3].parse().unwrap(),
                lon: row[4].parse().unwrap(),
                pcode: some(&row[5]),
                name: Bilingual::new(row[7].clone(), row[6].clone()),
            };
            places.insert(row[0].clone(), place);
        }
    }
    places
}

fn parties() -> BTreeMap<String, Party> {
    let party = |row: Vec<String>| Party {
        id: row[0].clone(),
        kind: from_value(json!(row[1])).unwrap(),
        parent: some(&row[2]),
        name: Bilingual::new(row[5].clone(), row[4].clone()),
    };
    rows(&data().join("parties/parties.tsv"))
        .into_iter()
        .map(|r| (r[0].clone(), party(r)))
        .collect()
}

fn files(folder: &Path, ending: &str) -> Vec<PathBuf> {
    let list = std::fs::read_dir(folder).unwrap().map(|e| e.unwrap().path());
    let mut list: Vec<PathBuf> =
        list.filter(|p| p.extension().is_some_and(|e| e == ending)).collect();
    list.sort();
    list
}

fn shape(geometry: &Value) -> Shape {
    let coordinates = geometry["coordinates"].clone();
    match geometry["type"].as_str() {
        Some("LineString") => Shape::Line(from_value(coordinates).unwrap()),
        Some("MultiPoint") => Shape::Points(from_value(coordinates).unwrap()),
        Some("Polygon") => Shape::Polygons(vec![from_value(coordinates).unwrap()]),
        _ => Shape::Polygons(from_value(coordinates).unwrap()),
    }
}

fn agreement(folder: &Path) -> Agreement {
    let text = read_to_string(folder.join("agreement.toml")).unwrap();
    let mut agreement: Agreement =
        toml::from_str(&text).unwrap_or_else(|e| panic!("{}: {e}", folder.display()));
    let outlines: Value =
        serde_json::from_str(&read_to_string(folder.join("areas.geojson")).unwrap()).unwrap();
    for feature in outlines["features"].as_array().unwrap() {
        let id = feature["properties"]["id"].as_str().unwrap().to_owned();
        agreement.shapes.insert(id, shape(&feature["geometry"]));
    }
    agreement
}

fn check(folder: &str) {
    let (places, parties) = (places(), parties());
    let folder = data().join("agreements").join(folder);
    let agreement = agreement(&folder);
    let cases = files(&folder.join("cases"), "toml");
    assert!(cases.len() >= FEWEST, "{} cases", cases.len());
    let mut wrong = Vec::new();
    for file in cases {
        let case: WorkedCase = toml::from_str(&read_to_string(&file).unwrap())
            .unwrap_or_else(|e| panic!("{}: {e}", file.display()));
        let differences = run_worked_case(&case, &agreement, &places, &parties);
        wrong.extend(differences.into_iter().map(|d| format!("{}: {d}", case.id)));
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn syria_2016() {
    check("syria-coh-2016");
}

#[test]
fn hudaydah_2018() {
    check("hudaydah-2018");
}

#[test]
fn minsk_2015() {
    check("minsk-2015");
}

#[test]
fn south_sudan_2018() {
    check("south-sudan-2018");
}
