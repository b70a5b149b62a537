//! A text with its claims marked: parts that are, one after another, exactly the text.

use hudna::model::{NoteKind, Span};
use serde_json::{Value, json};

/// Something that is marked in a text.
#[derive(Debug, Clone, Copy)]
pub struct Mark<'m> {
    /// Where.
    pub span: Span,
    /// Id of the claim; none for a note.
    pub claim: Option<&'m str>,
    /// Kind of the claim or of the note.
    pub kind: &'m str,
    /// Number beside its words.
    pub n: usize,
}

/// Unicode scalars before and after words that are shown with them, where no sentence ends.
const AROUND: usize = 240;

/// The name of a kind of notes.
pub fn note_kind(kind: NoteKind) -> &'static str {
    match kind {
        NoteKind::UnreadHarm => "unread_harm",
        NoteKind::UnknownPlace => "unknown_place",
        NoteKind::AmbiguousPlace => "ambiguous_place",
        NoteKind::Unresolved => "unresolved",
        NoteKind::UnreadLanguage => "unread_language",
        NoteKind::Cut => "cut",
    }
}

/// The parts of `text` inside `window`, of all of it where there is none.
pub fn segments(text: &str, marks: &[Mark<'_>], window: Option<Span>) -> Vec<Value> {
    let chars: Vec<char> = text.chars().collect();
    let window = window.unwrap_or_else(|| Span::new(0, chars.len()));
    let (from, to) = (window.start.min(chars.len()), window.end.min(chars.len()));
    let mut cuts = vec![from, to];
    cuts.extend(marks.iter().flat_map(|m| [m.span.start, m.span.end]));
    cuts.retain(|at| (from..=to).contains(at));
    cuts.sort_unstable();
    cuts.dedup();
    cuts.windows(2).map(|ends| segment(&chars, marks, ends[0], ends[1])).collect()
}

fn segment(chars: &[char], marks: &[Mark<'_>], from: usize, to: usize) -> Value {
    let here = |m: &&Mark<'_>| m.span.start <= from && m.span.end >= to;
    let claims: Vec<&Mark<'_>> = marks.iter().filter(here).filter(|m| m.claim.is_some()).collect();
    let starts: Vec<Value> = claims
        .iter()
        .filter(|m| m.span.start == from)
        .map(|m| json!({ "id": m.claim, "n": m.n }))
        .collect();
    let note = marks.iter().filter(here).find(|m| m.claim.is_none() && claims.is_empty());
    json!({
        "text": chars[from..to].iter().collect::<String>(),
        "claims": claims.iter().map(|m| m.claim).collect::<Vec<_>>(),
        "kinds": claims.iter().map(|m| m.kind).collect::<Vec<_>>(),
        "starts": starts, "note": note.map(|m| m.kind),
    })
}

/// The sentence or two in which words stand.
pub fn around(text: &str, words: Span) -> Span {
    let chars: Vec<char> = text.chars().collect();
    let ends = |c: char| matches!(c, '\n' | '.' | '؟' | '?' | '!');
    let (start, end) = (words.start.min(chars.len()), words.end.min(chars.len()));
    let earliest = start.saturating_sub(AROUND);
    let latest = (end + AROUND).min(chars.len());
    let mut from =
        (earliest..start).rev().find(|at| ends(chars[*at])).map_or(earliest, |at| at + 1);
    while from < start && chars[from].is_whitespace() {
        from += 1;
    }
    let to = (end..latest).find(|at| ends(chars[*at])).map_or(latest, |at| at + 1);
    Span::new(from, to.max(end))
}

/// Where words stand in a text, in Unicode scalars; every place of them.
pub fn find(text: &str, words: &str) -> Vec<Span> {
    let size = words.chars().count();
    if size == 0 {
        return Vec::new();
    }
    let at = |byte: usize| text[..byte].chars().count();
    text.match_indices(words).map(|(byte, _)| at(byte)).map(|s| Span::new(s, s + size)).collect()
}

/// The words of a span.
pub fn slice(text: &str, span: Span) -> String {
    text.chars().skip(span.start).take(span.len()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "قصف حلب. قتل ٣ 😀 أشخاص.\nثم هدنة";

    fn mark<'m>(start: usize, end: usize, claim: Option<&'m str>) -> Mark<'m> {
        Mark { span: Span::new(start, end), claim, kind: "toll", n: 1 }
    }

    #[test]
    fn parts_are_exactly_the_text() {
        let marks = [mark(0, 7, Some("c1")), mark(4, 12, Some("c2")), mark(9, 16, None)];
        let parts = segments(TEXT, &marks, None);
        let whole: String = parts.iter().filter_map(|p| p["text"].as_str()).collect();
        assert_eq!(whole, TEXT);
        assert_eq!(parts[1]["claims"], json!(["c1", "c2"]));
        assert_eq!(parts[1]["starts"], json!([{ "id": "c2", "n": 1 }]));
    }

    #[test]
    fn a_mark_beyond_the_text_does_no_harm() {
        let parts = segments("ab", &[mark(1, 9, Some("c1"))], None);
        let whole: String = parts.iter().filter_map(|p| p["text"].as_str()).collect();
        assert_eq!(whole, "ab");
    }

    #[test]
    fn words_are_shown_in_their_sentence() {
        assert_eq!(slice(TEXT, around(TEXT, Span::new(9, 12))), "قتل ٣ 😀 أشخاص.");
        assert_eq!(slice(TEXT, around(TEXT, Span::new(4, 7))), "قصف حلب.");
    }

    #[test]
    fn words_that_stand_twice_are_found_twice() {
        assert_eq!(find("حلب ثم حلب", "حلب"), [Span::new(0, 3), Span::new(7, 10)]);
        assert_eq!(find("حلب", "").len(), 0);
    }
}
