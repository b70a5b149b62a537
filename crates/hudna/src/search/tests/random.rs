//! Random pictures and random queries: what the index finds is what a look at each incident finds.

use hudna_model::{Case, Corroboration, Flag, Situation, Stage};

use super::made::{add, blank, data};
use super::naive;
use crate::generate::Random;
use crate::search::{Index, Query, values};

const PLACES: [&str; 7] =
    ["sy-aleppo", "sy-aleppo-south", "sy-idlib", "sy-idlib-north", "sy-damascus", "sy-hama", "ru"];
const PARTIES: [&str; 4] = ["russia", "syria-government", "jabhat-al-nusra", "فصيل محلي"];
const TERMS: [&str; 3] = ["cease-attacks", "no-ground", "aid-access"];
const WORDS: [&str; 6] = ["قصف", "حلب", "raid", "raids", "market", "الهدنة"];

/// Draws with names for what is drawn.
struct Draw(Random);

impl Draw {
    fn below(&mut self, n: usize) -> usize {
        (self.0.number() % n as u64) as usize
    }

    fn one<'a>(&mut self, all: &[&'a str]) -> &'a str {
        all[self.below(all.len())]
    }

    fn day(&mut self) -> String {
        format!("2016-0{}-{:02}", 4 + self.below(2), 1 + self.below(28))
    }
}

fn incident(s: &mut Situation, n: usize, draw: &mut Draw) {
    const SUPPORT: [Corroboration; 3] =
        [Corroboration::Uncorroborated, Corroboration::Corroborated, Corroboration::Disputed];
    add(s, &format!("k{n}x"), |m| {
        let mut days = [draw.day(), draw.day()];
        days.sort();
        let _ = match draw.below(5) {
            0 => &mut *m,
            1 => m.days(&days[0], &days[1]),
            _ => m.day(&days[0]),
        };
        let _ = match draw.below(6) {
            0 => &mut *m,
            1 => m.text("تل مجهول"),
            _ => m.place(draw.one(&PLACES)),
        };
        for _ in 0..=draw.below(2) {
            m.act(draw.one(&values::acts()));
        }
        for _ in 0..draw.below(3) {
            m.actor(draw.one(&PARTIES));
        }
        for _ in 0..draw.below(2) {
            m.target(draw.one(&PARTIES));
        }
        for _ in 0..=draw.below(3) {
            let words = [draw.one(&WORDS), draw.one(&WORDS)].join(" ");
            m.says(draw.one(&["ar", "en", ""]), draw.one(&["wire", "monitor", "state"]), &words);
        }
        for _ in 0..draw.below(3) {
            let flags = if draw.below(2) == 0 { vec![] } else { vec![Flag::NonSignatory] };
            m.judged(draw.one(&TERMS), draw.one(&values::verdicts()), flags);
        }
        if draw.below(3) == 0 {
            m.deaths(draw.below(12) as u32);
        }
        if draw.below(4) == 0 {
            m.confirmed();
        }
        m.incident.corroboration = SUPPORT[draw.below(3)];
    });
}

fn picture(draw: &mut Draw) -> Situation {
    let mut s = blank();
    (0..1 + draw.below(90)).for_each(|n| incident(&mut s, n, draw));
    for n in 0..draw.below(8) {
        let at = draw.below(s.incidents.len());
        let stage = Stage::ALL[draw.below(Stage::ALL.len())];
        s.cases.push(case(n, s.incidents[at].id.clone(), stage));
    }
    s
}

fn case(n: usize, incident: String, stage: Stage) -> Case {
    Case {
        id: format!("CASE-{n}"),
        incident: Some(incident),
        stage,
        parties: Vec::new(),
        tasked: None,
        finding: None,
        former_findings: Vec::new(),
        actions: Vec::new(),
        published: None,
        reopened: 0,
        clocks: Vec::new(),
        steps: Vec::new(),
    }
}

/// Up to four parameters, each with up to two values.
fn query(s: &Situation, draw: &mut Draw) -> Query {
    let mut pairs = Vec::new();
    let names = [
        "area",
        "place",
        "party",
        "actor",
        "target",
        "act",
        "verdict",
        "term",
        "flag",
        "corroboration",
        "confirmed",
        "reviewed",
        "source",
        "precision",
        "case",
        "text_lang",
        "id",
    ];
    for _ in 0..draw.below(4) {
        let name = draw.one(&names);
        for _ in 0..=draw.below(2) {
            pairs.push((name.to_owned(), value(s, name, draw)));
        }
    }
    for (name, below) in [("origins_min", 4), ("deaths_min", 12), ("deaths_max", 30)] {
        if draw.below(6) == 0 {
            pairs.push((name.to_owned(), draw.below(below).to_string()));
        }
    }
    for name in ["from", "to"] {
        if draw.below(5) == 0 {
            pairs.push((name.to_owned(), draw.day()));
        }
    }
    let order = draw.one(&["newest", "oldest", "deaths", "origins", "area"]);
    pairs.push(("sort".to_owned(), order.to_owned()));
    pairs.push(("per".to_owned(), "500".to_owned()));
    // Ends may stand in the wrong order; then only the first is asked for.
    Query::parse(pairs.clone())
        .or_else(|_| {
            Query::parse(pairs.into_iter().filter(|(n, _)| n != "to" && n != "deaths_max"))
        })
        .expect("what is left can be read")
}

fn value(s: &Situation, name: &str, draw: &mut Draw) -> String {
    match name {
        "area" | "place" => draw.one(&[&PLACES[..], &["none", "sy"]].concat()),
        "party" => draw.one(&PARTIES),
        "actor" | "target" => draw.one(&[&PARTIES[..], &["none"]].concat()),
        "act" => draw.one(&values::acts()),
        "verdict" => draw.one(&values::verdicts()),
        "term" => draw.one(&TERMS),
        "flag" => draw.one(&values::flags()),
        "corroboration" => draw.one(&values::corroborations()),
        "confirmed" => draw.one(&values::yes_no()),
        "reviewed" => draw.one(&values::reviewed()),
        "source" => draw.one(&["wire", "monitor", "state"]),
        "precision" => draw.one(&values::precisions()),
        "case" => draw.one(&values::cases()),
        "text_lang" => draw.one(&["ar", "en"]),
        _ => return s.incidents[draw.below(s.incidents.len())].id.clone(),
    }
    .to_owned()
}

#[test]
fn every_filter_finds_what_a_look_at_each_finds() {
    let mut draw = Draw(Random::new(8));
    let mut some = 0;
    for _ in 0..40 {
        let s = picture(&mut draw);
        let index = Index::new(&s, data());
        for _ in 0..40 {
            let q = query(&s, &mut draw);
            let found = index.incidents(&s, &q);
            assert_eq!(found.ids, naive::ids(&s, &q), "{:?}", q.pairs());
            some += usize::from(!found.ids.is_empty() && !q.is_whole());
        }
    }
    assert!(some > 300, "queries that find something: {some}");
}

#[test]
fn a_facet_says_what_its_value_would_leave() {
    let mut draw = Draw(Random::new(9));
    let mut told = 0;
    for _ in 0..15 {
        let s = picture(&mut draw);
        let index = Index::new(&s, data());
        for _ in 0..10 {
            let q = query(&s, &mut draw);
            for facet in index.incidents(&s, &q).facets {
                // Places and areas hold what lies in them; a facet tells what is told right there.
                if ["area", "place"].contains(&facet.field) {
                    continue;
                }
                for (value, n) in facet.values {
                    let only = q.without(facet.field, None).with(facet.field, &value);
                    let only = only.expect("a facet's value can be asked for");
                    assert_eq!(naive::ids(&s, &only).len(), n, "{} {value}", facet.field);
                    told += 1;
                }
            }
        }
    }
    assert!(told > 1000, "values told: {told}");
}

#[test]
fn another_order_of_incidents_finds_the_same() {
    let mut draw = Draw(Random::new(10));
    for _ in 0..15 {
        let s = picture(&mut draw);
        let mut turned = s.clone();
        for at in (1..turned.incidents.len()).rev() {
            turned.incidents.swap(at, draw.below(at + 1));
        }
        let (index, other) = (Index::new(&s, data()), Index::new(&turned, data()));
        for _ in 0..10 {
            let q = query(&s, &mut draw);
            let (a, b) = (index.incidents(&s, &q), other.incidents(&turned, &q));
            assert_eq!((a.ids, a.facets, a.days), (b.ids, b.facets, b.days));
            let text = draw.one(&WORDS);
            assert_eq!(index.anything(&s, text, 20), other.anything(&turned, text, 20));
        }
    }
}
