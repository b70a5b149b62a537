//! How late a series' events come, from its successive files: each tells what was known on the day
//! on which it was received.

use std::collections::BTreeMap;

use hudna_model::Moment;
use hudna_series::delay::LONGEST;
use jiff::civil::Date;

use crate::record::CountsRecord;

/// Events by the days after which they came in, of days that have been watched from the first to
/// thirty days later; nothing from one file alone. Files in the order of entry.
pub(super) fn lags(files: &[(Moment, &CountsRecord)]) -> Vec<usize> {
    let mut out = vec![0_usize; LONGEST + 1];
    let (Some((first, _)), Some((last, _))) = (files.first(), files.last()) else {
        return Vec::new();
    };
    let (first, last) = (first.day(), last.day());
    let watched = |day: &Date| *day >= first && after(*day, last) >= LONGEST as i32;
    let mut known: BTreeMap<(String, Date), f64> = BTreeMap::new();
    for (received, record) in files {
        for (row, count) in sums(record).into_iter().filter(|((_, day), _)| watched(day)) {
            let lag = after(row.1, received.day());
            let before = known.entry(row).or_insert(0.0);
            // What is taken back later never came in; whole events are counted.
            let more = (count.round() - before.round()).max(0.0) as usize;
            *before = before.max(count);
            let slot = usize::try_from(lag).ok().and_then(|lag| out.get_mut(lag));
            slot.into_iter().for_each(|slot| *slot += more);
        }
    }
    if out.iter().all(|n| *n == 0) { Vec::new() } else { out }
}

fn after(day: Date, later: Date) -> i32 {
    day.until(later).map_or(0, |span| span.get_days())
}

/// Events between the parties by area and day.
fn sums(record: &CountsRecord) -> BTreeMap<(String, Date), f64> {
    let mut out = BTreeMap::new();
    for (row, _) in crate::ingest::counts::parse(&record.raw).0 {
        if let Ok(day) = row.date.parse::<Date>() {
            *out.entry((row.area, day)).or_insert(0.0) += row.events_between_parties;
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ingest::counts::HEADER;

    /// Files received on these days of 2016, with rows of one area.
    #[track_caller]
    fn check(files: &[(&str, &[(&str, u32)])], expected: &[(usize, usize)]) {
        let record = |rows: &[(&str, u32)]| {
            let line = |(day, n): &(&str, u32)| format!("sy-aleppo,2016-{day},{n},0,0\n");
            let rows: String = rows.iter().map(line).collect();
            CountsRecord {
                series: "own".into(),
                file: "own.csv".into(),
                sha256: String::new(),
                raw: format!("{HEADER}\n{rows}"),
                source: hudna_model::Bilingual::default(),
                notes: vec![],
                received_after_days: 0,
                hindsight: false,
                original: None,
            }
        };
        let records: Vec<(Moment, CountsRecord)> = files
            .iter()
            .map(|(day, rows)| {
                let at = format!("2016-{day}T20:00:00+03:00");
                (at.parse().expect("a time"), record(rows))
            })
            .collect();
        let records: Vec<(Moment, &CountsRecord)> = records.iter().map(|(m, r)| (*m, r)).collect();
        let found: Vec<(usize, usize)> =
            lags(&records).into_iter().enumerate().filter(|(_, n)| *n > 0).collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn successive_files_tell_how_late_events_came() {
        let first: (&str, &[(&str, u32)]) = ("03-01", &[("02-28", 9), ("03-01", 3)]);
        let next: (&str, &[(&str, u32)]) = ("03-02", &[("03-01", 4), ("03-02", 1)]);
        let last: (&str, &[(&str, u32)]) = ("04-20", &[("03-01", 4), ("03-02", 2), ("04-19", 5)]);
        // 3 and 1 came the same day, 1 the next, 1 after 49 days: that is hindsight.
        check(&[first, next, last], &[(0, 4), (1, 1)]);
        check(&[first, next], &[]);
        check(&[first], &[]);
        check(&[], &[]);
    }

    #[test]
    fn what_is_taken_back_never_came() {
        let day = |n| [("03-01", n)];
        let (a, b, c) = (day(3), day(1), day(3));
        check(&[("03-01", &a), ("03-02", &b), ("04-20", &c)], &[(0, 3)]);
    }
}
