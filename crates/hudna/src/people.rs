//! People: who may come in, and what is theirs alone.
//!
//! Who somebody is and what role they have are entries of the ledger ([`Roster`]). Passwords,
//! sessions, tokens, links, settings and searches are not: they live in a SQLite file of their own
//! beside the ledger's, readable by its owner alone, and of every secret only a hash is kept.

mod brake;
mod links;
mod open;
mod own;
mod password;
mod repeats;
mod roster;
mod schema;
mod sessions;
mod settings;
mod tokens;
mod whence;

use std::path::Path;
use std::sync::{Mutex, MutexGuard, PoisonError};

use hudna_model::Moment;
use hudna_model::digest::sha256_hex;
use rusqlite::Connection;

use crate::env::Env;
use crate::error::{Error, Result};

pub use brake::{ADDRESS_FAILURES, FAILURE_HOURS, FAILURES, KNOWN_DAYS, NAME_FAILURES};
pub use links::{FIRST_LINK_HOURS, Invited, LINK_HOURS};
pub use open::Session;
pub use own::{MAX_SEARCHES, Search};
pub use password::{Cost, MAX_PASSWORD, MIN_PASSWORD};
pub use repeats::{Answered, MAX_REPEATS, REPEAT_HOURS};
pub use roster::{NewPerson, Roster, set_mode};
pub use sessions::{Held, IDLE_HOURS, NewSession, SESSION_DAYS};
pub use settings::{Density, Digits, Months, Settings};
pub use tokens::{MAX_TOKEN_DAYS, NewToken, Token, TokenHeld};
pub use whence::Whence;

/// Name of the file inside a store's folder.
pub const PEOPLE: &str = "people.db";

/// Accounts and what belongs to them. One handle serves all threads.
pub struct People {
    connection: Mutex<Connection>,
    cost: Cost,
    /// What a password is held against where there is no account, so that it takes as long.
    nobody: String,
}

impl People {
    /// Opens the accounts of a store, or makes the file.
    ///
    /// # Errors
    /// The file cannot be made, read or brought to this version.
    pub fn open(folder: &Path, env: &Env) -> Result<People> {
        People::open_with(folder, env, Cost::default())
    }

    /// The same with another cost of passwords; a cheap one is for tests alone.
    ///
    /// # Errors
    /// As [`People::open`].
    pub fn open_with(folder: &Path, env: &Env, cost: Cost) -> Result<People> {
        let connection = Mutex::new(schema::open(&folder.join(PEOPLE))?);
        let nobody = password::hash(&secret(env), cost, env)?;
        let people = People { connection, cost, nobody };
        // A disk that takes nothing more is no reason to let nobody in.
        let _ = people.sweep(env);
        Ok(people)
    }

    /// Drops what has run out: sessions, tokens, links, failures, remembered answers.
    ///
    /// # Errors
    /// The database fails.
    pub fn sweep(&self, env: &Env) -> Result<()> {
        let now = env.now().seconds();
        let db = self.lock();
        for table in ["sessions", "tokens", "links", "repeats"] {
            db.execute(&format!("DELETE FROM {table} WHERE expires <= ?1"), [now])?;
        }
        db.execute("DELETE FROM sessions WHERE seen <= ?1", [now - sessions::IDLE])?;
        db.execute("DELETE FROM failures WHERE at <= ?1", [now - brake::WINDOW])?;
        db.execute("DELETE FROM known WHERE seen <= ?1", [now - brake::KNOWN])?;
        own::sweep_guests(&db)
    }

    fn lock(&self) -> MutexGuard<'_, Connection> {
        // Every change is one statement or one transaction: a panic leaves none half made.
        self.connection.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Sixty-four hex digits that nobody guesses.
fn secret(env: &Env) -> String {
    hudna_ledger::to_hex(&env.random::<32>())
}

/// What is kept of a secret of that length: it needs no salt and no slow hash.
fn kept(secret: &str) -> String {
    sha256_hex(secret.as_bytes())
}

fn moment(seconds: i64) -> Moment {
    Moment::from_seconds(seconds)
}

impl From<rusqlite::types::FromSqlError> for Error {
    fn from(error: rusqlite::types::FromSqlError) -> Self {
        Error::Database(error.into())
    }
}
