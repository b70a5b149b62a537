//! Clitics: what is written in one with the front or end of a word.

use std::borrow::Cow;

/// One way of cutting a word: clitics, and the string to look up in two parts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Cut<'a> {
    /// و or ف before all else.
    pub conjunction: bool,
    /// ب, ل or ك.
    pub preposition: Option<char>,
    /// The article was stripped.
    pub article: bool,
    /// What is left begins with this; empty but where letters are put back.
    pub head: &'a str,
    /// And goes on with this.
    pub tail: &'a str,
    /// A pronoun was stripped from the end.
    pub enclitic: Option<&'static str>,
}

impl<'a> Cut<'a> {
    /// What is left begins with the article.
    pub fn keeps_article(&self) -> bool {
        let first = if self.head.is_empty() { self.tail } else { self.head };
        first.starts_with("ال")
    }

    /// What is left as one string.
    pub fn stem(&self) -> Cow<'a, str> {
        match (self.head, self.tail) {
            ("", tail) => tail.into(),
            (head, tail) => format!("{head}{tail}").into(),
        }
    }
}

/// One way of cutting a word: clitics, and the string to look up.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Split<'a> {
    /// و or ف before all else.
    pub conjunction: bool,
    /// ب, ل or ك.
    pub preposition: Option<char>,
    /// The article was stripped.
    pub article: bool,
    /// What is left, without enclitic.
    pub stem: Cow<'a, str>,
    /// A pronoun was stripped from the end.
    pub enclitic: Option<&'a str>,
}

const ENCLITICS: [&str; 11] = ["هما", "كما", "هم", "هن", "كم", "ها", "نا", "ني", "ه", "ك", "ي"];

/// Most ways of cutting a word's front: four, each with and without a conjunction.
const MOST: usize = 8;

/// All ways of cutting a folded word, the longest stem first.
pub fn splits(word: &str) -> Vec<Split<'_>> {
    let mut out = Vec::new();
    each_cut(word, |cut| {
        let Cut { conjunction, preposition, article, enclitic, .. } = cut;
        out.push(Split { conjunction, preposition, article, stem: cut.stem(), enclitic });
    });
    out
}

/// Takes each way of cutting a folded word, the longest stem first, without allocating.
pub fn each_cut<'a>(word: &'a str, mut take: impl FnMut(Cut<'a>)) {
    let mut fronts = [Cut::default(); MOST];
    let mut count = 0;
    let mut keep = |cut: Cut<'a>| {
        take(cut);
        fronts[count] = cut;
        count += 1;
    };
    each_front(word, false, &mut keep);
    if let Some(rest) = long(word.strip_prefix(['و', 'ف']), 2) {
        each_front(rest, true, &mut keep);
    }
    for cut in &fronts[..count] {
        each_end(cut, &mut take);
    }
}

fn each_front<'a>(word: &'a str, conjunction: bool, take: &mut impl FnMut(Cut<'a>)) {
    let whole = Cut { conjunction, tail: word, ..Cut::default() };
    take(whole);
    if let Some(tail) = long(word.strip_prefix("ال"), 2) {
        take(Cut { article: true, tail, ..whole });
    }
    if let Some(tail) = long(word.strip_prefix("لل"), 2) {
        let purpose = Cut { preposition: Some('ل'), tail, ..whole };
        take(Cut { head: "ال", ..purpose });
        take(Cut { article: true, ..purpose });
    }
    let first = word.chars().next();
    if let Some(p @ ('ب' | 'ل' | 'ك')) = first
        && let Some(tail) = long(word.strip_prefix(p), 2)
    {
        let governed = Cut { preposition: Some(p), tail, ..whole };
        take(governed);
        if let Some(tail) = long(tail.strip_prefix("ال"), 2) {
            take(Cut { article: true, tail, ..governed });
        }
    }
}

fn long(rest: Option<&str>, at_least: usize) -> Option<&str> {
    rest.filter(|r| r.chars().nth(at_least - 1).is_some())
}

/// The same cut with a pronoun taken from the end; a ta before it stands for ta marbuta.
fn each_end<'a>(cut: &Cut<'a>, take: &mut impl FnMut(Cut<'a>)) {
    if cut.article || !cut.head.is_empty() {
        return;
    }
    for pronoun in ENCLITICS {
        let Some(base) = long(cut.tail.strip_suffix(pronoun), 3) else { continue };
        let bound = Cut { tail: base, enclitic: Some(pronoun), ..*cut };
        take(bound);
        if let Some(feminine) = base.strip_suffix('ت') {
            take(Cut { head: feminine, tail: "ه", ..bound });
        }
    }
}
