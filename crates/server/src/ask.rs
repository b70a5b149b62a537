//! A request as handlers see it: who asks, for what, in which language.

use std::collections::BTreeMap;
use std::net::IpAddr;
use std::time::Instant;

use hudna::people::{Held, TokenHeld};
use hudna::rights::Asker;
use serde_json::{Value, json};

use crate::form::Upload;
use crate::say::Say;

/// A request.
#[derive(Debug)]
pub struct Ask {
    /// `GET`, `POST` …
    pub method: String,
    /// Path, decoded.
    pub path: String,
    /// Parts of the path by their names in the route.
    pub params: BTreeMap<String, String>,
    /// Query, decoded, in its order.
    pub query: Vec<(String, String)>,
    /// Fields of the form that was sent.
    pub form: Vec<(String, String)>,
    /// Files of the form that was sent.
    pub files: Vec<Upload>,
    /// The body as it came.
    pub body: Vec<u8>,
    /// Headers by their names in small letters.
    pub headers: BTreeMap<String, String>,
    /// Cookies.
    pub cookies: Vec<(String, String)>,
    /// Who asks.
    pub asker: Asker,
    /// The session, where it is one and no token.
    pub session: Option<Held>,
    /// The API token that it asks with.
    pub token: Option<TokenHeld>,
    /// What a form must send back.
    pub csrf: String,
    /// What is done in the reader's way.
    pub say: Say,
    /// Shortcuts are wanted.
    pub shortcuts: bool,
    /// Much is wanted on a page.
    pub compact: bool,
    /// The address of who asks.
    pub address: Option<IpAddr>,
    /// When nobody waits for the answer any more.
    pub until: Option<Instant>,
}

/// Browsers that are told apart, by how they call themselves; those that others call themselves,
/// too, come last.
const PROGRAMS: [&str; 5] = ["Firefox", "Edg", "Chrome", "Safari", "curl"];

/// The program that asks, by what it calls itself, in short; empty where it is none of those.
pub fn program(told: &str) -> &'static str {
    let known = PROGRAMS.into_iter().find(|name| told.contains(name));
    known.map_or("", |name| if name == "Edg" { "Edge" } else { name })
}

impl Ask {
    /// A part of the path.
    pub fn param(&self, name: &str) -> &str {
        self.params.get(name).map_or("", String::as_str)
    }

    /// The first value of a name in the query.
    pub fn asked(&self, name: &str) -> Option<&str> {
        let found = self.query.iter().find(|(n, v)| n == name && !v.trim().is_empty());
        found.map(|(_, v)| v.as_str())
    }

    /// A field of the form, trimmed; none where it is empty.
    pub fn field(&self, name: &str) -> Option<&str> {
        let found = self.form.iter().find(|(n, v)| n == name && !v.trim().is_empty());
        found.map(|(_, v)| v.trim())
    }

    /// All values of a field of the form.
    pub fn fields(&self, name: &str) -> Vec<String> {
        let of = |(n, v): &(String, String)| (n == name && !v.trim().is_empty()).then(|| v.clone());
        self.form.iter().filter_map(of).collect()
    }

    /// A header.
    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers.get(name).map(String::as_str)
    }

    /// The program that asks, in short.
    pub fn program(&self) -> &'static str {
        program(self.header("user-agent").unwrap_or(""))
    }

    /// A cookie.
    pub fn cookie(&self, name: &str) -> Option<&str> {
        self.cookies.iter().find(|(n, _)| n == name).map(|(_, v)| v.as_str())
    }

    /// Id of whoever keeps settings here: a person or a guest.
    pub fn owner(&self) -> Option<&str> {
        self.session.as_ref().map(|s| s.person.as_str()).or(self.asker.person.as_deref())
    }

    /// The query as it came, encoded anew.
    pub fn query_string(&self) -> String {
        crate::form::query(&self.query)
    }

    /// Where to go back to: an address of this server, else `usual`.
    pub fn next(&self, usual: &str) -> String {
        let told = self.field("next").or_else(|| self.asked("next"));
        let own = |n: &&str| {
            n.starts_with('/')
                && !n.starts_with("//")
                && !n.contains(|c: char| c == '\\' || c.is_control())
        };
        told.filter(own).unwrap_or(usual).to_owned()
    }

    /// The fields of its form as they are sent once more, on the version that was seen by then.
    pub fn again(&self, version: u64) -> Vec<Value> {
        let kept = self.form.iter().filter(|(n, _)| !["csrf", "version"].contains(&n.as_str()));
        let kept = kept.map(|(n, v)| json!({ "name": n, "value": v }));
        kept.chain([json!({ "name": "version", "value": version })]).collect()
    }

    /// Whether it is for programs.
    pub fn is_api(&self) -> bool {
        self.path.starts_with("/api/v1")
    }
}
