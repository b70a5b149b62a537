//! How fast reports are read, beside cutting the same texts into tokens alone, in the same run;
//! how long the data take to load; and the time per character as a text grows.
//!
//! `cargo bench -p hudna-read` takes the example's own reports; a file of JSON objects, one a
//! line with `text`, is read instead when named: `cargo bench -p hudna-read -- reports.jsonl`.
//! `-- --growth` adds texts of 10 kB to 10 MB, varied and hostile ones.

use std::collections::BTreeMap;
use std::path::Path;
use std::time::Instant;

use hudna_model::Report;
use hudna_read::{Files, Pack, read};

#[path = "growth/mod.rs"]
mod growth;

/// Reading goes on for at least so many words a try; the best of [`TRIES`] is told.
const WORDS: usize = 400_000;
const TRIES: usize = 3;

fn main() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let args: Vec<String> = std::env::args().skip(1).filter(|a| a != "--bench").collect();
    let mut files = Files::new();
    collect(&root.join("data"), &root.join("data"), &mut files);
    let load = || Pack::load(&files).expect("the data are sound");
    println!("data loaded in {:.0} ms", best(|| load().places.len()) * 1000.0);
    let pack = load();
    println!("memory with the data alone: {} MB at most", peak_megabytes());
    let reports = match args.iter().find(|a| !a.starts_with("--")) {
        Some(file) => given(file),
        None => example(&root),
    };
    speed(&reports, &pack);
    if args.iter().any(|a| a == "--growth") {
        growth::table(&reports, &pack);
    }
    println!("memory of the whole run: {} MB at most", peak_megabytes());
}

fn speed(reports: &[Report], pack: &Pack) {
    let once: usize = reports.iter().map(|r| r.text.split_whitespace().count()).sum();
    let rounds = WORDS.div_ceil(once.max(1));
    let words = (once * rounds) as f64;
    let all = |work: &dyn Fn(&Report) -> usize| {
        best(|| (0..rounds).map(|_| reports.iter().map(work).sum::<usize>()).sum())
    };
    let tokens = all(&|r| hudna_read::token::tokenize(&r.text).len());
    let reading = all(&|r| read(r, pack).0.notes.len() + 1);
    println!("{} reports of {} words on average", reports.len(), once / reports.len().max(1));
    println!("tokens alone: {:>9.0} words/s", words / tokens);
    println!(
        "reading:      {:>9.0} words/s, {:.0} articles of 500 words/s; {:.0} of these reports/s",
        words / reading,
        words / reading / 500.0,
        (reports.len() * rounds) as f64 / reading
    );
}

/// Seconds of the best try.
fn best(work: impl Fn() -> usize) -> f64 {
    let once = || seconds(|| assert!(work() > 0, "there is something to do"));
    (0..TRIES).map(|_| once()).fold(f64::INFINITY, f64::min)
}

/// Seconds that this process worked, so that others on the machine do not count; on the clock
/// where the system does not tell.
pub fn seconds(work: impl FnOnce()) -> f64 {
    let (clock, worked) = (Instant::now(), worked());
    work();
    match (worked, self::worked()) {
        (Some(from), Some(to)) => (to - from) as f64 / 1e9,
        _ => clock.elapsed().as_secs_f64(),
    }
}

/// Nanoseconds that this process has worked.
fn worked() -> Option<u64> {
    let told = std::fs::read_to_string("/proc/self/schedstat").ok()?;
    told.split_whitespace().next()?.parse().ok()
}

/// The most memory that the process has held, in megabytes; 0 where the system does not tell.
fn peak_megabytes() -> usize {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|l| l.strip_prefix("VmHWM:"));
    let kilobytes = line.and_then(|l| l.trim().trim_end_matches(" kB").parse::<usize>().ok());
    kilobytes.unwrap_or(0) / 1024
}

fn report(id: String, text: String) -> Report {
    let (lang, published) = (Some("ar".into()), Some("2016-05-03".into()));
    Report { id, text, lang, published, ..Report::default() }
}

fn given(file: &str) -> Vec<Report> {
    let content = std::fs::read_to_string(file).expect("the file of reports can be read");
    let rows = content.lines().filter_map(|l| serde_json::from_str::<serde_json::Value>(l).ok());
    let texts = rows.filter_map(|r| r["text"].as_str().map(str::to_owned));
    texts.enumerate().map(|(i, text)| report(i.to_string(), text)).collect()
}

fn example(root: &Path) -> Vec<Report> {
    let mut texts = BTreeMap::new();
    collect(&root.join("examples/syria-2016/reports"), root, &mut texts);
    texts.into_iter().map(|(id, text)| report(id, text)).collect()
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
