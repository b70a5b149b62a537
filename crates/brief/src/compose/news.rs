//! Claims of the last week that are told: by what they say, so that the same thing told twice is one
//! sentence that cites both.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use hudna_model::{Bilingual, FiledClaim, Modality};

use super::{events, meetings, statements};
use crate::brief::{CiteKind, Cites};
use crate::say::{Line, Speaker};

/// Claims older than this are history: one week, as for states.
const NEWS_FOR: i64 = 7 * 24 * 3600;

/// Claims that say the same, newest first.
pub(super) type Group<'s> = Vec<&'s FiledClaim>;

/// The truce's events, meetings and statements; then the reports that have more of them.
pub(super) fn lines(speaker: &Speaker<'_>) -> Vec<Line> {
    let mut lines = events::lines(speaker);
    lines.extend(meetings::lines(speaker));
    lines.extend(statements::lines(speaker));
    let rest = further(speaker, &lines);
    lines.extend(rest);
    lines
}

/// Recent claims of the kind that are neither history nor a condition.
pub(super) fn recent<'s>(speaker: &Speaker<'s>, kind: &str) -> Vec<&'s FiledClaim> {
    let since = speaker.situation.as_of.plus_seconds(-NEWS_FOR);
    let told = |f: &&FiledClaim| {
        let history = f.claim.background || f.claim.modality == Modality::Hypothetical;
        f.claim.body.kind() == kind && !history && f.received >= since
    };
    let mut claims: Vec<&FiledClaim> = speaker.situation.claims.values().filter(told).collect();
    claims.sort_by_key(|f| (Reverse(f.received), f.claim.id.as_str()));
    claims
}

/// Claims with the same key as one group; groups and their members newest first.
pub(super) fn groups<'s, K: Ord + Clone>(
    claims: Vec<&'s FiledClaim>,
    key: impl Fn(&FiledClaim) -> Option<K>,
) -> Vec<(K, Group<'s>)> {
    let mut order: Vec<K> = Vec::new();
    let mut by_key: BTreeMap<K, Group<'s>> = BTreeMap::new();
    for claim in claims {
        let Some(key) = key(claim) else { continue };
        let group = by_key.entry(key.clone()).or_default();
        if group.is_empty() {
            order.push(key);
        }
        group.push(claim);
    }
    order.into_iter().filter_map(|key| by_key.remove_entry(&key)).collect()
}

/// How it stands to the world, where the words before it do not say so already.
pub(super) fn reserve(speaker: &Speaker<'_>, filed: &FiledClaim, said: &str) -> Option<Bilingual> {
    let modality = filed.claim.modality;
    let new =
        !matches!(modality, Modality::Actual | Modality::Planned) && modality.as_str() != said;
    new.then(|| speaker.label(modality))
}

/// The reports whose claims of these kinds are not cited by a sentence.
fn further(speaker: &Speaker<'_>, lines: &[Line]) -> Option<Line> {
    let cited = |f: &&FiledClaim| {
        let mut cites = lines.iter().flat_map(|line| line.cites.iter());
        cites.any(|c| c.kind == CiteKind::Claim && c.id == f.claim.id)
    };
    let all = ["truce", "meeting", "statement"].iter().flat_map(|kind| recent(speaker, kind));
    let reports = all.filter(|f| !cited(f)).map(|f| &f.report);
    let cites = Cites::of(speaker.cites(CiteKind::Report, reports))?;
    Some(Line { text: speaker.clauses(vec![speaker.say("t-rest", &[])]), cites })
}
