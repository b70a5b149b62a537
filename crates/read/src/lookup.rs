//! What the data know of a text's words: the longest form at each token, and sentences.

use std::ops::Range;

use crate::doc::Mention;
use crate::lang::ar::{Feat, Split, splits};
use crate::pack::LangPack;
use crate::pack::index::{Hit, Target};
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
        let lexeme = |h: &Hit| match h.target {
            Target::Lexeme(i) => Some(&lang.lexemes[i as usize]),
            _ => None,
        };
        let end = mention.at.end;
        let noun = mention.hits.iter().any(|h| {
            let own = matches!(h.feat, Feat::Singular | Feat::Plural | Feat::Dual);
            own && lexeme(h).is_some_and(|l| !l.is("speech"))
        });
        mention.hits.retain(|h| {
            !(noun && h.feat == Feat::Active && lexeme(h).is_some_and(|l| l.is("speech")))
        });
        mention.hits.retain(|h| {
            lexeme(h).is_none_or(|l| {
                l.complements.is_empty() || l.complements.iter().any(|c| complement(tokens, end, c))
            })
        });
        let full: Vec<String> = mention
            .hits
            .iter()
            .filter_map(lexeme)
            .filter(|l| !l.complements.is_empty())
            .flat_map(|l| l.classes.clone())
            .collect();
        mention.hits.retain(|h| {
            lexeme(h).is_none_or(|l| {
                !l.complements.is_empty() || !l.classes.iter().all(|c| full.contains(c))
            })
        });
    }
    list.retain(|m| !m.hits.is_empty());
    list
}

fn complement(tokens: &[Token], from: usize, complement: &str) -> bool {
    let words: Vec<&str> = complement.split(' ').collect();
    let bare = |t: &str| t.strip_prefix("ال").map(str::to_owned);
    let reach = tokens[from..]
        .iter()
        .take(9)
        .take_while(|t| t.kind != TokenKind::Break && !t.is_mark("!?؟؛;.…"))
        .count();
    (from..from + reach).any(|i| {
        words.iter().enumerate().all(|(k, w)| {
            tokens.get(i + k).is_some_and(|t| {
                let own = t.text.as_str();
                let cut = own.strip_prefix("بال").or(own.strip_prefix('ب'));
                own == *w || bare(own).as_deref() == Some(*w) || (k == 0 && cut == Some(*w))
            })
        })
    })
}

fn longest(lang: &LangPack, tokens: &[Token], i: usize) -> Option<Mention> {
    let mut best: Option<Mention> = None;
    for split in splits(&tokens[i].text) {
        let mut offer = |length: usize, hit: Hit| {
            if !bears(&split, hit.feat) {
                return;
            }
            let same = |m: &Mention| {
                m.at.len() == length
                    && m.conjunction == split.conjunction
                    && m.preposition == split.preposition
                    && m.enclitic == split.enclitic.is_some()
            };
            match &mut best {
                Some(m) if same(m) => {
                    if !m.hits.contains(&hit) {
                        m.hits.push(hit);
                    }
                }
                Some(m) if m.at.len() >= length => {}
                _ => {
                    best = Some(Mention {
                        at: i..i + length,
                        hits: vec![hit],
                        preposition: split.preposition,
                        conjunction: split.conjunction,
                        definite: split.article || split.stem.starts_with("ال"),
                        enclitic: split.enclitic.is_some(),
                    });
                }
            }
        };
        if split.enclitic.is_none() {
            for (rest, hit) in lang.index.multi(&split.stem) {
                if follows(tokens, i + 1, rest) {
                    offer(rest.len() + 1, *hit);
                }
            }
        }
        for hit in lang.index.single(&split.stem) {
            offer(1, *hit);
        }
    }
    best
}

/// Whether a form may carry the clitics that were cut off: finite verbs bear no article and no
/// preposition but the ل of purpose.
fn bears(split: &Split<'_>, feat: Feat) -> bool {
    match (feat.is_verb(), split.preposition) {
        (true, Some('ل')) => feat == Feat::Present && !split.article,
        (true, Some(_)) => false,
        (true, None) => !split.article,
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
const LONG_SENTENCE: usize = 300;

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
