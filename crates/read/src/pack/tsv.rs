//! Tab-separated data files with comments.

use super::error::DataError;

/// A row: its line number and cells.
pub struct Row<'a> {
    /// One-based.
    pub line: usize,
    /// Cells, trimmed; `-` for an empty one is given as the empty string.
    pub cells: Vec<&'a str>,
}

/// Rows of a file; those with another number of cells than `columns` are errors.
pub fn rows<'a>(
    file: &str,
    content: &'a str,
    columns: usize,
    errors: &mut Vec<DataError>,
) -> Vec<Row<'a>> {
    let mut out = Vec::new();
    for (at, line) in content.lines().enumerate() {
        if line.trim().is_empty() || line.starts_with('#') {
            continue;
        }
        let cells: Vec<_> = line.split('\t').map(blank).collect();
        if cells.len() == columns {
            out.push(Row { line: at + 1, cells });
        } else {
            let what = format!("{} columns where {columns} are expected", cells.len());
            errors.push(DataError::new(file, at + 1, what, "separate columns by one tab"));
        }
    }
    out
}

fn blank(cell: &str) -> &str {
    let cell = cell.trim();
    if cell == "-" { "" } else { cell }
}
