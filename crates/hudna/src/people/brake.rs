//! How fast somebody may go on guessing a password.
//!
//! Failures make whoever guesses wait, longer with each; they never lock a name, or anybody could
//! lock a person out. They are counted by name and address together, by name, and by address. Who
//! came in under a name from an address before waits by the first count alone, and not for long.
//! All of it stands in the file of accounts, so that a restart forgives nothing.

use rusqlite::Connection;

use super::whence::Whence;
use crate::error::{Error, Result, Told};

/// Failures count for so many hours.
pub const FAILURE_HOURS: i64 = 24;
/// So many failures of one name from one address are free.
pub const FAILURES: i64 = PAIR.free;
/// So many of one name from all addresses.
pub const NAME_FAILURES: i64 = NAME.free;
/// So many of one address under all names.
pub const ADDRESS_FAILURES: i64 = ADDRESS.free;
/// An address stays known for so many days after somebody came in from it.
pub const KNOWN_DAYS: i64 = 90;

pub(super) const WINDOW: i64 = FAILURE_HOURS * 3600;
pub(super) const KNOWN: i64 = KNOWN_DAYS * 24 * 3600;
/// Failures that are kept at most, whoever tries whatever names.
const MAX_FAILURES: i64 = 100_000;

/// A wait that doubles with each failure.
#[derive(Debug, Clone, Copy)]
struct Brake {
    /// Failures without a wait.
    free: i64,
    /// The first wait, in seconds.
    first: i64,
    /// The longest.
    most: i64,
}

/// One name from one address.
const PAIR: Brake = Brake { free: 5, first: 15, most: 15 * 60 };
/// The same from an address that the person came in from before.
const FAMILIAR: Brake = Brake { free: 5, first: 5, most: 30 };
/// One name from anywhere: slow enough that many machines together guess no password, short
/// enough that its owner comes in from a new place.
const NAME: Brake = Brake { free: 20, first: 5, most: 5 * 60 };
/// One address, whatever the names.
const ADDRESS: Brake = Brake { free: 50, first: 15, most: 15 * 60 };

impl Brake {
    /// Seconds between the newest of so many failures and the next try.
    fn wait(self, failures: i64) -> i64 {
        match failures - self.free {
            over @ 0..=20 => (self.first << over).min(self.most),
            over if over > 20 => self.most,
            _ => 0,
        }
    }

    /// Seconds that are left of it.
    fn left(self, (failures, newest): (i64, i64), now: i64) -> i64 {
        let wait = self.wait(failures);
        // A clock that was set back makes nobody wait longer.
        (newest + wait - now).clamp(0, wait)
    }
}

/// Somebody tries a password.
pub(super) struct Attempt<'a> {
    /// Under which name, as it is counted.
    pub name: String,
    /// Whose name it is, if it is anybody's.
    pub person: Option<&'a str>,
    /// From where.
    pub from: &'a Whence,
    /// When, in Unix seconds.
    pub now: i64,
}

impl Attempt<'_> {
    /// Whether it may be made.
    ///
    /// # Errors
    /// `told-name-locked` with the seconds to wait; the same for names that nobody has.
    pub fn ready(&self, db: &Connection) -> Result<()> {
        let (name, address) = ((":name", self.name.as_str()), (":address", &*self.from.address));
        let both = "name = :name AND address = :address";
        let pair = self.failures(db, both, &[name, address])?;
        let left = if self.familiar(db)? {
            FAMILIAR.left(pair, self.now)
        } else {
            let name = self.failures(db, "name = :name", &[name])?;
            let address = self.failures(db, "address = :address AND NOT familiar", &[address])?;
            let all = [(PAIR, pair), (NAME, name), (ADDRESS, address)];
            all.iter().map(|(brake, of)| brake.left(*of, self.now)).max().unwrap_or(0)
        };
        match left {
            0 => Ok(()),
            left => Err(refused("told-name-locked", &[("seconds", &left.to_string())])),
        }
    }

    /// How many there were, and when the newest was.
    fn failures(&self, db: &Connection, of: &str, by: &[(&str, &str)]) -> Result<(i64, i64)> {
        let since = self.now - WINDOW;
        let sql = format!(
            "SELECT count(*), coalesce(max(at), 0) FROM failures WHERE at > {since} AND {of}"
        );
        Ok(db.query_row(&sql, by, |row| Ok((row.get(0)?, row.get(1)?)))?)
    }

    /// Whether the person came in from there before.
    fn familiar(&self, db: &Connection) -> Result<bool> {
        let sql = "SELECT EXISTS (SELECT 1 FROM known \
                   WHERE person = ?1 AND address = ?2 AND seen > ?3)";
        let Some(person) = self.person else { return Ok(false) };
        let key = (person, &self.from.address, self.now - KNOWN);
        Ok(db.query_row(sql, key, |row| row.get(0))?)
    }

    /// It failed.
    pub fn failed(&self, db: &Connection) -> Result<()> {
        db.execute("DELETE FROM failures WHERE at <= ?1", [self.now - WINDOW])?;
        let sql = "INSERT INTO failures (name, address, familiar, at) VALUES (?1, ?2, ?3, ?4)";
        db.execute(sql, (&self.name, &self.from.address, self.familiar(db)?, self.now))?;
        let sql = "DELETE FROM failures WHERE rowid <= (SELECT max(rowid) FROM failures) - ?1";
        db.execute(sql, [MAX_FAILURES])?;
        Ok(())
    }

    /// It did not: failures of this name from there are forgotten. Those from elsewhere stay, or
    /// whoever guesses would be helped each time that the person comes.
    pub fn came_in(&self, db: &Connection) -> Result<()> {
        let sql = "DELETE FROM failures WHERE name = ?1 AND address = ?2";
        db.execute(sql, (&self.name, &self.from.address))?;
        self.person.map_or(Ok(()), |person| familiar(db, person, self.from, self.now))
    }
}

/// Remembers that a person came in from there.
pub(super) fn familiar(db: &Connection, person: &str, from: &Whence, now: i64) -> Result<()> {
    let sql = "INSERT OR REPLACE INTO known (person, address, seen) VALUES (?1, ?2, ?3)";
    db.execute(sql, (person, &from.address, now))?;
    Ok(())
}

/// Somebody else would be let in.
pub(super) fn refused(id: &'static str, args: &[(&'static str, &str)]) -> Error {
    match Told::error(id, args) {
        Error::Told(mut told) => {
            told.right = true;
            Error::Told(told)
        }
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(brake: Brake, failures: i64, expected: i64) {
        assert_eq!(brake.wait(failures), expected, "{failures} of {brake:?}");
    }

    #[test]
    fn waits_grow_to_an_end() {
        check(PAIR, 0, 0);
        check(PAIR, FAILURES - 1, 0);
        check(PAIR, FAILURES, 15);
        check(PAIR, FAILURES + 1, 30);
        check(PAIR, FAILURES + 6, 900);
        check(FAMILIAR, i64::MAX, 30);
        check(NAME, NAME_FAILURES, 5);
        check(NAME, NAME_FAILURES + 21, 300);
        check(ADDRESS, ADDRESS_FAILURES - 1, 0);
        check(ADDRESS, ADDRESS_FAILURES + 60, 900);
    }

    #[test]
    fn a_clock_that_was_set_back_makes_nobody_wait_longer() {
        assert_eq!(PAIR.left((FAILURES, 1000), 1010), 5);
        assert_eq!(PAIR.left((FAILURES, 1000), 1015), 0);
        assert_eq!(PAIR.left((FAILURES, 1000), 0), 15);
    }
}
