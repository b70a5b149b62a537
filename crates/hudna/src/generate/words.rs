//! Texts of what is made up, from `words.tsv`.

use hudna_model::Bilingual;

/// The rows of a kind, in their order.
pub(super) fn all(kind: &str) -> Vec<Bilingual> {
    rows().filter(|(k, _)| *k == kind).map(|(_, text)| text).collect()
}

/// The row of a kind that has one.
pub(super) fn one(kind: &str) -> Bilingual {
    rows().find(|(k, _)| *k == kind).expect("words.tsv has every kind that is asked for").1
}

fn rows() -> impl Iterator<Item = (&'static str, Bilingual)> {
    let lines = include_str!("words.tsv").lines().filter(|l| !l.starts_with('#'));
    lines.filter_map(|line| {
        let mut cells = line.split('\t');
        let (kind, en, ar) = (cells.next()?, cells.next()?, cells.next()?);
        Some((kind, Bilingual::new(ar, en)))
    })
}

/// A text with each `{name}` replaced, in both languages.
pub(super) fn filled(text: &Bilingual, with: &[(&str, &Bilingual)]) -> Bilingual {
    let one = |text: &str, pick: fn(&Bilingual) -> &String| {
        with.iter().fold(text.to_owned(), |t, (name, value)| {
            t.replace(&format!("{{{name}}}"), pick(value))
        })
    };
    Bilingual::new(one(&text.ar, |b| &b.ar), one(&text.en, |b| &b.en))
}

/// The same in both languages.
pub(super) fn plain(text: impl ToString) -> Bilingual {
    Bilingual::new(text.to_string(), text.to_string())
}
