//! Points, outlines and lines on the ground.
//!
//! Within the few hundred kilometres that terms speak of, degrees are laid on a plane around the
//! point in question (equirectangular projection), which is right to less than one part in a
//! hundred; outlines and lines are known far less well.

use hudna_model::agreement::Shape;

/// Kilometres in a degree of latitude, mean radius 6371 km.
const DEGREE_KM: f64 = 111.195;

/// Degrees east and north.
pub(crate) type Point = [f64; 2];

/// Where `p` lies on a plane with `origin` at zero, in km.
fn flat(origin: Point, p: Point) -> (f64, f64) {
    let shrink = origin[1].to_radians().cos();
    ((p[0] - origin[0]) * DEGREE_KM * shrink, (p[1] - origin[1]) * DEGREE_KM)
}

/// Km from a point to the nearest of a path's pieces; none for an empty path.
pub(crate) fn to_path_km(point: Point, path: &[Point]) -> Option<f64> {
    let at: Vec<(f64, f64)> = path.iter().map(|p| flat(point, *p)).collect();
    let pieces = at.windows(2).map(|w| to_piece(w[0], w[1]));
    let alone = at.first().map(|p| p.0.hypot(p.1));
    pieces.reduce(f64::min).or(alone)
}

/// Distance of zero to the piece between `a` and `b`.
fn to_piece(a: (f64, f64), b: (f64, f64)) -> f64 {
    let (x, y) = (b.0 - a.0, b.1 - a.1);
    let length = x * x + y * y;
    let along = if length == 0.0 { 0.0 } else { -(a.0 * x + a.1 * y) / length };
    let t = along.clamp(0.0, 1.0);
    (a.0 + t * x).hypot(a.1 + t * y)
}

/// Whether a ring holds the point (ray casting).
fn in_ring(point: Point, ring: &[Point]) -> bool {
    let Some(last) = ring.last() else { return false };
    let before = std::iter::once(last).chain(ring);
    let crosses = before.zip(ring).filter(|(a, b)| {
        (a[1] > point[1]) != (b[1] > point[1])
            && point[0] < (b[0] - a[0]) * (point[1] - a[1]) / (b[1] - a[1]) + a[0]
    });
    crosses.count() % 2 == 1
}

/// Km from a point to a shape: of polygons to their edge, negative inside; of a line or of points
/// to the nearest. None for an empty shape.
pub(crate) fn to_shape_km(point: Point, shape: &Shape) -> Option<f64> {
    match shape {
        Shape::Line(path) => to_path_km(point, path),
        Shape::Points(points) => {
            points.iter().filter_map(|p| to_path_km(point, &[*p])).reduce(f64::min)
        }
        Shape::Polygons(polygons) => {
            let rings = polygons.iter().flatten();
            let edge = rings.filter_map(|r| to_path_km(point, r)).reduce(f64::min)?;
            let holds = |rings: &Vec<Vec<Point>>| {
                rings.iter().filter(|r| in_ring(point, r)).count() % 2 == 1
            };
            Some(if polygons.iter().any(holds) { -edge } else { edge })
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn near(found: Option<f64>, expected: f64) {
        let found = found.expect("a distance");
        assert!((found - expected).abs() < 0.1, "{found} for {expected}");
    }

    fn square() -> Shape {
        let ring = vec![[0.0, 0.0], [1.0, 0.0], [1.0, 1.0], [0.0, 1.0], [0.0, 0.0]];
        let hole = vec![[0.4, 0.4], [0.6, 0.4], [0.6, 0.6], [0.4, 0.6], [0.4, 0.4]];
        Shape::Polygons(vec![vec![ring, hole]])
    }

    #[test]
    fn distances_to_a_line_are_measured_square_to_it() {
        let line = Shape::Line(vec![[0.0, 0.0], [10.0, 0.0]]);
        near(to_shape_km([5.0, 1.0], &line), DEGREE_KM);
        near(to_shape_km([0.0, -0.5], &line), DEGREE_KM / 2.0);
        near(to_shape_km([-1.0, 0.0], &line), DEGREE_KM);
        assert_eq!(to_shape_km([0.0, 0.0], &Shape::Line(vec![])), None);
    }

    #[test]
    fn inside_is_negative_and_a_hole_is_outside() {
        near(to_shape_km([0.1, 0.5], &square()), -0.1 * DEGREE_KM);
        near(to_shape_km([0.5, 0.5], &square()), 0.1 * DEGREE_KM);
        near(to_shape_km([1.5, 0.5], &square()), 0.5 * DEGREE_KM);
        let points = Shape::Points(vec![[0.0, 0.0], [3.0, 0.0]]);
        near(to_shape_km([2.0, 0.0], &points), DEGREE_KM);
    }
}
