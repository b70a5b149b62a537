//! Area by area, worst first.

use hudna_model::{AreaState, AreaStatus, Bilingual, StateReason};

use crate::brief::{Cite, CiteKind, Cites};
use crate::messages::Value;
use crate::say::{Line, Speaker, bare};

pub(super) fn lines(speaker: &Speaker<'_>) -> Vec<Line> {
    let areas = &speaker.situation.areas;
    let (told, untold): (Vec<&AreaState>, Vec<&AreaState>) = areas
        .iter()
        .partition(|a| !matches!(a.status, AreaStatus::NoData | AreaStatus::NotCovered));
    let mut lines: Vec<Line> = told.into_iter().map(|area| line(speaker, area)).collect();
    let mut groups: Vec<Vec<&AreaState>> = Vec::new();
    for area in untold {
        match groups.iter_mut().find(|g| alike(g[0], area)) {
            Some(group) => group.push(area),
            None => groups.push(vec![area]),
        }
    }
    lines.extend(groups.iter().filter_map(|group| group_line(speaker, group)));
    lines
}

/// Same state for the same first reason: the same rule where we say it in our own words, else the
/// same text.
fn alike(a: &AreaState, b: &AreaState) -> bool {
    let reason = |area: &AreaState| {
        area.reasons.first().map(|r| match own_words(area) {
            true => (r.rule.clone(), Bilingual::default()),
            false => (r.rule.clone(), r.text.clone()),
        })
    };
    let alone = |area: &AreaState| patrolled(area).next().is_some();
    a.status == b.status && reason(a) == reason(b) && !alone(a) && !alone(b)
}

/// What patrols tell of the area: the state itself, or beside it.
fn patrolled(area: &AreaState) -> impl Iterator<Item = &StateReason> {
    area.reasons.iter().filter(|r| r.rule.starts_with("patrols_"))
}

/// Whether the first reason is said in words that hold for several areas at once.
fn own_words(area: &AreaState) -> bool {
    let rule = area.reasons.first().map_or("", |r| r.rule.as_str());
    let silent = area.coverage.last_events == 0.0;
    rule == "too_few" || rule == "other_war" && silent && area.coverage.days_counted > 0
}

/// Areas of which no state is told: the reason, and the deaths that go on there.
fn group_line(speaker: &Speaker<'_>, group: &[&AreaState]) -> Option<Line> {
    let first = group.first()?;
    let names: Vec<Bilingual> = group.iter().map(|a| a.name.clone()).collect();
    let args =
        [("names", speaker.list(&names).into()), ("status", speaker.label(first.status).into())];
    let mut clauses: Vec<Bilingual> = reason(speaker, group).into_iter().collect();
    clauses.extend(deaths(speaker, group));
    clauses.extend(patrolled(first).map(|r| clause(&r.text)));
    let cites = Cites::of(speaker.cites(CiteKind::Area, group.iter().map(|a| &a.id)))?;
    Some(Line { text: speaker.sentence(speaker.say("a-group", &args), clauses), cites })
}

fn reason(speaker: &Speaker<'_>, group: &[&AreaState]) -> Option<Bilingual> {
    let first = group.first()?;
    let reason = first.reasons.first()?;
    if !own_words(first) {
        return Some(bare(&reason.text));
    }
    if reason.rule != "too_few" {
        return Some(speaker.say("a-other-war", &[]));
    }
    let count = |a: &&AreaState| {
        // A single area is named before the colon.
        let area = if group.len() > 1 { a.name.clone() } else { Bilingual::default() };
        let args = [
            ("area", area.into()),
            ("a", a.coverage.pre_events.into()),
            ("b", a.coverage.last_events.into()),
        ];
        trimmed(speaker.say("a-two-counts", &args))
    };
    let counts: Vec<Bilingual> = group.iter().map(count).collect();
    let listed = counts.into_iter().reduce(|a, b| speaker.pair("comma-join", a, b))?;
    Some(speaker.say("a-too-few", &[("counts", listed.into())]))
}

/// "5 deaths in the last 7 days" for one area; "…: Suwayda 5, Tartus 0" for several.
fn deaths(speaker: &Speaker<'_>, group: &[&AreaState]) -> Option<Bilingual> {
    let counted: Vec<&&AreaState> = group.iter().filter(|a| a.coverage.days_counted > 0).collect();
    let n = |a: &AreaState| a.coverage.last_deaths.round();
    if let [only] = counted.as_slice() {
        return Some(speaker.say("a-group-deaths", &[("n", n(only).into())]));
    }
    let one = |a: &&&AreaState| {
        speaker.say("a-counted", &[("area", a.name.clone().into()), ("n", n(a).into())])
    };
    let each = counted.iter().map(one).reduce(|a, b| speaker.pair("comma-join", a, b))?;
    Some(speaker.say("a-group-deaths-each", &[("counts", each.into())]))
}

fn trimmed(text: Bilingual) -> Bilingual {
    Bilingual::new(text.ar.trim(), text.en.trim())
}

fn line(speaker: &Speaker<'_>, area: &AreaState) -> Line {
    let status = speaker.label(area.status);
    let lead =
        speaker.say("a-lead", &[("area", area.name.clone().into()), ("status", status.into())]);
    let clauses = covered(speaker, area);
    let cites = Cites::one(speaker.cite(CiteKind::Area, &area.id)).and(incidents(speaker, area));
    Line { text: speaker.sentence(lead, clauses), cites }
}

fn covered(speaker: &Speaker<'_>, area: &AreaState) -> Vec<Bilingual> {
    let mut clauses = Vec::new();
    if let Some(ratio) = area.ratio {
        clauses.push(speaker.say("a-ratio", &[("ratio", format!("{ratio:.2}").into())]));
    }
    clauses.extend(extra_reasons(area));
    clauses.extend(counted(speaker, area));
    clauses.extend(outlook(speaker, area));
    clauses.extend(reports(speaker, area));
    clauses
}

/// What the next seven days may bring.
fn outlook(speaker: &Speaker<'_>, area: &AreaState) -> Option<Bilingual> {
    let week = area.outlook.iter().find(|told| told.days == 7)?;
    let args =
        [("low", week.most.0.into()), ("high", week.most.1.into()), ("median", week.median.into())];
    let id = if week.median == 0 { "a-outlook-none" } else { "a-outlook" };
    Some(speaker.say(id, &args))
}

/// Reasons other than the ratio, which is said in our own words, and what would change the state; not the mass casualties where the
/// ratio alone makes the state.
fn extra_reasons(area: &AreaState) -> impl Iterator<Item = Bilingual> {
    let idle = by_ratio(area) == Some(area.status);
    let told = move |rule: &str| {
        let own = matches!(rule, "ratio" | "change" | "severity");
        !(own || idle && rule == "mass_casualties")
    };
    area.reasons.iter().filter(move |r| told(&r.rule)).map(|r| clause(&r.text))
}

/// A sentence as a clause inside another: no full stop, no capital.
fn clause(text: &Bilingual) -> Bilingual {
    let bare = bare(text);
    let mut letters = bare.en.chars();
    let lowered = letters.next().map(|first| first.to_lowercase().to_string());
    Bilingual::new(bare.ar, lowered.unwrap_or_default() + letters.as_str())
}

/// The state that the level, or the ratio where there is none, would give alone: see [`AreaStatus`].
fn by_ratio(area: &AreaState) -> Option<AreaStatus> {
    if let Some(level) = area.level {
        return Some(level.status);
    }
    Some(match area.ratio? {
        ratio if ratio >= 0.8 => AreaStatus::Collapsed,
        ratio if ratio >= 0.5 => AreaStatus::Strained,
        _ => AreaStatus::Holding,
    })
}

fn counted(speaker: &Speaker<'_>, area: &AreaState) -> Vec<Bilingual> {
    let c = &area.coverage;
    if c.days_counted == 0 {
        return Vec::new();
    }
    let before = Value::from(c.before_events);
    let mut clauses =
        vec![speaker.say("a-events", &[("last", c.last_events.into()), ("before", before)])];
    if c.last_other > 0.0 {
        clauses.push(speaker.say("a-other", &[("n", c.last_other.into())]));
    }
    clauses.push(speaker.say("a-deaths", &[("n", c.last_deaths.round().into())]));
    clauses
}

/// Reports that name a place there, and incidents read from them; silence is said as such.
fn reports(speaker: &Speaker<'_>, area: &AreaState) -> Vec<Bilingual> {
    let c = &area.coverage;
    if c.reports == 0 && c.incidents == 0 {
        let seen = c.patrols.quiet + c.patrols.saw > 0;
        return vec![speaker.say(if seen { "a-unreported" } else { "a-quiet" }, &[])];
    }
    let args = [("n", c.incidents.into()), ("confirmed", c.incidents_confirmed.into())];
    let told =
        [speaker.say("a-reports", &[("n", c.reports.into())]), speaker.say("a-incidents", &args)];
    let share = area.reviewed;
    let args = [("n", share.of.into()), ("confirmed", share.confirmed.into())];
    let reviewed = (share.of > 0).then(|| speaker.say("a-reviewed", &args));
    told.into_iter().chain(reviewed).collect()
}

/// The incidents that the state rests on, then those that drive it.
fn incidents(speaker: &Speaker<'_>, area: &AreaState) -> Vec<Cite> {
    let known = |id: &&String| speaker.situation.incidents.iter().any(|i| &i.id == *id);
    let rested = area.reasons.iter().flat_map(|r| &r.rests_on);
    speaker.cites(CiteKind::Incident, rested.chain(&area.drivers).filter(known))
}
