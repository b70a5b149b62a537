//! The whole derivation of anything: down to sentences, files and hashes.

use std::collections::{BTreeMap, BTreeSet};

use hudna_model::{
    Agreement, AreaState, CountDay, FiledClaim, Incident, SeriesTold, Situation, Span, Toll,
};
use serde::Serialize;
use serde_json::{Value, json};

use crate::acts::Act;
use crate::counts::FiledCounts;
use crate::error::{Error, Result};
use crate::facts::{Facts, FiledDecision, FiledReport};
use crate::record::Record;

/// A step of a derivation. `kind` says what `data` holds; the end of each branch is a `claim`
/// with its sentence and hash, or `counts` with file, lines and hash.
#[derive(Debug, Clone, Serialize)]
pub struct Node {
    /// `area`, `area_parent`, `reason`, `breakdown`, `left_out`, `series`, `incident`, `judgement`, `origin`, `link`, `toll`, `toll_row`,
    /// `follow_up`, `case`, `question`, `act`, `claim`, `report`, `decision`, `counts`,
    /// `counts_file`, `ledger`.
    pub kind: &'static str,
    /// Id, where it has one.
    pub id: Option<String>,
    /// The thing itself, as JSON.
    pub data: Value,
    /// What it rests on.
    pub rests_on: Vec<Node>,
}

impl Node {
    fn new(kind: &'static str, id: Option<&str>, data: impl Serialize) -> Self {
        let data = serde_json::to_value(data).expect("the model's types have JSON forms");
        Node { kind, id: id.map(str::to_owned), data, rests_on: Vec::new() }
    }

    fn over(mut self, nodes: impl IntoIterator<Item = Node>) -> Self {
        self.rests_on.extend(nodes);
        self
    }
}

/// Explains the thing of this id.
///
/// # Errors
/// Nothing has it.
pub fn why(id: &str, situation: &Situation, facts: &Facts) -> Result<Node> {
    let w = Why { situation, facts, refused: facts.refused() };
    w.node(id).ok_or_else(|| Error::Unknown { id: id.to_owned(), remedy: "unknown-anything" })
}

/// Lists of an agreement whose parts have ids of their own.
const PARTS: [&str; 12] = [
    "obligation",
    "exception",
    "window",
    "undefined",
    "instrument",
    "party",
    "exclusion",
    "external_list",
    "zone",
    "line",
    "band",
    "protected",
];

/// A part of an agreement, by its id there; `id` is that of the whole, such as `AGREEMENT#part`. A
/// part that is none of a list is named by the agreement.
pub fn agreement_part(agreement: &Agreement, part: &str, id: &str) -> Node {
    let json = serde_json::to_value(agreement).expect("the model's types have JSON forms");
    let same = |item: &&Value| item["id"] == part || item["party"] == part;
    let found = PARTS.iter().find_map(|l| json[*l].as_array()?.iter().find(same).cloned());
    let data = found.unwrap_or_else(|| json!({ "name": json["name"], "part": part }));
    Node::new("agreement", Some(id), data)
}

struct Why<'a> {
    situation: &'a Situation,
    facts: &'a Facts,
    refused: BTreeMap<String, FiledClaim>,
}

impl Why<'_> {
    fn node(&self, id: &str) -> Option<Node> {
        let s = self.situation;
        if let Some(parent) = s.tree.parents.iter().find(|p| id_of(&p.place) == id || p.place == id)
        {
            let of = |area: &&AreaState| parent.areas.contains(&area.area);
            let areas = s.areas.iter().filter(of).map(|a| Node::new("area", Some(&a.id), a));
            let unplaced = parent.unplaced.iter().filter_map(|id| self.incident_line(id));
            let node = Node::new("area_parent", Some(&id_of(&parent.place)), parent);
            return Some(node.over(areas).over(unplaced));
        }
        let mut states = s.areas.iter().chain(&s.tree.below);
        if let Some(area) = states.find(|a| a.id == id || a.area == id) {
            let reasons = area.reasons.iter().map(|r| {
                // A state that is told of a larger area is named there and not derived again.
                let below = r.rests_on.iter().filter(|id| !id.starts_with("AREA-"));
                let below = below.filter_map(|id| self.node(id));
                Node::new("reason", None, r).over(below)
            });
            let drivers = area.drivers.iter().filter_map(|id| self.incident_line(id));
            let beside = area.beside.iter().map(|told| self.series(&area.area, told));
            let node = Node::new("area", Some(&area.id), area);
            let shares = area.breakdowns.iter().map(|b| {
                let ids = b.drivers.iter().flat_map(|d| &d.rests_on);
                Node::new("breakdown", None, b).over(self.cited(ids))
            });
            let left_out = area
                .left_out
                .iter()
                .map(|l| Node::new("left_out", None, l).over(self.cited(&l.rests_on)));
            let node = node.over(reasons).over(shares).over(left_out);
            return Some(node.over(drivers).over(beside));
        }
        if let Some(incident) = crate::decide::incident(s, id) {
            return Some(self.incident(incident));
        }
        let tolls = s.aggregates.iter().chain(s.incidents.iter().flat_map(|i| &i.tolls));
        if let Some(toll) = tolls.into_iter().find(|t| t.id == id) {
            return Some(self.toll(toll));
        }
        if let Some(follow_up) =
            crate::promises::promise(s, id).filter(|f| !f.claims.iter().any(|c| c == id))
        {
            let claims = follow_up.claims.iter().chain(&follow_up.fulfilled_by);
            let below = claims.filter_map(|id| self.claim(id));
            let changes = follow_up.changes.iter().filter_map(|c| self.act(c.entry));
            return Some(Node::new("follow_up", Some(id), follow_up).over(changes).over(below));
        }
        if let Some(case) = s.cases.iter().find(|c| c.id == id) {
            let steps = case.steps.iter().filter_map(|step| self.act(step.entry));
            let incident = case.incident.as_ref().and_then(|id| self.incident_line(id));
            return Some(Node::new("case", Some(id), case).over(steps).over(incident));
        }
        if let Some(question) = s.questions.iter().find(|q| q.id == id) {
            let below = question.entries.iter().filter_map(|entry| self.act(*entry));
            return Some(Node::new("question", Some(id), question).over(below));
        }
        if let Some(patrol) = s.patrols.iter().find(|p| p.id == id) {
            return Some(Node::new("patrol", Some(id), patrol).over(self.act(patrol.entry)));
        }
        if let Some(entry) = id.strip_prefix('#').and_then(|n| n.parse().ok()) {
            return self.act(entry);
        }
        if id.starts_with("counts:") {
            return self.counts(id);
        }
        if id == "counts" {
            return self.counts_file(id);
        }
        if id == "ledger" || id == s.head.size.to_string() {
            return Some(Node::new("ledger", Some(id), &s.head));
        }
        if let Some(report) = self.facts.reports.get(id) {
            let lost = self.facts.unresolved().filter(|d| d.record.report == id);
            return Some(report_node(id, report).over(lost.map(decision_node)));
        }
        self.claim(id)
    }

    /// Rows, incidents and claims by their ids, each once.
    fn cited<'i>(&self, ids: impl IntoIterator<Item = &'i String>) -> Vec<Node> {
        let ids: BTreeSet<&String> = ids.into_iter().collect();
        let one = |id: &String| match id.starts_with("counts:") {
            true => self.counts(id),
            false => self.incident_line(id).or_else(|| self.claim(id)),
        };
        ids.into_iter().filter_map(one).collect()
    }

    /// An incident named under something else: its figures, or its claims where it has none.
    fn incident_line(&self, id: &str) -> Option<Node> {
        let incident = self.situation.incidents.iter().find(|i| i.id == id)?;
        let line = Node::new("incident", Some(id), incident);
        if incident.tolls.is_empty() {
            return Some(line.over(incident.claims.iter().filter_map(|id| self.claim(id))));
        }
        Some(line.over(incident.tolls.iter().map(|t| self.toll(t))))
    }

    fn incident(&self, incident: &Incident) -> Node {
        let origins = incident.origins.iter().map(|o| Node::new("origin", Some(&o.id), o));
        let links = incident.links.iter().map(|l| Node::new("link", None, l));
        let judgements =
            incident.judgements.iter().map(|j| Node::new("judgement", Some(&j.obligation), j));
        let claims = incident.claims.iter().chain(&incident.denials);
        let acts = self
            .facts
            .standing()
            .filter(|act| self.is_on(act, incident) && !self.facts.is_expunged(act))
            .map(act_node);
        Node::new("incident", Some(&incident.id), incident)
            .over(acts)
            .over(judgements)
            .over(origins)
            .over(links)
            .over(incident.tolls.iter().map(|t| self.toll(t)))
            .over(claims.filter_map(|id| self.claim(id)))
    }

    /// Whether something that a person entered is on the incident: a relation, a finding, a case.
    fn is_on(&self, act: &Act, incident: &Incident) -> bool {
        let kinds = matches!(
            act.record,
            Record::Pair(_) | Record::Finding(_) | Record::Plea(_) | Record::Case(_)
        );
        let told = |a| self.facts.stands_for(&a).is_some_and(|c| crate::decide::has(incident, &c));
        kinds && act.record.anchors().into_iter().any(told)
    }

    /// Something that a person entered, by its entry.
    fn act(&self, entry: u64) -> Option<Node> {
        let shown = |a: &&Act| a.entry == entry && !self.facts.is_expunged(a);
        self.facts.acts.iter().find(shown).map(act_node)
    }

    fn toll(&self, toll: &Toll) -> Node {
        let rows = toll
            .rows
            .iter()
            .map(|row| Node::new("toll_row", Some(&row.claim), row).over(self.claim(&row.claim)));
        Node::new("toll", Some(&toll.id), toll).over(rows)
    }

    fn claim(&self, id: &str) -> Option<Node> {
        let filed: &FiledClaim = self.situation.claims.get(id).or_else(|| self.refused.get(id))?;
        let report = self.facts.reports.get(&filed.report)?;
        let text = report.record.text();
        let sentence = sentence(text, filed.claim.evidence.span);
        let reading = report.reading.as_ref();
        let data = json!({
            "filed": filed, "sentence": sentence, "read_by": filed.claim.read_by(),
            "pack": reading.map(|r| &r.pack), "model": reading.and_then(|r| r.model.as_ref()),
            "entry": report.read,
            "refused": self.refused.contains_key(id),
        });
        let on_it = self.facts.decisions.iter().filter(|d| d.claim.as_deref() == Some(id));
        let added = self.facts.additions.iter().filter(|a| a.claim == id).map(|a| a.entry);
        let added: Vec<u64> = added.collect();
        let acts = self.facts.acts.iter().filter(|a| added.contains(&a.entry)).map(act_node);
        let decisions = acts.chain(on_it.map(decision_node));
        let below = [report_node(&filed.report, report)];
        Some(Node::new("claim", Some(id), data).over(decisions).over(below))
    }

    /// What another series says of an area, over its last week.
    fn series(&self, area: &str, told: &SeriesTold) -> Node {
        let last = told.last_day.as_deref().and_then(|d| d.parse::<jiff::civil::Date>().ok());
        let rows = last.and_then(|last| {
            let from = last.saturating_sub(jiff::Span::new().days(6));
            self.counts(&format!("counts:{}:{area}:{from}..{last}", told.series))
        });
        Node::new("series", Some(&format!("counts:{}", told.series)), told).over(rows)
    }

    /// The counts that an id names: `counts` and `counts:AREA:…` are those that states are told
    /// by, `counts:SERIES` and `counts:SERIES:AREA:…` are those of a series.
    fn filed_counts(&self, series: Option<&str>) -> Option<&FiledCounts> {
        if let Some(series) = series {
            return self.facts.counts_of(series);
        }
        let all = hudna_judge::lead(self.facts.series(), self.situation.agreement.effective);
        self.facts.counts_of(&all.first()?.id)
    }

    /// A file of counts as a whole: its source, hash, entry, and what was left out.
    fn counts_file(&self, id: &str) -> Option<Node> {
        let counts = self.filed_counts(id.strip_prefix("counts:"))?;
        let record = &counts.record;
        let data = json!({
            "file": record.file, "sha256": record.sha256, "entry": counts.entry,
            "series": record.series, "source": record.source, "notes": record.notes,
            "hindsight": record.hindsight, "rows": counts.days.len(),
            "original": record.original.as_ref().map(|o| [&o.file, &o.sha256]),
        });
        // Who took them in, where somebody did.
        Some(Node::new("counts_file", Some(id), data).over(self.act(counts.entry)))
    }

    /// `counts:AREA:FROM..TO`: the rows, their lines, the file and its hash.
    fn counts(&self, id: &str) -> Option<Node> {
        let parts: Vec<&str> = id.split(':').skip(1).collect();
        let (series, area, range) = match parts[..] {
            [_] => return self.counts_file(id),
            [area, range] => (None, area, range),
            [series, area, range] => (Some(series), area, range),
            _ => return None,
        };
        let counts = self.filed_counts(series)?;
        let (from, to) = range.split_once("..").unwrap_or((range, range));
        let within = |d: &CountDay| d.area == area && (from..=to).contains(&d.date.as_str());
        let rows: Vec<&(CountDay, usize)> =
            counts.days.iter().filter(|(day, _)| within(day)).collect();
        let sum = |f: fn(&CountDay) -> f64| {
            let n: f64 = rows.iter().map(|(day, _)| f(day)).sum();
            (n * 100.0).round() / 100.0
        };
        let (file, sha256) = counts.file();
        let data = json!({
            "area": area, "from": from, "to": to,
            "events_between_parties": sum(|d| d.events_between_parties),
            "events_other": sum(|d| d.events_other),
            "deaths_best": sum(|d| d.deaths_best),
            "file": file, "sha256": sha256, "entry": counts.entry,
            "series": counts.record.series, "source": counts.record.source,
            "hindsight": counts.record.hindsight,
            "rows": rows.iter().map(|(day, line)| json!({ "line": line, "row": day }))
                .collect::<Vec<_>>(),
        });
        (!rows.is_empty()).then(|| Node::new("counts", Some(id), data))
    }
}

fn id_of(place: &str) -> String {
    format!("AREA-{place}")
}

/// A decision; `claim` is the claim it stands for now, none when its report is not read so any
/// more.
fn decision_node(d: &FiledDecision) -> Node {
    let data = json!({
        "decision": d.record, "by": d.by, "received": d.received, "entry": d.entry,
        "claim": d.claim,
    });
    Node::new("decision", None, data)
}

/// Something that a person entered; `undone` is the entry that undid it.
fn act_node(act: &Act) -> Node {
    let data = json!({
        "entry": act.entry, "by": act.by, "received": act.received, "record": act.record,
        "undone": act.undone,
    });
    Node::new("act", Some(&format!("#{}", act.entry)), data)
}

fn report_node(id: &str, report: &FiledReport) -> Node {
    let r = &report.record;
    let data = json!({
        "label": r.label, "source": r.source, "published": r.published,
        "received": report.received, "sha256": r.sha256, "text_sha256": r.text_sha256,
        "extractor": r.extractor, "entry": report.entry, "composed_from": r.composed_from,
    });
    Node::new("report", Some(id), data)
}

/// The sentence around a span: between full stops, question marks or line breaks.
pub fn sentence(text: &str, span: Span) -> String {
    let chars: Vec<char> = text.chars().collect();
    let ends = |c: char| matches!(c, '.' | '\n' | '؟' | '!' | '؛');
    let start =
        chars[..span.start.min(chars.len())].iter().rposition(|c| ends(*c)).map_or(0, |i| i + 1);
    let tail = &chars[span.end.min(chars.len())..];
    let end = tail.iter().position(|c| ends(*c)).map_or(chars.len(), |i| span.end + i + 1);
    chars[start..end].iter().collect::<String>().trim().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sentence_is_cut_at_its_marks() {
        let text = "عنوان\n\nقتل اثنان. وأصيب ثلاثة في حلب. انتهى";
        let at = text.chars().position(|c| c == 'ث').unwrap();
        assert_eq!(sentence(text, Span::new(at, at + 2)), "قتل اثنان.");
    }
}
