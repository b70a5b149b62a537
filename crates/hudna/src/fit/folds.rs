//! The reader with and without a trained model, side by side, each report read by a model and
//! with weights that have not learnt from it.
//!
//! A folds file (`training/` writes it) names the models and says which of them has not learnt
//! from which report: folds by outlet. For each fold the weights of choices are fitted to the
//! other folds, whose reports are seen by their own models, and the fold is read with them
//! (stacked generalisation, Wolpert 1992).

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use hudna_model::{Claim, Reading};
use hudna_read::choose::How;
use hudna_read::tagger::Model;
use hudna_read::tagger::tagged::Tagged;
use hudna_read::{Files, Pack, read_so, see};
use serde::{Deserialize, Serialize};

use super::{For, Lesson, fit_all};
use crate::error::{Error, Result};
use crate::eval::{GoldReport, Scores, Summary, pairs, score_report};

/// A folds file.
#[derive(Debug, Clone, Deserialize)]
pub struct Folds {
    /// Model files, relative to the folds file.
    pub models: Vec<PathBuf>,
    /// For each report the number of the model that has not learnt from it.
    pub fold_of: BTreeMap<String, usize>,
    /// Folds whose reports are scored; the others are there to fit weights to. Absent: all.
    #[serde(default)]
    pub scored: Option<Vec<usize>>,
}

/// Ways of reading that are set side by side.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Way {
    /// Rules with their weights.
    Rules,
    /// The tagger proposes, the other layers name, count, date and place.
    Tagger,
    /// Both.
    Fused,
}

impl Way {
    /// All three.
    pub const ALL: [Way; 3] = [Way::Rules, Way::Tagger, Way::Fused];

    /// As it is written in tables.
    pub fn as_str(self) -> &'static str {
        match self {
            Way::Rules => "rules",
            Way::Tagger => "tagger",
            Way::Fused => "fused",
        }
    }
}

/// What one way of reading reached on one group of reports.
#[derive(Debug, Clone, Default, Serialize)]
pub struct Reached {
    /// The usual figures.
    #[serde(serialize_with = "summary")]
    pub scores: Scores,
    /// Mean distance between confidence and the share that was right, over tenths of confidence,
    /// weighted by their claims (expected calibration error; Naeini et al. 2015).
    pub calibration: f64,
    #[serde(skip)]
    sures: Vec<(f64, f64)>,
}

fn summary<S: serde::Serializer>(
    scores: &Scores,
    serializer: S,
) -> std::result::Result<S::Ok, S::Error> {
    Summary::from(scores).serialize(serializer)
}

/// By group of reports (file and language) and way.
pub type Compared = BTreeMap<String, BTreeMap<Way, Reached>>;

impl Folds {
    /// Reads a folds file and its models.
    ///
    /// # Errors
    /// A file that cannot be read or is of another form.
    pub fn load(path: &Path) -> Result<(Folds, Vec<Model>)> {
        let remedy = "training/ writes it";
        let text = std::fs::read_to_string(path).map_err(|e| Error::file(path, &e, remedy))?;
        let folds: Folds = serde_json::from_str(&text)
            .map_err(|e| Error::Usage(format!("{}: {e}; {remedy}", path.display())))?;
        let folder = path.parent().unwrap_or(Path::new("."));
        let models = folds.models.iter().map(|m| crate::data::model(&folder.join(m)));
        let models = models.collect::<Result<Vec<_>>>()?;
        let outside = folds.fold_of.values().any(|f| *f >= models.len());
        if outside {
            return Err(Error::Usage(format!("{}: a report names no model", path.display())));
        }
        Ok((folds, models))
    }
}

/// One report, the group it counts in, its fold, and what its model says of it.
struct Seat<'g> {
    group: String,
    report: &'g GoldReport,
    fold: usize,
    tagged: Option<Tagged<'g>>,
}

/// Lets each report be seen by the model that has not learnt from it.
fn seats<'g>(
    pack: &Pack,
    gold: &'g [(String, GoldReport)],
    folds: &Folds,
    models: &'g [Model],
) -> Vec<Seat<'g>> {
    let of = |(group, report): &'g (String, GoldReport)| {
        let fold = *folds.fold_of.get(&report.id)?;
        let tagged = see(&report.report(), pack, &models[fold]);
        Some(Seat { group: group.clone(), report, fold, tagged })
    };
    gold.iter().filter_map(of).collect()
}

/// Fits the weights that go with a model to all reports of the folds file, each seen by the model
/// that has not learnt from it; gives the files by name.
///
/// # Errors
/// Faults of the data.
pub fn fit_with_models(
    files: &Files,
    gold: &[(String, GoldReport)],
    (folds, models): (&Folds, &[Model]),
    progress: impl FnMut(&super::Fit),
) -> Result<BTreeMap<String, String>> {
    let pack = Pack::load(files).map_err(Error::Data)?;
    let seats = seats(&pack, gold, folds, models);
    let lessons: Vec<Lesson<'_>> = seats.iter().map(|s| (s.report, s.tagged.as_ref())).collect();
    fit_all(files, For::Model, &lessons, progress).map_err(Error::Data)
}

/// Reads all reports of the folds file in all ways.
///
/// # Errors
/// Faults of the data.
pub fn compare(
    files: &Files,
    gold: &[(String, GoldReport)],
    (folds, models): (&Folds, &[Model]),
    mut progress: impl FnMut(usize, usize),
) -> Result<Compared> {
    let pack = Pack::load(files).map_err(Error::Data)?;
    let seats = seats(&pack, gold, folds, models);
    let mut out = Compared::new();
    for fold in 0..models.len() {
        let (test, train): (Vec<&Seat<'_>>, Vec<&Seat<'_>>) =
            seats.iter().partition(|s| s.fold == fold);
        let scored = folds.scored.as_ref().is_none_or(|list| list.contains(&fold));
        if test.is_empty() || !scored {
            continue;
        }
        let pack = learnt(files, &train)?;
        for seat in &test {
            for way in Way::ALL {
                let reading = read_in(way, seat, &pack);
                for group in [seat.group.as_str(), "all"] {
                    let reached = out.entry(group.to_owned()).or_default();
                    reached.entry(way).or_default().add(seat.report, &reading);
                }
            }
        }
        progress(fold, test.len());
    }
    out.values_mut().flat_map(BTreeMap::values_mut).for_each(Reached::finish);
    Ok(out)
}

/// The data with all weights fitted to some reports.
fn learnt(files: &Files, train: &[&Seat<'_>]) -> Result<Pack> {
    let mut files = files.clone();
    let mut langs: Vec<&str> = train.iter().map(|s| s.report.lang.as_str()).collect();
    langs.sort_unstable();
    langs.dedup();
    let mut put = |what: For<'_>, lessons: &[Lesson<'_>]| -> Result<()> {
        let fitted = fit_all(&files, what, lessons, |_| ()).map_err(Error::Data)?;
        let folder = what.folder();
        files.retain(|name, _| !(name.starts_with(&folder) && name.ends_with(".tsv")));
        files.extend(fitted.into_iter().map(|(name, text)| (format!("{folder}{name}"), text)));
        Ok(())
    };
    for lang in langs {
        let own = train.iter().filter(|s| s.report.lang == lang);
        let lessons: Vec<Lesson<'_>> = own.map(|s| (s.report, None)).collect();
        put(For::Rules(lang), &lessons)?;
    }
    let lessons: Vec<Lesson<'_>> = train.iter().map(|s| (s.report, s.tagged.as_ref())).collect();
    put(For::Model, &lessons)?;
    Pack::load(&files).map_err(Error::Data)
}

fn read_in(way: Way, seat: &Seat<'_>, pack: &Pack) -> Reading {
    let tagged = seat.tagged.as_ref().filter(|_| way != Way::Rules);
    let how = How { tagged, by_tagger: way == Way::Tagger, ..How::default() };
    read_so(&seat.report.report(), pack, how).0
}

impl Reached {
    fn add(&mut self, report: &GoldReport, reading: &Reading) {
        self.scores += &score_report(report, Some(reading));
        let pairs = pairs(report, reading);
        let right =
            |c: &Claim| pairs.iter().find(|p| std::ptr::eq(p.claim, c)).map_or(0.0, |p| p.right);
        self.sures.extend(reading.claims.iter().map(|c| (c.confidence, right(c))));
    }

    fn finish(&mut self) {
        let mut tenths = [(0.0, 0.0, 0_usize); 10];
        for (told, right) in &self.sures {
            let tenth = &mut tenths[((told * 10.0) as usize).min(9)];
            *tenth = (tenth.0 + told, tenth.1 + right, tenth.2 + 1);
        }
        let all = self.sures.len().max(1) as f64;
        self.calibration = tenths
            .iter()
            .filter(|t| t.2 > 0)
            .map(|(told, right, _)| (told - right).abs() / all)
            .sum();
    }
}
