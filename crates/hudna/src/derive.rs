//! From entries to what stands now. Pure in what it is given: the same entries, data and time
//! give the same rows, byte for byte.

use std::collections::BTreeMap;

use hudna_judge::Context;
use hudna_model::{
    Agreement, AreaState, CopyMarks, Decisions, FiledClaim, FollowUp, Incident, LedgerHead, Party,
    Patrol, Place, Situation, Toll,
};
use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::data::Data;
use crate::error::{Error, Result};
use crate::facts::Facts;
use crate::store::{Derived, DerivedRow, Store};

/// How often a rebuild is begun again when others write meanwhile.
const REBUILDS: usize = 8;

/// The whole picture for a time (`as_of` none: the store's own).
///
/// # Errors
/// The store fails or names an agreement that the data do not hold.
pub fn situation(
    store: &Store,
    data: &Data,
    as_of: Option<hudna_model::Moment>,
) -> Result<Situation> {
    let facts = Facts::load(store, as_of)?;
    let head = head(store)?;
    picture(&facts, data, head)
}

/// The store's newest head as outputs show it.
///
/// # Errors
/// The store fails, or the head is not signed by its key.
pub fn head(store: &Store) -> Result<LedgerHead> {
    let key = store.vkey().to_owned();
    let Some((size, note)) = store.newest_head()? else {
        return Ok(LedgerHead { key, ..LedgerHead::default() });
    };
    let head = hudna_ledger::open_head(&note, &key)
        .map_err(|e| Error::Damaged { what: format!("the head of size {size}: {e}") })?;
    Ok(LedgerHead { size, root: hudna_ledger::to_hex(&head.root), key })
}

/// What judging looks things up in, as the entries have it.
pub(crate) struct World {
    /// Marks of copies, by report.
    marks: BTreeMap<String, CopyMarks>,
    decisions: Decisions,
    /// Places of the data and of the mission.
    pub places: BTreeMap<String, Place>,
    parties: BTreeMap<String, Party>,
}

impl World {
    pub(crate) fn new(facts: &Facts, data: &Data) -> World {
        World {
            marks: facts.marks(),
            decisions: facts.decided(),
            places: facts.places(&data.places),
            parties: facts.parties(&data.parties),
        }
    }

    pub(crate) fn context<'w>(&'w self, facts: &'w Facts, agreement: &'w Agreement) -> Context<'w> {
        Context {
            as_of: facts.as_of,
            agreement,
            places: &self.places,
            parties: &self.parties,
            sources: &facts.sources,
            marks: &self.marks,
            decisions: &self.decisions,
        }
    }
}

/// What judging makes, and rows keep.
struct Judged {
    incidents: Vec<Incident>,
    areas: Vec<AreaState>,
    aggregates: Vec<Toll>,
    follow_ups: Vec<FollowUp>,
}

impl Judged {
    fn new(facts: &Facts, list: &[FiledClaim], patrols: &[Patrol], ctx: &Context<'_>) -> Judged {
        let mut incidents = hudna_judge::gather(list, ctx);
        let series = hudna_judge::lead(facts.series(), ctx.agreement.effective);
        let mut areas = hudna_judge::area_states(&series, &incidents, list, patrols, ctx);
        let refused: Vec<FiledClaim> = facts.refused().into_values().collect();
        hudna_judge::withdrawn(&mut areas, &refused, ctx);
        newest_first(&mut incidents);
        Judged {
            areas,
            incidents,
            aggregates: hudna_judge::aggregates(list, ctx),
            follow_ups: hudna_judge::follow_ups(list, ctx),
        }
    }

    /// From the derived rows; none when one of them is not what judging writes.
    fn stored(store: &Store) -> Result<Option<Judged>> {
        let all = (of(store, "incidents")?, of(store, "areas")?);
        let board = (of(store, "aggregates")?, of(store, "followups")?);
        let (Some(mut incidents), Some(mut areas)) = all else { return Ok(None) };
        let (Some(mut aggregates), Some(mut follow_ups)) = board else { return Ok(None) };
        newest_first(&mut incidents);
        hudna_judge::worst_first(&mut areas);
        hudna_judge::by_outcome(&mut aggregates);
        hudna_judge::board_order(&mut follow_ups);
        Ok(Some(Judged { incidents, areas, aggregates, follow_ups }))
    }
}

fn newest_first(incidents: &mut [Incident]) {
    incidents.sort_by(|a, b| b.days.cmp(&a.days).then_with(|| a.id.cmp(&b.id)));
}

/// The rows of a derived table; none when one cannot be read.
fn of<T: DeserializeOwned>(store: &Store, table: &str) -> Result<Option<Vec<T>>> {
    let (mut out, mut whole) = (Vec::new(), true);
    store.each_derived(table, |json| match serde_json::from_str(json) {
        Ok(row) => out.push(row),
        Err(_) => whole = false,
    })?;
    Ok(whole.then_some(out))
}

/// The whole picture from facts.
///
/// # Errors
/// The store follows no agreement.
pub fn picture(facts: &Facts, data: &Data, head: LedgerHead) -> Result<Situation> {
    let agreement = followed(facts)?;
    let (claims, world) = (facts.claims(), World::new(facts, data));
    let patrols = crate::patrols::patrols(facts, &world.places);
    let list: Vec<FiledClaim> = claims.values().cloned().collect();
    let judged = Judged::new(facts, &list, &patrols, &world.context(facts, agreement));
    Ok(told(facts, data, head, judged, (claims, patrols, world)))
}

/// The whole picture with what the derived rows hold, instead of judging anew; the same as
/// [`picture`] of the same facts. None when the rows were made by other rules, from other entries or
/// for another time, or cannot be read.
///
/// # Errors
/// The store fails, or follows no agreement.
pub fn stored(store: &Store, data: &Data, facts: &Facts) -> Result<Option<Situation>> {
    followed(facts)?;
    let fits = |meta: Option<DerivedMeta>| {
        let as_of = facts.as_of.to_string();
        meta == Some(DerivedMeta { rules: rules_digest(data), size: facts.size, as_of })
    };
    if !fits(meta(store)?) {
        return Ok(None);
    }
    let judged = Judged::stored(store)?;
    // Somebody may have put other rows there while these were read.
    let Some(judged) = judged.filter(|_| meta(store).is_ok_and(fits)) else { return Ok(None) };
    let (claims, world) = (facts.claims(), World::new(facts, data));
    let patrols = crate::patrols::patrols(facts, &world.places);
    Ok(Some(told(facts, data, head(store)?, judged, (claims, patrols, world))))
}

/// Claims, patrols and the registers.
type Known = (BTreeMap<String, FiledClaim>, Vec<Patrol>, World);

/// The picture of what was judged.
fn told(
    facts: &Facts,
    data: &Data,
    head: LedgerHead,
    judged: Judged,
    (claims, patrols, world): Known,
) -> Situation {
    let agreement = followed(facts).expect("who asks looked for it first");
    let series = hudna_judge::lead(facts.series(), agreement.effective);
    let counts = series.first().and_then(|s| facts.counts_of(&s.id));
    let Judged { incidents, areas, aggregates, follow_ups } = judged;
    let list: Vec<FiledClaim> = claims.values().cloned().collect();
    let ctx = world.context(facts, agreement);
    let tree = hudna_judge::area_tree(&areas, &series, &incidents, &list, &patrols, &ctx);
    let shapes = areas.iter().filter_map(|a| data.shapes.get(&a.area).cloned()).collect();
    let mut situation = Situation {
        story: facts.story_info(),
        as_of: facts.as_of,
        head,
        agreement: agreement.clone(),
        counts_source: counts.map(|c| c.record.source.clone()),
        counts_notes: counts.map_or_else(Vec::new, |c| c.record.notes.clone()),
        areas,
        tree,
        shapes,
        cases: crate::cases::cases(facts, &incidents, agreement),
        questions: crate::questions::questions(facts, &incidents),
        patrols,
        incidents,
        aggregates,
        follow_ups,
        claims,
        reports: facts.summaries(),
        places: world.places,
        parties: world.parties,
        sources: facts.sources.clone(),
    };
    crate::reports::states(&mut situation);
    situation
}

/// The agreement that the store follows.
///
/// # Errors
/// There is none.
pub(crate) fn followed(facts: &Facts) -> Result<&Agreement> {
    let named = facts.story.as_ref().map(|s| s.agreement.as_str());
    let named = named.and_then(|id| facts.agreements.get(id));
    named.or_else(|| facts.agreements.values().next()).ok_or_else(|| {
        Error::Usage("the store follows no agreement; set a story up with `hudna follow`".into())
    })
}

/// Digest of everything that turns entries into rows: thresholds, registers, this version.
pub fn rules_digest(data: &Data) -> String {
    let parts =
        [hudna_judge::rules_digest(), data.digest.clone(), env!("CARGO_PKG_VERSION").into()];
    hudna_model::digest::hex_digest(parts.iter().map(|p| p.as_bytes()))
}

/// What the derived tables were made from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, serde::Deserialize)]
pub struct DerivedMeta {
    /// Digest of the rules.
    pub rules: String,
    /// Number of entries.
    pub size: u64,
    /// The time for which they hold.
    pub as_of: String,
}

/// The rows of the derived tables.
pub fn rows<'s>(situation: &'s Situation, data: &Data, size: u64) -> Derived<'s> {
    let meta = DerivedMeta { rules: rules_digest(data), size, as_of: situation.as_of.to_string() };
    let meta = json(&meta);
    let json_of_meta = Box::new(move || meta.clone());
    let mut out = vec![DerivedRow { table: "derived_meta", id: "meta".into(), json: json_of_meta }];
    out.extend(situation.incidents.iter().map(|i| row("incidents", &i.id, i)));
    out.extend(situation.areas.iter().map(|a| row("areas", &a.id, a)));
    out.extend(situation.follow_ups.iter().map(|f| row("followups", &f.id, f)));
    out.extend(situation.aggregates.iter().map(|t| row("aggregates", &t.id, t)));
    out.extend(situation.claims.iter().map(|(id, c)| row("claims", id, c)));
    out
}

fn row<'s>(table: &'static str, id: &'s str, item: &'s impl Serialize) -> DerivedRow<'s> {
    DerivedRow { table, id: id.into(), json: Box::new(move || json(item)) }
}

fn json(value: &impl Serialize) -> String {
    serde_json::to_string(value).expect("the model's types have JSON forms")
}

/// Makes the derived tables anew from the entries. No text is read again. When another process
/// appends meanwhile it is done once more; after some times the rows are left to that process.
///
/// # Errors
/// The store fails or follows no agreement.
pub fn rebuild(store: &Store, data: &Data) -> Result<Situation> {
    let mut left = REBUILDS;
    loop {
        let facts = Facts::load(store, None)?;
        let situation = picture(&facts, data, head(store)?)?;
        left -= 1;
        if store.replace_derived(&rows(&situation, data, facts.size), facts.size)? || left == 0 {
            return Ok(situation);
        }
    }
}

/// What the derived tables should hold after the first `size` entries, by table and id; nothing
/// while the store follows no agreement.
///
/// # Errors
/// The store fails.
pub fn expected(
    store: &Store,
    data: &Data,
    size: u64,
) -> Result<BTreeMap<&'static str, BTreeMap<String, String>>> {
    let mut out: BTreeMap<&'static str, BTreeMap<String, String>> = BTreeMap::new();
    let facts = match Facts::of_first(store, size, None) {
        Err(Error::Usage(_)) => return Ok(out),
        facts => facts?,
    };
    if facts.agreements.is_empty() {
        return Ok(out);
    }
    let situation = picture(&facts, data, LedgerHead::default())?;
    for row in rows(&situation, data, facts.size) {
        out.entry(row.table).or_default().insert(row.id.into_owned(), (row.json)());
    }
    Ok(out)
}

/// What the store says its derived tables were made from.
///
/// # Errors
/// The store fails.
pub fn meta(store: &Store) -> Result<Option<DerivedMeta>> {
    let rows = store.table("derived_meta")?;
    Ok(rows.get("meta").and_then(|text| serde_json::from_str(text).ok()))
}

/// The rules in force in short, as pages name them: eight digits of their digest.
pub fn rules_version() -> String {
    hudna_judge::rules_digest().chars().take(8).collect()
}
