//! A month of what is due.

use hudna::model::{FollowUp, Lang};
use jiff::civil::Date;
use jiff::{Span, ToSpan};
use serde_json::{Value, json};

use super::promise::{days, view};
use super::status;
use crate::desk::Ctx;
use crate::pages::incidents::with;
use crate::pages::shared::{href, party};

/// Cards of promises without a date that are shown.
const UNDATED: usize = 24;

/// The month of the address, else that of the picture.
fn first_day(ctx: &Ctx<'_>, today: Date) -> Date {
    let told = ctx.ask.asked("month").and_then(|m| format!("{m}-01").parse::<Date>().ok());
    told.unwrap_or(today).first_of_month()
}

/// What the template is given of the calendar.
pub fn month(ctx: &Ctx<'_>, all: &[&FollowUp]) -> Value {
    let say = ctx.say();
    let today: Date = ctx.situation().as_of.day().to_string().parse().unwrap_or(Date::ZERO);
    let first = first_day(ctx, today);
    let begins = if say.lang == Lang::Ar { 6 } else { 1 };
    let back = (i64::from(first.weekday().to_monday_one_offset()) - begins).rem_euclid(7);
    let mut day = moved(first, (-back).days());
    let mut weeks = Vec::new();
    while day <= first.last_of_month() {
        let week: Vec<Value> =
            (0..7).map(|n| cell(ctx, all, moved(day, n.days()), first, today)).collect();
        weeks.push(week);
        day = moved(day, 7.days());
    }
    let weekday = |n: i64| {
        let id = (begins - 1 + n).rem_euclid(7) + 1;
        let of = |length: &str| say.text(&format!("w-work-weekday-{length}-{id}"), &[]);
        json!({ "long": of("long"), "short": of("short") })
    };
    let at = |day: Date| {
        let month = format!("{:04}-{:02}", day.year(), day.month());
        with(ctx, "/followups", "month", Some(&month))
    };
    let undated = all.iter().filter(|f| days(&f.due).is_none() && !f.status.is_closed());
    json!({
        "name": format!("{} {}", say.text(&format!("month-{}", first.month()), &[]), first.year()),
        "prev": at(moved(first, (-1).months())), "next": at(moved(first, 1.months())),
        "today": with(ctx, "/followups", "month", None), "weeks": weeks,
        "weekdays": (0..7).map(weekday).collect::<Vec<_>>(),
        "undated": undated.take(UNDATED).map(|f| view(ctx, f)).collect::<Vec<_>>(),
    })
}

/// A day moved by some days or months; at the end of time it stays.
fn moved(day: Date, by: Span) -> Date {
    day.checked_add(by).unwrap_or(day)
}

fn cell(ctx: &Ctx<'_>, all: &[&FollowUp], day: Date, first: Date, today: Date) -> Value {
    let (say, s, iso) = (ctx.say(), ctx.situation(), day.to_string());
    let item = |f: &&FollowUp| {
        let [from, to] = days(&f.due)?;
        if iso.as_str() < from || iso.as_str() > to {
            return None;
        }
        let part = match (from == iso, to == iso) {
            (true, true) => "whole",
            (true, false) => "first",
            (false, true) => "last",
            (false, false) => "middle",
        };
        let who = f.who.as_deref();
        let who = who.map_or_else(|| say.text("p-who-unknown", &[]), |id| party(say, s, id));
        Some(json!({
            "href": href(&f.id), "text": format!("{who}: {}", say.label("task", f.what.as_str())),
            "status": status(f), "id": f.id, "part": part,
        }))
    };
    json!({
        "day": iso, "n": day.day(), "today": day == today, "other": day.month() != first.month(),
        "items": all.iter().filter_map(item).collect::<Vec<_>>(),
    })
}
