//! Cases: the list, one case, and its steps.

mod form;
mod view;

use hudna::cases::{rules, step_times};
use hudna::model::{Case, CaseRules, Outcome, Remedy, Stage, Verdict};
use hudna::rights::Right;
use serde_json::{Value, json};

use super::incident::reason;
use super::incidents::with;
use super::said;
use super::shared::{href, party, title, toll, worst};
use super::sources::paged;
use crate::desk::Ctx;
use crate::fault::Fault;
use crate::reply::Reply;
use crate::routes::Route;

/// Routes. Which step somebody may take is asked for the step itself.
pub const ROUTES: &[Route] = &[
    Route::get("/cases", Right::SeeCases, list),
    Route::get("/cases/{id}", Right::SeeCases, page),
    Route::post("/cases/{id}/steps", Right::SeeCases, step),
];

/// Steps of the ladder, in their order.
pub const LADDER: [Stage; 9] = [
    Stage::Opened,
    Stage::Notified,
    Stage::Replied,
    Stage::Tasked,
    Stage::Reported,
    Stage::Drafted,
    Stage::Committee,
    Stage::Board,
    Stage::Found,
];
const TABS: [&str; 5] = ["all", "waiting", "late", "found", "closed"];

/// Steps of the ladder that are done.
pub fn reached(case: &Case) -> usize {
    LADDER.iter().position(|s| *s == case.stage).map_or(LADDER.len(), |n| n + 1)
}

fn late(case: &Case) -> bool {
    case.clocks.iter().any(|c| c.passed)
}

/// Nothing more is due: taken out, or found, published, and every action remedied.
fn closed(case: &Case) -> bool {
    let remedied = case.actions.iter().all(|a| a.remedy == Some(Remedy::Yes));
    case.stage == Stage::Expunged
        || case.stage == Stage::Found && case.published.is_some() && remedied
}

fn in_tab(case: &Case, tab: &str) -> bool {
    match tab {
        "waiting" => !case.clocks.is_empty() && !closed(case),
        "late" => late(case),
        "found" => case.finding.is_some(),
        "closed" => closed(case),
        _ => true,
    }
}

/// The step that the procedure waits for.
pub fn waits(case: &Case, rules: &CaseRules) -> Option<&'static str> {
    let unanswered = case.parties.iter().any(|p| p.notified.is_some() && p.reply.is_none());
    let finding = case.finding.as_ref();
    match case.stage {
        Stage::Expunged => None,
        Stage::Found if finding.is_some_and(|f| f.people.len() < 2) => Some("seconded"),
        Stage::Found if case.parties.iter().any(|p| p.acceptance.is_none()) => Some("answered"),
        Stage::Found if case.published.is_none() => Some("published"),
        Stage::Found if case.actions.iter().any(|a| a.remedy.is_none()) => Some("remedied"),
        Stage::Found => None,
        Stage::Notified | Stage::Replied if unanswered => Some("replied"),
        stage => {
            let at = LADDER.iter().position(|s| *s == stage)? + 1;
            let later = LADDER.iter().skip(at);
            let known = later.filter(|s| **s != Stage::Replied && !rules.optional.contains(s));
            known.map(|s| s.as_str()).next()
        }
    }
}

/// The case of an id, as far as whoever asks sees it.
fn find<'c>(ctx: &'c Ctx<'_>, id: &str) -> Result<&'c Case, Fault> {
    let found = ctx.cases().cases.iter().find(|c| c.id == id);
    let seen = found.filter(|c| ctx.ask.asker.sees_case(c));
    seen.ok_or_else(|| Fault::unknown(id, "unknown-case"))
}

fn list(ctx: &Ctx<'_>) -> Result<Reply, Fault> {
    let s = ctx.cases();
    let rules = rules(&s.agreement);
    let tab = ctx.ask.asked("tab").filter(|t| TABS.contains(t)).unwrap_or("all");
    let seen: Vec<&Case> = s.cases.iter().filter(|c| ctx.ask.asker.sees_case(c)).collect();
    let mut shown: Vec<&Case> = seen.iter().copied().filter(|c| in_tab(c, tab)).collect();
    let due = |c: &Case| c.clocks.iter().map(|k| k.due).min().map_or((1, None), |at| (0, Some(at)));
    shown.sort_by_key(|c| (!late(c), closed(c), due(c), c.id.clone()));
    let (skip, per, page) = paged(ctx, "/cases", shown.len());
    let rows: Vec<Value> = shown.iter().skip(skip).take(per).map(|c| row(ctx, c, &rules)).collect();
    let tabs: Vec<Value> = TABS
        .iter()
        .map(|name| {
            let n = seen.iter().filter(|c| in_tab(c, name)).count();
            let value = (*name != "all").then_some(*name);
            json!({
                "href": with(ctx, "/cases", "tab", value), "active": tab == *name, "count": n,
                "text": ctx.say().text(&format!("w-cases-tab-{name}"), &[]),
            })
        })
        .collect();
    let whole = seen.len() == s.cases.len();
    let times = if whole { step_times(&s.cases) } else { Vec::new() };
    ctx.page(
        "cases.html.jinja",
        json!({ "tabs": tabs, "rows": rows, "times": times, "ready": ready(ctx), "page": page }),
    )
}

/// Incidents with a breach or a possible one on which no case is open.
fn ready(ctx: &Ctx<'_>) -> Option<Value> {
    let s = ctx.cases();
    if !ctx.may(Right::Case) {
        return None;
    }
    let open = |id: &String| {
        s.cases.iter().any(|c| c.stage != Stage::Expunged && c.incident.as_ref() == Some(id))
    };
    let grave = |v: Verdict| matches!(v, Verdict::Breach | Verdict::PossibleBreach);
    let n = s
        .incidents
        .iter()
        .filter(|i| i.judgements.iter().any(|j| grave(j.verdict)) && !open(&i.id))
        .count();
    let at = "/incidents?verdict=breach&verdict=possible_breach&case=no";
    Some(json!({ "n": n, "href": at }))
}

fn clock(ctx: &Ctx<'_>, k: &hudna::model::CaseClock) -> Value {
    let who = party(ctx.say(), ctx.cases(), &k.who);
    let left = (k.due.seconds() - ctx.cases().as_of.seconds()).max(0) / 3600;
    let args = [("n", u32::try_from(left / 24).unwrap_or(0).into())];
    let left = (!k.passed && left >= 24).then(|| ctx.say().text("w-registers-left", &args));
    json!({ "step": k.step, "who": who, "due": k.due, "passed": k.passed, "left": left })
}

fn row(ctx: &Ctx<'_>, c: &Case, rules: &CaseRules) -> Value {
    let (say, s) = (ctx.say(), ctx.cases());
    let i = c.incident.as_ref().and_then(|id| s.incidents.iter().find(|i| i.id == *id));
    let parties: Vec<Value> = c
        .parties
        .iter()
        .map(|p| {
            let (reply, stance) = (p.reply.map(|r| r.as_str()), p.acceptance.map(|a| a.as_str()));
            json!({ "text": party(say, s, &p.party), "reply": reply, "acceptance": stance })
        })
        .collect();
    let first = c.clocks.iter().min_by_key(|k| (!k.passed, k.due));
    json!({
        "id": c.id, "href": href(&c.id),
        "title": i.map_or_else(|| c.id.clone(), |i| title(say, s, i)),
        "incident": c.incident.as_ref().map(|id| json!({ "id": id, "href": href(id) })),
        "days": i.and_then(|i| i.days.as_ref()).map(|(a, b)| [a, b]),
        "deaths": i.and_then(|i| worst(i, Outcome::Killed)).map(toll),
        "stage": c.stage.as_str(), "reached": reached(c), "parties": parties,
        "clock": first.map(|k| clock(ctx, k)), "next": waits(c, rules),
        "finding": c.finding.as_ref().map(|f| f.finding.as_str()),
        "published": c.published.map(|l| l.as_str()), "reopened": c.reopened,
    })
}

fn page(ctx: &Ctx<'_>) -> Result<Reply, Fault> {
    let case = find(ctx, ctx.ask.param("id"))?;
    ctx.page("case.html.jinja", view::case(ctx, case))
}

fn step(ctx: &Ctx<'_>) -> Result<Reply, Fault> {
    let case = find(ctx, ctx.ask.param("id"))?;
    let step = form::step(ctx, case)?;
    ctx.ask.asker.ask_step(&step, ctx.mode())?;
    let right = hudna::rights::step_right(&step);
    ctx.let_in(right)?;
    fresh(ctx, case, &said::step(ctx.say(), &step))?;
    let done = ctx.act(&reason(ctx)?, |desk| desk.step(&case.id, step))?;
    Ok(ctx.done(&ctx.ask.next(&href(&case.id)), "w-core-done", Some(done.entry)))
}

/// Somebody who saw fewer steps than there are is shown the last one beside their own.
fn fresh(ctx: &Ctx<'_>, case: &Case, yours: &str) -> Result<(), Fault> {
    let known = ctx.ask.field("version").and_then(|v| v.parse::<usize>().ok());
    let Some(last) = case.steps.last().filter(|_| known.is_some_and(|n| n != case.steps.len()))
    else {
        return Ok(());
    };
    let theirs = said::step(ctx.say(), &last.step);
    let hidden = ctx.ask.again(case.steps.len() as u64);
    Err(Fault::conflict(json!({
        "about": { "id": case.id, "href": href(&case.id), "title": case.id },
        "theirs": {
            "by": last.by, "at": last.at, "entry": last.entry, "version": case.steps.len(),
        },
        "fields": [{
            "name": "step", "text": ctx.say().text("case-step", &[]), "before": null,
            "theirs": theirs, "yours": yours, "same": theirs == yours, "clash": theirs != yours,
        }],
        "action": ctx.ask.path, "hidden": hidden, "must_reason": false,
    })))
}
