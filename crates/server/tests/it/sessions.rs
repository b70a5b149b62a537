//! Sessions and tokens as their owners see and end them.

use hudna::rights::Role;

use crate::client::{Answer, ask};
use crate::world::{Jar, World};

/// Whether somebody is signed in.
fn is_in(world: &World, jar: &Jar) -> bool {
    world.see(jar, "/settings").status == 200
}

/// What stands between two texts on a page, every time.
fn all_between<'p>(page: &'p str, before: &str, after: &str) -> Vec<&'p str> {
    page.split(before).skip(1).filter_map(|rest| rest.split(after).next()).collect()
}

#[test]
fn people_see_where_they_are_signed_in_and_end_it() {
    let world = World::new(false);
    let (one, two, three) =
        (world.sign_in(Role::Analyst), world.sign_in(Role::Analyst), world.sign_in(Role::Analyst));
    let page = world.see(&one, "/settings").text();
    assert!(page.contains("Firefox") && page.contains("localhost"), "{page}");
    assert!(!page.contains("127.0.0.1"), "an address is not shown in full");
    // That by which the password was set is the fourth, and this one is not offered.
    let others = all_between(&page, "action=\"/sessions/", "/end\"");
    assert_eq!(others.len(), 3 + 1, "{others:?}");
    assert_eq!(others.last(), Some(&"others"));
    let mine = world.see(&two, "/settings").text();
    let mine: Vec<&str> = all_between(&mine, "action=\"/sessions/", "/end\"");
    let of_two = others.iter().find(|id| !mine.contains(id)).expect("the second's own");
    let path = format!("/sessions/{of_two}/end");
    let stranger = world.sign_in(Role::Administrator);
    assert_eq!(world.send(&stranger, &path, &[], "").status, 404);
    assert_eq!(world.send(&one, &path, &[], "").status, 303);
    assert!(is_in(&world, &one) && !is_in(&world, &two) && is_in(&world, &three));
    assert_eq!(world.send(&one, "/sessions/others/end", &[], "").status, 303);
    assert!(is_in(&world, &one) && !is_in(&world, &three) && is_in(&world, &stranger));
}

#[test]
fn an_administrator_signs_somebody_out() {
    let world = World::new(false);
    let (analyst, chief) = (world.sign_in(Role::Analyst), world.sign_in(Role::Administrator));
    let page = world.see(&chief, "/people").text();
    let rows = all_between(&page, "<tr id=\"", "</tr>");
    let row = rows.iter().find(|row| row.contains("Person analyst")).expect("a row");
    assert!(row.contains("value=\"analyst\" selected"), "their own role is chosen");
    let path = all_between(row, "action=\"", "\"");
    let path = path.iter().find(|path| path.ends_with("/signout")).expect("a form");
    assert_eq!(world.send(&analyst, path, &[], "").status, 403);
    assert!(is_in(&world, &analyst));
    assert_eq!(world.send(&chief, path, &[], "").status, 303);
    assert!(!is_in(&world, &analyst) && is_in(&world, &chief));
    assert_eq!(world.send(&chief, "/people/P-NONE/signout", &[], "").status, 404);
}

#[test]
fn whoever_is_invited_sets_a_password_once() {
    let world = World::new(false);
    let chief = world.sign_in(Role::Administrator);
    let form = "name=Somebody+new&role=analyst&why=a+test";
    let page = world.send(&chief, "/people/invite", &[], form).text().replace("&#x2f;", "/");
    let link = all_between(&page, "/invited?link=", "<")[0];
    let path = format!("/invited?link={link}");
    let answer = ask(world.at, "GET", &path, &[], b"");
    let jar = Jar::of(&answer, "");
    let page = answer.text().replace("&#x2f;", "/");
    assert!(page.contains("Somebody new") && page.contains("action=\"/invited\""), "{page}");
    assert!(!page.contains("name=\"name\""), "the name is given");
    // Nobody becomes the first administrator by it.
    let other = ask(world.at, "GET", &path.replace("/invited", "/setup"), &[], b"").text();
    assert!(!other.contains("name=\"password\"") && !other.contains("Somebody new"));
    let set = |password: &str, again: &str| {
        let form = format!("token={link}&password={password}&again={again}");
        world.send(&jar, "/invited", &[], &form)
    };
    assert_eq!(set("a+long+password", "another+password").status, 422);
    assert_eq!(set("short", "short").status, 422);
    let done = set("a+long+password", "a+long+password");
    assert_eq!((done.status, done.header("location")), (303, Some("/")));
    assert!(is_in(&world, &Jar::of(&done, "")));
    assert_eq!(set("a+long+password", "a+long+password").status, 422, "the link is used up");
    let late = ask(world.at, "GET", &path, &[], b"").text();
    assert!(!late.contains("name=\"password\""), "{late}");
}

/// Makes a token on the page of settings.
fn token(world: &World, jar: &Jar, name: &str, scope: &str) -> String {
    let page = world.send(jar, "/tokens", &[], &format!("name={name}&scope={scope}")).text();
    let secret = all_between(&page, ">hudna_", "<");
    format!("Bearer hudna_{}", secret.first().unwrap_or_else(|| panic!("no secret: {page}")))
}

#[test]
fn a_token_goes_as_far_as_its_scope() {
    let world = World::new(false);
    let jar = world.sign_in(Role::Analyst);
    let with = |bearer: &str, method: &str, path: &str, body: &str| -> Answer {
        let headers = [("authorization", bearer), ("content-type", "application/json")];
        ask(world.at, method, path, &headers, body.as_bytes())
    };
    let check = |bearer: &str, method: &str, path: &str, body: &str, expected: u16| {
        let answer = with(bearer, method, path, body);
        assert_eq!(answer.status, expected, "{method} {path}: {}", answer.text());
        if expected == 403 {
            assert_eq!(answer.json()["code"], "token_scope", "{path}");
        }
    };
    let report = r#"{"id": "t-1", "text": "Shelling was heard in Aleppo."}"#;
    let undo = r#"{"entry": 0, "why": "x"}"#;
    let submit = token(&world, &jar, "intake", "submit");
    check(&submit, "POST", "/api/v1/reports", report, 201);
    check(&submit, "GET", "/api/v1/incidents", "", 403);
    check(&submit, "POST", "/api/v1/questions", undo, 403);
    let read = token(&world, &jar, "feed", "read");
    check(&read, "GET", "/api/v1/incidents", "", 200);
    check(&read, "POST", "/api/v1/reports", report, 403);
    let all = token(&world, &jar, "desk", "all");
    check(&all, "POST", "/api/v1/reports", report, 200);
    // It is its owner's at most, and makes no other token.
    assert_eq!(with(&all, "POST", "/people/invite", "").status, 403);
    assert_eq!(with(&all, "POST", "/tokens", "").status, 403);
    let page = world.see(&jar, "/settings?ui=en").text();
    let lines = all_between(&page, "<b>", "</form>");
    let line = |name: &str| lines.iter().find(|l| l.contains(name)).copied().expect("a token");
    assert!(line("feed").contains("read only") && line("feed").contains("last used"), "{page}");
    assert!(line("intake").contains("hand in reports only") && line("intake").contains("until"));
    let revoke = all_between(line("feed"), "action=\"", "\"");
    assert_eq!(world.send(&jar, revoke[0], &[], "").status, 303);
    check(&read, "GET", "/api/v1/incidents", "", 401);
}
