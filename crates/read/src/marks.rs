//! Marks by which copies of a text are told: shingles, quotations, rare numbers, credit lines.

use std::collections::BTreeSet;

use hudna_model::{CopyMarks, PartyKind};

use crate::doc::Doc;
use crate::token::{Token, TokenKind};

/// Most shingles kept of one text: the smallest hashes.
pub const MAX_SHINGLES: usize = 4096;
/// Words of a shingle.
pub const SHINGLE_WORDS: usize = 3;
/// Shortest quotation that marks a copy, in words.
pub const QUOTATION_WORDS: usize = 5;

/// The marks of a text.
pub fn marks(doc: &Doc<'_>) -> CopyMarks {
    let words: Vec<&Token> = doc
        .tokens
        .iter()
        .filter(|t| matches!(t.kind, TokenKind::Word | TokenKind::Number))
        .collect();
    let runs = words.windows(SHINGLE_WORDS);
    let mut shingles: Vec<u64> = runs.map(|w| hash(w.iter().map(|t| t.text.as_str()))).collect();
    shingles.sort_unstable();
    shingles.dedup();
    shingles.truncate(MAX_SHINGLES);
    CopyMarks {
        shingles,
        quotations: quotations(&doc.tokens),
        rare_numbers: rare_numbers(&words),
        credits: credits(doc),
        words: words.len(),
    }
}

/// The marks of a text from those of its pieces in order; credits stand in the first and last.
pub(crate) fn join(mut parts: Vec<CopyMarks>) -> CopyMarks {
    if parts.len() < 2 {
        return parts.pop().unwrap_or_default();
    }
    let all = |of: fn(&CopyMarks) -> &Vec<u64>| {
        parts.iter().flat_map(of).copied().collect::<BTreeSet<u64>>().into_iter()
    };
    let edges = [parts.first(), parts.last()].into_iter().flatten();
    CopyMarks {
        shingles: all(|m| &m.shingles).take(MAX_SHINGLES).collect(),
        quotations: all(|m| &m.quotations).collect(),
        rare_numbers: all(|m| &m.rare_numbers).collect(),
        credits: edges
            .flat_map(|m| m.credits.clone())
            .collect::<BTreeSet<_>>()
            .into_iter()
            .collect(),
        words: parts.iter().map(|m| m.words).sum(),
    }
}

/// FNV-1a over the words: small, and the same on every machine.
fn hash<'t>(words: impl Iterator<Item = &'t str>) -> u64 {
    let mut h: u64 = 0xcbf2_9ce4_8422_2325;
    for word in words {
        for byte in word.bytes().chain([b' ']) {
            h = (h ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
        }
    }
    h
}

fn quotations(tokens: &[Token]) -> Vec<u64> {
    let mut out = BTreeSet::new();
    let mut open: Option<usize> = None;
    for (i, token) in tokens.iter().enumerate() {
        if token.is_mark("«“") || (token.is_mark("\"") && open.is_none()) {
            open = Some(i + 1);
        } else if token.is_mark("»”\"")
            && let Some(from) = open.take()
        {
            let quoted = tokens[from..i].iter().filter(|t| t.is_word());
            let words: Vec<_> = quoted.map(|t| t.text.as_str()).collect();
            if words.len() >= QUOTATION_WORDS {
                out.insert(hash(words.into_iter()));
            }
        }
    }
    out.into_iter().collect()
}

fn rare_numbers(words: &[&Token]) -> Vec<u64> {
    let numbers = words.iter().filter(|t| t.kind == TokenKind::Number);
    let values = numbers.filter_map(|t| t.text.parse::<u64>().ok());
    let rare = values.filter(|n| *n >= 100 && !(1900..2100).contains(n));
    rare.collect::<BTreeSet<_>>().into_iter().collect()
}

/// Agencies named in the first or last words, where credit lines stand.
fn credits(doc: &Doc<'_>) -> Vec<String> {
    const EDGE: usize = 12;
    let late = doc.tokens.len().saturating_sub(EDGE);
    let mut out = BTreeSet::new();
    for mention in &doc.mentions {
        if mention.at.start >= EDGE && mention.at.start < late {
            continue;
        }
        for form in mention.parties(doc.lang) {
            let party = &doc.pack.parties[form.party];
            if party.kind == PartyKind::Media {
                out.insert(party.id.clone());
            }
        }
    }
    out.into_iter().collect()
}
