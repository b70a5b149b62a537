//! Writes the brief: which sentences, in which order, resting on what.

mod areas;
mod casualties;
mod check;
mod events;
mod incidents;
mod limits;
mod meetings;
mod news;
pub(crate) mod promises;
mod shares;
mod statements;
mod summary;
mod truce;

/// Order, names and dates of the follow-up board, which the page's table shares.
pub(crate) use promises as board;

use hudna_model::{Bilingual, Situation};

use crate::brief::{Brief, Header, Section, SectionKind, Sentence};
use crate::references::gather;
use crate::say::{Line, Speaker};
use shares::Shares;

/// The brief of a situation. Pure: the same situation
/// gives the same brief.
pub fn compose(situation: &Situation) -> Brief {
    let speaker = Speaker::new(situation);
    let shares = Shares::new(situation);
    let mut number = 0;
    let mut sections = Vec::new();
    for (kind, title, lines) in drafts(&speaker) {
        let sentences: Vec<Sentence> = lines
            .into_iter()
            .map(|line| {
                number += 1;
                let reviewed = shares.of(&line.cites);
                Sentence::new(number, line.text, line.cites, reviewed)
            })
            .collect();
        if !sentences.is_empty() {
            sections.push(Section { kind, title: speaker.say(title, &[]), sentences });
        }
    }
    let (references, reports) = gather(&speaker, &sections);
    Brief {
        header: header(situation),
        sections,
        references,
        reports,
        ribbon: crate::pictures::told::ribbon(situation),
    }
}

fn drafts(speaker: &Speaker<'_>) -> [(SectionKind, &'static str, Vec<Line>); 8] {
    use SectionKind::*;
    let mut truce = truce::lines(speaker);
    truce.extend(news::lines(speaker));
    [
        (Summary, "section-summary", summary::lines(speaker)),
        (Areas, "section-areas", areas::lines(speaker)),
        (Incidents, "section-incidents", incidents::lines(speaker)),
        (Casualties, "section-casualties", casualties::lines(speaker)),
        (Truce, "section-truce", truce),
        (Promises, "section-promises", promises::lines(speaker)),
        (Limits, "section-limits", limits::lines(speaker)),
        (Check, "section-check", check::lines(speaker)),
    ]
}

fn header(situation: &Situation) -> Header {
    let agreement: Bilingual = situation.agreement.name.clone();
    let story = situation.story.as_ref();
    Header {
        title: story.map_or_else(|| agreement.clone(), |s| s.name.clone()),
        agreement,
        as_of: situation.as_of,
        notice: story.and_then(|s| s.notice.clone()),
        ledger_size: situation.head.size,
        ledger_root: situation.head.root.clone(),
        ledger_key: situation.head.key.clone(),
    }
}
