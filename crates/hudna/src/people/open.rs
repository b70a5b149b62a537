//! Sessions that go on, for whoever looks through them.

use hudna_model::Moment;
use hudna_model::digest::short_id;
use rusqlite::OptionalExtension;

use super::sessions::{IDLE, WHOLE};
use super::{People, kept, moment};
use crate::env::Env;
use crate::error::{Error, Result};

/// A session that goes on, as its owner sees it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Session {
    /// `S-…`; nobody comes in by it.
    pub id: String,
    /// When it began.
    pub since: Moment,
    /// When somebody last came with it, to the minute.
    pub last: Moment,
    /// The network that it began from: an address without its end; empty where it is not known.
    pub network: String,
    /// The program that it began with, as that called itself.
    pub program: String,
    /// It is the one that asks.
    pub here: bool,
}

impl People {
    /// Sessions of a person that go on, the last used first; `token` is the one that asks.
    ///
    /// # Errors
    /// The database fails.
    pub fn sessions(&self, person: &str, token: Option<&str>, env: &Env) -> Result<Vec<Session>> {
        let (now, own) = (env.now().seconds(), token.map(kept));
        let sql = "SELECT hash, expires, seen, network, program FROM sessions \
                   WHERE person = ?1 AND expires > ?2 AND seen > ?3 ORDER BY seen DESC, hash";
        let db = self.lock();
        let mut select = db.prepare_cached(sql)?;
        let rows = select.query_map((person, now, now - IDLE), |row| {
            let hash: String = row.get(0)?;
            Ok(Session {
                id: id(&hash),
                since: moment(row.get::<_, i64>(1)? - WHOLE),
                last: moment(row.get(2)?),
                network: row.get(3)?,
                program: row.get(4)?,
                here: own.as_ref() == Some(&hash),
            })
        })?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }

    /// Ends a session of a person.
    ///
    /// # Errors
    /// They have none of this id, or the database fails.
    pub fn end_session(&self, person: &str, session: &str) -> Result<()> {
        let db = self.lock();
        let mut select = db.prepare_cached("SELECT hash FROM sessions WHERE person = ?1")?;
        let hashes = select.query_map([person], |row| row.get::<_, String>(0))?;
        let all = hashes.collect::<rusqlite::Result<Vec<_>>>()?;
        let unknown = || Error::Unknown { id: session.to_owned(), remedy: "unknown-session" };
        let hash = all.iter().find(|hash| id(hash) == session).ok_or_else(unknown)?;
        db.execute("DELETE FROM sessions WHERE hash = ?1", [hash])?;
        Ok(())
    }

    /// Ends all sessions of a person but the one that asks; says how many there were.
    ///
    /// # Errors
    /// The database fails.
    pub fn end_other_sessions(&self, person: &str, token: &str) -> Result<usize> {
        let sql = "DELETE FROM sessions WHERE person = ?1 AND hash <> ?2";
        Ok(self.lock().execute(sql, [person, &kept(token)])?)
    }

    /// When a person was last here, as far as it is known: by a session, or by signing in.
    ///
    /// # Errors
    /// The database fails.
    pub fn last_here(&self, person: &str) -> Result<Option<Moment>> {
        let sql = "SELECT max(seen) FROM (SELECT seen FROM sessions WHERE person = ?1 \
                   UNION ALL SELECT seen FROM known WHERE person = ?1)";
        let seen = self.lock().query_row(sql, [person], |row| row.get::<_, Option<i64>>(0));
        Ok(seen.optional()?.flatten().map(moment))
    }
}

/// What a session is called: of its hash, so that it says nothing of the secret.
fn id(hash: &str) -> String {
    short_id("S", [hash.as_bytes()])
}
