//! One module a group of pages: what is asked of the engine, and what the template is given.

pub mod account;
pub mod area;
pub mod errors;
pub mod incident;
pub mod incidents;
pub mod nav;
pub mod overview;
pub mod pictures;
pub mod said;
pub mod shared;
pub mod undo;

use crate::routes::Route;

/// Routes of all pages.
pub fn routes() -> Vec<Route> {
    [
        account::ROUTES,
        overview::ROUTES,
        area::ROUTES,
        incidents::ROUTES,
        incident::ROUTES,
        undo::ROUTES,
    ]
    .concat()
}
