//! One place under many spellings: names compared by Arabic rules of writing and by the nouns that
//! stand beside them (`lang/<code>/heads.tsv`).

use std::collections::{BTreeMap, BTreeSet};

use hudna_model::text::fold;
use hudna_read::{DataError, Files};

/// Words of a head noun at most.
const LONGEST: usize = 3;
/// Letters from which on a last alef is written as ta marbuta by some: "سوريا", "سورية".
const ENDED: usize = 4;

/// A noun that says what sort of place a name is of.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Head {
    sort: String,
    /// It tells the place from its namesakes.
    names: bool,
    lang: String,
}

/// The nouns, by their folded words.
#[derive(Debug, Default)]
pub struct Heads {
    by_word: BTreeMap<String, Head>,
    /// Words as written, of each language and sort, in the order of the file.
    words: BTreeMap<(String, String), Vec<String>>,
    dropped: BTreeSet<String>,
}

/// A name taken apart.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Parts {
    /// What its noun says it is, where that tells it from its namesakes.
    pub sort: Option<String>,
    /// The words of the name alone, folded.
    pub words: Vec<String>,
}

impl Parts {
    /// The name alone.
    pub fn name(&self) -> String {
        self.words.join(" ")
    }
}

impl Heads {
    /// Loads the nouns of all languages.
    pub fn load(files: &Files, errors: &mut Vec<DataError>) -> Heads {
        let mut out = Heads::default();
        for (file, text) in files {
            let lang = file.strip_prefix("lang/").and_then(|f| f.strip_suffix("/heads.tsv"));
            if let Some(lang) = lang {
                out.add(file, lang, text, errors);
            }
        }
        out
    }

    fn add(&mut self, file: &str, lang: &str, text: &str, errors: &mut Vec<DataError>) {
        let lines = text.lines().enumerate().filter(|(_, l)| !l.is_empty() && !l.starts_with('#'));
        for (at, line) in lines {
            let cells: Vec<&str> = line.split('\t').map(str::trim).collect();
            match cells[..] {
                [_, "drop", words] => self.dropped.extend(words.split(',').map(loose)),
                [sort, part @ ("says" | "name"), words] => {
                    let head = Head { sort: sort.into(), names: part == "name", lang: lang.into() };
                    let words = words.split(',').map(str::trim);
                    self.by_word.extend(words.clone().map(|w| (loose(w), head.clone())));
                    let of = self.words.entry((lang.into(), sort.into())).or_default();
                    of.extend(words.map(str::to_owned));
                }
                _ => {
                    let what = "a noun has a sort, a part and its words".to_owned();
                    let remedy = "write three columns; the part is says, name or drop";
                    errors.push(DataError::new(file, at + 1, what, remedy));
                }
            }
        }
    }

    /// A name taken apart: the noun beside it, and the name alone.
    pub fn parts(&self, name: &str) -> Parts {
        let all: Vec<String> = loose(name).split(' ').map(str::to_owned).collect();
        let kept: Vec<String> =
            all.iter().filter(|w| !w.is_empty() && !self.dropped.contains(*w)).cloned().collect();
        let words = if kept.is_empty() { all } else { kept };
        match self.head(&words) {
            Some((head, from, to)) => {
                let sort = head.names.then(|| head.sort.clone());
                Parts { sort, words: words[from..to].to_vec() }
            }
            None => Parts { sort: None, words },
        }
    }

    /// The noun before the words, or behind them, and what it leaves of them.
    fn head(&self, words: &[String]) -> Option<(&Head, usize, usize)> {
        let most = LONGEST.min(words.len().saturating_sub(1));
        (1..=most).rev().find_map(|n| {
            let (first, last) = (words[..n].join(" "), words[words.len() - n..].join(" "));
            let before = self.by_word.get(&first).map(|h| (h, n, words.len()));
            let behind = || Some((self.by_word.get(&last)?, 0, words.len() - n));
            before.or_else(|| behind().filter(|(h, ..)| h.lang != "ar"))
        })
    }

    /// What names of one place have in common, however they are written.
    pub fn key(&self, name: &str) -> String {
        let parts = self.parts(name);
        match &parts.sort {
            Some(sort) => format!("{sort}/{}", parts.name()),
            None => parts.name(),
        }
    }

    /// A name as written, and the same with the other words for its noun; alone where it has none.
    pub fn spellings(&self, name: &str) -> Vec<String> {
        let mut out = vec![name.to_owned()];
        let words: Vec<&str> = name.split_whitespace().collect();
        let most = LONGEST.min(words.len().saturating_sub(1));
        let found = (1..=most).rev().find_map(|n| {
            let first = words[..n].join(" ");
            Some((self.by_word.get(&loose(&first)).filter(|h| h.lang == "ar" && h.names)?, n))
        });
        let Some((head, n)) = found else { return out };
        let article = words[0].starts_with("ال");
        let rest = words[n..].join(" ");
        let others = self.words.get(&(head.lang.clone(), head.sort.clone())).into_iter().flatten();
        for word in others {
            let word = if article { format!("ال{word}") } else { word.clone() };
            let spelled = format!("{word} {rest}");
            if !out.iter().any(|known| fold(known) == fold(&spelled)) {
                out.push(spelled);
            }
        }
        out
    }
}

/// A name by its letters alone: what [`fold`] makes one, the article, the seat of a hamza and how a
/// last alef is written left out too.
fn loose(name: &str) -> String {
    let words = fold(name);
    words.split(' ').map(loose_word).collect::<Vec<_>>().join(" ")
}

fn loose_word(word: &str) -> String {
    let article = ["ال", "لل"].iter().find_map(|a| word.strip_prefix(a));
    let bare = article.filter(|rest| rest.chars().count() > 2).unwrap_or(word);
    let seats: String = bare.chars().filter_map(seat).collect();
    match seats.strip_suffix('ا') {
        Some(stem) if seats.chars().count() >= ENDED => format!("{stem}ه"),
        _ => seats,
    }
}

/// A letter without its hamza, and as Arabic writes what Persian keyboards do otherwise.
fn seat(c: char) -> Option<char> {
    match c {
        'ء' => None,
        'ؤ' => Some('و'),
        'ئ' | 'ی' => Some('ي'),
        'ک' => Some('ك'),
        c => Some(c),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const AR: &str = "\
# comment
city	says	مدينة
quarter	says	حي
hospital	name	مستشفى,مشفى
clinic	name	مركز صحي
";
    const EN: &str = "hospital\tname\thospital\ntown\tsays\ttown\n-\tdrop\tthe,of,al\n";

    fn heads() -> Heads {
        let mut errors = Vec::new();
        let files = [("lang/ar/heads.tsv", AR), ("lang/en/heads.tsv", EN)];
        let files = files.map(|(f, t)| (f.to_owned(), t.to_owned())).into_iter().collect();
        let heads = Heads::load(&files, &mut errors);
        assert!(errors.is_empty(), "{errors:?}");
        heads
    }

    #[track_caller]
    fn one(a: &str, b: &str, same: bool) {
        let heads = heads();
        assert_eq!(heads.key(a) == heads.key(b), same, "{} | {}", heads.key(a), heads.key(b));
    }

    #[test]
    fn one_place_has_one_key() {
        one("مستشفى القدس", "مشفى القدس", true);
        one("المستشفى الميداني", "المشفى الميداني", true);
        one("مستشفى القدس", "القدس", false);
        one("مستشفى القدس", "مركز صحي القدس", false);
        one("حي الميدان", "الميدان", true);
        one("داريا", "داريّة", true);
        one("مؤتة", "موته", true);
        one("الشفاء", "شفا", true);
        one("Al-Quds hospital", "the hospital of Quds", true);
        one("Al-Quds hospital", "Al-Quds", false);
        one("the town of Douma", "Douma", true);
        // A noun alone is a name of its own.
        one("مستشفى", "مشفى", false);
        one("hospital", "hospital", true);
    }

    #[test]
    fn a_taught_name_is_taught_in_every_spelling_of_its_noun() {
        let check = |name: &str, all: &[&str]| assert_eq!(heads().spellings(name), all);
        check("مشفى القدس", &["مشفى القدس", "مستشفى القدس"]);
        check("المشفى الميداني", &["المشفى الميداني", "المستشفى الميداني"]);
        check("حي الميدان", &["حي الميدان"]);
        check("القدس", &["القدس"]);
        check("Al-Quds hospital", &["Al-Quds hospital"]);
    }

    #[test]
    fn a_bad_line_is_named() {
        let mut errors = Vec::new();
        let files = [("lang/ar/heads.tsv".to_owned(), "hospital\tmaybe\tمستشفى\n".to_owned())];
        Heads::load(&files.into_iter().collect(), &mut errors);
        assert_eq!(errors.len(), 1);
    }
}
