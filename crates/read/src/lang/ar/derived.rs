//! Verbal nouns and participles that a verb's shape gives.

use super::shape::{Ending, Form, Shape};
use super::{but_last, split_last};

/// The verbal noun, where the form tells it: III to X and the quadriliteral.
pub fn masdar(shape: &Shape) -> Option<String> {
    // "استولى", "استيلاء"; but "استوى", "استواء".
    let assimilated = shape.form == Form::X && shape.past.chars().count() > 5;
    let past = match shape.past.strip_prefix("استو") {
        Some(rest) if assimilated => &format!("استي{rest}"),
        _ => shape.past.as_str(),
    };
    let (front, last) = split_last(past);
    let (inner, middle) = split_last(front);
    let last = if last == "أ" { "ء" } else { last };
    Some(match (shape.form, shape.ending) {
        (Form::I, _) => return None,
        (Form::II, Ending::Ya | Ending::Waw) => format!("ت{front}ية"),
        (Form::II, _) => format!("ت{front}ي{last}"),
        (Form::III, Ending::Ya) => format!("م{front}اة"),
        (Form::III, _) => format!("م{past}ة"),
        (Form::Quad, _) => format!("{past}ة"),
        (Form::V | Form::VI, Ending::Ya) => format!("{front}ي"),
        (Form::V | Form::VI, _) => past.to_owned(),
        (Form::IV | Form::X, Ending::Hollow) => format!("{}ة", hamza_below(past)),
        (Form::IV | Form::VII | Form::X, Ending::Ya) => format!("{}اء", long_first(front)),
        (Form::VII, Ending::Hollow) => format!("{inner}يا{last}"),
        (Form::IV | Form::VII | Form::X, Ending::Geminate) => {
            format!("{}ا{last}", long_first(past))
        }
        (Form::IV | Form::VII | Form::X, _) => format!("{}{middle}ا{last}", long_first(inner)),
    })
}

/// "أقام", "إقامة".
fn hamza_below(past: &str) -> String {
    past.replacen('أ', "إ", 1)
}

/// "أعلن", "إعـ"; "أوقف", "إيـ".
fn long_first(stem: &str) -> String {
    match stem.strip_prefix("أو") {
        Some(rest) => format!("إي{rest}"),
        None => hamza_below(stem),
    }
}

/// The active participle, masculine; of a defective verb with and without its ya.
pub fn active(shape: &Shape, present: Option<&str>) -> Vec<String> {
    if shape.form != Form::I {
        let Some(present) = present.map(str::to_owned).or(shape.present()) else {
            return Vec::new();
        };
        return defective(format!("م{}", present.strip_prefix('ي').unwrap_or(&present)));
    }
    let letters: Vec<char> = shape.past.chars().collect();
    match (letters.as_slice(), shape.ending) {
        ([a, b], _) => vec![format!("{a}ا{b}")],
        // "آخذ" is written as the perfect once hamzas are folded.
        (['أ', ..], _) => Vec::new(),
        ([a, _, c], Ending::Hollow) => vec![format!("{a}ائ{c}")],
        ([a, b, _], Ending::Waw | Ending::Ya | Ending::Kept) => defective(format!("{a}ا{b}ي")),
        ([a, 'أ', c], _) => vec![format!("{a}ائ{c}")],
        ([a, b, 'أ'], _) => vec![format!("{a}ا{b}ئ")],
        ([a, b, c], Ending::Sound) => vec![format!("{a}ا{b}{c}")],
        _ => Vec::new(),
    }
}

fn defective(participle: String) -> Vec<String> {
    match participle.strip_suffix(['ي', 'ى']) {
        Some(short) => vec![short.to_owned(), format!("{short}ي")],
        None => vec![participle],
    }
}

/// The passive participle, masculine, where its letters differ from those of the active.
pub fn passive(shape: &Shape, present: Option<&str>) -> Option<String> {
    let (front, last) = split_last(&shape.past);
    match (shape.form, shape.ending) {
        (Form::I, Ending::Sound) if front.ends_with('أ') => {
            Some(format!("م{}ؤو{last}", but_last(front)))
        }
        (Form::I, Ending::Sound) => Some(format!("م{front}و{last}")),
        (Form::I, Ending::Geminate) => Some(format!("م{front}{last}و{last}")),
        (Form::I, Ending::Waw) => Some(format!("م{front}و")),
        (Form::I, Ending::Ya | Ending::Kept) => Some(format!("م{front}ي")),
        (Form::I, Ending::Hollow) => {
            present.map(|p| format!("م{}", p.strip_prefix('ي').unwrap_or(p)))
        }
        (Form::IV | Form::X, Ending::Hollow) => {
            let stem = but_last(front).strip_prefix(['أ', 'ا']).unwrap_or(front);
            Some(format!("م{stem}ا{last}"))
        }
        _ => None,
    }
}
