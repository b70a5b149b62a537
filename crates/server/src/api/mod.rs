//! `/api/v1`: what programs are given and may enter. The same queries, rights and effects as those
//! of the pages; lists say how many there are in all, and what fails bears a stable code.

pub mod atom;
pub mod codes;
pub mod csv;
pub mod enter;
pub mod feeds;
pub mod geojson;
pub mod items;
pub mod list;
pub mod lists;
pub mod openapi;
pub mod parameters;
pub mod reader;
pub mod rest;
pub mod submit;
pub mod table;
pub mod uploads;
pub mod versions;

use std::collections::BTreeSet;
use std::sync::{Mutex, PoisonError};

use hudna::model::digest::sha256_hex;
use serde_json::{Value, json};

use crate::ask::Ask;
use crate::desk::Ctx;
use crate::fault::{Fault, Why};
use crate::form;
use crate::reply::Reply;
use crate::routes::Route;
use crate::say::Say;

/// Routes of the API.
pub fn routes() -> Vec<Route> {
    [table::ROUTES, reader::ROUTES].concat()
}

/// A fault of the API, told by a message of the pages.
pub(crate) fn fault(status: u16, code: &'static str, message: &'static str) -> Fault {
    Fault { status, code, why: Why::Message(message) }
}

/// A fault for programs: code, what happened, what to do next, where the code is explained.
pub fn problem(say: &Say, fault: &Fault, what: &str) -> Reply {
    Reply::json(&told(say, fault.status, fault.code, what)).status(fault.status)
}

/// The body of a fault.
pub(crate) fn told(say: &Say, status: u16, code: &str, what: &str) -> Value {
    let what = hudna_brief::bidi::plain(what);
    json!({
        "code": code, "status": status, "what": what, "next": codes::next(say, code),
        "link": format!("/api#errors-{code}"),
    })
}

/// Keys of requests under way: one that comes again before the first is answered waits its turn
/// elsewhere.
static UNDER_WAY: Mutex<BTreeSet<(String, String)>> = Mutex::new(BTreeSet::new());

/// Takes a key out again, whatever becomes of its request.
struct Turn(String, String);

impl Turn {
    fn take(owner: &str, key: &str) -> Option<Turn> {
        let pair = (owner.to_owned(), key.to_owned());
        let mut all = UNDER_WAY.lock().unwrap_or_else(PoisonError::into_inner);
        all.insert(pair.clone()).then(|| Turn(pair.0, pair.1))
    }
}

impl Drop for Turn {
    fn drop(&mut self) {
        let pair = (std::mem::take(&mut self.0), std::mem::take(&mut self.1));
        UNDER_WAY.lock().unwrap_or_else(PoisonError::into_inner).remove(&pair);
    }
}

/// Answers a request once: one that comes again with the same key gets the former answer. What was
/// refused is not kept, since it entered nothing.
///
/// # Errors
/// What the route says; a key that came with another request, or whose request is under way.
pub fn once(ctx: &Ctx<'_>, route: &Route) -> Result<Reply, Fault> {
    let key = ctx.ask.header("idempotency-key").filter(|_| ctx.ask.is_api());
    let (Some(key), Some(owner), false) = (key, ctx.ask.owner(), route.method == "GET") else {
        return (route.run)(ctx);
    };
    let _turn =
        Turn::take(owner, key).ok_or_else(|| fault(409, "key_under_way", "w-api-key-under-way"))?;
    let (people, env) = (&ctx.desk.live.people, ctx.desk.live.env());
    let line = format!("{} {}?{}\n", ctx.ask.method, ctx.ask.path, ctx.ask.query_string());
    // Fields and files of a multipart form are taken out of the body.
    let form = form::query(&ctx.ask.form);
    let files = ctx.ask.files.iter().map(|f| format!("{} {}\n", f.field, sha256_hex(&f.bytes)));
    let parts = [line.into_bytes(), form.into_bytes(), files.collect::<String>().into_bytes()];
    let request = sha256_hex(&[&parts.concat(), &ctx.ask.body[..]].concat());
    if let Some((status, body)) = people.recall(owner, key, &request, env)? {
        let again = Reply::new(status, "application/json", body);
        return Ok(again.header("idempotency-replayed", "true"));
    }
    let reply = (route.run)(ctx)?;
    if (200..300).contains(&reply.status) {
        people.remember(owner, key, &request, reply.status, &reply.body, env)?;
    }
    Ok(reply)
}

/// Nothing is sent again that whoever asks has already.
pub fn unchanged(ask: &Ask, reply: Reply) -> Reply {
    let known = ask.header("if-none-match").unwrap_or_default();
    let same = |t: &str, tag: &str| t == "*" || t.trim_start_matches("W/") == tag;
    match reply.get("etag") {
        Some(tag) if reply.status == 200 && known.split(',').any(|t| same(t.trim(), tag)) => {
            Reply { status: 304, body: Vec::new(), ..reply }
        }
        _ => reply,
    }
}
