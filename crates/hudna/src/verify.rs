//! Is everything as it was signed? Names every row that is not.

use std::collections::BTreeMap;
use std::path::Path;

use hudna_ledger::{Auditor, Entry, HeadVerifier, leaf_hash, to_hex};
use serde::Serialize;

use crate::data::Data;
use crate::derive;
use crate::error::{Error, Result};
use crate::record::{Payload, Record};
use crate::store::{CHECKPOINT, DERIVED_TABLES, Store, signed_frontier};

type Tables = BTreeMap<&'static str, BTreeMap<String, String>>;

/// What a verification found.
#[derive(Debug, Clone, Default, Serialize)]
pub struct Verification {
    /// Entries looked at.
    pub entries: u64,
    /// Signed heads that agree.
    pub heads: u64,
    /// Root of the whole log, hex.
    pub root: String,
    /// Derived and intake rows compared; none when they were not asked for.
    pub derived: Option<u64>,
    /// The derived tables were made by other rules, of fewer entries or not yet: they are to be
    /// rebuilt, not damaged. Those of fewer entries are compared for those.
    pub stale: bool,
    /// One line a fault, each naming its row.
    pub faults: Vec<String>,
}

impl Verification {
    /// Whether nothing was found.
    pub fn is_sound(&self) -> bool {
        self.faults.is_empty()
    }
}

/// Verifies the store in `folder`. With `derived` its tables are made again in memory and
/// compared. `progress` is told how many entries are done.
///
/// # Errors
/// A store that cannot be opened at all; what can be read is judged, not refused.
pub fn verify(
    folder: &Path,
    derived: Option<&Data>,
    progress: &mut dyn FnMut(u64),
) -> Result<Verification> {
    let store = Store::open_reading(folder)?;
    let (connection, vkey) = (store.reader(), store.vkey());
    let mut out = Verification::default();
    // One picture of the store for the whole of it, though others write meanwhile.
    connection.execute_batch("BEGIN")?;
    integrity(connection, &mut out);
    let empty = store.size().is_ok_and(|size| size == 0);
    let kept = checkpoint(folder, vkey, empty, &mut out);
    log(connection, vkey, kept.as_ref(), &mut out, progress)?;
    if let Some(data) = derived {
        compare(&store, data, &mut out);
    }
    Ok(out)
}

fn integrity(connection: &rusqlite::Connection, out: &mut Verification) {
    let check = || -> rusqlite::Result<Vec<String>> {
        let mut select = connection.prepare("PRAGMA integrity_check(20)")?;
        let rows = select.query_map([], |row| row.get::<_, String>(0))?;
        rows.collect()
    };
    match check() {
        Ok(lines) => out.faults.extend(
            lines
                .into_iter()
                .filter(|l| l != "ok")
                .map(|l| format!("database: {}", l.replace('\n', "; "))),
        ),
        Err(e) => out.faults.push(format!("database: {e}")),
    }
}

/// The newest head kept beside the database: size and root. An older one is no fault; of a store
/// without entries that of none, or no file yet.
fn checkpoint(
    folder: &Path,
    vkey: &str,
    empty: bool,
    out: &mut Verification,
) -> Option<(u64, String)> {
    let Ok(note) = std::fs::read_to_string(folder.join(CHECKPOINT)) else {
        if empty && !folder.join(CHECKPOINT).exists() {
            return None;
        }
        out.faults.push("checkpoint: the file is gone or cannot be read".to_owned());
        return None;
    };
    match hudna_ledger::open_head(&note, vkey) {
        Ok(head) => Some((head.size, to_hex(&head.root))),
        Err(e) => {
            out.faults.push(format!("checkpoint: {e}"));
            None
        }
    }
}

fn log(
    connection: &rusqlite::Connection,
    vkey: &str,
    kept: Option<&(u64, String)>,
    out: &mut Verification,
    progress: &mut dyn FnMut(u64),
) -> Result<()> {
    let store = |e: &dyn std::fmt::Display| Error::Store(e.to_string());
    HeadVerifier::new(vkey).map_err(|e| store(&e))?;
    let mut auditor = Auditor::new(vkey).map_err(|e| store(&e))?;
    let walked = walk(connection, &mut auditor, out, progress);
    if let Err(e) = frontiers(connection, vkey, out) {
        out.faults.push(format!("heads: the database cannot read on ({e})"));
    }
    if let Err(e) = walked {
        out.faults.push(format!("entry {}: the database cannot read on ({e})", out.entries));
    }
    let expected = kept.map_or(out.entries, |(size, _)| (*size).max(out.entries));
    if let Some((size, root)) = kept {
        check_kept(connection, vkey, *size, root, out);
    }
    let audit = auditor.finish(expected);
    out.heads = audit.heads;
    out.root = to_hex(&audit.root);
    out.faults.extend(audit.faults.iter().map(ToString::to_string));
    Ok(())
}

fn walk(
    connection: &rusqlite::Connection,
    auditor: &mut Auditor,
    out: &mut Verification,
    progress: &mut dyn FnMut(u64),
) -> rusqlite::Result<()> {
    let mut heads = connection.prepare("SELECT size, note FROM heads ORDER BY size")?;
    let mut heads = heads.query([])?;
    let mut next = next_head(&mut heads)?;
    let mut entries =
        connection.prepare("SELECT idx, bytes, salt, payload FROM entries ORDER BY idx")?;
    let mut entries = entries.query([])?;
    while let Some(row) = entries.next()? {
        let index = row.get::<_, i64>(0)? as u64;
        let blob = |i: usize| row.get_ref(i).map(|v| v.as_bytes().unwrap_or_default());
        let salt: [u8; 16] = blob(2)?.try_into().unwrap_or_default();
        auditor.entry(index, blob(1)?, &salt, blob(3)?);
        out.entries += 1;
        if out.entries.is_multiple_of(4096) {
            progress(out.entries);
        }
        while let Some((size, note)) = next.take_if(|(size, _)| *size <= out.entries) {
            auditor.head(size, note);
            next = next_head(&mut heads)?;
        }
    }
    while let Some((size, note)) = next {
        auditor.head(size, note);
        next = next_head(&mut heads)?;
    }
    Ok(())
}

/// What a writer goes on from must be what its head signs.
fn frontiers(
    connection: &rusqlite::Connection,
    vkey: &str,
    out: &mut Verification,
) -> rusqlite::Result<()> {
    let mut heads = connection.prepare("SELECT size, note, frontier FROM heads ORDER BY size")?;
    let mut heads = heads.query([])?;
    while let Some(row) = heads.next()? {
        let (size, note, bytes): (i64, String, Vec<u8>) = (row.get(0)?, row.get(1)?, row.get(2)?);
        // A note that is wrong by itself is named where the heads are walked.
        let fault = signed_frontier(&note, vkey, &bytes).err();
        if let Some(fault) = fault.filter(|_| hudna_ledger::open_head(&note, vkey).is_ok()) {
            out.faults.push(format!("head {size}: {fault}"));
        }
    }
    Ok(())
}

fn next_head(rows: &mut rusqlite::Rows<'_>) -> rusqlite::Result<Option<(u64, String)>> {
    let row = rows.next()?;
    row.map(|r| Ok((r.get::<_, i64>(0)? as u64, r.get::<_, String>(1)?))).transpose()
}

/// The head kept beside the database must stand in it too.
fn check_kept(
    connection: &rusqlite::Connection,
    vkey: &str,
    size: u64,
    root: &str,
    out: &mut Verification,
) {
    if size == 0 {
        return;
    }
    let sql = "SELECT note FROM heads WHERE size = ?1";
    let note: rusqlite::Result<String> = connection.query_row(sql, [size as i64], |r| r.get(0));
    let same = note.is_ok_and(|note| {
        hudna_ledger::open_head(&note, vkey).is_ok_and(|head| to_hex(&head.root) == root)
    });
    if !same {
        out.faults.push(format!(
            "checkpoint: the head of {size} entries kept beside the database is not in it: \
             the log was cut or rewritten"
        ));
    }
}

fn compare(store: &Store, data: &Data, out: &mut Verification) {
    let mut compared = 0;
    match intake(store) {
        Ok(expected) => {
            for (table, rows) in expected {
                compared += differences(store, table, &rows, out);
            }
        }
        Err(e) => out.faults.push(format!("derived: {e}")),
    }
    match made(store, data, out) {
        Ok(Some(expected)) => {
            let none = BTreeMap::new();
            for table in DERIVED_TABLES {
                compared += differences(store, table, expected.get(table).unwrap_or(&none), out);
            }
        }
        Ok(None) => out.stale = true,
        Err(e) => out.faults.push(format!("derived: {e}")),
    }
    out.derived = Some(compared);
}

/// What the derived tables should hold, as of the entries that they say they were made from. None
/// when that cannot be told: other rules made them, or nobody did yet.
fn made(store: &Store, data: &Data, out: &mut Verification) -> Result<Option<Tables>> {
    let Some(meta) = derive::meta(store)? else {
        let mut rows = 0;
        for table in DERIVED_TABLES {
            rows += store.table(table)?.len();
        }
        let expected = derive::expected(store, data, u64::MAX)?;
        return Ok((rows > 0 || expected.is_empty()).then_some(expected));
    };
    if meta.rules != derive::rules_digest(data) {
        return Ok(None);
    }
    out.stale = meta.size < out.entries;
    derive::expected(store, data, meta.size).map(Some)
}

fn differences(
    store: &Store,
    table: &str,
    expected: &BTreeMap<String, String>,
    out: &mut Verification,
) -> u64 {
    let stored = match store.table(table) {
        Ok(rows) => rows,
        Err(e) => {
            out.faults.push(format!("{table}: {e}"));
            return 0;
        }
    };
    for (id, json) in expected {
        match stored.get(id) {
            None => out.faults.push(format!("{table} {id}: the row is gone")),
            Some(other) if other != json => {
                out.faults.push(format!("{table} {id}: the row does not follow from the entries"));
            }
            Some(_) => {}
        }
    }
    for id in stored.keys().filter(|id| !expected.contains_key(*id)) {
        out.faults.push(format!("{table} {id}: no entry gives this row"));
    }
    expected.len() as u64
}

/// What the intake tables should hold, from the entries alone.
fn intake(store: &Store) -> Result<Tables> {
    let mut objects = BTreeMap::new();
    let mut reports = BTreeMap::new();
    let sql = "SELECT idx, bytes, payload FROM entries ORDER BY idx";
    let mut select = store.reader().prepare(sql)?;
    let mut rows = select.query([])?;
    while let Some(row) = rows.next()? {
        let index: i64 = row.get(0)?;
        let bytes: Vec<u8> = row.get(1)?;
        if let Ok(entry) = Entry::decode(&bytes) {
            let leaf = to_hex(&leaf_hash(&bytes)).to_uppercase();
            let columns = serde_json::json!([entry.version, leaf]);
            objects.insert(entry.object, columns.to_string());
        }
        let payload: Vec<u8> = row.get(2)?;
        if let Ok(Payload { record: Record::Report(r), .. }) = serde_json::from_slice(&payload) {
            let columns = serde_json::json!([index, r.source, r.key, r.sha256, r.published]);
            reports.insert(r.id, columns.to_string());
        }
    }
    Ok(BTreeMap::from([("objects", objects), ("reports", reports)]))
}
