//! How a noun phrase goes on: adjectives, second parts, names behind a post.

use crate::doc::{Doc, Mention};
use crate::frame::phrase::is_only_verb;
use crate::layers::extent::listens;
use crate::layers::person::{BREAKERS, Head, head_of, is_given, is_proper};
use crate::pack::registers::FormKind;

/// Longest quoted name, in tokens.
const LONGEST_QUOTED: usize = 5;

/// A phrase as far as it has been read.
pub(super) struct Walk<'d, 'a> {
    pub(super) doc: &'d Doc<'a>,
    head: Head,
    limit: usize,
    /// The token behind it.
    pub(super) end: usize,
    /// The article or a name has been met: what follows is an adjective or a name.
    pub(super) definite: bool,
    /// A person's name has been met.
    pub(super) named: bool,
    /// A body heads it: no personal name follows.
    pub(super) body: bool,
    /// A name heads it, not a noun.
    pub(super) proper: bool,
    /// Words of an unknown name taken.
    strange: usize,
}

impl<'d, 'a> Walk<'d, 'a> {
    pub(super) fn new(doc: &'d Doc<'a>, head: Head, limit: usize) -> Self {
        let strange = usize::from(head == Head::Strange);
        Walk {
            doc,
            head,
            limit,
            end: 0,
            definite: false,
            named: false,
            body: false,
            proper: false,
            strange,
        }
    }

    pub(super) fn is_definite(&self, i: usize) -> bool {
        let text = self.doc.tokens[i].text.trim_start_matches('و');
        let name = self
            .doc
            .mention_at(i)
            .is_some_and(|m| m.parties(self.doc.lang).any(|f| f.kind != FormKind::Adjective));
        text.starts_with("ال") || text.starts_with("لل") || name
    }

    /// Takes what stands at the end if it belongs to the phrase.
    pub(super) fn step(&mut self) -> bool {
        let i = self.end;
        let token = &self.doc.tokens[i];
        if !token.is_word() {
            return self.mark(i);
        }
        if self.doc.date_at(i).is_some() || self.doc.quantity_at(i).is_some() {
            return false;
        }
        if self.disagrees(i) {
            return false;
        }
        if is_given(self.doc, i) {
            return self.strange_word(i);
        }
        match self.doc.mention_at(i) {
            None => self.strange_word(i),
            Some(m) if m.at.start != i => false,
            Some(m) => self.known_word(i, m),
        }
    }

    /// Two or many behind one are no adjective of it but the object.
    fn disagrees(&self, i: usize) -> bool {
        let text = self.doc.tokens[i].text.as_str();
        let one = !self.doc.tokens[i - 1].text.ends_with('ن');
        self.definite && one && text.starts_with("ال") && text.ends_with("ين")
    }

    fn take(&mut self, end: usize) -> bool {
        self.end = end.min(self.limit);
        true
    }

    fn strange_word(&mut self, i: usize) -> bool {
        let text = self.doc.tokens[i].text.as_str();
        let post = self.head == Head::Office && !self.named;
        if text.starts_with("لل") {
            return post && self.take(i + 1);
        }
        if text.starts_with("بال") || text.ends_with("يا") && self.definite || self.proper {
            return false;
        }
        if text.starts_with("وال") && text.chars().count() > 5 {
            return self.head == Head::Office && self.definite && self.take(i + 1);
        }
        if text.starts_with("ال") {
            self.definite = true;
            return (self.head != Head::Person || self.strange > 0) && self.take(i + 1);
        }
        if self.body && self.definite {
            return false;
        }
        let open = match self.head {
            Head::Person => false,
            Head::Group => !self.definite,
            Head::Office => !self.definite || self.strange < 4,
            Head::Strange => self.strange < 4,
        };
        self.strange += usize::from(self.definite || self.head == Head::Strange);
        open && self.take(i + 1)
    }

    fn known_word(&mut self, i: usize, m: &Mention) -> bool {
        let doc = self.doc;
        let class = |c: &str| m.lexeme(doc.lang, c).is_some();
        if class("prep") {
            return self.prepositional(i, m);
        }
        let breaks = BREAKERS.iter().chain(&["attribution", "pron"]).any(|c| class(c));
        if breaks || is_only_verb(doc, m) {
            return false;
        }
        let head = head_of(doc, m);
        if m.conjunction {
            let joins = self.joins(head);
            if let Some(next) = head.filter(|_| joins) {
                (self.head, self.named) = (next, next == Head::Person);
                self.proper = is_proper(doc, m);
                self.definite = self.is_definite(i);
            }
            return joins && self.take(m.at.end);
        }
        match m.preposition {
            Some('ل') if listens(doc, m) => return false,
            Some('ل') => {
                let body = self.head == Head::Group && head == Some(Head::Group);
                let post = self.head == Head::Office && head.is_some() || body;
                self.definite = true;
                return post && self.take(m.at.end);
            }
            Some(_) => return false,
            None => {}
        }
        let adjective = m.parties(doc.lang).any(|f| f.kind == FormKind::Adjective);
        match head {
            Some(Head::Person) => {
                let fits = self.head != Head::Person && !self.named;
                self.named = true;
                self.definite = true;
                fits && self.take(m.at.end)
            }
            // A title behind a title ("العميد الركن"), a body inside a post ("وزير دفاع إسرائيل").
            Some(_) => {
                let title =
                    m.lexeme(doc.lang, "office").is_some_and(|(l, _)| l.tag("body").is_none());
                let fits = !self.definite || (self.head == Head::Office && title && !self.named);
                self.definite |= self.is_definite(i);
                fits && self.take(m.at.end)
            }
            None => self.plain(i, m, adjective),
        }
    }

    /// A word that heads nothing: an adjective, a place inside a post, the second part of one.
    fn plain(&mut self, i: usize, m: &Mention, adjective: bool) -> bool {
        let doc = self.doc;
        let event = [
            "truce",
            "task",
            "strike",
            "clash",
            "attack",
            "harm",
            "kill_act",
            "meet",
            "truce_event",
            "promise",
        ]
        .iter()
        .any(|c| m.lexeme(doc.lang, c).is_some());
        let definite = self.is_definite(i);
        if event && (self.definite || !definite) {
            return false;
        }
        let fits = adjective
            || definite
            || !self.definite
            || (self.strange > 0 && self.head != Head::Group);
        self.definite |= definite;
        fits && self.head != Head::Person && self.take(m.at.end)
    }

    fn joins(&self, head: Option<Head>) -> bool {
        match head {
            Some(Head::Strange) | None => false,
            Some(h) => {
                h == self.head
                    || matches!(
                        (self.head, h),
                        (Head::Person, Head::Office) | (Head::Office, Head::Person)
                    )
            }
        }
    }

    /// "المتحدث باسم الجيش", "المبعوث إلى سوريا", "قيادي في حركة حماس".
    fn prepositional(&mut self, i: usize, m: &Mention) -> bool {
        let doc = self.doc;
        let word = doc.tokens[i].text.as_str();
        if self.head != Head::Office || m.enclitic || m.conjunction {
            return false;
        }
        let next = m.at.end;
        if word == "باسم" {
            return self.in_name_of(next);
        }
        if !doc.is_particle(i, "post_link") || self.named {
            return false;
        }
        let Some(object) = doc.mention_at(next).filter(|m| m.at.start == next && !m.conjunction)
        else {
            return false;
        };
        let place =
            object.places().next().is_some() || object.lexeme(doc.lang, "locality").is_some();
        if place || head_of(doc, object).is_some() {
            self.definite = self.is_definite(next);
            return doc.date_at(next).is_none() && self.take(object.at.end);
        }
        false
    }

    /// Whom a spokesman speaks for, behind "باسم".
    pub(super) fn in_name_of(&mut self, next: usize) -> bool {
        let doc = self.doc;
        if next >= self.limit || !doc.tokens[next].is_word() {
            return next < self.limit && self.quoted(next);
        }
        self.definite = self.is_definite(next);
        let end = doc.mention_at(next).filter(|m| m.at.start == next).map(|m| m.at.end);
        self.take(end.unwrap_or(next + 1))
    }

    fn mark(&mut self, i: usize) -> bool {
        let token = &self.doc.tokens[i];
        if token.is_mark("«“\"(") && self.head != Head::Person {
            return self.quoted(i);
        }
        if token.is_mark("-") && self.doc.tokens.get(i + 1).is_some_and(|t| t.is_word()) {
            return self.doc.tokens[i].span.start == self.doc.tokens[i - 1].span.end
                && self.take(i + 2);
        }
        if token.is_mark("،,") && self.head == Head::Office && !self.named {
            return self.apposition(i);
        }
        false
    }

    /// A name in quotation marks or brackets.
    fn quoted(&mut self, i: usize) -> bool {
        let doc = self.doc;
        let close = (i + 1..self.limit.min(i + 2 + LONGEST_QUOTED))
            .find(|k| doc.tokens[*k].is_mark("»”\")"));
        let Some(close) = close else { return false };
        let verb = (i + 1..close).any(|k| {
            doc.mention_at(k)
                .is_some_and(|m| is_only_verb(doc, m) || m.lexeme(doc.lang, "that").is_some())
        });
        self.definite = true;
        !verb && close > i + 1 && self.take(close + 1)
    }

    /// "the envoy, Staffan de Mistura,": a name between a comma and what ends it.
    fn apposition(&mut self, i: usize) -> bool {
        let doc = self.doc;
        let mut k = i + 1;
        let mut words = 0;
        while k < self.limit && words < 5 {
            let token = &doc.tokens[k];
            if !token.is_word() || doc.date_at(k).is_some() {
                break;
            }
            match doc.mention_at(k) {
                None if token.text.starts_with('و') && words == 0 => return false,
                None => k += 1,
                Some(m) if m.conjunction || m.preposition.is_some() => break,
                Some(m) => match head_of(doc, m) {
                    Some(Head::Person | Head::Office) => k = m.at.end,
                    _ if words > 0 && !is_only_verb(doc, m) && !self.breaks(m) => k = m.at.end,
                    _ => break,
                },
            }
            words += 1;
        }
        let ends = doc.tokens.get(k).is_none_or(|t| {
            t.is_mark("،,:\"«“(")
                || doc.date_at(k).is_some()
                || doc.mention_at(k).is_some_and(|m| self.breaks(m) || m.preposition.is_some())
        });
        self.named = words > 0 && ends;
        self.named && self.take(k)
    }

    fn breaks(&self, m: &Mention) -> bool {
        m.lexemes(self.doc.lang).any(|(l, _)| BREAKERS.iter().any(|c| l.is(c)))
    }
}
