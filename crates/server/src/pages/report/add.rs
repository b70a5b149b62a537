//! A claim that was missed, added by the words that say it.

use hudna::Told;
use hudna::decide::Desk;
use hudna::model::Span;

use super::decide::{known, why};
use super::passage::{find, slice};
use crate::desk::Ctx;
use crate::fault::{Fault, Why};
use crate::pages::shared::href;
use crate::reply::Reply;

/// Fields that any kind of claim has.
const ANY: [&str; 4] = ["place", "date", "attributed_to", "modality"];

/// `POST /r/{id}/claims`. What is wrong is said beside the form as it was posted.
pub fn add(ctx: &Ctx<'_>) -> Result<Reply, Fault> {
    let id = ctx.ask.param("id");
    let filed = super::seen(ctx, id)?;
    let entered = place_of(ctx, filed.record.text()).and_then(|span| {
        let kind = ctx.ask.field("kind").unwrap_or("");
        ctx.act(&why(ctx, "add"), |desk| {
            desk.add_claim(id, span.start, span.end, kind, &fields(ctx, desk, kind))
        })
    });
    match entered {
        Ok(done) => {
            let next = format!("{}#{}", href(id), done.about);
            Ok(ctx.done(&next, "w-core-done", Some(done.entry)))
        }
        Err(Fault { status: 422, why: Why::Engine(error), .. }) => {
            let told = ctx.say().error(&error);
            let page = super::view(ctx, id, filed, Some(told));
            Ok(ctx.page("report.html.jinja", page)?.status(422))
        }
        Err(fault) => Err(fault),
    }
}

/// Where the words stand: as chosen, if they are what was chosen; else where the text has them.
fn place_of(ctx: &Ctx<'_>, text: &str) -> Result<Span, Fault> {
    let words = ctx.ask.field("words").unwrap_or("");
    let number = |name: &str| ctx.ask.field(name).and_then(|n| n.parse::<usize>().ok());
    if let (Some(start), Some(end)) = (number("start"), number("end"))
        && start < end
        && slice(text, Span::new(start, end)).trim() == words
    {
        return Ok(Span::new(start, end));
    }
    let found = find(text, words);
    match found.as_slice() {
        [one] => Ok(*one),
        [] => Err(Told::error("w-work-words-none", &[]).into()),
        more => {
            let n = more.len().to_string();
            Err(Told::error("w-work-words-often", &[("n", &n)]).into())
        }
    }
}

/// Fields of the kind and those of any, with places and parties by their ids.
fn fields(ctx: &Ctx<'_>, desk: &Desk<'_>, kind: &str) -> Vec<(String, String)> {
    let of = |(name, value): &(String, String)| {
        let (value, own) =
            (value.trim(), name.strip_prefix(kind).and_then(|n| n.strip_prefix('.')));
        let name = own.or_else(|| ANY.iter().find(|n| *n == name).copied())?;
        let told = !value.is_empty() && name != "words";
        told.then(|| (name.to_owned(), each(desk, name, value)))
    };
    ctx.ask.form.iter().filter_map(of).collect()
}

/// Names of several, with commas of either script between them.
fn each(desk: &Desk<'_>, field: &str, value: &str) -> String {
    if !matches!(field, "participants" | "parties") {
        return known(desk, field, value);
    }
    let names = value.split([',', '،']).map(str::trim).filter(|n| !n.is_empty());
    names.map(|n| known(desk, field, n)).collect::<Vec<_>>().join(",")
}
