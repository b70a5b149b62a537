//! One-time links: the first administrator's, and those by which people set their password.

use hudna_model::Moment;
use rusqlite::{Connection, OptionalExtension};

use super::brake::familiar;
use super::roster::{self, NewPerson, Roster};
use super::sessions::NewSession;
use super::whence::Whence;
use super::{People, kept, moment, password, secret};
use crate::decide::{Entered, Who};
use crate::env::Env;
use crate::error::{Error, Result, Told};
use crate::record::{PersonRecord, Record};
use crate::rights::Role;
use crate::store::Store;

/// How long the first administrator's link is good.
pub const FIRST_LINK_HOURS: i64 = 24;
/// How long other links are.
pub const LINK_HOURS: i64 = 7 * 24;
/// What the first entry says of itself.
const FIRST: &str = "first administrator";

/// A person who was made, and the link by which they set their password.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Invited {
    /// Id of the person.
    pub person: String,
    /// The secret of the link: shown once, never kept.
    pub link: String,
    /// Until when it is good.
    pub expires: Moment,
    /// The entry by which they were made; none where they were there.
    pub entered: Option<Entered>,
}

impl People {
    /// The secret of the link that makes the first administrator, while there is none; a new one
    /// takes the place of the former.
    ///
    /// # Errors
    /// The database fails.
    pub fn first_link(&self, env: &Env) -> Result<Option<String>> {
        let mut db = self.lock();
        let transaction = db.transaction()?;
        if has_administrator(&transaction)? {
            return Ok(None);
        }
        let link = secret(env);
        transaction.execute("DELETE FROM links WHERE person IS NULL", [])?;
        put(&transaction, &link, None, env.now().seconds() + FIRST_LINK_HOURS * 3600)?;
        transaction.commit()?;
        Ok(Some(link))
    }

    /// Makes the first administrator, by the link of [`People::first_link`], and lets them in.
    ///
    /// # Errors
    /// The link is none or used up, somebody is administrator, name or password may not be it, or
    /// the store fails.
    pub fn begin(
        &self,
        store: &Store,
        env: &Env,
        link: &str,
        name: &str,
        password: &str,
        from: &Whence,
    ) -> Result<NewSession> {
        // A wrong link costs neither a walk through the ledger nor a hash.
        self.first(&self.lock(), env, link)?;
        let roster = Roster::load(store)?;
        let name = roster::name(&roster, name)?;
        password::check(&name, password)?;
        let hash = password::hash(password, self.cost, env)?;
        let mut db = self.lock();
        let transaction = db.transaction_with_behavior(rusqlite::TransactionBehavior::Immediate)?;
        self.first(&transaction, env, link)?;
        let (id, role, why) = (roster::id(&roster, env), Role::Administrator, FIRST.to_owned());
        let (areas, party, closed) = (Vec::new(), None, false);
        let person =
            PersonRecord { id: id.clone(), name: name.clone(), role, areas, party, closed, why };
        roster::enter(store, env, &roster, &name, Record::Person(person))?;
        mirror(&transaction, &id, role, Some(&hash))?;
        transaction.execute("DELETE FROM links WHERE person IS NULL", [])?;
        let session = super::sessions::begin(&transaction, env, &id, false, from)?;
        familiar(&transaction, &id, from, env.now().seconds())?;
        transaction.commit()?;
        Ok(session)
    }

    fn first(&self, db: &Connection, env: &Env, link: &str) -> Result<()> {
        match take(db, env, link)? {
            Some(None) if !has_administrator(db)? => Ok(()),
            _ => Err(used_up()),
        }
    }

    /// Makes a person, and the link by which they set their password.
    ///
    /// # Errors
    /// The name may not be it or is taken, nobody or no reason is named, or the store fails.
    /// Whether role, areas and party go together: [`NewPerson::check`].
    pub fn invite(
        &self,
        store: &Store,
        env: &Env,
        roster: &Roster,
        who: &Who,
        new: NewPerson,
    ) -> Result<Invited> {
        crate::decide::named(who)?;
        let name = roster::name(roster, &new.name)?;
        let (id, why) = (roster::id(roster, env), who.why.clone());
        let NewPerson { role, areas, party, .. } = new;
        let person = PersonRecord { id: id.clone(), name, role, areas, party, closed: false, why };
        let entered = roster::enter(store, env, roster, &who.by, Record::Person(person))?;
        let db = self.lock();
        mirror(&db, &id, role, None)?;
        let (link, expires) = renew(&db, env, &id)?;
        Ok(Invited { person: id, link, expires, entered: Some(entered) })
    }

    /// Another link for somebody who is there, which takes the place of former ones. Until it is
    /// used their password stays.
    ///
    /// # Errors
    /// Nothing has the id, the person is closed, or the database fails.
    pub fn link(&self, env: &Env, roster: &Roster, id: &str) -> Result<Invited> {
        let person = roster.open(id)?;
        let db = self.lock();
        // A file that was lost, or a ledger that came from elsewhere, has no row yet.
        mirror(&db, id, person.role, None)?;
        let (link, expires) = renew(&db, env, id)?;
        Ok(Invited { person: id.to_owned(), link, expires, entered: None })
    }

    /// Whose link it is; nothing while it is the first administrator's.
    ///
    /// # Errors
    /// The link is none or used up, or the database fails.
    pub fn linked(&self, env: &Env, link: &str) -> Result<Option<String>> {
        take(&self.lock(), env, link)?.ok_or_else(used_up)
    }

    /// Sets a password by a link, which is used up by that, and lets its person in; their other
    /// sessions end, and failures under their name are forgotten.
    ///
    /// # Errors
    /// The link is none or used up, the password may not be it, or the database fails.
    pub fn redeem(
        &self,
        env: &Env,
        roster: &Roster,
        link: &str,
        password: &str,
        from: &Whence,
    ) -> Result<NewSession> {
        let person = self.linked(env, link)?.ok_or_else(used_up)?;
        let name = roster.open(&person)?.name.clone();
        password::check(&name, password)?;
        let hash = password::hash(password, self.cost, env)?;
        let mut db = self.lock();
        let transaction = db.transaction_with_behavior(rusqlite::TransactionBehavior::Immediate)?;
        if take(&transaction, env, link)? != Some(Some(person.clone())) {
            return Err(used_up());
        }
        let sql = "UPDATE persons SET password = ?2 WHERE id = ?1 AND closed = 0";
        if transaction.execute(sql, [&person, &hash])? != 1 {
            return Err(used_up());
        }
        for table in ["links", "sessions"] {
            transaction.execute(&format!("DELETE FROM {table} WHERE person = ?1"), [&person])?;
        }
        super::sessions::forgive(&transaction, &name)?;
        let session = super::sessions::begin(&transaction, env, &person, false, from)?;
        familiar(&transaction, &person, from, env.now().seconds())?;
        transaction.commit()?;
        Ok(session)
    }
}

fn used_up() -> Error {
    Told::error("told-no-link", &[])
}

fn has_administrator(db: &Connection) -> Result<bool> {
    let sql = "SELECT EXISTS (SELECT 1 FROM persons WHERE role = ?1 AND closed = 0 \
               AND password IS NOT NULL)";
    Ok(db.query_row(sql, [Role::Administrator.name()], |row| row.get(0))?)
}

/// Repeats what the ledger says of a person; a password that is there stays.
fn mirror(db: &Connection, id: &str, role: Role, hash: Option<&str>) -> Result<()> {
    let sql = "INSERT INTO persons (id, role, closed, password) VALUES (?1, ?2, 0, ?3) \
               ON CONFLICT (id) DO UPDATE SET role = ?2, closed = 0";
    db.execute(sql, (id, role.name(), hash))?;
    Ok(())
}

fn renew(db: &Connection, env: &Env, person: &str) -> Result<(String, Moment)> {
    let (link, expires) = (secret(env), env.now().seconds() + LINK_HOURS * 3600);
    db.execute("DELETE FROM links WHERE person = ?1", [person])?;
    put(db, &link, Some(person), expires)?;
    Ok((link, moment(expires)))
}

fn put(db: &Connection, link: &str, person: Option<&str>, expires: i64) -> Result<()> {
    let sql = "INSERT INTO links (hash, person, expires) VALUES (?1, ?2, ?3)";
    db.execute(sql, (kept(link), person, expires))?;
    Ok(())
}

/// For whom a link is, while it is good: nobody yet, for the first administrator's.
fn take(db: &Connection, env: &Env, link: &str) -> Result<Option<Option<String>>> {
    let sql = "SELECT person FROM links WHERE hash = ?1 AND expires > ?2";
    let found = db.query_row(sql, (kept(link), env.now().seconds()), |row| row.get(0));
    Ok(found.optional()?)
}
