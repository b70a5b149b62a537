//! Finite forms of verbs, from the perfect and imperfect of the third person.
//!
//! Strings come as written in the data, without diacritics but with their hamzas, which tell
//! "بدأ" from "بدا"; forms go out folded. What is derived follows the paradigms that every grammar
//! of written Arabic gives; only what the skeleton shows is told apart.

use crate::fold::fold;

use super::shape::{Ending, Form, Shape};
use super::{Feat, Forms, but_last, split_last};

/// Endings of the perfect that begin with a vowel, and `ت` of "she".
const VOWEL: [&str; 5] = ["ت", "ا", "تا", "وا", "و"];
/// Endings of the perfect that begin with a consonant: "we", "they (women)", "you".
const CONSONANT: [&str; 4] = ["نا", "ن", "تم", "ت"];

/// The finite forms of the active: of the perfect, of the imperfects given, and of further stems
/// of the perfect.
pub fn finite(past: &str, presents: &[String], more: &[String]) -> Forms {
    let mut out = Forms::default();
    let shape = Shape::of(past, presents.first().map(String::as_str));
    perfect(&mut out, &shape.past, shape.ending);
    for present in presents {
        imperfect(&mut out, present, shape.ending);
    }
    for past in more {
        perfect(&mut out, past, Ending::of(past));
    }
    out
}

/// Perfect forms of a stem.
fn perfect(out: &mut Forms, past: &str, ending: Ending) {
    out.sure(past, Feat::Past);
    let short = but_last(past);
    match ending {
        Ending::Sound => out.with(past, &[VOWEL.as_slice(), &CONSONANT].concat(), Feat::Past),
        Ending::Hollow => {
            out.with(past, &VOWEL, Feat::Past);
            let (front, last) = split_last(past);
            let stem = format!("{}{last}", but_last(front));
            // "عدن" is a city before it is "they returned".
            out.risky_with(&stem, &["نا", "تم", "ت"], Feat::Past);
        }
        Ending::Geminate => {
            out.with(past, &VOWEL, Feat::Past);
            let (_, last) = split_last(past);
            out.risky_with(&format!("{past}{last}"), &CONSONANT, Feat::Past);
        }
        Ending::Waw => {
            out.with(short, &["ت", "تا", "وا", "و", "يا", "يت", "ينا"], Feat::Past);
            out.risky_with(short, &["وت", "ونا", "ون", "وتم"], Feat::Past);
        }
        Ending::Ya => {
            out.with(short, &["ت", "تا", "وا", "و", "يا", "يت", "ينا"], Feat::Past);
            out.risky_with(short, &["ين", "يتم"], Feat::Past);
        }
        Ending::Kept => {
            out.with(short, &["وا", "و", "يا", "يت", "يتا", "ينا", "ت", "تا"], Feat::Past);
            out.risky_with(short, &["ين", "يتم"], Feat::Past);
        }
        Ending::Hamza => {
            out.with(past, &["ت", "تا", "وا", "نا"], Feat::Past);
            out.with(short, &["ؤوا", "ئوا", "آ"], Feat::Past);
        }
        Ending::BareHamza => {
            out.with(past, &["ت", "ا", "تا", "وا"], Feat::Past);
            out.with(short, &["ؤوا"], Feat::Past);
        }
    }
}

/// Imperfect forms: indicative, subjunctive and jussive, and with sa- where that may stand.
fn imperfect(out: &mut Forms, present: &str, past: Ending) {
    let rest = present.strip_prefix('ي').unwrap_or(present);
    let ending = Ending::of_present(rest, past);
    let weak = matches!(ending, Ending::Waw | Ending::Ya | Ending::Kept);
    let short = if weak { but_last(rest) } else { rest };
    for prefix in ["ي", "ت", "ن", "أ"] {
        // "آخذ": two hamzas are written as one letter.
        let own = if prefix == "أ" { rest.strip_prefix('أ').unwrap_or(rest) } else { rest };
        let mut both = |stem: &str, ending: &str| {
            out.sure(&format!("{prefix}{stem}{ending}"), Feat::Present);
            out.sure(&format!("س{prefix}{stem}{ending}"), Feat::Future);
        };
        both(own, "");
        if weak && short.chars().nth(1).is_some() {
            both(short, "");
        }
        if matches!(prefix, "ي" | "ت") {
            ["ون", "وا", "و"].iter().for_each(|e| both(short, e));
            if let Some(front) = rest.strip_suffix('أ') {
                ["ؤون", "ؤوا"].iter().for_each(|e| both(front, e));
            }
            ["ان", "ا"].iter().for_each(|e| both(&dual(rest), e));
        }
        if matches!(prefix, "ي") {
            both(&women(rest, ending), "ن");
        }
        if ending == Ending::Hollow {
            // "لم يبد" is "he did not show" before it is "he did not wipe out".
            out.risky_with(&format!("{prefix}{}", shortened(rest)), &[""], Feat::Jussive);
        }
    }
}

/// The stem before the alif of the dual: "يبقى", "يبقيان".
fn dual(rest: &str) -> String {
    match rest.strip_suffix('ى') {
        Some(front) => format!("{front}ي"),
        None => rest.to_owned(),
    }
}

/// The stem before the nun of women: the long vowel falls, the doubled letter comes apart.
fn women(rest: &str, ending: Ending) -> String {
    match ending {
        Ending::Hollow => shortened(rest),
        Ending::Geminate => format!("{rest}{}", split_last(rest).1),
        _ => dual(rest),
    }
}

/// A hollow stem without its long vowel.
fn shortened(rest: &str) -> String {
    let (front, last) = split_last(rest);
    format!("{}{last}", but_last(front))
}

/// The finite forms of the passive where their letters differ, in the third person.
pub fn finite_passive(past: &str, presents: &[String]) -> Forms {
    let mut out = Forms::default();
    let shape = Shape::of(past, presents.first().map(String::as_str));
    if let Some((stem, sure)) = shape.passive_past() {
        let ending = if shape.ending == Ending::Waw { Ending::Kept } else { Ending::Sound };
        let mut forms = Forms::default();
        perfect(&mut forms, &stem, ending);
        forms.sure.retain(|(form, _)| !["نا", "تم"].iter().any(|e| form.ends_with(e)));
        forms.sure.into_iter().for_each(|(form, feat)| out.push(form, feat, sure));
    }
    let long = shape.ending == Ending::Hollow && matches!(shape.form, Form::I | Form::IV | Form::X);
    for present in presents.iter().filter(|_| long) {
        let (front, last) = split_last(present);
        let stem = format!("{}ا{last}", but_last(front));
        let mut forms = Forms::default();
        imperfect(&mut forms, &stem, Ending::Sound);
        let third = |form: &str| form.trim_start_matches('س').starts_with(['ي', 'ت']);
        forms.sure.retain(|(form, _)| third(form));
        let sure = shape.form != Form::I;
        forms.sure.into_iter().for_each(|(form, feat)| out.push(form, feat, sure));
    }
    if shape.form == Form::I && shape.past.starts_with('و') && shape.ending == Ending::Sound {
        let forms = ["ي", "ت"].map(|prefix| fold(&format!("{prefix}{}", shape.past)));
        forms.into_iter().for_each(|form| out.push(form, Feat::Present, false));
    }
    out
}
