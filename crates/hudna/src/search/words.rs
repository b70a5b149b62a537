//! Which of a numbered list of texts hold a word: a sorted list of words, and for each the numbers
//! of its texts, packed.

use std::collections::HashMap;
use std::ops::Range;

/// Words and where they stand.
#[derive(Debug, Default)]
pub(super) struct Words {
    /// All words, ascending, without gaps.
    text: String,
    /// End of each word in `text`.
    ends: Vec<u32>,
    /// Numbers of texts, ascending for each word: differences in seven bits a byte.
    posts: Vec<u8>,
    /// End of each word's numbers in `posts`.
    post_ends: Vec<u32>,
}

/// Takes in texts in the order of their numbers.
#[derive(Debug, Default)]
pub(super) struct Builder {
    known: HashMap<Box<str>, u32>,
    /// Of each word the last text that it was put under.
    last: Vec<u32>,
    pairs: Vec<(u32, u32)>,
}

impl Builder {
    /// Puts a word of the text of this number, which is not below one put before.
    pub(super) fn put(&mut self, word: &str, doc: u32) {
        let at = match self.known.get(word) {
            Some(at) => *at,
            None => {
                let at = self.last.len() as u32;
                self.known.insert(word.into(), at);
                self.last.push(u32::MAX);
                at
            }
        };
        let last = &mut self.last[at as usize];
        if *last != doc {
            *last = doc;
            self.pairs.push((at, doc));
        }
    }

    /// All of a text.
    pub(super) fn text(&mut self, text: &str, doc: u32) {
        super::fold::forms(text, |form| self.put(form, doc));
    }

    pub(super) fn finish(self) -> Words {
        let mut words: Vec<(Box<str>, u32)> = self.known.into_iter().collect();
        words.sort_unstable();
        let mut rank = vec![0u32; words.len()];
        for (n, (_, at)) in words.iter().enumerate() {
            rank[*at as usize] = n as u32;
        }
        let mut starts = vec![0usize; words.len() + 1];
        self.pairs.iter().for_each(|(at, _)| starts[rank[*at as usize] as usize + 1] += 1);
        (1..starts.len()).for_each(|n| starts[n] += starts[n - 1]);
        let mut docs = vec![0u32; self.pairs.len()];
        let mut next = starts.clone();
        for (at, doc) in &self.pairs {
            let slot = &mut next[rank[*at as usize] as usize];
            docs[*slot] = *doc;
            *slot += 1;
        }
        let mut out = Words::default();
        for (n, (word, _)) in words.iter().enumerate() {
            out.text.push_str(word);
            out.ends.push(out.text.len() as u32);
            pack(&docs[starts[n]..starts[n + 1]], &mut out.posts);
            out.post_ends.push(out.posts.len() as u32);
        }
        out.text.shrink_to_fit();
        out.posts.shrink_to_fit();
        out
    }
}

fn pack(docs: &[u32], out: &mut Vec<u8>) {
    let mut before = 0;
    for doc in docs {
        let mut gap = doc - before;
        before = *doc;
        while gap >= 0x80 {
            out.push(gap as u8 | 0x80);
            gap >>= 7;
        }
        out.push(gap as u8);
    }
}

impl Words {
    fn word(&self, n: usize) -> &str {
        let start = if n == 0 { 0 } else { self.ends[n - 1] as usize };
        &self.text[start..self.ends[n] as usize]
    }

    /// The first word for which `behind` holds; it holds for all after it.
    fn first(&self, behind: impl Fn(&str) -> bool) -> usize {
        let (mut low, mut high) = (0, self.ends.len());
        while low < high {
            let middle = (low + high) / 2;
            if behind(self.word(middle)) { high = middle } else { low = middle + 1 }
        }
        low
    }

    /// Calls `take` with the number of each text that has the word.
    pub(super) fn exact(&self, word: &str, take: impl FnMut(u32)) {
        let at = self.first(|w| w >= word);
        let there = at < self.ends.len() && self.word(at) == word;
        self.texts(at..at + usize::from(there), take);
    }

    /// The same for every word that begins so; a text may come more than once.
    pub(super) fn beginning(&self, start: &str, take: impl FnMut(u32)) {
        let from = self.first(|w| w >= start);
        let to = self.first(|w| w > start && !w.starts_with(start));
        self.texts(from..to, take);
    }

    fn texts(&self, words: Range<usize>, mut take: impl FnMut(u32)) {
        for n in words {
            let start = if n == 0 { 0 } else { self.post_ends[n - 1] as usize };
            let (mut doc, mut gap, mut shift) = (0u32, 0u32, 0);
            for byte in &self.posts[start..self.post_ends[n] as usize] {
                gap |= u32::from(byte & 0x7f) << shift;
                shift += 7;
                if byte & 0x80 == 0 {
                    doc += gap;
                    take(doc);
                    (gap, shift) = (0, 0);
                }
            }
        }
    }

    /// Bytes that it holds.
    pub(super) fn bytes(&self) -> usize {
        self.text.capacity()
            + self.posts.capacity()
            + 4 * (self.ends.capacity() + self.post_ends.capacity())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn made() -> Words {
        let mut builder = Builder::default();
        builder.text("raid raid on Aleppo", 0);
        builder.text("raids", 3);
        builder.text("Aleppo", 1000);
        builder.finish()
    }

    #[track_caller]
    fn check(find: impl Fn(&Words, &mut Vec<u32>), expected: &[u32]) {
        let mut out = Vec::new();
        find(&made(), &mut out);
        out.sort_unstable();
        assert_eq!(out, expected);
    }

    #[test]
    fn words_are_found_whole_and_by_their_beginning() {
        check(|w, out| w.exact("raid", |d| out.push(d)), &[0]);
        check(|w, out| w.exact("aleppo", |d| out.push(d)), &[0, 1000]);
        check(|w, out| w.exact("alep", |d| out.push(d)), &[]);
        check(|w, out| w.beginning("raid", |d| out.push(d)), &[0, 3]);
        check(|w, out| w.beginning("z", |d| out.push(d)), &[]);
        check(|w, out| w.beginning("", |d| out.push(d)), &[0, 0, 0, 3, 1000]);
    }

    #[test]
    fn nothing_is_found_in_nothing() {
        let empty = Builder::default().finish();
        empty.exact("a", |_| panic!("nothing was put in"));
        empty.beginning("a", |_| panic!("nothing was put in"));
    }
}
