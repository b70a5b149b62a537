//! Undoing what somebody entered.

use hudna::rights::Right;

use crate::api::enter;
use crate::desk::Ctx;
use crate::fault::Fault;
use crate::reply::Reply;
use crate::routes::Route;

/// Routes.
pub const ROUTES: &[Route] = &[Route::post("/undo", Right::Code, undo)];

fn undo(ctx: &Ctx<'_>) -> Result<Reply, Fault> {
    let entry = ctx.ask.field("entry").and_then(|e| e.trim_start_matches('#').parse().ok());
    let entry: u64 = entry.ok_or_else(|| Fault::bad("w-core-form"))?;
    // What an entry took to be entered it takes to be undone, and a monitor's areas bound it.
    let right = enter::right_of(&ctx.snap.facts, entry);
    ctx.let_in(right.ok_or_else(|| Fault::unknown(&format!("#{entry}"), "unknown-anything"))?)?;
    enter::may_undo(ctx, entry)?;
    let usual = ctx.say().text("w-core-undone-why", &[]);
    let why = ctx.ask.field("why").unwrap_or(&usual);
    let (done, names) = ctx.act(why, |desk| Ok((desk.undo(entry)?, desk.names_of(entry)?)))?;
    if !names.is_empty() {
        ctx.desk.live.taught(&names, ctx.desk.config.patience)?;
    }
    Ok(ctx.done(&ctx.ask.next("/"), "w-core-undone", Some(done.entry)))
}
