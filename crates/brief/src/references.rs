//! The list of sources: everything cited, numbered, walked down to words and reports.

use std::collections::BTreeSet;

use hudna_model::{Body, Claim, FiledClaim, ReportSummary, Span};

use crate::brief::{Cite, CiteKind, CitedReport, Reference, Section, Words};
use crate::say::{Speaker, in_both};
use crate::things;

/// Everything cited: claims in the order of their reports and words, so that the list reads report
/// by report; then what was made of them, in order of first mention.
pub(crate) fn gather(
    speaker: &Speaker<'_>,
    sections: &[Section],
) -> (Vec<Reference>, Vec<CitedReport>) {
    let (mut claims, derived): (Vec<Cite>, Vec<Cite>) =
        cited(sections).into_iter().partition(|c| c.kind == CiteKind::Claim);
    claims.sort_by_key(|c| place_in_reports(speaker, &c.id));
    let numbered = claims.into_iter().chain(derived).zip(1..);
    let references: Vec<Reference> =
        numbered.map(|(cite, number)| reference(speaker, cite, number)).collect();
    let ids: BTreeSet<&String> = references.iter().filter_map(|r| r.report.as_ref()).collect();
    let found = ids.into_iter().filter_map(|id| speaker.situation.reports.get(id));
    let mut reports: Vec<CitedReport> = found.map(|r| report(speaker, r)).collect();
    reports.sort_by(|a, b| (a.entry, &a.id).cmp(&(b.entry, &b.id)));
    (references, reports)
}

fn cited(sections: &[Section]) -> Vec<Cite> {
    let mut seen = BTreeSet::new();
    let all = sections.iter().flat_map(|s| &s.sentences).flat_map(|s| s.cites().iter());
    all.filter(|c| seen.insert((c.kind, c.id.clone()))).cloned().collect()
}

/// Entry of the report, start of the words, id.
fn place_in_reports(speaker: &Speaker<'_>, claim: &str) -> (u64, usize, String) {
    let filed = speaker.situation.claims.get(claim);
    let report = filed.and_then(|f| speaker.situation.reports.get(&f.report));
    let start = filed.map_or(0, |f| f.claim.evidence.span.start);
    (report.map_or(u64::MAX, |r| r.entry), start, claim.to_owned())
}

fn reference(speaker: &Speaker<'_>, cite: Cite, number: usize) -> Reference {
    let filed = (cite.kind == CiteKind::Claim).then(|| speaker.situation.claims.get(&cite.id));
    let filed = filed.flatten();
    let report = match cite.kind {
        CiteKind::Report => Some(cite.id.clone()),
        _ => filed.map(|f| f.report.clone()),
    };
    let area = speaker.situation.areas.iter().find(|a| a.id == cite.id);
    Reference {
        number,
        words: filed.map(|f| words(speaker, f)),
        report,
        rests_on: rests_on(speaker, &cite),
        source: match cite.kind {
            CiteKind::Agreement => things::source(speaker, &cite.id),
            _ => None,
        },
        status: area.map(|a| a.status),
        cite,
    }
}

fn words(speaker: &Speaker<'_>, filed: &FiledClaim) -> Words {
    let claim = &filed.claim;
    let lang = speaker.situation.reports.get(&filed.report).map_or("und", |r| r.lang.as_str());
    Words {
        text: claim.evidence.text.clone(),
        marks: marks(claim),
        lang: lang.to_owned(),
        claim_kind: claim.body.kind().to_owned(),
        reviewed: filed.reviewed,
        report: filed.report.clone(),
        span: (claim.evidence.span.start, claim.evidence.span.end),
    }
}

/// Names, means and places inside the clause, as offsets in it, apart from one another.
fn marks(claim: &Claim) -> Vec<(usize, usize)> {
    let whole = claim.evidence.span;
    let mut spans: Vec<Span> = named(claim);
    spans.retain(|s| !s.is_empty() && whole.contains(*s));
    spans.sort();
    let mut marks: Vec<(usize, usize)> = Vec::new();
    for span in spans {
        let (start, end) = (span.start - whole.start, span.end - whole.start);
        if marks.last().is_none_or(|(_, last)| *last <= start) {
            marks.push((start, end));
        }
    }
    marks
}

fn named(claim: &Claim) -> Vec<Span> {
    let names: Vec<&hudna_model::Name> = match &claim.body {
        Body::Violence { actor, target, .. } => actor.iter().chain(target).collect(),
        Body::Toll { side, .. } => side.iter().collect(),
        Body::Meeting { participants, .. } => participants.iter().collect(),
        Body::Statement { speaker, addressee, .. } => speaker.iter().chain(addressee).collect(),
        Body::Truce { parties, .. } => parties.iter().collect(),
        Body::Commitment { who, to, .. } => who.iter().chain(to).collect(),
    };
    let places = claim.place.iter().map(|p| p.span);
    names.into_iter().chain(&claim.attributed_to).map(|n| n.span).chain(places).collect()
}

fn rests_on(speaker: &Speaker<'_>, cite: &Cite) -> Vec<String> {
    let s = speaker.situation;
    match cite.kind {
        CiteKind::Incident => {
            let found = s.incidents.iter().find(|i| i.id == cite.id);
            found.map_or_else(Vec::new, |i| [i.claims.clone(), i.denials.clone()].concat())
        }
        CiteKind::Area => {
            let found = s.areas.iter().find(|a| a.id == cite.id);
            let ids = found.into_iter().flat_map(|a| a.reasons.iter().flat_map(|r| &r.rests_on));
            once_each(ids)
        }
        CiteKind::Toll => {
            let tolls = s.incidents.iter().flat_map(|i| &i.tolls).chain(&s.aggregates);
            let rows = tolls.filter(|t| t.id == cite.id).flat_map(|t| &t.rows);
            once_each(rows.map(|r| &r.claim))
        }
        CiteKind::FollowUp => {
            let found = s.follow_ups.iter().find(|f| f.id == cite.id);
            found.map_or_else(Vec::new, |f| [f.claims.clone(), f.fulfilled_by.clone()].concat())
        }
        CiteKind::Claim
        | CiteKind::Report
        | CiteKind::Counts
        | CiteKind::Agreement
        | CiteKind::Ledger => Vec::new(),
    }
}

fn once_each<'a>(ids: impl Iterator<Item = &'a String>) -> Vec<String> {
    let mut seen = BTreeSet::new();
    ids.filter(|id| seen.insert(id.as_str())).cloned().collect()
}

fn report(speaker: &Speaker<'_>, report: &ReportSummary) -> CitedReport {
    let source = speaker.situation.sources.get(&report.source);
    let kind = source.map(|s| speaker.label(s.kind));
    CitedReport {
        id: report.id.clone(),
        label: report.label.clone(),
        source: source.map_or_else(|| in_both(&report.source), |s| s.name.clone()),
        kind: kind.unwrap_or_else(|| speaker.say("unknown", &[])),
        // F is Admiralty's "reliability cannot be judged".
        grade: source.map_or('F', |s| s.grade),
        published: report.published.clone(),
        received: report.received,
        sha256: report.sha256.clone(),
        entry: report.entry,
    }
}
