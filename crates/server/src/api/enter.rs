//! What programs enter, with the effects of the forms: each with a reason, each told by its entry.

use hudna::decide::{Desk, Entered};
use hudna::facts::Facts;
use hudna::model::{Found, PromiseChange, Relation};
use hudna::questions::Ask;
use hudna::record::Record;
use hudna::rights::{Right, Role, needs};
use hudna::{Error, Told};
use serde_json::{Map, Value, json};

use super::versions::{self, Match};
use super::{fault, items, parameters, rest};
use crate::desk::Ctx;
use crate::fault::{Fault, Why};
use crate::reply::Reply;

/// The fields of a body: an object in JSON, or a form.
pub struct Body(Map<String, Value>);

impl Body {
    /// Reads the body of a request to the route of this id.
    ///
    /// # Errors
    /// It is no object, or has a field that the route does not take.
    pub fn read(ctx: &Ctx<'_>, id: &str) -> Result<Body, Fault> {
        let mut fields = match ctx.ask.form.is_empty() {
            true => parsed(&ctx.ask.body)?,
            false => ctx.ask.form.iter().map(|(n, v)| (n.clone(), json!(v))).collect(),
        };
        fields.remove("csrf");
        let known = parameters::fields(id);
        if let Some(name) = fields.keys().find(|name| !known.contains(&name.as_str())) {
            let args = [("name", name.as_str()), ("known", &known.join(", "))];
            return Err(of_field("field_unknown", "w-api-field-unknown", &args));
        }
        Ok(Body(fields))
    }

    /// A text, or a number as one; none where it is empty or null.
    pub fn text(&self, name: &str) -> Option<String> {
        let told = match self.0.get(name)? {
            Value::String(text) => text.trim().to_owned(),
            Value::Number(n) => n.to_string(),
            Value::Bool(yes) => yes.to_string(),
            _ => return None,
        };
        Some(told).filter(|text| !text.is_empty())
    }

    /// A text that must be there.
    ///
    /// # Errors
    /// It is not.
    pub fn needed(&self, name: &str) -> Result<String, Fault> {
        let missing = || of_field("field_needed", "w-api-field-needed", &[("name", name)]);
        self.text(name).ok_or_else(missing)
    }

    /// A whole number that must be there.
    ///
    /// # Errors
    /// There is none.
    pub fn number(&self, name: &str) -> Result<u64, Fault> {
        let text = self.needed(name)?;
        text.trim_start_matches('#').parse().map_err(|_| wrong(name, &text, "0, 1, 2 …"))
    }

    /// Texts: a list, or one with commas between.
    pub fn texts(&self, name: &str) -> Vec<String> {
        match self.0.get(name) {
            Some(Value::Array(all)) => {
                all.iter().filter_map(Value::as_str).map(str::to_owned).collect()
            }
            Some(Value::String(all)) => {
                let parts = all.split(',').map(str::trim).filter(|p| !p.is_empty());
                parts.map(str::to_owned).collect()
            }
            _ => Vec::new(),
        }
    }

    /// Fields within a field.
    pub fn within(&self, name: &str) -> Vec<(String, String)> {
        let text = |v: &Value| v.as_str().map_or_else(|| v.to_string(), str::to_owned);
        let all = self.0.get(name).and_then(Value::as_object).into_iter().flatten();
        all.map(|(name, value)| (name.clone(), text(value))).collect()
    }

    /// One of the values of a closed list.
    ///
    /// # Errors
    /// It is none of them.
    pub fn among<'k>(&self, name: &str, known: &[&'k str]) -> Result<&'k str, Fault> {
        let text = self.needed(name)?;
        let told = text.replace('-', "_");
        let found = known.iter().find(|k| **k == told).copied();
        found.ok_or_else(|| wrong(name, &text, &known.join(", ")))
    }
}

fn parsed(bytes: &[u8]) -> Result<Map<String, Value>, Fault> {
    match serde_json::from_slice(bytes) {
        Ok(Value::Object(fields)) => Ok(fields),
        _ => Err(fault(400, "bad_json", "w-api-bad-json")),
    }
}

fn of_field(code: &'static str, message: &'static str, args: &[(&'static str, &str)]) -> Fault {
    Fault { status: 422, code, why: Why::Engine(Told::error(message, args)) }
}

fn wrong(name: &str, value: &str, known: &str) -> Fault {
    let args = [("name", name), ("value", value), ("known", known)];
    of_field("field_value", "w-api-field-value", &args)
}

/// Enters something, unless the thing has another version than `If-Match` says: found out in the
/// same turn, so that nobody comes between.
fn entered(
    ctx: &Ctx<'_>,
    body: &Body,
    version: impl Fn(&Desk<'_>) -> u64,
    enter: impl FnOnce(&Desk<'_>) -> hudna::Result<Entered>,
) -> Result<Reply, Fault> {
    let wanted = Match::read(ctx.ask)?;
    let why = body.text("why").unwrap_or_default();
    let done = ctx.act(&why, |desk| match wanted.fits(version(desk)) {
        true => enter(desk).map(Some),
        false => Ok(None),
    })?;
    let done = done.ok_or_else(Fault::precondition)?;
    let at = format!("/api/v1/ledger/{}", done.entry);
    Ok(Reply::json(&done).status(201).header("location", at))
}

fn of_incident(desk: &Desk<'_>, id: &str) -> u64 {
    let (facts, s) = (&*desk.facts, &*desk.situation);
    hudna::decide::incident(s, id).map_or(0, |i| versions::incident(facts, s, i))
}

/// `POST /incidents/{id}/links`: how two incidents stand to one another.
pub fn link(ctx: &Ctx<'_>) -> Result<Reply, Fault> {
    let body = Body::read(ctx, "link")?;
    let i = items::seen(ctx, ctx.ask.param("id"))?;
    let other = items::seen(ctx, &body.needed("other")?)?;
    let words = Relation::ALL.map(|(_, word)| word);
    let told = body.among("relation", &words)?;
    let of = |(_, word): &&(Relation, &str)| *word == told;
    let relation = Relation::ALL.iter().find(of).map_or(Relation::Unsure, |(r, _)| *r);
    entered(ctx, &body, |d| of_incident(d, &i.id), |d| d.pair(relation, &i.id, &other.id))
}

/// `POST /incidents/{id}/part`: two claims of one incident tell two.
pub fn part(ctx: &Ctx<'_>) -> Result<Reply, Fault> {
    let body = Body::read(ctx, "part")?;
    let i = items::seen(ctx, ctx.ask.param("id"))?;
    let (a, b) = (body.needed("a")?, body.needed("b")?);
    let holds = |claim: &str| i.claims.iter().chain(&i.denials).any(|c| c == claim);
    if let Some(strange) = [&a, &b].into_iter().find(|c| !holds(c)) {
        return Err(Fault::unknown(strange, "unknown-claim"));
    }
    entered(ctx, &body, |d| of_incident(d, &i.id), |d| d.pair(Relation::Different, &a, &b))
}

/// `POST /incidents/{id}/findings`: what was found of an incident as a whole.
pub fn finding(ctx: &Ctx<'_>) -> Result<Reply, Fault> {
    let body = Body::read(ctx, "finding")?;
    let i = items::seen(ctx, ctx.ask.param("id"))?;
    let found = match body.among("finding", &["refuted", "unverifiable", "site_visit"])? {
        "refuted" => Found::Refuted,
        "unverifiable" => Found::Unverifiable,
        _ => Found::SiteVisit,
    };
    entered(ctx, &body, |d| of_incident(d, &i.id), |d| d.found(found, &i.id))
}

/// `POST /claims/{id}/decisions`: a claim is confirmed, refused, or says something else.
pub fn decision(ctx: &Ctx<'_>) -> Result<Reply, Fault> {
    let body = Body::read(ctx, "decision")?;
    let id = items::claim_seen(ctx, ctx.ask.param("id"))?.claim.id;
    let decision = body.among("decision", &["confirm", "refuse", "correct"])?;
    let version = |d: &Desk<'_>| versions::claim(&d.facts, &d.situation, &id);
    if decision != "correct" {
        return entered(ctx, &body, version, |d| d.rule(decision, &id));
    }
    let (field, value) = (body.needed("field")?, body.needed("value")?);
    entered(ctx, &body, version, |d| d.correct(&id, &field, &value))
}

/// `POST /reports/{id}/claims`: a claim that was missed, by the words that say it.
pub fn claim(ctx: &Ctx<'_>) -> Result<Reply, Fault> {
    let body = Body::read(ctx, "claim-added")?;
    let id = ctx.ask.param("id");
    if !items::sees_report(ctx, id) {
        return Err(Fault::unknown(id, "unknown-report"));
    }
    let at = |name| body.number(name).map(|n| usize::try_from(n).unwrap_or(usize::MAX));
    let (start, end, kind) = (at("start")?, at("end")?, body.needed("kind")?);
    let fields = body.within("fields");
    let version = |d: &Desk<'_>| versions::report(&d.facts, id);
    entered(ctx, &body, version, |d| d.add_claim(id, start, end, &kind, &fields))
}

const CHANGES: [&str; 6] = ["done", "partly", "slip", "drop", "assign", "note"];

/// `POST /followups/{id}/changes`: a promise on the board.
pub fn change(ctx: &Ctx<'_>) -> Result<Reply, Fault> {
    let body = Body::read(ctx, "change")?;
    let s = &*ctx.snap.situation;
    let id = items::promise_seen(ctx, s, ctx.ask.param("id"))?.id.clone();
    let next = body.text("next");
    let change = match body.among("kind", &CHANGES)? {
        "slip" => PromiseChange::Slip { due: hudna::promises::due(&body.needed("due")?)? },
        "drop" => PromiseChange::Drop,
        "assign" => PromiseChange::Assign { owner: body.needed("owner")?, next },
        "note" => PromiseChange::Note { next },
        told => {
            let (evidence, on) = (body.texts("evidence"), body.text("on"));
            PromiseChange::Done { partly: told == "partly", evidence, on }
        }
    };
    let version = |d: &Desk<'_>| versions::follow_up(&d.facts, &d.situation, &id);
    entered(ctx, &body, version, |d| d.change(&id, change))
}

/// `POST /questions`: asks about something, or asks what was raised.
pub fn question(ctx: &Ctx<'_>) -> Result<Reply, Fault> {
    let body = Body::read(ctx, "question-asked")?;
    let about = body.needed("about")?;
    if !rest::visible(ctx, &about) {
        return Err(Fault::unknown(&about, "unknown-about"));
    }
    let ask = Ask {
        to: body.text("to"),
        channel: body.text("channel"),
        owner: body.text("owner"),
        due: body.text("due"),
    };
    let version = |d: &Desk<'_>| versions::question(&d.situation, &about);
    entered(ctx, &body, version, |d| d.ask(&about, ask))
}

/// `POST /questions/{id}/answer`.
pub fn answer(ctx: &Ctx<'_>) -> Result<Reply, Fault> {
    let body = Body::read(ctx, "answer")?;
    let id = ctx.ask.param("id");
    entered(ctx, &body, |d| versions::question(&d.situation, id), |d| d.answer(id))
}

/// `POST /sources/{id}/grades`.
pub fn grade(ctx: &Ctx<'_>) -> Result<Reply, Fault> {
    let body = Body::read(ctx, "grade")?;
    let id = ctx.ask.param("id");
    let told = body.among("grade", &["A", "B", "C", "D", "E", "F"])?;
    let grade = told.chars().next().unwrap_or('F');
    let credibility = match body.text("credibility") {
        Some(text) => {
            let known = text.parse::<u8>().ok().filter(|n| (1..=6).contains(n));
            Some(known.ok_or_else(|| wrong("credibility", &text, "1, 2, 3, 4, 5, 6"))?)
        }
        None => None,
    };
    entered(ctx, &body, |d| versions::source(&d.facts, id), |d| d.grade(id, grade, credibility))
}

/// `POST /undo`: an entry no longer holds; that takes the right which the entry took.
pub fn undo(ctx: &Ctx<'_>) -> Result<Reply, Fault> {
    let body = Body::read(ctx, "undo")?;
    let entry = body.number("entry")?;
    may_undo(ctx, entry)?;
    let why = body.text("why").unwrap_or_default();
    let undone = |d: &Desk<'_>| Ok::<_, Error>((d.undo(entry)?, d.names_of(entry)?));
    let (done, names) = ctx.act(&why, undone)?;
    if !names.is_empty() {
        ctx.desk.live.taught(&names, ctx.desk.config.patience)?;
    }
    let at = format!("/api/v1/ledger/{}", done.entry);
    Ok(Reply::json(&done).status(201).header("location", at))
}

/// Whether whoever asks may take back an act: all of what was entered at once.
///
/// # Errors
/// A right lacks for one of the entries.
pub fn may_undo(ctx: &Ctx<'_>, entry: u64) -> Result<(), Fault> {
    let facts = &ctx.snap.facts;
    for one in facts.together(entry).into_iter().chain([entry]) {
        if let Some(right) = right_of(facts, one) {
            ctx.let_in(right)?;
        }
        sees_entry(ctx, one)?;
    }
    Ok(())
}

/// The right that undoing an entry takes; of an undoing that of what it undid.
pub fn right_of(facts: &Facts, entry: u64) -> Option<Right> {
    let act = facts.acts.iter().find(|a| a.entry == entry)?;
    match &act.record {
        Record::Undo(undo) if undo.entry < entry => right_of(facts, undo.entry),
        record => needs(record),
    }
}

/// A monitor undoes what is of own areas alone.
fn sees_entry(ctx: &Ctx<'_>, entry: u64) -> Result<(), Fault> {
    if ctx.ask.asker.role != Role::Monitor {
        return Ok(());
    }
    let act = ctx.snap.facts.acts.iter().find(|a| a.entry == entry);
    let anchors = act.map(|a| a.record.anchors()).unwrap_or_default();
    anchors.iter().try_for_each(|a| items::claim_seen(ctx, &a.claim).map(drop))
}
