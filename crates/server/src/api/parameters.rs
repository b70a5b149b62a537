//! What the addresses of the API take: from the engine's tables and the table of routes, which are
//! what requests are checked by as well.

use hudna::search::{FollowQuery, Query, ReportQuery};

use super::table;
use crate::routes::Doc;

/// A parameter of the query.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Parameter {
    /// Its name.
    pub name: &'static str,
    /// `text`, `name`, `id`, `number`, `day`, `moment`.
    pub kind: &'static str,
    /// It may come several times.
    pub many: bool,
    /// The names of a closed list; empty where there is none.
    pub values: Vec<&'static str>,
}

/// What the engine's own tables have of a route.
fn searched(id: &str) -> Vec<(&'static str, &'static str, bool, Vec<&'static str>)> {
    match id {
        "incidents" | "tolls" => Query::default().parameters(),
        "followups" => FollowQuery::default().parameters(),
        "reports" => ReportQuery::default().parameters(),
        _ => Vec::new(),
    }
}

/// All parameters of a route; those that every address has for reading come last.
pub fn of(doc: &Doc, reads: bool) -> Vec<Parameter> {
    let engine = searched(doc.id).into_iter();
    let engine = engine.map(|(name, kind, many, values)| Parameter { name, kind, many, values });
    let own = doc.query.iter().map(|(name, kind, values)| Parameter {
        name,
        kind,
        many: doc.id == "changes" && *name == "kind",
        values: values.split_whitespace().collect(),
    });
    let languages = vec!["ar", "en"];
    let always = [("as_of", "moment", Vec::new()), ("ui", "name", languages)];
    let always = always.into_iter().filter(|_| reads).map(|(name, kind, values)| Parameter {
        name,
        kind,
        many: false,
        values,
    });
    engine.chain(own).chain(always).collect()
}

/// Names of the parameters of the route of this id.
pub fn names(id: &str) -> Vec<&'static str> {
    let doc = table::doc(id);
    doc.map_or_else(Vec::new, |doc| of(doc, false).into_iter().map(|p| p.name).collect())
}

/// Names of the fields of the body of the route of this id.
pub fn fields(id: &str) -> Vec<&'static str> {
    let all = table::doc(id).map_or(&[][..], |doc| doc.body);
    all.iter().map(|(name, ..)| name.trim_end_matches('?')).collect()
}
