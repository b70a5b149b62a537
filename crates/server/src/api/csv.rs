//! Tables as CSV by RFC 4180, with a row of HXL tags under the names.

/// A column: its name, and its HXL tag.
pub type Column = (&'static str, &'static str);

/// Writes a table.
pub fn render(columns: &[Column], rows: impl Iterator<Item = Vec<String>>) -> String {
    let mut out = String::new();
    line(&mut out, columns.iter().map(|(name, _)| (*name).to_owned()), true);
    line(&mut out, columns.iter().map(|(_, tag)| (*tag).to_owned()), true);
    rows.for_each(|row| line(&mut out, row.into_iter(), false));
    out
}

fn line(out: &mut String, cells: impl Iterator<Item = String>, ours: bool) {
    for (n, text) in cells.enumerate() {
        if n > 0 {
            out.push(',');
        }
        let text = if ours { text } else { harmless(text) };
        if text.contains([',', '"', '\n', '\r']) {
            out.push('"');
            out.push_str(&text.replace('"', "\"\""));
            out.push('"');
        } else {
            out.push_str(&text);
        }
    }
    out.push_str("\r\n");
}

/// A cell that begins like a formula gets an apostrophe in front, so that no spreadsheet works it
/// out; a number stays a number.
fn harmless(text: String) -> String {
    let begins = text.trim_start_matches(' ').starts_with(['=', '+', '-', '@', '\t', '\r', '\n']);
    if begins && text.parse::<f64>().is_err() { format!("'{text}") } else { text }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(cell: &str, expected: &str) {
        let text = render(&[("a", "#a"), ("b", "#b")], [vec![cell.into(), "x".into()]].into_iter());
        assert_eq!(text, format!("a,b\r\n#a,#b\r\n{expected},x\r\n"));
    }

    #[test]
    fn cells_are_quoted_where_they_must_be() {
        check("حلب", "حلب");
        check("", "");
        check("a,b", "\"a,b\"");
        check("he said \"no\"", "\"he said \"\"no\"\"\"");
        check("a\nb", "\"a\nb\"");
    }

    #[test]
    fn nothing_is_worked_out_by_a_spreadsheet() {
        check("=1+1", "'=1+1");
        check("  @SUM(A1)", "'  @SUM(A1)");
        check("+963 11", "'+963 11");
        check("-", "'-");
        check("\t=1", "'\t=1");
        check("-3.5", "-3.5");
    }
}
