//! Counts and truces of one's own.
//!
//! Each source of a counts file is a series by itself; nothing is added up over sources. A source
//! that writes down days on which nothing happened has not counted a day that it leaves out; of any
//! other source such a day is one of no events.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use serde::Serialize;

use super::counts::{Day, Series, day};
use super::files::text;
use crate::error::{Error, Result};
use crate::import::table::Table;

/// A source counts a day that it leaves out as none, when it has rows for at least this share of the
/// days of its areas, and rows of nothing among them.
const DAILY: f64 = 0.5;

/// The column that is taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum On {
    /// Events.
    Events,
    /// Deaths.
    Deaths,
}

/// A line that cannot be taken.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct RefusedLine {
    /// Its number, from 1.
    pub line: usize,
    /// What is wrong with it.
    pub why: String,
}

/// Counts by source, over the days of the whole file.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct OwnCounts {
    /// One series a source, by name; the name is empty where the file names none.
    pub sources: Vec<Series>,
    /// Lines taken.
    pub taken: usize,
    /// Lines refused.
    pub refused: Vec<RefusedLine>,
}

/// A truce: its areas, first and last day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OwnTruce {
    /// Area; none for all.
    pub area: Option<String>,
    /// First day.
    pub start: Day,
    /// Last day; none for one that goes on.
    pub end: Option<Day>,
}

struct Row {
    source: String,
    area: String,
    day: Day,
    /// None where the cell is empty: nobody counted.
    count: Option<f64>,
    nothing: bool,
}

/// Reads a counts file: `area,date,events,deaths[,source]`.
///
/// # Errors
/// A file that cannot be read, or has other columns, or no line that can be taken.
pub fn own_counts(path: &Path, on: On) -> Result<OwnCounts> {
    let remedy = "the first line is area,date,events,deaths and, if you like, source";
    let table = Table::parse(&text(path)?);
    let column = |name: &str| table.column(&[name]);
    let other = match on {
        On::Events => ("events", column("deaths")),
        On::Deaths => ("deaths", column("events")),
    };
    let (Some(area), Some(date), Some(count)) = (column("area"), column("date"), column(other.0))
    else {
        return Err(unusable(path, 1, "columns are missing", remedy));
    };
    let source = column("source");
    let (mut rows, mut refused, mut seen) = (Vec::new(), Vec::new(), BTreeMap::new());
    for (line, cells) in &table.rows {
        let columns = Columns { area, date, count, other: other.1, source };
        match row(cells, &columns, *line, &mut seen) {
            Ok(row) => rows.push(row),
            Err(why) => refused.push(RefusedLine { line: *line, why }),
        }
    }
    if rows.is_empty() {
        let first = refused.first();
        let (line, what) = first.map_or((0, "there are no counts"), |r| (r.line, r.why.as_str()));
        return Err(unusable(path, line, what, remedy));
    }
    Ok(OwnCounts { taken: rows.len(), sources: series(&rows), refused })
}

struct Columns {
    area: usize,
    date: usize,
    count: usize,
    other: Option<usize>,
    source: Option<usize>,
}

type Seen = BTreeMap<(String, String, Day), usize>;

fn row(
    cells: &[String],
    at: &Columns,
    line: usize,
    seen: &mut Seen,
) -> std::result::Result<Row, String> {
    let cell = |at: usize| cells.get(at).map_or("", |c| c.trim());
    let (area, date) = (cell(at.area), cell(at.date));
    if area.is_empty() {
        return Err("there is no area".to_owned());
    }
    let day = whole_day(date)?;
    let count = number(cell(at.count))?;
    let other = at.other.map_or(Ok(None), |at| number(cell(at)))?;
    let source = at.source.map_or("", cell).to_owned();
    let key = (source.clone(), area.to_owned(), day);
    if let Some(before) = seen.insert(key.clone(), line) {
        seen.insert(key, before);
        return Err(format!("{area} has a count of {date} on line {before} already"));
    }
    let nothing = count == Some(0.0) && other.is_none_or(|n| n == 0.0);
    Ok(Row { source, area: area.to_owned(), day, count, nothing })
}

fn whole_day(text: &str) -> std::result::Result<Day, String> {
    let whole = text.len() == 10;
    day(text).filter(|_| whole).ok_or_else(|| format!("\"{text}\" is not a day such as 2016-05-03"))
}

fn number(text: &str) -> std::result::Result<Option<f64>, String> {
    match text.parse::<f64>() {
        _ if text.is_empty() => Ok(None),
        Ok(n) if n.is_finite() && n >= 0.0 => Ok(Some(n)),
        _ => Err(format!("\"{text}\" is no count")),
    }
}

/// A series a source, from its first row to the last day of the file: one that stops early goes on
/// without events, as it looked then.
fn series(rows: &[Row]) -> Vec<Series> {
    let last = rows.iter().map(|r| r.day).max().unwrap_or_default();
    let names: BTreeSet<&str> = rows.iter().map(|r| r.source.as_str()).collect();
    let of = |name: &str| {
        let own: Vec<&Row> = rows.iter().filter(|r| r.source == name).collect();
        let first = own.iter().map(|r| r.day).min().unwrap_or_default();
        let mut out = Series::empty(name, first, last);
        for row in &own {
            out.area(&row.area);
        }
        let all = (out.areas.len() * out.days) as f64;
        if own.iter().any(|r| r.nothing) && own.len() as f64 >= DAILY * all {
            out.areas.values_mut().for_each(|counts| counts.fill(None));
        }
        for row in own {
            if let Some(at) = out.at(row.day) {
                out.area(&row.area)[at] = row.count;
            }
        }
        out
    };
    names.into_iter().map(of).collect()
}

/// Reads a truce file: `area,start,end`; an area that is empty or `*` is all, an empty end is none.
///
/// # Errors
/// As [`own_counts`].
pub fn own_truces(path: &Path, counts: &OwnCounts) -> Result<(Vec<OwnTruce>, Vec<RefusedLine>)> {
    let remedy = "the first line is area,start,end";
    let table = Table::parse(&text(path)?);
    let names = [["area"], ["start"], ["end"]].map(|name| table.column(&name));
    let [Some(area), Some(start), Some(end)] = names else {
        return Err(unusable(path, 1, "columns are missing", remedy));
    };
    let (mut good, mut refused) = (Vec::new(), Vec::new());
    for (line, cells) in &table.rows {
        let cell = |at: usize| cells.get(at).map_or("", |c| c.trim());
        match truce([cell(area), cell(start), cell(end)], counts) {
            Ok(truce) => good.push(truce),
            Err(why) => refused.push(RefusedLine { line: *line, why }),
        }
    }
    if good.is_empty() {
        let first = refused.first();
        let (line, what) = first.map_or((0, "there is no truce"), |r| (r.line, r.why.as_str()));
        return Err(unusable(path, line, what, remedy));
    }
    Ok((good, refused))
}

fn truce(
    [area, start, end]: [&str; 3],
    counts: &OwnCounts,
) -> std::result::Result<OwnTruce, String> {
    let area = Some(area.to_owned()).filter(|a| !a.is_empty() && a != "*");
    let start = whole_day(start)?;
    let end = if end.is_empty() { None } else { Some(whole_day(end)?) };
    if end.is_some_and(|end| end < start) {
        return Err("it ends before it starts".to_owned());
    }
    let of_area: Vec<&Series> = counts
        .sources
        .iter()
        .filter(|s| area.as_ref().is_none_or(|a| s.areas.contains_key(a)))
        .collect();
    if of_area.is_empty() {
        return Err(format!("there are no counts of \"{}\"", area.unwrap_or_default()));
    }
    let last = |s: &&Series| s.first + i32::try_from(s.days).unwrap_or(i32::MAX) - 1;
    let reaches = |s: &&Series| last(s) >= start && end.is_none_or(|end| end >= s.first);
    if !of_area.iter().any(|s| reaches(s)) {
        return Err("there are no counts of its days".to_owned());
    }
    Ok(OwnTruce { area, start, end })
}

fn unusable(path: &Path, line: usize, what: &str, remedy: &str) -> Error {
    let (what, remedy) = (what.to_owned(), remedy.to_owned());
    Error::Input { path: path.to_owned(), line, what, remedy }
}
