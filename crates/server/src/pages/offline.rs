//! The intake file that works without a server: made of its parts, once a language and areas.

use hudna::model::Lang;
use hudna::rights::Right;
use hudna_brief::Messages;
use minijinja::Environment;
use minijinja::value::Serde;
use serde_json::{Map, Value, json};
use sha2::{Digest, Sha256};

use super::submit::base64;
use crate::assets;
use crate::desk::Ctx;
use crate::fault::Fault;
use crate::reply::Reply;
use crate::routes::Route;

/// Routes.
pub const ROUTES: &[Route] = &[Route::get("/submit/offline/{lang}", Right::Submit, file)];

static TEMPLATE: &str = include_str!("../../../../templates/pages/offline.html.jinja");
static ENGLISH: &str = include_str!("../../../../templates/messages/pages/offline.en.ftl");
static ARABIC: &str = include_str!("../../../../templates/messages/pages/offline.ar.ftl");

/// Bytes that areas may take, so that the file stays small.
const AREAS: usize = 8_000;

fn file(ctx: &Ctx<'_>) -> Result<Reply, Fault> {
    let lang = match ctx.ask.param("lang") {
        "ar" => Lang::Ar,
        "en" => Lang::En,
        _ => return Err(Fault::not_found()),
    };
    let html = made(lang, &areas(ctx))?;
    Ok(Reply::file("text/html; charset=utf-8", &format!("hudna-{}.html", lang.code()), html))
}

/// Bytes of the file, for who is about to load it.
pub fn size(ctx: &Ctx<'_>) -> usize {
    made(ctx.say().lang, &areas(ctx)).map_or(0, |html| html.len())
}

/// Names of areas in both languages, as many as fit.
fn areas(ctx: &Ctx<'_>) -> Value {
    let s = ctx.situation();
    let known = s.areas.iter().filter_map(|a| s.places.get(&a.area)).map(|p| &p.name);
    let mut left = AREAS;
    let fits = known.take_while(|n| {
        let takes = n.en.len() + n.ar.len() + 8;
        let fit = takes <= left;
        left = left.saturating_sub(takes);
        fit
    });
    fits.map(|n| json!([n.en, n.ar])).collect()
}

/// Lines without their indentation, empty ones and comments of a whole line.
fn squeezed(text: &str) -> String {
    let comment = |l: &&str| l.starts_with("//") || (l.starts_with("/*") && l.ends_with("*/"));
    let lines = text.lines().map(str::trim).filter(|l| !l.is_empty());
    lines.filter(|l| !comment(l)).collect::<Vec<_>>().join("\n")
}

fn script() -> String {
    let names = assets::text("offline/order").lines().map(str::trim).filter(|n| !n.is_empty());
    let part = |name| squeezed(assets::text(&format!("offline/{name}")));
    names.map(part).collect::<Vec<_>>().join("\n")
}

fn hash(text: &str) -> String {
    format!("sha256-{}", base64::encode(&Sha256::digest(text.as_bytes())))
}

/// Messages by their names without the prefix.
fn messages(file: &str) -> Vec<(&str, &str)> {
    let told = file.lines().filter_map(|l| l.strip_prefix("w-offline-")?.split_once(" = "));
    told.filter(|(id, _)| *id != "noscript").collect()
}

/// JSON inside of a page.
fn safe(value: &Value) -> String {
    value.to_string().replace('<', "\\u003c")
}

fn made(lang: Lang, areas: &Value) -> Result<String, Fault> {
    let texts = Messages::new();
    let said = |lang, id: &str| hudna_brief::bidi::plain(&texts.text(lang, id, &[]));
    let arabic = messages(ARABIC);
    let mut pairs = Map::new();
    for (id, english) in messages(ENGLISH) {
        let own = arabic.iter().find(|(a, _)| *a == id).map_or(english, |(_, text)| text);
        pairs.insert(id.to_owned(), json!([english, own]));
    }
    let (style, script) = (squeezed(assets::text("offline/intake.css")), script());
    let settings = json!({ "lang": lang.code(), "desk": "", "areas": areas });
    let values = json!({
        "lang": lang.code(), "dir": if lang == Lang::Ar { "rtl" } else { "ltr" },
        "title": said(lang, "w-offline-title"), "noscript_ar": said(Lang::Ar, "w-offline-noscript"),
        "noscript_en": said(Lang::En, "w-offline-noscript"), "style_hash": hash(&style),
        "script_hash": hash(&script), "style": style, "script": script,
        "settings": safe(&settings), "messages": safe(&Value::Object(pairs)),
    });
    let mut env = Environment::new();
    env.set_auto_escape_callback(|_| minijinja::AutoEscape::Html);
    env.add_template("offline", TEMPLATE)?;
    Ok(env.get_template("offline")?.render(Serde(values))?)
}
