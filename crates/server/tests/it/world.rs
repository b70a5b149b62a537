//! A server of the example with a person of each role, and a token of each.

use std::collections::BTreeMap;
use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::sync::OnceLock;
use std::time::Duration;

use hudna::decide::Who;
use hudna::live::Live;
use hudna::people::{NewPerson, Roster, Whence};
use hudna::rights::{Right, Role};
use hudna::{Data, Env, Store};
use hudna_server::{Config, Served, serve};
use serde_json::Value;
use tempfile::TempDir;

use crate::client::{Answer, ask};

/// How long the first picture may take on a slow machine.
const LONG: Duration = Duration::from_secs(600);

/// Password of those who have one.
pub const PASSWORD: &str = "a password of many words";

/// A running server.
pub struct World {
    pub at: SocketAddr,
    /// Tokens with every right, by role.
    pub tokens: BTreeMap<Role, String>,
    served: Option<Served>,
    folder: TempDir,
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
        if matches!(role, Role::Analyst | Role::Administrator) {
            let roster = Roster::load(&store).expect("the roster loads");
            let (link, from) = (&made.link, Whence::default());
            let set = live.people.redeem(env, &roster, link, PASSWORD, &from);
            set.expect("a password is set");
        }
    }
    tokens
}

impl World {
    /// A server of its own; guests are let in where that is said.
    pub fn new(guests: bool) -> World {
        World::with(|config| config.guests = guests)
    }

    /// A server of its own, run as is said.
    pub fn with(how: impl FnOnce(&mut Config)) -> World {
        let folder = copied();
        let grow = |store: &Store| {
            hudna::names::grown(data()?, || Ok(hudna::data::embedded_files()), store)
        };
        let live = Live::open(folder.path(), Env::system(), grow).expect("the store opens");
        let tokens = people(&live);
        live.changed();
        live.settle(LONG);
        let mut config = Config {
            public: true,
            rate: 0,
            patience: LONG,
            timeout: LONG,
            ..Config::new("127.0.0.1:0".parse().expect("an address"))
        };
        how(&mut config);
        let served = serve(live, config).expect("the server begins");
        World { at: served.address, tokens, served: Some(served), folder }
    }

    /// The server that tests share which do not look at what others enter.
    pub fn shared() -> &'static World {
        static ONE: OnceLock<World> = OnceLock::new();
        ONE.get_or_init(|| World::new(false))
    }

    /// The store's folder.
    pub fn folder(&self) -> &Path {
        self.folder.path()
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

    /// Sends a form as a browser does that has some cookies: with what a page of the server told.
    #[track_caller]
    pub fn send(&self, jar: &Jar, path: &str, headers: &[(&str, &str)], form: &str) -> Answer {
        let mut all = vec![
            ("cookie", jar.cookies.as_str()),
            ("content-type", "application/x-www-form-urlencoded"),
        ];
        all.extend(headers);
        let body = format!("{form}&csrf={}", jar.csrf);
        ask(self.at, "POST", path, &all, body.as_bytes())
    }

    /// A page as somebody sees it who has some cookies.
    #[track_caller]
    pub fn see(&self, jar: &Jar, path: &str) -> Answer {
        ask(self.at, "GET", path, &[("cookie", &jar.cookies)], b"")
    }

    /// Tries a password from wherever the headers say.
    #[track_caller]
    pub fn try_password(&self, headers: &[(&str, &str)], role: Role, password: &str) -> Answer {
        let jar = Jar::of(&ask(self.at, "GET", "/signin", headers, b""), "");
        let form = format!("name=Person+{}&password={}", role.name(), password.replace(' ', "+"));
        self.send(&jar, "/signin", headers, &form)
    }

    /// A session of the person of a role who has a password.
    #[track_caller]
    pub fn sign_in(&self, role: Role) -> Jar {
        let answer = self.try_password(&[("user-agent", "x Firefox/1")], role, PASSWORD);
        assert_eq!(answer.status, 303, "{}", answer.text());
        let cookies = Jar::of(&answer, "").cookies;
        Jar::of(&ask(self.at, "GET", "/settings", &[("cookie", &cookies)], b""), &cookies)
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

/// What a browser keeps of a server.
pub struct Jar {
    pub cookies: String,
    pub csrf: String,
}

impl Jar {
    /// The cookies that an answer sets beside those that were there, and the token of its forms.
    pub fn of(answer: &Answer, had: &str) -> Jar {
        let set = answer.headers.iter().filter(|(name, _)| name == "set-cookie");
        let set = set.filter_map(|(_, value)| value.split(';').next());
        let all = std::iter::once(had).chain(set).filter(|c| !c.is_empty());
        let cookies = all.collect::<Vec<_>>().join("; ");
        let page = answer.text();
        let told = page.split("name=\"csrf\" value=\"").nth(1);
        let csrf = told.and_then(|rest| rest.split('"').next()).unwrap_or_default().to_owned();
        Jar { cookies, csrf }
    }
}
