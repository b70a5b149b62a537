//! What anything rests on, down to sentences, reports and hashes.

mod leaves;
mod nodes;
mod tree;

pub use tree::{toll_figure, toll_text};

use std::collections::BTreeSet;

use hudna::model::Situation;
use hudna::rights::{Right, Role};
use hudna::why::Node;
use serde_json::{Value, json};

use super::area;
use super::shared::{both, href, title};
use crate::desk::Ctx;
use crate::fault::Fault;
use crate::reply::Reply;
use crate::routes::Route;

/// Routes.
pub const ROUTES: &[Route] = &[Route::get("/why/{id}", Right::SeeIncidents, page)];

/// Claims that a page shows with their sentences, and when all are asked for.
const SHOWN: usize = 40;
const MOST: usize = 1_000;

fn page(ctx: &Ctx<'_>) -> Result<Reply, Fault> {
    let id = ctx.ask.param("id");
    if !sees(ctx, id) {
        return Err(Fault::unknown(id, "unknown-anything"));
    }
    let all = nodes::nodes(ctx, id)?;
    let Some(top) = all.first() else { return Err(Fault::unknown(id, "unknown-anything")) };
    ctx.page("why.html.jinja", view(ctx, id, top))
}

/// Whether what the id names is for whoever asks: a monitor sees what is of their own areas.
pub fn sees(ctx: &Ctx<'_>, id: &str) -> bool {
    if ctx.ask.asker.role != Role::Monitor {
        return true;
    }
    let s = ctx.situation();
    if id.starts_with(s.agreement.id.as_str()) {
        return true;
    }
    let own = |area: Option<&str>| ctx.ask.asker.sees_area(area);
    if let Some(state) = area::find(s, id) {
        return own(Some(&state.area));
    }
    let report = |claim: &String| s.claims.get(claim).is_some_and(|c| c.report == id);
    s.incidents.iter().filter(|i| own(i.area.as_deref())).any(|i| {
        let mut claims = i.claims.iter().chain(&i.denials);
        i.id == id || i.tolls.iter().any(|t| t.id == id) || claims.any(|c| c == id || report(c))
    })
}

fn view(ctx: &Ctx<'_>, id: &str, top: &Node) -> Value {
    let whole = ctx.ask.asked("all").is_some();
    let mut tree = tree::Tree::new(ctx, if whole { MOST } else { SHOWN });
    // A claim or a report stands in the tree itself: everything else is what the page is about.
    let listed = match top.kind {
        "claim" | "report" | "counts" | "counts_file" => vec![tree.node(top, true)],
        _ => tree.below(&top.rests_on, true),
    };
    let mut shown: Vec<Value> = listed.into_iter().flatten().collect();
    if tree.left_out > 0 {
        let address = format!("/why/{}?all=1", crate::form::encoded(id));
        let more = json!({ "n": tree.left_out, "href": address });
        if let Some(last) = shown.last_mut() {
            last["more"] = more;
        }
    }
    let found = Counted::of(top);
    json!({
        "about": about(ctx, id, top), "counts": found.view(ctx), "tree": shown, "up": up(ctx, id),
        "command": format!("hudna why '{id}' --store hudna-store"),
        "json": format!("/api/v1/why/{}", crate::form::encoded(id)),
    })
}

/// Everything under a node, once each.
#[derive(Default)]
struct Counted<'n> {
    claims: BTreeSet<&'n str>,
    reports: BTreeSet<&'n str>,
    origins: BTreeSet<&'n str>,
}

impl<'n> Counted<'n> {
    fn of(node: &'n Node) -> Self {
        let mut out = Self::default();
        out.add(node);
        out
    }

    fn add(&mut self, node: &'n Node) {
        if let Some(id) = node.id.as_deref() {
            let of = match node.kind {
                "claim" => Some(&mut self.claims),
                "report" => Some(&mut self.reports),
                "origin" => Some(&mut self.origins),
                _ => None,
            };
            if let Some(of) = of {
                of.insert(id);
            }
        }
        if let Some(origin) = node.data["origin"].as_str() {
            self.origins.insert(origin);
        }
        node.rests_on.iter().for_each(|below| self.add(below));
    }

    fn view(&self, ctx: &Ctx<'_>) -> Value {
        let claims = &ctx.situation().claims;
        let confirmed =
            self.claims.iter().filter(|id| claims.get(**id).is_some_and(|c| c.reviewed)).count();
        json!({
            "claims": self.claims.len(), "confirmed": confirmed, "reports": self.reports.len(),
            "origins": self.origins.len(),
        })
    }
}

/// What the page is about.
fn about(ctx: &Ctx<'_>, id: &str, top: &Node) -> Value {
    let say = ctx.say();
    let told = tree::told(ctx, top);
    let own = href(id);
    let page = match top.kind {
        "agreement" => Some(agreement_href(id)),
        "sentence" => Some(format!("/briefs#{id}")),
        "toll" => of_toll(ctx.situation(), id).map(|i| href(&i.id)),
        "claim" => claim_page(ctx, id),
        "area" => Some(format!("/areas/{}", top.data["area"].as_str().unwrap_or(id))),
        _ => Some(own).filter(|at| !at.starts_with("/why/")),
    };
    let figure = (top.kind == "toll").then(|| {
        json!({
            "outcome": top.data["outcome"], "low": top.data["low"], "best": top.data["best"],
            "high": top.data["high"],
        })
    });
    let lead = match top.kind {
        "toll" => serde_json::from_value(top.data["method"].clone()).ok().map(|m| say.pick(&m)),
        _ => told.note.clone(),
    };
    let title = match top.kind {
        "toll" => of_toll(ctx.situation(), id)
            .map_or_else(|| say.text("w-why-running", &[]), |i| title(say, ctx.situation(), i)),
        _ => told.text,
    };
    json!({
        "id": id, "kind": tree::kind(top.kind), "title": title, "href": page, "lead": lead,
        "figure": figure,
    })
}

/// The incident that a toll is told of.
fn of_toll<'s>(s: &'s Situation, id: &str) -> Option<&'s hudna::model::Incident> {
    s.incidents.iter().find(|i| i.tolls.iter().any(|t| t.id == id))
}

/// The sentence of a claim in its report.
fn claim_page(ctx: &Ctx<'_>, id: &str) -> Option<String> {
    let filed = ctx.situation().claims.get(id)?;
    ctx.may(Right::SeeReports).then(|| format!("/r/{}#{id}", filed.report))
}

/// A part of an agreement on its page.
pub fn agreement_href(id: &str) -> String {
    format!("/agreements/{id}")
}

/// What rests on the thing: one step up.
fn up(ctx: &Ctx<'_>, id: &str) -> Vec<Value> {
    let (say, s) = (ctx.say(), ctx.situation());
    let mut out: Vec<Value> = Vec::new();
    let mut line = |id: &str, text: String| {
        out.push(
            json!({ "id": id, "href": format!("/why/{}", crate::form::encoded(id)), "text": text }),
        );
    };
    let sees = |i: &&hudna::model::Incident| ctx.ask.asker.sees_area(i.area.as_deref());
    for i in s.incidents.iter().filter(sees) {
        for t in i.tolls.iter().filter(|t| t.rows.iter().any(|r| r.claim == id)) {
            line(&t.id, tree::toll_text(say, t));
        }
        if i.claims.iter().chain(&i.denials).any(|c| c == id) || i.tolls.iter().any(|t| t.id == id)
        {
            line(&i.id, title(say, s, i));
        }
    }
    for a in s.areas.iter().filter(|a| a.drivers.iter().any(|d| d == id)) {
        line(&a.id, say.pick(&a.name));
    }
    for f in s.follow_ups.iter().filter(|f| f.claims.iter().any(|c| c == id)) {
        line(&f.id, tree::promise_text(say, s, f));
    }
    for t in s.aggregates.iter().filter(|t| t.rows.iter().any(|r| r.claim == id)) {
        line(&t.id, tree::toll_text(say, t));
    }
    out
}

/// The label of a cite in both languages, as a node holds it.
fn cite_node(cite: &hudna_brief::Cite) -> Node {
    let (id, data) = (Some(cite.id.clone()), both(&cite.label));
    Node { kind: "cite", id, data, rests_on: Vec::new() }
}
