//! Requests that are sent again get the answer that they got: idempotency keys.

use rusqlite::OptionalExtension;

use super::People;
use crate::env::Env;
use crate::error::{Result, Told};

/// How long an answer is kept.
pub const REPEAT_HOURS: i64 = 24;
/// Answers that are kept of one person.
pub const MAX_REPEATS: i64 = 10_000;
/// Characters of a key at most.
const MAX_KEY: usize = 200;

/// An answer that was given: status and body.
pub type Answered = (u16, Vec<u8>);

impl People {
    /// The answer that a request with this key got before.
    ///
    /// # Errors
    /// `told-bad-key`; `told-key-conflict` when the key came with another request; or the database
    /// fails.
    pub fn recall(
        &self,
        person: &str,
        key: &str,
        request_sha: &str,
        env: &Env,
    ) -> Result<Option<Answered>> {
        if key.is_empty() || key.chars().count() > MAX_KEY || key.chars().any(char::is_control) {
            let most = MAX_KEY.to_string();
            return Err(Told::error("told-bad-key", &[("most", &most)]));
        }
        let sql = "SELECT request, status, body FROM repeats \
                   WHERE person = ?1 AND key = ?2 AND expires > ?3";
        let now = env.now().seconds();
        let row = self.lock().query_row(sql, (person, key, now), |row| {
            Ok((row.get::<_, String>(0)?, row.get(1)?, row.get(2)?))
        });
        match row.optional()? {
            Some((request, ..)) if request != request_sha => {
                Err(Told::error("told-key-conflict", &[("key", key)]))
            }
            found => Ok(found.map(|(_, status, body)| (status, body))),
        }
    }

    /// Keeps the answer to a request. The first one that is kept of a key stays; of a person's the
    /// oldest give way.
    ///
    /// # Errors
    /// The database fails.
    pub fn remember(
        &self,
        person: &str,
        key: &str,
        request_sha: &str,
        status: u16,
        body: &[u8],
        env: &Env,
    ) -> Result<()> {
        let now = env.now().seconds();
        let mut db = self.lock();
        let transaction = db.transaction()?;
        transaction.execute("DELETE FROM repeats WHERE expires <= ?1", [now])?;
        let sql = "INSERT OR IGNORE INTO repeats (person, key, request, status, body, expires) \
                   VALUES (?1, ?2, ?3, ?4, ?5, ?6)";
        let expires = now + REPEAT_HOURS * 3600;
        transaction.execute(sql, (person, key, request_sha, status, body, expires))?;
        let sql = "DELETE FROM repeats WHERE person = ?1 AND key IN (SELECT key FROM repeats \
                   WHERE person = ?1 ORDER BY expires DESC, key LIMIT -1 OFFSET ?2)";
        transaction.execute(sql, (person, MAX_REPEATS))?;
        transaction.commit()?;
        Ok(())
    }
}
