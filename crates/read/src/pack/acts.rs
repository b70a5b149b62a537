//! Words that tell what a speaker does by speaking, with their weights.

use std::collections::HashMap;

use hudna_model::SpeechAct;

use super::error::DataError;
use super::tsv::rows;
use crate::lang::Tongue;
use crate::token::Token;

/// A run of words that votes for an act.
#[derive(Debug, Clone)]
struct Cue {
    act: SpeechAct,
    weight: f64,
    /// Folded; a trailing `*` stands for any ending.
    words: Vec<String>,
}

/// All cues, by the first letters of their first word.
#[derive(Debug, Clone, Default)]
pub struct Acts {
    by_start: HashMap<String, Vec<Cue>>,
}

/// Letters by which cues are looked up.
const KEY: usize = 2;

fn key(word: &str) -> &str {
    word.char_indices().nth(KEY).map_or(word, |(end, _)| &word[..end])
}

impl Acts {
    /// Reads the file: act, weight, words.
    pub fn load(file: &str, content: &str, tongue: Tongue, errors: &mut Vec<DataError>) -> Self {
        let mut out = Acts::default();
        for row in rows(file, content, 3, errors) {
            let [act, weight, words] = row.cells[..] else { continue };
            match (SpeechAct::parse(act), weight.parse()) {
                (Some(act), Ok(weight)) if !words.is_empty() => {
                    let words: Vec<String> = words
                        .split_whitespace()
                        .flat_map(|w| {
                            let star = w.ends_with('*');
                            let mut cut: Vec<String> = tongue
                                .fold(w.trim_end_matches('*'))
                                .split(' ')
                                .map(str::to_owned)
                                .collect();
                            if let Some(last) = cut.last_mut().filter(|_| star) {
                                last.push('*');
                            }
                            cut
                        })
                        .collect();
                    out.by_start.entry(key(&words[0]).to_owned()).or_default().push(Cue {
                        act,
                        weight,
                        words,
                    });
                }
                _ => errors.push(DataError::new(
                    file,
                    row.line,
                    "not an act, a weight and words",
                    "see the file's first lines",
                )),
            }
        }
        out
    }

    /// The acts that the words at a token vote for; of one act the longest run only.
    pub fn votes(&self, tokens: &[Token], at: usize) -> Vec<(SpeechAct, f64)> {
        let mut out: Vec<(SpeechAct, f64, usize)> = Vec::new();
        for (n, first) in readings(&tokens[at].text).into_iter().enumerate() {
            for cue in self.by_start.get(key(first)).into_iter().flatten() {
                let rest = cue.words.iter().skip(1).zip(tokens.get(at + 1..).unwrap_or(&[]));
                let whole = rest.len() + 1 == cue.words.len();
                // What begins with a clitic that belongs to the cue is read as written only.
                let own = n == 0 || cue.words.len() == 1 || first.len() > 2;
                if own
                    && whole
                    && fits(&cue.words[0], first)
                    && rest.clone().all(|(w, t)| fits(w, &t.text))
                {
                    out.push((cue.act, cue.weight, cue.words.len()));
                }
            }
        }
        out.sort_by(|a, b| a.0.cmp(&b.0).then(b.2.cmp(&a.2)).then(b.1.total_cmp(&a.1)));
        out.dedup_by(|b, a| a.0 == b.0);
        out.into_iter().map(|(act, weight, _)| (act, weight)).collect()
    }
}

fn fits(cue: &str, word: &str) -> bool {
    match cue.strip_suffix('*') {
        Some(stem) => word.starts_with(stem),
        None => word == cue,
    }
}

/// The word as written, without و or ف, without a preposition, without the article.
fn readings(word: &str) -> Vec<&str> {
    let mut out = vec![word];
    cut_into(word, &mut out);
    out
}

fn cut_into<'w>(word: &'w str, out: &mut Vec<&'w str>) {
    let mut rest = word;
    if let Some(r) = rest.strip_prefix(['و', 'ف']).filter(|r| r.chars().count() > 2) {
        out.push(r);
        rest = r;
    }
    for prefix in ["بال", "لل", "ال", "ب", "ل"] {
        if let Some(r) = rest.strip_prefix(prefix).filter(|r| r.chars().count() > 2) {
            out.push(r);
            return;
        }
    }
}
