//! Verification of a whole log, row by row, in one pass and without a store.

use crate::entry::Entry;
use crate::fault::{Fault, What};
use crate::frontier::Frontier;
use crate::hash::{Hash, commit, leaf_hash};
use crate::head::{HeadError, HeadVerifier};
use std::collections::HashMap;
use std::collections::hash_map::Entry as Slot;

/// Reads a stored log from row 0 on: every entry in order, each head after the last entry that it
/// covers. Faults are collected, never fatal; after one, the rows that follow are judged against
/// what stands in the log, so that one changed row does not blame all others.
///
/// Holds one hash per object and about `log2(size)` hashes of the tree.
pub struct Auditor {
    verifier: HeadVerifier,
    frontier: Frontier,
    next: u64,
    /// Version and leaf of each object's last entry; no leaf where that entry is damaged.
    latest: HashMap<String, (u64, Option<Hash>)>,
    /// Entries that could not be read, any of which may be the one that a later version follows.
    unreadable: u64,
    heads: u64,
    withheld: u64,
    /// Size of the last head whose signature holds.
    signed: u64,
    /// Size of the last head whose root agreed.
    agreed: u64,
    /// Where the root fault lies that the heads since then repeat.
    open_root: Option<usize>,
    faults: Vec<Fault>,
}

/// What an audit found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Audit {
    /// Entries read.
    pub entries: u64,
    /// Heads read.
    pub heads: u64,
    /// Entries whose payload was not at hand (sealed or expunged), so that the commitment alone
    /// stands.
    pub withheld: u64,
    /// Root of the entries read.
    pub root: Hash,
    /// What is wrong, in the order in which it was met.
    pub faults: Vec<Fault>,
}

impl Audit {
    /// True if nothing was found.
    pub fn is_sound(&self) -> bool {
        self.faults.is_empty()
    }
}

impl Auditor {
    /// Auditor of the log whose operator has this verifier key.
    pub fn new(vkey: &str) -> Result<Self, HeadError> {
        Ok(Self {
            verifier: HeadVerifier::new(vkey)?,
            frontier: Frontier::new(),
            next: 0,
            latest: HashMap::new(),
            unreadable: 0,
            heads: 0,
            withheld: 0,
            signed: 0,
            agreed: 0,
            open_root: None,
            faults: Vec::new(),
        })
    }

    /// The next row of the log with the salt and payload that its commitment hides.
    pub fn entry(&mut self, index: u64, bytes: &[u8], salt: &[u8; 16], payload: &[u8]) {
        self.row(index, bytes, Some(commit(salt, payload)));
    }

    /// The next row of the log where the payload is not at hand.
    pub fn entry_withheld(&mut self, index: u64, bytes: &[u8]) {
        self.withheld += 1;
        self.row(index, bytes, None);
    }

    fn row(&mut self, index: u64, bytes: &[u8], commitment: Option<Hash>) {
        if index != self.next {
            self.fault(index, What::Order { expected: self.next });
        }
        self.next = index.saturating_add(1);
        let leaf = leaf_hash(bytes);
        self.frontier.push(leaf);
        match Entry::decode(bytes) {
            Err(error) => {
                self.unreadable += 1;
                self.fault(index, What::Entry(error));
            }
            Ok(entry) => {
                let damaged = commitment.is_some_and(|found| found != entry.commitment);
                if damaged {
                    self.fault(index, What::Commitment);
                }
                self.chain(index, entry, Some(leaf).filter(|_| !damaged));
            }
        }
    }

    /// Checks version and previous hash against the object's last entry, then takes its place. What
    /// follows from an entry that is damaged or cannot be read, and was named, is not blamed on
    /// the entries after it.
    fn chain(&mut self, index: u64, entry: Entry, leaf: Option<Hash>) {
        let Entry { object, version, previous, .. } = entry;
        let slot = self.latest.entry(object);
        let (expected, last) = match &slot {
            Slot::Occupied(slot) => {
                let (version, leaf) = *slot.get();
                (version.saturating_add(1), leaf.map(Some))
            }
            Slot::Vacant(_) => (1, Some(None)),
        };
        let missing = version.saturating_sub(expected);
        let what = if version != expected && (missing == 0 || missing > self.unreadable) {
            Some(What::Version { object: slot.key().clone(), expected, found: version })
        } else if missing == 0 && last.is_some_and(|last| previous != last) {
            Some(What::Previous { object: slot.key().clone() })
        } else {
            self.unreadable -= missing;
            None
        };
        slot.insert_entry((version, leaf));
        self.faults.extend(what.map(|what| Fault { index, what }));
    }

    /// A stored head, given after the `size` entries that it is stored under.
    pub fn head(&mut self, size: u64, note: impl AsRef<[u8]>) {
        self.heads += 1;
        if size != self.next {
            return self.fault(size, What::HeadPlace { position: self.next });
        }
        match self.verifier.open(note) {
            Err(error) => self.fault(size, What::Head(error)),
            Ok(head) if head.size != size => {
                self.fault(size, What::HeadSize { signed: head.size });
            }
            Ok(head) => {
                self.signed = size;
                self.compare(size, head.root == self.frontier.root());
            }
        }
    }

    /// After a changed row every later root differs: those heads are counted, not listed.
    fn compare(&mut self, size: u64, agrees: bool) {
        if agrees {
            self.agreed = size;
            self.open_root = None;
            return;
        }
        match self.open_root.map(|at| &mut self.faults[at].what) {
            Some(What::Root { later, .. }) => *later += 1,
            _ => {
                self.open_root = Some(self.faults.len());
                self.fault(size, What::Root { since: self.agreed, later: 0 });
            }
        }
    }

    fn fault(&mut self, index: u64, what: What) {
        self.faults.push(Fault { index, what });
    }

    /// What was found so far.
    pub fn faults(&self) -> &[Fault] {
        &self.faults
    }

    /// Ends the audit. `expected` is the size that the log should have, best from a head that was
    /// kept elsewhere: a log cut together with its heads is seen by nothing else.
    pub fn finish(mut self, expected: u64) -> Audit {
        if self.next != expected {
            self.fault(self.next, What::End { expected });
        }
        if self.next > self.signed {
            self.fault(self.next, What::Unsigned { since: self.signed });
        }
        Audit {
            entries: self.frontier.size(),
            heads: self.heads,
            withheld: self.withheld,
            root: self.frontier.root(),
            faults: self.faults,
        }
    }
}
