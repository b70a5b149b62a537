//! Is a feed alive? A source that falls silent looks like peace, so the volume of all its areas is
//! held against its own last weeks, and against other sources of the same days.
//!
//! The last one, two or three days are too few when a negative binomial about the level of the last
//! sixty usable days would bring so little less than once in a thousand. Its dispersion comes from
//! differences of neighbouring days, which a level that moves slowly leaves alone (von Neumann
//! 1941). A truce makes a feed quieter in truth: its first two weeks are no silence unless all but
//! nothing comes. What is told of a day rests on that day and those before it alone.
//!
//! Limits: a feed of which three empty days in a row are no rare chance (fewer than about two or
//! three rows a day) cannot be told from quiet so soon, and says so; one area that goes dark among
//! many is not seen; after three weeks, a feed that still tells a little counts as lower, not dead.

use crate::negbin::NegBin;

/// Probability under which so little is no chance.
pub const RARE: f64 = 0.001;
/// Days before which nothing is said of a feed: those of a baseline.
pub const FIRST: usize = 42;
/// Days that are held against the level together, at most.
pub const TESTED: usize = 3;
/// Days that make the level, at most and at least.
const LEVEL_DAYS: (usize, usize) = (60, 10);
/// Days back among which they are looked for.
const LOOKED_BACK: usize = 120;
/// Days after the start of a truce in which a fall is no silence.
const YOUNG: usize = 14;
/// Share of the level under which a feed is dead; under which others are quiet too; under which one
/// that stands alone is thin.
const DEAD: f64 = 0.05;
const ALL_QUIET: f64 = 0.1;
const THIN: f64 = 0.25;
/// Another source tells at least this share of its level, and the feed less than half of that share.
const OTHERS_TELL: f64 = 0.25;
/// Least mean of another source that is listened to.
const OTHERS_MEAN: f64 = 0.5;
/// Probability at which a day is as usual again; days running of which silence ends.
const USUAL: (f64, usize) = (0.05, 2);
/// Days after which a feed that still tells something is not silent but lower.
const LASTING: usize = 21;
/// Least and greatest dispersion.
const ALPHA: (f64, f64) = (0.02, 2.0);

/// Why a feed is told to be silent.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Why {
    /// All but nothing comes.
    Dead,
    /// Others tell of the same days as ever, and it does not.
    Behind,
    /// Far less comes than before, and there is no other to compare.
    Thin,
}

/// What is told of a day.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub struct Heard {
    /// The feed is silent: from which position on, and why. On the day on which it is found the days
    /// that gave it away are silent too: up to two before it.
    pub silent: Option<(usize, Why)>,
    /// What was taken for silence was a lower level: days from this position on count after all.
    pub restored: Option<usize>,
    /// Quiet could not be told from silence on this day: the feed is not known long enough, or tells
    /// so little that three days of nothing are no rare chance.
    pub too_few: bool,
    /// Probability that the days told of (the last one, two or three) bring so little; none where the
    /// feed was not judged.
    pub chance: Option<f64>,
    /// What those days brought a day, as a share of the level.
    pub ratio: Option<f64>,
}

impl Heard {
    /// From which position on nothing is known of the areas. A feed that is thin still tells, and
    /// alone nobody can say whether less happened or less was told: its counts stand.
    pub fn gap(&self) -> Option<usize> {
        self.silent.filter(|(_, why)| *why != Why::Thin).map(|(first, _)| first)
    }
}

/// What is told of each day on each of some sources that count the same days, each held against the
/// others: as it was told on that day. `truce_starts` are positions of days. A day is none where
/// nobody counted: it is missing, and that is known.
pub fn silence(sources: &[Vec<Option<f64>>], truce_starts: &[usize]) -> Vec<Vec<Heard>> {
    let of = |own: usize| {
        let others = || (0..sources.len()).filter(|at| *at != own);
        let mut listener = Listener::new(sources.len().saturating_sub(1));
        let mut day = |(at, volume): (usize, &Option<f64>)| {
            if truce_starts.contains(&at) {
                listener.truce();
            }
            let beside: Vec<Option<f64>> =
                others().map(|other| sources[other].get(at).copied().flatten()).collect();
            listener.take(*volume, &beside)
        };
        sources[own].iter().enumerate().map(&mut day).collect()
    };
    (0..sources.len()).map(of).collect()
}

/// The counts of an area with the days taken out on which nothing is known ([`Heard::gap`]), as far
/// as that is known on the last day heard. A filter, an alarm or an outlook goes over the result anew.
pub fn mask(counts: &[Option<f64>], heard: &[Heard]) -> Vec<Option<f64>> {
    let mut out = counts.to_vec();
    for (at, heard) in heard.iter().enumerate().take(counts.len()) {
        if let Some(since) = heard.gap() {
            out[since.min(at)..=at].fill(None);
        }
        if let Some(from) = heard.restored {
            out[from..=at].copy_from_slice(&counts[from..=at]);
        }
    }
    out
}

/// The level of a feed: on which days it rests, their mean and dispersion.
struct Level {
    days: Vec<usize>,
    mean: f64,
    alpha: f64,
}

/// The last days of a feed held against its level: probability of so little, and the share.
#[derive(Debug, Clone, Copy)]
struct Test {
    chance: f64,
    ratio: f64,
}

/// How many of the last days are told of: the most that are dead, else the rarest.
fn telling(tests: &[Test; TESTED]) -> usize {
    let rarer = |best: usize, at: usize| {
        if tests[at].chance < tests[best].chance { at } else { best }
    };
    let dead = tests.iter().rposition(|test| test.chance < RARE && test.ratio < DEAD);
    dead.unwrap_or_else(|| (1..TESTED).fold(0, rarer)) + 1
}

/// Listens to a feed.
#[derive(Debug, Clone, Default)]
pub struct Listener {
    volume: Vec<Option<f64>>,
    others: Vec<Vec<Option<f64>>>,
    /// Days that may make the level.
    usable: Vec<bool>,
    truce: Option<usize>,
    /// First day of a level that turned out to last: days before it are of another one.
    lower: usize,
    /// The day on which silence was found, the first day under test, and why.
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
        self.take(Some(volume), others)
    }

    /// The same, of a day that nobody may have counted: it is missing in itself, and a silence goes on
    /// over it.
    pub fn take(&mut self, volume: Option<f64>, others: &[Option<f64>]) -> Heard {
        self.volume.push(volume);
        self.usable.push(volume.is_some());
        for (at, known) in self.others.iter_mut().enumerate() {
            known.push(others.get(at).copied().flatten());
        }
        let mut out = self.judge();
        out.silent = self.silent.map(|(_, first, why)| (first, why));
        out.too_few &= out.silent.is_none();
        out
    }

    /// The usable days that make the level; none while there are too few.
    fn level(&self) -> Option<Level> {
        let today = self.volume.len() - 1;
        if today < FIRST {
            return None;
        }
        let begun = self.truce.filter(|begun| today - begun >= YOUNG).unwrap_or_default();
        let from = today.saturating_sub(LOOKED_BACK).max(begun).max(self.lower);
        let usable = (from..today + 1 - TESTED).filter(|day| self.usable[*day]);
        let usable: Vec<usize> = usable.collect();
        let days = usable[usable.len().saturating_sub(LEVEL_DAYS.0)..].to_vec();
        let counts: Vec<f64> = days.iter().filter_map(|day| self.volume[*day]).collect();
        let (mean, alpha) = moments(&counts);
        (days.len() >= LEVEL_DAYS.1).then_some(Level { days, mean, alpha })
    }

    fn judge(&mut self) -> Heard {
        let Some(level) = self.level() else {
            self.unjudged();
            return Heard { too_few: true, ..Heard::default() };
        };
        let too_few = level.chance(TESTED, 0.0) >= RARE;
        let Some(today) = self.volume[self.volume.len() - 1] else {
            return Heard { too_few, ..Heard::default() };
        };
        let tests: [Test; TESTED] = std::array::from_fn(|n| self.test(&level, n + 1));
        let days = telling(&tests);
        let test = tests[days - 1];
        let restored = self.decide(today, &tests, self.why(&level, days, test), days);
        let (chance, ratio) = (Some(test.chance), Some(test.ratio));
        Heard { silent: None, restored, too_few, chance, ratio }
    }

    /// Whether silence begins or goes on, when the last days would say so of today. Gives the first
    /// of the days that are usable after all.
    fn decide(
        &mut self,
        came: f64,
        tests: &[Test; TESTED],
        why: Option<Why>,
        days: usize,
    ) -> Option<usize> {
        let (today, first) = (self.volume.len() - 1, self.volume.len() - days);
        match (self.silent, why) {
            (None, None) => return None,
            (None, Some(why)) => {
                self.usable[first..].fill(false);
                (self.silent, self.usual) = (Some((today, first, why)), 0);
                return None;
            }
            // What was thin has died.
            (Some((found, _, Why::Thin)), Some(why)) if why != Why::Thin => {
                self.silent = Some((found, first, why));
            }
            (Some(_), _) => {}
        }
        self.goes_on(came, tests)
    }

    /// A day without a level. A feed that was dead for so long that nobody knows its level is back
    /// when it tells something two days running.
    fn unjudged(&mut self) {
        let today = self.volume.len() - 1;
        if self.silent.is_none() {
            return;
        }
        let tells = self.volume[today].is_some_and(|v| v > 0.0);
        self.usual = if tells { self.usual + 1 } else { 0 };
        if self.usual >= USUAL.1 {
            self.silent = None;
        } else {
            self.usable[today] = false;
        }
    }

    /// The last days: of these, those that were counted.
    fn test(&self, level: &Level, days: usize) -> Test {
        let (counted, sum) = self.last(days);
        let ratio = sum / counted.max(1) as f64 / level.mean.max(1e-9);
        Test { chance: level.chance(counted.max(1), sum), ratio }
    }

    /// How many of the last days were counted, and what came in them.
    fn last(&self, days: usize) -> (usize, f64) {
        let from = self.volume.len().saturating_sub(days);
        let counted = || self.volume[from..].iter().flatten();
        (counted().count(), counted().sum())
    }

    /// Whether silence goes on today; a day of nothing never ends it. Gives the first of the days that
    /// are usable after all.
    fn goes_on(&mut self, came: f64, tests: &[Test; TESTED]) -> Option<usize> {
        let today = self.volume.len() - 1;
        let (found, first, _) = self.silent?;
        let usual = [0, TESTED - 1].iter().all(|at| tests[*at].chance >= USUAL.0);
        self.usual = if usual && came > 0.0 { self.usual + 1 } else { 0 };
        if self.usual >= USUAL.1 {
            self.silent = None;
        } else if today - found >= LASTING && came > 0.0 {
            (self.silent, self.lower) = (None, first);
            for day in first..=today {
                self.usable[day] = self.volume[day].is_some();
            }
            return Some(first);
        } else {
            self.usable[today] = false;
        }
        None
    }

    /// Whether so little in the last days is silence.
    fn why(&self, level: &Level, days: usize, Test { chance, ratio }: Test) -> Option<Why> {
        if chance >= RARE {
            return None;
        }
        let today = self.volume.len() - 1;
        let most = self.others.iter().filter_map(|told| share(told, level, days)).reduce(f64::max);
        let young = self.truce.is_some_and(|begun| today - begun < YOUNG);
        match most {
            _ if ratio < DEAD => most.is_none_or(|m| m >= ALL_QUIET).then_some(Why::Dead),
            _ if young => None,
            Some(most) => (most >= OTHERS_TELL && ratio < most / 2.0).then_some(Why::Behind),
            None => (ratio < THIN).then_some(Why::Thin),
        }
    }
}

/// What another source told in the last days, as a share of its mean over the days of a level; none
/// of one that does not know these days or tells next to nothing.
fn share(told: &[Option<f64>], level: &Level, days: usize) -> Option<f64> {
    let before: Vec<f64> = level.days.iter().filter_map(|day| told[*day]).collect();
    let mean = before.iter().sum::<f64>() / before.len().max(1) as f64;
    let now: f64 = told[told.len() - days..].iter().copied().sum::<Option<f64>>()?;
    let enough = before.len() >= LEVEL_DAYS.1 && mean > OTHERS_MEAN;
    enough.then_some(now / days as f64 / mean)
}

impl Level {
    /// Probability that so many days bring this or less.
    fn chance(&self, days: usize, sum: f64) -> f64 {
        let days = days as f64;
        NegBin::new(self.mean * days, self.alpha / days).cdf(sum)
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
#[path = "silence_tests.rs"]
mod tests;
