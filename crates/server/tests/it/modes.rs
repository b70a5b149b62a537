//! What is open in which mode, over every page and every address of the API.

use std::time::Duration;

use hudna::decide::Who;
use hudna::people::{Roster, set_mode};
use hudna::rights::{Mode, Right, Role, may};
use hudna::{Env, Store};
use hudna_server::routes::{self, Access};

use crate::client::ask;
use crate::rights::Known;
use crate::world::{Jar, PASSWORD, World};

const FORM: (&str, &str) = ("content-type", "application/x-www-form-urlencoded");
const ROLES: [Role; 4] = [Role::Public, Role::Monitor, Role::Analyst, Role::Administrator];

fn set(world: &World, mode: Mode) {
    let body = format!("mode={}&why=a+test", mode.name());
    let answer = world.as_role(Role::Administrator, "POST", "/mode", &[FORM], body.as_bytes());
    assert_eq!(answer.status, 303, "{}", answer.text());
}

/// What stands against a right in a mode, as the table of modes has it; nothing where it is given.
fn expected(role: Role, right: Right, mode: Mode) -> Option<u16> {
    use Right::{Mode as SetMode, Rights, SeeLedger, SeePeople};
    let lever =
        role == Role::Administrator && matches!(right, SetMode | Rights | SeePeople | SeeLedger);
    match mode {
        Mode::Closed if !lever => Some(503),
        _ if !may(role, right) => Some(if role == Role::Public { 401 } else { 403 }),
        Mode::ReadOnly if right.writes() && !lever => Some(403),
        _ => None,
    }
}

#[track_caller]
fn over_every_route(world: &World, known: &Known, mode: Mode) {
    let mut wrong = Vec::new();
    for route in &routes::all() {
        let Access::Right(right) = route.access else { continue };
        for role in ROLES {
            let answer = world.as_role(role, route.method, &known.address(route), &[], b"");
            let to_sign_in = answer.header("location").is_some_and(|at| at.starts_with("/signin"));
            let refused = match answer.status {
                303 if to_sign_in => Some(401),
                401 | 403 | 503 => Some(answer.status),
                _ => None,
            };
            if refused != expected(role, right, mode) || answer.status == 500 {
                let told = format!("{} {} as {role} in {mode}", route.method, route.path);
                wrong.push(format!("{told}: {}", answer.status));
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn modes_hold_over_pages_and_api() {
    let world = World::new(false);
    let known = Known::of(&world);
    set(&world, Mode::ReadOnly);
    over_every_route(&world, &known, Mode::ReadOnly);
    let refused = world.post("/api/v1/undo", &[], &serde_json::json!({"entry": 0, "why": "x"}));
    assert_eq!(refused.json()["code"], "told-read-only");
    let page = world.get("/").text();
    assert!(page.contains("read_only") || page.contains("للقراءة"), "pages say so");
    set(&world, Mode::Closed);
    over_every_route(&world, &known, Mode::Closed);
    assert_eq!(world.get("/api/v1/areas").json()["code"], "told-closed");
    // Whether it lives, how it looks and where to sign in stay open.
    for path in ["/healthz", "/signin", "/web/hudna.css"] {
        assert_eq!(ask(world.at, "GET", path, &[], b"").status, 200, "{path}");
    }
    let jar = Jar::of(&world.try_password(&[], Role::Administrator, PASSWORD), "");
    assert_eq!(world.see(&jar, "/people").status, 200, "who opens it again comes in");
    set(&world, Mode::Normal);
    assert_eq!(world.get("/api/v1/areas").status, 200);
}

#[test]
fn a_mode_that_was_set_beside_the_server_holds_there() {
    let world = World::new(false);
    assert_eq!(world.get("/api/v1/areas").status, 200);
    let env = Env::system();
    let store = Store::open(world.folder(), &env).expect("the store opens once more");
    let roster = Roster::load(&store).expect("the roster loads");
    let who = Who { by: "test".into(), at: None, why: "a test".into() };
    set_mode(&store, &env, &roster, &who, Mode::Closed).expect("the mode is set");
    let mut tries = 0..2_000;
    while tries.next().is_some() && world.get("/api/v1/areas").status == 200 {
        std::thread::sleep(Duration::from_millis(100));
    }
    assert_eq!(world.get("/api/v1/areas").json()["code"], "told-closed");
}
