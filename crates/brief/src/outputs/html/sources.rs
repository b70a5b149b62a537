//! The list of sources as the page shows it: report by report, then what was made of them.

use hudna_model::Bilingual;
use serde::Serialize;

use super::Surroundings;
use crate::brief::{Brief, CiteKind, CitedReport, Reference, Words};
use crate::say::Speaker;

/// Ids without a number of their own that a row shows; the rest is counted.
const SHOWN: usize = 1;

/// A report with the cited words that stand in it.
#[derive(Debug, Serialize)]
pub(super) struct ReportView<'b> {
    #[serde(flatten)]
    report: &'b CitedReport,
    /// Its own number, when a sentence cites the report itself.
    number: Option<usize>,
    received_text: Bilingual,
    words: Vec<WordsView<'b>>,
}

#[derive(Debug, Serialize)]
struct WordsView<'b> {
    number: usize,
    id: &'b str,
    lang: &'b str,
    before: &'b str,
    pieces: Vec<Piece>,
    after: &'b str,
    kind: Bilingual,
    reviewed: bool,
}

/// A stretch of the clause; names and places are marked.
#[derive(Debug, PartialEq, Serialize)]
struct Piece {
    text: String,
    marked: bool,
}

/// A derived thing.
#[derive(Debug, Serialize)]
pub(super) struct ThingView<'b> {
    number: usize,
    id: &'b str,
    label: &'b Bilingual,
    command: Option<String>,
    source: Option<&'b str>,
    rests_on: Vec<Link<'b>>,
    more: usize,
}

/// An id, with its number in the list where it has one.
#[derive(Debug, Serialize)]
struct Link<'b> {
    id: &'b str,
    number: Option<usize>,
}

pub(super) fn reports<'b>(
    brief: &'b Brief,
    speaker: &Speaker<'_>,
    around: &'b Surroundings,
) -> Vec<ReportView<'b>> {
    let view = |report: &'b CitedReport| {
        let here = brief.references.iter().filter(|r| r.report.as_deref() == Some(&report.id));
        let own = here.clone().find(|r| r.cite.kind == CiteKind::Report);
        ReportView {
            report,
            number: own.map(|r| r.number),
            received_text: speaker.moment(report.received),
            words: here.filter_map(|r| words(r, r.words.as_ref()?, speaker, around)).collect(),
        }
    };
    brief.reports.iter().map(view).collect()
}

fn words<'b>(
    reference: &'b Reference,
    words: &'b Words,
    speaker: &Speaker<'_>,
    around: &'b Surroundings,
) -> Option<WordsView<'b>> {
    let sentence = around.get(&reference.cite.id);
    Some(WordsView {
        number: reference.number,
        id: &reference.cite.id,
        lang: &words.lang,
        before: sentence.map_or("", |(before, _)| before),
        pieces: pieces(&words.text, &words.marks),
        after: sentence.map_or("", |(_, after)| after),
        kind: speaker.say(&format!("kind-{}", words.claim_kind), &[]),
        reviewed: words.reviewed,
    })
}

/// The text cut at the marks, which are scalar offsets, ascending and apart.
fn pieces(text: &str, marks: &[(usize, usize)]) -> Vec<Piece> {
    let letters: Vec<char> = text.chars().collect();
    let cut = |from: usize, to: usize| -> String {
        letters.get(from..to.min(letters.len())).unwrap_or_default().iter().collect()
    };
    let mut pieces = Vec::new();
    let mut at = 0;
    for (start, end) in marks {
        pieces.push(Piece { text: cut(at, *start), marked: false });
        pieces.push(Piece { text: cut(*start, *end), marked: true });
        at = *end;
    }
    pieces.push(Piece { text: cut(at, letters.len()), marked: false });
    pieces.retain(|p| !p.text.is_empty());
    pieces
}

pub(super) fn things(brief: &Brief) -> Vec<ThingView<'_>> {
    let derived = |r: &&Reference| !matches!(r.cite.kind, CiteKind::Claim | CiteKind::Report);
    let number = |id: &str| brief.references.iter().find(|r| r.cite.id == id).map(|r| r.number);
    brief.references.iter().filter(derived).map(|r| thing(r, &number)).collect()
}

fn thing<'b>(reference: &'b Reference, number: &dyn Fn(&str) -> Option<usize>) -> ThingView<'b> {
    let links = reference.rests_on.iter().map(|id| Link { id, number: number(id) });
    let (mut rests_on, bare): (Vec<Link<'b>>, Vec<Link<'b>>) =
        links.partition(|link| link.number.is_some());
    let more = bare.len().saturating_sub(SHOWN);
    rests_on.extend(bare.into_iter().take(SHOWN));
    ThingView {
        number: reference.number,
        id: &reference.cite.id,
        label: &reference.cite.label,
        command: command(reference),
        source: reference.source.as_deref(),
        rests_on,
        more,
    }
}

/// What a reader types to take the thing apart.
fn command(reference: &Reference) -> Option<String> {
    match reference.cite.kind {
        CiteKind::Incident | CiteKind::Area | CiteKind::Toll | CiteKind::FollowUp => {
            Some(format!("hudna why {}", reference.cite.id))
        }
        CiteKind::Ledger => Some("hudna verify".to_owned()),
        CiteKind::Agreement => Some(format!("hudna why {}", reference.cite.id)),
        CiteKind::Counts => Some("hudna why counts".to_owned()),
        CiteKind::Claim | CiteKind::Report => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, marks: &[(usize, usize)], expected: &[(&str, bool)]) {
        let got = pieces(text, marks);
        let got: Vec<_> = got.iter().map(|p| (p.text.as_str(), p.marked)).collect();
        assert_eq!(got, expected);
    }

    #[test]
    fn marks_are_counted_in_letters_not_bytes() {
        check("حلب وإدلب", &[(0, 3)], &[("حلب", true), (" وإدلب", false)]);
        check("abc", &[], &[("abc", false)]);
        check("abc", &[(1, 9)], &[("a", false), ("bc", true)]);
    }
}
