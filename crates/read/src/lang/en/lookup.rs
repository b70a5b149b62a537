//! What the data know of an English text's words: the longest form at each token, and sentences.

use std::ops::Range;

use crate::doc::Mention;
use crate::lang::ar::Cut;
use crate::pack::LangPack;
use crate::pack::index::{Hit, Index, Target, key};
use crate::token::{Token, TokenKind};

/// Finds what the data know: the longest form at each token, then on behind it.
pub(crate) fn mentions(lang: &LangPack, tokens: &[Token]) -> Vec<Mention> {
    let mut out = Vec::new();
    let mut i = 0;
    while i < tokens.len() {
        let found = tokens[i].is_word().then(|| meanings(lang, tokens, i)).flatten();
        let (end, hits) = found.unwrap_or((i + 1, Vec::new()));
        let mut hits = hits.into_iter().filter(|h| fits(lang, tokens, i..end, h));
        if let Some(first) = hits.next() {
            let mut mention = Mention::new(i..end, first, &Cut::default());
            mention.hits.extend(hits);
            let before = |k: usize| i.checked_sub(k).map_or("", |b| tokens[b].text.as_str());
            mention.conjunction = before(1) == "and" || before(1) == "the" && before(2) == "and";
            mention.definite =
                is_definite(before(1)) || is_definite(before(2)) && before(1) != "of";
            out.push(mention);
        }
        i = end;
    }
    out
}

/// Cues of scope: the longest at each token, whatever else its words are.
pub(crate) fn cues(lang: &LangPack, tokens: &[Token]) -> Vec<Mention> {
    let mut out = Vec::new();
    let mut i = 0;
    while i < tokens.len() {
        match tokens[i].is_word().then(|| longest(&lang.cues, tokens, i)).flatten() {
            Some((end, hits)) => {
                let mut hits = hits.into_iter();
                if let Some(first) = hits.next() {
                    let mut mention = Mention::new(i..end, first, &Cut::default());
                    mention.hits.extend(hits);
                    out.push(mention);
                }
                i = end;
            }
            None => i += 1,
        }
    }
    out
}

fn is_definite(word: &str) -> bool {
    ["the", "this", "that", "these", "those", "its", "their", "his", "her"].contains(&word)
}

/// The longest form at the token: where it ends, and all that it may stand for.
fn longest(index: &Index, tokens: &[Token], i: usize) -> Option<(usize, Vec<Hit>)> {
    let found = index.find(&tokens[i].text);
    let next = tokens.get(i + 1).map_or(0, |t| key(&t.text));
    let mut best: Option<(usize, Vec<Hit>)> = None;
    for (rest, hit) in found.followed_by(next) {
        let end = i + 1 + rest.len();
        let follows = tokens.len() >= end
            && rest.iter().zip(&tokens[i + 1..]).all(|(w, t)| t.is_word() && t.text == *w);
        if !follows {
            continue;
        }
        match &mut best {
            Some((length, hits)) if *length == end => hits.push(*hit),
            Some((length, _)) if *length > end => {}
            _ => best = Some((end, vec![*hit])),
        }
    }
    if best.is_none() && !found.single.is_empty() {
        best = Some((i + 1, found.single.to_vec()));
    }
    best
}

fn meanings(lang: &LangPack, tokens: &[Token], i: usize) -> Option<(usize, Vec<Hit>)> {
    let mut found = longest(&lang.index, tokens, i).or_else(|| genitive(lang, tokens, i))?;
    // "headed to", "landed in": the verb alone may mean something else.
    let last = tokens[found.0 - 1].text.as_str();
    if found.0 == i + 2 && ["to", "in", "into", "on", "at", "from", "over"].contains(&last) {
        let verb = |h: &&Hit| matches!(h.target, Target::Lexeme(_)) && h.feat.is_verb();
        if found.1.iter().any(|h| verb(&h)) {
            found.1.extend(lang.index.single(&tokens[i].text).iter().filter(verb).copied());
        }
    }
    Some(found)
}

/// "Syrias war": some outlets lose the apostrophe of a name.
fn genitive(lang: &LangPack, tokens: &[Token], i: usize) -> Option<(usize, Vec<Hit>)> {
    let token = tokens.get(i).filter(|t| t.capital)?;
    let stem = token.text.strip_suffix('s').filter(|s| s.len() > 3)?;
    let name = |h: &&Hit| matches!(h.target, Target::Place(_) | Target::Party(_));
    let hits: Vec<Hit> = lang.index.single(stem).iter().filter(name).copied().collect();
    (!hits.is_empty()).then_some((i + 1, hits))
}

/// A place is written with a capital, and so are months that are other words as well.
fn fits(lang: &LangPack, tokens: &[Token], at: Range<usize>, hit: &Hit) -> bool {
    let capital = tokens[at.clone()].iter().any(|t| t.capital);
    match hit.target {
        Target::Place(_) => capital,
        Target::Time(i) => capital || !lang.times[i as usize].class.ends_with("month"),
        Target::Party(i) => {
            let form = &lang.party_forms[i as usize];
            if form.caps { tokens[at.start].caps } else { capital || form.lower }
        }
        _ => true,
    }
}

/// Tokens after which a sentence without an end is cut, at a comma or at twice as many.
const LONG_SENTENCE: usize = 120;

/// Sentences: ranges of tokens between full stops, question marks, semicolons and line breaks; a
/// closing quotation mark goes with the stop before it.
pub(crate) fn sentences(lang: &LangPack, tokens: &[Token]) -> Vec<Range<usize>> {
    let dateline = dateline(tokens);
    let mut out = Vec::new();
    let mut start = 0;
    let mut i = 0;
    while i < tokens.len() {
        let token = &tokens[i];
        let long = i - start > LONG_SENTENCE && token.is_mark(",") || i - start > 2 * LONG_SENTENCE;
        let ends = token.kind == TokenKind::Break
            || token.is_mark("!?;…")
            || long
            || token.is_mark(".") && !abbreviated(lang, tokens, i);
        if i > start && dateline.as_ref().is_some_and(|d| d.start == i || d.end == i) {
            out.push(start..i);
            start = i;
        }
        if ends {
            let closes = tokens.get(i + 1).is_some_and(|t| {
                t.is_mark("\"”’'»)") && t.span.start == token.span.end && !token.text.is_empty()
            });
            let end = i + usize::from(closes);
            out.push(start..if closes { end + 1 } else { i });
            start = end + 1;
            i = end;
        }
        i += 1;
    }
    out.push(start..tokens.len());
    out.retain(|s: &Range<usize>| !s.is_empty());
    out
}

/// How far behind its beginning the dateline of a text may stand, in tokens.
const DATELINE: usize = 90;

/// "Wednesday 29 Oct 2014", "Published 23 February 2015": a full date that no preposition governs
/// and that a capital follows, near the beginning of a text: what stands before it is a title.
pub(crate) fn dateline(tokens: &[Token]) -> Option<Range<usize>> {
    let year = |t: &Token| {
        t.kind == TokenKind::Number && t.text.len() == 4 && t.text.starts_with(['1', '2'])
    };
    let dated =
        |t: &Token| t.kind == TokenKind::Number || t.is_word() && t.capital || t.is_mark(",.-/|");
    let last = (2..tokens.len().min(DATELINE)).find(|i| {
        let (a, b) = (&tokens[i - 1], &tokens[i - 2]);
        let day = |t: &Token| t.kind == TokenKind::Number && t.text.len() <= 2;
        let month = |t: &Token| t.is_word() && t.capital && (3..10).contains(&t.text.len());
        let shaped = month(a) && day(b)
            || day(a) && month(b)
            || a.is_mark(",") && day(b) && *i > 2 && month(&tokens[i - 3]);
        let next = tokens
            .get(i + 1)
            .is_none_or(|t| t.capital || t.kind == TokenKind::Break || t.is_mark("(|-–—\"“"));
        year(&tokens[*i]) && shaped && next
    })?;
    let mut start = last;
    while start > 0
        && last - start < 5
        && dated(&tokens[start - 1])
        && tokens[start - 1].kind != TokenKind::Break
    {
        start -= 1;
    }
    let governed = ["on", "in", "of", "since", "until", "from", "by", "to"];
    let before = start.checked_sub(1).map_or("", |b| tokens[b].text.as_str());
    (!governed.contains(&before)).then_some(start..last + 1)
}

/// A full stop behind an abbreviation or a single letter ends no sentence.
fn abbreviated(lang: &LangPack, tokens: &[Token], i: usize) -> bool {
    let Some(before) = i.checked_sub(1).map(|b| &tokens[b]) else { return false };
    let touches = before.span.end == tokens[i].span.start;
    let letter = before.is_word() && before.text.chars().count() == 1 && before.text != "i";
    touches && before.is_word() && (letter || lang.abbreviations.contains(&before.text))
}
