//! Counting what was found and what was told rightly, by the rules of `score.py`.

use std::collections::{BTreeMap, BTreeSet};
use std::iter::Sum;
use std::ops::AddAssign;

use hudna_model::{Claim, NoteKind, Reading, Span};

use super::attributes::{Attribute, compare};
use super::gold::{Fact, GoldReport, Kind};
use super::pair::{Stretch, candidates, pair_up, right};

/// What is counted of one kind.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub struct Tally {
    /// Annotated facts.
    pub gold: usize,
    /// Claims.
    pub system: usize,
    /// Facts paired with a claim.
    pub found: usize,
    /// Points for pairs whose key attributes agree, in halves.
    pub right: f64,
    /// Facts that were missed, but at least half of which lies inside a note `unread_harm`.
    pub noted: usize,
}

impl AddAssign for Tally {
    fn add_assign(&mut self, other: Self) {
        self.gold += other.gold;
        self.system += other.system;
        self.found += other.found;
        self.right += other.right;
        self.noted += other.noted;
    }
}

/// How often an attribute was told rightly, of how many times.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Hits {
    /// Rightly.
    pub hits: usize,
    /// Of so many pairs.
    pub of: usize,
}

/// A fact that no claim tells, or a claim that no fact bears out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Failure {
    /// Its kind.
    pub kind: Kind,
    /// Whether a fact was missed; else the claim is spurious.
    pub missed: bool,
    /// Id of the report.
    pub report: String,
    /// The words.
    pub text: String,
}

/// Counts over some reports. They add up: figures over several sets come from the summed counts.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Scores {
    /// Annotated reports.
    pub reports: usize,
    /// Reports without a reading; all their facts are missed.
    pub absent: usize,
    /// Facts whose quote is nowhere in the text; they are not counted.
    pub unplaced: usize,
    /// Counts of each kind that occurs.
    pub kinds: BTreeMap<Kind, Tally>,
    /// Counts of each attribute that occurs, over all pairs.
    pub attributes: BTreeMap<Attribute, Hits>,
    /// Of every pair: shared part of what quote and evidence cover.
    pub evidence_iou: Vec<f64>,
    /// Missed violence, tolls and truces that stand in sentences without a claim, and of how many
    /// of them a note `unread_harm` shows some words.
    pub unclaimed: Hits,
    /// Notes `unread_harm`.
    pub notes: usize,
    /// What went wrong, in the order of the reports.
    pub failures: Vec<Failure>,
}

impl Scores {
    /// The counts of all kinds together.
    pub fn all(&self) -> Tally {
        let mut all = Tally::default();
        self.kinds.values().for_each(|tally| all += *tally);
        all
    }

    /// Lines that tell, for each kind, up to `n` missed facts and up to `n` spurious claims.
    pub fn errors(&self, n: usize) -> Vec<String> {
        let cases = Kind::ALL.into_iter().flat_map(|kind| [(kind, true), (kind, false)]);
        let of = |(kind, missed)| {
            self.failures.iter().filter(move |f| f.kind == kind && f.missed == missed).take(n)
        };
        cases.flat_map(of).map(Failure::line).collect()
    }
}

impl Failure {
    fn line(&self) -> String {
        let name = if self.missed { "missed" } else { "spurious" };
        format!("{} {name} {}: {}", self.kind.as_str(), self.report, self.text)
    }
}

impl AddAssign<&Scores> for Scores {
    fn add_assign(&mut self, other: &Scores) {
        self.reports += other.reports;
        self.absent += other.absent;
        self.unplaced += other.unplaced;
        for (kind, tally) in &other.kinds {
            *self.kinds.entry(*kind).or_default() += *tally;
        }
        for (attribute, hits) in &other.attributes {
            let sum = self.attributes.entry(*attribute).or_default();
            sum.hits += hits.hits;
            sum.of += hits.of;
        }
        self.unclaimed.hits += other.unclaimed.hits;
        self.unclaimed.of += other.unclaimed.of;
        self.notes += other.notes;
        self.evidence_iou.extend(&other.evidence_iou);
        self.failures.extend_from_slice(&other.failures);
    }
}

impl<'a> Sum<&'a Scores> for Scores {
    fn sum<I: Iterator<Item = &'a Scores>>(parts: I) -> Self {
        parts.fold(Scores::default(), |mut sum, part| {
            sum += part;
            sum
        })
    }
}

impl Sum for Scores {
    fn sum<I: Iterator<Item = Scores>>(parts: I) -> Self {
        parts.fold(Scores::default(), |mut sum, part| {
            sum += &part;
            sum
        })
    }
}

/// Scores readings, by the id of their report, against annotations.
pub fn score(gold: &[GoldReport], readings: &BTreeMap<String, Reading>) -> Scores {
    gold.iter().map(|report| score_report(report, readings.get(&report.id))).sum()
}

/// Scores the reading of one report; none counts as a reading that claims nothing, and as absent.
pub fn score_report(gold: &GoldReport, reading: Option<&Reading>) -> Scores {
    let mut scores =
        Scores { reports: 1, absent: usize::from(reading.is_none()), ..Scores::default() };
    for kind in Kind::ALL {
        KindOfReport::new(kind, gold, reading).count(reading, &mut scores);
    }
    scores.notes = harm_notes(reading).count();
    scores
}

/// A fact and the claim that it is held against, and how far they agree.
#[derive(Debug, Clone, Copy)]
pub struct Pair<'a> {
    /// What people found.
    pub fact: &'a Fact,
    /// What was read.
    pub claim: &'a Claim,
    /// Share of the key attributes that agree, 0 to 1.
    pub right: f64,
}

/// The pairs of one report, by kind, as they are scored.
pub fn pairs<'a>(gold: &'a GoldReport, reading: &'a Reading) -> Vec<Pair<'a>> {
    let mut out = Vec::new();
    for kind in Kind::ALL {
        let both = KindOfReport::new(kind, gold, Some(reading));
        for pair in pair_up(candidates(&both.facts, &both.claims)) {
            let (fact, claim) = (both.facts[pair.fact].0, both.claims[pair.claim].0);
            out.push(Pair { fact, claim, right: right(fact, claim) });
        }
    }
    out
}

/// What one report says of one kind, annotated and claimed, with where.
struct KindOfReport<'a> {
    kind: Kind,
    gold: &'a GoldReport,
    facts: Vec<(&'a Fact, Stretch)>,
    unplaced: usize,
    claims: Vec<(&'a Claim, Stretch)>,
}

impl<'a> KindOfReport<'a> {
    fn new(kind: Kind, gold: &'a GoldReport, reading: Option<&'a Reading>) -> Self {
        let facts = gold.facts.iter().filter(|fact| fact.kind == kind.as_str());
        let annotated = facts.clone().count();
        let place = |fact: &'a Fact| Some((fact, Stretch::of_quote(&gold.text, &fact.quote)?));
        let facts: Vec<_> = facts.filter_map(place).collect();
        let claims = reading.map_or(&[][..], |reading| &reading.claims);
        let claims = claims.iter().filter(|claim| claim.body.kind() == kind.as_str());
        let claims = claims.map(|claim| (claim, Stretch::of_claim(claim))).collect();
        KindOfReport { kind, gold, unplaced: annotated - facts.len(), facts, claims }
    }

    fn count(&self, reading: Option<&Reading>, scores: &mut Scores) {
        let pairs = pair_up(candidates(&self.facts, &self.claims));
        scores.unplaced += self.unplaced;
        let mut tally = Tally {
            gold: self.facts.len(),
            system: self.claims.len(),
            found: pairs.len(),
            ..Tally::default()
        };
        for pair in &pairs {
            let (fact, quote) = self.facts[pair.fact];
            let (claim, evidence) = self.claims[pair.claim];
            tally.right += right(fact, claim);
            scores.evidence_iou.push(quote.over_union(evidence));
            for (attribute, hit) in compare(self.gold, fact, claim) {
                let sum = scores.attributes.entry(attribute).or_default();
                sum.hits += usize::from(hit);
                sum.of += 1;
            }
        }
        let found: BTreeSet<_> = pairs.iter().map(|pair| pair.fact).collect();
        let missed = self.facts.iter().enumerate().filter(|(at, _)| !found.contains(at));
        if [Kind::Violence, Kind::Toll, Kind::Truce].contains(&self.kind) {
            for (_, (_, quote)) in missed.clone().filter(|(_, (_, q))| self.unclaimed(reading, *q))
            {
                let shown = harm_notes(reading).any(|n| quote.shared(n) > 0);
                scores.unclaimed.of += 1;
                scores.unclaimed.hits += usize::from(shown);
            }
        }
        tally.noted = missed.filter(|(_, (_, quote))| noted(reading, *quote)).count();
        if tally != Tally::default() {
            *scores.kinds.entry(self.kind).or_default() += tally;
        }
        let told = pairs.iter().map(|pair| pair.claim).collect();
        scores.failures.extend(self.failures(&found, &told));
    }

    /// Whether the sentence in which the fact stands has no claim of any kind.
    fn unclaimed(&self, reading: Option<&Reading>, quote: Stretch) -> bool {
        let scalars: Vec<char> = self.gold.text.chars().collect();
        let at = |offset: i64| usize::try_from(offset).unwrap_or_default().min(scalars.len());
        let ends = |c: &char| ['.', '\n', '!', '?', '؟', '؛'].contains(c);
        let start = scalars[..at(quote.start)].iter().rposition(ends).map_or(0, |i| i + 1);
        let end = scalars[at(quote.end)..].iter().position(ends);
        let end = end.map_or(scalars.len(), |i| at(quote.end) + i);
        let sentence = Stretch::from(Span::new(start, end));
        let claims = reading.map_or(&[][..], |reading| &reading.claims);
        !claims.iter().any(|claim| Stretch::of_claim(claim).shared(sentence) > 0)
    }

    fn failures(&self, found: &BTreeSet<usize>, told: &BTreeSet<usize>) -> Vec<Failure> {
        let failure =
            |missed, text| Failure { kind: self.kind, missed, report: self.gold.id.clone(), text };
        let missed = self.facts.iter().enumerate().filter(|(at, _)| !found.contains(at));
        let spurious = self.claims.iter().enumerate().filter(|(at, _)| !told.contains(at));
        missed
            .map(|(_, (fact, _))| failure(true, fact.quote.clone()))
            .chain(spurious.map(|(_, (_, at))| failure(false, at.slice(&self.gold.text))))
            .collect()
    }
}

/// Whether at least half of a missed fact lies inside one note `unread_harm`: then a person sees
/// that something there was not understood.
fn noted(reading: Option<&Reading>, quote: Stretch) -> bool {
    harm_notes(reading).any(|note| 2 * quote.shared(note) >= quote.len())
}

/// Where the notes `unread_harm` stand.
fn harm_notes(reading: Option<&Reading>) -> impl Iterator<Item = Stretch> {
    let notes = reading.map_or(&[][..], |reading| &reading.notes);
    let harm = notes.iter().filter(|note| note.kind == NoteKind::UnreadHarm);
    harm.map(|note| Stretch::from(note.span))
}
