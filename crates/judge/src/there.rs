//! What is told, by where it is: looked up once for all places whose state is asked for, as there
//! may be hundreds of these and very many incidents.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use hudna_model::{FiledClaim, Incident};

use crate::places::{area_of, chain, is_listed};
use crate::{Context, rules};

/// The chain of a place, and the area of the agreement that it belongs to.
struct Held<'c> {
    chain: Vec<&'c str>,
    area: Option<String>,
}

/// Asks each place once.
struct Asker<'g, 'c> {
    ctx: &'g Context<'c>,
    known: HashMap<&'c str, Held<'c>>,
}

impl<'g, 'c> Asker<'g, 'c> {
    fn new(ctx: &'g Context<'c>) -> Self {
        Self { ctx, known: HashMap::new() }
    }

    fn held(&mut self, place: &'c str) -> &Held<'c> {
        let ctx = self.ctx;
        let new = || Held { chain: chain(ctx, place), area: area_of(ctx, place) };
        self.known.entry(place).or_insert_with(new)
    }
}

/// Incidents by where they are, in the order in which they were given.
pub(crate) struct There<'i> {
    /// By the area that holds them.
    areas: BTreeMap<&'i str, Vec<&'i Incident>>,
    /// By every place that is theirs or holds it.
    held: HashMap<&'i str, Vec<&'i Incident>>,
    /// By their own place alone.
    exact: HashMap<&'i str, Vec<&'i Incident>>,
}

impl<'i> There<'i> {
    pub(crate) fn new(incidents: &'i [Incident], ctx: &Context<'i>) -> Self {
        let mut asker = Asker::new(ctx);
        let (areas, held, exact) = Default::default();
        let mut out = Self { areas, held, exact };
        for i in incidents {
            i.area.iter().for_each(|area| out.areas.entry(area).or_default().push(i));
            let Some(place) = i.place.as_deref() else { continue };
            out.exact.entry(place).or_default().push(i);
            for above in &asker.held(place).chain {
                out.held.entry(above).or_default().push(i);
            }
        }
        out
    }

    /// Those of an area: of one that the agreement lists those that it holds, of any other place
    /// those that lie in it.
    pub(crate) fn within(&self, area: &str, ctx: &Context<'_>) -> &[&'i Incident] {
        let found = match is_listed(ctx, area) {
            true => self.areas.get(area),
            false => self.held.get(area),
        };
        found.map_or(&[], Vec::as_slice)
    }

    /// Those that are told of this place and of none inside it.
    pub(crate) fn at(&self, place: &str) -> &[&'i Incident] {
        self.exact.get(place).map_or(&[], Vec::as_slice)
    }
}

/// Reports received in the last seven days, by the areas and places that they name.
pub(crate) struct Named<'f> {
    areas: BTreeMap<String, BTreeSet<&'f str>>,
    held: HashMap<&'f str, BTreeSet<&'f str>>,
}

impl<'f> Named<'f> {
    pub(crate) fn new(claims: &'f [FiledClaim], ctx: &Context<'f>) -> Self {
        let since = ctx.as_of.plus_seconds(-i64::from(rules::STATE_DAYS) * 86_400);
        let recent = claims.iter().filter(|f| f.received > since && f.received <= ctx.as_of);
        let mut asker = Asker::new(ctx);
        let mut out = Self { areas: BTreeMap::new(), held: HashMap::new() };
        for f in recent {
            let Some(id) = f.claim.place.as_ref().and_then(|p| p.id.as_deref()) else { continue };
            let held = asker.held(id);
            for above in &held.chain {
                out.held.entry(above).or_default().insert(&f.report);
            }
            if let Some(area) = &held.area {
                out.areas.entry(area.clone()).or_default().insert(&f.report);
            }
        }
        out
    }

    /// How many name a place in the area.
    pub(crate) fn count(&self, area: &str, ctx: &Context<'_>) -> usize {
        let found = match is_listed(ctx, area) {
            true => self.areas.get(area),
            false => self.held.get(area),
        };
        found.map_or(0, BTreeSet::len)
    }
}
