//! Tables of the accounts, and their migrations.

use std::path::Path;

use rusqlite::Connection;
use rusqlite_migration::{M, Migrations};

use crate::error::{Error, Result};

/// How long one process waits for another.
const BUSY: std::time::Duration = std::time::Duration::from_secs(10);

/// Times are Unix seconds. `persons` repeats of the ledger what decides whether a link may be given
/// out and a password still counts.
const FIRST: &str = "
CREATE TABLE persons (
  id       TEXT PRIMARY KEY,
  role     TEXT NOT NULL,
  closed   INTEGER NOT NULL,
  password TEXT
) STRICT, WITHOUT ROWID;
CREATE TABLE links (
  hash    TEXT PRIMARY KEY,
  person  TEXT,
  expires INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE sessions (
  hash    TEXT PRIMARY KEY,
  person  TEXT NOT NULL,
  guest   INTEGER NOT NULL,
  csrf    TEXT NOT NULL,
  seen    INTEGER NOT NULL,
  expires INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX sessions_person ON sessions (person);
CREATE TABLE failures (
  name TEXT NOT NULL,
  at   INTEGER NOT NULL
) STRICT;
CREATE INDEX failures_name ON failures (name, at);
CREATE TABLE locks (
  name    TEXT PRIMARY KEY,
  expires INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE tokens (
  id      TEXT PRIMARY KEY,
  hash    TEXT NOT NULL UNIQUE,
  person  TEXT NOT NULL,
  label   TEXT NOT NULL,
  rights  TEXT NOT NULL,
  made    INTEGER NOT NULL,
  expires INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX tokens_person ON tokens (person);
CREATE TABLE settings (
  person TEXT PRIMARY KEY,
  json   TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE visits (
  person TEXT PRIMARY KEY,
  size   INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE searches (
  person TEXT NOT NULL,
  name   TEXT NOT NULL,
  query  TEXT NOT NULL,
  PRIMARY KEY (person, name)
) STRICT, WITHOUT ROWID;
CREATE TABLE repeats (
  person  TEXT NOT NULL,
  key     TEXT NOT NULL,
  request TEXT NOT NULL,
  status  INTEGER NOT NULL,
  body    BLOB NOT NULL,
  expires INTEGER NOT NULL,
  PRIMARY KEY (person, key)
) STRICT, WITHOUT ROWID;
CREATE INDEX repeats_expires ON repeats (person, expires);
";

/// Failures are counted by address as well, so those before, and their locks, are forgotten; of a
/// session and a token is told from where and when it was used last.
const SECOND: &str = "
DROP TABLE locks;
DROP TABLE failures;
CREATE TABLE failures (
  name     TEXT NOT NULL,
  address  TEXT NOT NULL,
  familiar INTEGER NOT NULL,
  at       INTEGER NOT NULL
) STRICT;
CREATE INDEX failures_name ON failures (name, at);
CREATE INDEX failures_address ON failures (address, at);
CREATE TABLE known (
  person  TEXT NOT NULL,
  address TEXT NOT NULL,
  seen    INTEGER NOT NULL,
  PRIMARY KEY (person, address)
) STRICT, WITHOUT ROWID;
ALTER TABLE sessions ADD COLUMN network TEXT NOT NULL DEFAULT '';
ALTER TABLE sessions ADD COLUMN program TEXT NOT NULL DEFAULT '';
ALTER TABLE tokens ADD COLUMN used INTEGER;
";

/// Opens the file, made for its owner alone, and brings it to the newest form.
pub(super) fn open(path: &Path) -> Result<Connection> {
    let failed = |e: &dyn std::fmt::Display| Error::Store(format!("{}: {e}", path.display()));
    make_private(path).map_err(|e| failed(&e))?;
    let mut connection = Connection::open(path).map_err(|e| failed(&e))?;
    connection.busy_timeout(BUSY)?;
    let pragmas = "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; \
                   PRAGMA secure_delete = ON; PRAGMA trusted_schema = OFF;";
    connection.execute_batch(pragmas).map_err(|e| failed(&e))?;
    let all = Migrations::new(vec![M::up(FIRST), M::up(SECOND)]);
    all.to_latest(&mut connection).map_err(|e| failed(&e))?;
    Ok(connection)
}

/// SQLite gives its journals the rights of the file itself.
fn make_private(path: &Path) -> std::io::Result<()> {
    let mut options = std::fs::OpenOptions::new();
    options.append(true).create(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let file = options.open(path)?;
    #[cfg(unix)]
    file.set_permissions(std::os::unix::fs::PermissionsExt::from_mode(0o600))?;
    drop(file);
    Ok(())
}
