//! The server's own state, and how a request gets its answer.

use std::collections::BTreeMap;
use std::sync::Arc;

use hudna::live::{Live, Snapshot};
use hudna::model::{Lang, Moment, Situation};
use hudna::people::{Density, Digits, Months, Settings};
use hudna::rights::{Asker, Mode, Right, Role};
use hudna_brief::Messages;

use crate::ask::Ask;
use crate::config::Config;
use crate::counted::Counted;
use crate::fault::{Fault, Why};
use crate::form::{self, Upload};
use crate::render::Pages;
use crate::reply::Reply;
use crate::routes::{Access, Route};
use crate::say::Say;

/// Name of the session's cookie.
pub const SESSION: &str = "hudna";
/// Name of the cookie that a form without a session is held against.
pub const FORM: &str = "hudna_form";
/// Name of the cookie that keeps the language of whoever is not signed in.
pub const LANG: &str = "hudna_lang";
/// Name of the cookie that carries what an action gave to the next page.
pub const FLASH: &str = "hudna_flash";

/// A store being served.
pub struct Desk {
    /// The store at work.
    pub live: Live,
    /// How it is run.
    pub config: Config,
    /// Templates.
    pub(crate) pages: Pages,
    /// What is counted.
    pub(crate) counted: Counted,
    says: BTreeMap<(u8, u8, u8), Say>,
}

/// A request on the wire, before anybody knows who asks.
#[derive(Debug, Default)]
pub struct Raw {
    /// Method.
    pub method: String,
    /// Path, decoded.
    pub path: String,
    /// Parts of the path.
    pub params: BTreeMap<String, String>,
    /// Query as sent.
    pub query: String,
    /// Headers by name in small letters.
    pub headers: BTreeMap<String, String>,
    /// Body.
    pub body: Vec<u8>,
    /// Fields of a multipart form.
    pub fields: Vec<(String, String)>,
    /// Files of a multipart form.
    pub files: Vec<Upload>,
    /// It came from this machine.
    pub local: bool,
}

/// What a handler is given.
pub struct Ctx<'a> {
    /// The server.
    pub desk: &'a Desk,
    /// The request.
    pub ask: &'a Ask,
    /// What stands, at the time asked for.
    pub snap: Arc<Snapshot>,
    /// It came from this machine.
    pub local: bool,
}

impl Ctx<'_> {
    /// The reader's way.
    pub fn say(&self) -> &Say {
        &self.ask.say
    }

    /// The picture as whoever asks may see it: the public's view for the public.
    pub fn situation(&self) -> &Arc<Situation> {
        if self.is_public() { &self.snap.public().situation } else { &self.snap.situation }
    }

    /// The picture whose cases are shown, to whom [`Asker::sees_case`] says.
    pub fn cases(&self) -> &Arc<Situation> {
        if self.may(Right::SeeCases) { &self.snap.situation } else { self.situation() }
    }

    /// For finding things in it.
    pub fn index(&self) -> &hudna::search::Index {
        if self.is_public() { &self.snap.public().index } else { &self.snap.index }
    }

    fn is_public(&self) -> bool {
        !sees(&self.ask.asker)
    }

    /// A page of a template.
    ///
    /// # Errors
    /// The template fails, which is a fault of ours.
    pub fn page(&self, template: &str, page: serde_json::Value) -> Result<Reply, Fault> {
        self.desk.pages.page(self, template, page)
    }

    /// Enters something as whoever asks, for the reason given.
    ///
    /// # Errors
    /// What the engine says against it.
    pub fn act<T>(
        &self,
        why: &str,
        enter: impl FnOnce(&hudna::decide::Desk<'_>) -> hudna::Result<T>,
    ) -> Result<T, Fault> {
        let by = self.ask.asker.name.clone();
        let who = hudna::decide::Who { by, at: None, why: why.to_owned() };
        Ok(self.desk.live.act(who, self.desk.config.patience, enter)?)
    }

    /// Whether whoever asks has a right, in the mode in force.
    pub fn may(&self, right: Right) -> bool {
        self.let_in(right).is_ok()
    }

    /// Lets whoever asks in to what needs a right: the person by role and mode, a program by what
    /// its token names as well.
    ///
    /// # Errors
    /// The engine says no.
    pub fn let_in(&self, right: Right) -> Result<(), Fault> {
        let nobody = self.ask.asker.role == Role::Public;
        let closed = right == Right::SeePublic && nobody && !self.desk.config.public;
        let right = if closed { Right::SeeAreas } else { right };
        if self.ask.token.as_ref().is_some_and(|token| !token.may(right)) {
            return Err(Fault::scope());
        }
        Ok(self.ask.asker.ask(right, self.mode())?)
    }

    /// The mode in force.
    pub fn mode(&self) -> Mode {
        self.snap.roster.mode()
    }

    /// Goes on to another page, which says what was done; `entry` is what can be undone.
    pub fn done(&self, next: &str, message: &str, entry: Option<u64>) -> Reply {
        let entry = entry.map_or(String::new(), |n| n.to_string());
        let flash = form::encoded(&format!("done|{message}|{entry}"));
        let cookie = self.desk.cookie(FLASH, &flash, Some(60));
        Reply::to(next).header("set-cookie", cookie)
    }
}

impl Desk {
    /// Makes the state of a server.
    ///
    /// # Errors
    /// Templates that cannot be read.
    pub fn new(live: Live, config: Config) -> Result<Desk, Fault> {
        let messages = Arc::new(Messages::new());
        let pages = Pages::new(config.assets.clone())?;
        let mut says = BTreeMap::new();
        for lang in [Lang::Ar, Lang::En] {
            for digits in [Digits::Latin, Digits::Arabic] {
                for months in [Months::Levantine, Months::Egyptian, Months::Both] {
                    let say = Say::new(Arc::clone(&messages), lang, digits, months);
                    says.insert((lang as u8, digits as u8, months as u8), say);
                }
            }
        }
        Ok(Desk { live, config, pages, counted: Counted::new(), says })
    }

    /// A cookie's header: for this server alone, out of reach of scripts, gone after `seconds`.
    pub fn cookie(&self, name: &str, value: &str, seconds: Option<u64>) -> String {
        let secure = if self.config.secure() { "; Secure" } else { "" };
        let age = seconds.map_or(String::new(), |s| format!("; Max-Age={s}"));
        format!("{name}={value}; Path=/; HttpOnly; SameSite=Strict{secure}{age}")
    }

    /// How a reader is spoken to.
    pub fn say(&self, settings: &Settings, lang: Lang) -> Say {
        let key = (lang as u8, settings.digits as u8, settings.months as u8);
        let mut say = self.says[&key].clone();
        say.zone = settings
            .zone
            .as_ref()
            .and_then(|zone| format!("2016-01-01T00:00:00{zone}").parse::<Moment>().ok());
        say
    }

    /// Answers a request to one of the routes of its path.
    pub fn answer(&self, routes: &[Route], raw: Raw) -> Reply {
        let local = raw.local;
        let (ask, fresh) = match self.know(raw) {
            Ok(known) => known,
            Err(fault) => return Reply::new(fault.status, "text/plain", fault.code),
        };
        let mut reply = match self.run(routes, &ask, local) {
            Ok(reply) => reply,
            Err(fault) => self.failed(&ask, fault, local),
        };
        reply.headers.extend(fresh.into_iter().map(|cookie| ("set-cookie", cookie)));
        let page = reply.get("content-type").is_some_and(|kind| kind.starts_with("text/html"));
        if page && reply.status == 200 && ask.cookie(FLASH).is_some() {
            reply.headers.push(("set-cookie", self.cookie(FLASH, "", Some(0))));
        }
        reply
    }

    fn run(&self, routes: &[Route], ask: &Ask, local: bool) -> Result<Reply, Fault> {
        let method = if ask.method == "HEAD" { "GET" } else { &ask.method };
        let snap = self.snapshot(ask)?;
        let ctx = Ctx { desk: self, ask, snap, local };
        let Some(route) = routes.iter().find(|r| r.method == method) else {
            return Err(if routes.is_empty() { Fault::not_found() } else { Fault::method() });
        };
        if let Access::Right(right) = route.access {
            ctx.let_in(right)?;
        }
        if method != "GET" && ask.token.is_none() {
            self.same_form(ask)?;
        }
        let reply = crate::api::once(&ctx, route)?;
        Ok(crate::api::unchanged(ask, reply))
    }

    /// The picture that is asked about.
    fn snapshot(&self, ask: &Ask) -> Result<Arc<Snapshot>, Fault> {
        match ask.asked("as_of") {
            Some(text) if ask.asker.may(Right::SeeAreas) => {
                let at = text.parse().map_err(|_| Fault::bad("w-core-as-of"))?;
                Ok(self.live.at(at)?)
            }
            _ if sees(&ask.asker) || ask.asker.role != Role::Public => Ok(self.live.now()),
            _ => Ok(self.live.for_public()?),
        }
    }

    /// A form must come from a page of ours: it sends back what only that page was told.
    fn same_form(&self, ask: &Ask) -> Result<(), Fault> {
        let header = || ask.header("x-csrf-token").or_else(|| ask.header("x-csrf"));
        let told = ask.field("csrf").or_else(header);
        let other_site = ask.header("sec-fetch-site").is_some_and(|s| s == "cross-site");
        let fits = told.is_some_and(|t| same(t.as_bytes(), ask.csrf.as_bytes()));
        if fits && !other_site && !ask.csrf.is_empty() { Ok(()) } else { Err(Fault::csrf()) }
    }

    /// Finds out who asks; and cookies that are to be set for it.
    fn know(&self, raw: Raw) -> Result<(Ask, Vec<String>), Fault> {
        let env = self.live.env();
        let cookies = raw.headers.get("cookie").map_or_else(Vec::new, |c| form::cookies(c));
        let cookie = |name: &str| cookies.iter().find(|(n, _)| n == name).map(|(_, v)| v.clone());
        let mut set = Vec::new();
        let snapshot = self.live.now();
        let bearer = raw.headers.get("authorization").and_then(|h| h.strip_prefix("Bearer "));
        let mut asker = Asker::public();
        let mut session = None;
        let mut token = None;
        if let Some(secret) = bearer {
            let held = self.live.people.by_token(secret.trim(), env)?;
            let known = held.and_then(|held| {
                let asker = snapshot.roster.asker(&held.person)?;
                Some((asker, held))
            });
            let told = || Fault::from(hudna::Told::error("told-not-signed-in", &[]));
            let (known, held) = known.ok_or_else(told)?;
            (asker, token) = (known, Some(held));
        } else if let Some(secret) = cookie(SESSION) {
            session = self.live.people.session(&secret, env)?;
        }
        let page = raw.method == "GET" && !raw.path.starts_with("/web/");
        if session.is_none() && token.is_none() && self.config.guests && raw.local && page {
            let new = self.live.people.guest_session(env)?;
            set.push(self.cookie(SESSION, &new.token, None));
            session = self.live.people.session(&new.token, env)?;
        }
        if let Some(held) = &session {
            asker = match held.guest {
                true if self.config.guests => Asker::guest(""),
                true => Asker::public(),
                false => snapshot.roster.asker(&held.person).unwrap_or_else(Asker::public),
            };
        }
        let csrf = match (&session, cookie(FORM)) {
            (Some(held), _) => held.csrf.clone(),
            (None, Some(form)) if form.len() >= 32 => form,
            (None, _) => {
                let new = env.object_id();
                set.push(self.cookie(FORM, &new, None));
                new
            }
        };
        let owner = session.as_ref().map(|s| s.person.clone()).or_else(|| asker.person.clone());
        let settings = match owner {
            Some(owner) => self.live.people.settings(&owner)?,
            None => Settings::default(),
        };
        let query = form::pairs(&raw.query);
        let lang = language(&query, cookie(LANG), &settings, raw.headers.get("accept-language"));
        let say = self.say(&settings, lang);
        if asker.guest {
            asker.name = say.text("w-core-guest-name", &[]);
        }
        let fields = match raw.headers.get("content-type") {
            Some(kind) if kind.starts_with("application/x-www-form-urlencoded") => {
                form::pairs(&String::from_utf8_lossy(&raw.body))
            }
            _ => raw.fields,
        };
        let ask = Ask {
            method: raw.method,
            path: raw.path,
            params: raw.params,
            query,
            form: fields,
            files: raw.files,
            body: raw.body,
            headers: raw.headers,
            cookies,
            asker,
            session,
            token,
            csrf,
            say,
            shortcuts: settings.shortcuts,
            compact: settings.density == Density::Compact,
        };
        Ok((ask, set))
    }

    /// A fault as a page or as JSON.
    pub(crate) fn failed(&self, ask: &Ask, fault: Fault, local: bool) -> Reply {
        let what = match &fault.why {
            Why::Message(id) => ask.say.text(id, &[]),
            Why::Engine(error) if fault.status >= 500 && fault.code != "told-closed" => {
                tracing::error!(code = fault.code, %error, path = ask.path, "failed");
                ask.say.text("w-core-ours", &[])
            }
            Why::Engine(error) => ask.say.error(error),
            Why::Conflict(_) => ask.say.text("w-core-conflict", &[]),
            Why::Ours(what) => {
                tracing::error!(code = fault.code, what, path = ask.path, "failed");
                ask.say.text("w-core-ours", &[])
            }
        };
        if ask.is_api() {
            return crate::api::problem(&ask.say, &fault, &what);
        }
        if fault.status == 401 && ask.method == "GET" {
            let here = match ask.query.is_empty() {
                true => ask.path.clone(),
                false => format!("{}?{}", ask.path, ask.query_string()),
            };
            return Reply::to(format!("/signin?next={}", form::encoded(&here)));
        }
        let ctx = Ctx { desk: self, ask, snap: self.live.now(), local };
        let page = match fault.why {
            Why::Conflict(page) => ctx.page("conflict.html.jinja", *page),
            _ => ctx.page("error.html.jinja", crate::pages::errors::view(&ctx, &fault, &what)),
        };
        let page = page.unwrap_or_else(|e| {
            tracing::error!(why = ?e.why, "the page of an error failed");
            Reply::new(500, "text/plain; charset=utf-8", what)
        });
        page.status(fault.status)
    }
}

/// Whether somebody sees more than what is public. A party sees the cases that name it
/// ([`Ctx::cases`]), and of everything else what anybody sees.
fn sees(asker: &Asker) -> bool {
    asker.may(Right::SeeAreas)
}

/// The language asked for: by the address, the person, the cookie, the browser; else Arabic.
fn language(
    query: &[(String, String)],
    cookie: Option<String>,
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
    let kept = cookie.as_deref().and_then(of);
    told.or(settings.lang).or(kept).or(accepted).unwrap_or(Lang::Ar)
}

/// Equal, in a time that does not tell where they differ.
fn same(a: &[u8], b: &[u8]) -> bool {
    a.len() == b.len() && a.iter().zip(b).fold(0, |d, (x, y)| d | (x ^ y)) == 0
}
