//! The OpenAPI 3.1 document, made from the table of routes.

use hudna_brief::bidi;
use serde_json::{Value, json};
use utoipa::openapi::path::{OperationBuilder, ParameterBuilder, ParameterIn};
use utoipa::openapi::request_body::{RequestBody, RequestBodyBuilder};
use utoipa::openapi::schema::{
    AdditionalProperties, ArrayBuilder, ComponentsBuilder, ObjectBuilder, Type,
};
use utoipa::openapi::security::{
    ApiKey, ApiKeyValue, HttpAuthScheme, HttpBuilder, SecurityRequirement, SecurityScheme,
};
use utoipa::openapi::tag::TagBuilder;
use utoipa::openapi::{
    Content, HttpMethod, InfoBuilder, OpenApiBuilder, Paths, Ref, RefOr, Required, Response,
    ResponseBuilder, Schema,
};

use super::parameters::{self, Parameter};
use super::{codes, reader, table};
use crate::desk::Ctx;
use crate::fault::Fault;
use crate::reply::Reply;
use crate::routes::{Access, Doc, Route};
use crate::say::Say;

/// Version of the API: what takes away or changes something has the next one.
pub const VERSION: &str = "1";

/// `GET /openapi.json`, in the reader's language.
pub fn document(ctx: &Ctx<'_>) -> Result<Reply, Fault> {
    super::list::asked(ctx, "openapi")?;
    let mut out = made(ctx.say(), table::ROUTES);
    let limits = reader::limits(ctx);
    let told = |(name, value, text): &(&str, u64, String)| json!({ "name": name, "value": value, "text": text });
    out["x-limits"] = limits.iter().map(told).collect();
    Ok(Reply::json(&out).tagged())
}

/// The document of some routes.
pub fn made(say: &Say, routes: &[Route]) -> Value {
    let mut paths = Paths::new();
    for route in routes {
        if let Some(doc) = &route.doc {
            paths.add_path_operation(
                route.path,
                vec![method(route, doc)],
                operation(say, route, doc),
            );
        }
    }
    let text = |id: &str| plain(say, id);
    let info = InfoBuilder::new()
        .title(text("w-api-title"))
        .version(VERSION)
        .description(Some(text("w-api-same-query")))
        .build();
    let tag = |group: &&str| {
        let name = text(&format!("w-api-g-{group}"));
        TagBuilder::new().name(*group).description(Some(name)).build()
    };
    let tags: Vec<_> = table::GROUPS.iter().map(tag).collect();
    let document = OpenApiBuilder::new()
        .info(info)
        .paths(paths)
        .components(Some(components(say).build()))
        .tags(Some(tags))
        .build();
    let mut out = serde_json::to_value(document).expect("the document has a JSON form");
    let error = |(status, code): &(u16, &str)| {
        let (what, next) = (codes::meaning(say, code), codes::next(say, code));
        json!({ "status": status, "code": code, "what": what, "next": next })
    };
    out["x-errors"] = codes::CODES.iter().map(error).collect();
    out
}

fn plain(say: &Say, id: &str) -> String {
    bidi::plain(&say.text(id, &[]))
}

/// How a route is asked; that of uploads answers only where it stands.
pub fn method(route: &Route, doc: &Doc) -> HttpMethod {
    match route.method {
        _ if doc.id == "upload-head" => HttpMethod::Head,
        "POST" => HttpMethod::Post,
        "PUT" => HttpMethod::Put,
        "DELETE" => HttpMethod::Delete,
        _ => HttpMethod::Get,
    }
}

/// Names in braces of a path.
pub fn parts(path: &str) -> Vec<&str> {
    path.split('/').filter_map(|p| p.strip_prefix('{')?.strip_suffix('}')).collect()
}

fn operation(say: &Say, route: &Route, doc: &Doc) -> utoipa::openapi::path::Operation {
    let mut out = OperationBuilder::new()
        .operation_id(Some(doc.id))
        .tag(doc.group)
        .summary(Some(plain(say, doc.summary)))
        .description(Some(reader::role(say, route)));
    for name in parts(route.path) {
        let part = ParameterBuilder::new().name(name).parameter_in(ParameterIn::Path);
        out = out.parameter(part.required(Required::True).schema(Some(string())));
    }
    for parameter in parameters::of(doc, route.method == "GET") {
        out = out.parameter(queried(say, &parameter));
    }
    if route.method != "GET" {
        out = headers(say, out);
        out = out.request_body(body(doc));
    }
    for (status, answer) in answers(say, route, doc) {
        out = out.response(status, answer);
    }
    if route.access != Access::Open {
        let one = |name: &str| SecurityRequirement::new(name, Vec::<String>::new());
        out = out.securities(Some([one("token"), one("session")]));
    }
    out.build()
}

fn queried(say: &Say, p: &Parameter) -> utoipa::openapi::path::Parameter {
    let one = kind(p.kind, &p.values);
    let schema: RefOr<Schema> = match p.many {
        true => ArrayBuilder::new().items(one).build().into(),
        false => one,
    };
    ParameterBuilder::new()
        .name(p.name)
        .parameter_in(ParameterIn::Query)
        .required(Required::False)
        .description(Some(reader::parameter(say, p.name)))
        .schema(Some(schema))
        .build()
}

/// Headers that what is entered takes.
fn headers(say: &Say, mut out: OperationBuilder) -> OperationBuilder {
    for (name, id) in [("Idempotency-Key", "w-api-h-key"), ("If-Match", "w-api-h-match")] {
        let header = ParameterBuilder::new().name(name).parameter_in(ParameterIn::Header);
        let header = header.required(Required::False).description(Some(plain(say, id)));
        out = out.parameter(header.schema(Some(string())));
    }
    out
}

fn string() -> RefOr<Schema> {
    kind("text", &[])
}

fn kind(kind: &str, values: &[&str]) -> RefOr<Schema> {
    let object = ObjectBuilder::new();
    let object = match kind {
        "number" => object.schema_type(Type::Integer),
        "object" => object
            .schema_type(Type::Object)
            .additional_properties(Some(AdditionalProperties::FreeForm(true))),
        "list" => return ArrayBuilder::new().items(string()).build().into(),
        "day" => object.schema_type(Type::String).pattern(Some("^\\d{4}-\\d{2}-\\d{2}$")),
        _ => object.schema_type(Type::String),
    };
    let numbers = kind == "number";
    let value = |v: &&str| match v.parse::<u64>().ok().filter(|_| numbers) {
        Some(n) => json!(n),
        None => json!(v),
    };
    let values: Vec<Value> = values.iter().map(value).collect();
    match values.is_empty() {
        true => object.build().into(),
        false => object.enum_values(Some(values)).build().into(),
    }
}

fn body(doc: &Doc) -> Option<RequestBody> {
    if doc.id == "upload" {
        let bytes = Content::new(Some(string()));
        let body = RequestBodyBuilder::new().content("application/octet-stream", bytes);
        return Some(body.required(Some(Required::True)).build());
    }
    let mut object = ObjectBuilder::new().schema_type(Type::Object);
    for (name, of, values) in doc.body {
        let plain = name.trim_end_matches('?');
        let values: Vec<&str> = values.split_whitespace().collect();
        object = object.property(plain, kind(of, &values));
        if plain == *name {
            object = object.required(plain);
        }
    }
    let schema: RefOr<Schema> = object.build().into();
    let mut body = RequestBodyBuilder::new().required(Some(Required::True));
    body = body.content("application/json", Content::new(Some(schema.clone())));
    if doc.id == "submit" {
        body = body.content("application/x-ndjson", Content::new(Some(schema)));
    }
    Some(body.build())
}

/// Media types of the forms that an answer may have.
fn media(form: &str) -> &'static str {
    match form {
        "csv" => "text/csv",
        "geojson" => "application/geo+json",
        "atom" => "application/atom+xml",
        "ics" => "text/calendar",
        _ => "application/json",
    }
}

/// The schema of what a route answers.
pub fn shape(route: &Route, doc: &Doc) -> &'static str {
    let paged = parameters::of(doc, true).iter().any(|p| p.name == "page");
    match (route.method, doc.id) {
        (_, "submit") => "Receipts",
        ("GET", "search") => "List",
        ("GET", "situation" | "me" | "openapi" | "upload-head") => "Anything",
        ("GET", _) if paged => "List",
        ("GET", _) => "Item",
        _ => "Entered",
    }
}

/// Statuses with what is answered.
fn answers(say: &Say, route: &Route, doc: &Doc) -> Vec<(String, RefOr<Response>)> {
    let of = |shape: &str| Content::new(Some(RefOr::Ref(Ref::from_schema_name(shape))));
    let mut good = ResponseBuilder::new().description(plain(say, "w-api-a-good"));
    let forms = doc.query.iter().find(|(name, ..)| *name == "format");
    if !doc.answer.is_empty() {
        good = good.content(doc.answer, of(shape(route, doc)));
    }
    for form in forms.into_iter().flat_map(|(_, _, all)| all.split_whitespace()) {
        if form != "json" {
            good = good.content(media(form), Content::new(Some(string())));
        }
    }
    let mut out = vec![(good_status(route, doc).to_string(), RefOr::T(good.build()))];
    if route.method == "GET" {
        let same = ResponseBuilder::new().description(plain(say, "w-api-a-same"));
        out.push(("304".to_owned(), RefOr::T(same.build())));
    }
    for status in bad(route) {
        out.push((status.to_string(), RefOr::Ref(Ref::from_response_name("Problem"))));
    }
    out
}

/// The status of a request that did what it is for.
pub fn good_status(route: &Route, doc: &Doc) -> u16 {
    match (route.method, doc.id) {
        ("PUT", _) => 204,
        ("GET", _) => 200,
        _ => 201,
    }
}

/// Statuses of what a route can fail with.
pub fn bad(route: &Route) -> Vec<u16> {
    let (writes, part) = (route.method != "GET", route.path.contains('{'));
    let fits = |status: &u16| match status {
        401 | 403 => route.access != Access::Open,
        404 => part,
        409 | 412 | 413 => writes,
        _ => true,
    };
    [400, 401, 403, 404, 409, 412, 413, 422, 429, 500, 503].into_iter().filter(fits).collect()
}

fn components(say: &Say) -> ComponentsBuilder {
    let object = |fields: &[(&str, &str)]| -> RefOr<Schema> {
        let mut out = ObjectBuilder::new().schema_type(Type::Object);
        for (name, of) in fields {
            out = out.property(*name, kind(of, &[])).required(*name);
        }
        out.additional_properties(Some(AdditionalProperties::FreeForm(true))).build().into()
    };
    let items = || -> RefOr<Schema> { ArrayBuilder::new().items(object(&[])).build().into() };
    let list = ObjectBuilder::new()
        .schema_type(Type::Object)
        .property("as_of", string())
        .property("total", kind("number", &[]))
        .property("shown", kind("number", &[]))
        .property("page", kind("number", &[]))
        .property("per", kind("number", &[]))
        .property("pages", kind("number", &[]))
        .property("next", string())
        .property("prev", string())
        .property("items", items());
    let list = ["as_of", "total", "shown", "page", "per", "pages", "items"]
        .into_iter()
        .fold(list, |list, name| list.required(name));
    let receipts = ObjectBuilder::new()
        .schema_type(Type::Object)
        .property("units", kind("number", &[]))
        .property("stored", kind("number", &[]))
        .property("duplicate", kind("number", &[]))
        .property("rejected", kind("number", &[]))
        .property("receipts", items());
    let problem = Content::new(Some(RefOr::Ref(Ref::from_schema_name("Problem"))));
    let problem = ResponseBuilder::new()
        .description(plain(say, "w-api-errors"))
        .content("application/json", problem);
    let token = HttpBuilder::new().scheme(HttpAuthScheme::Bearer);
    let token = token.description(Some(plain(say, "w-api-token")));
    let session = ApiKey::Cookie(ApiKeyValue::new(crate::desk::SESSION));
    ComponentsBuilder::new()
        .schema("Anything", object(&[]))
        .schema("Item", object(&[("as_of", "text"), ("version", "number"), ("item", "object")]))
        .schema("List", list.build())
        .schema(
            "Entered",
            object(&[
                ("entry", "number"),
                ("kind", "text"),
                ("about", "text"),
                ("by", "text"),
                ("at", "text"),
            ]),
        )
        .schema("Receipts", receipts.build())
        .schema(
            "Problem",
            object(&[("code", "text"), ("status", "number"), ("what", "text"), ("link", "text")]),
        )
        .response("Problem", problem.build())
        .security_scheme("token", SecurityScheme::Http(token.build()))
        .security_scheme("session", SecurityScheme::ApiKey(session))
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;
    use std::sync::Arc;

    use hudna::model::Lang;
    use hudna::people::{Digits, Months};
    use hudna_brief::Messages;

    use super::*;
    use crate::routes;

    fn say(lang: Lang) -> Say {
        Say::new(Arc::new(Messages::new()), lang, Digits::Latin, Months::Both)
    }

    fn references(value: &Value, out: &mut BTreeSet<String>) {
        match value {
            Value::Object(all) => {
                out.extend(all.get("$ref").and_then(Value::as_str).map(str::to_owned));
                all.values().for_each(|v| references(v, out));
            }
            Value::Array(all) => all.iter().for_each(|v| references(v, out)),
            _ => {}
        }
    }

    #[test]
    fn every_route_of_the_api_is_told_once() {
        let document = made(&say(Lang::En), table::ROUTES);
        assert!(document["openapi"].as_str().is_some_and(|v| v.starts_with("3.1")));
        let mut ids = BTreeSet::new();
        for route in routes::all().iter().filter(|r| r.path.starts_with("/api/v1")) {
            let doc =
                route.doc.as_ref().unwrap_or_else(|| panic!("{} is told of nowhere", route.path));
            assert!(ids.insert(doc.id), "{} stands twice", doc.id);
            let at = &document["paths"][route.path];
            let told =
                at.as_object().into_iter().flatten().any(|(_, o)| o["operationId"] == doc.id);
            assert!(told, "{} {} is missing", route.method, route.path);
            assert!(table::GROUPS.contains(&doc.group), "{}", doc.group);
        }
        assert!(ids.len() > 30, "{}", ids.len());
    }

    #[test]
    fn every_reference_leads_somewhere() {
        let document = made(&say(Lang::En), table::ROUTES);
        let mut all = BTreeSet::new();
        references(&document, &mut all);
        assert!(!all.is_empty());
        for reference in all {
            let pointer = reference.strip_prefix('#').unwrap_or_else(|| panic!("{reference}"));
            assert!(document.pointer(pointer).is_some(), "{reference}");
        }
    }

    #[test]
    fn every_part_of_a_path_is_a_parameter() {
        let document = made(&say(Lang::En), table::ROUTES);
        for (path, methods) in document["paths"].as_object().expect("paths") {
            for operation in methods.as_object().expect("methods").values() {
                let named = operation["parameters"].as_array().into_iter().flatten();
                let named: Vec<&str> = named
                    .filter(|p| p["in"] == "path")
                    .filter_map(|p| p["name"].as_str())
                    .collect();
                assert_eq!(named, parts(path), "{path}");
            }
        }
    }

    #[test]
    fn everything_is_told_in_both_languages() {
        for lang in [Lang::Ar, Lang::En] {
            let text = made(&say(lang), table::ROUTES).to_string();
            let missing = text.split('⟨').nth(1).map(|rest| rest.split('⟩').next());
            assert_eq!(missing, None, "{lang:?}");
        }
    }
}
