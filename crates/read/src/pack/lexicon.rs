//! Lexemes: one line an entry, forms generated.

use std::collections::BTreeMap;

use super::error::DataError;
use super::tsv::rows;
use crate::fold::{fold, fold_char};
use crate::lang::ar::{self, Feat, Form, Forms, Shape};
use crate::lang::{Tongue, en};

/// Columns of a lexicon file: id, lemma, part of speech, forms, tags.
const COLUMNS: usize = 5;
const POS: [&str; 4] = ["verb", "noun", "adj", "phrase"];

/// An entry of a lexicon.
#[derive(Debug, Clone, Default)]
pub struct Lexeme {
    /// Unique over all lexicons of the language.
    pub id: String,
    /// Citation form as written in the file.
    pub lemma: String,
    /// Classes that frames name.
    pub classes: Vec<String>,
    /// Other tags: `act`, `say`, `outcome`, `means` …
    pub tags: BTreeMap<String, String>,
    /// Words of which one must follow inside the clause; folded.
    pub complements: Vec<String>,
    /// Prepositions and the roles they give.
    pub governs: Vec<(String, String)>,
    /// Folded forms with what they are.
    pub forms: Vec<(String, Feat)>,
    /// Forms that count only where no other entry is written so.
    pub risky: Vec<(String, Feat)>,
    /// Of each complement the length of its first word, in bytes.
    pub(crate) openings: Vec<usize>,
    /// Indices of the frames that it may trigger, in their order.
    pub(crate) frames: Vec<u32>,
    /// Its classes, roughly.
    pub(crate) set: ClassSet,
}

/// Classes that may be there, one bit each, some sharing one: it says no for sure and yes perhaps.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct ClassSet(u64);

impl ClassSet {
    fn of(classes: &[String]) -> Self {
        ClassSet(classes.iter().fold(0, |all, c| all | bit(c)))
    }

    /// Both together.
    pub(crate) fn with(self, other: ClassSet) -> Self {
        ClassSet(self.0 | other.0)
    }

    /// Whether the class may be in it.
    #[inline]
    pub(crate) fn may_hold(self, class: &str) -> bool {
        self.0 & bit(class) != 0
    }
}

/// The bit of a class, from its length and letters at both ends: known when the program is built
/// where the class is written in it.
#[inline]
fn bit(class: &str) -> u64 {
    let (bytes, n) = (class.as_bytes(), class.len());
    let letter = |i: usize| u64::from(bytes.get(i).copied().unwrap_or(0));
    let ends = letter(0) | letter(1) << 8 | letter(n / 2) << 16 | letter(n.wrapping_sub(1)) << 24;
    1 << ((ends ^ (n as u64) << 32).wrapping_mul(0x9e37_79b9_7f4a_7c15) >> 58)
}

impl Lexeme {
    /// Whether it is of the class.
    #[inline]
    pub fn is(&self, class: &str) -> bool {
        self.set.may_hold(class) && self.classes.iter().any(|c| c == class)
    }

    /// Whether no object follows it: its subject fights, moves or is harmed.
    pub(crate) fn is_intransitive(&self) -> bool {
        self.tag("intr").is_some()
            || ["clash", "posture", "moves", "fights"].iter().any(|c| self.is(c))
    }

    /// The value of a tag.
    pub fn tag(&self, key: &str) -> Option<&str> {
        self.tags.get(key).map(String::as_str)
    }
}

/// Reads one lexicon file.
pub fn load(file: &str, content: &str, tongue: Tongue, errors: &mut Vec<DataError>) -> Vec<Lexeme> {
    let mut out = Vec::new();
    for row in rows(file, content, COLUMNS, errors) {
        match lexeme(&row.cells, tongue) {
            Ok(lexeme) => out.push(lexeme),
            Err(what) => {
                let remedy = "see the format in CONTRIBUTING, \"a word\"";
                errors.push(DataError::new(file, row.line, what, remedy));
            }
        }
    }
    out
}

fn lexeme(cells: &[&str], tongue: Tongue) -> Result<Lexeme, String> {
    let [id, lemma, pos, forms, tags] = cells else { return Err("five columns expected".into()) };
    if !POS.contains(pos) {
        return Err(format!("\"{pos}\" is not a part of speech ({})", POS.join(", ")));
    }
    if id.is_empty() || lemma.is_empty() {
        return Err("an entry needs an id and a lemma".into());
    }
    let keys = pairs(forms)?;
    let mut classes = Vec::new();
    let mut tag_map = BTreeMap::new();
    for (key, value) in pairs(tags)? {
        match key.as_str() {
            "class" => classes.push(value),
            _ => drop(tag_map.insert(key, value)),
        }
    }
    if classes.is_empty() {
        return Err(format!("\"{id}\" has no class"));
    }
    let list = |key: &str| values(&keys, key);
    let complements: Vec<String> = list("comp").iter().map(|c| tongue.fold(c)).collect();
    let openings = complements.iter().map(|c| c.find(' ').unwrap_or(c.len())).collect();
    let governs = list("prep")
        .iter()
        .filter_map(|p| p.split_once('='))
        .map(|(p, role)| (tongue.fold(p), role.to_owned()))
        .collect();
    let Forms { sure: forms, risky } = match tongue {
        Tongue::Arabic => all_forms(lemma, pos, &keys, &classes),
        Tongue::English => english_forms(lemma, pos, &keys),
    };
    let (id, lemma) = ((*id).to_owned(), (*lemma).to_owned());
    let set = ClassSet::of(&classes);
    Ok(Lexeme {
        id,
        lemma,
        classes,
        tags: tag_map,
        complements,
        governs,
        forms,
        risky,
        openings,
        frames: Vec::new(),
        set,
    })
}

/// `key:value` pairs separated by spaces.
fn pairs(cell: &str) -> Result<Vec<(String, String)>, String> {
    cell.split_whitespace()
        .map(|p| match p.split_once(':') {
            Some((key, value)) if !value.is_empty() => Ok((key.to_owned(), value.to_owned())),
            _ => Err(format!("\"{p}\" is not key:value")),
        })
        .collect()
}

/// All values of a key, separated by commas; `_` in a value is a space.
fn values(keys: &[(String, String)], key: &str) -> Vec<String> {
    keys.iter()
        .filter(|(k, _)| k == key)
        .flat_map(|(_, v)| v.split([',', '،']))
        .map(|v| v.replace('_', " ").trim().to_owned())
        .filter(|v| !v.is_empty())
        .collect()
}

fn all_forms(lemma: &str, pos: &str, keys: &[(String, String)], classes: &[String]) -> Forms {
    let folded = fold(lemma);
    let list = |key: &str| -> Vec<String> { values(keys, key).iter().map(|v| fold(v)).collect() };
    let mut out = match pos {
        "verb" => verb(lemma, keys, classes),
        "noun" => {
            let (whole, plain): (Vec<_>, Vec<_>) =
                list("pl").into_iter().partition(|p| p.contains(' ') || folded.contains(' '));
            let mut forms = head_and_tail(&folded, |head| ar::noun_forms(head, &plain));
            forms.extend(whole.into_iter().map(|w| (w, Feat::Phrase)));
            list("fem").iter().for_each(|f| forms.extend(ar::noun_forms(f, &[])));
            Forms { sure: forms, ..Forms::default() }
        }
        "adj" => {
            let sure = head_and_tail(&folded, |head| ar::participle_forms(head, Feat::Singular));
            Forms { sure, ..Forms::default() }
        }
        _ => Forms { sure: vec![(folded.clone(), Feat::Phrase)], ..Forms::default() },
    };
    for (key, make) in NOMINAL {
        let given = list(key).into_iter().filter(|base| base != YES);
        out.sure.extend(given.flat_map(|base| head_and_tail(&base, make)));
    }
    for forms in [&mut out.sure, &mut out.risky] {
        forms.sort_unstable();
        forms.dedup();
    }
    out
}

/// Forms of an English entry.
fn english_forms(lemma: &str, pos: &str, keys: &[(String, String)]) -> Forms {
    let list =
        |key: &str| -> Vec<String> { values(keys, key).iter().map(|v| en::fold(v)).collect() };
    let folded = en::fold(lemma);
    let first = list("head").iter().any(|h| h == "first");
    let mut sure = match pos {
        "verb" => en::verb_forms(&folded, &list),
        "noun" => en::noun_forms(&folded, &list("pl"), first),
        "adj" => vec![(folded, Feat::Singular)],
        _ => vec![(folded, Feat::Phrase)],
    };
    sure.sort_unstable();
    sure.dedup();
    Forms { sure, ..Forms::default() }
}

type Make = fn(&str) -> Vec<(String, Feat)>;

/// Keys of nominal forms of verbs, and how they are inflected.
const NOMINAL: [(&str, Make); 3] = [
    ("masdar", ar::masdar_forms),
    ("act", |base| ar::participle_forms(base, Feat::Active)),
    ("pas", |base| ar::participle_forms(base, Feat::Passive)),
];

/// Finite forms of a verb, and the nominal ones that its line leaves to its shape.
fn verb(lemma: &str, keys: &[(String, String)], classes: &[String]) -> Forms {
    let bare = |key: &str| -> Vec<String> {
        let first = |v: &String| v.split(' ').next().map(without_marks);
        values(keys, key).iter().filter_map(first).collect()
    };
    let lemma = without_marks(lemma);
    let (head, tail) = lemma.split_once(' ').unwrap_or((&lemma, ""));
    let presents = bare("pres");
    let mut forms = ar::finite(head, &presents, &bare("past"));
    // "It is said" names nobody who says it.
    if !classes.iter().any(|c| c == "speech" || c == "attribution") {
        forms.append(ar::finite_passive(head, &presents));
    }
    if !tail.is_empty() {
        let tail = fold(tail);
        let all = forms.sure.iter_mut().chain(&mut forms.risky);
        all.for_each(|(form, _)| *form = format!("{form} {tail}"));
        return forms;
    }
    derive(&mut forms, head, presents.first().map(String::as_str), keys);
    forms
}

/// Adds nominal forms by the verb's shape where the line says `yes`: a word left out is often one
/// that means something else ("إضافة").
fn derive(forms: &mut Forms, past: &str, present: Option<&str>, keys: &[(String, String)]) {
    let of = |key: &str| values(keys, key);
    let asked = |key: &str| of(key).iter().any(|v| v == YES);
    let shape = Shape::of(past, present);
    let second = of("masdar").iter().any(|m| m.starts_with('ت'))
        || of("act").iter().any(|a| a.starts_with('م'));
    let shape = if shape.form == Form::I && second { shape.second() } else { shape };
    for (key, make) in NOMINAL.iter().filter(|(key, _)| asked(key)) {
        let bases: Vec<String> = match *key {
            "masdar" => ar::masdar(&shape).into_iter().collect(),
            "act" => ar::active(&shape, present),
            _ => ar::passive(&shape, present).into_iter().collect(),
        };
        forms.sure.extend(bases.iter().flat_map(|base| make(&fold(base))));
    }
}

/// A value that leaves a form to the shape of the word.
const YES: &str = "yes";

/// As written, but for diacritics, tatweel and controls.
fn without_marks(text: &str) -> String {
    text.chars().filter(|c| fold_char(*c).is_some()).collect()
}

/// Inflects the first word of a phrase and keeps the others.
fn head_and_tail(phrase: &str, make: impl Fn(&str) -> Vec<(String, Feat)>) -> Vec<(String, Feat)> {
    match phrase.split_once(' ') {
        None => make(phrase),
        Some((head, tail)) => {
            make(head).into_iter().map(|(form, feat)| (format!("{form} {tail}"), feat)).collect()
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_gives_an_entry_with_its_forms() {
        let line = "qasafa\tقصف\tverb\tpres:يقصف masdar:قصف prep:على=target,ب=means\tclass:strike act:shelling";
        let mut errors = Vec::new();
        let got = load("x.tsv", line, Tongue::Arabic, &mut errors);
        assert!(errors.is_empty(), "{errors:?}");
        assert!(got[0].is("strike"));
        assert_eq!(got[0].tag("act"), Some("shelling"));
        assert!(got[0].forms.contains(&("القصف".replace("ال", ""), Feat::Masdar)));
        assert_eq!(got[0].governs[0], ("علي".to_owned(), "target".to_owned()));
    }

    #[test]
    fn a_line_without_class_is_refused_with_its_place() {
        let mut errors = Vec::new();
        load("x.tsv", "# words\nx\tقصف\tverb\t-\tact:shelling", Tongue::Arabic, &mut errors);
        assert_eq!(errors[0].line, 2);
        assert!(errors[0].to_string().contains("has no class"));
    }
}
