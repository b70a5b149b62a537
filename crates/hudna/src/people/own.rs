//! What is each person's own: where they last were, and what they search for.

use rusqlite::types::FromSql;
use rusqlite::{Connection, OptionalExtension};
use serde::Serialize;

use super::People;
use crate::error::{Error, Result, Told};

/// Searches that a person may save.
pub const MAX_SEARCHES: i64 = 100;
/// Characters of a search's name at most.
const MAX_NAME: usize = 100;
/// Bytes of its query at most.
const MAX_QUERY: usize = 2000;

/// A saved search.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Search {
    /// As its owner calls it.
    pub name: String,
    /// The query string, as it stands in the address.
    pub query: String,
}

/// Forgets what belonged to guests whose session has ended.
pub(super) fn sweep_guests(db: &Connection) -> Result<()> {
    for table in ["settings", "visits", "searches", "repeats"] {
        let sql = format!(
            "DELETE FROM {table} WHERE person GLOB 'G-*' AND person NOT IN \
             (SELECT person FROM sessions WHERE guest)"
        );
        db.execute(&sql, [])?;
    }
    Ok(())
}

impl People {
    /// The one value of a person in a table.
    pub(super) fn own<T: FromSql>(
        &self,
        table: &str,
        column: &str,
        person: &str,
    ) -> Result<Option<T>> {
        let sql = format!("SELECT {column} FROM {table} WHERE person = ?1");
        Ok(self.lock().query_row(&sql, [person], |row| row.get(0)).optional()?)
    }

    /// Remembers how many entries there were when a person looked at what changed.
    ///
    /// # Errors
    /// The database fails.
    pub fn visit(&self, person: &str, size: u64) -> Result<()> {
        let sql = "INSERT OR REPLACE INTO visits (person, size) VALUES (?1, ?2)";
        self.lock().execute(sql, (person, size as i64))?;
        Ok(())
    }

    /// How many there were when they last did.
    ///
    /// # Errors
    /// The database fails.
    pub fn last_visit(&self, person: &str) -> Result<Option<u64>> {
        Ok(self.own::<i64>("visits", "size", person)?.map(|size| size as u64))
    }

    /// A person's saved searches, by name.
    ///
    /// # Errors
    /// The database fails.
    pub fn searches(&self, person: &str) -> Result<Vec<Search>> {
        let sql = "SELECT name, query FROM searches WHERE person = ?1 ORDER BY name";
        let db = self.lock();
        let mut select = db.prepare_cached(sql)?;
        let rows = select
            .query_map([person], |row| Ok(Search { name: row.get(0)?, query: row.get(1)? }))?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }

    /// Saves a search; one of the same name is replaced.
    ///
    /// # Errors
    /// `told-bad-search`, `told-many-searches`, or the database fails.
    pub fn save_search(&self, person: &str, name: &str, query: &str) -> Result<()> {
        let name = name.trim();
        let bad = name.is_empty()
            || name.chars().count() > MAX_NAME
            || query.len() > MAX_QUERY
            || name.chars().chain(query.chars()).any(char::is_control);
        if bad {
            let most = MAX_NAME.to_string();
            return Err(Told::error("told-bad-search", &[("most", &most)]));
        }
        let db = self.lock();
        let sql = "SELECT count(*) FROM searches WHERE person = ?1 AND name <> ?2";
        if db.query_row(sql, [person, name], |row| row.get::<_, i64>(0))? >= MAX_SEARCHES {
            let most = MAX_SEARCHES.to_string();
            return Err(Told::error("told-many-searches", &[("most", &most)]));
        }
        let sql = "INSERT OR REPLACE INTO searches (person, name, query) VALUES (?1, ?2, ?3)";
        db.execute(sql, [person, name, query])?;
        Ok(())
    }

    /// Forgets a saved search.
    ///
    /// # Errors
    /// There is none of this name, or the database fails.
    pub fn drop_search(&self, person: &str, name: &str) -> Result<()> {
        let sql = "DELETE FROM searches WHERE person = ?1 AND name = ?2";
        match self.lock().execute(sql, [person, name])? {
            0 => Err(Error::Unknown { id: name.to_owned(), remedy: "unknown-search" }),
            _ => Ok(()),
        }
    }
}
