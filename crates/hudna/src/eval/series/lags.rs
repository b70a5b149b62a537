//! How well are breaks told? False alarms on calm days, and days until a break is seen.

use serde::Serialize;

/// Days after a break for which it is watched for; an alarm later than that has missed it.
pub const WATCHED: usize = 60;
/// A crossing within so many days of the last one renews that alarm and is no new one.
pub const RENEWS: usize = 14;
/// Days within which a break is to be seen.
const SOON: usize = 14;
/// Days of the rate of false alarms.
const HALF_YEAR: f64 = 180.0;

/// A calm stretch of days as positions in its series, and the day on which the level rose, if it did.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Stretch {
    /// First calm day.
    pub from: usize,
    /// Last calm day.
    pub to: usize,
    /// First day of the higher level.
    pub broke: Option<usize>,
}

impl Stretch {
    /// The last day that is looked at, in a series of so many days.
    pub fn end(&self, days: usize) -> usize {
        self.broke.map_or(self.to, |broke| broke + WATCHED).min(days.saturating_sub(1))
    }

    /// Calm days that are watched; the one before a break is not counted.
    fn days(&self) -> usize {
        self.to + 1 - self.from - usize::from(self.broke.is_some())
    }

    fn calm(&self, day: usize) -> bool {
        (self.from..=self.to).contains(&day) && self.broke.is_none_or(|broke| day < broke)
    }
}

/// Figures of one way to raise alarms.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct AlarmFigures {
    /// False alarms: calm days on which the threshold was crossed.
    pub false_alarms: usize,
    /// Those of them that did not renew an alarm that was up.
    pub renewals_apart: usize,
    /// Calm area-days watched.
    pub area_days: usize,
    /// False alarms per 180 area-days.
    pub per_180_days: f64,
    /// Area-days per false alarm; none where there was none.
    pub days_per_alarm: Option<f64>,
    /// Breaks.
    pub breaks: usize,
    /// Median of the days from a break to the first crossing on or after it; a missed break counts
    /// as later than any, and none is told where the figure would be such a one.
    pub median_lag: Option<f64>,
    /// The ninth tenth, between two lags in proportion.
    pub p90_lag: Option<f64>,
    /// Breaks that were seen within 14 days.
    pub soon: usize,
    /// Breaks that were not seen within sixty days.
    pub missed: usize,
}

impl AlarmFigures {
    /// From each stretch with the days on which something crossed, in order.
    pub fn new<'a>(all: impl IntoIterator<Item = (&'a Stretch, &'a [usize])>) -> AlarmFigures {
        let (mut out, mut lags) = (AlarmFigures::default(), Vec::new());
        for (stretch, crossed) in all {
            out.area_days += stretch.days();
            out.false_alarms += crossed.iter().filter(|day| stretch.calm(**day)).count();
            out.renewals_apart += alarms(crossed).filter(|day| stretch.calm(*day)).count();
            lags.extend(stretch.broke.map(|broke| lag(broke, crossed)));
        }
        lags.sort_unstable_by_key(|lag| lag.unwrap_or(usize::MAX));
        out.per_180_days = HALF_YEAR * out.false_alarms as f64 / out.area_days.max(1) as f64;
        let some = out.false_alarms > 0;
        out.days_per_alarm = some.then(|| out.area_days as f64 / out.false_alarms as f64);
        out.breaks = lags.len();
        (out.median_lag, out.p90_lag) = (quantile(&lags, 0.5), quantile(&lags, 0.9));
        out.soon = lags.iter().flatten().filter(|lag| **lag <= SOON).count();
        out.missed = lags.iter().filter(|lag| lag.is_none()).count();
        out
    }
}

/// The crossings that raise an alarm rather than renew one.
fn alarms(crossed: &[usize]) -> impl Iterator<Item = usize> {
    let renews = |at: usize| at > 0 && crossed[at] - crossed[at - 1] <= RENEWS;
    (0..crossed.len()).filter(move |at| !renews(*at)).map(|at| crossed[at])
}

fn lag(broke: usize, crossed: &[usize]) -> Option<usize> {
    let first = crossed.iter().find(|day| **day >= broke)?;
    Some(first - broke).filter(|lag| *lag <= WATCHED)
}

/// The value below which this share of sorted lags lies, in proportion between two of them.
fn quantile(lags: &[Option<usize>], share: f64) -> Option<f64> {
    let place = share * lags.len().checked_sub(1)? as f64;
    let (low, high) = (lags[place.floor() as usize]? as f64, lags[place.ceil() as usize]? as f64);
    Some(low + (high - low) * place.fract())
}

#[cfg(test)]
mod tests {
    use super::*;

    const BROKEN: Stretch = Stretch { from: 10, to: 49, broke: Some(50) };
    const CALM: Stretch = Stretch { from: 0, to: 99, broke: None };

    #[test]
    fn renewals_are_no_new_alarm_and_days_before_the_stretch_do_not_count() {
        let found = AlarmFigures::new([(&CALM, &[3, 17, 32][..]), (&BROKEN, &[5, 52][..])]);
        assert_eq!((found.false_alarms, found.renewals_apart), (3, 2), "17 renews 3; 32 is new");
        assert_eq!(found.area_days, 100 + 39);
        assert_eq!(found.days_per_alarm, Some(139.0 / 3.0));
        assert!((found.per_180_days - 3.0 * 180.0 / 139.0).abs() < 1e-12);
    }

    #[test]
    fn lags_by_hand() {
        let lags = |crossed: &[&[usize]]| AlarmFigures::new(crossed.iter().map(|c| (&BROKEN, *c)));
        let found = lags(&[&[50], &[52], &[20, 64], &[70]]);
        assert_eq!((found.median_lag, found.soon, found.missed), (Some(8.0), 3, 0));
        assert_eq!(found.p90_lag.map(|lag| (lag * 10.0).round()), Some(182.0), "14 + .7 · 6");
        let missed = lags(&[&[50], &[111]]);
        assert_eq!((missed.missed, missed.median_lag, missed.soon), (1, None, 1));
        assert_eq!(lags(&[&[110]]).missed, 0);
    }

    #[test]
    fn no_alarm_has_no_days_between() {
        let found = AlarmFigures::new([(&CALM, &[][..])]);
        assert_eq!((found.days_per_alarm, found.median_lag, found.breaks), (None, None, 0));
    }
}
