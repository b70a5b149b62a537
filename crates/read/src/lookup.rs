//! What the data know of a text's words: the longest form at each token, and sentences.

use std::ops::Range;

use crate::doc::Mention;
use crate::lang::ar::{Cut, Feat, each_cut};
use crate::pack::LangPack;
use crate::pack::index::{Hit, Target, key};
use crate::pack::lexicon::Lexeme;
use crate::token::{Token, TokenKind};

/// Finds what the data know: the longest form at each token, then on behind it.
pub(crate) fn mentions(lang: &LangPack, tokens: &[Token]) -> Vec<Mention> {
    let mut out = Vec::new();
    let mut i = 0;
    while i < tokens.len() {
        match tokens[i].is_word().then(|| longest(lang, tokens, i)).flatten() {
            Some(mention) => {
                i = mention.at.end;
                out.push(mention);
            }
            None => i += 1,
        }
    }
    out
}

/// Drops words whose complement does not follow; of one class, a word with its complement wins.
pub(crate) fn settle(lang: &LangPack, tokens: &[Token], mut list: Vec<Mention>) -> Vec<Mention> {
    for mention in &mut list {
        let (speaks, depends) = traits(lang, mention);
        if speaks {
            drop_participles(lang, mention);
        }
        if depends {
            weigh_complements(lang, tokens, mention);
        }
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

/// Whether the mention may be a participle of saying, and whether it may be a word that needs a
/// complement.
fn traits(lang: &LangPack, mention: &Mention) -> (bool, bool) {
    let lexemes = mention.hits.iter().filter_map(|h| Some((lexeme(lang, h)?, h.feat)));
    lexemes.fold((false, false), |(speaks, depends), (l, feat)| {
        let says = feat == Feat::Active && l.is("speech");
        (speaks || says, depends || !l.complements.is_empty())
    })
}

/// A word that is a noun of its own is not read as a participle of saying.
fn drop_participles(lang: &LangPack, mention: &mut Mention) {
    let noun = mention.hits.iter().any(|h| {
        let own = matches!(h.feat, Feat::Singular | Feat::Plural | Feat::Dual);
        own && lexeme(lang, h).is_some_and(|l| !l.is("speech"))
    });
    if noun {
        let says = |h: &Hit| lexeme(lang, h).is_some_and(|l| l.is("speech"));
        mention.hits.retain(|h| !(h.feat == Feat::Active && says(h)));
    }
}

pub(crate) fn weigh_complements(lang: &LangPack, tokens: &[Token], mention: &mut Mention) {
    let end = mention.at.end;
    let within = tokens[end..].iter().take(COMPLEMENT_REACH);
    let reach = within.take_while(|t| t.kind != TokenKind::Break && !t.is_mark("!?؟؛;.…")).count();
    let mut tails = [0; COMPLEMENT_REACH];
    for (tail, token) in tails.iter_mut().zip(&tokens[end..end + reach]) {
        *tail = self::tail(&token.text);
    }
    let follows = |(c, first): (&String, &usize)| {
        let (first, others) = c.split_at(*first);
        let own = tail(first);
        (0..reach).any(|i| tails[i] == own && complement(tokens, end + i, first, others))
    };
    mention.hits.retain(|h| {
        lexeme(lang, h).is_none_or(|l| {
            l.complements.is_empty() || l.complements.iter().zip(&l.openings).any(follows)
        })
    });
    let lexemes = mention.hits.iter().filter_map(|h| lexeme(lang, h));
    let full: Vec<&str> = lexemes
        .filter(|l| !l.complements.is_empty())
        .flat_map(|l| l.classes.iter().map(String::as_str))
        .collect();
    mention.hits.retain(|h| {
        lexeme(lang, h).is_none_or(|l| {
            !l.complements.is_empty() || !l.classes.iter().all(|c| full.contains(&c.as_str()))
        })
    });
}

/// How far behind its word a complement may begin, in tokens.
const COMPLEMENT_REACH: usize = 9;

/// Whether the words of a complement stand at the token, each with the article or without; the
/// first also with ب.
fn complement(tokens: &[Token], at: usize, first: &str, others: &str) -> bool {
    let Some(front) = tokens[at].text.strip_suffix(first) else { return false };
    let fits = matches!(front, "" | "ال" | "بال") || front == "ب" && !first.starts_with("ال");
    fits && (1..).zip(others.split_ascii_whitespace()).all(|(k, w)| {
        tokens
            .get(at + k)
            .and_then(|t| t.text.strip_suffix(w))
            .is_some_and(|front| matches!(front, "" | "ال"))
    })
}

/// The last two bytes, an Arabic letter: they tell most words apart.
fn tail(word: &str) -> u16 {
    word.as_bytes().last_chunk().map_or(0, |bytes| u16::from_le_bytes(*bytes))
}

/// The longest form at the token, with all that it may stand for under the first cut that has it.
fn longest(lang: &LangPack, tokens: &[Token], i: usize) -> Option<Mention> {
    let mut best: Option<Mention> = None;
    let next = tokens.get(i + 1).map_or(0, |t| key(&t.text));
    each_cut(&tokens[i].text, |cut| {
        let found = lang.index.find_joined(cut.head, cut.tail);
        if cut.enclitic.is_none() {
            for (rest, hit) in found.followed_by(next) {
                if follows(tokens, i + 1, rest) {
                    offer(&mut best, &cut, i..i + rest.len() + 1, *hit);
                }
            }
        }
        for hit in found.single {
            if let Some(hit) = shortened(lang, tokens, i, *hit) {
                offer(&mut best, &cut, i..i + 1, hit);
            }
        }
    });
    best
}

/// A shortened imperfect is one behind a word that demands it; "ما لا يقل عن" says nothing.
fn shortened(lang: &LangPack, tokens: &[Token], i: usize, hit: Hit) -> Option<Hit> {
    if hit.feat != Feat::Jussive {
        return Some(hit);
    }
    let before = i.checked_sub(1).map(|b| &tokens[b].text)?;
    let demands = lang.shortening.iter().any(|w| w == before);
    demands.then_some(Hit { feat: Feat::Present, ..hit })
}

/// Takes a meaning in if it is longer than what is there, or cut alike.
fn offer(best: &mut Option<Mention>, cut: &Cut<'_>, at: Range<usize>, hit: Hit) {
    if !bears(cut, hit.feat) {
        return;
    }
    let same = |m: &Mention| {
        m.at.len() == at.len()
            && m.conjunction == cut.conjunction
            && m.preposition == cut.preposition
            && m.enclitic == cut.enclitic.is_some()
    };
    match best {
        Some(m) if same(m) => {
            if !m.hits.contains(&hit) {
                m.hits.push(hit);
            }
        }
        Some(m) if m.at.len() >= at.len() => {}
        _ => *best = Some(Mention::new(at, hit, cut)),
    }
}

/// Whether a form may carry the clitics that were cut off: finite verbs bear no article and no
/// preposition but the ل of purpose.
fn bears(cut: &Cut<'_>, feat: Feat) -> bool {
    match (feat.is_verb(), cut.preposition) {
        (true, Some('ل')) => feat == Feat::Present && !cut.article,
        (true, Some(_)) => false,
        (true, None) => !cut.article,
        (false, Some('ك')) => feat != Feat::Active,
        _ => true,
    }
}

fn follows(tokens: &[Token], from: usize, words: &[String]) -> bool {
    tokens.len() >= from + words.len()
        && words.iter().zip(&tokens[from..]).all(|(w, t)| t.is_word() && t.text == *w)
}

/// Tokens after which a sentence without an end is cut, at a comma or at twice as many: layers
/// that look at pairs inside a sentence stay linear in the text.
const LONG_SENTENCE: usize = 120;

/// Sentences: ranges of tokens between full stops, question marks, semicolons and line breaks.
pub(crate) fn sentences(tokens: &[Token]) -> Vec<Range<usize>> {
    let mut out = Vec::new();
    let mut start = 0;
    for (i, token) in tokens.iter().enumerate() {
        let ends = token.kind == TokenKind::Break
            || token.is_mark("!?؟؛;")
            || (i - start > LONG_SENTENCE && token.is_mark("،,"))
            || i - start > 2 * LONG_SENTENCE
            || (token.is_mark(".…") && !dotted_initial(tokens, i));
        if ends {
            out.push(start..i);
            start = i + 1;
        }
    }
    out.push(start..tokens.len());
    out.retain(|s: &Range<usize>| !s.is_empty());
    out
}

/// A full stop behind a single letter ends no sentence ("أ. ف. ب").
fn dotted_initial(tokens: &[Token], i: usize) -> bool {
    i > 0 && tokens[i - 1].is_word() && tokens[i - 1].text.chars().count() == 1
}
