//! *Here is a record: prove that it was here, unchanged.*
//!
//! A transparency log over plain bytes. Each record is named by an [`Entry`] that commits to its
//! payload without showing it; the entries are the leaves of an RFC 6962 Merkle tree; the tree's
//! heads are C2SP checkpoints signed by an [`OperatorKey`]. An [`Auditor`] reads a stored log from
//! its first row on and names every row that is not what was signed.
//!
//! No IO, no clock and no randomness here: salts, key seeds and hours are parameters. Nothing in
//! this crate knows what a payload means.
//!
//! What this crate cannot see: a whole log, with its heads, rolled back to an earlier state. Only
//! someone who kept a later head can; [`Auditor::finish`] takes the size that they expect.

mod audit;
mod entry;
mod fault;
mod frontier;
mod hash;
mod head;
mod proof;

pub use audit::{Audit, Auditor};
pub use entry::{Entry, EntryError, FORMAT, MAX_ENTRY_BYTES};
pub use fault::{Fault, What};
pub use frontier::{Frontier, FrontierError};
pub use hash::{EMPTY_ROOT, Hash, commit, from_hex, leaf_hash, to_hex};
pub use head::{Head, HeadError, HeadVerifier, MAX_ORIGIN_BYTES, OperatorKey, open_head};
pub use proof::{ProofError, Tree, check_consistency, check_inclusion};
