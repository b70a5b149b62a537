//! Patrols of monitors, from a table.

use std::collections::BTreeMap;

use hudna_model::digest::{sha256_hex, short_id};
use hudna_model::{Patrol, Place, PlaceLevel, Reached};

use crate::decide::{Desk, Entered};
use crate::error::{Result, Told};
use crate::facts::Facts;
use crate::import::table::Table;
use crate::record::{PatrolsRecord, Record};

/// Columns that a table of patrols must have: each under one of these names.
const NEEDED: [(&str, &[&str]); 4] = [
    ("date", &["date", "day", "التاريخ"]),
    ("place", &["place", "area", "المكان"]),
    ("team", &["team", "patrol", "الفريق"]),
    ("reached", &["reached", "الوصول"]),
];

/// Columns that it may have.
const FURTHER: [(&str, &[&str]); 3] = [
    ("reason", &["reason", "السبب"]),
    ("by", &["by", "refused_by", "المانع"]),
    ("observations", &["observations", "الملاحظات"]),
];

/// A row that is not taken, and why.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
pub struct Rejected {
    /// Line of the file.
    pub line: usize,
    /// Why.
    pub why: String,
}

/// Reads a table: what is taken, and what is not.
///
/// # Errors
/// The name of a column that the table does not have.
pub fn parse(
    text: &str,
    places: &BTreeMap<String, Place>,
    entry: u64,
) -> std::result::Result<(Vec<Patrol>, Vec<Rejected>), &'static str> {
    let table = Table::parse(text);
    let mut columns = BTreeMap::new();
    for (name, names) in NEEDED {
        columns.insert(name, table.column(names).ok_or(name)?);
    }
    for (name, names) in FURTHER {
        columns.extend(table.column(names).map(|at| (name, at)));
    }
    let (mut taken, mut rejected) = (Vec::new(), Vec::new());
    for (line, cells) in &table.rows {
        let cell = |name: &str| -> &str {
            let at = columns.get(name).and_then(|at| cells.get(*at));
            at.map_or("", |text| text.trim())
        };
        match patrol(&cell, places, (*line, entry)) {
            Ok(patrol) => taken.push(patrol),
            Err(why) => rejected.push(Rejected { line: *line, why }),
        }
    }
    Ok((taken, rejected))
}

/// What a row of a table says in some columns, by the line on which it stands; none where the table
/// has no such column, or nothing stands in it. Tables of patrols may have columns beside those that
/// are read: `from`, `until`, `watched`.
pub fn told<const N: usize>(text: &str, line: usize, columns: [&str; N]) -> [Option<String>; N] {
    let table = Table::parse(text);
    let row = table.rows.iter().find(|(at, _)| *at == line);
    columns.map(|name| {
        let cell = row?.1.get(table.column(&[name])?)?.trim();
        (!cell.is_empty()).then(|| cell.to_owned())
    })
}

fn patrol<'c>(
    cell: &dyn Fn(&str) -> &'c str,
    places: &BTreeMap<String, Place>,
    (line, entry): (usize, u64),
) -> std::result::Result<Patrol, String> {
    let (day, place, team) = (cell("date"), cell("place"), cell("team"));
    if crate::ingest::not_a_day(day).is_some() || day.len() != 10 {
        return Err(format!("\"{day}\" is no day; write it as 2016-05-03"));
    }
    if !places.contains_key(place) {
        return Err(format!("no place has the id \"{place}\"; see `hudna places find`"));
    }
    if team.is_empty() {
        return Err("no team is named".to_owned());
    }
    let reached = match cell("reached").to_lowercase().as_str() {
        "yes" | "نعم" => Reached::Yes,
        "no" | "لا" => Reached::No,
        "refused" | "مُنع" | "منع" => Reached::Refused,
        other => return Err(format!("\"{other}\" is none of yes, no, refused")),
    };
    let told = |name| Some(cell(name).to_owned()).filter(|text| !text.is_empty());
    let reason = told("reason");
    if reached != Reached::Yes && reason.is_none() {
        return Err("not reached, and no reason is told".to_owned());
    }
    let key = [day, place, team, &line.to_string(), &entry.to_string()];
    Ok(Patrol {
        id: short_id("PAT", key.iter().map(|k| k.as_bytes())),
        day: day.to_owned(),
        place: place.to_owned(),
        area: area(places, place),
        team: team.to_owned(),
        reached,
        reason,
        by: told("by").filter(|_| reached == Reached::Refused),
        observations: told("observations"),
        line,
        entry,
    })
}

/// The governorate that a place lies in, or is.
fn area(places: &BTreeMap<String, Place>, place: &str) -> Option<String> {
    let above = |p: &&Place| p.parent.as_ref().and_then(|id| places.get(id));
    let mut chain = std::iter::successors(places.get(place), above).take(places.len());
    chain.find(|p| p.level == PlaceLevel::Governorate).map(|p| p.id.clone())
}

/// All patrols whose files stand, the newest day first.
pub fn patrols(facts: &Facts, places: &BTreeMap<String, Place>) -> Vec<Patrol> {
    let files = facts.standing().filter_map(|act| match &act.record {
        Record::Patrols(file) => Some((act.entry, file)),
        _ => None,
    });
    let mut all: Vec<Patrol> = files
        .filter_map(|(entry, file)| parse(&file.raw, places, entry).ok())
        .flat_map(|(taken, _)| taken)
        .collect();
    all.sort_by(|a, b| b.day.cmp(&a.day).then_with(|| (a.entry, a.line).cmp(&(b.entry, b.line))));
    all
}

impl Desk<'_> {
    /// Takes a table of patrols in: what was taken, and what was not.
    ///
    /// # Errors
    /// A table without a needed column or without any row that can be taken, or one that stands
    /// already.
    pub fn patrols(&self, file: &str, raw: &str) -> Result<(Entered, Vec<Patrol>, Vec<Rejected>)> {
        let sha256 = sha256_hex(raw.as_bytes());
        let same = |r: &Record| matches!(r, Record::Patrols(p) if p.sha256 == sha256);
        if let Some(act) = self.facts.standing().find(|act| same(&act.record)) {
            return Err(Told::error("told-already", &[("entry", &act.entry.to_string())]));
        }
        let places = &self.situation.places;
        let told = |column| Told::error("told-no-column", &[("column", column), ("file", file)]);
        let (taken, rejected) = parse(raw, places, 0).map_err(told)?;
        if taken.is_empty() {
            let first =
                rejected.first().map_or(String::new(), |r| format!("{}: {}", r.line, r.why));
            return Err(Told::error("told-no-patrol", &[("file", file), ("first", &first)]));
        }
        let record = PatrolsRecord { file: file.to_owned(), sha256, raw: raw.to_owned() };
        let entered = self.enter(Record::Patrols(record), file, None)?;
        Ok((entered, taken, rejected))
    }
}

#[cfg(test)]
mod tests {
    use hudna_model::Bilingual;

    use super::*;

    fn places() -> BTreeMap<String, Place> {
        let place = |id: &str, parent: Option<&str>, level| Place {
            id: id.to_owned(),
            parent: parent.map(str::to_owned),
            level,
            lat: 36.0,
            lon: 37.0,
            pcode: None,
            name: Bilingual::new("م", "p"),
        };
        let all = [
            place("gov", None, PlaceLevel::Governorate),
            place("town", Some("gov"), PlaceLevel::Settlement),
        ];
        all.into_iter().map(|p| (p.id.clone(), p)).collect()
    }

    fn rows(body: &str) -> (Vec<Patrol>, Vec<Rejected>) {
        let text = format!("date,place,team,reached,reason,observations\n{body}");
        parse(&text, &places(), 7).expect("the columns are there")
    }

    #[track_caller]
    fn rejects(row: &str, why: &str) {
        let (taken, rejected) = rows(row);
        assert!(taken.is_empty() && rejected[0].why.contains(why), "{rejected:?}");
    }

    #[test]
    fn a_patrol_that_saw_nothing_is_a_nil_return() {
        let (taken, _) =
            rows("2016-05-03,town,A,yes,,\n2016-05-03,town,A,yes,,\"two shots, far\"\n");
        assert_eq!(taken.iter().map(Patrol::is_nil).collect::<Vec<_>>(), [true, false]);
        assert_eq!(taken[0].area.as_deref(), Some("gov"));
        assert_ne!(taken[0].id, taken[1].id);
    }

    #[test]
    fn what_was_not_reached_says_why() {
        let (taken, _) =
            rows("2016-05-03,gov,A,refused,checkpoint,\n2016-05-03,town,A,no,mines,\n");
        assert_eq!(
            taken.iter().map(|p| p.reached).collect::<Vec<_>>(),
            [Reached::Refused, Reached::No]
        );
        rejects("2016-05-03,town,A,no,,\n", "no reason");
        rejects("2016-05-03,town,A,perhaps,,\n", "none of yes, no, refused");
        rejects("3 May,town,A,yes,,\n", "no day");
        rejects("2016-05-03,nowhere,A,yes,,\n", "no place");
        rejects("2016-05-03,town,,yes,,\n", "no team");
    }

    #[test]
    fn who_refused_a_patrol_stands_with_it() {
        let text = "date,place,team,reached,reason,by\n2016-05-03,gov,A,refused,closed,army\n\
                    2016-05-03,town,A,no,mines,army\n";
        let (taken, _) = parse(text, &places(), 7).expect("the columns are there");
        let by: Vec<Option<&str>> = taken.iter().map(|p| p.by.as_deref()).collect();
        assert_eq!(by, [Some("army"), None]);
    }

    #[test]
    fn a_table_without_a_needed_column_is_named() {
        assert_eq!(parse("date,place,reached\n", &places(), 0), Err("team"));
        let arabic = "التاريخ;المكان;الفريق;الوصول\n2016-05-03;town;أ;نعم\n";
        assert_eq!(parse(arabic, &places(), 0).map(|(taken, _)| taken.len()), Ok(1));
    }
}
