//! Declared windows of hours in an area: zero tolerance while they run, and a time of risk between
//! announcement and beginning, in which violence has been found to intensify.

use hudna_model::agreement::Window;
use hudna_model::{Bilingual, Incident, StateReason, Verdict};

use crate::Context;
use crate::areas::{reason, supported};
use crate::places::{area_of, belongs, holds};
use crate::say::{party, plain, say, term};

/// What windows say of an area: the last assertion of each announcer that runs or is to come, by
/// window, then announcer. A corroborated breach in one makes the area at least strained.
pub(crate) fn windows(area: &str, here: &[&Incident], ctx: &Context<'_>) -> Vec<StateReason> {
    let there = |w: &&Window| {
        // Nothing larger than an area is looked into for what is smaller than one.
        let held = |place: &String| {
            belongs(ctx, place, area) || area_of(ctx, place).is_some() && holds(ctx, place, area)
        };
        let over = w.end.is_some_and(|end| end <= ctx.as_of);
        w.announced <= ctx.as_of && !over && w.places.iter().any(held)
    };
    let mut told: Vec<&Window> = ctx.agreement.windows.iter().filter(there).collect();
    told.sort_by_key(|w| (&w.window, &w.announcer, std::cmp::Reverse(w.start), &w.id));
    // One that is to come does not hide the one that runs.
    let runs = |w: &Window| w.start <= ctx.as_of;
    told.dedup_by(|later, kept| {
        (&later.window, &later.announcer, runs(later))
            == (&kept.window, &kept.announcer, runs(kept))
    });
    told.into_iter().map(|window| say_window(window, here, ctx)).collect()
}

fn say_window(w: &Window, here: &[&Incident], ctx: &Context<'_>) -> StateReason {
    let hours = |seconds: i64| plain((seconds / 3600).to_string());
    let announcer = party(ctx, &w.announcer);
    if w.start > ctx.as_of {
        let left = hours(w.start.seconds() - ctx.as_of.seconds());
        let text = say("state.window_before", &[("announcer", &announcer), ("left", &left)]);
        return reason("window_before", text, vec![]);
    }
    let since = hours(ctx.as_of.seconds() - w.start.seconds());
    let left = match w.end {
        Some(end) => hours(end.seconds() - ctx.as_of.seconds()),
        None => term("window.endless"),
    };
    let broken = broken(w, here, ctx);
    let n = plain(broken.len().to_string());
    let arguments: [(&str, &Bilingual); 4] =
        [("announcer", &announcer), ("since", &since), ("left", &left), ("n", &n)];
    match broken.is_empty() {
        true => reason("window_runs", say("state.window_runs", &arguments), vec![]),
        false => reason("window_broken", say("state.window_broken", &arguments), broken),
    }
}

/// Corroborated breaches, or possible ones, under any assertion of the window by this announcer.
fn broken(w: &Window, here: &[&Incident], ctx: &Context<'_>) -> Vec<String> {
    let same = |id: &String| {
        let of = ctx.agreement.windows.iter().find(|other| other.id == *id);
        of.is_some_and(|o| (&o.window, &o.announcer) == (&w.window, &w.announcer))
    };
    let under = |i: &&&Incident| {
        i.judgements.iter().any(|j| {
            matches!(j.verdict, Verdict::Breach | Verdict::PossibleBreach)
                && j.window.as_ref().is_some_and(same)
        })
    };
    let broken = here.iter().filter(|i| supported(i)).filter(under);
    broken.map(|i| i.id.clone()).collect()
}
