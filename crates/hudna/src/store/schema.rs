//! Tables of the store and their migrations.

use std::collections::BTreeMap;

use rusqlite::Connection;
use rusqlite_migration::{M, Migrations};

use crate::error::{Error, Result};

/// Tables that can be thrown away and made again: `id` and `json`.
pub const DERIVED_TABLES: [&str; 6] =
    ["incidents", "areas", "followups", "aggregates", "claims", "derived_meta"];
/// Tables written with entries, which follow from them.
pub const INTAKE_TABLES: [&str; 2] = ["reports", "objects"];

/// How long one process waits for another to finish its writes.
pub(super) const BUSY: std::time::Duration = std::time::Duration::from_secs(30);

const FIRST: &str = "
CREATE TABLE entries (
  idx     INTEGER PRIMARY KEY,
  bytes   BLOB NOT NULL,
  salt    BLOB NOT NULL,
  payload BLOB NOT NULL
) STRICT;
CREATE TABLE heads (
  size     INTEGER PRIMARY KEY,
  note     TEXT NOT NULL,
  frontier BLOB NOT NULL
) STRICT;
CREATE TABLE objects (
  id      TEXT PRIMARY KEY,
  version INTEGER NOT NULL,
  leaf    BLOB NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE reports (
  id        TEXT PRIMARY KEY,
  entry     INTEGER NOT NULL,
  source    TEXT NOT NULL,
  key       TEXT,
  sha256    TEXT NOT NULL,
  published TEXT
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX reports_key ON reports (source, key) WHERE key IS NOT NULL;
CREATE INDEX reports_bytes ON reports (source, sha256);
CREATE TABLE incidents    (id TEXT PRIMARY KEY, json TEXT NOT NULL) STRICT, WITHOUT ROWID;
CREATE TABLE areas        (id TEXT PRIMARY KEY, json TEXT NOT NULL) STRICT, WITHOUT ROWID;
CREATE TABLE followups    (id TEXT PRIMARY KEY, json TEXT NOT NULL) STRICT, WITHOUT ROWID;
CREATE TABLE aggregates   (id TEXT PRIMARY KEY, json TEXT NOT NULL) STRICT, WITHOUT ROWID;
CREATE TABLE claims       (id TEXT PRIMARY KEY, json TEXT NOT NULL) STRICT, WITHOUT ROWID;
CREATE TABLE derived_meta (id TEXT PRIMARY KEY, json TEXT NOT NULL) STRICT, WITHOUT ROWID;
";

/// Opens a database for writing and brings it to the newest form.
pub(super) fn open_writer(path: &std::path::Path) -> Result<Connection> {
    let store = |e: &dyn std::fmt::Display| Error::Store(format!("{}: {e}", path.display()));
    let mut connection = Connection::open(path).map_err(|e| store(&e))?;
    connection.busy_timeout(BUSY)?;
    let pragmas = "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; \
                   PRAGMA foreign_keys = ON; PRAGMA trusted_schema = OFF;";
    connection.execute_batch(pragmas).map_err(|e| store(&e))?;
    Migrations::new(vec![M::up(FIRST)]).to_latest(&mut connection).map_err(|e| store(&e))?;
    Ok(connection)
}

/// A table's rows as text by id; intake tables are shown as JSON of their columns.
pub(super) fn table(connection: &Connection, table: &str) -> Result<BTreeMap<String, String>> {
    let sql = match table {
        "reports" => {
            "SELECT id, json_array(entry, source, key, sha256, published) FROM reports".to_owned()
        }
        "objects" => "SELECT id, json_array(version, hex(leaf)) FROM objects".to_owned(),
        name if DERIVED_TABLES.contains(&name) => format!("SELECT id, json FROM {name}"),
        name => return Err(Error::Usage(format!("\"{name}\" is no table"))),
    };
    let mut select = connection.prepare(&sql)?;
    let rows = select.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}
