//! What lists and things answer: totals, pages, tags, forms, and what is refused by its name.

use std::collections::BTreeSet;

use crate::world::World;

#[test]
fn an_unknown_parameter_is_refused_by_its_name() {
    let world = World::shared();
    for list in ["incidents", "followups", "reports", "areas", "sources", "ledger", "me"] {
        let answer = world.get(&format!("/api/v1/{list}?nonsense=1"));
        assert_eq!(answer.status, 422, "{list}: {}", answer.text());
        let told = answer.json();
        assert_eq!(told["code"], "told-search-unknown");
        assert!(told["what"].as_str().is_some_and(|what| what.contains("nonsense")));
        assert_eq!(told["link"], "/api#errors-told-search-unknown");
    }
}

#[test]
fn a_misspelt_id_does_not_look_like_an_empty_answer() {
    let answer = World::shared().get("/api/v1/incidents?area=sy-alepo");
    assert_eq!((answer.status, answer.json()["code"].as_str()), (422, Some("told-search-nothing")));
}

#[test]
fn what_did_not_change_is_not_sent_again() {
    let world = World::shared();
    let incident = world.first("incidents");
    let things =
        ["areas".to_owned(), "areas?format=geojson".to_owned(), format!("incidents/{incident}")];
    for path in things {
        let first = world.get(&format!("/api/v1/{path}"));
        assert_eq!(first.status, 200, "{path}");
        let tag = first.header("etag").expect("everything that is read has a tag").to_owned();
        let role = hudna::rights::Role::Analyst;
        let path = format!("/api/v1/{path}");
        let again = world.as_role(role, "GET", &path, &[("if-none-match", &tag)], b"");
        assert_eq!((again.status, again.body.len()), (304, 0), "{path}");
    }
}

#[test]
fn pages_hold_everything_once() {
    let world = World::shared();
    let mut next = Some("/api/v1/incidents?per=7".to_owned());
    let (mut ids, mut total) = (BTreeSet::new(), None);
    while let Some(path) = next {
        let answer = world.get(&path);
        let page = answer.json();
        let items = page["items"].as_array().expect("items");
        assert_eq!(page["shown"].as_u64(), Some(items.len() as u64));
        for item in items {
            assert!(ids.insert(item["id"].as_str().expect("an id").to_owned()), "twice: {item}");
        }
        assert!(total.is_none() || total == page["total"].as_u64());
        total = page["total"].as_u64();
        next = page["next"].as_str().map(str::to_owned);
        let linked = answer.header("link").is_some_and(|link| link.contains("rel=\"next\""));
        assert_eq!(linked, next.is_some());
    }
    assert_eq!(Some(ids.len() as u64), total);
    assert!(ids.len() > 7, "one page alone proves nothing");
}

#[test]
fn tables_are_whole() {
    let world = World::shared();
    let total = world.get("/api/v1/incidents?per=1").json()["total"].as_u64();
    let csv = world.get("/api/v1/incidents?format=csv");
    assert_eq!(csv.header("content-type"), Some("text/csv; charset=utf-8"));
    let text = csv.text();
    assert!(text.lines().nth(1).is_some_and(|line| line.starts_with("#event+id")));
    let rows = text.lines().filter(|line| line.starts_with("INC-")).count();
    assert_eq!(Some(rows as u64), total);
    let geo = world.get("/api/v1/incidents?format=geojson").json();
    assert_eq!(geo["type"], "FeatureCollection");
    assert_eq!(geo["features"].as_array().map(|f| f.len() as u64), total);
}

#[test]
fn feeds_and_calendars_are_given() {
    let world = World::shared();
    let atom = world.get("/api/v1/incidents?format=atom&ui=en");
    assert!(atom.text().contains("<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"en\">"));
    let ics = world.get("/api/v1/followups?format=ics");
    assert!(ics.text().starts_with("BEGIN:VCALENDAR\r\n"));
    let areas = world.get("/api/v1/areas?format=geojson").json();
    assert!(areas["features"].as_array().is_some_and(|f| !f.is_empty()));
}

#[test]
fn a_figure_is_explained_down_to_its_words() {
    let world = World::shared();
    let incident = world.first("incidents");
    let why = world.get(&format!("/api/v1/why/{incident}"));
    assert_eq!(why.status, 200);
    assert!(why.text().contains("\"kind\":\"claim\""));
}

#[test]
fn the_document_and_its_reader_are_open() {
    let world = World::shared();
    let document =
        world.as_role(hudna::rights::Role::Public, "GET", "/api/v1/openapi.json", &[], b"");
    assert_eq!(document.json()["openapi"].as_str().map(|v| &v[..3]), Some("3.1"));
    for lang in ["ar", "en"] {
        let path = format!("/api?ui={lang}");
        let page = world.as_role(hudna::rights::Role::Public, "GET", &path, &[], b"");
        assert_eq!(page.status, 200, "{}", page.text());
        assert!(page.text().contains("id=\"errors-version_mismatch\""));
        assert!(!page.text().contains('⟨'), "a message is missing in {lang}");
    }
}
