//! Regular inflection with its spelling rules; what is irregular stands in the lexicon.

use crate::lang::ar::Feat;

fn is_vowel(c: char) -> bool {
    "aeiou".contains(c)
}

/// The last letters of a word, last first.
fn last(word: &str) -> [char; 3] {
    let mut back = word.chars().rev();
    std::array::from_fn(|_| back.next().unwrap_or(' '))
}

/// "stop", "plan": one syllable that ends in a vowel and a consonant doubles it.
fn doubles(word: &str) -> bool {
    let [c, b, a] = last(word);
    let vowels = word.chars().filter(|c| is_vowel(*c)).count();
    vowels == 1 && !is_vowel(c) && !"wxy ".contains(c) && is_vowel(b) && !is_vowel(a) && a != ' '
}

/// The form in -s, of verbs and nouns.
fn with_s(word: &str) -> String {
    let [c, b, _] = last(word);
    let hisses = matches!(c, 's' | 'x' | 'z') || c == 'h' && matches!(b, 'c' | 's');
    match c {
        'y' if !is_vowel(b) => format!("{}ies", &word[..word.len() - 1]),
        'o' if !is_vowel(b) => format!("{word}es"),
        _ if hisses => format!("{word}es"),
        _ => format!("{word}s"),
    }
}

fn with_ed(word: &str) -> String {
    let [c, b, _] = last(word);
    match c {
        'e' => format!("{word}d"),
        'y' if !is_vowel(b) => format!("{}ied", &word[..word.len() - 1]),
        _ if doubles(word) => format!("{word}{c}ed"),
        _ => format!("{word}ed"),
    }
}

fn with_ing(word: &str) -> String {
    let [c, b, _] = last(word);
    match (c, b) {
        ('e', 'i') => format!("{}ying", &word[..word.len() - 2]),
        ('e', 'e' | 'o' | 'y') => format!("{word}ing"),
        ('e', _) => format!("{}ing", &word[..word.len() - 1]),
        _ if doubles(word) => format!("{word}{c}ing"),
        _ => format!("{word}ing"),
    }
}

/// Forms of a verb, which may be a head with words behind it ("take over"). `told` gives the
/// irregular ones of a key: `past`, `ppt`, `ger`, `third`, `noun`.
pub fn verb_forms(lemma: &str, told: &dyn Fn(&str) -> Vec<String>) -> Vec<(String, Feat)> {
    let (head, tail) = lemma.split_once(' ').unwrap_or((lemma, ""));
    let mut out = vec![(head.to_owned(), Feat::Present)];
    let or = |key: &str, regular: String| match told(key) {
        list if list.is_empty() => vec![regular],
        list => list,
    };
    let (past, ppt) = (told("past"), told("ppt"));
    let (past, ppt) = match (past.is_empty(), ppt.is_empty()) {
        (true, true) => (vec![with_ed(head)], vec![with_ed(head)]),
        (true, false) => (ppt.clone(), ppt),
        (false, true) => (past.clone(), past),
        (false, false) => (past, ppt),
    };
    out.extend(or("third", with_s(head)).into_iter().map(|f| (f, Feat::Present)));
    out.extend(past.into_iter().map(|f| (f, Feat::Past)));
    out.extend(ppt.into_iter().map(|f| (f, Feat::Passive)));
    for form in or("ger", with_ing(head)).into_iter().filter(|f| f != "no") {
        out.push((form.clone(), Feat::Active));
        out.push((form, Feat::Masdar));
    }
    let first = |form: &str| form.split(' ').next().unwrap_or_default().to_owned();
    if !tail.is_empty() {
        out.iter_mut().for_each(|(form, _)| *form = format!("{} {tail}", first(form)));
    }
    for noun in told("noun") {
        out.extend(noun_forms(&noun, &[], false));
    }
    out
}

/// Forms of a noun: its last word (or its first) inflected, and other plurals.
pub fn noun_forms(lemma: &str, plurals: &[String], first: bool) -> Vec<(String, Feat)> {
    let mut out = vec![(lemma.to_owned(), Feat::Singular)];
    if plurals.iter().any(|p| p == "no") {
        return out;
    }
    if plurals.is_empty() {
        let plural = match lemma.split_once(' ').filter(|_| first) {
            Some((head, tail)) => format!("{} {tail}", with_s(head)),
            None => match lemma.rsplit_once(' ') {
                Some((front, head)) => format!("{front} {}", with_s(head)),
                None => with_s(lemma),
            },
        };
        out.push((plural, Feat::Plural));
    }
    out.extend(plurals.iter().map(|p| (p.clone(), Feat::Plural)));
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn has(lemma: &str, forms: &[&str]) {
        let all = verb_forms(lemma, &|_| Vec::new());
        for form in forms {
            assert!(all.iter().any(|(f, _)| f == form), "{form} of {lemma} in {all:?}");
        }
    }

    #[test]
    fn verbs_are_spelt_by_rule() {
        has("shell", &["shells", "shelled", "shelling"]);
        has("carry out", &["carries out", "carried out", "carrying out"]);
        has("ban", &["bans", "banned", "banning"]);
        has("raid", &["raided", "raiding"]);
        has("besiege", &["besieged", "besieging"]);
        has("die", &["died", "dying", "dies"]);
        has("clash", &["clashes", "clashed"]);
    }

    #[test]
    fn nouns_have_plurals() {
        let plural = |n: &str| noun_forms(n, &[], false).pop().map(|(f, _)| f);
        assert_eq!(plural("car bomb").as_deref(), Some("car bombs"));
        assert_eq!(plural("casualty").as_deref(), Some("casualties"));
    }
}
