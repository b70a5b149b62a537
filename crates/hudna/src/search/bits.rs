//! Sets of positions, one bit each.

/// A set of numbers below a fixed size.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Bits {
    words: Vec<u64>,
    size: usize,
}

impl Bits {
    /// None of `size` numbers.
    pub(super) fn none(size: usize) -> Self {
        Bits { words: vec![0; size.div_ceil(64)], size }
    }

    /// Those below `size` that `wanted` holds for.
    pub(super) fn of(size: usize, mut wanted: impl FnMut(usize) -> bool) -> Self {
        let mut out = Bits::none(size);
        for (n, word) in out.words.iter_mut().enumerate() {
            let from = n * 64;
            for bit in 0..64.min(size - from) {
                *word |= u64::from(wanted(from + bit)) << bit;
            }
        }
        out
    }

    /// All of `size` numbers.
    pub(super) fn all(size: usize) -> Self {
        Bits::of(size, |_| true)
    }

    pub(super) fn set(&mut self, at: usize) {
        self.words[at / 64] |= 1 << (at % 64);
    }

    pub(super) fn has(&self, at: usize) -> bool {
        self.words[at / 64] >> (at % 64) & 1 == 1
    }

    /// Keeps what `other` has too.
    pub(super) fn and(&mut self, other: &Bits) {
        self.words.iter_mut().zip(&other.words).for_each(|(a, b)| *a &= b);
    }

    /// Takes in what `other` has.
    pub(super) fn or(&mut self, other: &Bits) {
        self.words.iter_mut().zip(&other.words).for_each(|(a, b)| *a |= b);
    }

    pub(super) fn count(&self) -> usize {
        self.words.iter().map(|w| w.count_ones() as usize).sum()
    }

    /// Calls `take` with each number, ascending.
    pub(super) fn each(&self, mut take: impl FnMut(usize)) {
        for (n, word) in self.words.iter().enumerate() {
            let mut left = *word;
            while left != 0 {
                take(n * 64 + left.trailing_zeros() as usize);
                left &= left - 1;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(size: usize, wanted: &[usize]) {
        let bits = Bits::of(size, |n| wanted.contains(&n));
        let mut told = Vec::new();
        bits.each(|n| told.push(n));
        assert_eq!((told.as_slice(), bits.count()), (wanted, wanted.len()));
        let mut both = Bits::all(size);
        both.and(&bits);
        assert_eq!(both, bits);
        both.or(&Bits::none(size));
        assert!(wanted.iter().all(|n| both.has(*n)));
    }

    #[test]
    fn numbers_at_the_edges_of_words() {
        check(0, &[]);
        check(64, &[0, 63]);
        check(65, &[0, 63, 64]);
        check(200, &[1, 64, 127, 128, 199]);
    }
}
