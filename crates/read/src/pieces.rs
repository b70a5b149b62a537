//! Long texts in pieces, each read by itself, so that what looks at a whole report stays linear in
//! the text: a report is rarely a hundredth of a piece.

/// Longest piece, in Unicode scalars.
const LONGEST: usize = 100_000;

/// Where a piece may end, the best first.
const BREAKS: [&str; 4] = ["\n\n", "\n", ". ", " "];

/// Pieces of a text with the scalar at which each begins. A short text is one.
pub(crate) fn pieces(text: &str) -> Vec<(usize, &str)> {
    let mut out = Vec::new();
    let (mut start, mut rest) = (0, text);
    while let Some((limit, _)) = rest.char_indices().nth(LONGEST) {
        let piece = &rest[..end(&rest[..limit])];
        out.push((start, piece));
        start += piece.chars().count();
        rest = &rest[piece.len()..];
    }
    if !rest.is_empty() || out.is_empty() {
        out.push((start, rest));
    }
    out
}

/// The byte behind the last break of the second half, of the best sort that is there.
fn end(window: &str) -> usize {
    let half = window.len() / 2;
    let found =
        BREAKS.iter().find_map(|b| window.rfind(b).map(|i| i + b.len()).filter(|i| *i > half));
    found.unwrap_or(window.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pieces_end_at_paragraphs_and_make_up_the_text() {
        let text = format!("{}\n\n{}", "هدنة. ".repeat(15_000), "قصف ".repeat(40_000));
        let got = pieces(&text);
        assert_eq!(got.iter().map(|(_, t)| *t).collect::<String>(), text);
        assert!(got.len() == 3 && got[0].1.ends_with("\n\n") && got[1].1.ends_with(' '));
        let starts = got.iter().map(|(start, piece)| start + piece.chars().count());
        assert_eq!(starts.last(), Some(text.chars().count()));
        assert_eq!(pieces(""), [(0, "")]);
    }
}
