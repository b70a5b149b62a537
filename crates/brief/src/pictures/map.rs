//! The map of the areas by state, with incidents on it. North is up; never mirrored.

mod marks;
mod said;

pub(super) use marks::sign;

use hudna_model::{AreaState, AreaStatus, Situation};

use super::geometry::{Polygons, Projection, path, room};
use super::legend::Legend;
use super::svg::{Frame, Svg, Type, escape, width_of};
use super::told::thin;
use super::{Look, MARGIN, WIDTH};
use crate::messages::Messages;

/// What is drawn beside the states.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct MapOf {
    /// What stands before an area's place id in its link, as `/areas/`; none for no links.
    pub areas_href: Option<String>,
    /// Incidents, those of one spot already put together.
    pub points: Vec<Point>,
    /// Place id of the one area that is drawn large; one without an outline is as none.
    pub focus: Option<String>,
}

/// Incidents at one spot.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Point {
    /// Degrees north.
    pub lat: f64,
    /// Degrees east.
    pub lon: f64,
    /// How many; the number is written where there are two or more.
    pub n: u32,
    /// How far off the true place may be; none for a place known as well as the map shows it.
    pub radius_km: Option<f64>,
    /// Where it leads.
    pub href: Option<String>,
    /// What is read aloud in its place.
    pub title: String,
    /// Whether it is marked as grave.
    pub grave: bool,
}

/// Room for the drawing, picture units, and beside it for names that do not fit inside.
const WIDE: f64 = 520.0;
const HIGH: f64 = 500.0;
/// Sizes of type that are tried for names inside; names beside are set in the last.
const SIZES: [f64; 3] = [14.0, 12.0, 10.5];
/// Height of a mark above a name, in sizes of type.
const STACKED: f64 = 3.0;
/// Distance of names beside the drawing.
const GAP: f64 = 26.0;
/// With more areas than this, names that do not fit inside are left to the titles.
const NAMED: usize = 40;
/// Corners of a ring that are looked at for where a name finds room.
const CORNERS: usize = 80;

/// Where an area and its name stand.
struct Placed<'a> {
    area: &'a AreaState,
    polygons: Polygons,
    at: [f64; 2],
    size: f64,
    inside: bool,
}

struct Plan<'a> {
    projection: Projection,
    /// The drawing's left upper corner and size.
    left: f64,
    top: f64,
    wide: f64,
    high: f64,
    areas: Vec<Placed<'a>>,
}

impl Plan<'_> {
    fn page(&self, at: [f64; 2]) -> [f64; 2] {
        let [x, y] = self.projection.page(at);
        [x + self.left, y + self.top]
    }
}

/// Draws the map; none when no area has an outline.
pub fn map(situation: &Situation, of: &MapOf, look: &Look, messages: &Messages) -> Option<String> {
    let plan = plan(situation, of, look)?;
    let legend = Legend::new(said::entries(&plan, of, look, messages));
    let bottom = plan.top + plan.high + MARGIN;
    let height = bottom + 6.0 + legend.height() + MARGIN;
    let title = said::title(situation, look, messages);
    let frame = Frame { height, group: true };
    let mut svg = Svg::framed(look, frame, &title, &said::told(&plan, look, messages));
    marks::patterns(&mut svg, [0.0, plan.top - 6.0, WIDTH, plan.high + 12.0]);
    if look.heading {
        let x = super::frame::Line::of(look).at(MARGIN);
        svg.text(Type { x, y: 21.0, size: 13.0, anchor: "start", class: "strong" }, &title);
    }
    let clip = svg.reference("clip");
    svg.put(&format!("<g clip-path=\"{clip}\">"));
    plan.areas.iter().for_each(|area| land(&mut svg, area, of, look, messages));
    marks::precisions(&mut svg, &plan, of);
    labels(&mut svg, &plan, of.focus.is_some(), look, messages);
    marks::points(&mut svg, &plan, of);
    svg.put("</g>");
    legend.draw(&mut svg, look, bottom + 6.0);
    Some(svg.finish())
}

fn plan<'a>(situation: &'a Situation, of: &MapOf, look: &Look) -> Option<Plan<'a>> {
    let shapes = &situation.shapes;
    let focus = of.focus.as_ref().filter(|id| shapes.iter().any(|s| s.area == **id));
    let drawn = shapes.iter().filter(|s| focus.is_none_or(|id| s.area == *id));
    let corners = drawn.flat_map(|s| s.polygons.iter().flatten().flatten());
    let finite = corners.filter(|p| p.iter().all(|n| n.is_finite()));
    let (projection, wide, high) = Projection::fit(finite, WIDE, HIGH)?;
    let (left, top) = ((WIDTH - wide) / 2.0, if look.heading { 40.0 } else { 14.0 });
    let mut plan = Plan { projection, left, top, wide, high, areas: Vec::new() };
    for shape in shapes {
        let Some(area) = situation.areas.iter().find(|a| a.area == shape.area) else { continue };
        let project = |ring: &Vec<[f64; 2]>| ring.iter().map(|p| plan.page(*p)).collect();
        let polygons: Polygons =
            shape.polygons.iter().map(|rings| rings.iter().map(project).collect()).collect();
        plan.areas.extend(place(area, polygons, look));
    }
    (!plan.areas.is_empty()).then_some(plan)
}

/// An area with its name inside at the largest size that fits, else only its mark.
fn place<'a>(area: &'a AreaState, polygons: Polygons, look: &Look) -> Option<Placed<'a>> {
    let letters = width_of(area.name.get(look.lang), 1.0);
    let (at, high) = room(&coarse(&polygons), (letters / STACKED).max(0.5))?;
    let fits = SIZES.iter().copied().find(|size| size * STACKED <= high);
    let size = fits.unwrap_or(SIZES[SIZES.len() - 1]);
    Some(Placed { area, polygons, at, size, inside: fits.is_some() })
}

/// Fewer corners, enough to tell where there is room.
fn coarse(polygons: &Polygons) -> Polygons {
    let thin = |ring: &Vec<[f64; 2]>| -> Vec<[f64; 2]> {
        ring.iter().step_by(ring.len().div_ceil(CORNERS).max(1)).copied().collect()
    };
    polygons.iter().map(|rings| rings.iter().map(thin).collect()).collect()
}

fn land(svg: &mut Svg, placed: &Placed<'_>, of: &MapOf, look: &Look, messages: &Messages) {
    let (area, d) = (placed.area, path(&placed.polygons));
    let title = escape(&said::area(area, look, messages));
    match &of.areas_href {
        Some(before) => {
            let href = escape(&format!("{before}{}", area.area));
            svg.put(&format!("<a href=\"{href}\" aria-label=\"{title}\"><title>{title}</title>"));
        }
        None => svg.put(&format!("<g><title>{title}</title>")),
    }
    let (status, fill) = (area.status.as_str(), marks::fill(area.status));
    svg.put(&format!(
        "<path class=\"land f-{status}\" fill=\"{fill}\" stroke=\"#fffefb\" stroke-width=\"1.4\" \
         stroke-linejoin=\"round\" d=\"{d}\"/>"
    ));
    let over = match area.status {
        AreaStatus::NotCovered => Some("dots"),
        AreaStatus::NoData => Some("hatch"),
        _ => thin(area).then_some("hatch"),
    };
    if let Some(over) = over.map(|name| svg.reference(name)) {
        svg.put(&format!("<path class=\"p-over\" fill=\"{over}\" opacity=\"0.6\" d=\"{d}\"/>"));
    }
    svg.put(if of.areas_href.is_some() { "</a>" } else { "</g>" });
}

/// Marks and names; the pointer passes through them to the areas.
fn labels(svg: &mut Svg, plan: &Plan<'_>, focused: bool, look: &Look, messages: &Messages) {
    svg.put("<g class=\"p-names\" pointer-events=\"none\" aria-hidden=\"true\">");
    let beside = !focused && plan.areas.len() <= NAMED;
    for placed in &plan.areas {
        let ([x, y], size) = (placed.at, placed.size);
        let letter = said::letter(placed.area.status, look, messages);
        if placed.inside {
            marks::sign(svg, placed.area.status, &letter, [x, y - size * 0.7], size / 13.0);
            let at = Type { x, y: y + size * 1.2, size, anchor: "middle", class: "strong" };
            svg.halo(at, placed.area.name.get(look.lang));
        } else if !beside {
            marks::sign(svg, placed.area.status, &letter, [x, y], 0.55);
        }
    }
    if beside {
        side(svg, plan, true, look, messages);
        side(svg, plan, false, look, messages);
    }
    svg.put("</g>");
}

/// Names beside the drawing, one under another, each with a line to its area.
fn side(svg: &mut Svg, plan: &Plan<'_>, on_left: bool, look: &Look, messages: &Messages) {
    let middle = plan.left + plan.wide / 2.0;
    let mut areas: Vec<&Placed<'_>> =
        plan.areas.iter().filter(|a| !a.inside && (a.at[0] < middle) == on_left).collect();
    areas.sort_by(|a, b| a.at[1].total_cmp(&b.at[1]));
    let gap = GAP.min(plan.high / areas.len().max(1) as f64);
    let (mut next, mut rest) = (plan.top + gap / 2.0, areas.len() as f64 * gap);
    let (x, out) =
        if on_left { (plan.left - 12.0, -1.0) } else { (plan.left + plan.wide + 12.0, 1.0) };
    // An anchor is said in the direction of the language.
    let anchor = if on_left == (look.lang == hudna_model::Lang::Ar) { "start" } else { "end" };
    for placed in areas {
        let y = placed.at[1].clamp(next, (plan.top + plan.high - rest + gap / 2.0).max(next));
        (next, rest) = (y + gap, rest - gap);
        svg.path("leader", &[placed.at, [x, y]], false);
        svg.dot(placed.at[0], placed.at[1], 2.4);
        let letter = said::letter(placed.area.status, look, messages);
        marks::sign(svg, placed.area.status, &letter, [x + out * 13.0, y], 0.75);
        let at = Type { x: x + out * 30.0, y: y + 4.0, size: 11.0, anchor, class: "strong" };
        svg.halo(at, placed.area.name.get(look.lang));
    }
}

/// Whether there is something to draw, and a place for it.
fn drawable(point: &Point) -> bool {
    point.n > 0 && point.lat.is_finite() && point.lon.is_finite()
}
