//! The one writer: a thread that commits in groups and signs a head with each.

use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, SyncSender, sync_channel};
use std::thread::JoinHandle;

use hudna_ledger::{Entry, Frontier, Hash, OperatorKey, commit, leaf_hash};
use rusqlite::{Connection, ErrorCode, OptionalExtension, Transaction, TransactionBehavior};

use super::derived::Change;
use super::schema;
use crate::error::{Error, Result};

/// Most entries that one commit takes.
pub const MAX_GROUP: usize = 4096;
/// Jobs that may wait before a caller has to.
const QUEUE: usize = 64;

/// An entry to be appended.
#[derive(Debug, Clone)]
pub struct NewEntry {
    /// Kind of the entry.
    pub kind: &'static str,
    /// Id of the object in the ledger; a known one gets its next version.
    pub object: String,
    /// Hour of entry, RFC 3339 UTC.
    pub hour: String,
    /// Sixteen random bytes.
    pub salt: [u8; 16],
    /// What it says.
    pub payload: Vec<u8>,
    /// A row that speaks of it, written in the same transaction.
    pub row: Option<Row>,
}

/// A row written together with its entry.
#[derive(Debug, Clone)]
pub struct Row {
    /// Report id.
    pub id: String,
    /// Source id.
    pub source: String,
    /// Client's key.
    pub key: Option<String>,
    /// SHA-256 of the bytes.
    pub sha256: String,
    /// ISO day.
    pub published: Option<String>,
}

enum Job {
    Append(Vec<NewEntry>, SyncSender<Result<Vec<u64>>>),
    Derived(Change, u64, SyncSender<Result<bool>>),
}

/// A handle on the writer's thread; dropping it lets the thread end.
pub(super) struct Writer {
    jobs: Option<SyncSender<Job>>,
    thread: Option<JoinHandle<()>>,
}

impl Writer {
    pub(super) fn start(folder: &Path, key: OperatorKey) -> Result<Writer> {
        let connection = schema::open_writer(&folder.join(super::DATABASE))?;
        let vkey = key.vkey();
        let frontier = newest(&connection, &vkey, Frontier::new())?;
        let checkpoint = folder.join(super::CHECKPOINT);
        if frontier.size() == 0 && !checkpoint.exists() {
            // From now on the file is there, and its absence means that somebody took it away.
            let note = key.sign_head(0, &frontier.root());
            write_checkpoint(&checkpoint, &note).map_err(|e| Error::store_file(&checkpoint, &e))?;
        }
        let (jobs, queue) = sync_channel(QUEUE);
        let mut state = State { connection, frontier, key, vkey, checkpoint };
        let thread = std::thread::Builder::new()
            .name("hudna-writer".into())
            .spawn(move || state.run(&queue))
            .map_err(|e| Error::Store(format!("the writer could not be started: {e}")))?;
        Ok(Writer { jobs: Some(jobs), thread: Some(thread) })
    }

    pub(super) fn append(&self, entries: Vec<NewEntry>) -> Result<Vec<u64>> {
        self.ask(|answer| Job::Append(entries, answer))
    }

    pub(super) fn replace_derived(&self, change: Change, size: u64) -> Result<bool> {
        self.ask(|answer| Job::Derived(change, size, answer))
    }

    fn ask<T>(&self, job: impl FnOnce(SyncSender<Result<T>>) -> Job) -> Result<T> {
        let gone = || Error::Store("the writer has stopped".into());
        let (answer, wait) = sync_channel(1);
        let jobs = self.jobs.as_ref().ok_or_else(gone)?;
        jobs.send(job(answer)).map_err(|_| gone())?;
        wait.recv().map_err(|_| gone())?
    }
}

impl Drop for Writer {
    fn drop(&mut self) {
        self.jobs.take();
        if let Some(thread) = self.thread.take() {
            // A writer that panicked has answered nobody; there is nothing left to say here.
            let _ = thread.join();
        }
    }
}

struct State {
    connection: Connection,
    frontier: Frontier,
    key: OperatorKey,
    vkey: String,
    checkpoint: PathBuf,
}

type Waiting = (Vec<NewEntry>, SyncSender<Result<Vec<u64>>>);

impl State {
    /// Takes what waits, commits it as one group, answers; ends when all handles are gone.
    fn run(&mut self, queue: &Receiver<Job>) {
        let mut next = queue.recv().ok();
        while let Some(job) = next.take() {
            match job {
                Job::Derived(change, size, answer) => {
                    let _ = answer.send(self.derived(&change, size));
                }
                Job::Append(entries, answer) => {
                    let mut group: Vec<Waiting> = vec![(entries, answer)];
                    let mut size = group[0].0.len();
                    while size < MAX_GROUP {
                        match queue.try_recv() {
                            Ok(Job::Append(entries, answer)) => {
                                size += entries.len();
                                group.push((entries, answer));
                            }
                            Ok(other) => {
                                next = Some(other);
                                break;
                            }
                            Err(_) => break,
                        }
                    }
                    self.group(group);
                }
            }
            if next.is_none() {
                next = queue.recv().ok();
            }
        }
    }

    /// One caller's bad entries must not lose another's: a failed group is tried one by one.
    fn group(&mut self, group: Vec<Waiting>) {
        if group.len() == 1 {
            for (entries, answer) in group {
                let _ = answer.send(self.commit(&[&entries]).map(|mut list| list.remove(0)));
            }
            return;
        }
        let all: Vec<&Vec<NewEntry>> = group.iter().map(|(entries, _)| entries).collect();
        match self.commit(&all) {
            Ok(indexes) => {
                for ((_, answer), list) in group.iter().zip(indexes) {
                    let _ = answer.send(Ok(list));
                }
            }
            Err(_) => {
                for (entries, answer) in &group {
                    let _ = answer.send(self.commit(&[entries]).map(|mut list| list.remove(0)));
                }
            }
        }
    }

    fn commit(&mut self, groups: &[&Vec<NewEntry>]) -> Result<Vec<Vec<u64>>> {
        // Another process may have written since: what counts is the head under the lock.
        let transaction =
            self.connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
        let mut frontier = newest(&transaction, &self.vkey, self.frontier.clone())?;
        let before = frontier.size();
        let mut out = Vec::with_capacity(groups.len());
        for entries in groups {
            let indexes = entries.iter().map(|e| append(&transaction, &mut frontier, e));
            out.push(indexes.collect::<Result<Vec<_>>>()?);
        }
        if frontier.size() == before {
            return Ok(out);
        }
        let note = self.key.sign_head(frontier.size(), &frontier.root());
        let sql = "INSERT INTO heads (size, note, frontier) VALUES (?1, ?2, ?3)";
        transaction.execute(sql, (frontier.size() as i64, &note, frontier.to_bytes()))?;
        transaction.commit()?;
        self.frontier = frontier;
        // The entries are durable now: an older checkpoint beside them is no reason to say they
        // are not, and the next group writes a newer one.
        let _ = write_checkpoint(&self.checkpoint, &note);
        Ok(out)
    }

    /// False when entries came in since the rows were made: they would be old already.
    fn derived(&mut self, change: &Change, made_from: u64) -> Result<bool> {
        let transaction =
            self.connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
        if size(&transaction)? != made_from || !change.apply(&transaction)? {
            return Ok(false);
        }
        transaction.commit()?;
        Ok(true)
    }
}

fn append(tx: &Transaction<'_>, frontier: &mut Frontier, new: &NewEntry) -> Result<u64> {
    let index = frontier.size();
    let sql = "SELECT version, leaf FROM objects WHERE id = ?1";
    let former: Option<(i64, Vec<u8>)> = tx
        .prepare_cached(sql)?
        .query_row([&new.object], |row| Ok((row.get(0)?, row.get(1)?)))
        .optional()?;
    let (version, previous) = match former {
        None => (1, None),
        Some((version, leaf)) => {
            let leaf = Hash::try_from(leaf).map_err(|_| Error::Damaged {
                what: format!("the leaf of object {} is no hash", new.object),
            })?;
            (version as u64 + 1, Some(leaf))
        }
    };
    let entry = Entry {
        kind: new.kind.to_owned(),
        object: new.object.clone(),
        version,
        previous,
        hour: new.hour.clone(),
        commitment: commit(&new.salt, &new.payload),
    };
    let bytes = entry.encode().map_err(|e| Error::Usage(e.to_string()))?;
    let leaf = leaf_hash(&bytes);
    let sql = "INSERT INTO entries (idx, bytes, salt, payload) VALUES (?1, ?2, ?3, ?4)";
    tx.prepare_cached(sql)?.execute((index as i64, &bytes, &new.salt[..], &new.payload))?;
    let sql = "INSERT OR REPLACE INTO objects (id, version, leaf) VALUES (?1, ?2, ?3)";
    tx.prepare_cached(sql)?.execute((&new.object, version as i64, &leaf[..]))?;
    if let Some(row) = &new.row {
        let sql = "INSERT INTO reports (id, entry, source, key, sha256, published) \
                   VALUES (?1, ?2, ?3, ?4, ?5, ?6)";
        let values = (&row.id, index as i64, &row.source, &row.key, &row.sha256, &row.published);
        tx.prepare_cached(sql)?.execute(values).map_err(|e| taken(e, &row.id))?;
    }
    frontier.push(leaf);
    Ok(index)
}

/// A report that another process stored since it was looked for.
fn taken(error: rusqlite::Error, id: &str) -> Error {
    match error.sqlite_error_code() {
        Some(ErrorCode::ConstraintViolation) => Error::Taken { id: id.to_owned() },
        _ => error.into(),
    }
}

fn size(connection: &Connection) -> Result<u64> {
    let sql = "SELECT coalesce(max(idx) + 1, 0) FROM entries";
    Ok(connection.query_row(sql, [], |r| r.get::<_, i64>(0))? as u64)
}

/// The frontier of the newest head: `known` if it still is, else the stored one after a check
/// that it is what was signed. No entry may stand behind it.
fn newest(connection: &Connection, vkey: &str, known: Frontier) -> Result<Frontier> {
    let sql = "SELECT note, frontier FROM heads ORDER BY size DESC LIMIT 1";
    let head = connection.prepare_cached(sql)?.query_row([], |r| Ok((r.get(0)?, r.get(1)?)));
    let stored: Option<(String, Vec<u8>)> = head.optional()?;
    let frontier = match stored {
        None => Frontier::new(),
        Some((_, bytes)) if bytes == known.to_bytes() => known,
        Some((note, bytes)) => signed_frontier(&note, vkey, &bytes)
            .map_err(|e| Error::Damaged { what: format!("the newest head: {e}") })?,
    };
    let size = size(connection)?;
    if size != frontier.size() {
        let what = format!("{size} entries stand under a head of {}", frontier.size());
        return Err(Error::Damaged { what });
    }
    Ok(frontier)
}

/// A frontier whose root is the one that the note signs.
pub(crate) fn signed_frontier(
    note: &str,
    vkey: &str,
    bytes: &[u8],
) -> std::result::Result<Frontier, String> {
    let head = hudna_ledger::open_head(note, vkey).map_err(|e| e.to_string())?;
    let frontier = Frontier::from_bytes(bytes).map_err(|e| e.to_string())?;
    if (frontier.size(), frontier.root()) != (head.size, head.root) {
        return Err("its frontier does not give the signed root".to_owned());
    }
    Ok(frontier)
}

/// Writes the newest head beside the database, whole or not at all.
fn write_checkpoint(path: &Path, note: &str) -> std::io::Result<()> {
    let fresh = path.with_extension(format!("new-{}", std::process::id()));
    std::fs::write(&fresh, note)?;
    std::fs::rename(&fresh, path)
}

#[cfg(test)]
#[path = "writer_tests.rs"]
mod tests;
