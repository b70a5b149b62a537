//! Is a feed alive? A source that falls silent looks like peace, so the volume of all its areas is
//! held against its own last weeks, and against other sources of the same days.
//!
//! The last one, two or three days are too few when a negative binomial about the level of the last
//! sixty usable days would bring so little less than once in a thousand. Its dispersion comes from
//! differences of neighbouring days, which a level that moves slowly leaves alone (von Neumann
//! 1941). A truce makes a feed quieter in truth: its first two weeks are no silence unless nothing
//! at all comes.

use crate::negbin::NegBin;

/// Probability under which so little is no chance.
pub const RARE: f64 = 0.001;
/// Days before which nothing is said of a feed.
pub const FIRST: usize = 42;
/// Days that make the level, at most and at least.
const LEVEL_DAYS: (usize, usize) = (60, 10);
/// Days back among which they are looked for.
const LOOKED_BACK: usize = 120;
/// Days that are held against it together, at most.
const TESTED: usize = 3;
/// Days after the start of a truce in which a fall is no silence.
const YOUNG: usize = 14;
/// Share of the level under which a feed is dead; under which others are quiet too; under which one
/// that stands alone is thin.
const DEAD: f64 = 0.05;
const ALL_QUIET: f64 = 0.1;
const THIN: f64 = 0.25;
/// Another source tells at least this share of its level, and the feed less than half of that share.
const OTHERS_TELL: f64 = 0.25;
/// Probability at which a day is as usual again; days running of which silence ends.
const USUAL: (f64, usize) = (0.05, 2);
/// Days after which a feed that still tells something is not silent but lower.
const LASTING: usize = 21;
/// Least and greatest dispersion.
const ALPHA: (f64, f64) = (0.02, 2.0);

/// Why a feed is told to be silent.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Why {
    /// All but nothing comes.
    Dead,
    /// Others tell of the same days as ever, and it does not.
    Behind,
    /// Far less comes than before, and there is no other to compare.
    Thin,
}

/// What is told of a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Heard {
    /// The feed is silent: from which position on, and why.
    pub silent: Option<(usize, Why)>,
    /// What was taken for silence was a lower level: days from this position on count after all.
    pub restored: Option<usize>,
}

impl Heard {
    /// From which position on nothing is known of the areas. A feed that is thin still tells, and
    /// alone nobody can say whether less happened or less was told: its counts stand.
    pub fn gap(&self) -> Option<usize> {
        self.silent.filter(|(_, why)| *why != Why::Thin).map(|(first, _)| first)
    }
}

/// Listens to a feed.
#[derive(Debug, Clone, Default)]
pub struct Listener {
    volume: Vec<f64>,
    others: Vec<Vec<Option<f64>>>,
    /// Days that may make the level.
    usable: Vec<bool>,
    truce: Option<usize>,
    /// Since when it is silent as it was found, the first day under test, and why.
    silent: Option<(usize, usize, Why)>,
    usual: usize,
}

impl Listener {
    /// A listener that has heard nothing, beside so many other sources.
    pub fn new(others: usize) -> Listener {
        Listener { others: vec![Vec::new(); others], ..Listener::default() }
    }

    /// A truce begins on the next day.
    pub fn truce(&mut self) {
        self.truce = Some(self.volume.len());
    }

    /// Takes the next day: what the feed told in all its areas, and what each other source did.
    pub fn day(&mut self, volume: f64, others: &[Option<f64>]) -> Heard {
        self.volume.push(volume);
        self.usable.push(true);
        for (known, told) in self.others.iter_mut().zip(others) {
            known.push(*told);
        }
        let restored = self.level().and_then(|level| self.judge(&level));
        Heard { silent: self.silent.map(|(_, first, why)| (first, why)), restored }
    }

    /// Positions of the usable days that make the level; none while there are too few.
    fn level(&self) -> Option<Vec<usize>> {
        let today = self.volume.len() - 1;
        if today < FIRST {
            return None;
        }
        let begun = self.truce.filter(|begun| today - begun >= YOUNG).unwrap_or_default();
        let from = today.saturating_sub(LOOKED_BACK).max(begun);
        let days = (from..today + 1 - TESTED).filter(|day| self.usable[*day]);
        let days: Vec<usize> = days.collect();
        let days = days[days.len().saturating_sub(LEVEL_DAYS.0)..].to_vec();
        (days.len() >= LEVEL_DAYS.1).then_some(days)
    }

    /// Judges today; gives the first of the days that are usable after all.
    fn judge(&mut self, level: &[usize]) -> Option<usize> {
        let base: Vec<f64> = level.iter().map(|day| self.volume[*day]).collect();
        let (mean, alpha) = moments(&base);
        let chance =
            |days: usize| NegBin::new(mean * days as f64, alpha / days as f64).cdf(self.last(days));
        let chances: [f64; TESTED] = std::array::from_fn(|n| chance(n + 1));
        let share = |days: usize| self.last(days) / days as f64 / mean.max(1e-9);
        let rarest = (0..TESTED).reduce(|a, b| if chances[b] < chances[a] { b } else { a })?;
        let dead = (0..TESTED).rev().find(|n| chances[*n] < RARE && share(n + 1) < DEAD);
        let days = dead.unwrap_or(rarest) + 1;
        let rare = chances[days - 1] < RARE;
        let why = if rare { self.why(level, days, share(days)) } else { None };
        let first = self.volume.len() - days;
        match (self.silent, why) {
            (None, Some(why)) => {
                self.usable[first..].fill(false);
                (self.silent, self.usual) = (Some((self.volume.len() - 1, first, why)), 0);
                None
            }
            (None, None) => None,
            (Some((found, _, Why::Thin)), Some(why)) if why != Why::Thin => {
                self.silent = Some((found, first, why));
                self.goes_on(&chances)
            }
            (Some(_), _) => self.goes_on(&chances),
        }
    }

    /// Whether silence goes on today, by the chances of the last one, two and three days. A day of
    /// nothing never ends it.
    fn goes_on(&mut self, chances: &[f64; TESTED]) -> Option<usize> {
        let today = self.volume.len() - 1;
        let (found, first, _) = self.silent?;
        let speaks = self.volume[today] > 0.0;
        let usual = speaks && chances[0] >= USUAL.0 && chances[TESTED - 1] >= USUAL.0;
        self.usual = if usual { self.usual + 1 } else { 0 };
        if self.usual >= USUAL.1 {
            self.silent = None;
        } else if today - found >= LASTING && speaks {
            self.silent = None;
            self.usable[first..].fill(true);
            return Some(first);
        } else {
            self.usable[today] = false;
        }
        None
    }

    /// What came in the last days.
    fn last(&self, days: usize) -> f64 {
        self.volume[self.volume.len() - days..].iter().sum()
    }

    /// Whether so little is silence, of the last days whose mean is this share of the level.
    fn why(&self, level: &[usize], days: usize, share: f64) -> Option<Why> {
        let today = self.volume.len() - 1;
        let others = self.others.iter().filter_map(|told| {
            let base: Vec<f64> = level.iter().filter_map(|day| told[*day]).collect();
            let now: Option<f64> = told[today + 1 - days..].iter().copied().sum();
            let mean = base.iter().sum::<f64>() / base.len().max(1) as f64;
            let enough = base.len() >= LEVEL_DAYS.1 && mean > 0.5;
            now.filter(|_| enough).map(|now| now / days as f64 / mean)
        });
        let most = others.reduce(f64::max);
        let young = self.truce.is_some_and(|begun| today - begun < YOUNG);
        match most {
            _ if share < DEAD => Some(Why::Dead).filter(|_| most.is_none_or(|m| m >= ALL_QUIET)),
            _ if young => None,
            Some(most) => (most >= OTHERS_TELL && share < most / 2.0).then_some(Why::Behind),
            None => (share < THIN).then_some(Why::Thin),
        }
    }
}

/// Mean and dispersion, the latter from differences of neighbours.
fn moments(days: &[f64]) -> (f64, f64) {
    let mean = days.iter().sum::<f64>() / days.len().max(1) as f64;
    let pairs = || days.windows(2).map(|p| (p[0], p[1]));
    let moved: f64 = pairs().map(|(a, b)| (b - a).powi(2) / 2.0 - f64::midpoint(a, b)).sum();
    let square: f64 = pairs().map(|(a, b)| a * b).sum();
    (mean, (moved / square.max(1e-9)).clamp(ALPHA.0, ALPHA.1))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The first day on which silence is told, of a feed of twenty to thirty rows a day and then
    /// `after`, beside another source if there is one.
    fn first(after: &[f64], other: Option<f64>, truce: Option<usize>) -> Option<(usize, Why)> {
        let mut listener = Listener::new(usize::from(other.is_some()));
        for at in 0..80 + after.len() {
            if truce == Some(at) {
                listener.truce();
            }
            let volume = if at < 80 { [20.0, 26.0, 30.0, 23.0][at % 4] } else { after[at - 80] };
            let beside = if at < 80 { Some(10.0) } else { other };
            let beside: Vec<Option<f64>> = other.map(|_| beside).into_iter().collect();
            if let Some((_, why)) = listener.day(volume, &beside).silent {
                return Some((at - 80, why));
            }
        }
        None
    }

    #[test]
    fn a_dead_feed_is_found_at_once_and_a_usual_day_is_none() {
        assert_eq!(first(&[0.0; 5], None, None), Some((0, Why::Dead)));
        assert_eq!(first(&[19.0, 24.0, 31.0, 18.0], None, None), None);
    }

    #[test]
    fn others_tell_whether_it_is_quiet_or_silent() {
        assert_eq!(first(&[0.0; 5], Some(0.0), None), None, "quiet everywhere");
        assert_eq!(first(&[3.0; 5], Some(10.0), None).map(|f| f.1), Some(Why::Behind));
        assert_eq!(first(&[3.0; 5], Some(1.5), None), None, "both fell");
        assert_eq!(first(&[3.0; 5], None, None).map(|f| f.1), Some(Why::Thin));
    }

    #[test]
    fn the_fall_at_a_truce_is_no_silence_unless_nothing_comes() {
        assert_eq!(first(&[4.0; 10], None, Some(80)), None);
        assert_eq!(first(&[0.0; 10], None, Some(80)).map(|f| f.1), Some(Why::Dead));
    }

    #[test]
    fn silence_ends_when_the_feed_is_as_usual_or_lastingly_lower() {
        let mut listener = Listener::new(0);
        let mut told = Vec::new();
        for at in 0..200 {
            let volume = match at {
                80..90 => 0.0,
                130.. => 3.0,
                _ => [20.0, 26.0, 30.0, 23.0][at % 4],
            };
            told.push(listener.day(volume, &[]).silent.is_some());
        }
        assert!(told[80..91].iter().all(|s| *s) && !told[93..130].iter().any(|s| *s));
        assert!(told[132..150].iter().all(|s| *s) && !told[180..].iter().any(|s| *s));
    }

    #[test]
    fn a_thin_feed_that_dies_is_a_gap_from_then_on() {
        let mut listener = Listener::new(0);
        let volume = |at: usize| match at {
            0..80 => [20.0, 26.0, 30.0, 23.0][at % 4],
            80..85 => 3.0,
            _ => 0.0,
        };
        let told: Vec<Heard> = (0..120).map(|at| listener.day(volume(at), &[])).collect();
        assert!(matches!(told[82].silent, Some((_, Why::Thin))) && told[84].gap().is_none());
        assert!(told[87..].iter().all(|h| h.gap().is_some_and(|from| from >= 84)), "{told:?}");
    }

    #[test]
    fn nothing_is_said_of_a_feed_too_thin_to_tell() {
        let mut listener = Listener::new(0);
        let silent = |at: usize| listener.day(if at < 80 { 1.0 } else { 0.0 }, &[]).silent;
        assert!((0..82).map(silent).all(|s| s.is_none()));
    }
}
