//! Lists under keys, threaded through one array: very many short lists cost a few bytes each.

use std::collections::BTreeMap;

/// Spreads the bits of a hash (the finaliser of SplitMix64).
pub(crate) fn mix(h: u64) -> u64 {
    let h = (h ^ (h >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    let h = (h ^ (h >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    h ^ (h >> 31)
}

/// FNV-1a over parts, each closed by a byte that no text holds.
pub(crate) fn hash(parts: &[&[u8]]) -> u64 {
    let mut h: u64 = 0xcbf2_9ce4_8422_2325;
    for part in parts {
        for byte in part.iter().chain(&[0xff]) {
            h = (h ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3);
        }
    }
    h
}

/// From keys to the items that bear them. Keys are cut to 32 bits: those that fall together bring
/// items together that have nothing in common, which whoever asks finds out.
#[derive(Debug, Clone, Default)]
pub(crate) struct Index {
    heads: BTreeMap<u32, u32>,
    /// Item, and the next cell under the same key; its own index ends the list.
    cells: Vec<(u32, u32)>,
}

fn short(key: u64) -> u32 {
    (mix(key) >> 32) as u32
}

impl Index {
    /// The items under a key, the latest first.
    pub(crate) fn items(&self, key: u64) -> impl Iterator<Item = usize> {
        let mut at = self.heads.get(&short(key)).copied();
        std::iter::from_fn(move || {
            let cell = at?;
            let (item, next) = self.cells[cell as usize];
            at = (next != cell).then_some(next);
            Some(item as usize)
        })
    }

    pub(crate) fn insert(&mut self, key: u64, item: usize) {
        let cell = self.cells.len() as u32;
        let next = self.heads.insert(short(key), cell).unwrap_or(cell);
        self.cells.push((item as u32, next));
    }
}
