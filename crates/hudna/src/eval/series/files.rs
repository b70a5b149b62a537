//! The files of a folder of conflict data: events and deaths of four records, and the tables that a
//! segmentation with hindsight made of them.

use std::io::Read as _;
use std::path::{Path, PathBuf};

use super::counts::{Day, Series, day};
use crate::error::{Error, Result};
use crate::import::table::Table;

/// Folder that is looked into when none is named.
pub const FOLDER: &str = "../shared/data/conflict";
const REMEDY: &str = "name the folder of conflict data with --conflict or HUDNA_CONFLICT";

/// Names of the four series, in the order of the tables.
pub const NAMES: [&str; 4] = ["VDC deaths", "UCDP events", "YDP raids", "UCDP-UKR events"];
const VDC: &str = "vdc_deaths_by_governorate_day_2011_2018.csv";
const UCDP: &str = "ucdp_ged_syria_2016_2019.csv";
/// The war that the truce of February 2016 was made for, as UCDP names its parties.
const PARTIES: &str = "Government of Syria - Syrian insurgents";
const YDP: &str = "yemen_data_project_air_raids_2015_2018.csv";
/// Least precise place of [`Events::Placed`], as UCDP numbers them.
const LEAST_PLACED: f64 = 4.0;
const UKRAINE: &str = "ucdp_ged_ukraine_2014_2022-02.csv";

/// Which events of UCDP are taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Events {
    /// All, on the day they began.
    All,
    /// Those known to a day or two, as the table of breaks was made.
    Short,
    /// Those of them whose place is known to a district or better, as the outlook was measured.
    Placed,
}

/// What is added up of UCDP's events.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Of {
    /// Events.
    Events,
    /// Deaths by its best estimate.
    Deaths,
}

/// The four series of a folder, in the order of [`NAMES`].
///
/// # Errors
/// A file that is absent, cannot be read or has other columns.
pub fn load(folder: &Path, events: Events) -> Result<[Series; 4]> {
    let ucdp = |file, name| ucdp_file(folder, file, name, events, Of::Events);
    Ok([vdc(folder)?, ucdp(UCDP, NAMES[1])?, raids(folder)?, ucdp(UKRAINE, NAMES[3])?])
}

/// Deaths by governorate: a column each.
///
/// # Errors
/// As [`load`].
pub fn vdc(folder: &Path) -> Result<Series> {
    let (path, table) = table(folder, VDC)?;
    let areas = headings(&path)?;
    let mut counts = Vec::new();
    for (line, row) in &table.rows {
        let day = cell_day(&path, *line, row, 0)?;
        for (area, cell) in areas.iter().zip(row).skip(1) {
            counts.push((area.clone(), day, number(&path, *line, cell)?));
        }
    }
    Ok(Series::new(NAMES[0], &counts))
}

/// Headings as they are written: a table's own are folded.
fn headings(path: &Path) -> Result<Vec<String>> {
    let text = text(path)?;
    Ok(text.lines().next().unwrap_or_default().split(',').map(|h| h.trim().to_owned()).collect())
}

/// UCDP's events in Syria or their deaths, in governorates that are known.
///
/// # Errors
/// As [`load`].
pub fn syria(folder: &Path, events: Events, of: Of) -> Result<Series> {
    let name = if of == Of::Events { NAMES[1] } else { "UCDP deaths" };
    let mut out = ucdp_file(folder, UCDP, name, events, of)?;
    out.areas.remove("");
    Ok(out)
}

/// UCDP's deaths in Syria between the parties of the truce of February 2016, on the day on which the
/// event began; other wars are not covered by that truce.
///
/// # Errors
/// As [`load`].
pub fn between_parties(folder: &Path) -> Result<Series> {
    let (path, mut table) = table(folder, UCDP)?;
    let [dyad] = columns(&path, &table, ["dyadname"])?;
    table.rows.retain(|(_, row)| cell(row, dyad) == PARTIES);
    ucdp_rows(&path, &table, "UCDP deaths between the parties", Events::All, Of::Deaths)
}

fn ucdp_file(folder: &Path, file: &str, name: &str, which: Events, of: Of) -> Result<Series> {
    let (path, table) = table(folder, file)?;
    ucdp_rows(&path, &table, name, which, of)
}

fn ucdp_rows(path: &Path, table: &Table, name: &str, which: Events, of: Of) -> Result<Series> {
    let names = ["adm1", "datestart", "dateend", "best", "whereprec"];
    let [area, from, to, best, precision] = columns(path, table, names)?;
    let mut counts = Vec::new();
    for (line, row) in &table.rows {
        let (from, to) = (cell_day(path, *line, row, from)?, cell_day(path, *line, row, to)?);
        let placed = number(path, *line, cell(row, precision))? <= LEAST_PLACED;
        if which != Events::All && to - from > 1 || which == Events::Placed && !placed {
            continue;
        }
        let count = match of {
            Of::Events => 1.0,
            Of::Deaths => number(path, *line, cell(row, best))?,
        };
        counts.push((governorate(cell(row, area)), from, count));
    }
    Ok(Series::new(name, &counts))
}

fn governorate(name: &str) -> String {
    let name = name.trim();
    let cut = [" Governorate", " governorate"].iter().find_map(|end| name.strip_suffix(end));
    cut.unwrap_or(name).trim().to_owned()
}

/// Air raids: an event a row.
///
/// # Errors
/// As [`load`].
pub fn raids(folder: &Path) -> Result<Series> {
    let (path, table) = table(folder, YDP)?;
    let [area, on] = columns(&path, &table, ["governorate", "date"])?;
    let mut counts = Vec::new();
    for (line, row) in &table.rows {
        counts.push((cell(row, area).to_owned(), cell_day(&path, *line, row, on)?, 1.0));
    }
    Ok(Series::new(NAMES[2], &counts))
}

/// A stretch of days of one level, found with hindsight.
#[derive(Debug, Clone, PartialEq)]
pub struct Segment {
    /// Series.
    pub dataset: String,
    /// Area.
    pub area: String,
    /// First day of the truce.
    pub truce: Day,
    /// Mean of the 42 days before it, by two decimals.
    pub mean_before: f64,
    /// First day.
    pub from: Day,
    /// Last day.
    pub to: Day,
    /// Mean of its days to that before the truce.
    pub ratio: f64,
}

/// The table of segments, in its order.
///
/// # Errors
/// As [`load`].
pub fn segments(folder: &Path) -> Result<Vec<Segment>> {
    let (path, table) = table(folder, "segments_hindsight.csv")?;
    let names = ["dataset", "area", "trucestart", "premean", "from", "to", "ratio"];
    let [dataset, area, truce, before, from, to, ratio] = columns(&path, &table, names)?;
    let segment = |(line, row): &(usize, Vec<String>)| {
        Ok(Segment {
            dataset: cell(row, dataset).to_owned(),
            area: cell(row, area).to_owned(),
            truce: cell_day(&path, *line, row, truce)?,
            mean_before: number(&path, *line, cell(row, before))?,
            from: cell_day(&path, *line, row, from)?,
            to: cell_day(&path, *line, row, to)?,
            ratio: number(&path, *line, cell(row, ratio))?,
        })
    };
    table.rows.iter().map(segment).collect()
}

/// A calm segment, and the upward break that ended it, if one did.
#[derive(Debug, Clone, PartialEq)]
pub struct Calm {
    /// Series.
    pub dataset: String,
    /// Area.
    pub area: String,
    /// First day of the truce.
    pub truce: Day,
    /// First calm day.
    pub from: Day,
    /// Last calm day.
    pub to: Day,
    /// First day of the higher level.
    pub broke: Option<Day>,
}

/// The table of calm segments and breaks, in its order.
///
/// # Errors
/// As [`load`].
pub fn calms(folder: &Path) -> Result<Vec<Calm>> {
    let (path, table) = table(folder, "benchmark_breaks_hindsight.csv")?;
    let names = ["dataset", "area", "trucestart", "calmfrom", "calmto", "breakdate"];
    let [dataset, area, truce, from, to, broke] = columns(&path, &table, names)?;
    let calm = |(line, row): &(usize, Vec<String>)| {
        let ended = !cell(row, broke).is_empty();
        Ok(Calm {
            dataset: cell(row, dataset).to_owned(),
            area: cell(row, area).to_owned(),
            truce: cell_day(&path, *line, row, truce)?,
            from: cell_day(&path, *line, row, from)?,
            to: cell_day(&path, *line, row, to)?,
            broke: if ended { Some(cell_day(&path, *line, row, broke)?) } else { None },
        })
    };
    table.rows.iter().map(calm).collect()
}

/// The file itself, or packed with `.gz` behind it.
fn found(folder: &Path, name: &str) -> PathBuf {
    let (plain, packed) = (folder.join(name), folder.join(format!("{name}.gz")));
    if !plain.exists() && packed.exists() { packed } else { plain }
}

fn table(folder: &Path, name: &str) -> Result<(PathBuf, Table)> {
    if !folder.is_dir() {
        let (path, what) = (folder.to_owned(), "there is no such folder".to_owned());
        return Err(Error::File { path, what, remedy: REMEDY });
    }
    let path = found(folder, name);
    let table = Table::parse(&text(&path)?);
    Ok((path, table))
}

/// The text of a file, unpacked where its name ends with `.gz`.
///
/// # Errors
/// A file that cannot be read, or is no UTF-8.
pub fn text(path: &Path) -> Result<String> {
    let fault = |e| Error::file(path, &e, REMEDY);
    let bytes = std::fs::read(path).map_err(fault)?;
    let mut out = String::new();
    if path.extension().is_some_and(|e| e == "gz") {
        flate2::read::MultiGzDecoder::new(bytes.as_slice())
            .read_to_string(&mut out)
            .map_err(fault)?;
        return Ok(out);
    }
    bytes.as_slice().read_to_string(&mut out).map_err(fault)?;
    Ok(out)
}

fn columns<const N: usize>(path: &Path, table: &Table, names: [&str; N]) -> Result<[usize; N]> {
    let mut out = [0; N];
    for (slot, name) in out.iter_mut().zip(names) {
        let missing = || bad(path, 1, &format!("there is no column \"{name}\""));
        *slot = table.column(&[name]).ok_or_else(missing)?;
    }
    Ok(out)
}

fn cell(row: &[String], at: usize) -> &str {
    row.get(at).map_or("", |c| c.trim())
}

fn cell_day(path: &Path, line: usize, row: &[String], at: usize) -> Result<Day> {
    let text = cell(row, at);
    day(text).ok_or_else(|| bad(path, line, &format!("\"{text}\" is no day")))
}

fn number(path: &Path, line: usize, text: &str) -> Result<f64> {
    match text.trim() {
        "" => Ok(0.0),
        text => text.parse().map_err(|_| bad(path, line, &format!("\"{text}\" is no number"))),
    }
}

fn bad(path: &Path, line: usize, what: &str) -> Error {
    let remedy = "use the files as they were published".to_owned();
    Error::Input { path: path.to_owned(), line, what: what.to_owned(), remedy }
}
