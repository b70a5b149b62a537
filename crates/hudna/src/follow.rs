//! The main job in one go: a story's agreement, sources, counts, reports and decisions go in;
//! what stands comes out.

mod acts;

use std::path::Path;

use hudna_model::{IntakeCounts, Moment, OWN_SERIES, Situation, Span};

use crate::acts::Act;
use crate::data::Data;
use crate::derive;
use crate::env::Env;
use crate::error::{Error, Result};
use crate::facts::Facts;
use crate::ingest::{self, Envelope, Ingest, Outcome, Receipt, Refusal, entry};
use crate::record::{
    AgreementRecord, CountsRecord, DecisionRecord, Payload, Record, SourceRecord, StoryRecord,
};
use crate::store::{NewEntry, Store};
use crate::story::{Quoted, Story};

/// Who acts when a story is followed.
const FOLLOWER: &str = "hudna follow";

/// What became of a story.
pub struct Followed {
    /// One receipt a report.
    pub receipts: Vec<Receipt>,
    /// Reports in, stored, duplicate, rejected.
    pub counts: IntakeCounts,
    /// The counts file: rows, and whether it was new.
    pub counts_file: Option<(usize, bool)>,
    /// Decisions: new, already there, and refused ones with why.
    pub decisions: (usize, usize, Vec<Refusal>),
    /// The picture.
    pub situation: Situation,
}

/// Follows a story into a store. `progress` is told how many of how many reports are done.
///
/// # Errors
/// A story that cannot be used, another story's store, a store that fails. Bad reports are no
/// error but receipts.
pub fn follow(
    folder: &Path,
    store: &Store,
    data: &Data,
    env: &Env,
    progress: &mut dyn FnMut(usize, usize),
) -> Result<Followed> {
    let story = Story::load(folder, data)?;
    let folder = if folder.is_dir() { folder } else { folder.parent().unwrap_or(folder) };
    let mut known = Known::load(store)?;
    if let Some(other) = known.story.as_ref().filter(|s| s.id != story.id) {
        let what = format!("the store follows \"{}\" already; use another --store", other.id);
        return Err(Error::Usage(what));
    }
    set_up(&story, store, data, env, &mut known)?;
    let counts_file = counts(&story, folder, store, data, env, &known)?;
    let mut ingest = Ingest::new(store, data, env, FOLLOWER);
    for (done, report) in story.reports.iter().enumerate() {
        progress(done, story.reports.len());
        let envelope = Envelope {
            source: Some(report.source.clone()),
            published: Some(report.published.clone()),
            lang: report.lang.clone(),
            received: Some(report.received),
            composed_from: report.composed_from.clone(),
        };
        let label = report.file.display().to_string();
        match ingest::file_bytes(&folder.join(&report.file)) {
            Ok(bytes) => {
                for unit in ingest::split(&label, &bytes) {
                    ingest.unit(unit, &envelope)?;
                }
            }
            Err(error) => {
                let refusal = Refusal::from(&error);
                ingest.unit(ingest::Unit { label, content: Err(refusal) }, &envelope)?;
            }
        }
    }
    progress(story.reports.len(), story.reports.len());
    let (receipts, counts) = ingest.finish()?;
    let (new, old, mut refused) = decide(&story, store, env)?;
    let (acted, stood, rest) = acts::enter(&story, store, data, env)?;
    refused.extend(rest);
    let decisions = (new + acted, old + stood, refused);
    let situation = derive::rebuild(store, data)?;
    Ok(Followed { receipts, counts, counts_file, decisions, situation })
}

/// What a store knows of a story already.
#[derive(Default)]
struct Known {
    story: Option<StoryRecord>,
    setup: Vec<String>,
    counts: Vec<String>,
}

impl Known {
    fn load(store: &Store) -> Result<Known> {
        let mut out = Known::default();
        store.each_payload(|_, payload| out.take(payload))?;
        Ok(out)
    }

    fn take(&mut self, payload: Payload) {
        match &payload.record {
            Record::Counts(counts) if counts.series == OWN_SERIES => {
                self.counts.push(counts.sha256.clone())
            }
            Record::Story(_) | Record::Source(_) | Record::Agreement(_) => {
                self.setup.push(text(&payload.record));
            }
            _ => {}
        }
        if let Record::Story(story) = payload.record {
            self.story = Some(story);
        }
    }
}

fn text(record: &Record) -> String {
    serde_json::to_string(record).expect("records have JSON forms")
}

/// Appends the story's own words, its agreement and its sources where they are new or changed.
fn set_up(story: &Story, store: &Store, data: &Data, env: &Env, known: &mut Known) -> Result<()> {
    let agreement = story
        .agreement(data)
        .ok_or_else(|| Error::Usage(format!("there is no agreement \"{}\"", story.agreement)))?;
    let mut records = vec![
        Record::Story(StoryRecord {
            id: story.id.clone(),
            name: story.name.clone(),
            notice: story.notice.clone(),
            as_of: story.as_of,
            agreement: story.agreement.clone(),
        }),
        Record::Agreement(Box::new(AgreementRecord { agreement: agreement.clone() })),
    ];
    let sources = story.sources.iter().cloned();
    records.extend(sources.map(|source| Record::Source(SourceRecord { source })));
    let received = first_received(story);
    let fresh = records.into_iter().filter(|r| !known.setup.contains(&text(r)));
    let entries: Vec<NewEntry> =
        fresh.map(|record| entry(env, FOLLOWER, record, received, None)).collect();
    store.append(entries).map(drop)
}

fn first_received(story: &Story) -> Moment {
    story.reports.iter().map(|r| r.received).min().unwrap_or(story.as_of).min(story.as_of)
}

fn counts(
    story: &Story,
    folder: &Path,
    store: &Store,
    data: &Data,
    env: &Env,
    known: &Known,
) -> Result<Option<(usize, bool)>> {
    let Some(told) = &story.counts else { return Ok(None) };
    let path = folder.join(&told.file);
    let fault = |line: usize, what: String| Error::Input {
        path: path.clone(),
        line,
        what,
        remedy: format!("a counts file begins with \"{}\"", ingest::counts::HEADER),
    };
    let bytes = ingest::file_bytes(&path)?;
    let raw = String::from_utf8(bytes).map_err(|_| fault(0, "not UTF-8".into()))?;
    let (rows, faults) = ingest::counts::parse(&raw);
    if let Some(first) = faults.into_iter().next() {
        return Err(fault(0, first));
    }
    let strange = rows.iter().find(|(day, _)| !data.places.contains_key(&day.area));
    if let Some((day, line)) = strange {
        return Err(fault(*line, format!("no place has the id \"{}\"", day.area)));
    }
    let sha256 = hudna_model::digest::sha256_hex(raw.as_bytes());
    let new = !known.counts.contains(&sha256);
    if new {
        let record = Record::Counts(CountsRecord {
            series: OWN_SERIES.to_owned(),
            file: told.file.display().to_string(),
            sha256,
            raw,
            source: told.source.clone(),
            notes: told.notes.clone(),
            received_after_days: told.received_after_days,
            hindsight: told.hindsight,
            original: None,
        });
        store.append(vec![entry(env, FOLLOWER, record, first_received(story), None)])?;
    }
    Ok(Some((rows.len(), new)))
}

/// Resolves the story's decisions to claims and appends the new ones.
fn decide(story: &Story, store: &Store, env: &Env) -> Result<(usize, usize, Vec<Refusal>)> {
    let facts = Facts::load(store, Some(story.as_of))?;
    let (mut old, mut refused, mut entries) = (0, Vec::new(), Vec::new());
    // What a person has undone since is not decided again by following the story once more.
    let decided = |act: &Act| {
        let Record::Decision(record) = &act.record else { return None };
        let claim = facts.stands_for(&act.record.anchors()[0])?;
        Some((record.decision.clone(), claim))
    };
    let former: Vec<(String, String)> = facts.acts.iter().filter_map(decided).collect();
    for decision in &story.decisions {
        match claim_of(&facts, &decision.quoted()) {
            Err(refusal) => refused.push(refusal),
            Ok((report, claim)) if former.contains(&(decision.kind.clone(), claim.clone())) => {
                let _ = report;
                old += 1;
            }
            Ok((report, claim)) => {
                let record = Record::Decision(DecisionRecord {
                    decision: decision.kind.clone(),
                    claim,
                    report,
                    why: decision.why.clone(),
                    field: None,
                    value: None,
                });
                entries.push(entry(env, &decision.by, record, decision.received, None));
            }
        }
    }
    let new = entries.len();
    store.append(entries)?;
    Ok((new, old, refused))
}

/// The claim of this kind whose evidence shares the most with the quoted words, at least half.
fn claim_of(facts: &Facts, quoted: &Quoted) -> std::result::Result<(String, String), Refusal> {
    let label = quoted.report.display().to_string();
    let refusal = |why: String| Refusal::new(why, "correct the decision in story.toml");
    let report = facts.reports.iter().find(|(_, r)| r.record.label == label);
    let (id, report) = report.ok_or_else(|| refusal(format!("{label} was not stored")))?;
    let text = report.record.text();
    let quote = text.find(&quoted.quote).map(|byte| {
        let start = text[..byte].chars().count();
        Span::new(start, start + quoted.quote.chars().count())
    });
    let quote =
        quote.ok_or_else(|| refusal(format!("{label} does not say \"{}\"", quoted.quote)))?;
    let claims = report.reading.iter().flat_map(|r| &r.claims);
    let best = claims
        .filter(|c| c.body.kind() == quoted.claim && c.evidence.span.overlap(quote) >= 0.5)
        .max_by(|a, b| {
            let shared = |c: &hudna_model::Claim| c.evidence.span.shared(quote);
            shared(a).cmp(&shared(b)).then(b.id.cmp(&a.id))
        });
    match best {
        Some(claim) => Ok((id.clone(), claim.id.clone())),
        None => Err(refusal(format!(
            "no {} was read from \"{}\" in {label}",
            quoted.claim, quoted.quote
        ))),
    }
}

/// How many receipts were refused.
pub fn rejected(receipts: &[Receipt]) -> usize {
    receipts.iter().filter(|r| matches!(r.outcome, Outcome::Rejected(_))).count()
}
