//! How a server is run.

use std::net::{IpAddr, SocketAddr};
use std::path::PathBuf;
use std::time::Duration;

/// Requests that are worked on at once, where nothing else is said.
pub const WORKERS: usize = 64;

/// What a server is told when it begins.
#[derive(Debug, Clone)]
pub struct Config {
    /// Where it listens.
    pub listen: SocketAddr,
    /// Certificate chain and key, PEM files, for TLS.
    pub tls: Option<(PathBuf, PathBuf)>,
    /// TLS is ended by something in front, so that cookies are for TLS alone.
    pub behind_tls: bool,
    /// Proxies whose `X-Forwarded-For` is believed; nobody else's is.
    pub proxies: Vec<IpAddr>,
    /// Where people reach it: `https://desk.example.org`, without a path. Links that are given out
    /// name it; none for the address that it listens on.
    pub address: Option<String>,
    /// Requests that are worked on at once; at most half of them enter something.
    pub workers: usize,
    /// How long a request waits for a worker.
    pub queue: Duration,
    /// Whoever comes is a guest analyst; on loopback alone, for an example.
    pub guests: bool,
    /// Anybody sees the public view without signing in.
    pub public: bool,
    /// A folder with `templates/pages` and `web` that is read instead of what is compiled in.
    pub assets: Option<PathBuf>,
    /// Largest body of a request, in bytes.
    pub max_body: usize,
    /// How long a request may take.
    pub timeout: Duration,
    /// How long somebody who entered something waits for it to be worked in.
    pub patience: Duration,
    /// Requests a second that one address may send for long; a burst may be fifty times that.
    pub rate: u32,
}

impl Config {
    /// The usual, on an address.
    pub fn new(listen: SocketAddr) -> Self {
        Self {
            listen,
            tls: None,
            behind_tls: false,
            proxies: Vec::new(),
            address: None,
            workers: WORKERS,
            queue: Duration::from_secs(2),
            guests: false,
            public: false,
            assets: None,
            max_body: 48 << 20,
            timeout: Duration::from_secs(30),
            patience: Duration::from_secs(3),
            rate: 50,
        }
    }

    /// Whether cookies are for TLS alone.
    pub fn secure(&self) -> bool {
        self.tls.is_some() || self.behind_tls
    }
}
