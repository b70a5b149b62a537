//! `hudna eval`: accuracy, measured on annotated reports, and weights fitted to them.

use std::collections::BTreeMap;
use std::path::Path;

use hudna::eval::merge::{evaluate_merging, merge_table};
use hudna::eval::{GoldFile, GoldReport, Lines, evaluate, find_gold, table};
use hudna::fit::{Fit, For, Lesson, fit_all};
use hudna::{Data, Error, Result};

use crate::args::{Common, EvalCommand, Format};
use crate::commands::{data_to_read, files};

mod folds;
mod series;

pub fn run(common: &Common, what: &EvalCommand) -> Result<u8> {
    match what {
        EvalCommand::Read { gold, lines, folds: Some(folds), .. } => {
            folds::compare(common, gold, chosen(lines)?, folds)
        }
        EvalCommand::Read { gold, lines, cross, errors, .. } => {
            let lines = chosen(lines)?;
            let data =
                if *cross { learnt_elsewhere(common, gold, lines)? } else { data_to_read(common)? };
            read(common, gold, lines, &data, *errors)
        }
        EvalCommand::Merge { file } => merge(common, file),
        EvalCommand::Areas(args) => series::areas(common, args),
        EvalCommand::Alarms(args) => series::alarms(common, args),
        EvalCommand::Outlook(args) => series::outlook(common, args),
        EvalCommand::Silence(args) => series::silence(common, args),
        EvalCommand::Fit { gold, lines, folds: Some(folds), into, .. } => {
            folds::fit(common, gold, chosen(lines)?, folds, into)
        }
        EvalCommand::Fit { gold, lines, text_lang, into, .. } => {
            let reports = annotated(gold, chosen(lines)?, text_lang)?;
            let lessons: Vec<Lesson<'_>> = reports.iter().map(|r| (r, None)).collect();
            let what = For::Rules(text_lang);
            let fitted = fit_all(&files(common)?, what, &lessons, say).map_err(Error::Data)?;
            write_weights(into, fitted)
        }
    }
}

fn chosen(lines: &str) -> Result<Lines> {
    Lines::parse(lines)
        .ok_or_else(|| Error::Usage(format!("--lines is all, odd or even, not \"{lines}\"")))
}

/// The data with weights fitted to the half that is not scored.
fn learnt_elsewhere(common: &Common, gold: &Path, lines: Lines) -> Result<Data> {
    let other = match lines {
        Lines::Odd => Lines::Even,
        Lines::Even => Lines::Odd,
        Lines::All => {
            let what =
                "--cross needs --lines odd or even: the weights are fitted to the other half";
            return Err(Error::Usage(what.into()));
        }
    };
    let mut files = files(common)?;
    let lang = "ar";
    let reports = annotated(gold, other, lang)?;
    let lessons: Vec<Lesson<'_>> = reports.iter().map(|r| (r, None)).collect();
    let fitted = fit_all(&files, For::Rules(lang), &lessons, |_| ()).map_err(Error::Data)?;
    let path = |name| format!("lang/{lang}/weights/{name}");
    files.extend(fitted.into_iter().map(|(name, text)| (path(name), text)));
    Data::load(&files)
}

fn read(common: &Common, gold: &Path, lines: Lines, data: &Data, errors: usize) -> Result<u8> {
    let read = |report: &hudna::model::Report| Some(hudna::read::read(report, &data.pack).0);
    let evaluation = evaluate(gold, lines, read).map_err(|e| Error::Usage(e.to_string()))?;
    if common.format == Some(Format::Json) {
        let json = serde_json::to_string_pretty(&evaluation);
        crate::out::put_line(json.map_err(|e| Error::Usage(e.to_string()))?);
    } else {
        crate::out::put(table(&evaluation));
        for line in evaluation.all.errors(errors) {
            crate::out::put_line(line);
        }
    }
    Ok(u8::from(!evaluation.bad_rows.is_empty()))
}

fn merge(common: &Common, file: &Path) -> Result<u8> {
    let data = data_to_read(common)?;
    let read = |report: &hudna::model::Report| hudna::read::read(report, &data.pack);
    let evaluation = evaluate_merging(file, &data, read)?;
    if common.format == Some(Format::Json) {
        let json = serde_json::to_string_pretty(&evaluation);
        crate::out::put_line(json.map_err(crate::commands::json_error)?);
    } else {
        crate::out::put(merge_table(&evaluation));
    }
    Ok(u8::from(!evaluation.bad_rows.is_empty()))
}

fn write_weights(into: &Path, fitted: BTreeMap<String, String>) -> Result<u8> {
    let place = "name a folder that may be written";
    std::fs::create_dir_all(into).map_err(|e| Error::file(into, &e, place))?;
    for (name, text) in fitted {
        let file = into.join(name);
        std::fs::write(&file, text).map_err(|e| Error::file(&file, &e, place))?;
    }
    Ok(0)
}

fn annotated(gold: &Path, lines: Lines, lang: &str) -> Result<Vec<GoldReport>> {
    let usage = |e: hudna::eval::GoldError| Error::Usage(e.to_string());
    let mut out = Vec::new();
    for file in find_gold(gold).map_err(usage)?.files {
        let reports = GoldFile::load(&file, lines).map_err(usage)?.reports;
        out.extend(reports.into_iter().filter(|r| r.report().lang.as_deref() == Some(lang)));
    }
    Ok(out)
}

/// One line a choice, and for probabilities the table of how reliable they are.
fn say(fit: &Fit) {
    crate::out::put_line(format_args!(
        "{:<8}{:>7} choices{:>7} weights   right out of fold {:.3}",
        fit.task, fit.instances, fit.weights, fit.accuracy
    ));
    for tenth in &fit.reliability {
        crate::out::put_line(format_args!(
            "    {:<12}{:>6} claims   told {:.2}   right {:.2}",
            tenth.kind, tenth.claims, tenth.told, tenth.right
        ));
    }
}
