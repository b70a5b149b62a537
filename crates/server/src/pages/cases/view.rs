//! One case as its page shows it.

use std::collections::BTreeSet;

use hudna::cases::{admits, rules};
use hudna::model::{
    Acceptance, Case, CaseEntry, CaseFinding, CaseParty, CaseRules, CaseStep, Finding, Level,
    Outcome, Remedy, Reply, Stage,
};
use hudna::rights::{Role, step_right};
use serde_json::{Value, json};

use super::{LADDER, clock, reached, waits};
use crate::desk::Ctx;
use crate::pages::area::question;
use crate::pages::said;
use crate::pages::shared::{gravest, href, party, title, toll, worst};
use crate::pages::why;

/// What the template is given.
pub fn case(ctx: &Ctx<'_>, c: &Case) -> Value {
    let (say, s) = (ctx.say(), ctx.cases());
    let rules = rules(&s.agreement);
    let i = c.incident.as_ref().and_then(|id| s.incidents.iter().find(|i| i.id == *id));
    let (next, later) = possible(ctx, c, &rules);
    let steps: Vec<Value> = c.steps.iter().map(|e| line(ctx, e)).collect();
    let about = |q: &&hudna::model::Question| q.about == c.id && why::sees(ctx, &q.about);
    let questions: Vec<Value> =
        s.questions.iter().filter(about).map(|q| question(say, q)).collect();
    let reasons: Vec<String> =
        (1..=2).map(|n| say.text(&format!("w-registers-case-why-{n}"), &[])).collect();
    json!({
        "case": {
            "id": c.id, "version": c.steps.len(), "stage": c.stage.as_str(), "reached": reached(c),
            "title": i.map_or_else(|| c.id.clone(), |i| title(say, s, i)),
            "incident": {
                "id": c.incident, "href": c.incident.as_ref().map(|id| href(id)),
                "days": i.and_then(|i| i.days.as_ref()).map(|(a, b)| [a, b]),
                "deaths": i.and_then(|i| worst(i, Outcome::Killed)).map(toll),
                "verdict": i.and_then(gravest),
            },
            "finding": c.finding.as_ref().map(|f| f.finding.as_str()),
            "published": c.published.map(|l| l.as_str()), "reopened": c.reopened,
            "expunged": c.stage == Stage::Expunged,
        },
        "ladder": ladder(c), "clocks": c.clocks.iter().map(|k| clock(ctx, k)).collect::<Vec<_>>(),
        "parties": c.parties.iter().map(|p| of_party(ctx, c, p)).collect::<Vec<_>>(),
        "found": c.finding.as_ref().map(|f| found(ctx, f, &rules)), "former": former(ctx, c),
        "actions": actions(ctx, c), "steps": steps, "questions": questions,
        "next": next, "later": later, "reasons": reasons, "choices": choices(ctx, c, &rules),
    })
}

fn ladder(c: &Case) -> Vec<Value> {
    let done = reached(c);
    let at = |stage: Stage| {
        let of = c.steps.iter().rev().find(|e| e.step.name() == stage.as_str());
        of.map(|e| e.at)
    };
    let rung = |(n, stage): (usize, &Stage)| {
        let at = at(*stage);
        let current = *stage == c.stage;
        json!({
            "step": stage.as_str(), "done": n < done && !current, "current": current, "at": at,
            "skipped": n + 1 < done && at.is_none(),
        })
    };
    LADDER.iter().enumerate().map(rung).collect()
}

/// A step in a line, with whom it names.
fn line(ctx: &Ctx<'_>, e: &CaseEntry) -> Value {
    let (say, s) = (ctx.say(), ctx.cases());
    let name = |id: &String| party(say, s, id);
    let more = match &e.step {
        CaseStep::Notified { party, .. } => Some(name(party)),
        CaseStep::Replied { party, reply } => {
            Some(format!("{}: {}", name(party), say.label("reply", reply.as_str())))
        }
        CaseStep::Tasked { who, .. } => Some(who.clone()),
        CaseStep::Found { finding, .. } => Some(say.label("finding", finding.as_str())),
        CaseStep::Answered { party, acceptance } => {
            Some(format!("{}: {}", name(party), say.label("acceptance", acceptance.as_str())))
        }
        CaseStep::Action { what, .. } => Some(what.clone()),
        CaseStep::Published { level } => Some(say.label("publication", level.as_str())),
        _ => None,
    };
    let step = said::step(say, &e.step);
    let what = more.map_or_else(|| step.clone(), |more| format!("{step} – {more}"));
    json!({
        "at": e.at, "who": e.by, "what": what, "why": (!e.note.is_empty()).then_some(&e.note),
        "href": null, "entry": e.entry, "undone": null,
    })
}

fn of_party(ctx: &Ctx<'_>, c: &Case, p: &CaseParty) -> Value {
    let replied = c
        .steps
        .iter()
        .rev()
        .find(|e| matches!(&e.step, CaseStep::Replied { party, .. } if *party == p.party));
    let passed = p.reply.is_none() && p.reply_due.is_some_and(|due| due < ctx.cases().as_of);
    json!({
        "party": p.party, "text": party(ctx.say(), ctx.cases(), &p.party),
        "notified": p.notified, "reply": p.reply.map(|r| r.as_str()),
        "replied_at": replied.map(|e| e.at), "reply_due": p.reply_due, "passed": passed,
        "acceptance": p.acceptance.map(|a| a.as_str()),
        "note": replied.map(|e| &e.note).filter(|note| !note.is_empty()),
    })
}

fn found(ctx: &Ctx<'_>, f: &CaseFinding, rules: &CaseRules) -> Value {
    let (say, s) = (ctx.say(), ctx.cases());
    let names = |ids: &[String]| ids.iter().map(|id| party(say, s, id)).collect::<Vec<_>>();
    let heard = |key: &&String| f.keys.contains(key) || f.dissent.iter().any(|(k, _)| k == *key);
    let missing = rules.keys.iter().find(|key| !heard(key));
    let lacks = match missing {
        _ if f.people.len() < 2 => Some(say.text("w-registers-second-person", &[])),
        Some(key) => {
            let args = [("name", party(say, s, key).into())];
            Some(say.text("w-registers-key-missing", &args))
        }
        None => None,
    };
    let dissents: Vec<Value> = f
        .dissent
        .iter()
        .map(|(key, words)| json!({ "text": party(say, s, key), "words": words }))
        .collect();
    json!({
        "finding": f.finding.as_str(), "against": names(&f.against),
        "facts": (!f.facts.is_empty()).then_some(&f.facts), "by": f.people,
        "keys": names(&f.keys), "dissents": dissents, "at": f.at, "whole": lacks.is_none(),
        "lacks": lacks,
    })
}

fn former(ctx: &Ctx<'_>, c: &Case) -> Vec<Value> {
    let (say, s) = (ctx.say(), ctx.cases());
    let one = |f: &CaseFinding| {
        let against: Vec<String> = f.against.iter().map(|id| party(say, s, id)).collect();
        json!({ "finding": f.finding.as_str(), "at": f.at, "against": against })
    };
    c.former_findings.iter().map(one).collect()
}

fn actions(ctx: &Ctx<'_>, c: &Case) -> Vec<Value> {
    let today = ctx.cases().as_of.day().to_string();
    let one = |(n, a): (usize, &hudna::model::CaseAction)| {
        json!({
            "n": n + 1, "who": a.who, "what": a.what, "amount": a.amount, "place": a.place,
            "due": a.due, "passed": a.remedy.is_none() && a.due < today,
            "remedy": a.remedy.map(|r| r.as_str()),
        })
    };
    c.actions.iter().enumerate().map(one).collect()
}

// ---- what may be entered now ----

/// Parties of which a case may speak: of the agreement, of the incident, of the case.
fn concerned(ctx: &Ctx<'_>, c: &Case) -> Vec<String> {
    let s = ctx.cases();
    let i = c.incident.as_ref().and_then(|id| s.incidents.iter().find(|i| i.id == *id));
    let named = i.into_iter().flat_map(|i| &i.actors).map(|(id, _)| id);
    let bound = s.agreement.parties.iter().map(|m| &m.party);
    let mut seen = BTreeSet::new();
    let all = c.parties.iter().map(|p| &p.party).chain(named).chain(bound);
    let known = all.filter(|id| s.parties.contains_key(*id) && seen.insert(*id));
    known.cloned().collect()
}

/// Parties of which somebody may reply: a party's person for that party alone.
fn own(ctx: &Ctx<'_>, id: &str) -> bool {
    let asker = &ctx.ask.asker;
    asker.role != Role::Party || asker.party.as_deref() == Some(id)
}

/// Keys that are not in yet; a co-chair's own alone.
fn keys(ctx: &Ctx<'_>, c: &Case, rules: &CaseRules) -> Vec<String> {
    let asker = &ctx.ask.asker;
    let used = |key: &String| {
        c.finding
            .as_ref()
            .is_some_and(|f| f.keys.contains(key) || f.dissent.iter().any(|(k, _)| k == key))
    };
    let mine = |key: &&String| asker.party.as_ref() == Some(*key);
    rules.keys.iter().filter(|k| !used(k)).filter(mine).cloned().collect()
}

/// Steps of a name that somebody may have in mind, to ask whether one may come now.
fn candidates(ctx: &Ctx<'_>, c: &Case, rules: &CaseRules, name: &str) -> Vec<CaseStep> {
    let parties = || concerned(ctx, c).into_iter().filter(|id| own(ctx, id));
    let key = keys(ctx, c, rules).into_iter().next();
    match name {
        "notified" => parties().map(|party| CaseStep::Notified { party, hours: 1 }).collect(),
        "replied" => {
            parties().map(|party| CaseStep::Replied { party, reply: Reply::Denied }).collect()
        }
        "tasked" => vec![CaseStep::Tasked { who: String::new(), hours: 1 }],
        "reported" => vec![CaseStep::Reported { report: None }],
        "drafted" => vec![CaseStep::Drafted],
        "committee" => vec![CaseStep::Committee],
        "board" => vec![CaseStep::Board],
        "found" => {
            let (finding, facts) = (Finding::Undetermined, String::new());
            vec![CaseStep::Found { finding, against: Vec::new(), facts, key: None }]
        }
        "seconded" => vec![CaseStep::Seconded { key }],
        "dissented" => key.map(|key| CaseStep::Dissented { key }).into_iter().collect(),
        "answered" => parties()
            .map(|party| CaseStep::Answered { party, acceptance: Acceptance::Accepted })
            .collect(),
        "action" => {
            let [who, what, amount, place, due] = Default::default();
            vec![CaseStep::Action { who, what, amount, place, due }]
        }
        "remedied" => {
            let open = c.actions.iter().enumerate().filter(|(_, a)| a.remedy.is_none());
            open.map(|(n, _)| CaseStep::Remedied { action: n + 1, remedy: Remedy::Yes }).collect()
        }
        "published" => vec![CaseStep::Published { level: Level::Internal }],
        "reopened" => vec![CaseStep::Reopened],
        _ => vec![CaseStep::Expunged],
    }
}

/// Steps that whoever asks may enter now; and those whose turn has not come, with what is missing.
fn possible(ctx: &Ctx<'_>, c: &Case, rules: &CaseRules) -> (Vec<Value>, Vec<Value>) {
    let s = ctx.cases();
    let (mut next, mut later) = (Vec::new(), Vec::new());
    let main = waits(c, rules);
    let who = hudna::decide::Who { by: ctx.ask.asker.name.clone(), ..Default::default() };
    let at = hudna::decide::counts_from(&who, ctx.desk.live.env(), &ctx.snap.facts);
    // The first step opened the case.
    for name in CaseStep::NAMES.into_iter().skip(1) {
        let mut against = None;
        let all = candidates(ctx, c, rules, name);
        let mine: Vec<&CaseStep> = all
            .iter()
            .filter(|step| ctx.may(step_right(step)))
            .filter(|step| ctx.ask.asker.ask_step(step, ctx.mode()).is_ok())
            .collect();
        let admitted = mine.iter().any(|step| match admits(s, c, step, &who.by, at) {
            Ok(()) => true,
            Err(error) => {
                against = Some(error);
                false
            }
        });
        match against {
            _ if admitted => next.push(json!({ "step": name, "main": main == Some(name) })),
            Some(error) if c.stage != Stage::Expunged => {
                later.push(json!({ "step": name, "why": ctx.say().error(&error) }));
            }
            _ => {}
        }
    }
    (next, later)
}

fn choices(ctx: &Ctx<'_>, c: &Case, rules: &CaseRules) -> Value {
    let (say, s) = (ctx.say(), ctx.cases());
    let option = |id: &String| json!({ "value": id, "text": party(say, s, id), "selected": false });
    let all = concerned(ctx, c);
    let of = |id: &String| c.parties.iter().find(|p| p.party == *id);
    let pick = |keep: &dyn Fn(&String) -> bool| -> Vec<Value> {
        all.iter().filter(|id| keep(id)).map(option).collect()
    };
    let told = |id: &String| of(id).is_some_and(|p| p.notified.is_some());
    let open = |id: &String| told(id) && of(id).is_some_and(|p| p.reply.is_none()) && own(ctx, id);
    let unheard = |id: &String| of(id).is_some_and(|p| p.acceptance.is_none()) && own(ctx, id);
    let actions: Vec<Value> = c
        .actions
        .iter()
        .enumerate()
        .filter(|(_, a)| a.remedy.is_none())
        .map(|(n, a)| json!({ "value": n + 1, "text": a.what, "selected": false }))
        .collect();
    json!({
        "notify": pick(&|id| !told(id)), "reply": pick(&open), "answer": pick(&unheard),
        "against": pick(&|_| true), "keys": keys(ctx, c, rules).iter().map(option).collect::<Vec<_>>(),
        "actions": actions,
        "hours": { "notified": rules.reply_hours, "tasked": rules.report_hours },
    })
}
