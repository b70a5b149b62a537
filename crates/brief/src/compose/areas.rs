//! Area by area, worst first.

use hudna_model::{AreaState, AreaStatus, Bilingual, StateReason};

use crate::brief::{Cite, CiteKind, Cites};
use crate::messages::Value;
use crate::say::{Line, Speaker};

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

/// Same state for the same first reason.
fn alike(a: &AreaState, b: &AreaState) -> bool {
    let reason = |area: &AreaState| area.reasons.first().map(|r| r.text.clone());
    a.status == b.status && reason(a) == reason(b)
}

/// Areas of which no state is told: the reason, and the deaths that go on there.
fn group_line(speaker: &Speaker<'_>, group: &[&AreaState]) -> Option<Line> {
    let first = group.first()?;
    let names: Vec<Bilingual> = group.iter().map(|a| a.name.clone()).collect();
    let args =
        [("names", speaker.list(&names).into()), ("status", speaker.label(first.status).into())];
    let mut clauses: Vec<Bilingual> = first.reasons.iter().take(1).map(bare).collect();
    let counted = group.iter().filter(|a| a.coverage.days_counted > 0);
    let deaths = |area: &&&AreaState| {
        let n = format!("{:.0}", area.coverage.last_deaths);
        speaker.pair("in-brackets", area.name.clone(), Bilingual::new(n.clone(), n))
    };
    let deaths: Vec<Bilingual> = counted.map(|a| deaths(&a)).collect();
    if !deaths.is_empty() {
        let counts = speaker.list(&deaths);
        clauses.push(speaker.say("a-group-deaths", &[("counts", counts.into())]));
    }
    let cites = Cites::of(speaker.cites(CiteKind::Area, group.iter().map(|a| &a.id)))?;
    Some(Line { text: speaker.sentence(speaker.say("a-group", &args), clauses), cites })
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
    clauses.push(reports(speaker, area));
    clauses.push(read_incidents(speaker, area));
    clauses
}

/// Reasons other than the ratio, which is said in our own words.
fn extra_reasons(area: &AreaState) -> impl Iterator<Item = Bilingual> {
    area.reasons.iter().filter(|r| r.rule != "ratio").map(bare)
}

/// The reason as a clause: without its full stop.
fn bare(reason: &StateReason) -> Bilingual {
    let cut = |text: &str| text.trim().trim_end_matches('.').to_owned();
    Bilingual::new(cut(&reason.text.ar), cut(&reason.text.en))
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

fn reports(speaker: &Speaker<'_>, area: &AreaState) -> Bilingual {
    speaker.say("a-reports", &[("n", area.coverage.reports.into())])
}

fn read_incidents(speaker: &Speaker<'_>, area: &AreaState) -> Bilingual {
    let c = &area.coverage;
    let args = [("n", c.incidents.into()), ("confirmed", c.incidents_confirmed.into())];
    speaker.say("a-incidents", &args)
}

/// The incidents that the state rests on, then those that drive it.
fn incidents(speaker: &Speaker<'_>, area: &AreaState) -> Vec<Cite> {
    let known = |id: &&String| speaker.situation.incidents.iter().any(|i| &i.id == *id);
    let rested = area.reasons.iter().flat_map(|r| &r.rests_on);
    speaker.cites(CiteKind::Incident, rested.chain(&area.drivers).filter(known))
}
