//! Accounts with a clock of their own.

use std::sync::Arc;
use std::sync::atomic::{AtomicI64, AtomicU64, Ordering};

use hudna::decide::Who;
use hudna::generate::Random;
use hudna::model::Moment;
use hudna::people::{Cost, NewPerson, People, Roster, Whence};
use hudna::rights::Role;
use hudna::{Env, Result, Store};
use tempfile::TempDir;

use crate::world::folder;

pub const PASSWORD: &str = "a password of many words";
pub const HOUR: i64 = 3600;

/// A house with a clock that goes only when it is told to.
pub struct House {
    pub dir: TempDir,
    pub store: Store,
    pub people: People,
    pub env: Env,
    pub clock: Arc<AtomicI64>,
}

impl House {
    pub fn new() -> House {
        House::of(folder())
    }

    pub fn of(dir: TempDir) -> House {
        let clock = Arc::new(AtomicI64::new(1_800_000_000));
        let (now, draws) = (Arc::clone(&clock), AtomicU64::new(0));
        let env = Env::new(
            move || Moment::from_seconds(now.load(Ordering::Relaxed)),
            move |buffer| {
                let mut random = Random::new(draws.fetch_add(1, Ordering::Relaxed));
                buffer.fill_with(|| random.number() as u8);
            },
        );
        let store = Store::open_or_make(dir.path(), &env).unwrap();
        let people = People::open_with(dir.path(), &env, Cost::cheap()).unwrap();
        House { dir, store, people, env, clock }
    }

    /// One with an administrator, ann.
    pub fn begun() -> (House, String) {
        let house = House::new();
        let id = house.begin("ann").unwrap();
        (house, id)
    }

    pub fn begin(&self, name: &str) -> Result<String> {
        let link = self.people.first_link(&self.env)?.expect("nobody is administrator");
        self.people.begin(&self.store, &self.env, &link, name, PASSWORD, &home()).map(|s| s.person)
    }

    pub fn pass(&self, seconds: i64) {
        self.clock.fetch_add(seconds, Ordering::Relaxed);
    }

    pub fn roster(&self) -> Roster {
        Roster::load(&self.store).unwrap()
    }

    pub fn sign_in(&self, name: &str, password: &str) -> Result<hudna::people::NewSession> {
        self.sign_in_from(&home(), name, password)
    }

    pub fn sign_in_from(
        &self,
        from: &Whence,
        name: &str,
        password: &str,
    ) -> Result<hudna::people::NewSession> {
        self.people.sign_in(&self.roster().people, name, password, from, &self.env)
    }

    /// Fails from there until it has to wait, and as often again as it may; says how often it did.
    pub fn guess(&self, from: &Whence, name: &str, most: i64) -> i64 {
        let wrong = |_: &i64| code(self.sign_in_from(from, name, "a wrong password"));
        (0..most).map(|n| wrong(&n)).take_while(|code| *code == "told-not-let-in").count() as i64
    }

    pub fn invite(&self, name: &str, role: Role) -> Result<hudna::people::Invited> {
        let new = NewPerson { name: name.into(), role, areas: Vec::new(), party: None };
        self.people.invite(&self.store, &self.env, &self.roster(), &who("ann"), new)
    }

    /// A person who has set their password.
    pub fn person(&self, name: &str, role: Role) -> String {
        let link = self.invite(name, role).unwrap().link;
        self.people.redeem(&self.env, &self.roster(), &link, PASSWORD, &home()).unwrap().person
    }

    pub fn goes_on(&self, token: &str) -> bool {
        self.people.session(token, &self.env).unwrap().is_some()
    }
}

/// Where people work.
pub fn home() -> Whence {
    at("192.0.2.7")
}

pub fn at(address: &str) -> Whence {
    Whence::new(Some(address.parse().unwrap()), "Firefox")
}

pub fn who(by: &str) -> Who {
    Who { by: by.into(), at: None, why: "because".into() }
}

pub fn code<T: std::fmt::Debug>(result: Result<T>) -> &'static str {
    result.expect_err("it is refused").code()
}
