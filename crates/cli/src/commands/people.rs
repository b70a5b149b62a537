//! `hudna people`: who may do what, and how they come in. Whoever may write to the store's folder
//! may do this; on the pages administrators alone do.

use std::collections::BTreeMap;

use hudna::decide::Who;
use hudna::facts::Facts;
use hudna::model::{Party, Place};
use hudna::people::{Invited, NewPerson, NewToken, People, Roster, set_mode};
use hudna::record::PersonRecord;
use hudna::{Env, Error, Result, Store};
use serde_json::{Value, json};

use crate::args::{Common, Format, Giving, PeopleCommand, Scope};
use crate::commands::desk::{by, entered};
use crate::table::{self, Cell};
use crate::ui::Ui;

pub fn run(common: &Common, ui: &Ui, what: Option<&PeopleCommand>) -> Result<u8> {
    let Some(what) = what.filter(|what| !matches!(what, PeopleCommand::List)) else {
        return list(ui, &Roster::load(&Store::open_reading(&common.store)?)?);
    };
    let house = House::open(common)?;
    match what {
        PeopleCommand::List => Ok(0),
        PeopleCommand::Mode { mode, giving } => {
            let House { store, env, roster, .. } = &house;
            entered(ui, &set_mode(store, env, roster, &who(giving), *mode)?)
        }
        PeopleCommand::Add { name, role, scope, giving } => {
            let new = house.wanted(common, name, *role, scope)?;
            let House { store, env, roster, people } = &house;
            let invited = people.invite(store, env, roster, &who(giving), new)?;
            link(ui, name, &invited)
        }
        PeopleCommand::Role { person, role, scope, giving } => {
            let person = house.find(person)?;
            let to = house.wanted(common, &person.name, *role, scope)?;
            let House { store, env, roster, people } = &house;
            entered(ui, &people.change(store, env, roster, &who(giving), &person.id, to)?)
        }
        PeopleCommand::Close { person, giving } => {
            let House { store, env, roster, people } = &house;
            let id = &house.find(person)?.id;
            entered(ui, &people.close(store, env, roster, &who(giving), id)?)
        }
        PeopleCommand::Link { person } => {
            let person = house.find(person)?;
            let invited = house.people.link(&house.env, &house.roster, &person.id)?;
            link(ui, &person.name, &invited)
        }
        PeopleCommand::Token { person, label, days, rights } => {
            let person = house.find(person)?;
            let made = house.people.make_token(&person.id, label, *days, rights, &house.env)?;
            token(ui, person, &made)
        }
    }
}

/// A store opened with its accounts.
struct House {
    store: Store,
    env: Env,
    roster: Roster,
    people: People,
}

impl House {
    fn open(common: &Common) -> Result<House> {
        let env = Env::system();
        let store = Store::open(&common.store, &env)?;
        let (roster, people) = (Roster::load(&store)?, People::open(&common.store, &env)?);
        Ok(House { store, env, roster, people })
    }

    /// Somebody who is let in, by id or name.
    fn find(&self, person: &str) -> Result<&PersonRecord> {
        let known = self.roster.people.get(person).or_else(|| self.roster.named(person));
        known.ok_or_else(|| Error::Unknown { id: person.to_owned(), remedy: "unknown-person" })
    }

    fn wanted(
        &self,
        common: &Common,
        name: &str,
        role: hudna::rights::Role,
        scope: &Scope,
    ) -> Result<NewPerson> {
        let (areas, party) = (scope.areas.clone(), scope.party.clone());
        let new = NewPerson { name: name.to_owned(), role, areas, party };
        let (places, parties) = self.known(common)?;
        new.check(&places, &parties)?;
        Ok(new)
    }

    /// Places and parties of the data, and those that people added.
    fn known(&self, common: &Common) -> Result<(BTreeMap<String, Place>, BTreeMap<String, Party>)> {
        let data = super::data(common)?;
        match Facts::load(&self.store, None) {
            // Nothing was entered yet, so nobody added any.
            Err(Error::Usage(_)) => Ok((data.places, data.parties)),
            facts => facts.map(|f| (f.places(&data.places), f.parties(&data.parties))),
        }
    }
}

fn who(giving: &Giving) -> Who {
    Who { by: by(giving.by.as_deref()), at: None, why: giving.why.clone() }
}

fn machine(ui: &Ui) -> bool {
    !matches!(ui.format(), Format::Table | Format::Text)
}

fn link(ui: &Ui, name: &str, invited: &Invited) -> Result<u8> {
    let Invited { person, link, expires, entered } = invited;
    if machine(ui) {
        let entry = entered.as_ref().map(|e| e.entry);
        crate::out::put_line(
            json!({"person": person, "link": link, "expires": expires, "entry": entry}),
        );
        return Ok(0);
    }
    let args = [
        ("name", name.into()),
        ("id", person.clone().into()),
        ("moment", ui.moment(*expires).into()),
        ("link", link.clone().into()),
    ];
    ui.line(&ui.text("people-link", &args));
    Ok(0)
}

fn token(ui: &Ui, person: &PersonRecord, made: &NewToken) -> Result<u8> {
    if machine(ui) {
        let whole = json!({"person": person.id, "token": made.token, "secret": made.secret});
        crate::out::put_line(whole);
        return Ok(0);
    }
    let args = [
        ("name", person.name.clone().into()),
        ("id", made.token.id.clone().into()),
        ("moment", ui.moment(made.token.expires).into()),
        ("token", made.secret.clone().into()),
    ];
    ui.line(&ui.text("people-token", &args));
    Ok(0)
}

fn list(ui: &Ui, roster: &Roster) -> Result<u8> {
    let item = |p: &PersonRecord| {
        json!({
            "id": p.id, "name": p.name, "role": p.role, "areas": p.areas, "party": p.party,
            "closed": p.closed, "why": p.why,
        })
    };
    let items: Vec<Value> = roster.people.values().map(item).collect();
    match ui.format() {
        Format::Json => {
            let whole = json!({
                "total": items.len(), "shown": items.len(), "mode": roster.mode(),
                "mode_why": roster.mode_set().map(|m| &m.why), "people": items,
            });
            crate::out::put_line(format!("{whole:#}"));
        }
        Format::Jsonl => items.iter().for_each(crate::out::put_line),
        Format::Csv => crate::out::put(table::csv(&items)),
        _ => {
            let heads = [
                "id",
                "people-name",
                "people-role",
                "people-areas",
                "people-party",
                "people-state",
            ];
            let rows: Vec<Vec<Cell>> = roster.people.values().map(|p| row(ui, p)).collect();
            ui.table(&heads.map(|h| ui.text(h, &[])), &rows);
            ui.line(&mode(ui, roster));
        }
    }
    Ok(0)
}

/// The mode in a line, with why where somebody set it.
fn mode(ui: &Ui, roster: &Roster) -> String {
    let name = ui.text(&format!("mode-{}", roster.mode().name().replace('_', "-")), &[]);
    match roster.mode_set() {
        Some(set) => {
            let args = [("mode", name.into()), ("why", set.why.clone().into())];
            ui.text("people-mode-why", &args)
        }
        None => ui.text("people-mode", &[("mode", name.into())]),
    }
}

fn row(ui: &Ui, person: &PersonRecord) -> Vec<Cell> {
    let role = format!("person-role-{}", person.role.name().replace('_', "-"));
    let state = if person.closed { "people-closed" } else { "people-open" };
    vec![
        Cell::new(person.id.clone()),
        Cell::new(person.name.clone()),
        Cell::new(ui.text(&role, &[])),
        Cell::new(ui.list(&person.areas)),
        Cell::new(person.party.clone().unwrap_or_else(|| "–".to_owned())),
        Cell::new(ui.text(state, &[])),
    ]
}
