//! The alarm of one area: its statistic against the threshold, and the counts under it.

mod said;

use hudna_model::Bilingual;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::calendar::{self, HEIGHT as CALENDAR, day_short};
use super::frame::{Days, Line, day_after};
use super::legend::Legend;
use super::scale::{Linear, Log};
use super::svg::{Svg, Type, width_of};
use super::{Look, MARGIN, WIDTH, number};
use crate::messages::Messages;

/// The course of an alarm.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct AlarmCourse {
    /// Name of the area.
    pub area: Bilingual,
    /// The first day.
    pub start: Date,
    /// One entry for each day from the first on.
    pub days: Vec<AlarmDay>,
    /// What the statistic must reach to raise the alarm; also the area-days per false alarm that
    /// are promised. Must be above zero.
    pub threshold: f64,
}

/// One day of it.
#[derive(Debug, Clone, Copy, Default, PartialEq, Serialize, Deserialize)]
pub struct AlarmDay {
    /// Events counted; none on a day that was not counted.
    pub events: Option<f64>,
    /// The statistic at the end of the day; none where it does not run.
    pub statistic: Option<f64>,
    /// The statistic reached the threshold on this day, and begins anew after it.
    #[serde(default)]
    pub crossed: bool,
    /// An alarm is up.
    #[serde(default)]
    pub up: bool,
    /// With a crossing: the day on which the level is estimated to have risen.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rise: Option<Date>,
}

impl AlarmCourse {
    /// Crossings before which no alarm was up: the day, its number, and the day of the rise.
    fn raised(&self) -> Vec<(Date, usize, Option<Date>)> {
        let mut up = false;
        let mut raised = Vec::new();
        for (n, day) in self.days.iter().enumerate() {
            if day.crossed && !up {
                raised.push((day_after(self.start, n), n, day.rise));
            }
            up = day.crossed || day.up;
        }
        raised
    }

    fn rises(&self) -> Vec<Date> {
        self.raised().into_iter().filter_map(|(_, _, rise)| rise).collect()
    }
}

/// Sizes of type: heading, names of panels, values of axes and marks.
const HEADING: f64 = 13.0;
const PANEL: f64 = 10.5;
const TICK: f64 = 9.5;
/// Heights of the two panels and the room between them.
const STATISTIC: f64 = 150.0;
const COUNTS: f64 = 84.0;
const BETWEEN: f64 = 26.0;
/// Room for values beside the panels, and for the names in them.
const AXIS: f64 = 48.0;
const NAMES: f64 = 90.0;
/// Height of the bar of days on which an alarm is up.
const UP: f64 = 4.0;
/// Room under that bar for the marks of crossings.
const ABOVE: f64 = 16.0;

struct Plan {
    days: Days,
    line: Line,
    top: f64,
    log: Log,
    counts: Linear,
}

impl Plan {
    fn middle(&self) -> f64 {
        self.top + STATISTIC
    }

    fn lower(&self) -> f64 {
        self.middle() + BETWEEN
    }

    fn bottom(&self) -> f64 {
        self.lower() + COUNTS
    }
}

/// Draws the alarm: above the statistic on a logarithmic scale, below events a day.
pub fn alarm(data: &AlarmCourse, look: &Look, messages: &Messages) -> String {
    let plan = plan(data, look);
    let legend = Legend::new(said::entries(data, look, messages));
    let title = said::title(data, look, messages);
    let height = plan.bottom() + 12.0 + legend.height() + MARGIN - 2.0;
    let mut svg = Svg::new(look, height, &title, &said::told(data, look, messages));
    if look.heading {
        let x = plan.line.at(MARGIN);
        svg.text(Type { x, y: 21.0, size: HEADING, anchor: "start", class: "strong" }, &title);
    }
    statistic_ground(&mut svg, data, &plan);
    counts_ground(&mut svg, &plan);
    calendar::lines(&mut svg, &plan.days, plan.top, plan.bottom());
    calendar::labels(&mut svg, &plan.days, plan.top, look, messages);
    bars(&mut svg, data, &plan);
    course(&mut svg, data, &plan);
    names(&mut svg, data, &plan, look, messages);
    rises(&mut svg, data, &plan, look, messages);
    alarms(&mut svg, data, &plan, look, messages);
    legend.draw(&mut svg, look, plan.bottom() + 12.0);
    svg.finish()
}

fn plan(data: &AlarmCourse, look: &Look) -> Plan {
    let along = MARGIN + AXIS;
    let wide = WIDTH - along - MARGIN - 6.0;
    let days = Days::new(look, data.start, data.days.len(), along, wide);
    let top = if look.heading { 30.0 } else { 6.0 } + CALENDAR;
    let lower = top + STATISTIC + BETWEEN;
    let most = data.days.iter().filter_map(|d| d.events).fold(0.0, f64::max);
    let statistics = data.days.iter().filter_map(|d| d.statistic);
    Plan {
        days,
        line: Line::of(look),
        top,
        log: Log::new(top + ABOVE, top + STATISTIC, data.threshold, statistics),
        counts: Linear::new(lower, lower + COUNTS, most),
    }
}

fn statistic_ground(svg: &mut Svg, data: &AlarmCourse, plan: &Plan) {
    let [left, right] = plan.days.span();
    let (y, _) = plan.log.y(data.threshold);
    svg.rect("above", left, plan.top, right - left, y - plan.top);
    for tick in plan.log.ticks() {
        let (y, _) = plan.log.y(tick);
        svg.level("grid", y, left, right);
        value(svg, plan, y, &power(tick));
    }
}

fn counts_ground(svg: &mut Svg, plan: &Plan) {
    let [left, right] = plan.days.span();
    for tick in plan.counts.ticks() {
        let y = plan.counts.y(tick);
        svg.level("grid", y, left, right);
        value(svg, plan, y, &number(tick));
    }
}

/// A value beside its line.
fn value(svg: &mut Svg, plan: &Plan, y: f64, text: &str) {
    let x = plan.line.at(MARGIN + AXIS - 5.0);
    svg.text(Type { x, y: y + 3.2, size: TICK, anchor: "end", class: "soft" }, text);
}

/// A power of ten in figures, with thin spaces between thousands.
fn power(n: f64) -> String {
    if n < 1.0 {
        return format!("{n}");
    }
    let figures = format!("{n:.0}");
    let groups: Vec<&str> =
        figures.as_bytes().rchunks(3).rev().filter_map(|g| std::str::from_utf8(g).ok()).collect();
    groups.join("\u{202F}")
}

fn bars(svg: &mut Svg, data: &AlarmCourse, plan: &Plan) {
    let wide = plan.days.day();
    let thin = (wide * 0.7).max(wide - 2.5);
    let mut n = 0;
    for days in data.days.chunk_by(|a, b| a.events.is_none() && b.events.is_none()) {
        match days[0].events {
            None => {
                let x = plan.days.left_of(n, days.len());
                svg.hatch(x, plan.lower(), days.len() as f64 * wide, COUNTS);
            }
            Some(events) if events > 0.0 => {
                let (x, y) = (plan.days.middle(n) - thin / 2.0, plan.counts.y(events));
                svg.rect("count", x, y, thin, plan.bottom() - y);
            }
            Some(_) => {}
        }
        n += days.len();
    }
    let [left, right] = plan.days.span();
    svg.level("axis", plan.bottom(), left, right);
}

/// The line of the statistic, broken where there is none and where it begins anew.
fn course(svg: &mut Svg, data: &AlarmCourse, plan: &Plan) {
    let [left, right] = plan.days.span();
    svg.level("axis", plan.middle(), left, right);
    svg.level("threshold", plan.log.y(data.threshold).0, left, right);
    let days: Vec<(usize, &AlarmDay)> = data.days.iter().enumerate().collect();
    let running = |day: &AlarmDay| day.statistic.is_some_and(|s| !s.is_nan());
    let together = |a: &(usize, &AlarmDay), b: &(usize, &AlarmDay)| {
        !a.1.crossed && running(a.1) && running(b.1)
    };
    for part in days.chunk_by(together) {
        let point = |(n, day): &(usize, &AlarmDay)| {
            Some([plan.days.middle(*n), plan.log.y(day.statistic?).0])
        };
        let points: Vec<[f64; 2]> =
            part.iter().filter(|(_, day)| running(day)).filter_map(point).collect();
        match points.as_slice() {
            [[x, y]] => svg.dot(*x, *y, 1.8),
            points => svg.path("statistic", points, false),
        }
    }
}

/// Names of the panels and of the threshold.
fn names(svg: &mut Svg, data: &AlarmCourse, plan: &Plan, look: &Look, messages: &Messages) {
    let say = |id: &str| messages.text(look.lang, id, &[]);
    let x = plan.line.at(MARGIN + AXIS + 5.0);
    let at = Type { x, y: plan.middle() - 6.0, size: PANEL, anchor: "start", class: "ink" };
    svg.halo(at, &say("pictures-statistic"));
    svg.halo(Type { y: plan.lower() - 5.0, ..at }, &say("pictures-a-day"));
    let threshold = [("n", number(data.threshold).into())];
    let y = plan.log.y(data.threshold).0 - 4.0;
    svg.halo(Type { y, ..at }, &messages.text(look.lang, "pictures-threshold", &threshold));
}

/// Days on which an alarm is up, crossings, and the day of each alarm.
fn alarms(svg: &mut Svg, data: &AlarmCourse, plan: &Plan, look: &Look, messages: &Messages) {
    let mut n = 0;
    for days in data.days.chunk_by(|a, b| a.up == b.up) {
        if days[0].up {
            let x = plan.days.left_of(n, days.len());
            svg.rect("up", x, plan.top, days.len() as f64 * plan.days.day(), UP);
        }
        n += days.len();
    }
    for (n, day) in data.days.iter().enumerate().filter(|(_, day)| day.crossed) {
        let (y, _) = plan.log.y(day.statistic.unwrap_or(data.threshold));
        svg.pointer(plan.days.middle(n), y - 2.0);
    }
    let raised = data.raised().into_iter().map(|(day, n, _)| (day, plan.days.middle(n)));
    labels(svg, plan, plan.top + 14.0, raised, |day| {
        dated("pictures-crossed", day, look, messages)
    });
}

/// The day of each rise, from the threshold through the counts.
fn rises(svg: &mut Svg, data: &AlarmCourse, plan: &Plan, look: &Look, messages: &Messages) {
    let at = |day: Date| Some((day, plan.days.edge(plan.days.index(day)? as f64)));
    let rises: Vec<(Date, f64)> = data.rises().into_iter().filter_map(at).collect();
    let top = plan.log.y(data.threshold).0;
    for (_, x) in &rises {
        svg.upright("rise", *x, top, plan.bottom());
    }
    labels(svg, plan, plan.lower() - 5.0, rises.into_iter(), |day| {
        dated("pictures-rise", day, look, messages)
    });
}

/// Texts beside days, those that would run into the one before left out. They stand before their
/// day where there is room, since what follows an alarm is drawn high.
fn labels(
    svg: &mut Svg,
    plan: &Plan,
    y: f64,
    days: impl Iterator<Item = (Date, f64)>,
    text: impl Fn(Date) -> String,
) {
    let mut last: Option<f64> = None;
    for (day, x) in days {
        let text = text(day);
        let wide = width_of(&text, PANEL);
        if last.is_some_and(|last| (x - last).abs() < wide + 14.0) {
            continue;
        }
        last = Some(x);
        let (x, anchor) = plan.days.before(x, 6.0, wide + NAMES);
        svg.halo(Type { x, y, size: PANEL, anchor, class: "strong" }, &text);
    }
}

fn dated(id: &str, day: Date, look: &Look, messages: &Messages) -> String {
    let day = day_short(messages, look.lang, day);
    messages.text(look.lang, id, &[("day", day.into())])
}
