//! Visual order: what a terminal must print from left to right so that text of both directions
//! reads rightly (Unicode bidirectional algorithm, UAX #9, with mirrored brackets).

use hudna::model::Lang;
use unicode_bidi::{BidiInfo, Level};
use unicode_width::UnicodeWidthChar;

/// The scalars of a line in visual order: which one of the line it is, and as what it is shown.
pub fn order(line: &str, lang: Lang) -> Vec<(usize, char)> {
    let base = if lang == Lang::Ar { Level::rtl() } else { Level::ltr() };
    let info = BidiInfo::new(line, Some(base));
    let chars: Vec<(usize, char)> = line.chars().enumerate().collect();
    let starts: Vec<usize> = line.char_indices().map(|(at, _)| at).collect();
    let index = |byte: usize| starts.partition_point(|start| *start < byte);
    let mut out = Vec::with_capacity(chars.len());
    for paragraph in &info.paragraphs {
        let (levels, runs) = info.visual_runs(paragraph, paragraph.range.clone());
        for run in runs {
            let part = &chars[index(run.start)..index(run.end)];
            match levels[run.start].is_rtl() {
                true => out.extend(reversed(part)),
                false => out.extend_from_slice(part),
            }
        }
    }
    out
}

/// From the last to the first; what stands on a letter stays behind it.
fn reversed(part: &[(usize, char)]) -> Vec<(usize, char)> {
    let on_another = |i: usize| i > 0 && part[i].1.width() == Some(0);
    let mut out = Vec::with_capacity(part.len());
    let mut end = part.len();
    for start in (0..part.len()).rev().filter(|i| !on_another(*i)) {
        out.extend(part[start..end].iter().map(|(i, c)| (*i, mirrored(*c))));
        end = start;
    }
    out
}

/// The bracket that faces the other way.
fn mirrored(c: char) -> char {
    const PAIRS: [(char, char); 6] =
        [('(', ')'), ('[', ']'), ('{', '}'), ('<', '>'), ('«', '»'), ('‹', '›')];
    let other = |&(a, b): &(char, char)| match c {
        _ if c == a => Some(b),
        _ if c == b => Some(a),
        _ => None,
    };
    PAIRS.iter().find_map(other).unwrap_or(c)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(line: &str, lang: Lang, expected: &str) {
        let got: String = order(line, lang).iter().map(|(_, c)| *c).collect();
        assert_eq!(got, expected);
    }

    #[test]
    fn each_direction_in_the_other() {
        check("حلب 12", Lang::Ar, "12 بلح");
        check("in حلب now", Lang::En, "in بلح now");
        check("", Lang::Ar, "");
    }

    #[test]
    fn brackets_face_what_they_hold() {
        check("«حلب» (أمس)", Lang::Ar, "(سمأ) «بلح»");
        check("(x) حلب", Lang::En, "(x) بلح");
    }

    #[test]
    fn marks_on_letters_stay_on_them() {
        check("قُتل", Lang::Ar, "لتقُ");
    }
}
