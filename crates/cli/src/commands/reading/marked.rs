//! The text of a report with its claims marked: each stretch stands between `[1` and `1]`, so that
//! stretches may overlap and nothing hangs on colour. Right-to-left text is laid out here where
//! the terminal does not do it.

use std::ops::Range;

use console::Style;
use hudna::model::Lang;
use unicode_width::UnicodeWidthChar;

use crate::visual;

/// A stretch of the text and the claims that rest on it.
pub struct Mark {
    /// Unicode scalars of the text.
    pub at: Range<usize>,
    /// Numbers of the claims, as printed.
    pub numbers: String,
    /// Kind of the first of them.
    pub kind: &'static str,
}

/// One scalar as it is shown.
#[derive(Debug, Clone, Copy, PartialEq)]
struct Letter {
    c: char,
    paint: Paint,
}

#[derive(Debug, Clone, Copy, PartialEq)]
enum Paint {
    Plain,
    /// Inside claims: the kind of the innermost, and whether it is inside others too.
    Claim(&'static str, bool),
    /// A bracket and number.
    Bracket(&'static str),
}

/// Colour of a kind; brackets and numbers say the same.
pub fn kind_style(kind: &str) -> Style {
    match kind {
        "violence" => Style::new().red(),
        "toll" => Style::new().magenta(),
        "meeting" => Style::new().blue(),
        "statement" => Style::new().cyan(),
        "truce" => Style::new().yellow(),
        _ => Style::new().green(),
    }
}

impl Paint {
    fn style(self) -> Style {
        match self {
            Paint::Plain => Style::new(),
            Paint::Claim(kind, false) => kind_style(kind),
            Paint::Claim(kind, true) => kind_style(kind).underlined(),
            Paint::Bracket(kind) => kind_style(kind).bold(),
        }
    }
}

/// The lines of the text, marked, no wider than `width` where its words allow it.
pub fn lines(text: &str, marks: &[Mark], lang: Lang, reorder: bool, width: usize) -> Vec<String> {
    let letters = letters(text, marks);
    let paragraphs = letters.split(|l| l.c == '\n');
    let wrapped = paragraphs.flat_map(|p| wrap(p, width));
    wrapped
        .map(|line| match reorder {
            true => painted(&flush(visual(&line, lang), lang, width)),
            false => painted(&line),
        })
        .collect()
}

/// The text with brackets where marks begin and end: inner ones close first, outer ones open
/// first.
fn letters(text: &str, marks: &[Mark]) -> Vec<Letter> {
    let mut out = Vec::new();
    let mut open: Vec<&Mark> = Vec::new();
    let mut coming: Vec<&Mark> = marks.iter().filter(|m| !m.at.is_empty()).collect();
    coming.sort_by_key(|m| (m.at.start, std::cmp::Reverse(m.at.end)));
    let mut coming = coming.into_iter().peekable();
    let end_of_text = '\n';
    for (at, c) in text.chars().chain([end_of_text]).enumerate() {
        while let Some(i) = open.iter().rposition(|m| m.at.end <= at) {
            let mark = open.remove(i);
            bracket(&mut out, &format!("\u{a0}{}]", mark.numbers), mark.kind);
        }
        while let Some(mark) = coming.next_if(|m| m.at.start <= at) {
            bracket(&mut out, &format!("[{}\u{a0}", mark.numbers), mark.kind);
            open.push(mark);
        }
        let paint = open.last().map_or(Paint::Plain, |m| Paint::Claim(m.kind, open.len() > 1));
        out.extend(shown(c).map(|c| Letter { c, paint }));
    }
    out.pop();
    out
}

fn bracket(out: &mut Vec<Letter>, text: &str, kind: &'static str) {
    out.extend(text.chars().map(|c| Letter { c, paint: Paint::Bracket(kind) }));
}

/// The scalar as it may go to a terminal: controls do nothing there, and marks of direction would
/// disturb a line that is laid out here.
fn shown(c: char) -> Option<char> {
    match c {
        '\n' => Some(c),
        '\r' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' => None,
        c if c.is_control() => Some(' '),
        c => Some(c),
    }
}

/// Breaks a paragraph at blanks; a longer word stays whole.
fn wrap(paragraph: &[Letter], width: usize) -> Vec<Vec<Letter>> {
    let mut out: Vec<Vec<Letter>> = vec![Vec::new()];
    for word in paragraph.split_inclusive(|l| l.c == ' ') {
        let last = out.last_mut().expect("there is always a line");
        let blank = usize::from(word.last().is_some_and(|l| l.c == ' '));
        if !last.is_empty() && columns(last) + columns(word) - blank > width {
            out.push(word.to_vec());
        } else {
            last.extend(word);
        }
    }
    out.iter_mut().for_each(|line| {
        while line.last().is_some_and(|l| l.c == ' ') {
            line.pop();
        }
    });
    out
}

fn columns(line: &[Letter]) -> usize {
    line.iter().filter_map(|l| l.c.width()).sum()
}

/// The line in the order in which a terminal prints it, from left to right.
fn visual(line: &[Letter], lang: Lang) -> Vec<Letter> {
    let text: String = line.iter().map(|l| l.c).collect();
    let order = visual::order(&text, lang).into_iter();
    order.map(|(i, c)| Letter { c, ..line[i] }).collect()
}

/// A line of Arabic ends at the right edge.
fn flush(line: Vec<Letter>, lang: Lang, width: usize) -> Vec<Letter> {
    if lang != Lang::Ar || line.is_empty() {
        return line;
    }
    let blank = Letter { c: ' ', paint: Paint::Plain };
    let mut out = vec![blank; width.saturating_sub(columns(&line))];
    out.extend(line);
    out
}

fn painted(line: &[Letter]) -> String {
    let same = line.chunk_by(|a, b| a.paint == b.paint);
    let paint = |part: &[Letter]| {
        let text: String = part.iter().map(|l| l.c).collect();
        part[0].paint.style().apply_to(text).to_string()
    };
    same.map(paint).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, marks: &[(Range<usize>, &str)], reorder: bool, expected: &str) {
        console::set_colors_enabled(false);
        let mark = |(at, n): &(Range<usize>, &str)| Mark {
            at: at.clone(),
            numbers: (*n).to_owned(),
            kind: "toll",
        };
        let marks: Vec<Mark> = marks.iter().map(mark).collect();
        let lang = hudna_brief::bidi::direction(text).expect("letters");
        let got = lines(text, &marks, lang, reorder, 20).join("\n");
        assert_eq!(got.replace('\u{a0}', "_"), expected);
    }

    #[test]
    fn each_claim_stands_between_its_numbers() {
        check("five dead here", &[(0..9, "1")], false, "[1_five dead_1] here");
    }

    #[test]
    fn stretches_lie_inside_each_other_and_overlap() {
        check("aa bb cc", &[(0..8, "1"), (3..5, "2")], false, "[1_aa [2_bb_2] cc_1]");
        check("aa bb cc", &[(0..5, "1"), (3..8, "2,3")], false, "[1_aa [2,3_bb_1]\ncc_2,3]");
        check("aa bb", &[(0..2, "2"), (0..5, "1")], false, "[1_[2_aa_2] bb_1]");
    }

    #[test]
    fn arabic_is_put_into_visual_order_with_brackets_turned_and_flush_right() {
        check("قتيلان (2) في حلب", &[], true, "   بلح يف (2) ناليتق");
        check("قتيلان حلب", &[(0..6, "1")], true, "    بلح [1_ناليتق_1]");
    }

    #[test]
    fn marks_on_letters_stay_on_them_and_controls_go() {
        check("قُتل\u{1b}", &[], true, "                 لتقُ");
        check("قتل\u{200f} زيد", &[], false, "قتل زيد");
    }

    #[test]
    fn lines_break_at_blanks_and_at_breaks() {
        check("one two three four five\nsix", &[], false, "one two three four\nfive\nsix");
    }

    #[test]
    fn colour_tells_the_kind_and_that_claims_overlap() {
        let marks = [
            Mark { at: 0..5, numbers: "1".into(), kind: "toll" },
            Mark { at: 3..5, numbers: "2".into(), kind: "violence" },
        ];
        let paints: Vec<Paint> = letters("aa bb", &marks).iter().map(|l| l.paint).collect();
        assert_eq!(paints[3], Paint::Claim("toll", false));
        assert!(paints.contains(&Paint::Claim("violence", true)));
        let red = Paint::Claim("violence", true).style().force_styling(true);
        assert!(red.apply_to("x").to_string().contains("\u{1b}[31m"));
    }
}
