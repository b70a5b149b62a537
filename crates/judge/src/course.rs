//! The course of violence in an area since the truce began: its level against the time before, the
//! alarm, the outlook. The methods stand in `hudna-series`; here days and areas are put to them.

use hudna_model::{Alarm, AreaStatus, Bilingual, HistoryDay, Outlook, ViolenceLevel};
use hudna_series::outlook::Errors;
use hudna_series::{
    Baseline, Class, Detector, Level, LevelFilter, Outlook as Law, Pace, Severity, Watch, alarm,
};

use crate::days::{Days, iso, of_moment};
use crate::numbers::{self, day_and_year};
use crate::say::{self, plain, say, term};
use crate::score::round;
use crate::series::Counts;
use crate::{Context, rules};

/// Lengths of the outlook, in days.
const AHEAD: [usize; 3] = [1, 3, 7];

/// Days within which something may change a state that is told as what would change it.
const CHANGE_DAYS: u32 = 60;

/// How many of the worst days since a rise are named.
const WORST_DAYS: usize = 3;

/// What an area is held against, and how much the days of all areas differ.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Measure<'c> {
    counts: &'c Counts<'c>,
    start: i32,
    today: i32,
    all: f64,
    /// Errors of past forecasts of all areas, for each length of [`AHEAD`].
    errors: [Errors; AHEAD.len()],
    /// What events of all areas bring in deaths.
    severity: Severity,
}

/// The days of a truce in an area, and what they are held against.
pub(crate) struct Run {
    /// The first day of the truce.
    pub start: i32,
    /// Events day by day, up to the last day counted.
    pub counts: Vec<Option<f64>>,
    /// Mean a day before the truce.
    pub mean: f64,
    /// Dispersion.
    pub alpha: f64,
}

impl Run {
    pub(crate) fn last(&self) -> i32 {
        self.start + number(self.counts.len()) - 1
    }

    /// Events on these days.
    pub(crate) fn events(&self, days: Days) -> f64 {
        let on = |(at, n): (usize, &Option<f64>)| {
            let within = (days.first..=days.last).contains(&(self.start + number(at)));
            n.filter(|_| within)
        };
        self.counts.iter().enumerate().filter_map(on).fold(0.0, |sum, n| sum + n)
    }
}

/// An area's course up to the last day counted.
#[derive(Debug, Clone, Default)]
pub(crate) struct Course {
    pub level: Option<ViolenceLevel>,
    pub alarm: Option<Alarm>,
    pub outlook: Vec<Outlook>,
    /// Deaths of the same days.
    pub severity: Vec<Outlook>,
    pub history: Vec<HistoryDay>,
    /// That the last day is incomplete, and what it will have had.
    pub incomplete: Option<Bilingual>,
    /// What would change the class that the level makes.
    pub change: Vec<Bilingual>,
}

impl<'c> Measure<'c> {
    /// The truce's beginning, and the dispersion of all areas before it.
    pub(crate) fn new(counts: &'c Counts<'c>, ctx: &Context<'_>) -> Self {
        let start = of_moment(ctx.agreement.effective);
        let areas = &ctx.agreement.areas.list;
        let all: Vec<Baseline> = areas.iter().map(|area| baseline(counts, area, start)).collect();
        let today = of_moment(ctx.as_of);
        let pace = |area: &String| pace(counts, area, start, today);
        let paces: Vec<Pace> = areas.iter().map(pace).collect();
        let errors = AHEAD.map(|days| paces.iter().map(|pace| pace.errors(days)).sum());
        let severity = areas.iter().map(|area| severity(counts, area)).sum();
        let all = hudna_series::dispersion_of_all(&all);
        Measure { counts, start, today, all, errors, severity }
    }

    /// The course of an area; nothing where too little was counted before the truce, or nothing
    /// since.
    pub(crate) fn course(&self, area: &str) -> Course {
        let Some(Run { start, counts, mean, alpha }) = self.run(area) else {
            return Course::default();
        };
        let last = start + number(counts.len()) - 1;
        let mut filter = LevelFilter::new(mean, alpha);
        let mut detector = Detector::new(mean, alpha, alarm::THRESHOLD);
        let mut day = |(at, count): (usize, &Option<f64>)| {
            let share = self.share(self.start + number(at));
            (filter.day(*count, share), detector.day(*count, share))
        };
        let told: Vec<(Level, Watch)> = counts.iter().enumerate().map(&mut day).collect();
        let pace = pace(self.counts, area, self.start, self.today);
        let ahead = |(days, errors): (usize, &Errors)| pace.ahead(days, *errors);
        let laws: Vec<Law> = AHEAD.into_iter().zip(&self.errors).map(ahead).collect();
        let watches: Vec<Watch> = told.iter().map(|(_, watch)| *watch).collect();
        Course {
            level: told.last().map(|(level, _)| told_level(level)),
            alarm: Some(raised(start, &counts, &watches)),
            outlook: AHEAD.into_iter().zip(&laws).map(told_outlook).collect(),
            severity: self.severity(area, &laws),
            history: history(self.start, &counts, &told),
            incomplete: self.incomplete(last, &counts),
            change: change(&filter, told.last().map(|(level, _)| level.class), mean),
        }
    }

    /// Deaths of as many events as are told, where any area counts deaths.
    fn severity(&self, area: &str, laws: &[Law]) -> Vec<Outlook> {
        let deadly = self.severity.of_one(self.severity).is_some_and(|(mean, _)| mean > 0.0);
        let own = severity(self.counts, area);
        let told = |(days, law)| told_outlook((days, &own.ahead(law, self.severity)));
        AHEAD.into_iter().zip(laws).filter(|_| deadly).map(told).collect()
    }

    /// The days of the truce up to the last one counted, with what they are held against; none
    /// where too little was counted before, or nothing since.
    pub(crate) fn run(&self, area: &str) -> Option<Run> {
        let (start, base) = (self.start, baseline(self.counts, area, self.start));
        let last = self.counts.last_day().filter(|last| *last >= start && base.is_enough())?;
        let alpha = hudna_series::dispersion(&base, self.all);
        let counts = self.counts.days(area, Days { first: start, last });
        Some(Run { start, counts, mean: base.mean, alpha })
    }

    /// The level on the last day if nobody had counted on some days; none without any day.
    pub(crate) fn level_without(&self, run: &Run, out: Option<Days>) -> Option<f64> {
        let mut filter = LevelFilter::new(run.mean, run.alpha);
        let mut day = |(at, count): (usize, &Option<f64>)| {
            let on = run.start + number(at);
            let dropped = out.is_some_and(|out| (out.first..=out.last).contains(&on));
            filter.day(count.filter(|_| !dropped), self.share(on)).ratio
        };
        run.counts.iter().enumerate().map(&mut day).last()
    }

    /// Events of an area in the days before the truce that all is held against.
    pub(crate) fn before(&self, area: &str) -> Vec<Option<f64>> {
        self.counts.days(area, baseline_days(self.start))
    }

    /// The part of the events of a day of the truce that is told by now.
    pub(crate) fn share_of(&self, at: usize) -> f64 {
        self.share(self.start + number(at))
    }

    /// Events of an area day by day, as counted.
    pub(crate) fn days(&self, area: &str, days: Days) -> Vec<Option<f64>> {
        self.counts.days(area, days)
    }

    /// The part of a day's events that is told by now.
    fn share(&self, day: i32) -> f64 {
        let lag = usize::try_from(self.today - day).unwrap_or_default();
        self.counts.late.as_ref().map_or(1.0, |delays| delays.share(lag))
    }

    /// What the last day will have had in the end, where it is incomplete.
    fn incomplete(&self, last: i32, counts: &[Option<f64>]) -> Option<Bilingual> {
        let share = self.share(last);
        let (reported, before) = counts.split_last().filter(|_| share < 1.0)?;
        let lag = usize::try_from(self.today - last).unwrap_or_default();
        let delays = self.counts.late.as_ref()?;
        let told = delays.nowcast(lag, (*reported)?, before);
        let by = match delays.rows() {
            Some(n) => say("nowcast.measured", &[("n", &plain(n.to_string()))]),
            None => term("nowcast.usual"),
        };
        let arguments = [
            ("day", &day_and_year(last)),
            ("share", &percent(share)),
            ("by", &by),
            ("reported", &numbers::events(told.reported)),
            ("expected", &numbers::events(told.expected)),
            ("low", &numbers::events(told.low)),
            ("high", &numbers::events(told.high)),
        ];
        Some(say("state.nowcast", &arguments))
    }
}

fn baseline(counts: &Counts<'_>, area: &str, start: i32) -> Baseline {
    Baseline::new(&counts.days(area, baseline_days(start)))
}

fn baseline_days(start: i32) -> Days {
    Days { first: start - rules::BASELINE_DAYS, last: start - 1 }
}

/// All days from the beginning of the baseline on; incomplete ones as what they are expected to
/// have in the end.
fn pace(counts: &Counts<'_>, area: &str, start: i32, today: i32) -> Pace {
    let last = counts.last_day().unwrap_or(start - 1);
    let days = counts.days(area, Days { first: start - rules::BASELINE_DAYS, last });
    let lag = usize::try_from(today - last).unwrap_or_default();
    match &counts.late {
        Some(delays) => Pace::new(&delays.completed(&days, lag)),
        None => Pace::new(&days),
    }
}

/// What events bring in deaths: all events of the last days, since deaths are counted of all.
fn severity(counts: &Counts<'_>, area: &str) -> Severity {
    let Some(last) = counts.last_day() else { return Severity::default() };
    let back = i32::try_from(hudna_series::severity::LOOKED_BACK).unwrap_or(i32::MAX);
    let (events, deaths) = counts.tolls(area, Days { first: last - back + 1, last });
    Severity::new(&events, &deaths)
}

fn told_outlook((days, law): (usize, &Law)) -> Outlook {
    let count = |x: usize| u32::try_from(x).unwrap_or(u32::MAX);
    let ends = |(low, high)| (count(low), count(high));
    let (half, most) = (ends(law.interval(0.5)), ends(law.interval(0.9)));
    let (mean, median) = (round(law.mean()), count(law.median()));
    Outlook { days: count(days), mean, median, half, most }
}

fn status(class: Class) -> AreaStatus {
    match class {
        Class::Holding => AreaStatus::Holding,
        Class::Strained => AreaStatus::Strained,
        Class::Collapsed => AreaStatus::Collapsed,
    }
}

fn told_level(level: &Level) -> ViolenceLevel {
    let [holding, strained, collapsed] = level.chances.map(round);
    let (ratio, low, high) = (round(level.ratio), round(level.low), round(level.high));
    ViolenceLevel { status: status(level.class), holding, strained, collapsed, ratio, low, high }
}

/// The alarm as it stands after the days of a truce; `counts` say which days were the worst.
pub(crate) fn raised(start: i32, counts: &[Option<f64>], told: &[Watch]) -> Alarm {
    let day = |at: usize| start + number(at);
    // A crossing while an alarm is up renews it and is no new one.
    let raised = |at: &usize| {
        let up = at.checked_sub(1).is_some_and(|before| told[before].up.is_some_and(|n| n > 0));
        told[*at].crossed && !up
    };
    let crossings: Vec<usize> = (0..told.len()).filter(raised).collect();
    let last = told.last();
    let (mut rose_on, mut rise, mut days) = (None, None, Vec::new());
    if let Some(at) = crossings.last().copied() {
        let watch = told[at];
        let from = at - watch.rose_before.unwrap_or_default().min(at);
        (rose_on, rise) = (Some(iso(day(from))), watch.rise);
        days = worst(counts, from, at).into_iter().map(|at| iso(day(at))).collect();
    }
    let up = last.and_then(|w| w.up).map(|days| iso(day(told.len() - 1 + days)));
    Alarm {
        statistic: round(last.map_or(0.0, |w| w.statistic)),
        threshold: alarm::THRESHOLD,
        crossings: crossings.into_iter().map(|at| iso(day(at))).collect(),
        rose_on,
        rise,
        up_until: up,
        days,
    }
}

/// The days from one to another with the most events, in order of time.
fn worst(counts: &[Option<f64>], from: usize, to: usize) -> Vec<usize> {
    let of = |at: usize| counts[at].unwrap_or_default();
    let mut days: Vec<usize> = (from..=to).collect();
    days.sort_by(|a, b| of(*b).total_cmp(&of(*a)).then(a.cmp(b)));
    days.truncate(WORST_DAYS);
    days.sort_unstable();
    days
}

/// What would change the class: days without any event, and days of the rate before the truce.
fn change(filter: &LevelFilter, class: Option<Class>, mean: f64) -> Vec<Bilingual> {
    let after = |a_day: f64| {
        let mut filter = filter.clone();
        let told = (1..=CHANGE_DAYS).map(|days| (days, filter.day(Some(a_day), 1.0).class));
        told.into_iter().find(|(_, then)| Some(*then) != class)
    };
    let words = |(days, then): (u32, Class)| {
        let then = term(&format!("class.{}", status(then).as_str()));
        (say::count(days as usize, "day"), then)
    };
    let better = after(0.0)
        .filter(|(_, then)| Some(*then) < class)
        .map(words)
        .map(|(days, then)| say("state.change_better", &[("days", &days), ("class", &then)]));
    let worse =
        after(mean).filter(|(_, then)| Some(*then) > class).map(words).map(|(days, then)| {
            let rate = numbers::events(mean);
            say("state.change_worse", &[("days", &days), ("class", &then), ("rate", &rate)])
        });
    better.into_iter().chain(worse).collect()
}

fn number(at: usize) -> i32 {
    i32::try_from(at).unwrap_or(i32::MAX)
}

fn history(start: i32, counts: &[Option<f64>], told: &[(Level, Watch)]) -> Vec<HistoryDay> {
    let day = |(at, (level, watch)): (usize, &(Level, Watch))| HistoryDay {
        date: iso(start + number(at)),
        events: counts[at].map(round),
        status: status(level.class),
        statistic: round(watch.statistic),
        crossed: watch.crossed,
        up: watch.up.is_some(),
        rose_on: watch.rose_before.map(|days| iso(start + number(at.saturating_sub(days)))),
    };
    told.iter().enumerate().map(day).collect()
}

/// Chances as "97 %"; what is all but certain is not told as certain.
pub(crate) fn percent(chance: f64) -> Bilingual {
    let told = match chance * 100.0 {
        p if p < 1.0 => return Bilingual::new("أقل من 1%", "under 1 %"),
        p if p > 99.0 => return Bilingual::new("أكثر من 99%", "over 99 %"),
        p => format!("{p:.0}"),
    };
    Bilingual::new(format!("{told}%"), format!("{told} %"))
}

/// The level in words.
pub(crate) fn level_words(level: &ViolenceLevel) -> Bilingual {
    let [ratio, low, high] = [level.ratio, level.low, level.high].map(numbers::ratio);
    let chance = match level.status {
        AreaStatus::Holding => level.holding,
        AreaStatus::Strained => level.strained,
        _ => level.collapsed,
    };
    let class = term(&format!("class.{}", level.status.as_str()));
    let arguments = [
        ("ratio", &ratio),
        ("low", &low),
        ("high", &high),
        ("class", &class),
        ("chance", &percent(chance)),
    ];
    say("state.level", &arguments)
}

/// Deaths that the next seven days may bring, in words.
pub(crate) fn severity_words(severity: &[Outlook]) -> Option<Bilingual> {
    let week = severity.iter().find(|told| told.days == 7)?;
    let [median, low, high] = [week.median, week.most.0, week.most.1].map(|n| plain(n.to_string()));
    Some(say("state.severity", &[("median", &median), ("low", &low), ("high", &high)]))
}

/// What raised the alarm and when it is taken back, in words; none while none is up.
pub(crate) fn alarm_words(alarm: &Alarm) -> Option<Bilingual> {
    let until = day_of(alarm.up_until.as_ref()?)?;
    let (crossed, rose) = (day_of(alarm.crossings.last()?)?, day_of(alarm.rose_on.as_ref()?)?);
    let rise = numbers::events(alarm.rise.unwrap_or(1.0));
    let threshold = plain(format!("{:.0}", alarm.threshold));
    let arguments = [
        ("crossed", &crossed),
        ("rose", &rose),
        ("rise", &rise),
        ("until", &until),
        ("threshold", &threshold),
    ];
    Some(say("state.alarm", &arguments))
}

fn day_of(day: &str) -> Option<Bilingual> {
    crate::days::parse(day).map(day_and_year)
}
