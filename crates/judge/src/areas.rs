//! How the truce stands in each area: never one flag for a country.

use std::cmp::Reverse;
use std::collections::BTreeSet;

use hudna_model::{
    AreaState, AreaStatus, Bilingual, Corroboration, CountSeries, Coverage, FiledClaim, Incident,
    Outcome, Patrol, Share, StateReason, Verdict,
};

use crate::beside::{self, Asked};
use crate::course::{self, Course, Measure};
use crate::days::{Days, iso, of_moment, parse};
use crate::drivers::breakdowns;
use crate::numbers::{day_and_year, events, range, ratio};
use crate::places::is_listed;
use crate::rank::worse;
use crate::say::{count, place, plain, say};
use crate::series::{Counts, Figures, Silent};
use crate::there::{Named, There};
use crate::watch::watch;
use crate::{Context, fused, left_out, own, rules, windowed};

/// The state of every area of the agreement, the worst first: collapsed, strained, no data,
/// holding, not covered; then by falling ratio, then by id.
///
/// The ratio comes from the counts alone (mean of the last seven counted days over the mean of the
/// 42 days before the truce), since reports tell the same events. Incidents drive and explain, and
/// act through the rule on mass casualties. Silence, a stale file and too few events are `no_data`,
/// unless patrols got there, nobody saw anything and nothing is told: then it is holding, as seen
/// by them. Refused patrols and those that did not get there are told beside.
///
/// The first series of counts makes the states ([`crate::lead`] puts it there); what the others say
/// stands beside them and is never added.
pub fn area_states(
    series: &[CountSeries],
    incidents: &[Incident],
    claims: &[FiledClaim],
    patrols: &[Patrol],
    ctx: &Context<'_>,
) -> Vec<AreaState> {
    let areas = ctx.agreement.areas.list.iter().cloned().collect();
    let mut states = states_of(&areas, series, incidents, claims, patrols, ctx);
    worst_first(&mut states);
    states
}

/// Puts states into the order of [`area_states`].
pub fn worst_first(states: &mut [AreaState]) {
    states.sort_by(worse);
}

/// The states of some places, in the order of their ids.
pub(crate) fn states_of(
    places: &BTreeSet<String>,
    series: &[CountSeries],
    incidents: &[Incident],
    claims: &[FiledClaim],
    patrols: &[Patrol],
    ctx: &Context<'_>,
) -> Vec<AreaState> {
    let (there, named) = (There::new(incidents, ctx), Named::new(claims, ctx));
    let told = Told { there: &there, named: &named, patrols };
    let (all, nothing) = (Counts::all(series, ctx), Counts::nothing(ctx));
    let (asked, without) = (Asked::all(series, &all, ctx), Measure::new(&nothing, ctx));
    // Of a place inside an area counts tell only where they have rows of its own.
    let tells = |place: &str, a: &&Asked<'_>| is_listed(ctx, place) || a.counts.tells_of(place);
    let of = |place: &String| match asked.first().filter(|a| tells(place, a)) {
        Some(lead) => state(place, lead.counts, lead.measure, told, ctx),
        None => state(place, &nothing, without, told, ctx),
    };
    let mut states: Vec<AreaState> = places.iter().map(of).collect();
    for state in &mut states {
        state.beside = beside::told(&state.area, &asked, ctx);
        state.fused = fused::fused(&state.area, &asked);
        let up = state.fused.as_ref().and_then(|told| fused::in_words(told, &asked));
        state.reasons.extend(up);
    }
    states
}

/// What is told beside the counts.
#[derive(Clone, Copy)]
struct Told<'t> {
    there: &'t There<'t>,
    named: &'t Named<'t>,
    patrols: &'t [Patrol],
}

fn state(
    area: &str,
    counts: &Counts<'_>,
    measure: Measure<'_>,
    told: Told<'_>,
    ctx: &Context<'_>,
) -> AreaState {
    let here = told.there.within(area, ctx);
    let recent = recent(here, ctx);
    let watch = watch(area, told.patrols, week(ctx), ctx);
    let mut figures = counts.figures(area, ctx);
    figures.coverage.reports = size(told.named.count(area, ctx));
    figures.coverage.incidents = size(recent.len());
    figures.coverage.incidents_confirmed = size(recent.iter().filter(|i| i.confirmed).count());
    figures.coverage.patrols = watch.coverage();
    let course = measure.course(area);
    let counted = own::within(here, week(ctx));
    let (mut status, reason) = by_counts(area, &figures, &course, ctx);
    let mut ratio = figures.ratio.filter(|_| reason.rule == "ratio");
    let mut reasons = vec![reason];
    if reasons[0].rule == "ratio" {
        reasons.extend(by_course(area, &course, &figures));
    }
    let seen = !nobody_reports(&figures);
    let own = own::own(area, here, week(ctx), seen, ctx)
        .filter(|_| figures.last.is_none() && status == AreaStatus::NoData);
    if let Some(own) = own {
        (status, ratio) = (own.status, own.ratio);
        reasons.insert(0, own.reason);
    }
    let quiet = status == AreaStatus::NoData && watch.is_quiet() && untroubled(&figures, ctx);
    if quiet {
        status = AreaStatus::Holding;
        reasons.insert(0, watch.quiet(ctx));
    } else if status != AreaStatus::NoData
        && figures.coverage.days_counted < rules::STATE_DAYS as u32
    {
        reasons.push(partial(area, &figures));
    }
    let silent = nobody_reports(&figures) && untroubled(&figures, ctx);
    if status == AreaStatus::NoData && silent && figures.last.is_some() {
        reasons.push(self::reason("nobody_reports", say("state.nobody", &[]), vec![]));
    }
    let mass: Vec<_> = recent.iter().filter(|i| mass_casualties(i)).collect();
    if !mass.is_empty() && status != AreaStatus::Collapsed {
        status = AreaStatus::Strained;
        reasons.splice(0..0, mass.iter().map(|i| mass_reason(i, ctx)));
    } else {
        reasons.extend(mass.iter().map(|i| mass_reason(i, ctx)));
    }
    let windows = windowed::windows(area, here, ctx);
    if windows.iter().any(|w| w.rule == "window_broken") && status != AreaStatus::Collapsed {
        status = AreaStatus::Strained;
    }
    reasons.extend(windows);
    reasons.extend(watch.beside(quiet, ctx));
    let mut state = AreaState {
        id: format!("AREA-{area}"),
        area: area.to_owned(),
        name: ctx.places.get(area).map_or_else(|| plain(area), |p| p.name.clone()),
        status,
        ratio,
        coverage: figures.coverage,
        reasons,
        reviewed: recent.iter().map(|i| i.reviewed).fold(Share::default(), Share::and),
        drivers: recent.iter().map(|i| i.id.clone()).collect(),
        daily: figures.daily,
        level: course.level,
        alarm: course.alarm,
        fused: None,
        outlook: course.outlook,
        severity: course.severity,
        history: course.history,
        beside: Vec::new(),
        breakdowns: Vec::new(),
        left_out: left_out::left_out(area, told.there, week(ctx), ctx),
    };
    state.breakdowns = breakdowns(&state, &measure, figures.last, &counted, ctx);
    let rows = figures.last.map(|week| rows(area, week)).into_iter().collect();
    state.left_out.extend(left_out::other_war(state.coverage.last_other, rows));
    state
}

fn size(n: usize) -> u32 {
    u32::try_from(n).unwrap_or(u32::MAX)
}

/// The last seven days.
pub(crate) fn week(ctx: &Context<'_>) -> Days {
    let today = of_moment(ctx.as_of);
    Days { first: today - rules::STATE_DAYS + 1, last: today }
}

/// Neither incidents nor current counts tell anything of the last seven days.
fn untroubled(figures: &Figures, ctx: &Context<'_>) -> bool {
    let coverage = &figures.coverage;
    let counted = figures.last.is_some_and(|w| w.last >= of_moment(ctx.as_of) - rules::STALE_DAYS);
    let silent = coverage.last_events == 0.0 && coverage.last_other == 0.0;
    coverage.incidents == 0 && (silent || !counted)
}

/// No report names a place there, and no patrol got there.
fn nobody_reports(figures: &Figures) -> bool {
    let coverage = &figures.coverage;
    let patrols = coverage.patrols.quiet + coverage.patrols.saw;
    coverage.reports == 0 && coverage.incidents == 0 && patrols == 0
}

/// Of the incidents in an area those that may have been in the last seven days, the worst first.
fn recent<'i>(here: &[&'i Incident], ctx: &Context<'_>) -> Vec<&'i Incident> {
    let week = week(ctx);
    let within = |i: &&Incident| left_out::days(i).is_some_and(|d| d.gap(week) == 0);
    let mut found: Vec<&Incident> = here.iter().copied().filter(within).collect();
    found.sort_by_key(|i| (Reverse(deaths(i)), Reverse(i.confirmed), Reverse(supported(i)), &i.id));
    found
}

/// The largest best figure of people killed: figures of different kinds of victims may overlap and
/// are not added.
fn deaths(incident: &Incident) -> u32 {
    let killed = incident.tolls.iter().filter(|t| t.outcome == Outcome::Killed && !t.cumulative);
    killed.map(|t| t.best).max().unwrap_or_default()
}

pub(crate) fn supported(incident: &Incident) -> bool {
    matches!(incident.corroboration, Corroboration::Corroborated | Corroboration::Verified)
}

/// Ten dead or more by the best figure, corroborated, confirmed by a person, and not judged to lie
/// outside what the agreement forbids.
fn mass_casualties(incident: &Incident) -> bool {
    let enough = deaths(incident) >= rules::MASS_CASUALTIES;
    enough && supported(incident) && incident.confirmed && !judged_outside(incident)
}

/// Judged to lie outside what the agreement forbids.
pub(crate) fn judged_outside(incident: &Incident) -> bool {
    use Verdict::{
        NotRegulated, OutOfScopeActor, OutOfScopeArea, OutOfScopeProvocation, PermittedException,
    };
    let base = incident.judgements.iter().find(|j| j.window.is_none());
    base.is_some_and(|j| {
        matches!(
            j.verdict,
            NotRegulated
                | OutOfScopeActor
                | OutOfScopeArea
                | OutOfScopeProvocation
                | PermittedException
        )
    })
}

/// Whether a ratio may be told: enough before the truce; or little before, incidents of our own,
/// and enough now.
fn measurable(figures: &Figures) -> bool {
    let coverage = &figures.coverage;
    let thick = coverage.pre_events >= rules::BASELINE_EVENTS;
    let thin = coverage.incidents > 0 && coverage.last_events >= rules::THIN_BASELINE_EVENTS;
    thick || thin
}

fn by_counts(
    area: &str,
    figures: &Figures,
    course: &Course,
    ctx: &Context<'_>,
) -> (AreaStatus, StateReason) {
    let today = of_moment(ctx.as_of);
    if let Some(told) = &figures.silent {
        return (AreaStatus::NoData, reason("silent", silence(told), vec![]));
    }
    let Some(week) = figures.last.filter(|w| w.last >= today - rules::STALE_DAYS) else {
        return (AreaStatus::NoData, silent(figures, today));
    };
    let coverage = &figures.coverage;
    if coverage.days_counted < rules::COUNTED_DAYS {
        let counted = plain(coverage.days_counted.to_string());
        let text = say("state.gaps", &[("counted", &counted)]);
        return (AreaStatus::NoData, reason("no_counts", text, vec![rows(area, week)]));
    }
    match figures.ratio {
        _ if other_war(figures) => {
            (AreaStatus::NotCovered, counted(area, figures, week, "other_war"))
        }
        Some(ratio) if measurable(figures) => {
            let status = course.level.map_or_else(|| level(ratio), |told| told.status);
            (status, counted(area, figures, week, "ratio"))
        }
        _ => (AreaStatus::NoData, counted(area, figures, week, "too_few")),
    }
}

/// What the level and the alarm add to the figures of the week.
fn by_course(area: &str, course: &Course, figures: &Figures) -> Vec<StateReason> {
    let rests: Vec<String> = figures.last.map(|week| rows(area, week)).into_iter().collect();
    let level = course.level.as_ref().map(course::level_words);
    let alarm = course.alarm.as_ref().and_then(course::alarm_words);
    let level = level.map(|text| reason("level", text, rests.clone()));
    let alarm = alarm.map(|text| reason("alarm", text, rests.clone()));
    let incomplete = course.incomplete.clone().map(|text| reason("nowcast", text, rests));
    let severity = course::severity_words(&course.severity);
    let severity = severity.map(|text| reason("severity", text, vec![]));
    let change = course.change.iter().map(|text| reason("change", text.clone(), vec![]));
    level.into_iter().chain(alarm).chain(incomplete).chain(severity).chain(change).collect()
}

fn level(ratio: f64) -> AreaStatus {
    match ratio {
        r if r >= rules::COLLAPSED_RATIO => AreaStatus::Collapsed,
        r if r >= rules::STRAINED_RATIO => AreaStatus::Strained,
        _ => AreaStatus::Holding,
    }
}

/// Practically all events are those of a war that the agreement leaves out.
fn other_war(figures: &Figures) -> bool {
    figures.coverage.pre_events < rules::BASELINE_EVENTS
        && figures.coverage.last_events == 0.0
        && figures.other_before >= rules::OTHER_WAR_EVENTS
}

pub(crate) fn reason(rule: &str, text: Bilingual, rests_on: Vec<String>) -> StateReason {
    StateReason { rule: rule.to_owned(), text, rests_on }
}

/// Names rows of the counts: `counts:sy-aleppo:2016-04-27..2016-05-03`.
pub(crate) fn rows(area: &str, days: Days) -> String {
    format!("counts:{area}:{}..{}", iso(days.first), iso(days.last))
}

/// A silent feed, beside others that go on telling or by itself.
fn silence(told: &Silent) -> Bilingual {
    let day = day_and_year(told.since);
    let Some(others) = &told.others else { return say("state.silent", &[("day", &day)]) };
    let arguments = [("day", &day), ("source", &told.source), ("others", others)];
    say("state.silent_beside", &arguments)
}

fn silent(figures: &Figures, today: i32) -> StateReason {
    let day = day_and_year(today);
    let text = match figures.last {
        None if nobody_reports(figures) => say("state.no_counts", &[("day", &day)]),
        None => say("state.uncounted", &[("day", &day)]),
        Some(week) => say("state.stale", &[("last", &day_and_year(week.last)), ("day", &day)]),
    };
    reason("no_counts", text, vec![])
}

/// The reason that the figures of the last week and of the baseline give.
fn counted(area: &str, figures: &Figures, week: Days, rule: &str) -> StateReason {
    let Coverage { pre_events, last_events, .. } = figures.coverage;
    let told = figures.ratio.unwrap_or_default();
    let arguments: [(&str, &Bilingual); 5] = [
        ("last", &events(last_events)),
        ("before", &events(pre_events)),
        ("days", &range(week.first, week.last)),
        ("ratio", &ratio(told)),
        ("other", &events(figures.other_before)),
    ];
    let text = match rule {
        "other_war" => say("state.other_war", &arguments),
        "too_few" => say("state.too_few", &arguments),
        _ if level(told) == AreaStatus::Holding => say("state.holding", &arguments),
        _ => say("state.ratio", &arguments),
    };
    reason(rule, text, vec![rows(area, week), rows(area, figures.baseline)])
}

fn partial(area: &str, figures: &Figures) -> StateReason {
    let counted = plain(figures.coverage.days_counted.to_string());
    let text = say("state.partial", &[("counted", &counted)]);
    reason("ratio", text, figures.last.map(|week| rows(area, week)).into_iter().collect())
}

fn mass_reason(incident: &Incident, ctx: &Context<'_>) -> StateReason {
    let days = incident.days.as_ref().and_then(|(a, b)| Some((parse(a)?, parse(b)?)));
    let days = days.map_or_else(Bilingual::default, |(a, b)| range(a, b));
    let place = incident.place.as_deref().map_or_else(Bilingual::default, |id| place(ctx, id));
    let text = say(
        "state.mass",
        &[
            ("deaths", &count(deaths(incident) as usize, "death")),
            ("place", &place),
            ("days", &days),
            ("origins", &count(incident.origins.len(), "origin")),
        ],
    );
    reason("mass_casualties", text, vec![incident.id.clone()])
}
