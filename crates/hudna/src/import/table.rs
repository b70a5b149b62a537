//! Tables with a header: comma, semicolon or tab, quotation marks as in RFC 4180.

/// A table: its header and rows, each with the one-based line where it begins.
#[derive(Debug, Default)]
pub struct Table {
    /// Names of the columns, in lower case without spaces, `_` and `-`.
    pub header: Vec<String>,
    /// Rows.
    pub rows: Vec<(usize, Vec<String>)>,
}

impl Table {
    /// Reads a table; the separator is the one that the first line has most of.
    pub fn parse(text: &str) -> Table {
        let text = text.strip_prefix('\u{feff}').unwrap_or(text);
        let first = text.lines().next().unwrap_or_default();
        let count = |c: char| first.matches(c).count();
        let mut separator = ',';
        for other in [';', '\t'] {
            if count(other) > count(separator) {
                separator = other;
            }
        }
        let mut records = records(text, separator).into_iter();
        let plain = |name: &String| -> String {
            name.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
        };
        let header = records.next().map_or_else(Vec::new, |(_, h)| h.iter().map(plain).collect());
        let rows = records.filter(|(_, r)| r.iter().any(|c| !c.trim().is_empty())).collect();
        Table { header, rows }
    }

    /// The column of the first of these names that the table has.
    pub fn column(&self, names: &[&str]) -> Option<usize> {
        names.iter().find_map(|n| self.header.iter().position(|h| h == n))
    }
}

/// Records with the line where each begins. A quotation mark opens and closes a cell; two inside
/// one are one.
fn records(text: &str, separator: char) -> Vec<(usize, Vec<String>)> {
    let mut out = Vec::new();
    let (mut row, mut cell) = (Vec::new(), String::new());
    let (mut line, mut begun, mut quoted) = (1, 1, false);
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        line += usize::from(c == '\n');
        match c {
            '"' if quoted && chars.peek() == Some(&'"') => {
                chars.next();
                cell.push('"');
            }
            '"' if quoted || cell.is_empty() => quoted = !quoted,
            '\n' if !quoted => {
                row.push(std::mem::take(&mut cell));
                out.push((begun, std::mem::take(&mut row)));
                begun = line;
            }
            '\r' if !quoted => {}
            c if c == separator && !quoted => row.push(std::mem::take(&mut cell)),
            c => cell.push(c),
        }
    }
    if !cell.is_empty() || !row.is_empty() {
        row.push(cell);
        out.push((begun, row));
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quoted_cells_hold_separators_and_line_breaks() {
        let table = Table::parse("P_Code,Name AR\nA1,\"س، \"\"ص\"\",\nع\"\n\nA2,ق\n");
        assert_eq!(table.header, ["pcode", "namear"]);
        assert_eq!(table.rows[0], (2, vec!["A1".into(), "س، \"ص\",\nع".into()]));
        assert_eq!(table.rows[1], (5, vec!["A2".into(), "ق".into()]));
    }

    #[test]
    fn the_header_tells_the_separator() {
        assert_eq!(Table::parse("a\tb,c\td\n").header, ["a", "bc", "d"]);
        assert_eq!(Table::parse("a;b\n").column(&["x", "b"]), Some(1));
    }
}
