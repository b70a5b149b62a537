//! Opens `hudna-intake/1` files (`docs/formats/intake.md`).

use aes_gcm::aead::{Aead, KeyInit, Payload};
use aes_gcm::{Aes256Gcm, Key, Nonce};
use serde::Deserialize;
use serde_json::Value;
use sha2::Sha256;
use unicode_normalization::UnicodeNormalization;

use super::base64::decode;

/// The name of the format.
pub const FORMAT: &str = "hudna-intake/1";
/// Rounds of key derivation that are taken.
const ROUNDS: std::ops::RangeInclusive<u32> = 600_000..=10_000_000;
/// Bytes of a salt, and of an initialisation vector.
const SALT: usize = 16;
const IV: usize = 12;

/// A file as it comes.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct File {
    format: String,
    /// When it was made.
    pub made: String,
    #[serde(default)]
    sealed: Option<Sealed>,
    #[serde(default)]
    clear: Option<Clear>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Sealed {
    kdf: String,
    iterations: u32,
    salt: String,
    iv: String,
    data: String,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Clear {
    submissions: Vec<Value>,
}

/// Reads a file; nothing where it is none of this format.
pub fn read(bytes: &[u8]) -> Option<File> {
    let file: File = serde_json::from_slice(bytes).ok()?;
    let one = file.sealed.is_some() != file.clear.is_some();
    (file.format == FORMAT && one).then_some(file)
}

impl File {
    /// Whether a phrase opens it.
    pub fn is_sealed(&self) -> bool {
        self.sealed.is_some()
    }

    /// What it holds; nothing where the phrase is another or the file was changed.
    pub fn open(self, phrase: &str) -> Option<Vec<Value>> {
        if let Some(clear) = self.clear {
            return Some(clear.submissions);
        }
        let sealed = self.sealed?;
        let aad = format!("{}\n{}", self.format, self.made);
        let plain = sealed.opened(&one_form(phrase), aad.as_bytes())?;
        serde_json::from_slice::<Clear>(&plain).ok().map(|c| c.submissions)
    }
}

impl Sealed {
    fn opened(&self, phrase: &str, aad: &[u8]) -> Option<Vec<u8>> {
        let (salt, iv) = (decode(&self.salt)?, decode(&self.iv)?);
        let fits = self.kdf == "PBKDF2-SHA-256" && ROUNDS.contains(&self.iterations);
        if !fits || salt.len() != SALT || iv.len() != IV {
            return None;
        }
        let mut key = [0; 32];
        pbkdf2::pbkdf2_hmac::<Sha256>(phrase.as_bytes(), &salt, self.iterations, &mut key);
        let cipher = Aes256Gcm::new(Key::<Aes256Gcm>::from_slice(&key));
        let data = decode(&self.data)?;
        cipher.decrypt(Nonce::from_slice(&iv), Payload { msg: &data, aad }).ok()
    }
}

/// A phrase as both ends write it: NFC, white space once and none at the ends.
fn one_form(phrase: &str) -> String {
    let composed: String = phrase.nfc().collect();
    composed.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    const VECTOR: &str = include_str!("../../../../../web/offline/vectors/intake-1.json");

    fn vector() -> (File, String, Value) {
        let all: Value = serde_json::from_str(VECTOR).expect("the vector is JSON");
        let file = read(all["sealed"].to_string().as_bytes()).expect("the vector is a file");
        (file, all["phrase"].as_str().expect("it has a phrase").to_owned(), all)
    }

    #[test]
    fn the_vector_opens_with_its_phrase_and_with_no_other() {
        let (file, phrase, _) = vector();
        let told = file.open(&format!("  {} ", phrase.replace(' ', "  "))).expect("it opens");
        assert!(!told.is_empty());
        let (file, phrase, _) = vector();
        assert!(file.open(&format!("{phrase} x")).is_none());
    }

    #[test]
    fn what_is_both_or_neither_is_no_file() {
        assert!(read(br#"{"format":"hudna-intake/1","made":"x"}"#).is_none());
        assert!(
            read(br#"{"format":"hudna-intake/2","made":"x","clear":{"submissions":[]}}"#).is_none()
        );
        let clear = read(br#"{"format":"hudna-intake/1","made":"x","clear":{"submissions":[]}}"#);
        assert!(clear.is_some_and(|f| !f.is_sealed()));
    }
}
