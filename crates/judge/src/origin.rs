//! Whose word a claim rests on: copies and quotations of one voice are one origin.

use std::collections::{BTreeMap, BTreeSet};

use hudna_model::{Bilingual, FiledClaim, Origin, PartyKind, SourceKind};

use crate::average::Sets;
use crate::copies::Copies;
use crate::days::told_day;
use crate::fold::fold;
use crate::say::{party, plain, quote, say};
use crate::{Context, parties};

/// Copy groups of reports, the houses behind them and the agencies that they credit.
#[derive(Debug, Clone, Default)]
pub(crate) struct Roots {
    copies: Copies,
    /// Report → its source.
    sources: BTreeMap<String, String>,
}

/// The origins of an incident's claims.
#[derive(Debug, Default)]
pub(crate) struct Rests {
    /// Distinct origins, ascending.
    pub origins: Vec<Origin>,
    /// Claim id → origin id.
    pub of_claim: BTreeMap<String, String>,
}

impl Roots {
    pub(crate) fn new(claims: &[FiledClaim], ctx: &Context<'_>) -> Self {
        let mut first: BTreeMap<&str, &FiledClaim> = BTreeMap::new();
        for filed in claims.iter().filter(|f| f.received <= ctx.as_of) {
            let told = first.entry(&filed.report).or_insert(filed);
            if (filed.received, &filed.source) < (told.received, &told.source) {
                *told = filed;
            }
        }
        let mut roots = Self::default();
        for filed in first.values() {
            roots.add(filed, ctx);
        }
        roots
    }

    /// Takes in the report of a claim; tells whether it is a copy of one that is known.
    pub(crate) fn add(&mut self, told: &FiledClaim, ctx: &Context<'_>) -> bool {
        self.sources.entry(told.report.clone()).or_insert_with(|| told.source.clone());
        self.copies.add(&told.report, told.received, told_day(told), ctx.marks)
    }

    /// The first received of the copies that `report` belongs to.
    pub(crate) fn root<'r>(&'r self, report: &'r str) -> &'r str {
        self.copies.root(report)
    }

    /// The copies that `report` belongs to, itself among them.
    pub(crate) fn group<'r>(&'r self, report: &'r str) -> impl Iterator<Item = &'r str> {
        self.copies.group(report)
    }

    pub(crate) fn copies(&self, a: &str, b: &str) -> bool {
        a != b && self.root(a) == self.root(b)
    }

    /// The agencies that the report or a copy of it credits, else the first of the copies together
    /// with the house that it comes from.
    fn own_voice(&self, report: &str, ctx: &Context<'_>) -> BTreeSet<String> {
        let marks = self.copies.group(report).filter_map(|r| ctx.marks.get(r));
        let credits: BTreeSet<String> =
            marks.flat_map(|m| &m.credits).map(|agency| voice_id(ctx, agency)).collect();
        if !credits.is_empty() {
            return credits;
        }
        let root = self.root(report);
        let source = self.sources.get(root).filter(|source| is_house(ctx, source));
        let house = source.map(|source| format!("{HOUSE}{source}"));
        house.into_iter().chain([format!("report:{root}")]).collect()
    }
}

/// Ids that only tie reports of one house together; it sorts after every other, so it names none.
const HOUSE: &str = "~house:";

/// Whether a source is one voice: two reports of one newsroom are not two witnesses, while a
/// hotline, a network or a list of witnesses passes on many.
fn is_house(ctx: &Context<'_>, source: &str) -> bool {
    use SourceKind::{Hotline, Social, Witness};
    let kind = ctx.sources.get(source).map(|s| s.kind);
    kind.is_some_and(|kind| !matches!(kind, Hotline | Social | Witness))
}

/// Origin id of a party that speaks: `party:…`, or `credit:…` for an agency of nobody's.
fn voice_id(ctx: &Context<'_>, id: &str) -> String {
    let voice = parties::voice(ctx, id);
    match ctx.parties.get(&voice).map(|p| p.kind) {
        None | Some(PartyKind::Media) => format!("credit:{voice}"),
        Some(_) => format!("party:{voice}"),
    }
}

/// The voice that a claim is attributed to, or that its source belongs to; none when the report
/// tells it in its own voice.
pub(crate) fn quoted_voice(ctx: &Context<'_>, filed: &FiledClaim) -> Option<String> {
    let name = filed.claim.attributed_to.as_ref();
    if let Some(party) = name.and_then(|n| n.party.as_deref()) {
        return Some(voice_id(ctx, party));
    }
    let source = ctx.sources.get(&filed.source);
    if let Some(party) = source.and_then(|s| s.party.as_deref()) {
        return Some(voice_id(ctx, party));
    }
    name.map(|n| format!("name:{}", fold(&n.text)))
}

/// The origins behind some claims of one event.
///
/// A claim rests on the voice that it quotes. What a report tells in its own voice beside a quoted
/// one of the same event rests on that: it is not a second witness. Otherwise it rests on the
/// agencies that its copy group credits (a text that credits two makes these two one origin here),
/// else on the first of its copies, and all that one house tells in its own voice is one origin.
pub(crate) fn rests(members: &[&FiledClaim], roots: &Roots, ctx: &Context<'_>) -> Rests {
    let mut voices: Vec<BTreeSet<String>> = Vec::new();
    let quoted: Vec<_> = members.iter().map(|f| quoted_voice(ctx, f)).collect();
    let mut beside: BTreeMap<&str, &String> = BTreeMap::new();
    for (filed, voice) in members.iter().zip(&quoted) {
        if let Some(voice) = voice {
            let first = beside.entry(roots.root(&filed.report)).or_insert(voice);
            *first = (*first).min(voice);
        }
    }
    for (filed, voice) in members.iter().zip(&quoted) {
        let near = beside.get(roots.root(&filed.report)).copied();
        voices.push(match voice.as_ref().or(near) {
            Some(voice) => BTreeSet::from([voice.clone()]),
            None => roots.own_voice(&filed.report, ctx),
        });
    }
    collect(members, &unite(&voices), ctx)
}

/// One id per claim: ids that stand together anywhere are one origin, named by the smallest.
fn unite(voices: &[BTreeSet<String>]) -> Vec<String> {
    let ids: Vec<&String> = voices.iter().flatten().collect::<BTreeSet<_>>().into_iter().collect();
    let at = |id: &String| ids.binary_search(&id).expect("every id was collected");
    let mut sets = Sets::new(ids.len());
    for set in voices {
        let first = set.iter().next().map(at);
        for id in set {
            sets.join(first.unwrap_or_default(), at(id));
        }
    }
    let first = |set: &BTreeSet<String>| set.iter().next().map(at).unwrap_or_default();
    voices.iter().map(|set| ids[sets.find(first(set))].clone()).collect()
}

fn collect(members: &[&FiledClaim], ids: &[String], ctx: &Context<'_>) -> Rests {
    let mut reports: BTreeMap<&String, BTreeSet<&str>> = BTreeMap::new();
    let mut rests = Rests::default();
    for (filed, id) in members.iter().zip(ids) {
        reports.entry(id).or_default().insert(&filed.report);
        rests.of_claim.insert(filed.claim.id.clone(), id.clone());
    }
    rests.origins = reports
        .into_iter()
        .map(|(id, reports)| Origin {
            id: id.clone(),
            why: why(id, reports.len(), ctx),
            reports: reports.into_iter().map(str::to_owned).collect(),
        })
        .collect();
    rests
}

fn why(id: &str, reports: usize, ctx: &Context<'_>) -> Bilingual {
    let (kind, name) = id.split_once(':').unwrap_or(("report", id));
    match kind {
        "party" => say("origin.party", &[("name", &party(ctx, name))]),
        "credit" => say("origin.credit", &[("name", &party(ctx, name))]),
        "name" => say("origin.name", &[("name", &quote(name))]),
        _ if reports > 1 => say("origin.copies", &[("report", &plain(name))]),
        _ => say("origin.report", &[]),
    }
}
