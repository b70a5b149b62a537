//! Heads made by hand: the same bits on all paths, probabilities that sum to one, broken layouts.

use serde_json::json;

use super::head::Head;
use super::tests::{Draft, Numbers};
use super::{ModelError, ModelFile, Path};

const HIDDEN: usize = 32;
const KEY: usize = 8;

/// The small model with heads of two kinds, one attribute of three values and two roles.
fn with_heads() -> Draft {
    let mut draft = Draft::small();
    draft.header["head"] = json!({
        "hidden": HIDDEN, "width": 3, "dilations": [1, 2], "key": KEY, "kinds": ["violence", "toll"],
        "attributes": [{"name": "act", "kind": "violence", "values": ["clash", "shelling", "arrest"]}],
        "roles": ["actor", "place"], "buckets": [-4, -1, 1, 4], "features": ["word:act", "word:party"],
    });
    let mut numbers = Numbers(3);
    let outputs = 2 * 3 + 3;
    for (name, shape) in [
        ("mean", &[64][..]),
        ("scale", &[64]),
        ("e", &[3, HIDDEN]),
        ("d", &[2, 6]),
        ("n", &[2]),
        ("nq", &[2, HIDDEN]),
    ] {
        let values = numbers.floats(shape.iter().product());
        draft.f32(&format!("head.{name}"), shape, &values);
    }
    for (name, rows, cols) in [
        ("p", HIDDEN, 64),
        ("c0", 2 * HIDDEN, 3 * HIDDEN),
        ("c1", 2 * HIDDEN, 3 * HIDDEN),
        ("o", outputs, HIDDEN),
        ("q", 2 * KEY, HIDDEN),
        ("k", 2 * KEY, HIDDEN),
    ] {
        draft.i8(&format!("head.{name}.w"), rows, cols, &mut numbers);
        let bias = numbers.floats(rows);
        draft.f32(&format!("head.{name}.b"), &[rows], &bias);
    }
    draft
}

/// All that the heads say of one window of five pieces: outputs, then both pointers.
fn said(path: Path) -> (Vec<f32>, Vec<f32>) {
    let file = ModelFile::parse(with_heads().bytes()).expect("a sound file");
    let head = Head::load(&file, path).expect("sound heads");
    let taps = Numbers(9).floats(5 * head.inputs());
    let features = [vec![], vec![1], vec![2], vec![1, 2], vec![]];
    let vectors = head.vectors(&taps, &features);
    let keys = head.keys(&vectors);
    let pointed = (0..2).flat_map(|role| head.point(role, &(1..3), &vectors, &keys)).collect();
    (head.outputs(&vectors), pointed)
}

#[test]
fn heads_give_the_same_bits_on_all_paths() {
    let bits = |path| {
        let (outputs, pointed) = said(path);
        outputs.into_iter().chain(pointed).map(f32::to_bits).collect::<Vec<_>>()
    };
    let scalar = bits(Path::scalar());
    for path in Path::all() {
        assert_eq!(bits(path), scalar, "{}", path.name());
    }
}

#[test]
fn what_is_chosen_between_sums_to_one() {
    let (outputs, pointed) = said(Path::best());
    let one = |group: &[f32]| assert!((group.iter().sum::<f32>() - 1.0).abs() < 1e-3, "{group:?}");
    outputs.chunks_exact(9).for_each(|row| row.chunks_exact(3).for_each(one));
    pointed.chunks_exact(6).for_each(one);
    assert_eq!((outputs.len(), pointed.len()), (5 * 9, 2 * 6));
}

#[test]
fn heads_that_do_not_fit_are_refused() {
    let refused = |change: &dyn Fn(&mut Draft)| {
        let mut draft = with_heads();
        change(&mut draft);
        let file = ModelFile::parse(draft.bytes()).expect("the file itself is sound");
        Head::load(&file, Path::best()).err().expect("broken heads are refused")
    };
    let sizes = |e: ModelError| assert!(matches!(e, ModelError::Sizes(_)), "{e}");
    sizes(refused(&|d| d.header["head"]["width"] = 2.into()));
    sizes(refused(&|d| d.header["head"]["roles"] = json!([])));
    sizes(refused(&|d| d.header["head"]["buckets"] = json!([4, 1])));
    let missing = refused(&|d| drop(d.tensors.remove("head.nq")));
    assert_eq!(missing, ModelError::Missing("head.nq".into()));
}
