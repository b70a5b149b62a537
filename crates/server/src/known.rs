//! Who asks, and how they want to be spoken to.

use hudna::live::Snapshot;
use hudna::model::Lang;
use hudna::people::{Density, Held, Settings, TokenHeld, Whence};
use hudna::rights::Asker;

use crate::ask::{Ask, program};
use crate::desk::{Desk, FORM, LANG, Raw, SESSION};
use crate::fault::Fault;
use crate::form;

/// Who asks, by a token or a session.
struct Known {
    asker: Asker,
    session: Option<Held>,
    token: Option<TokenHeld>,
}

/// Cookies as a request has them, and those that are to be set.
struct Jar {
    had: Vec<(String, String)>,
    set: Vec<String>,
}

impl Jar {
    fn get(&self, name: &str) -> Option<&str> {
        self.had.iter().find(|(n, _)| n == name).map(|(_, v)| v.as_str())
    }
}

impl Desk {
    /// Finds out who asks; and cookies that are to be set for it.
    ///
    /// # Errors
    /// A token that is none, or the accounts fail.
    pub(crate) fn know(&self, raw: Raw) -> Result<(Ask, Vec<String>), Fault> {
        let had = raw.headers.get("cookie").map_or_else(Vec::new, |c| form::cookies(c));
        let mut jar = Jar { had, set: Vec::new() };
        let known = self.known(&raw, &mut jar)?;
        let csrf = self.csrf(known.session.as_ref(), &mut jar);
        let owner = known.session.as_ref().map(|s| s.person.clone());
        let settings = match owner.or_else(|| known.asker.person.clone()) {
            Some(owner) => self.live.people.settings(&owner)?,
            None => Settings::default(),
        };
        let set = std::mem::take(&mut jar.set);
        Ok((self.asked(raw, jar, known, csrf, &settings), set))
    }

    fn known(&self, raw: &Raw, jar: &mut Jar) -> Result<Known, Fault> {
        let snapshot = self.live.now();
        let bearer = raw.headers.get("authorization").and_then(|h| h.strip_prefix("Bearer "));
        if let Some(secret) = bearer {
            let held = self.live.people.by_token(secret.trim(), self.live.env())?;
            let known = held.and_then(|held| {
                let asker = snapshot.roster.asker(&held.person)?;
                Some(Known { asker, session: None, token: Some(held) })
            });
            return known.ok_or_else(|| hudna::Told::error("told-not-signed-in", &[]).into());
        }
        let mut session = match jar.get(SESSION) {
            Some(secret) => self.live.people.session(secret, self.live.env())?,
            None => None,
        };
        let page = raw.method == "GET" && !raw.path.starts_with("/web/");
        if session.is_none() && page && self.config.guests && raw.local {
            session = self.guest(raw, jar)?;
        }
        let asker = session.as_ref().map(|held| self.asker(held, raw.local, &snapshot));
        Ok(Known { asker: asker.unwrap_or_else(Asker::public), session, token: None })
    }

    /// Lets a guest of an example in.
    fn guest(&self, raw: &Raw, jar: &mut Jar) -> Result<Option<Held>, Fault> {
        let (people, env) = (&self.live.people, self.live.env());
        let told = raw.headers.get("user-agent").map_or("", String::as_str);
        let new = people.guest_session(&Whence::new(raw.address, program(told)), env)?;
        jar.set.push(self.cookie(SESSION, &new.token, None));
        Ok(people.session(&new.token, env)?)
    }

    /// Who holds a session; a guest's is good on this machine alone.
    fn asker(&self, held: &Held, local: bool, snapshot: &Snapshot) -> Asker {
        match held.guest {
            true if self.config.guests && local => Asker::guest(""),
            true => Asker::public(),
            false => snapshot.roster.asker(&held.person).unwrap_or_else(Asker::public),
        }
    }

    /// What a form must send back.
    fn csrf(&self, session: Option<&Held>, jar: &mut Jar) -> String {
        match (session, jar.get(FORM)) {
            (Some(held), _) => held.csrf.clone(),
            (None, Some(form)) if form.len() >= 32 => form.to_owned(),
            (None, _) => {
                let new = self.live.env().object_id();
                jar.set.push(self.cookie(FORM, &new, None));
                new
            }
        }
    }

    fn asked(&self, raw: Raw, jar: Jar, known: Known, csrf: String, settings: &Settings) -> Ask {
        let query = form::pairs(&raw.query);
        let accepted = raw.headers.get("accept-language");
        let say = self.say(settings, language(&query, jar.get(LANG), settings, accepted));
        let Known { mut asker, session, token } = known;
        if asker.guest {
            asker.name = say.text("w-core-guest-name", &[]);
        }
        let fields = match raw.headers.get("content-type") {
            Some(kind) if kind.starts_with("application/x-www-form-urlencoded") => {
                form::pairs(&String::from_utf8_lossy(&raw.body))
            }
            _ => raw.fields,
        };
        Ask {
            method: raw.method,
            path: raw.path,
            params: raw.params,
            query,
            form: fields,
            files: raw.files,
            body: raw.body,
            headers: raw.headers,
            cookies: jar.had,
            asker,
            session,
            token,
            csrf,
            say,
            shortcuts: settings.shortcuts,
            compact: settings.density == Density::Compact,
            address: raw.address,
            until: raw.until,
        }
    }
}

/// The language asked for: by the address, the person, the cookie, the browser; else Arabic.
fn language(
    query: &[(String, String)],
    cookie: Option<&str>,
    settings: &Settings,
    accepted: Option<&String>,
) -> Lang {
    let of = |code: &str| match code.trim().get(..2) {
        Some("ar") => Some(Lang::Ar),
        Some("en") => Some(Lang::En),
        _ => None,
    };
    let told = query.iter().find(|(n, _)| n == "ui").and_then(|(_, v)| of(v));
    let accepted = accepted.and_then(|a| a.split(',').find_map(of));
    let kept = cookie.and_then(of);
    told.or(settings.lang).or(kept).or(accepted).unwrap_or(Lang::Ar)
}
