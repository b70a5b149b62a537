//! Does the time of an incident lie where a term or a window holds.

use hudna_model::{Moment, Obligation, Window};

use crate::days::{Days, date};
use crate::facts::Inside;
use crate::hours::Clock;
use crate::{Context, rules};

/// A stretch of time: an open end is none.
pub(crate) type Stretch = (Moment, Option<Moment>);

/// When the obligation holds, as known at the time of asking. Acts against a term with a deadline
/// count from the deadline on.
pub(crate) fn holds(ctx: &Context<'_>, obligation: &Obligation) -> Stretch {
    let agreement = ctx.agreement;
    let due = obligation.deadline.as_ref().map(|d| d.due);
    let starts = [Some(agreement.effective), obligation.since, due];
    let start = starts.into_iter().flatten().max().unwrap_or(agreement.effective);
    let ends = [obligation.until, agreement.ends(ctx.as_of)];
    (start, ends.into_iter().flatten().min())
}

/// Days against hours: without an hour told, days count by what of them lies outside. Stretches
/// must be in the order of their starts; what two of them hold counts once.
pub(crate) fn inside(days: Option<Days>, stretches: &[Stretch]) -> Inside {
    let (Some(days), Some((first, _))) = (days, stretches.first()) else { return Inside::Unclear };
    let from = first.midnight_of(date(days.first)).seconds();
    let to = first.midnight_of(date(days.last + 1)).seconds();
    let held = held(from, to, stretches);
    match (held == 0, to - from - held <= rules::WINDOW_EDGE_SECONDS) {
        (true, _) => Inside::No,
        (_, true) => Inside::Yes,
        _ => Inside::Unclear,
    }
}

/// A stretch by the clock of the place against hours, all of it told: what lies outside counts.
/// Stretches must be in the order of their starts.
pub(crate) fn inside_by_clock(clock: Clock, stretches: &[Stretch]) -> Inside {
    let Some((first, _)) = stretches.first() else { return Inside::Unclear };
    let epoch = first.midnight_of(date(0)).seconds();
    let (from, to) = (epoch + clock.from * 60, epoch + clock.to * 60);
    let ends = |end: &Option<Moment>| end.map_or(i64::MAX, |e| e.seconds());
    if from == to {
        let holds = |(start, end): &Stretch| start.seconds() <= from && from < ends(end);
        return if stretches.iter().any(holds) { Inside::Yes } else { Inside::No };
    }
    match held(from, to, stretches) {
        0 => Inside::No,
        held if held == to - from => Inside::Yes,
        _ => Inside::Unclear,
    }
}

/// Seconds from one moment to the other that the stretches hold.
fn held(from: i64, to: i64, stretches: &[Stretch]) -> i64 {
    let (mut held, mut at) = (0, from);
    for (start, end) in stretches {
        let start = start.seconds().max(at);
        let end = end.map_or(to, |e| e.seconds().min(to));
        held += (end - start).max(0);
        at = at.max(end);
    }
    held
}

/// One announcer's reading of a window that covers a place, as known at the time of asking.
#[derive(Debug)]
pub(crate) struct Reading<'a> {
    /// The assertion that the time falls into, else the one before it, else the first.
    pub assertion: &'a Window,
    /// From the first start to the last end.
    pub whole: Stretch,
    /// When each of its assertions holds, in the order of their starts.
    pub stretches: Vec<Stretch>,
    /// Whether it is disputed that the window covers the place.
    pub disputed: bool,
}

/// The reading that assertions of one window by one announcer make; none without assertions.
/// They must be in the order of their starts; `touches` tells whether the incident may have been in
/// a stretch.
pub(crate) fn reading<'a>(
    assertions: &[&'a Window],
    days: Option<Days>,
    touches: impl Fn(Stretch) -> bool,
    disputed: bool,
) -> Option<Reading<'a>> {
    let first = assertions.first()?;
    let stretches: Vec<Stretch> = assertions.iter().map(|w| (w.start, w.end)).collect();
    let touches = |w: &&&Window| touches((w.start, w.end));
    let begun =
        |w: &&&Window| days.is_some_and(|d| w.start < w.start.midnight_of(date(d.last + 1)));
    let assertion = assertions.iter().find(touches);
    let assertion = assertion.or_else(|| assertions.iter().rev().find(begun)).unwrap_or(first);
    let open = stretches.iter().any(|(_, end)| end.is_none());
    let last = stretches.iter().filter_map(|(_, end)| *end).max().filter(|_| !open);
    Some(Reading { assertion, whole: (first.start, last), stretches, disputed })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::days::parse;

    fn stretch(start: &str, end: &str) -> Stretch {
        let at = |text: &str| text.parse().expect("a time");
        (at(start), (!end.is_empty()).then(|| at(end)))
    }

    fn check(day: &str, stretches: &[Stretch], expected: Inside) {
        let days = parse(day).map(Days::one);
        assert_eq!(inside(days, stretches), expected, "{day}");
    }

    #[test]
    fn a_day_is_in_when_hardly_any_of_it_lies_outside() {
        let calm = [stretch("2016-05-05T01:00:00+03:00", "2016-05-07T01:00:00+03:00")];
        check("2016-05-04", &calm, Inside::No);
        check("2016-05-05", &calm, Inside::Yes);
        check("2016-05-06", &calm, Inside::Yes);
        check("2016-05-07", &calm, Inside::Unclear);
        check("2016-05-08", &calm, Inside::No);
    }

    #[test]
    fn an_extension_joins_without_counting_twice() {
        let noon = stretch("2016-05-05T00:00:00+03:00", "2016-05-06T12:00:00+03:00");
        let more = stretch("2016-05-06T06:00:00+03:00", "2016-05-07T00:00:00+03:00");
        check("2016-05-06", &[noon], Inside::Unclear);
        check("2016-05-06", &[noon, more], Inside::Yes);
        check("2030-01-01", &[stretch("2016-05-05T00:00:00+03:00", "")], Inside::Yes);
    }
}
