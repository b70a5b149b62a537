//! What the page's template is given: texts and geometry, nothing left to decide.

use std::collections::BTreeMap;

use hudna_model::{AreaState, AreaStatus, Bilingual, Lang, Situation};
use serde::Serialize;

use super::Surroundings;
use super::charts::{Bar, Spark, bar, number, spark};
use super::courses::{Pair, alarms};
use super::map::{MapView, draw};
use super::sources::{ReportView, ThingView, reports, things};
use crate::brief::{Brief, CiteKind, Header, SectionKind, Sentence};
use crate::compose::board;
use crate::labels::Label;
use crate::messages::Messages;
use crate::pictures::told::thin;
use crate::pictures::{Flow, Look, ribbon};
use crate::say::Speaker;

#[derive(Debug, Serialize)]
pub(super) struct Page<'b> {
    header: &'b Header,
    as_of: Bilingual,
    day: Bilingual,
    sections: Vec<SectionView<'b>>,
    map: Option<MapView>,
    legend: Vec<LegendRow>,
    alarms: Vec<Pair>,
    areas: Vec<AreaRow>,
    /// The states day by day, English first: whole pictures.
    ribbons: Vec<String>,
    board: Vec<BoardRow>,
    reports: Vec<ReportView<'b>>,
    things: Vec<ThingView<'b>>,
}

/// A state as the page marks it: colour and shape by `key`, and a letter in each language.
#[derive(Debug, Clone, Serialize)]
pub(super) struct StatusView {
    key: &'static str,
    letter: Bilingual,
    label: Bilingual,
}

impl StatusView {
    pub fn of(status: AreaStatus, messages: &Messages) -> Self {
        let letter = status.message_id().replace("status", "letter");
        Self {
            key: status.as_str(),
            letter: messages.both(&letter, &[]),
            label: messages.label_both(status),
        }
    }
}

#[derive(Debug, Serialize)]
struct SectionView<'b> {
    kind: SectionKind,
    title: &'b Bilingual,
    sentences: Vec<SentenceView<'b>>,
}

#[derive(Debug, Serialize)]
struct SentenceView<'b> {
    id: &'b str,
    ar: &'b str,
    en: &'b str,
    marks: Vec<CiteMark>,
    /// `none`, `part`, `all`, or `bare` where no claim is cited.
    share: &'static str,
    confirmed: usize,
    of: usize,
    share_label: Bilingual,
}

/// A raised number or run of numbers.
#[derive(Debug, PartialEq, Serialize)]
pub(super) struct CiteMark {
    first: usize,
    last: usize,
}

#[derive(Debug, Serialize)]
struct LegendRow {
    status: StatusView,
    meaning: Bilingual,
    n: usize,
}

#[derive(Debug, Serialize)]
struct AreaRow {
    id: String,
    name: Bilingual,
    status: StatusView,
    thin: bool,
    bar: Option<Bar>,
    spark: Option<Spark>,
    last: String,
    before: String,
    deaths: String,
    reports: u32,
    incidents: u32,
    confirmed: u32,
}

/// One line of the follow-up board.
#[derive(Debug, Serialize)]
struct BoardRow {
    id: String,
    status: String,
    status_label: Bilingual,
    who: Bilingual,
    what: Bilingual,
    to: Option<Bilingual>,
    standing: Bilingual,
    due: Option<Bilingual>,
    words: Option<Bilingual>,
    last: Bilingual,
    reviewed: bool,
}

pub(super) fn page<'b>(
    brief: &'b Brief,
    situation: &'b Situation,
    around: &'b Surroundings,
) -> Page<'b> {
    let speaker = Speaker::new(situation);
    let numbers: BTreeMap<(CiteKind, &str), usize> =
        brief.references.iter().map(|r| ((r.cite.kind, r.cite.id.as_str()), r.number)).collect();
    Page {
        header: &brief.header,
        as_of: speaker.moment(brief.header.as_of),
        day: speaker.day(&brief.header.as_of.day().to_string()),
        sections: sections(brief, &numbers, &speaker),
        map: draw(situation, &speaker.messages),
        legend: legend(situation, &speaker.messages),
        alarms: alarms(situation, &speaker.messages),
        areas: situation.areas.iter().map(|a| area_row(a, &speaker.messages)).collect(),
        ribbons: ribbons(brief, &speaker.messages),
        board: board_rows(&speaker),
        reports: reports(brief, &speaker, around),
        things: things(brief),
    }
}

/// One in each language, time from left to right in both as in the rest of the page.
fn ribbons(brief: &Brief, messages: &Messages) -> Vec<String> {
    let draw = |lang| {
        let look = Look::new(lang, "states").flow(Flow::LeftToRight);
        brief.ribbon.as_ref().map(|data| ribbon(data, &look, messages))
    };
    [Lang::En, Lang::Ar].into_iter().filter_map(draw).collect()
}

fn sections<'b>(
    brief: &'b Brief,
    numbers: &BTreeMap<(CiteKind, &str), usize>,
    speaker: &Speaker<'_>,
) -> Vec<SectionView<'b>> {
    let view = |section: &'b crate::brief::Section| SectionView {
        kind: section.kind,
        title: &section.title,
        sentences: section.sentences.iter().map(|s| sentence(s, numbers, speaker)).collect(),
    };
    brief.sections.iter().map(view).collect()
}

fn sentence<'b>(
    sentence: &'b Sentence,
    numbers: &BTreeMap<(CiteKind, &str), usize>,
    speaker: &Speaker<'_>,
) -> SentenceView<'b> {
    let cited = sentence.cites().iter();
    let cited = cited.filter_map(|c| numbers.get(&(c.kind, c.id.as_str())).copied());
    let share = sentence.reviewed();
    let (key, label) = match (share.confirmed, share.of) {
        (_, 0) => ("bare", speaker.say("page-share-none", &[])),
        (n, of) => {
            let key = match n {
                0 => "none",
                n if n < of => "part",
                _ => "all",
            };
            let args = [("confirmed", n.into()), ("n", of.into())];
            (key, speaker.say("page-share-label", &args))
        }
    };
    SentenceView {
        id: sentence.id(),
        ar: sentence.text(Lang::Ar),
        en: sentence.text(Lang::En),
        marks: runs(cited.collect()),
        share: key,
        confirmed: share.confirmed,
        of: share.of,
        share_label: label,
    }
}

/// Numbers in order, with neighbours joined into runs.
fn runs(mut numbers: Vec<usize>) -> Vec<CiteMark> {
    numbers.sort_unstable();
    let mut runs: Vec<CiteMark> = Vec::new();
    for n in numbers {
        match runs.last_mut() {
            Some(run) if run.last + 1 == n => run.last = n,
            _ => runs.push(CiteMark { first: n, last: n }),
        }
    }
    runs
}

fn legend(situation: &Situation, messages: &Messages) -> Vec<LegendRow> {
    use AreaStatus::*;
    let row = |status: AreaStatus| LegendRow {
        meaning: messages.both(&status.message_id().replace("status", "means"), &[]),
        n: situation.areas.iter().filter(|a| a.status == status).count(),
        status: StatusView::of(status, messages),
    };
    [Collapsed, Strained, Holding, NoData, NotCovered].map(row).into()
}

fn area_row(area: &AreaState, messages: &Messages) -> AreaRow {
    let c = &area.coverage;
    AreaRow {
        id: area.id.clone(),
        name: area.name.clone(),
        status: StatusView::of(area.status, messages),
        thin: thin(area),
        bar: bar(area),
        spark: spark(area),
        last: number(c.last_events),
        before: number(c.before_events),
        deaths: number(c.last_deaths.round()),
        reports: c.reports,
        incidents: c.incidents,
        confirmed: c.incidents_confirmed,
    }
}

fn board_rows(speaker: &Speaker<'_>) -> Vec<BoardRow> {
    let row = |f: &hudna_model::FollowUp| BoardRow {
        id: f.id.clone(),
        status: f.status.message_id(),
        status_label: speaker.label(f.status),
        who: board::who(speaker, f),
        what: speaker.label(f.what),
        to: f.to.as_deref().and_then(|to| speaker.party(to)),
        standing: speaker.label(f.standing),
        due: board::date(speaker, &f.due),
        words: board::words(speaker, &f.due),
        last: speaker.day(&f.last_told.day().to_string()),
        reviewed: f.reviewed,
    };
    board::ordered(&speaker.situation.follow_ups).into_iter().map(row).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(numbers: &[usize], expected: &[(usize, usize)]) {
        let runs: Vec<_> = runs(numbers.to_vec()).iter().map(|r| (r.first, r.last)).collect();
        assert_eq!(runs, expected);
    }

    #[test]
    fn neighbours_are_one_run() {
        check(&[3, 1, 2, 7], &[(1, 3), (7, 7)]);
        check(&[5], &[(5, 5)]);
    }
}
