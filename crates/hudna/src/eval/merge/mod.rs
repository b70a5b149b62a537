//! How well are reports of one incident brought together? Held against a file in which people
//! labelled every report with the cluster of its lead incident.
//!
//! Each report is read and gathered with all others, and stands for its lead incident
//! ([`hudna_judge::leads`]). Reports of one lead incident are one cluster; a report of which
//! nothing was gathered stands alone. Scored by B³ (Bagga and Baldwin 1998: the mean over reports
//! of precision and recall of their clusters) and by pairs of reports. Two baselines are scored in
//! the same run, and every figure is given once more with each cluster left out, so that it shows
//! when one large cluster makes it.

mod baseline;
mod docs;
mod scores;
mod table;

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use hudna_judge::{Context, gather, leads};
use hudna_model::{
    Bilingual, CopyMarks, Decisions, FiledClaim, Incident, Moment, Reading, Report, Source,
    SourceKind,
};
use serde::Serialize;

use crate::data::Data;
use crate::error::{Error, Result};

pub use docs::{BadDocument, Document};
pub use scores::{Clustering, Scores};
pub use table::merge_table;

/// What reading a report gives.
pub type Read = (Reading, CopyMarks);

/// Two incidents, the smaller id first, and the best score between them.
pub type Suggestion = (String, String, f64);

/// Figures of one way to cluster.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Way {
    /// `hudna`, `tfidf_online`, `day_and_governorate`.
    pub name: &'static str,
    /// Over all reports.
    pub scores: Scores,
    /// The lowest B³ F1 and pairwise F1 when one of the labelled clusters is left out.
    pub lowest: (f64, f64),
    /// The highest.
    pub highest: (f64, f64),
}

/// Figures on a file.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct MergeEvaluation {
    /// Reports scored.
    pub reports: usize,
    /// Labelled clusters.
    pub clusters: usize,
    /// Labelled clusters of two reports or more.
    pub shared: usize,
    /// Reports of which no incident was gathered.
    pub without_incident: usize,
    /// Threshold at which the online TF-IDF does best on this very file.
    pub tfidf_threshold: f64,
    /// Hudna first, then the baselines.
    pub ways: Vec<Way>,
    /// Labelled clusters that were divided, with the reports of each part.
    pub divided: BTreeMap<String, Vec<Vec<String>>>,
    /// Labelled clusters that were thrown together, with their reports.
    pub joined: Vec<BTreeMap<String, Vec<String>>>,
    /// Report → the incident that it stands for; reports of which none was gathered are left out.
    pub leads: BTreeMap<String, String>,
    /// Pairs of incidents that are suggested to be one.
    pub suggested: Vec<Suggestion>,
    /// Lines that are no labelled report, and so are in no figure.
    pub bad_rows: Vec<BadDocument>,
}

/// Scores gathering on a file of labelled reports; `read` reads one.
///
/// # Errors
/// A file that cannot be read, without a single labelled report, or data without an agreement.
pub fn evaluate_merging(
    file: &Path,
    data: &Data,
    read: impl FnMut(&Report) -> Read,
) -> Result<MergeEvaluation> {
    let (documents, bad_rows) = docs::load(file)?;
    let (gathered, suggested) = lead_incidents(&documents, data, read)?;
    let gold: Vec<&str> = documents.iter().map(|d| d.cluster.as_str()).collect();
    let alone = |d: &Document| format!("report:{}", d.id);
    let own: Vec<String> = documents
        .iter()
        .map(|d| gathered.get(&d.id).cloned().unwrap_or_else(|| alone(d)))
        .collect();
    let (threshold, tfidf) = baseline::tfidf_online(&documents, &gold);
    let day = baseline::day_and_governorate(&documents);
    let ways = [("hudna", &own), ("tfidf_online", &tfidf), ("day_and_governorate", &day)];
    let sizes = scores::sizes(&gold);
    Ok(MergeEvaluation {
        reports: documents.len(),
        clusters: sizes.len(),
        shared: sizes.values().filter(|n| **n > 1).count(),
        without_incident: documents.iter().filter(|d| !gathered.contains_key(&d.id)).count(),
        tfidf_threshold: threshold,
        ways: ways.into_iter().map(|(name, found)| way(name, found, &gold)).collect(),
        divided: divided(&documents, &own),
        joined: joined(&documents, &own),
        leads: gathered,
        suggested,
        bad_rows,
    })
}

fn way(name: &'static str, found: &[String], gold: &[&str]) -> Way {
    type Measure = fn(&Scores) -> f64;
    let clustering = Clustering::new(found, gold);
    let names: BTreeSet<&str> = gold.iter().copied().collect();
    let rest: Vec<Scores> = names.into_iter().map(|out| clustering.without(out)).collect();
    let fold = |of: Measure, best: fn(f64, f64) -> f64| {
        rest.iter().map(of).reduce(best).unwrap_or_default()
    };
    let (b3, pairs): (Measure, Measure) = (|s| s.b3.2, |s| s.pairs.2);
    Way {
        name,
        scores: clustering.scores(),
        lowest: (fold(b3, f64::min), fold(pairs, f64::min)),
        highest: (fold(b3, f64::max), fold(pairs, f64::max)),
    }
}

/// Report id → id of its lead incident; and what is suggested.
fn lead_incidents(
    documents: &[Document],
    data: &Data,
    mut read: impl FnMut(&Report) -> Read,
) -> Result<(BTreeMap<String, String>, Vec<Suggestion>)> {
    let no_agreement =
        || Error::Usage("the data hold no agreement; give others with --data".into());
    let agreement = data.agreements.values().next().ok_or_else(no_agreement)?;
    let (mut claims, mut marks) = (Vec::new(), BTreeMap::new());
    for document in documents {
        let (reading, own) = read(&document.report());
        claims.extend(reading.claims.into_iter().map(|claim| filed(document, claim)));
        marks.insert(document.id.clone(), own);
    }
    let sources = documents.iter().map(|d| (d.outlet.clone(), outlet(&d.outlet))).collect();
    let as_of = claims.iter().map(|f| f.received).max().unwrap_or(Moment::from_seconds(0));
    let ctx = Context {
        as_of,
        agreement,
        places: &data.places,
        parties: &data.parties,
        sources: &sources,
        marks: &marks,
        decisions: &Decisions::default(),
    };
    let incidents = gather(&claims, &ctx);
    let found = leads(&incidents, &claims);
    let leads = found.into_iter().map(|(report, incident)| (report, incident.to_owned()));
    Ok((leads.collect(), suggested(&incidents)))
}

/// The best suggestion of each two incidents.
fn suggested(incidents: &[Incident]) -> Vec<Suggestion> {
    let of_claim: BTreeMap<&str, &str> = incidents
        .iter()
        .flat_map(|i| i.claims.iter().map(move |c| (c.as_str(), i.id.as_str())))
        .collect();
    let mut best: BTreeMap<(&str, &str), f64> = BTreeMap::new();
    for link in incidents.iter().flat_map(|i| &i.links).filter(|l| !l.confirmed) {
        let (Some(a), Some(b)) = (of_claim.get(link.a.as_str()), of_claim.get(link.b.as_str()))
        else {
            continue;
        };
        if a != b {
            let score = best.entry((a.min(b), a.max(b))).or_default();
            *score = score.max(link.score);
        }
    }
    let owned = |((a, b), score): ((&str, &str), f64)| (a.to_owned(), b.to_owned(), score);
    best.into_iter().map(owned).collect()
}

fn filed(document: &Document, claim: hudna_model::Claim) -> FiledClaim {
    FiledClaim {
        report: document.id.clone(),
        source: document.outlet.clone(),
        published: Some(document.published.clone()),
        received: document.received(),
        reviewed: false,
        claim,
    }
}

fn outlet(id: &str) -> Source {
    Source {
        id: id.to_owned(),
        kind: SourceKind::LocalMedia,
        name: Bilingual::new(id, id),
        grade: 'F',
        party: None,
        protection: "open".to_owned(),
    }
}

/// The reports of each labelled cluster by what they were gathered into, where that is more than
/// one.
fn divided(documents: &[Document], found: &[String]) -> BTreeMap<String, Vec<Vec<String>>> {
    let mut parts: BTreeMap<&str, BTreeMap<&str, Vec<String>>> = BTreeMap::new();
    for (document, found) in documents.iter().zip(found) {
        let cluster = parts.entry(&document.cluster).or_default();
        cluster.entry(found).or_default().push(document.id.clone());
    }
    let several = parts.into_iter().filter(|(_, parts)| parts.len() > 1);
    several.map(|(name, parts)| (name.to_owned(), parts.into_values().collect())).collect()
}

/// What was gathered from more than one labelled cluster: the reports by cluster.
fn joined(documents: &[Document], found: &[String]) -> Vec<BTreeMap<String, Vec<String>>> {
    let mut groups: BTreeMap<&str, BTreeMap<String, Vec<String>>> = BTreeMap::new();
    for (document, found) in documents.iter().zip(found) {
        let group = groups.entry(found).or_default();
        group.entry(document.cluster.clone()).or_default().push(document.id.clone());
    }
    groups.into_values().filter(|clusters| clusters.len() > 1).collect()
}
