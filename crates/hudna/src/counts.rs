//! Counts as they were filed: series beside one another, the newest file of each.

use std::collections::{BTreeMap, BTreeSet};

use hudna_model::{CountDay, CountSeries, Moment, OWN_SERIES};

use crate::error::{Error, Result};
use crate::facts::Facts;
use crate::record::{CountsRecord, Payload, Record};

mod arrivals;

/// Seconds of a day.
const DAY: i64 = 86_400;

/// Counts in force, of one series.
#[derive(Debug, Clone)]
pub struct FiledCounts {
    /// As received.
    pub record: CountsRecord,
    /// Index of its entry.
    pub entry: u64,
    /// Rows that count as received by `as_of`, with their line in the file.
    pub days: Vec<(CountDay, usize)>,
    /// Events by the days after which they came in, as successive files of the series tell.
    pub lags: Vec<usize>,
}

impl FiledCounts {
    /// Name and SHA-256 of the file that the lines are of: the original, where the table was made
    /// from one whose lines are known.
    pub fn file(&self) -> (&str, &str) {
        let original = self.record.original.as_ref().filter(|o| !o.lines.is_empty());
        original.map_or((&self.record.file, &self.record.sha256), |o| (&o.file, &o.sha256))
    }
}

/// The newest file of each series at a time, in the order of entry.
///
/// # Errors
/// A file that cannot be read.
pub(crate) fn filed(all: &[(u64, Payload)], as_of: Moment) -> Result<Vec<FiledCounts>> {
    let by_then = |received: Moment| received.seconds() <= as_of.seconds();
    let (gone_by_then, gone) = (undone(all, by_then), undone(all, |_| true));
    let mut out: Vec<FiledCounts> = Vec::new();
    let mut files: BTreeMap<&str, Vec<(Moment, &CountsRecord)>> = BTreeMap::new();
    for (entry, payload) in all {
        let Record::Counts(record) = &payload.record else { continue };
        let stands = match record.series == OWN_SERIES || record.hindsight {
            true => !gone.contains(entry),
            false => by_then(payload.received) && !gone_by_then.contains(entry),
        };
        if stands {
            out.retain(|c| c.record.series != record.series);
            out.push(of_record(record.clone(), *entry, as_of)?);
            files.entry(&record.series).or_default().push((payload.received, record));
        }
    }
    for counts in out.iter_mut().filter(|c| !c.record.hindsight) {
        let of = files.get(counts.record.series.as_str()).map_or(&[][..], |files| files);
        counts.lags = arrivals::lags(of);
    }
    Ok(out)
}

/// Entries undone by entries that are seen; an undoing that was undone undoes nothing. The story's
/// own counts, and what was coded in hindsight, count before they were entered, and so does that
/// they were taken back.
fn undone(all: &[(u64, Payload)], seen: impl Fn(Moment) -> bool) -> BTreeSet<u64> {
    let mut out = BTreeSet::new();
    for (entry, payload) in all.iter().rev() {
        if let Record::Undo(undo) = &payload.record
            && seen(payload.received)
            && !out.contains(entry)
        {
            out.extend(undo.entries());
        }
    }
    out
}

fn of_record(record: CountsRecord, entry: u64, as_of: Moment) -> Result<FiledCounts> {
    let (mut days, faults) = crate::ingest::counts::parse(&record.raw);
    if let Some(fault) = faults.first() {
        return Err(Error::Damaged { what: format!("counts of entry {entry}: {fault}") });
    }
    let lines = record.original.as_ref().map_or(&[][..], |o| &o.lines);
    days.iter_mut().zip(lines).for_each(|((_, line), told)| *line = *told);
    let after = record.received_after_days.clamp(0, crate::story::MAX_DELAY);
    let known = |day: &CountDay| {
        let day = day.date.parse::<jiff::civil::Date>();
        day.is_ok_and(|d| as_of.midnight_of(d).plus_seconds(after * DAY) <= as_of)
    };
    days.retain(|(day, _)| known(day));
    Ok(FiledCounts { record, entry, days, lags: Vec::new() })
}

impl Facts {
    /// The series of counts as judging takes them, in the order of entry.
    pub fn series(&self) -> Vec<CountSeries> {
        let of = |c: &FiledCounts| CountSeries {
            late: !c.record.hindsight,
            lags: c.lags.clone(),
            id: c.record.series.clone(),
            source: c.record.source.clone(),
            days: c.days.iter().map(|(day, _)| day.clone()).collect(),
        };
        self.counts.iter().map(of).collect()
    }

    /// The counts in force of a series.
    pub fn counts_of(&self, series: &str) -> Option<&FiledCounts> {
        self.counts.iter().find(|c| c.record.series == series)
    }
}
