//! From where somebody comes, as far as it is used and kept.

use std::net::{IpAddr, Ipv6Addr};

use hudna_model::digest::hex_digest;

/// Characters of a program's name that are kept.
const MAX_PROGRAM: usize = 40;

/// From where somebody comes. Of the address a hash is counted by and its network alone is shown.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Whence {
    /// What failures are counted by.
    pub(super) address: String,
    /// The address without its end, for whoever looks through their sessions.
    pub(super) network: String,
    /// The program, as it calls itself.
    pub(super) program: String,
}

impl Whence {
    /// Of an address, where one is known, and what the program calls itself.
    pub fn new(address: Option<IpAddr>, program: &str) -> Whence {
        let unit = address.map(Whence::unit);
        let text = unit.map_or_else(String::new, |unit| unit.to_string());
        let plain = program.chars().filter(|c| !c.is_control()).take(MAX_PROGRAM).collect();
        Whence {
            address: hex_digest([b"address".as_slice(), text.as_bytes()]),
            network: unit.map_or_else(String::new, network),
            program: plain,
        }
    }

    /// What counts as one address: of IPv6 the first 64 bits, which one subscriber has whole.
    pub fn unit(address: IpAddr) -> IpAddr {
        match address.to_canonical() {
            IpAddr::V6(v6) if !v6.is_loopback() => {
                IpAddr::V6(Ipv6Addr::from_bits(v6.to_bits() & (u128::MAX << 64)))
            }
            other => other,
        }
    }
}

/// An address without its end: three bytes of four, or the first 48 bits.
fn network(address: IpAddr) -> String {
    if address.is_loopback() {
        return "localhost".to_owned();
    }
    match address {
        IpAddr::V4(v4) => {
            let [a, b, c, _] = v4.octets();
            format!("{a}.{b}.{c}.x")
        }
        IpAddr::V6(v6) => {
            let [a, b, c, ..] = v6.segments();
            format!("{a:x}:{b:x}:{c:x}:x")
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(address: &str, unit: &str, network: &str) {
        let address: IpAddr = address.parse().unwrap();
        assert_eq!(Whence::unit(address).to_string(), unit);
        let whence = Whence::new(Some(address), "x");
        assert_eq!(whence.network, network);
        assert!(!whence.address.contains(unit) && whence.address.len() == 64);
    }

    #[test]
    fn an_address_is_counted_whole_and_shown_in_part() {
        check("192.0.2.17", "192.0.2.17", "192.0.2.x");
        check("::ffff:192.0.2.17", "192.0.2.17", "192.0.2.x");
        check("2001:db8:1:2:3:4:5:6", "2001:db8:1:2::", "2001:db8:1:x");
        check("127.0.0.1", "127.0.0.1", "localhost");
        check("::1", "::1", "localhost");
    }

    #[test]
    fn what_a_program_calls_itself_is_cut() {
        let long = format!("a\n{}", "b".repeat(100));
        assert_eq!(Whence::new(None, &long).program, format!("a{}", "b".repeat(39)));
    }
}
