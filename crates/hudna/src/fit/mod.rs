//! Fits the weights of the reader's choices to annotated reports.
//!
//! Every choice of every claim that is held against a fact is an instance: its candidates with
//! their features, and which of them says what the fact says. Choices depend on one another (the
//! target on the actor, an act on the one before), so they are fitted in rounds, each read with
//! the weights of the rounds before.

pub mod folds;
pub mod logit;

use std::collections::{BTreeMap, HashMap};

use hudna_model::Claim;
use hudna_read::choose::{Choice, How, Trace};
use hudna_read::tagger::tagged::Tagged;
use hudna_read::{DataError, Files, Pack, read_so};

use crate::eval::{Fact, GoldReport, alike, pairs};
use logit::{Fitted, Instance, Settings, accuracy, fit, score};

/// Choices in the order in which they are fitted; each inner list is one round.
pub const ROUNDS: [&[&str]; 4] = [
    &["actor", "date", "speaker"],
    &["target"],
    &["actor", "target", "date", "speaker"],
    &["keep"],
];

/// The same where a trained model looks on: what it knows of acts, statements, events is chosen
/// too, between the rule's value and what the model sees.
pub const ROUNDS_WITH_MODEL: [&[&str]; 5] = [
    &["actor", "date", "speaker"],
    &["target"],
    &["actor", "target", "date", "speaker"],
    &["act", "modality", "background", "outcome", "status", "speech_act", "event", "what"],
    &["keep"],
];

/// Parts of a cross-validation.
const FOLDS: usize = 5;

/// Weights below this are left out.
const LEAST: f64 = 0.04;

/// What was fitted for one choice.
#[derive(Debug, Clone)]
pub struct Fit {
    /// Which choice.
    pub task: String,
    /// How many instances.
    pub instances: usize,
    /// How many weights.
    pub weights: usize,
    /// Share of instances chosen rightly, out of fold.
    pub accuracy: f64,
    /// Of probabilities: by kind of claim and tenth, out of fold.
    pub reliability: Vec<Tenth>,
}

/// Claims of one kind whose probability lies in one tenth.
#[derive(Debug, Clone, PartialEq)]
pub struct Tenth {
    /// Kind of claim; `all` for all of them.
    pub kind: String,
    /// How many.
    pub claims: usize,
    /// Mean of the probabilities told.
    pub told: f64,
    /// Share that was right.
    pub right: f64,
}

/// What weights are fitted for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum For<'l> {
    /// The rules of one language.
    Rules(&'l str),
    /// Rules and a trained model, all languages together.
    Model,
}

impl For<'_> {
    /// The folder of the weights inside the data.
    pub fn folder(self) -> String {
        match self {
            For::Rules(lang) => format!("lang/{lang}/weights/"),
            For::Model => "models/weights/".to_owned(),
        }
    }

    fn rounds(self) -> &'static [&'static [&'static str]] {
        match self {
            For::Rules(_) => &ROUNDS,
            For::Model => &ROUNDS_WITH_MODEL,
        }
    }
}

/// An annotated report, with what a model that has not learnt from it says of it.
pub type Lesson<'g> = (&'g GoldReport, Option<&'g Tagged<'g>>);

/// Fits all choices to annotated reports; gives the files by name.
///
/// # Errors
/// Faults of the data.
pub fn fit_all(
    files: &Files,
    what: For<'_>,
    gold: &[Lesson<'_>],
    mut progress: impl FnMut(&Fit),
) -> Result<BTreeMap<String, String>, Vec<DataError>> {
    let mut files = files.clone();
    let own = what.folder();
    files.retain(|name, _| !(name.starts_with(&own) && name.ends_with(".tsv")));
    let mut out = BTreeMap::new();
    for round in what.rounds() {
        let pack = Pack::load(&files)?;
        let mut by_task = instances(&pack, gold);
        for task in *round {
            let list = by_task.remove(*task).unwrap_or_default();
            let (weights, report) = one(task, &list);
            progress(&report);
            let text = written(task, &list, &weights);
            files.insert(format!("{own}{task}.tsv"), text.clone());
            out.insert(format!("{task}.tsv"), text);
        }
    }
    Ok(out)
}

/// Settings of each choice, found on the odd lines of the development sets.
fn settings(task: &str) -> Settings {
    let all = Settings { epochs: 14, rate: 0.1, penalty: 0.01, least: 4 };
    match task {
        "keep" => Settings { penalty: 0.1, least: 8, rate: 0.05, epochs: 10 },
        "actor" | "target" => Settings { epochs: 9, rate: 0.05, least: 6, ..all },
        _ => all,
    }
}

/// The candidate that stands for none, and how much is taken from it: annotators leave out what
/// a follow-up desk wants to know, such as the day that the story goes on with. Least for who did
/// it: to name the wrong one is worse than to name nobody.
fn lean(task: &str) -> Option<(&'static str, f64)> {
    match task {
        "target" => Some(("nobody", 0.7)),
        "actor" | "speaker" => Some(("nobody", 0.4)),
        "date" => Some(("never", 1.1)),
        _ => None,
    }
}

fn one(task: &str, list: &[Instance]) -> (Fitted, Fit) {
    let settings = settings(task);
    let all: Vec<&Instance> = list.iter().collect();
    let weights = fit(&all, settings);
    let mut hits = 0.0;
    let mut sures = Vec::new();
    for fold in 0..FOLDS {
        let (test, train): (Vec<&Instance>, Vec<&Instance>) =
            list.iter().partition(|i| i.group % FOLDS == fold);
        let fitted = fit(&train, settings);
        hits += accuracy(&test, &fitted) * test.len() as f64;
        if task == "keep" {
            let kind = |i: &Instance| i.candidates[0].first().map(|t| t.0.clone()).unwrap_or_default();
            sures.extend(test.iter().map(|i| (kind(i), sure(i, &fitted), i.right[0])));
        }
    }
    let kept = weights.values().filter(|w| w.abs() >= LEAST).count();
    let report = Fit {
        task: task.to_owned(),
        instances: list.len(),
        weights: kept,
        accuracy: hits / list.len().max(1) as f64,
        reliability: reliability(&sures),
    };
    (weights, report)
}

fn sure(instance: &Instance, weights: &Fitted) -> f64 {
    1.0 / (1.0 + (-score(&instance.candidates[0], weights)).exp())
}

/// By kind and tenth of probability: how many, the mean told, and the share that was right.
fn reliability(sures: &[(String, f64, f64)]) -> Vec<Tenth> {
    let mut cells: BTreeMap<(String, usize), Vec<(f64, f64)>> = BTreeMap::new();
    for (kind, told, right) in sures {
        let tenth = ((told * 10.0) as usize).min(9);
        for kind in [kind.as_str(), "all"] {
            cells.entry((kind.to_owned(), tenth)).or_default().push((*told, *right));
        }
    }
    let tenth = |((kind, _), list): ((String, usize), Vec<(f64, f64)>)| {
        let n = list.len() as f64;
        let (told, right) = list.iter().fold((0.0, 0.0), |(a, b), (t, r)| (a + t, b + r));
        Tenth { kind, claims: list.len(), told: told / n, right: right / n }
    };
    cells.into_iter().map(tenth).collect()
}

fn written(task: &str, list: &[Instance], weights: &Fitted) -> String {
    let mut out = format!(
        "# Weights of the choice \"{task}\", fitted to {} annotated choices; see README.md.\n",
        list.len()
    );
    for (feature, weight) in weights.iter().filter(|(_, w)| w.abs() >= LEAST) {
        out.push_str(&format!("{feature}\t{weight:.2}\n"));
    }
    if let Some((feature, weight)) = lean(task) {
        out.push_str(&format!("{feature}\t{:.2}\n", -weight));
    }
    out
}

/// By kind and trigger: facts, the claims held against them, and how far both agree.
type Told<'a> = HashMap<(&'static str, usize), Vec<(&'a Fact, &'a Claim, f64)>>;

/// The instances of all choices, the reports shared out to the processors.
fn instances(pack: &Pack, gold: &[Lesson<'_>]) -> HashMap<String, Vec<Instance>> {
    let workers = std::thread::available_parallelism().map_or(1, usize::from);
    let share = gold.len().div_ceil(workers).max(1);
    let mut out: HashMap<String, Vec<Instance>> = HashMap::new();
    std::thread::scope(|scope| {
        let parts = gold.chunks(share).enumerate();
        let workers: Vec<_> =
            parts.map(|(i, part)| scope.spawn(move || some(pack, part, i * share))).collect();
        for worker in workers {
            let part = worker.join().expect("reading does not panic");
            part.into_iter().for_each(|(task, list)| out.entry(task).or_default().extend(list));
        }
    });
    out
}

/// The instances of some reports, of which the first has this number.
fn some(pack: &Pack, gold: &[Lesson<'_>], first: usize) -> HashMap<String, Vec<Instance>> {
    let mut out: HashMap<String, Vec<Instance>> = HashMap::new();
    for (group, (report, tagged)) in (first..).zip(gold) {
        let trace = Trace::default();
        let how = How { trace: Some(&trace), tagged: *tagged, ..How::default() };
        let (reading, _) = read_so(&report.report(), pack, how);
        let triggers: HashMap<String, usize> = trace.claims.take().into_iter().collect();
        let mut told: Told<'_> = HashMap::new();
        for pair in pairs(report, &reading) {
            if let Some(trigger) = triggers.get(&pair.claim.id) {
                let key = (pair.claim.body.kind(), *trigger);
                told.entry(key).or_default().push((pair.fact, pair.claim, pair.right));
            }
        }
        for choice in trace.choices.take() {
            let facts = told.get(&(choice.kind.as_str(), choice.trigger));
            if let Some(right) = right(&choice, facts.map_or(&[], Vec::as_slice)) {
                let candidates = choice.candidates.into_iter().map(|(_, f)| f).collect();
                let instance = Instance { group, candidates, right };
                out.entry(choice.task.to_owned()).or_default().push(instance);
            }
        }
    }
    out
}

/// How right each candidate is; none when the annotation does not tell.
fn right(choice: &Choice, facts: &[(&Fact, &Claim, f64)]) -> Option<Vec<f64>> {
    if choice.task == "keep" {
        let right = facts.iter().map(|(.., right)| *right).fold(0.0, f64::max);
        return Some(vec![right]);
    }
    if facts.is_empty() {
        return None;
    }
    let says = |label: &str| facts.iter().any(|(fact, ..)| agrees(choice.task, fact, label));
    let right: Vec<f64> =
        choice.candidates.iter().map(|(label, _)| f64::from(u8::from(says(label)))).collect();
    right.iter().any(|r| *r > 0.0).then_some(right)
}

fn agrees(task: &str, fact: &Fact, label: &str) -> bool {
    let name = |told: &Option<String>| match (told.as_deref().unwrap_or(""), label) {
        ("", "") => true,
        ("", _) | (_, "") => false,
        (told, label) => alike(Some(told), Some(label)),
    };
    match task {
        "actor" => name(&fact.actor),
        "target" => name(&fact.target),
        "speaker" => name(&fact.speaker),
        "date" => fact.date.as_deref().unwrap_or("") == label,
        "act" => fact.act.as_deref() == Some(label),
        "modality" => fact.modality.as_deref().unwrap_or("actual") == label,
        "background" => fact.background.unwrap_or(false) == (label == "true"),
        "outcome" => fact.outcome.as_deref() == Some(label),
        "status" => fact.status.as_deref() == Some(label),
        "speech_act" => fact.speech_act.as_deref() == Some(label),
        "event" => fact.event.as_deref() == Some(label),
        "what" => fact.what.as_deref() == Some(label),
        _ => false,
    }
}
