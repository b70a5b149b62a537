//! What all lists have in common: which page of how many, where the others are, in which form.

use hudna::Told;
use hudna::model::{Bilingual, Place, Situation};
use hudna::rights::Right;
use hudna::search::{Found, MOST_PER, USUAL_PER};
use serde::Serialize;
use serde_json::{Value, json};

use super::parameters;
use crate::desk::Ctx;
use crate::fault::Fault;
use crate::form;
use crate::reply::Reply;

/// Parameters of every address that are not of what is looked for.
pub const ASIDE: [&str; 3] = ["as_of", "ui", "format"];

/// The picture for areas and what belongs to them: whole for whoever sees areas, else the public's.
/// A party sees cases whole, and of everything else what anybody sees.
pub fn view<'c>(ctx: &'c Ctx<'_>) -> &'c Situation {
    if ctx.may(Right::SeeAreas) { &ctx.snap.situation } else { &ctx.snap.public().situation }
}

/// A page of a list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Page {
    /// Which, from 1.
    pub page: usize,
    /// Items on one.
    pub per: usize,
    /// Of how many items.
    pub total: usize,
}

impl Page {
    /// How many there are; at least one.
    pub fn pages(self) -> usize {
        self.total.div_ceil(self.per).max(1)
    }

    /// The part of a list that is on it.
    pub fn of<T>(self, all: &[T]) -> &[T] {
        let from = (self.page - 1).saturating_mul(self.per).min(all.len());
        &all[from..from.saturating_add(self.per).min(all.len())]
    }
}

impl From<&Found> for Page {
    fn from(found: &Found) -> Page {
        Page { page: found.page, per: found.per, total: found.total }
    }
}

/// Checks the query of an address that the engine has no table of, by its documentation.
///
/// # Errors
/// A parameter that the address does not take, a page that is no number.
pub fn asked(ctx: &Ctx<'_>, id: &str) -> Result<Page, Fault> {
    let known = parameters::names(id);
    let taken = |name: &str| known.contains(&name) || ASIDE.contains(&name) || name == "lang";
    if let Some((name, _)) = ctx.ask.query.iter().find(|(name, _)| !taken(name)) {
        let known = known.join(", ");
        return Err(Told::error("told-search-unknown", &[("name", name), ("known", &known)]).into());
    }
    let page = number(ctx, "page", 1, usize::MAX >> 1)?;
    Ok(Page { page, per: number(ctx, "per", USUAL_PER, MOST_PER)?, total: 0 })
}

/// The whole number, from 1, that a parameter has.
///
/// # Errors
/// It has none.
pub fn number(ctx: &Ctx<'_>, name: &str, usual: usize, most: usize) -> Result<usize, Fault> {
    let Some(text) = ctx.ask.asked(name) else { return Ok(usual) };
    let told = text.trim().parse().ok().filter(|n| (1..=most).contains(n));
    told.ok_or_else(|| {
        let most = most.to_string();
        let args = [("name", name), ("value", text), ("low", "1"), ("high", &most)];
        Told::error("told-search-number", &args).into()
    })
}

/// Whether a parameter says yes or no, where it is given.
///
/// # Errors
/// It says something else.
pub fn yes_no(ctx: &Ctx<'_>, name: &str) -> Result<Option<bool>, Fault> {
    match ctx.ask.asked(name) {
        None => Ok(None),
        Some("yes") => Ok(Some(true)),
        Some("no") => Ok(Some(false)),
        Some(other) => Err(none_of(name, other, "yes, no")),
    }
}

/// The form that is asked for: one of some, JSON where none is named.
///
/// # Errors
/// Another one.
pub fn format<'f>(ctx: &Ctx<'_>, forms: &[&'f str]) -> Result<&'f str, Fault> {
    let asked = ctx.ask.asked("format").unwrap_or("json");
    let found = forms.iter().find(|f| **f == asked);
    found.copied().ok_or_else(|| none_of("format", asked, &forms.join(", ")))
}

fn none_of(name: &str, value: &str, known: &str) -> Fault {
    let args = [("name", name), ("value", value), ("known", known)];
    Told::error("told-search-value", &args).into()
}

/// Whether one page is asked for; tables are whole where none is.
pub fn paged(ctx: &Ctx<'_>) -> bool {
    ctx.ask.asked("page").is_some() || ctx.ask.asked("per").is_some()
}

/// The address of another page.
pub fn address(ctx: &Ctx<'_>, page: usize) -> String {
    let mut pairs = ctx.ask.query.clone();
    pairs.retain(|(name, _)| name != "page");
    pairs.push(("page".to_owned(), page.to_string()));
    format!("{}?{}", ctx.ask.path, form::query(&pairs))
}

/// Where the pages beside one are.
pub fn beside(ctx: &Ctx<'_>, page: Page) -> Vec<(&'static str, String)> {
    let next = (page.page < page.pages()).then(|| ("next", address(ctx, page.page + 1)));
    let prev = (page.page > 1).then(|| ("prev", address(ctx, (page.page - 1).min(page.pages()))));
    next.into_iter().chain(prev).collect()
}

/// How many of how many are shown, as every list says it.
pub fn told(ctx: &Ctx<'_>, s: &Situation, page: Page, shown: usize) -> Value {
    let beside = beside(ctx, page);
    let at = |rel: &str| beside.iter().find(|(r, _)| *r == rel).map(|(_, href)| href.clone());
    json!({
        "as_of": s.as_of, "notice": notice(s), "total": page.total, "shown": shown,
        "page": page.page, "per": page.per, "pages": page.pages(), "next": at("next"),
        "prev": at("prev"),
    })
}

/// What an example says of itself.
pub fn notice(s: &Situation) -> Option<&Bilingual> {
    s.story.as_ref().and_then(|story| story.notice.as_ref())
}

/// A list.
pub fn list(ctx: &Ctx<'_>, s: &Situation, page: Page, items: Vec<Value>) -> Reply {
    whole(ctx, s, page, items, json!({}))
}

/// A list with something beside it, such as facets.
pub fn whole(ctx: &Ctx<'_>, s: &Situation, page: Page, items: Vec<Value>, aside: Value) -> Reply {
    let mut out = told(ctx, s, page, items.len());
    if let (Some(out), Value::Object(aside)) = (out.as_object_mut(), aside) {
        out.extend(aside);
        out.insert("items".to_owned(), Value::Array(items));
    }
    linked(ctx, page, Reply::json(&out)).tagged()
}

/// The same with the addresses of the pages beside in its header (RFC 8288).
pub fn linked(ctx: &Ctx<'_>, page: Page, reply: Reply) -> Reply {
    let all: Vec<String> =
        beside(ctx, page).iter().map(|(rel, href)| format!("<{href}>; rel=\"{rel}\"")).collect();
    if all.is_empty() { reply } else { reply.header("link", all.join(", ")) }
}

/// Items of a list that stands whole in memory: those of its page.
pub fn part<T: Serialize>(ctx: &Ctx<'_>, s: &Situation, page: Page, all: &[T]) -> Reply {
    let page = Page { total: all.len(), ..page };
    let items = page.of(all).iter().map(value).collect();
    list(ctx, s, page, items)
}

/// Something as JSON.
pub fn value(thing: &impl Serialize) -> Value {
    serde_json::to_value(thing).expect("the model's types have JSON forms")
}

/// The name that JSON has for a value of a closed list.
pub fn word(thing: &impl Serialize) -> String {
    value(thing).as_str().unwrap_or_default().to_owned()
}

/// A place's name, level and point as cells of a table.
pub fn place_cells(s: &Situation, id: Option<&str>, words: Option<&str>) -> Vec<String> {
    let Some(place): Option<&Place> = id.and_then(|id| s.places.get(id)) else {
        let words = words.unwrap_or_default().to_owned();
        return vec![
            id.unwrap_or_default().to_owned(),
            words.clone(),
            words,
            "unknown".into(),
            String::new(),
            String::new(),
        ];
    };
    vec![
        place.id.clone(),
        place.name.ar.clone(),
        place.name.en.clone(),
        word(&place.level),
        place.lat.to_string(),
        place.lon.to_string(),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(page: usize, per: usize, total: usize, pages: usize, shown: &[usize]) {
        let page = Page { page, per, total };
        let all: Vec<usize> = (0..total).collect();
        assert_eq!((page.pages(), page.of(&all)), (pages, shown));
    }

    #[test]
    fn a_page_behind_the_last_is_empty_and_none_is_lost() {
        check(1, 2, 5, 3, &[0, 1]);
        check(3, 2, 5, 3, &[4]);
        check(4, 2, 5, 3, &[]);
        check(1, 2, 0, 1, &[]);
        check(1, 5, 5, 1, &[0, 1, 2, 3, 4]);
        check(usize::MAX, 500, 3, 1, &[]);
    }
}
