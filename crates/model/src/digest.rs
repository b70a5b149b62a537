//! Short stable ids from content.

use sha2::{Digest, Sha256};

/// SHA-256 of the parts, each preceded by its length, as 64 hex digits.
pub fn hex_digest<'a>(parts: impl IntoIterator<Item = &'a [u8]>) -> String {
    let mut hash = Sha256::new();
    for part in parts {
        hash.update((part.len() as u64).to_be_bytes());
        hash.update(part);
    }
    hash.finalize().iter().map(|b| format!("{b:02x}")).collect()
}

/// Plain SHA-256 of some bytes, as 64 hex digits: what `sha256sum` prints.
pub fn sha256_hex(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().map(|b| format!("{b:02x}")).collect()
}

/// A short id for people: `INC-7F3K2Q`, six letters of an alphabet without look-alikes
/// (Crockford's base 32), taken from the digest of `parts`.
pub fn short_id<'a>(prefix: &str, parts: impl IntoIterator<Item = &'a [u8]>) -> String {
    id_of_letters(6, prefix, parts)
}

/// The short id with four letters more, for one of which the short one is taken: among a hundred
/// thousand things a few share six letters.
pub fn longer_id<'a>(prefix: &str, parts: impl IntoIterator<Item = &'a [u8]>) -> String {
    id_of_letters(10, prefix, parts)
}

/// Up to twelve letters.
fn id_of_letters<'a>(n: usize, prefix: &str, parts: impl IntoIterator<Item = &'a [u8]>) -> String {
    const ALPHABET: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    let hex = hex_digest(parts);
    let bits = u64::from_str_radix(&hex[..15], 16).expect("a digest is hex");
    let letters = (0..n).map(|i| ALPHABET[(bits >> (5 * i)) as usize & 31] as char);
    format!("{prefix}-{}", letters.collect::<String>())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_do_not_run_together() {
        assert_ne!(hex_digest([b"ab".as_slice(), b"c"]), hex_digest([b"a".as_slice(), b"bc"]));
        assert_eq!(short_id("INC", [b"x".as_slice()]).len(), 10);
        let longer = longer_id("INC", [b"x".as_slice()]);
        assert!(longer.len() == 14 && longer.starts_with(&short_id("INC", [b"x".as_slice()])));
    }
}
