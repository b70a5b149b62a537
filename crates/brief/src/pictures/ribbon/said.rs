//! The ribbon in words: the heading, what is read aloud in its place, the legend.

use hudna_model::AreaStatus;
use jiff::civil::Date;

use super::{Ribbon, RibbonArea, runs, share, since};
use crate::labels::Label;
use crate::messages::Messages;
use crate::pictures::calendar::day_short;
use crate::pictures::frame::{Days, day_after};
use crate::pictures::legend::Key;
use crate::pictures::{Look, listed};

pub(super) fn title(data: &Ribbon, days: &Days, look: &Look, messages: &Messages) -> String {
    let end = day_after(data.start, days.count.saturating_sub(1));
    let days = messages.days(look.lang, &data.start.to_string(), &end.to_string());
    match data.areas.as_slice() {
        [area] => {
            let args = [("area", area.name.get(look.lang).into()), ("days", days.into())];
            messages.text(look.lang, "pictures-ribbon-one", &args)
        }
        _ => messages.text(look.lang, "pictures-ribbon", &[("days", days.into())]),
    }
}

/// The picture in words: each area's last state, since when, and its alarms.
pub(super) fn told(data: &Ribbon, look: &Look, messages: &Messages) -> String {
    let rows: Vec<String> =
        data.areas.iter().map(|a| row_told(a, data.start, look, messages)).collect();
    rows.join(" ")
}

pub(super) fn row_told(area: &RibbonArea, start: Date, look: &Look, messages: &Messages) -> String {
    let lang = look.lang;
    let text = |id: &str, args: &[_]| messages.text(lang, id, args);
    let mut parts = Vec::new();
    if let Some(run) = runs(&area.states).pop() {
        let state = messages.label(lang, run.status);
        parts.push(match since(&run, start, look, messages) {
            Some(since) => format!("{state} {since}"),
            None => state,
        });
    }
    let days: Vec<String> = area.alarms.iter().map(|d| day_short(messages, lang, *d)).collect();
    if !days.is_empty() {
        let days = listed(messages, lang, &days, "comma-join");
        parts.push(text("pictures-alarms", &[("days", days.into())]));
    }
    let told = listed(messages, lang, &parts, "clause-join");
    let row = text("lead-join", &[("a", area.name.get(lang).into()), ("b", told.into())]);
    text("full-stop", &[("a", row.into())])
}

/// The legend: the states that occur, and the marks.
pub(super) fn entries(data: &Ribbon, look: &Look, messages: &Messages) -> Vec<(Key, String)> {
    let say = |id: &str, args: &[_]| messages.text(look.lang, id, args);
    let all = [
        AreaStatus::Holding,
        AreaStatus::Strained,
        AreaStatus::Collapsed,
        AreaStatus::NoData,
        AreaStatus::NotCovered,
    ];
    let occurs = |s: &AreaStatus| data.areas.iter().any(|a| a.states.contains(s));
    let mut entries: Vec<(Key, String)> = all
        .into_iter()
        .filter(occurs)
        .map(|status| {
            let key = match status {
                AreaStatus::NoData => Key::Hatch,
                status => Key::Band(status.as_str(), share(status)),
            };
            (key, say(&status.message_id().replace("area-status", "pictures-means"), &[]))
        })
        .collect();
    if data.areas.iter().any(|a| !a.alarms.is_empty()) {
        entries.push((Key::Pointer, say("pictures-pointer", &[])));
    }
    if data.truce.is_some() {
        entries.push((Key::Upright("truce"), say("pictures-truce", &[])));
    }
    if let Some(today) = data.today {
        let day = day_short(messages, look.lang, today);
        entries.push((Key::Upright("today"), say("pictures-today", &[("day", day.into())])));
    }
    entries.push((Key::Upright("week"), say("pictures-week", &[])));
    entries
}
