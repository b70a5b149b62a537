//! The stable codes of what a request can fail with.

use crate::say::Say;

/// A code: its status, and itself. `docs/api.md` lists the same, held together by a test.
pub const CODES: &[(u16, &str)] = &[
    (400, "bad_json"),
    (400, "bad_range"),
    (400, "bad_request"),
    (401, "told-not-let-in"),
    (401, "told-not-signed-in"),
    (403, "form_expired"),
    (403, "told-no-right"),
    (403, "told-not-yours"),
    (403, "told-read-only"),
    (403, "token_scope"),
    (404, "not_found"),
    (404, "unknown_id"),
    (405, "method_not_allowed"),
    (409, "conflict"),
    (409, "key_under_way"),
    (409, "taken"),
    (409, "told-already"),
    (409, "upload_offset"),
    (410, "gone"),
    (412, "version_mismatch"),
    (413, "too_large"),
    (415, "unsupported_type"),
    (422, "all_rejected"),
    (422, "field_needed"),
    (422, "field_unknown"),
    (422, "field_value"),
    (422, "file"),
    (422, "input"),
    (422, "told-bad-key"),
    (422, "told-bad-token"),
    (422, "told-changed-not-undone"),
    (422, "told-claim-there"),
    (422, "told-day-ahead"),
    (422, "told-dropped"),
    (422, "told-key-conflict"),
    (422, "told-needs-field"),
    (422, "told-no-act"),
    (422, "told-no-correction"),
    (422, "told-no-day"),
    (422, "told-no-entry"),
    (422, "told-no-kind"),
    (422, "told-no-name"),
    (422, "told-no-reason"),
    (422, "told-no-words"),
    (422, "told-one-incident"),
    (422, "told-range"),
    (422, "told-refused"),
    (422, "told-rests-on"),
    (422, "told-same-due"),
    (422, "told-search-day"),
    (422, "told-search-long"),
    (422, "told-search-many"),
    (422, "told-search-nothing"),
    (422, "told-search-number"),
    (422, "told-search-order"),
    (422, "told-search-twice"),
    (422, "told-search-unknown"),
    (422, "told-search-value"),
    (422, "told-search-words"),
    (422, "told-undone"),
    (422, "usage"),
    (429, "told-name-locked"),
    (429, "too_many_requests"),
    (500, "damaged"),
    (500, "data"),
    (500, "database"),
    (500, "internal"),
    (500, "store"),
    (503, "busy"),
    (503, "timeout"),
    (503, "told-closed"),
];

/// Codes of the engine that no route of the API can answer with: what is set up, imported and
/// replayed on the command line, and what belongs to the pages of accounts alone.
#[cfg(test)]
pub const ELSEWHERE: &[&str] = &[
    "told-bad-id",
    "told-bad-name",
    "told-bad-person-name",
    "told-bad-search",
    "told-bad-zone",
    "told-case-open",
    "told-generate-full",
    "told-id-taken",
    "told-last-administrator",
    "told-long-password",
    "told-many-searches",
    "told-many-tokens",
    "told-mode-already",
    "told-name-taken",
    "told-no-column",
    "told-no-count",
    "told-no-counts-column",
    "told-no-dyad",
    "told-no-link",
    "told-no-patrol",
    "told-no-ucdp-column",
    "told-password-is-name",
    "told-person-closed",
    "told-replay-late",
    "told-replay-many",
    "told-replay-order",
    "told-role-already",
    "told-role-needs-areas",
    "told-role-needs-party",
    "told-role-public",
    "told-series-own",
    "told-short-password",
];

/// What a program does next; none where what happened says it.
pub fn next(say: &Say, code: &str) -> Option<String> {
    let id = format!("w-api-n-{}", code.replace('_', "-"));
    say.messages().has(&id).then(|| hudna_brief::bidi::plain(&say.text(&id, &[])))
}

/// What a code means, with dots for what differs from one time to another.
pub fn meaning(say: &Say, code: &str) -> String {
    let own = format!("w-api-e-{}", code.replace('_', "-"));
    let id = if say.messages().has(&own) { own.as_str() } else { code };
    let text = hudna_brief::bidi::plain(&say.text(id, &[]));
    let mut out = String::new();
    let mut rest = text.as_str();
    while let Some((before, after)) = rest.split_once("{$") {
        out.push_str(before);
        out.push('…');
        rest = after.split_once('}').map_or("", |(_, rest)| rest);
    }
    out.push_str(rest);
    out
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;
    use std::path::{Path, PathBuf};

    use super::*;

    fn root() -> PathBuf {
        Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
    }

    fn sources(folder: &Path, out: &mut Vec<String>) {
        for entry in std::fs::read_dir(folder).expect("a folder of sources").flatten() {
            let path = entry.path();
            if path.is_dir() {
                sources(&path, out);
            } else if path.extension().is_some_and(|e| e == "rs") {
                out.push(std::fs::read_to_string(path).expect("a source"));
            }
        }
    }

    /// What stands in quotes after some words, wherever they stand.
    fn quoted(text: &str, before: &str) -> BTreeSet<String> {
        let ends = text.split(before).skip(1);
        ends.filter_map(|rest| rest.split('"').next()).map(str::to_owned).collect()
    }

    /// Codes that the engine's sources name.
    fn engine() -> BTreeSet<String> {
        let mut all = Vec::new();
        sources(&root().join("crates/hudna/src"), &mut all);
        let told = quoted(&all.join("\n"), "\"told-");
        told.into_iter().map(|rest| format!("told-{rest}")).collect()
    }

    fn known() -> BTreeSet<String> {
        CODES.iter().map(|(_, code)| (*code).to_owned()).collect()
    }

    #[test]
    fn every_code_of_the_engine_is_listed_or_cannot_come() {
        let elsewhere: BTreeSet<String> = ELSEWHERE.iter().map(|c| (*c).to_owned()).collect();
        let left: Vec<String> = engine()
            .into_iter()
            .filter(|c| !known().contains(c) && !elsewhere.contains(c))
            .collect();
        assert!(left.is_empty(), "codes that no list has: {left:?}");
        let both: Vec<&String> = elsewhere.iter().filter(|c| known().contains(*c)).collect();
        assert!(both.is_empty(), "listed twice: {both:?}");
    }

    #[test]
    fn no_listed_code_of_the_engine_is_gone() {
        let engine = engine();
        let gone: Vec<String> =
            known().into_iter().filter(|c| c.starts_with("told-") && !engine.contains(c)).collect();
        assert!(gone.is_empty(), "nothing says these any more: {gone:?}");
    }

    #[test]
    fn every_code_of_the_server_is_listed() {
        let fault = include_str!("../fault.rs");
        let mut made: BTreeSet<String> = BTreeSet::new();
        for status in ["400", "403", "404", "405", "409", "412", "413", "429", "500", "503"] {
            made.extend(quoted(fault, &format!("Self::new({status}, \"")));
        }
        assert!(made.len() >= 11, "the sources are read otherwise than they are written: {made:?}");
        let left: Vec<String> = made.into_iter().filter(|c| !known().contains(c)).collect();
        assert!(left.is_empty(), "codes that no list has: {left:?}");
    }

    #[test]
    fn every_code_is_explained_in_both_languages() {
        let messages = hudna_brief::Messages::new();
        let own = |code: &str| format!("w-api-e-{}", code.replace('_', "-"));
        let has = |code: &str| messages.has(code) || messages.has(&own(code));
        let left: Vec<&str> = CODES.iter().map(|(_, c)| *c).filter(|c| !has(c)).collect();
        assert!(left.is_empty(), "no message says these: {left:?}");
    }

    #[test]
    fn the_document_lists_the_same_codes() {
        let text = std::fs::read_to_string(root().join("docs/api.md")).expect("docs/api.md");
        let row = |line: &str| {
            let mut cells = line.strip_prefix("| ")?.split(" | ");
            let status: u16 = cells.next()?.trim().parse().ok()?;
            let code = cells.next()?.trim().strip_prefix('`')?.strip_suffix('`')?;
            Some((status, code.to_owned()))
        };
        let told: BTreeSet<(u16, String)> = text.lines().filter_map(row).collect();
        let known: BTreeSet<(u16, String)> =
            CODES.iter().map(|(status, code)| (*status, (*code).to_owned())).collect();
        assert_eq!(told, known);
    }
}
