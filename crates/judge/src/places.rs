//! Which place holds which, and how far apart they are.

use hudna_model::{Place, PlaceLevel};

use crate::Context;
use crate::rules;

/// Parents beyond this are taken for a loop in the data.
const DEEPEST: usize = 16;

/// The place itself and all that hold it, nearest first; an id that no register holds stands alone.
pub(crate) fn chain<'a>(ctx: &Context<'a>, id: &'a str) -> Vec<&'a str> {
    let mut ids = vec![id];
    let mut at = ctx.places.get(id);
    while let Some(parent) = at.and_then(|p| p.parent.as_deref()) {
        if ids.len() == DEEPEST || ids.contains(&parent) {
            break;
        }
        ids.push(parent);
        at = ctx.places.get(parent);
    }
    ids
}

/// Whether `outer` is `inner` or holds it.
pub(crate) fn holds(ctx: &Context<'_>, outer: &str, inner: &str) -> bool {
    let mut at = Some(inner);
    for _ in 0..DEEPEST {
        match at {
            Some(id) if id == outer => return true,
            Some(id) => at = ctx.places.get(id).and_then(|p| p.parent.as_deref()),
            None => return false,
        }
    }
    false
}

/// Whether `inner` may lie in `outer`, where one text tells first the one and then the other: it is
/// held by it, or `outer` is a region without borders of the country (or governorate) that holds
/// `inner`. How far such a region goes nobody has drawn, so the text is taken at its word: no
/// distance speaks against it.
pub(crate) fn may_hold(ctx: &Context<'_>, outer: &str, inner: &str) -> bool {
    if holds(ctx, outer, inner) {
        return true;
    }
    let both = (ctx.places.get(outer), ctx.places.get(inner));
    matches!(both, (Some(region), Some(place)) if is_beside(ctx, region, place))
}

/// Whether the one is a region without borders, and the other a smaller place in what holds it.
fn is_beside(ctx: &Context<'_>, region: &Place, place: &Place) -> bool {
    region.level == PlaceLevel::Region
        && place.level < PlaceLevel::Region
        && region.parent.as_deref().is_some_and(|parent| holds(ctx, parent, &place.id))
}

/// What it tells that one report names a region without borders and another a place that may lie
/// in it: all of it within the region's reach, then less and less, nothing at twice that. So no
/// pair hangs on where exactly a region is thought to end.
fn around(ctx: &Context<'_>, region: &Place, place: &Place) -> Option<f64> {
    let reaches = distance_km(region, place) / reach_of_region(ctx, region);
    let worth = (2.0 - reaches).min(1.0);
    (is_beside(ctx, region, place) && worth > 0.0).then_some(rules::IN_REGION * worth)
}

/// How far from its point a region without borders goes: one of a country, or one inside of that.
fn reach_of_region(ctx: &Context<'_>, region: &Place) -> f64 {
    let parent = region.parent.as_ref().and_then(|id| ctx.places.get(id)).map(|p| p.level);
    match parent {
        Some(PlaceLevel::Country) => rules::REACH_REGION,
        _ => rules::REACH_COUNTRYSIDE,
    }
}

/// Whether a place is too large to tell two events apart: a region, a country, or an unknown id.
pub(crate) fn is_vague(ctx: &Context<'_>, id: &str) -> bool {
    let level = ctx.places.get(id).map(|p| p.level);
    level.is_none_or(|level| level >= PlaceLevel::Region)
}

/// Whether a place that was read from a name with so many candidates is certain: no others are
/// left when those are taken away that bear its name and hold it or lie in it, as a city and its
/// governorate do. A name read although a letter was off has a second candidate, and is uncertain.
/// A site in the agreement's country is certain: its name says what it is, as "Quds hospital" does,
/// and namesakes are those of other countries.
pub(crate) fn is_certain(ctx: &Context<'_>, id: &str, candidates: usize) -> bool {
    let Some(place) = ctx.places.get(id).filter(|_| candidates > 1) else { return true };
    if place.level == PlaceLevel::Site && holds(ctx, &ctx.agreement.country, id) {
        return true;
    }
    let same = |other: &&Place| {
        let (a, b) = (&other.name, &place.name);
        a.en == b.en || a.ar == b.ar
    };
    let around = chain(ctx, id).into_iter().filter_map(|id| ctx.places.get(id)).filter(same);
    candidates <= around.count() + inside(ctx, place).filter(same).count()
}

/// The places right in one that is larger than a settlement; of smaller ones none are asked for.
fn inside<'a>(ctx: &Context<'a>, place: &Place) -> impl Iterator<Item = &'a Place> {
    let large = place.level > PlaceLevel::Settlement;
    let all = large.then(|| ctx.places.values()).into_iter().flatten();
    all.filter(move |p| p.parent.as_ref() == Some(&place.id))
}

/// The area of the agreement that holds the place, else the place of the areas' level.
pub(crate) fn area_of(ctx: &Context<'_>, id: &str) -> Option<String> {
    let areas = &ctx.agreement.areas;
    let ids = chain(ctx, id);
    let listed = ids.iter().find(|id| areas.list.iter().any(|a| a == *id));
    let level = |id: &&&str| ctx.places.get(**id).is_some_and(|p| p.level == areas.level);
    listed.or_else(|| ids.iter().find(level)).map(|id| (*id).to_owned())
}

/// Whether a place belongs to an area: to one that the agreement lists, where that is the area
/// that holds it; to any other place where it lies in it.
pub(crate) fn belongs(ctx: &Context<'_>, place: &str, area: &str) -> bool {
    match is_listed(ctx, area) {
        true => area_of(ctx, place).as_deref() == Some(area),
        false => holds(ctx, area, place),
    }
}

/// Whether the agreement lists it among its areas.
pub(crate) fn is_listed(ctx: &Context<'_>, area: &str) -> bool {
    ctx.agreement.areas.list.iter().any(|a| a == area)
}

/// Kilometres on the great circle (haversine, mean radius 6371 km).
pub(crate) fn distance_km(a: &Place, b: &Place) -> f64 {
    let (lat_a, lat_b) = (a.lat.to_radians(), b.lat.to_radians());
    let half_lat = ((lat_b - lat_a) / 2.0).sin().powi(2);
    let half_lon = ((b.lon - a.lon).to_radians() / 2.0).sin().powi(2);
    let h = half_lat + lat_a.cos() * lat_b.cos() * half_lon;
    2.0 * 6371.0 * h.sqrt().min(1.0).asin()
}

/// How far from its point a place of that level is still told by its name; none for levels whose
/// point stands for nothing.
fn reach_km(level: PlaceLevel) -> Option<f64> {
    match level {
        PlaceLevel::Site => Some(rules::REACH_SITE),
        PlaceLevel::Neighbourhood => Some(rules::REACH_NEIGHBOURHOOD),
        PlaceLevel::Line | PlaceLevel::Settlement => Some(rules::REACH_SETTLEMENT),
        _ => None,
    }
}

/// How much it tells that two claims name the same place of that level.
fn same(level: PlaceLevel) -> f64 {
    match level {
        PlaceLevel::Site | PlaceLevel::Neighbourhood => rules::SAME_NEIGHBOURHOOD,
        PlaceLevel::Line | PlaceLevel::Settlement => rules::SAME_SETTLEMENT,
        PlaceLevel::District => rules::SAME_DISTRICT,
        PlaceLevel::Governorate => rules::SAME_GOVERNORATE,
        PlaceLevel::Region => rules::SAME_REGION,
        PlaceLevel::Country => rules::SAME_COUNTRY,
    }
}

/// How much it tells that one claim's place lies in the other's, by the outer one's level.
fn nested(level: PlaceLevel) -> Option<f64> {
    match level {
        PlaceLevel::Site | PlaceLevel::Line | PlaceLevel::Neighbourhood => {
            Some(rules::IN_NEIGHBOURHOOD)
        }
        PlaceLevel::Settlement => Some(rules::IN_SETTLEMENT),
        PlaceLevel::District => Some(rules::IN_DISTRICT),
        PlaceLevel::Governorate => Some(rules::SAME_GOVERNORATE),
        PlaceLevel::Region => Some(rules::IN_REGION),
        PlaceLevel::Country => Some(rules::IN_COUNTRY),
    }
}

/// How well two known places agree, 0 to 1; none when they exclude each other.
pub(crate) fn agreement(ctx: &Context<'_>, a: &str, b: &str) -> Option<f64> {
    if a == b {
        return Some(same(ctx.places.get(a).map_or(PlaceLevel::Settlement, |p| p.level)));
    }
    let (pa, pb) = (ctx.places.get(a)?, ctx.places.get(b)?);
    if holds(ctx, a, b) {
        return nested(pa.level);
    }
    if holds(ctx, b, a) {
        return nested(pb.level);
    }
    if let Some(worth) = around(ctx, pa, pb).or_else(|| around(ctx, pb, pa)) {
        return Some(worth);
    }
    let reach = reach_km(pa.level.max(pb.level))?;
    let near = 1.0 - distance_km(pa, pb) / reach;
    (near > 0.0).then_some(rules::NEAR * near)
}
