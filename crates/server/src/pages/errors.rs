//! The page of what went wrong.

use serde_json::{Value, json};

use crate::desk::Ctx;
use crate::fault::Fault;

/// What the template is given.
pub fn view(ctx: &Ctx<'_>, fault: &Fault, what: &str) -> Value {
    let env = ctx.desk.live.env();
    let ours = fault.status >= 500;
    json!({
        "status": fault.status, "code": fault.code,
        "what": hudna_brief::bidi::plain(what), "next": null, "links": [],
        "retry_after": fault.again().or((fault.status == 429).then_some(30)),
        // A mark by which the log's line can be found; it says nothing of the request.
        "request": ours.then(|| env.object_id()[..8].to_owned()),
    })
}
