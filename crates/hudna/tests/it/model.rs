//! A trained model made by hand, for tests: it knows some words, and of which kind of claim and
//! which value each of them speaks. Its encoder does nothing.

use std::path::{Path, PathBuf};

use serde_json::{Value, json};

/// Size of a row: one number for each piece.
const HIDDEN: usize = 32;
/// How much a word must tell against "nothing is claimed here".
const NOTHING: f32 = 4.0;
/// Pieces of windows: begin and end, filling, what is not known, a space.
const CONTROL: [&str; 5] = ["<s>", "<pad>", "</s>", "<unk>", "▁"];

const KINDS: [&str; 6] = ["violence", "toll", "meeting", "statement", "truce", "commitment"];

/// Attributes with their values; the first value is the one of words that say nothing of it.
const ATTRIBUTES: [(&str, &[&str]); 3] = [
    ("act", &["air_strike", "drone_strike"]),
    ("outcome", &["killed", "injured"]),
    ("victims", &["unspecified"]),
];

/// A word that the model knows: how strongly it speaks (1 about 8 in 10, 2 nearly certain) of a
/// kind, and of which value.
pub struct Word(pub &'static str, pub f32, pub &'static str, pub &'static str);

/// Verbs that no lexicon can know ("zorched", "زربطت") for a drone strike, and words of tolls.
pub const WORDS: [Word; 17] = [
    Word("زربطت", 2.0, "violence", "drone_strike"),
    Word("مسيرات", 1.0, "violence", "drone_strike"),
    Word("مجهولة", 1.0, "violence", "drone_strike"),
    Word("أطراف", 1.0, "violence", "drone_strike"),
    Word("بلدة", 1.0, "violence", "drone_strike"),
    Word("سراقب", 1.0, "violence", "drone_strike"),
    Word("وقُتل", 1.0, "toll", "killed"),
    Word("ثلاثة", 2.0, "toll", "killed"),
    Word("أشخاص", 1.0, "toll", "killed"),
    Word("drones", 1.0, "violence", "drone_strike"),
    Word("zorched", 2.0, "violence", "drone_strike"),
    Word("the", 1.0, "violence", "drone_strike"),
    Word("outskirts", 1.0, "violence", "drone_strike"),
    Word("Three", 1.0, "toll", "killed"),
    Word("were", 1.0, "toll", "killed"),
    Word("people", 1.0, "toll", "killed"),
    Word("killed", 1.0, "toll", "killed"),
];

/// A strike that only the model can read, and a toll that rules read and the model sees.
pub const ARABIC: &str = "زربطت مسيرات مجهولة أطراف بلدة سراقب أمس.\nوقُتل ثلاثة أشخاص.\nوتقصف قوات النظام السوري مدينة حلب.";

/// The same in English.
pub const ENGLISH: &str = "Unknown drones zorched the outskirts of Saraqib on Monday.\nThree people were killed.\nThe Syrian army is shelling Aleppo.";

struct File {
    tensors: Vec<Value>,
    blob: Vec<u8>,
}

impl File {
    fn bytes(&mut self, name: &str, kind: &str, shape: &[usize], bytes: &[u8]) {
        let (offset, length) = (self.blob.len(), bytes.len());
        self.tensors.push(json!({
            "name": name, "kind": kind, "shape": shape, "offset": offset, "bytes": length,
        }));
        self.blob.extend(bytes);
        self.blob.resize(self.blob.len().next_multiple_of(64), 0);
    }

    fn floats(&mut self, name: &str, shape: &[usize], values: &[f32]) {
        let bytes: Vec<u8> = values.iter().flat_map(|v| v.to_le_bytes()).collect();
        self.bytes(name, "f32", shape, &bytes);
    }

    fn zeros(&mut self, name: &str, shape: &[usize]) {
        self.floats(name, shape, &vec![0.0; shape.iter().product()]);
    }

    fn map(&mut self, name: &str, outputs: usize, inputs: usize) {
        self.zeros(&format!("{name}.w"), &[outputs, inputs]);
        self.zeros(&format!("{name}.b"), &[outputs]);
    }

    fn norm(&mut self, name: &str) {
        self.floats(&format!("{name}.w"), &[HIDDEN], &[1.0; HIDDEN]);
        self.zeros(&format!("{name}.b"), &[HIDDEN]);
    }

    fn identity(&mut self, name: &str, rows: usize) {
        let at = |i: usize| f32::from(u8::from(i / HIDDEN == i % HIDDEN));
        let values: Vec<f32> = (0..rows * HIDDEN).map(at).collect();
        self.floats(name, &[rows, HIDDEN], &values);
    }
}

/// The bytes of the model file.
pub fn bytes() -> Vec<u8> {
    let pieces: Vec<String> = CONTROL.iter().map(|p| (*p).to_owned()).collect();
    let pieces = [pieces, WORDS.map(|w| format!("▁{}", w.0)).to_vec()].concat();
    let mut file = File { tensors: Vec::new(), blob: Vec::new() };
    file.bytes("pieces.text", "u8", &[pieces.join("\n").len()], pieces.join("\n").as_bytes());
    file.floats("pieces.score", &[pieces.len()], &vec![-5.0; pieces.len()]);
    file.bytes("norm", "u8", &[0], &[]);
    file.identity("emb.word", pieces.len());
    file.zeros("emb.pos", &[256, HIDDEN]);
    file.zeros("emb.type", &[HIDDEN]);
    for norm in ["emb.ln", "l0.aln", "l0.oln"] {
        file.norm(norm);
    }
    for map in ["q", "k", "v", "o", "fi", "fo"] {
        file.map(&format!("l0.{map}"), HIDDEN, HIDDEN);
    }
    heads(&mut file);
    whole(&file, pieces.len())
}

fn heads(file: &mut File) {
    file.zeros("head.mean", &[HIDDEN]);
    file.floats("head.scale", &[HIDDEN], &[1.0; HIDDEN]);
    file.identity("head.p.w", HIDDEN);
    file.zeros("head.p.b", &[HIDDEN]);
    file.zeros("head.e", &[1, HIDDEN]);
    let (weights, bias) = output();
    file.floats("head.o.w", &[bias.len(), HIDDEN], &weights);
    file.floats("head.o.b", &[bias.len()], &bias);
    file.map("head.q", 4, HIDDEN);
    file.map("head.k", 4, HIDDEN);
    file.zeros("head.d", &[1, 2]);
    file.floats("head.n", &[1], &[9.0]);
    file.zeros("head.nq", &[1, HIDDEN]);
}

/// Weights and biases of the outputs: outside, begin and inside of each kind, then the values.
fn output() -> (Vec<f32>, Vec<f32>) {
    let values = ATTRIBUTES.iter().flat_map(|(_, values)| values.iter());
    let names: Vec<&str> = values.copied().collect();
    let rows = 3 * KINDS.len() + names.len();
    let (mut weights, mut bias) = (vec![0.0; rows * HIDDEN], vec![0.0; rows]);
    (0..KINDS.len()).for_each(|k| bias[3 * k] = NOTHING);
    for (i, Word(_, strength, kind, value)) in WORDS.iter().enumerate() {
        let dim = CONTROL.len() + i;
        let k = KINDS.iter().position(|name| name == kind).expect("a kind");
        weights[(3 * k + 2) * HIDDEN + dim] = *strength;
        let v = names.iter().position(|name| name == value).expect("a value");
        weights[(3 * KINDS.len() + v) * HIDDEN + dim] = *strength / 2.0;
    }
    (weights, bias)
}

fn whole(file: &File, pieces: usize) -> Vec<u8> {
    let kind_of = |name: &str| match name {
        "act" => Some("violence"),
        _ => Some("toll"),
    };
    let attributes = ATTRIBUTES
        .map(|(name, values)| json!({ "name": name, "kind": kind_of(name), "values": values }));
    let header = json!({
        "format": 1,
        "encoder": {"hidden": HIDDEN, "heads": 1, "ff": HIDDEN, "layers": 1, "taps": [0],
            "positions": 256, "eps": 1e-12},
        "pieces": {"count": pieces, "unk": 3, "bos": 0, "eos": 2, "pad": 1, "unk_score": -30.0},
        "tensors": file.tensors,
        "head": {"hidden": HIDDEN, "width": 3, "dilations": [], "key": 4, "kinds": KINDS,
            "attributes": attributes, "roles": ["addressee"], "buckets": [], "features": []},
    });
    let header = header.to_string();
    let mut out = b"HUDNATG1".to_vec();
    out.extend((header.len() as u32).to_le_bytes());
    out.extend(header.as_bytes());
    out.resize(out.len().next_multiple_of(64), 0);
    out.extend(&file.blob);
    out
}

/// Writes the model file into a folder.
pub fn write(folder: &Path) -> PathBuf {
    let path = folder.join("tagger.bin");
    std::fs::write(&path, bytes()).expect("the model file is written");
    path
}

/// The files of the data without those that go with the shipped model.
pub fn plain_files() -> hudna::read::Files {
    let mut files = hudna::data::embedded_files();
    files.retain(|path, _| !path.starts_with("models/"));
    files
}
