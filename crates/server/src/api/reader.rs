//! `/api`: the reader of the API, which needs no network.

use hudna::people::REPEAT_HOURS;
use hudna::rights::{Role, may};
use hudna::search::MOST_PER;
use hudna_brief::bidi;
use serde_json::{Value, json};

use super::{codes, openapi, parameters, table, uploads};
use crate::desk::Ctx;
use crate::fault::Fault;
use crate::reply::Reply;
use crate::routes::{Access, Doc, Route, SMALL};
use crate::say::Say;

/// Routes.
pub const ROUTES: &[Route] = &[Route::open("GET", "/api", page)];

fn page(ctx: &Ctx<'_>) -> Result<Reply, Fault> {
    let say = ctx.say();
    let errors: Vec<Value> = codes::CODES
        .iter()
        .map(|(status, code)| {
            let (what, next) = (codes::meaning(say, code), codes::next(say, code));
            json!({ "code": code, "status": status, "what": what, "next": next })
        })
        .collect();
    let limits: Vec<Value> = limits(ctx)
        .into_iter()
        .map(|(name, value, text)| json!({ "name": name, "value": value, "text": text }))
        .collect();
    let tags: Vec<Value> = table::GROUPS
        .iter()
        .map(|group| {
            let name = plain(say, &format!("w-api-g-{group}"));
            json!({ "id": group, "name": name, "routes": routes(say, group) })
        })
        .collect();
    ctx.page(
        "api.html.jinja",
        json!({
            "version": openapi::VERSION, "document": "/api/v1/openapi.json", "base": "/api/v1",
            "tags": tags, "errors": errors, "limits": limits,
        }),
    )
}

fn plain(say: &Say, id: &str) -> String {
    bidi::plain(&say.text(id, &[]))
}

/// Limits with their names and what they limit.
pub fn limits(ctx: &Ctx<'_>) -> Vec<(&'static str, u64, String)> {
    let config = &ctx.desk.config;
    let all = [
        ("per_most", MOST_PER as u64),
        ("body_bytes", SMALL as u64),
        ("files_bytes", config.max_body as u64),
        ("upload_bytes", uploads::MOST_BYTES),
        ("uploads_open", uploads::MOST_OPEN as u64),
        ("upload_hours", uploads::HOURS.unsigned_abs()),
        ("key_hours", REPEAT_HOURS.unsigned_abs()),
        ("requests_a_second", u64::from(config.rate)),
        ("seconds", config.timeout.as_secs()),
    ];
    let told = |(name, value): (&'static str, u64)| {
        (name, value, plain(ctx.say(), &format!("w-api-l-{}", name.replace('_', "-"))))
    };
    all.into_iter().map(told).collect()
}

/// What a parameter says.
pub fn parameter(say: &Say, name: &str) -> String {
    plain(say, &format!("w-api-p-{}", name.replace('_', "-")))
}

/// Who may ask a route.
pub fn role(say: &Say, route: &Route) -> String {
    let Access::Right(right) = route.access else { return plain(say, "w-api-anybody") };
    let roles = Role::ALL.iter().filter(|role| may(**role, right));
    let name = |role: &Role| plain(say, &format!("w-frame-role-{}", role.name().replace('_', "-")));
    say.list(&roles.map(name).collect::<Vec<_>>())
}

fn routes(say: &Say, group: &str) -> Vec<Value> {
    let told = |route: &Route| {
        let doc = route.doc.filter(|doc| doc.group == group)?;
        Some(view(say, route, &doc))
    };
    table::ROUTES.iter().filter_map(told).collect()
}

fn view(say: &Say, route: &Route, doc: &Doc) -> Value {
    let method = if doc.id == "upload-head" { "HEAD" } else { route.method };
    let part = |name: &str| json!({ "name": name, "where": "path", "type": "text", "required": true, "text": plain(say, "w-api-path-part") });
    let mut parameters: Vec<Value> = openapi::parts(route.path).into_iter().map(part).collect();
    for p in parameters::of(doc, route.method == "GET") {
        let text = match p.values.is_empty() {
            true => parameter(say, p.name),
            false => format!("{}: {}", parameter(say, p.name), p.values.join(" · ")),
        };
        let kind = if p.many { format!("{} …", p.kind) } else { p.kind.to_owned() };
        parameters.push(json!({
            "name": p.name, "where": "query", "type": kind, "required": false, "text": text,
        }));
    }
    let good = openapi::good_status(route, doc);
    let bad: Vec<String> = openapi::bad(route).iter().map(u16::to_string).collect();
    let answers = [
        json!({ "status": good, "text": plain(say, "w-api-a-good"), "example": example(route, doc) }),
        json!({ "status": bad.join(" "), "text": plain(say, "w-api-a-bad"), "example": null }),
    ];
    json!({
        "id": doc.id, "method": method, "path": route.path, "summary": plain(say, doc.summary),
        "role": role(say, route), "parameters": parameters, "body": body(doc), "answers": answers,
        "example": command(method, route.path, doc),
    })
}

/// The fields of a body as the JSON that one begins from.
fn body(doc: &Doc) -> Option<String> {
    let one = |(name, kind, values): &(&str, &str, &str)| {
        let told = if values.is_empty() { (*kind).to_owned() } else { values.replace(' ', "|") };
        format!("  \"{name}\": {told}")
    };
    let lines: Vec<String> = doc.body.iter().map(one).collect();
    (!lines.is_empty()).then(|| format!("{{\n{}\n}}", lines.join(",\n")))
}

/// What an answer looks like.
fn example(route: &Route, doc: &Doc) -> Option<&'static str> {
    Some(match openapi::shape(route, doc) {
        _ if route.method == "PUT" => return None,
        "List" => {
            r#"{ "as_of": …, "total": 512, "shown": 50, "page": 1, "pages": 11, "next": …, "items": [ … ] }"#
        }
        "Item" => r#"{ "as_of": …, "version": 391, "item": { … } }"#,
        "Entered" => r#"{ "entry": 412, "kind": …, "about": …, "by": …, "at": … }"#,
        "Receipts" => {
            r#"{ "units": 2, "stored": 1, "duplicate": 1, "rejected": 0, "receipts": [ … ] }"#
        }
        _ => return None,
    })
}

/// The same on a command line.
fn command(method: &str, path: &str, doc: &Doc) -> String {
    let verb = match method {
        "GET" => String::new(),
        "HEAD" => "-I ".to_owned(),
        other => format!("-X {other} "),
    };
    let data = match (method, doc.id) {
        ("POST", _) => {
            " \\\n  -H 'Content-Type: application/json' -H 'Idempotency-Key: …' -d '{…}'"
        }
        ("PUT", _) => {
            " \\\n  -H 'Content-Type: application/octet-stream' -H 'Content-Range: bytes 0-999/1000' --data-binary @PIECE"
        }
        _ => "",
    };
    let path = path.replace(['{', '}'], "");
    format!("curl {verb}-H \"Authorization: Bearer $TOKEN\" \"$HUDNA{path}\"{data}")
}
