//! One index of all forms that a language's data know: words, parties, places, numbers, dates,
//! cues. A look-up answers for whole tokens, never for parts of one.
//!
//! Forms lie one behind another in one string, found by open addressing; a small bit set in front
//! says of most strings at once that they are no form.

use crate::lang::ar::Feat;

/// What a form stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Target {
    /// Index into the language's lexemes.
    Lexeme(u32),
    /// Index into the language's party forms.
    Party(u32),
    /// Index into the places.
    Place(u32),
    /// Index into the number words.
    Number(u32),
    /// Index into the time words.
    Time(u32),
    /// Index into the scope rules.
    Scope(u32),
}

/// A form's meaning.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Hit {
    /// What it stands for.
    pub target: Target,
    /// What form it is of it.
    pub feat: Feat,
}

/// The other words of a form of several, and what it stands for.
pub type Rest = (Vec<String>, Hit);

/// Meanings of a first or only word.
#[derive(Debug, Clone, Copy, Default)]
pub struct Found<'i> {
    /// Of the word alone.
    pub single: &'i [Hit],
    /// Of forms of several words that begin with it, longest first.
    pub multi: &'i [Rest],
    seconds: &'i [u32],
}

impl<'i> Found<'i> {
    /// Forms of several words whose second word has this key, longest first.
    pub fn followed_by(self, second: u32) -> impl Iterator<Item = &'i Rest> {
        let known = self.seconds.iter().zip(self.multi);
        known.filter(move |(key, _)| **key == second).map(|(_, rest)| rest)
    }
}

/// The key of a word for [`Found::followed_by`]; words that differ may share one.
pub fn key(word: &str) -> u32 {
    finish(hash(SEED, word)) as u32
}

/// Forms of one word and of several.
#[derive(Debug, Default)]
pub struct Index {
    /// All first and only words, one behind another.
    words: String,
    entries: Vec<Entry>,
    /// Numbers of entries, plus one, below the upper half of the word's hash; 0 is free. Its
    /// length is a power of two.
    slots: Vec<u64>,
    /// One bit for each hash that is there.
    filter: Vec<u64>,
    singles: Vec<Hit>,
    multis: Vec<Rest>,
    /// Of each of them the key of its second word: most are told apart without looking at it.
    seconds: Vec<u32>,
    /// What was added since the last sealing: number of the entry and the meaning.
    new_singles: Vec<(u32, Hit)>,
    new_multis: Vec<(u32, Rest)>,
}

/// A word, and where its meanings lie.
#[derive(Debug, Clone, Copy, Default)]
struct Entry {
    hash: u64,
    word: (u32, u32),
    single: (u32, u32),
    multi: (u32, u32),
}

/// Bits of the filter for each slot.
const FILTER_BITS: usize = 4;

impl Index {
    /// Adds a folded form. It is found after [`Index::seal`].
    pub fn add(&mut self, form: &str, hit: Hit) {
        match form.split_once(' ') {
            None => {
                let entry = self.entry(form);
                self.new_singles.push((entry, hit));
            }
            Some((first, rest)) => {
                let rest = rest.split(' ').map(str::to_owned).collect();
                let entry = self.entry(first);
                self.new_multis.push((entry, (rest, hit)));
            }
        }
    }

    /// Adds a folded form of one word unless it means something since the last sealing.
    pub fn add_new(&mut self, form: &str, hit: Hit) {
        let found = self.find(form);
        if found.single.is_empty() && found.multi.is_empty() {
            self.add(form, hit);
        }
    }

    fn entry(&mut self, word: &str) -> u32 {
        if self.slots.len() < 2 * (self.entries.len() + 1) {
            self.grow();
        }
        let hash = finish(hash(SEED, word));
        match self.slot(hash, word, "") {
            Ok(entry) => entry,
            Err(free) => {
                let start = self.words.len() as u32;
                self.words.push_str(word);
                let word = (start, self.words.len() as u32);
                self.entries.push(Entry { hash, word, ..Entry::default() });
                self.slots[free] = tagged(hash, self.entries.len());
                self.mark(hash);
                self.entries.len() as u32 - 1
            }
        }
    }

    fn grow(&mut self) {
        let length = (self.slots.len() * 2).max(1024);
        self.slots = vec![0; length];
        self.filter = vec![0; length * FILTER_BITS / 64];
        for i in 0..self.entries.len() {
            let hash = self.entries[i].hash;
            let mut at = hash as usize & (length - 1);
            while self.slots[at] != 0 {
                at = (at + 1) & (length - 1);
            }
            self.slots[at] = tagged(hash, i + 1);
            self.mark(hash);
        }
    }

    fn mark(&mut self, hash: u64) {
        let bit = self.bit(hash);
        self.filter[bit / 64] |= 1 << (bit % 64);
    }

    fn bit(&self, hash: u64) -> usize {
        (hash >> 32) as usize & (self.filter.len() * 64 - 1)
    }

    /// The entry of the word `head` + `tail`, else the free slot where it belongs.
    fn slot(&self, hash: u64, head: &str, tail: &str) -> Result<u32, usize> {
        let mask = self.slots.len() - 1;
        let mut at = hash as usize & mask;
        loop {
            let slot = self.slots[at];
            let Some(entry) = (slot as u32).checked_sub(1) else { return Err(at) };
            if slot >> 32 == hash >> 32 {
                let (from, to) = self.entries[entry as usize].word;
                let word = &self.words[from as usize..to as usize];
                if word.strip_prefix(head) == Some(tail) {
                    return Ok(entry);
                }
            }
            at = (at + 1) & mask;
        }
    }

    /// Sorts so that the answers do not depend on the order of adding.
    pub fn seal(&mut self) {
        let mut singles = std::mem::take(&mut self.new_singles);
        let mut multis = std::mem::take(&mut self.new_multis);
        for (i, entry) in self.entries.iter().enumerate() {
            let own = |(from, to): (u32, u32)| from as usize..to as usize;
            singles.extend(self.singles[own(entry.single)].iter().map(|h| (i as u32, *h)));
            multis.extend(self.multis[own(entry.multi)].iter().map(|r| (i as u32, r.clone())));
        }
        singles.sort_unstable();
        singles.dedup();
        let longest = |a: &Rest, b: &Rest| b.0.len().cmp(&a.0.len()).then_with(|| a.cmp(b));
        multis.sort_unstable_by(|a, b| a.0.cmp(&b.0).then_with(|| longest(&a.1, &b.1)));
        multis.dedup();
        (self.singles, self.multis) = (Vec::new(), Vec::new());
        self.seconds =
            multis.iter().map(|(_, (rest, _))| rest.first().map_or(0, |w| key(w))).collect();
        self.entries.iter_mut().for_each(|e| (e.single, e.multi) = Default::default());
        for (entry, hit) in singles {
            self.singles.push(hit);
            extend(&mut self.entries[entry as usize].single, self.singles.len());
        }
        for (entry, rest) in multis {
            self.multis.push(rest);
            extend(&mut self.entries[entry as usize].multi, self.multis.len());
        }
    }

    /// Meanings of a word.
    pub fn find(&self, word: &str) -> Found<'_> {
        self.find_joined(word, "")
    }

    /// Meanings of the word `head` + `tail`.
    pub fn find_joined(&self, head: &str, tail: &str) -> Found<'_> {
        if self.entries.is_empty() {
            return Found::default();
        }
        let hash = finish(hash(hash(SEED, head), tail));
        let bit = self.bit(hash);
        if self.filter[bit / 64] & (1 << (bit % 64)) == 0 {
            return Found::default();
        }
        let Ok(entry) = self.slot(hash, head, tail) else { return Found::default() };
        let Entry { single, multi, .. } = self.entries[entry as usize];
        let multi = multi.0 as usize..multi.1 as usize;
        Found {
            single: &self.singles[single.0 as usize..single.1 as usize],
            multi: &self.multis[multi.clone()],
            seconds: &self.seconds[multi],
        }
    }

    /// Meanings of one word.
    pub fn single(&self, word: &str) -> &[Hit] {
        self.find(word).single
    }

    /// Forms of several words that begin with this one, longest first.
    pub fn multi(&self, first: &str) -> &[Rest] {
        self.find(first).multi
    }

    /// How many meanings of forms it holds.
    pub fn len(&self) -> usize {
        self.singles.len() + self.multis.len()
    }

    /// Whether it holds none.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }
}

/// Lets a range that ends before the last element, or is empty, take it in.
fn extend(range: &mut (u32, u32), length: usize) {
    if range.0 == range.1 {
        range.0 = length as u32 - 1;
    }
    range.1 = length as u32;
}

fn tagged(hash: u64, number: usize) -> u64 {
    (hash >> 32 << 32) | number as u64
}

const SEED: u64 = 0xcbf2_9ce4_8422_2325;

/// FNV-1a: it may go on behind a first part, so a word in two parts need not be joined.
fn hash(seed: u64, word: &str) -> u64 {
    word.bytes().fold(seed, |h, b| (h ^ u64::from(b)).wrapping_mul(0x0100_0000_01b3))
}

/// Spreads a hash so that its low and high bits both tell words apart.
fn finish(hash: u64) -> u64 {
    let spread = (hash ^ (hash >> 32)).wrapping_mul(0x9e37_79b9_7f4a_7c15);
    spread ^ (spread >> 29)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn hit(i: u32) -> Hit {
        Hit { target: Target::Lexeme(i), feat: Feat::Phrase }
    }

    #[test]
    fn forms_are_found_whole_or_in_two_parts() {
        let mut index = Index::default();
        for i in 0..5000 {
            index.add(&format!("w{i}"), hit(i));
        }
        index.add("w7", hit(1));
        index.add("w7", hit(1));
        index.add("w7 b", hit(2));
        index.add("w7 b c", hit(3));
        index.seal();
        assert_eq!(index.single("w7"), [hit(1), hit(7)]);
        assert_eq!(index.find_joined("w49", "99").single, [hit(4999)]);
        assert_eq!(index.multi("w7").iter().map(|r| r.0.len()).collect::<Vec<_>>(), [2, 1]);
        assert!(index.single("w5000").is_empty() && index.single("").is_empty());
        index.add("w7", hit(0));
        index.seal();
        assert_eq!(index.single("w7"), [hit(0), hit(1), hit(7)]);
        assert_eq!(index.len(), 5004);
    }
}
