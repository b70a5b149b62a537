//! A store of made-up entries for benchmarks, each marked so.

use hudna_model::Moment;

use crate::env::Env;
use crate::error::Result;
use crate::ingest::entry;
use crate::record::{GeneratedRecord, Record};
use crate::store::Store;

/// Entries that go into one group.
const GROUP: u64 = 1000;
/// What each made-up entry says of itself.
pub const NOTICE: &str = "made up for a benchmark; not a report";

/// A small generator of pseudo-random numbers (splitmix64), the same for the same seed.
pub struct Random(u64);

impl Random {
    /// Begins at a seed.
    pub fn new(seed: u64) -> Self {
        Self(seed)
    }

    /// The next number.
    pub fn number(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }
}

/// Appends `count` made-up entries of about 300 bytes. The same seed makes the same payloads.
///
/// # Errors
/// The store fails.
pub fn generate(
    store: &Store,
    env: &Env,
    count: u64,
    seed: u64,
    progress: &mut dyn FnMut(u64),
) -> Result<()> {
    let mut random = Random::new(seed);
    let received = Moment::from_seconds(0);
    let mut done = 0;
    while done < count {
        let group = GROUP.min(count - done);
        let entries = (done..done + group).map(|number| {
            let words: Vec<String> = (0..8).map(|_| format!("{:016x}", random.number())).collect();
            let text = words.join(" ");
            let record = GeneratedRecord { notice: NOTICE.into(), number, text };
            entry(env, "hudna generate", Record::Generated(record), received, None)
        });
        store.append(entries.collect())?;
        done += group;
        progress(done);
    }
    Ok(())
}
