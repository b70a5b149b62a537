//! Pages from templates: what every template may ask for.

use std::path::PathBuf;
use std::sync::Arc;

use hudna::live::Snapshot;
use hudna::model::{Bilingual, Lang, Moment};
use hudna::rights::Right;
use hudna_brief::{Value, bidi};
use include_dir::{Dir, include_dir};
use minijinja::value::{Kwargs, Serde, Value as Markup};
use minijinja::{AutoEscape, Environment, Error, ErrorKind};
use serde_json::{Value as Json, json};

use crate::desk::{Ctx, FLASH};
use crate::fault::Fault;
use crate::form;
use crate::reply::Reply;
use crate::say::Say;

static EMBEDDED: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/../../templates/pages");

/// The templates.
pub struct Pages {
    base: Environment<'static>,
    /// Read anew for every page, while somebody works on them.
    folder: Option<PathBuf>,
}

impl Pages {
    /// Loads the templates, from a folder where one is given.
    ///
    /// # Errors
    /// One that does not parse.
    pub fn new(folder: Option<PathBuf>) -> Result<Pages, Fault> {
        let mut base = Environment::new();
        base.set_auto_escape_callback(|_| AutoEscape::Html);
        for file in EMBEDDED.files() {
            if let (Some(name), Some(text)) = (file.path().to_str(), file.contents_utf8()) {
                base.add_template_owned(name.to_owned(), text.to_owned())?;
            }
        }
        Ok(Pages { base, folder: folder.map(|f| f.join("templates/pages")) })
    }

    /// A page.
    ///
    /// # Errors
    /// The template fails.
    pub fn page(&self, ctx: &Ctx<'_>, template: &str, page: Json) -> Result<Reply, Fault> {
        let mut env = self.base.clone();
        if let Some(folder) = &self.folder {
            for entry in std::fs::read_dir(folder).into_iter().flatten().flatten() {
                let name = entry.file_name().to_string_lossy().into_owned();
                let text = std::fs::read_to_string(entry.path()).map_err(Fault::ours)?;
                env.add_template_owned(name, text)?;
            }
        }
        let mut pictures = Vec::new();
        speak(&mut env, ctx.say(), &ctx.snap);
        let globals = globals(ctx)?;
        for (name, value) in globals.as_object().into_iter().flatten() {
            env.add_global(name.clone(), Markup::from(Serde(value.clone())));
        }
        // Pictures come under names that end in `_svg`: they are ours, and set as they are.
        for (name, value) in page.as_object().into_iter().flatten() {
            if let Some(svg) = value.as_str().filter(|_| name.ends_with("_svg")) {
                env.add_global(name.clone(), Markup::from_safe_string(ctx.say().drawn(svg)));
                pictures.push(name.clone());
            }
        }
        let mut page = page;
        ctx.say().spoken(&mut page);
        if let Some(page) = page.as_object_mut() {
            pictures.iter().for_each(|name| drop(page.remove(name)));
        }
        let html = env.get_template(template)?.render(Serde(page))?;
        Ok(Reply::page(html))
    }
}

/// Functions and filters that speak the reader's language.
fn speak(env: &mut Environment<'static>, say: &Say, snap: &Arc<Snapshot>) {
    let speaker = say.clone();
    env.add_function("t", move |id: &str, args: Kwargs| -> Result<String, Error> {
        let mut values: Vec<(String, Value)> = Vec::new();
        for name in args.args() {
            values.push((name.to_owned(), argument(args.get::<Markup>(name)?)));
        }
        let named: Vec<(&str, Value)> =
            values.iter().map(|(n, v)| (n.as_str(), v.clone())).collect();
        Ok(speaker.text(id, &named))
    });
    let (speaker, snapshot) = (say.clone(), Arc::clone(snap));
    env.add_function("label", move |kind: &str, value: Markup| -> String {
        let id = value.as_str().map_or_else(|| value.to_string(), str::to_owned);
        label(&speaker, &snapshot, kind, &id)
    });
    let speaker = say.clone();
    env.add_filter("num", move |value: Markup| -> String {
        f64::try_from(value.clone()).map_or_else(|_| "–".to_owned(), |n| speaker.number(n))
    });
    let speaker = say.clone();
    env.add_filter("pct", move |value: Markup| -> String {
        f64::try_from(value.clone()).map_or_else(|_| "–".to_owned(), |n| speaker.percent(n))
    });
    let speaker = say.clone();
    env.add_filter("day", move |value: Markup| -> String {
        value.as_str().map_or_else(
            || speaker.text("date-unknown", &[]),
            |day| speaker.day(day.get(..10).unwrap_or(day)),
        )
    });
    let speaker = say.clone();
    env.add_filter("days", move |value: Markup| -> String {
        let end =
            |n: usize| value.get_item_by_index(n).ok().and_then(|v| v.as_str().map(str::to_owned));
        match (end(0), end(1)) {
            (Some(first), Some(last)) => speaker.days(&first, &last),
            (Some(day), None) => speaker.day(&day),
            _ => speaker.text("date-unknown", &[]),
        }
    });
    let speaker = say.clone();
    env.add_filter("moment", move |value: Markup| -> String {
        let moment = value.as_str().and_then(|text| text.parse::<Moment>().ok());
        moment.map_or_else(|| "–".to_owned(), |m| speaker.moment(m))
    });
    env.add_filter("bdi", |value: Markup| -> Markup {
        let text = value.as_str().map_or_else(|| value.to_string(), str::to_owned);
        Markup::from_safe_string(format!("<bdi dir=\"auto\">{}</bdi>", escaped(&text)))
    });
    env.add_filter("iso", |value: Markup| -> String {
        format!("{}{value}{}", bidi::FSI, bidi::PDI)
    });
    env.add_filter("json", |value: Markup| -> Result<String, Error> {
        serde_json::to_string(&value)
            .map_err(|e| Error::new(ErrorKind::BadSerialization, e.to_string()))
    });
    env.add_filter("svg", |value: Markup| -> Markup {
        Markup::from_safe_string(value.as_str().unwrap_or_default().to_owned())
    });
}

/// The name of a thing or the label of a value.
pub fn label(say: &Say, snap: &Snapshot, kind: &str, id: &str) -> String {
    let s = &snap.situation;
    let name: Option<&Bilingual> = match kind {
        "place" => s.places.get(id).map(|p| &p.name),
        "party" => s.parties.get(id).map(|p| &p.name),
        "source" => s.sources.get(id).map(|x| &x.name),
        _ => return say.label(kind, id),
    };
    name.map_or_else(|| id.to_owned(), |name| say.pick(name))
}

fn argument(value: Markup) -> Value {
    if let Some(text) = value.as_str() {
        return Value::from(text);
    }
    f64::try_from(value.clone()).map_or_else(|_| Value::from(value.to_string()), Value::Number)
}

fn push_escaped(out: &mut String, c: char) {
    match c {
        '<' => out.push_str("&lt;"),
        '>' => out.push_str("&gt;"),
        '&' => out.push_str("&amp;"),
        '"' => out.push_str("&quot;"),
        '\'' => out.push_str("&#39;"),
        c => out.push(c),
    }
}

fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    text.chars().for_each(|c| push_escaped(&mut out, c));
    out
}

/// What every page is given.
fn globals(ctx: &Ctx<'_>) -> Result<Json, Fault> {
    let (ask, say, snap) = (ctx.ask, ctx.say(), &ctx.snap);
    let s = ctx.situation();
    let arabic = say.lang == Lang::Ar;
    let query = ask.query_string();
    let here = if query.is_empty() { ask.path.clone() } else { format!("{}?{query}", ask.path) };
    let signed_in = ask.session.is_some() || ask.token.is_some();
    let may: serde_json::Map<String, Json> =
        Right::ALL.iter().map(|r| (r.name().to_owned(), json!(ctx.may(*r)))).collect();
    let role = ask.asker.role.name();
    Ok(json!({
        "lang": say.lang.code(), "other": if arabic { "en" } else { "ar" },
        "dir": if arabic { "rtl" } else { "ltr" },
        "path": ask.path, "query": query, "here": here,
        "who": {
            "name": ask.asker.name, "role": role, "guest": ask.asker.guest, "signed_in": signed_in,
            "role_text": say.text(&format!("w-frame-role-{}", role.replace('_', "-")), &[]),
            "may": may,
        },
        "csrf": ask.csrf, "form_token": ask.csrf, "mode": ctx.mode().name(),
        "as_of": s.as_of, "now": ctx.desk.live.env().now(),
        "head": (s.head.size > 0).then(|| json!({ "size": s.head.size, "root": s.head.root })),
        "rules": rules(),
        "notice": s.story.as_ref().and_then(|story| story.notice.as_ref()).map(|n| say.pick(n)),
        "waiting": if ctx.may(Right::SeeAreas) { ctx.desk.live.waiting()? } else { 0 },
        "nav": crate::pages::nav::items(ctx),
        "flash": flash(ctx),
        "digits": if arabic && say.digits == hudna::people::Digits::Arabic { "arab" } else { "latn" },
        "shortcuts": ask.shortcuts, "compact": ask.compact,
        "public_view": !Arc::ptr_eq(s, &snap.situation),
    }))
}

/// The version of the rules in force.
pub fn rules() -> String {
    format!("{} · {}", env!("CARGO_PKG_VERSION"), hudna::derive::rules_version())
}

/// What the action before gave.
fn flash(ctx: &Ctx<'_>) -> Json {
    let Some(kept) = ctx.ask.cookie(FLASH) else { return Json::Null };
    let decoded = form::pairs(&format!("f={kept}"));
    let text = decoded.first().map_or("", |(_, v)| v.as_str());
    let mut parts = text.splitn(3, '|');
    let (kind, id, entry) =
        (parts.next().unwrap_or(""), parts.next().unwrap_or(""), parts.next().unwrap_or(""));
    let known = id.starts_with("w-") && ctx.say().messages().has(id);
    if !known {
        return Json::Null;
    }
    let undo = entry.parse::<u64>().ok();
    let together = undo.map_or(0, |entry| ctx.snap.facts.together(entry).len());
    let args = [("entry", Value::from(entry))];
    let text = bidi::plain(&ctx.say().text(id, &args));
    json!({ "kind": kind, "text": text, "undo": undo, "together": together })
}
