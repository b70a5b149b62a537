//! Reports read a second, beside cutting the same texts into tokens alone, in the same run.
//!
//! `cargo bench -p hudna-read`; the texts are the example's own reports.

use std::collections::BTreeMap;
use std::path::Path;
use std::time::Instant;

use hudna_model::Report;
use hudna_read::{Files, Pack, read};

/// Rounds over all texts; the best of [`TRIES`] is told.
const ROUNDS: usize = 40;
const TRIES: usize = 3;

fn main() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let mut files = Files::new();
    collect(&root.join("data"), &root.join("data"), &mut files);
    let begun = Instant::now();
    let pack = Pack::load(&files).expect("the data are sound");
    println!("data loaded in {:.0} ms", begun.elapsed().as_secs_f64() * 1000.0);
    let mut texts = BTreeMap::new();
    collect(&root.join("examples/syria-2016/reports"), &root, &mut texts);
    let reports: Vec<Report> = texts
        .into_iter()
        .map(|(id, text)| Report {
            id,
            text,
            lang: Some("ar".into()),
            published: Some("2016-05-03".into()),
            ..Report::default()
        })
        .collect();
    let words: usize = reports.iter().map(|r| r.text.split_whitespace().count()).sum();
    let words = (words * ROUNDS) as f64;
    let tokens = best(|| reports.iter().map(|r| hudna_read::token::tokenize(&r.text).len()).sum());
    let claims = best(|| reports.iter().map(|r| read(r, &pack).0.claims.len()).sum());
    println!("tokens alone: {:>9.0} words/s", words / tokens);
    let per_article = words / claims / 500.0;
    println!(
        "reading:      {:>9.0} words/s, {per_article:.0} articles of 500 words/s",
        words / claims
    );
}

/// Seconds of the best try.
fn best(work: impl Fn() -> usize) -> f64 {
    let once = || {
        let begun = Instant::now();
        let sum: usize = (0..ROUNDS).map(|_| work()).sum();
        assert!(sum > 0, "there is something to do");
        begun.elapsed().as_secs_f64()
    };
    (0..TRIES).map(|_| once()).fold(f64::INFINITY, f64::min)
}

fn collect(folder: &Path, root: &Path, files: &mut Files) {
    for entry in std::fs::read_dir(folder).expect("the folder is there").flatten() {
        let path = entry.path();
        if path.is_dir() {
            collect(&path, root, files);
        } else if let (Ok(text), Ok(name)) =
            (std::fs::read_to_string(&path), path.strip_prefix(root))
        {
            files.insert(name.to_string_lossy().into_owned(), text);
        }
    }
}
