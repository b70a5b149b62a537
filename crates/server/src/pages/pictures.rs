//! Pictures of the model for pages.

use hudna::model::AreaState;

use crate::desk::Ctx;

/// States of an area day by day.
pub fn history(_ctx: &Ctx<'_>, _a: &AreaState) -> Option<String> {
    None
}

/// The alarm of an area.
pub fn alarm(_ctx: &Ctx<'_>, _a: &AreaState) -> Option<String> {
    None
}

/// The outlook of an area.
pub fn fan(_ctx: &Ctx<'_>, _a: &AreaState) -> Option<String> {
    None
}

/// The incidents of a page on the map.
pub fn incidents(_ctx: &Ctx<'_>, _found: &hudna::search::Found) -> Option<String> {
    None
}
