//! Words that tell hours: parts of the day, and what stands around a time of the clock.

use hudna_model::Hours;

use super::error::DataError;
use super::tsv::rows;
use crate::lang::Tongue;

/// What a form says of the hours.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum HourKind {
    /// A part of the day.
    Part,
    /// A half of the day beside a time of the clock alone: "a.m.".
    Half,
    /// Opens a time of the clock: "at", "o'clock".
    Clock,
    /// A whole hour, spelt out.
    Hour,
    /// Half an hour more.
    More,
    /// Names a clock that is not that of the place.
    Zone,
}

/// A form that tells hours.
#[derive(Debug, Clone)]
pub struct HourForm {
    /// Folded spellings of its tokens.
    pub tokens: Vec<String>,
    /// What it says.
    pub kind: HourKind,
    /// Minutes from midnight: of a part or half both ends, of an hour its minute twice.
    pub minutes: (i64, i64),
}

/// Forms that tell hours: form, kind, value (`HH:MM-HH:MM` of a part or half, `HH:MM` of an hour).
pub fn hours(
    file: &str,
    content: &str,
    tongue: Tongue,
    errors: &mut Vec<DataError>,
) -> Vec<HourForm> {
    let mut out = Vec::new();
    for row in rows(file, content, 3, errors) {
        let [form, kind, value] = row.cells[..] else { continue };
        match form_of(form, kind, value, tongue) {
            Some(form) => out.push(form),
            None => errors.push(DataError::new(
                file,
                row.line,
                "no word that tells hours",
                "see the file's first line",
            )),
        }
    }
    out
}

fn form_of(form: &str, kind: &str, value: &str, tongue: Tongue) -> Option<HourForm> {
    let kind = match kind {
        "part" => HourKind::Part,
        "half" => HourKind::Half,
        "clock" => HourKind::Clock,
        "hour" => HourKind::Hour,
        "more" => HourKind::More,
        "zone" => HourKind::Zone,
        _ => return None,
    };
    let minutes = match kind {
        HourKind::Part | HourKind::Half | HourKind::Hour => {
            let (from, to) = value.split_once('-').unwrap_or((value, value));
            Hours { from: from.to_owned(), to: to.to_owned() }.minutes()?
        }
        _ => (0, 0),
    };
    let tokens = tongue.tokenize(form).into_iter().map(|t| t.text).collect::<Vec<_>>();
    (!tokens.is_empty()).then_some(HourForm { tokens, kind, minutes })
}
