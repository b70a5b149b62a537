//! What a schema cannot say of an agreement: ids that must exist, ends after beginnings, texts in
//! both languages, a source for every term.

use std::collections::{BTreeMap, BTreeSet};

use hudna_model::Agreement;
use hudna_model::agreement::{Relation, Shape};
use hudna_read::{DataError, Pack};
use serde_json::Value;

/// Faults of an agreement that its types cannot refuse.
pub(super) fn check(
    file: &str,
    text: &str,
    folder: Option<&str>,
    agreement: &Agreement,
    pack: &Pack,
) -> Vec<DataError> {
    let mut faults = Faults { file, text, out: Vec::new() };
    if let Some(folder) = folder.filter(|folder| *folder != agreement.id) {
        let what = format!("the agreement \"{}\" stands in the folder \"{folder}\"", agreement.id);
        faults.say(&agreement.id, what, "give both one name");
    }
    if folder.is_some() && !agreement.time_zone.contains('/') {
        let what = format!("\"{}\" is no time zone", agreement.time_zone);
        faults.say(&agreement.id, what, "write time_zone like Asia/Damascus");
    }
    ids(agreement, &mut faults);
    places(agreement, pack, &mut faults);
    parties(agreement, pack, &mut faults);
    chain(agreement, &mut faults);
    zones(agreement, &mut faults);
    shapes(agreement, &mut faults);
    terms(agreement, &mut faults);
    windows(agreement, &mut faults);
    let value = serde_json::to_value(agreement).expect("an agreement has a JSON form");
    texts(&value, "agreement", &mut faults);
    faults.out
}

struct Faults<'f> {
    file: &'f str,
    text: &'f str,
    out: Vec<DataError>,
}

impl Faults<'_> {
    /// A fault at the first line that has the id in quotation marks.
    fn say(&mut self, id: &str, what: String, remedy: &str) {
        let quoted = format!("\"{id}\"");
        let line = self.text.lines().position(|l| l.contains(&quoted)).map_or(0, |n| n + 1);
        self.out.push(DataError::new(self.file, line, what, remedy));
    }

    fn unknown(&mut self, kind: &str, id: &str, known: bool) {
        if !known {
            self.say(id, format!("no {kind} has the id \"{id}\""), "correct the id");
        }
    }
}

/// Every id of the agreement, with the kind of thing that has it.
fn all_ids(a: &Agreement) -> Vec<(&'static str, &str)> {
    let mut ids: Vec<(&str, &str)> = Vec::new();
    ids.extend(a.instruments.iter().map(|x| ("instrument", x.id.as_str())));
    ids.extend(a.obligations.iter().map(|x| ("obligation", x.id.as_str())));
    ids.extend(a.exceptions.iter().map(|x| ("exception", x.id.as_str())));
    ids.extend(a.windows.iter().map(|x| ("window", x.id.as_str())));
    ids.extend(a.zones.iter().map(|x| ("zone", x.id.as_str())));
    ids.extend(a.lines.iter().map(|x| ("line", x.id.as_str())));
    ids.extend(a.bands.iter().map(|x| ("band", x.id.as_str())));
    ids.extend(a.protected.iter().map(|x| ("protected", x.id.as_str())));
    ids.extend(a.undefined.iter().map(|x| ("undefined", x.id.as_str())));
    ids.extend(a.external_lists.iter().map(|x| ("external list", x.id.as_str())));
    ids
}

fn ids(a: &Agreement, faults: &mut Faults<'_>) {
    let mut seen = BTreeSet::new();
    for (kind, id) in all_ids(a) {
        if !seen.insert((kind, id)) {
            faults.say(id, format!("two of the kind {kind} have the id \"{id}\""), "rename one");
        }
    }
    if a.obligations.is_empty() {
        let what = "there is no obligation".to_owned();
        faults.say(&a.id, what, "add the base obligation first");
    }
}

fn places(a: &Agreement, pack: &Pack, faults: &mut Faults<'_>) {
    let windows = a.windows.iter().flat_map(|w| w.places.iter().chain(&w.disputed));
    let zones = a.zones.iter().flat_map(|z| z.places.iter().chain(&z.held_by));
    let objects = a.protected.iter().flat_map(|p| &p.places);
    let all = windows.chain(zones).chain(objects).chain(&a.areas.list).chain([&a.country]);
    for place in all {
        faults.unknown("place", place, pack.place(place).is_some());
    }
    for area in &a.areas.list {
        if pack.place(area).is_some_and(|p| p.level != a.areas.level) {
            let what = format!("the area \"{area}\" is not of the level of the areas");
            faults.say(area, what, "take a place of that level");
        }
    }
    for declared in &a.areas.baselines {
        if !a.areas.list.contains(&declared.area) {
            let what = format!("the baseline \"{}\" is of no area", declared.area);
            faults.say(&declared.area, what, "name one of the areas that are listed");
        }
        if !(declared.per_day.is_finite() && declared.per_day > 0.0) {
            let what = format!("the baseline of \"{}\" is no rate", declared.area);
            faults.say(&declared.area, what, "give incidents a day, above zero");
        }
    }
}

fn parties(a: &Agreement, pack: &Pack, faults: &mut Faults<'_>) {
    let known: BTreeSet<&str> = pack.parties.iter().map(|p| p.id.as_str()).collect();
    let members =
        a.parties.iter().flat_map(|m| [&m.party].into_iter().chain(&m.with).chain(&m.answers_for));
    let out = a.exclusions.iter().flat_map(|e| {
        [&e.party].into_iter().chain(e.renamed.iter().filter_map(|r| r.party.as_ref()))
    });
    let listed = a.external_lists.iter().flat_map(|l| &l.entries).map(|e| &e.party);
    let bearers = a.obligations.iter().flat_map(|o| &o.bearers);
    let lines = a.lines.iter().flat_map(|l| &l.measured_by);
    let announcers = a.windows.iter().map(|w| &w.announcer);
    let procedure = a.procedure.iter().flat_map(|p| {
        p.co_chairs.iter().chain(p.channels.iter().filter_map(|c| c.keeper.as_ref()))
    });
    let all = members.chain(out).chain(listed).chain(bearers).chain(lines);
    for party in all.chain(announcers).chain(procedure) {
        faults.unknown("party", party, known.contains(party.as_str()));
    }
}

/// The chain of instruments: one base, links that exist, and none that prevails over itself.
fn chain(a: &Agreement, faults: &mut Faults<'_>) {
    let known: BTreeMap<&str, _> = a.instruments.iter().map(|i| (i.id.as_str(), i)).collect();
    let bases = a.instruments.iter().filter(|i| i.relation == Relation::Base).count();
    if bases != 1 {
        let what = format!("{bases} instruments are the base");
        faults.say(&a.id, what, "let exactly one have the relation \"base\"");
    }
    for instrument in &a.instruments {
        for id in instrument.to.iter().chain(&instrument.prevails_over) {
            faults.unknown("instrument", id, known.contains_key(id.as_str()));
        }
        let mut below: Vec<&str> = instrument.prevails_over.iter().map(String::as_str).collect();
        let mut seen = BTreeSet::new();
        while let Some(id) = below.pop() {
            if seen.insert(id) {
                let next = known.get(id).into_iter().flat_map(|i| &i.prevails_over);
                below.extend(next.map(String::as_str));
            }
        }
        if seen.contains(instrument.id.as_str()) {
            let what = format!("\"{}\" prevails over itself by a circle", instrument.id);
            faults.say(&instrument.id, what, "break the circle");
        }
    }
}

fn zones(a: &Agreement, faults: &mut Faults<'_>) {
    for zone in &a.zones {
        if zone.places.is_empty() && zone.pcodes.is_empty() && zone.shape.is_none() {
            let what = format!("the zone \"{}\" has no place, P-code or shape", zone.id);
            faults.say(&zone.id, what, "say where it is");
        }
        let mut outer = zone.within.as_deref();
        for _ in 0..=a.zones.len() {
            let Some(id) = outer else { break };
            let found = a.zones.iter().find(|z| z.id == id);
            faults.unknown("zone", id, found.is_some());
            outer = found.and_then(|z| z.within.as_deref());
        }
        if outer.is_some() {
            let what = format!("the zone \"{}\" lies within itself by a circle", zone.id);
            faults.say(&zone.id, what, "break the circle");
        }
    }
}

/// Shapes that are named and not drawn, drawn and not named, or of the wrong kind.
fn shapes(a: &Agreement, faults: &mut Faults<'_>) {
    let outlines = a.zones.iter().filter_map(|z| z.shape.as_ref());
    let objects = a.protected.iter().filter_map(|p| p.shape.as_ref());
    let lines: BTreeSet<&String> = a.lines.iter().map(|l| &l.shape).collect();
    let outlines: BTreeSet<&String> = outlines.chain(objects).collect();
    for id in lines.iter().chain(&outlines) {
        faults.unknown("feature of areas.geojson", id, a.shapes.contains_key(*id));
    }
    for (id, shape) in &a.shapes {
        let line = matches!(shape, Shape::Line(_));
        if lines.contains(id) && !line || outlines.contains(id) && line {
            let what = format!("the feature \"{id}\" is not of the kind that is asked for");
            faults.say(id, what, "draw a LineString for a line, a polygon or points else");
        }
        if !lines.contains(id) && !outlines.contains(id) {
            let what = format!("nothing uses the feature \"{id}\" of areas.geojson");
            faults.say(id, what, "name it in a zone, line or protected object, or remove it");
        }
    }
}

fn terms(a: &Agreement, faults: &mut Faults<'_>) {
    for obligation in &a.obligations {
        let area = obligation.area.iter();
        for id in area.clone().flat_map(|t| &t.zones) {
            faults.unknown("zone", id, a.zones.iter().any(|z| z.id == *id));
        }
        for id in area.clone().flat_map(|t| &t.near) {
            faults.unknown("protected object", id, a.protected.iter().any(|p| p.id == *id));
        }
        if area.clone().any(|t| t.bands) && (a.bands.is_empty() || a.lines.is_empty()) {
            let what = format!("\"{}\" asks for bands", obligation.id);
            faults.say(&obligation.id, what, "add a line and a band");
        }
        let due = obligation.deadline.as_ref().map(|d| d.due);
        if due.is_some_and(|due| due < a.effective) {
            let what = format!("\"{}\" is due before the agreement is in force", obligation.id);
            faults.say(&obligation.id, what, "correct the deadline");
        }
        if obligation.since.zip(obligation.until).is_some_and(|(since, until)| until <= since) {
            let what = format!("\"{}\" ends before it begins", obligation.id);
            faults.say(&obligation.id, what, "correct since or until");
        }
    }
    for exception in &a.exceptions {
        for id in &exception.of {
            faults.unknown("obligation", id, a.obligation(id).is_some());
        }
        for fact in exception.tests.iter().filter_map(|t| t.fact.as_ref()) {
            if !["place", "target"].contains(&fact.as_str()) {
                let what = format!("\"{fact}\" is no fact that shows a test");
                faults.say(fact, what, "take place or target, or none");
            }
        }
    }
    for band in a.bands.iter().filter(|b| b.each_km <= 0.0 || b.each_km > b.zone_km) {
        let what = format!("each side's share of the band \"{}\" is not inside it", band.id);
        faults.say(&band.id, what, "correct each_km or zone_km");
    }
}

fn windows(a: &Agreement, faults: &mut Faults<'_>) {
    for window in &a.windows {
        if window.end.is_some_and(|end| end <= window.start) {
            let what = format!("the window \"{}\" ends before it begins", window.id);
            faults.say(&window.id, what, "correct start or end");
        }
        let Some(id) = &window.extends else { continue };
        let extended = a.windows.iter().find(|w| w.id == *id);
        faults.unknown("window", id, extended.is_some());
        let same =
            |w: &hudna_model::Window| w.announcer == window.announcer && w.window == window.window;
        if extended.is_some_and(|w| !same(w)) {
            let what = format!("\"{}\" extends a window of another announcer", window.id);
            faults.say(&window.id, what, "let it extend one of its own announcer");
        }
    }
}

/// Texts that are empty or not in Arabic, sources that are empty, days that are none.
fn texts(value: &Value, at: &str, faults: &mut Faults<'_>) {
    match value {
        Value::Object(fields) => {
            if let (Some(Value::String(ar)), Some(Value::String(en))) =
                (fields.get("ar"), fields.get("en"))
            {
                let arabic = |c: char| ('\u{600}'..'\u{700}').contains(&c);
                if en.trim().is_empty() || !ar.contains(arabic) {
                    let what = format!("a text of {at} is not in both languages");
                    faults.say(if en.is_empty() { ar } else { en }, what, "write both");
                }
            }
            let id = ["id", "party"].iter().find_map(|k| fields.get(*k)?.as_str()).unwrap_or(at);
            if fields.get("source").is_some_and(|s| s.as_str() == Some("")) && id != "instants" {
                faults.say(id, format!("{id} has no source"), "cite the clause");
            }
            for (key, inner) in fields {
                if ["date", "since", "until", "as_of"].contains(&key.as_str()) {
                    day(inner, id, faults);
                }
                let named = ["shapes", "instants"].contains(&key.as_str());
                texts(inner, if named { key } else { id }, faults);
            }
        }
        Value::Array(items) if at != "shapes" => {
            items.iter().for_each(|item| texts(item, at, faults));
        }
        _ => {}
    }
}

/// A day or, where the field holds one, a moment.
fn day(value: &Value, at: &str, faults: &mut Faults<'_>) {
    let Some(text) = value.as_str() else { return };
    let moment = text.parse::<hudna_model::Moment>().is_ok();
    if !moment && text.parse::<jiff::civil::Date>().is_err() {
        faults.say(text, format!("\"{text}\" of {at} is no day"), "write it like 2016-02-27");
    }
}
