use super::{Linear, Norm, Path, attend, gelu, sigmoid, softmax};
use crate::tagger::tests::Numbers;

fn bits(values: &[f32]) -> Vec<u32> {
    values.iter().map(|v| v.to_bits()).collect()
}

/// Runs `f` on every path; all must give the same bits, which are given back as numbers.
fn on_all_paths(f: impl Fn(Path) -> Vec<f32>) -> Vec<f32> {
    let scalar = f(Path::scalar());
    for path in Path::all() {
        assert_eq!(bits(&f(path)), bits(&scalar), "{path:?}");
    }
    scalar
}

fn near(got: f32, wanted: f64, error: f64) {
    assert!((f64::from(got) - wanted).abs() <= error, "{got} is not {wanted}");
}

#[test]
fn a_linear_map_is_near_the_exact_one_on_any_size() {
    let mut numbers = Numbers(3);
    for (rows, inputs, outputs) in
        [(1, 7, 1), (3, 32, 45), (4, 48, 32), (19, 384, 70), (9, 3072, 5)]
    {
        let weights: Vec<Vec<f32>> = (0..outputs).map(|_| numbers.floats(inputs)).collect();
        let (bias, x) = (numbers.floats(outputs), numbers.floats(rows * inputs));
        let y = on_all_paths(|path| {
            let mut out = Vec::new();
            Linear::new(&weights, &bias, path).apply(&x, rows, &mut out);
            out
        });
        for (i, row) in x.chunks_exact(inputs).enumerate() {
            for (o, w) in weights.iter().enumerate() {
                let exact: f64 =
                    row.iter().zip(w).map(|(a, b)| f64::from(*a) * f64::from(*b)).sum();
                let error = 0.01 * (inputs as f64).sqrt();
                near(y[i * outputs + o], exact + f64::from(bias[o]), error);
            }
        }
    }
}

#[test]
fn the_largest_sums_stay_within_32_bits() {
    for inputs in [384, 1536, 3072] {
        let y = on_all_paths(|path| {
            let mut out = Vec::new();
            Linear::new(&[vec![1.0; inputs]], &[0.0], path).apply(&vec![1.0; inputs], 1, &mut out);
            out
        });
        near(y[0], inputs as f64, 0.01);
    }
}

#[test]
fn rows_that_are_empty_or_no_numbers_give_the_bias() {
    let map = Linear::new(&[vec![1.0; 40]], &[0.25], Path::best());
    for value in [0.0, f32::INFINITY, 1e-38] {
        let mut out = Vec::new();
        map.apply(&[value; 40], 1, &mut out);
        assert_eq!(out, [0.25]);
    }
}

#[test]
fn functions_are_near_the_exact_ones() {
    let x: Vec<f32> = (-400..=400).map(|i| i as f32 / 40.0).collect();
    let y = on_all_paths(|path| {
        let mut x = x.clone();
        sigmoid(path, &mut x);
        x
    });
    x.iter().zip(&y).for_each(|(x, y)| near(*y, 1.0 / (1.0 + (-f64::from(*x)).exp()), 2e-7));
    let points = [-6.0, -3.0, -1.0, -0.5, 0.0, -0.0, 0.5, 1.0, 3.0, 6.0];
    let exact = [
        -5.9e-9,
        -0.00404969,
        -0.15865525,
        -0.15426877,
        0.0,
        0.0,
        0.34573123,
        0.84134475,
        2.9959503,
        6.0,
    ];
    let y = on_all_paths(|path| {
        let mut x = points;
        gelu(path, &mut x);
        x.to_vec()
    });
    y.iter().zip(exact).for_each(|(y, exact)| near(*y, exact, 1e-6));
}

#[test]
fn shares_sum_to_one() {
    let scores = Numbers(5).floats(37);
    let shares = on_all_paths(|path| {
        let mut x = scores.clone();
        softmax(path, &mut x);
        x
    });
    let total: f64 = scores.iter().map(|s| f64::from(*s).exp()).sum();
    scores
        .iter()
        .zip(&shares)
        .for_each(|(s, share)| near(*share, f64::from(*s).exp() / total, 1e-7));
}

#[test]
fn a_norm_has_mean_0_and_deviation_1() {
    let x: Vec<f32> = Numbers(9).floats(2 * 40).iter().map(|v| v * 3.0 + 5.0).collect();
    let y = on_all_paths(|path| {
        let mut x = x.clone();
        Norm::new(vec![1.0; 40], vec![0.0; 40], 1e-12).apply(path, &mut x);
        x
    });
    for row in y.chunks_exact(40) {
        near(row.iter().sum::<f32>(), 0.0, 1e-4);
        near(row.iter().map(|v| v * v).sum::<f32>(), 40.0, 1e-3);
    }
}

#[test]
fn attention_mixes_values_by_softmax_of_products() {
    let (pieces, heads, size) = (23, 2, 16);
    let qkv = Numbers(11).floats(pieces * 3 * heads * size);
    let got = on_all_paths(|path| {
        let mut out = Vec::new();
        attend(path, &qkv, heads, size, &mut out);
        out
    });
    let at = |piece: usize, part: usize, head: usize| {
        &qkv[((piece * 3 + part) * heads + head) * size..][..size]
    };
    let dot = |a: &[f32], b: &[f32]| -> f64 {
        a.iter().zip(b).map(|(a, b)| f64::from(*a) * f64::from(*b)).sum()
    };
    for (piece, head) in [(0, 0), (5, 1), (22, 0), (22, 1)] {
        let shares: Vec<f64> =
            (0..pieces).map(|k| (dot(at(piece, 0, head), at(k, 1, head)) / 4.0).exp()).collect();
        let total: f64 = shares.iter().sum();
        for d in 0..size {
            let exact: f64 =
                (0..pieces).map(|k| shares[k] / total * f64::from(at(k, 2, head)[d])).sum();
            near(got[(piece * heads + head) * size + d], exact, 1e-6);
        }
    }
}
