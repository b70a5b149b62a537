//! Which of its meanings a form has here: noun or verb, active or passive, told by the words
//! beside it.

use crate::doc::Mention;
use crate::lang::ar::Feat;
use crate::lang::en::{BE, DETERMINERS, DO, HAVE, MODALS, PRONOUNS};
use crate::lookup::weigh_complements;
use crate::pack::LangPack;
use crate::pack::index::{Hit, Target};
use crate::pack::lexicon::Lexeme;
use crate::token::Token;

/// How far before a participle its auxiliary may stand, in tokens.
const AUXILIARY: usize = 4;

/// Settles every mention; those of which nothing is left vanish.
pub(crate) fn settle(lang: &LangPack, tokens: &[Token], mut list: Vec<Mention>) -> Vec<Mention> {
    for i in 0..list.len() {
        let mut mention = std::mem::replace(&mut list[i], Mention::none());
        if mention.hits.iter().any(|h| lexeme(lang, h).is_some_and(|l| !l.complements.is_empty())) {
            weigh_complements(lang, tokens, &mut mention);
        }
        mention.note_classes(lang);
        let before = i.checked_sub(1).map(|b| &list[b]);
        let view = View { lang, tokens, before, behind: list.get(i + 1) };
        view.settle(&mut mention);
        list[i] = mention;
    }
    list.retain(|m| !m.hits.is_empty());
    list.iter_mut().for_each(|m| m.note_classes(lang));
    list
}

fn lexeme<'l>(lang: &'l LangPack, hit: &Hit) -> Option<&'l Lexeme> {
    match hit.target {
        Target::Lexeme(i) => Some(&lang.lexemes[i as usize]),
        _ => None,
    }
}

/// Classes of function words, which no noun or verb written alike takes away.
const FUNCTION: [&str; 12] = [
    "prep", "subord", "rel", "that", "neg", "pron", "conj", "adv", "subset", "det", "part", "link",
];

/// Classes of verbs whose participle behind a noun tells what was done to it ("people killed in
/// the raid").
const DONE: [&str; 9] = [
    "harm",
    "strike",
    "attack",
    "kill_act",
    "seize_person",
    "coerce",
    "ground",
    "release",
    "blast",
];

/// A mention's surroundings.
struct View<'v> {
    lang: &'v LangPack,
    tokens: &'v [Token],
    before: Option<&'v Mention>,
    behind: Option<&'v Mention>,
}

impl View<'_> {
    fn text(&self, i: Option<usize>) -> &str {
        i.and_then(|i| self.tokens.get(i)).map_or("", |t| t.text.as_str())
    }

    fn settle(&self, mention: &mut Mention) {
        let feats = |m: &Mention, wanted: &[Feat]| {
            m.hits.iter().any(|h| is_lexeme(h) && wanted.contains(&h.feat))
        };
        let noun = [Feat::Singular, Feat::Plural];
        let start = mention.at.start;
        if feats(mention, &[Feat::Past, Feat::Passive]) {
            self.past(mention);
        } else if feats(mention, &[Feat::Active]) {
            self.ing(mention);
        } else if feats(mention, &[Feat::Present]) {
            let verb = if feats(mention, &noun) {
                self.is_verb(mention)
            } else {
                !self.after_determiner(start) || self.verbal_before(start)
            };
            self.keep(mention, verb);
            if verb {
                self.time(mention);
            }
        }
    }

    /// Keeps the verbs or the rest of what it may be.
    fn keep(&self, mention: &mut Mention, verb: bool) {
        let some = mention.hits.iter().any(|h| is_lexeme(h) && h.feat.is_verb() == verb);
        if some || verb {
            mention.hits.retain(|h| !is_lexeme(h) || h.feat.is_verb() == verb);
        } else {
            mention.hits.retain(|h| !is_lexeme(h) || !h.feat.is_verb());
        }
    }

    /// The nearest word before the token that is no adverb.
    fn previous(&self, start: usize) -> Option<usize> {
        let mut i = start.checked_sub(1)?;
        while i > 0 && is_adverb(&self.tokens[i].text) {
            i -= 1;
        }
        Some(i)
    }

    fn verbal_before(&self, start: usize) -> bool {
        let word = self.text(self.previous(start));
        word == "to" || MODALS.contains(&word) || DO.contains(&word) || word == "not"
    }

    fn after_determiner(&self, start: usize) -> bool {
        let word = self.text(start.checked_sub(1));
        DETERMINERS.contains(&word) && !PRONOUNS.contains(&word) || word == "'s"
    }

    /// Whether a form that is noun and verb is a verb here.
    fn is_verb(&self, mention: &Mention) -> bool {
        let start = mention.at.start;
        let Some(previous) = self.previous(start) else { return false };
        let word = self.tokens[previous].text.as_str();
        if self.verbal_before(start) {
            return true;
        }
        if self.after_determiner(start) || !self.tokens[previous].is_word() {
            return false;
        }
        if PRONOUNS.contains(&word) {
            return true;
        }
        let third = mention.hits.iter().any(|h| h.feat == Feat::Plural);
        let party = self.before.is_some_and(|m| {
            m.at.end == previous + 1
                && (m.parties(self.lang).any(|f| !f.is_adjective()) || m.places().next().is_some())
        });
        party && third && self.opens_object(mention.at.end)
    }

    /// Whether an object may begin at the token.
    fn opens_object(&self, i: usize) -> bool {
        let Some(token) = self.tokens.get(i).filter(|t| t.is_word()) else { return false };
        let name = self.behind.filter(|m| m.at.start == i).is_some_and(|m| {
            m.parties(self.lang).next().is_some()
                || m.places().next().is_some()
                || ["force", "target", "victim"].iter().any(|c| m.lexeme(self.lang, c).is_some())
        });
        DETERMINERS.contains(&token.text.as_str()) || name
    }

    /// The auxiliary of a participle: "be", "have", or none.
    fn auxiliary(&self, start: usize) -> Option<&'static str> {
        for i in (start.saturating_sub(AUXILIARY)..start).rev() {
            let word = self.tokens[i].text.as_str();
            if !self.tokens[i].is_word() {
                return None;
            }
            if BE.contains(&word) {
                return Some("be");
            }
            if HAVE.contains(&word) {
                return Some("have");
            }
            let between = is_adverb(word) || ["not", "also", "never"].contains(&word);
            // "were killed and wounded".
            let joined = ["and", "or"].contains(&word)
                || i + 1 < start && word.ends_with("ed") && self.tokens[i + 1].text == "and";
            if !between && !joined {
                return None;
            }
        }
        None
    }

    fn past(&self, mention: &mut Mention) {
        let start = mention.at.start;
        let kinds = |m: &Mention, f: Feat| m.hits.iter().any(|h| is_lexeme(h) && h.feat == f);
        let (past, participle) = (kinds(mention, Feat::Past), kinds(mention, Feat::Passive));
        let noun = kinds(mention, Feat::Singular) || kinds(mention, Feat::Phrase);
        if noun && self.after_determiner(start) && !self.noun_behind(mention.at.end) {
            mention.hits.retain(|h| {
                !is_lexeme(h) || matches!(h.feat, Feat::Singular | Feat::Phrase | Feat::Plural)
            });
            return;
        }
        let voice = match self.auxiliary(start) {
            Some("be") if participle => Voice::Passive,
            Some("have") => Voice::Active,
            _ if !past => Voice::Reduced,
            _ if !participle => Voice::Active,
            _ => self.voice(mention),
        };
        self.speak(mention, voice);
    }

    /// Whether a word that is no auxiliary in front is a perfect or a participle of its own.
    fn voice(&self, mention: &Mention) -> Voice {
        let (start, end) = (mention.at.start, mention.at.end);
        let next = self.text(Some(end));
        let previous = self.text(start.checked_sub(1));
        let speaks = mention.lexeme(self.lang, "speech").is_some();
        if next == "by" && !speaks {
            return Voice::Reduced;
        }
        let attributive = self.after_determiner(start)
            || self.before.is_some_and(|m| {
                m.at.end == start && (m.lexeme(self.lang, "prep").is_some() && previous != "to")
            });
        if attributive {
            return Voice::Reduced;
        }
        let undergoes = mention.lexemes(self.lang).any(|(l, _)| {
            DONE.iter().any(|c| l.is(c)) && l.tag("harmed") != Some("subj") && !l.is_intransitive()
        });
        let ends =
            ["in", "on", "near", "at", "during", "since", "when", "after", "as", "while", ""];
        let open = ends.contains(&next)
            || self.tokens.get(end).is_none_or(|t| {
                !t.is_word() && !t.is_mark("\"“") && t.kind != crate::token::TokenKind::Number
            });
        let counted = self.before.is_some_and(|m| {
            m.at.end == start
                && ["victim", "harmed"].iter().any(|c| m.lexeme(self.lang, c).is_some())
        });
        let number = start > 0 && self.tokens[start - 1].kind == crate::token::TokenKind::Number;
        if undergoes && open && (counted || number || next != "on") {
            return Voice::Reduced;
        }
        Voice::Active
    }

    fn speak(&self, mention: &mut Mention, voice: Voice) {
        let fits = |h: &Hit| {
            !is_lexeme(h)
                || match voice {
                    Voice::Active => h.feat == Feat::Past || h.feat == Feat::Passive,
                    Voice::Passive | Voice::Reduced => h.feat == Feat::Passive,
                }
        };
        mention.hits.retain(fits);
        for hit in &mut mention.hits {
            let target = matches!(hit.target, Target::Lexeme(_));
            if target && !matches!(voice, Voice::Reduced) {
                hit.feat = Feat::Past;
            }
        }
        mention.hits.sort_unstable();
        mention.hits.dedup();
        mention.passive = !matches!(voice, Voice::Active);
        if matches!(voice, Voice::Passive) {
            self.time(mention);
        }
    }

    /// "will be shelled", "will attack": the future.
    fn time(&self, mention: &mut Mention) {
        let start = mention.at.start;
        let near = start.saturating_sub(AUXILIARY)..start;
        let mut coming = false;
        for i in near.rev() {
            let word = self.tokens[i].text.as_str();
            coming |= matches!(word, "will" | "shall" | "wo");
            let passes = BE.contains(&word) || word == "not" || is_adverb(word);
            if coming || !passes {
                break;
            }
        }
        for hit in &mut mention.hits {
            if coming && is_lexeme(hit) {
                hit.feat = Feat::Future;
            }
        }
    }

    fn ing(&self, mention: &mut Mention) {
        let start = mention.at.start;
        // "including", "following", "according to".
        let function =
            |h: &Hit| lexeme(self.lang, h).is_some_and(|l| FUNCTION.iter().any(|c| l.is(c)));
        if mention.hits.iter().any(function) && self.auxiliary(start) != Some("be") {
            mention.hits.retain(|h| !is_lexeme(h) || function(h));
            return;
        }
        let own = |h: &Hit| matches!(h.feat, Feat::Singular | Feat::Phrase | Feat::Plural);
        let noun_too = mention.hits.iter().any(|h| is_lexeme(h) && own(h));
        if self.auxiliary(start) == Some("be") {
            mention.hits.retain(|h| !is_lexeme(h) || h.feat == Feat::Active);
            for hit in mention.hits.iter_mut().filter(|h| h.feat == Feat::Active) {
                hit.feat = Feat::Present;
            }
            return;
        }
        if !self.is_noun(mention) {
            mention.hits.retain(|h| !is_lexeme(h) || h.feat == Feat::Active);
        } else if noun_too {
            mention.hits.retain(|h| !is_lexeme(h) || own(h));
        } else {
            mention.hits.retain(|h| !is_lexeme(h) || h.feat == Feat::Masdar);
        }
    }

    /// Whether a form in -ing is a noun: behind an article or adjective, before "of", or where no
    /// object follows.
    fn is_noun(&self, mention: &Mention) -> bool {
        let (start, end) = (mention.at.start, mention.at.end);
        let next = self.text(Some(end));
        if next == "of" || self.after_determiner(start) {
            return true;
        }
        let comma = start > 0 && !self.tokens[start - 1].is_word();
        let governed =
            self.before.is_some_and(|m| m.at.end == start && m.lexeme(self.lang, "prep").is_some());
        let object = self.opens_object(end)
            || self.tokens.get(end).is_some_and(|t| t.kind == crate::token::TokenKind::Number)
            || self.behind.is_some_and(|m| m.at.start == end && m.number(self.lang).is_some())
            || !["", "in", "on", "at", "near", "by", "and", "has", "had", "is", "was", "were"]
                .contains(&next);
        !(object || comma && !governed)
    }

    /// Whether a noun may begin at the token.
    fn noun_behind(&self, i: usize) -> bool {
        let other = self.behind.filter(|m| m.at.start == i);
        let function = other.is_some_and(|m| {
            m.is_verb() || FUNCTION.iter().any(|c| m.lexeme(self.lang, c).is_some())
        });
        self.tokens.get(i).is_some_and(|t| t.is_word()) && !function
    }
}

#[derive(Debug, Clone, Copy)]
enum Voice {
    Active,
    /// With its auxiliary: a finite verb.
    Passive,
    /// A participle alone.
    Reduced,
}

fn is_lexeme(hit: &Hit) -> bool {
    matches!(hit.target, Target::Lexeme(_))
}

/// "reportedly", "also": words that stand between an auxiliary and its verb.
pub(crate) fn is_adverb(word: &str) -> bool {
    word.len() > 4 && word.ends_with("ly") && !word.ends_with("mily")
        || ["also", "already", "since", "again", "then", "now", "still"].contains(&word)
}
