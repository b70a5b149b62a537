//! Who is who, as the ledger has it.

use std::collections::BTreeMap;

use hudna_model::digest::short_id;
use hudna_model::text::fold;
use hudna_model::{Party, Place};

use super::People;
use crate::decide::{Entered, Who};
use crate::env::Env;
use crate::error::{Error, Result, Told};
use crate::ingest::entry;
use crate::record::{ModeRecord, PersonRecord, Record};
use crate::rights::{Asker, Mode, Role};
use crate::store::{NewEntry, Store};

/// Characters of a name at most.
const MAX_NAME: usize = 100;

/// People and the mode, as the newest entries have them.
#[derive(Debug, Clone, Default)]
pub struct Roster {
    /// People by id.
    pub people: BTreeMap<String, PersonRecord>,
    /// The entry that said so last, by object: a person's id, or `mode`.
    entries: BTreeMap<String, u64>,
    mode: Option<ModeRecord>,
}

/// What the mode is called among the objects; no person has this id.
const MODE: &str = "mode";

/// A person as somebody wants them to be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewPerson {
    /// Their name.
    pub name: String,
    /// Their role.
    pub role: Role,
    /// Ids of a monitor's areas.
    pub areas: Vec<String>,
    /// Id of the party that they speak for, or whose key they hold.
    pub party: Option<String>,
}

impl NewPerson {
    /// Whether role, areas and party go together, and are known.
    ///
    /// # Errors
    /// `told-role-public`, `told-role-needs-areas`, `told-role-needs-party`; nothing has an id.
    pub fn check(
        &self,
        places: &BTreeMap<String, Place>,
        parties: &BTreeMap<String, Party>,
    ) -> Result<()> {
        match self.role {
            Role::Public => return Err(Told::error("told-role-public", &[])),
            Role::Monitor if self.areas.is_empty() => {
                return Err(Told::error("told-role-needs-areas", &[]));
            }
            Role::Party | Role::CoChair if self.party.is_none() => {
                return Err(Told::error("told-role-needs-party", &[]));
            }
            _ => {}
        }
        let unknown = |id: &String, remedy| Err(Error::Unknown { id: id.clone(), remedy });
        if let Some(area) = self.areas.iter().find(|a| !places.contains_key(*a)) {
            return unknown(area, "unknown-area");
        }
        match self.party.as_ref().filter(|p| !parties.contains_key(*p)) {
            Some(party) => unknown(party, "unknown-party"),
            None => Ok(()),
        }
    }
}

impl Roster {
    /// Reads it from the entries of a store; an empty one has nobody.
    ///
    /// # Errors
    /// The store fails.
    pub fn load(store: &Store) -> Result<Roster> {
        let mut roster = Roster::default();
        store.each_payload(|index, payload| roster.take(index, &payload.record))?;
        Ok(roster)
    }

    pub(crate) fn take(&mut self, entry: u64, record: &Record) {
        match record {
            Record::Person(person) => {
                self.entries.insert(person.id.clone(), entry);
                self.people.insert(person.id.clone(), person.clone());
            }
            Record::Mode(mode) => {
                self.entries.insert(MODE.to_owned(), entry);
                self.mode = Some(mode.clone());
            }
            _ => {}
        }
    }

    /// The mode in force.
    pub fn mode(&self) -> Mode {
        self.mode.as_ref().map_or(Mode::Normal, |m| m.mode)
    }

    /// What its entry says: why, too; none while nobody set one.
    pub fn mode_set(&self) -> Option<&ModeRecord> {
        self.mode.as_ref()
    }

    /// Somebody who asks for something, by the id of their session or token; nobody for an id that
    /// is unknown or closed.
    pub fn asker(&self, person: &str) -> Option<Asker> {
        let person = self.people.get(person).filter(|p| !p.closed)?;
        Some(Asker::of(person))
    }

    /// Who is let in under a name, however it is spelled.
    pub fn named(&self, name: &str) -> Option<&PersonRecord> {
        let name = fold(name);
        self.people.values().find(|p| !p.closed && fold(&p.name) == name)
    }

    pub(super) fn open(&self, id: &str) -> Result<&PersonRecord> {
        let unknown = || Error::Unknown { id: id.to_owned(), remedy: "unknown-person" };
        let person = self.people.get(id).ok_or_else(unknown)?;
        if person.closed {
            return Err(Told::error("told-person-closed", &[("name", &person.name)]));
        }
        Ok(person)
    }
}

impl Asker {
    /// Who a person is when they ask for something.
    pub fn of(person: &PersonRecord) -> Asker {
        Asker {
            person: Some(person.id.clone()),
            name: person.name.clone(),
            role: person.role,
            areas: person.areas.clone(),
            party: person.party.clone(),
            guest: false,
        }
    }
}

/// A name as it is kept; letters or digits, one line, not too long, and nobody else's.
pub(super) fn name(roster: &Roster, name: &str) -> Result<String> {
    let name = name.trim();
    let bad = fold(name).is_empty()
        || name.chars().count() > MAX_NAME
        || name.chars().any(char::is_control);
    if bad {
        let most = MAX_NAME.to_string();
        return Err(Told::error("told-bad-person-name", &[("most", &most)]));
    }
    match roster.named(name) {
        Some(other) => Err(Told::error("told-name-taken", &[("name", &other.name)])),
        None => Ok(name.to_owned()),
    }
}

/// A new id.
pub(super) fn id(roster: &Roster, env: &Env) -> String {
    loop {
        let id = short_id("P", [env.random::<16>().as_slice()]);
        if !roster.people.contains_key(&id) {
            return id;
        }
    }
}

/// Appends an entry as the next version of its object.
pub(super) fn enter(
    store: &Store,
    env: &Env,
    roster: &Roster,
    by: &str,
    record: Record,
) -> Result<Entered> {
    let about = match &record {
        Record::Person(person) => person.id.clone(),
        _ => MODE.to_owned(),
    };
    let (kind, at) = (record.kind(), env.now());
    let new = entry(env, by, record, at, None);
    let former = roster.entries.get(&about).map(|entry| store.object_of(*entry)).transpose()?;
    let object = former.unwrap_or_else(|| new.object.clone());
    let entry = store.append(vec![NewEntry { object, ..new }])?[0];
    Ok(Entered { entry, kind, about, by: by.to_owned(), at })
}

/// Sets the mode.
///
/// # Errors
/// Nobody or no reason is named, the mode is in force, or the store fails.
pub fn set_mode(
    store: &Store,
    env: &Env,
    roster: &Roster,
    who: &Who,
    mode: Mode,
) -> Result<Entered> {
    crate::decide::named(who)?;
    if roster.mode() == mode {
        return Err(Told::error("told-mode-already", &[("mode", mode.name())]));
    }
    let record = Record::Mode(ModeRecord { mode, why: who.why.clone() });
    enter(store, env, roster, &who.by, record)
}

impl People {
    /// Refuses what would leave nobody to open the house: no other administrator, or none of the
    /// others with a password while this one has one.
    fn leaves_an_administrator(&self, roster: &Roster, without: &str) -> Result<()> {
        let other =
            |p: &&PersonRecord| p.role == Role::Administrator && !p.closed && p.id != without;
        let ids: Vec<&str> = roster.people.values().filter(other).map(|p| p.id.as_str()).collect();
        let comes_in = |id: &str| -> Result<bool> {
            let sql =
                "SELECT EXISTS (SELECT 1 FROM persons WHERE id = ?1 AND password IS NOT NULL)";
            Ok(self.lock().query_row(sql, [id], |row| row.get(0))?)
        };
        let mut able = false;
        for id in &ids {
            able |= comes_in(id)?;
        }
        match !ids.is_empty() && (able || !comes_in(without)?) {
            true => Ok(()),
            false => Err(Told::error("told-last-administrator", &[])),
        }
    }

    /// Gives a person another role. Their sessions and tokens go on with it; settings stay.
    ///
    /// # Errors
    /// Nothing has the id, the person is closed or is that already, nobody would be administrator,
    /// or the store fails. Whether areas and party are known: [`NewPerson::check`].
    pub fn change(
        &self,
        store: &Store,
        env: &Env,
        roster: &Roster,
        who: &Who,
        id: &str,
        to: NewPerson,
    ) -> Result<Entered> {
        crate::decide::named(who)?;
        let former = roster.open(id)?;
        let why = who.why.clone();
        let NewPerson { name: _, role, areas, party } = to;
        let record = PersonRecord { role, areas, party, why, ..former.clone() };
        if (PersonRecord { why: former.why.clone(), ..record.clone() }) == *former {
            return Err(Told::error("told-role-already", &[("name", &former.name)]));
        }
        if former.role == Role::Administrator && role != Role::Administrator {
            self.leaves_an_administrator(roster, id)?;
        }
        let entered = enter(store, env, roster, &who.by, Record::Person(record))?;
        let sql = "UPDATE persons SET role = ?2 WHERE id = ?1";
        self.lock().execute(sql, [id, role.name()])?;
        Ok(entered)
    }

    /// Lets a person in no more: sessions, tokens and links end, the name may be given again.
    ///
    /// # Errors
    /// As [`People::change`].
    pub fn close(
        &self,
        store: &Store,
        env: &Env,
        roster: &Roster,
        who: &Who,
        id: &str,
    ) -> Result<Entered> {
        crate::decide::named(who)?;
        let former = roster.open(id)?;
        if former.role == Role::Administrator {
            self.leaves_an_administrator(roster, id)?;
        }
        let why = who.why.clone();
        let record = PersonRecord { closed: true, why, ..former.clone() };
        let entered = enter(store, env, roster, &who.by, Record::Person(record))?;
        let mut db = self.lock();
        let transaction = db.transaction()?;
        let sql = "UPDATE persons SET closed = 1, password = NULL WHERE id = ?1";
        transaction.execute(sql, [id])?;
        for table in ["sessions", "tokens", "links", "known"] {
            transaction.execute(&format!("DELETE FROM {table} WHERE person = ?1"), [id])?;
        }
        transaction.commit()?;
        Ok(entered)
    }
}
