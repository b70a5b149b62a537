//! Everybody who has spoken in a report: short mentions resolve to the fullest one, and a verb
//! without a subject keeps the last speaker whose gender fits.

use hudna_model::{Name, PartyKind};

use crate::doc::{Doc, Mention};
use crate::frame::relation::name_of;
use crate::lang::ar::Feat;
use crate::layers::person::{Head, Np};
use crate::pack::registers::FormKind;

/// A speaker as known so far.
#[derive(Debug, Clone)]
pub struct Speaker {
    /// The fullest mention.
    pub name: Name,
    /// A source without a name.
    pub anonymous: bool,
    /// A medium that passes on what it heard.
    pub media: bool,
    /// The phrase's words, folded, without article and clitics.
    words: Vec<String>,
    /// A post, a body, a person or an unknown word heads it.
    head: Head,
    /// Told by a feminine word.
    pub feminine: bool,
    /// A personal name is told.
    named: bool,
    /// A title without a name that many bear.
    generic: bool,
}

/// Speakers in the order of their last word.
#[derive(Debug, Default)]
pub struct Cast {
    list: Vec<Speaker>,
}

/// How many speakers are remembered.
const LONGEST_CAST: usize = 64;

/// How many speakers back a verb's gender may look.
const MEMORY: usize = 3;

impl Cast {
    /// Takes a speaker in, and gives the fullest mention of the same one. Whoever speaks `aside`,
    /// within what another says, is known from then on but does not become the last to speak.
    pub fn enter(&mut self, doc: &Doc<'_>, np: &Np, aside: bool) -> Speaker {
        let new = speaker(doc, np);
        let place = self.find(&new);
        let mut found = place.map_or_else(|| new.clone(), |i| self.list.remove(i));
        if new.words.len() > found.words.len() && !new.generic {
            found = new;
        }
        let at = if aside { place.unwrap_or(0) } else { self.list.len() };
        self.list.insert(at, found.clone());
        if self.list.len() > LONGEST_CAST {
            self.list.remove(0);
        }
        found
    }

    /// The fullest mention of whoever is named so, who does not enter by it.
    pub fn same(&self, doc: &Doc<'_>, np: &Np) -> Speaker {
        let new = speaker(doc, np);
        let known = self.find(&new).map(|i| &self.list[i]);
        known.filter(|k| k.words.len() >= new.words.len()).cloned().unwrap_or(new)
    }

    /// The speaker of this very name.
    pub fn known(&self, name: &Name) -> Option<Speaker> {
        self.list.iter().rfind(|s| s.name == *name).cloned()
    }

    /// The same one; of a title that many bear ("المسؤول", "معاليه") whoever was named last.
    fn find(&self, new: &Speaker) -> Option<usize> {
        let same = self.list.iter().rposition(|old| is_same(old, new));
        let named = || self.list.iter().rposition(|old| old.named && old.head != Head::Group);
        same.or_else(|| if new.generic { named() } else { None })
    }

    /// Whoever spoke last.
    pub fn last(&self) -> Option<Speaker> {
        self.list.last().cloned()
    }

    /// Whoever spoke last: of a participle always, of a verb if its gender fits.
    pub fn last_if(&self, doc: &Doc<'_>, verb: &Mention, feat: Feat) -> Option<Speaker> {
        match feat {
            Feat::Active => self.list.last().cloned(),
            _ => self.carried(doc, verb, feat),
        }
    }

    /// Whoever spoke last and is a person, or is none; else whoever spoke last.
    pub fn last_of(&self, person: bool) -> Option<Speaker> {
        let one = |s: &&Speaker| (s.head != Head::Group) == person;
        self.list.iter().rev().find(one).or_else(|| self.list.last()).cloned()
    }

    /// The speaker of a verb without a subject.
    pub fn carried(&self, doc: &Doc<'_>, verb: &Mention, feat: Feat) -> Option<Speaker> {
        let text = doc.tokens[verb.at.start].text.trim_start_matches('و');
        let feminine = match feat {
            Feat::Past => text.ends_with('ت'),
            Feat::Present => text.starts_with('ت'),
            Feat::Active => text.ends_with('ه'),
            _ => return self.list.last().cloned(),
        };
        let recent = || self.list.iter().rev().take(MEMORY);
        recent().find(|s| s.feminine == feminine).or_else(|| self.list.last()).cloned()
    }
}

fn speaker(doc: &Doc<'_>, np: &Np) -> Speaker {
    let words: Vec<String> = np
        .at
        .clone()
        .map(|i| doc.tokens[i].text.as_str())
        .filter(|t| t.chars().count() > 2)
        .map(|t| bare(t).to_owned())
        .collect();
    let tagged = |tag: &str| {
        doc.mentions_in(&np.at).any(|m| m.lexemes(doc.lang).any(|(l, _)| l.tag(tag).is_some()))
    };
    let person =
        doc.mentions_in(&np.at).any(|m| m.parties(doc.lang).any(|f| is_person(doc, f.party)));
    let by_name = doc
        .mentions_in(&np.at)
        .any(|m| m.parties(doc.lang).any(|f| f.kind == FormKind::Name && is_person(doc, f.party)));
    let media = doc.mentions_in(&np.at).take(1).any(|m| {
        m.parties(doc.lang).any(|f| doc.pack.parties[f.party].kind == PartyKind::Media)
            || m.lexemes(doc.lang).any(|(l, _)| l.is("media"))
    });
    let first = doc.tokens[np.at.start].text.as_str();
    let feminine = first.ends_with('ه')
        || first.ends_with("ات")
        || (np.head == Head::Group && !masculine(first));
    Speaker {
        name: named(doc, name_of(doc, &np.at), &np.at),
        anonymous: tagged("anon") && !person,
        media,
        words,
        head: np.head,
        feminine,
        named: person || unlisted(doc, np) > 1,
        generic: np.head == Head::Office && !by_name && is_generic(doc, np),
    }
}

fn is_person(doc: &Doc<'_>, party: usize) -> bool {
    doc.pack.parties[party].kind == PartyKind::Person
}

/// How many words of the phrase no list holds.
fn unlisted(doc: &Doc<'_>, np: &Np) -> usize {
    let strange = |i: &usize| doc.tokens[*i].is_word() && doc.mention_at(*i).is_none();
    np.at.clone().filter(strange).count()
}

/// Longest title that only points back, in tokens.
const LONGEST_TITLE: usize = 3;

/// "المسؤول", "المبعوث الأممي", "معاليه": a definite title that points back to somebody named.
fn is_generic(doc: &Doc<'_>, np: &Np) -> bool {
    let Some(m) = doc.mention_at(np.at.start).filter(|m| m.definite || m.enclitic) else {
        return false;
    };
    let tagged = m.lexemes(doc.lang).any(|(l, _)| l.tag("generic").is_some());
    tagged && np.at.len() <= LONGEST_TITLE && unlisted(doc, np) == 0
}

/// Of a person told by an office only the name, where the report gives it.
fn named(doc: &Doc<'_>, name: Name, at: &std::ops::Range<usize>) -> Name {
    let party = |m: &Mention| {
        m.parties(doc.lang).any(|f| {
            f.kind == FormKind::Name && Some(&doc.pack.parties[f.party].id) == name.party.as_ref()
        })
    };
    let person = name.party.as_ref().is_some_and(|id| {
        doc.pack.parties.iter().any(|p| p.id == *id && p.kind == PartyKind::Person)
    });
    if !person || doc.mentions_in(at).any(party) {
        return name;
    }
    let fullest = doc.mentions.iter().filter(|m| party(m)).max_by_key(|m| m.at.len());
    fullest.map_or(name.clone(), |m| name_of(doc, &m.at))
}

/// Bodies whose name is masculine in form: the rest of states and bodies take a feminine verb.
fn masculine(word: &str) -> bool {
    word.starts_with("ال") && !word.ends_with('ه')
}

fn bare(word: &str) -> &str {
    let word = word.strip_prefix("وال").or(word.strip_prefix("لل")).unwrap_or(word);
    word.strip_prefix("ال").unwrap_or(word)
}

/// The same speaker: the same known person, or all words of the shorter phrase in the longer.
fn is_same(old: &Speaker, new: &Speaker) -> bool {
    if old.name.party.is_some() && old.name.party == new.name.party && old.head != Head::Group {
        return true;
    }
    let group = |s: &Speaker| s.head == Head::Group;
    if group(old) && new.named || group(new) && old.named {
        return false;
    }
    let (short, long) = if old.words.len() <= new.words.len() { (old, new) } else { (new, old) };
    !short.words.is_empty()
        && short.words.len() < long.words.len().max(2)
        && short.words.iter().all(|w| long.words.contains(w))
        && (short.head != Head::Group || short.words.len() > 1 || long.head == Head::Group)
}
