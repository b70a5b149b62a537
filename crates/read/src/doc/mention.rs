//! A stretch of tokens that the data know.

use std::ops::Range;

use crate::lang::ar::{Cut, Feat};
use crate::pack::LangPack;
use crate::pack::index::{Hit, Target};
use crate::pack::lexicon::{ClassSet, Lexeme};
use crate::pack::registers::{NumberWord, PartyForm, TimeWord};

/// A stretch of tokens that the data know, with everything it may stand for.
#[derive(Debug, Clone)]
pub struct Mention {
    /// Tokens.
    pub at: Range<usize>,
    /// What it may stand for.
    pub hits: Vec<Hit>,
    /// A preposition written in one with it.
    pub preposition: Option<char>,
    /// و or ف written in one with it.
    pub conjunction: bool,
    /// It carries the article.
    pub definite: bool,
    /// A pronoun is written in one with its end.
    pub enclitic: bool,
    /// A participle or verb in the passive, where a language shows it.
    pub passive: bool,
    /// Classes of the lexemes it may be, roughly.
    classes: ClassSet,
}

impl Mention {
    pub(crate) fn new(at: Range<usize>, hit: Hit, cut: &Cut<'_>) -> Self {
        Mention {
            at,
            hits: vec![hit],
            preposition: cut.preposition,
            conjunction: cut.conjunction,
            definite: cut.article || cut.keeps_article(),
            enclitic: cut.enclitic.is_some(),
            passive: false,
            classes: ClassSet::default(),
        }
    }

    /// A mention of nothing.
    pub(crate) fn none() -> Self {
        Mention {
            at: 0..0,
            hits: Vec::new(),
            preposition: None,
            conjunction: false,
            definite: false,
            enclitic: false,
            passive: false,
            classes: ClassSet::default(),
        }
    }

    /// Notes the classes of what it may be: to be called when its hits are settled.
    pub(crate) fn note_classes(&mut self, lang: &LangPack) {
        self.classes = self.lexemes(lang).fold(ClassSet::default(), |all, (l, _)| all.with(l.set));
    }

    /// Whether it may be a lexeme of the class: no for sure, yes perhaps.
    #[inline]
    pub fn may_be(&self, class: &str) -> bool {
        self.classes.may_hold(class)
    }

    /// Lexemes it may be, with the form.
    pub fn lexemes<'l>(&self, lang: &'l LangPack) -> impl Iterator<Item = (&'l Lexeme, Feat)> {
        self.hits.iter().filter_map(move |h| match h.target {
            Target::Lexeme(i) => Some((&lang.lexemes[i as usize], h.feat)),
            _ => None,
        })
    }

    /// The lexeme of this class, if it may be one.
    #[inline]
    pub fn lexeme<'l>(&self, lang: &'l LangPack, class: &str) -> Option<(&'l Lexeme, Feat)> {
        if !self.classes.may_hold(class) {
            return None;
        }
        self.lexemes(lang).find(|(l, _)| l.is(class))
    }

    /// Party forms it may be.
    pub fn parties<'l>(&self, lang: &'l LangPack) -> impl Iterator<Item = &'l PartyForm> {
        self.hits.iter().filter_map(move |h| match h.target {
            Target::Party(i) => Some(&lang.party_forms[i as usize]),
            _ => None,
        })
    }

    /// Indices of places it may be.
    pub fn places(&self) -> impl Iterator<Item = usize> {
        self.places_as(Feat::Phrase)
    }

    /// Indices of places that it may be only behind a word such as "quarter".
    pub fn cued_places(&self) -> impl Iterator<Item = usize> {
        self.places_as(Feat::Singular)
    }

    fn places_as(&self, feat: Feat) -> impl Iterator<Item = usize> {
        self.hits.iter().filter(move |h| h.feat == feat).filter_map(|h| match h.target {
            Target::Place(i) => Some(i as usize),
            _ => None,
        })
    }

    /// The number word it may be.
    pub fn number<'l>(&self, lang: &'l LangPack) -> Option<&'l NumberWord> {
        self.hits.iter().find_map(|h| match h.target {
            Target::Number(i) => Some(&lang.numbers[i as usize]),
            _ => None,
        })
    }

    /// Time words it may be.
    pub fn times<'l>(&self, lang: &'l LangPack) -> impl Iterator<Item = &'l TimeWord> {
        self.hits.iter().filter_map(move |h| match h.target {
            Target::Time(i) => Some(&lang.times[i as usize]),
            _ => None,
        })
    }

    /// Scope rules it cues.
    pub fn scopes(&self) -> impl Iterator<Item = usize> {
        self.hits.iter().filter_map(|h| match h.target {
            Target::Scope(i) => Some(i as usize),
            _ => None,
        })
    }

    /// Whether it may be a finite verb.
    pub fn is_verb(&self) -> bool {
        self.hits.iter().any(|h| matches!(h.target, Target::Lexeme(_)) && h.feat.is_verb())
    }
}
