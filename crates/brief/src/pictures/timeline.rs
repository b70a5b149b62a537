//! Incidents by day and judgement, with the windows of the agreement.

use hudna_model::Verdict;
use jiff::civil::Date;

use super::calendar::{self, HEIGHT as CALENDAR};
use super::frame::{Days, Line, day_after, days_between};
use super::legend::{Key, Legend};
use super::scale::Linear;
use super::svg::{Svg, Type, fitted, width_of};
use super::{Flow, Look, MARGIN, WIDTH, listed, number};
use crate::messages::Messages;

/// The incidents of a day by what was judged of them; none for those not judged.
pub type DayCounts = (Date, Vec<(Option<Verdict>, u32)>);
/// A window: its first and last day, and its name in the picture's language.
pub type Window = (Date, Date, String);

/// Sizes of type.
const HEADING: f64 = 13.0;
const TICK: f64 = 9.5;
const NAME: f64 = 9.5;
/// Height of the bars, room for values before them, and the distance of windows.
const HIGH: f64 = 150.0;
const AXIS: f64 = 40.0;
const LANE: f64 = 15.0;
/// Lanes of windows at most; further ones share them.
const LANES: usize = 5;
/// Days that a picture shows at most: the last ones.
const MOST_DAYS: usize = 1500;

/// What bars are stacked by, from the axis up.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Group {
    Breach,
    Possible,
    Excepted,
    Outside,
    Open,
}

impl Group {
    const ALL: [Group; 5] =
        [Group::Breach, Group::Possible, Group::Excepted, Group::Outside, Group::Open];

    fn of(verdict: Option<Verdict>) -> Self {
        match verdict {
            Some(Verdict::Breach) => Group::Breach,
            Some(Verdict::PossibleBreach) => Group::Possible,
            Some(Verdict::PermittedException | Verdict::ClaimedExceptionUnverified) => {
                Group::Excepted
            }
            Some(
                Verdict::OutOfScopeActor
                | Verdict::OutOfScopeArea
                | Verdict::OutOfScopeProvocation
                | Verdict::OutsideWindow
                | Verdict::NotRegulated,
            ) => Group::Outside,
            Some(Verdict::Undetermined) | None => Group::Open,
        }
    }

    fn class(self) -> &'static str {
        match self {
            Group::Breach => "v-breach",
            Group::Possible => "v-possible",
            Group::Excepted => "v-excepted",
            Group::Outside => "v-outside",
            Group::Open => "v-open",
        }
    }

    fn label(self, look: &Look, messages: &Messages) -> String {
        match self {
            Group::Breach => messages.label(look.lang, Verdict::Breach),
            Group::Possible => messages.label(look.lang, Verdict::PossibleBreach),
            Group::Excepted => messages.text(look.lang, "w-pictures-excepted", &[]),
            Group::Outside => messages.text(look.lang, "w-pictures-outside", &[]),
            Group::Open => messages.text(look.lang, "w-pictures-open", &[]),
        }
    }
}

/// One bar: how many of each group, in their order.
type Stack = [u64; 5];

struct Plan {
    days: Days,
    top: f64,
    bars: f64,
    counts: Linear,
    stacks: Vec<Stack>,
}

/// Draws the bars, time from left to right in both languages; none without an incident.
pub fn days(
    rows: &[DayCounts],
    windows: &[Window],
    look: &Look,
    messages: &Messages,
) -> Option<String> {
    let look = &look.clone().flow(Flow::LeftToRight);
    let plan = plan(rows, windows, look)?;
    let legend = Legend::new(entries(&plan, windows, look, messages));
    let bottom = plan.bars + HIGH;
    let title = title(&plan, look, messages);
    let height = bottom + 12.0 + legend.height() + MARGIN - 2.0;
    let mut svg = Svg::new(look, height, &title, &told(&plan, windows, look, messages));
    if look.heading {
        let x = Line::of(look).at(MARGIN);
        svg.text(Type { x, y: 21.0, size: HEADING, anchor: "start", class: "strong" }, &title);
    }
    ground(&mut svg, &plan, windows);
    calendar::lines(&mut svg, &plan.days, plan.top, bottom);
    calendar::labels(&mut svg, &plan.days, plan.top, look, messages);
    axis(&mut svg, &plan, look);
    bars(&mut svg, &plan, look, messages);
    names(&mut svg, &plan, windows);
    legend.draw(&mut svg, look, bottom + 12.0);
    Some(svg.finish())
}

fn plan(rows: &[DayCounts], windows: &[Window], look: &Look) -> Option<Plan> {
    let counted = rows.iter().filter(|(_, by)| by.iter().any(|(_, n)| *n > 0));
    let first = rows.iter().map(|(day, _)| *day).min().filter(|_| counted.count() > 0)?;
    let last = rows.iter().map(|(day, _)| *day).max()?;
    let span = usize::try_from(days_between(first, last)).unwrap_or(0) + 1;
    let count = span.min(MOST_DAYS);
    let start = day_after(first, span - count);
    let along = MARGIN + AXIS;
    let days = Days::new(look, start, count, along, WIDTH - along - MARGIN - 6.0);
    let mut stacks = vec![Stack::default(); count];
    for (day, by) in rows {
        let Some(stack) = days.index(*day).map(|n| &mut stacks[n]) else { continue };
        for (verdict, n) in by {
            stack[Group::of(*verdict) as usize] += u64::from(*n);
        }
    }
    let top = if look.heading { 30.0 } else { 6.0 } + CALENDAR;
    let shown = windows.iter().filter(|w| ends(&days, w).is_some()).count();
    let bars = top + shown.min(LANES) as f64 * LANE + 4.0;
    let most = stacks.iter().map(|s| s.iter().sum::<u64>()).max().unwrap_or(0);
    let counts = Linear::new(bars + 4.0, bars + HIGH, most as f64);
    Some(Plan { days, top, bars, counts, stacks })
}

/// The left and right edge of a window as far as it is among the days.
fn ends(days: &Days, (from, to, _): &Window) -> Option<[f64; 2]> {
    let last = day_after(days.start, days.count.saturating_sub(1));
    if to < from || *to < days.start || *from > last {
        return None;
    }
    let at = |day: Date| f64::from(days_between(days.start, day));
    let (from, to) = (at((*from).max(days.start)), at((*to).min(last)) + 1.0);
    Some([days.edge(from), days.edge(to)])
}

fn ground(svg: &mut Svg, plan: &Plan, windows: &[Window]) {
    for [left, right] in windows.iter().filter_map(|w| ends(&plan.days, w)) {
        svg.rect("window", left, plan.bars, right - left, HIGH);
    }
}

fn axis(svg: &mut Svg, plan: &Plan, look: &Look) {
    let ([left, right], bottom) = (plan.days.span(), plan.bars + HIGH);
    // The axis stands on the side where the language begins, as in the other pictures.
    let x = Line::of(look).at(MARGIN + AXIS - 5.0);
    for tick in plan.counts.ticks() {
        let y = plan.counts.y(tick);
        svg.level("grid", y, left, right);
        let at = Type { x, y: y + 3.2, size: TICK, anchor: "end", class: "soft" };
        svg.text(at, &number(tick));
    }
    svg.level("axis", bottom, left, right);
}

fn bars(svg: &mut Svg, plan: &Plan, look: &Look, messages: &Messages) {
    let wide = plan.days.day();
    let thin = (wide * 0.7).max(wide - 2.5);
    for (n, stack) in plan.stacks.iter().enumerate() {
        if stack.iter().sum::<u64>() == 0 {
            continue;
        }
        svg.open(&day_told(plan, n, stack, look, messages));
        let x = plan.days.left_of(n, 1) + (wide - thin) / 2.0;
        let mut sum = 0;
        for (group, count) in Group::ALL.into_iter().zip(stack).filter(|(_, n)| **n > 0) {
            let low = plan.counts.y(sum as f64);
            sum += count;
            let high = plan.counts.y(sum as f64);
            svg.rect(group.class(), x, high, thin, low - high);
        }
        svg.close();
    }
}

fn names(svg: &mut Svg, plan: &Plan, windows: &[Window]) {
    let shown = windows.iter().filter_map(|w| Some((ends(&plan.days, w)?, &w.2)));
    let [first, last] = plan.days.span();
    for (n, ([left, right], name)) in shown.enumerate() {
        let y = plan.top + (n % LANES) as f64 * LANE + 3.0;
        svg.rect("window-bar", left, y + 9.0, right - left, 2.5);
        let wide = width_of(name, NAME);
        // Beside its beginning, or back from its end where the picture ends too soon.
        let x = if left + wide <= last { left } else { (right - wide).max(first) };
        let name = fitted(name, NAME, last - first);
        let middle = x + width_of(&name, NAME) / 2.0;
        svg.halo(Type { x: middle, y: y + 7.0, size: NAME, anchor: "middle", class: "ink" }, &name);
    }
}

fn day_told(plan: &Plan, n: usize, stack: &Stack, look: &Look, messages: &Messages) -> String {
    let day = messages.day(look.lang, &day_after(plan.days.start, n).to_string());
    let args = [("a", day.into()), ("b", parts(stack, look, messages).into())];
    messages.text(look.lang, "lead-join", &args)
}

/// "breach 3, possible breach 1".
fn parts(stack: &Stack, look: &Look, messages: &Messages) -> String {
    let told = Group::ALL.into_iter().zip(stack).filter(|(_, n)| **n > 0);
    let said: Vec<String> =
        told.map(|(group, n)| format!("{} {n}", group.label(look, messages))).collect();
    listed(messages, look.lang, &said, "comma-join")
}

fn title(plan: &Plan, look: &Look, messages: &Messages) -> String {
    let last = day_after(plan.days.start, plan.days.count.saturating_sub(1));
    let days = messages.days(look.lang, &plan.days.start.to_string(), &last.to_string());
    messages.text(look.lang, "w-pictures-days", &[("days", days.into())])
}

/// Totals by judgement, then the windows.
fn told(plan: &Plan, windows: &[Window], look: &Look, messages: &Messages) -> String {
    let mut total = Stack::default();
    for stack in &plan.stacks {
        total.iter_mut().zip(stack).for_each(|(sum, n)| *sum += n);
    }
    let mut said = vec![parts(&total, look, messages)];
    for (from, to, name) in windows.iter().filter(|w| ends(&plan.days, w).is_some()) {
        let days = messages.days(look.lang, &from.to_string(), &to.to_string());
        let args = [("a", name.as_str().into()), ("b", days.into())];
        said.push(messages.text(look.lang, "lead-join", &args));
    }
    let said = listed(messages, look.lang, &said, "clause-join");
    messages.text(look.lang, "full-stop", &[("a", said.into())])
}

fn entries(
    plan: &Plan,
    windows: &[Window],
    look: &Look,
    messages: &Messages,
) -> Vec<(Key, String)> {
    let occurs = |g: &Group| plan.stacks.iter().any(|s| s[*g as usize] > 0);
    let key = |g: Group| (Key::Band(g.class(), 1.0), g.label(look, messages));
    let mut entries: Vec<_> = Group::ALL.into_iter().filter(occurs).map(key).collect();
    if windows.iter().any(|w| ends(&plan.days, w).is_some()) {
        let text = messages.text(look.lang, "w-pictures-window", &[]);
        entries.push((Key::Band("window", 1.0), text));
    }
    entries
}
