//! Tables in a terminal, in both directions. Library tables know no right-to-left layout: in
//! Arabic the first column stands rightmost, cells are flush right, and where the terminal does
//! not reorder text, each cell is put into visual order here (Unicode bidirectional algorithm).

use std::borrow::Cow;

use console::Style;
use hudna::model::Lang;
use unicode_width::UnicodeWidthStr;

/// Narrowest column that is wrapped further.
const NARROWEST: usize = 12;
/// Blank columns between two.
const GAP: &str = "  ";

/// One cell.
pub struct Cell {
    text: String,
    style: Style,
}

impl Cell {
    /// A plain cell.
    pub fn new(text: impl Into<String>) -> Self {
        Self { text: text.into(), style: Style::new() }
    }

    /// A coloured cell.
    pub fn styled(text: impl Into<String>, style: Style) -> Self {
        Self { text: text.into(), style }
    }
}

/// Lays a table out within `width` columns.
pub fn render(
    heads: &[String],
    rows: &[Vec<Cell>],
    lang: Lang,
    reorder: bool,
    width: usize,
) -> String {
    let bold: Vec<Cell> =
        heads.iter().map(|h| Cell::styled(h.clone(), Style::new().bold().underlined())).collect();
    let all: Vec<&[Cell]> =
        std::iter::once(bold.as_slice()).chain(rows.iter().map(Vec::as_slice)).collect();
    let widths = widths(&all, width);
    let mut out = String::new();
    for row in all {
        for text in row_lines(row, &widths, lang, reorder) {
            out.push_str(text.trim_end());
            out.push('\n');
        }
    }
    out
}

fn row_lines(row: &[Cell], widths: &[usize], lang: Lang, reorder: bool) -> Vec<String> {
    let wrapped: Vec<Vec<String>> =
        row.iter().zip(widths).map(|(cell, width)| wrap(&cell.text, *width)).collect();
    let height = wrapped.iter().map(Vec::len).max().unwrap_or(0);
    let line_at = |at: usize| {
        let mut cells: Vec<String> = Vec::with_capacity(row.len());
        for ((cell, lines), width) in row.iter().zip(&wrapped).zip(widths) {
            let text = lines.get(at).map_or("", String::as_str);
            let blank = " ".repeat(width.saturating_sub(text.width()));
            let shown = cell.style.apply_to(line(text, lang, reorder)).to_string();
            let flush_right = lang == Lang::Ar && reorder;
            cells.push(if flush_right { blank + &shown } else { shown + &blank });
        }
        if lang == Lang::Ar && reorder {
            cells.reverse();
        }
        cells.join(GAP)
    };
    (0..height).map(line_at).collect()
}

/// Each column as wide as its widest cell; the widest give way until all fit.
fn widths(rows: &[&[Cell]], width: usize) -> Vec<usize> {
    let columns = rows.iter().map(|r| r.len()).max().unwrap_or(0);
    let widest = |c: usize| rows.iter().filter_map(|r| r.get(c)).map(|c| c.text.width()).max();
    let mut widths: Vec<usize> = (0..columns).map(|c| widest(c).unwrap_or(0)).collect();
    let room = width.saturating_sub(GAP.len() * columns.saturating_sub(1));
    while widths.iter().sum::<usize>() > room {
        let Some(most) = widths.iter_mut().max().filter(|w| **w > NARROWEST) else { break };
        *most -= 1;
    }
    widths
}

/// Breaks a text at blanks so that no line is wider than `width`; a longer word stays whole.
pub fn wrap(text: &str, width: usize) -> Vec<String> {
    let mut out = vec![String::new()];
    for word in text.split_whitespace() {
        let last = out.last_mut().expect("there is always a line");
        if last.is_empty() {
            last.push_str(word);
        } else if last.width() + 1 + word.width() <= width {
            last.push(' ');
            last.push_str(word);
        } else {
            out.push(word.to_owned());
        }
    }
    out
}

/// A line for the terminal: in visual order when `reorder`, else as it is.
pub fn line(text: &str, lang: Lang, reorder: bool) -> Cow<'_, str> {
    if !reorder {
        return Cow::Borrowed(text);
    }
    Cow::Owned(crate::visual::order(text, lang).into_iter().map(|(_, c)| c).collect())
}

/// Rows of flat values with a header; nested values are written as JSON.
pub fn csv(items: &[serde_json::Value]) -> String {
    let Some(first) = items.first().and_then(|v| v.as_object()) else { return String::new() };
    let columns: Vec<&String> = first.keys().collect();
    let quoted = |text: &str| match text.contains([',', '"', '\n', '\r']) {
        true => format!("\"{}\"", text.replace('"', "\"\"")),
        false => text.to_owned(),
    };
    let mut out = columns.iter().map(|c| quoted(c)).collect::<Vec<_>>().join(",") + "\r\n";
    for item in items {
        let cell = |column: &&String| match &item[column.as_str()] {
            serde_json::Value::Null => String::new(),
            serde_json::Value::String(text) => quoted(text),
            other => quoted(&other.to_string()),
        };
        out += &(columns.iter().map(cell).collect::<Vec<_>>().join(",") + "\r\n");
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(lang: Lang, reorder: bool, expected: &str) {
        let heads = ["area".to_owned(), "state".to_owned()];
        let heads =
            if lang == Lang::Ar { ["منطقة".to_owned(), "حالة".to_owned()] } else { heads };
        let rows = vec![vec![Cell::new("حلب"), Cell::new("1.44")]];
        console::set_colors_enabled(false);
        assert_eq!(render(&heads, &rows, lang, reorder, 80), expected);
    }

    #[test]
    fn english_runs_from_the_left() {
        check(Lang::En, false, "area  state\nحلب   1.44\n");
    }

    #[test]
    fn arabic_has_its_first_column_rightmost_and_words_in_visual_order() {
        check(Lang::Ar, true, "ةلاح  ةقطنم\n1.44    بلح\n");
    }

    #[test]
    fn a_terminal_that_reorders_gets_logical_order() {
        check(Lang::Ar, false, "منطقة  حالة\nحلب    1.44\n");
    }

    #[test]
    fn long_cells_wrap_at_blanks() {
        assert_eq!(wrap("one two three", 8), ["one two", "three"]);
    }

    #[test]
    fn csv_quotes_what_must_be_quoted() {
        let items = [serde_json::json!({"a": "x,\"y\"", "b": 1, "c": null})];
        assert_eq!(csv(&items), "a,b,c\r\n\"x,\"\"y\"\"\",1,\r\n");
    }
}
