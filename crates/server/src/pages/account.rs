//! Signing in and out, the first administrator, invitations, the language.

use hudna::people::Roster;
use hudna::rights::Right;
use serde_json::json;

use crate::desk::{Ctx, LANG, SESSION};
use crate::fault::{Fault, Why};
use crate::reply::Reply;
use crate::routes::Route;

/// Routes.
pub const ROUTES: &[Route] = &[
    Route::open("GET", "/signin", form),
    Route::open("POST", "/signin", sign_in),
    Route::open("POST", "/signout", sign_out),
    Route::open("POST", "/signin/guest", guest),
    Route::open("GET", "/setup", setup),
    Route::open("POST", "/setup", begin),
    Route::open("GET", "/invited", invited),
    Route::open("POST", "/invited", redeem),
    Route::open("GET", "/lang/{lang}", lang),
];

/// A language is kept for a year.
const YEAR: u64 = 365 * 24 * 3600;

fn form(ctx: &Ctx<'_>) -> Result<Reply, Fault> {
    signing_in(ctx, "", None)
}

fn signing_in(ctx: &Ctx<'_>, name: &str, failed: Option<String>) -> Result<Reply, Fault> {
    ctx.page(
        "signin.html.jinja",
        json!({
            "next": ctx.ask.next("/"), "name": name, "failed": failed, "wait": null,
            "guest": ctx.desk.config.guests && ctx.local,
        }),
    )
}

fn sign_in(ctx: &Ctx<'_>) -> Result<Reply, Fault> {
    let (name, password) = (ctx.ask.field("name").unwrap_or(""), password(ctx, "password"));
    let roster = Roster::load(&*ctx.desk.live.store()?)?;
    let env = ctx.desk.live.env();
    match ctx.desk.live.people.sign_in(&roster.people, name, password, &ctx.whence(), env) {
        Ok(session) => {
            let next = Reply::to(ctx.ask.next("/"));
            Ok(next.header("set-cookie", ctx.desk.cookie(SESSION, &session.token, None)))
        }
        Err(error) => {
            let fault = Fault::from(error);
            let Why::Engine(why) = &fault.why else { return Err(fault) };
            if fault.status >= 500 {
                return Err(fault);
            }
            let failed = ctx.say().error(why);
            let page = signing_in(ctx, name, Some(failed))?;
            Ok(page.status(fault.status).again(fault.again()))
        }
    }
}

/// A password is taken as typed, blanks too.
fn password<'c>(ctx: &'c Ctx<'_>, name: &str) -> &'c str {
    ctx.ask.form.iter().find(|(n, _)| n == name).map_or("", |(_, v)| v.as_str())
}

fn sign_out(ctx: &Ctx<'_>) -> Result<Reply, Fault> {
    if let Some(token) = ctx.ask.cookie(SESSION) {
        ctx.desk.live.people.sign_out(token)?;
    }
    Ok(Reply::to("/signin").header("set-cookie", ctx.desk.cookie(SESSION, "", Some(0))))
}

/// A guest of an example, on this machine alone.
fn guest(ctx: &Ctx<'_>) -> Result<Reply, Fault> {
    if !(ctx.desk.config.guests && ctx.local) {
        return Err(Fault::not_found());
    }
    let session = ctx.desk.live.people.guest_session(&ctx.whence(), ctx.desk.live.env())?;
    let cookie = ctx.desk.cookie(SESSION, &session.token, None);
    Ok(Reply::to(ctx.ask.next("/")).header("set-cookie", cookie))
}

/// A server for this machine alone is set up on this machine: what came through something that was
/// not named may come from anywhere.
fn is_far(ctx: &Ctx<'_>) -> bool {
    let config = &ctx.desk.config;
    config.listen.ip().is_loopback() && config.proxies.is_empty() && !ctx.local
}

fn far(ctx: &Ctx<'_>) -> Result<Reply, Fault> {
    let page = ctx.page("setup.html.jinja", json!({ "far": true, "token": "", "store": {} }))?;
    Ok(page.status(403))
}

fn setup(ctx: &Ctx<'_>) -> Result<Reply, Fault> {
    if is_far(ctx) { far(ctx) } else { by_link(ctx) }
}

fn by_link(ctx: &Ctx<'_>) -> Result<Reply, Fault> {
    let token = ctx.ask.asked("link").unwrap_or("").to_owned();
    setting_up(ctx, &token, "", json!({}))
}

fn setting_up(
    ctx: &Ctx<'_>,
    token: &str,
    name: &str,
    errors: serde_json::Value,
) -> Result<Reply, Fault> {
    let (s, live) = (&ctx.snap.situation, &ctx.desk.live);
    // Who has no link is told nothing of the store.
    let linked = live.people.linked(live.env(), token).ok();
    let invited = ctx.ask.path == "/invited";
    let known = linked.as_ref().is_some_and(|person| person.is_some() == invited);
    let whose = match linked.flatten().filter(|_| known) {
        Some(id) => Roster::load(&*live.store()?)?.people.get(&id).map(|p| p.name.clone()),
        None => None,
    };
    let folder = live.store()?.folder().file_name().map(|f| f.to_string_lossy().into_owned());
    ctx.page(
        "setup.html.jinja",
        json!({
            "token": if known { token } else { "" }, "name": name, "errors": errors,
            "least": hudna::people::MIN_PASSWORD, "action": ctx.ask.path, "invited": invited,
            "whose": whose,
            "store": {
                "path": if known { folder } else { None }, "size": if known { ctx.snap.facts.size } else { 0 },
                "story": s.story.as_ref().filter(|_| known).map(|story| ctx.say().pick(&story.name)),
            },
        }),
    )
}

/// What was typed twice must be the same.
fn typed_twice(ctx: &Ctx<'_>, link: &str, name: &str) -> Result<Option<Reply>, Fault> {
    if password(ctx, "password") == password(ctx, "again") {
        return Ok(None);
    }
    let errors = json!({ "again": ctx.say().text("w-core-not-the-same", &[]) });
    Ok(Some(setting_up(ctx, link, name, errors)?.status(422)))
}

fn begin(ctx: &Ctx<'_>) -> Result<Reply, Fault> {
    if is_far(ctx) {
        return far(ctx);
    }
    let (live, ask) = (&ctx.desk.live, ctx.ask);
    let (link, name) = (ask.field("link").or(ask.field("token")).unwrap_or(""), ask.field("name"));
    if let Some(again) = typed_twice(ctx, link, name.unwrap_or(""))? {
        return Ok(again);
    }
    let begun = live.store().and_then(|store| {
        let password = password(ctx, "password");
        live.people.begin(&store, live.env(), link, name.unwrap_or(""), password, &ctx.whence())
    });
    entered(ctx, begun, link, name)
}

fn invited(ctx: &Ctx<'_>) -> Result<Reply, Fault> {
    by_link(ctx)
}

fn redeem(ctx: &Ctx<'_>) -> Result<Reply, Fault> {
    let (live, ask) = (&ctx.desk.live, ctx.ask);
    let link = ask.field("link").or(ask.field("token")).unwrap_or("");
    if let Some(again) = typed_twice(ctx, link, "")? {
        return Ok(again);
    }
    let roster = Roster::load(&*live.store()?)?;
    let (password, from) = (password(ctx, "password"), ctx.whence());
    let begun = live.people.redeem(live.env(), &roster, link, password, &from);
    entered(ctx, begun, link, None)
}

fn entered(
    ctx: &Ctx<'_>,
    begun: hudna::Result<hudna::people::NewSession>,
    link: &str,
    name: Option<&str>,
) -> Result<Reply, Fault> {
    match begun {
        Ok(session) => {
            ctx.desk.live.changed();
            ctx.desk.live.settle(ctx.desk.config.patience);
            let cookie = ctx.desk.cookie(SESSION, &session.token, None);
            let lang = ctx.ask.field("language").unwrap_or(ctx.say().lang.code());
            let lang = ctx.desk.cookie(LANG, if lang == "en" { "en" } else { "ar" }, Some(YEAR));
            Ok(Reply::to("/").header("set-cookie", cookie).header("set-cookie", lang))
        }
        Err(error) => {
            let fault = Fault::from(error);
            let Why::Engine(why) = &fault.why else { return Err(fault) };
            let field = if fault.code.contains("password") { "password" } else { "name" };
            let errors = json!({ field: ctx.say().error(why) });
            Ok(setting_up(ctx, link, name.unwrap_or(""), errors)?.status(fault.status))
        }
    }
}

fn lang(ctx: &Ctx<'_>) -> Result<Reply, Fault> {
    let lang = match ctx.ask.param("lang") {
        "ar" => hudna::model::Lang::Ar,
        "en" => hudna::model::Lang::En,
        _ => return Err(Fault::not_found()),
    };
    if let Some(owner) = ctx.ask.owner().filter(|_| ctx.may(Right::Own)) {
        let people = &ctx.desk.live.people;
        let settings = hudna::people::Settings { lang: Some(lang), ..people.settings(owner)? };
        people.set_settings(owner, &settings)?;
    }
    let cookie = ctx.desk.cookie(LANG, lang.code(), Some(YEAR));
    Ok(Reply::to(ctx.ask.next("/")).header("set-cookie", cookie))
}
