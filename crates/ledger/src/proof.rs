//! Proofs that a record is in a tree, and that a tree only grew.

use crate::hash::{EMPTY_ROOT, Hash};
use tlog_tiles::{Error as TlogError, Hash as Node, HashReader};

/// Why there is no proof, or why one is refused.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ProofError {
    /// The record or the smaller tree does not lie within the larger one.
    #[error("{part} is not within a tree of {size} entries")]
    Outside {
        /// Index of the record, or size of the older tree.
        part: u64,
        /// Size of the tree that was asked.
        size: u64,
    },
    /// The hashes do not lead to the root.
    #[error("proof does not lead to the root")]
    Refused,
}

/// All nodes of a tree in memory (two hashes a leaf), to compute proofs from.
#[derive(Clone, Default)]
pub struct Tree {
    size: u64,
    nodes: Nodes,
}

#[derive(Clone, Default)]
struct Nodes(Vec<Node>);

impl HashReader for Nodes {
    fn read_hashes(&self, indexes: &[u64]) -> Result<Vec<Node>, TlogError> {
        let read = |&index| usize::try_from(index).ok().and_then(|i| self.0.get(i).copied());
        indexes.iter().map(read).collect::<Option<_>>().ok_or(TlogError::IndexesNotInTree)
    }
}

impl FromIterator<Hash> for Tree {
    fn from_iter<T: IntoIterator<Item = Hash>>(leaves: T) -> Self {
        let mut tree = Self::default();
        leaves.into_iter().for_each(|leaf| tree.push(leaf));
        tree
    }
}

impl Tree {
    /// Appends a leaf hash.
    pub fn push(&mut self, leaf: Hash) {
        let new = tlog_tiles::stored_hashes_for_record_hash(self.size, Node(leaf), &self.nodes)
            .expect("nodes of all earlier leaves are in memory");
        self.nodes.0.extend(new);
        self.size += 1;
    }

    /// Number of leaves.
    pub fn size(&self) -> u64 {
        self.size
    }

    /// Root of the tree's first `size` leaves.
    pub fn root(&self, size: u64) -> Result<Hash, ProofError> {
        self.within(size)?;
        let root = tlog_tiles::tree_hash(size, &self.nodes);
        Ok(root.expect("nodes of all leaves are in memory").0)
    }

    /// Proof that the leaf at `index` is among the first `size` leaves (RFC 6962, 2.1.1).
    pub fn prove_inclusion(&self, index: u64, size: u64) -> Result<Vec<Hash>, ProofError> {
        self.within(size)?;
        if index >= size {
            return Err(ProofError::Outside { part: index, size });
        }
        let proof = tlog_tiles::prove_record(size, index, &self.nodes);
        Ok(to_hashes(proof.expect("nodes of all leaves are in memory")))
    }

    /// Proof that the first `size` leaves begin with the first `old` ones (RFC 6962, 2.1.2).
    pub fn prove_consistency(&self, old: u64, size: u64) -> Result<Vec<Hash>, ProofError> {
        self.within(size)?;
        match old {
            0 => Ok(Vec::new()),
            _ if old > size => Err(ProofError::Outside { part: old, size }),
            _ => {
                let proof = tlog_tiles::prove_tree(size, old, &self.nodes);
                Ok(to_hashes(proof.expect("nodes of all leaves are in memory")))
            }
        }
    }

    fn within(&self, size: u64) -> Result<(), ProofError> {
        if size <= self.size {
            return Ok(());
        }
        Err(ProofError::Outside { part: size, size: self.size })
    }
}

/// Checks that `leaf` stands at `index` in the tree of `size` leaves with this `root`.
pub fn check_inclusion(
    proof: &[Hash],
    index: u64,
    leaf: Hash,
    size: u64,
    root: Hash,
) -> Result<(), ProofError> {
    if index >= size {
        return Err(ProofError::Outside { part: index, size });
    }
    tlog_tiles::check_record(&to_nodes(proof), size, Node(root), index, Node(leaf))
        .map_err(|_| ProofError::Refused)
}

/// Checks that the tree `(size, root)` begins with the tree `(old, old_root)`. The empty tree is
/// the beginning of every tree; its proof is empty.
pub fn check_consistency(
    proof: &[Hash],
    (old, old_root): (u64, Hash),
    (size, root): (u64, Hash),
) -> Result<(), ProofError> {
    if old > size {
        return Err(ProofError::Outside { part: old, size });
    }
    if old == 0 {
        let right = proof.is_empty() && old_root == EMPTY_ROOT;
        return if right { Ok(()) } else { Err(ProofError::Refused) };
    }
    tlog_tiles::check_tree(&to_nodes(proof), size, Node(root), old, Node(old_root))
        .map_err(|_| ProofError::Refused)
}

fn to_hashes(nodes: Vec<Node>) -> Vec<Hash> {
    nodes.into_iter().map(|node| node.0).collect()
}

fn to_nodes(proof: &[Hash]) -> Vec<Node> {
    proof.iter().copied().map(Node).collect()
}
