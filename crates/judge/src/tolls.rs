//! Casualties: every source's row, and what the rows give.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use hudna_model::digest::short_id;
use hudna_model::{Bilingual, Body, FiledClaim, Modality, Outcome, Toll, TollRow, Victims};

use crate::Context;
use crate::days::told_day;
use crate::export::coded;
use crate::origin::{Rests, Roots, rests};
use crate::say::{count, plain, say};
use crate::telling::{Where, figure, known, location};
use crate::unique::unique;

/// Grade of a source that no register holds: its reliability cannot be judged.
const UNGRADED: char = 'F';

/// Running totals, by outcome, victims and place; never added to incidents.
///
/// Members are cumulative tolls told as actual or alleged, not as background. `low` and `high` are
/// the lowest and highest figure of any row, so a total that grew shows how it grew. Ordered by
/// outcome, victims, then id.
pub fn aggregates(claims: &[FiledClaim], ctx: &Context<'_>) -> Vec<Toll> {
    let told = known(claims, ctx, |f| {
        let said = matches!(f.claim.modality, Modality::Actual | Modality::Alleged);
        said && matches!(f.claim.body, Body::Toll { cumulative: true, .. })
    });
    let roots = Roots::new(claims, ctx);
    let mut by_place: BTreeMap<Where, Vec<&FiledClaim>> = BTreeMap::new();
    for filed in told {
        by_place.entry(location(filed)).or_default().push(filed);
    }
    let mut all: Vec<Toll> = by_place
        .into_iter()
        .flat_map(|(place, members)| {
            let rests = rests(&members, &roots, ctx);
            let mut found = all_tolls(&members, &rests, ctx, false);
            for toll in &mut found {
                toll.cumulative = true;
                toll.place = if let Where::Known(id) = &place { Some(id.clone()) } else { None };
            }
            found
        })
        .collect();
    let smallest = |t: &Toll| t.rows.iter().map(|r| &r.claim).min().cloned().unwrap_or_default();
    unique("TOL", &mut all, |t| &mut t.id, smallest);
    by_outcome(&mut all);
    all
}

/// Puts running totals into the order of [`aggregates`].
pub fn by_outcome(all: &mut [Toll]) {
    all.sort_by(|a, b| (a.outcome, a.victims, &a.id).cmp(&(b.outcome, b.victims, &b.id)));
}

/// One toll per outcome and victims among the members, in that order. A later figure of one origin
/// takes the place of its earlier ones.
pub(crate) fn tolls(members: &[&FiledClaim], rests: &Rests, ctx: &Context<'_>) -> Vec<Toll> {
    all_tolls(members, rests, ctx, true)
}

/// `supersede` tells whether later figures take the place of earlier ones: those of running totals
/// do not, so that a total shows how it grew.
fn all_tolls(
    members: &[&FiledClaim],
    rests: &Rests,
    ctx: &Context<'_>,
    supersede: bool,
) -> Vec<Toll> {
    let subsets = subsets(members);
    let mut groups: BTreeMap<(Outcome, Victims), Vec<(i32, TollRow)>> = BTreeMap::new();
    for filed in members {
        let Body::Toll { outcome, low, high, victims, .. } = &filed.claim.body else { continue };
        if figure(&filed.claim.body).is_some() {
            let row = TollRow {
                claim: filed.claim.id.clone(),
                report: filed.report.clone(),
                source: filed.source.clone(),
                origin: rests.of_claim.get(&filed.claim.id).cloned().unwrap_or_default(),
                low: *low,
                high: *high,
                subset: subsets.contains(filed.claim.id.as_str()),
                superseded: false,
                coded: coded(filed),
                received: filed.received,
                grade: ctx.sources.get(&filed.source).map_or(UNGRADED, |s| s.grade),
            };
            groups.entry((*outcome, *victims)).or_default().push((told_day(filed), row));
        }
    }
    let toll = |((outcome, victims), rows)| {
        let rows = if supersede { superseded(rows) } else { bare(rows) };
        toll(outcome, victims, rows)
    };
    groups.into_iter().map(toll).collect()
}

fn bare(rows: Vec<(i32, TollRow)>) -> Vec<TollRow> {
    rows.into_iter().map(|(_, row)| row).collect()
}

/// Marks what the same origin has told otherwise since: on a later day, or of one day in a report
/// received later. Parts are measured against parts.
fn superseded(rows: Vec<(i32, TollRow)>) -> Vec<TollRow> {
    let when = |(day, row): &(i32, TollRow)| (*day, row.received);
    let renewed = |old: &(i32, TollRow)| {
        rows.iter().any(|new| {
            let (a, b) = (&old.1, &new.1);
            a.origin == b.origin
                && a.subset == b.subset
                && when(old) < when(new)
                && (value(a), top(a)) != (value(b), top(b))
        })
    };
    let gone: Vec<bool> = rows.iter().map(renewed).collect();
    let mark = |(row, gone): (TollRow, bool)| TollRow { superseded: gone, ..row };
    bare(rows).into_iter().zip(gone).map(mark).collect()
}

/// Figures that are part of another: the text says so, or the same report tells a larger figure of
/// the same outcome among people less closely described.
fn subsets<'a>(members: &[&'a FiledClaim]) -> BTreeSet<&'a str> {
    let part = |f: &&&FiledClaim| {
        matches!(f.claim.body, Body::Toll { subset_of: Some(_), .. })
            || members.iter().any(|whole| is_part(f, whole))
    };
    members.iter().filter(part).map(|f| f.claim.id.as_str()).collect()
}

fn is_part(part: &FiledClaim, whole: &FiledClaim) -> bool {
    let (Body::Toll { outcome, victims, .. }, Body::Toll { outcome: same, victims: who, .. }) =
        (&part.claim.body, &whole.claim.body)
    else {
        return false;
    };
    let general = |v| matches!(v, Victims::Unspecified | Victims::Mixed);
    let smaller = figure(&part.claim.body).map(|f| f.1) < figure(&whole.claim.body).map(|f| f.0);
    part.report == whole.report && outcome == same && general(*who) && !general(*victims) && smaller
}

/// The figure that a row stands for: the low end of its range.
fn value(row: &TollRow) -> u32 {
    row.low.or(row.high).unwrap_or_default()
}

fn top(row: &TollRow) -> u32 {
    row.high.unwrap_or_default().max(value(row))
}

/// Rows, best first: figures that stand before superseded ones, whole ones before parts, then the
/// better grade, the later receipt, the more origins with the same figure, the smaller claim id.
/// Low and high span the rows that stand and are as whole as the best.
fn toll(outcome: Outcome, victims: Victims, mut rows: Vec<TollRow>) -> Toll {
    let mut backing: BTreeMap<u32, BTreeSet<String>> = BTreeMap::new();
    for row in rows.iter().filter(|r| !r.superseded) {
        backing.entry(value(row)).or_default().insert(row.origin.clone());
    }
    let origins = |row: &TollRow| backing.get(&value(row)).map_or(0, BTreeSet::len);
    rows.sort_by(|a, b| {
        let rank = |r: &TollRow| {
            (r.superseded, r.subset, r.grade, Reverse(r.received), Reverse(origins(r)))
        };
        rank(a).cmp(&rank(b)).then_with(|| a.claim.cmp(&b.claim))
    });
    let standing = rows.iter().filter(|r| !r.superseded && r.subset == rows[0].subset);
    let low = standing.clone().map(value).min().unwrap_or_default();
    let high = standing.map(top).max().unwrap_or_default();
    let smallest = rows.iter().map(|r| r.claim.as_str()).min().unwrap_or_default();
    Toll {
        id: short_id("TOL", [smallest.as_bytes()]),
        outcome,
        victims,
        low,
        best: value(&rows[0]),
        high,
        method: method(&rows),
        rows,
        cumulative: false,
        place: None,
    }
}

fn method(rows: &[TollRow]) -> Bilingual {
    let grade = plain(rows[0].grade.to_string());
    let origins: BTreeSet<_> = rows.iter().map(|r| &r.origin).collect();
    let number = |n: usize, noun| Bilingual::new(n.to_string(), count(n, noun).en);
    let (figures, origins) = (number(rows.len(), "figure"), number(origins.len(), "origin"));
    let gone = rows.iter().filter(|r| r.superseded).count();
    let told = [("grade", &grade), ("figures", &figures), ("origins", &origins)];
    match (rows.len(), gone) {
        (1, _) => say("toll.single", &told[..1]),
        (_, 0) => say("toll.method", &told),
        _ => {
            let gone = plain(gone.to_string());
            say("toll.superseded", &[told[0], told[1], told[2], ("gone", &gone)])
        }
    }
}
