//! How long judging takes: 100,000 made-up incidents against one agreement, gathering not counted.
//!
//! `cargo bench -p hudna-judge --bench judging` takes the agreement of Syria 2016 with its windows;
//! `-- AGREEMENT N` takes another of `data/agreements`, and so many incidents. Goal: under 5 s.

use std::collections::BTreeMap;
use std::fs::read_to_string;
use std::path::Path;
use std::time::{Duration, Instant};

use hudna_judge::{Context, gather, judgements};
use hudna_model::{
    Act, Agreement, Bilingual, Body, Claim, CopyMarks, DateRef, Decisions, Evidence, FiledClaim,
    Modality, Moment, Name, Party, Place, PlaceRef, Source, Span,
};
use serde_json::{from_value, json};

/// Days after the entry into force over which incidents are spread: the windows are among them.
const DAYS: i64 = 70;

fn main() {
    let args: Vec<String> = std::env::args().skip(1).filter(|a| a != "--bench").collect();
    let id = args.first().map_or("syria-coh-2016", String::as_str);
    let n: usize = args.get(1).and_then(|n| n.parse().ok()).unwrap_or(100_000);
    let world = World::load(id);
    let ctx = world.ctx();
    let maker = Maker::new(&world);
    let (mut incidents, mut judged, mut spent) = (0, 0, Duration::ZERO);
    let mut at = 0;
    while incidents < n {
        let claims = maker.claims(at);
        at += 1;
        for incident in gather(&claims, &ctx) {
            let own = |f: &&FiledClaim| incident.claims.contains(&f.claim.id);
            let own: Vec<FiledClaim> = claims.iter().filter(own).cloned().collect();
            let start = Instant::now();
            judged += judgements(&incident, &own, &ctx).len();
            spent += start.elapsed();
            incidents += 1;
        }
    }
    let seconds = spent.as_secs_f64();
    println!("{incidents} incidents against {id}: {judged} judgements in {seconds:.2} s");
}

struct World {
    as_of: Moment,
    agreement: Agreement,
    places: BTreeMap<String, Place>,
    parties: BTreeMap<String, Party>,
    sources: BTreeMap<String, Source>,
    marks: BTreeMap<String, CopyMarks>,
    decisions: Decisions,
}

fn rows(path: &Path) -> Vec<Vec<String>> {
    let text = read_to_string(path).expect("the data are there");
    let lines = text.lines().filter(|l| !l.starts_with('#') && !l.is_empty());
    lines.map(|l| l.split('\t').map(str::to_owned).collect()).collect()
}

fn some(cell: &str) -> Option<String> {
    (cell != "-").then(|| cell.to_owned())
}

fn place(row: &[String]) -> Place {
    Place {
        id: row[0].clone(),
        parent: some(&row[1]),
        level: from_value(json!(row[2])).expect("a level"),
        lat: row[3].parse().expect("degrees"),
        lon: row[4].parse().expect("degrees"),
        pcode: some(&row[5]),
        name: Bilingual::new(row[7].clone(), row[6].clone()),
    }
}

fn party(row: &[String]) -> Party {
    Party {
        id: row[0].clone(),
        kind: from_value(json!(row[1])).expect("a kind"),
        parent: some(&row[2]),
        name: Bilingual::new(row[5].clone(), row[4].clone()),
    }
}

impl World {
    fn load(id: &str) -> Self {
        let data = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../data");
        let text = read_to_string(data.join("agreements").join(id).join("agreement.toml"));
        let agreement: Agreement =
            toml::from_str(&text.expect("an agreement of the data")).expect("a sound agreement");
        let mut places = BTreeMap::new();
        for file in ["world.tsv".to_owned(), format!("{}.tsv", agreement.country)] {
            let rows = rows(&data.join("places").join(file));
            places.extend(rows.iter().map(|r| (r[0].clone(), place(r))));
        }
        let parties = rows(&data.join("parties/parties.tsv"));
        Self {
            as_of: agreement.effective.plus_seconds(DAYS * 86_400),
            parties: parties.iter().map(|r| (r[0].clone(), party(r))).collect(),
            places,
            agreement,
            sources: BTreeMap::new(),
            marks: BTreeMap::new(),
            decisions: Decisions::default(),
        }
    }

    fn ctx(&self) -> Context<'_> {
        Context {
            as_of: self.as_of,
            agreement: &self.agreement,
            places: &self.places,
            parties: &self.parties,
            sources: &self.sources,
            marks: &self.marks,
            decisions: &self.decisions,
        }
    }
}

/// Claims of the agreement's own acts and parties, spread over its country and the weeks after
/// its entry into force.
struct Maker<'w> {
    world: &'w World,
    places: Vec<&'w Place>,
    acts: Vec<Act>,
    members: Vec<&'w str>,
}

impl<'w> Maker<'w> {
    fn new(world: &'w World) -> Self {
        let inside = format!("{}-", world.agreement.country);
        let obligations = &world.agreement.obligations;
        Self {
            world,
            places: world.places.values().filter(|p| p.id.starts_with(&inside)).collect(),
            acts: obligations.iter().flat_map(|o| o.acts.iter().copied()).collect(),
            members: world.agreement.parties.iter().map(|m| m.party.as_str()).collect(),
        }
    }

    /// The claims of one incident: two in three have two origins, one in four names no target.
    fn claims(&self, n: usize) -> Vec<FiledClaim> {
        (0..1 + usize::from(!n.is_multiple_of(3))).map(|copy| self.claim(n, copy)).collect()
    }

    fn claim(&self, n: usize, copy: usize) -> FiledClaim {
        let days = n as i64 * 7 % (DAYS - 1);
        let day = self.world.agreement.effective.plus_seconds(days * 86_400).day();
        let place = self.places[n * 31 % self.places.len()];
        let member = |n: usize| self.members[n % self.members.len()];
        let body = Body::Violence {
            act: self.acts[n * 5 % self.acts.len()],
            actor: Some(named(member(n))),
            target: (!n.is_multiple_of(4)).then(|| named(member(n + 1))),
            means: None,
            count: None,
        };
        let words = format!("made-up words for a benchmark, number {n}, told by source {copy}");
        FiledClaim {
            report: format!("R-{n}-{copy}"),
            source: format!("source-{copy}"),
            published: None,
            received: self.world.as_of,
            reviewed: n.is_multiple_of(5),
            claim: Claim {
                id: format!("c{n:06}{copy}"),
                body,
                modality: Modality::Actual,
                background: false,
                attributed_to: None,
                quoted: false,
                event: None,
                place: Some(PlaceRef { id: Some(place.id.clone()), ..PlaceRef::default() }),
                date: Some(DateRef {
                    start: day.to_string(),
                    precision: "day".to_owned(),
                    ..DateRef::default()
                }),
                evidence: Evidence { span: Span::new(0, words.len()), text: words },
                rule: "bench".to_owned(),
                confidence: 1.0,
                seen: None,
            },
        }
    }
}

fn named(party: &str) -> Name {
    Name { text: party.to_owned(), party: Some(party.to_owned()), ..Name::default() }
}
