//! The derivation that an id asks for: of the engine, of a sentence of the brief, of the agreement.

use hudna::Error;
use hudna::model::Lang;
use hudna::why::{Node, agreement_part, why};
use hudna_brief::{bidi, compose};
use serde_json::json;

use crate::desk::Ctx;
use crate::fault::Fault;

/// A sentence of the brief rests on all that it cites; a part of the agreement on its source.
///
/// # Errors
/// Nothing has the id.
pub fn nodes(ctx: &Ctx<'_>, id: &str) -> Result<Vec<Node>, Fault> {
    let s = ctx.situation();
    if let Some(part) = id.strip_prefix(s.agreement.id.as_str()) {
        return Ok(vec![agreement_part(&s.agreement, part.trim_start_matches('#'), id)]);
    }
    if id.strip_prefix('S').is_none_or(|n| n.parse::<usize>().is_err()) {
        return Ok(vec![why(id, s, &ctx.snap.facts)?]);
    }
    let brief = compose(s);
    let sentence = brief.sentence(id).ok_or_else(|| Fault::unknown(id, "unknown-sentence"))?;
    let plain = |lang| bidi::plain(sentence.text(lang));
    let data = json!({ "ar": plain(Lang::Ar), "en": plain(Lang::En) });
    let mut rests_on = Vec::new();
    for cite in sentence.cites().iter() {
        rests_on.extend(cited(ctx, cite)?);
    }
    Ok(vec![Node { kind: "sentence", id: Some(id.to_owned()), data, rests_on }])
}

/// The ledger itself and the counts as a whole have no derivation: they are checked.
fn cited(ctx: &Ctx<'_>, cite: &hudna_brief::Cite) -> Result<Vec<Node>, Fault> {
    let s = ctx.situation();
    if let Some(part) = cite.id.strip_prefix(s.agreement.id.as_str()) {
        return Ok(vec![agreement_part(&s.agreement, part.trim_start_matches('#'), &cite.id)]);
    }
    match why(&cite.id, s, &ctx.snap.facts) {
        Ok(node) => Ok(vec![node]),
        Err(Error::Unknown { .. }) => Ok(vec![super::cite_node(cite)]),
        Err(other) => Err(other.into()),
    }
}
