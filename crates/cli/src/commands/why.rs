//! `hudna why`: a derivation as a tree, down to sentences, files and hashes.

use hudna::model::{
    FiledClaim, Incident, Judgement, Lang, Link, Origin, SeriesTold, Toll, TollRow,
};
use hudna::why::{Node, agreement_part, why};
use hudna::{Error, Result};
use hudna_brief::{Value, bidi, compose};
use serde::de::DeserializeOwned;
use serde_json::json;

use crate::args::Format;
use crate::commands::Open;
use crate::commands::explain::{ALONE, Explained, explain, in_ten};
use crate::commands::lists::{days, party, place, reviewed, time};
use crate::table::wrap;
use crate::ui::Ui;

/// Width of a wrapped step.
const WIDTH: usize = 96;

pub fn run(open: &Open, ui: &Ui, id: &str) -> Result<u8> {
    let nodes = nodes(open, id)?;
    if matches!(ui.format(), Format::Json | Format::Jsonl) {
        let notice = open.situation.story.as_ref().and_then(|s| s.notice.as_ref());
        let whole =
            json!({ "as_of": open.situation.as_of, "notice": notice, "id": id, "why": nodes });
        crate::out::put_line(serde_json::to_string_pretty(&whole).expect("nodes have JSON forms"));
        return Ok(0);
    }
    ui.preamble(&open.situation);
    let tree = Tree { open, ui };
    nodes.iter().for_each(|node| tree.print(node, 0));
    Ok(0)
}

/// `hudna incident ID`: the same, for an incident alone.
pub fn incident(open: &Open, ui: &Ui, id: &str) -> Result<u8> {
    if hudna::decide::incident(&open.situation, id).is_none() {
        let remedy = "unknown-incident";
        return Err(Error::Unknown { id: id.to_owned(), remedy });
    }
    run(open, ui, id)
}

/// A sentence of the brief rests on all that it cites; a part of the agreement on its source.
fn nodes(open: &Open, id: &str) -> Result<Vec<Node>> {
    let agreement = &open.situation.agreement.id;
    if let Some(part) = id.strip_prefix(agreement.as_str()) {
        return Ok(vec![agreement_part(
            &open.situation.agreement,
            part.trim_start_matches('#'),
            id,
        )]);
    }
    let number = id.strip_prefix('S').filter(|n| n.parse::<usize>().is_ok());
    if number.is_none() {
        return Ok(vec![why(id, &open.situation, &open.facts)?]);
    }
    let brief = compose(&open.situation);
    let sentence = brief
        .sentence(id)
        .ok_or_else(|| Error::Unknown { id: id.to_owned(), remedy: "unknown-sentence" })?;
    let plain = |lang| bidi::plain(sentence.text(lang));
    let mut node = Node {
        kind: "sentence",
        id: Some(id.to_owned()),
        data: json!({
            "ar": plain(Lang::Ar), "en": plain(Lang::En), "reviewed": sentence.reviewed(),
        }),
        rests_on: Vec::new(),
    };
    for cite in sentence.cites().iter() {
        let below = match nodes(open, &cite.id) {
            Ok(nodes) => nodes,
            // The ledger itself and the counts as a whole have no derivation: they are checked.
            Err(Error::Unknown { .. }) => vec![Node {
                kind: "cite",
                id: Some(cite.id.clone()),
                data: json!({ "ar": cite.label.ar, "en": cite.label.en }),
                rests_on: Vec::new(),
            }],
            Err(other) => return Err(other),
        };
        node.rests_on.extend(below);
    }
    Ok(vec![node])
}

struct Tree<'a> {
    open: &'a Open,
    ui: &'a Ui,
}

impl Tree<'_> {
    fn print(&self, node: &Node, depth: usize) {
        let lines = self.lines(node).unwrap_or_else(|| vec![node.data.to_string()]);
        let indent = "  ".repeat(depth);
        for (first, text) in lines.iter().enumerate().map(|(i, t)| (i == 0, t)) {
            for (at, line) in wrap(text, WIDTH.saturating_sub(indent.len())).iter().enumerate() {
                let mark = if first && at == 0 { "▸ " } else { "  " };
                self.ui.line(&format!("{indent}{mark}{line}"));
            }
        }
        // What shares rest on stands in the tree already, and what was left out by its ids: both are
        // whole in the JSON form.
        if !matches!(node.kind, "breakdown" | "left_out") {
            node.rests_on.iter().for_each(|below| self.print(below, depth + 1));
        }
    }

    fn lines(&self, node: &Node) -> Option<Vec<String>> {
        let ui = self.ui;
        Some(match node.kind {
            "sentence" | "cite" => {
                let text = node.data[ui.lang.code()].as_str()?;
                vec![format!("{}: {}", node.id.as_deref()?, bidi::plain(text))]
            }
            "area" | "area_parent" | "reason" | "breakdown" | "left_out" => {
                super::areas::why(ui, node.kind, &node.data)?
            }
            "incident" => vec![self.incident(&get(node)?)],
            "judgement" => self.judgement(&get(node)?),
            "origin" => {
                let origin: Origin = get(node)?;
                vec![format!(
                    "{}: {} – {}",
                    ui.text("origins", &[]),
                    origin.id,
                    ui.pick(&origin.why)
                )]
            }
            "link" => vec![self.link(&get(node)?)],
            "toll" => vec![self.toll(&get(node)?)],
            "toll_row" => vec![self.toll_row(&get(node)?)],
            "follow_up" => vec![self.follow_up(node)?],
            "claim" => self.claim(node)?,
            "decision" => vec![self.decision(node)?],
            "act" => vec![self.act(node)?],
            "case" => {
                let case: hudna::model::Case = get(node)?;
                vec![format!("{}: {}", case.id, ui.label(case.stage))]
            }
            "question" => {
                let question: hudna::model::Question = get(node)?;
                vec![format!("{}: {}", question.id, ui.pick(&question.text))]
            }
            "patrol" => vec![super::patrols::told(ui, &self.open.situation, &get(node)?)],
            "report" => vec![self.report(node)?],
            "series" => {
                let told: SeriesTold = get(node)?;
                let of = ui.list(&[told.series.clone(), ui.pick(&told.source)]);
                vec![format!("{of}: {}", super::series::said(ui, &told))]
            }
            "counts" => self.counts(node)?,
            "counts_file" => self.counts_file(node)?,
            "ledger" => {
                let head: hudna::model::LedgerHead = get(node)?;
                let args = [("size", head.size.to_string().into()), ("root", head.root.into())];
                vec![self.ui.text("cli-ledger", &args), head.key]
            }
            "agreement" => self.agreement(node)?,
            _ => return None,
        })
    }

    fn incident(&self, i: &Incident) -> String {
        let ui = self.ui;
        let acts: Vec<String> = i.acts.iter().map(|a| ui.label(*a)).collect();
        let at = place(ui, &self.open.situation, i.place.as_deref(), i.place_text.as_deref());
        let origins = ui.text("n-origins", &[("n", i.origins.len().into())]);
        let confirmed = if i.confirmed { "i-confirmed" } else { "i-unconfirmed" };
        let reviewed = reviewed(ui, i.reviewed);
        let times: Vec<String> = i.times.iter().map(|t| time(ui, t)).collect();
        let times = (!times.is_empty()).then(|| times.join(" / "));
        let acts = (!acts.is_empty()).then(|| acts.join(" / "));
        let what = [Some(format!("{}: {}", i.id, days(ui, i))), Some(at), acts];
        let what = ui.list(&what.into_iter().flatten().collect::<Vec<_>>());
        let support = ui.list(&[origins, ui.label(i.corroboration)]);
        let told =
            [Some(what), times, Some(support), Some(ui.text(confirmed, &[])), Some(reviewed)];
        ui.clauses(&told.into_iter().flatten().collect::<Vec<_>>())
    }

    fn judgement(&self, j: &Judgement) -> Vec<String> {
        let ui = self.ui;
        let window = j.window.as_ref().map_or(String::new(), |w| format!(" ({w})"));
        let mut out = vec![format!("{}{window}: {}", j.obligation, ui.label(j.verdict))];
        out.extend(j.trace.iter().map(|step| ui.pick(step)));
        let flags: Vec<String> = j.flags.iter().map(|f| ui.label(*f)).collect();
        if !flags.is_empty() {
            out.push(ui.text("judgement-marks", &[("marks", ui.list(&flags).into())]));
        }
        // What is missing of a fact itself stands in the trace already.
        let told = ["bearer", "act", "target", "time", "membership", "confirmation"];
        let more = j.settles.iter().filter(|s| !told.contains(&s.fact.as_str()));
        let settles: Vec<String> = more.map(|s| ui.pick(&s.text)).collect();
        if !settles.is_empty() {
            out.push(ui.text("judgement-settles", &[("what", settles.join(" ").into())]));
        }
        out
    }

    fn link(&self, link: &Link) -> String {
        let ui = self.ui;
        let name = |part: &str| ui.text(&format!("score-part-{part}"), &[]);
        let parts: Vec<String> =
            link.parts.iter().map(|p| format!("{} {:.2}", name(&p.name), p.value)).collect();
        let id = if link.confirmed { "link-confirmed" } else { "link-suggested" };
        let told = ui.list(&[format!("{:.2}", link.score), ui.text(id, &[])]);
        format!("{} + {}: {told} ({})", link.a, link.b, ui.list(&parts))
    }

    fn toll(&self, t: &Toll) -> String {
        let ui = self.ui;
        let (low, best, high) = (t.low, t.best, t.high);
        let span = if low == high { best.to_string() } else { format!("{best} ({low}–{high})") };
        let figure = format!("{}: {} {span}", t.id, ui.label(t.outcome));
        ui.clauses(&[ui.list(&[figure, ui.label(t.victims)]), ui.pick(&t.method)])
    }

    fn toll_row(&self, row: &TollRow) -> String {
        let figure = super::reading::figure(row.low, row.high);
        let grade = self.ui.text("grade", &[]);
        format!("{figure}: {} ({grade} {})", self.source(&row.source), row.grade)
    }

    fn follow_up(&self, node: &Node) -> Option<String> {
        let ui = self.ui;
        let f: hudna::model::FollowUp = get(node)?;
        let words = match f.due.words.is_empty() {
            true => ui.text("p-no-words", &[]),
            false => ui.text("p-words", &[("words", f.due.words.clone().into())]),
        };
        let who = party(ui, &self.open.situation, f.who.as_deref());
        let what = ui.list(&[format!("{}: {}", f.id, ui.label(f.status)), who, ui.label(f.what)]);
        let mut parts = vec![what, words];
        parts.extend(super::board::beside(ui, &f));
        Some(ui.clauses(&parts))
    }

    fn claim(&self, node: &Node) -> Option<Vec<String>> {
        let ui = self.ui;
        let filed: FiledClaim = serde_json::from_value(node.data["filed"].clone()).ok()?;
        let claim = &filed.claim;
        let words = &claim.evidence.text;
        let sentence = node.data["sentence"].as_str().unwrap_or_default();
        let marked = sentence.replacen(words.as_str(), &format!("⟦{words}⟧"), 1);
        let kind = ui.text(&format!("kind-{}", claim.body.kind()), &[]);
        let alone = if claim.is_proposed() { format!("{ALONE} ") } else { String::new() };
        let mut out = vec![format!("{alone}{} {kind}: {marked}", claim.id)];
        if let Some(name) = &claim.attributed_to {
            out.push(ui.text("t-attributed", &[("name", name.text.clone().into())]));
        }
        let lang = self.open.facts.reports.get(&filed.report)?.reading.as_ref()?.lang.clone();
        let why = hudna::read::explain(&self.open.data.pack, &lang, &claim.rule, ui.lang);
        let Explained { why, more } = explain(ui, claim, why);
        let rule = why.map_or(claim.rule.clone(), |why| format!("{} – {why}", claim.rule));
        let reviewed = if filed.reviewed { "i-confirmed" } else { "i-unconfirmed" };
        out.push(ui.clauses(&[
            format!("{}: {rule}", ui.text("rule", &[])),
            format!("{} {}", ui.text("confidence", &[]), in_ten(ui, claim.confidence)),
            ui.text(reviewed, &[]),
        ]));
        out.extend(more);
        out.extend(node.data["model"].as_str().map(|digest| {
            let digest = digest.chars().take(16).collect::<String>();
            ui.text("seen-model", &[("digest", digest.into())])
        }));
        Some(out)
    }

    fn decision(&self, node: &Node) -> Option<String> {
        let ui = self.ui;
        let why = node.data["decision"]["why"][ui.lang.code()].as_str()?;
        let at = node.data["received"].as_str()?.parse().ok()?;
        let by = ui.list(&[node.data["by"].as_str()?.to_owned(), ui.moment(at)]);
        let record = serde_json::from_value(node.data["decision"].clone()).ok()?;
        let said = super::decide::said(ui, &hudna::record::Record::Decision(record));
        let told = format!("{said} ({by}): {why} – #{}", node.data["entry"]);
        if !node.data["claim"].is_null() {
            return Some(told);
        }
        let claim = node.data["decision"]["claim"].as_str()?;
        let args = [("entry", node.data["entry"].to_string().into()), ("claim", claim.into())];
        Some(ui.clauses(&[told, ui.text("reread-unresolved", &args)]))
    }

    /// Something that a person entered, and whether it was undone.
    fn act(&self, node: &Node) -> Option<String> {
        let ui = self.ui;
        let record = serde_json::from_value(node.data["record"].clone()).ok()?;
        let at = node.data["received"].as_str()?.parse().ok()?;
        let by = ui.list(&[node.data["by"].as_str()?.to_owned(), ui.moment(at)]);
        let (said, why) = (super::decide::said(ui, &record), super::decide::why(ui, &record));
        let told = format!("{said} ({by}): {why} – #{}", node.data["entry"]);
        let undone = node.data["undone"].as_u64();
        Some(match undone {
            Some(entry) => ui.clauses(&[told, format!("{} #{entry}", ui.text("act-undone", &[]))]),
            None => told,
        })
    }

    fn report(&self, node: &Node) -> Option<String> {
        let (ui, d) = (self.ui, &node.data);
        let received = ui.moment(d["received"].as_str()?.parse().ok()?);
        Some(ui.clauses(&[
            format!(
                "{} {}: {}",
                node.id.as_deref()?,
                d["label"].as_str()?,
                self.source(d["source"].as_str()?)
            ),
            format!("{} {received}", ui.text("received", &[])),
            format!("SHA-256 {}", d["sha256"].as_str()?),
            format!("{} #{}", ui.text("entry", &[]), d["entry"]),
        ]))
    }

    fn counts(&self, node: &Node) -> Option<Vec<String>> {
        let (ui, d) = (self.ui, &node.data);
        let rows = d["rows"].as_array()?;
        let number = |key: &str| Value::from(d[key].as_f64().unwrap_or(0.0));
        let args = [
            ("between", number("events_between_parties")),
            ("other", number("events_other")),
            ("deaths", number("deaths_best")),
            ("from", ui.day(d["from"].as_str()?).into()),
            ("to", ui.day(d["to"].as_str()?).into()),
        ];
        let place =
            |at: Option<&serde_json::Value>| at.map_or(0, |r| r["line"].as_u64().unwrap_or(0));
        let lines = format!("{}–{}", place(rows.first()), place(rows.last()));
        Some(vec![
            ui.text("cli-counts-sum", &args),
            ui.text("cli-counts-file", &file_args(d, lines)?),
        ])
    }

    fn counts_file(&self, node: &Node) -> Option<Vec<String>> {
        let (ui, d) = (self.ui, &node.data);
        let lines = format!("2–{}", d["rows"].as_u64()? + 1);
        let mut out = vec![d["source"][ui.lang.code()].as_str()?.to_owned()];
        out.push(ui.text("cli-counts-file", &file_args(d, lines)?));
        let notes = d["notes"].as_array()?.iter();
        out.extend(notes.filter_map(|n| n[ui.lang.code()].as_str().map(str::to_owned)));
        Some(out)
    }

    fn agreement(&self, node: &Node) -> Option<Vec<String>> {
        let lang = self.ui.lang.code();
        let d = &node.data;
        let text = d["text"][lang].as_str().or_else(|| d["name"][lang].as_str());
        let source = d["source"].as_str().unwrap_or_default();
        let id = node.id.as_deref()?;
        match text {
            Some(text) => Some(vec![format!("{id}: {text}"), source.to_owned()]),
            None => Some(vec![format!("{id}: {d}")]),
        }
    }

    fn source(&self, id: &str) -> String {
        let known = self.open.situation.sources.get(id);
        known.map_or_else(|| id.to_owned(), |s| self.ui.pick(&s.name))
    }
}

fn get<T: DeserializeOwned>(node: &Node) -> Option<T> {
    serde_json::from_value(node.data.clone()).ok()
}

/// What the message on a counts file takes.
fn file_args(d: &serde_json::Value, lines: String) -> Option<[(&'static str, Value); 4]> {
    Some([
        ("file", d["file"].as_str()?.into()),
        ("lines", lines.into()),
        ("sha", d["sha256"].as_str()?.into()),
        ("entry", d["entry"].as_u64()?.to_string().into()),
    ])
}
