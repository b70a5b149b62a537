//! Scores as plain text for people.

use std::fmt::Write as _;

use super::gold::Kind;
use super::load::Lines;
use super::pool::Evaluation;
use super::score::Scores;
use super::summary::{Figures, Share, Summary};

/// Width of the first column: the longest name of a kind or corpus, but no less than `commitment`.
fn width<'a>(names: impl Iterator<Item = &'a str>) -> usize {
    names.map(|name| name.chars().count()).chain([10]).max().unwrap_or_default()
}

const COLUMNS: &str = "  gold  system   found P      R     F1   right P      R     F1";

fn row(name: &str, width: usize, figures: &Figures) -> String {
    let (found, right) = (figures.found, figures.right);
    format!(
        "{name:<width$}{:>6}{:>8}{:>10.3}{:>7.3}{:>7.3}{:>10.3}{:>7.3}{:>7.3}\n",
        figures.gold, figures.system, found.0, found.1, found.2, right.0, right.1, right.2,
    )
}

/// A share as `0.812 (n=33)`, or a dash where there is nothing to share.
fn share(share: Share) -> String {
    match share {
        Share(Some(value), n) => format!("{value:.3} (n={n})"),
        Share(None, _) => "–".to_owned(),
    }
}

/// One set: a line per kind, a line for all, and the lines on what was counted over pairs.
pub fn set_table(name: &str, scores: &Scores) -> String {
    let summary = Summary::from(scores);
    let width = width(Kind::ALL.iter().map(|kind| kind.as_str()));
    let mut text = format!("{name}: {}\n{:width$}{COLUMNS}\n", reports(&summary), "");
    for (kind, figures) in &summary.kinds {
        text += &row(kind.as_str(), width, figures);
    }
    text += &row("all", width, &summary.all);
    text += &over_pairs(&summary);
    text
}

fn reports(summary: &Summary) -> String {
    let mut text = match summary.reports {
        1 => "1 report".to_owned(),
        n => format!("{n} reports"),
    };
    if summary.absent > 0 {
        let _ = write!(text, ", {} without a reading", summary.absent);
    }
    if summary.unplaced > 0 {
        let _ = write!(text, ", {} facts left out: quote not in the text", summary.unplaced);
    }
    text
}

fn over_pairs(summary: &Summary) -> String {
    let told = summary.attributes.iter();
    let told: Vec<_> = told.map(|(a, n)| format!("{} {}", a.as_str(), share(*n))).collect();
    let mut text = match told.as_slice() {
        [] => "over pairs: no pairs\n".to_owned(),
        told => format!("over pairs: {}\n", told.join(", ")),
    };
    if let Some(iou) = summary.evidence_iou {
        let _ = writeln!(text, "evidence: median overlap over union {iou:.2}");
    }
    let missed = share(summary.all.missed_in_notes);
    let _ = writeln!(text, "missed facts that lie in a note unread_harm: {missed}");
    let shown = share(summary.unclaimed_in_notes);
    let _ = writeln!(
        text,
        "missed violence, tolls, truces in sentences without a claim that a note shows: {shown}; \
         {:.1} notes a report",
        summary.notes_a_report
    );
    text
}

/// Each corpus, each language and all in one line.
fn overview(evaluation: &Evaluation) -> String {
    let languages = evaluation.languages.iter();
    let languages = languages.map(|(lang, scores)| (format!("language {lang}"), scores));
    let corpora = evaluation.corpora.iter().map(|(name, scores)| (name.clone(), scores));
    let all = [("all".to_owned(), &evaluation.all)];
    let sets: Vec<_> = corpora.chain(languages).chain(all).collect();
    let width = width(sets.iter().map(|(name, _)| name.as_str()));
    let mut text = format!("overview, all kinds\n{:width$}{COLUMNS}\n", "");
    for (name, scores) in sets {
        text += &row(&name, width, &scores.all().into());
    }
    text
}

/// What the figures leave out, a line each; nothing where they are complete.
fn left_out(evaluation: &Evaluation) -> String {
    let mut text = String::new();
    if evaluation.lines != Lines::All {
        let _ = writeln!(text, "only the {} lines of each file", evaluation.lines.as_str());
    }
    for name in &evaluation.absent_files {
        let _ = writeln!(text, "absent: {name}.jsonl");
    }
    for name in &evaluation.passed_over {
        let _ = writeln!(text, "passed over, no annotations: {name}.jsonl");
    }
    for bad in &evaluation.bad_rows {
        let _ = writeln!(text, "{bad}");
    }
    text
}

/// The whole evaluation: a table per corpus, per language and for all, an overview, and last what
/// is absent and the headline.
pub fn table(evaluation: &Evaluation) -> String {
    let mut text = String::new();
    for (name, scores) in &evaluation.corpora {
        text += &set_table(name, scores);
        text.push('\n');
    }
    for (lang, scores) in &evaluation.languages {
        text += &set_table(&format!("language {lang}"), scores);
        text.push('\n');
    }
    text += &set_table("all", &evaluation.all);
    let f1 = Figures::from(evaluation.all.all()).right.2;
    let (overview, left_out) = (overview(evaluation), left_out(evaluation));
    let _ = write!(text, "\n{overview}\n{left_out}right F1 {f1:.3}\n");
    text
}

#[cfg(test)]
mod tests {
    use super::super::attributes::Attribute;
    use super::super::load::BadRow;
    use super::super::score::{Hits, Tally};
    use super::*;
    use std::collections::BTreeMap;

    fn scores() -> Scores {
        let tally = Tally { gold: 4, system: 2, found: 2, right: 1.5, noted: 1 };
        Scores {
            reports: 2,
            absent: 1,
            unplaced: 3,
            kinds: BTreeMap::from([(Kind::Toll, tally)]),
            attributes: BTreeMap::from([(Attribute::Place, Hits { hits: 1, of: 2 })]),
            evidence_iou: vec![0.5, 0.75],
            unclaimed: Hits { hits: 4, of: 5 },
            notes: 3,
            failures: Vec::new(),
        }
    }

    #[test]
    fn a_set_is_told_kind_by_kind() {
        let expected = "\
own: 2 reports, 1 without a reading, 3 facts left out: quote not in the text
            gold  system   found P      R     F1   right P      R     F1
violence       0       0     0.000  0.000  0.000     0.000  0.000  0.000
toll           4       2     1.000  0.500  0.667     0.750  0.375  0.500
meeting        0       0     0.000  0.000  0.000     0.000  0.000  0.000
statement      0       0     0.000  0.000  0.000     0.000  0.000  0.000
truce          0       0     0.000  0.000  0.000     0.000  0.000  0.000
commitment     0       0     0.000  0.000  0.000     0.000  0.000  0.000
all            4       2     1.000  0.500  0.667     0.750  0.375  0.500
over pairs: place 0.500 (n=2)
evidence: median overlap over union 0.75
missed facts that lie in a note unread_harm: 0.500 (n=2)
missed violence, tolls, truces in sentences without a claim that a note shows: 0.800 (n=5); 1.5 notes a report
";
        assert_eq!(set_table("own", &scores()), expected);
    }

    #[test]
    fn nothing_found_is_said_so() {
        let text = set_table("own", &Scores { reports: 1, ..Scores::default() });
        assert!(text.starts_with("own: 1 report\n"), "{text}");
        let end = "over pairs: no pairs\nmissed facts that lie in a note unread_harm: –\n";
        assert!(text.contains(end), "{text}");
    }

    #[test]
    fn the_end_tells_the_sets_what_is_left_out_and_the_headline() {
        let evaluation = Evaluation {
            lines: Lines::Even,
            corpora: BTreeMap::from([("dev-ar-other".into(), scores())]),
            languages: BTreeMap::from([("ar".into(), scores())]),
            all: scores(),
            bad_rows: vec![BadRow { file: "dev.jsonl".into(), line: 2, why: "no text".into() }],
            absent_files: vec!["own-ar".into()],
            passed_over: vec!["list".into()],
        };
        let expected = "
overview, all kinds
              gold  system   found P      R     F1   right P      R     F1
dev-ar-other     4       2     1.000  0.500  0.667     0.750  0.375  0.500
language ar      4       2     1.000  0.500  0.667     0.750  0.375  0.500
all              4       2     1.000  0.500  0.667     0.750  0.375  0.500

only the even lines of each file
absent: own-ar.jsonl
passed over, no annotations: list.jsonl
dev.jsonl:2: not an annotated report: no text
right F1 0.500
";
        let text = table(&evaluation);
        assert!(text.ends_with(expected), "{text}");
        assert_eq!(text.matches("\nviolence ").count(), 3, "{text}");
    }
}
