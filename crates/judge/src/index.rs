//! Lists under keys: very many lists of one item cost a few bytes each.

use std::collections::BTreeSet;

/// As many fresh keys are kept apart from the settled ones at the least.
const FRESH_AT_LEAST: usize = 1024;
/// One fresh key to so many settled ones is kept apart at the most.
const FRESH_SHARE: usize = 8;

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
    /// Keys with items, ascending: most of them stand here, at eight bytes each.
    settled: Vec<(u32, u32)>,
    /// Those that came since.
    fresh: BTreeSet<(u32, u32)>,
}

fn short(key: u64) -> u32 {
    (mix(key) >> 32) as u32
}

impl Index {
    /// The items under a key, in the order in which they came where they came ascending.
    pub(crate) fn items(&self, key: u64) -> impl Iterator<Item = usize> {
        let key = short(key);
        let settled = self.settled[self.first(key)..].iter();
        let fresh = self.fresh.range((key, 0)..);
        let of_key = move |(k, _): &&(u32, u32)| *k == key;
        settled.take_while(of_key).chain(fresh.take_while(of_key)).map(|(_, item)| *item as usize)
    }

    /// Where a key begins among the settled ones. Keys are hashes and so spread evenly: the search
    /// begins where the key should stand, and goes out from there in doubling steps.
    fn first(&self, key: u32) -> usize {
        let all = &self.settled[..];
        let before = |i: usize| all[i].0 < key;
        let guess = ((u64::from(key) * all.len() as u64) >> 32) as usize;
        let (mut low, mut high, mut step) = (guess, guess, 8);
        while high < all.len() && before(high) {
            (low, high, step) = (high + 1, (high + step).min(all.len()), step * 2);
        }
        while low > 0 && !before(low - 1) {
            (high, low, step) = (low - 1, low.saturating_sub(step), step * 2);
        }
        low + all[low..high].partition_point(|(k, _)| *k < key)
    }

    /// Items are numbers below 2³².
    pub(crate) fn insert(&mut self, key: u64, item: usize) {
        self.fresh.insert((short(key), item as u32));
        if self.fresh.len() > FRESH_AT_LEAST.max(self.settled.len() / FRESH_SHARE) {
            self.settle();
        }
    }

    /// Merges what is fresh into what is settled, from the end on, so that nothing is held twice.
    fn settle(&mut self) {
        let fresh = std::mem::take(&mut self.fresh);
        let (mut old, mut at) = (self.settled.len(), self.settled.len() + fresh.len());
        self.settled.reserve_exact(fresh.len());
        self.settled.resize(at, (0, 0));
        for pair in fresh.into_iter().rev() {
            while old > 0 && self.settled[old - 1] > pair {
                (old, at) = (old - 1, at - 1);
                self.settled[at] = self.settled[old];
            }
            at -= 1;
            self.settled[at] = pair;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_gives_all_that_was_put_under_it() {
        let mut index = Index::default();
        for item in 0..5 {
            index.insert(7, item);
            index.insert(100 + item as u64, item);
        }
        let check = |key, expected: &[usize]| {
            assert_eq!(index.items(key).collect::<Vec<_>>(), expected);
        };
        check(7, &[0, 1, 2, 3, 4]);
        check(103, &[3]);
        check(8, &[]);
    }

    #[test]
    fn what_settles_is_found_as_before() {
        let mut index = Index::default();
        let last = 5 * FRESH_AT_LEAST;
        for item in 0..last {
            index.insert(item as u64 % 1000, item);
        }
        assert!(!index.settled.is_empty() && !index.fresh.is_empty(), "both are asked");
        assert!(index.settled.is_sorted());
        for key in [0, 7, 999] {
            let expected: Vec<usize> = (key..last).step_by(1000).collect();
            assert_eq!(index.items(key as u64).collect::<Vec<_>>(), expected);
        }
    }
}
