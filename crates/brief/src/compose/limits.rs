//! What nobody tells, what was not understood, and what the agreement leaves open.

use hudna_model::{AreaState, Bilingual, Incident, Verdict};

use crate::brief::{CiteKind, Cites};
use crate::say::{Line, Speaker};

/// Days whose counts a state looks at.
const WEEK: u32 = 7;

pub(super) fn lines(speaker: &Speaker<'_>) -> Vec<Line> {
    let mut lines: Vec<Line> = Vec::new();
    lines.extend(silent(speaker));
    lines.extend(no_incident(speaker));
    lines.extend(uncounted(speaker));
    lines.extend(unread(speaker));
    lines.extend(judged(speaker));
    lines.extend(counts(speaker));
    lines.extend(undefined(speaker));
    lines
}

fn undetermined(incident: &Incident) -> bool {
    !incident.judgements.is_empty()
        && incident.judgements.iter().all(|j| j.verdict == Verdict::Undetermined)
}

/// No report names a place there, and no patrol got there.
fn unseen(area: &AreaState) -> bool {
    let c = &area.coverage;
    c.reports == 0 && c.patrols.quiet + c.patrols.saw == 0
}

/// Areas of which no report names a place, and that no patrol saw.
fn silent(speaker: &Speaker<'_>) -> Option<Line> {
    let silent: Vec<&AreaState> = speaker.situation.areas.iter().filter(|a| unseen(a)).collect();
    let names: Vec<Bilingual> = silent.iter().map(|a| a.name.clone()).collect();
    let text = speaker.say("l-silent", &[("names", speaker.list(&names).into())]);
    let cites = Cites::of(speaker.cites(CiteKind::Area, silent.iter().map(|a| &a.id)))?;
    Some(Line { text: speaker.clauses(vec![text]), cites })
}

fn no_incident(speaker: &Speaker<'_>) -> Option<Line> {
    if !speaker.situation.incidents.is_empty() {
        return None;
    }
    let cites = Cites::of(speaker.cites(CiteKind::Report, speaker.situation.reports.keys()))?;
    let moment = speaker.moment(speaker.situation.as_of);
    let text = speaker.say("l-no-incident", &[("moment", moment.into())]);
    Some(Line { text: speaker.clauses(vec![text]), cites })
}

/// Areas whose counts do not reach over the week.
fn uncounted(speaker: &Speaker<'_>) -> Vec<Line> {
    let stale = |a: &&AreaState| a.coverage.days_counted < WEEK && a.coverage.last_day.is_some();
    let line = |area: &AreaState| {
        let day = area.coverage.last_day.as_deref().unwrap_or_default();
        let args = [
            ("area", area.name.clone().into()),
            ("n", area.coverage.days_counted.into()),
            ("day", speaker.day(day).into()),
        ];
        let text = speaker.clauses(vec![speaker.say("l-counted", &args)]);
        Line { text, cites: Cites::one(speaker.cite(CiteKind::Area, &area.id)) }
    };
    speaker.situation.areas.iter().filter(stale).map(line).collect()
}

fn unread(speaker: &Speaker<'_>) -> Option<Line> {
    let reports = speaker.situation.reports.values().filter(|r| r.unread_harm > 0);
    let sentences: usize = reports.clone().map(|r| r.unread_harm).sum();
    let cites = Cites::of(speaker.cites(CiteKind::Report, reports.map(|r| &r.id)))?;
    let text = speaker.say("l-unread", &[("n", sentences.into())]);
    Some(Line { text: speaker.clauses(vec![text]), cites })
}

/// How many incidents rest on one origin, and how many cannot be judged yet.
fn judged(speaker: &Speaker<'_>) -> Option<Line> {
    let incidents = &speaker.situation.incidents;
    let single = incidents.iter().filter(|i| i.origins.len() == 1).count();
    let open = incidents.iter().filter(|i| undetermined(i)).count();
    let args = [("n", incidents.len().into()), ("single", single.into()), ("open", open.into())];
    let cites = Cites::of(speaker.cites(CiteKind::Incident, incidents.iter().map(|i| &i.id)))?;
    Some(Line { text: speaker.clauses(vec![speaker.say("l-judged", &args)]), cites })
}

/// Where the counts come from and what was left out of them.
fn counts(speaker: &Speaker<'_>) -> Vec<Line> {
    let situation = speaker.situation;
    let source = situation.counts_source.iter();
    let said = source.map(|s| speaker.say("l-counts-source", &[("source", s.clone().into())]));
    let said = said.map(|text| speaker.clauses(vec![text]));
    let notes = situation.counts_notes.clone();
    let lead = speaker.say("l-counts-note", &[]);
    let noted = (!notes.is_empty()).then(|| speaker.paragraph(lead, notes));
    let cites = Cites::one(speaker.cite(CiteKind::Counts, "counts"));
    said.chain(noted).map(|text| Line { text, cites: cites.clone() }).collect()
}

/// What the agreement does not lay down, as its data state it.
fn undefined(speaker: &Speaker<'_>) -> Option<Line> {
    let open = &speaker.situation.agreement.undefined;
    let cites = Cites::of(open.iter().map(|o| speaker.agreement_part(&o.id)))?;
    let texts = open.iter().map(|o| o.text.clone()).collect();
    let text = speaker.paragraph(speaker.say("l-undefined", &[]), texts);
    Some(Line { text, cites })
}
