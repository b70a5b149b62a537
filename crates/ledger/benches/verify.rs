//! How fast a log is audited on one core, beside the bare hashing that it cannot do without.
//! `cargo bench -p hudna-ledger`

use hudna_ledger::{Auditor, Entry, Frontier, Hash, OperatorKey, commit, leaf_hash};
use std::hint::black_box;
use std::time::{Duration, Instant};

const ENTRIES: u64 = 300_000;
/// A few claims or one decision.
const PAYLOAD_BYTES: usize = 120;
/// Entries of one object.
const VERSIONS: u64 = 3;
/// Entries of one group of writes, which ends with a signed head.
const GROUP: u64 = 100;
const ROUNDS: usize = 5;

struct Row {
    bytes: Vec<u8>,
    salt: [u8; 16],
    payload: Vec<u8>,
}

type Heads = Vec<(u64, String)>;

fn main() {
    // `cargo test --benches` runs this too: then only that it runs matters.
    let entries = if std::env::args().any(|arg| arg == "--bench") { ENTRIES } else { 1_000 };
    let key = OperatorKey::from_seed([7; 32], "example.org/bench").expect("a valid origin");
    let rows = rows(entries);
    let heads = heads(&rows, &key);
    let one_head = heads[heads.len() - 1..].to_vec();
    println!("{entries} entries of {} bytes, payloads of {PAYLOAD_BYTES}", rows[0].bytes.len());
    let hashing = report("hashing alone", entries, || hash(&rows));
    let lone = report("audit, one head", entries, || audit(&rows, &one_head, &key.vkey()));
    let groups = report("audit, head per 100", entries, || audit(&rows, &heads, &key.vkey()));
    println!("audit / hashing: {:.2} and {:.2}", ratio(lone, hashing), ratio(groups, hashing));
}

fn rows(entries: u64) -> Vec<Row> {
    let mut previous: Option<Hash> = None;
    let row = |index: u64| {
        let mut salt = [0; 16];
        salt[..8].copy_from_slice(&index.to_be_bytes());
        let payload = vec![index as u8; PAYLOAD_BYTES];
        let version = index % VERSIONS + 1;
        let entry = Entry {
            kind: "decision".into(),
            object: format!("{:032x}", index / VERSIONS),
            version,
            previous: previous.filter(|_| version > 1),
            hour: "2016-05-03T14:00:00Z".into(),
            commitment: commit(&salt, &payload),
        };
        let bytes = entry.encode().expect("a valid entry");
        previous = Some(leaf_hash(&bytes));
        Row { bytes, salt, payload }
    };
    (0..entries).map(row).collect()
}

fn heads(rows: &[Row], key: &OperatorKey) -> Heads {
    let mut frontier = Frontier::new();
    let mut heads = Heads::new();
    for row in rows {
        frontier.push(leaf_hash(&row.bytes));
        let size = frontier.size();
        if size.is_multiple_of(GROUP) {
            heads.push((size, key.sign_head(size, &frontier.root())));
        }
    }
    heads
}

/// The two hashes of each row and the tree: what no audit can leave out.
fn hash(rows: &[Row]) {
    let mut frontier = Frontier::new();
    for row in rows {
        black_box(commit(&row.salt, &row.payload));
        frontier.push(leaf_hash(&row.bytes));
    }
    black_box(frontier.root());
}

fn audit(rows: &[Row], heads: &Heads, vkey: &str) {
    let mut auditor = Auditor::new(vkey).expect("the key's own vkey");
    let mut heads = heads.iter().peekable();
    for (index, row) in (0..).zip(rows) {
        auditor.entry(index, &row.bytes, &row.salt, &row.payload);
        if let Some((size, note)) = heads.next_if(|(size, _)| *size == index + 1) {
            auditor.head(*size, note);
        }
    }
    let audit = auditor.finish(rows.len() as u64);
    assert!(audit.is_sound(), "{:?}", audit.faults.first());
}

/// Best of several rounds.
fn report(name: &str, entries: u64, mut run: impl FnMut()) -> Duration {
    let time = |_| {
        let start = Instant::now();
        run();
        start.elapsed()
    };
    let best = (0..ROUNDS).map(time).min().expect("at least one round");
    println!("{name:20} {:>10.0} entries/s", entries as f64 / best.as_secs_f64());
    best
}

fn ratio(time: Duration, base: Duration) -> f64 {
    time.as_secs_f64() / base.as_secs_f64()
}
