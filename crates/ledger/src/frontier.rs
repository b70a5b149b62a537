//! The right edge of the tree: all that appending needs.

use crate::hash::{EMPTY_ROOT, Hash, node_hash};

/// The roots of the full subtrees that a tree of some size falls into, left (largest) to right:
/// one per bit that is set in the size. A leaf is pushed without reading any older leaf.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Frontier {
    size: u64,
    peaks: Vec<Hash>,
}

/// Bytes that are not a stored frontier.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("stored frontier has {found} bytes where its size asks for {expected}")]
pub struct FrontierError {
    /// Length that the size in the first eight bytes asks for.
    pub expected: usize,
    /// Length given.
    pub found: usize,
}

impl Frontier {
    /// Edge of the empty tree.
    pub fn new() -> Self {
        Self::default()
    }

    /// Number of leaves.
    pub fn size(&self) -> u64 {
        self.size
    }

    /// Appends a leaf hash; amortised one inner hash.
    pub fn push(&mut self, leaf: Hash) {
        let mut node = leaf;
        for _ in 0..self.size.trailing_ones() {
            let left = self.peaks.pop().expect("each bit set in the size has its peak");
            node = node_hash(left, node);
        }
        self.peaks.push(node);
        self.size += 1;
    }

    /// Root of the tree: RFC 6962's Merkle tree hash of all leaves pushed.
    pub fn root(&self) -> Hash {
        let from_the_right = self.peaks.iter().rev().copied();
        from_the_right.reduce(|right, left| node_hash(left, right)).unwrap_or(EMPTY_ROOT)
    }

    /// Size as eight big-endian bytes, then the peaks from left to right.
    pub fn to_bytes(&self) -> Vec<u8> {
        let mut bytes = self.size.to_be_bytes().to_vec();
        bytes.extend(self.peaks.iter().flatten());
        bytes
    }

    /// Reads [`to_bytes`](Self::to_bytes). Only the length can be checked here: whoever stores a
    /// frontier compares its root with the last signed head before appending to it.
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, FrontierError> {
        let (size, peaks) = match bytes.split_first_chunk() {
            Some((size, peaks)) => (u64::from_be_bytes(*size), peaks),
            None => (0, [].as_slice()),
        };
        let expected = 8 + 32 * size.count_ones() as usize;
        if bytes.len() != expected {
            return Err(FrontierError { expected, found: bytes.len() });
        }
        let (peaks, _) = peaks.as_chunks();
        Ok(Self { size, peaks: peaks.to_vec() })
    }
}
