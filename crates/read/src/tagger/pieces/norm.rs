//! The model's own normalisation of characters.

use crate::tagger::error::ModelError;

/// Characters below this have a direct table.
const DIRECT: usize = 0x3000;

/// What each character becomes.
pub(super) struct Norm {
    /// Characters that change, rising, each with its stretch of `into`.
    changes: Vec<(char, u32, u32)>,
    into: Vec<char>,
    /// For characters below `DIRECT`: 0 for those that stay, else the place in `changes` plus one.
    direct: Vec<u16>,
}

impl Norm {
    /// Reads rows of u32 character, u32 n, u32 × n.
    pub(super) fn read(bytes: &[u8]) -> Result<Self, ModelError> {
        let wrong = |problem: &str| ModelError::tensor("norm", problem);
        if !bytes.len().is_multiple_of(4) {
            return Err(wrong("its length is no multiple of 4"));
        }
        let mut words = bytes.chunks_exact(4).map(|b| u32::from_le_bytes([b[0], b[1], b[2], b[3]]));
        let (mut changes, mut into) = (Vec::new(), Vec::new());
        while let Some(c) = words.next() {
            let c = char::from_u32(c).ok_or_else(|| wrong("no character"))?;
            let count = words.next().ok_or_else(|| wrong("it ends inside a row"))? as usize;
            let begin = into.len();
            for w in words.by_ref().take(count) {
                into.push(char::from_u32(w).ok_or_else(|| wrong("no character"))?);
            }
            if into.len() != begin + count {
                return Err(wrong("it ends inside a row"));
            }
            changes.push((c, begin as u32, into.len() as u32));
        }
        if !changes.is_sorted_by(|a, b| a.0 < b.0) || changes.len() >= usize::from(u16::MAX) {
            return Err(wrong("its characters do not rise"));
        }
        Ok(Self { direct: direct(&changes), changes, into })
    }

    /// What `c` becomes; None if it stays.
    pub(super) fn get(&self, c: char) -> Option<&[char]> {
        let place = match self.direct.get(c as usize) {
            Some(0) => return None,
            Some(place) => usize::from(*place) - 1,
            None => self.changes.binary_search_by_key(&c, |x| x.0).ok()?,
        };
        let (_, begin, end) = self.changes[place];
        Some(&self.into[begin as usize..end as usize])
    }
}

fn direct(changes: &[(char, u32, u32)]) -> Vec<u16> {
    let mut table = vec![0; DIRECT];
    for (i, (c, ..)) in changes.iter().enumerate().take_while(|(_, x)| (x.0 as usize) < DIRECT) {
        table[*c as usize] = i as u16 + 1;
    }
    table
}
