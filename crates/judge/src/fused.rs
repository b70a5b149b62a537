//! One alarm of an area from several series. What independent records have in common is the day on
//! which the level changed; their counts are never added (`hudna_series::fusion`).

use hudna_model::{Alarm, Bilingual, FusedAlarm, SeriesPair, StateReason};
use hudna_series::{Fused, Watch, alarm, correlation};

use crate::areas::reason;
use crate::beside::Asked;
use crate::course::{Run, raised};
use crate::numbers;
use crate::say::{list, plain, say};
use crate::score::round;

/// A series with a level of its own in the area.
struct Part<'a> {
    asked: &'a Asked<'a>,
    run: Run,
    before: Vec<Option<f64>>,
}

/// The alarm from all series that have a level in the area; none from fewer than two.
pub(crate) fn fused(area: &str, all: &[Asked<'_>]) -> Option<FusedAlarm> {
    let part = |asked| {
        let asked: &Asked<'_> = asked;
        let (run, before) = (asked.measure.run(area)?, asked.measure.before(area));
        Some(Part { asked, run, before })
    };
    let parts: Vec<Part<'_>> = all.iter().filter_map(part).collect();
    if parts.len() < 2 {
        return None;
    }
    let same = |a: usize, b: usize| correlation(&parts[a].before, &parts[b].before);
    let pairs = (0..parts.len()).flat_map(|b| (0..b).map(move |a| (a, b)));
    let id = |at: usize| parts[at].asked.series.id.clone();
    let correlations = pairs
        .map(|(a, b)| SeriesPair { between: [id(a), id(b)], correlation: round(same(a, b)) })
        .collect();
    let (series, alarm) = ((0..parts.len()).map(id).collect(), alarm_of(&parts, same));
    Some(FusedAlarm { series, correlations, alarm })
}

fn alarm_of(parts: &[Part<'_>], same: impl Fn(usize, usize) -> f64) -> Alarm {
    let laws: Vec<(f64, f64)> = parts.iter().map(|p| (p.run.mean, p.run.alpha)).collect();
    let mut fused = Fused::new(&laws, same, alarm::THRESHOLD);
    let days = parts.iter().map(|p| p.run.counts.len()).max().unwrap_or_default();
    let count = |part: &Part<'_>, at: usize| part.run.counts.get(at).copied().flatten();
    let mut day = |at: usize| -> Watch {
        let told: Vec<(Option<f64>, f64)> =
            parts.iter().map(|p| (count(p, at), p.asked.measure.share_of(at))).collect();
        fused.day_of(&told)
    };
    let told: Vec<Watch> = (0..days).map(&mut day).collect();
    let first: Vec<Option<f64>> = (0..days).map(|at| count(&parts[0], at)).collect();
    raised(parts[0].run.start, &first, &told)
}

/// The alarm in words, while it is up.
pub(crate) fn in_words(told: &FusedAlarm, all: &[Asked<'_>]) -> Option<StateReason> {
    let source = |id: &String| all.iter().find(|a| a.series.id == *id).map(|a| &a.series.source);
    let names: Vec<Bilingual> = told.series.iter().filter_map(source).cloned().collect();
    let most = told.correlations.iter().map(|pair| pair.correlation).fold(0.0, f64::max);
    let (n, names) = (plain(told.series.len().to_string()), list(&names));
    let (correlation, alarm) = (numbers::ratio(most), crate::course::alarm_words(&told.alarm)?);
    let arguments =
        [("n", &n), ("series", &names), ("correlation", &correlation), ("alarm", &alarm)];
    let rests_on = told.series.iter().map(|id| format!("counts:{id}")).collect();
    Some(reason("fused", say("state.fused", &arguments), rests_on))
}
