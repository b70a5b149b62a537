//! What is sent back.

use serde::Serialize;
use sha2::{Digest, Sha256};

/// A response, before it is on the wire.
#[derive(Debug, Clone)]
pub struct Reply {
    /// HTTP status.
    pub status: u16,
    /// Headers.
    pub headers: Vec<(&'static str, String)>,
    /// Body.
    pub body: Vec<u8>,
}

impl Reply {
    /// A body of some type.
    pub fn new(status: u16, kind: &str, body: impl Into<Vec<u8>>) -> Self {
        Self { status, headers: vec![("content-type", kind.to_owned())], body: body.into() }
    }

    /// A page.
    pub fn page(html: String) -> Self {
        Self::new(200, "text/html; charset=utf-8", html)
    }

    /// JSON.
    pub fn json(value: &impl Serialize) -> Self {
        let body = serde_json::to_vec(value).expect("what is answered has a JSON form");
        Self::new(200, "application/json", body)
    }

    /// Another address, to be asked with GET.
    pub fn to(address: impl Into<String>) -> Self {
        Self { status: 303, headers: vec![("location", address.into())], body: Vec::new() }
    }

    /// A file to keep.
    pub fn file(kind: &str, name: &str, body: impl Into<Vec<u8>>) -> Self {
        let plain = |c: char| if c.is_ascii_alphanumeric() || "-_.".contains(c) { c } else { '_' };
        let name: String = name.chars().map(plain).collect();
        Self::new(200, kind, body)
            .header("content-disposition", format!("attachment; filename=\"{name}\""))
    }

    /// The same with another status.
    pub fn status(self, status: u16) -> Self {
        Self { status, ..self }
    }

    /// The same with one header more.
    pub fn header(mut self, name: &'static str, value: impl Into<String>) -> Self {
        self.headers.push((name, value.into()));
        self
    }

    /// The same, saying after how many seconds it is worth coming again.
    pub fn again(self, seconds: Option<u64>) -> Self {
        match seconds {
            Some(seconds) => self.header("retry-after", seconds.to_string()),
            None => self,
        }
    }

    /// The same with the tag of its body, so that it need not be sent twice.
    pub fn tagged(self) -> Self {
        let hash = Sha256::digest(&self.body);
        let tag: String = hash.iter().take(12).map(|b| format!("{b:02x}")).collect();
        self.header("etag", format!("\"{tag}\""))
    }

    /// Value of a header.
    pub fn get(&self, name: &str) -> Option<&str> {
        self.headers.iter().find(|(n, _)| *n == name).map(|(_, v)| v.as_str())
    }
}
