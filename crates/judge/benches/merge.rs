//! How fast reports are merged as they come, on one core, and what that takes of memory.
//! `cargo bench -p hudna-judge`
//!
//! The claims are made up: a war of so many days, some hundred places of which a few are much in
//! the news, incidents told by one to a dozen reports, one report in three a copy. All of one seed.

use std::collections::BTreeMap;
use std::time::Instant;

use hudna_judge::{Context, Gatherer, gather};
use hudna_model::{
    Act, Agreement, Bilingual, Body, Claim, CopyMarks, DateRef, Decisions, Evidence, FiledClaim,
    Modality, Moment, Name, Outcome, Party, Place, PlaceLevel, PlaceRef, Source, Span, Victims,
};

const CURVE: [usize; 7] = [1_000, 3_000, 10_000, 20_000, 40_000, 70_000, 100_000];
/// Reports a day: 100,000 are a year and a half.
const A_DAY: usize = 180;
/// Words of a report, about.
const RUNS: u64 = 300;

fn main() {
    // `cargo test --benches` runs this too: then only that it runs matters.
    let curve = if std::env::args().any(|arg| arg == "--bench") { &CURVE[..] } else { &[300] };
    let world = World::new();
    let last = *curve.last().expect("a curve has points");
    let mut made = Maker::new();
    let reports: Vec<(Vec<FiledClaim>, CopyMarks)> = (0..last).map(|n| made.report(n)).collect();
    let mut marks = BTreeMap::new();
    let mut claims: BTreeMap<&str, &FiledClaim> = BTreeMap::new();
    for (report, own) in &reports {
        marks.insert(report[0].report.clone(), own.clone());
        claims.extend(report.iter().map(|f| (f.claim.id.as_str(), f)));
    }
    println!(
        "{:>8} {:>12} {:>14} {:>12} {:>14}",
        "reports", "reports/s", "slowest, ms", "incidents", "bytes/report"
    );
    let before = memory();
    let ctx = world.ctx(&marks);
    let (mut gatherer, mut busy, mut slowest) = (Gatherer::default(), 0.0, 0.0_f64);
    let mut from = 0;
    for (n, (report, _)) in (1..).zip(&reports) {
        let start = on_core();
        gatherer.put(report, &ctx);
        std::hint::black_box(gatherer.changes(|id| claims.get(id).copied(), &ctx));
        let took = on_core() - start;
        (busy, slowest) = (busy + took, slowest.max(took));
        if curve.contains(&n) {
            let rate = (n - from) as f64 / busy;
            let bytes = memory().zip(before).map(|(now, before)| now.saturating_sub(before) / n);
            let bytes = bytes.map_or("-".to_owned(), |b| b.to_string());
            let (ms, incidents) = (slowest * 1e3, gatherer.count());
            println!("{n:>8} {rate:>12.0} {ms:>14.1} {incidents:>12} {bytes:>14}");
            (busy, slowest, from) = (0.0, 0.0, n);
        }
    }
    check_small(&world);
}

/// That a smaller run gives the same as gathering all at once.
fn check_small(world: &World) {
    let mut made = Maker::new();
    let (mut marks, mut claims) = (BTreeMap::new(), BTreeMap::new());
    let mut gatherer = Gatherer::default();
    for n in 0..300 {
        let (report, own) = made.report(n);
        marks.insert(report[0].report.clone(), own);
        claims.extend(report.iter().map(|f| (f.claim.id.clone(), f.clone())));
        gatherer.put(&report, &world.ctx(&marks));
    }
    let all: Vec<FiledClaim> = claims.values().cloned().collect();
    let ctx = world.ctx(&marks);
    let whole = gather(&all, &ctx);
    assert_eq!(
        gatherer.incidents(|id| claims.get(id), &ctx),
        whole,
        "report by report is as well as at once"
    );
}

/// Seconds that this thread has had a core, so that a busy machine does not count; where the
/// system does not tell them, seconds as they pass.
fn on_core() -> f64 {
    static START: std::sync::OnceLock<Instant> = std::sync::OnceLock::new();
    let told = std::fs::read_to_string("/proc/thread-self/schedstat").ok();
    let nanoseconds = told.and_then(|text| text.split(' ').next()?.parse::<u64>().ok());
    nanoseconds
        .map_or_else(|| START.get_or_init(Instant::now).elapsed().as_secs_f64(), |n| n as f64 / 1e9)
}

/// Resident memory in bytes where the system tells it.
fn memory() -> Option<usize> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find_map(|l| l.strip_prefix("VmRSS:"))?;
    Some(line.trim().trim_end_matches(" kB").parse::<usize>().ok()? * 1024)
}

/// SplitMix64.
struct Random(u64);

impl Random {
    fn below(&mut self, n: u64) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let h = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let h = (h ^ (h >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        (h ^ (h >> 31)) % n
    }
}

/// What happened, once.
#[derive(Clone)]
struct Happened {
    day: i64,
    place: String,
    act: Act,
    actor: u64,
    killed: u32,
    text: u64,
}

struct Maker {
    random: Random,
    open: Vec<Happened>,
}

impl Maker {
    fn new() -> Self {
        Self { random: Random(7), open: Vec::new() }
    }

    /// The report of that number: three events, most of them told before by others, with marks of
    /// its text.
    fn report(&mut self, n: usize) -> (Vec<FiledClaim>, CopyMarks) {
        let day = (n / A_DAY) as i64;
        self.open.retain(|h| h.day + 2 >= day);
        let events: Vec<Happened> = (0..3).map(|_| self.event(day)).collect();
        let own = n as u64 * 10_000;
        let copied = self.random.below(3) == 0;
        let words = (0..RUNS).map(|i| match i {
            _ if copied && i < RUNS * 2 / 3 => spread(events[0].text * 10_000 + i),
            // Runs that stand in every tenth report.
            _ if i % 50 == 0 => spread(u64::MAX - i - (n as u64 % 10) * 1_000),
            _ => spread(own + i),
        });
        let mut shingles: Vec<u64> = words.collect();
        shingles.sort_unstable();
        let marks = CopyMarks { shingles, words: RUNS as usize, ..CopyMarks::default() };
        let claims = events.iter().enumerate().flat_map(|(i, e)| tell(n, i, day, e)).collect();
        (claims, marks)
    }

    fn event(&mut self, day: i64) -> Happened {
        if !self.open.is_empty() && self.random.below(4) > 0 {
            let i = self.random.below(self.open.len() as u64) as usize;
            return self.open[i].clone();
        }
        // A third of all happens in five places.
        let places = if self.random.below(3) == 0 { 5 } else { 400 };
        let acts = [Act::AirStrike, Act::Shelling, Act::Clash, Act::SuicideBombing];
        let happened = Happened {
            day,
            place: format!("p{}", self.random.below(places)),
            act: acts[self.random.below(4) as usize],
            actor: self.random.below(3),
            killed: self.random.below(40) as u32,
            text: self.random.below(1 << 40),
        };
        self.open.push(happened.clone());
        happened
    }
}

fn spread(i: u64) -> u64 {
    i.wrapping_mul(0x9e37_79b9_7f4a_7c15).rotate_left(31).wrapping_mul(0xbf58_476d_1ce4_e5b9)
}

/// A violence claim and a toll.
fn tell(report: usize, event: usize, day: i64, told: &Happened) -> [FiledClaim; 2] {
    let name = Name {
        text: format!("party {}", told.actor),
        party: Some(format!("a{}", told.actor)),
        ..Name::default()
    };
    let violence =
        Body::Violence { act: told.act, actor: Some(name), target: None, means: None, count: None };
    let toll = Body::Toll {
        outcome: Outcome::Killed,
        low: Some(told.killed),
        high: Some(told.killed),
        vague: false,
        victims: Victims::Unspecified,
        side: None,
        cumulative: false,
        subset_of: None,
    };
    [violence, toll].map(|body| {
        let kind = body.kind();
        let text = format!("{kind} {event} told in report {report} in so many words as there are");
        let claim = Claim {
            id: format!("c{report:07}{event}{}", &kind[..1]),
            body,
            modality: Modality::Actual,
            background: false,
            attributed_to: None,
            quoted: false,
            event: Some(format!("e{event}")),
            place: Some(PlaceRef {
                text: told.place.clone(),
                id: Some(told.place.clone()),
                ..PlaceRef::default()
            }),
            date: Some(DateRef {
                start: iso(told.day),
                precision: "day".to_owned(),
                ..DateRef::default()
            }),
            evidence: Evidence { span: Span::new(event * 200, event * 200 + text.len()), text },
            rule: "made".to_owned(),
            confidence: 0.9,
            seen: None,
        };
        FiledClaim {
            report: format!("r{report:07}"),
            source: format!("s{}", report % 40),
            published: Some(iso(day)),
            received: Moment::from_seconds(day * 86_400 + (report % A_DAY) as i64),
            reviewed: false,
            claim,
        }
    })
}

fn iso(day: i64) -> String {
    Moment::from_seconds(day * 86_400).day().to_string()
}

struct World {
    agreement: Agreement,
    places: BTreeMap<String, Place>,
    parties: BTreeMap<String, Party>,
    sources: BTreeMap<String, Source>,
    decisions: Decisions,
}

impl World {
    fn new() -> Self {
        let mut places = BTreeMap::new();
        let mut add = |id: String, parent: Option<String>, level, lat, lon| {
            let name = Bilingual::new(id.clone(), id.clone());
            places.insert(id.clone(), Place { id, parent, level, lat, lon, pcode: None, name });
        };
        add("land".to_owned(), None, PlaceLevel::Country, 35.0, 38.0);
        for g in 0..14 {
            add(format!("g{g}"), Some("land".to_owned()), PlaceLevel::Governorate, 35.0, 38.0);
        }
        for p in 0..400 {
            let (lat, lon) = (33.0 + f64::from(p % 20) * 0.2, 36.0 + f64::from(p / 20) * 0.2);
            add(format!("p{p}"), Some(format!("g{}", p % 14)), PlaceLevel::Settlement, lat, lon);
        }
        Self {
            agreement: agreement(),
            places,
            parties: BTreeMap::new(),
            sources: BTreeMap::new(),
            decisions: Decisions::default(),
        }
    }

    fn ctx<'w>(&'w self, marks: &'w BTreeMap<String, CopyMarks>) -> Context<'w> {
        Context {
            as_of: Moment::from_seconds(i64::from(i32::MAX)),
            agreement: &self.agreement,
            places: &self.places,
            parties: &self.parties,
            sources: &self.sources,
            marks,
            decisions: &self.decisions,
        }
    }
}

/// An agreement that judges nothing: merging is measured, not judging.
fn agreement() -> Agreement {
    let text = r#"
        id = "made"
        name = { ar = "اتفاق", en = "agreement" }
        country = "land"
        effective = "1970-01-01T00:00:00Z"
        unknown_membership = "undetermined"
        instrument = []
        party = []
        obligation = []
        areas = { level = "governorate", list = [], source = "none" }
    "#;
    toml::from_str(text).expect("an agreement")
}
