//! Places and parties: names known, names waiting, and teaching one.

mod known;
mod teach;
mod unknown;

use hudna::model::{PartyKind, PlaceLevel};
use hudna::rights::Right;
use serde_json::{Value, json};

use super::agreements::word;
use crate::desk::Ctx;
use crate::fault::Fault;
use crate::reply::Reply;
use crate::routes::Route;

/// Routes.
pub const ROUTES: &[Route] = &[
    Route::get("/places", Right::SeeAreas, places),
    Route::post("/places/teach", Right::Names, teach::place),
    Route::post("/places/{id}/names", Right::Names, teach::place_alias),
    Route::get("/parties", Right::SeeAreas, parties),
    Route::post("/parties/teach", Right::Names, teach::party),
    Route::post("/parties/{id}/names", Right::Names, teach::party_alias),
];

/// What is named.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// A place.
    Place,
    /// A party.
    Party,
}

impl Kind {
    /// The page.
    pub fn path(self) -> &'static str {
        match self {
            Kind::Place => "/places",
            Kind::Party => "/parties",
        }
    }

    fn template(self) -> &'static str {
        match self {
            Kind::Place => "places.html.jinja",
            Kind::Party => "parties.html.jinja",
        }
    }

    /// Name of the list of its kinds in messages, and of the field of forms.
    fn list(self) -> (&'static str, &'static str) {
        match self {
            Kind::Place => ("level", "level"),
            Kind::Party => ("party-kind", "kind"),
        }
    }
}

/// Levels that a place may be given, the usual one first.
pub const LEVELS: [PlaceLevel; 7] = [
    PlaceLevel::Settlement,
    PlaceLevel::Neighbourhood,
    PlaceLevel::Site,
    PlaceLevel::Line,
    PlaceLevel::District,
    PlaceLevel::Governorate,
    PlaceLevel::Region,
];
/// Kinds that a party may be given, the usual one first.
pub const KINDS: [PartyKind; 9] = [
    PartyKind::ArmedGroup,
    PartyKind::Force,
    PartyKind::State,
    PartyKind::Political,
    PartyKind::Body,
    PartyKind::Monitor,
    PartyKind::Ngo,
    PartyKind::Person,
    PartyKind::Media,
];

fn places(ctx: &Ctx<'_>) -> Result<Reply, Fault> {
    page(ctx, Kind::Place, None)
}

fn parties(ctx: &Ctx<'_>) -> Result<Reply, Fault> {
    page(ctx, Kind::Party, None)
}

/// A name that was typed and cannot be taken so: what is said of it beside its form.
pub struct Trouble {
    /// The name that was to be taught.
    pub name: String,
    /// What is the matter.
    pub text: String,
    /// Ids that may be meant.
    pub options: Vec<String>,
}

/// The page, with what was refused before.
///
/// # Errors
/// The template fails.
pub fn page(ctx: &Ctx<'_>, kind: Kind, trouble: Option<&Trouble>) -> Result<Reply, Fault> {
    let (unknown, total) = unknown::list(ctx, kind, trouble);
    let (rows, pager) = known::list(ctx, kind);
    let (label, field) = kind.list();
    let values: Vec<String> = match kind {
        Kind::Place => LEVELS.iter().map(word).collect(),
        Kind::Party => KINDS.iter().map(word).collect(),
    };
    let option = |value: &String, selected: bool| json!({ "value": value, "text": ctx.say().label(label, value), "selected": selected });
    let given = ctx.ask.field(field);
    let levels: Vec<Value> = values
        .iter()
        .enumerate()
        .map(|(n, v)| option(v, given.map_or(n == 0, |given| given == v)))
        .collect();
    let asked = ctx.ask.asked(field);
    let kinds: Vec<Value> = values.iter().map(|v| option(v, asked == Some(v.as_str()))).collect();
    let origin = match kind {
        Kind::Place => "w-registers-places-source",
        Kind::Party => "w-registers-parties-source",
    };
    ctx.page(
        kind.template(),
        json!({
            "unknown": unknown, "unknown_total": total, "q": ctx.ask.asked("q").unwrap_or(""),
            "rows": rows, "levels": levels, "kinds": kinds,
            "only_own": ctx.ask.asked("own").is_some(), "page": pager,
            "new": { "name": "", "lang": ctx.say().lang.code(), "key": "new", "within": [],
                     "roman": null, "given": null },
            "source": ctx.say().text(origin, &[]),
        }),
    )
}
