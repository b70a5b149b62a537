//! What a state comes from, in shares, and what was left out of it.

use serde::{Deserialize, Serialize};

use crate::text::Bilingual;

/// What a breakdown shares out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Whole {
    /// The level of violence by all days of the truce.
    Level,
    /// Events between the parties that were counted in the last 7 days.
    Events,
    /// Own incidents of the last 7 days that a person confirmed or two origins tell.
    Incidents,
}

/// By what it is shared out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DriverKind {
    /// Seven days.
    Week,
    /// One day.
    Day,
    /// What was done.
    Act,
    /// Who is said to have done it.
    Actor,
    /// Where in the area.
    Place,
}

/// One part of the whole.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Driver {
    /// An ISO day, two joined by `..`, an act, a party id, a place id; `unregistered` for names that
    /// no register holds, `unknown` where nothing is told, `rest` for what is left.
    pub id: String,
    /// Its name.
    pub text: Bilingual,
    /// Share of the whole, 0 to 1, in hundredths.
    pub share: f64,
    /// Events or incidents; an incident of which several are told is divided evenly.
    pub n: f64,
    /// Of a week: the level if nobody had counted in it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub without: Option<f64>,
    /// Ids of incidents, or rows of counts (`counts:…`).
    pub rests_on: Vec<String>,
}

/// What a state comes from, by one aspect; the shares make a whole.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Breakdown {
    /// What is shared out.
    pub of: Whole,
    /// By what.
    pub by: DriverKind,
    /// The whole: events, incidents, or the level.
    pub total: f64,
    /// All of it in a sentence.
    pub text: Bilingual,
    /// The parts, the largest first; what is left last.
    pub drivers: Vec<Driver>,
}

/// Why something was not counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum LeftOutWhy {
    /// One origin tells it and no person has confirmed it.
    Unconfirmed,
    /// Somebody other than the accused denies it, and no person has confirmed it.
    Disputed,
    /// It cannot be settled.
    Unverifiable,
    /// It was shown not to be so.
    Refuted,
    /// It was judged to lie outside what the agreement forbids.
    Outside,
    /// The place told holds the area and more.
    CoarsePlace,
    /// No day is known.
    Undated,
    /// It was before the last 7 days.
    Earlier,
    /// It was before the truce.
    BeforeTruce,
    /// Reports beyond the first of one origin.
    Copies,
    /// Claims that a person refused.
    Withdrawn,
    /// Events of a war that the agreement leaves out, of the last 7 days.
    OtherWar,
}

/// What was not counted in a state, and why.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct LeftOut {
    /// Why.
    pub why: LeftOutWhy,
    /// How many: incidents, reports, claims or events.
    pub n: f64,
    /// In words.
    pub text: Bilingual,
    /// Ids of incidents or claims, or rows of counts.
    pub rests_on: Vec<String>,
}
