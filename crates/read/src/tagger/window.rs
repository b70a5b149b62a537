//! A text's pieces in windows that the encoder takes at once.

use std::ops::Range;

use super::Piece;

/// Most pieces of a window.
pub const LONGEST: usize = 240;

/// Cuts pieces into windows of at most `longest` pieces. `ends` says behind which pieces a window may end: 2 where a
/// paragraph ends, 1 a sentence, else 0. A window ends at the last paragraph of its second half,
/// else at the last sentence of it, else where it is full.
pub fn windows(pieces: &[Piece], ends: &[u8], longest: usize) -> Vec<Range<usize>> {
    let longest = longest.max(1);
    let mut out = Vec::new();
    let mut start = 0;
    while pieces.len() - start > longest {
        let half = start + longest / 2..start + longest;
        let last = |sort: u8| half.clone().rev().find(|i| ends[*i] >= sort);
        let end = last(2).or_else(|| last(1)).map_or(half.end, |i| i + 1);
        out.push(start..end);
        start = end;
    }
    if start < pieces.len() {
        out.push(start..pieces.len());
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn windows_end_where_paragraphs_or_sentences_do() {
        let pieces = vec![Piece::default(); 600];
        let mut ends = vec![0; 600];
        ends[200] = 1;
        ends[150] = 2;
        ends[300] = 1;
        assert_eq!(windows(&pieces, &ends, LONGEST), [0..151, 151..301, 301..541, 541..600]);
        assert_eq!(windows(&[], &[], LONGEST), []);
        assert_eq!(windows(&pieces[..5], &[0; 5], 2), [0..2, 2..4, 4..5]);
    }
}
