//! Options of `hudna serve`.

use std::net::{IpAddr, SocketAddr};
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
    /// Something in front ends TLS
    #[arg(long)]
    pub behind_tls: bool,
    /// Address of a proxy in front whose X-Forwarded-For is believed; may be repeated
    #[arg(long = "proxy", value_name = "ADDRESS")]
    pub proxies: Vec<IpAddr>,
    /// Where people reach it, for links that are given out, such as https://desk.example.org (else
    /// where it listens)
    #[arg(long, value_name = "URL", value_parser = origin)]
    pub address: Option<String>,
    /// Anybody sees the public view (rounded, 72 hours late) without signing in
    #[arg(long)]
    pub public: bool,
    /// Whoever comes from this machine is a guest analyst: for an example, on loopback alone
    #[arg(long)]
    pub guest: bool,
    /// Requests a second that one address may send for long; 0 for no limit
    #[arg(long, value_name = "N", default_value_t = 50)]
    pub rate: u32,
    /// Requests that are worked on at once
    #[arg(long, value_name = "N", default_value_t = hudna_server::WORKERS as u32,
        value_parser = clap::value_parser!(u32).range(1..=1024))]
    pub workers: u32,
    /// Folder with `templates` and `web` that is read instead of what is compiled in
    #[arg(long, value_name = "DIR", hide = true)]
    pub assets: Option<PathBuf>,
    /// What is logged on standard error: error, warn, info, debug
    #[arg(long, value_name = "LEVEL", default_value = "warn")]
    pub log: String,
}

/// Scheme and host, perhaps a port; no path, so that links can be put behind it.
fn origin(text: &str) -> Result<String, String> {
    let text = text.strip_suffix('/').unwrap_or(text);
    let host = text.strip_prefix("https://").or_else(|| text.strip_prefix("http://"));
    let plain = |c: char| c.is_ascii_alphanumeric() || "-.:[]".contains(c);
    match host {
        Some(host) if !host.is_empty() && host.chars().all(plain) => Ok(text.to_owned()),
        _ => Err("write scheme and host alone, such as https://desk.example.org".into()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_is_a_scheme_and_a_host() {
        let check = |text: &str, expected: Option<&str>| {
            assert_eq!(origin(text).ok().as_deref(), expected, "{text}");
        };
        check("https://desk.example.org", Some("https://desk.example.org"));
        check("http://[2001:db8::1]:8080/", Some("http://[2001:db8::1]:8080"));
        for bad in ["desk.example.org", "https://", "https://a/b", "https://u@a", "ftp://a", ""] {
            check(bad, None);
        }
    }
}
