//! "The group", "the council": a short definite name means the body of that head noun which the
//! report named last before it.

use hudna_model::{Body, Claim, Name, PartyKind};

use crate::doc::Doc;
use crate::pack::registers::FormKind;

/// A body as the report names it in full: where, its head noun, its party.
struct Named<'d> {
    start: usize,
    head: &'d str,
    party: usize,
}

/// Gives short names the party of the body that they refer to.
pub(super) fn resolve(doc: &Doc<'_>, claims: &mut [Claim]) {
    let bodies = bodies(doc);
    for claim in claims {
        for name in names(claim).into_iter().filter(|n| n.party.is_none()) {
            let Some(head) = head(&name.text) else { continue };
            let before = |b: &&Named<'_>| b.start < name.span.start && b.head == head;
            if let Some(body) = bodies.iter().rev().find(before) {
                let party = &doc.pack.parties[body.party];
                name.party = Some(party.id.clone());
                name.name = Some(party.name.en.clone());
            }
        }
    }
}

fn bodies<'d>(doc: &'d Doc<'_>) -> Vec<Named<'d>> {
    use PartyKind::{Body as Bodies, Monitor, Ngo, Political};
    let mut out = Vec::new();
    for mention in doc.mentions.iter().filter(|m| m.at.len() > 1) {
        let form = mention.parties(doc.lang).find(|f| {
            f.kind == FormKind::Name
                && matches!(doc.pack.parties[f.party].kind, Bodies | Monitor | Ngo | Political)
        });
        if let Some(form) = form {
            let head = form.form.split(' ').next().unwrap_or_default();
            let start = doc.tokens[mention.at.start].span.start;
            out.push(Named { start, head: bare(head), party: form.party });
        }
    }
    out
}

/// The noun of a name that is one definite word.
fn head(text: &str) -> Option<String> {
    let folded = crate::fold::fold(text);
    let one = !folded.contains(' ') && folded.starts_with("ال") && folded.chars().count() > 4;
    one.then(|| bare(&folded).to_owned())
}

fn bare(word: &str) -> &str {
    word.strip_prefix("ال").unwrap_or(word)
}

/// All names that a claim holds.
fn names(claim: &mut Claim) -> Vec<&mut Name> {
    let mut out: Vec<&mut Name> = claim.attributed_to.iter_mut().collect();
    match &mut claim.body {
        Body::Violence { actor, target, .. } => out.extend(actor.iter_mut().chain(target)),
        Body::Toll { side, .. } => out.extend(side),
        Body::Meeting { participants, .. } => out.extend(participants),
        Body::Statement { speaker, addressee, .. } => {
            out.extend(speaker.iter_mut().chain(addressee));
        }
        Body::Truce { parties, .. } => out.extend(parties),
        Body::Commitment { who, to, .. } => out.extend(who.iter_mut().chain(to)),
    }
    out
}
