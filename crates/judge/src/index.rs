//! Lists under keys: very many lists of one item cost a few bytes each.

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

/// Marks a value that is the number of a list.
const LISTED: u32 = 1 << 31;

/// From keys to the items that bear them. Keys are cut to 32 bits: those that fall together bring
/// items together that have nothing in common, which whoever asks finds out.
#[derive(Debug, Clone, Default)]
pub(crate) struct Index {
    /// The one item of a key, as most keys have no more, or the list of its items.
    heads: BTreeMap<u32, u32>,
    lists: Vec<Vec<u32>>,
}

fn short(key: u64) -> u32 {
    (mix(key) >> 32) as u32
}

impl Index {
    /// The items under a key, in the order in which they came.
    pub(crate) fn items(&self, key: u64) -> impl Iterator<Item = usize> {
        let found = self.heads.get(&short(key));
        let items = found.map_or(&[][..], |head| match head & LISTED {
            0 => std::slice::from_ref(head),
            _ => &self.lists[(head ^ LISTED) as usize],
        });
        items.iter().map(|item| *item as usize)
    }

    /// Fewer than 2³¹ items can be told apart.
    pub(crate) fn insert(&mut self, key: u64, item: usize) {
        let item = item as u32;
        match self.heads.get_mut(&short(key)) {
            None => drop(self.heads.insert(short(key), item)),
            Some(head) if *head & LISTED != 0 => self.lists[(*head ^ LISTED) as usize].push(item),
            Some(head) => {
                self.lists.push(vec![*head, item]);
                *head = LISTED | (self.lists.len() - 1) as u32;
            }
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
}
