//! Forms of nouns, verbal nouns, participles and adjectives.

use super::Feat;

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
        if broken.is_empty() && doer(singular) {
            out.push((format!("{singular}ي"), Feat::Plural));
        }
    }
    for plural in broken {
        out.push((plural.clone(), Feat::Plural));
        out.push((format!("{plural}ا"), Feat::Plural));
    }
    out
}

/// A noun shaped like a participle of the derived forms: its construct plural loses the nun
/// ("مقاتلي الفصائل"); of others the ya makes an adjective ("هجومي").
fn doer(noun: &str) -> bool {
    noun.starts_with('م') && noun.chars().nth(3).is_some()
}

/// Forms of a verbal noun: as a noun's, all told as [`Feat::Masdar`].
pub fn masdar_forms(masdar: &str) -> Vec<(String, Feat)> {
    noun_forms(masdar, &[]).into_iter().map(|(form, _)| (form, Feat::Masdar)).collect()
}

/// Forms of a participle or adjective: both genders, dual, sound plurals, construct.
pub fn participle_forms(base: &str, feat: Feat) -> Vec<(String, Feat)> {
    let stem = base.strip_suffix('ه').unwrap_or(base);
    let construct: &[&str] = if doer(stem) { &["و", "ي"] } else { &[] };
    ["", "ا", "ه", "ان", "ين", "ون", "ات", "تين", "تان"]
        .iter()
        .chain(construct)
        .map(|ending| (format!("{stem}{ending}"), feat))
        .collect()
}
