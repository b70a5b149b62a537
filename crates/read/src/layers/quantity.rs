//! Numbers: digits of three scripts, number words, mixtures, tens and dozens, bounds.

use std::ops::Range;

use crate::doc::Doc;
use crate::token::TokenKind;

/// A number as told.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Quantity {
    /// Tokens, bounds included.
    pub at: Range<usize>,
    /// At least.
    pub low: Option<u32>,
    /// At most.
    pub high: Option<u32>,
    /// "dozens", "hundreds".
    pub vague: bool,
}

impl Quantity {
    fn exact(at: Range<usize>, n: u32) -> Self {
        Self { at, low: Some(n), high: Some(n), vague: false }
    }

    /// The number, when it is told exactly.
    pub fn number(&self) -> Option<u32> {
        self.low.filter(|_| self.low == self.high)
    }
}

/// Numbers above this are no counts of people or shells.
const LARGEST: u64 = 100_000_000;

/// Finds all quantities.
pub fn find(doc: &Doc<'_>) -> Vec<Quantity> {
    let mut out: Vec<Quantity> = Vec::new();
    let mut i = 0;
    while i < doc.tokens.len() {
        match core(doc, i) {
            Some(quantity) => {
                let mut quantity = bounded(doc, quantity);
                if let Some(range) = out.last().and_then(|before| joined(doc, before, &quantity)) {
                    out.pop();
                    quantity = range;
                }
                i = quantity.at.end;
                out.push(quantity);
            }
            None => i += 1,
        }
    }
    out
}

/// The class and value of a number word at a token; only whole tokens or with و, ب, ل.
fn word<'a>(doc: &Doc<'a>, i: usize) -> Option<(&'a str, u32, u32, bool)> {
    let mention = doc.mention_at(i).filter(|m| m.at.start == i && !m.enclitic)?;
    let number = mention.number(doc.lang)?;
    Some((number.class.as_str(), number.low, number.high, mention.conjunction))
}

fn core(doc: &Doc<'_>, start: usize) -> Option<Quantity> {
    if let Some(("vague", low, high, _)) = word(doc, start) {
        let end = doc.mention_at(start).map_or(start + 1, |m| m.at.end);
        let at = start..end;
        return Some(Quantity { at, low: Some(low), high: Some(high), vague: true });
    }
    if let Some(vague) = bare_scale(doc, start) {
        return Some(vague);
    }
    let mut sum = Sum::default();
    let mut end = start;
    while end < doc.tokens.len() {
        // "68 ألفا و 865": و written apart from the digits behind it.
        let apart = end > start && doc.tokens[end].text == "و" && sum.last == "scale";
        let next = end + usize::from(apart);
        if next >= doc.tokens.len() || !sum.take(doc, next, end == start || apart) {
            break;
        }
        end = next + 1;
    }
    let n = sum.total()?;
    (end > start).then(|| Quantity::exact(start..end, n))
}

/// "آلاف", "ملايين" without a number before them: some thousands, some millions.
fn bare_scale(doc: &Doc<'_>, start: usize) -> Option<Quantity> {
    let Some(("scale", value, ..)) = word(doc, start) else { return None };
    let mention = doc.mention_at(start)?;
    let bare = doc.tokens[start].text.trim_start_matches(['و', 'ب', 'ل']);
    let plural = ["الاف", "ملايين", "لاف"].contains(&bare) || mention.definite && bare.len() > 8;
    let at = start..mention.at.end;
    let (low, high) = (Some(value * 2), Some(value * 10 - 1));
    plural.then_some(Quantity { at, low, high, vague: true })
}

/// A number being added up: whole thousands, and what stands below them.
#[derive(Default)]
struct Sum {
    done: f64,
    part: f64,
    last: &'static str,
    any: bool,
}

impl Sum {
    /// Takes the token if it continues the number.
    fn take(&mut self, doc: &Doc<'_>, i: usize, first: bool) -> bool {
        let token = &doc.tokens[i];
        if token.kind == TokenKind::Number {
            return self.take_digits(&token.text, first);
        }
        if token.is_mark("-–") {
            return false;
        }
        let joined_digits = token.text.strip_prefix(['و', 'ب', 'ل']).filter(|r| is_number(r));
        if let Some(digits) = joined_digits {
            return self.take_digits(digits, first || token.text.starts_with('و'));
        }
        let Some((class, value, _, conjunction)) = word(doc, i) else { return false };
        let goes_on =
            first || conjunction || matches!(class, "scale" | "teen" | "hundred" | "double_scale");
        goes_on && self.take_word(class, f64::from(value), first)
    }

    fn take_digits(&mut self, digits: &str, allowed: bool) -> bool {
        let Ok(n) = digits.parse::<f64>() else { return false };
        let follows_scale = self.last == "scale";
        if !(allowed && (!self.any || follows_scale)) || n > LARGEST as f64 {
            return false;
        }
        self.part += n;
        self.step(if n.fract() > 0.0 { "fraction" } else { "digits" })
    }

    fn take_word(&mut self, class: &str, value: f64, first: bool) -> bool {
        match class {
            "unit" if first || matches!(self.last, "hundred" | "scale") => {
                self.part += value;
                self.step("unit")
            }
            "teen" if first || self.last == "unit" => {
                self.part += value;
                self.step("teen")
            }
            "ten" if first || matches!(self.last, "unit" | "hundred" | "scale") => {
                self.part += value;
                self.step("ten")
            }
            "hundred" if first || matches!(self.last, "unit" | "scale") => {
                self.part = if self.last == "unit" { self.part * value } else { self.part + value };
                self.step("hundred")
            }
            "scale" if self.last != "scale" => {
                self.done += self.part.max(1.0) * value;
                self.part = 0.0;
                self.step("scale")
            }
            "double_scale" if first => {
                self.done += value;
                self.step("scale")
            }
            _ => false,
        }
    }

    fn step(&mut self, last: &'static str) -> bool {
        self.any = true;
        self.last = last;
        true
    }

    fn total(&self) -> Option<u32> {
        let n = self.done + self.part;
        (self.any && n <= LARGEST as f64).then_some(n.round() as u32)
    }
}

fn is_number(text: &str) -> bool {
    !text.is_empty() && text.chars().all(|c| c.is_ascii_digit())
}

/// Takes "at least", "more than", "up to" before or behind the number.
fn bounded(doc: &Doc<'_>, mut q: Quantity) -> Quantity {
    if let Some((from, class)) = bound_before(doc, q.at.start) {
        q.at.start = from;
        match class {
            "low" => q.high = None,
            "more" => (q.low, q.high) = (q.low.map(|n| if q.vague { n } else { n + 1 }), None),
            "high" => q.low = None,
            "less" => (q.low, q.high) = (None, q.high.map(|n| n.saturating_sub(1))),
            _ => {}
        }
    }
    let mut at = q.at.end;
    // "43 مدنيا على الأقل": the bound stands behind what is counted.
    for _ in 0..4 {
        match word(doc, at) {
            Some(("low_after", ..)) => q.high = None,
            Some(("high_after", ..)) => q.low = None,
            _ if at < doc.tokens.len() && doc.tokens[at].is_word() => {
                at += 1;
                continue;
            }
            _ => break,
        }
        break;
    }
    q
}

fn bound_before<'a>(doc: &Doc<'a>, at: usize) -> Option<(usize, &'a str)> {
    let mention = doc.mention_at(at.checked_sub(1)?)?;
    let number = mention.number(doc.lang)?;
    let bound = ["low", "more", "high", "less", "about"].contains(&number.class.as_str());
    if !bound {
        return None;
    }
    match bound_before(doc, mention.at.start) {
        Some(outer) => Some(outer),
        None => Some((mention.at.start, number.class.as_str())),
    }
}

/// "between 10 and 15", "10-15", "10 إلى 15".
fn joined(doc: &Doc<'_>, before: &Quantity, q: &Quantity) -> Option<Quantity> {
    let (low, high) = (before.number()?, q.number()?);
    if high <= low || q.at.start < before.at.end {
        return None;
    }
    let gap = &doc.tokens[before.at.end..q.at.start];
    let dash = gap.len() == 1 && (gap[0].is_mark("-–—") || gap[0].text == "الي");
    let between = before.at.start > 0
        && doc.tokens[before.at.start - 1].text == "بين"
        && (gap.is_empty() || (gap.len() == 1 && gap[0].text == "و"));
    (dash || between).then_some(Quantity {
        at: before.at.start..q.at.end,
        low: Some(low),
        high: Some(high),
        vague: false,
    })
}
