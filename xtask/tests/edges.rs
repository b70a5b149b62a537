//! Our crates depend on one another as ARCHITECTURE.md says, and in no other way.

use std::process::Command;

use serde_json::Value;

/// Each of our packages, and those of ours that it may depend on; dev-dependencies count too.
const ALLOWED: &[(&str, &[&str])] = &[
    ("hudna-model", &[]),
    ("hudna-read", &["hudna-model"]),
    ("hudna-series", &[]),
    ("hudna-judge", &["hudna-model", "hudna-series"]),
    ("hudna-brief", &["hudna-model"]),
    ("hudna-ledger", &[]),
    ("hudna", &["hudna-model", "hudna-read", "hudna-judge", "hudna-series", "hudna-ledger"]),
    ("hudna-server", &["hudna", "hudna-brief"]),
    ("hudna-cli", &["hudna", "hudna-brief", "hudna-server"]),
    ("xtask", &[]),
];

/// One sentence for each edge of `cargo metadata` that is not allowed, and each unknown package.
fn faults(metadata: &Value) -> Vec<String> {
    let mut out = Vec::new();
    for package in array(&metadata["packages"]) {
        let name = text(&package["name"]);
        let Some((_, allowed)) = ALLOWED.iter().find(|(known, _)| *known == name) else {
            out.push(format!("{name} is in the workspace and not in this test's list"));
            continue;
        };
        // Whatever comes from a path is ours.
        let ours = array(&package["dependencies"]).iter().filter(|d| d["path"].is_string());
        for to in ours.map(|d| text(&d["name"])).filter(|to| !allowed.contains(to)) {
            out.push(format!("{name} depends on {to}; it may depend on {allowed:?} of ours"));
        }
    }
    out
}

fn array(value: &Value) -> &[Value] {
    value.as_array().expect("cargo metadata has lists here")
}

fn text(value: &Value) -> &str {
    value.as_str().expect("cargo metadata has names here")
}

#[test]
fn no_crate_knows_another_that_it_must_not_know() {
    let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let args = ["metadata", "--no-deps", "--format-version", "1"];
    let run = Command::new(cargo).args(args).current_dir(env!("CARGO_MANIFEST_DIR")).output();
    let run = run.expect("cargo runs");
    assert!(run.status.success(), "{}", String::from_utf8_lossy(&run.stderr));
    let metadata: Value = serde_json::from_slice(&run.stdout).expect("cargo metadata is JSON");
    assert!(array(&metadata["packages"]).len() >= 6, "the workspace was not found");
    let faults = faults(&metadata);
    assert!(
        faults.is_empty(),
        "{}\nsee \"Which crate may know which?\" in ARCHITECTURE.md",
        faults.join("\n")
    );
}

#[test]
fn a_forbidden_edge_is_named() {
    #[track_caller]
    fn check(package: &str, on: &str, kind: Value, faults_expected: usize) {
        let dependency = serde_json::json!({"name": on, "path": "/somewhere", "kind": kind});
        let foreign = serde_json::json!({"name": "serde", "kind": null});
        let package = serde_json::json!({"name": package, "dependencies": [dependency, foreign]});
        let found = faults(&serde_json::json!({"packages": [package]}));
        assert_eq!(found.len(), faults_expected, "{found:?}");
    }
    check("hudna-read", "hudna-model", Value::Null, 0);
    check("hudna-read", "hudna-judge", Value::Null, 1);
    check("hudna-brief", "hudna-read", "dev".into(), 1);
    check("hudna-ledger", "hudna-model", Value::Null, 1);
    check("hudna-cli", "hudna-brief", Value::Null, 0);
    check("hudna-cli", "hudna-read", Value::Null, 1);
    check("xtask", "hudna", "dev".into(), 1);
    check("hudna-oracle", "hudna-model", Value::Null, 1);
}
