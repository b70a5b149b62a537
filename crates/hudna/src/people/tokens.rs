//! Tokens by which programs come in.

use hudna_model::Moment;
use hudna_model::digest::short_id;
use rusqlite::{OptionalExtension, Row};
use serde::Serialize;

use super::sessions::SEEN;
use super::{People, kept, moment, secret};
use crate::env::Env;
use crate::error::{Error, Result, Told};
use crate::rights::Right;

/// Days that a token is good at most.
pub const MAX_TOKEN_DAYS: u32 = 366;
/// Tokens of one person at most.
const MAX_TOKENS: i64 = 50;
/// Characters of a label at most.
const MAX_LABEL: usize = 100;
/// How every token begins, so that one that got out is found by those who look for such.
const PREFIX: &str = "hudna_";

/// A token as its owner sees it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Token {
    /// `T-…`.
    pub id: String,
    /// What it is for.
    pub label: String,
    /// What it may at most; never more than its owner.
    pub rights: Vec<Right>,
    /// When it was made.
    pub made: Moment,
    /// Until when it is good.
    pub expires: Moment,
    /// When it was last used, to the minute; none while nobody did.
    pub last: Option<Moment>,
}

/// A token that was made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewToken {
    /// As its owner sees it.
    pub token: Token,
    /// The secret: shown once, never kept.
    pub secret: String,
}

/// Who comes with a token.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TokenHeld {
    /// Id of the person.
    pub person: String,
    /// Id of the token.
    pub token: String,
    /// What the token may at most.
    pub rights: Vec<Right>,
}

impl TokenHeld {
    /// Whether the token goes so far; whether its owner does is asked besides.
    pub fn may(&self, right: Right) -> bool {
        self.rights.contains(&right)
    }
}

impl People {
    /// Makes a token of a person.
    ///
    /// # Errors
    /// `told-bad-token` for a label, days or rights that it may not have, `told-many-tokens`, or
    /// the database fails.
    pub fn make_token(
        &self,
        person: &str,
        label: &str,
        days: u32,
        rights: &[Right],
        env: &Env,
    ) -> Result<NewToken> {
        let label = label.trim();
        let bad = label.is_empty()
            || label.chars().count() > MAX_LABEL
            || label.chars().any(char::is_control)
            || !(1..=MAX_TOKEN_DAYS).contains(&days)
            || rights.is_empty();
        if bad {
            let most = MAX_TOKEN_DAYS.to_string();
            return Err(Told::error("told-bad-token", &[("most", &most)]));
        }
        let mut rights = rights.to_vec();
        rights.sort_unstable();
        rights.dedup();
        let made = env.now().seconds();
        let token = Token {
            id: short_id("T", [env.random::<16>().as_slice()]),
            label: label.to_owned(),
            rights,
            made: moment(made),
            expires: moment(made + i64::from(days) * 86_400),
            last: None,
        };
        let secret = format!("{PREFIX}{}", secret(env));
        self.keep_token(person, &token, &secret)?;
        Ok(NewToken { token, secret })
    }

    fn keep_token(&self, person: &str, token: &Token, secret: &str) -> Result<()> {
        let db = self.lock();
        let sql = "SELECT count(*) FROM tokens WHERE person = ?1 AND expires > ?2";
        let made = token.made.seconds();
        if db.query_row(sql, (person, made), |row| row.get::<_, i64>(0))? >= MAX_TOKENS {
            let most = MAX_TOKENS.to_string();
            return Err(Told::error("told-many-tokens", &[("most", &most)]));
        }
        let names: Vec<&str> = token.rights.iter().map(|r| r.name()).collect();
        let sql = "INSERT INTO tokens (id, hash, person, label, rights, made, expires) \
                   VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)";
        let (hash, rights) = (kept(secret), names.join(" "));
        let ends = token.expires.seconds();
        db.execute(sql, (&token.id, hash, person, &token.label, rights, made, ends))?;
        Ok(())
    }

    /// Tokens of a person, the newest first; those that ran out too, until they are swept.
    ///
    /// # Errors
    /// The database fails.
    pub fn tokens(&self, person: &str) -> Result<Vec<Token>> {
        let sql = "SELECT id, label, rights, made, expires, used FROM tokens WHERE person = ?1 \
                   ORDER BY made DESC, id";
        let db = self.lock();
        let mut select = db.prepare_cached(sql)?;
        let rows = select.query_map([person], token)?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }

    /// Ends a token of a person.
    ///
    /// # Errors
    /// They have none of this id, or the database fails.
    pub fn drop_token(&self, person: &str, id: &str) -> Result<()> {
        let sql = "DELETE FROM tokens WHERE person = ?1 AND id = ?2";
        match self.lock().execute(sql, [person, id])? {
            0 => Err(Error::Unknown { id: id.to_owned(), remedy: "unknown-token" }),
            _ => Ok(()),
        }
    }

    /// Who comes with this token, while it is good; that it was used is written down.
    ///
    /// # Errors
    /// The database fails.
    pub fn by_token(&self, secret: &str, env: &Env) -> Result<Option<TokenHeld>> {
        let sql = "SELECT person, id, rights, used FROM tokens WHERE hash = ?1 AND expires > ?2";
        let held = |row: &Row<'_>| {
            let rights = rights(&row.get::<_, String>(2)?);
            let held = TokenHeld { person: row.get(0)?, token: row.get(1)?, rights };
            Ok((held, row.get::<_, Option<i64>>(3)?))
        };
        let (hash, now) = (kept(secret), env.now().seconds());
        let db = self.lock();
        let found = db.query_row(sql, (&hash, now), held).optional()?;
        let Some((held, used)) = found else { return Ok(None) };
        if used.is_none_or(|used| now - used >= SEEN) {
            // On a disk that takes nothing more programs still read what stands.
            let _ = db.execute("UPDATE tokens SET used = ?2 WHERE hash = ?1", (&hash, now));
        }
        Ok(Some(held))
    }
}

fn token(row: &Row<'_>) -> rusqlite::Result<Token> {
    Ok(Token {
        id: row.get(0)?,
        label: row.get(1)?,
        rights: rights(&row.get::<_, String>(2)?),
        made: moment(row.get(3)?),
        expires: moment(row.get(4)?),
        last: row.get::<_, Option<i64>>(5)?.map(moment),
    })
}

/// A right that a later release has taken away is none.
fn rights(names: &str) -> Vec<Right> {
    names.split(' ').filter_map(Right::parse).collect()
}
