//! What the tagger says of a report.

use std::ops::Range;

use hudna_model::Span;

use super::features::{self, Seen};
use super::head::Head;
use super::window::{LONGEST, windows};
use super::{Base, Piece};
use crate::doc::Doc;
use crate::token::TokenKind;

/// A report as the tagger sees it.
pub struct Tagged<'m> {
    head: &'m Head,
    pieces: Vec<Piece>,
    windows: Vec<Window>,
}

impl std::fmt::Debug for Tagged<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Tagged({} pieces)", self.pieces.len())
    }
}

struct Window {
    /// Pieces of the report.
    at: Range<usize>,
    vectors: Vec<f32>,
    outputs: Vec<f32>,
    keys: Vec<f32>,
}

/// How much of a kind of claim the tagger sees in a stretch of text.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub struct Sight {
    /// Mean over the pieces of the probability that they belong to a claim of the kind.
    pub mean: f32,
    /// The highest of them.
    pub most: f32,
    /// The highest probability that a claim begins.
    pub begins: f32,
}

/// A stretch that the tagger takes for a claim.
#[derive(Debug, Clone, PartialEq)]
pub struct Stretch {
    /// Where, in scalars.
    pub span: Span,
    /// Mean probability of its pieces.
    pub sure: f32,
}

/// Where a role of a clause is named.
#[derive(Debug, Clone)]
pub struct Pointer<'t> {
    pieces: &'t [Piece],
    sure: Vec<f32>,
}

impl<'m> Tagged<'m> {
    /// Lets the model see a report with what the other layers found in it.
    pub fn of(base: &Base, head: &'m Head, seen: &Seen<'_, '_>) -> Self {
        let (pieces, cut, told) = taken(base, seen);
        let numbers = |names: &Vec<String>| names.iter().filter_map(|n| head.feature(n)).collect();
        let told: Vec<Vec<u16>> = told.iter().map(numbers).collect();
        let see = |at: Range<usize>| {
            let ids: Vec<u32> = pieces[at.clone()].iter().map(|p| p.id).collect();
            let features: Vec<Vec<u16>> = pieces[at.clone()]
                .iter()
                .map(|p| told.get(token(seen.doc, p)).cloned().unwrap_or_default())
                .collect();
            let vectors = head.vectors(&base.encode(&ids).values, &features);
            Window { outputs: head.outputs(&vectors), keys: head.keys(&vectors), vectors, at }
        };
        let windows = cut.into_iter().map(see).collect();
        Tagged { head, pieces, windows }
    }

    /// The window that shares most pieces with a span, and those pieces in it.
    fn window(&self, span: Span) -> Option<(&Window, Range<usize>)> {
        let from = self.pieces.partition_point(|p| p.end as usize <= span.start);
        let to = self.pieces.partition_point(|p| (p.start as usize) < span.end).max(from);
        let shared = |w: &Window| from.max(w.at.start)..to.min(w.at.end);
        let best = self.windows.iter().max_by_key(|w| shared(w).len())?;
        let at = shared(best);
        (!at.is_empty()).then(|| (best, at.start - best.at.start..at.end - best.at.start))
    }

    fn rows<'w>(&self, window: &'w Window, at: &Range<usize>) -> impl Iterator<Item = &'w [f32]> {
        let n = self.head.layout.outputs();
        window.outputs[at.start * n..at.end * n].chunks_exact(n)
    }

    fn kind(&self, kind: &str) -> Option<usize> {
        self.head.layout.kinds.iter().position(|k| k == kind)
    }

    /// How much of a kind of claim there is in a span.
    pub fn sight(&self, kind: &str, span: Span) -> Sight {
        let Some((k, (window, at))) = self.kind(kind).zip(self.window(span)) else {
            return Sight::default();
        };
        let n = at.len() as f32;
        let mut out = Sight::default();
        for row in self.rows(window, &at) {
            let inside = row[3 * k + 1] + row[3 * k + 2];
            out.mean += inside / n;
            out.most = out.most.max(inside);
            out.begins = out.begins.max(row[3 * k + 1]);
        }
        out
    }

    /// The values of an attribute with their mean probability over a span.
    pub fn values(&self, attribute: &str, span: Span) -> Vec<(&str, f32)> {
        let layout = &self.head.layout;
        let found = layout.attribute(attribute).zip(self.window(span));
        let Some(((from, attribute), (window, at))) = found else { return Vec::new() };
        let n = at.len() as f32;
        let mut sums = vec![0.0; attribute.values.len()];
        for row in self.rows(window, &at) {
            sums.iter_mut().zip(&row[from..]).for_each(|(sum, p)| *sum += p / n);
        }
        attribute.values.iter().map(String::as_str).zip(sums).collect()
    }

    /// Where a role of the clause in a span is named.
    pub fn point(&self, role: &str, clause: Span) -> Option<Pointer<'_>> {
        let role = self.head.layout.roles.iter().position(|r| r == role)?;
        let (window, at) = self.window(clause)?;
        let sure = self.head.point(role, &at, &window.vectors, &window.keys);
        Some(Pointer { pieces: &self.pieces[window.at.clone()], sure })
    }

    /// Stretches of a kind surer than `least`; one ends where another begins.
    pub fn stretches(&self, kind: &str, least: f32) -> Vec<Stretch> {
        let Some(k) = self.kind(kind) else { return Vec::new() };
        self.windows.iter().flat_map(|w| self.inside(w, k, least)).collect()
    }

    fn inside(&self, window: &Window, kind: usize, least: f32) -> Vec<Stretch> {
        /// How sure a piece must be to go on with a stretch, as a share of `least`.
        const ON: f32 = 0.8;
        /// How sure it must be to begin another.
        const ANEW: f32 = 0.4;
        let all: Vec<(f32, f32)> = self
            .rows(window, &(0..window.at.len()))
            .map(|row| (row[3 * kind + 1] + row[3 * kind + 2], row[3 * kind + 1]))
            .collect();
        let mut out = Vec::new();
        let mut i = 0;
        while i < all.len() {
            if all[i].0 <= least {
                i += 1;
                continue;
            }
            let on = |(sure, begins): &(f32, f32)| *sure > least * ON && *begins < ANEW;
            let end = i + 1 + all[i + 1..].iter().take_while(|p| on(p)).count();
            let sure = all[i..end].iter().map(|p| p.0).sum::<f32>() / (end - i) as f32;
            let pieces = &self.pieces[window.at.clone()];
            let span = Span::new(pieces[i].start as usize, pieces[end - 1].end as usize);
            out.push(Stretch { span, sure });
            i = end;
        }
        out
    }
}

impl Pointer<'_> {
    /// The probability that the words of a span are the ones.
    pub fn at(&self, span: Span) -> f32 {
        let from = self.pieces.partition_point(|p| p.end as usize <= span.start);
        let to = self.pieces.partition_point(|p| (p.start as usize) < span.end).max(from);
        self.sure[from..to].iter().sum()
    }

    /// Whether a span lies in what the pointer looks over.
    pub fn sees(&self, span: Span) -> bool {
        let ends = self.pieces.first().zip(self.pieces.last());
        ends.is_some_and(|(a, z)| (a.start as usize) < span.end && span.start < z.end as usize)
    }

    /// The probability that none names it.
    pub fn none(&self) -> f32 {
        self.sure.last().copied().unwrap_or_default()
    }

    /// The pieces surer than `least`, surest first.
    pub fn best(&self, least: f32) -> Vec<(Span, f32)> {
        let mut out: Vec<(Span, f32)> = self
            .pieces
            .iter()
            .zip(&self.sure)
            .filter(|(_, sure)| **sure > least)
            .map(|(p, sure)| (Span::new(p.start as usize, p.end as usize), *sure))
            .collect();
        out.sort_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
        out
    }
}

/// A report as the model takes it: its pieces, the windows, and per token the features.
pub fn taken(
    base: &Base,
    seen: &Seen<'_, '_>,
) -> (Vec<Piece>, Vec<Range<usize>>, Vec<Vec<String>>) {
    let doc = seen.doc;
    let offset = doc.tokens.first().map_or(0, |_| doc.start()) as u32;
    let mut pieces = base.pieces(doc.text);
    for piece in &mut pieces {
        piece.start += offset;
        piece.end += offset;
    }
    let ends: Vec<u8> = (0..pieces.len()).map(|i| end_of(doc, &pieces, i)).collect();
    let cut = windows(&pieces, &ends, LONGEST.min(base.window()));
    (pieces, cut, features::features(seen))
}

/// The token that a piece belongs to.
pub fn token(doc: &Doc<'_>, piece: &Piece) -> usize {
    let start = piece.start as usize;
    let at = doc.tokens.partition_point(|t| t.span.end <= start);
    let inside = doc.tokens.get(at).is_some_and(|t| t.span.start < piece.end as usize);
    if inside { at } else { usize::MAX }
}

/// 2 where a paragraph ends behind a piece, 1 where a sentence does, else 0.
fn end_of(doc: &Doc<'_>, pieces: &[Piece], i: usize) -> u8 {
    let Some(next) = pieces.get(i + 1) else { return 2 };
    let (from, to) = (pieces[i].end as usize, next.start as usize);
    let at = doc.tokens.partition_point(|t| t.span.end <= from);
    let breaks = doc.tokens[at..].iter().take_while(|t| t.span.start < to.max(from + 1));
    if breaks.into_iter().any(|t| t.kind == TokenKind::Break) {
        return 2;
    }
    let sentence = |scalar: usize| {
        let token = doc.tokens.partition_point(|t| t.span.end <= scalar);
        doc.sentences.partition_point(|s| s.end <= token)
    };
    u8::from(sentence(pieces[i].start as usize) != sentence(next.start as usize))
}
