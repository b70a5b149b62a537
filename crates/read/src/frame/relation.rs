//! Relations between a trigger and the phrases around it.

use std::ops::Range;

use hudna_model::{Name, Party, PartyKind};

use crate::doc::{Clause, Doc, Mention};
use crate::frame::english;
use crate::frame::phrase::{Phrase, is_only_verb, phrases};
use crate::lang::ar::Feat;
use crate::layers::place::Found;
use crate::pack::frames::{Filler, Rel};
use crate::pack::registers::{FormKind, PartyForm};

/// Finds the fillers of roles around one trigger.
pub struct Matcher<'d, 'a> {
    /// The report.
    pub doc: &'d Doc<'a>,
    /// The trigger's clause.
    pub clause: &'d Clause,
    /// The trigger's sentence.
    pub sentence: &'d Range<usize>,
    /// Tokens of the trigger.
    pub trigger: &'d Range<usize>,
    /// Phrases of the clause.
    pub phrases: &'d [Phrase],
    /// Places of the report.
    pub places: &'d [Found],
}

impl Matcher<'_, '_> {
    /// The phrase that fills the role in this way, not overlapping what is taken.
    pub fn find(&self, filler: &Filler, taken: &[Range<usize>]) -> Option<Phrase> {
        if self.doc.is_english() {
            return english::find(self, filler, taken);
        }
        let free = |p: &&Phrase| !taken.iter().any(|t| overlaps(t, &p.at)) && self.fits(p, filler);
        let list = self.phrases;
        let after = || list.iter().filter(|p| p.at.start >= self.trigger.end);
        let before = || list.iter().rev().filter(|p| p.at.end <= self.trigger.start);
        let bare = |p: &&Phrase| p.preposition.is_none() && !p.beyond_verb;
        match &filler.rel {
            Rel::Subject => self.subject(&free),
            Rel::Object => after().filter(bare).find(free).cloned(),
            Rel::Idafa => after().next().filter(|p| self.touches(p)).filter(free).cloned(),
            Rel::Adjective => self.adjective(),
            Rel::Preposition(words) => {
                let governed =
                    |p: &&Phrase| p.preposition.as_ref().is_some_and(|w| words.contains(w));
                after().find(|p| governed(p) && free(p)).cloned()
            }
            Rel::Before => before().find(free).cloned(),
            Rel::After => after().find(free).cloned(),
            Rel::Clause => after().find(free).or_else(|| before().find(free)).cloned(),
            Rel::Sentence => self.in_sentence(filler),
            Rel::Itself | Rel::Count => {
                Some(Phrase { at: self.trigger.clone(), preposition: None, beyond_verb: false })
            }
        }
    }

    fn touches(&self, p: &Phrase) -> bool {
        p.preposition.is_none() && p.at.start == self.trigger.end
    }

    /// After a verb the first phrase without preposition; else the last one before it. Of a
    /// noun, the subject of the light verb that carries it ("the planes launched raids").
    fn subject(&self, free: &dyn Fn(&&Phrase) -> bool) -> Option<Phrase> {
        let verb = self.doc.mention_at(self.trigger.start).is_some_and(Mention::is_verb);
        let bare = |p: &&Phrase| p.preposition.is_none() && !p.beyond_verb;
        if verb {
            let after = self.phrases.iter().filter(|p| p.at.start >= self.trigger.end);
            if let Some(found) = after.filter(bare).find(free) {
                return Some(found.clone());
            }
            let before = self.phrases.iter().rev().filter(|p| p.at.end <= self.trigger.start);
            return before.filter(bare).find(free).cloned();
        }
        let light = self.light_verb()?;
        let mut between = self.phrases.iter().filter(|p| {
            p.at.start >= light && p.at.end <= self.trigger.start && p.preposition.is_none()
        });
        let found = between.find(free).cloned();
        found.or_else(|| {
            let before = self.phrases.iter().rev().filter(|p| p.at.end <= light);
            before.filter(|p| p.preposition.is_none()).find(free).cloned()
        })
    }

    fn light_verb(&self) -> Option<usize> {
        let before = self.clause.at.start..self.trigger.start;
        self.doc
            .mentions_in(&before)
            .rev()
            .find(|m| m.is_verb() && m.lexeme(self.doc.lang, "light").is_some())
            .map(|m| m.at.start)
    }

    /// An adjective of a party within the two words behind the trigger.
    fn adjective(&self) -> Option<Phrase> {
        let behind = self.trigger.end..(self.trigger.end + 2).min(self.clause.at.end);
        let found = self.doc.mentions_in(&behind).find(|m| {
            m.parties(self.doc.lang).any(|f| f.kind == FormKind::Adjective) && !m.conjunction
        })?;
        Some(Phrase { at: found.at.clone(), preposition: None, beyond_verb: false })
    }

    pub(super) fn in_sentence(&self, filler: &Filler) -> Option<Phrase> {
        let list = phrases(self.doc, self.sentence, self.trigger);
        let distance = |p: &&Phrase| {
            if p.at.start >= self.trigger.end {
                p.at.start - self.trigger.end
            } else {
                self.trigger.start.saturating_sub(p.at.end) + 3
            }
        };
        list.iter().filter(|p| self.fits(p, filler)).min_by_key(distance).cloned()
    }

    pub(super) fn fits(&self, phrase: &Phrase, filler: &Filler) -> bool {
        filler.filter.is_empty() && self.doc.quantity_at(phrase.at.start).is_none()
            || filler.filter.iter().any(|f| self.is(phrase, f))
    }

    fn is(&self, phrase: &Phrase, sort: &str) -> bool {
        let doc = self.doc;
        let mut mentions = doc.mentions_in(&phrase.at);
        let party = |m: &Mention, kinds: &[PartyKind]| {
            m.parties(doc.lang).any(|f| {
                f.kind != FormKind::Adjective && kinds.contains(&doc.pack.parties[f.party].kind)
            })
        };
        use PartyKind::*;
        match sort {
            "place" => self.places.iter().any(|f| overlaps(&f.at, &phrase.at)),
            "quantity" => doc.quantity_at(phrase.at.start).is_some(),
            "party" => mentions.any(|m| m.parties(doc.lang).any(|f| f.kind != FormKind::Adjective)),
            "person" => mentions.any(|m| {
                party(m, &[Person, State, Body, Political, Ngo, Monitor])
                    || m.lexeme(doc.lang, "office").is_some()
            }),
            "speaker" => self.may_speak(phrase, &mut mentions, &party),
            "force" => mentions.any(|m| {
                party(m, &[State, Force, ArmedGroup, Political])
                    || m.lexeme(doc.lang, "force").is_some()
            }),
            class => mentions.any(|m| m.lexeme(doc.lang, class).is_some()),
        }
    }

    /// Offices and parties speak wherever they stand; an unknown name only right behind the verb.
    fn may_speak<'m>(
        &self,
        phrase: &Phrase,
        mentions: &mut impl Iterator<Item = &'m Mention>,
        party: &dyn Fn(&Mention, &[PartyKind]) -> bool,
    ) -> bool {
        use PartyKind::*;
        const ALL: [PartyKind; 9] =
            [State, Force, ArmedGroup, Political, Body, Monitor, Ngo, Person, Media];
        let known = mentions.any(|m| party(m, &ALL) || m.lexeme(self.doc.lang, "office").is_some());
        let head = self.doc.mention_at(phrase.at.start);
        let strange = head.is_none() && self.doc.tokens[phrase.at.start].text.chars().count() > 2;
        known || (strange && phrase.at.start == self.trigger.end)
    }
}

/// Whether two ranges of tokens share one.
pub fn overlaps(a: &Range<usize>, b: &Range<usize>) -> bool {
    a.start < b.end && b.start < a.end
}

/// The name that some tokens give, with the party it is known to mean.
pub fn name_of(doc: &Doc<'_>, at: &Range<usize>) -> Name {
    let span = doc.bare_span(at);
    let party = party_of(doc, at);
    Name {
        text: doc.slice(span).to_owned(),
        span,
        party: party.map(|p| p.id.clone()),
        name: party.map(|p| p.name.en.clone()),
    }
}

/// The party that some tokens are known to mean: a person's name before an office, a name before
/// an epithet, and only what was so named on the day of publication.
pub fn party_of<'d>(doc: &Doc<'d>, at: &Range<usize>) -> Option<&'d Party> {
    let rank = |kind: FormKind, person: bool| match (kind, person) {
        (FormKind::Name, true) => 0,
        (FormKind::Office, _) => 1,
        (FormKind::Name, _) => 2,
        (FormKind::Epithet, _) => 3,
        (FormKind::Metonym, _) => 4,
        (FormKind::Adjective, _) => 5,
    };
    let parties = &doc.pack.parties;
    let forms = doc.mentions_in(at).flat_map(|m| m.parties(doc.lang).map(move |f| (m.at.start, f)));
    let best = forms.filter(|(_, f)| in_force(doc, f)).min_by_key(|(start, f)| {
        (rank(f.kind, parties[f.party].kind == PartyKind::Person), *start, f.party)
    });
    best.map(|(_, f)| &parties[f.party])
}

/// Whether the form was in use on the day of publication.
fn in_force(doc: &Doc<'_>, form: &PartyForm) -> bool {
    if form.from.is_none() && form.to.is_none() {
        return true;
    }
    let Some(day) = doc.published.map(|d| d.to_string()) else { return true };
    form.from.as_ref().is_none_or(|from| *from <= day)
        && form.to.as_ref().is_none_or(|to| day <= *to)
}

/// Whether the mention is a verb here: a finite form that no noun contests.
pub fn acts_as_verb(doc: &Doc<'_>, mention: &Mention, feat: Feat) -> bool {
    feat.is_verb() && (is_only_verb(doc, mention) || mention.preposition.is_none())
}
