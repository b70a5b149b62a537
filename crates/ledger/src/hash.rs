//! The three hashes of the ledger and their hex form.

use sha2::{Digest, Sha256};

/// A SHA-256 value.
pub type Hash = [u8; 32];

/// Root of the tree without leaves: the SHA-256 of nothing (RFC 6962, 2.1).
pub const EMPTY_ROOT: Hash = tlog_tiles::EMPTY_HASH.0;

/// Commitment to a payload: SHA-256(salt ‖ payload). The salt keeps short payloads from being
/// guessed; it must be 16 fresh random bytes per entry.
pub fn commit(salt: &[u8; 16], payload: &[u8]) -> Hash {
    Sha256::new().chain_update(salt).chain_update(payload).finalize().into()
}

/// Leaf hash of an entry's bytes: SHA-256(0x00 ‖ bytes) (RFC 6962, 2.1).
pub fn leaf_hash(bytes: &[u8]) -> Hash {
    tlog_tiles::record_hash(bytes).0
}

/// Hash of an inner node: SHA-256(0x01 ‖ left ‖ right) (RFC 6962, 2.1).
pub(crate) fn node_hash(left: Hash, right: Hash) -> Hash {
    tlog_tiles::node_hash(tlog_tiles::Hash(left), tlog_tiles::Hash(right)).0
}

/// 64 lower-case hex digits.
pub fn to_hex(hash: &Hash) -> String {
    const DIGITS: &[u8; 16] = b"0123456789abcdef";
    let mut hex = String::with_capacity(64);
    for byte in hash {
        hex.push(DIGITS[usize::from(byte >> 4)] as char);
        hex.push(DIGITS[usize::from(byte & 15)] as char);
    }
    hex
}

/// Reads what [`to_hex`] writes and nothing else (upper case is refused).
pub fn from_hex(hex: &str) -> Option<Hash> {
    let pairs = hex.as_bytes();
    if pairs.len() != 64 {
        return None;
    }
    let mut hash = [0; 32];
    for (byte, pair) in hash.iter_mut().zip(pairs.chunks_exact(2)) {
        *byte = digit(pair[0])? << 4 | digit(pair[1])?;
    }
    Some(hash)
}

fn digit(ascii: u8) -> Option<u8> {
    match ascii {
        b'0'..=b'9' => Some(ascii - b'0'),
        b'a'..=b'f' => Some(ascii - b'a' + 10),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hex_is_read_back_and_has_one_form() {
        let hash: Hash = std::array::from_fn(|i| (i * 37) as u8);
        let hex = to_hex(&hash);
        assert_eq!(from_hex(&hex), Some(hash));
        assert_eq!(from_hex(&hex.to_uppercase()), None);
        assert_eq!(from_hex(&hex[1..]), None);
        assert_eq!(from_hex(&format!("{}g", &hex[1..])), None);
    }

    #[test]
    fn hashes_are_those_of_sha256sum() {
        // printf '0123456789abcdefpayload' | sha256sum
        assert_eq!(
            to_hex(&commit(b"0123456789abcdef", b"payload")),
            "8002a87a6706ece632d342e42eef6c66de568d85c4517cb7a97891cbcf0670a1"
        );
        // printf '\0payload' | sha256sum
        assert_eq!(
            to_hex(&leaf_hash(b"payload")),
            "a4e0a2dd19cbaf0e14cf7740e862e1722782775714246141ee41e6fae2547bc8"
        );
    }
}
