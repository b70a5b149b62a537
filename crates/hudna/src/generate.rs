//! Stores of made-up entries for benchmarks, each marked so: opaque ones, or a whole mission with
//! reports that derive to incidents.

mod incidents;
mod mission;
mod words;

use hudna_model::Moment;

use crate::env::Env;
use crate::error::Result;
use crate::ingest::entry;
use crate::record::{GeneratedRecord, Record};
use crate::store::{NewEntry, Store};

/// Entries that go into one group.
const GROUP: u64 = 1000;
/// What each made-up entry says of itself.
pub const NOTICE: &str = "made up for a benchmark; not a report";

/// Who enters what is made up.
const BY: &str = "hudna generate";

/// A small generator of pseudo-random numbers (splitmix64), the same for the same seed.
pub struct Random(u64);

impl Random {
    /// Begins at a seed.
    pub fn new(seed: u64) -> Self {
        Self(seed)
    }

    /// A number below `n`, which is not 0.
    pub fn below(&mut self, n: usize) -> usize {
        (self.number() % n as u64) as usize
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
            entry(env, BY, Record::Generated(record), received, None)
        });
        store.append(entries.collect())?;
        done += group;
        progress(done);
    }
    Ok(())
}

/// How large a made-up mission is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Size {
    /// Incidents.
    pub incidents: usize,
    /// Areas whose state is told.
    pub areas: usize,
}

/// Appends a made-up mission: places, parties, sources and an agreement of its own, and reports with
/// their readings, from which about so many incidents follow. Texts, places and parties say that
/// they are made up; nothing is read, the claims are entered as the reading of their texts. Incidents
/// of one town lie so far apart in time that they are not taken for one. The same seed makes the
/// same payloads. Nothing is derived yet: [`crate::derive::rebuild`] does that.
///
/// # Errors
/// The store fails.
pub fn generate_mission(
    store: &Store,
    env: &Env,
    size: Size,
    seed: u64,
    progress: &mut dyn FnMut(u64),
) -> Result<()> {
    let mut random = Random::new(seed);
    let mission = mission::Mission::new(size, &mut random)?;
    let set_up = mission.records().into_iter();
    let start = mission::as_of().plus_seconds(-4 * 366 * 86_400);
    let mut waiting: Vec<NewEntry> = set_up.map(|r| entry(env, BY, r, start, None)).collect();
    let mut maker = incidents::Maker::new(&mission, size, random, env);
    for n in 0..size.incidents {
        waiting.extend(maker.incident(n));
        if waiting.len() as u64 >= GROUP {
            store.append(std::mem::take(&mut waiting))?;
            progress(n as u64 + 1);
        }
    }
    store.append(waiting)?;
    progress(size.incidents as u64);
    Ok(())
}
