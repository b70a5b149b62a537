//! `hudna reread`: stored reports read again with the data and the model in force.

use hudna::reread::{Changed, Reread, Wanted, reread};
use hudna::{Env, Result, Store};
use hudna_brief::Value;

use crate::args::{Common, Format, RereadArgs};
use crate::commands::{SOME_REJECTED, data_to_read, json_error, with_names};
use crate::ui::Ui;

pub fn run(common: &Common, ui: &Ui, args: &RereadArgs) -> Result<u8> {
    let data = data_to_read(common)?;
    let env = Env::system();
    let store = match args.dry_run {
        true => Store::open_reading(&common.store)?,
        false => Store::open(&common.store, &env)?,
    };
    let data = with_names(data, common, &store)?;
    let dry_run = args.dry_run;
    let wanted = Wanted { since: args.since, until: common.as_of, only: None, dry_run };
    let bar = ui.progress(0, &ui.text("cli-reading", &[]));
    let done = reread(&store, &data, &env, wanted, &mut |done, total| {
        bar.set_length(total as u64);
        bar.set_position(done as u64);
    })?;
    bar.finish_and_clear();
    if matches!(ui.format(), Format::Json | Format::Jsonl) {
        let text = serde_json::to_string_pretty(&done).map_err(json_error)?;
        crate::out::put_line(text);
    } else {
        people(ui, &done);
    }
    Ok(if done.lost() > 0 { SOME_REJECTED } else { 0 })
}

/// What became of the reports, for people.
pub fn people(ui: &Ui, done: &Reread) {
    done.changed.iter().for_each(|report| ui.line(&report_line(ui, report)));
    unresolved(ui, done);
    counts(ui, done);
}

fn number(n: usize) -> Value {
    Value::from(n)
}

fn report_line(ui: &Ui, report: &Changed) -> String {
    let args = [
        ("report", format!("{} {}", report.id, report.label).into()),
        ("added", number(report.added.len())),
        ("removed", number(report.removed.len())),
        ("changed", number(report.changed.len())),
    ];
    ui.text("reread-report", &args)
}

fn unresolved(ui: &Ui, done: &Reread) {
    for decision in &done.unresolved {
        let claim = format!("{} ({})", decision.claim, decision.report);
        let args = [("entry", decision.entry.to_string().into()), ("claim", claim.into())];
        ui.line(&ui.text("reread-unresolved", &args));
    }
}

fn counts(ui: &Ui, done: &Reread) {
    let reports = [
        ("n", number(done.read)),
        ("changed", number(done.changed.len())),
        ("same", number(done.same)),
    ];
    ui.line(&ui.text("reread-counts", &reports));
    let claims = [
        ("added", number(done.claims.added)),
        ("removed", number(done.claims.removed)),
        ("changed", number(done.claims.changed)),
        ("same", number(done.claims.same)),
    ];
    ui.line(&ui.text("reread-claims", &claims));
    ui.line(&ui.text("reread-followed", &[("n", number(done.followed))]));
    if done.lost() > 0 {
        ui.line(&ui.text("reread-lost", &[("n", number(done.lost()))]));
    }
    if done.dry_run {
        ui.line(&ui.text("reread-dry", &[]));
    }
}
