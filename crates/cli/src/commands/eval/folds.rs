//! `hudna eval … --folds`: rules, tagger and both, side by side.

use std::path::Path;

use hudna::eval::{GoldFile, GoldReport, Lines, Summary, find_gold};
use hudna::fit::folds::{Compared, Folds, Reached, Way, compare as read_all, fit_with_models};
use hudna::{Error, Result};

use crate::args::{Common, Format};
use crate::commands::files;

/// Reads the reports in all ways and prints the table.
pub fn compare(common: &Common, gold: &Path, lines: Lines, folds: &Path) -> Result<u8> {
    let (folds, models) = Folds::load(folds)?;
    let reports = grouped(gold, lines)?;
    let progress = |fold: usize, reports: usize| {
        if !common.quiet {
            crate::out::note(format_args!("fold {} read: {reports} reports", fold + 1));
        }
    };
    let compared = read_all(&files(common)?, &reports, (&folds, &models), progress)?;
    if common.format == Some(Format::Json) {
        let json = serde_json::to_string_pretty(&compared);
        crate::out::put_line(json.map_err(crate::commands::json_error)?);
    } else {
        table(&compared);
    }
    Ok(0)
}

/// Fits the weights that go with a model.
pub fn fit(common: &Common, gold: &Path, lines: Lines, folds: &Path, into: &Path) -> Result<u8> {
    let (folds, models) = Folds::load(folds)?;
    let reports = grouped(gold, lines)?;
    let fitted = fit_with_models(&files(common)?, &reports, (&folds, &models), super::say)?;
    super::write_weights(into, fitted)
}

/// Annotated reports with the name of their group: the file, and of English ones the language.
fn grouped(gold: &Path, lines: Lines) -> Result<Vec<(String, GoldReport)>> {
    let usage = |e: hudna::eval::GoldError| Error::Usage(e.to_string());
    let mut out = Vec::new();
    for file in find_gold(gold).map_err(usage)?.files {
        let file = GoldFile::load(&file, lines).map_err(usage)?;
        let group = |r: &GoldReport| match r.lang.as_str() {
            "en" => "english".to_owned(),
            _ if file.name.contains("press") || file.name == "dev" => "press".to_owned(),
            _ => file.name.trim_start_matches("dev-ar-").to_owned(),
        };
        out.extend(file.reports.iter().map(|r| (group(r), r.clone())));
    }
    Ok(out)
}

const KINDS: [&str; 6] = ["violence", "toll", "meeting", "statement", "truce", "commitment"];

fn table(compared: &Compared) {
    let line = |what: std::fmt::Arguments<'_>| crate::out::put_line(what);
    line(format_args!(
        "{:<10}{:<8}{:>8}{:>7}{:>7}{:>7}{:>7}   {}",
        "", "", "reports", "found", "right", "calib", "iou", KINDS.map(|k| format!("{k:>10}")).join("")
    ));
    for (group, ways) in compared {
        for way in Way::ALL {
            if let Some(reached) = ways.get(&way) {
                line(format_args!("{}", row(group, way, reached)));
            }
        }
    }
    line(format_args!("\nover pairs"));
    for (group, ways) in compared {
        for (way, reached) in ways {
            let summary = Summary::from(&reached.scores);
            let shares = summary.attributes.iter().filter_map(|(name, share)| {
                share.0.map(|s| format!("{} {s:.2}", name.as_str()))
            });
            let shares: Vec<String> = shares.collect();
            line(format_args!("{group:<10}{:<8}{}", way.as_str(), shares.join("  ")));
        }
    }
}

fn row(group: &str, way: Way, reached: &Reached) -> String {
    let summary = Summary::from(&reached.scores);
    let kinds = KINDS.map(|k| {
        let figures = summary.kinds.iter().find(|(name, _)| name.as_str() == k);
        figures.map_or(format!("{:>10}", "-"), |(_, f)| format!("{:>10.3}", f.right.2))
    });
    format!(
        "{group:<10}{:<8}{:>8}{:>7.3}{:>7.3}{:>7.3}{:>7.2}   {}",
        way.as_str(),
        summary.reports,
        summary.all.found.2,
        summary.all.right.2,
        reached.calibration,
        summary.evidence_iou.unwrap_or_default(),
        kinds.join("")
    )
}
