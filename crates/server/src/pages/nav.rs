//! Where one can go from every page.

use hudna::rights::Right;
use serde_json::{Value, json};

use crate::desk::Ctx;

/// Group, key after `g`, address, name of the message, right.
const ITEMS: &[(&str, Option<&str>, &str, &str, Right)] = &[
    ("situation", Some("o"), "/", "overview", Right::SeePublic),
    ("situation", Some("c"), "/changes", "changes", Right::SeeIncidents),
    ("situation", Some("i"), "/incidents", "incidents", Right::SeePublic),
    ("situation", Some("e"), "/reports", "reports", Right::SeeReports),
    ("work", Some("r"), "/review", "review", Right::Code),
    ("work", Some("t"), "/tasks", "tasks", Right::SeeIncidents),
    ("work", Some("f"), "/followups", "followups", Right::SeeAreas),
    ("work", Some("k"), "/cases", "cases", Right::SeeCases),
    ("work", Some("s"), "/submit", "submit", Right::Submit),
    ("registers", Some("a"), "/agreements", "agreements", Right::SeePublic),
    ("registers", None, "/sources", "sources", Right::SeeSources),
    ("registers", None, "/places", "places", Right::SeeAreas),
    ("registers", None, "/parties", "parties", Right::SeeAreas),
    ("proof", Some("b"), "/briefs", "briefs", Right::SeeBriefs),
    ("proof", Some("l"), "/ledger", "ledger", Right::SeeLedger),
    ("proof", None, "/people", "people", Right::SeePeople),
];

/// The items that whoever asks may open.
pub fn items(ctx: &Ctx<'_>) -> Vec<Value> {
    if ctx.let_in(Right::SeePublic).is_err() {
        return Vec::new();
    }
    let path = ctx.ask.path.as_str();
    let open = ITEMS.iter().filter(|item| ctx.let_in(item.4).is_ok());
    open.map(|(group, key, href, id, _)| {
        let here = path == *href
            || *href != "/" && path.starts_with(href)
            || *id == "incidents" && path.starts_with("/i/")
            || *id == "reports" && path.starts_with("/r/")
            || *id == "overview" && path.starts_with("/areas");
        json!({
            "href": href, "key": key, "active": here, "count": count(ctx, id),
            "text": ctx.say().text(&format!("w-frame-nav-{id}"), &[]),
            "group": ctx.say().text(&format!("w-frame-group-{group}"), &[]),
        })
    })
    .collect()
}

/// What waits there for somebody.
fn count(ctx: &Ctx<'_>, id: &str) -> Option<usize> {
    (id == "review").then(|| super::review::count(&ctx.snap, &ctx.ask.asker))
}
