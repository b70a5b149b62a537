//! Signing in and out.

use std::collections::BTreeMap;

use hudna_model::Moment;
use hudna_model::digest::{hex_digest, short_id};
use hudna_model::text::fold;
use rusqlite::{Connection, OptionalExtension};

use super::brake::{Attempt, refused};
use super::whence::Whence;
use super::{People, kept, moment, password, secret};
use crate::env::Env;
use crate::error::Result;
use crate::record::PersonRecord;

/// A session ends after so many hours in which nobody comes.
pub const IDLE_HOURS: i64 = 12;
/// And after so many days in any case.
pub const SESSION_DAYS: i64 = 7;
pub(super) const IDLE: i64 = IDLE_HOURS * 3600;
pub(super) const WHOLE: i64 = SESSION_DAYS * 24 * 3600;
/// That somebody came is written down once in so many seconds.
pub(super) const SEEN: i64 = 60;
/// A session that began.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewSession {
    /// The secret that whoever holds it is let in by; only its hash is kept.
    pub token: String,
    /// When it ends in any case.
    pub expires: Moment,
    /// Id of the person: `P-…`; of a guest `G-…`, which is no person of the ledger.
    pub person: String,
}

/// A session that goes on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Held {
    /// Id of the person, or of the guest.
    pub person: String,
    /// It is a guest's.
    pub guest: bool,
    /// What a form that changes something must send back.
    pub csrf: String,
    /// When it ends, if nobody comes again.
    pub expires: Moment,
}

impl People {
    /// Lets somebody in by name and password. A name that nobody has takes as long as a wrong
    /// password, and is answered the same.
    ///
    /// # Errors
    /// `told-not-let-in`, `told-name-locked` for who has to wait, or the database fails.
    pub fn sign_in(
        &self,
        people: &BTreeMap<String, PersonRecord>,
        name: &str,
        password: &str,
        from: &Whence,
        env: &Env,
    ) -> Result<NewSession> {
        let folded = fold(name);
        let person = people.values().find(|p| !p.closed && fold(&p.name) == folded);
        let id = person.map(|p| p.id.as_str());
        let attempt = Attempt { name: counted(name), person: id, from, now: env.now().seconds() };
        let kept = {
            let db = self.lock();
            attempt.ready(&db)?;
            kept_of(&db, id.unwrap_or_default())?
        };
        // The hash is the slow part: it runs without the database, and runs for nobody too.
        let fits = password::fits(password, kept.as_deref().unwrap_or(&self.nobody));
        let mut db = self.lock();
        let transaction = db.transaction_with_behavior(rusqlite::TransactionBehavior::Immediate)?;
        // Others may have failed meanwhile, or the password may have been changed.
        attempt.ready(&transaction)?;
        let session = match id {
            Some(id) if fits && kept.is_some() && kept_of(&transaction, id)? == kept => {
                attempt.came_in(&transaction)?;
                Ok(begin(&transaction, env, id, false, from)?)
            }
            _ => {
                attempt.failed(&transaction)?;
                Err(refused("told-not-let-in", &[]))
            }
        };
        transaction.commit()?;
        session
    }

    /// Lets a guest of an example in.
    ///
    /// # Errors
    /// The database fails.
    pub fn guest_session(&self, from: &Whence, env: &Env) -> Result<NewSession> {
        let guest = short_id("G", [env.random::<16>().as_slice()]);
        begin(&self.lock(), env, &guest, true, from)
    }

    /// The session of this token, while it goes on.
    ///
    /// # Errors
    /// The database fails.
    pub fn session(&self, token: &str, env: &Env) -> Result<Option<Held>> {
        let (now, hash) = (env.now().seconds(), kept(token));
        let sql = "SELECT person, guest, csrf, seen, expires FROM sessions \
                   WHERE hash = ?1 AND expires > ?2 AND seen > ?3";
        let db = self.lock();
        let row = |r: &rusqlite::Row<'_>| {
            let (seen, ends): (i64, i64) = (r.get(3)?, r.get(4)?);
            let expires = moment(ends.min(now + IDLE));
            Ok((Held { person: r.get(0)?, guest: r.get(1)?, csrf: r.get(2)?, expires }, seen))
        };
        let found = db.query_row(sql, (&hash, now, now - IDLE), row).optional()?;
        let Some((held, seen)) = found else { return Ok(None) };
        if now - seen >= SEEN {
            // On a disk that takes nothing more people still see what stands.
            let _ = db.execute("UPDATE sessions SET seen = ?2 WHERE hash = ?1", (&hash, now));
        }
        Ok(Some(held))
    }

    /// Ends a session.
    ///
    /// # Errors
    /// The database fails.
    pub fn sign_out(&self, token: &str) -> Result<()> {
        self.lock().execute("DELETE FROM sessions WHERE hash = ?1", [kept(token)])?;
        Ok(())
    }

    /// Ends all sessions of a person; says how many there were.
    ///
    /// # Errors
    /// The database fails.
    pub fn sign_out_everywhere(&self, person: &str) -> Result<usize> {
        Ok(self.lock().execute("DELETE FROM sessions WHERE person = ?1", [person])?)
    }

    /// Sets a new password for somebody who knows the former one; their other sessions end.
    ///
    /// # Errors
    /// `told-not-let-in` for a wrong former password, `told-name-locked` after many of them;
    /// the new one may not be it.
    pub fn change_password(
        &self,
        person: &PersonRecord,
        former: &str,
        new: &str,
        from: &Whence,
        env: &Env,
    ) -> Result<NewSession> {
        password::check(&person.name, new)?;
        let one = BTreeMap::from([(person.id.clone(), person.clone())]);
        let entered = self.sign_in(&one, &person.name, former, from, env)?;
        let hash = password::hash(new, self.cost, env)?;
        let db = self.lock();
        db.execute("UPDATE persons SET password = ?2 WHERE id = ?1", [&person.id, &hash])?;
        let sql = "DELETE FROM sessions WHERE person = ?1 AND hash <> ?2";
        db.execute(sql, [&person.id, &kept(&entered.token)])?;
        Ok(entered)
    }
}

/// Begins a session.
pub(super) fn begin(
    db: &Connection,
    env: &Env,
    person: &str,
    guest: bool,
    from: &Whence,
) -> Result<NewSession> {
    let (token, csrf, now) = (secret(env), secret(env), env.now().seconds());
    let sql = "INSERT INTO sessions (hash, person, guest, csrf, seen, expires, network, program) \
               VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)";
    let ends = now + WHOLE;
    let from = (&from.network, &from.program);
    db.execute(sql, (kept(&token), person, guest, csrf, now, ends, from.0, from.1))?;
    Ok(NewSession { token, expires: moment(ends), person: person.to_owned() })
}

fn kept_of(db: &Connection, person: &str) -> Result<Option<String>> {
    let sql = "SELECT password FROM persons WHERE id = ?1 AND closed = 0";
    let row: Option<Option<String>> = db.query_row(sql, [person], |row| row.get(0)).optional()?;
    Ok(row.flatten())
}

/// What failures of a name are counted under: of any length the same, and no name stands there.
fn counted(name: &str) -> String {
    hex_digest([b"name".as_slice(), fold(name).as_bytes()])
}

/// Forgets the failures of a name, wherever they came from.
pub(super) fn forgive(db: &Connection, name: &str) -> Result<()> {
    db.execute("DELETE FROM failures WHERE name = ?1", [counted(name)])?;
    Ok(())
}
