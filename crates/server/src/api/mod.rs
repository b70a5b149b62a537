//! `/api/v1`: what programs are given.

use serde_json::json;

use crate::ask::Ask;
use crate::desk::Ctx;
use crate::fault::Fault;
use crate::reply::Reply;
use crate::routes::Route;

/// Routes of the API.
pub fn routes() -> Vec<Route> {
    Vec::new()
}

/// A fault for programs: code, what happened, where the code is explained.
pub fn problem(fault: &Fault, what: &str) -> Reply {
    let body = json!({
        "code": fault.code, "status": fault.status, "what": hudna_brief::bidi::plain(what),
        "link": format!("/api#error-{}", fault.code),
    });
    Reply::json(&body).status(fault.status)
}

/// Answers a request once: one that comes again with the same key gets the former answer.
pub fn once(ctx: &Ctx<'_>, route: &Route) -> Result<Reply, Fault> {
    (route.run)(ctx)
}

/// Nothing is sent again that whoever asks has already.
pub fn unchanged(ask: &Ask, reply: Reply) -> Reply {
    let known = ask.header("if-none-match").unwrap_or_default();
    match reply.get("etag") {
        Some(tag) if reply.status == 200 && known.split(',').any(|t| t.trim() == tag) => {
            Reply { status: 304, body: Vec::new(), ..reply }
        }
        _ => reply,
    }
}
