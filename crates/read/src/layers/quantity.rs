//! Numbers: digits of three scripts, number words, mixtures, tens and dozens, bounds, ranges.

use std::ops::Range;

use crate::doc::Doc;

mod english;
mod sum;

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
    /// "more than": the number told is one below `low`.
    pub above: bool,
}

impl Quantity {
    fn exact(at: Range<usize>, n: u32) -> Self {
        Self { at, low: Some(n), high: Some(n), vague: false, above: false }
    }

    fn vague(at: Range<usize>, low: u32, high: u32) -> Self {
        Self { at, low: Some(low), high: Some(high), vague: true, above: false }
    }

    /// The number, when it is told exactly.
    pub fn number(&self) -> Option<u32> {
        self.low.filter(|_| self.low == self.high)
    }
}

/// Finds all quantities.
pub fn find(doc: &Doc<'_>) -> Vec<Quantity> {
    if doc.is_english() {
        return english::find(doc);
    }
    let mut out: Vec<Quantity> = Vec::new();
    let mut i = 0;
    while i < doc.tokens.len() {
        if let Some(end) = ordinal(doc, i) {
            i = end;
            continue;
        }
        let Some(quantity) = core(doc, i) else {
            i += 1;
            continue;
        };
        let mut quantity = bounded(doc, quantity);
        if let Some(range) = out.last().and_then(|before| joined(doc, before, &quantity)) {
            out.pop();
            quantity = range;
        }
        i = quantity.at.end;
        out.push(quantity);
    }
    out
}

/// The class and value of a number word at a token; only whole tokens or with و, ب, ل.
fn word<'a>(doc: &Doc<'a>, i: usize) -> Option<(&'a str, u32, u32, bool)> {
    let mention = doc.mention_at(i).filter(|m| m.at.start == i && !m.enclitic)?;
    let number = mention.number(doc.lang)?;
    Some((number.class.as_str(), number.low, number.high, mention.conjunction))
}

/// "الثالثة عشرة", "الخامس والعشرين": an ordinal counts nothing; where it ends.
fn ordinal(doc: &Doc<'_>, i: usize) -> Option<usize> {
    if within_date(doc, i) {
        return Some(i + 1);
    }
    word(doc, i).filter(|w| w.0 == "ordinal")?;
    let goes_on = |k: usize| {
        word(doc, k).is_some_and(|(class, _, _, conjunction)| match class {
            "teen" => !conjunction,
            "ten" => conjunction,
            _ => false,
        })
    };
    Some(if goes_on(i + 1) { i + 2 } else { i + 1 })
}

/// The tens of an ordinal whose first word a longer form holds ("اليوم الخامس | والعشرين").
fn within_date(doc: &Doc<'_>, i: usize) -> bool {
    use crate::pack::index::Target;
    let tens = word(doc, i).is_some_and(|(class, _, _, conjunction)| class == "ten" && conjunction);
    let ordinal = |k: usize| {
        doc.lang.index.single(&doc.tokens[k].text).iter().any(|hit| match hit.target {
            Target::Number(n) => doc.lang.numbers[n as usize].class == "ordinal",
            _ => false,
        })
    };
    tens && i > 0 && doc.mention_at(i - 1).is_some_and(|m| m.at.len() > 1) && ordinal(i - 1)
}

fn core(doc: &Doc<'_>, start: usize) -> Option<Quantity> {
    let end = || doc.mention_at(start).map_or(start + 1, |m| m.at.end);
    match word(doc, start) {
        Some(("vague", low, high, _)) => return Some(Quantity::vague(start..end(), low, high)),
        Some(("few", low, high, _)) => return Some(few(doc, start, low, high)),
        _ => {}
    }
    if let Some(vague) = bare_scale(doc, start) {
        return Some(vague);
    }
    let (n, end) = sum::read(doc, start)?;
    // "عشرين ونيف": some more than the number.
    match word(doc, end) {
        Some(("odd", ..)) => Some(Quantity {
            high: None,
            low: Some(n + 1),
            above: true,
            ..Quantity::exact(start..end + 1, n)
        }),
        _ => Some(Quantity::exact(start..end, n)),
    }
}

/// "بضعة عشر", "بضعة وعشرون", "بضعة آلاف", "بضع مئات": three to nine, of something or beyond it.
fn few(doc: &Doc<'_>, start: usize, low: u32, high: u32) -> Quantity {
    match word(doc, start + 1) {
        Some((class @ ("teen" | "ten"), n, _, conjunction)) if conjunction == (class == "ten") => {
            Quantity::vague(start..start + 2, n + low, n + high)
        }
        Some(("scale", n, ..)) => {
            Quantity::vague(start..start + 2, n.saturating_mul(low), n.saturating_mul(high + 1) - 1)
        }
        Some(("vague", 200, ..)) => Quantity::vague(start..start + 2, 100 * low, 999),
        Some(("vague", 20, ..)) => Quantity::vague(start..start + 2, 10 * low, 99),
        _ => Quantity::vague(start..start + 1, low, high),
    }
}

/// "آلاف", "ملايين" without a number before them: some thousands, some millions.
fn bare_scale(doc: &Doc<'_>, start: usize) -> Option<Quantity> {
    let Some(("scale", value, ..)) = word(doc, start) else { return None };
    let mention = doc.mention_at(start)?;
    let bare = doc.tokens[start].text.trim_start_matches(['و', 'ب', 'ل']);
    let plural = ["الاف", "ملايين", "لاف"].contains(&bare) || mention.definite && bare.len() > 8;
    plural.then(|| {
        Quantity::vague(
            start..mention.at.end,
            value.saturating_mul(2),
            value.saturating_mul(10) - 1,
        )
    })
}

/// Takes "at least", "more than", "up to" before or behind the number.
fn bounded(doc: &Doc<'_>, mut q: Quantity) -> Quantity {
    if let Some((from, class)) = bound_before(doc, q.at.start) {
        q.at.start = from;
        match class {
            "low" | "low_after" => q.high = None,
            "more" => {
                q.above = !q.vague;
                (q.low, q.high) = (q.low.map(|n| n + u32::from(!q.vague)), None);
            }
            "high" => q.low = None,
            "less" => (q.low, q.high) = (None, q.high.map(|n| n.saturating_sub(1))),
            _ => {}
        }
    }
    match bound_behind(doc, q.at.end) {
        Some("low_after") => q.high = None,
        Some("high_after") => q.low = None,
        _ => {}
    }
    q
}

/// How many words may stand between a number and the bound behind what it counts.
const BOUND_REACH: usize = 5;

/// "43 مدنيا على الأقل": the bound stands behind what is counted, before anything else is told.
fn bound_behind<'a>(doc: &Doc<'a>, from: usize) -> Option<&'a str> {
    for at in from..(from + BOUND_REACH).min(doc.tokens.len()) {
        match word(doc, at) {
            Some((class @ ("low_after" | "high_after"), ..)) => return Some(class),
            Some(_) => return None,
            None => {}
        }
        let joined = doc.mention_at(at).is_some_and(|m| m.at.start == at && m.conjunction);
        if joined || !doc.tokens[at].is_word() {
            return None;
        }
    }
    None
}

fn bound_before<'a>(doc: &Doc<'a>, at: usize) -> Option<(usize, &'a str)> {
    let before = at.checked_sub(1)?;
    // "أكثر من الـ 600", "نحو ال-20": the article of digits stands apart.
    let token = &doc.tokens[before];
    let article = ["ال", "لل", "ب", "ل"].contains(&token.text.as_str());
    if article || token.is_mark("-") && before > 0 && doc.tokens[before - 1].text == "ال" {
        return bound_before(doc, before);
    }
    let mention = doc.mention_at(before)?;
    let number = mention.number(doc.lang)?;
    let class = number.class.as_str();
    let bound = ["low", "more", "high", "less", "about", "low_after"].contains(&class);
    // What stands behind a number belongs to that number ("5 جنود على الأقل").
    let taken = class == "low_after" && belongs_before(doc, mention.at.start);
    if !bound || taken {
        return None;
    }
    match bound_before(doc, mention.at.start) {
        Some(outer) => Some(outer),
        None => Some((mention.at.start, class)),
    }
}

fn belongs_before(doc: &Doc<'_>, at: usize) -> bool {
    let from = at.saturating_sub(BOUND_REACH);
    (from..at).any(|i| {
        doc.tokens[i].kind == crate::token::TokenKind::Number
            || word(doc, i).is_some_and(|w| w.1 > 0)
    })
}

/// "between 10 and 15", "10-15", "10 إلى 15", "ثلاثة أو أربعة".
fn joined(doc: &Doc<'_>, before: &Quantity, q: &Quantity) -> Option<Quantity> {
    let (low, high) = (before.number()?, q.number()?);
    if high <= low || q.at.start < before.at.end {
        return None;
    }
    let gap = &doc.tokens[before.at.end..q.at.start];
    let prior = before.at.start.checked_sub(1);
    let prior_is = |word: &str| prior.is_some_and(|i| doc.tokens[i].text == word);
    let link = gap.len() == 1 && (gap[0].is_mark("-–—") || gap[0].text == "الي");
    // "ارتفع من 10 إلى 15" tells two numbers; "منذ 2023 إلى 58 ألفا" a year and a number.
    let dated =
        prior.and_then(|i| doc.mention_at(i)).is_some_and(|m| m.times(doc.lang).count() > 0);
    let to = link && !prior_is("من") && !dated;
    let or = gap.len() == 1 && gap[0].text == "او";
    let between = prior_is("بين") && (gap.is_empty() || (gap.len() == 1 && gap[0].text == "و"));
    (to || or || between)
        .then_some(Quantity { high: Some(high), ..Quantity::exact(before.at.start..q.at.end, low) })
}
