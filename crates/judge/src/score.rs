//! How well two tellings agree: named parts, a score, and the guards.

use hudna_model::{Act, Family, ScorePart};

use crate::Context;
use crate::telling::{Telling, Where, Who};
use crate::{parties, places, rules};

/// Names and weights of the parts, in the order of [`Scored::values`].
const PARTS: [(&str, f64); 6] = [
    ("act", rules::WEIGHT_ACT),
    ("place", rules::WEIGHT_PLACE),
    ("days", rules::WEIGHT_DAYS),
    ("actor", rules::WEIGHT_ACTOR),
    ("target", rules::WEIGHT_TARGET),
    ("number", rules::WEIGHT_NUMBER),
];

/// A scored pair.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Scored {
    /// 0 to 1, rounded to 0.01.
    pub score: f64,
    /// At the higher threshold, and no guard speaks against it.
    pub confirmed: bool,
    values: [f64; 6],
    /// What the wording is worth: all, when the report itself or a person ties the two together; a
    /// part, by how much of their text the two reports share.
    text: f64,
    /// What a figure is worth that both tell.
    figure: f64,
}

impl Scored {
    /// A pair that the report itself, or the same words in two copies, tie together.
    pub(crate) const CERTAIN: Scored =
        Scored { score: 1.0, confirmed: true, values: [0.0; 6], text: 1.0, figure: 0.0 };

    /// The named parts that have any weight. A figure that both tell adds to the weight of the
    /// numbers, shared wording is a part of its own, and the others shrink to the rest.
    pub(crate) fn parts(&self) -> Vec<ScorePart> {
        let rest = (1.0 - self.text) * (1.0 - self.figure);
        let figure = (1.0 - self.text) * self.figure;
        let mut parts: Vec<_> = PARTS
            .iter()
            .zip(self.values)
            .map(|((name, weight), value)| match *name {
                "number" => {
                    let whole = weight * rest + figure;
                    let value =
                        if whole > 0.0 { (weight * rest * value + figure) / whole } else { value };
                    part(name, value, whole)
                }
                _ => part(name, value, weight * rest),
            })
            .collect();
        parts.push(part("text", 1.0, self.text));
        parts.retain(|p| p.weight > 0.0);
        parts
    }
}

fn part(name: &str, value: f64, weight: f64) -> ScorePart {
    let weight = (weight * 10_000.0).round() / 10_000.0;
    ScorePart { name: name.to_owned(), value: round(value), weight }
}

/// Scores two tellings; `shared` gives the share of the smaller report's three-word runs that both
/// reports hold, and is asked only where it matters. None when acts, places or days exclude each
/// other, or when the pair does not reach `floor` whatever the wording.
pub(crate) fn score(
    ctx: &Context<'_>,
    a: &Telling,
    b: &Telling,
    floor: f64,
    shared: impl FnOnce() -> f64,
) -> Option<Scored> {
    let tied = equal_figure(a, b).is_some();
    let acts = acts(&a.acts, &b.acts).or(tied.then_some(rules::ACT_BY_FIGURE))?;
    let days = days(a, b)?;
    let values = [
        acts,
        place(ctx, &a.place, &b.place)?,
        days,
        actors(ctx, a, b),
        targets(ctx, a, b),
        numbers(a, b),
    ];
    let named: f64 = PARTS.iter().zip(values).map(|((_, weight), value)| weight * value).sum();
    let figure = rules::WEIGHT_FIGURE * tie(a, b);
    let rest = (1.0 - named) * (1.0 - figure);
    if round(1.0 - rest * (1.0 - rules::WEIGHT_TEXT)) < floor {
        return None;
    }
    let shared = shared();
    let text = rules::WEIGHT_TEXT * wording(shared);
    let score = round(1.0 - rest * (1.0 - text));
    let copies = shared >= rules::COPY_CONTAINMENT;
    let confirmed = score >= rules::CONFIRMED && (copies || tied || !weak(ctx, a, b));
    Some(Scored { score, confirmed, values, text, figure })
}

/// To 0.01.
pub(crate) fn round(x: f64) -> f64 {
    (x * 100.0).round() / 100.0
}

/// How much shared runs tell, 0 to 1: some stand in any two reports of one war.
fn wording(shared: f64) -> f64 {
    let span = rules::COPY_CONTAINMENT_MARKED - rules::TEXT_COMMON;
    ((shared - rules::TEXT_COMMON) / span).clamp(0.0, 1.0)
}

/// How much a figure that both tell ties them, 0 to 1: the larger, the less likely by chance.
fn tie(a: &Telling, b: &Telling) -> f64 {
    let bits = |n: u32| f64::from(n).log2() / rules::FIGURE_BITS;
    equal_figure(a, b).map_or(0.0, |n| bits(n).min(1.0))
}

/// Short evidence, places that are unknown, uncertain or of no extent that matters never link by
/// themselves.
fn weak(ctx: &Context<'_>, a: &Telling, b: &Telling) -> bool {
    let short = a.words.min(b.words) < rules::SHORT_EVIDENCE;
    let known = |t: &Telling| {
        t.certain && matches!(&t.place, Where::Known(id) if !places::is_vague(ctx, id))
    };
    let far = a.days.gap(b.days) > rules::DAY_GAP;
    let long = a.days.len().max(b.days.len()) > rules::CERTAIN_DAYS;
    short || far || long || !known(a) || !known(b) || of_another_order(a, b)
}

/// The largest figure told of one outcome in both, large enough not to be chance.
pub(crate) fn equal_figure(a: &Telling, b: &Telling) -> Option<u32> {
    let exact = |(low, high): (u32, u32)| low == high && low >= rules::TELLING_FIGURE;
    let both = a.figures.iter().filter(|f| exact(f.1) && b.figures.binary_search(f).is_ok());
    both.map(|(_, (n, _))| *n).max()
}

/// Figures of one outcome that exclude each other. Two voices may count one event differently, as
/// long as their figures are of one order.
pub(crate) fn figures_differ(a: &Telling, b: &Telling) -> bool {
    let one_voice = meet(&a.voices, &b.voices);
    let rival = |agree: f64| agree < 1.0 && (one_voice || agree == 0.0);
    counts(a, b).any(rival)
}

/// One outcome is counted in both, and no two figures are of one order.
fn of_another_order(a: &Telling, b: &Telling) -> bool {
    counts(a, b).any(|agree| agree == 0.0)
}

/// For each outcome that both count, how well the nearest figures agree.
fn counts<'t>(a: &'t Telling, b: &'t Telling) -> impl Iterator<Item = f64> {
    a.figures.chunk_by(|x, y| x.0 == y.0).filter_map(|told| {
        let same = b.figures.iter().filter(|y| y.0 == told[0].0);
        let pairs = same.flat_map(|y| told.iter().map(|x| figures(x.1, y.1)));
        pairs.reduce(f64::max)
    })
}

/// Counts one outcome anew that the other counts: no act, another voice, a figure of one order.
pub(crate) fn counts_anew(first: &Telling, second: &Telling) -> bool {
    second.acts.is_empty() && !first.acts.is_empty() && counts(first, second).next().is_some()
}

/// Whether two sets of acts may be told of one event.
pub(crate) fn acts_agree(a: &[Act], b: &[Act]) -> bool {
    acts(a, b).is_some()
}

/// The best agreement of any two acts; a toll without an act goes with any.
fn acts(a: &[Act], b: &[Act]) -> Option<f64> {
    if a.is_empty() || b.is_empty() {
        return Some(rules::ACT_UNTOLD);
    }
    let pairs = a.iter().flat_map(|x| b.iter().filter_map(|y| act_pair(*x, *y)));
    pairs.reduce(f64::max)
}

/// Acts of one family may be told by either name; so may, less surely, fire from the air and from
/// the ground, a poison and what carries it, a blast and what was found to have caused it, and a
/// general word and a particular one.
fn act_pair(a: Act, b: Act) -> Option<f64> {
    use Family::{Air, Device, Ground, Indirect};
    let force = |f| matches!(f, Ground | Indirect | Air | Device);
    let carries = |f| matches!(f, Indirect | Air);
    let general = |act, other: Act| match act {
        Act::AttackOnCivilians | Act::OtherForce => {
            force(other.family()) || other == Act::ChemicalAttack
        }
        Act::UnidentifiedExplosion => matches!(other.family(), Device | Air),
        Act::ChemicalAttack => carries(other.family()),
        _ => false,
    };
    match (a.family(), b.family()) {
        _ if a == b => Some(1.0),
        (x, y) if x == y => Some(rules::ACT_FAMILY),
        _ if general(a, b) || general(b, a) => Some(rules::ACT_GENERAL),
        (Air, Indirect) | (Indirect, Air) => Some(rules::ACT_AIR_OR_GROUND),
        _ => None,
    }
}

fn place(ctx: &Context<'_>, a: &Where, b: &Where) -> Option<f64> {
    match (a, b) {
        (Where::Known(a), Where::Known(b)) => places::agreement(ctx, a, b),
        (Where::Unknown(a), Where::Unknown(b)) if a == b => Some(rules::SAME_UNKNOWN),
        _ => Some(rules::PLACE_UNTOLD),
    }
}

/// One day in both: 1; overlapping: by the share of days that both hold; else by the gap.
fn days(a: &Telling, b: &Telling) -> Option<f64> {
    let (a, b) = (a.days, b.days);
    match a.gap(b) {
        0 => {
            let union = f64::from(a.hull(b).len());
            let rest = 1.0 - rules::DAYS_TOUCH;
            Some(rules::DAYS_TOUCH + rest * f64::from(a.shared(b)) / union)
        }
        1 => Some(rules::DAYS_NEXT),
        gap if gap <= rules::DAY_GAP => Some(rules::DAYS_APART),
        _ => None,
    }
}

/// In a clash both sides act, and either may be named first.
fn actors(ctx: &Context<'_>, a: &Telling, b: &Telling) -> f64 {
    let others = |t: &Telling| if t.acts.contains(&Act::Clash) { t.targets.len() } else { 0 };
    let (a, b) = (sides(a, others(a)), sides(b, others(b)));
    names(ctx, &a, &b).unwrap_or(rules::UNTOLD)
}

fn sides(telling: &Telling, targets: usize) -> Vec<&Who> {
    telling.actors.iter().chain(&telling.targets[..targets]).collect()
}

/// Whether two ascending lists share an item.
pub(crate) fn meet<T: Ord>(a: &[T], b: &[T]) -> bool {
    a.iter().any(|x| b.binary_search(x).is_ok())
}

fn targets(ctx: &Context<'_>, a: &Telling, b: &Telling) -> f64 {
    let (all, others): (Vec<_>, Vec<_>) = (a.targets.iter().collect(), b.targets.iter().collect());
    match names(ctx, &all, &others) {
        None => rules::UNTOLD,
        Some(0.0) if meet(&a.target_words, &b.target_words) => rules::TARGET_WORD,
        Some(value) => value,
    }
}

/// Whether any name of one side means the same as one of the other; none when one side is silent.
fn names(ctx: &Context<'_>, a: &[&Who], b: &[&Who]) -> Option<f64> {
    if a.is_empty() || b.is_empty() {
        return None;
    }
    let alike = |x: &Who, y: &Who| match (x, y) {
        (Who::Party(x), Who::Party(y)) if parties::related(ctx, x, y) => 1.0,
        (Who::Party(_), Who::Party(_)) => 0.0,
        (Who::Words(x), Who::Words(y)) if x == y => 1.0,
        (Who::Words(_), Who::Words(_)) => 0.0,
        _ => rules::UNTOLD,
    };
    a.iter().flat_map(|x| b.iter().map(move |y| alike(x, y))).reduce(f64::max)
}

/// Mean agreement of the figures of outcomes that both tell.
fn numbers(a: &Telling, b: &Telling) -> f64 {
    let both: Vec<f64> = counts(a, b).collect();
    match both.len() {
        0 => rules::UNTOLD,
        n => both.iter().sum::<f64>() / n as f64,
    }
}

/// Two ranges: overlapping 1, else by the ratio of their nearer ends.
fn figures(a: (u32, u32), b: (u32, u32)) -> f64 {
    let (lower, upper) = if a.1 < b.0 { (a.1, b.0) } else { (b.1, a.0) };
    if lower >= upper {
        return 1.0;
    }
    match f64::from(lower) / f64::from(upper) {
        ratio if ratio >= rules::FIGURES_CLOSE => rules::FIGURES_CLOSE_WORTH,
        ratio if ratio >= rules::FIGURES_NEAR => rules::FIGURES_NEAR_WORTH,
        _ => 0.0,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn figures_agree_by_overlap_then_by_ratio() {
        let check = |a, b, expected: f64| {
            assert_eq!(figures(a, b), expected);
            assert_eq!(figures(b, a), expected);
        };
        check((20, 20), (20, 20), 1.0);
        check((20, 99), (50, 50), 1.0);
        check((16, 16), (20, 20), 0.7);
        check((14, 14), (20, 20), 0.4);
        check((5, 5), (20, 20), 0.0);
    }

    #[test]
    fn acts_of_other_families_exclude_each_other() {
        assert_eq!(act_pair(Act::AirStrike, Act::BarrelBomb), Some(0.8));
        assert_eq!(act_pair(Act::AirStrike, Act::Shelling), Some(0.4));
        assert_eq!(act_pair(Act::AttackOnCivilians, Act::Shelling), Some(0.5));
        assert_eq!(act_pair(Act::Siege, Act::Shelling), None);
        assert_eq!(act_pair(Act::Clash, Act::AirStrike), None);
    }
}
