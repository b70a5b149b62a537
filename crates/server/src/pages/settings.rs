//! A person's own settings, searches, tokens and password.

use hudna::model::Lang;
use hudna::model::digest::short_id;
use hudna::people::{Density, Digits, MIN_PASSWORD, Months, NewToken, Session, Settings, Token};
use hudna::rights::{Right, rights};
use hudna::search::Query;
use serde_json::{Value, json};

use super::nav;
use crate::desk::{Ctx, SESSION};
use crate::fault::{Fault, Why};
use crate::form;
use crate::reply::Reply;
use crate::routes::Route;

/// Routes.
pub const ROUTES: &[Route] = &[
    Route::get("/settings", Right::Own, page),
    Route::post("/settings", Right::Own, save),
    Route::post("/settings/password", Right::Own, password),
    Route::post("/searches/{id}/remove", Right::Own, drop_search),
    Route::post("/tokens", Right::Own, make_token),
    Route::post("/tokens/{id}/revoke", Right::Own, drop_token),
    Route::post("/sessions/{id}/end", Right::Own, end_session),
    Route::post("/sessions/others/end", Right::Own, end_others),
];

/// Offsets that are offered, those of the regions where truces are followed first.
const ZONES: [&str; 10] =
    ["Z", "+01:00", "+02:00", "+03:00", "+03:30", "+04:00", "+04:30", "+05:00", "-05:00", "-08:00"];
/// A number by which figures are shown.
const SAMPLE: f64 = 12_345.0;
/// Days that a token is good, where nothing else is asked for.
const TOKEN_DAYS: u32 = 90;
const DAY: i64 = 24 * 3600;

fn owner<'c>(ctx: &'c Ctx<'_>) -> Result<&'c str, Fault> {
    ctx.ask.owner().ok_or_else(|| Fault::bad("w-core-form"))
}

fn page(ctx: &Ctx<'_>) -> Result<Reply, Fault> {
    shown(ctx, None, json!({}))
}

/// The page, with a token that was just made or what a form was refused for.
fn shown(ctx: &Ctx<'_>, token: Option<&NewToken>, errors: Value) -> Result<Reply, Fault> {
    let (say, owner) = (ctx.say(), owner(ctx)?);
    let people = &ctx.desk.live.people;
    let settings = people.settings(owner)?;
    let person = ctx.ask.asker.person.as_deref();
    let tokens = match person {
        Some(person) => people.tokens(person)?,
        None => Vec::new(),
    };
    let now = ctx.desk.live.env().now();
    let zone = [("zone", ctx.snap.situation.agreement.time_zone.clone().into())];
    ctx.page(
        "settings.html.jinja",
        json!({
            "settings": {
                "language": say.lang.code(), "digits": digits(settings.digits),
                "months": settings.months, "zone": settings.zone, "version": 0,
                "shortcuts": settings.shortcuts,
                "density": if settings.density == Density::Compact { "dense" } else { "roomy" },
            },
            "choices": choices(ctx, &settings),
            "sample": {
                "moment": hudna_brief::bidi::plain(&say.moment(now)), "number": say.number(SAMPLE),
            },
            "zone_note": say.text("w-registers-zone-note", &zone), "keys": keys(ctx),
            "searches": searches(ctx, owner)?,
            "tokens": tokens.iter().map(|t| token_view(ctx, t)).collect::<Vec<_>>(),
            "token": token.map(|t| json!({ "name": t.token.label, "secret": t.secret })),
            "scopes": scopes(ctx), "sessions": sessions(ctx, owner)?,
            "errors": errors,
            "password": person.map(|_| json!({ "least": MIN_PASSWORD, "since": null })),
        }),
    )
}

fn digits(digits: Digits) -> &'static str {
    match digits {
        Digits::Latin => "latn",
        Digits::Arabic => "arab",
    }
}

/// Where whoever asks is signed in.
fn sessions(ctx: &Ctx<'_>, owner: &str) -> Result<Vec<Value>, Fault> {
    let (live, token) = (&ctx.desk.live, ctx.ask.cookie(SESSION));
    let all = live.people.sessions(owner, token, live.env())?;
    let view = |s: &Session| {
        let about = if s.program.is_empty() { "–" } else { &s.program };
        json!({
            "id": s.id, "about": about, "network": s.network, "since": s.since, "last": s.last,
            "here": s.here,
        })
    };
    Ok(all.iter().map(view).collect())
}

fn end_session(ctx: &Ctx<'_>) -> Result<Reply, Fault> {
    ctx.desk.live.people.end_session(owner(ctx)?, ctx.ask.param("id"))?;
    Ok(ctx.done("/settings", "w-settings-ended", None))
}

/// All but the one that asks; a program that asks with a token has none.
fn end_others(ctx: &Ctx<'_>) -> Result<Reply, Fault> {
    let token = ctx.ask.cookie(SESSION).filter(|_| ctx.ask.session.is_some());
    ctx.desk.live.people.end_other_sessions(owner(ctx)?, token.unwrap_or(""))?;
    Ok(ctx.done("/settings", "w-settings-ended-others", None))
}

fn choices(ctx: &Ctx<'_>, settings: &Settings) -> Value {
    let say = ctx.say();
    let option = |value: &str, text: String, selected: bool| json!({ "value": value, "text": text, "selected": selected });
    let month = |n: usize| {
        let both = say.messages().text(Lang::Ar, "month-4", &[]);
        both.split('/').nth(n).unwrap_or(&both).to_owned()
    };
    let both = say.messages().text(Lang::Ar, "month-4", &[]);
    let months = [
        ("levantine", month(0), Months::Levantine),
        ("egyptian", month(1), Months::Egyptian),
        ("both", both.clone(), Months::Both),
    ];
    let told = say.text("w-registers-zone-told", &[]);
    let zones = ZONES.iter().map(|z| {
        let text = if *z == "Z" { "UTC".to_owned() } else { format!("UTC{z}") };
        option(z, text, settings.zone.as_deref() == Some(*z))
    });
    json!({
        "language": [
            option("ar", "العربية".to_owned(), say.lang == Lang::Ar),
            option("en", "English".to_owned(), say.lang == Lang::En),
        ],
        "digits": [
            option("latn", "123".to_owned(), settings.digits == Digits::Latin),
            option("arab", "١٢٣".to_owned(), settings.digits == Digits::Arabic),
        ],
        "months": months.map(|(name, text, m)| option(name, text, settings.months == m)),
        "zone": std::iter::once(option("", told, settings.zone.is_none())).chain(zones).collect::<Vec<_>>(),
    })
}

/// Shortcuts: everywhere, to go somewhere, in lists.
fn keys(ctx: &Ctx<'_>) -> Vec<Value> {
    let say = ctx.say();
    let line = |keys: &str, text: String, group: &str| {
        let group = say.text(&format!("w-registers-keys-{group}"), &[]);
        json!({ "keys": keys, "text": text, "group": group })
    };
    let said = |keys: &str, id: &str, group: &str| {
        line(keys, say.text(&format!("w-registers-key-{id}"), &[]), group)
    };
    let mut out = vec![
        said("?", "list", "all"),
        said("Ctrl K", "find", "all"),
        said("/", "filter", "all"),
        said("Esc", "away", "all"),
    ];
    out.extend(nav::items(ctx).iter().filter_map(|item| {
        let text = item["text"].as_str()?.to_owned();
        Some(line(&format!("g {}", item["key"].as_str()?), text, "go"))
    }));
    out.extend([
        said("j", "next", "list"),
        said("k", "before", "list"),
        said("Enter", "open", "list"),
    ]);
    out
}

fn search_id(name: &str) -> String {
    short_id("S", [name.as_bytes()])
}

fn searches(ctx: &Ctx<'_>, owner: &str) -> Result<Vec<Value>, Fault> {
    let s = ctx.situation();
    let all = ctx.desk.live.people.searches(owner)?;
    let view = |search: &hudna::people::Search| -> Result<Value, Fault> {
        ctx.in_time()?;
        let query = Query::parse(form::pairs(&search.query));
        let count = query.map_or(0, |q| ctx.index().incidents(s, &q).total);
        Ok(json!({
            "id": search_id(&search.name), "name": search.name, "count": count, "fresh": 0,
            "href": format!("/incidents?{}", search.query), "digest": false,
        }))
    };
    all.iter().map(view).collect()
}

fn drop_search(ctx: &Ctx<'_>) -> Result<Reply, Fault> {
    let (owner, id) = (owner(ctx)?, ctx.ask.param("id"));
    let all = ctx.desk.live.people.searches(owner)?;
    let known = all.iter().find(|s| search_id(&s.name) == id);
    let search = known.ok_or_else(|| Fault::unknown(id, "unknown-search"))?;
    ctx.desk.live.people.drop_search(owner, &search.name)?;
    Ok(ctx.done(&ctx.ask.next("/settings"), "w-core-dropped", None))
}

fn save(ctx: &Ctx<'_>) -> Result<Reply, Fault> {
    let owner = owner(ctx)?;
    let field = |name: &str| ctx.ask.field(name);
    let lang = match field("language") {
        Some("ar") => Some(Lang::Ar),
        Some("en") => Some(Lang::En),
        _ => None,
    };
    let settings = Settings {
        lang,
        digits: if field("digits") == Some("arab") { Digits::Arabic } else { Digits::Latin },
        months: match field("months") {
            Some("egyptian") => Months::Egyptian,
            Some("both") => Months::Both,
            _ => Months::Levantine,
        },
        zone: field("zone").map(str::to_owned),
        shortcuts: field("shortcuts").is_some(),
        density: match field("density") {
            Some("dense") => Density::Compact,
            _ => Density::Comfortable,
        },
    };
    ctx.desk.live.people.set_settings(owner, &settings)?;
    Ok(ctx.done("/settings", "w-core-saved", None))
}

/// What a token may: its name, and its rights as far as its owner has them.
fn scope(ctx: &Ctx<'_>, name: &str) -> Vec<Right> {
    let all = rights(ctx.ask.asker.role);
    // A program sets no passwords and makes no further tokens.
    let all = all.filter(|r| *r != Right::Own);
    match name {
        "all" => all.collect(),
        "submit" => all.filter(|r| *r == Right::Submit).collect(),
        _ => all.filter(|r| !r.writes()).collect(),
    }
}

const SCOPES: [&str; 3] = ["read", "submit", "all"];

fn scopes(ctx: &Ctx<'_>) -> Vec<Value> {
    let of = |name: &&&str| !scope(ctx, name).is_empty();
    let text = |name: &str| ctx.say().text(&format!("w-registers-scope-{name}"), &[]);
    let view =
        |name: &&str| json!({ "value": name, "text": text(name), "selected": *name == "read" });
    SCOPES.iter().filter(of).map(view).collect()
}

/// A token in a line.
pub fn token_view(ctx: &Ctx<'_>, t: &Token) -> Value {
    let name = match &t.rights[..] {
        [Right::Submit] => "submit",
        all if all.iter().any(|r| r.writes()) => "all",
        _ => "read",
    };
    json!({
        "id": t.id, "name": t.label, "made": t.made, "last": t.last, "until": t.expires.day().to_string(),
        "scope": ctx.say().text(&format!("w-registers-scope-{name}"), &[]),
    })
}

fn make_token(ctx: &Ctx<'_>) -> Result<Reply, Fault> {
    let person = ctx.ask.asker.person.as_deref();
    let person = person.filter(|_| ctx.ask.session.is_some());
    let person = person.ok_or_else(|| Fault::bad("w-registers-no-token"))?;
    let now = ctx.desk.live.env().now();
    let until = ctx.ask.field("until").and_then(|d| d.parse::<jiff::civil::Date>().ok());
    let days = until.map(|day| (now.midnight_of(day).seconds() - now.seconds()) / DAY + 1);
    let days = days.map_or(TOKEN_DAYS, |n| u32::try_from(n).unwrap_or(0));
    let rights = scope(ctx, ctx.ask.field("scope").unwrap_or("read"));
    let (people, env) = (&ctx.desk.live.people, ctx.desk.live.env());
    let made =
        people.make_token(person, ctx.ask.field("name").unwrap_or(""), days, &rights, env)?;
    // Shown in the answer itself: it is kept nowhere.
    Ok(shown(ctx, Some(&made), json!({}))?.header("cache-control", "no-store"))
}

/// One's own; whoever runs the installation takes back anybody's.
fn drop_token(ctx: &Ctx<'_>) -> Result<Reply, Fault> {
    let (people, id) = (&ctx.desk.live.people, ctx.ask.param("id"));
    let mine = ctx.ask.asker.person.clone();
    let all: Vec<String> = match ctx.may(Right::Rights) {
        true => ctx.snap.roster.people.keys().cloned().collect(),
        false => mine.into_iter().collect(),
    };
    for person in &all {
        if people.tokens(person)?.iter().any(|t| t.id == id) {
            people.drop_token(person, id)?;
            return Ok(ctx.done(&ctx.ask.next("/settings"), "w-core-dropped", None));
        }
    }
    Err(Fault::unknown(id, "unknown-token"))
}

/// As typed, blanks too.
fn typed<'c>(ctx: &'c Ctx<'_>, name: &str) -> &'c str {
    ctx.ask.form.iter().find(|(n, _)| n == name).map_or("", |(_, v)| v.as_str())
}

fn password(ctx: &Ctx<'_>) -> Result<Reply, Fault> {
    let id = ctx.ask.asker.person.as_deref().filter(|_| ctx.ask.session.is_some());
    let person = id.and_then(|id| ctx.snap.roster.people.get(id));
    let person = person.ok_or_else(|| Fault::bad("w-core-form"))?;
    let (former, new) = (typed(ctx, "current"), typed(ctx, "password"));
    if new != typed(ctx, "again") {
        let text = ctx.say().text("w-registers-not-same", &[]);
        return Ok(shown(ctx, None, json!({ "again": text }))?.status(422));
    }
    let live = &ctx.desk.live;
    match live.people.change_password(person, former, new, &ctx.whence(), live.env()) {
        Ok(session) => {
            let cookie = ctx.desk.cookie(SESSION, &session.token, None);
            Ok(ctx.done("/settings", "w-core-saved", None).header("set-cookie", cookie))
        }
        Err(error) => {
            let fault = Fault::from(error);
            let Why::Engine(why) = &fault.why else { return Err(fault) };
            if fault.status >= 500 {
                return Err(fault);
            }
            let field = if fault.code.starts_with("told-bad") { "password" } else { "current" };
            let errors = json!({ field: ctx.say().error(why) });
            Ok(shown(ctx, None, errors)?.status(fault.status).again(fault.again()))
        }
    }
}
