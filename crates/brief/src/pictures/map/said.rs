//! The map in words.

use hudna_model::{AreaState, AreaStatus, Situation};

use super::{MapOf, Plan, drawable};
use crate::bidi::plain;
use crate::labels::Label;
use crate::messages::Messages;
use crate::pictures::legend::Key;
use crate::pictures::told::thin;
use crate::pictures::{Look, listed};

const ALL: [AreaStatus; 5] = [
    AreaStatus::Collapsed,
    AreaStatus::Strained,
    AreaStatus::Holding,
    AreaStatus::NoData,
    AreaStatus::NotCovered,
];

pub(super) fn title(situation: &Situation, look: &Look, messages: &Messages) -> String {
    let day = messages.day(look.lang, &situation.as_of.day().to_string());
    messages.text(look.lang, "page-map", &[("n", day.into())])
}

/// "Aleppo: collapsed".
pub(super) fn area(area: &AreaState, look: &Look, messages: &Messages) -> String {
    let state = messages.label(look.lang, area.status);
    let args = [("a", area.name.get(look.lang).into()), ("b", state.into())];
    plain(&messages.text(look.lang, "lead-join", &args))
}

pub(super) fn letter(status: AreaStatus, look: &Look, messages: &Messages) -> String {
    messages.text(look.lang, &status.message_id().replace("status", "letter"), &[])
}

/// The areas of each state, the worst first.
pub(super) fn told(plan: &Plan<'_>, look: &Look, messages: &Messages) -> String {
    let of_state = |status: AreaStatus| {
        let of: Vec<String> = plan
            .areas
            .iter()
            .filter(|a| a.area.status == status)
            .map(|a| a.area.name.get(look.lang).to_owned())
            .collect();
        let names = listed(messages, look.lang, &of, "comma-join");
        let args = [("a", messages.label(look.lang, status).into()), ("b", names.into())];
        (!of.is_empty()).then(|| messages.text(look.lang, "lead-join", &args))
    };
    let said: Vec<String> = ALL.into_iter().filter_map(of_state).collect();
    let said = listed(messages, look.lang, &said, "clause-join");
    messages.text(look.lang, "full-stop", &[("a", said.into())])
}

pub(super) fn entries(
    plan: &Plan<'_>,
    of: &MapOf,
    look: &Look,
    messages: &Messages,
) -> Vec<(Key, String)> {
    let say = |id: &str| messages.text(look.lang, id, &[]);
    let occurs = |status: &AreaStatus| plan.areas.iter().any(|a| a.area.status == *status);
    let key = |status: AreaStatus| {
        let letter = letter(status, look, messages).chars().next().unwrap_or('–');
        let means = say(&status.message_id().replace("area-status", "pictures-means"));
        (Key::Sign(status, letter), means)
    };
    let mut entries: Vec<_> = ALL.into_iter().filter(occurs).map(key).collect();
    if plan.areas.iter().any(|a| thin(a.area)) {
        entries.push((Key::Hatch, say("w-pictures-thin")));
    }
    let points = || of.points.iter().filter(|p| drawable(p));
    if points().next().is_some() {
        entries.push((Key::Round("point"), say("w-pictures-point")));
    }
    if points().any(|p| p.grave) {
        entries.push((Key::Round("grave"), say("w-pictures-grave")));
    }
    if points().any(|p| p.radius_km.is_some()) {
        entries.push((Key::Round("precision"), say("w-pictures-precision")));
    }
    entries
}
