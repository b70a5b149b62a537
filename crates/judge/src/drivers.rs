//! What a state comes from, in shares: the level by weeks of the truce, the last week's events by
//! days, own incidents by act, actor and place.

use std::collections::BTreeMap;

use hudna_model::{
    AreaState, Bilingual, Breakdown, Driver, DriverKind, Incident, PlaceLevel, Whole,
};

use crate::course::{Measure, Run};
use crate::days::{Days, iso};
use crate::numbers::{self, range};
use crate::places::chain;
use crate::say::{party, place, say, term};
use crate::score::round;
use crate::{Context, rules};

/// Days of a part of the level.
const WEEK: i32 = 7;

/// A part before it has its share.
struct Part {
    id: String,
    text: Bilingual,
    weight: f64,
    n: f64,
    without: Option<f64>,
    rests_on: Vec<String>,
}

/// All that can be shared out of a state: the level where there is one, the events of the last
/// week where there are counts, and the incidents that count.
pub(crate) fn breakdowns(
    state: &AreaState,
    measure: &Measure<'_>,
    last: Option<Days>,
    counted: &[&Incident],
    ctx: &Context<'_>,
) -> Vec<Breakdown> {
    let run = measure.run(&state.area).filter(|_| state.level.is_some());
    let level = run.and_then(|run| by_week(&state.area, measure, &run));
    let days = last.and_then(|week| by_day(&state.area, measure, week));
    level.into_iter().chain(days).chain(of_incidents(&state.area, counted, ctx)).collect()
}

/// The level by weeks, back from the last day counted: how much its logarithm moves when nobody
/// had counted in them, as a share of all such moves.
fn by_week(area: &str, measure: &Measure<'_>, run: &Run) -> Option<Breakdown> {
    let (first, last) = (run.start, run.last());
    let whole = measure.level_without(run, None)?;
    let part = |days: Days, rest: bool| -> Option<Part> {
        let without = measure.level_without(run, Some(days))?;
        let (id, text) = match rest {
            true => ("rest".to_owned(), say("driver.before", &[("days", &range_of(days))])),
            false => (format!("{}..{}", iso(days.first), iso(days.last)), range_of(days)),
        };
        Some(Part {
            id,
            text,
            weight: (whole / without).ln().abs(),
            n: run.events(days),
            without: Some(round(without)),
            rests_on: vec![rows(area, days)],
        })
    };
    let most = i32::try_from(rules::DRIVERS_TOLD).unwrap_or(i32::MAX);
    let weeks = (0..most).map(|back| last - WEEK * back).take_while(|end| *end >= first);
    let parts = weeks.map(|end| Days { first: (end - WEEK + 1).max(first), last: end });
    let mut told: Vec<Part> = parts.filter_map(|days| part(days, false)).collect();
    told.sort_by(|a, b| b.weight.total_cmp(&a.weight).then_with(|| b.id.cmp(&a.id)));
    let earlier = Days { first, last: last - WEEK * most };
    told.extend((earlier.first <= earlier.last).then(|| part(earlier, true)).flatten());
    breakdown(Whole::Level, DriverKind::Week, round(whole), told)
}

/// The events of the last week by day, the worst ones named.
fn by_day(area: &str, measure: &Measure<'_>, week: Days) -> Option<Breakdown> {
    let counts = measure.days(area, week);
    let day = |(day, n): (i32, f64)| Part {
        id: iso(day),
        text: numbers::day(day),
        weight: n,
        n,
        without: None,
        rests_on: vec![rows(area, Days::one(day))],
    };
    let parts =
        (week.first..).zip(counts).filter_map(|(at, n)| Some((at, n.filter(|n| *n > 0.0)?)));
    let parts: Vec<Part> = parts.map(day).collect();
    let total: f64 = parts.iter().map(|p| p.n).sum();
    breakdown(Whole::Events, DriverKind::Day, round(total), cut(parts))
}

/// The incidents that count by what was done, who did it and where in the area.
fn of_incidents<'c>(
    area: &'c str,
    counted: &'c [&'c Incident],
    ctx: &'c Context<'_>,
) -> impl Iterator<Item = Breakdown> + 'c {
    let kinds = [DriverKind::Act, DriverKind::Actor, DriverKind::Place];
    kinds.into_iter().filter_map(move |by| {
        let mut parts: BTreeMap<String, Part> = BTreeMap::new();
        for incident in counted {
            let told = told(incident, by, area, ctx);
            let each = 1.0 / told.len() as f64;
            for (id, text) in told {
                let (weight, n, rests_on) = (0.0, 0.0, vec![]);
                let new = || Part { id: id.clone(), text, weight, n, without: None, rests_on };
                let part = parts.entry(id.clone()).or_insert_with(new);
                part.weight += each;
                part.n += each;
                if part.rests_on.last() != Some(&incident.id) {
                    part.rests_on.push(incident.id.clone());
                }
            }
        }
        let parts = cut(parts.into_values().collect());
        breakdown(Whole::Incidents, by, counted.len() as f64, parts)
    })
}

/// What is told of an incident: every act, or every actor, or the one place.
fn told(
    incident: &Incident,
    by: DriverKind,
    area: &str,
    ctx: &Context<'_>,
) -> Vec<(String, Bilingual)> {
    let told: Vec<(String, Bilingual)> = match by {
        DriverKind::Act => {
            let act = |act: &hudna_model::Act| (act.to_string(), term(&format!("act.{act}")));
            incident.acts.iter().map(act).collect()
        }
        DriverKind::Actor => incident.actors.iter().map(|(name, _)| actor(name, ctx)).collect(),
        _ => within(incident, area, ctx)
            .map(|id| (id.to_owned(), place(ctx, id)))
            .into_iter()
            .collect(),
    };
    match told.is_empty() {
        true => vec![("unknown".to_owned(), term("driver.unknown"))],
        false => told,
    }
}

/// A party by its neutral name. A name that no register holds may be an epithet, which stays in the
/// evidence: all such are one part.
fn actor(name: &str, ctx: &Context<'_>) -> (String, Bilingual) {
    match ctx.parties.contains_key(name) {
        true => (name.to_owned(), party(ctx, name)),
        false => ("unregistered".to_owned(), term("driver.unregistered")),
    }
}

/// The settlement or larger place inside the area that holds the incident's place, the smallest.
fn within<'i>(incident: &'i Incident, area: &str, ctx: &Context<'i>) -> Option<&'i str> {
    let large = |id: &&str| ctx.places.get(*id).is_some_and(|p| p.level >= PlaceLevel::Settlement);
    let ids = chain(ctx, incident.place.as_deref()?);
    ids.into_iter().take_while(|id| *id != area).find(large)
}

/// The largest parts by name, what is left as one.
fn cut(mut parts: Vec<Part>) -> Vec<Part> {
    parts.sort_by(|a, b| b.weight.total_cmp(&a.weight).then_with(|| a.id.cmp(&b.id)));
    // One part that is left is named as well as the others.
    if parts.len() <= rules::DRIVERS_TOLD + 1 {
        return parts;
    }
    let left = parts.split_off(rules::DRIVERS_TOLD);
    let (weight, n) = left.iter().fold((0.0, 0.0), |s, p| (s.0 + p.weight, s.1 + p.n));
    let mut rests_on: Vec<String> = left.into_iter().flat_map(|p| p.rests_on).collect();
    rests_on.sort();
    rests_on.dedup();
    let (id, text) = ("rest".to_owned(), term("driver.rest"));
    parts.push(Part { id, text, weight, n, without: None, rests_on });
    parts
}

fn breakdown(of: Whole, by: DriverKind, total: f64, parts: Vec<Part>) -> Option<Breakdown> {
    let shares = shares(&parts.iter().map(|p| p.weight).collect::<Vec<_>>())?;
    let driver = |(part, share): (Part, f64)| Driver {
        id: part.id,
        text: part.text,
        share,
        n: round(part.n),
        without: part.without,
        rests_on: part.rests_on,
    };
    let drivers: Vec<Driver> = parts.into_iter().zip(shares).map(driver).collect();
    let each: Vec<Bilingual> = drivers.iter().map(|d| in_words(of, d)).collect();
    let (list, ratio) = (clauses(&each), numbers::ratio(total));
    let by_what = term(match by {
        DriverKind::Week => "driver.week",
        DriverKind::Day => "driver.day",
        DriverKind::Act => "driver.act",
        DriverKind::Actor => "driver.actor",
        DriverKind::Place => "driver.place",
    });
    let n = numbers::events(total);
    let text = match of {
        Whole::Level => say("driver.level", &[("ratio", &ratio), ("list", &list)]),
        Whole::Events => say("driver.events", &[("n", &n), ("by", &by_what), ("list", &list)]),
        Whole::Incidents => {
            say("driver.incidents", &[("n", &n), ("by", &by_what), ("list", &list)])
        }
    };
    Some(Breakdown { of, by, total, text, drivers })
}

fn in_words(of: Whole, d: &Driver) -> Bilingual {
    let share = crate::course::percent(d.share);
    match d.without.filter(|_| of == Whole::Level) {
        Some(without) => {
            let without = numbers::ratio(without);
            say("driver.one_week", &[("what", &d.text), ("share", &share), ("without", &without)])
        }
        None => {
            let n = numbers::events(d.n);
            say("driver.one", &[("what", &d.text), ("share", &share), ("n", &n)])
        }
    }
}

fn clauses(all: &[Bilingual]) -> Bilingual {
    let ar: Vec<&str> = all.iter().map(|b| b.ar.as_str()).collect();
    let en: Vec<&str> = all.iter().map(|b| b.en.as_str()).collect();
    Bilingual::new(ar.join("؛ "), en.join("; "))
}

fn range_of(days: Days) -> Bilingual {
    range(days.first, days.last)
}

fn rows(area: &str, days: Days) -> String {
    crate::areas::rows(area, days)
}

/// Hundredths that make a whole: each rounded down, the rest given to those that lost most; none
/// where nothing weighs.
fn shares(weights: &[f64]) -> Option<Vec<f64>> {
    let sum: f64 = weights.iter().sum();
    if !(sum > 0.0 && sum.is_finite()) {
        return None;
    }
    let exact: Vec<f64> = weights.iter().map(|w| w / sum * 100.0).collect();
    let mut told: Vec<u32> = exact.iter().map(|x| x.floor() as u32).collect();
    let mut order: Vec<usize> = (0..exact.len()).collect();
    order.sort_by(|a, b| exact[*b].fract().total_cmp(&exact[*a].fract()).then(a.cmp(b)));
    let missing = 100_u32.saturating_sub(told.iter().sum());
    order.iter().take(missing as usize).for_each(|at| told[*at] += 1);
    Some(told.into_iter().map(|n| f64::from(n) / 100.0).collect())
}

#[cfg(test)]
mod tests {
    use super::shares;

    #[track_caller]
    fn check(weights: &[f64], expected: Option<&[f64]>) {
        assert_eq!(shares(weights).as_deref(), expected);
    }

    #[test]
    fn shares_make_a_whole() {
        check(&[1.0, 1.0, 1.0], Some(&[0.34, 0.33, 0.33]));
        check(&[5.0], Some(&[1.0]));
        check(&[0.0, 2.0, 6.0], Some(&[0.0, 0.25, 0.75]));
        check(&[0.0, 0.0], None);
        check(&[], None);
        for n in 1..60 {
            let weights: Vec<f64> = (0..n).map(|k| f64::from((k * 37) % 11) + 0.3).collect();
            let told = shares(&weights).expect("they weigh");
            let hundredths: i64 = told.iter().map(|s| (s * 100.0).round() as i64).sum();
            assert_eq!(hundredths, 100, "{n}");
        }
    }
}
