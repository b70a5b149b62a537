//! What merging is worth without any reading.

use std::collections::{BTreeMap, BTreeSet};

use super::docs::Document;
use super::scores::Clustering;

/// Thresholds that are tried, in hundredths.
const THRESHOLDS: std::ops::RangeInclusive<u32> = 5..=95;

/// Reports of one day of publication and one governorate are one cluster; without a governorate a
/// report stands alone.
pub(super) fn day_and_governorate(documents: &[Document]) -> Vec<String> {
    let name = |d: &Document| match d.governorate.as_str() {
        "" => format!("report:{}", d.id),
        governorate => format!("{} {governorate}", d.published),
    };
    documents.iter().map(name).collect()
}

/// Single pass in the order of publication: a report joins the cluster of the earlier report that
/// is most like it, if the cosine of their TF-IDF vectors reaches a threshold. Document frequencies
/// are those of the reports seen so far. The threshold is the one that does best on the file
/// itself by B³ F1, which favours the baseline; it is returned with the clusters.
pub(super) fn tfidf_online(documents: &[Document], gold: &[&str]) -> (f64, Vec<String>) {
    let nearest = nearest(documents);
    let mut best = (0.0, f64::MIN, Vec::new());
    for threshold in THRESHOLDS.map(|t| f64::from(t) / 100.0) {
        let found = cut(documents, &nearest, threshold);
        let f1 = Clustering::new(&found, gold).scores().b3.2;
        if f1 > best.1 {
            best = (threshold, f1, found);
        }
    }
    (best.0, best.2)
}

/// Reports in the order of publication, each with the earlier one most like it and the cosine.
fn nearest(documents: &[Document]) -> Vec<(usize, Option<(usize, f64)>)> {
    let mut order: Vec<usize> = (0..documents.len()).collect();
    order.sort_by_key(|i| (&documents[*i].published, *i));
    let words: Vec<BTreeMap<String, f64>> = documents.iter().map(words).collect();
    let mut seen: BTreeMap<&str, f64> = BTreeMap::new();
    let mut found = Vec::new();
    for (n, &i) in order.iter().enumerate() {
        words[i].keys().for_each(|w| *seen.entry(w).or_default() += 1.0);
        let idf = |word: &str| (1.0 + n as f64).ln() - seen.get(word).map_or(0.0, |df| df.ln());
        let like = |j: &usize| (*j, cosine(&words[i], &words[*j], idf));
        let earlier = order[..n].iter().map(like);
        let best = earlier.reduce(|a, b| if b.1 > a.1 { b } else { a });
        found.push((i, best));
    }
    found
}

fn cut(
    documents: &[Document],
    nearest: &[(usize, Option<(usize, f64)>)],
    threshold: f64,
) -> Vec<String> {
    let mut found = vec![String::new(); documents.len()];
    for (i, best) in nearest {
        let joins = best.filter(|(_, cosine)| *cosine >= threshold);
        found[*i] = match joins {
            Some((earlier, _)) => found[earlier].clone(),
            None => documents[*i].id.clone(),
        };
    }
    found
}

/// How often each word stands in title and text.
fn words(document: &Document) -> BTreeMap<String, f64> {
    let mut counts = BTreeMap::new();
    let text = document.report().text.to_lowercase();
    for word in text.split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty()) {
        *counts.entry(word.to_owned()).or_default() += 1.0;
    }
    counts
}

fn cosine(a: &BTreeMap<String, f64>, b: &BTreeMap<String, f64>, idf: impl Fn(&str) -> f64) -> f64 {
    let weight = |word: &str, count: f64| (1.0 + count.ln()) * idf(word).max(0.0);
    let norm = |words: &BTreeMap<String, f64>| {
        words.iter().map(|(w, n)| weight(w, *n).powi(2)).sum::<f64>().sqrt()
    };
    let shared: BTreeSet<&String> = a.keys().filter(|w| b.contains_key(*w)).collect();
    let dot: f64 = shared.into_iter().map(|w| weight(w, a[w]) * weight(w, b[w])).sum();
    let norms = norm(a) * norm(b);
    if norms == 0.0 { 0.0 } else { dot / norms }
}
