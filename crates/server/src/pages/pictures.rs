//! Pictures of the model for pages. Time runs from left to right in both languages.

use std::collections::BTreeMap;

use hudna::model::{AreaState, Incident, Outcome, PlaceLevel, Situation};
use hudna::search::Found;
use hudna_brief::pictures::of::{self, MapOf, Point};
use hudna_brief::pictures::{Flow, Look};

use super::shared::{href, place, worst};
use crate::desk::Ctx;

/// How far from its point an incident may have been, by how exactly its place is told, km. A
/// district and more is drawn as the area that it is.
fn radius(level: PlaceLevel) -> Option<f64> {
    match level {
        PlaceLevel::Site => Some(0.5),
        PlaceLevel::Neighbourhood => Some(1.5),
        PlaceLevel::Line | PlaceLevel::Settlement => Some(4.0),
        _ => None,
    }
}

fn look(ctx: &Ctx<'_>, id: &str) -> Look {
    Look::new(ctx.say().lang, id).flow(Flow::LeftToRight)
}

/// States of areas day by day.
pub fn ribbon(ctx: &Ctx<'_>, areas: &[&AreaState]) -> Option<String> {
    of::ribbon(areas, &look(ctx, "states"), ctx.say().messages())
}

/// States of an area day by day.
pub fn history(ctx: &Ctx<'_>, a: &AreaState) -> Option<String> {
    of::ribbon_of(a, &look(ctx, "history"), ctx.say().messages())
}

/// The alarm of an area.
pub fn alarm(ctx: &Ctx<'_>, a: &AreaState) -> Option<String> {
    of::alarm(a, &look(ctx, "alarm"), ctx.say().messages())
}

/// The outlook of an area.
pub fn fan(ctx: &Ctx<'_>, a: &AreaState) -> Option<String> {
    of::fan(a, &look(ctx, "fan"), ctx.say().messages())
}

/// The areas by their states, with what is newest in each.
pub fn map(ctx: &Ctx<'_>, focus: Option<&str>) -> Option<String> {
    let s = ctx.situation();
    let asker = &ctx.ask.asker;
    let own = s.areas.iter().filter(|a| asker.sees_area(Some(&a.area)));
    let week = own.flat_map(|a| super::overview::drivers(ctx, a));
    let week = week.filter(|i| asker.sees_area(i.area.as_deref()));
    draw(ctx, points(ctx, week), focus)
}

/// The incidents of a page of a list.
pub fn incidents(ctx: &Ctx<'_>, found: &Found) -> Option<String> {
    let s = ctx.situation();
    draw(ctx, points(ctx, found.positions.iter().map(|at| &s.incidents[*at])), None)
}

fn draw(ctx: &Ctx<'_>, points: Vec<Point>, focus: Option<&str>) -> Option<String> {
    let of_map =
        MapOf { areas_href: Some("/areas/".to_owned()), points, focus: focus.map(str::to_owned) };
    of::map(ctx.situation(), &of_map, &look(ctx, "map"), ctx.say().messages())
}

/// Incidents by their place, each place once.
fn points<'s>(ctx: &Ctx<'_>, all: impl Iterator<Item = &'s Incident>) -> Vec<Point> {
    let s: &Situation = ctx.situation();
    let mut by_place: BTreeMap<&str, Vec<&Incident>> = BTreeMap::new();
    for i in all {
        if let Some(id) = i.place.as_deref() {
            by_place.entry(id).or_default().push(i);
        }
    }
    let point = |(id, all): (&str, Vec<&Incident>)| {
        let at = s.places.get(id)?;
        let radius_km = radius(at.level)?;
        let dead = |i: &&Incident| worst(i, Outcome::Killed).is_some_and(|t| t.best > 0);
        let name = place(ctx.say(), s, Some(id), None);
        // What is drawn in the circle stands in its name, too.
        let shown = ctx.say().number(all.len() as f64);
        let n = ctx.say().text("n-incidents", &[("n", all.len().into())]);
        let name = if all.len() > 1 { format!("{name} {shown}") } else { name };
        let to = match all[..] {
            [one] => href(&one.id),
            _ => format!("/incidents?place={id}"),
        };
        Some(Point {
            lat: at.lat,
            lon: at.lon,
            n: all.len() as u32,
            radius_km: Some(radius_km),
            href: Some(to),
            title: format!("{name}: {n}"),
            grave: all.iter().any(dead),
        })
    };
    by_place.into_iter().filter_map(point).collect()
}
