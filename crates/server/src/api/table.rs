//! The addresses of the API, each with the right that it needs and what programs are told of it.

use hudna::rights::Right;

use super::{enter, items, lists, openapi, rest, submit, uploads};
use crate::routes::{Doc, Route};

/// Names, types and values, as [`Doc`] has them.
type Table = &'static [(&'static str, &'static str, &'static str)];

macro_rules! doc {
    ($group:literal $id:literal, $query:expr, $body:expr, $answer:literal) => {
        Doc {
            id: $id,
            group: $group,
            summary: concat!("w-api-r-", $id),
            query: $query,
            body: $body,
            answer: $answer,
        }
    };
    ($group:literal $id:literal, $query:expr) => {
        doc!($group $id, $query, &[], "application/json")
    };
    ($group:literal $id:literal, $query:expr, $body:expr) => {
        doc!($group $id, $query, $body, "application/json")
    };
}

const NONE: Table = &[];
const PAGED: Table = &[("page", "number", ""), ("per", "number", "")];
const FORMS: Table = &[("format", "name", "json csv geojson atom")];

const RELATIONS: &str = "same different unsure part_of follows retaliation same_operation";

/// Routes of what is read and entered.
pub const ROUTES: &[Route] = &[
    Route::open("GET", "/api/v1/openapi.json", openapi::document)
        .told(doc!("about" "openapi", NONE)),
    Route::get("/api/v1/me", Right::Own, rest::me).told(doc!("about" "me", NONE)),
    Route::get("/api/v1/situation", Right::SeePublic, rest::situation)
        .told(doc!("situation" "situation", NONE)),
    Route::get("/api/v1/areas", Right::SeePublic, rest::areas).told(doc!(
        "situation" "areas",
        &[
            ("status", "name", "collapsed strained holding no_data not_covered"),
            ("page", "number", ""),
            ("per", "number", ""),
            ("format", "name", "json geojson"),
        ]
    )),
    Route::get("/api/v1/areas/{id}", Right::SeePublic, items::area)
        .told(doc!("situation" "area", NONE)),
    Route::get("/api/v1/changes", Right::SeeAreas, rest::changes).told(doc!(
        "situation" "changes",
        &[
            ("since", "moment", ""),
            ("kind", "name", ""),
            ("page", "number", ""),
            ("per", "number", ""),
        ]
    )),
    Route::get("/api/v1/search", Right::SeeAreas, rest::search)
        .told(doc!("situation" "search", &[("q", "text", ""), ("limit", "number", "")])),
    Route::get("/api/v1/why/{id}", Right::SeeIncidents, rest::why)
        .told(doc!("situation" "why", NONE)),
    Route::get("/api/v1/incidents", Right::SeeIncidents, lists::incidents)
        .told(doc!("incidents" "incidents", FORMS)),
    Route::get("/api/v1/incidents/{id}", Right::SeeIncidents, items::incident)
        .told(doc!("incidents" "incident", NONE)),
    Route::get("/api/v1/tolls", Right::SeeIncidents, lists::tolls)
        .told(doc!("incidents" "tolls", &[("format", "name", "json csv")])),
    Route::post("/api/v1/incidents/{id}/links", Right::Merge, enter::link).told(doc!(
        "incidents" "link",
        NONE,
        &[("other", "id", ""), ("relation", "name", RELATIONS), ("why", "text", "")]
    )),
    Route::post("/api/v1/incidents/{id}/part", Right::Merge, enter::part).told(doc!(
        "incidents" "part",
        NONE,
        &[("a", "id", ""), ("b", "id", ""), ("why", "text", "")]
    )),
    Route::post("/api/v1/incidents/{id}/findings", Right::Merge, enter::finding).told(doc!(
        "incidents" "finding",
        NONE,
        &[("finding", "name", "refuted unverifiable site_visit"), ("why", "text", "")]
    )),
    Route::get("/api/v1/reports", Right::SeeReports, lists::reports)
        .told(doc!("reports" "reports", &[("format", "name", "json csv")])),
    Route::get("/api/v1/reports/{id}", Right::SeeReports, items::report)
        .told(doc!("reports" "report", NONE)),
    Route::post("/api/v1/reports", Right::Submit, submit::submit).with_files().told(doc!(
        "reports" "submit",
        &[("source", "id", ""), ("published", "day", ""), ("text_lang", "name", "")],
        &[
            ("text", "text", ""),
            ("title?", "text", ""),
            ("id?", "text", ""),
            ("source?", "id", ""),
            ("published?", "day", ""),
            ("lang?", "name", ""),
            ("url?", "text", ""),
        ]
    )),
    Route::post("/api/v1/reports/{id}/claims", Right::Code, enter::claim).told(doc!(
        "reports" "claim-added",
        NONE,
        &[
            ("start", "number", ""),
            ("end", "number", ""),
            ("kind", "name", ""),
            ("fields", "object", ""),
            ("why", "text", ""),
        ]
    )),
    Route::get("/api/v1/claims/{id}", Right::SeeIncidents, items::claim)
        .told(doc!("reports" "claim", NONE)),
    Route::post("/api/v1/claims/{id}/decisions", Right::Code, enter::decision).told(doc!(
        "reports" "decision",
        NONE,
        &[
            ("decision", "name", "confirm refuse correct"),
            ("field?", "name", ""),
            ("value?", "text", ""),
            ("why", "text", ""),
        ]
    )),
    Route::get("/api/v1/uploads/{id}", Right::Submit, uploads::head)
        .told(doc!("reports" "upload-head", NONE)),
    Route::post("/api/v1/uploads/{id}", Right::Submit, uploads::put)
        .method("PUT")
        .up_to(uploads::MOST_BYTES as usize)
        .told(doc!("reports" "upload", NONE, NONE, "")),
    Route::get("/api/v1/followups", Right::SeeAreas, lists::follow_ups)
        .told(doc!("followups" "followups", &[("format", "name", "json csv ics")])),
    Route::get("/api/v1/followups/{id}", Right::SeeAreas, items::follow_up)
        .told(doc!("followups" "followup", NONE)),
    Route::post("/api/v1/followups/{id}/changes", Right::FollowUp, enter::change).told(doc!(
        "followups" "change",
        NONE,
        &[
            ("kind", "name", "done partly slip drop assign note"),
            ("due?", "text", ""),
            ("on?", "day", ""),
            ("evidence?", "list", ""),
            ("owner?", "text", ""),
            ("next?", "text", ""),
            ("why", "text", ""),
        ]
    )),
    Route::get("/api/v1/cases", Right::SeeCases, items::cases).told(doc!(
        "followups" "cases",
        &[("stage", "name", ""), ("page", "number", ""), ("per", "number", "")]
    )),
    Route::get("/api/v1/cases/{id}", Right::SeeCases, items::case)
        .told(doc!("followups" "case", NONE)),
    Route::get("/api/v1/questions", Right::SeeIncidents, rest::questions).told(doc!(
        "followups" "questions",
        &[
            ("about", "id", ""),
            ("open", "name", "yes no"),
            ("page", "number", ""),
            ("per", "number", ""),
        ]
    )),
    Route::post("/api/v1/questions", Right::Ask, enter::question).told(doc!(
        "followups" "question-asked",
        NONE,
        &[
            ("about", "id", ""),
            ("to?", "text", ""),
            ("channel?", "text", ""),
            ("owner?", "text", ""),
            ("due?", "day", ""),
            ("why", "text", ""),
        ]
    )),
    Route::post("/api/v1/questions/{id}/answer", Right::Ask, enter::answer)
        .told(doc!("followups" "answer", NONE, &[("why", "text", "")])),
    Route::get("/api/v1/agreements", Right::SeeAreas, rest::agreements)
        .told(doc!("registers" "agreements", PAGED)),
    Route::get("/api/v1/sources", Right::SeeSources, rest::sources).told(doc!(
        "registers" "sources",
        &[("q", "text", ""), ("page", "number", ""), ("per", "number", "")]
    )),
    Route::post("/api/v1/sources/{id}/grades", Right::Grade, enter::grade).told(doc!(
        "registers" "grade",
        NONE,
        &[
            ("grade", "name", "A B C D E F"),
            ("credibility?", "number", "1 2 3 4 5 6"),
            ("why", "text", ""),
        ]
    )),
    Route::get("/api/v1/places", Right::SeeAreas, rest::places).told(doc!(
        "registers" "places",
        &[
            ("q", "text", ""),
            ("level", "name", ""),
            ("parent", "id", ""),
            ("page", "number", ""),
            ("per", "number", ""),
        ]
    )),
    Route::get("/api/v1/parties", Right::SeeAreas, rest::parties).told(doc!(
        "registers" "parties",
        &[("q", "text", ""), ("page", "number", ""), ("per", "number", "")]
    )),
    Route::get("/api/v1/ledger", Right::SeeLedger, rest::ledger)
        .told(doc!("ledger" "ledger", PAGED)),
    Route::get("/api/v1/ledger/{entry}", Right::SeeLedger, rest::ledger_entry)
        .told(doc!("ledger" "ledger-entry", NONE)),
    Route::post("/api/v1/undo", Right::Code, enter::undo)
        .told(doc!("ledger" "undo", NONE, &[("entry", "number", ""), ("why", "text", "")])),
];

/// Groups in the order in which the reader shows them.
pub const GROUPS: [&str; 7] =
    ["about", "situation", "incidents", "reports", "followups", "registers", "ledger"];

/// What programs are told of the route of an id.
pub fn doc(id: &str) -> Option<&'static Doc> {
    ROUTES.iter().filter_map(|r| r.doc.as_ref()).find(|doc| doc.id == id)
}
