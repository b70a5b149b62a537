//! The embedded store: one folder with one SQLite file, one writer, any number of readers.

mod derived;
mod key;
mod prove;
mod schema;
mod writer;

use std::collections::BTreeMap;
use std::fs::File;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use rusqlite::{Connection, ErrorCode, OpenFlags, OptionalExtension};

use crate::env::Env;
use crate::error::{Error, Result};
use crate::record::Payload;
use derived::Change;
pub use derived::{Derived, DerivedRow};
pub use key::ORIGIN;
pub use prove::{Held, Inclusion};
pub use schema::{DERIVED_TABLES, INTAKE_TABLES};
use writer::Writer;
pub(crate) use writer::signed_frontier;
pub use writer::{MAX_GROUP, NewEntry, Row};

/// Name of the database inside a store's folder.
pub const DATABASE: &str = "hudna.db";
/// Name of the newest head beside the database, so that a cut tail is seen.
pub const CHECKPOINT: &str = "checkpoint";

/// Payloads that are taken from the database before they are read.
const AT_ONCE: usize = 8192;
/// Fewer of them are not worth a thread.
const AT_LEAST: usize = 256;

/// Held while a store is made or opened for writing.
const LOCK: &str = "lock";

/// A store, open for reading and writing, or for reading alone.
pub struct Store {
    folder: PathBuf,
    reader: Connection,
    /// None when the store was opened for reading alone.
    writer: Option<Arc<Writer>>,
    vkey: String,
}

impl Store {
    /// Opens the store in `folder`, or makes one.
    ///
    /// # Errors
    /// A folder that cannot be made, a key that does not fit, a damaged database.
    pub fn open_or_make(folder: &Path, env: &Env) -> Result<Store> {
        make_private(folder).map_err(|e| Error::store_file(folder, &e))?;
        let lock = making(folder)?;
        let key = key::open_or_make(folder, env)?;
        let vkey = key.vkey();
        let writer = Some(Arc::new(Writer::start(folder, key)?));
        let reader = open_reader(folder)?;
        drop(lock);
        Ok(Store { folder: folder.to_owned(), reader, writer, vkey })
    }

    /// Opens a store that is there.
    ///
    /// # Errors
    /// As [`Store::open_or_make`]; and when there is none.
    pub fn open(folder: &Path, env: &Env) -> Result<Store> {
        present(folder)?;
        Store::open_or_make(folder, env)
    }

    /// Opens a store that is there for reading alone: neither its folder need be writable nor its
    /// key be readable.
    ///
    /// # Errors
    /// No store, or one that cannot be read.
    pub fn open_reading(folder: &Path) -> Result<Store> {
        present(folder)?;
        let (vkey, reader) = (key::vkey(folder)?, open_reader(folder)?);
        let sql = "SELECT count(*) FROM sqlite_master";
        if reader.query_row(sql, [], |row| row.get::<_, i64>(0)) == Ok(0) {
            // Killed while it was made, or emptied: nothing is there to be looked at.
            let what = format!("the database in {} is empty", folder.display());
            return Err(Error::Store(what));
        }
        Ok(Store { folder: folder.to_owned(), reader, writer: None, vkey })
    }

    /// Another handle on this store: a reading connection of its own, and the same writer, so that
    /// what several threads append at once is committed as one group.
    ///
    /// # Errors
    /// The database cannot be opened once more.
    pub fn share(&self) -> Result<Store> {
        let (folder, vkey) = (self.folder.clone(), self.vkey.clone());
        Ok(Store { reader: open_reader(&folder)?, folder, writer: self.writer.clone(), vkey })
    }

    /// The store's folder.
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// The operator's verifier key.
    pub fn vkey(&self) -> &str {
        &self.vkey
    }

    /// Appends entries and their rows in one group: all of them or none. Durable on return.
    ///
    /// # Errors
    /// The database fails; nothing was stored then.
    pub fn append(&self, entries: Vec<NewEntry>) -> Result<Vec<u64>> {
        self.writer()?.append(entries)
    }

    /// Puts derived rows, made from the first `size` entries, in the place of those that are
    /// there; only those that differ are written. False when other entries came in since, or others
    /// replaced the rows, and nothing was changed.
    ///
    /// # Errors
    /// The database fails; the former rows stay then.
    pub fn replace_derived(&self, derived: &Derived<'_>, size: u64) -> Result<bool> {
        let writer = self.writer()?;
        writer.replace_derived(Change::new(&self.reader, derived)?, size)
    }

    fn writer(&self) -> Result<&Writer> {
        let reading = || Error::Usage("the store was opened for reading alone".into());
        self.writer.as_deref().ok_or_else(reading)
    }

    /// Number of entries.
    ///
    /// # Errors
    /// The database fails.
    pub fn size(&self) -> Result<u64> {
        let sql = "SELECT coalesce(max(idx) + 1, 0) FROM entries";
        Ok(self.reader.query_row(sql, [], |row| row.get::<_, i64>(0))? as u64)
    }

    /// The newest signed head: size, and the note.
    ///
    /// # Errors
    /// The database fails.
    pub fn newest_head(&self) -> Result<Option<(u64, String)>> {
        let sql = "SELECT size, note FROM heads ORDER BY size DESC LIMIT 1";
        let head = self.reader.query_row(sql, [], |r| Ok((r.get::<_, i64>(0)? as u64, r.get(1)?)));
        Ok(head.optional()?)
    }

    /// Calls `take` with every entry's index and payload, in order. They are read on all processors.
    ///
    /// # Errors
    /// The database fails, or a payload cannot be read.
    pub fn each_payload(&self, mut take: impl FnMut(u64, Payload)) -> Result<()> {
        let mut select = self.reader.prepare("SELECT idx, payload FROM entries ORDER BY idx")?;
        let mut rows = select.query([])?;
        let mut waiting: Vec<(u64, Vec<u8>)> = Vec::with_capacity(AT_ONCE);
        while let Some(row) = rows.next()? {
            let json = row.get_ref(1)?.as_bytes().unwrap_or_default().to_vec();
            waiting.push((row.get::<_, i64>(0)? as u64, json));
            if waiting.len() == AT_ONCE {
                payloads(&mut waiting)?.into_iter().for_each(|(index, p)| take(index, p));
            }
        }
        payloads(&mut waiting)?.into_iter().for_each(|(index, p)| take(index, p));
        Ok(())
    }

    /// The object in the ledger that an entry is a version of.
    ///
    /// # Errors
    /// The database fails, or the entry is not there or cannot be read.
    pub fn object_of(&self, entry: u64) -> Result<String> {
        let sql = "SELECT bytes FROM entries WHERE idx = ?1";
        let bytes: Option<Vec<u8>> =
            self.reader.query_row(sql, [entry as i64], |row| row.get(0)).optional()?;
        let decoded = bytes.and_then(|bytes| hudna_ledger::Entry::decode(&bytes).ok());
        let what = || format!("entry {entry} cannot be read");
        decoded.map(|e| e.object).ok_or_else(|| Error::Damaged { what: what() })
    }

    /// The report that was stored under this key, or with these bytes on this day: id and SHA-256.
    ///
    /// # Errors
    /// The database fails.
    pub fn stored_report(
        &self,
        source: &str,
        key: Option<&str>,
        sha256: &str,
        published: Option<&str>,
    ) -> Result<Option<(String, String)>> {
        let columns = |row: &rusqlite::Row<'_>| Ok((row.get(0)?, row.get(1)?));
        let found = match key {
            Some(key) => {
                let sql = "SELECT id, sha256 FROM reports WHERE source = ?1 AND key = ?2";
                self.reader.query_row(sql, [source, key], columns)
            }
            None => {
                let sql = "SELECT id, sha256 FROM reports \
                           WHERE source = ?1 AND sha256 = ?2 AND published IS ?3 AND key IS NULL";
                self.reader.query_row(sql, (source, sha256, published), columns)
            }
        };
        Ok(found.optional()?)
    }

    /// Whether a report has this id.
    ///
    /// # Errors
    /// The database fails.
    pub fn has_report(&self, id: &str) -> Result<bool> {
        let sql = "SELECT EXISTS (SELECT 1 FROM reports WHERE id = ?1)";
        Ok(self.reader.query_row(sql, [id], |row| row.get(0))?)
    }

    /// Rows of a derived or intake table by id.
    ///
    /// # Errors
    /// The database fails.
    pub fn table(&self, table: &str) -> Result<BTreeMap<String, String>> {
        schema::table(&self.reader, table)
    }

    /// Calls `take` with the JSON of each row of a derived table, in the order of ids.
    ///
    /// # Errors
    /// The database fails, or there is no such table.
    pub fn each_derived(&self, table: &str, mut take: impl FnMut(&str)) -> Result<()> {
        if !DERIVED_TABLES.contains(&table) {
            return Err(Error::Usage(format!("\"{table}\" is no derived table")));
        }
        let mut select = self.reader.prepare(&format!("SELECT json FROM {table} ORDER BY id"))?;
        let mut rows = select.query([])?;
        while let Some(row) = rows.next()? {
            take(row.get_ref(0)?.as_str().unwrap_or_default());
        }
        Ok(())
    }

    /// The reading connection, for verification.
    pub(crate) fn reader(&self) -> &Connection {
        &self.reader
    }
}

/// Reads payloads, in their order, and leaves none waiting.
fn payloads(waiting: &mut Vec<(u64, Vec<u8>)>) -> Result<Vec<(u64, Payload)>> {
    let threads = std::thread::available_parallelism().map_or(1, usize::from);
    let part = waiting.len().div_ceil(threads).max(AT_LEAST);
    let parts: Vec<Vec<Result<(u64, Payload)>>> = std::thread::scope(|scope| {
        let read = |part: &[(u64, Vec<u8>)]| part.iter().map(payload).collect();
        let (last, others) = match waiting.chunks(part).collect::<Vec<_>>().split_last() {
            Some((last, others)) => (*last, others.to_vec()),
            None => return Vec::new(),
        };
        let started: Vec<_> = others.into_iter().map(|p| scope.spawn(move || read(p))).collect();
        let own = read(last);
        let done = started.into_iter().map(|t| t.join().expect("reading does not panic"));
        done.chain([own]).collect()
    });
    waiting.clear();
    parts.into_iter().flatten().collect()
}

fn payload((index, json): &(u64, Vec<u8>)) -> Result<(u64, Payload)> {
    let read = Payload::read(json).map_err(|e| Error::Damaged {
        what: format!("the payload of entry {index} cannot be read ({e})"),
    });
    Ok((*index, read?))
}

fn present(folder: &Path) -> Result<()> {
    if folder.join(DATABASE).is_file() {
        return Ok(());
    }
    Err(Error::Store(format!("there is no store in {}", folder.display())))
}

/// Two that make a store at once do it one after the other; the lock ends with the file.
fn making(folder: &Path) -> Result<File> {
    let path = folder.join(LOCK);
    let file = File::options().create(true).append(true).open(&path);
    let file = file.map_err(|e| Error::store_file(&path, &e))?;
    // A file system without locks leaves it to the database to keep two apart.
    let _ = file.lock();
    Ok(file)
}

/// Lets SQLite roll an unfinished change back, as it does for whoever opens for writing.
fn take_back(path: &Path) -> rusqlite::Result<()> {
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let connection = Connection::open_with_flags(path, flags)?;
    connection.busy_timeout(schema::BUSY)?;
    connection.query_row("PRAGMA schema_version", [], |_| Ok(()))
}

/// Opens a database for reading alone.
pub(crate) fn open_reader(folder: &Path) -> Result<Connection> {
    let path = folder.join(DATABASE);
    let failed = |e: rusqlite::Error| Error::Store(format!("{}: {e}", folder.display()));
    let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let connection = Connection::open_with_flags(&path, flags).map_err(failed)?;
    connection.busy_timeout(schema::BUSY)?;
    let readable = connection.query_row("PRAGMA schema_version", [], |r| r.get::<_, i64>(0));
    match readable.as_ref().map_err(rusqlite::Error::sqlite_error_code) {
        // A folder that may not be written to has no place for the shared memory of readers;
        // without a journal nobody is writing, and the file can be read as it is.
        Err(Some(ErrorCode::CannotOpen)) if !folder.join(format!("{DATABASE}-wal")).exists() => {
            let uri = flags | OpenFlags::SQLITE_OPEN_URI;
            Connection::open_with_flags(unchanging(&path), uri).map_err(failed)
        }
        // A writer was killed in the middle of a change: who may write takes it back first.
        Err(Some(ErrorCode::ReadOnly)) => {
            drop(connection);
            take_back(&path).map_err(failed)?;
            let connection = Connection::open_with_flags(&path, flags).map_err(failed)?;
            connection.busy_timeout(schema::BUSY)?;
            Ok(connection)
        }
        _ => Ok(connection),
    }
}

/// The address by which SQLite reads a file that nobody changes.
fn unchanging(path: &Path) -> String {
    let escaped: String = path.to_string_lossy().chars().fold(String::new(), |mut out, c| {
        match c {
            '%' => out.push_str("%25"),
            '?' => out.push_str("%3f"),
            '#' => out.push_str("%23"),
            c => out.push(c),
        }
        out
    });
    format!("file:{escaped}?immutable=1")
}

/// Makes the folder, for its owner alone where the system knows owners; one that is there keeps
/// its rights.
fn make_private(folder: &Path) -> std::io::Result<()> {
    if folder.is_dir() {
        return Ok(());
    }
    let mut builder = std::fs::DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(folder)
}
