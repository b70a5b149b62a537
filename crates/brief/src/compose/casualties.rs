//! Running totals, which are never added to the tolls of incidents.

use hudna_model::{Bilingual, Toll};

use super::incidents::figure;
use crate::brief::{CiteKind, Cites};
use crate::say::{Line, Speaker};

pub(super) fn lines(speaker: &Speaker<'_>) -> Vec<Line> {
    let totals = &speaker.situation.aggregates;
    let mut lines: Vec<Line> = totals.iter().map(|toll| running(speaker, toll)).collect();
    if let Some(cites) = Cites::of(speaker.cites(CiteKind::Toll, totals.iter().map(|t| &t.id))) {
        let text = speaker.clauses(vec![speaker.say("c-never-added", &[])]);
        lines.push(Line { text, cites });
    }
    lines
}

/// One running total: the figure used with its span, its source, how it was chosen.
pub(super) fn running(speaker: &Speaker<'_>, toll: &Toll) -> Line {
    let args = [
        ("place", speaker.place(toll.place.as_deref(), None).into()),
        ("count", figure(speaker, toll).into()),
    ];
    let mut clauses = vec![speaker.say("c-running", &args)];
    clauses.extend(figures(speaker, toll));
    if toll.rows.len() > 1 {
        clauses.push(toll.method.clone());
    }
    let claims = toll.rows.iter().map(|row| &row.claim);
    let known = claims.filter(|id| speaker.situation.claims.contains_key(*id));
    let cites = Cites::one(speaker.cite(CiteKind::Toll, &toll.id))
        .and(speaker.cites(CiteKind::Claim, known));
    Line { text: speaker.clauses(clauses), cites }
}

fn figures(speaker: &Speaker<'_>, toll: &Toll) -> Option<Bilingual> {
    let used = toll.rows.first()?;
    let args = [
        ("n", toll.rows.len().into()),
        ("source", speaker.source(&used.source).into()),
        ("grade", used.grade.to_string().into()),
    ];
    Some(speaker.say("c-figures", &args))
}
