//! Rows that do not follow from the entries are named.

use hudna::store::{DERIVED_TABLES, INTAKE_TABLES};

use crate::world::{env, example_store, named, small_store, sound, spoil, store, verified};

/// After the change, `verify --derived` names the row and plain `verify` has nothing to say.
fn check(sql: &str, name: &str) {
    let dir = example_store();
    spoil(dir.path(), sql);
    let found = verified(dir.path(), true);
    assert!(named(&found, name), "{sql}: {:?}", found.faults);
    sound(dir.path(), false);
}

fn some_id(table: &str) -> String {
    let dir = example_store();
    let rows = store(dir.path(), &env(40)).table(table).unwrap();
    rows.into_keys().nth(1).unwrap_or_else(|| "meta".into())
}

#[test]
fn a_changed_row() {
    for table in DERIVED_TABLES.into_iter().filter(|t| *t != "derived_meta") {
        let id = some_id(table);
        // One character inside the JSON.
        let sql = format!(
            "UPDATE {table} SET json = substr(json, 1, 40) || '#' || substr(json, 42) \
             WHERE id = '{id}'"
        );
        check(&sql, &format!("{table} {id}: "));
    }
    let report = some_id("reports");
    for change in ["sha256 = 'x'", "entry = 0", "source = 'x'", "key = 'x'", "published = NULL"] {
        let sql = format!("UPDATE reports SET {change} WHERE id = '{report}'");
        check(&sql, &format!("reports {report}: "));
    }
    let object = some_id("objects");
    for change in ["version = 7", "leaf = zeroblob(32)"] {
        let sql = format!("UPDATE objects SET {change} WHERE id = '{object}'");
        check(&sql, &format!("objects {object}: "));
    }
}

#[test]
fn a_row_that_is_gone() {
    for table in DERIVED_TABLES.into_iter().chain(INTAKE_TABLES) {
        let id = some_id(table);
        let sql = format!("DELETE FROM {table} WHERE id = '{id}'");
        check(&sql, &format!("{table} {id}: "));
    }
}

#[test]
fn a_row_too_many() {
    for table in DERIVED_TABLES {
        let sql = format!("INSERT INTO {table} VALUES ('X-1', '{{}}')");
        check(&sql, &format!("{table} X-1: "));
    }
    check("INSERT INTO objects VALUES ('X-1', 1, zeroblob(32))", "objects X-1: ");
    check("INSERT INTO reports VALUES ('X-1', 3, 's', NULL, 'h', NULL)", "reports X-1: ");
}

/// What the tables say of their own making must hold as well.
#[test]
fn a_word_on_how_the_rows_were_made() {
    let change = |from: &str, to: &str| {
        format!("UPDATE derived_meta SET json = replace(json, {from}, {to})")
    };
    check("UPDATE derived_meta SET json = 'no JSON'", "derived_meta meta: ");
    check(&change("'2016-05-03'", "'2016-05-02'"), "derived_meta meta: ");
    check(&change("'\"size\":'", "'\"size\":9'"), "derived_meta meta: ");
}

/// Other rules are not damage, but nobody may take such rows for checked.
#[test]
fn rows_by_other_rules_are_told_apart() {
    let dir = example_store();
    spoil(
        dir.path(),
        "UPDATE derived_meta SET json = replace(json, '\"rules\":\"', '\"rules\":\"0')",
    );
    let found = verified(dir.path(), true);
    assert!(found.stale);
    assert!(found.is_sound(), "{:?}", found.faults);
}

/// A writer killed between its entries and its derived rows leaves rows of a moment ago.
#[test]
fn rows_of_a_moment_ago_are_stale_and_still_checked() {
    let dir = example_store();
    let e = env(41);
    let made = store(dir.path(), &e);
    hudna::generate::generate(&made, &e, 2, 5, &mut |_| {}).unwrap();
    drop(made);
    let found = sound(dir.path(), true);
    assert!(found.stale);
    let id = some_id("areas");
    spoil(dir.path(), &format!("UPDATE areas SET json = '{{}}' WHERE id = '{id}'"));
    assert!(named(&verified(dir.path(), true), &format!("areas {id}: ")));
}

/// A store without an agreement derives nothing: whatever stands in its tables was put there.
#[test]
fn a_row_in_a_store_that_follows_no_agreement() {
    let dir = small_store(3);
    sound(dir.path(), true);
    spoil(dir.path(), "INSERT INTO areas VALUES ('X-1', '{}')");
    assert!(named(&verified(dir.path(), true), "areas X-1: "));
}
