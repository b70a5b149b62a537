//! How sentences are put together: names from the registers, clauses, cites.

use hudna_model::{Bilingual, Lang, Moment, Situation};

use crate::bidi::isolate;
use crate::brief::{Cite, CiteKind, Cites};
use crate::dates::is_span;
use crate::fold::fold;
use crate::glosses;
use crate::labels::Label;
use crate::messages::{Messages, Value};
use crate::names::NameWords;
use crate::things;

/// The words of a sentence and what it rests on, before it has its number.
pub(crate) struct Line {
    pub text: Bilingual,
    pub cites: Cites,
}

/// The register's entry for armed groups that a report names by an epithet alone: it names nobody.
pub const NOBODY: &str = "unnamed-armed-groups";

/// Says things about one situation.
pub(crate) struct Speaker<'s> {
    pub situation: &'s Situation,
    pub messages: Messages,
    names: NameWords,
}

impl<'s> Speaker<'s> {
    pub fn new(situation: &'s Situation) -> Self {
        Self { situation, messages: Messages::new(), names: NameWords::new() }
    }

    /// The message in both languages, with texts of the other direction isolated.
    pub fn say(&self, id: &str, args: &[(&str, Value)]) -> Bilingual {
        let isolated = args.iter().map(|(name, value)| match value {
            Value::Text(text) => (*name, Value::Both(in_both(text))),
            other => (*name, other.clone()),
        });
        self.messages.both(id, &isolated.collect::<Vec<_>>())
    }

    pub fn label(&self, value: impl Label) -> Bilingual {
        self.messages.label_both(value)
    }

    /// Words of somebody else, in quotation marks.
    pub fn quote(&self, text: &str) -> Bilingual {
        self.say("quoted", &[("a", text.into())])
    }

    /// Words as a quotation, with their meaning in the language that they are not in, if the tables
    /// of glosses have it.
    pub fn glossed(&self, words: &str) -> Bilingual {
        let quoted = self.quote(words);
        let gloss = glosses::beside(words);
        let said = self.say("p-gloss", &[("gloss", gloss.clone().into())]);
        let both = self.pair("in-brackets", quoted.clone(), said);
        let pick = |gloss: &str, plain: String, both: String| match gloss.is_empty() {
            true => plain,
            false => both,
        };
        Bilingual::new(pick(&gloss.ar, quoted.ar, both.ar), pick(&gloss.en, quoted.en, both.en))
    }

    /// The neutral name of a party or place of the registers, by its id or by the words; else the
    /// words as a quotation if they are one clear name; else none, for a misreading's words.
    pub fn party(&self, id_or_words: &str) -> Option<Bilingual> {
        if id_or_words == NOBODY {
            return None;
        }
        if let Some(party) = self.situation.parties.get(id_or_words) {
            return Some(party.name.clone());
        }
        let parts = self.names.parts(id_or_words);
        if let [_] = parts.as_slice() {
            let quoted = || self.names.clear(id_or_words).then(|| self.glossed(id_or_words));
            return self.registered(id_or_words).or_else(quoted);
        }
        let known: Option<Vec<Bilingual>> = parts.iter().map(|p| self.registered(p)).collect();
        known.filter(|names| !names.is_empty()).map(|names| self.list(&names))
    }

    /// The party, then the place, whose neutral name these words are.
    fn registered(&self, words: &str) -> Option<Bilingual> {
        let wanted = fold(words);
        let same = |name: &&Bilingual| fold(&name.ar) == wanted || fold(&name.en) == wanted;
        let parties = self.situation.parties.values().map(|p| &p.name);
        let places = self.situation.places.values().map(|p| &p.name);
        parties.chain(places).find(same).cloned()
    }

    /// The party of a name as written, likewise.
    pub fn name(&self, name: &hudna_model::Name) -> Option<Bilingual> {
        self.party(name.party.as_deref().unwrap_or(&name.text))
    }

    /// Names that may be printed, each once.
    pub fn names<'n>(
        &self,
        names: impl IntoIterator<Item = &'n hudna_model::Name>,
    ) -> Vec<Bilingual> {
        once_each(names.into_iter().filter_map(|n| self.name(n)))
    }

    /// A party whom the agreement's own data name: never words of a report.
    pub fn member(&self, id: &str) -> Bilingual {
        self.party(id).unwrap_or_else(|| self.quote(id))
    }

    /// The name of a place, else its words if they are one clear name, else "place not told".
    pub fn place(&self, id: Option<&str>, words: Option<&str>) -> Bilingual {
        let known = id.and_then(|id| self.situation.places.get(id)).map(|p| p.name.clone());
        let clear = |words: &&str| self.names.clear(words);
        known
            .or_else(|| id.and_then(|id| self.area_name(id)))
            .or_else(|| words.filter(clear).map(|words| self.glossed(words)))
            .unwrap_or_else(|| self.say("i-place-unknown", &[]))
    }

    /// Name of an area of which a state is told.
    pub fn area_name(&self, id: &str) -> Option<Bilingual> {
        self.situation.areas.iter().find(|a| a.area == id).map(|a| a.name.clone())
    }

    /// Whether the place lies in the country of the areas and is smaller than it: by the chain of
    /// its parents as far as it is known, then by the country that begins an id (`sy-aleppo`).
    pub fn inside_country(&self, id: &str) -> bool {
        let here = self.situation.areas.first().map(|a| self.country(&a.area));
        here.is_some_and(|here| self.country(id) == here && id != here)
    }

    fn country(&self, id: &str) -> String {
        let places = &self.situation.places;
        let mut root = id;
        // A chain is at most as long as the register, so a circle in the data ends too.
        for _ in 0..places.len() {
            let parent = places.get(root).and_then(|p| p.parent.as_deref());
            root = parent.unwrap_or(root);
        }
        root.split_once('-').map_or(root, |(country, _)| country).to_owned()
    }

    pub fn source(&self, id: &str) -> Bilingual {
        match self.situation.sources.get(id) {
            Some(source) => source.name.clone(),
            None => self.quote(id),
        }
    }

    pub fn day(&self, iso: &str) -> Bilingual {
        self.per_lang(|lang| self.messages.day(lang, iso))
    }

    /// Days of which one is meant: "on 27 or 28 April 2016", "between 27 and 30 April 2016".
    pub fn on_days(&self, start: &str, end: &str) -> Bilingual {
        let days = self.days_uncertain(start, end);
        match is_span(start, end) {
            true => days,
            false => self.say("date-on", &[("day", days.into())]),
        }
    }

    /// See [`Messages::days_uncertain`].
    pub fn days_uncertain(&self, start: &str, end: &str) -> Bilingual {
        self.per_lang(|lang| self.messages.days_uncertain(lang, start, end))
    }

    pub fn moment(&self, moment: Moment) -> Bilingual {
        self.per_lang(|lang| self.messages.moment(lang, moment))
    }

    /// A moment as told at the place of the brief: see [`Messages::moment_here`].
    pub fn moment_here(&self, moment: Moment) -> Bilingual {
        let here = self.situation.as_of;
        self.per_lang(|lang| self.messages.moment_here(lang, moment, here))
    }

    fn per_lang(&self, say: impl Fn(Lang) -> String) -> Bilingual {
        Bilingual::new(say(Lang::Ar), say(Lang::En))
    }

    /// "A, B and C".
    pub fn list(&self, items: &[Bilingual]) -> Bilingual {
        let Some((last, firsts)) = items.split_last() else { return Bilingual::default() };
        let head = firsts.iter().cloned().reduce(|a, b| self.pair("list-more", a, b));
        match head {
            Some(head) => self.pair("list-pair", head, last.clone()),
            None => last.clone(),
        }
    }

    pub fn pair(&self, id: &str, a: Bilingual, b: Bilingual) -> Bilingual {
        self.messages.both(id, &[("a", a.into()), ("b", b.into())])
    }

    /// "Lead: clause; clause." as one sentence.
    pub fn sentence(&self, lead: Bilingual, clauses: Vec<Bilingual>) -> Bilingual {
        let body = clauses.into_iter().reduce(|a, b| self.pair("clause-join", a, b));
        let whole = match body {
            Some(body) => self.pair("lead-join", lead, body),
            None => lead,
        };
        self.stopped(whole)
    }

    /// Clauses of one rank as a sentence: "clause; clause."
    pub fn clauses(&self, clauses: Vec<Bilingual>) -> Bilingual {
        let whole = clauses.into_iter().reduce(|a, b| self.pair("clause-join", a, b));
        self.stopped(whole.unwrap_or_default())
    }

    /// "Lead: Sentence. Sentence." for texts that are whole sentences of their own.
    pub fn paragraph(&self, lead: Bilingual, sentences: Vec<Bilingual>) -> Bilingual {
        let stopped = sentences.into_iter().map(|text| self.stopped(text));
        let body = stopped.reduce(|a, b| self.pair("sentence-join", a, b));
        self.sentence(lead, body.into_iter().collect())
    }

    /// With a full stop, unless the text brings one, and a capital where English wants it.
    fn stopped(&self, text: Bilingual) -> Bilingual {
        let stop = |lang: Lang| {
            let text = text.get(lang).trim_end();
            let bare = text.strip_suffix('.').unwrap_or(text);
            self.messages.text(lang, "full-stop", &[("a", bare.into())])
        };
        Bilingual::new(stop(Lang::Ar), capital(&stop(Lang::En)))
    }

    pub fn cite(&self, kind: CiteKind, id: &str) -> Cite {
        Cite { kind, id: id.to_owned(), label: things::label(self, kind, id) }
    }

    /// Cites of one kind, in order.
    pub fn cites<'a>(
        &self,
        kind: CiteKind,
        ids: impl IntoIterator<Item = &'a String>,
    ) -> Vec<Cite> {
        ids.into_iter().map(|id| self.cite(kind, id)).collect()
    }

    /// A part of the agreement: an instrument, a term, a window's assertion, an open question.
    pub fn agreement_part(&self, part: &str) -> Cite {
        let id = format!("{}#{part}", self.situation.agreement.id);
        self.cite(CiteKind::Agreement, &id)
    }
}

/// The same text for both languages, isolated as each needs it.
pub(crate) fn in_both(text: &str) -> Bilingual {
    Bilingual::new(isolate(text, Lang::Ar), isolate(text, Lang::En))
}

/// Every text once, in order.
pub(crate) fn once_each(texts: impl IntoIterator<Item = Bilingual>) -> Vec<Bilingual> {
    let mut seen: Vec<Bilingual> = Vec::new();
    for text in texts {
        if !seen.contains(&text) {
            seen.push(text);
        }
    }
    seen
}

/// A text of other data as a clause: without its full stop.
pub(crate) fn bare(text: &Bilingual) -> Bilingual {
    let cut = |text: &str| text.trim().trim_end_matches('.').to_owned();
    Bilingual::new(cut(&text.ar), cut(&text.en))
}

fn capital(text: &str) -> String {
    let mut chars = text.chars();
    match chars.next() {
        Some(first) => first.to_uppercase().chain(chars).collect(),
        None => String::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sentence_begins_with_a_capital() {
        assert_eq!(capital("overdue"), "Overdue");
        assert_eq!(capital(""), "");
    }
}
