//! Agreements of the data: terms, outlines and worked cases, loaded and checked.

mod check;
mod outlines;

use std::collections::BTreeMap;

use hudna_judge::run_worked_case;
use hudna_model::worked::WorkedCase;
use hudna_model::{Agreement, Party, Place};
use hudna_read::pack::frames::toml_error;
use hudna_read::{DataError, Files, Pack};

/// Where agreements stand inside the data.
const FOLDER: &str = "agreements/";

/// All agreements by id, with the geometry of their `areas.geojson`; faults go to `errors`.
pub(crate) fn load(
    files: &Files,
    pack: &Pack,
    errors: &mut Vec<DataError>,
) -> BTreeMap<String, Agreement> {
    let mut agreements = BTreeMap::new();
    for (file, text) in files {
        let Some(folder) =
            file.strip_prefix(FOLDER).and_then(|f| f.strip_suffix("/agreement.toml"))
        else {
            continue;
        };
        let path = format!("{FOLDER}{folder}/areas.geojson");
        let drawn = files.get(&path).map(|text| (path.as_str(), text.as_str()));
        match parse(file, text, Some(folder), drawn, pack) {
            Ok(agreement) => drop(agreements.insert(agreement.id.clone(), agreement)),
            Err(faults) => errors.extend(faults),
        }
    }
    agreements
}

/// An agreement from its text, and from its outlines with the file that holds them; `folder` is
/// the name that its id must have.
///
/// # Errors
/// Faults of the files, all at once.
pub(crate) fn parse(
    file: &str,
    text: &str,
    folder: Option<&str>,
    drawn: Option<(&str, &str)>,
    pack: &Pack,
) -> Result<Agreement, Vec<DataError>> {
    let mut agreement: Agreement =
        toml::from_str(text).map_err(|e| vec![toml_error(file, text, &e)])?;
    if let Some((path, drawn)) = drawn {
        let fault = |what| vec![DataError::new(path, 0, what, "mend the file")];
        agreement.shapes = outlines::shapes(drawn).map_err(fault)?;
    }
    let errors = check::check(file, text, folder, &agreement, pack);
    if errors.is_empty() { Ok(agreement) } else { Err(errors) }
}

/// Worked cases by agreement, each with its file; faults go to `errors`.
fn cases<'f>(files: &'f Files, errors: &mut Vec<DataError>) -> Vec<(&'f str, &'f str, WorkedCase)> {
    let mut cases = Vec::new();
    for (file, text) in files {
        let Some(rest) = file.strip_prefix(FOLDER).filter(|f| f.ends_with(".toml")) else {
            continue;
        };
        let Some((agreement, name)) = rest.split_once("/cases/") else { continue };
        match toml::from_str::<WorkedCase>(text) {
            Ok(case) if format!("{}.toml", case.id) == name => {
                cases.push((file.as_str(), agreement, case));
            }
            Ok(case) => {
                let what = format!("the case \"{}\" stands in the file {name}", case.id);
                errors.push(DataError::new(file, 1, what, "give both one name"));
            }
            Err(e) => errors.push(toml_error(file, text, &e)),
        }
    }
    cases
}

/// Runs every worked case of every agreement: how many there are, and what comes out otherwise
/// than they say.
pub fn check_cases(
    files: &Files,
    agreements: &BTreeMap<String, Agreement>,
    places: &BTreeMap<String, Place>,
    parties: &BTreeMap<String, Party>,
) -> (usize, Vec<DataError>) {
    let mut errors = Vec::new();
    let cases = cases(files, &mut errors);
    for (file, folder, case) in &cases {
        let Some(agreement) = agreements.get(*folder) else {
            let what = format!("there is no agreement \"{folder}\"");
            errors.push(DataError::new(file, 0, what, "add its agreement.toml"));
            continue;
        };
        let differences = run_worked_case(case, agreement, places, parties);
        errors.extend(differences.into_iter().map(|d| {
            DataError::new(file, 0, d.to_string(), "mend the terms, or correct what is expected")
        }));
    }
    (cases.len(), errors)
}
