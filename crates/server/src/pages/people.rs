//! Who may work here, what each role may do, and the mode.

use hudna::acts::Act;
use hudna::decide::Who;
use hudna::people::{Invited, NewPerson, Roster, set_mode};
use hudna::record::{PersonRecord, Record};
use hudna::rights::{Mode, Right, Role, may};
use serde_json::{Value, json};

use super::incident::reason;
use super::settings::token_view;
use super::shared::{party, place};
use crate::desk::Ctx;
use crate::fault::{Fault, Why};
use crate::reply::Reply;
use crate::routes::Route;

/// Routes.
pub const ROUTES: &[Route] = &[
    Route::get("/people", Right::SeePeople, page),
    Route::post("/people/invite", Right::Rights, invite),
    Route::post("/people/{id}/role", Right::Rights, role),
    Route::post("/people/{id}/link", Right::Rights, link),
    Route::post("/people/{id}/close", Right::Rights, close),
    Route::post("/people/{id}/signout", Right::Rights, sign_out),
    Route::post("/mode", Right::Mode, mode),
];

fn page(ctx: &Ctx<'_>) -> Result<Reply, Fault> {
    shown(ctx, None, json!({}))
}

/// The page, with a link that was just made, or what the form of an invitation was refused for.
fn shown(ctx: &Ctx<'_>, invited: Option<&Invited>, errors: Value) -> Result<Reply, Fault> {
    let roster = Roster::load(&*ctx.desk.live.store()?)?;
    let mut tokens = Vec::new();
    let mut people = Vec::new();
    for person in roster.people.values() {
        ctx.in_time()?;
        let own = match ctx.may(Right::Rights) {
            true => ctx.desk.live.people.tokens(&person.id)?,
            false => Vec::new(),
        };
        people.push(row(ctx, person, own.len())?);
        tokens.extend(own.iter().map(|t| {
            let mut view = token_view(ctx, t);
            view["owner"] = json!(person.name);
            view
        }));
    }
    let given = ctx.ask.field("name").filter(|_| invited.is_none()).unwrap_or("");
    ctx.page(
        "people.html.jinja",
        json!({
            "people": people, "invited": invited.map(|i| made(ctx, &roster, i)),
            "roles": roles(ctx, Role::Analyst), "parties": parties(ctx), "areas": areas(ctx), "tokens": tokens,
            "token": null, "rights": table(ctx), "modes": modes(&roster),
            "mode_since": mode_since(ctx), "errors": errors, "given": { "name": given },
        }),
    )
}

fn row(ctx: &Ctx<'_>, p: &PersonRecord, tokens: usize) -> Result<Value, Fault> {
    let (say, s) = (ctx.say(), ctx.situation());
    let (accounts, env) = (&ctx.desk.live.people, ctx.desk.live.env());
    let (last, sessions) = match ctx.may(Right::Rights) {
        true => (accounts.last_here(&p.id)?, accounts.sessions(&p.id, None, env)?.len()),
        false => (None, 0),
    };
    let of = |a: &&Act| matches!(&a.record, Record::Person(r) if r.id == p.id);
    let first = ctx.snap.facts.acts.iter().find(of);
    let areas: Vec<String> = p.areas.iter().map(|id| place(say, s, Some(id), Some(id))).collect();
    Ok(json!({
        "id": p.id, "name": p.name, "role": p.role.name(), "roles": roles(ctx, p.role), "areas": areas,
        "party": p.party.as_ref().map(|id| party(say, s, id)), "compartment": null,
        "since": first.map(|a| a.received), "last": last, "sessions": sessions,
        "state": if p.closed { "closed" } else { "active" }, "tokens": tokens,
        "you": ctx.ask.asker.person.as_ref() == Some(&p.id), "version": ctx.snap.facts.size,
    }))
}

/// A link that was just made: it is shown in the answer itself and kept nowhere.
fn made(ctx: &Ctx<'_>, roster: &Roster, invited: &Invited) -> Value {
    let person = roster.people.get(&invited.person);
    json!({
        "name": person.map(|p| &p.name), "role": person.map(|p| p.role.name()),
        "url": format!("{}/invited?link={}", ctx.desk.base(), invited.link),
        "until": invited.expires,
    })
}

/// Roles to choose from, one of them chosen.
fn roles(ctx: &Ctx<'_>, chosen: Role) -> Vec<Value> {
    let all = Role::ALL.iter().filter(|r| **r != Role::Public);
    all.map(|r| {
        let text = ctx.say().label("w-frame-role", r.name());
        json!({ "value": r.name(), "text": text, "selected": *r == chosen })
    })
    .collect()
}

fn parties(ctx: &Ctx<'_>) -> Vec<Value> {
    let (say, s) = (ctx.say(), ctx.situation());
    let bound = s.agreement.parties.iter();
    bound
        .map(|m| json!({ "value": m.party, "text": party(say, s, &m.party), "selected": false }))
        .collect()
}

fn areas(ctx: &Ctx<'_>) -> Vec<Value> {
    let of = ctx.situation().areas.iter();
    of.map(|a| json!({ "value": a.area, "text": ctx.say().pick(&a.name), "selected": false }))
        .collect()
}

/// Who may do what, as the engine decides it.
fn table(ctx: &Ctx<'_>) -> Value {
    let say = ctx.say();
    let group = |right: Right| match right {
        Right::Rights | Right::Mode | Right::Own => "run",
        right if right.writes() || right == Right::Compose || right == Right::Export => "enter",
        _ => "see",
    };
    let line = |right: &Right| {
        let name = right.name().replace('_', "-");
        let allowed: Vec<bool> = Role::ALL.iter().map(|role| may(*role, *right)).collect();
        json!({
            "right": right.name(), "text": say.text(&format!("w-registers-right-{name}"), &[]),
            "group": say.text(&format!("w-registers-rights-{}", group(*right)), &[]),
            "may": allowed, "note": null,
        })
    };
    let mut all: Vec<&Right> = Right::ALL.iter().collect();
    all.sort_by_key(|r| match group(**r) {
        "see" => 0,
        "enter" => 1,
        _ => 2,
    });
    let roles: Vec<&str> = Role::ALL.iter().map(|r| r.name()).collect();
    json!({ "roles": roles, "rows": all.into_iter().map(line).collect::<Vec<_>>() })
}

fn modes(roster: &Roster) -> Vec<Value> {
    let now = roster.mode();
    Mode::ALL.iter().map(|m| json!({ "mode": m.name(), "current": *m == now })).collect()
}

fn mode_since(ctx: &Ctx<'_>) -> Option<Value> {
    let of = |a: &&Act| matches!(a.record, Record::Mode(_));
    let last = ctx.snap.facts.acts.iter().rev().find(of)?;
    let why = super::said::why(ctx.say(), &last.record);
    Some(json!({ "at": last.received, "by": last.by, "why": why, "entry": last.entry }))
}

fn who(ctx: &Ctx<'_>) -> Result<Who, Fault> {
    Ok(Who { by: ctx.ask.asker.name.clone(), at: None, why: reason(ctx)? })
}

/// Everybody sees from now on what was entered.
fn settled(ctx: &Ctx<'_>) {
    ctx.desk.live.changed();
    ctx.desk.live.settle(ctx.desk.config.patience);
}

/// A person as the form has them.
fn asked(ctx: &Ctx<'_>) -> Result<NewPerson, Fault> {
    let role = ctx.ask.field("role").and_then(Role::parse);
    Ok(NewPerson {
        name: ctx.ask.field("name").unwrap_or("").to_owned(),
        role: role.ok_or_else(|| Fault::bad("w-core-form"))?,
        areas: ctx.ask.fields("area"),
        party: ctx.ask.field("party").map(str::to_owned),
    })
}

fn invite(ctx: &Ctx<'_>) -> Result<Reply, Fault> {
    let (live, s) = (&ctx.desk.live, ctx.situation());
    let who = who(ctx)?;
    let mut new = asked(ctx)?;
    // Areas are a monitor's alone, parties those of who speaks for one or holds a key.
    if new.role != Role::Monitor {
        new.areas.clear();
    }
    if !matches!(new.role, Role::Party | Role::CoChair) {
        new.party = None;
    }
    let made = new.check(&s.places, &s.parties).and_then(|()| {
        let store = live.store()?;
        let roster = Roster::load(&store)?;
        live.people.invite(&store, live.env(), &roster, &who, new)
    });
    match made {
        Ok(invited) => {
            settled(ctx);
            Ok(shown(ctx, Some(&invited), json!({}))?.header("cache-control", "no-store"))
        }
        Err(error) => {
            let fault = Fault::from(error);
            let Why::Engine(why) = &fault.why else { return Err(fault) };
            if fault.status >= 500 {
                return Err(fault);
            }
            let errors = json!({ "name": ctx.say().error(why) });
            Ok(shown(ctx, None, errors)?.status(fault.status))
        }
    }
}

/// Another role; areas and party stay.
fn role(ctx: &Ctx<'_>) -> Result<Reply, Fault> {
    let (live, s, id) = (&ctx.desk.live, ctx.situation(), ctx.ask.param("id"));
    let who = who(ctx)?;
    let asked = asked(ctx)?;
    let store = live.store()?;
    let roster = Roster::load(&store)?;
    let held = roster.people.get(id).ok_or_else(|| Fault::unknown(id, "unknown-person"))?;
    let to = NewPerson {
        name: held.name.clone(),
        role: asked.role,
        areas: if asked.areas.is_empty() { held.areas.clone() } else { asked.areas },
        party: asked.party.or_else(|| held.party.clone()),
    };
    to.check(&s.places, &s.parties)?;
    live.people.change(&store, live.env(), &roster, &who, id, to)?;
    settled(ctx);
    Ok(ctx.done("/people", "w-core-saved", None))
}

/// Another link to set a password.
fn link(ctx: &Ctx<'_>) -> Result<Reply, Fault> {
    let live = &ctx.desk.live;
    let roster = Roster::load(&*live.store()?)?;
    let invited = live.people.link(live.env(), &roster, ctx.ask.param("id"))?;
    Ok(shown(ctx, Some(&invited), json!({}))?.header("cache-control", "no-store"))
}

fn close(ctx: &Ctx<'_>) -> Result<Reply, Fault> {
    let live = &ctx.desk.live;
    let who = who(ctx)?;
    let store = live.store()?;
    let roster = Roster::load(&store)?;
    live.people.close(&store, live.env(), &roster, &who, ctx.ask.param("id"))?;
    settled(ctx);
    Ok(ctx.done("/people", "w-core-saved", None))
}

/// Ends all sessions of a person; tokens go on.
fn sign_out(ctx: &Ctx<'_>) -> Result<Reply, Fault> {
    let id = ctx.ask.param("id");
    if !ctx.snap.roster.people.contains_key(id) {
        return Err(Fault::unknown(id, "unknown-person"));
    }
    ctx.desk.live.people.sign_out_everywhere(id)?;
    Ok(ctx.done("/people", "w-people-signed-out", None))
}

fn mode(ctx: &Ctx<'_>) -> Result<Reply, Fault> {
    let live = &ctx.desk.live;
    let asked = ctx.ask.field("mode").and_then(Mode::parse);
    let mode = asked.ok_or_else(|| Fault::bad("w-core-form"))?;
    let who = who(ctx)?;
    let store = live.store()?;
    let roster = Roster::load(&store)?;
    set_mode(&store, live.env(), &roster, &who, mode)?;
    settled(ctx);
    Ok(ctx.done("/people", "w-core-saved", None))
}
