//! Whole pictures straight from the model, in one language each, for pages.
//!
//! Each is what its function in [`pictures`](super) draws, with the data taken from a situation;
//! none where the model holds nothing to draw.

use hudna_model::AreaState;

use super::{Look, told};
use crate::messages::Messages;

pub use super::map::{MapOf, Point, map};
pub use super::spark::spark;

/// The states of areas day by day, in their order; none when no area has a history.
pub fn ribbon(areas: &[&AreaState], look: &Look, messages: &Messages) -> Option<String> {
    Some(super::ribbon(&told::rows(areas)?, look, messages))
}

/// The states of one area day by day; none without a history.
pub fn ribbon_of(area: &AreaState, look: &Look, messages: &Messages) -> Option<String> {
    Some(super::ribbon(&told::rows(&[area])?, look, messages))
}

/// The alarm of an area, up or not; none without an alarm or a history.
pub fn alarm(area: &AreaState, look: &Look, messages: &Messages) -> Option<String> {
    Some(super::alarm(&told::course(area)?, look, messages))
}

/// The outlook of an area after its last four weeks; none without a history or an outlook.
pub fn fan(area: &AreaState, look: &Look, messages: &Messages) -> Option<String> {
    Some(super::fan(&told::fan(area)?, look, messages))
}
