//! From degrees to the page, and where inside an outline a label finds room.

/// Polygons in page units: each a list of rings, the outer one first.
pub(crate) type Polygons = Vec<Vec<Vec<[f64; 2]>>>;

/// Steps of the search for a label's place, along each side of the outline's box.
const GRID: usize = 36;
/// Kilometres of a degree of latitude.
const KM_PER_DEGREE: f64 = 111.2;

/// Equirectangular projection, with longitudes shortened by the cosine of the middle latitude.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Projection {
    west: f64,
    north: f64,
    shorten: f64,
    scale: f64,
}

impl Projection {
    /// Fits every point into `width` × `height` page units; gives the size really used. None
    /// without two distinct points.
    pub fn fit<'a>(
        points: impl Iterator<Item = &'a [f64; 2]>,
        width: f64,
        height: f64,
    ) -> Option<(Self, f64, f64)> {
        let b = bounds(points)?;
        let shorten = ((b.bottom + b.top) / 2.0).to_radians().cos();
        let (wide, high) = ((b.right - b.left) * shorten, b.bottom - b.top);
        if wide <= 0.0 || high <= 0.0 {
            return None;
        }
        let scale = (width / wide).min(height / high);
        let projection = Self { west: b.left, north: b.bottom, shorten, scale };
        Some((projection, wide * scale, high * scale))
    }

    /// Page units of a distance on the ground, at every latitude of the page.
    pub fn units(self, km: f64) -> f64 {
        km / KM_PER_DEGREE * self.scale
    }

    /// Page units of `[lon, lat]`: x to the right, y down.
    pub fn page(self, [lon, lat]: [f64; 2]) -> [f64; 2] {
        let x = (lon - self.west) * self.shorten * self.scale;
        [x, (self.north - lat) * self.scale]
    }
}

/// Smallest box; `top` is the smaller second coordinate.
#[derive(Debug, Clone, Copy)]
struct Bounds {
    left: f64,
    top: f64,
    right: f64,
    bottom: f64,
}

fn bounds<'a>(points: impl Iterator<Item = &'a [f64; 2]>) -> Option<Bounds> {
    points.fold(None, |bounds: Option<Bounds>, [x, y]| {
        let b = bounds.unwrap_or(Bounds { left: *x, top: *y, right: *x, bottom: *y });
        Some(Bounds {
            left: b.left.min(*x),
            top: b.top.min(*y),
            right: b.right.max(*x),
            bottom: b.bottom.max(*y),
        })
    })
}

/// The path data of polygons, to a tenth of a unit; points that fall together are left out.
pub(crate) fn path(polygons: &Polygons) -> String {
    let mut d = String::new();
    for ring in polygons.iter().flatten() {
        let mut last = String::new();
        let mut command = 'M';
        for [x, y] in ring {
            let point = format!("{x:.1} {y:.1}");
            if point != last {
                d.push(command);
                d.push_str(&point);
                command = 'L';
                last = point;
            }
        }
        d.push('Z');
    }
    d
}

/// The centre of the roomiest spot for a label `aspect` times as wide as high, and the height of
/// the largest such label that is sure to fit there.
pub(crate) fn room(polygons: &Polygons, aspect: f64) -> Option<([f64; 2], f64)> {
    let polygon = polygons.iter().max_by(|a, b| area(a).total_cmp(&area(b)))?;
    // In a page squeezed by the aspect the label is a square, and clearance is a plain distance.
    let squeezed: Vec<Vec<[f64; 2]>> =
        polygon.iter().map(|r| r.iter().map(|[x, y]| [x / aspect, *y]).collect()).collect();
    let b = bounds(squeezed.first()?.iter())?;
    let step = |from: f64, to: f64, i: usize| from + (to - from) * (i as f64 + 0.5) / GRID as f64;
    let spots = (0..GRID * GRID)
        .map(|i| [step(b.left, b.right, i % GRID), step(b.top, b.bottom, i / GRID)]);
    let inside = spots.filter(|spot| contains(&squeezed, *spot));
    let ([x, y], clear) =
        inside.map(|spot| (spot, clearance(&squeezed, spot))).max_by(|a, b| a.1.total_cmp(&b.1))?;
    // A square of side s reaches s/√2 from its centre.
    Some(([x * aspect, y], clear * std::f64::consts::SQRT_2))
}

fn area(polygon: &[Vec<[f64; 2]>]) -> f64 {
    let Some(ring) = polygon.first() else { return 0.0 };
    let turns = ring.iter().zip(ring.iter().cycle().skip(1));
    turns.map(|([ax, ay], [bx, by])| ax * by - bx * ay).sum::<f64>().abs() / 2.0
}

/// Even–odd rule over all rings, so that holes are outside.
fn contains(rings: &[Vec<[f64; 2]>], [x, y]: [f64; 2]) -> bool {
    edges(rings).fold(false, |inside, ([ax, ay], [bx, by])| {
        let crosses = (ay > y) != (by > y) && x < (bx - ax) * (y - ay) / (by - ay) + ax;
        inside != crosses
    })
}

fn clearance(rings: &[Vec<[f64; 2]>], point: [f64; 2]) -> f64 {
    edges(rings).map(|(a, b)| distance(point, a, b)).fold(f64::INFINITY, f64::min)
}

fn edges(rings: &[Vec<[f64; 2]>]) -> impl Iterator<Item = ([f64; 2], [f64; 2])> {
    rings.iter().flat_map(|r| r.iter().copied().zip(r.iter().copied().cycle().skip(1)))
}

/// From a point to the nearest point of a line between two.
fn distance([x, y]: [f64; 2], [ax, ay]: [f64; 2], [bx, by]: [f64; 2]) -> f64 {
    let (dx, dy) = (bx - ax, by - ay);
    let length = dx * dx + dy * dy;
    let along = if length > 0.0 { ((x - ax) * dx + (y - ay) * dy) / length } else { 0.0 };
    let along = along.clamp(0.0, 1.0);
    (x - ax - along * dx).hypot(y - ay - along * dy)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rectangle(w: f64, h: f64) -> Polygons {
        vec![vec![vec![[0.0, 0.0], [w, 0.0], [w, h], [0.0, h], [0.0, 0.0]]]]
    }

    #[test]
    fn a_wide_label_fits_a_wide_outline() {
        let ([x, y], height) = room(&rectangle(90.0, 30.0), 3.0).unwrap();
        assert!((x - 45.0).abs() < 3.0 && (y - 15.0).abs() < 1.0, "in the middle: {x} {y}");
        assert!(height > 18.0, "{height}");
        let (_, narrow) = room(&rectangle(30.0, 90.0), 3.0).unwrap();
        assert!(narrow < 9.0, "{narrow}");
    }

    #[test]
    fn a_hole_is_outside() {
        let mut rings = rectangle(10.0, 10.0).remove(0);
        rings.push(vec![[4.0, 4.0], [6.0, 4.0], [6.0, 6.0], [4.0, 6.0], [4.0, 4.0]]);
        assert!(contains(&rings, [1.0, 1.0]));
        assert!(!contains(&rings, [5.0, 5.0]));
    }

    #[test]
    fn degrees_of_longitude_are_shortened() {
        let corners = [[36.0, 34.0], [38.0, 36.0]];
        let (p, w, h) = Projection::fit(corners.iter(), 100.0, 100.0).unwrap();
        assert_eq!((h, p.page([36.0, 36.0])), (100.0, [0.0, 0.0]));
        assert!((w / h - 35f64.to_radians().cos()).abs() < 1e-9);
    }

    #[test]
    fn points_that_fall_together_are_written_once() {
        let polygons = vec![vec![vec![[0.0, 0.0], [0.01, 0.0], [5.0, 0.0], [5.0, 5.0]]]];
        assert_eq!(path(&polygons), "M0.0 0.0L5.0 0.0L5.0 5.0Z");
    }
}
