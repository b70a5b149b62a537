//! Reports come late: the newest days are not complete. How much of a day is known by now, and how
//! many events it will have had in the end.
//!
//! What is still missing follows from the counts by Bayes' rule: events of a day are negative
//! binomial (a Poisson law whose rate is a gamma variable), each is known by now with the same
//! chance, so the missing ones are negative binomial again, and the closed form is exact (thinned
//! gamma–Poisson; for the use on reports that come late: Lawless 1994).

use crate::negbin::{LEAST_ALPHA, MOST_ALPHA, NegBin, moments, quantile};

/// Shares of a day's events that are known on the same day and on the next one, as measured before on
/// reports of a truce. From the second day on a day counts as complete.
pub const USUAL: [f64; 2] = [0.73, 0.94];
/// Rows from which a source's own delays are trusted.
pub const LEAST_ROWS: usize = 100;
/// Longest delay that is looked at, in days: what comes later was coded in hindsight.
pub const LONGEST: usize = 30;
/// Weight of the newest complete day in the level that a nowcast goes by.
const MEMORY: f64 = 0.1;
/// Complete days whose variance makes the dispersion of a nowcast.
const SPREAD_DAYS: usize = 60;
/// Least level, so that nothing is ever impossible.
const LEAST_LEVEL: f64 = 0.02;
/// Probability that may stay untold at the upper end, and the longest law.
const TOLD: (f64, usize) = (1e-9, 100_000);
/// Shares at the ends of the 90 % interval.
const ENDS: [f64; 2] = [0.05, 0.95];

/// How late a source's rows come.
#[derive(Debug, Clone, PartialEq)]
pub struct Delays {
    shares: Vec<f64>,
    rows: Option<usize>,
}

impl Default for Delays {
    /// The table of [`USUAL`].
    fn default() -> Delays {
        Delays { shares: USUAL.to_vec(), rows: None }
    }
}

impl Delays {
    /// A source's own delays, from the day of each row's event and that on which it was received,
    /// both as day numbers; rows coded in hindsight are to be left out. Days less than [`LONGEST`]
    /// days before `today` are not looked at: of them only the quick rows are known. The usual table
    /// where fewer than [`LEAST_ROWS`] rows remain.
    pub fn measured(rows: impl IntoIterator<Item = (i32, i32)>, today: i32) -> Delays {
        let mut late = vec![0_usize; LONGEST + 1];
        for (day, received) in rows {
            let lag = usize::try_from(received.saturating_sub(day));
            let old = today.saturating_sub(day) >= LONGEST as i32;
            if let Some(slot) = lag.ok().filter(|_| old).and_then(|lag| late.get_mut(lag)) {
                *slot += 1;
            }
        }
        Delays::of_lags(&late)
    }

    /// The same from how many rows came the same day, the next one, and so on; those later than
    /// [`LONGEST`] are left out.
    pub fn of_lags(late: &[usize]) -> Delays {
        let late = &late[..late.len().min(LONGEST + 1)];
        let rows: usize = late.iter().sum();
        if rows < LEAST_ROWS {
            return Delays::default();
        }
        let mut known = 0;
        let share = |n: &usize| {
            known += n;
            known as f64 / rows as f64
        };
        let mut shares: Vec<f64> = late.iter().map(share).collect();
        let whole = shares.iter().position(|share| *share >= 1.0);
        shares.truncate(whole.unwrap_or(shares.len()));
        Delays { shares, rows: Some(rows) }
    }

    /// The share of a day's events that is known so many days after it; 0 is the same day.
    pub fn share(&self, lag: usize) -> f64 {
        self.shares.get(lag).copied().unwrap_or(1.0)
    }

    /// Days after which a day is complete.
    pub fn complete_after(&self) -> usize {
        self.shares.len()
    }

    /// Rows that they were measured on; none for the usual table.
    pub fn rows(&self) -> Option<usize> {
        self.rows
    }

    /// Counts whose last day is `lag` days ago, the incomplete ones among them replaced by what they
    /// are expected to have in the end.
    pub fn completed(&self, counts: &[Option<f64>], lag: usize) -> Vec<Option<f64>> {
        let late = self.complete_after().saturating_sub(lag).min(counts.len());
        let (whole, newest) = counts.split_at(counts.len() - late);
        let expected = |(at, count): (usize, &Option<f64>)| {
            Some(self.nowcast(lag + late - 1 - at, (*count)?, whole).expected)
        };
        let newest = newest.iter().enumerate().map(expected);
        whole.iter().copied().chain(newest).collect()
    }

    /// What a day will have had in the end of which so many events are known `lag` days after it.
    /// `before` are the days before it, in order; those that nobody counted say nothing.
    pub fn nowcast(&self, lag: usize, reported: f64, before: &[Option<f64>]) -> Nowcast {
        Nowcast::new(reported, self.share(lag), level(before))
    }
}

/// The law of a day, by the days before it.
fn level(before: &[Option<f64>]) -> NegBin {
    let counted: Vec<f64> = before.iter().flatten().copied().collect();
    let recent = &counted[counted.len().saturating_sub(SPREAD_DAYS)..];
    let start = recent.iter().sum::<f64>() / recent.len().max(1) as f64;
    let mean = recent.iter().fold(start, |mean, count| mean + MEMORY * (count - mean));
    let alpha = match moments(recent) {
        Some((m, var)) if m > 0.0 => ((var - m) / (m * m)).clamp(LEAST_ALPHA, MOST_ALPHA),
        _ => 1.0,
    };
    NegBin::new(mean.max(LEAST_LEVEL), alpha)
}

/// A day that is not complete.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Nowcast {
    /// Events known by now.
    pub reported: f64,
    /// The share of the day's events that is known by now.
    pub share: f64,
    /// Events expected in the end.
    pub expected: f64,
    /// Lower end of the 90 % interval; never below what is reported.
    pub low: f64,
    /// Upper end.
    pub high: f64,
}

impl Nowcast {
    /// A day of which so many events are known, this share of all, when its count has this law.
    pub fn new(reported: f64, share: f64, law: NegBin) -> Nowcast {
        if share >= 1.0 {
            return Nowcast {
                reported,
                share: 1.0,
                expected: reported,
                low: reported,
                high: reported,
            };
        }
        let share = share.max(0.0);
        let missing = missing(reported, share, law);
        let pmf = missing.pmf(TOLD.0, TOLD.1);
        let [low, high] = ENDS.map(|end| reported + quantile(&pmf, end) as f64);
        Nowcast { reported, share, expected: reported + missing.mean(), low, high }
    }
}

/// The law of the events of a day that are not known yet.
fn missing(reported: f64, share: f64, law: NegBin) -> NegBin {
    let shape = 1.0 / law.alpha();
    let mean = (shape + reported) * (1.0 - share) / (shape / law.mean() + share);
    NegBin::new(mean, 1.0 / (shape + reported))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::draws::Draws;

    #[test]
    fn the_usual_table_is_complete_on_the_second_day() {
        let usual = Delays::default();
        assert_eq!([0, 1, 2, 9].map(|lag| usual.share(lag)), [0.73, 0.94, 1.0, 1.0]);
        assert_eq!((usual.complete_after(), usual.rows()), (2, None));
    }

    /// So many rows of each delay, of a day long past.
    fn rows(late: &[(i32, usize)]) -> Vec<(i32, i32)> {
        late.iter().flat_map(|(lag, n)| std::iter::repeat_n((0, *lag), *n)).collect()
    }

    #[test]
    fn own_delays_are_trusted_from_a_hundred_rows_on() {
        let own = Delays::measured(rows(&[(0, 50), (1, 30), (3, 20)]), 100);
        assert_eq!([0, 1, 2, 3, 4].map(|lag| own.share(lag)), [0.5, 0.8, 0.8, 1.0, 1.0]);
        assert_eq!((own.complete_after(), own.rows()), (3, Some(100)));
        assert_eq!(Delays::measured(rows(&[(0, 50), (1, 49)]), 100), Delays::default());
        assert_eq!(Delays::of_lags(&[50, 30, 0, 20]), own);
        assert_eq!(Delays::of_lags(&[50, 49]), Delays::default());
        let mut late = vec![0; 60];
        (late[0], late[59]) = (100, 900);
        assert_eq!(Delays::of_lags(&late).complete_after(), 0, "hindsight says nothing of delays");
    }

    #[test]
    fn rows_that_say_nothing_of_delays_are_left_out() {
        let good = rows(&[(0, 60), (2, 40)]);
        let expected = Delays::measured(good.clone(), 100);
        let mut all = rows(&[(-1, 50), (LONGEST as i32 + 1, 50)]);
        all.extend(std::iter::repeat_n((100 - LONGEST as i32 + 1, 80), 50));
        all.extend(good);
        assert_eq!(Delays::measured(all, 100), expected);
        assert_eq!(Delays::measured(rows(&[(0, 200)]), LONGEST as i32).complete_after(), 0);
        assert_eq!(Delays::measured(rows(&[(0, 200)]), 29), Delays::default());
    }

    #[test]
    fn only_the_newest_days_are_completed() {
        let usual = Delays::default();
        let mut days = vec![Some(4.0); 62];
        days[61] = Some(2.0);
        let told = usual.completed(&days, 0);
        assert_eq!(told[..60], days[..60]);
        let nowcast = |lag, reported| Some(usual.nowcast(lag, reported, &days[..60]).expected);
        assert_eq!(told[60..], [nowcast(1, 4.0), nowcast(0, 2.0)]);
        assert!(told[61] > Some(2.0) && told[60] > Some(4.0));
        // The last day was yesterday: it alone is incomplete, by less.
        assert_eq!(
            usual.completed(&days, 1)[61],
            Some(usual.nowcast(1, 2.0, &days[..61]).expected)
        );
        assert_eq!(usual.completed(&days, 2), days);
        assert_eq!(usual.completed(&[None, None], 0), [None, None], "nobody counted");
        assert_eq!(usual.completed(&[], 0), []);
    }

    #[test]
    fn a_nowcast_by_hand() {
        // Shape 1, level 2: of the missing the shape is 1 + 1 = 2, the mean 2·0.5/(1/2 + 0.5) = 1,
        // so they are 0, 1, 2, 3 with 4/9, 8/27, 4/27, 16/243: 0.9547 together.
        let told = Nowcast::new(1.0, 0.5, NegBin::new(2.0, 1.0));
        assert!((told.expected - 2.0).abs() < 1e-12, "{told:?}");
        assert_eq!((told.reported, told.low, told.high), (1.0, 1.0, 4.0));
    }

    #[test]
    fn a_complete_day_is_what_it_is_and_an_unknown_one_the_level() {
        let law = NegBin::new(4.0, 0.5);
        let whole = Nowcast::new(3.0, 1.0, law);
        assert_eq!((whole.low, whole.expected, whole.high), (3.0, 3.0, 3.0));
        assert!((Nowcast::new(0.0, 0.0, law).expected - 4.0).abs() < 1e-12);
    }

    #[test]
    fn the_closed_form_is_the_rule_of_bayes() {
        let (law, share, reported) = (NegBin::new(3.0, 0.6), 0.73_f64, 2_u32);
        // Chance of y in the end times that of 2 known among y.
        let weight = |y: u32| {
            let ways = f64::from(y * (y - 1)) / 2.0;
            let known = ways * share.powi(2) * (1.0 - share).powi(y as i32 - 2);
            law.ln_pmf(f64::from(y)).exp() * known
        };
        let all: f64 = (reported..200).map(weight).sum();
        let told = missing(f64::from(reported), share, law).pmf(1e-12, 1000);
        for (more, p) in told.iter().enumerate().take(30) {
            let exact = weight(reported + more as u32) / all;
            assert!((p - exact).abs() < 1e-9, "{more}: {p} for {exact}");
        }
    }

    #[test]
    fn the_interval_holds_what_it_says_and_the_nowcast_leans_to_no_side() {
        let mut draws = Draws(7);
        let (delays, mut held, mut over, mut reported) = (Delays::default(), 0, 0.0, 0.0);
        let counts = draws.counts(6.0, 0.4, 2060);
        let before: Vec<Option<f64>> = counts.iter().copied().map(Some).collect();
        for day in 60..counts.len() {
            let known = draws.thinned(counts[day], USUAL[0]);
            let told = delays.nowcast(0, known, &before[..day]);
            held += usize::from((told.low..=told.high).contains(&counts[day]));
            over += told.expected - counts[day];
            reported += known - counts[day];
        }
        assert!((1800..=1990).contains(&held), "{held} of 2000");
        let (over, reported) = (over / 2000.0, reported / 2000.0);
        assert!(over.abs() < 0.15 && reported < -1.4, "{over} beside {reported} of the reported");
    }

    #[test]
    fn days_that_nobody_counted_do_not_lower_the_level() {
        let mut days = vec![Some(8.0); 60];
        let told = Delays::default().nowcast(0, 4.0, &days);
        days.extend(vec![None; 20]);
        assert_eq!(Delays::default().nowcast(0, 4.0, &days), told);
        assert!(Delays::default().nowcast(0, 0.0, &[]).expected < 0.05, "nothing is known at all");
    }
}
