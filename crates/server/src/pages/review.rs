//! The review queue: what needs this person, the heaviest first.

pub mod item;
pub mod queue;
pub mod told;

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, PoisonError, Weak};

use hudna::live::Snapshot;
use hudna::record::{NoName, Record};
use hudna::rights::{Asker, Right};
use serde_json::{Value, json};

use self::queue::{Item, Tab};
use super::incidents::with;
use super::report::passage::{around, slice};
use super::report::{options, why};
use super::said;
use super::shared::{place, source};
use crate::desk::Ctx;
use crate::fault::Fault;
use crate::form;
use crate::reply::Reply;
use crate::routes::Route;

/// Routes.
pub const ROUTES: &[Route] = &[
    Route::get("/review", Right::Code, page),
    Route::post("/review/none", Right::Code, none),
    Route::post("/names", Right::Names, name),
];

/// Items on a page.
const PER: usize = 15;
/// Queues that are kept, of one picture for askers of different areas.
const KEPT: usize = 8;

/// A queue as it was made of a picture for those who see the same areas.
struct Kept {
    of: Weak<Snapshot>,
    areas: Option<Vec<String>>,
    items: Arc<Vec<Item>>,
}

static QUEUES: Mutex<Vec<Kept>> = Mutex::new(Vec::new());

/// Areas that an asker is limited to; none for all.
fn limits(asker: &Asker) -> Option<Vec<String>> {
    (asker.role == hudna::rights::Role::Monitor).then(|| asker.areas.clone())
}

/// What waits, made once a picture.
pub fn kept(snap: &Arc<Snapshot>, asker: &Asker) -> Arc<Vec<Item>> {
    let (of, areas) = (Arc::downgrade(snap), limits(asker));
    let held = |k: &&Kept| Weak::ptr_eq(&k.of, &of) && k.areas == areas;
    let locked = || QUEUES.lock().unwrap_or_else(PoisonError::into_inner);
    if let Some(kept) = locked().iter().find(held) {
        return Arc::clone(&kept.items);
    }
    let items = Arc::new(queue::queue(snap, asker));
    let mut all = locked();
    all.retain(|k| k.of.strong_count() > 0);
    all.insert(0, Kept { of, areas, items: Arc::clone(&items) });
    all.truncate(KEPT);
    items
}

/// How much waits for whoever asks.
pub fn count(snap: &Arc<Snapshot>, asker: &Asker) -> usize {
    kept(snap, asker).len()
}

fn page(ctx: &Ctx<'_>) -> Result<Reply, Fault> {
    let all = kept(&ctx.snap, &ctx.ask.asker);
    let (area, from) = (ctx.ask.asked("area"), ctx.ask.asked("source"));
    let narrowed = |i: &&Item| {
        area.is_none_or(|a| i.area.as_deref() == Some(a))
            && from.is_none_or(|x| i.source.as_deref().is_none_or(|s| s == x))
    };
    let told = ctx.ask.asked("tab").unwrap_or("new");
    let (tab, name) = *Tab::ALL.iter().find(|(_, n)| *n == told).unwrap_or(&Tab::ALL[0]);
    let open: Vec<&Item> = all.iter().filter(narrowed).collect();
    let mine: Vec<&Item> = open.iter().copied().filter(|i| i.tab == tab).collect();
    let most = mine.first().map_or(0.0, |i| i.weight());
    let at = number(ctx, "page").clamp(1, mine.len().div_ceil(PER).max(1));
    let shown: Vec<Value> =
        mine.iter().skip((at - 1) * PER).take(PER).map(|i| item::view(ctx, i, most)).collect();
    let page = json!({
        "shown": shown.len(), "total": mine.len(), "from": (at - 1) * PER + 1,
        "prev": (at > 1).then(|| on_page(ctx, at - 1)),
        "next": (at * PER < mine.len()).then(|| on_page(ctx, at + 1)),
    });
    ctx.page(
        "review.html.jinja",
        json!({
            "tabs": tabs(ctx, &open, tab), "tab": name, "page": page, "undo": undo(ctx),
            "filters": filters(ctx, &all), "items": shown, "reasons": options::reasons(ctx.say()),
        }),
    )
}

fn number(ctx: &Ctx<'_>, name: &str) -> usize {
    ctx.ask.asked(name).and_then(|p| p.parse().ok()).unwrap_or(1)
}

fn on_page(ctx: &Ctx<'_>, page: usize) -> String {
    let mut pairs = ctx.ask.query.clone();
    pairs.retain(|(n, _)| n != "page");
    pairs.push(("page".to_owned(), page.to_string()));
    format!("/review?{}", form::query(&pairs))
}

fn tabs(ctx: &Ctx<'_>, open: &[&Item], tab: Tab) -> Vec<Value> {
    let one = |(of, name): &(Tab, &str)| {
        let text = ctx.say().text(&format!("w-review-{}", name.replace('_', "-")), &[]);
        json!({
            "href": with(ctx, "/review", "tab", Some(name)), "text": text, "active": *of == tab,
            "count": open.iter().filter(|i| i.tab == *of).count(),
        })
    };
    Tab::ALL.iter().map(one).collect()
}

/// Areas and sources that something waits of.
fn filters(ctx: &Ctx<'_>, all: &[Item]) -> Value {
    let (say, s) = (ctx.say(), ctx.situation());
    let names = |of: &dyn Fn(&Item) -> Option<String>,
                 text: &dyn Fn(&str) -> String,
                 asked: &str| {
        let chosen = ctx.ask.asked(asked);
        let known: BTreeMap<String, String> =
            all.iter().filter_map(of).map(|id| (text(&id), id)).collect();
        let one = |(text, id): (String, String)| json!({ "selected": chosen == Some(id.as_str()), "value": id, "text": text });
        known.into_iter().map(one).collect::<Vec<Value>>()
    };
    json!({
        "area": names(&|i| i.area.clone(), &|id| place(say, s, Some(id), None), "area"),
        "source": names(&|i| i.source.clone(), &|id| source(say, s, id), "source"),
    })
}

/// The last decision of whoever asks, while it stands.
fn undo(ctx: &Ctx<'_>) -> Option<Value> {
    let by = ctx.ask.asker.name.as_str();
    let decided = |r: &Record| {
        matches!(
            r,
            Record::Decision(_)
                | Record::Pair(_)
                | Record::Finding(_)
                | Record::Place(_)
                | Record::NoName(_)
                | Record::Answer(_)
        )
    };
    let facts = &ctx.snap.facts;
    let mut acts = facts.acts.iter().rev();
    let last = acts.find(|a| a.by == by && a.undone.is_none() && decided(&a.record))?;
    let what = said::said(ctx.say(), &last.record);
    let text = ctx.say().text("w-work-last", &[("what", what.into())]);
    let together = facts.together(last.entry).len();
    let text = hudna_brief::bidi::plain(&text);
    Some(json!({ "entry": last.entry, "text": text, "together": together }))
}

/// A person looked at words of harm: they claim nothing. It is kept as a question about the report
/// that is answered at once.
fn none(ctx: &Ctx<'_>) -> Result<Reply, Fault> {
    let told = ctx.ask.field("item").unwrap_or("");
    let all = kept(&ctx.snap, &ctx.ask.asker);
    let waits = all.iter().find_map(|i| match &i.what {
        queue::What::Unread { report, note } if told == view_id(&i.id) => Some((report, *note)),
        _ => None,
    });
    let (report, note) = waits.ok_or_else(|| Fault::unknown(told, "unknown-about"))?;
    let filed = super::report::seen(ctx, report)?;
    let notes = super::report::notes(filed);
    let note = notes.get(note).ok_or_else(|| Fault::unknown(told, "unknown-about"))?;
    let text = filed.record.text();
    let words = slice(text, around(text, note.span));
    let asked = ctx.say().text("w-work-none-asked", &[("words", words.trim().into())]);
    let asked = hudna_brief::bidi::plain(&asked);
    let reason = why(ctx, "none");
    let done = ctx.act(&asked, |desk| desk.ask_and_answer(report, &reason))?;
    Ok(ctx.done(&ctx.ask.next("/review?tab=unread"), "w-core-done", Some(done.entry)))
}

/// An item's id as an anchor.
pub fn view_id(id: &str) -> String {
    format!("q-{}", id.replace(['+', '~', '!', '?', '.'], "-"))
}

/// A name is answered: it is another name of a place, or one of none that is followed.
fn name(ctx: &Ctx<'_>) -> Result<Reply, Fault> {
    let told = ctx.ask.field("name").ok_or_else(|| Fault::bad("w-core-form"))?;
    let next = ctx.ask.next("/review?tab=names");
    let Some(place) = ctx.ask.field("place") else {
        return Ok(ctx.done(&next, "w-work-left-open", None));
    };
    let forms = vec![hudna::names::form(told)];
    let done = match answer(place) {
        Some(not) => {
            let kind = if not == NoName::Outside { "outside" } else { "no-place" };
            ctx.act(&why(ctx, kind), |desk| desk.no_name(not, forms))?
        }
        None => ctx.act(&why(ctx, "name"), |desk| desk.alias_place(place, forms))?,
    };
    ctx.desk.live.taught(&[told.to_owned()], ctx.desk.config.patience)?;
    Ok(ctx.done(&next, "w-core-done", Some(done.entry)))
}

/// An answer of a form that says of a name what it is not. Ids of places begin with a letter.
pub fn answer(value: &str) -> Option<NoName> {
    [NoName::Place, NoName::Outside, NoName::Party]
        .into_iter()
        .find(|not| value.strip_prefix('!') == Some(not.name()))
}
