//! `hudna eval areas|alarms|outlook|silence`: measured on public records, or told for counts of
//! one's own.

use std::path::Path;

use hudna::eval::series::{
    On, OwnCounts, OwnTruce, RefusedLine, alarms_table, areas_table, evaluate_alarms,
    evaluate_areas, evaluate_outlook, evaluate_silence, outlook_table, own_counts, own_truces,
    silence_table, tell_alarms, tell_areas, tell_outlook, tell_silence,
};
use hudna::{Error, Result};
use serde::Serialize;

use crate::args::{Column, Common, Format, SeriesArgs};
use crate::commands::SOME_REJECTED;

/// Bytes of lines that are gathered before they are written.
const BATCH: usize = 1 << 16;

pub fn areas(common: &Common, args: &SeriesArgs) -> Result<u8> {
    if let Some(own) = Own::new(args)? {
        return own.tell(common, |counts, truces, lines| {
            tell_areas(counts, truces, |line| lines.add(line));
        });
    }
    let found = evaluate_areas(&args.conflict)?;
    print(common, &found, areas_table)
}

pub fn alarms(common: &Common, args: &SeriesArgs) -> Result<u8> {
    if let Some(own) = Own::new(args)? {
        return own.tell(common, |counts, truces, lines| {
            tell_alarms(counts, truces, |line| lines.add(line));
        });
    }
    let found = evaluate_alarms(&args.conflict)?;
    print(common, &found, alarms_table)
}

pub fn outlook(common: &Common, args: &SeriesArgs) -> Result<u8> {
    if let Some(own) = Own::new(args)? {
        return own.tell(common, |counts, truces, lines| {
            tell_outlook(counts, truces, |line| lines.add(line));
        });
    }
    let found = evaluate_outlook(&args.conflict)?;
    print(common, &found, outlook_table)
}

pub fn silence(common: &Common, args: &SeriesArgs) -> Result<u8> {
    if let Some(own) = Own::of_sources(args)? {
        return own.tell(common, |counts, truces, lines| {
            tell_silence(counts, truces, |line| lines.add(line));
        });
    }
    let found = evaluate_silence(&args.conflict)?;
    print(common, &found, silence_table)
}

fn print<T: Serialize>(common: &Common, found: &T, table: fn(&T) -> String) -> Result<u8> {
    if common.format == Some(Format::Json) {
        let json = serde_json::to_string_pretty(found);
        crate::out::put_line(json.map_err(crate::commands::json_error)?);
    } else {
        crate::out::put(table(found));
    }
    Ok(0)
}

/// Counts and truces of one's own.
struct Own<'a> {
    files: [Option<&'a Path>; 2],
    counts: OwnCounts,
    truces: Vec<OwnTruce>,
    /// Lines of the truces that were refused.
    refused: Vec<RefusedLine>,
}

impl<'a> Own<'a> {
    /// What the options name, if they do.
    fn new(args: &'a SeriesArgs) -> Result<Option<Own<'a>>> {
        if args.counts.is_some() && args.truce.is_none() {
            let what = "--counts needs --truce FILE with area, start and end of each truce";
            return Err(Error::Usage(what.into()));
        }
        Own::of_sources(args)
    }

    /// The same without need of truces: sources are told on all their days.
    fn of_sources(args: &'a SeriesArgs) -> Result<Option<Own<'a>>> {
        let Some(file) = &args.counts else { return Ok(None) };
        let on = match args.on {
            Column::Events => On::Events,
            Column::Deaths => On::Deaths,
        };
        let counts = own_counts(file, on)?;
        let (truces, refused) = match &args.truce {
            Some(truce) => own_truces(truce, &counts)?,
            None => Default::default(),
        };
        let files = [Some(file.as_path()), args.truce.as_deref()];
        Ok(Some(Own { files, counts, truces, refused }))
    }

    /// Writes the lines, then what was refused.
    fn tell(
        &self,
        common: &Common,
        each: impl FnOnce(&OwnCounts, &[OwnTruce], &mut Lines),
    ) -> Result<u8> {
        let mut lines = Lines::default();
        each(&self.counts, &self.truces, &mut lines);
        lines.end()?;
        let bad = [&self.counts.refused, &self.refused];
        for (file, refused) in self.files.iter().flatten().zip(bad) {
            for bad in refused {
                crate::out::note(format_args!(
                    "hudna: {}:{}: {}",
                    file.display(),
                    bad.line,
                    bad.why
                ));
            }
        }
        let (taken, refused) = (self.counts.taken + self.truces.len(), bad[0].len() + bad[1].len());
        if refused > 0 && !common.quiet {
            crate::out::note(format_args!("hudna: {taken} lines taken, {refused} refused"));
        }
        Ok(if refused == 0 { 0 } else { SOME_REJECTED })
    }
}

/// JSON lines on their way out.
#[derive(Default)]
struct Lines {
    bytes: Vec<u8>,
    fault: Option<serde_json::Error>,
}

impl Lines {
    fn add(&mut self, line: &impl Serialize) {
        match serde_json::to_writer(&mut self.bytes, line) {
            Ok(()) => self.bytes.push(b'\n'),
            Err(e) => self.fault = Some(e),
        }
        if self.bytes.len() >= BATCH {
            self.write();
        }
    }

    fn write(&mut self) {
        crate::out::put(String::from_utf8_lossy(&self.bytes));
        self.bytes.clear();
    }

    fn end(mut self) -> Result<()> {
        self.write();
        self.fault.map_or(Ok(()), |e| Err(crate::commands::json_error(e)))
    }
}
