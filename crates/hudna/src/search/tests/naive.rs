//! The same questions asked of each incident, the slow way.

use hudna_model::{Incident, Situation};
use serde::Serialize;

use super::super::Query;
use super::super::columns::{deaths, precision, reviewed};

fn named(value: &impl Serialize) -> String {
    serde_json::to_value(value).expect("JSON").as_str().expect("a name").to_owned()
}

fn any(asked: &[String], has: impl Fn(&str) -> bool) -> bool {
    asked.is_empty() || asked.iter().any(|a| has(a))
}

/// Whether a place is one of those, or lies in one.
fn lies_in(s: &Situation, id: Option<&str>, asked: &str) -> bool {
    let Some(id) = id else { return asked == "none" };
    let above = s.places.get(id).and_then(|p| p.parent.as_deref());
    id == asked || above.is_some_and(|above| lies_in(s, Some(above), asked))
}

fn who(list: &[(String, Vec<String>)], asked: &str) -> bool {
    list.iter().any(|(n, _)| n == asked) || (list.is_empty() && asked == "none")
}

/// Whether an incident passes all parameters but the free text.
pub(super) fn passes(s: &Situation, i: &Incident, q: &Query) -> bool {
    let claims = || i.claims.iter().chain(&i.denials).filter_map(|id| s.claims.get(id));
    let lang = |id: &String| s.reports.get(id).map_or("", |r| r.lang.as_str());
    let yes = |is: bool, asked: &str| asked == if is { "yes" } else { "no" };
    let is_party = |a: &str| i.actors.iter().chain(&i.targets).any(|(n, _)| n == a);
    any(q.all("area"), |a| lies_in(s, i.area.as_deref(), a))
        && any(q.all("place"), |a| lies_in(s, i.place.as_deref(), a))
        && any(q.all("party"), is_party)
        && any(q.all("actor"), |a| who(&i.actors, a))
        && any(q.all("target"), |a| who(&i.targets, a))
        && any(q.all("act"), |a| i.acts.iter().any(|act| act.as_str() == a))
        && any(q.all("corroboration"), |a| named(&i.corroboration) == a)
        && any(q.all("confirmed"), |a| yes(i.confirmed, a))
        && any(q.all("reviewed"), |a| reviewed(i) == a)
        && any(q.all("source"), |a| claims().any(|f| f.source == a))
        && any(q.all("precision"), |a| precision(i, s) == a)
        && any(q.all("text_lang"), |a| claims().any(|f| lang(&f.report) == a))
        && any(q.all("id"), |a| i.id == a)
        && cases(s, i, q)
        && judged(i, q)
        && numbers(i, q)
}

fn cases(s: &Situation, i: &Incident, q: &Query) -> bool {
    let of = || s.cases.iter().filter(|c| c.incident.as_ref() == Some(&i.id));
    let open = of().any(|c| c.stage.as_str() != "expunged");
    any(q.all("case"), |a| match a {
        "yes" => open,
        "no" => !open,
        stage => of().any(|c| c.stage.as_str() == stage),
    })
}

fn judged(i: &Incident, q: &Query) -> bool {
    let (term, verdict, flag) = (q.all("term"), q.all("verdict"), q.all("flag"));
    let asked = [term, verdict, flag].iter().any(|all| !all.is_empty());
    !asked
        || i.judgements.iter().any(|j| {
            any(term, |a| j.obligation == a)
                && any(verdict, |a| named(&j.verdict) == a)
                && any(flag, |a| j.flags.iter().any(|f| named(f) == a))
        })
}

fn numbers(i: &Incident, q: &Query) -> bool {
    let number = |name: &str| q.one(name).and_then(|n| n.parse::<u32>().ok());
    let dead = deaths(i);
    let day = |of: &dyn Fn(&(String, String)) -> bool| i.days.as_ref().is_none_or(of);
    number("origins_min").is_none_or(|n| i.origins.len() as u32 >= n)
        && number("deaths_min").is_none_or(|n| dead.is_some_and(|d| d >= n))
        && number("deaths_max").is_none_or(|n| dead.is_some_and(|d| d <= n))
        && q.one("from").is_none_or(|from| day(&|(_, last)| last.as_str() >= from))
        && q.one("to").is_none_or(|to| day(&|(first, _)| first.as_str() <= to))
}

/// Ids of those that pass, in the order asked for.
pub(super) fn ids(s: &Situation, q: &Query) -> Vec<String> {
    let mut found: Vec<&Incident> = s.incidents.iter().filter(|i| passes(s, i, q)).collect();
    found.sort_by(|a, b| b.days.cmp(&a.days).then_with(|| a.id.cmp(&b.id)));
    let area = |i: &Incident| {
        let at = s.areas.iter().position(|a| i.area.as_ref() == Some(&a.area));
        at.unwrap_or(usize::MAX)
    };
    match q.sort() {
        "oldest" => found.sort_by(|a, b| a.days.cmp(&b.days).then_with(|| a.id.cmp(&b.id))),
        // None is less than any figure.
        "deaths" => found.sort_by_key(|i| std::cmp::Reverse(deaths(i))),
        "origins" => found.sort_by_key(|i| std::cmp::Reverse(i.origins.len())),
        "area" => found.sort_by_key(|i| area(i)),
        _ => {}
    }
    found.into_iter().map(|i| i.id.clone()).collect()
}
