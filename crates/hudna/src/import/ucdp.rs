//! Events of the UCDP Georeferenced Event Dataset (GED) become counts per area and day.

use std::collections::{BTreeMap, BTreeSet};
use std::io::Read;

use hudna_model::digest::sha256_hex;
use hudna_model::{Role, Situation};
use jiff::civil::Date;

use super::areas::Areas;
use super::counts::{Filing, Made, Taken};
use super::table::Table;
use crate::data::Data;
use crate::decide::Desk;
use crate::error::{Error, Result, Told};
use crate::ingest::counts::HEADER;
use crate::patrols::Rejected;

/// Fights in which a state is a side: `type_of_violence` of the dataset.
const STATE_BASED: &str = "1";
/// Most bytes that a packed file may unpack to.
const MAX_BYTES: u64 = 1 << 30;
/// Columns that the file must have, as they are named without `_`.
const COLUMNS: [&str; 6] = ["typeofviolence", "dyadname", "adm1", "datestart", "dateend", "best"];

/// What the dataset's rows made.
#[derive(Debug, Clone, PartialEq)]
pub struct Ged {
    /// The table.
    pub made: Made,
    /// Events taken.
    pub events: usize,
    /// Of them between parties.
    pub between: usize,
    /// Of them over several days, spread evenly.
    pub spread: usize,
    /// Events without an area, left out: between parties, and others.
    pub placeless: [usize; 2],
    /// Events in areas that the agreement does not list, left out, by the area's name.
    pub elsewhere: BTreeMap<String, usize>,
    /// Events outside the days asked for.
    pub outside: usize,
    /// Rows that cannot be taken.
    pub rejected: Vec<Rejected>,
    /// Dyads that were taken as between parties.
    pub dyads: Vec<String>,
    /// First and last day.
    pub days: Option<(Date, Date)>,
}

/// An event.
struct Event {
    dyad: String,
    state_based: bool,
    area: String,
    first: Date,
    last: Date,
    best: f64,
}

/// The text of a file, unpacked where its first bytes say that it is gzip.
///
/// # Errors
/// Bytes that do not unpack, or are no UTF-8; what is wrong with them.
pub fn text(bytes: Vec<u8>) -> std::result::Result<String, String> {
    let bytes = match bytes.starts_with(&[0x1f, 0x8b]) {
        false => bytes,
        true => {
            let mut out = Vec::new();
            let unpacked = flate2::read::MultiGzDecoder::new(&bytes[..]);
            unpacked.take(MAX_BYTES).read_to_end(&mut out).map_err(|e| format!("no gzip: {e}"))?;
            if out.len() as u64 == MAX_BYTES {
                return Err("it unpacks to more than a gigabyte".to_owned());
            }
            out
        }
    };
    String::from_utf8(bytes).map_err(|_| "not UTF-8".to_owned())
}

/// Makes counts of the events in the areas. A dyad is between parties when `between` says so of its
/// name; of the days only those from `from` to `to` are kept.
///
/// # Errors
/// The name of a column that the table does not have.
pub fn make(
    text: &str,
    areas: &Areas<'_>,
    between: &dyn Fn(&str) -> bool,
    (from, to): (Option<Date>, Option<Date>),
) -> std::result::Result<Ged, &'static str> {
    let (events, rejected) = events(text)?;
    let mut ged = Ged {
        made: Made { source: None, raw: String::new(), lines: Vec::new() },
        events: 0,
        between: 0,
        spread: 0,
        placeless: [0, 0],
        elsewhere: BTreeMap::new(),
        outside: 0,
        rejected,
        dyads: Vec::new(),
        days: None,
    };
    let within = |d: &Date| from.is_none_or(|f| *d >= f) && to.is_none_or(|t| *d <= t);
    let mut sums: BTreeMap<(String, Date), [f64; 3]> = BTreeMap::new();
    let (mut known, mut dyads) = (BTreeMap::new(), BTreeSet::new());
    for event in events {
        let days: Vec<Date> = days(event.first, event.last).collect();
        let kept: Vec<Date> = days.iter().filter(|d| within(d)).copied().collect();
        let (Some(first), Some(last)) = (kept.first(), kept.last()) else {
            ged.outside += 1;
            continue;
        };
        let parties = event.state_based && between(&event.dyad);
        let (low, high) = ged.days.unwrap_or((*first, *last));
        ged.days = Some((low.min(*first), high.max(*last)));
        if event.area.is_empty() {
            ged.placeless[usize::from(!parties)] += 1;
            continue;
        }
        let area = known.entry(event.area.clone()).or_insert_with(|| areas.find(&event.area).ok());
        let Some(area) = area else {
            *ged.elsewhere.entry(event.area).or_default() += 1;
            continue;
        };
        ged.events += 1;
        ged.between += usize::from(parties);
        ged.spread += usize::from(days.len() > 1);
        if parties {
            dyads.insert(event.dyad);
        }
        for day in kept {
            let sum = sums.entry((area.clone(), day)).or_default();
            sum[usize::from(!parties)] += 1.0 / days.len() as f64;
            sum[2] += event.best / days.len() as f64;
        }
    }
    ged.dyads = dyads.into_iter().collect();
    ged.made.raw = table(&sums, areas.list(), ged.days);
    Ok(ged)
}

/// A row for every area and day from the first to the last: none of the source's events is told as
/// none.
fn table(
    sums: &BTreeMap<(String, Date), [f64; 3]>,
    areas: &[String],
    span: Option<(Date, Date)>,
) -> String {
    let mut raw = format!("{HEADER}\n");
    let Some((first, last)) = span else { return raw };
    for area in areas {
        for day in days(first, last) {
            let sum = sums.get(&(area.clone(), day)).copied().unwrap_or_default();
            raw += &format!("{area},{day},{}\n", sum.map(plain).join(","));
        }
    }
    raw
}

/// Four decimals at most, no trailing zeros.
fn plain(n: f64) -> String {
    let text = format!("{n:.4}");
    let text = text.trim_end_matches('0').trim_end_matches('.');
    if text.is_empty() { "0".to_owned() } else { text.to_owned() }
}

fn days(first: Date, last: Date) -> impl Iterator<Item = Date> {
    first.series(jiff::Span::new().days(1)).take_while(move |day| *day <= last)
}

fn events(text: &str) -> std::result::Result<(Vec<Event>, Vec<Rejected>), &'static str> {
    let table = Table::parse(text);
    let mut at = [0; 6];
    for (place, name) in at.iter_mut().zip(COLUMNS) {
        *place = table.column(&[name]).ok_or(name)?;
    }
    let (mut taken, mut rejected) = (Vec::new(), Vec::new());
    for (line, cells) in &table.rows {
        let told = at.map(|at| cells.get(at).map_or("", |text| text.trim()));
        match event(told) {
            Ok(event) => taken.push(event),
            Err(why) => rejected.push(Rejected { line: *line, why }),
        }
    }
    Ok((taken, rejected))
}

fn event(
    [violence, dyad, area, first, last, best]: [&str; 6],
) -> std::result::Result<Event, String> {
    // Some editions write a time behind the day.
    let day = |text: &str| {
        let day = text.get(..10).and_then(|day| day.parse::<Date>().ok());
        day.ok_or_else(|| format!("\"{text}\" is no day"))
    };
    let (first, last) = (day(first)?, day(last)?);
    if last < first {
        return Err(format!("it ends on {last}, before it begins"));
    }
    let best = best.parse::<f64>().ok().filter(|n| n.is_finite() && *n >= 0.0);
    let best = best.ok_or_else(|| "the best estimate of deaths is no count".to_owned())?;
    let (dyad, area, state_based) = (dyad.to_owned(), area.to_owned(), violence == STATE_BASED);
    Ok(Event { dyad, state_based, area, first, last, best })
}

/// Whether both sides of a dyad ("Government of X - Y insurgents") are bound by the agreement, as
/// the register of parties knows their names.
pub fn bound(dyad: &str, situation: &Situation, data: &Data) -> bool {
    let sides: Vec<Option<String>> =
        dyad.split(" - ").map(|side| party(side, situation, data)).collect();
    let is_bound = |id: &String| {
        let mut roles = situation.agreement.parties.iter();
        roles.any(|m| m.party == *id && m.role == Role::Bound)
    };
    match &sides[..] {
        [Some(a), Some(b)] => a != b && is_bound(a) && is_bound(b),
        _ => false,
    }
}

fn party(name: &str, situation: &Situation, data: &Data) -> Option<String> {
    let fold = hudna_model::text::fold;
    let named =
        |p: &&hudna_model::Party| [&p.name.en, &p.name.ar].map(|n| fold(n)).contains(&fold(name));
    let usual = situation.parties.values().find(named).map(|p| p.id.clone());
    usual.or_else(|| {
        data.pack.langs.values().find_map(|lang| {
            let folded = lang.tongue.fold(name);
            let form = lang.party_forms.iter().find(|f| f.form == folded)?;
            Some(data.pack.parties[form.party].id.clone())
        })
    })
}

impl Desk<'_> {
    /// Takes events in as counts. `dyads` are those between parties; where none is named, those of
    /// which the register knows that both sides are bound. `notes` says what was left out.
    ///
    /// # Errors
    /// A table without a needed column or without any event that can be taken; no dyad that is
    /// between parties; one that stands already.
    pub fn ucdp(
        &self,
        filing: &Filing,
        text: &str,
        sha256: &str,
        dyads: &[String],
        days: (Option<Date>, Option<Date>),
        notes: &dyn Fn(&Ged) -> Vec<hudna_model::Bilingual>,
    ) -> Result<(Taken, Ged)> {
        let areas = Areas::new(&self.situation, self.data);
        let between = |dyad: &str| match dyads {
            [] => bound(dyad, &self.situation, self.data),
            named => named.iter().any(|d| d == dyad),
        };
        let known: BTreeMap<String, bool> = self.dyads(text, &between);
        let told = |column| {
            Told::error("told-no-ucdp-column", &[("column", column), ("file", &filing.file)])
        };
        let look = |dyad: &str| known.get(dyad).copied().unwrap_or(false);
        let ged = make(text, &areas, &look, days).map_err(told)?;
        if ged.events == 0 {
            let first = ged.rejected.first();
            let first = first.map_or("–".to_owned(), |r| format!("{}: {}", r.line, r.why));
            return Err(Told::error("told-no-count", &[("file", &filing.file), ("first", &first)]));
        }
        if ged.dyads.is_empty() {
            let some: Vec<&str> = known.keys().map(String::as_str).take(12).collect();
            let args = [("file", filing.file.as_str()), ("dyads", &some.join("; "))];
            return Err(Told::error("told-no-dyad", &args));
        }
        let mut filing = filing.clone();
        filing.notes.extend(notes(&ged));
        let (entered, _) = self.file_counts(&filing, vec![ged.made.clone()], sha256)?;
        let left = ged.placeless.iter().sum::<usize>() + ged.elsewhere.values().sum::<usize>();
        let (stored, rejected) = (ged.events, ged.rejected.clone());
        let read = stored + left + ged.outside + rejected.len();
        Ok((Taken { entered, read, stored, duplicate: 0, rejected }, ged))
    }

    /// State-based dyads of a file, and whether each is between parties.
    fn dyads(&self, text: &str, between: &dyn Fn(&str) -> bool) -> BTreeMap<String, bool> {
        let all = events(text).map(|(events, _)| events).unwrap_or_default();
        let names: BTreeSet<String> =
            all.into_iter().filter(|e| e.state_based).map(|e| e.dyad).collect();
        names.into_iter().map(|dyad| (dyad.clone(), between(&dyad))).collect()
    }
}

/// The bytes' digest, as records name it.
pub fn digest(bytes: &[u8]) -> String {
    sha256_hex(bytes)
}

/// What is wrong with a file that is no text.
pub fn unreadable(path: &std::path::Path, what: String) -> Error {
    let remedy = "give the dataset's CSV in UTF-8, plain or packed with gzip".to_owned();
    Error::Input { path: path.to_owned(), line: 0, what, remedy }
}

#[cfg(test)]
#[path = "ucdp_tests.rs"]
mod tests;
