//! Who is let in, before anything that they send is read; and how fast somebody may guess.

use std::time::Duration;

use hudna::people::FAILURES;
use hudna::rights::Role;
use hudna_server::routes::{SMALL, TINY};

use crate::client::{ask, knock};
use crate::world::{PASSWORD, World};

const FORM: (&str, &str) = ("content-type", "application/x-www-form-urlencoded");
const MULTIPART: (&str, &str) = ("content-type", "multipart/form-data; boundary=x");
const JSON: (&str, &str) = ("content-type", "application/json");
const UPLOAD: &str = "/api/v1/uploads/00112233445566778899aabbccddeeff";

#[test]
fn nothing_of_a_body_is_read_before_the_right_is_asked() {
    let world = World::shared();
    let large = 40 << 20;
    let check = |path: &str, headers: &[(&str, &str)], expected: u16| {
        let status = knock(world.at, "POST", path, headers, large);
        assert_eq!(status, expected, "{path} {headers:?}");
    };
    let bearer = |role: Role| format!("Bearer {}", world.tokens[&role]);
    let (party, monitor) = (bearer(Role::Party), bearer(Role::Monitor));
    // Nobody; a session that is none; a token that is none; a role without the right.
    check("/submit", &[MULTIPART], 401);
    check("/submit", &[MULTIPART, ("cookie", "hudna=0123456789abcdef")], 401);
    check("/api/v1/reports", &[JSON, ("cookie", "hudna=0123456789abcdef")], 401);
    check("/api/v1/reports", &[JSON, ("authorization", "Bearer hudna_none")], 401);
    check("/api/v1/reports", &[JSON, ("authorization", &party)], 403);
    check("/nowhere", &[JSON], 404);
    check("/api/v1/areas", &[JSON, ("authorization", &monitor)], 405);
    check("/api/v1/reports", &[JSON, ("authorization", &monitor)], 100);
}

#[test]
fn a_form_of_another_site_is_refused_unread() {
    let world = World::shared();
    let jar = world.sign_in(Role::Analyst);
    let check = |kind: (&str, &str), more: &[(&str, &str)], expected: u16| {
        let headers = [&[kind, ("cookie", jar.cookies.as_str())], more].concat();
        assert_eq!(knock(world.at, "POST", "/submit", &headers, 1 << 20), expected, "{more:?}");
    };
    check(MULTIPART, &[], 100);
    check(MULTIPART, &[("sec-fetch-site", "cross-site")], 403);
    check(MULTIPART, &[("x-csrf-token", "0123456789abcdef")], 403);
    check(MULTIPART, &[("x-csrf-token", &jar.csrf)], 100);
    // What is no form has its token in a header or not at all.
    check(JSON, &[], 403);
    check(JSON, &[("x-csrf-token", &jar.csrf)], 100);
    // A stranger who was never given a form has none to send back.
    assert_eq!(knock(world.at, "POST", "/signin", &[FORM], 100), 403);
}

#[test]
fn the_size_that_is_taken_follows_the_right() {
    let world = World::shared();
    let bearer = format!("Bearer {}", world.tokens[&Role::Monitor]);
    let stranger = ("cookie", "hudna_form=0123456789abcdef0123456789abcdef");
    let check = |method: &str, path: &str, header: (&str, &str), most: usize| {
        for (length, expected) in [(most, 100), (most + 1, 413)] {
            let status = knock(world.at, method, path, &[FORM, header], length);
            assert_eq!(status, expected, "{method} {path} {length}");
        }
    };
    let monitor = ("authorization", bearer.as_str());
    check("POST", "/signin", stranger, TINY);
    check("POST", "/setup", stranger, TINY);
    check("POST", "/api/v1/claims/C-NONE/decisions", monitor, SMALL);
    check("PUT", UPLOAD, monitor, 8 << 20);
    check("POST", "/api/v1/reports", monitor, 48 << 20);
}

#[test]
fn a_server_that_is_busy_says_so_and_lives() {
    let world = World::with(|config| {
        config.workers = 0;
        config.queue = Duration::ZERO;
    });
    for (method, path) in [("GET", "/"), ("GET", "/api/v1/areas"), ("POST", "/signin")] {
        let answer = ask(world.at, method, path, &[FORM], b"name=x");
        assert_eq!((answer.status, answer.header("retry-after")), (503, Some("5")), "{path}");
        assert!(answer.text().starts_with("busy\n"), "{}", answer.text());
        assert!(answer.header("content-security-policy").is_some());
    }
    let page = ask(world.at, "GET", "/", &[], b"").text();
    assert!(page.contains("Wait a few seconds") && page.contains("انتظر ثواني"), "{page}");
    assert_eq!(ask(world.at, "GET", "/healthz", &[], b"").status, 200);
}

#[test]
fn whoever_guesses_waits_and_locks_nobody_out() {
    let world = World::with(|config| config.proxies = vec!["127.0.0.1".parse().unwrap()]);
    let from = |address| [("x-forwarded-for", address)];
    let (guesser, owner) = (from("203.0.113.5"), from("198.51.100.4"));
    for _ in 0..FAILURES {
        let answer = world.try_password(&guesser, Role::Analyst, "a wrong password");
        assert_eq!((answer.status, answer.header("retry-after")), (401, None));
    }
    let answer = world.try_password(&guesser, Role::Analyst, PASSWORD);
    assert_eq!(answer.status, 429, "the right one has to wait as well");
    let wait: i64 = answer.header("retry-after").and_then(|s| s.parse().ok()).expect("seconds");
    assert!((1..=15).contains(&wait), "{wait}");
    assert_eq!(world.try_password(&owner, Role::Analyst, PASSWORD).status, 303);
    assert_eq!(world.try_password(&guesser, Role::Administrator, PASSWORD).status, 303);
}
