//! How much of what something stands on a person has looked at.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

/// The reviewed share: of the claims that something stands on, how many a person has confirmed or
/// corrected.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Share {
    /// Confirmed or corrected by a person.
    pub confirmed: usize,
    /// All of them.
    pub of: usize,
}

impl Share {
    /// The share of these claims, each counted once; `reviewed` tells of which a person is.
    pub fn of<'c>(
        claims: impl IntoIterator<Item = &'c str>,
        reviewed: impl Fn(&str) -> bool,
    ) -> Self {
        let claims: BTreeSet<&str> = claims.into_iter().collect();
        let confirmed = claims.iter().filter(|id| reviewed(id)).count();
        Self { confirmed, of: claims.len() }
    }

    /// Both together, of claims that are not the same.
    pub fn and(self, other: Share) -> Self {
        Self { confirmed: self.confirmed + other.confirmed, of: self.of + other.of }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_claim_counts_once() {
        let share = Share::of(["a", "b", "a", "c"], |id| id == "a");
        assert_eq!(share, Share { confirmed: 1, of: 3 });
        assert_eq!(share.and(Share { confirmed: 2, of: 3 }), Share { confirmed: 3, of: 6 });
    }
}
