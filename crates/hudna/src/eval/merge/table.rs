//! Figures of merging as plain text for people.

use std::fmt::Write as _;

use super::{MergeEvaluation, Way};

/// A line a way to cluster, what was divided and joined wrongly, and what is left out.
pub fn merge_table(evaluation: &MergeEvaluation) -> String {
    let mut text = format!(
        "{} reports in {} labelled clusters, {} of them of two reports or more\n\n{:20}{}\n",
        evaluation.reports,
        evaluation.clusters,
        evaluation.shared,
        "",
        "   B³ P      R     F1   pairs P      R     F1   F1 with one cluster left out: B³, pairs"
    );
    evaluation.ways.iter().for_each(|way| text += &row(way));
    let _ = writeln!(
        text,
        "\ntfidf_online joins from a cosine of {:.2} on, the best for this very file",
        evaluation.tfidf_threshold
    );
    let _ = writeln!(
        text,
        "reports of which no incident was gathered: {}",
        evaluation.without_incident
    );
    for (cluster, parts) in &evaluation.divided {
        let parts: Vec<String> = parts.iter().map(|reports| reports.join(" ")).collect();
        let _ = writeln!(text, "divided: {cluster}: {}", parts.join(" | "));
    }
    for clusters in &evaluation.joined {
        let told: Vec<String> = clusters
            .iter()
            .map(|(name, reports)| format!("{name}: {}", reports.join(" ")))
            .collect();
        let _ = writeln!(text, "joined: {}", told.join(" | "));
    }
    for bad in &evaluation.bad_rows {
        let _ = writeln!(text, "line {} is no labelled report: {}", bad.line, bad.why);
    }
    text
}

fn row(way: &Way) -> String {
    let (b3, pairs) = (way.scores.b3, way.scores.pairs);
    format!(
        "{:20}{:7.3}{:7.3}{:7.3}{:10.3}{:7.3}{:7.3}   {:.3}–{:.3}, {:.3}–{:.3}\n",
        way.name,
        b3.0,
        b3.1,
        b3.2,
        pairs.0,
        pairs.1,
        pairs.2,
        way.lowest.0,
        way.highest.0,
        way.lowest.1,
        way.highest.1
    )
}
