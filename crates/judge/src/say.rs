//! Sentences in both languages: texts stand in `words/*.tsv`, never in functions.

use std::collections::BTreeMap;
use std::sync::OnceLock;

use hudna_model::Bilingual;

use crate::Context;

type Table = BTreeMap<&'static str, Vec<&'static str>>;

fn table(cell: &'static OnceLock<Table>, text: &'static str) -> &'static Table {
    cell.get_or_init(|| {
        let rows = text.lines().filter(|l| !l.starts_with('#') && !l.is_empty());
        rows.filter_map(|line| {
            let mut columns = line.split('\t');
            Some((columns.next()?, columns.collect()))
        })
        .collect()
    })
}

fn sentences() -> &'static Table {
    static CELL: OnceLock<Table> = OnceLock::new();
    table(&CELL, include_str!("../words/sentences.tsv"))
}

fn terms() -> &'static Table {
    static CELL: OnceLock<Table> = OnceLock::new();
    table(&CELL, include_str!("../words/terms.tsv"))
}

fn counted() -> &'static Table {
    static CELL: OnceLock<Table> = OnceLock::new();
    table(&CELL, include_str!("../words/counted.tsv"))
}

fn row(table: &'static Table, key: &str) -> &'static [&'static str] {
    table.get(key).expect("every key used here stands in words/, which a test checks")
}

/// The sentence of that key, `{name}` replaced by the argument of that name.
pub(crate) fn say(key: &str, arguments: &[(&str, &Bilingual)]) -> Bilingual {
    let row = row(sentences(), key);
    let english = fill(row[0], |name| find(arguments, name).map(|b| b.en.as_str()));
    let arabic = fill(row[1], |name| find(arguments, name).map(|b| b.ar.as_str()));
    Bilingual::new(arabic, english)
}

fn find<'a>(arguments: &[(&str, &'a Bilingual)], name: &str) -> Option<&'a Bilingual> {
    arguments.iter().find(|(n, _)| *n == name).map(|(_, value)| *value)
}

/// The sentence with each `{name}` replaced; one that nothing is given for stays as it is.
fn fill<'a>(sentence: &str, value: impl Fn(&str) -> Option<&'a str>) -> String {
    let mut out = String::with_capacity(sentence.len() * 2);
    let mut rest = sentence;
    while let Some((before, after)) = rest.split_once('{') {
        out.push_str(before);
        let Some((name, tail)) = after.split_once('}') else {
            out.push('{');
            rest = after;
            continue;
        };
        match value(name) {
            Some(value) => out.push_str(value),
            None => out.extend(["{", name, "}"]),
        }
        rest = tail;
    }
    out + rest
}

/// The term of that key, such as `act.clash`.
pub(crate) fn term(key: &str) -> Bilingual {
    let row = row(terms(), key);
    Bilingual::new(row[1], row[0])
}

/// The same in both languages: figures, citations, ids.
pub(crate) fn plain(text: impl Into<String>) -> Bilingual {
    let text = text.into();
    Bilingual::new(text.clone(), text)
}

/// Words as written, in each language's quotation marks.
pub(crate) fn quote(text: &str) -> Bilingual {
    Bilingual::new(format!("«{text}»"), format!("“{text}”"))
}

/// A counted noun as a subject: "1 report", "2 reports"; Arabic by its five forms, Western digits.
pub(crate) fn count(n: usize, noun: &str) -> Bilingual {
    let forms = row(counted(), noun);
    let en = if n == 1 { forms[0] } else { forms[1] };
    let ar = match (n, n % 100) {
        (1, _) => forms[2].to_owned(),
        (2, _) => forms[3].to_owned(),
        (_, 3..=10) => format!("{n} {}", forms[4]),
        (_, 11..=99) => format!("{n} {}", forms[5]),
        _ => format!("{n} {}", forms[6]),
    };
    Bilingual::new(ar, format!("{n} {en}"))
}

/// Several terms in a row: "the place and the time".
pub(crate) fn list(items: &[Bilingual]) -> Bilingual {
    let Some((last, rest)) = items.split_last() else { return Bilingual::default() };
    if rest.is_empty() {
        return last.clone();
    }
    let en: Vec<_> = rest.iter().map(|b| b.en.as_str()).collect();
    let ar: Vec<_> = rest.iter().map(|b| b.ar.as_str()).collect();
    Bilingual::new(
        format!("{} و{}", ar.join(" و"), last.ar),
        format!("{} and {}", en.join(", "), last.en),
    )
}

/// Neutral names of a party, else the words as written.
pub(crate) fn party(ctx: &Context<'_>, id: &str) -> Bilingual {
    ctx.parties.get(id).map_or_else(|| quote(id), |p| p.name.clone())
}

/// Names of a place, else its id.
pub(crate) fn place(ctx: &Context<'_>, id: &str) -> Bilingual {
    ctx.places.get(id).map_or_else(|| quote(id), |p| p.name.clone())
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use hudna_model::Act;

    /// Every `say("key"` in the other sources of this crate.
    fn keys_said() -> BTreeSet<String> {
        let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/src");
        let mut keys = BTreeSet::new();
        for file in std::fs::read_dir(folder).unwrap().map(|f| f.unwrap().path()) {
            if file.ends_with("say.rs") {
                continue;
            }
            let text = std::fs::read_to_string(file).unwrap();
            let keyed = text.split("say(").filter_map(|rest| rest.trim_start().strip_prefix('"'));
            keys.extend(keyed.filter_map(|rest| rest.split('"').next().map(str::to_owned)));
        }
        keys
    }

    fn slots(text: &str) -> BTreeSet<&str> {
        text.split('{').skip(1).filter_map(|part| part.split('}').next()).collect()
    }

    #[test]
    fn every_sentence_said_is_written_in_both_languages_and_no_other() {
        let written: BTreeSet<String> = sentences().keys().map(|k| (*k).to_owned()).collect();
        assert_eq!(keys_said(), written);
        for (key, row) in sentences() {
            assert_eq!(row.len(), 2, "{key} needs English and Arabic");
            assert_eq!(slots(row[0]), slots(row[1]), "{key} fills the same slots");
        }
    }

    #[test]
    fn every_act_and_fact_has_a_term() {
        for act in Act::ALL {
            assert!(terms().contains_key(format!("act.{act}").as_str()), "{act}");
        }
        for key in ["fact.bearer", "fact.act", "fact.target", "fact.area", "fact.time"] {
            assert!(!term(key).ar.is_empty() && !term(key).en.is_empty());
        }
        assert!((1..=12).all(|m| terms().contains_key(format!("month.{m}").as_str())));
    }

    #[test]
    fn arabic_counts_in_five_forms() {
        let check = |n, ar: &str, en: &str| assert_eq!(count(n, "origin"), Bilingual::new(ar, en));
        check(1, "مصدر مستقل واحد", "1 independent origin");
        check(2, "مصدران مستقلان", "2 independent origins");
        check(3, "3 مصادر مستقلة", "3 independent origins");
        check(11, "11 مصدرًا مستقلًا", "11 independent origins");
        check(100, "100 مصدر مستقل", "100 independent origins");
        check(103, "103 مصادر مستقلة", "103 independent origins");
    }
}
