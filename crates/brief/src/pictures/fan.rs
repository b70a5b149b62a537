//! The outlook of one area: past counts as bars, then what is to be expected, in bands.

use hudna_model::Bilingual;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::calendar::{self, HEIGHT as CALENDAR, day_short};
use super::frame::{Days, Line, day_after};
use super::legend::{Key, Legend};
use super::scale::Linear;
use super::svg::{Svg, Type};
use super::{Look, MARGIN, WIDTH, listed, number};
use crate::messages::Messages;

/// Counts and an outlook.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Fan {
    /// Name of the area.
    pub area: Bilingual,
    /// The first day of the first bar.
    pub start: Date,
    /// Days that a bar sums up: 1, or 7 for weeks.
    pub every: u32,
    /// Events of each bar; none where nothing was counted.
    pub past: Vec<Option<f64>>,
    /// What the numbers of the steps are.
    pub told: Told,
    /// The outlook, in growing `days`.
    pub steps: Vec<FanStep>,
}

/// What a step's numbers count.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Told {
    /// Events of the bar that ends with the step.
    EachBar,
    /// All events from the end of the past to the end of the step; drawn as their mean per bar.
    Total,
}

/// What is expected up to a day.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct FanStep {
    /// Days from the end of the past to the end of the step, 1 or more.
    pub days: u32,
    /// Half of the outcomes are below.
    pub median: f64,
    /// Lower and upper end of an interval that holds half of the outcomes.
    pub half: [f64; 2],
    /// Lower and upper end of one that holds nine tenths.
    pub ninety: [f64; 2],
}

/// Sizes of type: heading, name of the axis, values, table.
const HEADING: f64 = 13.0;
const PANEL: f64 = 10.5;
const TICK: f64 = 9.5;
const CELL: f64 = 10.5;
/// Height of the drawing, room for values before it and for the table after it.
const HIGH: f64 = 190.0;
const AXIS: f64 = 40.0;
const TABLE: f64 = 196.0;
/// Where the columns of the table end, and the distance of its lines.
const COLUMNS: [f64; 4] = [12.0, 96.0, 134.0, 180.0];
const LEADING: f64 = 18.0;

struct Plan {
    days: Days,
    line: Line,
    top: f64,
    counts: Linear,
    /// Days of the past.
    past: usize,
}

/// Draws past and outlook. Steps of 0 days are left out.
pub fn fan(data: &Fan, look: &Look, messages: &Messages) -> String {
    let steps: Vec<FanStep> = data.steps.iter().copied().filter(|s| s.days > 0).collect();
    let plan = plan(data, &steps, look);
    let legend = Legend::new(entries(data, look, messages));
    let bottom = plan.top + HIGH;
    let title = title(data, &plan, look, messages);
    let height = bottom + 12.0 + legend.height() + MARGIN - 2.0;
    let mut svg = Svg::new(look, height, &title, &told(&steps, look, messages));
    if look.heading {
        let x = plan.line.at(MARGIN);
        svg.text(Type { x, y: 21.0, size: HEADING, anchor: "start", class: "strong" }, &title);
    }
    ground(&mut svg, data, &plan, look, messages);
    bands(&mut svg, data, &steps, &plan);
    bars(&mut svg, data, &plan);
    let now = plan.days.edge(plan.past as f64);
    svg.upright("today", now, plan.top, bottom);
    table(&mut svg, data, &steps, &plan, look, messages);
    legend.draw(&mut svg, look, bottom + 12.0);
    svg.finish()
}

fn plan(data: &Fan, steps: &[FanStep], look: &Look) -> Plan {
    let past = data.past.len() * data.every as usize;
    let ahead = steps.iter().map(|s| s.days as usize).max().unwrap_or(0);
    let along = MARGIN + AXIS;
    let days = Days::new(look, data.start, past + ahead, along, WIDTH - along - TABLE - MARGIN);
    let top = if look.heading { 30.0 } else { 6.0 } + CALENDAR;
    let most = data.past.iter().flatten().copied();
    let upper = steps.iter().map(|s| s.ninety[1] * per_bar(data, s));
    let most = most.chain(upper).fold(0.0, f64::max);
    Plan { days, line: Line::of(look), top, counts: Linear::new(top + 8.0, top + HIGH, most), past }
}

/// What a step's numbers are multiplied by to stand beside the bars.
fn per_bar(data: &Fan, step: &FanStep) -> f64 {
    match data.told {
        Told::EachBar => 1.0,
        Told::Total => f64::from(data.every) / f64::from(step.days),
    }
}

fn ground(svg: &mut Svg, data: &Fan, plan: &Plan, look: &Look, messages: &Messages) {
    let ([left, right], bottom) = (plan.days.span(), plan.top + HIGH);
    for tick in plan.counts.ticks() {
        let y = plan.counts.y(tick);
        svg.level("grid", y, left, right);
        let x = plan.line.at(MARGIN + AXIS - 5.0);
        let at = Type { x, y: y + 3.2, size: TICK, anchor: "end", class: "soft" };
        svg.text(at, &number(tick));
    }
    calendar::lines(svg, &plan.days, plan.top, bottom);
    calendar::labels(svg, &plan.days, plan.top, look, messages);
    svg.level("axis", bottom, left, right);
    let x = plan.line.at(MARGIN + AXIS + 5.0);
    let at = Type { x, y: plan.top + 12.0, size: PANEL, anchor: "start", class: "ink" };
    svg.halo(at, &rate(data, look, messages));
}

/// "events a day", "events a week", or "events in 3 days".
fn rate(data: &Fan, look: &Look, messages: &Messages) -> String {
    match data.every {
        1 => messages.text(look.lang, "pictures-a-day", &[]),
        7 => messages.text(look.lang, "pictures-a-week", &[]),
        n => {
            let days = messages.text(look.lang, "n-days", &[("n", n.into())]);
            messages.text(look.lang, "pictures-a-bar", &[("days", days.into())])
        }
    }
}

fn bars(svg: &mut Svg, data: &Fan, plan: &Plan) {
    let (every, bottom) = (data.every as usize, plan.top + HIGH);
    let wide = plan.days.day() * every as f64;
    let thin = (wide * 0.7).max(wide - 2.5);
    for (n, events) in data.past.iter().enumerate() {
        let x = plan.days.left_of(n * every, every);
        match events {
            None => svg.hatch(x, plan.top, wide, HIGH),
            Some(events) if *events > 0.0 => {
                let y = plan.counts.y(*events);
                svg.rect("count", x + (wide - thin) / 2.0, y, thin, bottom - y);
            }
            Some(_) => {}
        }
    }
}

/// Both bands and the median, level from the end of the past to the first step.
fn bands(svg: &mut Svg, data: &Fan, steps: &[FanStep], plan: &Plan) {
    let Some(first) = steps.first() else { return };
    let x = |days: u32| plan.days.edge(plan.past as f64 + f64::from(days));
    let line = |of: &dyn Fn(&FanStep) -> f64| -> Vec<[f64; 2]> {
        let y = |step: &FanStep| plan.counts.y(of(step) * per_bar(data, step));
        let begin = [x(0), y(first)];
        std::iter::once(begin).chain(steps.iter().map(|s| [x(s.days), y(s)])).collect()
    };
    let mut band = |class: &str, low: Vec<[f64; 2]>, high: Vec<[f64; 2]>| {
        let around: Vec<[f64; 2]> = low.into_iter().chain(high.into_iter().rev()).collect();
        svg.path(class, &around, true);
    };
    band("ninety", line(&|s| s.ninety[0]), line(&|s| s.ninety[1]));
    band("half", line(&|s| s.half[0]), line(&|s| s.half[1]));
    let median = line(&|s| s.median);
    svg.path("median", &median, false);
    for [x, y] in &median[1..] {
        svg.dot(*x, *y, 2.6);
    }
}

/// The numbers of the steps beside the drawing.
fn table(
    svg: &mut Svg,
    data: &Fan,
    steps: &[FanStep],
    plan: &Plan,
    look: &Look,
    messages: &Messages,
) {
    let say = |id: &str| messages.text(look.lang, id, &[]);
    let unit = match data.told {
        Told::EachBar => rate(data, look, messages),
        Told::Total => say("pictures-in-all"),
    };
    let x = plan.line.at(WIDTH - MARGIN - TABLE + COLUMNS[0]);
    let at = Type { x, y: plan.top - 8.0, size: CELL, anchor: "start", class: "strong" };
    svg.text(at, &unit);
    let head = ["ahead", "median", "half", "ninety"].map(|id| say(&format!("pictures-{id}")));
    let mut y = plan.top + 12.0;
    cells(svg, plan, y, "soft", &head);
    let from = WIDTH - MARGIN - TABLE + COLUMNS[0];
    let ends = [plan.line.at(from), plan.line.at(WIDTH - MARGIN)];
    svg.level("axis", y + 5.0, ends[0], ends[1]);
    for step in steps {
        y += LEADING;
        let days = messages.text(look.lang, "n-days", &[("n", step.days.into())]);
        let row = [days, number(step.median), span(step.half), span(step.ninety)];
        cells(svg, plan, y, "ink", &row);
    }
}

fn cells(svg: &mut Svg, plan: &Plan, y: f64, class: &'static str, row: &[String; 4]) {
    for (n, (text, column)) in row.iter().zip(COLUMNS).enumerate() {
        let x = plan.line.at(WIDTH - MARGIN - TABLE + column);
        let anchor = if n == 0 { "start" } else { "middle" };
        svg.text(Type { x, y, size: CELL, anchor, class }, text);
    }
}

/// "2–9", in that order in both languages.
fn span([low, high]: [f64; 2]) -> String {
    format!("\u{2066}{}–{}\u{2069}", number(low), number(high))
}

fn title(data: &Fan, plan: &Plan, look: &Look, messages: &Messages) -> String {
    let last = day_after(data.start, plan.past.saturating_sub(1));
    let day = messages.day(look.lang, &last.to_string());
    let args = [("area", data.area.get(look.lang).into()), ("day", day.into())];
    messages.text(look.lang, "pictures-fan", &args)
}

/// The outlook in words.
fn told(steps: &[FanStep], look: &Look, messages: &Messages) -> String {
    let tell = |step: &FanStep| {
        let days = messages.text(look.lang, "n-days", &[("n", step.days.into())]);
        let args = [
            ("days", days.into()),
            ("median", number(step.median).into()),
            ("half", span(step.half).into()),
            ("ninety", span(step.ninety).into()),
        ];
        messages.text(look.lang, "pictures-step", &args)
    };
    let steps: Vec<String> = steps.iter().map(tell).collect();
    let steps = listed(messages, look.lang, &steps, "clause-join");
    messages.text(look.lang, "full-stop", &[("a", steps.into())])
}

fn entries(data: &Fan, look: &Look, messages: &Messages) -> Vec<(Key, String)> {
    let say = |id: &str, args: &[_]| messages.text(look.lang, id, args);
    let mut entries = vec![
        (Key::Level("median"), say("pictures-median-means", &[])),
        (Key::Band("half", 1.0), say("pictures-half-means", &[])),
        (Key::Band("ninety", 1.0), say("pictures-ninety-means", &[])),
    ];
    if data.past.iter().any(Option::is_none) {
        entries.push((Key::Hatch, say("pictures-gap", &[])));
    }
    let last = day_after(data.start, (data.past.len() * data.every as usize).saturating_sub(1));
    let day = day_short(messages, look.lang, last);
    entries.push((Key::Upright("today"), say("pictures-today", &[("day", day.into())])));
    if data.told == Told::Total {
        entries.push((Key::Note, say("pictures-total", &[])));
    }
    entries
}
