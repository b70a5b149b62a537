//! The real base against a plain forward pass in floats: `training/reference.py` made the vectors.
//! Skipped, with a line that says so, where `data/models/tagger.bin` is not there.

use hudna_read::tagger::{Base, Path};
use serde::Deserialize;

#[derive(Deserialize)]
struct Vectors {
    hidden: usize,
    layers: usize,
    taps: Vec<usize>,
    every: usize,
    sentences: Vec<Sentence>,
}

#[derive(Deserialize)]
struct Sentence {
    text: String,
    pieces: Vec<(u32, u32, u32)>,
    values: Vec<Vec<f32>>,
}

fn model() -> Option<Vec<u8>> {
    let file = concat!(env!("CARGO_MANIFEST_DIR"), "/../../data/models/tagger.bin");
    let bytes = std::fs::read(file).ok();
    if bytes.is_none() {
        println!("skipped: data/models/tagger.bin is not there");
    }
    bytes
}

fn vectors() -> Vectors {
    serde_json::from_str(include_str!("tagger/vectors.json")).expect("vectors are JSON")
}

/// Cosine of two rows from which the mean row is taken: what is common to all would flatter.
fn cosine(a: &[f32], b: &[f32], mean: &[f32]) -> f32 {
    let (mut ab, mut aa, mut bb) = (0.0, 0.0, 0.0);
    for ((a, b), m) in a.iter().zip(b).zip(mean) {
        ab += (a - m) * (b - m);
        aa += (a - m) * (a - m);
        bb += (b - m) * (b - m);
    }
    ab / (aa * bb).sqrt()
}

fn mean(rows: &[Vec<f32>]) -> Vec<f32> {
    let mut mean = vec![0.0; rows[0].len()];
    for row in rows {
        mean.iter_mut().zip(row).for_each(|(m, v)| *m += v / rows.len() as f32);
    }
    mean
}

#[test]
fn pieces_and_outputs_are_those_of_the_reference() {
    let Some(bytes) = model() else { return };
    let (base, vectors) = (Base::load(bytes).expect("a sound model"), vectors());
    let sizes = base.file().encoder();
    assert_eq!(
        (sizes.layers, &sizes.taps, sizes.hidden),
        (vectors.layers, &vectors.taps, vectors.hidden),
        "the vectors are another model's: make them anew with training/reference.py"
    );
    let (mut got, mut wanted) = (Vec::new(), Vec::new());
    for sentence in vectors.sentences {
        let pieces: Vec<_> =
            base.pieces(&sentence.text).iter().map(|p| (p.id, p.start, p.end)).collect();
        assert_eq!(pieces, sentence.pieces, "{}", sentence.text);
        let taps = base.encode(&pieces.iter().map(|p| p.0).collect::<Vec<_>>());
        let part = |row: &[f32]| {
            row.chunks(sizes.hidden)
                .flat_map(|t| t.iter().copied().step_by(vectors.every))
                .collect()
        };
        got.extend(taps.values.chunks_exact(taps.width).map(part));
        wanted.extend(sentence.values);
    }
    report(&got, &wanted, vectors.taps.len());
}

fn report(got: &[Vec<f32>], wanted: &[Vec<f32>], taps: usize) {
    let (width, centre) = (wanted[0].len() / taps, mean(wanted));
    for tap in 0..taps {
        let at = tap * width..(tap + 1) * width;
        let pairs = got.iter().zip(wanted);
        let mut cosines: Vec<f32> = pairs
            .map(|(g, w)| cosine(&g[at.clone()], &w[at.clone()], &centre[at.clone()]))
            .collect();
        cosines.sort_by(f32::total_cmp);
        let mean = cosines.iter().sum::<f32>() / cosines.len() as f32;
        let worst = cosines[cosines.len() / 100];
        println!(
            "tap {tap}: cosine to floats, less the mean row: mean {mean:.5}, worst 1 % {worst:.5}"
        );
        assert!(mean > 0.995 && worst > 0.97, "tap {tap}: {mean} {worst}");
    }
}

#[test]
fn all_paths_give_the_same_bits_on_the_real_model() {
    let Some(bytes) = model() else { return };
    let run = |path| {
        let base = Base::with_path(bytes.clone(), path).expect("a sound model");
        let ids: Vec<u32> =
            base.pieces(&vectors().sentences[0].text).iter().map(|p| p.id).collect();
        base.encode(&ids).values.iter().map(|v| v.to_bits()).collect::<Vec<_>>()
    };
    let best = run(Path::best());
    Path::all().into_iter().for_each(|path| assert!(run(path) == best, "{path:?} differs"));
}
