//! Whether a report is about armed conflict at all. Sport, weather, trade, illness and art have
//! their attacks, sieges and truces too; what tells them apart is who is named: forces, parties,
//! states and weapons stand close in reports of a conflict, and words of other fields do not.

use std::ops::Range;

use hudna_model::PartyKind;

use crate::doc::{Doc, Mention};

/// How far around a claim is looked, in tokens to each side.
const AROUND: usize = 300;

/// Shortest stretch that is judged by how close such words stand, in tokens.
const LONG: usize = 100;

/// How many such words a longer stretch has at least in a hundred tokens. In harmless prose there
/// are fewer than 1.2, in nine of ten annotated reports with facts more than 2.
const LEAST_IN_HUNDRED: usize = 1;

/// How many words of force and harm a stretch that names nobody has at least in a hundred tokens:
/// a list of the dead need not say who killed them. In harmless prose there are fewer than 3.6.
const HARM_IN_HUNDRED: usize = 4;

/// What a report names, counted up to each token.
pub(super) struct Topic {
    /// Those who fight or make peace, and what they use.
    named: Vec<u32>,
    /// Words of force and harm.
    harm: Vec<u32>,
    /// Words of other fields.
    unrelated: Vec<u32>,
}

/// Classes of words of force and harm.
const HARM: [&str; 10] = [
    "strike",
    "clash",
    "ground",
    "blast",
    "kill_act",
    "attack",
    "seize_person",
    "coerce",
    "harm",
    "harmed",
];

impl Topic {
    pub(super) fn of(doc: &Doc<'_>) -> Self {
        let sums = |holds: &dyn Fn(&Mention) -> bool| {
            let mut out = vec![0; doc.tokens.len() + 1];
            for mention in doc.mentions.iter().filter(|m| holds(m)) {
                out[mention.at.start + 1] = 1;
            }
            for i in 1..out.len() {
                out[i] += out[i - 1];
            }
            out
        };
        Topic {
            named: sums(&|m| names_a_side(doc, m)),
            harm: sums(&|m| strong(doc, m, &HARM)),
            unrelated: sums(&|m| strong(doc, m, &["unrelated"])),
        }
    }

    /// Whether enough of those who fight or make peace are named around a token, or enough harm told.
    pub(super) fn is_conflict(&self, at: usize) -> bool {
        let end = (at + AROUND).min(self.named.len() - 1);
        let range = at.saturating_sub(AROUND).min(end)..end;
        let count = |sums: &[u32], r: &Range<usize>| (sums[r.end] - sums[r.start]) as usize;
        let (named, unrelated) = (count(&self.named, &range), count(&self.unrelated, &range));
        if range.len() < LONG {
            return named > 0 || unrelated == 0;
        }
        let harm = count(&self.harm, &range);
        named.saturating_sub(unrelated) * 100 >= range.len() * LEAST_IN_HUNDRED
            || harm.saturating_sub(unrelated) * 100 >= range.len() * HARM_IN_HUNDRED
    }
}

/// A party to conflicts or their diplomacy, a force, a weapon, a truce.
fn names_a_side(doc: &Doc<'_>, mention: &Mention) -> bool {
    use PartyKind::*;
    let side = |kind| matches!(kind, State | Force | ArmedGroup | Political | Body | Person);
    mention.parties(doc.lang).any(|f| side(doc.pack.parties[f.party].kind))
        || strong(doc, mention, &["force", "weapon", "truce"])
}

fn strong(doc: &Doc<'_>, mention: &Mention, classes: &[&str]) -> bool {
    let mut known = mention.lexemes(doc.lang).map(|(l, _)| l);
    known.any(|l| l.tag("weak").is_none() && classes.iter().any(|c| l.is(c)))
}
