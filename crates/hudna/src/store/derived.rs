//! Derived rows into their tables: only what differs is written. So the one writer, for whom
//! entries wait, is held for the rows that changed and not for all.

use std::borrow::Cow;
use std::collections::BTreeMap;

use rusqlite::{Connection, OptionalExtension, Transaction};

use super::schema::DERIVED_TABLES;
use crate::error::Result;

/// A row of a derived table. Its text is made when it is asked for, as all texts together may be
/// larger than what they tell of.
pub struct DerivedRow<'a> {
    /// The table.
    pub table: &'static str,
    /// Id in it.
    pub id: Cow<'a, str>,
    /// Gives its JSON.
    pub json: Box<dyn Fn() -> String + 'a>,
}

/// Rows of the derived tables.
pub type Derived<'a> = Vec<DerivedRow<'a>>;

/// How the rows that stand become those that shall.
#[derive(Debug, Default)]
pub(super) struct Change {
    /// What the rows that stand say they were made from; the change fits to no others.
    base: Option<String>,
    gone: Vec<(&'static str, String)>,
    rows: Vec<(&'static str, String, String)>,
}

const META: &str = "SELECT json FROM derived_meta WHERE id = 'meta'";

fn meta(connection: &Connection) -> Result<Option<String>> {
    Ok(connection.query_row(META, [], |row| row.get(0)).optional()?)
}

impl Change {
    /// What has to be written so that the tables hold these rows.
    pub(super) fn new(reader: &Connection, wanted: &Derived<'_>) -> Result<Change> {
        // One view of all tables: another process may replace them meanwhile.
        let view = reader.unchecked_transaction()?;
        let mut out = Change { base: meta(&view)?, ..Change::default() };
        for table in DERIVED_TABLES {
            let rows = wanted.iter().filter(|row| row.table == table);
            let rows: BTreeMap<&str, &DerivedRow<'_>> = rows.map(|r| (&*r.id, r)).collect();
            out.table(&view, table, rows)?;
        }
        Ok(out)
    }

    fn table(
        &mut self,
        reader: &Connection,
        table: &'static str,
        mut wanted: BTreeMap<&str, &DerivedRow<'_>>,
    ) -> Result<()> {
        let mut select = reader.prepare(&format!("SELECT id, json FROM {table}"))?;
        let mut rows = select.query([])?;
        while let Some(row) = rows.next()? {
            let id = row.get_ref(0)?.as_str().unwrap_or_default();
            let Some(new) = wanted.remove(id) else {
                self.gone.push((table, id.to_owned()));
                continue;
            };
            let json = (new.json)();
            if row.get_ref(1)?.as_str().ok() != Some(&json) {
                self.rows.push((table, id.to_owned(), json));
            }
        }
        self.rows.extend(wanted.into_iter().map(|(id, row)| (table, id.to_owned(), (row.json)())));
        Ok(())
    }

    /// How many rows it touches.
    #[cfg(test)]
    pub(super) fn len(&self) -> usize {
        self.gone.len() + self.rows.len()
    }

    /// Makes the change; false where other rows stand there than those that it was made for.
    pub(super) fn apply(&self, tx: &Transaction<'_>) -> Result<bool> {
        if meta(tx)? != self.base {
            return Ok(false);
        }
        for (table, id) in &self.gone {
            tx.prepare_cached(&format!("DELETE FROM {table} WHERE id = ?1"))?.execute([id])?;
        }
        for (table, id, json) in &self.rows {
            let sql = format!("INSERT OR REPLACE INTO {table} (id, json) VALUES (?1, ?2)");
            tx.prepare_cached(&sql)?.execute([id, json])?;
        }
        Ok(true)
    }
}
