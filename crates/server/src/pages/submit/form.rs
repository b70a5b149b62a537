//! What the form says, as a submission.

use hudna::decide::{Who, counts_from};
use hudna::model::Moment;

use super::record::{Count, Direction, Position, Submission, Time, attachment};
use crate::desk::Ctx;
use crate::form::Upload;

/// Degrees between two of the eight winds.
const WIND: f64 = 45.0;
const WINDS: [&str; 8] = ["n", "ne", "e", "se", "s", "sw", "w", "nw"];

/// The latest time that is taken, in the reader's offset.
pub fn now(ctx: &Ctx<'_>) -> Moment {
    let now = counts_from(&Who::default(), ctx.desk.live.env(), &ctx.snap.facts);
    ctx.say().zone.map_or(now, |zone| now.told_like(zone))
}

/// The offset of times in the form, as `+03:00`.
pub fn offset(ctx: &Ctx<'_>) -> String {
    let told = now(ctx).to_string();
    match told.get(told.len().saturating_sub(6)..) {
        Some(offset) if offset.starts_with(['+', '-']) => offset.to_owned(),
        _ => "+00:00".to_owned(),
    }
}

/// A key that a page is made with.
pub fn key(ctx: &Ctx<'_>) -> String {
    hudna::model::digest::sha256_hex(ctx.desk.live.env().object_id().as_bytes())[..32].to_owned()
}

/// What was posted, and messages on fields that are no numbers or positions.
/// `files` are its attachments.
pub fn read(ctx: &Ctx<'_>, files: &[Upload]) -> (Submission, Vec<(&'static str, &'static str)>) {
    let text = |name: &str| ctx.ask.field(name).map(str::to_owned);
    let mut faults = Vec::new();
    let nil = ctx.ask.field("kind") == Some("nil");
    let of_report = |told: Option<String>| told.filter(|_| !nil);
    let of_nil = |told: Option<String>| told.filter(|_| nil);
    let moment = |name: &str| text(name).map(|t| format!("{t}{}", offset(ctx)));
    let told = Submission {
        key: text("key").filter(|k| is_key(k)).unwrap_or_else(|| key(ctx)),
        kind: if nil { "nil" } else { "report" }.to_owned(),
        corrects: text("corrects"),
        source: text("source").unwrap_or_default(),
        area: text("area"),
        place: text("place"),
        position: position(ctx, &mut faults),
        time: Time {
            start: moment("start").unwrap_or_default(),
            end: moment("end"),
            approximate: ctx.ask.field("approximate").is_some(),
            zone: None,
        },
        perceived: of_report(text("perceived")),
        text: of_report(text("text")),
        count: if nil { None } else { count(ctx, &mut faults) },
        direction: if nil { None } else { direction(ctx, &mut faults) },
        distance_m: if nil { None } else { distance(ctx, &mut faults) },
        watched: of_nil(text("watched")),
        reached: of_nil(text("reached")),
        reason: of_nil(text("reason")),
        by: of_nil(text("by")),
        attachments: files.iter().map(|f| attachment(&f.name, &f.kind, &f.bytes)).collect(),
    };
    (told, faults)
}

/// Whether a text is a client's key.
pub fn is_key(text: &str) -> bool {
    text.len() == 32 && text.bytes().all(|b| b.is_ascii_hexdigit())
}

type Faults = Vec<(&'static str, &'static str)>;

/// Figures of either script as Western ones.
fn figures(text: &str) -> String {
    let one = |c: char| match c {
        '٠'..='٩' => char::from_digit(c as u32 - '٠' as u32, 10).unwrap_or(c),
        '٫' => '.',
        '،' => ',',
        c => c,
    };
    text.chars().map(one).collect()
}

fn number(ctx: &Ctx<'_>, name: &'static str, faults: &mut Faults) -> Option<f64> {
    let told = figures(ctx.ask.field(name)?);
    let number = told.parse::<f64>().ok().filter(|n| n.is_finite() && *n >= 0.0);
    if number.is_none() {
        faults.push((name, "w-offline-need-number"));
    }
    number
}

fn count(ctx: &Ctx<'_>, faults: &mut Faults) -> Option<Count> {
    let mut whole = |name| {
        let n = number(ctx, name, faults)?;
        if n.fract() != 0.0 || n > f64::from(u32::MAX) {
            faults.push((name, "w-offline-need-whole"));
            return None;
        }
        Some(n as u32)
    };
    let (low, high) = (whole("low"), whole("high"));
    Some(Count { low: low.or(high)?, high: high.or(low)? })
}

fn direction(ctx: &Ctx<'_>, faults: &mut Faults) -> Option<Direction> {
    if let Some(degrees) = number(ctx, "degrees", faults) {
        if degrees > 360.0 {
            faults.push(("degrees", "w-offline-need-degrees"));
        }
        return Some(Direction { degrees: degrees % 360.0, wind: None });
    }
    let wind = ctx.ask.field("wind")?;
    let at = WINDS.iter().position(|w| *w == wind)?;
    Some(Direction { degrees: at as f64 * WIND, wind: Some(wind.to_owned()) })
}

fn distance(ctx: &Ctx<'_>, faults: &mut Faults) -> Option<f64> {
    let told = number(ctx, "distance", faults)?;
    Some(if ctx.ask.field("unit") == Some("km") { told * 1000.0 } else { told })
}

/// Degrees as a pair; anything else is kept as it is given, as a grid reference.
fn position(ctx: &Ctx<'_>, faults: &mut Faults) -> Option<Position> {
    let given = ctx.ask.field("position")?.to_owned();
    let uncertainty_m = number(ctx, "uncertainty_m", faults);
    let plain = figures(&given);
    let parts: Vec<&str> =
        plain.split([',', ' ', ';']).map(str::trim).filter(|p| !p.is_empty()).collect();
    let degrees: Vec<f64> = parts.iter().filter_map(|p| p.parse().ok()).collect();
    let (form, lat, lon) = match (degrees.as_slice(), parts.len()) {
        ([lat, lon], 2) => ("degrees", Some(*lat), Some(*lon)),
        _ if is_grid(&plain) => ("mgrs", None, None),
        _ => {
            faults.push(("position", "w-offline-position-unread"));
            return None;
        }
    };
    if lat.is_some_and(|x| x.abs() > 90.0) || lon.is_some_and(|x| x.abs() > 180.0) {
        faults.push(("position", "w-offline-degrees-range"));
    }
    Some(Position { given, form: form.to_owned(), lat, lon, uncertainty_m })
}

/// A zone, a band and a square, then digits in even number.
fn is_grid(text: &str) -> bool {
    let text: String = text.chars().filter(|c| !c.is_whitespace()).collect();
    let zone = text.chars().take_while(char::is_ascii_digit).count();
    let letters = text.chars().skip(zone).take_while(char::is_ascii_alphabetic).count();
    let digits = text.len() - zone - letters;
    let plain = text.chars().skip(zone + letters).all(|c| c.is_ascii_digit());
    (1..=2).contains(&zone) && letters == 3 && plain && digits.is_multiple_of(2) && digits <= 10
}
