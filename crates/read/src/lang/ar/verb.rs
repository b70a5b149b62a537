//! Finite forms of verbs.

use super::Feat;

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
