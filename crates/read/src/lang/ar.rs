//! Arabic: clitics stripped at look-up, inflection generated from citation forms.
//!
//! All strings are folded (`crate::fold`). Only the third person and the first plural are
//! generated: the persons in which reports are written.

/// What a generated form is of its lexeme.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Feat {
    /// Perfect; undiacritised, so active or passive.
    Past,
    /// Imperfect.
    Present,
    /// Imperfect with sa-.
    Future,
    /// Verbal noun.
    Masdar,
    /// Active participle.
    Active,
    /// Passive participle.
    Passive,
    /// Noun, one.
    Singular,
    /// Noun, two.
    Dual,
    /// Noun, three or more.
    Plural,
    /// A fixed string.
    Phrase,
}

impl Feat {
    /// Whether it is a finite verb.
    pub fn is_verb(self) -> bool {
        matches!(self, Feat::Past | Feat::Present | Feat::Future)
    }
}

impl Feat {
    /// Whether a word of saying in this form reports one act of saying: not a habit, not a noun.
    pub fn says_so(self) -> bool {
        matches!(self, Feat::Past | Feat::Active)
    }
}

/// One way of cutting a word: clitics, and the string to look up.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Split<'a> {
    /// و or ف before all else.
    pub conjunction: bool,
    /// ب, ل or ك.
    pub preposition: Option<char>,
    /// The article was stripped.
    pub article: bool,
    /// What is left, without enclitic.
    pub stem: std::borrow::Cow<'a, str>,
    /// A pronoun was stripped from the end.
    pub enclitic: Option<&'a str>,
}

const ENCLITICS: [&str; 11] = ["هما", "كما", "هم", "هن", "كم", "ها", "نا", "ني", "ه", "ك", "ي"];

/// All ways of cutting a folded word, the longest stem first.
pub fn splits(word: &str) -> Vec<Split<'_>> {
    let mut out = Vec::with_capacity(8);
    push_prefix_splits(&mut out, word, false);
    if let Some(rest) = word.strip_prefix(['و', 'ف']).filter(|r| r.chars().count() >= 2) {
        push_prefix_splits(&mut out, rest, true);
    }
    let with_enclitics: Vec<_> = out.iter().flat_map(enclitic_splits).collect();
    out.extend(with_enclitics);
    out
}

fn push_prefix_splits<'a>(out: &mut Vec<Split<'a>>, word: &'a str, conjunction: bool) {
    let whole = |stem: std::borrow::Cow<'a, str>, preposition, article| Split {
        conjunction,
        preposition,
        article,
        stem,
        enclitic: None,
    };
    out.push(whole(word.into(), None, false));
    if let Some(rest) = long(word.strip_prefix("ال"), 2) {
        out.push(whole(rest.into(), None, true));
    }
    if let Some(rest) = long(word.strip_prefix("لل"), 2) {
        out.push(whole(format!("ال{rest}").into(), Some('ل'), false));
        out.push(whole(rest.into(), Some('ل'), true));
    }
    let first = word.chars().next();
    if let Some(p @ ('ب' | 'ل' | 'ك')) = first
        && let Some(rest) = long(word.strip_prefix(p), 2)
    {
        out.push(whole(rest.into(), Some(p), false));
        if let Some(rest) = long(rest.strip_prefix("ال"), 2) {
            out.push(whole(rest.into(), Some(p), true));
        }
    }
}

fn long(rest: Option<&str>, at_least: usize) -> Option<&str> {
    rest.filter(|r| r.chars().count() >= at_least)
}

/// The same cut with a pronoun taken from the end; a ta before it stands for ta marbuta.
fn enclitic_splits<'a>(split: &Split<'a>) -> Vec<Split<'a>> {
    let std::borrow::Cow::Borrowed(stem) = split.stem else { return Vec::new() };
    if split.article {
        return Vec::new();
    }
    let mut out = Vec::new();
    for pronoun in ENCLITICS {
        let Some(base) = long(stem.strip_suffix(pronoun), 3) else { continue };
        let mut push = |stem: std::borrow::Cow<'a, str>| {
            out.push(Split { stem, enclitic: Some(pronoun), ..split.clone() });
        };
        push(base.into());
        if let Some(feminine) = base.strip_suffix('ت') {
            push(format!("{feminine}ه").into());
        }
    }
    out
}

/// Finite forms of a verb from its perfect and imperfect, third masculine singular.
pub fn verb_forms(past: &str, present: Option<&str>) -> Vec<(String, Feat)> {
    let mut out = past_forms(past);
    if let Some(present) = present {
        out.extend(present_forms(present));
    }
    out
}

/// Perfect forms; a final alif or ya is weak: it falls before a vowel.
pub fn past_forms(past: &str) -> Vec<(String, Feat)> {
    let weak = past.chars().count() > 2 && past.ends_with(['ا', 'ي']);
    let stem = if weak { &past[..past.len() - 2] } else { past };
    let endings: &[&str] = if weak {
        &["ت", "تا", "وا", "و", "يا", "يت", "ينا"]
    } else {
        &["ت", "ا", "تا", "وا", "و", "ن", "نا"]
    };
    let mut out = vec![(past.to_owned(), Feat::Past)];
    out.extend(endings.iter().map(|e| (format!("{stem}{e}"), Feat::Past)));
    out
}

fn present_forms(present: &str) -> Vec<(String, Feat)> {
    let rest = present.strip_prefix('ي').unwrap_or(present);
    let weak = rest.chars().count() > 2 && rest.ends_with(['و', 'ي', 'ا']);
    let short = if weak { &rest[..rest.len() - 2] } else { rest };
    let mut out = Vec::new();
    for prefix in ["ي", "ت", "ن", "ا"] {
        let mut push = |stem: &str, ending: &str| {
            out.push((format!("{prefix}{stem}{ending}"), Feat::Present));
            out.push((format!("س{prefix}{stem}{ending}"), Feat::Future));
        };
        push(rest, "");
        if weak {
            push(short, "");
        }
        if matches!(prefix, "ي" | "ت") {
            for ending in ["ون", "وا", "و"] {
                push(short, ending);
            }
            for ending in ["ان", "ا", "ن"] {
                push(rest, ending);
            }
        }
    }
    out
}

/// Forms of a noun: the singular with tanwin alif, the dual, the sound plurals.
///
/// With `broken` plurals known, -ين is the dual; without, it is read as the plural.
pub fn noun_forms(singular: &str, broken: &[String]) -> Vec<(String, Feat)> {
    let mut out = vec![(singular.to_owned(), Feat::Singular)];
    let in_form = if broken.is_empty() { Feat::Plural } else { Feat::Dual };
    if let Some(stem) = singular.strip_suffix('ه') {
        out.push((format!("{stem}تان"), Feat::Dual));
        out.push((format!("{stem}تين"), Feat::Dual));
        out.push((format!("{stem}تا"), Feat::Dual));
        out.push((format!("{stem}تي"), Feat::Dual));
        out.push((format!("{stem}ات"), Feat::Plural));
    } else {
        for (ending, feat) in [
            ("ا", Feat::Singular),
            ("ان", Feat::Dual),
            ("ين", in_form),
            ("ون", Feat::Plural),
            ("ات", Feat::Plural),
            ("يين", Feat::Plural),
        ] {
            out.push((format!("{singular}{ending}"), feat));
        }
        if singular.chars().count() > 3 {
            out.push((format!("{singular}و"), Feat::Plural));
        }
    }
    for plural in broken {
        out.push((plural.clone(), Feat::Plural));
        out.push((format!("{plural}ا"), Feat::Plural));
    }
    out
}

/// Forms of a verbal noun: as a noun's, all told as [`Feat::Masdar`].
pub fn masdar_forms(masdar: &str) -> Vec<(String, Feat)> {
    noun_forms(masdar, &[]).into_iter().map(|(form, _)| (form, Feat::Masdar)).collect()
}

/// Forms of a participle or adjective: both genders, dual and sound plurals.
pub fn participle_forms(base: &str, feat: Feat) -> Vec<(String, Feat)> {
    let stem = base.strip_suffix('ه').unwrap_or(base);
    ["", "ا", "ه", "ان", "ين", "ون", "ات", "تين", "تان"]
        .iter()
        .map(|ending| (format!("{stem}{ending}"), feat))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn has(forms: &[(String, Feat)], form: &str, feat: Feat) {
        assert!(forms.contains(&(form.to_owned(), feat)), "{form} {feat:?} in {forms:?}");
    }

    #[test]
    fn verbs_inflect_as_reports_write_them() {
        let struck = verb_forms("قصف", Some("يقصف"));
        has(&struck, "قصفت", Feat::Past);
        has(&struck, "قصفوا", Feat::Past);
        has(&struck, "ستقصف", Feat::Future);
        has(&struck, "يقصفون", Feat::Present);
        let called = verb_forms("دعا", Some("يدعو"));
        has(&called, "دعت", Feat::Past);
        has(&called, "دعوا", Feat::Past);
        has(&called, "يدعون", Feat::Present);
    }

    #[test]
    fn nouns_have_duals_and_plurals() {
        has(&noun_forms("غاره", &[]), "غارتين", Feat::Dual);
        has(&noun_forms("جندي", &["جنود".into()]), "جنديين", Feat::Dual);
        has(&noun_forms("مدني", &[]), "مدنيين", Feat::Plural);
        has(&noun_forms("قتيل", &["قتلي".into()]), "قتيلا", Feat::Singular);
    }

    fn cut(word: &str, stem: &str) {
        assert!(splits(word).iter().any(|s| s.stem == stem), "{stem} from {word}");
    }

    #[test]
    fn clitics_come_off() {
        cut("وبالمدفعيه", "مدفعيه");
        cut("للحوثيين", "الحوثيين");
        cut("غاراتهم", "غارات");
        cut("مدينته", "مدينه");
        cut("لجنيف", "جنيف");
    }
}
