//! Cuts a text into the encoder's pieces: unigram pieces (Kudo 2018) with the model's own
//! normalisation. `docs/formats/tagger-model.md` says the rules; `training/tokenise.py` does the same.

mod norm;
#[cfg(test)]
mod tests;
mod trie;

use self::norm::Norm;
use self::trie::Trie;
use super::error::ModelError;
use super::file::{ModelFile, PieceSizes};

/// Stands for a space, at the front of a word.
const SPACE: char = '\u{2581}';
/// Most characters of one piece that a file may hold.
const LONGEST: usize = 64;
/// Bound of scores, so that their sums stay exact enough to compare.
const SCORE_BOUND: f64 = 1e6;

/// A piece of a text.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Piece {
    /// Its number in the model file.
    pub id: u32,
    /// First character of it, in Unicode scalars of the text.
    pub start: u32,
    /// Behind its last character.
    pub end: u32,
}

/// The pieces of a model file.
pub struct Pieces {
    trie: Trie,
    scores: Vec<f32>,
    norm: Norm,
    unk: u32,
    unk_score: f64,
}

impl Pieces {
    /// Takes pieces, scores and normalisation from a model file.
    pub fn load(file: &ModelFile) -> Result<Self, ModelError> {
        let sizes = file.pieces();
        check(sizes)?;
        let scores = file.floats("pieces.score", &[sizes.count])?;
        if scores.iter().any(|s| f64::from(s.abs()) > SCORE_BOUND) {
            return Err(ModelError::tensor("pieces.score", "a score is out of bounds"));
        }
        let text = std::str::from_utf8(file.bytes("pieces.text")?)
            .map_err(|e| ModelError::tensor("pieces.text", e.to_string()))?;
        let trie = build(text, sizes)?;
        let norm = Norm::read(file.bytes("norm")?)?;
        Ok(Self { trie, scores, norm, unk: sizes.unk, unk_score: sizes.unk_score })
    }

    /// Cuts a text. Time grows with its length alone; an empty text has no pieces.
    pub fn cut(&self, text: &str) -> Vec<Piece> {
        let normal = self.normalise(text);
        let (mut out, mut work) = (Vec::with_capacity(normal.len() / 3), Work::default());
        let mut begin = 0;
        for end in 1..=normal.len() {
            if end == normal.len() || normal[end].0 == SPACE {
                self.cut_word(&normal[begin..end], &mut work, &mut out);
                begin = end;
            }
        }
        out
    }

    /// Characters as the pieces have them, each with its place in the text.
    fn normalise(&self, text: &str) -> Vec<(char, u32)> {
        let mut out: Vec<(char, u32)> = Vec::with_capacity(text.len() + 1);
        for (c, at) in text.chars().zip(0..) {
            match self.norm.get(c) {
                _ if c == '\n' => push(&mut out, SPACE, at),
                Some(into) => into.iter().for_each(|c| push(&mut out, *c, at)),
                None => push(&mut out, c, at),
            }
        }
        if out.first().is_some_and(|(c, _)| *c != SPACE) {
            out.insert(0, (SPACE, 0));
        }
        out
    }

    /// Best way to cut one word (▁ and what follows it): Viterbi from left to right.
    fn cut_word(&self, word: &[(char, u32)], work: &mut Work, out: &mut Vec<Piece>) {
        work.reset(word.len());
        for begin in 0..word.len() {
            let score = work.best[begin].score;
            let mut node = Trie::ROOT;
            for (end, (c, _)) in word.iter().enumerate().skip(begin) {
                let Some(next) = self.trie.step(node, *c) else { break };
                if let Some(id) = self.trie.id(next) {
                    work.offer(
                        end + 1,
                        Way { score: score + f64::from(self.scores[id as usize]), id, begin },
                    );
                }
                node = next;
            }
            work.offer(begin + 1, Way { score: score + self.unk_score, id: self.unk, begin });
        }
        let first = out.len();
        let mut end = word.len();
        while end > 0 {
            let way = work.best[end];
            out.push(span(&word[way.begin..end], way.id));
            end = way.begin;
        }
        out[first..].reverse();
    }
}

/// The best way to get to a place in a word.
#[derive(Clone, Copy)]
struct Way {
    score: f64,
    id: u32,
    begin: usize,
}

#[derive(Default)]
struct Work {
    best: Vec<Way>,
}

impl Work {
    fn reset(&mut self, length: usize) {
        self.best.clear();
        self.best.push(Way { score: 0.0, id: 0, begin: 0 });
        self.best.resize(length + 1, Way { score: f64::NEG_INFINITY, id: 0, begin: 0 });
    }

    fn offer(&mut self, end: usize, way: Way) {
        if way.score > self.best[end].score {
            self.best[end] = way;
        }
    }
}

/// A space after a space says nothing.
fn push(out: &mut Vec<(char, u32)>, c: char, at: u32) {
    let c = if c == ' ' { SPACE } else { c };
    if c != SPACE || out.last().is_none_or(|(last, _)| *last != SPACE) {
        out.push((c, at));
    }
}

/// The piece's place in the text, without the space before the word unless it is nothing else.
fn span(chars: &[(char, u32)], id: u32) -> Piece {
    let first = usize::from(chars.len() > 1 && chars[0].0 == SPACE);
    Piece { id, start: chars[first].1, end: chars[chars.len() - 1].1 + 1 }
}

fn build(text: &str, sizes: &PieceSizes) -> Result<Trie, ModelError> {
    let wrong = |problem: String| ModelError::tensor("pieces.text", problem);
    let control = [Some(sizes.unk), Some(sizes.bos), Some(sizes.eos), sizes.pad];
    let mut trie = Trie::new();
    let mut count = 0;
    for (piece, id) in text.split('\n').zip(0..) {
        count += 1;
        if piece.chars().nth(LONGEST).is_some() {
            return Err(wrong(format!("piece {id} has more than {LONGEST} characters")));
        }
        if !piece.is_empty() && !control.contains(&Some(id)) {
            trie.insert(piece, id);
        }
    }
    if count != sizes.count {
        return Err(wrong(format!("{count} pieces, and {} are announced", sizes.count)));
    }
    Ok(trie)
}

fn check(sizes: &PieceSizes) -> Result<(), ModelError> {
    let wrong = |problem: &str| Err(ModelError::Sizes(problem.into()));
    let known = [sizes.unk, sizes.bos, sizes.eos];
    if sizes.count >= u32::MAX as usize || known.iter().any(|id| *id as usize >= sizes.count) {
        return wrong("unk, bos or eos is no piece");
    }
    if !sizes.unk_score.is_finite() || sizes.unk_score.abs() > SCORE_BOUND {
        return wrong("unk_score is out of bounds");
    }
    Ok(())
}
