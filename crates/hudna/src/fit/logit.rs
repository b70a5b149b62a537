//! Conditional logistic regression: which of several candidates, told by their features.
//!
//! McFadden (1974), "Conditional logit analysis of qualitative choice behavior". Fitted by
//! stochastic gradient with AdaGrad steps (Duchi et al. 2011) and an L2 penalty; deterministic.

use std::collections::{BTreeMap, HashMap};

use hudna_read::choose::Trait;

/// One choice: the features of each candidate, and how right each is.
#[derive(Debug, Clone)]
pub struct Instance {
    /// Group for cross-validation: choices of one report stay together.
    pub group: usize,
    /// Features of each candidate, with their values.
    pub candidates: Vec<Vec<Trait>>,
    /// For several candidates: 1 for each right one, else 0. For a single one: how right it is.
    pub right: Vec<f64>,
}

/// How the weights are fitted.
#[derive(Debug, Clone, Copy)]
pub struct Settings {
    /// Times through the instances.
    pub epochs: usize,
    /// Step.
    pub rate: f64,
    /// L2 penalty, per instance.
    pub penalty: f64,
    /// In how many instances a feature must stand to get a weight.
    pub least: usize,
}

impl Default for Settings {
    fn default() -> Self {
        Settings { epochs: 24, rate: 0.1, penalty: 0.002, least: 3 }
    }
}

/// Weights by feature.
pub type Fitted = BTreeMap<String, f64>;

/// Fits weights to the instances.
pub fn fit(instances: &[&Instance], settings: Settings) -> Fitted {
    let ids = features(instances, settings.least);
    let rows: Vec<(Vec<Vec<Weighed>>, &[f64])> = instances
        .iter()
        .map(|instance| {
            let known = |names: &Vec<Trait>| {
                let id = |(n, v): &Trait| Some((ids.get(n.as_str()).copied()?, f64::from(*v)));
                names.iter().filter_map(id).collect()
            };
            (instance.candidates.iter().map(known).collect(), instance.right.as_slice())
        })
        .collect();
    let mut model = Model::new(ids.len(), settings);
    let mut order: Vec<usize> = (0..rows.len()).collect();
    let mut seed = 1_u64;
    for _ in 0..settings.epochs {
        shuffle(&mut order, &mut seed);
        for i in &order {
            model.learn(&rows[*i].0, rows[*i].1);
        }
    }
    ids.into_iter().map(|(name, i)| (name.to_owned(), model.weights[i])).collect()
}

/// Features that stand in enough instances, numbered.
fn features<'i>(instances: &[&'i Instance], least: usize) -> BTreeMap<&'i str, usize> {
    let mut counts: HashMap<&str, usize> = HashMap::new();
    for instance in instances {
        let mut seen: Vec<&str> =
            instance.candidates.iter().flatten().map(|(name, _)| name.as_str()).collect();
        seen.sort_unstable();
        seen.dedup();
        for name in seen {
            *counts.entry(name).or_default() += 1;
        }
    }
    let mut names: Vec<&str> =
        counts.into_iter().filter(|(_, n)| *n >= least).map(|(name, _)| name).collect();
    names.sort_unstable();
    names.into_iter().enumerate().map(|(i, name)| (name, i)).collect()
}

/// Fisher and Yates with a linear congruential generator (Knuth's MMIX constants).
fn shuffle(order: &mut [usize], seed: &mut u64) {
    for i in (1..order.len()).rev() {
        *seed =
            seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        order.swap(i, (*seed >> 33) as usize % (i + 1));
    }
}

/// A feature's number and value.
type Weighed = (usize, f64);

struct Model {
    weights: Vec<f64>,
    squares: Vec<f64>,
    settings: Settings,
}

impl Model {
    fn new(features: usize, settings: Settings) -> Self {
        Model { weights: vec![0.0; features], squares: vec![1e-3; features], settings }
    }

    fn score(&self, features: &[Weighed]) -> f64 {
        features.iter().map(|(i, value)| value * self.weights[*i]).sum()
    }

    fn learn(&mut self, candidates: &[Vec<Weighed>], right: &[f64]) {
        let scores: Vec<f64> = candidates.iter().map(|c| self.score(c)).collect();
        let wanted = match right {
            [one] => vec![one - 1.0 / (1.0 + (-scores[0]).exp())],
            _ => {
                let all = softmax(&scores);
                let good: f64 = all.iter().zip(right).map(|(p, r)| p * r).sum();
                all.iter().zip(right).map(|(p, r)| p * r / good.max(1e-9) - p).collect()
            }
        };
        for (features, gradient) in candidates.iter().zip(&wanted) {
            for (i, value) in features {
                let gradient = gradient * value - self.settings.penalty * self.weights[*i];
                self.squares[*i] += gradient * gradient;
                self.weights[*i] += self.settings.rate * gradient / self.squares[*i].sqrt();
            }
        }
    }
}

/// Probabilities of scores.
pub fn softmax(scores: &[f64]) -> Vec<f64> {
    let top = scores.iter().copied().fold(f64::NEG_INFINITY, f64::max);
    let powers: Vec<f64> = scores.iter().map(|s| (s - top).exp()).collect();
    let sum: f64 = powers.iter().sum();
    powers.into_iter().map(|p| p / sum).collect()
}

/// The sum of a candidate's weights.
pub fn score(features: &[Trait], weights: &Fitted) -> f64 {
    features.iter().filter_map(|(name, v)| Some(f64::from(*v) * weights.get(name)?)).sum()
}

/// Share of the instances whose heaviest candidate is a right one; of single ones, the share
/// whose side of one half is right.
pub fn accuracy(instances: &[&Instance], weights: &Fitted) -> f64 {
    let score = |features: &Vec<Trait>| score(features, weights);
    let hits: f64 = instances
        .iter()
        .map(|instance| {
            let scores: Vec<f64> = instance.candidates.iter().map(score).collect();
            match instance.right.as_slice() {
                [one] => f64::from(u8::from((scores[0] > 0.0) == (*one > 0.5))),
                right => {
                    let best = (0..scores.len())
                        .fold(0, |best, i| if scores[i] > scores[best] { i } else { best });
                    right[best]
                }
            }
        })
        .sum();
    hits / instances.len().max(1) as f64
}

#[cfg(test)]
mod tests {
    use super::*;

    fn instance(group: usize, candidates: &[&str], right: &[f64]) -> Instance {
        let features = |c: &&str| c.split(' ').map(|name| (name.to_owned(), 1.0)).collect();
        Instance {
            group,
            candidates: candidates.iter().map(features).collect(),
            right: right.to_vec(),
        }
    }

    #[test]
    fn what_tells_apart_gets_its_weight() {
        let list: Vec<Instance> = (0..20)
            .map(|i| instance(i, &["near a", "far a", "none"], &[1.0, 0.0, 0.0]))
            .chain((20..24).map(|i| instance(i, &["far b", "none"], &[0.0, 1.0])))
            .collect();
        let refs: Vec<&Instance> = list.iter().collect();
        let weights = fit(&refs, Settings::default());
        assert!(weights["near"] > weights["far"], "{weights:?}");
        assert!((accuracy(&refs, &weights) - 1.0).abs() < 1e-9);
        assert_eq!(fit(&refs, Settings::default()), weights, "the same each time");
    }

    #[test]
    fn a_single_candidate_gets_a_probability() {
        let list: Vec<Instance> = (0..40)
            .map(|i| {
                instance(
                    i,
                    &[if i % 4 == 0 { "rare" } else { "usual" }],
                    &[f64::from(u8::from(i % 4 != 0))],
                )
            })
            .collect();
        let refs: Vec<&Instance> = list.iter().collect();
        let weights = fit(&refs, Settings::default());
        assert!(weights["usual"] > 1.0 && weights["rare"] < -1.0, "{weights:?}");
    }
}
