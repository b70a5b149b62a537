//! Short ids are letters of a digest: among many things a few share them, and must not share a name.

use hudna_model::digest::longer_id;

/// Gives a longer id to each whose short one is also that of another with a smaller claim.
/// `smallest` is the claim from which an id is taken.
pub(crate) fn unique<T>(
    prefix: &str,
    all: &mut [T],
    id: impl Fn(&mut T) -> &mut String,
    smallest: impl Fn(&T) -> String,
) {
    let mut named: Vec<(String, String, usize)> = Vec::with_capacity(all.len());
    for (n, one) in all.iter_mut().enumerate() {
        let claim = smallest(one);
        named.push((id(one).clone(), claim, n));
    }
    named.sort_unstable();
    for same in named.chunk_by(|a, b| a.0 == b.0) {
        for (_, claim, n) in &same[1..] {
            *id(&mut all[*n]) = longer_id(prefix, [claim.as_bytes()]);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_smaller_claim_keeps_the_short_id() {
        let check = |claims: &[&str]| {
            let mut all: Vec<(String, &str)> =
                claims.iter().map(|c| ("FUP-SAME00".to_owned(), *c)).collect();
            unique("FUP", &mut all, |one| &mut one.0, |one| one.1.to_owned());
            all.sort_by_key(|one| one.1);
            all.into_iter().map(|one| one.0).collect::<Vec<_>>()
        };
        let longer = longer_id("FUP", [b"c2".as_slice()]);
        assert_eq!(check(&["c1"]), ["FUP-SAME00"]);
        assert_eq!(check(&["c1", "c2"]), ["FUP-SAME00", longer.as_str()]);
        assert_eq!(check(&["c2", "c1"]), ["FUP-SAME00", longer.as_str()]);
    }
}
