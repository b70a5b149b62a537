//! Passwords: what one must be, and how it is kept (Argon2id, RFC 9106).

use argon2::password_hash::{PasswordHash, PasswordHasher, PasswordVerifier, SaltString};
use argon2::{Algorithm, Argon2, Params, Version};
use hudna_model::text::fold;

use crate::env::Env;
use crate::error::{Error, Result, Told};

/// Characters that a password has at least.
pub const MIN_PASSWORD: usize = 12;
/// Bytes that it has at most.
pub const MAX_PASSWORD: usize = 1000;

/// What it costs to try a password.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Cost {
    /// Memory, in KiB.
    pub memory: u32,
    /// Passes over it.
    pub passes: u32,
}

impl Default for Cost {
    /// The least that OWASP's Password Storage Cheat Sheet names for Argon2id: 19 MiB, two passes.
    fn default() -> Self {
        Self { memory: Params::DEFAULT_M_COST, passes: Params::DEFAULT_T_COST }
    }
}

impl Cost {
    /// The cheapest that there is. For tests alone.
    pub fn cheap() -> Self {
        Self { memory: Params::MIN_M_COST, passes: Params::MIN_T_COST }
    }

    fn hasher(self) -> Result<Argon2<'static>> {
        let params = Params::new(self.memory, self.passes, 1, None).map_err(|e| broken(&e))?;
        Ok(Argon2::new(Algorithm::Argon2id, Version::V0x13, params))
    }
}

fn broken(error: &dyn std::fmt::Display) -> Error {
    Error::Store(format!("a password could not be hashed: {error}"))
}

/// Whether a password may be one's own.
pub(super) fn check(name: &str, password: &str) -> Result<()> {
    let least = MIN_PASSWORD.to_string();
    if password.chars().count() < MIN_PASSWORD {
        return Err(Told::error("told-short-password", &[("least", &least)]));
    }
    if password.len() > MAX_PASSWORD {
        let most = MAX_PASSWORD.to_string();
        return Err(Told::error("told-long-password", &[("most", &most)]));
    }
    if password.trim() == name.trim() || fold(password) == fold(name) {
        return Err(Told::error("told-password-is-name", &[]));
    }
    Ok(())
}

/// What is kept of a password: algorithm, cost, salt and hash in one line.
pub(super) fn hash(password: &str, cost: Cost, env: &Env) -> Result<String> {
    let salt = SaltString::encode_b64(&env.random::<16>()).map_err(|e| broken(&e))?;
    let hash = cost.hasher()?.hash_password(password.as_bytes(), &salt);
    hash.map(|h| h.to_string()).map_err(|e| broken(&e))
}

/// Whether it is the password of which this was kept; each has its own cost in it.
pub(super) fn fits(password: &str, kept: &str) -> bool {
    let kept = PasswordHash::new(kept);
    password.len() <= MAX_PASSWORD
        && kept
            .is_ok_and(|kept| Argon2::default().verify_password(password.as_bytes(), &kept).is_ok())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check_rule(password: &str, expected: &str) {
        let told = check("محمد Miller Jones", password).err();
        assert_eq!(told.as_ref().map_or("", Error::code), expected, "{password}");
    }

    #[test]
    fn rules() {
        check_rule("elevenchars", "told-short-password");
        check_rule("twelve chars", "");
        check_rule("اثنا عشر حرفا", "");
        check_rule(&"x".repeat(MAX_PASSWORD), "");
        check_rule(&"x".repeat(MAX_PASSWORD + 1), "told-long-password");
        check_rule("محمد Miller Jones", "told-password-is-name");
        check_rule("  محمّد  miller-JONES ", "told-password-is-name");
    }

    #[test]
    fn a_hash_fits_its_own_password_alone() {
        let env = Env::system();
        let (one, two) = (hash("a long password", Cost::cheap(), &env), Cost::cheap());
        let one = one.unwrap();
        assert!(fits("a long password", &one) && !fits("a long passwore", &one));
        assert!(!fits("a long password", "") && one.starts_with("$argon2id$v=19$m=8,t=1,p=1$"));
        assert_ne!(one, hash("a long password", two, &env).unwrap(), "each has its own salt");
        let usual = hash("a long password", Cost::default(), &env).unwrap();
        assert!(usual.starts_with("$argon2id$v=19$m=19456,t=2,p=1$"), "{usual}");
    }
}
