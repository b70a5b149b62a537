//! What guards the server: forms of its own, headers, limits, a clean end.

use std::net::TcpStream;

use hudna::rights::Role;

use crate::client::ask;
use crate::world::World;

#[test]
fn a_form_from_elsewhere_is_refused() {
    let world = World::new(true);
    let page = ask(world.at, "GET", "/", &[], b"");
    let cookies = page.headers.iter().filter(|(name, _)| name == "set-cookie");
    let cookies: Vec<&str> = cookies.filter_map(|(_, value)| value.split(';').next()).collect();
    let cookies = cookies.join("; ");
    assert!(cookies.contains("hudna="), "a guest has a session: {cookies}");
    let body = br#"{"entry": 1, "why": "x"}"#;
    let headers = [("cookie", cookies.as_str()), ("content-type", "application/json")];
    let refused = ask(world.at, "POST", "/api/v1/undo", &headers, body);
    assert_eq!((refused.status, refused.json()["code"].as_str()), (403, Some("form_expired")));
    let wrong = [headers[0], headers[1], ("x-csrf-token", "0123456789abcdef")];
    assert_eq!(ask(world.at, "POST", "/api/v1/undo", &wrong, body).status, 403);
    let page = ask(world.at, "GET", "/submit", &[("cookie", &cookies)], b"").text();
    let told = page.split("name=\"csrf\" value=\"").nth(1).and_then(|rest| rest.split('"').next());
    let right = [headers[0], headers[1], ("x-csrf-token", told.expect("a form has its token"))];
    let taken = ask(world.at, "POST", "/api/v1/undo", &right, body);
    assert_ne!(taken.status, 403, "{}", taken.text());
}

#[test]
fn every_answer_carries_the_headers_that_guard_it() {
    let world = World::shared();
    for path in
        ["/", "/healthz", "/api/v1/me", "/api/v1/areas", "/nowhere", "/signin", "/web/hudna.css"]
    {
        let answer = world.as_role(Role::Public, "GET", path, &[], b"");
        let policy = answer.header("content-security-policy").unwrap_or_default();
        assert!(policy.starts_with("default-src 'none'"), "{path}: {policy}");
        for name in
            ["x-content-type-options", "referrer-policy", "permissions-policy", "x-frame-options"]
        {
            assert!(answer.header(name).is_some(), "{path} has no {name}");
        }
    }
}

#[test]
fn what_is_too_large_is_refused() {
    let world = World::shared();
    let body = vec![b' '; (1 << 20) + 1];
    let answer = world.as_role(Role::Analyst, "POST", "/api/v1/undo", &[], &body);
    assert_eq!(answer.status, 413);
}

#[test]
fn tokens_that_are_none_are_refused() {
    let headers = [("authorization", "Bearer hudna_none")];
    let answer = ask(World::shared().at, "GET", "/api/v1/areas", &headers, b"");
    assert_eq!(answer.status, 401);
}

#[test]
fn whoever_watches_sees_that_it_lives() {
    let world = World::shared();
    for path in ["/healthz", "/readyz"] {
        assert_eq!(ask(world.at, "GET", path, &[], b"").status, 200, "{path}");
    }
    let counted = ask(world.at, "GET", "/metrics", &[], b"");
    assert!(counted.text().contains("hudna_requests_total{"), "{}", counted.text());
}

#[test]
fn it_ends_when_it_is_told_to() {
    let world = World::new(false);
    assert_eq!(ask(world.at, "GET", "/healthz", &[], b"").status, 200);
    let at = world.end();
    assert!(TcpStream::connect(at).is_err(), "it listens still");
}
