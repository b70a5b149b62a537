//! Claims that people add: they count, are undone, survive a reread, and go out as annotations.

use hudna::decide::{Desk, Entered, Who};
use hudna::derive;
use hudna::eval::{Fact, GoldFile, Lines};
use hudna::facts::Facts;
use hudna::follow::follow;
use hudna::ingest::entry;
use hudna::model::{Body, Claim, FiledClaim};
use hudna::record::{ReadingRecord, Record};
use hudna::reread::{Wanted, reread};
use hudna::store::NewEntry;
use hudna::{Env, Result, Store};
use tempfile::TempDir;

use crate::world::{data, env, example_store, sound, store};

struct Room {
    dir: TempDir,
    store: Store,
    env: Env,
}

impl Room {
    fn new() -> Room {
        let (dir, env) = (example_store(), env(55));
        let store = store(dir.path(), &env);
        Room { dir, store, env }
    }

    fn desk(&self) -> Desk<'_> {
        let who = Who { by: "ann".into(), at: None, why: "it was missed".into() };
        Desk::open(&self.store, data(), &self.env, who).unwrap()
    }

    fn facts(&self) -> Facts {
        Facts::load(&self.store, None).unwrap()
    }

    /// A report and words of it in which nothing of that kind was read.
    fn gap(&self, kind: &str) -> (String, usize, usize) {
        let facts = self.facts();
        let of = |(id, report): (&String, &hudna::facts::FiledReport)| {
            let text: Vec<char> = report.record.text().chars().collect();
            let free = |start: usize| {
                let end = start + 30;
                let mut read = report.claims().filter(|c| c.body.kind() == kind);
                let taken = |c: &Claim| c.evidence.span.start < end && start < c.evidence.span.end;
                let blank = text[start].is_whitespace() || text[end - 1].is_whitespace();
                !blank && read.all(|c| !taken(c))
            };
            let start = (0..text.len().saturating_sub(30)).find(|start| free(*start))?;
            Some((id.clone(), start, start + 30))
        };
        facts.reports.iter().find_map(of).expect("some words say nothing of this kind")
    }

    fn add(
        &self,
        at: &(String, usize, usize),
        kind: &str,
        fields: &[(&str, &str)],
    ) -> Result<Entered> {
        let fields: Vec<_> =
            fields.iter().map(|(a, b)| ((*a).to_owned(), (*b).to_owned())).collect();
        self.desk().add_claim(&at.0, at.1, at.2, kind, &fields)
    }

    fn claim(&self, id: &str) -> Option<FiledClaim> {
        self.facts().claims().remove(id)
    }

    /// A newer reading of a report, with these claims more.
    fn read_again(&self, report: &str, more: &[Claim]) {
        let filed = self.facts().reports[report].clone();
        let mut reading = filed.reading.expect("it was read");
        reading.claims.extend(more.iter().cloned());
        let record = ReadingRecord { report: report.into(), reading, marks: filed.marks };
        let object = self.store.object_of(filed.read.unwrap()).unwrap();
        let record = Record::Reading(Box::new(record));
        let new = entry(&self.env, "hudna reread", record, filed.received, None);
        self.store.append(vec![NewEntry { object, ..new }]).unwrap();
    }
}

fn code<T: std::fmt::Debug>(result: Result<T>) -> &'static str {
    result.expect_err("it is refused").code()
}

const SHELLING: [(&str, &str); 3] =
    [("act", "shelling"), ("place", "sy-latakia"), ("date", "2016-05-01")];

#[test]
fn an_added_claim_counts_as_reviewed_and_goes_when_undone() {
    let room = Room::new();
    let at = room.gap("violence");
    let before = room.facts();
    let added = room.add(&at, "violence", &SHELLING).unwrap();
    assert_eq!(added.kind, "added");
    let filed = room.claim(&added.about).expect("it counts");
    let text = before.reports[&at.0].record.text();
    let words: String = text.chars().skip(at.1).take(at.2 - at.1).collect();
    assert!(filed.reviewed && filed.claim.rule == "person" && filed.report == at.0);
    assert_eq!(filed.claim.evidence.text, words);
    let place = filed.claim.place.as_ref().map(|p| p.text.clone());
    let id = Claim::id_of(
        &at.0,
        &filed.claim.body,
        filed.claim.modality,
        filed.claim.evidence.span,
        place.as_deref(),
    );
    assert_eq!(filed.claim.id, id, "named as any other");
    let now = derive::situation(&room.store, data(), None).unwrap();
    assert!(now.incidents.iter().any(|i| i.claims.contains(&id)), "an incident is told by it");
    assert_eq!(now.reports[&at.0].claims, before.summaries()[&at.0].claims + 1);
    assert_eq!(code(room.add(&at, "violence", &SHELLING)), "told-claim-there");
    let why = hudna::why::why(&id, &now, &room.facts());
    assert!(why.is_ok(), "{why:?}");
    room.desk().undo(added.entry).unwrap();
    assert!(room.claim(&id).is_none());
    assert_eq!(room.facts().claims(), before.claims());
    let again = room.add(&at, "violence", &SHELLING).unwrap();
    assert_eq!(again.about, id, "it may be added again");
    drop(room.store);
    sound(room.dir.path(), true);
}

#[test]
fn what_rests_on_an_addition_is_undone_first() {
    let room = Room::new();
    let added = room.add(&room.gap("violence"), "violence", &SHELLING).unwrap();
    let mended = room.desk().correct(&added.about, "count", "3").unwrap();
    let filed = room.claim(&added.about).unwrap();
    assert!(matches!(filed.claim.body, Body::Violence { count: Some(3), .. }));
    let refused = room.desk().rule("refuse", &added.about).unwrap();
    assert!(room.claim(&added.about).is_none());
    assert_eq!(code(room.desk().undo(added.entry)), "told-rests-on");
    room.desk().undo(refused.entry).unwrap();
    room.desk().undo(mended.entry).unwrap();
    room.desk().undo(added.entry).unwrap();
    assert!(room.facts().adrift().is_empty());
}

#[test]
fn what_cannot_be_added_is_refused() {
    let room = Room::new();
    let at = room.gap("violence");
    let nowhere = ("R-NONE00".to_owned(), 0, 10);
    assert_eq!(code(room.add(&nowhere, "violence", &SHELLING)), "unknown_id");
    for (start, end) in [(5, 5), (9, 5), (0, 10_000_000)] {
        let at = (at.0.clone(), start, end);
        assert_eq!(code(room.add(&at, "violence", &SHELLING)), "told-no-words");
    }
    assert_eq!(code(room.add(&at, "rumour", &SHELLING)), "told-no-kind");
    assert_eq!(code(room.add(&at, "violence", &[("place", "sy-latakia")])), "told-needs-field");
    let wrong = [("act", "shelling"), ("date", "yesterday")];
    assert_eq!(code(room.add(&at, "violence", &wrong)), "told-no-correction");
    assert_eq!(
        code(room.add(&at, "violence", &[("act", "shelling"), ("id", "c1")])),
        "told-no-correction"
    );
    assert_eq!(code(room.add(&at, "toll", &[("outcome", "killed")])), "told-needs-field");
    let parties = [("event", "violated"), ("parties", "russia, nobody")];
    assert_eq!(code(room.add(&at, "truce", &parties)), "told-no-correction");
    let added =
        room.add(&at, "truce", &[("event", "violated"), ("parties", "russia, united-states")]);
    let claim = room.claim(&added.unwrap().about).unwrap().claim;
    let Body::Truce { parties, .. } = claim.body else { panic!("a truce") };
    let ids: Vec<_> = parties.iter().filter_map(|p| p.party.as_deref()).collect();
    assert_eq!(ids, ["russia", "united-states"]);
}

#[test]
fn an_addition_survives_a_newer_reading_that_does_not_find_it() {
    let room = Room::new();
    let at = room.gap("violence");
    let added = room.add(&at, "violence", &SHELLING).unwrap();
    let confirmed = room.desk().rule("confirm", &added.about).unwrap();
    room.read_again(&at.0, &[]);
    assert!(room.claim(&added.about).unwrap().reviewed);
    let facts = room.facts();
    let of = facts.decisions.iter().find(|d| d.entry == confirmed.entry).unwrap();
    assert_eq!(of.claim.as_ref(), Some(&added.about));
    let wanted = Wanted { dry_run: true, ..Wanted::default() };
    let told = reread(&room.store, data(), &room.env, wanted, &mut |_, _| {}).unwrap();
    assert_eq!(told.lost(), 0);
}

#[test]
fn a_reading_that_finds_the_words_takes_the_place_of_the_addition() {
    let room = Room::new();
    let at = room.gap("violence");
    let added = room.add(&at, "violence", &SHELLING).unwrap();
    let mut found = room.claim(&added.about).unwrap().claim;
    found.rule = "violence.test".into();
    found.evidence.span.end -= 5;
    found.id = "c0123456789ab".into();
    room.read_again(&at.0, &[found.clone()]);
    let claims = room.facts().claims();
    assert!(!claims.contains_key(&added.about), "told once");
    assert!(claims[&found.id].reviewed, "the addition confirms it");
    assert_eq!(room.facts().claim_now(&added.about).as_ref(), Some(&found.id));
    room.desk().undo(added.entry).unwrap();
    assert!(!room.facts().claims()[&found.id].reviewed);
}

/// What was read in the same words when somebody added a second thing is not that second thing.
#[test]
fn an_addition_beside_another_claim_of_the_same_words_stays_its_own() {
    let room = Room::new();
    let facts = room.facts();
    let told = facts.claims().into_values().find(|f| f.claim.body.kind() == "violence").unwrap();
    let span = told.claim.evidence.span;
    let at = (told.report.clone(), span.start, span.end);
    let added = room.add(&at, "violence", &[("act", "abduction")]).unwrap();
    let before = room.facts().claims();
    assert!(!before[&told.claim.id].reviewed || facts.claims()[&told.claim.id].reviewed);
    room.read_again(&told.report, &[]);
    assert_eq!(room.facts().claims(), before);
    // The same claim under a new id, since the reader names its act otherwise now.
    let mut renamed = told.claim.clone();
    renamed.id = "cffffffffffff".into();
    if let Body::Violence { act, .. } = &mut renamed.body {
        *act = hudna::model::Act::OtherForce;
    }
    let filed = room.facts().reports[&told.report].clone();
    let mut reading = filed.reading.unwrap();
    reading.claims.retain(|c| c.id != told.claim.id);
    reading.claims.push(renamed.clone());
    let record = ReadingRecord { report: told.report.clone(), reading, marks: filed.marks };
    let object = room.store.object_of(filed.read.unwrap()).unwrap();
    let new = entry(&room.env, "x", Record::Reading(Box::new(record)), filed.received, None);
    room.store.append(vec![NewEntry { object, ..new }]).unwrap();
    let claims = room.facts().claims();
    assert!(claims.contains_key(&added.about) && claims.contains_key(&renamed.id));
}

#[test]
fn what_people_mended_goes_out_as_annotated_reports() {
    let room = Room::new();
    let before = hudna::gold::export(&room.facts());
    let at = room.gap("violence");
    let added = room.add(&at, "violence", &SHELLING).unwrap();
    let other = room.facts().claims().into_values().find(|f| f.report != at.0).unwrap();
    room.desk().rule("refuse", &other.claim.id).unwrap();
    let rows = hudna::gold::export(&room.facts());
    assert!(rows.len() > before.len() || before.iter().any(|r| r.id == at.0));
    let lines: Vec<String> = rows.iter().map(|r| serde_json::to_string(r).unwrap()).collect();
    let gold = GoldFile::parse("people.jsonl", lines.join("\n").as_bytes(), Lines::All);
    assert_eq!((gold.bad, gold.reports.len()), (Vec::new(), rows.len()));
    let report = |id: &str| gold.reports.iter().find(|r| r.id == id).unwrap();
    let words = room.claim(&added.about).unwrap().claim.evidence.text;
    let fact = report(&at.0).facts.iter().find(|f| f.quote == words).unwrap();
    assert_eq!((fact.act.as_deref(), fact.date.as_deref()), (Some("shelling"), Some("2016-05-01")));
    let quotes = &report(&other.report).facts;
    let refused =
        |f: &Fact| f.kind == other.claim.body.kind() && f.quote == other.claim.evidence.text;
    let kept = room.facts().claims();
    let twin = kept.values().any(|f| {
        f.report == other.report
            && f.claim.evidence.text == other.claim.evidence.text
            && f.claim.body.kind() == other.claim.body.kind()
    });
    assert_eq!(quotes.iter().any(refused), twin, "what was refused is no fact");
    for report in &gold.reports {
        let names = |f: &Fact| {
            [&f.actor, &f.target, &f.place, &f.speaker, &f.who]
                .into_iter()
                .flatten()
                .cloned()
                .collect()
        };
        for fact in &report.facts {
            let names: Vec<String> = names(fact);
            assert!(report.text.contains(&fact.quote));
            assert!(names.iter().all(|n| report.text.contains(n.as_str())), "{names:?}");
        }
    }
}

#[test]
fn following_the_story_again_keeps_an_addition() {
    let room = Room::new();
    let added = room.add(&room.gap("violence"), "violence", &SHELLING).unwrap();
    follow(&crate::world::example(), &room.store, data(), &room.env, &mut |_, _| {}).unwrap();
    assert!(room.claim(&added.about).is_some());
}
