//! Comparing words as written, without meaning.

pub(crate) use hudna_model::text::fold;

/// The lines of a table of two columns, without comments.
pub(crate) fn rows(table: &str) -> impl Iterator<Item = (&str, &str)> {
    table.lines().filter(|line| !line.starts_with('#')).filter_map(|line| line.split_once('\t'))
}
