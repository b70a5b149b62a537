//! Words of time, and what may stand around them.

use super::Sort;
use crate::doc::Doc;
use crate::token::TokenKind;

/// Classes of words that have to do with time only inside a date: parts of the day, months and
/// seasons that are also names of people or verbs, edges ("beginning"), words before a date.
const ONLY_IN_DATES: [&str; 18] = [
    "part",
    "late_part",
    "day_word",
    "weak_month",
    "hijri_month",
    "season",
    "edge",
    "feast",
    "hijri_feast",
    "nth_day",
    "opens",
    "until",
    "after",
    "by",
    "few",
    "named",
    "named_day",
    "none",
];

pub(super) fn only_in_dates(class: &str) -> bool {
    ONLY_IN_DATES.contains(&class)
}

/// The value of a time word of this class that begins at the token, and where it ends.
pub(super) fn is(doc: &Doc<'_>, i: usize, class: &str) -> Option<(i32, usize)> {
    let mention = doc.mention_at(i).filter(|m| m.at.start == i && !m.enclitic)?;
    let word = mention.times(doc.lang).find(|t| t.class == class)?;
    Some((word.value, mention.at.end))
}

/// The value of a time word of this class that ends right before the token, and where it begins.
pub(super) fn before(doc: &Doc<'_>, i: usize, class: &str) -> Option<(i32, usize)> {
    let mention = doc.mention_at(i.checked_sub(1)?).filter(|m| m.at.end == i)?;
    let word = mention.times(doc.lang).find(|t| t.class == class)?;
    Some((word.value, mention.at.start))
}

/// The first of these classes that a word at the token has.
pub(super) fn any(doc: &Doc<'_>, i: usize, classes: &[&str]) -> Option<(i32, usize)> {
    classes.iter().find_map(|c| is(doc, i, c))
}

/// The folded spelling; empty behind the end.
pub(super) fn text<'d>(doc: &'d Doc<'_>, i: usize) -> &'d str {
    doc.tokens.get(i).map_or("", |t| t.text.as_str())
}

pub(super) fn mark(doc: &Doc<'_>, i: usize, marks: &str) -> bool {
    doc.tokens.get(i).is_some_and(|t| t.is_mark(marks))
}

pub(super) fn number(doc: &Doc<'_>, i: usize) -> Option<i32> {
    doc.tokens.get(i).filter(|t| t.kind == TokenKind::Number)?.text.parse().ok()
}

/// A number written with the article before it ("الـ24"), and where it ends.
pub(super) fn number_with_article(doc: &Doc<'_>, i: usize) -> Option<(i32, usize)> {
    let article = ["ال", "لل", "بال", "وال"].contains(&text(doc, i));
    let at = i + usize::from(article);
    number(doc, at).map(|n| (n, at + 1))
}

/// "the third of" spelt out, or a number that may be a day of a month.
pub(super) fn day_number(doc: &Doc<'_>, i: usize) -> Option<(i32, usize)> {
    let digits = number_with_article(doc, i).filter(|(d, _)| (1..=31).contains(d));
    digits.or_else(|| is(doc, i, "day"))
}

/// Which one of several: "last", "next", "this", "the one before last".
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Way {
    BeforeLast,
    Last,
    This,
    Next,
}

/// The word for it at the token, and where it ends.
pub(super) fn way(doc: &Doc<'_>, i: usize) -> Option<(Way, usize)> {
    [
        ("last_but_one", Way::BeforeLast),
        ("last", Way::Last),
        ("next", Way::Next),
        ("this", Way::This),
    ]
    .iter()
    .find_map(|(class, way)| is(doc, i, class).map(|(_, end)| (*way, end)))
}

/// Where the words for a part of the day end that begin at the token ("في ساعة متأخرة من مساء
/// يوم"): the token itself when there are none.
pub(super) fn lead(doc: &Doc<'_>, i: usize) -> usize {
    let mut at = i;
    while let Some((_, end)) = any(doc, at, &["part", "day_word"]) {
        if is(doc, at, "offset").is_some() || has_shadda(doc, at) {
            break;
        }
        at = end + usize::from(text(doc, end) == "من" && end > i);
    }
    at
}

/// "فجّر" with its shadda is a verb, not the dawn.
fn has_shadda(doc: &Doc<'_>, i: usize) -> bool {
    doc.slice(doc.tokens[i].span).contains('\u{651}')
        && doc.mention_at(i).is_some_and(|m| m.is_verb())
}

/// Where a part of the day behind a date ends ("الخميس مساء").
pub(super) fn trail(doc: &Doc<'_>, i: usize) -> usize {
    is(doc, i, "late_part").map_or(i, |(_, end)| end)
}

/// Whether the date that begins at the token only names something: "ميدان 30 يونيو", "سوق الجمعة".
pub(super) fn names_something(doc: &Doc<'_>, i: usize, sort: Sort) -> bool {
    let Some(head) = i.checked_sub(1).and_then(|h| doc.mention_at(h)) else { return false };
    let told = |class: &str| head.times(doc.lang).any(|t| t.class == class);
    let bare = !head.definite && !head.enclitic && head.at.end == i;
    bare && match sort {
        Sort::Weekday => told("named_day"),
        Sort::Calendar => told("named_day") || told("named"),
        Sort::Relative => false,
    }
}
