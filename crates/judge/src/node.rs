//! What is kept of each telling and of each pair worth keeping.

use std::borrow::Cow;

use crate::copies::containment;
use crate::score::{Scored, meet, score};
use crate::telling::Telling;
use crate::{Context, packed, rules};

#[derive(Debug, Clone)]
pub(crate) struct Node {
    /// Id of the telling.
    pub id: Box<str>,
    pub kept: Kept,
    pub edges: Vec<Edge>,
    pub component: Option<u32>,
}

/// How a telling is kept.
#[derive(Debug, Clone)]
pub(crate) enum Kept {
    /// Its report was taken out.
    Gone,
    Open(Box<Telling>),
    Packed(Box<[u8]>),
}

/// A pair worth keeping. There are many: they stand without gaps.
#[derive(Debug, Clone, Copy)]
#[repr(Rust, packed)]
pub(crate) struct Edge {
    pub to: u32,
    /// Score in hundredths.
    pub score: u8,
    pub confirmed: bool,
}

impl Node {
    /// None when its report was taken out.
    pub(crate) fn telling(&self) -> Option<Cow<'_, Telling>> {
        match &self.kept {
            Kept::Gone => None,
            Kept::Open(telling) => Some(Cow::Borrowed(telling)),
            Kept::Packed(bytes) => Some(Cow::Owned(packed::unpack(bytes))),
        }
    }

    pub(crate) fn claims(&self) -> Cow<'_, [String]> {
        match &self.kept {
            Kept::Gone => Cow::Borrowed(&[]),
            Kept::Open(telling) => Cow::Borrowed(&telling.claims),
            Kept::Packed(bytes) => Cow::Owned(packed::claims(bytes)),
        }
    }

    pub(crate) fn pack(&mut self) {
        if let Kept::Open(telling) = &self.kept {
            self.kept = Kept::Packed(packed::pack(telling));
        }
        self.edges.shrink_to_fit();
    }
}

/// Share of the smaller report's three-word runs that both hold; none within one report, where
/// shared wording says nothing.
pub(crate) fn shared_runs(a: &str, b: &str, ctx: &Context<'_>) -> f64 {
    match (ctx.marks.get(a), ctx.marks.get(b)) {
        (Some(x), Some(y)) if a != b => containment(x, y),
        _ => 0.0,
    }
}

/// Tellings of copies in the same words at the same place are one for certain. Pairs that cannot
/// reach `floor` are none.
pub(crate) fn compare(
    a: &Telling,
    b: &Telling,
    floor: f64,
    shared: impl FnOnce() -> f64,
    ctx: &Context<'_>,
) -> Option<Scored> {
    let (a, b) = if a.id() <= b.id() { (a, b) } else { (b, a) };
    if a.place != b.place || !meet(&a.sayings, &b.sayings) {
        return score(ctx, a, b, floor, shared);
    }
    let shared = shared();
    let copied = shared >= rules::COPY_CONTAINMENT_MARKED;
    if copied { Some(Scored::CERTAIN) } else { score(ctx, a, b, floor, || shared) }
}

pub(crate) fn edge(to: usize, scored: &Scored) -> Option<Edge> {
    let score = hundredths(scored);
    let kept = scored.score >= rules::KEPT;
    kept.then_some(Edge { to: to as u32, score, confirmed: scored.confirmed })
}

pub(crate) fn hundredths(scored: &Scored) -> u8 {
    (scored.score * 100.0).round() as u8
}
