use crate::log::{Log, ORIGIN, operator};
use hudna_ledger::*;

const ROWS: u64 = 6;

/// The codes of all faults of a log, with the text of the first.
fn check(log: &Log, expected: &[&str], first: &str) {
    check_audit(log.audit(ROWS), expected, first);
}

fn check_audit(audit: Audit, expected: &[&str], first: &str) {
    let codes: Vec<_> = audit.faults.iter().map(Fault::code).collect();
    assert_eq!(codes, expected, "{:?}", audit.faults);
    assert_eq!(audit.faults[0].to_string(), first);
}

#[test]
fn a_sound_log_has_no_fault() {
    for every in [1, 2, 3, 6] {
        let log = Log::with_head_every(every);
        let audit = log.audit(ROWS);
        assert_eq!((audit.is_sound(), audit.entries, audit.root), (true, ROWS, log.root()));
        assert_eq!(audit.heads, ROWS / every as u64);
    }
    assert!(Log::default().audit(0).is_sound());
}

/// With a head after each entry, any changed byte is pinned to its row.
#[test]
fn a_flip_of_any_byte_is_found_in_its_row() {
    let log = Log::with_head_every(1);
    for at in 0..log.rows.len() {
        let flip = |part: &str, length: usize, field: fn(&mut Log, usize) -> &mut [u8]| {
            for (byte, bit) in (0..length).flat_map(|byte| [(byte, 0x01), (byte, 0x80)]) {
                let mut changed = log.clone();
                field(&mut changed, at)[byte] ^= bit;
                let faults = changed.audit(ROWS).faults;
                let found = faults.first().unwrap_or_else(|| panic!("{part} {at}, byte {byte}"));
                let row = at as u64;
                let named = if part == "head" {
                    found.index == row + 1 && found.code() == "head-signature"
                } else {
                    found.rows() == (row..row + 1)
                };
                assert!(named, "{part} {at}, byte {byte}: {found}");
            }
        };
        flip("entry", log.rows[at].bytes.len(), |log, at| &mut log.rows[at].bytes);
        flip("salt", 16, |log, at| &mut log.rows[at].salt);
        flip("payload", log.rows[at].payload.len(), |log, at| &mut log.rows[at].payload);
        flip("head", log.heads[at].1.len(), |log, at| &mut log.heads[at].1);
    }
}

#[test]
fn a_cut_tail() {
    let mut log = Log::with_head_every(2);
    log.rows.truncate(5);
    check(
        &log,
        &["head-place", "log-end", "log-unsigned"],
        "head 6: stands where 5 entries were read",
    );
    log.heads.pop();
    check(&log, &["log-end", "log-unsigned"], "log 5: log ends here, 6 entries were expected");
    log.rows.pop();
    check(&log, &["log-end"], "log 4: log ends here, 6 entries were expected");
}

#[test]
fn rows_that_changed_places() {
    let mut log = Log::with_head_every(2);
    log.rows.swap(0, 1);
    check(
        &log,
        &["head-root"],
        "head 2: root differs: entries from 0 on, or this head, were changed (and 2 later heads with them)",
    );
    log.rows.swap(0, 1);
    log.rows.swap(2, 3);
    let first = "entry 2: object \"r-1\" has version 3 where 2 was expected";
    check(&log, &["entry-version", "entry-version", "head-root", "entry-version"], first);
}

#[test]
fn rows_read_out_of_order() {
    let mut log = Log::with_head_every(6);
    log.rows.swap(3, 4);
    let audit = log.audit_numbered(&[0, 1, 2, 4, 3, 5], ROWS);
    let codes = ["entry-order", "entry-order", "entry-order", "head-root"];
    check_audit(audit, &codes, "entry 4: row 3 was expected here");
}

#[test]
fn an_inserted_row() {
    let mut log = Log::with_head_every(2);
    let mut other = Log::default();
    other.append("r-3", b"never received");
    log.rows.insert(4, other.rows[0].clone());
    let first = "head 6: root differs: entries from 4 on, or this head, were changed";
    check(&log, &["head-root", "log-end", "log-unsigned"], first);
}

#[test]
fn an_appended_row_is_under_no_head() {
    let mut log = Log::with_head_every(2);
    log.append("r-3", b"never received");
    let audit = log.audit(ROWS + 1);
    let first = "log 7: entries from 6 to the end are under no signed head";
    assert_eq!(audit.faults[0].rows(), 6..7);
    check_audit(audit, &["log-unsigned"], first);
}

#[test]
fn a_deleted_row() {
    let mut log = Log::with_head_every(2);
    log.rows.remove(1);
    // The index column keeps the gap.
    let audit = log.audit_numbered(&[0, 2, 3, 4, 5], ROWS);
    let codes = ["entry-order", "head-place", "head-root", "entry-version"];
    check_audit(audit, &codes, "entry 2: row 1 was expected here");
    // Or the rows were numbered anew.
    let codes = ["head-root", "entry-version", "head-place", "log-end", "log-unsigned"];
    let first = "head 2: root differs: entries from 0 on, or this head, were changed (and 1 later heads with them)";
    check(&log, &codes, first);
}

/// The forger writes a new payload and a commitment that fits it: no row contradicts itself.
#[test]
fn an_edit_with_a_new_commitment_is_caught_by_the_root() {
    let mut log = Log::with_head_every(2);
    log.forge(4, b"nothing happened");
    let first = "head 6: root differs: entries from 4 on, or this head, were changed";
    check(&log, &["head-root"], first);
    // An older version is also caught by the entry that continues it.
    let mut log = Log::with_head_every(6);
    log.forge(2, b"nothing happened");
    let first = "entry 3: does not continue the previous version of object \"r-1\"";
    check(&log, &["entry-previous", "head-root"], first);
}

#[test]
fn a_payload_changed_alone() {
    let mut log = Log::with_head_every(2);
    log.rows[4].payload[0] ^= 1;
    check(&log, &["entry-commitment"], "entry 4: payload does not match its commitment");
}

#[test]
fn a_row_that_is_no_entry() {
    let mut log = Log::with_head_every(6);
    log.rows[5].bytes.pop();
    let first = "entry 5: not seven lines that each end in a line feed";
    check(&log, &["entry-bytes", "head-root"], first);
}

/// Heads that the operator did sign, but not for this place or not for these entries.
#[test]
fn heads_moved_or_forged() {
    let mut log = Log::with_head_every(2);
    log.heads[0].1 = log.heads[1].1.clone();
    check(&log, &["head-size"], "head 2: was signed for 4 entries");
    let mut log = Log::with_head_every(2);
    log.heads[1].1 = operator().sign_head(4, &[0; 32]).into_bytes();
    let first = "head 4: root differs: entries from 2 on, or this head, were changed";
    check(&log, &["head-root"], first);
    let stranger = OperatorKey::from_seed([8; 32], ORIGIN).unwrap();
    log.heads[1].1 = stranger.sign_head(4, &[0; 32]).into_bytes();
    check(&log, &["head-signature"], "head 4: not signed by the operator's key");
}

/// The entries below a head that agrees again are proven: the next fault starts there.
#[test]
fn two_root_faults_with_a_good_head_between() {
    let mut log = Log::with_head_every(1);
    log.heads[1].1 = operator().sign_head(2, &[0; 32]).into_bytes();
    log.forge(5, b"nothing happened");
    let roots: Vec<_> = log.audit(ROWS).faults.iter().map(Fault::rows).collect();
    assert_eq!(roots, [1..2, 5..6]);
}

#[test]
fn an_expunged_payload_leaves_the_chain_whole() {
    let log = Log::with_head_every(6);
    let mut auditor = Auditor::new(&operator().vkey()).unwrap();
    for (index, row) in (0..).zip(&log.rows) {
        match index {
            2 => auditor.entry_withheld(index, &row.bytes),
            _ => auditor.entry(index, &row.bytes, &row.salt, &row.payload),
        }
    }
    auditor.head(ROWS, &log.heads[0].1);
    assert!(auditor.faults().is_empty());
    assert_eq!(auditor.finish(ROWS).withheld, 1);
}

/// A row may state any number; none may stop the audit.
#[test]
fn the_largest_numbers_are_faults_like_any_other() {
    let mut log = Log::with_head_every(6);
    let entry = Entry::decode(&log.rows[2].bytes).unwrap();
    log.rows[2].bytes = Entry { version: u64::MAX, ..entry }.encode().unwrap();
    assert!(!log.audit(ROWS).is_sound());
    assert!(!log.audit_numbered(&[0, u64::MAX - 1, 2, 3, 4, 5], ROWS).is_sound());
    let mut auditor = Auditor::new(&operator().vkey()).unwrap();
    auditor.entry(u64::MAX, &log.rows[0].bytes, &log.rows[0].salt, &log.rows[0].payload);
    let audit = auditor.finish(1);
    assert_eq!(audit.faults[0].code(), "entry-order");
    assert_eq!(audit.faults[0].rows(), u64::MAX..u64::MAX);
}
