//! A derivation as the page's tree.

use std::collections::BTreeSet;

use hudna::model::{
    AreaState, Bilingual, Body, Case, FiledClaim, FollowUp, Incident, Judgement, Origin, Patrol,
    Question, SeriesTold, StateReason, Toll, TollRow,
};
use hudna::record::Record;
use hudna::why::Node;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};

use crate::desk::Ctx;
use crate::pages::incident::figure;
use crate::pages::said;
use crate::pages::shared::{self, href, party, source, title};
use crate::pages::why::leaves;
use crate::say::Say;

/// What a node says in the reader's language.
#[derive(Default)]
pub struct Told {
    /// The line itself.
    pub text: String,
    /// What stands beside it.
    pub note: Option<String>,
    /// A figure before it.
    pub figure: Option<String>,
    /// Why it does not count, or counts otherwise.
    pub mark: Option<String>,
    /// Entry of the ledger.
    pub entry: Option<u64>,
}

/// A kind of the engine's nodes as messages name it.
pub fn kind(kind: &str) -> String {
    match kind {
        "act" => "decision".to_owned(),
        "counts_file" | "series" => "counts".to_owned(),
        other => other.replace('_', "-"),
    }
}

fn get<T: DeserializeOwned>(node: &Node) -> Option<T> {
    serde_json::from_value(node.data.clone()).ok()
}

/// Outcome and figures of a toll.
pub fn toll_text(say: &Say, t: &Toll) -> String {
    let outcome = say.label("outcome", t.outcome.as_str());
    format!("{outcome} {}", toll_figure(say, t.low, t.best, t.high))
}

/// Best figure, with the span where there is one.
pub fn toll_figure(say: &Say, low: u32, best: u32, high: u32) -> String {
    let n = |n: u32| say.number(f64::from(n));
    if low == high {
        n(best)
    } else {
        format!("\u{2068}{} ({}–{})\u{2069}", n(best), n(low), n(high))
    }
}

/// Who promises what.
pub fn promise_text(say: &Say, s: &hudna::model::Situation, f: &FollowUp) -> String {
    let who = f.who.as_deref();
    let who = who.map_or_else(|| say.text("p-who-unknown", &[]), |id| party(say, s, id));
    format!("{who}: {}", say.label("task", f.what.as_str()))
}

/// What a node says; those of claims and reports are shown by their own shapes.
pub fn told(ctx: &Ctx<'_>, node: &Node) -> Told {
    line(ctx, node).unwrap_or_else(|| {
        let text = node.id.clone().unwrap_or_default();
        Told { text, ..Told::default() }
    })
}

fn plain(text: String) -> Told {
    Told { text, ..Told::default() }
}

fn line(ctx: &Ctx<'_>, node: &Node) -> Option<Told> {
    let (say, s) = (ctx.say(), ctx.situation());
    Some(match node.kind {
        "sentence" | "cite" => plain(say.pick(&get::<Bilingual>(node)?)),
        "area" => {
            let a: AreaState = get(node)?;
            let status = say.label("status", a.status.as_str());
            plain(format!("{}: {status}", say.pick(&a.name)))
        }
        "reason" => {
            let r: StateReason = get(node)?;
            let note = Some(say.label("rule", &r.rule));
            Told { text: say.pick(&r.text), note, ..Told::default() }
        }
        "incident" => incident(ctx, &get(node)?),
        "judgement" => judgement(ctx, &get(node)?),
        "origin" => {
            let o: Origin = get(node)?;
            Told { text: origin(ctx, &o.id), note: Some(say.pick(&o.why)), ..Told::default() }
        }
        "toll" => {
            let t: Toll = get(node)?;
            let text = say.label("outcome", t.outcome.as_str());
            let figure = Some(toll_figure(say, t.low, t.best, t.high));
            Told { text, figure, note: Some(say.pick(&t.method)), ..Told::default() }
        }
        "follow_up" => {
            let f: FollowUp = get(node)?;
            let status = serde_json::to_value(f.status).unwrap_or_default();
            let mark = Some(say.label("followup-status", status.as_str().unwrap_or_default()));
            Told { text: promise_text(say, s, &f), mark, ..Told::default() }
        }
        "case" => {
            let c: Case = get(node)?;
            plain(format!(
                "{}: {}",
                say.text("w-why-kind-case", &[]),
                say.label("step", c.stage.as_str())
            ))
        }
        "question" => plain(say.pick(&get::<Question>(node)?.text)),
        "patrol" => {
            let p: Patrol = get(node)?;
            let at = shared::place(say, s, Some(&p.place), Some(&p.place));
            plain(format!("{}: {at}, {}", p.team, say.day(&p.day)))
        }
        "decision" | "act" => act(ctx, node)?,
        "claim" => plain(claim_said(ctx, &get_in(node, "filed")?)),
        "report" => plain(source(say, s, node.data["source"].as_str()?)),
        "series" | "counts" | "counts_file" => counts(ctx, node)?,
        "ledger" => Told {
            text: say.text("n-entries", &[("n", s.head.size.into())]),
            note: Some(s.head.root.clone()),
            ..Told::default()
        },
        "agreement" => agreement(ctx, node),
        _ => return None,
    })
}

/// A part of a node.
pub fn get_in<T: DeserializeOwned>(node: &Node, name: &str) -> Option<T> {
    serde_json::from_value(node.data[name].clone()).ok()
}

fn incident(ctx: &Ctx<'_>, i: &Incident) -> Told {
    let (say, s) = (ctx.say(), ctx.situation());
    let days = i.days.as_ref().map(|(a, b)| say.days_uncertain(a, b));
    let confirmed = if i.confirmed { "i-confirmed" } else { "i-unconfirmed" };
    let mark = Some(say.text(confirmed, &[]));
    Told { text: title(say, s, i), note: days, mark, ..Told::default() }
}

fn judgement(ctx: &Ctx<'_>, j: &Judgement) -> Told {
    let (say, s) = (ctx.say(), ctx.situation());
    let verdict = serde_json::to_value(j.verdict).unwrap_or_default();
    let verdict = say.label("verdict", verdict.as_str().unwrap_or_default());
    let term = s.agreement.obligation(&j.obligation);
    let term = term.map_or_else(|| j.obligation.clone(), |o| say.pick(&o.text));
    let trace: Vec<String> = j.trace.iter().map(|t| say.pick(t)).collect();
    let note = (!trace.is_empty()).then(|| trace.join(" "));
    Told { text: format!("{verdict}: {term}"), note, mark: j.window.clone(), ..Told::default() }
}

/// Name of an origin by its id.
fn origin(ctx: &Ctx<'_>, id: &str) -> String {
    let (say, s) = (ctx.say(), ctx.situation());
    match id.split_once(':') {
        Some(("party", id)) => party(say, s, id),
        Some(("report", id)) => {
            s.reports.get(id).map_or_else(|| id.to_owned(), |r| source(say, s, &r.source))
        }
        Some((_, name)) => name.to_owned(),
        None => id.to_owned(),
    }
}

fn act(ctx: &Ctx<'_>, node: &Node) -> Option<Told> {
    let say = ctx.say();
    let record: Record = match node.kind {
        "act" => get_in(node, "record")?,
        _ => Record::Decision(get_in(node, "decision")?),
    };
    let at = node.data["received"].as_str()?.parse().ok()?;
    let by = format!("{} · {}", node.data["by"].as_str()?, say.moment(at));
    let why = said::why(say, &record);
    let note = if why.is_empty() { by } else { format!("{why} – {by}") };
    let undone = node.data["undone"].as_u64();
    let mark = undone.map(|entry| format!("{} #{entry}", say.text("act-undone", &[])));
    let entry = node.data["entry"].as_u64();
    Some(Told { text: said::said(say, &record), note: Some(note), mark, entry, figure: None })
}

fn counts(ctx: &Ctx<'_>, node: &Node) -> Option<Told> {
    let (say, d) = (ctx.say(), &node.data);
    if node.kind == "series" {
        let told: SeriesTold = get(node)?;
        let n = say.text("n-events", &[("n", told.last_events.into())]);
        return Some(plain(format!("{}: {n}", say.pick(&told.source))));
    }
    let file = format!("{} · SHA-256 {}", d["file"].as_str()?, d["sha256"].as_str()?);
    let lines = d["rows"].as_array().map(|rows| {
        let all: Vec<String> = rows.iter().map(|r| r["line"].to_string()).collect();
        say.text("w-why-lines", &[("lines", all.join(" ").into())])
    });
    let note = [Some(file), lines].into_iter().flatten().collect::<Vec<_>>().join(" · ");
    let text = match (d["from"].as_str(), d["to"].as_str()) {
        (Some(from), Some(to)) => {
            let n = d["events_between_parties"].as_f64().unwrap_or_default();
            format!("{}: {}", say.days(from, to), say.text("n-events", &[("n", n.into())]))
        }
        _ => get_in::<Bilingual>(node, "source").map_or_else(String::new, |s| say.pick(&s)),
    };
    Some(Told { text, note: Some(note), entry: d["entry"].as_u64(), ..Told::default() })
}

fn agreement(ctx: &Ctx<'_>, node: &Node) -> Told {
    let (say, s) = (ctx.say(), ctx.situation());
    let named = ["text", "name"].iter().find_map(|n| get_in::<Bilingual>(node, n));
    let text = match (named, node.data["party"].as_str(), node.data["announcer"].as_str()) {
        (Some(text), _, _) => say.pick(&text),
        (None, Some(id), _) | (None, None, Some(id)) => party(say, s, id),
        (None, None, None) => say.pick(&s.agreement.name),
    };
    let note = node.data["source"].as_str().map(str::to_owned);
    Told { text, note, ..Told::default() }
}

/// What a claim says, in short.
pub fn claim_said(ctx: &Ctx<'_>, filed: &FiledClaim) -> String {
    let say = ctx.say();
    match &filed.claim.body {
        Body::Violence { act, .. } => say.label("act", act.as_str()),
        Body::Toll { outcome, low, high, .. } => {
            format!("{} {}", say.label("outcome", outcome.as_str()), figure(say, *low, *high))
        }
        Body::Commitment { what, .. } => say.label("task", what.as_str()),
        other => say.label("kind", other.kind()),
    }
}

/// The tree, with what was shown already and how many claims may still be.
pub struct Tree<'c> {
    ctx: &'c Ctx<'c>,
    seen: BTreeSet<String>,
    room: usize,
    /// Claims for which there was no room.
    pub left_out: usize,
}

impl<'c> Tree<'c> {
    /// An empty one.
    pub fn new(ctx: &'c Ctx<'c>, room: usize) -> Self {
        Self { ctx, seen: BTreeSet::new(), room, left_out: 0 }
    }

    /// Nodes in their order, those that count first; the first of them is open where `first` says so.
    pub fn below(&mut self, nodes: &[Node], first: bool) -> Vec<Option<Value>> {
        let mut out = Vec::new();
        for node in nodes.iter().filter(|n| n.kind != "link") {
            let open = first && out.is_empty();
            match node.kind {
                "toll_row" => out.extend(self.row(node, open)),
                _ => out.push(self.node(node, open)),
            }
        }
        out.retain(Option::is_some);
        out.sort_by_key(|n| n.as_ref().is_some_and(|n| n["faded"] == true));
        out
    }

    /// A row of a toll is its claim, with what it counts for.
    fn row(&mut self, node: &Node, open: bool) -> Vec<Option<Value>> {
        let say = self.ctx.say();
        let Some(row) = get::<TollRow>(node) else { return Vec::new() };
        let figure =
            row.coded.map_or_else(|| figure(say, row.low, row.high), |n| say.number(f64::from(n)));
        let mark = match (row.superseded, row.subset) {
            (true, _) => Some(say.text("w-incident-superseded", &[])),
            (_, true) => Some(say.text("w-incident-subset", &[])),
            _ => None,
        };
        let mut shown: Vec<Option<Value>> =
            node.rests_on.iter().map(|claim| self.node(claim, open)).collect();
        for claim in shown.iter_mut().flatten() {
            claim["figure"] = json!(figure);
            if mark.is_some() {
                claim["mark"] = json!(mark);
                claim["faded"] = json!(true);
            }
        }
        shown
    }

    /// A node with what it rests on; none for a claim that stands above already.
    pub fn node(&mut self, node: &Node, open: bool) -> Option<Value> {
        match node.kind {
            "claim" => self.claim(node, open),
            "report" => leaves::report(self.ctx, node),
            _ => Some(self.branch(node, open)),
        }
    }

    fn branch(&mut self, node: &Node, open: bool) -> Value {
        let told = told(self.ctx, node);
        let id = node.id.clone().filter(|id| !id.is_empty());
        let again = id.as_ref().is_some_and(|id| !self.seen.insert(format!("{}:{id}", node.kind)));
        let page = id.as_deref().and_then(|id| page(node.kind, id));
        let rests_on: Vec<Value> = if again {
            Vec::new()
        } else {
            self.below(&node.rests_on, open).into_iter().flatten().collect()
        };
        let mark = told.mark.or_else(|| again.then(|| self.ctx.say().text("w-why-above", &[])));
        json!({
            "kind": kind(node.kind), "id": id, "href": page, "text": told.text,
            "figure": told.figure, "mark": mark, "faded": node.data["undone"].is_u64(),
            "note": told.note, "entry": told.entry, "rests_on": rests_on, "open": open,
            "again": again, "more": null,
        })
    }

    fn claim(&mut self, node: &Node, open: bool) -> Option<Value> {
        let id = node.id.as_deref()?;
        if !self.seen.insert(id.to_owned()) {
            return None;
        }
        let Some(room) = self.room.checked_sub(1) else {
            self.left_out += 1;
            return None;
        };
        self.room = room;
        let rests_on: Vec<Value> =
            self.below(&node.rests_on, false).into_iter().flatten().collect();
        let mut view = leaves::claim(self.ctx, node)?;
        view["rests_on"] = json!(rests_on);
        view["open"] = json!(open);
        Some(view)
    }
}

fn page(kind: &str, id: &str) -> Option<String> {
    match kind {
        "agreement" => Some(super::agreement_href(id)),
        "ledger" => Some("/ledger".to_owned()),
        "origin" | "judgement" | "series" | "decision" => None,
        "act" => Some(format!("/ledger/{}", id.trim_start_matches('#'))),
        _ => Some(href(id)),
    }
}
