//! Single entries as they stand in the log, with the proof that they do.

use hudna_ledger::{Entry, Hash, Tree, from_hex, leaf_hash, to_hex};
use rusqlite::OptionalExtension;
use serde::Serialize;

use super::Store;
use crate::error::{Error, Result};

/// An entry with what stands behind it. Hashes and bytes are hex.
#[derive(Debug, Clone, Serialize)]
pub struct Held {
    /// Index, from 0.
    pub index: u64,
    /// Kind of the record.
    pub kind: String,
    /// Random id of the object in the log.
    pub object: String,
    /// Which version of the object it is.
    pub version: u64,
    /// Leaf hash of the version before.
    pub previous: Option<String>,
    /// Hour of entry, UTC.
    pub hour: String,
    /// Commitment to salt and payload.
    pub commitment: String,
    /// Leaf hash.
    pub leaf: String,
    /// The bytes of the log.
    pub text: String,
    /// Salt of the commitment.
    pub salt: String,
    /// The payload: JSON.
    pub payload: String,
}

/// That a leaf stands in a signed head.
#[derive(Debug, Clone, Serialize)]
pub struct Inclusion {
    /// Index of the leaf, from 0.
    pub index: u64,
    /// Entries of the head.
    pub size: u64,
    /// Root of the head.
    pub root: String,
    /// Hashes from the leaf up (RFC 6962, 2.1.1), and whether each stands left of what is proven.
    pub path: Vec<(String, bool)>,
}

type Row = (u64, Vec<u8>, Vec<u8>, Vec<u8>);

fn row(row: &rusqlite::Row<'_>) -> rusqlite::Result<Row> {
    Ok((row.get::<_, i64>(0)? as u64, row.get(1)?, row.get(2)?, row.get(3)?))
}

fn held((index, bytes, salt, payload): Row) -> Result<Held> {
    let damaged = || Error::Damaged { what: format!("entry {index} cannot be read") };
    let entry = Entry::decode(&bytes).map_err(|_| damaged())?;
    Ok(Held {
        index,
        leaf: to_hex(&leaf_hash(&bytes)),
        kind: entry.kind,
        object: entry.object,
        version: entry.version,
        previous: entry.previous.as_ref().map(to_hex),
        hour: entry.hour,
        commitment: to_hex(&entry.commitment),
        text: String::from_utf8_lossy(&bytes).into_owned(),
        salt: salt.iter().map(|b| format!("{b:02x}")).collect(),
        payload: String::from_utf8_lossy(&payload).into_owned(),
    })
}

impl Store {
    /// An entry, if there is one of this index.
    ///
    /// # Errors
    /// The database fails, or the entry cannot be read.
    pub fn held(&self, index: u64) -> Result<Option<Held>> {
        let sql = "SELECT idx, bytes, salt, payload FROM entries WHERE idx = ?1";
        let found = self.reader.query_row(sql, [index as i64], row).optional()?;
        found.map(held).transpose()
    }

    /// The entries of these indexes, in their order; what is not there is left out.
    ///
    /// # Errors
    /// As [`Store::held`].
    pub fn held_all(&self, indexes: &[u64]) -> Result<Vec<Held>> {
        let found = indexes.iter().map(|index| self.held(*index));
        found.filter_map(Result::transpose).collect()
    }

    /// Proves that an entry stands among the first `size`, whose root is `root`.
    ///
    /// # Errors
    /// The database fails; the entries do not give that root.
    pub fn inclusion(&self, index: u64, size: u64, root: &str) -> Result<Inclusion> {
        let mut tree = Tree::default();
        let mut select =
            self.reader.prepare("SELECT bytes FROM entries WHERE idx < ?1 ORDER BY idx")?;
        let mut rows = select.query([size as i64])?;
        while let Some(row) = rows.next()? {
            tree.push(leaf_hash(row.get_ref(0)?.as_bytes().unwrap_or_default()));
        }
        let store = |e: &dyn std::fmt::Display| Error::Store(e.to_string());
        let made: Hash = tree.root(size).map_err(|e| store(&e))?;
        if from_hex(root) != Some(made) {
            return Err(Error::Damaged {
                what: format!("the first {size} entries give another root"),
            });
        }
        let hashes = tree.prove_inclusion(index, size).map_err(|e| store(&e))?;
        let path = hashes.iter().map(to_hex).zip(sides(index, size)).collect();
        Ok(Inclusion { index, size, root: root.to_owned(), path })
    }
}

/// On which side each hash of a proof stands, from the leaf up (RFC 9162, 2.1.3.2).
fn sides(index: u64, size: u64) -> Vec<bool> {
    let (mut at, mut last, mut out) = (index, size.saturating_sub(1), Vec::new());
    while last > 0 {
        let left = at & 1 == 1 || at == last;
        out.push(left);
        while left && at & 1 == 0 && at != 0 {
            at >>= 1;
            last >>= 1;
        }
        at >>= 1;
        last >>= 1;
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Walks a proof with its sides; the root must come out.
    fn check(index: u64, size: u64) {
        let leaf = |n: u64| leaf_hash(&n.to_be_bytes());
        let tree: Tree = (0..size).map(leaf).collect();
        let proof = tree.prove_inclusion(index, size).unwrap();
        let sides = sides(index, size);
        assert_eq!(proof.len(), sides.len(), "{index} of {size}");
        let root = proof.iter().zip(&sides).fold(leaf(index), |at, (hash, left)| {
            let (a, b) = if *left { (hash, &at) } else { (&at, hash) };
            node(a, b)
        });
        assert_eq!(root, tree.root(size).unwrap(), "{index} of {size}");
    }

    fn node(a: &Hash, b: &Hash) -> Hash {
        let bytes: Vec<u8> = [&[1u8][..], a, b].concat();
        let hex = hudna_model::digest::sha256_hex(&bytes);
        from_hex(&hex).unwrap()
    }

    #[test]
    fn sides_lead_to_the_root() {
        (1..=33).for_each(|size| (0..size).for_each(|index| check(index, size)));
    }
}
