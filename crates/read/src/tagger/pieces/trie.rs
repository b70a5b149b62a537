//! Which pieces begin here? A trie whose edges lie in one hashed table.

/// Multiplier of Fibonacci hashing: 2⁶⁴ over the golden ratio.
const SPREAD: u64 = 0x9e37_79b9_7f4a_7c15;
const NONE: u32 = u32::MAX;

/// A set of strings with a number each; [`Trie::step`] follows one character.
pub(super) struct Trie {
    /// Slots of (parent node and character, child node); an empty one has child 0, the root. At most
    /// three of four are taken.
    edges: Vec<(u64, u32)>,
    shift: u32,
    /// What each node stands for, or `NONE`.
    ids: Vec<u32>,
}

impl Trie {
    pub(super) const ROOT: u32 = 0;

    pub(super) fn new() -> Self {
        Self { edges: vec![(0, 0); 8], shift: 64 - 3, ids: vec![NONE] }
    }

    /// Adds a string; of equal ones the last stands.
    pub(super) fn insert(&mut self, text: &str, id: u32) {
        let mut node = Self::ROOT;
        for c in text.chars() {
            node = match self.step(node, c) {
                Some(next) => next,
                None => self.add(node, c),
            };
        }
        self.ids[node as usize] = id;
    }

    /// The node behind `node` by this character.
    pub(super) fn step(&self, node: u32, c: char) -> Option<u32> {
        match self.edges[self.slot(key(node, c))].1 {
            0 => None,
            next => Some(next),
        }
    }

    /// The string that ends at this node.
    pub(super) fn id(&self, node: u32) -> Option<u32> {
        Some(self.ids[node as usize]).filter(|id| *id != NONE)
    }

    fn add(&mut self, node: u32, c: char) -> u32 {
        if self.ids.len() * 4 > self.edges.len() * 3 {
            self.grow();
        }
        let (slot, next) = (self.slot(key(node, c)), self.ids.len() as u32);
        self.edges[slot] = (key(node, c), next);
        self.ids.push(NONE);
        next
    }

    fn grow(&mut self) {
        self.shift -= 1;
        let old = std::mem::take(&mut self.edges);
        self.edges = vec![(0, 0); old.len() * 2];
        for edge in old.into_iter().filter(|e| e.1 != 0) {
            let slot = self.slot(edge.0);
            self.edges[slot] = edge;
        }
    }

    /// Where the edge is, or the empty slot where it would be.
    fn slot(&self, key: u64) -> usize {
        let mut slot = (key.wrapping_mul(SPREAD) >> self.shift) as usize;
        while self.edges[slot].1 != 0 && self.edges[slot].0 != key {
            slot = (slot + 1) & (self.edges.len() - 1);
        }
        slot
    }
}

fn key(node: u32, c: char) -> u64 {
    u64::from(node) << 21 | u64::from(u32::from(c))
}
