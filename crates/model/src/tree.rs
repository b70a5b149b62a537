//! The levels above and below the areas of an agreement.

use serde::{Deserialize, Serialize};

use crate::area::{AreaState, AreaStatus};
use crate::register::PlaceLevel;
use crate::text::Bilingual;

/// How many areas have each state.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Distribution {
    /// Areas in which the truce holds.
    pub holding: u32,
    /// Strained.
    pub strained: u32,
    /// Collapsed.
    pub collapsed: u32,
    /// Too little to tell, or nobody reports.
    pub no_data: u32,
    /// Left out by the agreement.
    pub not_covered: u32,
}

impl Distribution {
    /// Counts one area.
    pub fn add(&mut self, status: AreaStatus) {
        let slot = match status {
            AreaStatus::Holding => &mut self.holding,
            AreaStatus::Strained => &mut self.strained,
            AreaStatus::Collapsed => &mut self.collapsed,
            AreaStatus::NoData => &mut self.no_data,
            AreaStatus::NotCovered => &mut self.not_covered,
        };
        *slot += 1;
    }

    /// Areas that have a state of violence.
    pub fn told(self) -> u32 {
        self.holding + self.strained + self.collapsed
    }

    /// All areas.
    pub fn areas(self) -> u32 {
        self.told() + self.no_data + self.not_covered
    }
}

/// A place that holds areas of the agreement: told as numbers of areas, never as one state.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct AreaParent {
    /// Place id.
    pub place: String,
    /// Names.
    pub name: Bilingual,
    /// How large.
    pub level: PlaceLevel,
    /// The place that holds it.
    pub parent: Option<String>,
    /// Place ids of the areas that it holds, each once, ascending.
    pub areas: Vec<String>,
    /// How they stand.
    pub distribution: Distribution,
    /// The same in a sentence.
    pub text: Bilingual,
    /// Incidents of the last 7 days that are told of the place itself or of none of its areas.
    pub unplaced: Vec<String>,
}

/// The levels above and below the areas of the agreement.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct AreaTree {
    /// Places that hold areas, the largest first, then by id.
    pub parents: Vec<AreaParent>,
    /// Places inside areas of which own incidents, patrols or counts tell anything in the last 7
    /// days: larger ones first, then as areas are sorted. All others are not told apart.
    pub below: Vec<AreaState>,
}
