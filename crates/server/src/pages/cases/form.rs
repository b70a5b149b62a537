//! A step as a form sends it.

use hudna::Told;
use hudna::cases::rules;
use hudna::model::{Acceptance, Case, CaseStep, Finding, Level, Remedy, Reply};

use crate::desk::Ctx;
use crate::fault::Fault;

fn bad() -> Fault {
    Fault::bad("w-core-form")
}

fn must(ctx: &Ctx<'_>, name: &str) -> Result<String, Fault> {
    ctx.ask.field(name).map(str::to_owned).ok_or_else(bad)
}

fn key(ctx: &Ctx<'_>) -> Option<String> {
    ctx.ask.field("key").map(str::to_owned)
}

fn hours(ctx: &Ctx<'_>, usual: u32) -> Result<u32, Fault> {
    let told = ctx.ask.field("hours").map(hudna::read::fold::fold);
    told.map_or(Ok(usual), |text| text.parse().map_err(|_| bad()))
}

/// The step that was sent.
///
/// # Errors
/// A field is missing or cannot be read.
pub fn step(ctx: &Ctx<'_>, case: &Case) -> Result<CaseStep, Fault> {
    let rules = rules(&ctx.cases().agreement);
    Ok(match ctx.ask.field("step").unwrap_or("") {
        "notified" => {
            CaseStep::Notified { party: must(ctx, "party")?, hours: hours(ctx, rules.reply_hours)? }
        }
        "replied" => CaseStep::Replied {
            party: must(ctx, "party")?,
            reply: Reply::parse(&must(ctx, "reply")?).ok_or_else(bad)?,
        },
        "tasked" => {
            CaseStep::Tasked { who: must(ctx, "who")?, hours: hours(ctx, rules.report_hours)? }
        }
        "reported" => CaseStep::Reported { report: ctx.ask.field("report").map(str::to_owned) },
        "drafted" => CaseStep::Drafted,
        "committee" => CaseStep::Committee,
        "board" => CaseStep::Board,
        "found" => CaseStep::Found {
            finding: Finding::parse(&must(ctx, "finding")?).ok_or_else(bad)?,
            against: ctx.ask.fields("against"),
            facts: ctx.ask.field("facts").unwrap_or("").to_owned(),
            key: key(ctx),
        },
        _ => behind(ctx, case)?,
    })
}

/// Steps after a finding.
fn behind(ctx: &Ctx<'_>, case: &Case) -> Result<CaseStep, Fault> {
    Ok(match ctx.ask.field("step").unwrap_or("") {
        "seconded" => CaseStep::Seconded { key: key(ctx) },
        "dissented" => CaseStep::Dissented { key: must(ctx, "key")? },
        "answered" => CaseStep::Answered {
            party: must(ctx, "party")?,
            acceptance: Acceptance::parse(&must(ctx, "stance")?).ok_or_else(bad)?,
        },
        "action" => action(ctx)?,
        "remedied" => {
            let action: usize = must(ctx, "action")?.parse().map_err(|_| bad())?;
            if action == 0 || action > case.actions.len() {
                return Err(bad());
            }
            CaseStep::Remedied {
                action,
                remedy: Remedy::parse(&must(ctx, "done")?).ok_or_else(bad)?,
            }
        }
        "published" => {
            CaseStep::Published { level: Level::parse(&must(ctx, "level")?).ok_or_else(bad)? }
        }
        "reopened" => CaseStep::Reopened,
        "expunged" => CaseStep::Expunged,
        _ => return Err(bad()),
    })
}

fn action(ctx: &Ctx<'_>) -> Result<CaseStep, Fault> {
    let due = must(ctx, "due")?;
    if hudna::ingest::not_a_day(&due).is_some() {
        return Err(Told::error("told-no-day", &[("day", &due)]).into());
    }
    Ok(CaseStep::Action {
        who: must(ctx, "who")?,
        what: must(ctx, "what")?,
        amount: must(ctx, "amount")?,
        place: must(ctx, "place")?,
        due,
    })
}
