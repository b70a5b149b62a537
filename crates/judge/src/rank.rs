//! The order in which areas are told.

use std::cmp::Ordering;

use hudna_model::{AreaState, AreaStatus};

/// Collapsed before strained, no data, holding and not covered; then by falling ratio, then by id.
pub(crate) fn worse(a: &AreaState, b: &AreaState) -> Ordering {
    let ratio = |s: &AreaState| s.ratio.unwrap_or(-1.0);
    (rank(a.status).cmp(&rank(b.status)))
        .then_with(|| ratio(b).total_cmp(&ratio(a)))
        .then_with(|| a.area.cmp(&b.area))
}

fn rank(status: AreaStatus) -> u8 {
    match status {
        AreaStatus::Collapsed => 0,
        AreaStatus::Strained => 1,
        AreaStatus::NoData => 2,
        AreaStatus::Holding => 3,
        AreaStatus::NotCovered => 4,
    }
}
