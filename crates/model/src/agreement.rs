//! An agreement: its terms as data, each with its source clause.
//!
//! `docs/formats/agreement.md` says what each field means; `agreement.schema.json` beside it is the
//! same for programs, and a test holds it against these types.

mod members;
mod place;
mod procedure;
mod terms;
mod window;

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::register::PlaceLevel;
use crate::text::Bilingual;
use crate::time::Moment;

pub use members::{
    Exclusion, ExternalList, ListEntry, Membership, Renaming, Role, UnknownMembership, Via,
};
pub use place::{Band, Line, Protected, Shape, Zone};
pub use procedure::{
    Attribution, Channel, Consensus, Counting, Escalation, Gravest, Procedure, Reporting, Step,
};
pub use terms::{
    Deadline, Deontic, Exception, ExceptionKind, ExceptionTest, Obligation, Outside, Target,
    TermArea,
};
pub use window::Window;

/// How an instrument stands to another one of the chain.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Relation {
    /// The text that the terms come from.
    Base,
    /// Gives it the weight of another body.
    Endorses,
    /// Changes or adds to it.
    Amends,
    /// Says how its observance is followed.
    Procedure,
    /// Is made part of it by reference.
    Incorporated,
}

/// One instrument of the chain.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Instrument {
    /// Id inside the agreement.
    pub id: String,
    /// Title.
    pub name: Bilingual,
    /// ISO day.
    pub date: String,
    /// How it stands to the one named by `to`, else to the base.
    pub relation: Relation,
    /// Id of the instrument that it relates to.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub to: Option<String>,
    /// Ids of instruments over which it prevails where they differ.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub prevails_over: Vec<String>,
    /// Citation.
    pub source: String,
}

/// The instants of an agreement beside its entry into force.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Instants {
    /// Signed or agreed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub signed: Option<Moment>,
    /// Made public.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub announced: Option<Moment>,
    /// Until then parties could accept it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub accept_by: Option<Moment>,
    /// Ends by itself, unless renewed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub expires: Option<Moment>,
    /// Citation.
    #[serde(default)]
    pub source: String,
}

/// A renewal of an agreement that would have ended.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Renewal {
    /// When it was announced; not seen before.
    pub announced: Moment,
    /// The new end.
    pub until: Moment,
    /// Citation.
    pub source: String,
}

/// What the instrument leaves open.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Undefined {
    /// Id.
    pub id: String,
    /// In our words.
    pub text: Bilingual,
    /// Where the text is silent or splits; none when the whole is meant.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source: Option<String>,
}

/// The areas whose state is told.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Areas {
    /// Level of the areas.
    pub level: PlaceLevel,
    /// Place ids, each a place of that level.
    pub list: Vec<String>,
    /// Citation of the outlines.
    pub source: String,
    /// Levels of violence before the truce, where no counts tell them.
    #[serde(rename = "baseline", default, skip_serializing_if = "Vec::is_empty")]
    pub baselines: Vec<DeclaredLevel>,
}

/// What somebody declares the level before the truce to have been.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DeclaredLevel {
    /// Place id of the area.
    pub area: String,
    /// Incidents a day.
    pub per_day: f64,
    /// Who declares it, and from what.
    pub source: Bilingual,
}

/// An agreement, as `data/agreements/<id>/agreement.toml` says it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Agreement {
    /// Id, the folder's name.
    pub id: String,
    /// Name.
    pub name: Bilingual,
    /// Place id of the country.
    pub country: String,
    /// IANA name of the time zone in which days and hours are meant, such as `Asia/Damascus`.
    #[serde(default)]
    pub time_zone: String,
    /// When it entered into force.
    pub effective: Moment,
    /// When it ended, if it has.
    #[serde(default)]
    pub ended: Option<Moment>,
    /// Other instants.
    #[serde(default)]
    pub instants: Instants,
    /// Renewals, in the order of announcement.
    #[serde(rename = "renewal", default)]
    pub renewals: Vec<Renewal>,
    /// What is done with actors of whom nobody knows whether they are bound.
    pub unknown_membership: UnknownMembership,
    /// The chain of instruments.
    #[serde(rename = "instrument")]
    pub instruments: Vec<Instrument>,
    /// Who is bound, who guarantees, who is known to stand outside.
    #[serde(rename = "party")]
    pub parties: Vec<Membership>,
    /// Who is left out by name.
    #[serde(rename = "exclusion", default)]
    pub exclusions: Vec<Exclusion>,
    /// Lists of others by which actors are left out.
    #[serde(rename = "external_list", default)]
    pub external_lists: Vec<ExternalList>,
    /// Terms. The first is the base obligation.
    #[serde(rename = "obligation")]
    pub obligations: Vec<Obligation>,
    /// What lifts a term, with its tests.
    #[serde(rename = "exception", default)]
    pub exceptions: Vec<Exception>,
    /// Windows per announcer.
    #[serde(rename = "window", default)]
    pub windows: Vec<Window>,
    /// Areas that terms speak of.
    #[serde(rename = "zone", default)]
    pub zones: Vec<Zone>,
    /// Lines that distances are measured from.
    #[serde(rename = "line", default)]
    pub lines: Vec<Line>,
    /// Distances by weapon.
    #[serde(rename = "band", default)]
    pub bands: Vec<Band>,
    /// Objects near which a term forbids something.
    #[serde(rename = "protected", default)]
    pub protected: Vec<Protected>,
    /// What is counted, and whether findings may attribute.
    #[serde(default)]
    pub counting: Option<Counting>,
    /// How an allegation is dealt with.
    #[serde(default)]
    pub procedure: Option<Procedure>,
    /// To whom is reported.
    #[serde(rename = "reporting", default)]
    pub reporting: Vec<Reporting>,
    /// What is left open.
    #[serde(rename = "undefined", default)]
    pub undefined: Vec<Undefined>,
    /// Areas whose state is told.
    pub areas: Areas,
    /// Geometry of zones, lines and protected objects by id, taken from `areas.geojson`.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub shapes: BTreeMap<String, Shape>,
}

impl Agreement {
    /// When it ends as known at `as_of`: its end, else its expiry as last renewed by then.
    pub fn ends(&self, as_of: Moment) -> Option<Moment> {
        let renewed = self.renewals.iter().filter(|r| r.announced <= as_of).map(|r| r.until).max();
        self.ended.or(renewed.max(self.instants.expires))
    }

    /// The obligation of that id.
    pub fn obligation(&self, id: &str) -> Option<&Obligation> {
        self.obligations.iter().find(|o| o.id == id)
    }
}

#[cfg(test)]
mod tests;
