//! One number, added up from its words and digits.

use super::word;
use crate::doc::Doc;
use crate::token::{Token, TokenKind};

/// Numbers above this are no counts of people or shells.
const LARGEST: u64 = 100_000_000;

/// A number that begins at a token: its value and where it ends.
pub(super) fn read(doc: &Doc<'_>, start: usize) -> Option<(u32, usize)> {
    let mut sum = Sum::default();
    let mut end = start;
    while end < doc.tokens.len() {
        // "68 ألفا و 865": و written apart from the digits behind it.
        let apart = end > start && doc.tokens[end].text == "و" && sum.last == "scale";
        let next = sum.take(doc, end + usize::from(apart), end == start || apart);
        let Some(next) = next else { break };
        end = next;
    }
    sum.total().map(|n| (n, end))
}

/// A number being added up: whole thousands, and what stands below them.
#[derive(Default)]
struct Sum {
    done: f64,
    part: Option<f64>,
    scale: f64,
    last: &'static str,
}

impl Sum {
    /// Takes the token if it continues the number; where the number goes on.
    fn take(&mut self, doc: &Doc<'_>, i: usize, free: bool) -> Option<usize> {
        let token = doc.tokens.get(i)?;
        if token.kind == TokenKind::Number {
            let (n, end) = digits(doc, i)?;
            return self.take_digits(n, free).then_some(end);
        }
        let (class, value, _, conjunction) = word(doc, i)?;
        if class == "fraction" {
            return self.take_fraction(doc, i, f64::from(value), conjunction);
        }
        // "ألفا شخص", "مليونا لاجئ": the dual before what it counts.
        let dual = class == "scale" && self.last.is_empty() && token.text.ends_with('ا');
        let class = if dual { "double_scale" } else { class };
        let value = if dual { value.saturating_mul(2) } else { value };
        let goes_on =
            free || conjunction || matches!(class, "scale" | "teen" | "hundred" | "double_scale");
        (goes_on && self.take_word(class, f64::from(value))).then_some(i + 1)
    }

    fn take_digits(&mut self, n: f64, free: bool) -> bool {
        if !free || !matches!(self.last, "" | "scale") || n > LARGEST as f64 {
            return false;
        }
        self.add(n, if n.fract() > 0.0 { "fraction" } else { "digits" })
    }

    /// "نصف مليون", "مليون ونصف المليون": a part of the scale beside it.
    fn take_fraction(&mut self, doc: &Doc<'_>, i: usize, of: f64, joined: bool) -> Option<usize> {
        let scale = word(doc, i + 1).filter(|w| w.0 == "scale");
        if self.last.is_empty() && !joined {
            let (_, value, ..) = scale?;
            self.done = of / 100.0 * f64::from(value);
            self.scale = f64::from(value);
            self.last = "scale";
            return Some(i + 2);
        }
        if self.last != "scale" || !joined {
            return None;
        }
        self.done += of / 100.0 * self.scale;
        self.last = "fraction";
        let again = scale.is_some_and(|(_, value, ..)| f64::from(value) == self.scale);
        Some(i + 1 + usize::from(again))
    }

    fn take_word(&mut self, class: &str, value: f64) -> bool {
        let last = self.last;
        match class {
            "unit" if matches!(last, "" | "hundred" | "scale") => self.add(value, "unit"),
            "teen" if matches!(last, "" | "unit") => self.add(value, "teen"),
            "ten" if matches!(last, "" | "unit" | "hundred" | "scale") => self.add(value, "ten"),
            "hundred" if last == "unit" => {
                self.part = self.part.map(|n| n * value);
                self.step("hundred")
            }
            "hundred" if matches!(last, "" | "scale") => self.add(value, "hundred"),
            "scale" if last != "scale" => self.raise(self.part.unwrap_or(1.0), value, value),
            "double_scale" if matches!(last, "" | "scale") => self.raise(1.0, value, value / 2.0),
            _ => false,
        }
    }

    fn add(&mut self, n: f64, last: &'static str) -> bool {
        self.part = Some(self.part.unwrap_or(0.0) + n);
        self.step(last)
    }

    fn raise(&mut self, times: f64, value: f64, scale: f64) -> bool {
        self.done += times * value;
        self.part = None;
        self.scale = scale;
        self.step("scale")
    }

    fn step(&mut self, last: &'static str) -> bool {
        self.last = last;
        true
    }

    fn total(&self) -> Option<u32> {
        let n = self.done + self.part.unwrap_or(0.0);
        (!self.last.is_empty() && n <= LARGEST as f64).then_some(n.round() as u32)
    }
}

/// Digits with the groups of thousands behind them, and where they end.
fn digits(doc: &Doc<'_>, i: usize) -> Option<(f64, usize)> {
    let scaled = word(doc, i + 1).is_some_and(|w| w.0 == "scale");
    let mut text = plain(&doc.tokens[i].text, scaled);
    let mut end = i + 1;
    while let Some(next) = group(doc, end, &text) {
        text.push_str(&doc.tokens[next].text);
        end = next + 1;
    }
    text.parse().ok().map(|n| (n, end))
}

/// "5.000" and "1.234.567" group thousands; "5.5" and "1.234 مليون" have a decimal mark.
fn plain(text: &str, scaled: bool) -> String {
    let mut parts = text.split('.');
    let first = parts.next().unwrap_or_default();
    let groups: Vec<&str> = parts.collect();
    let thousands = (!scaled || groups.len() > 1)
        && first != "0"
        && (1..=3).contains(&first.len())
        && !groups.is_empty()
        && groups.iter().all(|g| g.len() == 3);
    if thousands { text.replace('.', "") } else { text.to_owned() }
}

/// The token of three digits that goes on a number behind one space or an Arabic comma.
fn group(doc: &Doc<'_>, at: usize, text: &str) -> Option<usize> {
    let fits = |t: &Token| t.kind == TokenKind::Number && t.text.len() == 3 && is_number(&t.text);
    let gap = |a: usize| doc.tokens[a].span.start - doc.tokens[a - 1].span.end;
    let token = doc.tokens.get(at)?;
    if !is_number(text) || text.len() > 9 || text.starts_with('0') {
        return None;
    }
    if token.is_mark("،") {
        let next = doc.tokens.get(at + 1).filter(|t| fits(t))?;
        return (gap(at) == 0 && token.span.end == next.span.start).then_some(at + 1);
    }
    (fits(token) && gap(at) == 1 && text.len() <= 3).then_some(at)
}

fn is_number(text: &str) -> bool {
    !text.is_empty() && text.chars().all(|c| c.is_ascii_digit())
}
