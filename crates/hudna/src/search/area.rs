//! Which place lies in which.

use hudna_model::{Place, Situation};

/// Parents beyond this are taken for a loop in the data.
const DEEPEST: usize = 16;

/// The id itself and the ids of all that hold the place, nearest first.
pub(super) fn chain<'s>(s: &'s Situation, id: &'s str) -> impl Iterator<Item = &'s str> {
    let parent = |id: &&'s str| s.places.get(*id).and_then(|p| p.parent.as_deref());
    std::iter::successors(Some(id), parent).take(DEEPEST)
}

/// The area of the agreement that holds the place, else the place of the areas' level.
pub(super) fn area_of<'s>(s: &'s Situation, id: &'s str) -> Option<&'s str> {
    let areas = &s.agreement.areas;
    let listed = chain(s, id).find(|id| areas.list.iter().any(|a| a == id));
    let level = |p: &Place| p.level == areas.level;
    listed.or_else(|| chain(s, id).find(|id| s.places.get(*id).is_some_and(level)))
}
