//! Who belongs to whom, who speaks for whom, and who is bound.

use hudna_model::PartyKind;

use crate::Context;

/// Parents beyond this are taken for a loop in the data.
const DEEPEST: usize = 16;

/// The party itself and all that it belongs to, nearest first.
pub(crate) fn chain<'a>(ctx: &Context<'a>, id: &'a str) -> Vec<&'a str> {
    let mut ids = vec![id];
    let mut at = ctx.parties.get(id);
    while let Some(parent) = at.and_then(|p| p.parent.as_deref()) {
        if ids.len() == DEEPEST || ids.contains(&parent) {
            break;
        }
        ids.push(parent);
        at = ctx.parties.get(parent);
    }
    ids
}

/// Whether one is the other or belongs to it.
pub(crate) fn related(ctx: &Context<'_>, a: &str, b: &str) -> bool {
    chain(ctx, a).contains(&b) || chain(ctx, b).contains(&a)
}

/// Whose voice it is when `id` speaks: persons, outlets, forces, organs of a state and a state's
/// own monitors speak for what they belong to; armed groups of one alliance speak for themselves.
pub(crate) fn voice(ctx: &Context<'_>, id: &str) -> String {
    use PartyKind::{Force, Media, Monitor, Person, State};
    let speaks_for = |id: &&&str| {
        let kind = ctx.parties.get(**id).map(|p| p.kind);
        matches!(kind, Some(Person | Media | Force | State | Monitor))
    };
    let ids = chain(ctx, id);
    let climbed = ids.iter().take_while(speaks_for).count();
    ids[climbed.min(ids.len() - 1)].to_owned()
}

/// How a party stands to the agreement.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Standing<'a> {
    /// Bound by it, or a guarantor that fights as well; with the citation.
    Bound(&'a str),
    /// Left out by it, with the citation.
    Excluded(&'a str),
    /// Stands behind it and is not named as fighting.
    Guarantor(&'a str),
    /// Nobody knows.
    Unknown,
}

/// The standing of a party on an ISO day, by the nearest in its chain that the agreement names.
pub(crate) fn standing<'a>(ctx: &Context<'a>, id: &str, day: Option<&str>) -> Standing<'a> {
    let agreement = ctx.agreement;
    for at in chain(ctx, id) {
        if let Some(out) = agreement.exclusions.iter().find(|e| e.party == at) {
            return Standing::Excluded(&out.source);
        }
        if let Some(member) = agreement.parties.iter().find(|m| m.party == at) {
            let joined = match (&member.since, day) {
                (Some(since), Some(day)) => since.as_str() <= day,
                _ => true,
            };
            return match member.role.as_str() {
                _ if !joined => Standing::Unknown,
                "bound" => Standing::Bound(&member.source),
                _ if member.belligerent => Standing::Bound(&member.source),
                _ => Standing::Guarantor(&member.source),
            };
        }
    }
    Standing::Unknown
}

/// Whether the party can be bound by an agreement: it fights or governs.
pub(crate) fn can_be_bound(ctx: &Context<'_>, id: &str) -> bool {
    use PartyKind::{ArmedGroup, Force, Political, State};
    let kind = ctx.parties.get(id).map(|p| p.kind);
    matches!(kind, Some(State | Force | ArmedGroup | Political))
}
