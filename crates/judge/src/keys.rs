//! Which tellings are compared at all: those that share a key.
//!
//! A key says where and when, or how many and when, or in which words. That two share one is a
//! matter of these two alone, so the pairs that are compared do not depend on the order in which
//! tellings come, and what is told of one busy city is not compared with all that is told of it.

use std::collections::BTreeSet;

use hudna_model::PlaceLevel;

use crate::days::Days;
use crate::index::hash;
use crate::telling::{Telling, Where};
use crate::{Context, places, rules};

/// The keys of a telling, ascending.
pub(crate) fn keys(telling: &Telling, ctx: &Context<'_>) -> Vec<u64> {
    let what = [places_of(telling, ctx), figures_of(telling)].concat();
    let blocks = blocks(telling.days);
    let dated = what.iter().flat_map(|w| blocks.iter().map(|b| hash(&[w, &b.to_le_bytes()])));
    dated.chain(telling.sayings.iter().copied()).collect::<BTreeSet<u64>>().into_iter().collect()
}

/// Blocks of days that the telling may be of, a day more at either end: two that are no more than
/// the widest gap apart share one.
fn blocks(days: Days) -> Vec<i32> {
    let half = (rules::DAY_GAP + 1) / 2;
    let first = (days.first - half).div_euclid(rules::BLOCK_DAYS);
    let last = (days.last + half).div_euclid(rules::BLOCK_DAYS);
    if last - first < rules::BLOCKS_AT_MOST { (first..=last).collect() } else { Vec::new() }
}

/// Places up to a settlement by their square and by the settlement, larger ones by their id.
/// Countries have none: what is told of a country is told of no place.
fn places_of(telling: &Telling, ctx: &Context<'_>) -> Vec<Vec<u8>> {
    let place = |id: &str| [b"place:", id.as_bytes()].concat();
    let id = match &telling.place {
        Where::Untold => return Vec::new(),
        Where::Unknown(words) => return vec![[b"words:", words.as_bytes()].concat()],
        Where::Known(id) => id,
    };
    let Some(known) = ctx.places.get(id) else { return vec![place(id)] };
    match known.level {
        PlaceLevel::Country => Vec::new(),
        level if level > PlaceLevel::Settlement => vec![place(id)],
        _ => {
            let chain = places::chain(ctx, id).into_iter();
            let fine =
                |id: &&str| ctx.places.get(*id).is_some_and(|p| p.level <= PlaceLevel::Settlement);
            let named = chain.take_while(fine).map(place);
            named.chain(squares(known.lat, known.lon)).collect()
        }
    }
}

/// The squares of two grids, one shifted by half a square, that a point lies in: any two points
/// less than half a square apart share one of the four.
fn squares(lat: f64, lon: f64) -> Vec<Vec<u8>> {
    let side = 2.0 * rules::BLOCK_DEGREES;
    let cells = |x: f64| [(x / side).floor() as i32 * 2, (x / side + 0.5).floor() as i32 * 2 + 1];
    let pairs = cells(lat).into_iter().flat_map(|a| cells(lon).map(|b| (a, b)));
    pairs.map(|(a, b)| [&b"square:"[..], &a.to_le_bytes(), &b.to_le_bytes()].concat()).collect()
}

/// Figures that are exact and large enough to tell something.
fn figures_of(telling: &Telling) -> Vec<Vec<u8>> {
    let exact = |(low, high): (u32, u32)| low == high && low >= rules::TELLING_FIGURE;
    let told = telling.figures.iter().filter(|f| exact(f.1));
    told.map(|(outcome, (n, _))| format!("{outcome}:{n}").into_bytes()).collect()
}
