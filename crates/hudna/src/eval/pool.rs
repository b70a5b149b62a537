//! Scores of several annotation files: each corpus, each language, and all together.

use std::collections::BTreeMap;
use std::path::Path;

use hudna_model::{Reading, Report};
use serde::{Serialize, Serializer};

use super::load::{BadRow, GoldError, GoldFile, Lines, find_gold};
use super::score::{Scores, score_report};
use super::summary::Summary;

/// The scores of a reader on annotation files. As JSON: the [`Summary`] of each.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct Evaluation {
    /// Which lines of each file were used.
    pub lines: Lines,
    /// By corpus: the name of the file, and the language where a file has several.
    #[serde(serialize_with = "summaries")]
    pub corpora: BTreeMap<String, Scores>,
    /// By language of the report.
    #[serde(serialize_with = "summaries")]
    pub languages: BTreeMap<String, Scores>,
    /// All reports of all files.
    #[serde(serialize_with = "summary")]
    pub all: Scores,
    /// Lines that are no annotated report, and so are not in any figure.
    pub bad_rows: Vec<BadRow>,
    /// Annotation files that a full evaluation has and this one lacks.
    pub absent_files: Vec<String>,
    /// Files beside them that are of another form.
    pub passed_over: Vec<String>,
}

/// Scores a reader on an annotation file, or on those of a folder. `read` is given the report
/// alone; it gives none where it has no reading of it.
pub fn evaluate(
    gold: &Path,
    lines: Lines,
    read: impl FnMut(&Report) -> Option<Reading>,
) -> Result<Evaluation, GoldError> {
    let found = find_gold(gold)?;
    let files = found.files.iter().map(|file| GoldFile::load(file, lines));
    let files = files.collect::<Result<Vec<_>, _>>()?;
    Ok(Evaluation {
        lines,
        absent_files: found.absent,
        passed_over: found.other,
        ..Evaluation::of(&files, read)
    })
}

fn summary<S: Serializer>(scores: &Scores, serializer: S) -> Result<S::Ok, S::Error> {
    Summary::from(scores).serialize(serializer)
}

fn summaries<S: Serializer>(
    scores: &BTreeMap<String, Scores>,
    serializer: S,
) -> Result<S::Ok, S::Error> {
    serializer.collect_map(scores.iter().map(|(name, scores)| (name, Summary::from(scores))))
}

impl Evaluation {
    /// Scores a reader on the reports of loaded files.
    pub fn of(files: &[GoldFile], mut read: impl FnMut(&Report) -> Option<Reading>) -> Self {
        let mut evaluation = Evaluation::default();
        for file in files {
            let several = file.languages().len() > 1;
            for report in &file.reports {
                let scores = score_report(report, read(&report.report()).as_ref());
                evaluation.add(corpus(&file.name, &report.lang, several), &report.lang, &scores);
            }
            evaluation.bad_rows.extend_from_slice(&file.bad);
        }
        evaluation
    }

    fn add(&mut self, corpus: String, lang: &str, scores: &Scores) {
        *self.corpora.entry(corpus).or_default() += scores;
        *self.languages.entry(lang.to_owned()).or_default() += scores;
        self.all += scores;
    }
}

fn corpus(file: &str, lang: &str, several: bool) -> String {
    if several { format!("{file} ({lang})") } else { file.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::super::gold::GoldReport;
    use super::*;

    fn file(name: &str, langs: &[&str]) -> GoldFile {
        let report = |lang: &&str| GoldReport { lang: (*lang).into(), ..GoldReport::default() };
        GoldFile { name: name.into(), reports: langs.iter().map(report).collect(), bad: vec![] }
    }

    #[test]
    fn a_file_of_two_languages_is_two_corpora() {
        let files = [file("dev", &["ar", "en", "ar"]), file("own", &["ar"])];
        let evaluation = Evaluation::of(&files, |_| None);
        let counts = |parts: &BTreeMap<String, Scores>| -> Vec<(String, usize)> {
            parts.iter().map(|(name, scores)| (name.clone(), scores.reports)).collect()
        };
        let named = |pairs: &[(&str, usize)]| -> Vec<(String, usize)> {
            pairs.iter().map(|(name, n)| ((*name).to_owned(), *n)).collect()
        };
        let corpora = named(&[("dev (ar)", 2), ("dev (en)", 1), ("own", 1)]);
        assert_eq!(counts(&evaluation.corpora), corpora);
        assert_eq!(counts(&evaluation.languages), named(&[("ar", 3), ("en", 1)]));
        assert_eq!((evaluation.all.reports, evaluation.all.absent), (4, 4));
    }

    #[test]
    fn the_json_holds_summaries_and_what_is_missing() {
        let bad = BadRow { file: "own.jsonl".into(), line: 3, why: "no text".into() };
        let files = [GoldFile { bad: vec![bad], ..file("own", &["ar"]) }];
        let evaluation = Evaluation {
            lines: Lines::Odd,
            absent_files: vec!["dev".into()],
            ..Evaluation::of(&files, |_| None)
        };
        let json = serde_json::to_value(&evaluation).unwrap();
        assert_eq!(json["lines"], "odd");
        assert_eq!(json["corpora"]["own"]["reports"], 1);
        assert_eq!(json["languages"]["ar"]["kinds"]["toll"]["gold"], 0);
        assert_eq!(json["all"]["absent"], 1);
        assert_eq!(json["bad_rows"][0]["line"], 3);
        assert_eq!(json["absent_files"][0], "dev");
    }

    #[test]
    fn a_folder_is_evaluated_with_what_it_lacks() {
        let folder = std::env::temp_dir().join(format!("hudna-evaluate-{}", std::process::id()));
        std::fs::create_dir_all(&folder).unwrap();
        let row = |id: &str| format!("{{\"id\": \"{id}\", \"text\": \"\", \"facts\": []}}\n");
        std::fs::write(folder.join("dev.jsonl"), row("a") + &row("b") + "bad\n").unwrap();
        std::fs::write(folder.join("list.jsonl"), "{}").unwrap();
        let mut read = Vec::new();
        let evaluation = evaluate(&folder, Lines::Odd, |report| {
            read.push(report.id.clone());
            None
        });
        std::fs::remove_dir_all(&folder).unwrap();
        let evaluation = evaluation.unwrap();
        assert_eq!(read, ["a"]);
        assert_eq!((evaluation.all.reports, evaluation.bad_rows.len()), (1, 1));
        assert_eq!((evaluation.absent_files.len(), evaluation.lines), (6, Lines::Odd));
        assert_eq!(evaluation.passed_over, ["list"]);
    }
}
