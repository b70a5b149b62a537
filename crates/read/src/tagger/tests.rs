//! A small model made by hand: reading it, refusing broken ones, the same bits on all paths.

use std::collections::BTreeMap;

use serde_json::{Value, json};

use super::{Base, ModelError, ModelFile, Path};

/// Numbers that look random and are the same each time (Knuth's linear congruence).
pub(super) struct Numbers(pub u64);

impl Numbers {
    pub fn word(&mut self) -> u32 {
        self.0 =
            self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 32) as u32
    }

    /// From −1 to 1.
    pub fn float(&mut self) -> f32 {
        self.word() as f32 / 2_147_483_648.0 - 1.0
    }

    pub fn floats(&mut self, n: usize) -> Vec<f32> {
        (0..n).map(|_| self.float()).collect()
    }
}

/// A model file in the making: header and tensors (kind, shape, bytes).
pub(super) struct Draft {
    pub header: Value,
    pub tensors: BTreeMap<String, (&'static str, Vec<usize>, Vec<u8>)>,
}

pub(super) const WORDS: [&str; 16] = [
    "<s>",
    "<pad>",
    "</s>",
    "<unk>",
    "▁",
    "▁قصف",
    "وا",
    "▁ق",
    "صف",
    "▁a",
    "b",
    "ab",
    "▁ab",
    "ل",
    "▁الله",
    ".",
];
const HIDDEN: usize = 32;
const FF: usize = 64;

impl Draft {
    /// Two layers of width 32 and the pieces above.
    pub fn small() -> Self {
        let header = json!({
            "format": 1, "head": {"labels": ["x"]},
            "encoder": {"hidden": HIDDEN, "heads": 2, "ff": FF, "layers": 2, "taps": [0, 2], "positions": 24, "eps": 1e-12},
            "pieces": {"count": WORDS.len(), "unk": 3, "bos": 0, "eos": 2, "pad": 1, "unk_score": -30.0},
        });
        let mut draft = Self { header, tensors: BTreeMap::new() };
        draft.add_pieces();
        let mut numbers = Numbers(1);
        draft.q4("emb.word", WORDS.len(), HIDDEN, &mut numbers);
        draft.f32("emb.pos", &[24, HIDDEN], &numbers.floats(24 * HIDDEN));
        draft.f32("emb.type", &[HIDDEN], &numbers.floats(HIDDEN));
        draft.norm_weights("emb.ln", &mut numbers);
        (0..2).for_each(|i| draft.add_layer(i, &mut numbers));
        draft
    }

    fn add_pieces(&mut self) {
        let scores = WORDS.map(|w| if w.chars().count() > 2 { -5.0 } else { -4.0 });
        self.f32("pieces.score", &[WORDS.len()], &scores);
        self.u8("pieces.text", WORDS.join("\n").into_bytes());
        let rows: [(char, &str); 5] =
            [('\t', " "), ('A', "a"), ('\u{640}', ""), ('\u{fdf2}', "الله"), ('\u{fe8e}', "ا")];
        let mut table = Vec::new();
        for (from, to) in rows {
            let to: Vec<u32> = to.chars().map(u32::from).collect();
            let words = [vec![u32::from(from), to.len() as u32], to].concat();
            table.extend(words.iter().flat_map(|w| w.to_le_bytes()));
        }
        self.u8("norm", table);
    }

    fn add_layer(&mut self, i: usize, numbers: &mut Numbers) {
        for (name, rows, cols) in
            [("q", HIDDEN, HIDDEN), ("k", HIDDEN, HIDDEN), ("v", HIDDEN, HIDDEN)]
        {
            self.q4(&format!("l{i}.{name}.w"), rows, cols, numbers);
        }
        self.i8(&format!("l{i}.o.w"), HIDDEN, HIDDEN, numbers);
        self.q4(&format!("l{i}.fi.w"), FF, HIDDEN, numbers);
        self.f32(&format!("l{i}.fo.w"), &[HIDDEN, FF], &numbers.floats(HIDDEN * FF));
        for (name, n) in
            [("q", HIDDEN), ("k", HIDDEN), ("v", HIDDEN), ("o", HIDDEN), ("fi", FF), ("fo", HIDDEN)]
        {
            self.f32(&format!("l{i}.{name}.b"), &[n], &numbers.floats(n));
        }
        self.norm_weights(&format!("l{i}.aln"), numbers);
        self.norm_weights(&format!("l{i}.oln"), numbers);
    }

    fn norm_weights(&mut self, name: &str, numbers: &mut Numbers) {
        self.f32(&format!("{name}.w"), &[HIDDEN], &numbers.floats(HIDDEN));
        self.f32(&format!("{name}.b"), &[HIDDEN], &numbers.floats(HIDDEN));
    }

    pub fn u8(&mut self, name: &str, bytes: Vec<u8>) {
        self.tensors.insert(name.into(), ("u8", vec![bytes.len()], bytes));
    }

    pub fn f32(&mut self, name: &str, shape: &[usize], values: &[f32]) {
        let bytes = values.iter().flat_map(|v| v.to_le_bytes()).collect();
        self.tensors.insert(name.into(), ("f32", shape.to_vec(), bytes));
    }

    fn q4(&mut self, name: &str, rows: usize, cols: usize, numbers: &mut Numbers) {
        let block = |numbers: &mut Numbers| {
            let scale = [numbers.word() as u8, 0x2c + (numbers.word() % 4) as u8];
            let halves: Vec<u8> = (0..16).map(|_| numbers.word() as u8).collect();
            [scale.to_vec(), halves].concat()
        };
        let bytes = (0..rows * cols / 32).flat_map(|_| block(numbers)).collect();
        self.tensors.insert(name.into(), ("q4", vec![rows, cols], bytes));
    }

    pub fn i8(&mut self, name: &str, rows: usize, cols: usize, numbers: &mut Numbers) {
        let scales = (0..rows).flat_map(|_| (0.01 + numbers.float().abs() / 100.0).to_le_bytes());
        let mut bytes: Vec<u8> = scales.collect();
        bytes.extend((0..rows * cols).map(|_| numbers.word() as u8));
        self.tensors.insert(name.into(), ("i8", vec![rows, cols], bytes));
    }

    /// The file's bytes.
    pub fn bytes(&self) -> Vec<u8> {
        let (mut entries, mut blob) = (Vec::new(), Vec::new());
        for (name, (kind, shape, bytes)) in &self.tensors {
            entries.push(json!({"name": name, "kind": kind, "shape": shape, "offset": blob.len(), "bytes": bytes.len()}));
            blob.extend(bytes);
            blob.resize(blob.len().next_multiple_of(64), 0);
        }
        let mut header = self.header.clone();
        header["tensors"] = entries.into();
        let header = header.to_string();
        let mut file = b"HUDNATG1".to_vec();
        file.extend((header.len() as u32).to_le_bytes());
        file.extend(header.as_bytes());
        file.resize(file.len().next_multiple_of(64), 0);
        file.extend(blob);
        file
    }
}

fn refused(change: impl Fn(&mut Draft)) -> ModelError {
    let mut draft = Draft::small();
    change(&mut draft);
    Base::load(draft.bytes()).err().expect("a broken model is refused")
}

#[test]
fn a_file_is_read_and_its_heads_find_their_tensors() {
    let mut draft = Draft::small();
    draft.f32("head.w", &[1, 2], &[0.5, -0.5]);
    let bytes = draft.bytes();
    let base = Base::load(bytes.clone()).expect("a sound model");
    assert_eq!(base.file().head(), Some(&json!({"labels": ["x"]})));
    assert_eq!(base.file().floats("head.w", &[1, 2]), Ok(vec![0.5, -0.5]));
    assert_eq!(base.digest(), hudna_model::digest::sha256_hex(&bytes));
    assert_eq!(base.window(), 22);
}

#[test]
fn what_does_not_fit_is_told() {
    assert_eq!(ModelFile::parse(*b"GGUF").err(), Some(ModelError::Magic));
    assert_eq!(refused(|d| d.header["format"] = 2.into()), ModelError::Format(2));
    assert!(matches!(refused(|d| d.header["encoder"] = 2.into()), ModelError::Header(_)));
    assert!(matches!(refused(|d| d.header["encoder"]["heads"] = 3.into()), ModelError::Sizes(_)));
    assert!(matches!(
        refused(|d| d.header["encoder"]["taps"] = json!([0, 3])),
        ModelError::Sizes(_)
    ));
    assert!(matches!(refused(|d| d.header["pieces"]["unk"] = 16.into()), ModelError::Sizes(_)));
    assert!(matches!(
        refused(|d| d.header["pieces"]["count"] = 15.into()),
        ModelError::Tensor { .. }
    ));
    assert!(matches!(
        refused(|d| d.header["encoder"]["positions"] = 23.into()),
        ModelError::Tensor { .. }
    ));
    assert_eq!(
        refused(|d| drop(d.tensors.remove("l1.fo.w"))),
        ModelError::Missing("l1.fo.w".into())
    );
    assert!(matches!(
        refused(|d| d.f32("emb.type", &[32], &[f32::NAN; 32])),
        ModelError::Tensor { .. }
    ));
    assert!(matches!(
        refused(|d| d.u8("norm", vec![65, 0, 0, 0, 9, 0, 0, 0])),
        ModelError::Tensor { .. }
    ));
    assert!(matches!(refused(|d| d.u8("pieces.text", vec![0xff])), ModelError::Tensor { .. }));
}

#[test]
fn a_file_cut_anywhere_is_refused() {
    let bytes = Draft::small().bytes();
    let blob = bytes.len() - bytes.len() % 64;
    for end in (0..200).chain((200..blob - 64).step_by(61)) {
        assert!(Base::load(&bytes[..end]).is_err(), "cut at {end}");
    }
}

#[test]
fn flipped_bits_never_panic() {
    let bytes = Draft::small().bytes();
    let mut numbers = Numbers(7);
    for round in 0..600 {
        let mut broken = bytes.clone();
        // Most flips go to the header and the small tensors, where they matter.
        let room = if round % 3 == 0 { broken.len() } else { 6000 };
        for _ in 0..1 + round % 4 {
            let at = numbers.word() as usize % room;
            broken[at] ^= 1 << (numbers.word() % 8);
        }
        if let Ok(base) = Base::with_path(broken, Path::scalar()) {
            let ids: Vec<u32> = base.pieces("قصفوا A\tb ﷲ x").iter().map(|p| p.id).collect();
            base.encode(&ids);
        }
    }
}

#[test]
fn all_paths_give_the_same_bits() {
    let bytes = Draft::small().bytes();
    let bits = |path, ids: &[u32]| -> Vec<u32> {
        let base = Base::with_path(bytes.clone(), path).expect("a sound model");
        base.encode(ids).values.into_iter().map(f32::to_bits).collect()
    };
    for count in [0, 1, 2, 5, 13, 22] {
        let ids: Vec<u32> = (0..count).map(|i| i * 5 % 16).collect();
        let scalar = bits(Path::scalar(), &ids);
        assert_eq!(scalar.len(), ids.len() * 64);
        for path in Path::all() {
            assert_eq!(bits(path, &ids), scalar, "{path:?}, {count} pieces");
        }
    }
}

#[test]
fn a_window_too_long_is_cut_and_an_id_that_is_none_is_unknown() {
    let base = Base::load(Draft::small().bytes()).expect("a sound model");
    let long: Vec<u32> = (0..40).map(|i| i % 16).collect();
    assert_eq!(base.encode(&long), base.encode(&long[..22]));
    assert_eq!(base.encode(&[5, 99]), base.encode(&[5, 3]));
    assert_ne!(base.encode(&[5, 6]), base.encode(&[5, 3]));
}
