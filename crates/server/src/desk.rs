//! The server's own state, and how a request gets its answer.

use std::collections::BTreeMap;
use std::net::{IpAddr, SocketAddr};
use std::sync::{Arc, OnceLock};
use std::time::Instant;

use hudna::live::{Live, Snapshot};
use hudna::model::{Lang, Moment, Situation};
use hudna::people::{Digits, Months, Settings, Whence};
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
use crate::workers::Workers;

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
    /// Who does the work.
    pub(crate) workers: Workers,
    listens: OnceLock<SocketAddr>,
    says: BTreeMap<(u8, u8, u8), Say>,
}

/// A request on the wire, before anybody knows who asks.
#[derive(Debug, Clone, Default)]
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
    /// It was made on this machine, for this machine.
    pub local: bool,
    /// The address of who asks.
    pub address: Option<IpAddr>,
    /// When nobody waits for the answer any more.
    pub until: Option<Instant>,
}

impl Raw {
    /// The same without a body.
    pub fn head(&self) -> Raw {
        Raw { body: Vec::new(), fields: Vec::new(), files: Vec::new(), ..self.clone() }
    }
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
        // One after the other: whose turn comes too late was told so, and enters nothing.
        let entered = self.desk.live.act(who, self.desk.config.patience, |desk| {
            self.in_time().is_ok().then(|| enter(desk)).transpose()
        })?;
        entered.ok_or_else(Fault::timeout)
    }

    /// Goes on only while somebody waits for the answer.
    ///
    /// # Errors
    /// The time of the request is over.
    pub fn in_time(&self) -> Result<(), Fault> {
        match self.ask.until.is_some_and(|until| Instant::now() >= until) {
            true => Err(Fault::timeout()),
            false => Ok(()),
        }
    }

    /// From where whoever asks comes.
    pub fn whence(&self) -> Whence {
        Whence::new(self.ask.address, self.ask.program())
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
        let workers = Workers::new(config.workers, config.queue);
        let (counted, listens) = (Counted::new(), OnceLock::new());
        Ok(Desk { live, config, pages, counted, workers, listens, says })
    }

    /// It listens there from now on.
    pub(crate) fn listens(&self, address: SocketAddr) {
        // It listens once; a second time would be the same server.
        let _ = self.listens.set(address);
    }

    /// What links begin with that are given out: where people reach the server as it was told, else
    /// where it listens. What a request names as its host is never believed.
    pub fn base(&self) -> String {
        let scheme = if self.config.tls.is_some() { "https" } else { "http" };
        let listens = self.listens.get().unwrap_or(&self.config.listen);
        self.config.address.clone().unwrap_or_else(|| format!("{scheme}://{listens}"))
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

    /// The route of a method among those of a path.
    ///
    /// # Errors
    /// There is none.
    pub(crate) fn route<'r>(&self, routes: &'r [Route], method: &str) -> Result<&'r Route, Fault> {
        let method = if method == "HEAD" { "GET" } else { method };
        let none = || if routes.is_empty() { Fault::not_found() } else { Fault::method() };
        routes.iter().find(|r| r.method == method).ok_or_else(none)
    }

    fn run(&self, routes: &[Route], ask: &Ask, local: bool) -> Result<Reply, Fault> {
        let snap = self.snapshot(ask)?;
        let ctx = Ctx { desk: self, ask, snap, local };
        ctx.in_time()?;
        let route = self.route(routes, &ask.method)?;
        if let Access::Right(right) = route.access {
            ctx.let_in(right)?;
        }
        if route.method != "GET" && ask.token.is_none() {
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

    /// A fault of a request that reached no handler: to programs its code, to people a sentence in
    /// both languages, since nobody knows yet who asks.
    pub(crate) fn unreached(&self, fault: &Fault, api: bool) -> Reply {
        let mut text = format!("{}\n", fault.code);
        if let (Why::Message(id), false) = (&fault.why, api) {
            for lang in [Lang::Ar, Lang::En] {
                let said = self.say(&Settings::default(), lang).text(id, &[]);
                text.push_str(&format!("{}\n", hudna_brief::bidi::plain(&said)));
            }
        }
        let reply = Reply::new(fault.status, "text/plain; charset=utf-8", text);
        reply.again(fault.again())
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
            return crate::api::problem(&ask.say, &fault, &what).again(fault.again());
        }
        if fault.status == 401 && ask.method == "GET" {
            let here = match ask.query.is_empty() {
                true => ask.path.clone(),
                false => format!("{}?{}", ask.path, ask.query_string()),
            };
            return Reply::to(format!("/signin?next={}", form::encoded(&here)));
        }
        let ctx = Ctx { desk: self, ask, snap: self.live.now(), local };
        let again = fault.again();
        let page = match fault.why {
            Why::Conflict(page) => ctx.page("conflict.html.jinja", *page),
            _ => ctx.page("error.html.jinja", crate::pages::errors::view(&ctx, &fault, &what)),
        };
        let page = page.unwrap_or_else(|e| {
            tracing::error!(why = ?e.why, "the page of an error failed");
            Reply::new(500, "text/plain; charset=utf-8", what)
        });
        page.status(fault.status).again(again)
    }
}

/// Whether somebody sees more than what is public. A party sees the cases that name it
/// ([`Ctx::cases`]), and of everything else what anybody sees.
fn sees(asker: &Asker) -> bool {
    asker.may(Right::SeeAreas)
}
