//! Counts of a mission's own: a table of areas and days becomes series beside those that are there.

use std::collections::{BTreeMap, BTreeSet};

use hudna_model::digest::sha256_hex;
use hudna_model::{Bilingual, OWN_SERIES};

use super::areas::Areas;
use super::table::Table;
use crate::decide::{Desk, Entered};
use crate::error::{Result, Told};
use crate::ingest::counts::HEADER;
use crate::patrols::Rejected;
use crate::record::{CountsRecord, OriginalFile, Record};

/// What is said of a file of counts.
#[derive(Debug, Clone)]
pub struct Filing {
    /// Name of the file.
    pub file: String,
    /// Id of the series.
    pub series: String,
    /// Where the counts come from.
    pub source: Bilingual,
    /// What was left out or spread.
    pub notes: Vec<Bilingual>,
    /// Days after a day on which its row counts as received.
    pub delay: i64,
    /// They were coded later than they count as received.
    pub hindsight: bool,
}

/// What became of a file of counts.
#[derive(Debug, Clone, serde::Serialize)]
pub struct Taken {
    /// One entry for each series.
    pub entered: Vec<Entered>,
    /// Units read: rows, or events.
    pub read: usize,
    /// Of them stored.
    pub stored: usize,
    /// Of them there already: the same row again, or in a series that stands as it is.
    pub duplicate: usize,
    /// Of them rejected, with reasons.
    pub rejected: Vec<Rejected>,
}

/// A table of one series: text in the form of a story's counts, and where its rows stood.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Made {
    /// The source that rows name; none where they name none.
    pub source: Option<String>,
    /// The table.
    pub raw: String,
    /// Line in the original of each row; empty where rows are sums of many.
    pub lines: Vec<usize>,
}

/// A row that can be taken.
#[derive(Debug, PartialEq, Eq)]
struct Row {
    source: Option<String>,
    area: String,
    date: String,
    /// Events between parties, others, deaths, as written.
    figures: [String; 3],
}

/// Reads a table: one series for each source that it names, the rows rejected, and how many were
/// there already.
///
/// # Errors
/// The name of a column that the table does not have.
pub fn parse(
    text: &str,
    areas: &Areas<'_>,
) -> std::result::Result<(Vec<Made>, Vec<Rejected>, usize), &'static str> {
    let table = Table::parse(text);
    let columns = Columns::of(&table)?;
    let (mut taken, mut rejected, mut duplicate) = (Vec::<(usize, Row)>::new(), Vec::new(), 0);
    let mut seen: BTreeMap<(Option<String>, String, String), usize> = BTreeMap::new();
    for (line, cells) in table.rows.iter().filter(|(_, c)| !c[0].starts_with('#')) {
        let row = match columns.row(cells, areas) {
            Ok(row) => row,
            Err(why) => {
                rejected.push(Rejected { line: *line, why });
                continue;
            }
        };
        let key = (row.source.clone(), row.area.clone(), row.date.clone());
        match seen.get(&key).map(|at| &taken[*at]) {
            Some((_, first)) if *first == row => duplicate += 1,
            Some((first, _)) => {
                let why = format!("line {first} has other counts of the same area and day");
                rejected.push(Rejected { line: *line, why });
            }
            None => {
                seen.insert(key, taken.len());
                taken.push((*line, row));
            }
        }
    }
    Ok((made(&taken), rejected, duplicate))
}

/// The rows by source, each source's in the order of the file.
fn made(taken: &[(usize, Row)]) -> Vec<Made> {
    let sources: BTreeSet<&Option<String>> = taken.iter().map(|(_, row)| &row.source).collect();
    let of = |source: &Option<String>| {
        let (mut raw, mut lines) = (format!("{HEADER}\n"), Vec::new());
        for (line, row) in taken.iter().filter(|(_, row)| row.source == *source) {
            raw += &format!("{},{},{}\n", row.area, row.date, row.figures.join(","));
            lines.push(*line);
        }
        Made { source: source.clone(), raw, lines }
    };
    sources.into_iter().map(of).collect()
}

/// Where a table has what.
struct Columns {
    area: usize,
    date: usize,
    between: usize,
    other: Option<usize>,
    deaths: usize,
    source: Option<usize>,
}

impl Columns {
    fn of(table: &Table) -> std::result::Result<Columns, &'static str> {
        let between = table.column(&["eventsbetweenparties", "events", "الأحداث"]);
        Ok(Columns {
            area: table.column(&["area", "المنطقة"]).ok_or("area")?,
            date: table.column(&["date", "day", "التاريخ"]).ok_or("date")?,
            between: between.ok_or("events")?,
            other: table.column(&["eventsother"]),
            deaths: table.column(&["deathsbest", "deaths", "القتلى"]).ok_or("deaths")?,
            source: table.column(&["source", "المصدر"]),
        })
    }

    fn row(&self, cells: &[String], areas: &Areas<'_>) -> std::result::Result<Row, String> {
        let cell = |at: usize| cells.get(at).map_or("", |text| text.trim());
        let date = cell(self.date);
        if crate::ingest::not_a_day(date).is_some() || date.len() != 10 {
            return Err(format!("\"{date}\" is no day; write it as 2016-05-03"));
        }
        let area = areas.find(cell(self.area))?;
        let other = self.other.map_or("0", cell);
        let figures = [cell(self.between), other, cell(self.deaths)].map(figure);
        let [between, other, deaths] = figures;
        let source = self.source.map(|at| cell(at).to_owned());
        if source.as_deref() == Some("") {
            return Err("no source is named".to_owned());
        }
        let figures = [between?, other?, deaths?];
        Ok(Row { source, area, date: date.to_owned(), figures })
    }
}

fn figure(text: &str) -> std::result::Result<String, String> {
    match text.parse::<f64>() {
        Ok(n) if n.is_finite() && n >= 0.0 => Ok(text.to_owned()),
        _ => Err(format!("\"{text}\" is no count")),
    }
}

/// The part of an id that stands for a source: its Latin letters and digits, else a digest.
fn slug(source: &str) -> String {
    let plain = |c: char| if c.is_ascii_alphanumeric() { c.to_ascii_lowercase() } else { '-' };
    let text: String = source.chars().map(plain).collect();
    let parts: Vec<&str> = text.split('-').filter(|p| !p.is_empty()).collect();
    let whole = source.chars().all(|c| c.is_ascii() || c.is_whitespace());
    if whole && !parts.is_empty() {
        return parts.join("-");
    }
    sha256_hex(source.as_bytes())[..8].to_owned()
}

impl Desk<'_> {
    /// Takes a table of counts in.
    ///
    /// # Errors
    /// A table without a needed column or without any row that can be taken; one that stands
    /// already; an id that no series can have.
    pub fn counts(&self, filing: &Filing, text: &str) -> Result<Taken> {
        let areas = Areas::new(&self.situation, self.data);
        let told = |column| {
            Told::error("told-no-counts-column", &[("column", column), ("file", &filing.file)])
        };
        let (made, rejected, duplicate) = parse(text, &areas).map_err(told)?;
        let rows: usize = made.iter().map(|m| m.lines.len()).sum();
        let read = rows + rejected.len() + duplicate;
        if rows == 0 {
            let first =
                rejected.first().map_or("1".to_owned(), |r| format!("{}: {}", r.line, r.why));
            let args = [("file", filing.file.as_str()), ("first", &first)];
            return Err(Told::error("told-no-count", &args));
        }
        let sha256 = sha256_hex(text.as_bytes());
        let (entered, there) = self.file_counts(filing, made, &sha256)?;
        let (stored, duplicate) = (rows - there, duplicate + there);
        Ok(Taken { entered, read, stored, duplicate, rejected })
    }

    /// Enters the tables that are new; how many rows were there already.
    ///
    /// # Errors
    /// All stand already; an id that no series can have.
    pub(crate) fn file_counts(
        &self,
        filing: &Filing,
        made: Vec<Made>,
        sha256: &str,
    ) -> Result<(Vec<Entered>, usize)> {
        let plain = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
        if filing.series.is_empty() || !filing.series.chars().all(plain) {
            return Err(Told::error("told-bad-id", &[("id", &filing.series)]));
        }
        if filing.series == OWN_SERIES {
            return Err(Told::error("told-series-own", &[("id", OWN_SERIES)]));
        }
        let (mut records, mut there, mut standing) = (Vec::new(), 0, None);
        for made in made {
            let raw = sha256_hex(made.raw.as_bytes());
            let same = |c: &&crate::counts::FiledCounts| {
                [&raw, sha256].contains(&c.record.sha256.as_str())
            };
            if let Some(counts) = self.facts.counts.iter().find(same) {
                there += made.lines.len();
                standing = Some(counts.entry);
            } else {
                let record = record(filing, made, raw, sha256);
                let id = record.series.clone();
                records.push((Record::Counts(record), id));
            }
        }
        if let Some(entry) = standing.filter(|_| records.is_empty()) {
            return Err(Told::error("told-already", &[("entry", &entry.to_string())]));
        }
        Ok((self.enter_all(records)?, there))
    }
}

fn record(filing: &Filing, made: Made, raw: String, sha256: &str) -> CountsRecord {
    let Filing { file, series, source, .. } = filing;
    let (series, source) = match &made.source {
        None => (series.clone(), source.clone()),
        Some(name) => {
            let both = |text: &str| format!("{text}: {name}");
            (format!("{series}-{}", slug(name)), Bilingual::new(both(&source.ar), both(&source.en)))
        }
    };
    let original =
        OriginalFile { file: file.clone(), sha256: sha256.to_owned(), lines: made.lines };
    CountsRecord {
        series,
        file: file.clone(),
        sha256: raw,
        raw: made.raw,
        source,
        notes: filing.notes.clone(),
        received_after_days: filing.delay,
        hindsight: filing.hindsight,
        original: Some(original),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(source: &str, expected: &str) {
        assert_eq!(slug(source), expected);
    }

    #[test]
    fn sources_have_plain_ids() {
        check("VDC (deaths)", "vdc-deaths");
        assert_eq!(slug("المرصد").len(), 8);
        assert_ne!(slug("المرصد 1"), slug("الشبكة 1"), "digits alone are no name");
    }
}
