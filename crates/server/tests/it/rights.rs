//! The rights table over every route: each is asked by each role, and let in exactly where the
//! engine says so. A route without a row does not compile; one that is not asked here fails.

use std::collections::BTreeSet;

use hudna::rights::{Role, may};
use hudna_server::routes::{self, Access, Route};

use crate::client::Answer;
use crate::world::World;

/// Things that stand, so that routes come as far as they can.
pub struct Known {
    incident: String,
    report: String,
    promise: String,
    claim: String,
    question: String,
    source: String,
    area: String,
}

impl Known {
    pub fn of(world: &World) -> Known {
        let incident = world.first("incidents");
        let whole = world.get(&format!("/api/v1/incidents/{incident}")).json();
        let claim = whole["item"]["claims"][0].as_str().expect("an incident has claims").to_owned();
        let areas = world.get("/api/v1/areas").json();
        Known {
            report: world.first("reports"),
            promise: world.first("followups"),
            question: world.first("questions"),
            source: world.first("sources"),
            area: areas["items"][0]["area"].as_str().expect("an area").to_owned(),
            incident,
            claim,
        }
    }

    pub fn address(&self, route: &Route) -> String {
        let has = |part: &str| route.path.contains(part);
        let id = match () {
            () if has("/incidents/") || has("/i/") || has("/why/") => &self.incident,
            () if has("/reports/") || has("/r/") => &self.report,
            () if has("/followups/") => &self.promise,
            () if has("/claims/") => &self.claim,
            () if has("/questions/") => &self.question,
            () if has("/sources/") => &self.source,
            () if has("/areas/") => &self.area,
            () if has("/uploads/") => "0123456789abcdef0123456789abcdef",
            () => "none",
        };
        let path = route.path.replace("{id}", id).replace("{lang}", "en").replace("{entry}", "0");
        path.replace("{file}", "hudna.css").replace(['{', '}'], "")
    }
}

/// Whether somebody was not let in: said so, or sent to sign in.
fn refused(answer: &Answer) -> bool {
    let to_sign_in = answer.header("location").is_some_and(|at| at.starts_with("/signin"));
    matches!(answer.status, 401 | 403) || (answer.status == 303 && to_sign_in)
}

#[test]
fn every_route_lets_in_whom_the_table_names_and_nobody_else() {
    let world = World::new(false);
    let known = Known::of(&world);
    let mut asked = BTreeSet::new();
    let mut wrong = Vec::new();
    for route in &routes::all() {
        for role in Role::ALL {
            let path = known.address(route);
            let answer = world.as_role(*role, route.method, &path, &[], b"");
            let line = format!("{} {path} as {role}: {}", route.method, answer.status);
            asked.insert((route.method, route.path, role.name()));
            match route.access {
                Access::Right(right) if may(*role, right) == refused(&answer) => wrong.push(line),
                _ if answer.status == 500 => wrong.push(line),
                _ => {}
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
    let all: BTreeSet<_> = routes::all().iter().map(|r| (r.method, r.path)).collect();
    assert_eq!(asked.len(), all.len() * Role::ALL.len());
    assert!(all.len() > 60, "{}", all.len());
}

#[test]
fn a_monitor_is_given_own_areas_alone() {
    let world = World::shared();
    let own = |path: &str| world.as_role(Role::Monitor, "GET", path, &[], b"").json();
    let incidents = own("/api/v1/incidents?per=500");
    let whole = world.get("/api/v1/incidents").json();
    assert!(incidents["total"].as_u64() < whole["total"].as_u64());
    assert!(incidents["total"].as_u64() > Some(0));
    let strange = own("/api/v1/incidents?area=sy-homs&per=500");
    assert_eq!(strange["total"], incidents["total"], "another area is not given");
    let areas = own("/api/v1/areas");
    assert_eq!(areas["total"], 1);
    assert_eq!(areas["items"][0]["area"], "sy-aleppo");
    let reports = own("/api/v1/reports");
    assert!(reports["total"].as_u64() < world.get("/api/v1/reports").json()["total"].as_u64());
}

#[test]
fn the_public_is_given_the_public_view() {
    let world = World::shared();
    let told = world.as_role(Role::Public, "GET", "/api/v1/situation", &[], b"").json();
    assert_eq!(told["public_view"], true);
    let party = world.as_role(Role::Party, "GET", "/api/v1/situation", &[], b"").json();
    assert_eq!(party["public_view"], true);
    assert_eq!(world.get("/api/v1/situation").json()["public_view"], false);
}
