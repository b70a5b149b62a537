//! Words that stand where a name may and name nobody: "armed men", "250 people", "the area".

use crate::doc::Doc;
use crate::pack::Pack;
use crate::pack::lexicon::Lexeme;

/// Whether words of a language describe somebody or something rather than name it: their noun is
/// of a class that names nobody (`nonames.tsv` of the language says which), or people said so.
pub fn is_description(pack: &Pack, lang: &str, words: &str) -> bool {
    let Some(data) = pack.langs.get(lang) else { return false };
    let folded = data.tongue.fold(words);
    if data.nonames.is_no_party(&folded) || data.nonames.is_word(&folded) {
        return true;
    }
    let doc = Doc::new(pack, data, words, None);
    let all: Vec<usize> = (0..doc.tokens.len()).filter(|i| doc.tokens[*i].is_word()).collect();
    // Figures alone count somebody.
    let Some(at) = noun(&doc, &all) else { return all.is_empty() && !doc.tokens.is_empty() };
    let Some(mention) = doc.mention_at(at) else {
        return data.nonames.is_word(bare(&doc.tokens[at].text));
    };
    if mention.parties(data).any(|form| !form.is_adjective()) {
        return false;
    }
    // "Syrians": an adjective of a party where a noun may stand means some of its people.
    let people = mention.parties(data).next().is_some();
    let of = |test: &dyn Fn(&Lexeme) -> bool| mention.lexemes(data).any(|(l, _)| test(l));
    let place = mention.places().next().is_some() && mention.lexemes(data).next().is_none();
    // A word of both sorts, such as "brigades" that are hit, may have a name behind it.
    let always = of(&|l| data.nonames.always(&l.classes) && !data.nonames.alone(&l.classes));
    let alone = of(&|l| data.nonames.alone(&l.classes) && l.tag("body").is_none())
        || data.nonames.is_word(bare(&doc.tokens[at].text));
    place || people || always || alone && all.iter().all(|i| is_known(&doc, *i))
}

/// The noun that the others belong to: in Arabic the first, in English the last before "of" and
/// the like.
fn noun(doc: &Doc<'_>, words: &[usize]) -> Option<usize> {
    let begins = |at: &&usize| !leads(doc, **at);
    if !doc.is_english() {
        return words.iter().find(begins).copied();
    }
    let first = words.iter().position(|at| !leads(doc, *at))?;
    let joint = |at: &&usize| is_of(doc, **at, &["prep", "rel", "subord", "conj", "adv"]);
    words[first..].iter().take_while(|at| !joint(at)).last().copied()
}

/// A number, or a word such as "all" or "a number of", before the noun.
fn leads(doc: &Doc<'_>, at: usize) -> bool {
    doc.mention_at(at).is_some_and(|m| {
        let mut lexemes = m.lexemes(doc.lang);
        m.number(doc.lang).is_some() || lexemes.any(|(l, _)| doc.lang.nonames.before(&l.classes))
    })
}

fn is_of(doc: &Doc<'_>, at: usize, classes: &[&str]) -> bool {
    doc.mention_at(at).is_some_and(|m| classes.iter().any(|c| m.lexeme(doc.lang, c).is_some()))
}

/// A word of the lexicons, a number, a time, a place that is known, or an adjective of a party.
fn is_known(doc: &Doc<'_>, at: usize) -> bool {
    doc.mention_at(at).is_some() || doc.lang.nonames.is_word(bare(&doc.tokens[at].text))
}

/// A folded word without the article.
fn bare(word: &str) -> &str {
    word.strip_prefix("ال").filter(|rest| rest.chars().count() > 2).unwrap_or(word)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Files;

    const WORDS: &str = "\
g	مسلح	noun	-	class:force
k	كتيبة	noun	pl:كتائب	class:force class:site
v	شخص	noun	pl:أشخاص	class:victim
s	مستشفى	noun	-	class:site
o	مدير	noun	-	class:office
b	الدفاع المدني	phrase	-	class:office body:yes
a	محلي	adj	-	class:none
p	كل	phrase	-	class:det
";
    const NONAMES: &str = "\
always	site,victim
alone	force,office
before	det
word	جهة,منطقة
party	فلان الفلاني
";
    const ENGLISH: &str = "\
g	fighter	noun	-	class:force
s	hospital	noun	-	class:site
p	of	phrase	-	class:prep
l	local	adj	-	class:none
";

    fn pack() -> Pack {
        let mut files = Files::new();
        let mut add = |path: &str, text: &str| files.insert(path.to_owned(), text.to_owned());
        add("lang/ar/lexicon/words.tsv", WORDS);
        add("lang/ar/nonames.tsv", NONAMES);
        add("lang/en/lexicon/words.tsv", ENGLISH);
        add("lang/en/nonames.tsv", "always\tsite\nalone\tforce\nbefore\tdet\n");
        Pack::load(&files).expect("the small data load")
    }

    #[track_caller]
    fn check(lang: &str, words: &str, expected: bool) {
        assert_eq!(is_description(&pack(), lang, words), expected, "{words}");
    }

    #[test]
    fn nouns_of_some_classes_name_nobody() {
        check("ar", "مسلحون محليون", true);
        check("ar", "مسلحو كتائب الشام", false);
        check("ar", "كتائب محلية", true);
        check("ar", "كتائب زنوبيا", false);
        check("ar", "250 شخصا", true);
        check("ar", "كل الأشخاص", true);
        check("ar", "مستشفى الضبيط", true);
        check("ar", "الدفاع المدني", false);
        check("ar", "مدير المستشفى", true);
        check("ar", "مدير زنوبيا", false);
        check("ar", "زنوبيا", false);
        check("ar", "المنطقة", true);
        check("en", "Dabit hospital", true);
        check("en", "local fighters", true);
        check("en", "fighters of Zenobia", false);
        check("en", "Zenobia", false);
        check("xx", "local fighters", false);
    }

    #[test]
    fn what_people_said_holds() {
        check("ar", "فلان الفلانيّ", true);
        check("ar", "فلان", false);
    }
}
