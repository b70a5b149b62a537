use hudna_ledger::*;
use proptest::prelude::*;

const EXAMPLE: &str = "hudna/entry/v1\n\
    report\n\
    4f1d9a\\nline two \\\\ end\n\
    2\n\
    1111111111111111111111111111111111111111111111111111111111111111\n\
    2016-05-03T14:00:00Z\n\
    abababababababababababababababababababababababababababababababab\n";

fn example() -> Entry {
    Entry {
        kind: "report".into(),
        object: "4f1d9a\nline two \\ end".into(),
        version: 2,
        previous: Some([0x11; 32]),
        hour: "2016-05-03T14:00:00Z".into(),
        commitment: [0xab; 32],
    }
}

#[test]
fn the_frozen_format() {
    assert_eq!(String::from_utf8(example().encode().unwrap()).unwrap(), EXAMPLE);
    assert_eq!(Entry::decode(EXAMPLE.as_bytes()), Ok(example()));
    assert_eq!(
        to_hex(&leaf_hash(EXAMPLE.as_bytes())),
        "fa7c31817d22dfae1e291f040ff2564eba76d7be9dca33943412ce63549eb287"
    );
}

#[test]
fn the_document_shows_this_example() {
    let document = include_str!("../../../../docs/formats/ledger-entry.md");
    assert!(document.contains(&format!("```text\n{EXAMPLE}```")));
    assert!(document.contains(&to_hex(&leaf_hash(EXAMPLE.as_bytes()))));
    assert!(document.contains(&to_hex(&commit(b"0123456789abcdef", b"payload"))));
}

#[test]
fn other_spellings_are_refused() {
    let check = |from: &str, to: &str, expected: EntryError| {
        assert!(EXAMPLE.contains(from), "{from:?} is not in the example");
        let changed = EXAMPLE.replacen(from, to, 1);
        assert_eq!(Entry::decode(changed.as_bytes()), Err(expected), "{from:?} → {to:?}");
    };
    check("entry/v1", "entry/v2", EntryError::Format);
    check("report\n", "\n", EntryError::Empty("kind"));
    check("4f1d9a\\nline two \\\\ end", "", EntryError::Empty("object"));
    check("\\n", "\\r", EntryError::Escape("object"));
    check("end\n", "end\\\n", EntryError::Escape("object"));
    check("\\n", "\n", EntryError::Lines);
    check("report\n", "", EntryError::Lines);
    check("\n2\n", "\n02\n", EntryError::NotCanonical);
    check("\n2\n", "\n+2\n", EntryError::NotCanonical);
    check("\n2\n", "\n18446744073709551616\n", EntryError::Version);
    check("\n2\n", "\n1\n", EntryError::Previous(1));
    check("\n2\n", "\n0\n", EntryError::Previous(0));
    check(&"1".repeat(64), "-", EntryError::Previous(2));
    check(&"1".repeat(64), &"1".repeat(63), EntryError::Hex("previous"));
    check(&"ab".repeat(32), &"AB".repeat(32), EntryError::Hex("commitment"));
}

#[test]
fn bytes_around_the_lines_are_refused() {
    let check = |bytes: &[u8], expected| assert_eq!(Entry::decode(bytes), Err(expected));
    let bytes = EXAMPLE.as_bytes();
    check(b"", EntryError::Lines);
    check(&bytes[..bytes.len() - 1], EntryError::Lines);
    check(&[bytes, b"\n"].concat(), EntryError::Lines);
    check(&[bytes, b"\xff"].concat(), EntryError::Utf8);
    check(&[b"\xef\xbb\xbf", bytes].concat(), EntryError::Format);
    check(EXAMPLE.replace('\n', "\r\n").as_bytes(), EntryError::Format);
}

#[test]
fn only_full_hours_that_exist() {
    let check = |hour: &str, good: bool| {
        let entry = Entry { hour: hour.into(), ..example() };
        let expected = if good { Ok(()) } else { Err(EntryError::Hour) };
        assert_eq!(entry.encode().map(|_| ()), expected, "{hour}");
    };
    check("2016-02-29T23:00:00Z", true);
    check("2000-02-29T00:00:00Z", true);
    check("1900-02-29T00:00:00Z", false);
    check("2015-02-29T00:00:00Z", false);
    check("2016-04-31T00:00:00Z", false);
    check("2016-13-01T00:00:00Z", false);
    check("2016-00-01T00:00:00Z", false);
    check("2016-01-00T00:00:00Z", false);
    check("2016-05-03T24:00:00Z", false);
    check("2016-05-03T14:05:00Z", false);
    check("2016-05-03T14:00:09Z", false);
    check("2016-05-03T14:00:00+00:00", false);
    check("2016-05-03 14:00:00Z", false);
    check("٢016-05-03T14:00:0Z", false);
    check("", false);
}

#[test]
fn an_entry_fits_a_tile_bundle() {
    let room = MAX_ENTRY_BYTES - (EXAMPLE.len() - "report".len());
    let kind = |length: usize| Entry { kind: "k".repeat(length), ..example() }.encode();
    assert_eq!(kind(room).map(|bytes| bytes.len()), Ok(MAX_ENTRY_BYTES));
    assert_eq!(kind(room + 1), Err(EntryError::TooLong));
}

proptest! {
    #[test]
    fn every_entry_is_read_back(
        kind in any::<String>(), object in r"[a\\n\n\r —هدنة]{1,12}", version in 1..=u64::MAX,
        previous: [u8; 32], commitment: [u8; 32],
    ) {
        prop_assume!(!kind.is_empty());
        let previous = (version > 1).then_some(previous);
        let entry = Entry { kind, object, version, previous, commitment, ..example() };
        let bytes = entry.encode().unwrap();
        prop_assert_eq!(bytes.iter().filter(|&&byte| byte == b'\n').count(), 7);
        prop_assert_eq!(Entry::decode(&bytes), Ok(entry));
    }

    #[test]
    fn what_is_read_has_one_spelling(at in 0..EXAMPLE.len(), put in r"[\x00-\x7f]{0,3}", cut in 0..3usize) {
        let mut bytes = EXAMPLE.as_bytes().to_vec();
        bytes.splice(at..(at + cut).min(EXAMPLE.len()), put.bytes());
        if let Ok(entry) = Entry::decode(&bytes) {
            prop_assert_eq!(entry.encode(), Ok(bytes));
        }
    }
}
