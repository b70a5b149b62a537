//! Claims that readers missed and people add, by the words that say them.

use std::collections::{BTreeMap, BTreeSet};

use hudna_model::{Act, Event, Outcome, SpeechAct};
use hudna_model::{Claim, Moment, Party, Place, Span, Task};
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use crate::correct;
use crate::decide::{Desk, Entered};
use crate::error::{Error, Result, Told};
use crate::facts::{Facts, FiledReport};
use crate::record::Record;

/// The rule of a claim that a person added.
pub const PERSON: &str = "person";
/// Characters of a claim's words at most.
const MAX_WORDS: usize = 2000;

/// A claim that a person added to a report.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct AddedRecord {
    /// Id of the report.
    pub report: String,
    /// What it says; its rule is [`PERSON`].
    pub claim: Claim,
    /// Why.
    pub why: String,
}

/// An addition that stands.
#[derive(Debug, Clone)]
pub struct FiledAddition {
    /// What was added.
    pub record: AddedRecord,
    /// By whom.
    pub by: String,
    /// When.
    pub received: Moment,
    /// Index of its entry.
    pub entry: u64,
    /// Id of the claim that it stands for: its own, or one that a newer reading has found in the
    /// same words, which the addition then confirms.
    pub claim: String,
    /// Claims of its kind in the same words that were read when it was added: it is none of them.
    known: Vec<Claim>,
}

impl FiledAddition {
    /// The addition, at its turn among the entries, to a report as it was read then.
    pub(crate) fn new(
        entry: u64,
        by: &str,
        received: Moment,
        record: &AddedRecord,
        report: Option<&FiledReport>,
    ) -> FiledAddition {
        let read = report.and_then(|r| r.reading.as_ref()).into_iter().flat_map(|r| &r.claims);
        let known = read.filter(|c| alike(&record.claim, c)).cloned().collect();
        let (by, claim) = (by.to_owned(), record.claim.id.clone());
        FiledAddition { record: record.clone(), by, received, entry, claim, known }
    }

    /// The claim of a newer reading that takes its place.
    fn found_in<'c>(&self, read: &'c [Claim]) -> Option<&'c Claim> {
        let own = &self.record.claim;
        let before: BTreeSet<&str> = self.known.iter().map(|c| c.id.as_str()).collect();
        let became: BTreeSet<&str> =
            self.known.iter().filter_map(|k| k.followed(read)).map(|c| c.id.as_str()).collect();
        let another = |c: &&Claim| {
            let id = c.id.as_str();
            before.contains(id) || (became.contains(id) && !own.same_key(c))
        };
        own.followed(read.iter().filter(|c| !another(c)))
    }
}

/// Of the same kind, in words that overlap by half or more.
fn alike(a: &Claim, b: &Claim) -> bool {
    a.body.kind() == b.body.kind() && a.evidence.span.overlap(b.evidence.span) >= 0.5
}

impl FiledReport {
    /// Claims of its newest reading, and those that people added and no reading has found.
    pub fn claims(&self) -> impl Iterator<Item = &Claim> {
        self.reading.iter().flat_map(|r| &r.claims).chain(&self.added)
    }

    /// Notes of words of harm in which nothing was read and nobody added anything.
    pub fn unread_harm(&self) -> impl Iterator<Item = &hudna_model::Note> {
        let notes = self.reading.iter().flat_map(|r| &r.notes);
        let harm = notes.filter(|n| n.kind == hudna_model::NoteKind::UnreadHarm);
        harm.filter(|n| self.added.iter().all(|c| c.evidence.span.shared(n.span) == 0))
    }
}

impl Facts {
    /// Finds what additions stand for, and puts those that stand for themselves to their reports.
    pub(crate) fn settle_additions(&mut self) {
        let standing: BTreeSet<u64> = self.standing().map(|a| a.entry).collect();
        let mut becomes = BTreeMap::new();
        for mut addition in std::mem::take(&mut self.additions) {
            let key = (addition.record.report.clone(), addition.record.claim.id.clone());
            if !standing.contains(&addition.entry) {
                becomes.entry(key).or_insert(None);
                continue;
            }
            let report = self.reports.get_mut(&addition.record.report);
            if let Some(report) = report {
                let read = report.reading.as_ref().map_or(&[][..], |r| &r.claims);
                match addition.found_in(read) {
                    Some(claim) => addition.claim = claim.id.clone(),
                    None if report.added.iter().any(|c| c.id == addition.claim) => {}
                    None => report.added.push(addition.record.claim.clone()),
                }
            }
            becomes.insert(key, Some(addition.claim.clone()));
            self.additions.push(addition);
        }
        self.becomes = becomes;
    }
}

impl Desk<'_> {
    /// Adds a claim that was missed: the words from `start` to `end` of a report's text (Unicode
    /// scalars) say it. Blanks at the ends are left out. A field's text is what
    /// [`Desk::correct`] takes; `participants` and `parties` take ids with commas between them.
    ///
    /// # Errors
    /// Nothing has the report's id, the words are none of its text, there is no such kind, a field
    /// that the kind needs is not told or takes no such value, or a claim says this already.
    pub fn add_claim(
        &self,
        report: &str,
        start: usize,
        end: usize,
        kind: &str,
        fields: &[(String, String)],
    ) -> Result<Entered> {
        let filed = self.facts.reports.get(report);
        let unknown = || Error::Unknown { id: report.to_owned(), remedy: "unknown-report" };
        let text = filed.ok_or_else(unknown)?.record.text();
        let (span, words) = words(text, start, end)?;
        let maker = Maker { places: &self.situation.places, parties: &self.situation.parties };
        let mut claim = maker.claim(kind, span, &words, fields)?;
        let place = claim.place.as_ref().map(|p| p.text.as_str());
        claim.id = Claim::id_of(report, &claim.body, claim.modality, span, place);
        if self.facts.claim_now(&claim.id).is_some() {
            return Err(Told::error("told-claim-there", &[("id", &claim.id)]));
        }
        let (report, about) = (report.to_owned(), claim.id.clone());
        let record = AddedRecord { report, claim, why: self.who.why.clone() };
        self.enter(Record::Added(Box::new(record)), &about, None)
    }
}

/// The words of a span without the blanks round them.
fn words(text: &str, start: usize, end: usize) -> Result<(Span, String)> {
    let size = text.chars().count();
    let told: Vec<char> = match start < end && end <= size {
        true => text.chars().skip(start).take(end - start).collect(),
        false => Vec::new(),
    };
    let blank = |c: &&char| c.is_whitespace();
    let (before, after) =
        (told.iter().take_while(blank).count(), told.iter().rev().take_while(blank).count());
    if before == told.len() || told.len() - before - after > MAX_WORDS {
        let (start, end, size, most) =
            (start.to_string(), end.to_string(), size.to_string(), MAX_WORDS.to_string());
        let args = [("start", &*start), ("end", &end), ("size", &size), ("most", &most)];
        return Err(Told::error("told-no-words", &args));
    }
    let words = told[before..told.len() - after].iter().collect();
    Ok((Span::new(start + before, end - after), words))
}

/// Makes a claim from what a person tells of it.
struct Maker<'m> {
    places: &'m BTreeMap<String, Place>,
    parties: &'m BTreeMap<String, Party>,
}

impl Maker<'_> {
    fn claim(
        &self,
        kind: &str,
        span: Span,
        words: &str,
        fields: &[(String, String)],
    ) -> Result<Claim> {
        let (mut json, needs) = blank(kind).ok_or_else(|| {
            Told::error("told-no-kind", &[("kind", kind), ("kinds", &KINDS.join(", "))])
        })?;
        if !fields.iter().any(|(name, _)| needs.contains(&name.as_str())) {
            let args = [("kind", kind), ("needs", &*needs.join(", "))];
            return Err(Told::error("told-needs-field", &args));
        }
        let common = json!({
            "id": "", "kind": kind, "modality": "actual", "background": false,
            "attributed_to": null, "quoted": false, "place": null, "date": null,
            "evidence": {"start": span.start, "end": span.end, "text": words},
            "rule": PERSON, "confidence": 1.0,
        });
        if let (Some(all), Some(common)) = (json.as_object_mut(), common.as_object()) {
            all.extend(common.clone());
        }
        let mut claim: Claim = serde_json::from_value(json).expect("blank claims are claims");
        for (field, text) in fields {
            claim = self.with(&claim, field, text).map_err(|what| {
                let open = correct::fields(&claim);
                let args =
                    [("field", &**field), ("value", text), ("what", &what), ("fields", &open)];
                Told::error("told-no-correction", &args)
            })?;
        }
        Ok(claim)
    }

    fn with(&self, claim: &Claim, field: &str, text: &str) -> std::result::Result<Claim, String> {
        if matches!(field, "participants" | "parties") {
            return self.names(claim, field, text);
        }
        let value = correct::value(claim, field, text, self.places, self.parties)?;
        correct::with(claim, field, self.located(claim, value))
    }

    /// Several parties, with commas between them.
    fn names(&self, claim: &Claim, field: &str, text: &str) -> std::result::Result<Claim, String> {
        let mut json = serde_json::to_value(claim).map_err(|e| e.to_string())?;
        let ids = text.split(',').map(str::trim).filter(|id| !id.is_empty() && *id != "none");
        let name = |id| {
            // Any field of a name makes the same of an id.
            let value = correct::value(claim, "attributed_to", id, self.places, self.parties)?;
            Ok(self.located(claim, value))
        };
        let names = ids.map(name).collect::<std::result::Result<Vec<Value>, String>>()?;
        match json.as_object_mut().and_then(|o| o.get_mut(field)) {
            Some(slot) => *slot = Value::Array(names),
            None => return Err(correct::fields(claim)),
        }
        serde_json::from_value(json).map_err(|e| e.to_string())
    }

    /// A party or place as the words name it, where they do by one of the names that are known.
    fn located(&self, claim: &Claim, mut value: Value) -> Value {
        let party = value["party"].as_str().and_then(|id| self.parties.get(id)).map(|p| &p.name);
        let place = value["id"].as_str().and_then(|id| self.places.get(id)).map(|p| &p.name);
        let Some(name) = party.or(place) else { return value };
        let evidence = &claim.evidence;
        for form in [&name.ar, &name.en] {
            if let Some(at) = evidence.text.find(form.as_str()) {
                let start = evidence.span.start + evidence.text[..at].chars().count();
                value["text"] = json!(form);
                value["start"] = json!(start);
                value["end"] = json!(start + form.chars().count());
                break;
            }
        }
        value
    }
}

/// The kinds of claims.
const KINDS: [&str; 6] = ["violence", "toll", "meeting", "statement", "truce", "commitment"];

/// A claim of a kind that says nothing yet, and the fields of which one must be told. What stands in
/// their place until then is no statement of anybody.
fn blank(kind: &str) -> Option<(Value, &'static [&'static str])> {
    Some(match kind {
        "violence" => (
            json!({
                "act": Act::OtherForce, "actor": null, "target": null, "means": null,
                "count": null, "event": null,
            }),
            &["act"],
        ),
        "toll" => (
            json!({
                "outcome": Outcome::Killed, "low": null, "high": null, "vague": false,
                "victims": "unspecified", "side": null, "cumulative": false,
                "subset_of": null, "event": null,
            }),
            &["low", "high"],
        ),
        "meeting" => (
            json!({"form": "meeting", "participants": [], "status": "held", "event": null}),
            &["participants", "form", "status"],
        ),
        "statement" => (
            json!({
                "speaker": null, "speech_act": SpeechAct::Other, "addressee": null, "event": null,
            }),
            &["speech_act"],
        ),
        "truce" => (
            json!({
                "event": Event::Declared, "parties": [], "start": null, "end": null,
                "count": null,
            }),
            &["event"],
        ),
        "commitment" => (
            json!({
                "who": null, "to": null, "what": Task::Other,
                "due": {"start": null, "end": null, "words": ""},
                "status": "promised", "event": null,
            }),
            &["what"],
        ),
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(start: usize, end: usize, expected: Option<(usize, usize, &str)>) {
        let made = words("قُصف  حلب اليوم \n", start, end).ok();
        let made = made.as_ref().map(|(s, w)| (s.start, s.end, w.as_str()));
        assert_eq!(made, expected);
    }

    #[test]
    fn words_are_taken_by_unicode_scalars_and_without_blanks() {
        check(0, 4, Some((0, 4, "قُصف")));
        check(4, 10, Some((6, 9, "حلب")));
        check(0, 17, Some((0, 15, "قُصف  حلب اليوم")));
        check(4, 6, None);
        check(3, 3, None);
        check(5, 4, None);
        check(0, 18, None);
        check(usize::MAX, usize::MAX, None);
    }

    #[test]
    fn every_kind_has_a_blank_claim() {
        let nothing = (BTreeMap::new(), BTreeMap::new());
        let maker = Maker { places: &nothing.0, parties: &nothing.1 };
        let told = |kind: &str, field: &str, text: &str| {
            let fields = [(field.to_owned(), text.to_owned())];
            maker.claim(kind, Span::new(0, 1), "x", &fields).map_err(|e| e.code())
        };
        let good = [
            ("violence", "act", "shelling"),
            ("toll", "low", "3"),
            ("meeting", "status", "planned"),
            ("statement", "speech_act", "appeal"),
            ("truce", "event", "violated"),
            ("commitment", "what", "meet"),
        ];
        for (kind, field, text) in good {
            let claim = told(kind, field, text).unwrap();
            assert_eq!((claim.body.kind(), claim.rule.as_str()), (kind, PERSON));
            assert_eq!(told(kind, "background", "true"), Err("told-needs-field"));
            assert_eq!(told(kind, field, "no such word"), Err("told-no-correction"));
        }
        assert_eq!(told("weather", "act", "rain"), Err("told-no-kind"));
        assert_eq!(told("violence", "actor", "none"), Err("told-needs-field"));
    }
}
