//! What programs enter: once, with a reason, on the version that they saw.

use hudna::rights::Role;
use serde_json::json;

use crate::world::World;

#[test]
fn a_request_sent_again_gets_the_former_answer() {
    let world = World::new(false);
    let incident = world.first("incidents");
    let body = json!({ "about": incident, "why": "who saw it?" });
    let first = world.post("/api/v1/questions", &[("idempotency-key", "k1")], &body);
    assert_eq!(first.status, 201, "{}", first.text());
    let again = world.post("/api/v1/questions", &[("idempotency-key", "k1")], &body);
    assert_eq!((again.status, again.text()), (201, first.text()));
    assert_eq!(again.header("idempotency-replayed"), Some("true"));
    let other = json!({ "about": incident, "why": "another one" });
    let conflict = world.post("/api/v1/questions", &[("idempotency-key", "k1")], &other);
    assert_eq!(conflict.json()["code"], "told-key-conflict");
}

#[test]
fn nothing_is_entered_on_another_version() {
    let world = World::new(false);
    let path = format!("/api/v1/incidents/{}", world.first("incidents"));
    let seen = world.get(&path);
    let tag = seen.header("etag").expect("a tag").to_owned();
    let found = json!({ "finding": "unverifiable", "why": "nobody can go there" });
    let entered = world.post(&format!("{path}/findings"), &[("if-match", &tag)], &found);
    assert_eq!(entered.status, 201, "{}", entered.text());
    let told = entered.json();
    assert!(told["entry"].is_u64() && told["kind"] == "finding");
    let other = json!({ "finding": "site_visit", "why": "patrol 4 was there" });
    let late = world.post(&format!("{path}/findings"), &[("if-match", &tag)], &other);
    assert_eq!((late.status, late.json()["code"].as_str()), (412, Some("version_mismatch")));
    let now = world.get(&path);
    assert!(now.json()["version"].as_u64() >= told["entry"].as_u64());
    let undo = json!({ "entry": told["entry"], "why": "entered by mistake" });
    let undone = world.post("/api/v1/undo", &[], &undo);
    assert_eq!(undone.status, 201, "{}", undone.text());
    let again = world.post("/api/v1/undo", &[], &undo);
    assert_eq!(again.json()["code"], "told-undone");
}

#[test]
fn a_body_is_refused_by_its_field() {
    let world = World::shared();
    let path = format!("/api/v1/incidents/{}/findings", world.first("incidents"));
    let code = |body| world.post(&path, &[], &body).json()["code"].clone();
    assert_eq!(code(json!({ "finding": "site_visit", "reason": "x" })), "field_unknown");
    assert_eq!(code(json!({ "why": "x" })), "field_needed");
    assert_eq!(code(json!({ "finding": "maybe", "why": "x" })), "field_value");
    assert_eq!(code(json!({ "finding": "site_visit" })), "told-no-reason");
    assert_eq!(code(json!([])), "bad_json");
}

#[test]
fn every_report_gets_a_receipt() {
    let world = World::new(false);
    let lines = "{\"id\":\"a\",\"text\":\"Shelling was heard in Aleppo.\"}\nnonsense\n\
                 {\"id\":\"a\",\"text\":\"Shelling was heard in Aleppo.\"}\n";
    let headers = [("content-type", "application/x-ndjson")];
    let send =
        || world.as_role(Role::Monitor, "POST", "/api/v1/reports", &headers, lines.as_bytes());
    let first = send();
    assert_eq!(first.status, 201, "{}", first.text());
    let told = first.json();
    let figures = ["units", "stored", "duplicate", "rejected"].map(|n| told[n].as_u64());
    assert_eq!(figures, [Some(3), Some(1), Some(1), Some(1)]);
    assert_eq!(told["receipts"].as_array().map(Vec::len), Some(3));
    assert!(told["receipts"][0]["entry"].as_u64() > Some(0));
    let again = send();
    assert_eq!((again.status, again.json()["stored"].as_u64()), (200, Some(0)));
    let bad = world.post("/api/v1/reports", &[], &json!({ "id": "b" }));
    assert_eq!((bad.status, bad.json()["code"].as_str()), (422, Some("all_rejected")));
    assert_eq!(bad.json()["receipts"].as_array().map(Vec::len), Some(1));
}

#[test]
fn a_file_comes_piece_by_piece() {
    let world = World::shared();
    let path = "/api/v1/uploads/00112233445566778899aabbccddeeff";
    let head = || world.as_role(Role::Monitor, "HEAD", path, &[], b"");
    assert_eq!(head().status, 404);
    let put = |range: &str, piece: &[u8]| {
        let headers = [
            ("content-type", "application/octet-stream"),
            ("content-range", range),
            ("upload-name", "%D8%B5.jpg"),
        ];
        world.as_role(Role::Monitor, "PUT", path, &headers, piece)
    };
    let first = put("bytes 0-2/5", b"abc");
    assert_eq!((first.status, first.header("upload-offset")), (204, Some("3")));
    let again = put("bytes 0-2/5", b"abc");
    assert_eq!((again.status, again.header("upload-offset")), (409, Some("3")));
    assert_eq!(put("bytes 3-4/5", b"d").status, 400);
    assert_eq!(put("bytes 3-4/5", b"de").status, 204);
    let stands = head();
    assert_eq!((stands.status, stands.header("upload-offset")), (200, Some("5")));
    assert_eq!(stands.header("upload-length"), Some("5"));
    let stranger = world.as_role(Role::Analyst, "HEAD", path, &[], b"");
    assert_eq!(stranger.status, 404, "it belongs to who began it");
    let large =
        [("content-type", "application/octet-stream"), ("content-range", "bytes 0-0/9000000")];
    let path = "/api/v1/uploads/00112233445566778899aabbccddeeaa";
    assert_eq!(world.as_role(Role::Monitor, "PUT", path, &large, b"a").status, 413);
}
