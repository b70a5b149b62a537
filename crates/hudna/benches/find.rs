//! How long finding takes: `cargo bench -p hudna --bench find -- [--incidents N] [--store FOLDER]`.
//!
//! A made-up mission of 100,000 incidents (or the store that is named, filled by
//! `hudna generate --incidents`) is loaded once; each kind of query is then asked many times with
//! different values, and beside it the same question is put to every incident in turn.

use std::path::PathBuf;
use std::time::{Duration, Instant};

use hudna::facts::Facts;
use hudna::generate::{Random, Size, generate_mission};
use hudna::model::{Incident, Situation};
use hudna::search::{FollowQuery, Index, Query, ReportQuery};
use hudna::{Data, Env, Result, Store, derive};

/// Questions of one kind.
const ROUNDS: usize = 200;

fn main() -> Result<()> {
    let args: Vec<String> = std::env::args().collect();
    let after = |name: &str| args.iter().position(|a| a == name).and_then(|at| args.get(at + 1));
    // Without --bench it is only seen whether it works.
    let usual = if args.iter().any(|a| a == "--bench") { 100_000 } else { 300 };
    let incidents = after("--incidents").and_then(|n| n.parse().ok()).unwrap_or(usual);
    let dir = std::env::temp_dir().join(format!("hudna-find-{}", std::process::id()));
    let folder = after("--store").map_or(dir.clone(), PathBuf::from);
    let (data, env) = (Data::embedded()?, Env::system());
    let store = Store::open_or_make(&folder, &env)?;
    if store.size()? == 0 {
        let size = Size { incidents, areas: 270.min(incidents) };
        timed("generate", || generate_mission(&store, &env, size, 1, &mut |_| {}))?;
        timed("derive all and write the rows", || derive::rebuild(&store, &data))?;
    }
    let facts = timed("Facts::load", || Facts::load(&store, None))?;
    let kept = timed("derive::stored", || derive::stored(&store, &data, &facts))?;
    let situation = match kept {
        Some(situation) => situation,
        None => timed("derive all and write the rows", || derive::rebuild(&store, &data))?,
    };
    drop(facts);
    report(&situation, &data);
    drop(store);
    if dir.exists() {
        let _ = std::fs::remove_dir_all(&dir);
    }
    Ok(())
}

fn timed<T>(what: &str, run: impl FnOnce() -> T) -> T {
    let start = Instant::now();
    let out = run();
    println!("{what:<44} {:>9.2} s   {:>6} MB", start.elapsed().as_secs_f64(), memory());
    out
}

/// Memory of the process in MB, where the system tells it.
fn memory() -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|l| l.strip_prefix("VmRSS:"));
    line.and_then(|l| l.split_whitespace().next()?.parse::<u64>().ok()).unwrap_or(0) / 1024
}

fn report(s: &Situation, data: &Data) {
    println!(
        "{} incidents, {} reports, {} claims, {} areas, {} promises, {} questions",
        s.incidents.len(),
        s.reports.len(),
        s.claims.len(),
        s.areas.len(),
        s.follow_ups.len(),
        s.questions.len()
    );
    let index = timed("Index::new", || Index::new(s, data));
    let (columns, words) = index.bytes();
    let each = |bytes: usize| bytes / s.incidents.len().max(1);
    println!("index: columns {} B, words {} B an incident", each(columns), each(words));
    println!(
        "{:<34} {:>8} {:>8} {:>8} {:>9}",
        "milliseconds", "p50", "p95", "own mean", "each p50"
    );
    filters(s, &index);
    others(s, &index);
}

/// Values of a facet, to ask for.
fn values(s: &Situation, index: &Index, field: &str) -> Vec<String> {
    let all = index.incidents(s, &Query::default());
    let facet = all.facets.into_iter().find(|f| f.field == field);
    facet.map_or_else(Vec::new, |f| f.values.into_iter().map(|(v, _)| v).collect())
}

/// Asks whether an incident passes, the slow way.
type Naive = fn(&Situation, &Incident, &str) -> bool;

fn filters(s: &Situation, index: &Index) {
    let any = |_: &Situation, _: &Incident, _: &str| true;
    let all: [(&str, Naive); 14] = [
        ("area", |_, i, v| i.area.as_deref().unwrap_or("none") == v),
        ("place", |_, i, v| i.place.as_deref() == Some(v)),
        ("party", |_, i, v| i.actors.iter().chain(&i.targets).any(|(n, _)| n == v)),
        ("actor", |_, i, v| i.actors.iter().any(|(n, _)| n == v)),
        ("target", |_, i, v| i.targets.iter().any(|(n, _)| n == v)),
        ("act", |_, i, v| i.acts.iter().any(|a| a.as_str() == v)),
        ("verdict", |_, i, v| i.judgements.iter().any(|j| name(&j.verdict) == v)),
        ("term", |_, i, v| i.judgements.iter().any(|j| j.obligation == v)),
        ("corroboration", |_, i, v| name(&i.corroboration) == v),
        ("confirmed", |_, i, v| i.confirmed == (v == "yes")),
        ("source", |s, i, v| {
            i.claims.iter().filter_map(|c| s.claims.get(c)).any(|f| f.source == v)
        }),
        ("precision", any),
        ("case", any),
        ("text_lang", any),
    ];
    line(
        "all incidents",
        s,
        |_| drop(index.incidents(s, &Query::default())),
        |i, _| i.acts.len() > 9,
    );
    for (field, naive) in all {
        let values = values(s, index, field);
        let at = |n: usize| values[n % values.len().max(1)].as_str();
        let ask = |n: usize| drop(index.incidents(s, &query(&[(field, at(n))])));
        line(field, s, ask, |i, n| naive(s, i, at(n)));
    }
    let ends = ["2023-03-01", "2024-01-31", "2025-05-05", "2025-12-24"];
    let from = |n: usize| ends[n % ends.len()];
    let ask = |n: usize| drop(index.incidents(s, &query(&[("from", from(n))])));
    line("from", s, ask, |i, n| i.days.as_ref().is_some_and(|(_, last)| last.as_str() >= from(n)));
    let two = |n: usize| [("deaths_min", ["1", "3", "10"][n % 3]), ("sort", "deaths")];
    let ask = |n: usize| drop(index.incidents(s, &query(&two(n))));
    line("deaths_min, sorted by deaths", s, ask, |i, _| i.tolls.iter().any(|t| t.best > 2));
    let six = |n: usize| {
        let days = [("from", from(n % 2)), ("to", "2025-11-30")];
        let what = [("act", "shelling"), ("verdict", "possible_breach"), ("confirmed", "no")];
        query(&[&days[..], &what[..], &[("q", "made")][..]].concat())
    };
    line("six filters", s, |n| drop(index.incidents(s, &six(n))), |i, _| i.origins.len() > 9);
}

fn others(s: &Situation, index: &Index) {
    let texts = texts(s);
    let at = |n: usize| texts[n % texts.len()].as_str();
    let told = |i: &Incident, n: usize| {
        let word = at(n);
        i.claims
            .iter()
            .filter_map(|c| s.claims.get(c))
            .any(|f| f.claim.evidence.text.contains(word))
    };
    line("q", s, |n| drop(index.incidents(s, &query(&[("q", at(n))]))), told);
    line("anything", s, |n| drop(index.anything(s, at(n), 20)), told);
    let begun = |n: usize| at(n).chars().take(2).collect::<String>();
    line("anything, two letters", s, |n| drop(index.anything(s, &begun(n), 20)), |_, _| false);
    let id = |n: usize| s.incidents[n * 7919 % s.incidents.len()].id.clone();
    let by_id = |n: usize| {
        std::hint::black_box(index.incident(s, &id(n)));
    };
    line("incident by id", s, by_id, |i, n| i.id == id(n));
    let harm = pairs(&[("unread_harm", "yes")]);
    let harm = ReportQuery::parse(harm).expect("the query can be read");
    line("reports, unread harm", s, |_| drop(index.reports(s, &harm)), |_, _| false);
    let asked = |n: usize| ReportQuery::parse(pairs(&[("q", at(n))])).expect("it can be read");
    line("reports, q", s, |n| drop(index.reports(s, &asked(n))), |_, _| false);
    let late = FollowQuery::parse(pairs(&[("overdue", "yes")])).expect("it can be read");
    line("promises, overdue", s, |_| drop(index.follow_ups(s, &late)), |_, _| false);
}

/// Names, words and parts of ids, in both languages.
fn texts(s: &Situation) -> Vec<String> {
    let mut random = Random::new(5);
    let places: Vec<_> = s.places.values().filter(|p| p.id.starts_with("xm-")).collect();
    let mut out = Vec::new();
    for _ in 0..50 {
        let Some(place) = places.get(random.below(places.len().max(1))) else { continue };
        out.extend([place.name.en.clone(), place.name.ar.clone()]);
    }
    let words = ["shelling", "قصف", "قُتل", "killed", "air strikes", "بلدة", "army town", "غارات"];
    out.extend(words.map(str::to_owned));
    out.extend((0..20).map(|n| s.incidents[n * 101 % s.incidents.len()].id.clone()));
    out
}

fn pairs(pairs: &[(&str, &str)]) -> Vec<(String, String)> {
    pairs.iter().map(|(n, v)| ((*n).to_owned(), (*v).to_owned())).collect()
}

fn query(of: &[(&str, &str)]) -> Query {
    Query::parse(pairs(of)).expect("the query can be read")
}

fn name(value: &impl serde::Serialize) -> String {
    serde_json::to_value(value).ok().and_then(|v| v.as_str().map(str::to_owned)).unwrap_or_default()
}

/// A line of the table: the index by the clock, its mean in processor time of its own (on a machine
/// that others work on everybody waits), and a look at each incident.
fn line(what: &str, s: &Situation, ask: impl Fn(usize), naive: impl Fn(&Incident, usize) -> bool) {
    let start = on_processor();
    let asked: Vec<Duration> = (0..ROUNDS).map(|n| measured(|| ask(n))).collect();
    let own = on_processor().saturating_sub(start) / ROUNDS as u32;
    let look = |n: usize| {
        std::hint::black_box(s.incidents.iter().filter(|i| naive(i, n)).count());
    };
    let each: Vec<Duration> = (0..ROUNDS / 20).map(|n| measured(|| look(n))).collect();
    let ms = |d: Duration| d.as_secs_f64() * 1e3;
    let of = |all: &[Duration], percent: usize| {
        let mut all = all.to_vec();
        all.sort();
        ms(all[all.len() * percent / 100])
    };
    let (p50, p95, each) = (of(&asked, 50), of(&asked, 95), of(&each, 50));
    println!("{what:<34} {p50:>8.2} {p95:>8.2} {:>8.2} {each:>9.2}", ms(own));
}

fn measured(run: impl FnOnce()) -> Duration {
    let start = Instant::now();
    run();
    start.elapsed()
}

/// How long this thread has been on a processor, where the system tells it.
fn on_processor() -> Duration {
    let told = std::fs::read_to_string("/proc/thread-self/schedstat").unwrap_or_default();
    let first = told.split_whitespace().next().and_then(|n| n.parse().ok());
    Duration::from_nanos(first.unwrap_or_default())
}
