//! Who belongs to whom, who speaks for whom, and who is bound.

use hudna_model::agreement::UnknownMembership;
use hudna_model::{Membership, PartyKind, Role};

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
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) enum Standing<'a> {
    /// Bound by it, or a guarantor that fights as well.
    Bound(&'a Membership),
    /// Not known, and by the agreement's own rule taken for bound.
    Presumed,
    /// Left out by it, with the citation.
    Excluded(&'a str),
    /// Stands behind it and is not named as fighting, with the citation.
    Guarantor(&'a str),
    /// Stands outside it, with the citation; without one, by the agreement's own rule.
    Outside(Option<&'a str>),
    /// Nobody knows.
    Unknown,
}

impl Standing<'_> {
    /// The citation; empty where there is none.
    pub(crate) fn source(&self) -> &str {
        match self {
            Standing::Bound(member) => &member.source,
            Standing::Excluded(s) | Standing::Guarantor(s) => s,
            Standing::Outside(s) => s.unwrap_or_default(),
            Standing::Presumed | Standing::Unknown => "",
        }
    }

    /// Whether the terms bind it.
    pub(crate) fn binds(self) -> bool {
        matches!(self, Standing::Bound(_) | Standing::Presumed)
    }
}

/// The standing of a party on an ISO day, by the nearest in its chain that the agreement names.
pub(crate) fn standing<'a>(ctx: &Context<'a>, id: &str, day: Option<&str>) -> Standing<'a> {
    for at in chain(ctx, id) {
        if let Some(source) = excluded(ctx, at, day) {
            return Standing::Excluded(source);
        }
        if let Some(found) = member(ctx, at, day) {
            return found;
        }
    }
    match ctx.agreement.unknown_membership {
        UnknownMembership::PresumedBound if can_be_bound(ctx, id) => Standing::Presumed,
        UnknownMembership::PresumedOutside if can_be_bound(ctx, id) => Standing::Outside(None),
        _ => Standing::Unknown,
    }
}

fn excluded<'a>(ctx: &Context<'a>, party: &str, day: Option<&str>) -> Option<&'a str> {
    let agreement = ctx.agreement;
    let named = agreement.exclusions.iter().find(|e| e.names(party, day)).map(|e| &e.source);
    let entries = agreement.external_lists.iter().flat_map(|l| &l.entries);
    let listed = || entries.clone().find(|e| e.names(party, day)).map(|e| &e.source);
    named.or_else(listed).map(String::as_str)
}

/// What the agreement says of a party on a day; none when it does not name it. One that it names
/// for other days only is unknown on this one.
fn member<'a>(ctx: &Context<'a>, party: &str, day: Option<&str>) -> Option<Standing<'a>> {
    let mut named = ctx.agreement.parties.iter().filter(|m| m.party == party).peekable();
    named.peek()?;
    let Some(member) = named.find(|m| m.holds_on(day)) else { return Some(Standing::Unknown) };
    Some(match member.role {
        Role::Bound => Standing::Bound(member),
        Role::Guarantor if member.belligerent => Standing::Bound(member),
        Role::Guarantor => Standing::Guarantor(&member.source),
        Role::NonSignatory => Standing::Outside(Some(&member.source)),
    })
}

/// Whether the party is one of those, or belongs to one of them.
pub(crate) fn one_of(ctx: &Context<'_>, id: &str, parties: &[String]) -> bool {
    chain(ctx, id).into_iter().any(|at| parties.iter().any(|p| p == at))
}

/// Whether the party can be bound by an agreement: it fights or governs.
pub(crate) fn can_be_bound(ctx: &Context<'_>, id: &str) -> bool {
    use PartyKind::{ArmedGroup, Force, Political, State};
    let kind = ctx.parties.get(id).map(|p| p.kind);
    matches!(kind, Some(State | Force | ArmedGroup | Political))
}
