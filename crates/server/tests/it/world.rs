//! A server of the example with a person of each role, and a token of each.

use std::collections::BTreeMap;
use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::sync::OnceLock;
use std::time::Duration;

use hudna::decide::Who;
use hudna::live::Live;
use hudna::people::{NewPerson, Roster};
use hudna::rights::{Right, Role};
use hudna::{Data, Env, Store};
use hudna_server::{Config, Served, serve};
use serde_json::Value;
use tempfile::TempDir;

use crate::client::{Answer, ask};

/// How long the first picture may take on a slow machine.
const LONG: Duration = Duration::from_secs(600);

/// A running server.
pub struct World {
    pub at: SocketAddr,
    /// Tokens with every right, by role.
    pub tokens: BTreeMap<Role, String>,
    served: Option<Served>,
    _folder: TempDir,
}

fn example() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../examples/syria-2016")
}

fn data() -> hudna::Result<Data> {
    Data::embedded()
}

/// A store that followed the example, made once.
fn followed() -> &'static TempDir {
    static DONE: OnceLock<TempDir> = OnceLock::new();
    DONE.get_or_init(|| {
        let folder = tempfile::tempdir().expect("a folder");
        let env = Env::system();
        let store = Store::open_or_make(folder.path(), &env).expect("a store opens");
        let data = data().expect("the shipped data load");
        hudna::follow::follow(&example(), &store, &data, &env, &mut |_, _| {})
            .expect("the example can be followed");
        folder
    })
}

fn copied() -> TempDir {
    let to = tempfile::tempdir().expect("a folder");
    for entry in std::fs::read_dir(followed().path()).expect("a folder of a store").flatten() {
        let into = to.path().join(entry.file_name());
        std::fs::copy(entry.path(), into).expect("a file is copied");
    }
    to
}

/// Makes a person of each role, and a token of each with all rights that there are.
fn people(live: &Live) -> BTreeMap<Role, String> {
    let store = live.store().expect("the store can be shared");
    let env = live.env();
    let mut tokens = BTreeMap::new();
    for role in Role::ALL.iter().filter(|role| **role != Role::Public) {
        let roster = Roster::load(&store).expect("the roster loads");
        let who = Who { by: "test".into(), at: None, why: "a test".into() };
        let area = (*role == Role::Monitor).then(|| "sy-aleppo".to_owned());
        let party = matches!(role, Role::Party | Role::CoChair);
        let new = NewPerson {
            name: format!("Person {}", role.name()),
            role: *role,
            areas: area.into_iter().collect(),
            party: party.then(|| "syria-government".to_owned()),
        };
        let made = live.people.invite(&store, env, &roster, &who, new).expect("a person is made");
        let token = live.people.make_token(&made.person, "test", 1, Right::ALL, env);
        tokens.insert(*role, token.expect("a token is made").secret);
    }
    tokens
}

impl World {
    /// A server of its own; guests are let in where that is said.
    pub fn new(guests: bool) -> World {
        let folder = copied();
        let grow = |store: &Store| {
            hudna::names::grown(data()?, || Ok(hudna::data::embedded_files()), store)
        };
        let live = Live::open(folder.path(), Env::system(), grow).expect("the store opens");
        let tokens = people(&live);
        live.changed();
        live.settle(LONG);
        let config = Config {
            guests,
            public: true,
            rate: 0,
            patience: LONG,
            timeout: LONG,
            ..Config::new("127.0.0.1:0".parse().expect("an address"))
        };
        let served = serve(live, config).expect("the server begins");
        World { at: served.address, tokens, served: Some(served), _folder: folder }
    }

    /// The server that tests share which do not look at what others enter.
    pub fn shared() -> &'static World {
        static ONE: OnceLock<World> = OnceLock::new();
        ONE.get_or_init(|| World::new(false))
    }

    /// Ends the server, and says where it was.
    pub fn end(mut self) -> SocketAddr {
        if let Some(served) = self.served.take() {
            served.end();
        }
        self.at
    }

    /// A request of somebody in a role; of the public without a token.
    #[track_caller]
    pub fn as_role(
        &self,
        role: Role,
        method: &str,
        path: &str,
        headers: &[(&str, &str)],
        body: &[u8],
    ) -> Answer {
        let mut all = headers.to_vec();
        let bearer = self.tokens.get(&role).map(|token| format!("Bearer {token}"));
        all.extend(bearer.as_deref().map(|bearer| ("authorization", bearer)));
        ask(self.at, method, path, &all, body)
    }

    /// What an analyst reads.
    #[track_caller]
    pub fn get(&self, path: &str) -> Answer {
        self.as_role(Role::Analyst, "GET", path, &[], b"")
    }

    /// What an analyst enters, as JSON.
    #[track_caller]
    pub fn post(&self, path: &str, headers: &[(&str, &str)], body: &Value) -> Answer {
        let mut all = vec![("content-type", "application/json")];
        all.extend(headers);
        self.as_role(Role::Analyst, "POST", path, &all, body.to_string().as_bytes())
    }

    /// Id of the first item of a list.
    #[track_caller]
    pub fn first(&self, list: &str) -> String {
        let answer = self.get(&format!("/api/v1/{list}")).json();
        let id = answer["items"][0]["id"].as_str();
        id.unwrap_or_else(|| panic!("{list} is empty: {answer}")).to_owned()
    }
}
