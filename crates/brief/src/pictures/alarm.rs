//! The alarm of one area: its statistic against the threshold, and the counts under it.

use hudna_model::Bilingual;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::calendar::{self, HEIGHT as CALENDAR, day_short};
use super::frame::{Days, Line, day_after};
use super::legend::{Key, Legend};
use super::scale::{Linear, Log};
use super::svg::{Svg, Type, width_of};
use super::{Look, MARGIN, WIDTH, listed, number};
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
    /// The day on which the level is estimated to have risen.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rise: Option<Date>,
}

/// One day of it.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct AlarmDay {
    /// The statistic at the end of the day; none before it runs, or where a day is left out.
    pub statistic: Option<f64>,
    /// Events counted; none on a day that was not counted.
    pub events: Option<f64>,
}

impl AlarmCourse {
    /// Days on which the statistic reached the threshold from below.
    pub fn crossings(&self) -> Vec<Date> {
        let mut above = false;
        let mut days = Vec::new();
        for (n, day) in self.days.iter().enumerate() {
            let Some(statistic) = day.statistic else { continue };
            if statistic >= self.threshold && !above {
                days.push(day_after(self.start, n));
            }
            above = statistic >= self.threshold;
        }
        days
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
/// Room for values beside the panels.
const AXIS: f64 = 48.0;

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
    let legend = Legend::new(entries(data, look, messages));
    let title = title(data, look, messages);
    let height = plan.bottom() + 12.0 + legend.height() + MARGIN - 2.0;
    let mut svg = Svg::new(look, height, &title, &told(data, look, messages));
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
    marks(&mut svg, data, &plan, look, messages);
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
        log: Log::new(top, top + STATISTIC, data.threshold, statistics),
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

/// The line of the statistic, broken where there is none; a dot where it goes beyond the scale.
fn course(svg: &mut Svg, data: &AlarmCourse, plan: &Plan) {
    let [left, right] = plan.days.span();
    svg.level("axis", plan.middle(), left, right);
    svg.level("threshold", plan.log.y(data.threshold).0, left, right);
    let points = data.days.iter().enumerate().map(|(n, day)| {
        let statistic = day.statistic.filter(|s| !s.is_nan())?;
        Some([plan.days.middle(n), plan.log.y(statistic).0])
    });
    let points: Vec<Option<[f64; 2]>> = points.collect();
    for part in points.split(Option::is_none) {
        let part: Vec<[f64; 2]> = part.iter().flatten().copied().collect();
        match part.as_slice() {
            [[x, y]] => svg.dot(*x, *y, 1.6),
            part => svg.path("statistic", part, false),
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

/// Alarms with their days, and the day of the rise through both panels.
fn marks(svg: &mut Svg, data: &AlarmCourse, plan: &Plan, look: &Look, messages: &Messages) {
    let dated = |id: &str, day: Date| {
        let day = day_short(messages, look.lang, day);
        messages.text(look.lang, id, &[("day", day.into())])
    };
    if let Some((day, n)) = data.rise.and_then(|d| Some((d, plan.days.index(d)?))) {
        let x = plan.days.edge(n as f64);
        svg.upright("rise", x, plan.top, plan.bottom());
        let text = dated("pictures-rise", day);
        let (x, anchor) = plan.days.beside(x, 5.0, width_of(&text, PANEL));
        let at = Type { x, y: plan.lower() - 5.0, size: PANEL, anchor, class: "ink" };
        svg.halo(at, &text);
    }
    let y = plan.log.y(data.threshold).0;
    let mut free = None;
    for day in data.crossings() {
        let Some(n) = plan.days.index(day) else { continue };
        let x = plan.days.middle(n);
        svg.pointer(x, y);
        let text = dated("pictures-crossed", day);
        let wide = width_of(&text, PANEL);
        if free.is_none_or(|free: f64| (x - free).abs() > wide + 16.0) {
            free = Some(x);
            // The line is low before an alarm, so that there is room.
            let (x, anchor) = plan.days.before(x, 7.0, wide);
            svg.halo(Type { x, y: plan.top + 12.0, size: PANEL, anchor, class: "strong" }, &text);
        }
    }
}

fn title(data: &AlarmCourse, look: &Look, messages: &Messages) -> String {
    let end = day_after(data.start, data.days.len().saturating_sub(1));
    let days = messages.days(look.lang, &data.start.to_string(), &end.to_string());
    let args = [("area", data.area.get(look.lang).into()), ("days", days.into())];
    messages.text(look.lang, "pictures-alarm", &args)
}

/// The picture in words: threshold, alarms, the rise, days not counted.
fn told(data: &AlarmCourse, look: &Look, messages: &Messages) -> String {
    let lang = look.lang;
    let text = |id: &str, name: &'static str, value: String| {
        messages.text(lang, id, &[(name, value.into())])
    };
    let mut parts = vec![text("pictures-threshold", "n", number(data.threshold))];
    let alarms: Vec<String> =
        data.crossings().iter().map(|d| day_short(messages, lang, *d)).collect();
    parts.push(match alarms.is_empty() {
        true => messages.text(lang, "pictures-no-alarm", &[]),
        false => text("pictures-alarms", "days", listed(messages, lang, &alarms, "comma-join")),
    });
    if let Some(day) = data.rise {
        parts.push(text("pictures-rise", "day", day_short(messages, lang, day)));
    }
    let gaps = data.days.iter().filter(|d| d.events.is_none()).count();
    if gaps > 0 {
        let days = messages.text(lang, "n-days", &[("n", gaps.into())]);
        parts.push(text("pictures-days-not-counted", "days", days));
    }
    text("full-stop", "a", listed(messages, lang, &parts, "clause-join"))
}

fn entries(data: &AlarmCourse, look: &Look, messages: &Messages) -> Vec<(Key, String)> {
    let say = |id: &str, args: &[_]| messages.text(look.lang, id, args);
    let days = messages.text(look.lang, "n-days", &[("n", data.threshold.round().into())]);
    let promise = say("pictures-threshold-means", &[("days", days.into())]);
    let mut entries = vec![(Key::Level("threshold"), promise)];
    if !data.crossings().is_empty() {
        entries.push((Key::Pointer, say("pictures-pointer", &[])));
    }
    if data.rise.is_some() {
        entries.push((Key::Upright("rise"), say("pictures-rise-means", &[])));
    }
    if data.days.iter().any(|d| d.events.is_none()) {
        entries.push((Key::Hatch, say("pictures-gap", &[])));
    }
    entries.push((Key::Upright("week"), say("pictures-week", &[])));
    entries
}
