//! The states of areas, a row each, day by day.

mod said;

use hudna_model::{AreaStatus, Bilingual};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::calendar::{self, HEIGHT as CALENDAR, day_short};
use super::frame::{Days, Line, day_after};
use super::legend::Legend;
use super::svg::{Svg, Type, fitted, width_of};
use super::{Look, MARGIN, WIDTH};
use crate::bidi::plain;
use crate::labels::Label;
use crate::messages::Messages;

/// States of areas over the same days.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Ribbon {
    /// The first day.
    pub start: Date,
    /// First day of the truce, marked when it is among the days.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub truce: Option<Date>,
    /// The day up to which things are told, marked when it is among the days.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub today: Option<Date>,
    /// Rows from the top.
    pub areas: Vec<RibbonArea>,
}

/// One row.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct RibbonArea {
    /// The area's name.
    pub name: Bilingual,
    /// A state for each day from the first on; a row may end before the others.
    pub states: Vec<AreaStatus>,
    /// Days on which the alarm crossed its threshold.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub alarms: Vec<Date>,
}

/// Sizes of type: the heading, names, states, since when, letters.
const HEADING: f64 = 13.0;
const NAME: f64 = 11.5;
const STATE: f64 = 10.5;
const SINCE: f64 = 9.0;
const LETTER: f64 = 9.0;
/// Distance of rows, and the height of a lane in them.
const ROW: f64 = 27.0;
const LANE: f64 = 18.0;
/// Widths of the column of names, at least and at most, and of the states at the end.
const NAMES: [f64; 2] = [52.0, 130.0];
const STATES: f64 = 112.0;

/// Days after each other in one state.
struct Run {
    first: usize,
    days: usize,
    status: AreaStatus,
}

/// Where everything stands.
struct Plan {
    days: Days,
    top: f64,
    bottom: f64,
    names: f64,
    /// Where the truce begins.
    truce: Option<f64>,
}

/// Draws the ribbon. An area without states has an empty lane.
pub fn ribbon(data: &Ribbon, look: &Look, messages: &Messages) -> String {
    let plan = plan(data, look);
    let legend = Legend::new(said::entries(data, look, messages));
    let height = plan.bottom + 12.0 + legend.height() + MARGIN - 2.0;
    let title = said::title(data, &plan.days, look, messages);
    let mut svg = Svg::new(look, height, &title, &said::told(data, look, messages));
    if look.heading {
        let x = Line::of(look).at(MARGIN);
        svg.text(Type { x, y: 21.0, size: HEADING, anchor: "start", class: "strong" }, &title);
    }
    lanes(&mut svg, data, &plan);
    calendar::lines(&mut svg, &plan.days, plan.top, plan.bottom);
    calendar::labels(&mut svg, &plan.days, plan.top, look, messages);
    for (n, area) in data.areas.iter().enumerate() {
        row(&mut svg, area, &plan, n, look, messages);
    }
    marks(&mut svg, data, &plan);
    legend.draw(&mut svg, look, plan.bottom + 12.0);
    svg.finish()
}

fn plan(data: &Ribbon, look: &Look) -> Plan {
    let wide = |a: &RibbonArea| width_of(a.name.get(look.lang), NAME);
    let names = data.areas.iter().map(wide).fold(0.0, f64::max).clamp(NAMES[0], NAMES[1]);
    let count = data.areas.iter().map(|a| a.states.len()).max().unwrap_or(0);
    let along = MARGIN + names + 10.0;
    let days = Days::new(look, data.start, count, along, WIDTH - along - STATES - MARGIN);
    let top = if look.heading { 30.0 } else { 6.0 } + CALENDAR;
    let truce = data.truce.and_then(|d| days.index(d)).map(|n| days.edge(n as f64));
    Plan { days, top, bottom: top + data.areas.len() as f64 * ROW + 3.0, names, truce }
}

/// The top of the lane of a row.
fn lane_top(plan: &Plan, n: usize) -> f64 {
    plan.top + n as f64 * ROW + ROW - LANE
}

fn lanes(svg: &mut Svg, data: &Ribbon, plan: &Plan) {
    let [left, right] = plan.days.span();
    for n in 0..data.areas.len() {
        svg.rect("lane", left, lane_top(plan, n), right - left, LANE);
    }
}

fn row(svg: &mut Svg, area: &RibbonArea, plan: &Plan, n: usize, look: &Look, messages: &Messages) {
    let top = lane_top(plan, n);
    svg.open(&said::row_told(area, plan.days.start, look, messages));
    let runs = runs(&area.states);
    for run in &runs {
        band(svg, run, plan, top);
    }
    calendar::lines_over(svg, &plan.days, top, top + LANE);
    for run in &runs {
        letter(svg, run, plan, top, look, messages);
    }
    for day in area.alarms.iter().filter_map(|d| plan.days.index(*d)) {
        svg.pointer(plan.days.middle(day), top + 1.0);
    }
    name(svg, area, plan, top, look);
    latest(svg, area, plan.days.start, top, look, messages);
    svg.close();
}

/// The area's name, on two lines where one is too short.
fn name(svg: &mut Svg, area: &RibbonArea, plan: &Plan, top: f64, look: &Look) {
    let name = area.name.get(look.lang);
    let (x, wide) = (Line::of(look).at(MARGIN), plan.names + 4.0);
    let at = Type { x, y: top + 13.0, size: NAME, anchor: "start", class: "strong" };
    if width_of(name, NAME) <= wide {
        svg.text(at, &plain(name));
        return;
    }
    let (first, second) = halves(name);
    let at = Type { y: top + 7.0, size: STATE, ..at };
    svg.text(at, &fitted(first, STATE, wide));
    svg.text(Type { y: top + 18.0, ..at }, &fitted(second, STATE, wide));
}

/// A text cut at the space nearest to its middle.
fn halves(text: &str) -> (&str, &str) {
    let spaces = text.match_indices(' ').map(|(at, _)| at);
    let cut = spaces.min_by_key(|at| at.abs_diff(text.len() / 2));
    cut.map_or((text, ""), |at| (&text[..at], &text[at + 1..]))
}

/// One state over its days: the worse, the higher and the darker.
fn band(svg: &mut Svg, run: &Run, plan: &Plan, top: f64) {
    let (x, wide) = (plan.days.left_of(run.first, run.days), run.days as f64 * plan.days.day());
    let high = LANE * share(run.status);
    match run.status {
        AreaStatus::NoData => svg.hatch(x, top, wide, LANE),
        AreaStatus::NotCovered => svg.level("not_covered", top + LANE / 2.0, x, x + wide),
        status => svg.rect(status.as_str(), x, top + LANE - high, wide, high),
    }
}

/// The letter of a state, where its days are wide enough, and clear of the line of the truce.
fn letter(svg: &mut Svg, run: &Run, plan: &Plan, top: f64, look: &Look, messages: &Messages) {
    let wide = run.days as f64 * plan.days.day();
    let (class, y) = match run.status {
        AreaStatus::Collapsed => ("on-dark", top + 12.5),
        AreaStatus::Strained => ("on-light", top + 14.4),
        AreaStatus::Holding => ("on-holding", top + LANE * (1.0 - share(run.status)) - 1.5),
        AreaStatus::NoData | AreaStatus::NotCovered => return,
    };
    let middle = plan.days.left_of(run.first, run.days) + wide / 2.0;
    let crossed = plan.truce.is_some_and(|x| (x - middle).abs() < LETTER);
    let x = if crossed { plan.days.later(middle, LETTER) } else { middle };
    if wide < if crossed { 4.0 } else { 2.0 } * LETTER {
        return;
    }
    let letter = run.status.message_id().replace("status", "letter");
    let at = Type { x, y, size: LETTER, anchor: "middle", class };
    svg.text(at, &messages.text(look.lang, &letter, &[]));
}

/// Height of a state's band as a share of its lane.
fn share(status: AreaStatus) -> f64 {
    match status {
        AreaStatus::Holding => 0.4,
        AreaStatus::Strained => 0.7,
        AreaStatus::Collapsed | AreaStatus::NoData | AreaStatus::NotCovered => 1.0,
    }
}

/// The last state and since when, at the end of the row.
fn latest(
    svg: &mut Svg,
    area: &RibbonArea,
    start: Date,
    top: f64,
    look: &Look,
    messages: &Messages,
) {
    let Some(run) = runs(&area.states).pop() else { return };
    let x = Line::of(look).at(WIDTH - MARGIN - STATES + 8.0);
    let since = since(&run, start, look, messages);
    let y = if since.is_some() { top + 6.0 } else { top + 12.5 };
    let at = Type { x, y, size: STATE, anchor: "start", class: "ink" };
    svg.text(at, &messages.label(look.lang, run.status));
    if let Some(since) = since {
        svg.text(Type { y: top + 18.5, size: SINCE, class: "soft", ..at }, &since);
    }
}

/// "since 14 April"; nothing for a state that stood on the first day already.
fn since(run: &Run, start: Date, look: &Look, messages: &Messages) -> Option<String> {
    (run.first > 0).then(|| {
        let day = day_short(messages, look.lang, day_after(start, run.first));
        messages.text(look.lang, "pictures-since", &[("day", day.into())])
    })
}

fn marks(svg: &mut Svg, data: &Ribbon, plan: &Plan) {
    if let Some(x) = plan.truce {
        svg.upright("truce", x, plan.top - 2.0, plan.bottom);
    }
    if let Some(n) = data.today.and_then(|d| plan.days.index(d)) {
        svg.upright("today", plan.days.edge(n as f64 + 1.0), plan.top - 2.0, plan.bottom);
    }
}

fn runs(states: &[AreaStatus]) -> Vec<Run> {
    let chunks = states.chunk_by(|a, b| a == b);
    let mut first = 0;
    chunks
        .map(|chunk| {
            let run = Run { first, days: chunk.len(), status: chunk[0] };
            first += chunk.len();
            run
        })
        .collect()
}
