//! The signs of states and the circles of incidents.

use hudna_model::AreaStatus;

use super::{MapOf, Plan, Point, drawable};
use crate::pictures::paint::paint;
use crate::pictures::svg::{Svg, Type, escape, short};

/// Radius of a single incident, by how much it grows with the root of their number, and the most.
const ONE: f64 = 4.5;
const GROWS: f64 = 2.6;
const MOST: f64 = 20.0;

/// Hatching and dots, and the box that everything stays in.
pub(super) fn patterns(svg: &mut Svg, [x, y, wide, high]: [f64; 4]) {
    let (dots, clip) = (svg.id("dots"), svg.id("clip"));
    let (x, y, w, h) = (short(x), short(y), short(wide), short(high));
    svg.put(&format!(
        "<defs><pattern id=\"{dots}\" width=\"9\" height=\"9\" patternUnits=\"userSpaceOnUse\">\
         <circle cx=\"4.5\" cy=\"4.5\" r=\"0.9\" fill=\"#6f6a60\"/></pattern>\
         <clipPath id=\"{clip}\"><rect x=\"{x}\" y=\"{y}\" width=\"{w}\" height=\"{h}\"/>\
         </clipPath></defs>"
    ));
}

/// The fill of a state where no style sheet says otherwise.
pub(super) fn fill(status: AreaStatus) -> &'static str {
    match status {
        AreaStatus::Collapsed => "#c98a78",
        AreaStatus::Strained => "#e9c98c",
        AreaStatus::Holding => "#a9cfcc",
        AreaStatus::NoData => "#e6e2d8",
        AreaStatus::NotCovered => "#f0ede5",
    }
}

/// A state's mark round `[x, y]`: colour, shape and letter.
pub(in crate::pictures) fn sign(
    svg: &mut Svg,
    status: AreaStatus,
    letter: &str,
    [x, y]: [f64; 2],
    scale: f64,
) {
    let (shape, class, down) = match status {
        AreaStatus::Collapsed => {
            ("<rect x=\"-11\" y=\"-9\" width=\"22\" height=\"18\" rx=\"1.5\"", "on-dark", 4.4)
        }
        AreaStatus::Strained => ("<path d=\"M0 -13L15 10H-15Z\"", "on-dark", 7.4),
        AreaStatus::Holding => ("<ellipse rx=\"13\" ry=\"10\"", "on-dark", 4.4),
        AreaStatus::NoData => ("<circle r=\"9.4\"", "soft", 4.4),
        AreaStatus::NotCovered => ("<path d=\"M-8 0H8\"", "soft", 0.0),
    };
    let (x, y, scale) = (short(x), short(y), short(scale));
    svg.put(&format!("<g transform=\"translate({x} {y}) scale({scale})\">"));
    svg.put(&format!("{shape} {}/>", paint(&format!("sign-{}", status.as_str()))));
    if status != AreaStatus::NotCovered {
        svg.text(Type { x: 0.0, y: down, size: 12.0, anchor: "middle", class }, letter);
    }
    svg.put("</g>");
}

/// Radius of the mark of so many incidents.
fn radius(n: u32) -> f64 {
    let more = f64::from(n.saturating_sub(1)).sqrt();
    if n < 2 { ONE } else { (ONE + 2.0 + GROWS * more).min(MOST) }
}

/// Radius of the circle a place lies in, where it is wider than the mark.
fn wide(plan: &Plan<'_>, point: &Point) -> Option<f64> {
    let km = point.radius_km.filter(|km| km.is_finite() && *km > 0.0)?;
    let reach = plan.projection.units(km);
    (reach > radius(point.n)).then_some(reach)
}

/// Circles true to scale of places known less well than a mark is wide. Each is the mark itself:
/// the middle of a district is no place where something happened.
pub(super) fn precisions(svg: &mut Svg, plan: &Plan<'_>, of: &MapOf) {
    for point in of.points.iter().filter(|p| drawable(p)) {
        let Some(reach) = wide(plan, point) else { continue };
        circle(svg, plan, point, reach, "precision", "ink");
    }
}

/// Marks of places that are known.
pub(super) fn points(svg: &mut Svg, plan: &Plan<'_>, of: &MapOf) {
    for point in of.points.iter().filter(|p| drawable(p) && wide(plan, p).is_none()) {
        circle(svg, plan, point, radius(point.n), "point", "on-dark");
    }
}

fn circle(svg: &mut Svg, plan: &Plan<'_>, point: &Point, r: f64, class: &str, ink: &'static str) {
    let [x, y] = plan.page([point.lon, point.lat]);
    let title = escape(&crate::bidi::plain(&point.title));
    match &point.href {
        Some(href) => {
            let href = escape(href);
            svg.put(&format!("<a href=\"{href}\" aria-label=\"{title}\"><title>{title}</title>"));
        }
        None => svg.put(&format!("<g><title>{title}</title>")),
    }
    let (cx, cy) = (short(x), short(y));
    svg.put(&format!("<circle cx=\"{cx}\" cy=\"{cy}\" r=\"{}\" {}/>", short(r), paint(class)));
    if point.grave {
        let r = short(r + 2.5);
        svg.put(&format!("<circle cx=\"{cx}\" cy=\"{cy}\" r=\"{r}\" {}/>", paint("grave")));
    }
    if point.n >= 2 {
        let at = Type { x, y: y + 3.8, size: 11.0, anchor: "middle", class: ink };
        svg.text(at, &point.n.to_string());
    }
    svg.put(if point.href.is_some() { "</a>" } else { "</g>" });
}
