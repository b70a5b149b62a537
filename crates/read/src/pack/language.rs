//! One language's data, from its files.

use std::collections::{BTreeSet, HashMap};

use super::error::DataError;
use super::index::{Hit, Target};
use super::lexicon::Lexeme;
use super::registers;
use super::{Files, LangPack, Pack, acts, frames, lexicon, tsv, under};
use crate::choose::Weights;
use crate::lang::Tongue;
use crate::lang::ar::Feat;

pub(super) fn load_lang(
    files: &Files,
    code: &str,
    pack: &Pack,
    errors: &mut Vec<DataError>,
) -> LangPack {
    let root = format!("lang/{code}/");
    let (tongue, proposals) = (Tongue::of(code), frames::proposals());
    let mut lang = LangPack { tongue, proposals, ..LangPack::default() };
    let lexicons = format!("{root}lexicon/");
    for (file, text) in under(files, &lexicons, ".tsv") {
        match file.rsplit('/').next() {
            Some("parties.tsv") => {
                lang.party_forms =
                    registers::party_forms(file, text, tongue, &pack.parties, errors);
            }
            Some(name) if is_place_names(name) => {
                add_place_variants(&mut lang, file, text, pack, errors)
            }
            _ => lang.lexemes.extend(lexicon::load(file, text, tongue, errors)),
        }
    }
    unique_ids(&lang.lexemes, &lexicons, errors);
    load_rules(files, &root, &mut lang, errors);
    load_clitics(files, &root, &mut lang, errors);
    for (file, text) in under(files, &format!("{root}nonames"), ".tsv") {
        lang.nonames.load(file, text, tongue, errors);
    }
    let cued = cued_names(files, &lexicons, pack, tongue);
    for (i, place) in pack.places.iter().enumerate() {
        let name = tongue.fold(if code == "ar" { &place.name.ar } else { &place.name.en });
        lang.names.add(&name, i as u32);
        if !cued.contains(&(i, name.clone())) {
            lang.index.add(&name, hit(Target::Place(i as u32)));
        }
    }
    for (i, form) in cued {
        lang.index.add(&form, Hit { target: Target::Place(i as u32), feat: Feat::Singular });
    }
    index_words(&mut lang, files, &root, errors);
    lang.index.seal();
    lang.cues.seal();
    for (i, lexeme) in lang.lexemes.iter().enumerate() {
        let own = lexeme.risky.iter().filter(|(form, _)| !lang.common.contains(form));
        for (form, feat) in own {
            lang.index.add_new(form, Hit { target: Target::Lexeme(i as u32), feat: *feat });
        }
    }
    lang.index.seal();
    lang
}

/// `places.tsv`, and what an import writes beside it: `places-import-p-codes.tsv`.
fn is_place_names(file: &str) -> bool {
    file == "places.tsv" || file.starts_with("places-")
}

/// Names that are words of every day too: lines `#cue`, place id, form. They count only behind a
/// word such as "quarter", or in a list that one opens; their form is [`Feat::Singular`].
fn cued_names(
    files: &Files,
    lexicons: &str,
    pack: &Pack,
    tongue: Tongue,
) -> BTreeSet<(usize, String)> {
    let all = under(files, lexicons, ".tsv");
    let named = all.filter(|(file, _)| file.rsplit('/').next().is_some_and(is_place_names));
    let lines = named.flat_map(|(_, text)| text.lines()).filter_map(|l| l.strip_prefix("#cue\t"));
    let cells = lines.filter_map(|l| l.split_once('\t'));
    cells
        .filter_map(|(id, form)| Some((*pack.place_ids.get(id.trim())?, tongue.fold(form.trim()))))
        .collect()
}

fn hit(target: Target) -> Hit {
    Hit { target, feat: Feat::Phrase }
}

fn unique_ids(lexemes: &[Lexeme], root: &str, errors: &mut Vec<DataError>) {
    let mut seen = HashMap::new();
    for lexeme in lexemes {
        if seen.insert(&lexeme.id, ()).is_some() {
            let what = format!("the id \"{}\" stands twice", lexeme.id);
            errors.push(DataError::new(root, 0, what, "give each word its own id"));
        }
    }
}

fn add_place_variants(
    lang: &mut LangPack,
    file: &str,
    text: &str,
    pack: &Pack,
    errors: &mut Vec<DataError>,
) {
    for row in tsv::rows(file, text, 2, errors) {
        match pack.place_ids.get(row.cells[0]) {
            Some(i) => {
                let form = lang.tongue.fold(row.cells[1]);
                lang.names.add(&form, *i as u32);
                lang.index.add(&form, hit(Target::Place(*i as u32)));
            }
            None => {
                let what = format!("no place has the id \"{}\"", row.cells[0]);
                errors.push(DataError::new(file, row.line, what, "correct the id"));
            }
        }
    }
}

fn load_rules(files: &Files, root: &str, lang: &mut LangPack, errors: &mut Vec<DataError>) {
    let (frames, scopes) = (format!("{root}frames/"), format!("{root}scope/"));
    for (file, text) in under(files, &frames, ".toml") {
        match frames::frame(file, text, lang.tongue) {
            Ok(frame) => lang.frames.push(frame),
            Err(error) => errors.push(error),
        }
    }
    for (file, text) in under(files, &scopes, ".toml") {
        match frames::scope(file, text, lang.tongue) {
            Ok(scope) => lang.scopes.push(scope),
            Err(error) => errors.push(error),
        }
    }
    lang.frames.sort_by(|a, b| a.id.cmp(&b.id));
    for lexeme in &mut lang.lexemes {
        let frames = (0..).zip(&lang.frames).filter(|(_, f)| f.is_triggered_by(lexeme));
        lexeme.frames = frames.map(|(i, _)| i).collect();
    }
    load_weights(files, &format!("{root}weights/"), &mut lang.weights, errors);
}

/// Weights of choices: one file a choice, lines `feature ⇥ weight`.
pub(super) fn load_weights(
    files: &Files,
    root: &str,
    weights: &mut Weights,
    errors: &mut Vec<DataError>,
) {
    for (file, text) in under(files, root, ".tsv") {
        let task = file.rsplit('/').next().unwrap_or(file).trim_end_matches(".tsv");
        for line in weights.load(task, text) {
            let what = "a weight is a feature, a tab and a number".to_owned();
            errors.push(DataError::new(file, line, what, "correct the line, or fit anew"));
        }
    }
}

/// Words by kind that cutting and look-up need: kind, word.
fn load_clitics(files: &Files, root: &str, lang: &mut LangPack, errors: &mut Vec<DataError>) {
    let file = format!("{root}clitics.tsv");
    let text = files.get(&file).map_or("", String::as_str);
    let tongue = lang.tongue;
    for row in tsv::rows(&file, text, 2, errors) {
        let words = row.cells[1].split(' ').map(|w| tongue.fold(w));
        match row.cells[0] {
            "shortens" => lang.shortening.extend(words),
            "common" => lang.common.extend(words),
            "abbreviation" => lang.abbreviations.extend(words),
            kind if lang.clitics.add(kind, row.cells[1].split(' ')) => {}
            kind => {
                let what = format!("\"{kind}\" is no kind of words");
                errors.push(DataError::new(&file, row.line, what, "see the file's first lines"));
            }
        }
    }
}

fn index_words(lang: &mut LangPack, files: &Files, root: &str, errors: &mut Vec<DataError>) {
    let (index, tongue) = (&mut lang.index, lang.tongue);
    for (i, lexeme) in lang.lexemes.iter().enumerate() {
        for (form, feat) in &lexeme.forms {
            index.add(form, Hit { target: Target::Lexeme(i as u32), feat: *feat });
        }
    }
    for (i, form) in lang.party_forms.iter().enumerate() {
        index.add(&form.form, hit(Target::Party(i as u32)));
    }
    for (i, scope) in lang.scopes.iter().enumerate() {
        for cue in &scope.cues {
            let index = if tongue == Tongue::English { &mut lang.cues } else { &mut *index };
            index.add(cue, hit(Target::Scope(i as u32)));
        }
    }
    let numbers = format!("{root}numbers.tsv");
    if let Some(text) = files.get(&numbers) {
        for (form, word) in registers::numbers(&numbers, text, tongue, errors) {
            index.add(&form, hit(Target::Number(lang.numbers.len() as u32)));
            lang.numbers.push(word);
        }
    }
    let acts = format!("{root}acts.tsv");
    if let Some(text) = files.get(&acts) {
        lang.acts = acts::Acts::load(&acts, text, tongue, errors);
    }
    let hours = format!("{root}hours.tsv");
    if let Some(text) = files.get(&hours) {
        lang.hours = super::hours::hours(&hours, text, tongue, errors);
    }
    let times = format!("{root}time.tsv");
    if let Some(text) = files.get(&times) {
        for (form, word) in registers::times(&times, text, tongue, errors) {
            index.add(&form, hit(Target::Time(lang.times.len() as u32)));
            lang.times.push(word);
        }
    }
}
