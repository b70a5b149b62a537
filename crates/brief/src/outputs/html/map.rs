//! The map of the areas: drawn as vector shapes, with names inside where they fit.

use hudna_model::{AreaState, AreaStatus, Bilingual, Situation};
use serde::Serialize;

use super::view::StatusView;
use crate::messages::Messages;
use crate::pictures::geometry::{Polygons, Projection, path, room};
use crate::pictures::told::thin;

/// Size of the drawing without callouts, page units.
const WIDTH: f64 = 600.0;
const HEIGHT: f64 = 560.0;
/// Room beside the drawing for names that do not fit inside.
const MARGIN: f64 = 124.0;
/// Sizes of type that are tried for names inside, page units; callouts are set in the last.
const SIZES: [f64; 3] = [14.0, 12.0, 10.5];
/// A letter's usual width as a share of the size of type, for both scripts.
const LETTER: f64 = 0.54;
/// Height of a label inside in sizes of type: the mark above two names, or beside them.
const STACKED: f64 = 3.9;
const BESIDE: f64 = 2.5;
/// Width of the mark beside the names, in sizes of type.
const MARK: f64 = 2.7;
/// Distance between callouts, page units.
const GAP: f64 = 38.0;

/// The drawing.
#[derive(Debug, Serialize)]
pub(super) struct MapView {
    left: f64,
    top: f64,
    width: f64,
    height: f64,
    areas: Vec<MapArea>,
}

#[derive(Debug, Serialize)]
struct MapArea {
    id: String,
    name: Bilingual,
    status: StatusView,
    thin: bool,
    path: String,
    x: f64,
    y: f64,
    size: f64,
    /// The mark stands before the names, this far from their middle.
    beside: Option<f64>,
    callout: Option<Callout>,
}

/// A name set beside the drawing, with a line to its area.
#[derive(Debug, Serialize)]
struct Callout {
    x: f64,
    y: f64,
    anchor: &'static str,
}

/// The map; none when no area has an outline.
pub(super) fn draw(situation: &Situation, messages: &Messages) -> Option<MapView> {
    let points = situation.shapes.iter().flat_map(|s| s.polygons.iter().flatten().flatten());
    let (projection, width, height) = Projection::fit(points, WIDTH, HEIGHT)?;
    let mut areas: Vec<MapArea> = situation
        .shapes
        .iter()
        .filter_map(|shape| {
            let area = situation.areas.iter().find(|a| a.area == shape.area)?;
            let project = |ring: &Vec<[f64; 2]>| ring.iter().map(|p| projection.page(*p)).collect();
            let polygons: Polygons =
                shape.polygons.iter().map(|rings| rings.iter().map(project).collect()).collect();
            place(area, &polygons, messages)
        })
        .collect();
    let left = spread(&mut areas, width, height, true);
    let right = spread(&mut areas, width, height, false);
    let margin = |callouts: bool| if callouts { MARGIN } else { 6.0 };
    Some(MapView {
        left: -margin(left),
        top: -6.0,
        width: width + margin(left) + margin(right),
        height: height + 12.0,
        areas,
    })
}

/// An area with its names inside at the largest size that fits, else marked for a callout.
fn place(area: &AreaState, polygons: &Polygons, messages: &Messages) -> Option<MapArea> {
    let letters = area.name.en.chars().count().max(area.name.ar.chars().count()) as f64;
    let names = letters * LETTER;
    let stacked = room(polygons, (names / STACKED).max(0.4))?;
    let beside = room(polygons, (names + MARK) / BESIDE)?;
    let fits = |size: &f64| {
        if size * STACKED <= stacked.1 {
            return Some((stacked.0, *size, None));
        }
        let shift = (names / 2.0 + MARK - 1.85) * size;
        (size * BESIDE <= beside.1).then_some((beside.0, *size, Some(shift)))
    };
    let inside = SIZES.iter().find_map(fits);
    let (at, size, beside) = match inside {
        Some(found) => found,
        None => (room(polygons, 1.0)?.0, SIZES[SIZES.len() - 1], None),
    };
    let callout = inside.is_none().then_some(Callout { x: 0.0, y: at[1], anchor: "end" });
    Some(MapArea {
        id: area.id.clone(),
        name: area.name.clone(),
        status: StatusView::of(area.status, messages),
        thin: thin(area) && area.status != AreaStatus::NoData,
        path: path(polygons),
        x: at[0],
        y: at[1],
        size,
        beside,
        callout,
    })
}

/// Sets the callouts of one side one under another; says whether there are any.
fn spread(areas: &mut [MapArea], width: f64, height: f64, on_left: bool) -> bool {
    let of_side = |a: &MapArea| a.callout.is_some() && (a.x < width / 2.0) == on_left;
    let mut side: Vec<&mut MapArea> = areas.iter_mut().filter(|a| of_side(a)).collect();
    side.sort_by(|a, b| a.y.total_cmp(&b.y));
    let mut next = GAP / 2.0;
    let mut room_left = side.len() as f64 * GAP;
    for area in &mut side {
        let lowest = (height - room_left + GAP / 2.0).max(next);
        let y = area.y.clamp(next, lowest);
        next = y + GAP;
        room_left -= GAP;
        let (x, anchor) = if on_left { (-14.0, "end") } else { (width + 14.0, "start") };
        area.callout = Some(Callout { x, y, anchor });
    }
    !side.is_empty()
}
