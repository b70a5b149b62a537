//! A title that the body repeats makes no claims of its own.

use hudna_model::{Act, Body};

use super::{Context, Draft};

/// Longest title, in bytes of the text.
const LONGEST: usize = 320;

/// Drops the claims of the title that the body makes as well.
pub(super) fn drop_repeated(ctx: &Context<'_, '_>, drafts: &mut Vec<Draft>) {
    let Some(end) = end(ctx.doc.text) else { return };
    let (title, body): (Vec<Draft>, Vec<Draft>) =
        std::mem::take(drafts).into_iter().partition(|d| d.span.start < end);
    let alone: Vec<Draft> =
        title.into_iter().filter(|t| !body.iter().any(|b| repeats(t, b))).collect();
    *drafts = alone.into_iter().chain(body).collect();
}

/// Where the title ends, in scalars: at the first blank line, if text follows it and no full stop ends it.
fn end(text: &str) -> Option<usize> {
    let at = text.find("\n\n").filter(|at| *at <= LONGEST && at * 2 < text.len())?;
    if text[..at].trim_end().ends_with(['.', '؟', ':']) {
        return None;
    }
    Some(text[..at].chars().count())
}

fn repeats(title: &Draft, body: &Draft) -> bool {
    match (&title.body, &body.body) {
        (Body::Violence { act: a, .. }, Body::Violence { act: b, .. }) => {
            a.family() == b.family() || *a == Act::OtherForce || *b == Act::OtherForce
        }
        (
            Body::Toll { outcome: a, low: l, high: h, .. },
            Body::Toll { outcome: b, low: m, high: i, .. },
        ) => (a, l, h) == (b, m, i),
        (Body::Truce { event: a, .. }, Body::Truce { event: b, .. }) => a == b,
        (Body::Statement { speech_act: a, .. }, Body::Statement { speech_act: b, .. }) => a == b,
        (Body::Commitment { what: a, .. }, Body::Commitment { what: b, .. }) => a == b,
        (Body::Meeting { form: a, .. }, Body::Meeting { form: b, .. }) => a == b,
        _ => false,
    }
}
