//! Whether a report is about armed conflict at all. Sport, weather, trade, illness and art have
//! their attacks, sieges and truces too; what tells them apart is who is named: forces, parties,
//! states and weapons stand close in reports of a conflict, and words of other fields do not.

use hudna_model::PartyKind;

use crate::doc::{Doc, Mention};

/// Shortest report that is judged by how close such words stand, in tokens.
const LONG: usize = 100;

/// How many such words a longer report has at least in a hundred tokens. In harmless prose there
/// are fewer than 1.2, in nine of ten annotated reports with facts more than 2.
const LEAST_IN_HUNDRED: usize = 1;

/// Whether the report names enough of those who fight or make peace.
pub(super) fn is_conflict(doc: &Doc<'_>) -> bool {
    let (mut named, mut unrelated) = (0, 0);
    for mention in &doc.mentions {
        named += usize::from(names_a_side(doc, mention));
        unrelated += usize::from(strong(doc, mention, &["unrelated"]));
    }
    let weight = named.saturating_sub(unrelated);
    if doc.tokens.len() < LONG {
        return named > 0 || unrelated == 0;
    }
    weight * 100 >= doc.tokens.len() * LEAST_IN_HUNDRED
}

/// A party to conflicts or their diplomacy, a force, a weapon, a truce.
fn names_a_side(doc: &Doc<'_>, mention: &Mention) -> bool {
    use PartyKind::*;
    let side = |kind| matches!(kind, State | Force | ArmedGroup | Political | Body | Person);
    mention.parties(doc.lang).any(|f| side(doc.pack.parties[f.party].kind))
        || strong(doc, mention, &["force", "weapon", "truce"])
}

fn strong(doc: &Doc<'_>, mention: &Mention, classes: &[&str]) -> bool {
    let mut known = mention.lexemes(doc.lang).map(|(l, _)| l);
    known.any(|l| l.tag("weak").is_none() && classes.iter().any(|c| l.is(c)))
}
