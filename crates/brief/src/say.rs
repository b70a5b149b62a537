//! How sentences are put together: names from the registers, clauses, cites.

use hudna_model::{Bilingual, Lang, Moment, Situation};

use crate::bidi::isolate;
use crate::brief::{Cite, CiteKind, Cites};
use crate::labels::Label;
use crate::messages::{Messages, Value};
use crate::things;

/// The words of a sentence and what it rests on, before it has its number.
pub(crate) struct Line {
    pub text: Bilingual,
    pub cites: Cites,
}

/// Says things about one situation.
pub(crate) struct Speaker<'s> {
    pub situation: &'s Situation,
    pub messages: Messages,
}

impl<'s> Speaker<'s> {
    pub fn new(situation: &'s Situation) -> Self {
        Self { situation, messages: Messages::new() }
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

    /// The neutral name of a party; a name that the register lacks is a quotation.
    pub fn party(&self, id_or_words: &str) -> Bilingual {
        match self.situation.parties.get(id_or_words) {
            Some(party) => party.name.clone(),
            None => self.quote(id_or_words),
        }
    }

    /// The party of a name as written, likewise.
    pub fn name(&self, name: &hudna_model::Name) -> Bilingual {
        self.party(name.party.as_deref().unwrap_or(&name.text))
    }

    /// The name of a place, else the words in quotation marks, else "place not told".
    pub fn place(&self, id: Option<&str>, words: Option<&str>) -> Bilingual {
        match (id.and_then(|id| self.situation.places.get(id)), words) {
            (Some(place), _) => place.name.clone(),
            (None, Some(words)) => self.quote(words),
            (None, None) => match id.and_then(|id| self.area_name(id)) {
                Some(name) => name,
                None => self.say("i-place-unknown", &[]),
            },
        }
    }

    /// Name of an area of which a state is told.
    pub fn area_name(&self, id: &str) -> Option<Bilingual> {
        self.situation.areas.iter().find(|a| a.area == id).map(|a| a.name.clone())
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

    pub fn days(&self, start: &str, end: &str) -> Bilingual {
        self.per_lang(|lang| self.messages.days(lang, start, end))
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

fn capital(text: &str) -> String {
    let mut chars = text.chars();
    match chars.next() {
        Some(first) => first.to_uppercase().chain(chars).collect(),
        None => String::new(),
    }
}

/// The first words of `text`, at most `limit` characters, cut between words and marked `…`.
pub(crate) fn shortened(text: &str, limit: usize) -> String {
    let flat = text.split_whitespace().collect::<Vec<_>>().join(" ");
    if flat.chars().count() <= limit {
        return flat;
    }
    let cut: String = flat.chars().take(limit).collect();
    let whole_words = cut.rsplit_once(' ').map_or(cut.as_str(), |(head, _)| head);
    format!("{whole_words} …")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn long_words_are_cut_between_words_and_marked() {
        assert_eq!(shortened("one  two", 10), "one two");
        assert_eq!(shortened("one two three", 10), "one two …");
    }

    #[test]
    fn a_sentence_begins_with_a_capital() {
        assert_eq!(capital("overdue"), "Overdue");
        assert_eq!(capital(""), "");
    }
}
