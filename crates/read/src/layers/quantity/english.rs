//! Numbers of English: digits, number words, dozens, bounds, ranges.

use super::Quantity;
use crate::doc::Doc;
use crate::token::TokenKind;

/// Finds all quantities.
pub(super) fn find(doc: &Doc<'_>) -> Vec<Quantity> {
    let mut out: Vec<Quantity> = Vec::new();
    let mut i = 0;
    while i < doc.tokens.len() {
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

/// The class and value of the number word at a token, and where it ends.
fn word<'a>(doc: &Doc<'a>, i: usize) -> Option<(&'a str, u32, u32, usize)> {
    let mention = doc.mention_at(i).filter(|m| m.at.start == i)?;
    let number = mention.number(doc.lang)?;
    Some((number.class.as_str(), number.low, number.high, mention.at.end))
}

fn text<'d>(doc: &'d Doc<'_>, i: usize) -> &'d str {
    doc.tokens.get(i).map_or("", |t| t.text.as_str())
}

fn core(doc: &Doc<'_>, start: usize) -> Option<Quantity> {
    if let Some(end) = vague_end(doc, start) {
        return Some(end);
    }
    let (n, end) = sum(doc, start)?;
    Some(Quantity::exact(start..end, n))
}

/// "dozens", "several", "several dozen", "a few hundred", "a couple".
fn vague_end(doc: &Doc<'_>, start: usize) -> Option<Quantity> {
    let (class, low, high, end) = word(doc, start)?;
    match class {
        "vague" => Some(Quantity::vague(start..end, low, high)),
        "pair" => Some(Quantity::exact(start..end, low.max(2))),
        "few" => Some(match word(doc, end) {
            Some(("hundred" | "scale" | "dozen", n, _, end)) => Quantity::vague(
                start..end,
                n.saturating_mul(low.min(2)),
                n.saturating_mul(10).saturating_sub(1),
            ),
            _ => Quantity::vague(start..end, low, high),
        }),
        _ => None,
    }
}

/// Digits or number words added up: "twenty-five", "two hundred and ten", "1.5 million".
fn sum(doc: &Doc<'_>, start: usize) -> Option<(u32, usize)> {
    let mut total = 0f64;
    let mut run = 0f64;
    let mut i = start;
    let mut last = "";
    loop {
        if let Some(n) = digits(doc, i).filter(|_| last.is_empty()) {
            (run, last, i) = (n, "digits", i + 1);
            continue;
        }
        let and = usize::from(text(doc, i) == "and" && matches!(last, "hundred" | "scale"));
        let Some((class, n, _, end)) = word(doc, i + and) else { break };
        let n = f64::from(n);
        let fits = match class {
            "unit" => matches!(last, "" | "ten" | "hundred" | "scale"),
            "teen" | "ten" => matches!(last, "" | "hundred" | "scale"),
            "hundred" | "dozen" if last.is_empty() => after_article(doc, i),
            "scale" if last.is_empty() => after_article(doc, i),
            "hundred" | "dozen" => {
                and == 0 && matches!(last, "" | "unit" | "digits" | "teen" | "ten")
            }
            "scale" => and == 0 && last != "scale",
            _ => false,
        };
        if !fits {
            break;
        }
        match class {
            "hundred" | "dozen" => run = run.max(1.0) * n,
            "scale" => (total, run) = (total + run.max(1.0) * n, 0.0),
            _ => run += n,
        }
        (last, i) = (class, end);
    }
    let half = start > 1 && text(doc, start - 1) == "a" && text(doc, start - 2) == "half";
    let whole = (total + run) / if half { 2.0 } else { 1.0 };
    let counts = i > start && !(last == "digits" && ordinal_tail(doc, i));
    (counts && whole <= f64::from(u32::MAX) && whole.fract() == 0.0).then_some((whole as u32, i))
}

/// "a hundred", "half a dozen".
fn after_article(doc: &Doc<'_>, i: usize) -> bool {
    i > 0 && matches!(text(doc, i - 1), "a" | "an" | "half")
}

fn digits(doc: &Doc<'_>, i: usize) -> Option<f64> {
    let token = doc.tokens.get(i).filter(|t| t.kind == TokenKind::Number)?;
    let glued =
        i > 0 && doc.tokens[i - 1].is_mark("$€£") && doc.tokens[i - 1].span.end == token.span.start;
    if glued {
        return None;
    }
    token.text.parse().ok()
}

/// "5th", "21st".
fn ordinal_tail(doc: &Doc<'_>, i: usize) -> bool {
    let touches =
        i > 0 && doc.tokens.get(i).is_some_and(|t| t.span.start == doc.tokens[i - 1].span.end);
    touches && matches!(text(doc, i), "st" | "nd" | "rd" | "th")
}

/// Takes "at least", "more than", "up to" before or behind the number.
fn bounded(doc: &Doc<'_>, mut q: Quantity) -> Quantity {
    let mut most = 3;
    while let Some((class, start)) = bound_before(doc, q.at.start).filter(|_| most > 0) {
        q.at.start = start;
        most -= 1;
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
    let mut behind = q.at.end;
    let comma = usize::from(doc.tokens.get(behind).is_some_and(|t| t.is_mark(",")));
    match word(doc, behind + comma) {
        Some(("low_after", _, _, end)) => (q.high, behind) = (None, end),
        Some(("high_after", _, _, end)) => (q.low, behind) = (None, end),
        Some((class @ ("low" | "high"), _, _, end)) if comma > 0 && core(doc, end).is_none() => {
            if class == "low" {
                q.high = None
            } else {
                q.low = None
            }
            behind = end;
        }
        _ => {}
    }
    q.at.end = behind;
    q
}

fn bound_before<'a>(doc: &Doc<'a>, at: usize) -> Option<(&'a str, usize)> {
    let mut before = at.checked_sub(1)?;
    if ["a", "the", "an"].contains(&text(doc, before)) {
        before = before.checked_sub(1)?;
    }
    let mention = doc.mention_at(before).filter(|m| m.at.end == before + 1)?;
    let class = mention.number(doc.lang)?.class.as_str();
    let bound = ["low", "more", "high", "less", "about", "low_after"].contains(&class);
    bound.then_some((class, mention.at.start))
}

/// "between 10 and 15", "10-15", "10 to 15", "three or four".
fn joined(doc: &Doc<'_>, before: &Quantity, q: &Quantity) -> Option<Quantity> {
    let (low, high) = (before.number()?, q.number()?);
    if high <= low || q.at.start != before.at.end + 1 {
        return None;
    }
    let gap = &doc.tokens[before.at.end];
    let prior = before.at.start.checked_sub(1).map_or("", |i| doc.tokens[i].text.as_str());
    let link = gap.is_mark("-–—") || gap.text == "to" && prior != "from";
    let or = gap.text == "or";
    let between = gap.text == "and" && prior == "between";
    (link || or || between)
        .then(|| Quantity { high: Some(high), ..Quantity::exact(before.at.start..q.at.end, low) })
}
