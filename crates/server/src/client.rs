//! From where a request comes: by its connection, and by what a proxy that is trusted says of it.
//! What anybody else writes into headers is believed in one respect only: that something stands
//! between, so that who asks is not this machine.

use std::net::{IpAddr, SocketAddr};

use axum::http::HeaderMap;
use hudna::people::Whence;

/// Headers that something between adds.
const FORWARDING: [&str; 6] =
    ["x-forwarded-for", "forwarded", "via", "x-real-ip", "x-forwarded-host", "x-forwarded-proto"];

/// The address of who asks: that of the connection, and behind a trusted proxy the last one of
/// `X-Forwarded-For` that is no trusted proxy itself. What stands before it anybody may have
/// written.
pub fn address(peer: IpAddr, headers: &HeaderMap, proxies: &[IpAddr]) -> IpAddr {
    let mut at = peer.to_canonical();
    let lines = headers.get_all("x-forwarded-for");
    let lines: Vec<&str> = lines.iter().map(|line| line.to_str().unwrap_or("")).collect();
    let mut told = lines.iter().flat_map(|line| line.split(',')).rev().map(parsed);
    while proxies.contains(&at) {
        // Where it says nothing that can be read, the proxy itself is all that is known.
        let Some(Some(next)) = told.next() else { break };
        at = next;
    }
    at
}

/// What one client is counted by.
pub fn unit(peer: IpAddr, headers: &HeaderMap, proxies: &[IpAddr]) -> IpAddr {
    Whence::unit(address(peer, headers, proxies))
}

/// Whether a request was made on this machine, for this machine. Nothing may stand between: a
/// proxy that was not named would make everybody local. And it must name this machine: another site that had its
/// name point here would be named instead.
pub fn local(peer: IpAddr, headers: &HeaderMap, proxies: &[IpAddr]) -> bool {
    let peer = peer.to_canonical();
    if proxies.contains(&peer) {
        let from = address(peer, headers, proxies);
        return from.is_loopback() && !proxies.contains(&from);
    }
    let between = FORWARDING.iter().any(|name| headers.contains_key(*name));
    let host = headers.get("host").and_then(|h| h.to_str().ok()).unwrap_or("");
    peer.is_loopback() && !between && names_loopback(host)
}

/// An address, with or without a port.
fn parsed(text: &str) -> Option<IpAddr> {
    let text = text.trim();
    let alone = text.trim_matches(['[', ']']).parse::<IpAddr>();
    let found = alone.or_else(|_| text.parse::<SocketAddr>().map(|a| a.ip()));
    found.ok().map(|a| a.to_canonical())
}

fn names_loopback(host: &str) -> bool {
    let name = match host.rsplit_once(':') {
        Some((name, port)) if port.bytes().all(|b| b.is_ascii_digit()) => name,
        _ => host,
    };
    let name = if host.ends_with(']') { host } else { name };
    name.eq_ignore_ascii_case("localhost") || parsed(name).is_some_and(|a| a.is_loopback())
}

#[cfg(test)]
mod tests {
    use axum::http::{HeaderName, HeaderValue};

    use super::*;

    fn headers(all: &[(&'static str, &'static str)]) -> HeaderMap {
        let pair = |(name, value): &(&'static str, &'static str)| {
            (HeaderName::from_static(name), HeaderValue::from_static(value))
        };
        all.iter().map(pair).collect()
    }

    #[track_caller]
    fn check(peer: &str, told: &[&'static str], proxies: &[&str], expected: &str) {
        let told: Vec<_> = told.iter().map(|v| ("x-forwarded-for", *v)).collect();
        let proxies: Vec<IpAddr> = proxies.iter().map(|p| p.parse().unwrap()).collect();
        let found = address(peer.parse().unwrap(), &headers(&told), &proxies);
        assert_eq!(found.to_string(), expected, "{peer} {told:?}");
    }

    #[test]
    fn what_is_forwarded_is_believed_from_a_trusted_proxy_alone() {
        check("192.0.2.1", &[], &[], "192.0.2.1");
        check("192.0.2.1", &["198.51.100.7"], &[], "192.0.2.1");
        check("192.0.2.1", &["198.51.100.7"], &["192.0.2.2"], "192.0.2.1");
        check("192.0.2.1", &["198.51.100.7"], &["192.0.2.1"], "198.51.100.7");
        check("::ffff:192.0.2.1", &["198.51.100.7:4711"], &["192.0.2.1"], "198.51.100.7");
        check("192.0.2.1", &["[2001:db8::1]:80"], &["192.0.2.1"], "2001:db8::1");
    }

    #[test]
    fn the_last_that_is_no_proxy_is_who_asks() {
        check("192.0.2.1", &["127.0.0.1, 198.51.100.7"], &["192.0.2.1"], "198.51.100.7");
        check("192.0.2.1", &["127.0.0.1", "198.51.100.7"], &["192.0.2.1"], "198.51.100.7");
        let two = ["192.0.2.1", "192.0.2.2"];
        check("192.0.2.1", &["127.0.0.1, 198.51.100.7, 192.0.2.2"], &two, "198.51.100.7");
        check("192.0.2.1", &["192.0.2.2"], &two, "192.0.2.2");
        check("192.0.2.1", &["198.51.100.7, unknown"], &["192.0.2.1"], "192.0.2.1");
        check("192.0.2.1", &[], &["192.0.2.1"], "192.0.2.1");
    }

    #[track_caller]
    fn check_local(
        peer: &str,
        told: &[(&'static str, &'static str)],
        proxies: &[&str],
        expected: bool,
    ) {
        let proxies: Vec<IpAddr> = proxies.iter().map(|p| p.parse().unwrap()).collect();
        assert_eq!(local(peer.parse().unwrap(), &headers(told), &proxies), expected, "{told:?}");
    }

    #[test]
    fn this_machine_is_who_names_it_with_nothing_between() {
        for host in ["localhost", "LOCALHOST:8080", "127.0.0.1:8080", "[::1]", "[::1]:8080"] {
            check_local("127.0.0.1", &[("host", host)], &[], true);
        }
        for host in ["", "example.org", "localhost.example.org:80", "192.0.2.1", "[2001:db8::1]:80"]
        {
            check_local("127.0.0.1", &[("host", host)], &[], false);
        }
        check_local("192.0.2.1", &[("host", "localhost")], &[], false);
        for name in FORWARDING {
            check_local("127.0.0.1", &[("host", "localhost"), (name, "127.0.0.1")], &[], false);
        }
    }

    #[test]
    fn behind_a_trusted_proxy_it_is_who_the_proxy_says() {
        let proxy = ["127.0.0.1"];
        check_local("127.0.0.1", &[("host", "localhost")], &proxy, false);
        let far = [("host", "example.org"), ("x-forwarded-for", "198.51.100.7")];
        check_local("127.0.0.1", &far, &proxy, false);
        let near = [("host", "example.org"), ("x-forwarded-for", "::1")];
        check_local("127.0.0.1", &near, &proxy, true);
    }
}
