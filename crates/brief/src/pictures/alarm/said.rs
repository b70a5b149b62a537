//! The alarm in words: the heading, what is read aloud in its place, the legend.

use super::{AlarmCourse, AlarmDay};
use crate::messages::Messages;
use crate::pictures::calendar::day_short;
use crate::pictures::frame::day_after;
use crate::pictures::legend::Key;
use crate::pictures::{Look, listed, number};

pub(super) fn title(data: &AlarmCourse, look: &Look, messages: &Messages) -> String {
    let end = day_after(data.start, data.days.len().saturating_sub(1));
    let days = messages.days(look.lang, &data.start.to_string(), &end.to_string());
    let args = [("area", data.area.get(look.lang).into()), ("days", days.into())];
    messages.text(look.lang, "pictures-alarm", &args)
}

/// The picture in words: threshold, alarms, the rise, days not counted.
pub(super) fn told(data: &AlarmCourse, look: &Look, messages: &Messages) -> String {
    let lang = look.lang;
    let text = |id: &str, name: &'static str, value: String| {
        messages.text(lang, id, &[(name, value.into())])
    };
    let mut parts = vec![text("pictures-threshold", "n", number(data.threshold))];
    let alarms: Vec<String> =
        data.raised().iter().map(|(day, ..)| day_short(messages, lang, *day)).collect();
    parts.push(match alarms.is_empty() {
        true => messages.text(lang, "pictures-no-alarm", &[]),
        false => text("pictures-alarms", "days", listed(messages, lang, &alarms, "comma-join")),
    });
    for day in data.rises() {
        parts.push(text("pictures-rise", "day", day_short(messages, lang, day)));
    }
    let gaps = data.days.iter().filter(|d| d.events.is_none()).count();
    if gaps > 0 {
        let days = messages.text(lang, "n-days", &[("n", gaps.into())]);
        parts.push(text("pictures-days-not-counted", "days", days));
    }
    text("full-stop", "a", listed(messages, lang, &parts, "clause-join"))
}

pub(super) fn entries(data: &AlarmCourse, look: &Look, messages: &Messages) -> Vec<(Key, String)> {
    let say = |id: &str, args: &[_]| messages.text(look.lang, id, args);
    let days = messages.text(look.lang, "n-days", &[("n", data.threshold.round().into())]);
    let promise = say("pictures-threshold-means", &[("days", days.into())]);
    let mut entries = vec![(Key::Level("threshold"), promise)];
    let any = |is: fn(&AlarmDay) -> bool| data.days.iter().any(is);
    let marks = [
        (any(|d| d.crossed), Key::Pointer, "pictures-pointer"),
        (any(|d| d.up), Key::Level("up-line"), "pictures-up"),
        (!data.rises().is_empty(), Key::Upright("rise"), "pictures-rise-means"),
        (any(|d| d.events.is_none()), Key::Hatch, "pictures-gap"),
        (true, Key::Upright("week"), "pictures-week"),
    ];
    let shown = marks.into_iter().filter(|(shown, ..)| *shown);
    entries.extend(shown.map(|(_, key, id)| (key, say(id, &[]))));
    entries
}
