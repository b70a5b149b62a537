//! Who is bound, who stands behind the agreement, who stands outside.

use serde::{Deserialize, Serialize};

use crate::text::Bilingual;

/// A party's part in the agreement.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Role {
    /// Bound by its terms.
    Bound,
    /// Stands behind it.
    Guarantor,
    /// Known not to have accepted it: fighting with it is recorded, not judged.
    NonSignatory,
}

/// How a party came to its part.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Via {
    /// The text names it.
    List,
    /// It accepted by a declaration to somebody.
    Accession,
    /// It fights at the side of a bound party, which answers for it.
    Alliance,
}

/// What is done with an actor of whom nobody knows whether it is bound.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum UnknownMembership {
    /// The verdict stays open until somebody tells.
    Undetermined,
    /// It is taken for bound until it is shown not to be.
    PresumedBound,
    /// It is taken for one that stands outside.
    PresumedOutside,
}

/// A party's standing under the agreement.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Membership {
    /// Party id.
    pub party: String,
    /// Its part.
    pub role: Role,
    /// How it came to it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub via: Option<Via>,
    /// Party id: to whom it acceded, or at whose side it fights.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub with: Option<String>,
    /// A guarantor that fights as well: its word on its own side is a party's word.
    #[serde(default)]
    pub belligerent: bool,
    /// Party ids for whom a guarantor answers.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub answers_for: Vec<String>,
    /// ISO day since when.
    pub since: Option<String>,
    /// ISO day from which it no longer holds.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub until: Option<String>,
    /// Citation.
    pub source: String,
}

impl Membership {
    /// Whether it holds on an ISO day; without a day it does.
    pub fn holds_on(&self, day: Option<&str>) -> bool {
        within(self.since.as_deref(), self.until.as_deref(), day)
    }
}

/// Another name that an actor took.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Renaming {
    /// The name.
    pub name: Bilingual,
    /// Party id, where the register has one of its own for it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub party: Option<String>,
    /// ISO day since when.
    pub since: String,
    /// Citation.
    pub source: String,
}

/// An actor whom the agreement leaves out.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Exclusion {
    /// Party id.
    pub party: String,
    /// Later names; a new name does not lift the exclusion.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub renamed: Vec<Renaming>,
    /// ISO day since when.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub since: Option<String>,
    /// ISO day from which it is no longer left out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub until: Option<String>,
    /// Citation.
    pub source: String,
}

impl Exclusion {
    /// Whether the party is left out by this entry on an ISO day; without a day it is.
    pub fn names(&self, party: &str, day: Option<&str>) -> bool {
        let later = |r: &Renaming| {
            r.party.as_deref() == Some(party) && day.is_none_or(|day| r.since.as_str() <= day)
        };
        within(self.since.as_deref(), self.until.as_deref(), day)
            && (self.party == party || self.renamed.iter().any(later))
    }
}

/// A list kept by somebody else by which actors are left out.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ExternalList {
    /// Id.
    pub id: String,
    /// Its name.
    pub name: Bilingual,
    /// Who keeps it.
    pub authority: String,
    /// Who stands on it, as far as the register knows them.
    #[serde(rename = "entry", default, skip_serializing_if = "Vec::is_empty")]
    pub entries: Vec<ListEntry>,
    /// The clause that refers to the list.
    pub source: String,
}

/// One actor of an external list.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ListEntry {
    /// Party id.
    pub party: String,
    /// ISO day of listing.
    pub since: String,
    /// ISO day of delisting.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub until: Option<String>,
    /// Citation.
    pub source: String,
}

impl ListEntry {
    /// Whether the party stands on the list on an ISO day; without a day it does.
    pub fn names(&self, party: &str, day: Option<&str>) -> bool {
        self.party == party && within(Some(&self.since), self.until.as_deref(), day)
    }
}

/// Whether an ISO day lies in `since <= day < until`; an open end is no bound.
fn within(since: Option<&str>, until: Option<&str>, day: Option<&str>) -> bool {
    let Some(day) = day else { return true };
    since.is_none_or(|since| since <= day) && until.is_none_or(|until| day < until)
}
