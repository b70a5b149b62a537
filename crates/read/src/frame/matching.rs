//! Frames matched on triggers: which shape fits, and what fills its roles.

use std::collections::BTreeMap;
use std::ops::Range;

use crate::doc::{Doc, Mention};
use crate::frame::phrase::{Phrase, phrases};
use crate::frame::relation::Matcher;
use crate::lang::ar::Feat;
use crate::layers::place::Found;
use crate::layers::scope::{Layers, layers};
use crate::layers::speaker::complement_follows;
use crate::pack::frames::{Frame, Rel, Shape};
use crate::pack::lexicon::Lexeme;
use crate::tagger::tagged::Stretch;

/// A frame that matched.
pub struct Match<'a> {
    /// The rule.
    pub frame: &'a Frame,
    /// The word order.
    pub shape: &'a Shape,
    /// Index of the clause.
    pub clause: usize,
    /// Tokens of the trigger.
    pub trigger: Range<usize>,
    /// The trigger's word.
    pub lexeme: &'a Lexeme,
    /// Its form.
    pub feat: Feat,
    /// Filled roles.
    pub roles: BTreeMap<&'a str, Phrase>,
    /// Cues around it.
    pub layers: Layers,
    /// The stretch in which the tagger saw it, when no rule did.
    pub seen: Option<Stretch>,
}

impl Match<'_> {
    /// Name of the rule as claims carry it: frame and shape.
    pub fn rule(&self) -> String {
        format!("{}#{}", self.frame.id, self.shape.name)
    }
}

/// Matches all frames on all triggers; of several of one kind on one trigger the best stays.
pub fn all<'a>(doc: &Doc<'a>, places: &[Found]) -> Vec<Match<'a>> {
    let mut out = Vec::new();
    for (index, clause) in doc.clauses.iter().enumerate() {
        for mention in doc.mentions_in(&clause.at) {
            let mut found: Vec<Match<'a>> = Vec::new();
            for (lexeme, feat) in mention.lexemes(doc.lang) {
                let frames = lexeme.frames.iter().map(|f| &doc.lang.frames[*f as usize]);
                for frame in frames.filter(|_| complemented(doc, clause, mention, lexeme)) {
                    found.extend(best_shape(doc, places, index, mention, frame, lexeme, feat));
                }
            }
            keep_best(&mut found);
            out.extend(found);
        }
    }
    out
}

/// An entry with complements counts only when one of them follows.
fn complemented(
    doc: &Doc<'_>,
    clause: &crate::doc::Clause,
    mention: &Mention,
    lexeme: &Lexeme,
) -> bool {
    lexeme.complements.is_empty()
        || lexeme.complements.iter().any(|c| complement_follows(doc, clause, mention.at.end, c))
}

fn best_shape<'a>(
    doc: &Doc<'a>,
    places: &[Found],
    clause: usize,
    mention: &Mention,
    frame: &'a Frame,
    lexeme: &'a Lexeme,
    feat: Feat,
) -> Option<Match<'a>> {
    let layers = layers(
        doc,
        &doc.clauses[clause],
        mention.at.start,
        ["violence", "toll"].contains(&frame.kind.as_str()),
    );
    let participle = feat == Feat::Active || doc.is_english() && feat == Feat::Passive;
    frame.shapes.iter().find_map(|shape| {
        let form_fits = match shape.form.as_str() {
            "verb" => feat.is_verb() || participle,
            "noun" => !(feat.is_verb() || participle && doc.is_english()),
            _ => true,
        };
        let layer_fits = shape.layer.as_ref().is_none_or(|l| l == layers.modality.as_str());
        let roles = (form_fits && layer_fits)
            .then(|| fill(doc, places, clause, mention, (shape, lexeme)))?;
        let complete = shape.need.iter().all(|r| roles.contains_key(r.as_str()))
            && (shape.one_of.is_empty()
                || shape.one_of.iter().any(|r| roles.contains_key(r.as_str())))
            && (lexeme.tag("weak").is_none() || supported(&roles));
        complete.then(|| {
            let trigger = mention.at.clone();
            Match { frame, shape, clause, trigger, lexeme, feat, roles, layers, seen: None }
        })
    })
}

/// A word that is often not violence needs a force, weapon, target or group beside it.
fn supported(roles: &BTreeMap<&str, Phrase>) -> bool {
    ["actor", "target", "means", "side", "event", "participants", "count", "task"]
        .iter()
        .any(|r| roles.contains_key(r))
}

fn fill<'a>(
    doc: &Doc<'a>,
    places: &[Found],
    clause: usize,
    mention: &Mention,
    (shape, lexeme): (&'a Shape, &Lexeme),
) -> BTreeMap<&'a str, Phrase> {
    let clause = &doc.clauses[clause];
    let sentence = &doc.sentences[clause.sentence];
    let list = phrases(doc, &clause.at, &mention.at);
    let matcher = Matcher { doc, clause, sentence, trigger: &mention.at, phrases: &list, places };
    let mut roles = BTreeMap::new();
    let mut taken = Vec::new();
    // The actor first: what is left is the target.
    let order = |role: &str| match role {
        "actor" | "speaker" | "who" => 0,
        "target" | "addressee" => 1,
        _ => 2,
    };
    let mut wanted: Vec<_> = shape.roles.iter().collect();
    wanted.sort_by_key(|(role, _)| (order(role), role.as_str()));
    for (role, fillers) in wanted {
        let exclusive = order(role) < 2;
        let none = Vec::new();
        // "fired rockets at the town": the object is what it is done with.
        let thrown = doc.is_english() && role == "target" && lexeme.tag("obj") == Some("means");
        let fillers = fillers.iter().filter(|f| !(thrown && f.rel == Rel::Object));
        let found =
            fillers.clone().find_map(|f| matcher.find(f, if exclusive { &taken } else { &none }));
        if let Some(phrase) = found {
            if exclusive {
                taken.push(phrase.at.clone());
            }
            roles.insert(role.as_str(), phrase);
        }
    }
    roles
}

/// Of several matches of one kind on one trigger: most roles, then verb over noun, then id.
fn keep_best(found: &mut Vec<Match<'_>>) {
    found.sort_by(|a, b| {
        let rank = |m: &Match<'_>| (m.roles.len(), m.shape.form == "verb");
        a.frame
            .kind
            .cmp(&b.frame.kind)
            .then(rank(b).cmp(&rank(a)))
            .then(a.frame.id.cmp(&b.frame.id))
    });
    found.dedup_by(|b, a| a.frame.kind == b.frame.kind);
}
