use crate::log::{ORIGIN, operator};
use hudna_ledger::*;

const VKEY: &str = "example.org/follow-up+125ed003+AepKbGPinFIKvvVQexMuxfmVR3auvr57kkIe6mkURtIs";

/// Written by another implementation of Ed25519 (OpenSSL's, through Python) from the C2SP texts.
const NOTE: &str = "\
    example.org/follow-up\n\
    3\n\
    q6urq6urq6urq6urq6urq6urq6urq6urq6urq6urq6s=\n\
    \n\
    — example.org/follow-up El7QA1hfMEehjrOR9pig47xh2BsVdwDGLLsnqQYoJfP/3GVHe8RuNf4mNeF70llxDSJxHlau5Bl/P6u87oJto48RhQQ=\n";

#[test]
fn the_note_is_a_c2sp_checkpoint() {
    assert_eq!(operator().vkey(), VKEY);
    assert_eq!(operator().sign_head(3, &[0xab; 32]), NOTE);
    let head = Head { size: 3, root: [0xab; 32], origin: ORIGIN.into() };
    assert_eq!(open_head(NOTE, VKEY), Ok(head));
}

#[test]
fn what_is_not_a_head_of_this_log_is_refused() {
    let check = |note: &str, expected| assert_eq!(open_head(note, VKEY), Err(expected), "{note}");
    let sign = |seed, origin| OperatorKey::from_seed([seed; 32], origin).unwrap();
    check("", HeadError::Note);
    check(&NOTE.replace("\n3\n", "\n4\n"), HeadError::Signature);
    check(NOTE.trim_end(), HeadError::Note);
    check(&format!("{NOTE}\n"), HeadError::Note);
    check(&sign(8, ORIGIN).sign_head(3, &[0; 32]), HeadError::NotSigned);
    check(&sign(7, "example.org/other").sign_head(3, &[0; 32]), HeadError::NotSigned);
}

#[test]
fn a_witness_may_sign_beside_the_operator() {
    let witness = OperatorKey::from_seed([9; 32], "witness.example.org").unwrap();
    let mut note = signed_note::Note::from_bytes(NOTE.as_bytes()).unwrap();
    note.add_sigs(&[&witness]).unwrap();
    let note = note.to_bytes();
    assert_eq!(open_head(&note, VKEY).unwrap().size, 3);
    // Signed by this key, but the text is of another log.
    let by_witness = open_head(&note, &witness.vkey());
    assert_eq!(by_witness, Err(HeadError::OtherLog(ORIGIN.into())));
}

#[test]
fn signed_text_that_is_no_checkpoint_is_refused() {
    let check = |text: &str| {
        let mut note = signed_note::Note::new(text.as_bytes(), &[]).unwrap();
        note.add_sigs(&[&operator()]).unwrap();
        assert_eq!(open_head(note.to_bytes(), VKEY), Err(HeadError::Checkpoint), "{text}");
    };
    check(&format!("{ORIGIN}\n3\n"));
    check(&format!("{ORIGIN}\n03\nq6urq6urq6urq6urq6urq6urq6urq6urq6urq6urq6s=\n"));
    check(&format!("{ORIGIN}\n3\nq6ur\n"));
}

#[test]
fn keys_and_origins_are_checked() {
    let origin = |name: &str| OperatorKey::from_seed([1; 32], name).map(|key| key.vkey());
    assert!(origin("هدنة.example").is_ok());
    assert!(origin(&"a".repeat(MAX_ORIGIN_BYTES)).is_ok());
    for bad in ["", "a b", "a+b", "a\nb", "a\u{1}b", &"a".repeat(MAX_ORIGIN_BYTES + 1)] {
        assert_eq!(origin(bad), Err(HeadError::Origin), "{bad:?}");
    }
    for bad in ["", ORIGIN, &VKEY.replace("example", "exemple"), &VKEY[..VKEY.len() - 4]] {
        assert_eq!(open_head(NOTE, bad), Err(HeadError::Key), "{bad:?}");
    }
}

#[test]
fn the_seed_is_not_printed() {
    assert_eq!(format!("{:?}", operator()), format!("OperatorKey({VKEY})"));
}
