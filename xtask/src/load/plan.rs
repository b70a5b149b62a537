//! What is asked in each scenario, by what the server holds.

use std::collections::BTreeMap;

use serde_json::Value;

use super::http::{Ask, Client, encoded};
use crate::run::Failure;

/// Incidents whose pages are asked for.
const INCIDENTS: usize = 100;
/// Values of a filter that are asked for in turn, the most frequent first.
const VALUES: usize = 8;
/// Where the states of all areas stand.
const AREAS: &str = "/api/v1/areas?per=500";
/// Filters whose values the server tells.
const FILTERS: [&str; 6] = ["area", "act", "verdict", "actor", "target", "corroboration"];
/// Words in both languages that incidents are searched for by.
const WORDS: [(&str, &[&str]); 2] = [
    ("list q=English", &["shelling", "killed", "market", "air strike"]),
    ("list q=Arabic", &["قصف", "قتل", "سوق", "غارة جوية"]),
];

/// Scenarios by name, with the addresses that are asked for in turn.
pub type Plan = Vec<(String, Vec<Ask>)>;

/// What a server holds of that scenarios are made of.
pub struct Held {
    incidents: Vec<String>,
    days: Vec<String>,
    filters: BTreeMap<String, Vec<String>>,
    /// Names of areas, English and Arabic.
    pub areas: Vec<(String, String)>,
}

fn json(client: &mut Client, path: &str) -> Result<Value, Failure> {
    let why = |what: String| Failure(format!("{path}: {what}"));
    let ask = Ask { path: path.to_owned(), post: None };
    let reply = client.ask(&ask).map_err(|e| why(e.to_string()))?;
    if reply.status != 200 {
        let what = "a guest or a token that may see incidents is needed: serve with --guest";
        return Err(why(format!("status {}; {what}", reply.status)));
    }
    serde_json::from_slice(&reply.body).map_err(|e| why(format!("no JSON: {e}")))
}

fn texts<'v>(items: &'v Value, field: &'v str) -> impl Iterator<Item = String> + 'v {
    let all = items.as_array().into_iter().flatten();
    all.filter_map(move |i| i[field].as_str().map(str::to_owned))
}

impl Held {
    /// Asks a server what it holds.
    ///
    /// # Errors
    /// It does not answer, or does not let in.
    pub fn learn(client: &mut Client) -> Result<Held, Failure> {
        let found = json(client, &format!("/api/v1/incidents?per={INCIDENTS}"))?;
        let areas = json(client, AREAS)?;
        let items = &found["items"];
        let days = items.as_array().into_iter().flatten();
        let days = days.filter_map(|i| i["days"][0].as_str().map(str::to_owned)).collect();
        let name = |a: &Value, lang: &str| a["name"][lang].as_str().unwrap_or_default().to_owned();
        let named = areas["items"].as_array().into_iter().flatten();
        let held = Held {
            incidents: texts(items, "id").collect(),
            days,
            filters: FILTERS.map(|f| (f.to_owned(), values(&found["facets"], f))).into(),
            areas: named.map(|a| (name(a, "en"), name(a, "ar"))).collect(),
        };
        if held.incidents.is_empty() || held.areas.is_empty() {
            return Err(Failure("the store has no incidents or no areas to ask for".to_owned()));
        }
        Ok(held)
    }

    fn of(&self, filter: &str) -> &[String] {
        self.filters.get(filter).map_or(&[], Vec::as_slice)
    }

    /// The scenarios that only read.
    pub fn plan(&self) -> Plan {
        let mut out = vec![
            many("overview", ["/".to_owned(), "/?ui=ar".to_owned()]),
            many("areas as JSON", [AREAS.to_owned()]),
            many("list", (1..=VALUES).map(|page| format!("/incidents?page={page}"))),
        ];
        for filter in FILTERS {
            let at = |v: &String| format!("/incidents?{filter}={}", encoded(v));
            out.push(many(&format!("list {filter}"), self.of(filter).iter().map(at)));
        }
        for (name, words) in WORDS {
            out.push(many(name, words.iter().map(|w| format!("/incidents?q={}", encoded(w)))));
        }
        let least = [1, 5, 20].map(|n| format!("/incidents?deaths_min={n}"));
        out.push(many("list deaths_min", least));
        let day = |d: &String| format!("/incidents?from={}&to={d}", before(d));
        out.push(many("list from to", self.days.iter().take(VALUES).map(day)));
        out.push(many("list several", self.several()));
        out.push(many("search", self.searched()));
        out.push(many("incident", self.incidents.iter().map(|id| format!("/i/{id}"))));
        out.retain(|(_, asks)| !asks.is_empty());
        out
    }

    fn several(&self) -> Vec<String> {
        let both = self.of("area").iter().zip(self.of("act").iter().cycle());
        let line = |(area, act): (&String, &String)| {
            let (area, act) = (encoded(area), encoded(act));
            format!("/incidents?area={area}&act={act}&deaths_min=1&q=shell&sort=deaths")
        };
        both.map(line).collect()
    }

    fn searched(&self) -> Vec<String> {
        let words = WORDS.iter().flat_map(|(_, words)| words.iter()).map(|w| (*w).to_owned());
        let names = self.areas.iter().take(VALUES).flat_map(|(en, ar)| [en.clone(), ar.clone()]);
        words.chain(names).map(|w| format!("/search?q={}", encoded(&w))).collect()
    }

    /// A report that nobody sent, told apart from all others by its number.
    pub fn report(&self, run: u64, number: usize) -> Ask {
        let (en, ar) = &self.areas[number % self.areas.len()];
        let (text, lang) = match number % 2 {
            0 => (
                format!(
                    "Load test {run}-{number}. Shelling killed two civilians in {en} on Monday."
                ),
                "en",
            ),
            _ => {
                (format!("تجربة حمل {run}-{number}. قُتل مدنيان في قصف على {ar} يوم الاثنين."), "ar")
            }
        };
        let body = serde_json::json!({ "text": text, "lang": lang }).to_string();
        Ask { path: "/api/v1/reports".to_owned(), post: Some(body) }
    }
}

fn many(name: &str, paths: impl IntoIterator<Item = String>) -> (String, Vec<Ask>) {
    (name.to_owned(), paths.into_iter().map(|path| Ask { path, post: None }).collect())
}

/// The most frequent values of a filter among those that `/api/v1/incidents` counts.
fn values(facets: &Value, field: &str) -> Vec<String> {
    let all = facets.as_array().into_iter().flatten();
    let of = all.filter(|f| f["field"] == field).flat_map(|f| f["values"].as_array());
    let texts = of.flatten().filter_map(|v| v[0].as_str().map(str::to_owned));
    texts.take(VALUES).collect()
}

/// The first day of a day's month: a span of up to a month.
fn before(day: &str) -> String {
    format!("{}-01", day.get(..7).unwrap_or(day))
}
