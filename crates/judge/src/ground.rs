//! Does the place of an incident lie where a term holds: zones, towns, distances from a line.

use hudna_model::agreement::{Band, Line, Protected, Shape, TermArea, Zone};
use hudna_model::{Bilingual, Body, Obligation, Place, PlaceLevel};

use crate::facts::{Facts, Inside};
use crate::geo::{Point, to_path_km, to_shape_km};
use crate::parties::one_of;
use crate::say::{list, party, place, plain, say};
use crate::{Context, places, rules};

/// Where an incident lies by one term.
#[derive(Debug, Clone)]
pub(crate) struct Ground {
    pub inside: Inside,
    /// One sentence a step.
    pub said: Vec<Bilingual>,
    /// What would settle it: `place`, `weapon`, `area`.
    pub missing: &'static str,
}

impl Ground {
    fn new(inside: Inside, said: Bilingual, missing: &'static str) -> Self {
        Self { inside, said: vec![said], missing }
    }

    /// Both must hold; the first that leaves it open says what is missing.
    fn and(mut self, other: Ground) -> Self {
        let no = self.inside == Inside::No || other.inside == Inside::No;
        let open = self.inside == Inside::Unclear;
        self.missing = if open { self.missing } else { other.missing };
        self.inside = match (no, open || other.inside == Inside::Unclear) {
            (true, _) => Inside::No,
            (_, true) => Inside::Unclear,
            _ => Inside::Yes,
        };
        self.said.extend(other.said);
        self
    }
}

/// Where the incident lies by the obligation; `bearer` is the party that is said to have done it.
pub(crate) fn ground(
    facts: &Facts<'_, '_>,
    obligation: &Obligation,
    bearer: Option<&str>,
) -> Ground {
    let ctx = facts.ctx;
    let inside = facts.in_area();
    let known = facts.incident.place.as_deref().and_then(|id| ctx.places.get(id));
    let Some(at) = known else {
        return Ground::new(Inside::Unclear, say("area.unknown", &[]), "place");
    };
    let name = place(ctx, &at.id);
    let country = place(ctx, &ctx.agreement.country);
    let area = obligation.area.as_ref().filter(|a| !a.is_whole());
    let key = match inside {
        Inside::No => say("area.outside", &[("place", &name), ("country", &country)]),
        _ => say("area.inside", &[("place", &name), ("country", &country)]),
    };
    let whole = Ground::new(inside, key, "place");
    match area {
        Some(area) if inside == Inside::Yes => in_term(facts, area, at, bearer),
        _ => whole,
    }
}

fn in_term(facts: &Facts<'_, '_>, area: &TermArea, at: &Place, bearer: Option<&str>) -> Ground {
    let ctx = facts.ctx;
    let mut parts: Vec<Ground> = Vec::new();
    if !area.zones.is_empty() {
        parts.push(in_zones(ctx, &area.zones, at));
    }
    if area.settlements {
        parts.push(in_settlement(ctx, at));
    }
    if area.bands {
        parts.push(in_band(facts, at, bearer));
    }
    if !area.near.is_empty() {
        parts.push(near_objects(ctx, &area.near, at));
    }
    parts.into_iter().reduce(Ground::and).expect("an area that is not whole has a part")
}

/// The point of a place that a point stands for, with how far off it may be, in km.
fn point(at: &Place) -> Option<(Point, f64)> {
    let off = match at.level {
        PlaceLevel::Site => rules::POINT_SITE,
        PlaceLevel::Neighbourhood => rules::POINT_NEIGHBOURHOOD,
        PlaceLevel::Settlement => rules::POINT_SETTLEMENT,
        _ => return None,
    };
    Some(([at.lon, at.lat], off))
}

/// Inside any of the zones; the sentence names the innermost that holds it and all around it.
fn in_zones(ctx: &Context<'_>, ids: &[String], at: &Place) -> Ground {
    let zones = ctx.agreement.zones.iter();
    let asked: Vec<(&Zone, Inside)> =
        zones.filter(|z| ids.contains(&z.id)).map(|z| (z, in_zone(ctx, z, at))).collect();
    let inside = asked.iter().map(|(_, i)| *i).min_by_key(|i| i.order()).unwrap_or(Inside::Unclear);
    let names: Vec<Bilingual> = asked.iter().map(|(z, _)| z.name.clone()).collect();
    let (at_name, all) = (place(ctx, &at.id), list(&names));
    let arguments: [(&str, &Bilingual); 2] = [("place", &at_name), ("zones", &all)];
    let said = match inside {
        Inside::Yes => {
            let holding = list(&nested(ctx, at));
            say("area.zone_inside", &[("place", &at_name), ("zones", &holding)])
        }
        Inside::No => say("area.zone_outside", &arguments),
        Inside::Unclear => say("area.zone_unclear", &arguments),
    };
    Ground::new(inside, said, "place")
}

/// Names of all zones that hold the place, innermost first.
fn nested(ctx: &Context<'_>, at: &Place) -> Vec<Bilingual> {
    let zones = &ctx.agreement.zones;
    let depth = |zone: &&Zone| {
        let mut depth = 0;
        let mut outer = zone.within.as_ref();
        while let Some(id) = outer.filter(|_| depth < zones.len()) {
            depth += 1;
            outer = zones.iter().find(|z| z.id == *id).and_then(|z| z.within.as_ref());
        }
        depth
    };
    let mut holding: Vec<&Zone> =
        zones.iter().filter(|z| in_zone(ctx, z, at) == Inside::Yes).collect();
    holding.sort_by_key(|z| (std::cmp::Reverse(depth(z)), z.id.as_str()));
    holding.into_iter().map(|z| z.name.clone()).collect()
}

pub(crate) fn in_zone(ctx: &Context<'_>, zone: &Zone, at: &Place) -> Inside {
    let chain = places::chain(ctx, &at.id);
    let coded = |id: &&str| {
        ctx.places.get(*id).and_then(|p| p.pcode.as_ref()).is_some_and(|p| zone.pcodes.contains(p))
    };
    if chain.iter().any(|id| zone.places.iter().any(|p| p == id) || coded(id)) {
        return Inside::Yes;
    }
    let holder = |id: &String| places::holds(ctx, &at.id, id);
    if zone.held_by.iter().chain(&zone.places).any(holder) {
        return Inside::Unclear;
    }
    in_outline(ctx, zone, at)
}

/// Whether the point of a place lies in a zone's outline; a place that no point stands for does
/// not.
pub(crate) fn in_outline(ctx: &Context<'_>, zone: &Zone, at: &Place) -> Inside {
    match (shape(ctx, zone.shape.as_ref()), point(at)) {
        (Some(shape), Some((point, _))) => match to_shape_km(point, shape) {
            Some(km) if km.abs() <= zone.unsure_km => Inside::Unclear,
            Some(km) if km < 0.0 => Inside::Yes,
            _ => Inside::No,
        },
        _ => Inside::No,
    }
}

fn shape<'a>(ctx: &Context<'a>, id: Option<&String>) -> Option<&'a Shape> {
    id.and_then(|id| ctx.agreement.shapes.get(id))
}

fn in_settlement(ctx: &Context<'_>, at: &Place) -> Ground {
    let level = |id: &str| ctx.places.get(id).map(|p| p.level);
    let settled = places::chain(ctx, &at.id)
        .iter()
        .any(|id| matches!(level(id), Some(PlaceLevel::Settlement | PlaceLevel::Neighbourhood)));
    let name = place(ctx, &at.id);
    let arguments: [(&str, &Bilingual); 1] = [("place", &name)];
    match (settled, at.level) {
        (true, _) => Ground::new(Inside::Yes, say("area.town_inside", &arguments), "place"),
        (_, PlaceLevel::Site) => {
            Ground::new(Inside::No, say("area.town_outside", &arguments), "place")
        }
        _ => Ground::new(Inside::Unclear, say("area.town_unclear", &arguments), "place"),
    }
}

/// Closer to the bearer's own line than the band of its weapon allows.
fn in_band(facts: &Facts<'_, '_>, at: &Place, bearer: Option<&str>) -> Ground {
    let ctx = facts.ctx;
    let own = |line: &&Line| bearer.is_some_and(|b| one_of(ctx, b, &line.measured_by));
    let Some(line) = ctx.agreement.lines.iter().find(own) else {
        return Ground::new(Inside::Unclear, say("area.line_unknown", &[]), "bearer");
    };
    let path = match shape(ctx, Some(&line.shape)) {
        Some(Shape::Line(path)) => path.as_slice(),
        _ => &[],
    };
    let measured = point(at).and_then(|(point, off)| Some((to_path_km(point, path)?, off)));
    let name = place(ctx, &at.id);
    let Some((km, off)) = measured else {
        return Ground::new(Inside::Unclear, say("area.band_coarse", &[("place", &name)]), "place");
    };
    let side = party(ctx, bearer.unwrap_or_default());
    let km_said = plain(format!("{km:.0}"));
    let arguments: [(&str, &Bilingual); 4] =
        [("place", &name), ("km", &km_said), ("party", &side), ("line", &line.name)];
    let unsure = off + line.unsure_km;
    let bands = weapons_bands(facts);
    let measure = Measure { km, unsure, arguments: &arguments };
    match bands.as_slice() {
        [] => measure.of_unknown_weapon(&ctx.agreement.bands),
        bands => bands
            .iter()
            .map(|b| measure.of(b))
            .min_by_key(|g| g.inside.order())
            .expect("one band at least"),
    }
}

/// Bands of the weapons told; empty when none is told or no band names it.
fn weapons_bands<'a>(facts: &Facts<'_, 'a>) -> Vec<&'a Band> {
    let told = |band: &&Band| {
        facts.members.iter().any(|f| match &f.claim.body {
            Body::Violence { means: Some(means), .. } => band.weapons.contains(&means.id),
            _ => false,
        })
    };
    facts.ctx.agreement.bands.iter().filter(told).collect()
}

/// A distance from a line, and how sure it is.
struct Measure<'m> {
    km: f64,
    unsure: f64,
    arguments: &'m [(&'m str, &'m Bilingual); 4],
}

impl Measure<'_> {
    fn of(&self, band: &Band) -> Ground {
        let each = plain(format!("{:.0}", band.each_km));
        let mut arguments = self.arguments.to_vec();
        arguments.extend([("each", &each), ("weapon", &band.name)]);
        let (km, unsure) = (self.km, self.unsure);
        match (km + unsure < band.each_km, km - unsure >= band.each_km) {
            (true, _) => Ground::new(Inside::Yes, say("area.band_inside", &arguments), "place"),
            (_, true) => Ground::new(Inside::No, say("area.band_outside", &arguments), "place"),
            _ => Ground::new(Inside::Unclear, say("area.band_unclear", &arguments), "place"),
        }
    }

    /// Beyond the widest band every weapon may stand; nearer, the weapon decides.
    fn of_unknown_weapon(&self, bands: &[Band]) -> Ground {
        let widest = bands.iter().map(|b| b.each_km).fold(0.0, f64::max);
        let each = plain(format!("{widest:.0}"));
        let mut arguments = self.arguments.to_vec();
        arguments.push(("each", &each));
        match self.km - self.unsure >= widest {
            true => Ground::new(Inside::No, say("area.band_beyond", &arguments), "weapon"),
            false => Ground::new(Inside::Unclear, say("area.band_weapon", &arguments), "weapon"),
        }
    }
}

fn near_objects(ctx: &Context<'_>, ids: &[String], at: &Place) -> Ground {
    let objects = ctx.agreement.protected.iter().filter(|p| ids.contains(&p.id));
    let asked: Vec<(&Protected, Inside)> = objects.map(|p| (p, near(ctx, p, at))).collect();
    let inside = asked.iter().map(|(_, i)| *i).min_by_key(|i| i.order()).unwrap_or(Inside::Unclear);
    let names: Vec<Bilingual> = asked.iter().map(|(p, _)| p.name.clone()).collect();
    let (name, objects) = (place(ctx, &at.id), list(&names));
    let arguments: [(&str, &Bilingual); 2] = [("place", &name), ("objects", &objects)];
    let said = match inside {
        Inside::Yes => say("area.near_inside", &arguments),
        Inside::No => say("area.near_outside", &arguments),
        Inside::Unclear => say("area.near_unclear", &arguments),
    };
    Ground::new(inside, said, "place")
}

fn near(ctx: &Context<'_>, object: &Protected, at: &Place) -> Inside {
    if object.places.iter().any(|p| places::holds(ctx, p, &at.id)) {
        return Inside::Yes;
    }
    let held = object.places.iter().any(|p| places::holds(ctx, &at.id, p));
    let within = object.within_km.unwrap_or(0.0);
    let Some((point, off)) = point(at) else {
        return if held { Inside::Unclear } else { Inside::No };
    };
    let sites = object.places.iter().filter_map(|p| ctx.places.get(p));
    let to_sites = sites.filter_map(|s| to_path_km(point, &[[s.lon, s.lat]]));
    let to_shape = shape(ctx, object.shape.as_ref()).and_then(|s| to_shape_km(point, s));
    let km = to_sites.chain(to_shape).reduce(f64::min);
    match km {
        Some(km) if km + off <= within => Inside::Yes,
        Some(km) if km - off <= within || held => Inside::Unclear,
        None if held => Inside::Unclear,
        _ => Inside::No,
    }
}
