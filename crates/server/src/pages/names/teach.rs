//! Teaching a name: another name of something known, or something new.

use hudna::decide::Entered;
use hudna::model::text::fold;
use hudna::model::{Bilingual, Lang, Party, Place, Situation};
use hudna::names::form;
use hudna::record::{NameForm, NoName};

use super::{KINDS, Kind, LEVELS, Trouble, page};
use crate::desk::Ctx;
use crate::fault::{Fault, Why};
use crate::pages::agreements::word;
use crate::pages::incident::reason;
use crate::pages::report::why;
use crate::pages::review::answer;
use crate::reply::Reply;

/// How often another id is tried where one is taken.
const TRIES: usize = 50;
/// Places that hold one another, one in the other, at the most.
const LEVELS_DEEP: usize = 16;

/// Another name of a place.
///
/// # Errors
/// What the engine says against it.
pub fn place_alias(ctx: &Ctx<'_>) -> Result<Reply, Fault> {
    let name = ctx.ask.field("name").unwrap_or("").to_owned();
    let done = alias(ctx, Kind::Place, ctx.ask.param("id"), &name)?;
    taught(ctx, Kind::Place, &[name], &done)
}

/// Another name of a party.
///
/// # Errors
/// What the engine says against it.
pub fn party_alias(ctx: &Ctx<'_>) -> Result<Reply, Fault> {
    let name = ctx.ask.field("name").unwrap_or("").to_owned();
    let done = alias(ctx, Kind::Party, ctx.ask.param("id"), &name)?;
    taught(ctx, Kind::Party, &[name], &done)
}

/// A place that a name is of.
///
/// # Errors
/// What the engine says against it.
pub fn place(ctx: &Ctx<'_>) -> Result<Reply, Fault> {
    teach(ctx, Kind::Place)
}

/// A party that a name is of.
///
/// # Errors
/// What the engine says against it.
pub fn party(ctx: &Ctx<'_>) -> Result<Reply, Fault> {
    teach(ctx, Kind::Party)
}

fn alias(ctx: &Ctx<'_>, kind: Kind, id: &str, name: &str) -> Result<Entered, Fault> {
    let forms: Vec<NameForm> = vec![form(name)];
    ctx.act(&reason(ctx)?, |desk| match kind {
        Kind::Place => desk.alias_place(id, forms),
        Kind::Party => desk.alias_party(id, forms),
    })
}

/// The words are no name of such a kind.
fn none(ctx: &Ctx<'_>, not: NoName, name: &str) -> Result<Entered, Fault> {
    let kind = match not {
        NoName::Place => "no-place",
        NoName::Outside => "outside",
        NoName::Party => "no-party",
    };
    ctx.act(&why(ctx, kind), |desk| desk.no_name(not, vec![form(name)]))
}

/// Reports that use the names are read again with them.
fn taught(ctx: &Ctx<'_>, kind: Kind, names: &[String], done: &Entered) -> Result<Reply, Fault> {
    ctx.desk.live.taught(names, ctx.desk.config.patience)?;
    Ok(ctx.done(&ctx.ask.next(kind.path()), "w-registers-taught", Some(done.entry)))
}

fn teach(ctx: &Ctx<'_>, kind: Kind) -> Result<Reply, Fault> {
    let name = ctx.ask.field("name").unwrap_or("").to_owned();
    let is = ctx.ask.field("is").unwrap_or("");
    let done = match is {
        _ if answer(is).is_some() => none(ctx, answer(is).unwrap_or(NoName::Place), &name)
            .map(|done| (done, vec![name.clone()]))
            .map_err(Refused::Fault),
        "new" => new(ctx, kind, &name),
        "other" => resolved(ctx, kind, ctx.ask.field("other").unwrap_or(""), &name)
            .and_then(|id| Ok((alias(ctx, kind, &id, &name)?, vec![name.clone()]))),
        "" => Err(Refused::Fault(Fault::bad("w-registers-choose"))),
        id => alias(ctx, kind, id, &name)
            .map(|done| (done, vec![name.clone()]))
            .map_err(Refused::Fault),
    };
    match done {
        Ok((done, names)) => taught(ctx, kind, &names, &done),
        Err(Refused::Trouble(trouble)) => Ok(page(ctx, kind, Some(&trouble))?.status(422)),
        Err(Refused::Fault(fault)) => refused(ctx, kind, name, fault),
    }
}

/// What cannot be entered so is said beside the form, with what was typed.
fn refused(ctx: &Ctx<'_>, kind: Kind, name: String, fault: Fault) -> Result<Reply, Fault> {
    let text = match &fault.why {
        Why::Message(id) => ctx.say().text(id, &[]),
        Why::Engine(error) if fault.status < 500 => ctx.say().error(error),
        _ => return Err(fault),
    };
    if name.is_empty() {
        return Err(fault);
    }
    let trouble = Trouble { name, text, options: Vec::new() };
    Ok(page(ctx, kind, Some(&trouble))?.status(fault.status))
}

/// Why something was not entered.
enum Refused {
    /// A name that must be told apart.
    Trouble(Trouble),
    /// Anything else.
    Fault(Fault),
}

impl From<Fault> for Refused {
    fn from(fault: Fault) -> Self {
        Refused::Fault(fault)
    }
}

/// The one that is named by its id or by a name, however it is spelled.
fn resolved(ctx: &Ctx<'_>, kind: Kind, text: &str, taught: &str) -> Result<String, Refused> {
    let s = ctx.situation();
    let (text, folded) = (text.trim(), fold(text));
    let mut found: Vec<String> = match kind {
        Kind::Place if s.places.contains_key(text) => vec![text.to_owned()],
        Kind::Party if s.parties.contains_key(text) => vec![text.to_owned()],
        Kind::Place => {
            let all = s.places.values().filter(|p| named(&p.name, &folded));
            all.map(|p| p.id.clone()).collect()
        }
        Kind::Party => {
            let all = s.parties.values().filter(|p| named(&p.name, &folded));
            all.map(|p| p.id.clone()).collect()
        }
    };
    let trouble = |id: &str, options| {
        let args = [("name", text.into())];
        let text = ctx.say().text(id, &args);
        Err(Refused::Trouble(Trouble { name: taught.to_owned(), text, options }))
    };
    match found.len() {
        0 => trouble("w-registers-nobody", Vec::new()),
        1 => Ok(found.remove(0)),
        _ => trouble("w-registers-several", found),
    }
}

fn named(name: &Bilingual, folded: &str) -> bool {
    !folded.is_empty() && [&name.ar, &name.en].iter().any(|n| fold(n) == folded)
}

/// Something new of a name, and the names by which it is known from now on.
fn new(ctx: &Ctx<'_>, kind: Kind, told: &str) -> Result<(Entered, Vec<String>), Refused> {
    let typed = |n: &str| ctx.ask.field(n).map(str::to_owned);
    // A name that is told in one language alone is shown so in both.
    let (ar, en) = (typed("ar"), typed("en"));
    let usual = || ar.clone().or_else(|| en.clone()).unwrap_or_else(|| told.to_owned());
    let name = Bilingual::new(ar.clone().unwrap_or_else(usual), en.clone().unwrap_or_else(usual));
    let mut names = vec![name.ar.clone(), name.en.clone(), told.to_owned()];
    names.retain(|n| !n.trim().is_empty());
    names.dedup();
    let other = !told.is_empty() && ![&name.ar, &name.en].iter().any(|n| n.as_str() == told);
    let forms: Vec<NameForm> = other.then(|| form(told)).into_iter().collect();
    let why = reason(ctx)?;
    let done = match kind {
        Kind::Place => {
            let place = new_place(ctx, name, told)?;
            ctx.act(&why, |desk| desk.add_place(place, forms))?
        }
        Kind::Party => {
            let party = new_party(ctx, name, told)?;
            ctx.act(&why, |desk| desk.add_party(party, None, forms))?
        }
    };
    Ok((done, names))
}

/// Of places of one name the one that holds all the others, as a governorate does the city that it
/// is called after: what lies in the city lies in it as well.
fn outermost<'o>(s: &Situation, options: &'o [String]) -> Option<&'o str> {
    let holds = |outer: &str, inner: &str| {
        let mut at = Some(inner);
        let up = |id: &str| s.places.get(id).and_then(|p| p.parent.as_deref());
        (0..LEVELS_DEEP).any(|_| {
            let found = at == Some(outer);
            at = at.and_then(up);
            found
        })
    };
    let all = |outer: &&String| options.iter().all(|inner| holds(outer, inner));
    options.iter().find(all).map(String::as_str)
}

/// A place without a position of its own stands where its holder stands.
fn new_place(ctx: &Ctx<'_>, name: Bilingual, told: &str) -> Result<Place, Refused> {
    let s = ctx.situation();
    let holder = match resolved(ctx, Kind::Place, ctx.ask.field("within").unwrap_or(""), told) {
        Err(Refused::Trouble(trouble)) => match outermost(s, &trouble.options) {
            Some(id) => id.to_owned(),
            None => return Err(Refused::Trouble(trouble)),
        },
        found => found?,
    };
    let Some(held_by) = s.places.get(&holder) else {
        return Err(Fault::unknown(&holder, "unknown-holder").into());
    };
    let at = ["lat", "lon"].map(|n| ctx.ask.field(n));
    let (lat, lon) = match at {
        [Some(lat), Some(lon)] => position(lat, lon)?,
        [None, None] => (held_by.lat, held_by.lon),
        _ => return Err(Fault::bad("w-registers-position").into()),
    };
    let asked = ctx.ask.field("level").unwrap_or("");
    let level = LEVELS.into_iter().find(|l| word(l) == asked).unwrap_or(LEVELS[0]);
    let prefix = holder.split('-').next().unwrap_or("own");
    let id = free(prefix, name.get(Lang::En), |id| s.places.contains_key(id));
    Ok(Place { id, parent: Some(holder), level, lat, lon, pcode: None, name })
}

/// Degrees as people type them.
fn position(lat: &str, lon: &str) -> Result<(f64, f64), Refused> {
    let degrees = |text: &str, most: f64| {
        let n: f64 = hudna::read::fold::fold(text).replace(',', ".").parse().ok()?;
        (-most..=most).contains(&n).then_some(n)
    };
    match (degrees(lat, 90.0), degrees(lon, 180.0)) {
        (Some(lat), Some(lon)) => Ok((lat, lon)),
        _ => Err(Fault::bad("w-registers-position").into()),
    }
}

fn new_party(ctx: &Ctx<'_>, name: Bilingual, told: &str) -> Result<Party, Refused> {
    let parent = match ctx.ask.field("head") {
        Some(head) => Some(resolved(ctx, Kind::Party, head, told)?),
        None => None,
    };
    let asked = ctx.ask.field("kind").unwrap_or("");
    let kind = KINDS.into_iter().find(|k| word(k) == asked).unwrap_or(KINDS[0]);
    let known = &ctx.situation().parties;
    let id = free("own", name.get(Lang::En), |id| known.contains_key(id));
    Ok(Party { id, kind, name, parent })
}

/// An id made of a name, that nothing has yet.
fn free(prefix: &str, name: &str, taken: impl Fn(&str) -> bool) -> String {
    let plain = |c: char| if c.is_ascii_alphanumeric() { c.to_ascii_lowercase() } else { ' ' };
    let words: String = name.chars().map(plain).collect();
    let slug = words.split_whitespace().collect::<Vec<_>>().join("-");
    let slug = match slug.is_empty() {
        true => hudna::model::digest::short_id("n", [name.as_bytes()]).to_ascii_lowercase(),
        false => slug,
    };
    let base = format!("{prefix}-{slug}");
    let mut more = (2..TRIES).map(|n| format!("{base}-{n}"));
    if !taken(&base) {
        return base;
    }
    more.find(|id| !taken(id)).unwrap_or(base)
}
