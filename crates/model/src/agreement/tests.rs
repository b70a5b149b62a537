//! The published schemas against these types.

use std::collections::{BTreeMap, BTreeSet};

use serde::de::DeserializeOwned;
use serde_json::{Value, json};

use super::*;
use crate::register::Source;
use crate::words::{Act, Task};
use crate::worked::{
    CaseClaim, CasePatrol, CasePlace, CasePlea, CasePromise, Expected, ExpectedLine, WorkedCase,
};

/// What a type says that it expects, from its refusal of what it does not know.
fn named(refusal: &str) -> BTreeSet<String> {
    let expected = refusal.split_once("expected").map_or("", |(_, rest)| rest);
    expected.split('`').skip(1).step_by(2).map(str::to_owned).collect()
}

fn fields<T: DeserializeOwned>() -> BTreeSet<String> {
    let refusal = serde_json::from_value::<T>(json!({ "?": 0 })).err().expect("it is refused");
    named(&refusal.to_string())
}

fn variants<T: DeserializeOwned>() -> BTreeSet<String> {
    let refusal = serde_json::from_value::<T>(json!("?")).err().expect("it is refused");
    named(&refusal.to_string())
}

fn schema(file: &str) -> Value {
    let path = format!("{}/../../docs/formats/{file}", env!("CARGO_MANIFEST_DIR"));
    serde_json::from_str(&std::fs::read_to_string(path).unwrap()).unwrap()
}

/// Properties of the objects of a schema and values of its lists, by name; the whole under an
/// empty name.
fn told(schema: &Value) -> BTreeMap<String, BTreeSet<String>> {
    let keys = |def: &Value| match (&def["properties"], &def["enum"]) {
        (Value::Object(properties), _) => properties.keys().cloned().collect(),
        (_, Value::Array(values)) => {
            values.iter().map(|v| v.as_str().unwrap().to_owned()).collect()
        }
        _ => BTreeSet::new(),
    };
    let defs = schema["$defs"].as_object().unwrap();
    let all = defs.iter().map(|(name, def)| (name.clone(), keys(def)));
    all.chain([(String::new(), keys(schema))]).collect()
}

macro_rules! types {
    ($root:ident; $($object:ident),+; $($list:ident),+) => {
        BTreeMap::from([
            (String::new(), fields::<$root>()),
            $((stringify!($object).to_owned(), fields::<$object>()),)+
            $((stringify!($list).to_owned(), variants::<$list>()),)+
        ])
    };
}

fn check(schema: &Value, mut types: BTreeMap<String, BTreeSet<String>>, beside: &[&str]) {
    let mut told = told(schema);
    told.retain(|name, _| !beside.contains(&name.as_str()));
    types.retain(|name, _| !beside.contains(&name.as_str()));
    assert_eq!(told, types);
    assert!(types.values().all(|names| !names.is_empty()));
}

#[test]
fn the_published_schema_of_an_agreement_is_that_of_the_types() {
    let types = types!(Agreement;
        Areas, Band, Bilingual, Channel, Counting, Deadline, DeclaredLevel, Escalation, Exception,
        ExceptionTest, Exclusion, ExternalList, Gravest, Instants, Instrument, Line, ListEntry,
        Membership, Obligation, Procedure, Protected, Renaming, Renewal, Reporting, Step,
        TermArea, Undefined, Window, Zone;
        Act, Attribution, Consensus, Deontic, ExceptionKind, Outside, PlaceLevel, Relation, Role,
        Target, Task, UnknownMembership, Via);
    // A shape is one of three forms; its names are those of its variants.
    let schema = schema("agreement.schema.json");
    assert_eq!(told(&schema)["Shape"], variants::<Shape>());
    check(&schema, types, &["Shape"]);
}

#[test]
fn the_published_schema_of_a_worked_case_is_that_of_the_types() {
    use crate::incident::{FactStatus, Flag, Verdict};
    use crate::words::{Modality, Victims};
    use crate::{ComplianceStatus, Hours, Reached, SourceKind};
    let types = types!(WorkedCase;
        Bilingual, CaseClaim, CasePatrol, CasePlace, CasePlea, CasePromise, Expected, ExpectedLine, Hours, Source;
        Act, ComplianceStatus, FactStatus, Flag, Modality, PlaceLevel, Reached, SourceKind, Task,
        Verdict, Victims);
    check(&schema("agreement-case.schema.json"), types, &[]);
}

#[test]
fn what_must_be_there_is_refused_when_it_is_not() {
    let refused = |text: &str| serde_json::from_str::<Obligation>(text).err().unwrap().to_string();
    assert!(refused("{\"id\": \"a\", \"deontic\": \"prohibit\"}").contains("missing field `text`"));
    assert!(
        refused("{\"id\": \"a\", \"deontic\": \"forbid\"}").contains("unknown variant `forbid`")
    );
    assert!(refused("{\"id\": \"a\", \"colour\": 1}").contains("unknown field `colour`"));
}

#[test]
fn memberships_and_lists_hold_from_their_day_to_their_last() {
    let exclusion = Exclusion {
        party: "a".to_owned(),
        renamed: vec![Renaming {
            name: Bilingual::new("ب", "B"),
            party: Some("b".to_owned()),
            since: "2016-07-28".to_owned(),
            source: "announcement".to_owned(),
        }],
        since: Some("2016-01-01".to_owned()),
        until: Some("2017-01-01".to_owned()),
        source: "list".to_owned(),
    };
    let check = |party: &str, day: Option<&str>, expected| {
        assert_eq!(exclusion.names(party, day), expected, "{party} {day:?}");
    };
    check("a", Some("2015-12-31"), false);
    check("a", Some("2016-01-01"), true);
    check("a", Some("2017-01-01"), false);
    check("b", Some("2016-07-27"), false);
    check("b", Some("2016-07-28"), true);
    check("b", None, true);
    check("c", None, false);
}
