//! Options of `hudna serve`.

use std::net::SocketAddr;
use std::path::PathBuf;

use clap::Args;

/// How a store is served.
#[derive(Args, Clone)]
pub struct ServeArgs {
    /// Where it listens; this machine alone unless told otherwise
    #[arg(long, value_name = "ADDRESS:PORT", default_value = "127.0.0.1:8080")]
    pub listen: SocketAddr,
    /// Certificate chain for TLS, PEM
    #[arg(long, value_name = "FILE", requires = "tls_key")]
    pub tls_cert: Option<PathBuf>,
    /// Key of the certificate, PEM
    #[arg(long, value_name = "FILE", requires = "tls_cert")]
    pub tls_key: Option<PathBuf>,
    /// Something in front ends TLS and tells the address of who asks
    #[arg(long)]
    pub behind_tls: bool,
    /// Anybody sees the public view (rounded, 72 hours late) without signing in
    #[arg(long)]
    pub public: bool,
    /// Whoever comes from this machine is a guest analyst: for an example, on loopback alone
    #[arg(long)]
    pub guest: bool,
    /// Requests a second that one address may send for long; 0 for no limit
    #[arg(long, value_name = "N", default_value_t = 50)]
    pub rate: u32,
    /// Folder with `templates` and `web` that is read instead of what is compiled in
    #[arg(long, value_name = "DIR", hide = true)]
    pub assets: Option<PathBuf>,
    /// What is logged on standard error: error, warn, info, debug
    #[arg(long, value_name = "LEVEL", default_value = "warn")]
    pub log: String,
}
