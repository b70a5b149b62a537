//! The terms in force, and each window as each announcer tells it.

use std::collections::BTreeMap;

use hudna_model::{Bilingual, Role, Window};

use crate::brief::{Cite, Cites};
use crate::say::{Line, Speaker};

/// A window that ended longer ago is left to the agreement's page: one week, as for states.
const ENDED_SINCE: i64 = 7 * 24 * 3600;

pub(super) fn lines(speaker: &Speaker<'_>) -> Vec<Line> {
    let mut lines: Vec<Line> = terms(speaker).into_iter().collect();
    let windows = windows(speaker);
    lines.extend(windows.values().filter_map(|assertions| window(speaker, assertions)));
    lines
}

/// Who is bound, who guarantees, who is left out.
fn terms(speaker: &Speaker<'_>) -> Option<Line> {
    let agreement = &speaker.situation.agreement;
    let bound = members(speaker, Role::Bound);
    let guarantors = members(speaker, Role::Guarantor);
    let args = [
        ("agreement", agreement.name.clone().into()),
        ("moment", speaker.moment(agreement.effective).into()),
        ("names", speaker.list(&bound).into()),
    ];
    let mut clauses = vec![speaker.say("t-binds", &args)];
    let mut more = |id: &str, names: &[Bilingual]| {
        if !names.is_empty() {
            clauses.push(speaker.say(id, &[("names", speaker.list(names).into())]));
        }
    };
    more("t-guarantors", &guarantors);
    let left_out: Vec<_> = agreement.exclusions.iter().map(|e| speaker.member(&e.party)).collect();
    more("t-excludes", &left_out);
    let instruments = agreement.instruments.iter();
    let cites: Vec<Cite> = instruments.map(|i| speaker.agreement_part(&i.id)).collect();
    Some(Line { text: speaker.clauses(clauses), cites: Cites::of(cites)? })
}

fn members(speaker: &Speaker<'_>, role: Role) -> Vec<Bilingual> {
    let of_role = speaker.situation.agreement.parties.iter().filter(|m| m.role == role);
    let name = |member: &hudna_model::Membership| {
        let name = speaker.member(&member.party);
        match role == Role::Guarantor && member.belligerent {
            true => speaker.say("t-fights-too", &[("name", name.into())]),
            false => name,
        }
    };
    of_role.map(name).collect()
}

/// Assertions that were announced by now and had not ended a week ago, by window.
fn windows<'s>(speaker: &Speaker<'s>) -> BTreeMap<&'s str, Vec<&'s Window>> {
    let as_of = speaker.situation.as_of;
    let since = as_of.plus_seconds(-ENDED_SINCE);
    let mut windows: BTreeMap<&str, Vec<&Window>> = BTreeMap::new();
    for window in &speaker.situation.agreement.windows {
        if window.announced <= as_of && window.end.is_none_or(|end| end >= since) {
            windows.entry(&window.window).or_default().push(window);
        }
    }
    windows
}

fn window(speaker: &Speaker<'_>, assertions: &[&Window]) -> Option<Line> {
    let first = assertions.first()?;
    let mut ids: Vec<&String> = first.places.iter().collect();
    for id in assertions.iter().flat_map(|w| &w.places) {
        if !ids.contains(&id) {
            ids.push(id);
        }
    }
    let places: Vec<_> = ids.into_iter().map(|id| speaker.place(Some(id), None)).collect();
    let lead = speaker.say("t-window", &[("places", speaker.list(&places).into())]);
    let extended = |w: &&&Window| assertions.iter().any(|x| x.extends.as_ref() == Some(&w.id));
    let last = assertions.iter().filter(|w| !extended(w));
    let clauses = last.map(|w| assertion(speaker, first_of(w, assertions), w)).collect();
    let cites = assertions.iter().map(|w| speaker.agreement_part(&w.id));
    Some(Line { text: speaker.sentence(lead, clauses), cites: Cites::of(cites)? })
}

/// The assertion that a chain of extensions began with.
fn first_of<'s>(window: &'s Window, assertions: &[&'s Window]) -> &'s Window {
    let mut first = window;
    // A chain is at most as long as the list, so a circle in the data ends too.
    for _ in assertions {
        let extended = assertions.iter().find(|w| Some(&w.id) == first.extends.as_ref());
        first = extended.unwrap_or(&first);
    }
    first
}

/// What one announcer says, from the start of the first assertion to the end of the last.
fn assertion(speaker: &Speaker<'_>, first: &Window, window: &Window) -> Bilingual {
    let start = speaker.moment_here(first.start);
    let span = match window.end {
        Some(end) => {
            let args = [("start", start.into()), ("end", speaker.moment_here(end).into())];
            speaker.say("window-span", &args)
        }
        None => speaker.say("window-open", &[("start", start.into())]),
    };
    let announcer = speaker.member(&window.announcer);
    speaker.say("t-window-one", &[("announcer", announcer.into()), ("span", span.into())])
}
