//! One module a group of pages: what is asked of the engine, and what the template is given.

pub mod account;
pub mod agreements;
pub mod area;
pub mod briefs;
pub mod cases;
pub mod changes;
pub mod errors;
pub mod followups;
pub mod incident;
pub mod incidents;
pub mod ledger;
pub mod names;
pub mod nav;
pub mod offline;
pub mod overview;
pub mod people;
pub mod pictures;
pub mod report;
pub mod reports;
pub mod review;
pub mod said;
pub mod search;
pub mod settings;
pub mod shared;
pub mod sources;
pub mod submit;
pub mod tasks;
pub mod timeline;
pub mod undo;
pub mod why;

use crate::routes::Route;

/// Routes of all pages.
pub fn routes() -> Vec<Route> {
    [
        account::ROUTES,
        overview::ROUTES,
        area::ROUTES,
        incidents::ROUTES,
        incident::ROUTES,
        followups::ROUTES,
        report::ROUTES,
        review::ROUTES,
        offline::ROUTES,
        submit::ROUTES,
        tasks::ROUTES,
        undo::ROUTES,
        why::ROUTES,
        search::ROUTES,
        changes::ROUTES,
        reports::ROUTES,
        agreements::ROUTES,
        names::ROUTES,
        sources::ROUTES,
        cases::ROUTES,
        ledger::ROUTES,
        settings::ROUTES,
        people::ROUTES,
        briefs::ROUTES,
    ]
    .concat()
}
