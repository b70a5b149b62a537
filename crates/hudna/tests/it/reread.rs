//! Stored reports are read again: what changed is appended, decisions follow their claims.

use std::sync::OnceLock;

use hudna::facts::Facts;
use hudna::ingest::{Envelope, Ingest, entry, split};
use hudna::model::{Bilingual, Claim, Moment, ReadBy};
use hudna::record::{DecisionRecord, Record};
use hudna::reread::{Reread, Wanted, reread};
use hudna::{Data, Env, Store};
use tempfile::TempDir;

use crate::model::{self, ARABIC, ENGLISH};
use crate::world::{derived, env, example_store, folder, sound, store};

/// The data without a model.
fn rules() -> &'static Data {
    static DATA: OnceLock<Data> = OnceLock::new();
    DATA.get_or_init(|| Data::load(&model::plain_files()).expect("the data load"))
}

/// The data with the model made by hand.
fn both() -> &'static Data {
    static DATA: OnceLock<Data> = OnceLock::new();
    DATA.get_or_init(|| {
        let dir = folder();
        let mut data = Data::load(&model::plain_files()).expect("the data load");
        let model = hudna::data::model(&model::write(dir.path())).expect("the model is sound");
        data.pack.model = Some(model.into());
        data
    })
}

/// A store of two reports, read by rules alone.
fn two_reports(env: &Env) -> (TempDir, Store) {
    let dir = folder();
    let store = store(dir.path(), env);
    let received = Some("2016-05-03T12:00:00+03:00".parse().unwrap());
    for (name, text, lang) in [("ar.txt", ARABIC, "ar"), ("en.txt", ENGLISH, "en")] {
        let mut ingest = Ingest::new(&store, rules(), env, "a test");
        let envelope = Envelope { received, lang: Some(lang.into()), ..Envelope::default() };
        for unit in split(name, text.as_bytes()) {
            ingest.unit(unit, &envelope).unwrap();
        }
        assert_eq!(ingest.finish().unwrap().1.stored, 1);
    }
    (dir, store)
}

fn again(store: &Store, data: &Data, env: &Env, dry_run: bool) -> Reread {
    let wanted = Wanted { dry_run, ..Wanted::default() };
    reread(store, data, env, wanted, &mut |_, _| {}).expect("the reports are read again")
}

fn facts(store: &Store) -> Facts {
    Facts::load(store, None).unwrap()
}

fn claims(store: &Store) -> Vec<Claim> {
    let facts = facts(store);
    let readings = facts.reports.values().flat_map(|r| r.reading.clone());
    readings.flat_map(|r| r.claims).collect()
}

/// A person confirms a claim.
fn confirm(store: &Store, env: &Env, claim: &str) {
    let facts = facts(store);
    let has = |r: &hudna::facts::FiledReport| {
        r.reading.iter().flat_map(|r| &r.claims).any(|c| c.id == claim)
    };
    let (report, filed) = facts.reports.iter().find(|(_, r)| has(r)).expect("a report has it");
    let record = Record::Decision(DecisionRecord {
        decision: "confirm".into(),
        claim: claim.into(),
        report: report.clone(),
        why: Bilingual::new("رآه شاهد", "a witness saw it"),
        field: None,
        value: None,
    });
    store.append(vec![entry(env, "a person", record, filed.received, None)]).unwrap();
}

#[test]
fn a_new_model_adds_what_rules_did_not_read_and_older_readings_stay() {
    let env = env(80);
    let (dir, store) = two_reports(&env);
    let (before, size) = (claims(&store), store.size().unwrap());
    assert!(before.iter().all(|c| c.seen.is_none()));

    let tried = again(&store, both(), &env, true);
    assert_eq!(store.size().unwrap(), size, "a dry run writes nothing");
    let done = again(&store, both(), &env, false);
    assert_eq!(Reread { dry_run: false, ..tried }, done);
    assert_eq!((done.read, done.same, done.changed.len()), (2, 0, 2));
    assert!(done.claims.added >= 2, "{:?}", done.claims);
    assert_eq!((done.claims.removed, done.claims.changed), (0, before.len()));
    assert_eq!(store.size().unwrap(), size + 2, "one entry a report");

    let now = claims(&store);
    let alone: Vec<&Claim> = now.iter().filter(|c| c.read_by() == ReadBy::Model).collect();
    assert_eq!(alone.len(), done.claims.added);
    let words: Vec<&String> = alone.iter().flat_map(|c| &c.seen.as_ref().unwrap().words).collect();
    assert!(
        words.iter().any(|w| *w == "زربطت") && words.iter().any(|w| *w == "zorched"),
        "{words:?}"
    );
    assert!(now.iter().any(|c| c.read_by() == ReadBy::Both), "rules and model agree on a toll");
    let digest = both().pack.model.as_ref().unwrap().digest().to_owned();
    let models: Vec<_> =
        facts(&store).reports.values().map(|r| r.reading.clone().unwrap().model).collect();
    assert_eq!(models, [Some(digest.clone()), Some(digest)]);

    let third = again(&store, both(), &env, false);
    assert_eq!((third.read, third.same, third.changed.len()), (2, 2, 0));
    assert_eq!(store.size().unwrap(), size + 2, "nothing changed, nothing is written");
    drop(store);
    sound(dir.path(), true);
}

#[test]
fn a_new_reading_is_the_next_version_of_the_former_and_counts_from_its_report() {
    let env = env(81);
    let (_dir, store) = two_reports(&env);
    let read = |store: &Store| -> Vec<u64> {
        facts(store).reports.values().flat_map(|r| r.read).collect()
    };
    let first = read(&store);
    again(&store, both(), &env, false);
    let second = read(&store);
    for (old, new) in first.iter().zip(&second) {
        assert!(old < new);
        assert_eq!(store.object_of(*old).unwrap(), store.object_of(*new).unwrap());
    }
    let now = claims(&store).len();
    let at: Moment = "2016-05-03T12:00:00+03:00".parse().unwrap();
    let then = Facts::load(&store, Some(at)).unwrap();
    assert_eq!(then.claims().len(), now, "of several readings the newest counts");
    assert_eq!(then.as_of, facts(&store).as_of, "the last receipt is the last report's");
    let early = Facts::of_first(&store, second[0], Some(at)).unwrap();
    assert!(early.claims().len() < now, "of the first entries alone the older readings count");
}

#[test]
fn reports_are_chosen_by_the_time_of_their_receipt() {
    let env = env(82);
    let (_dir, store) = two_reports(&env);
    let at = |text: &str| Some(text.parse::<Moment>().unwrap());
    let count = |since, until| {
        let wanted = Wanted { since, until, only: None, dry_run: true };
        reread(&store, both(), &env, wanted, &mut |_, _| {}).unwrap().read
    };
    assert_eq!(count(at("2016-05-03T12:00:00+03:00"), None), 2);
    assert_eq!(count(at("2016-05-03T12:00:01+03:00"), None), 0);
    assert_eq!(count(None, at("2016-05-03T11:59:59+03:00")), 0);
    assert_eq!(count(None, at("2016-05-03T12:00:00+03:00")), 2);
}

#[test]
fn decisions_follow_a_claim_and_lose_one_that_is_not_read_any_more() {
    let env = env(83);
    let (dir, store) = two_reports(&env);
    again(&store, both(), &env, false);
    let pick = |by: ReadBy| claims(&store).into_iter().find(|c| c.read_by() == by).unwrap();
    let (kept, alone) = (pick(ReadBy::Both), pick(ReadBy::Model));
    confirm(&store, &env, &kept.id);
    confirm(&store, &env, &alone.id);
    assert_eq!(facts(&store).confirmed().len(), 2);

    let back = again(&store, rules(), &env, false);
    assert_eq!(back.followed, 0, "a claim that both read keeps its id");
    assert_eq!(back.lost(), 1, "{:?}", back.unresolved);
    assert_eq!(back.unresolved[0].claim, alone.id);
    let now = facts(&store);
    assert_eq!(now.confirmed().into_iter().collect::<Vec<_>>(), [kept.id.as_str()]);
    assert_eq!(now.unresolved().count(), 1);
    assert_eq!(now.unresolved().next().unwrap().named.as_ref().map(|c| &c.id), Some(&alone.id));

    let quiet = again(&store, rules(), &env, false);
    assert_eq!((quiet.lost(), quiet.unresolved.len()), (0, 1), "told again, but not as new");
    again(&store, both(), &env, false);
    assert_eq!(facts(&store).confirmed().len(), 2, "it finds its claim again");
    drop(store);
    sound(dir.path(), false);
}

/// What is decided of incidents and promises names claims, and keeps to the same rule.
#[test]
fn relations_findings_and_changes_follow_their_claims_or_are_adrift() {
    use hudna::model::{Found, PromiseChange, Relation};
    use hudna::record::{Anchor, FindingRecord, PairRecord, PromiseRecord};
    let env = env(86);
    let (dir, store) = two_reports(&env);
    again(&store, both(), &env, false);
    let pick = |by: ReadBy| {
        let claim = claims(&store).into_iter().find(|c| c.read_by() == by).unwrap().id;
        let report = facts(&store).report_of(&claim).expect("a report has it");
        Anchor { claim, report }
    };
    let (kept, alone) = (pick(ReadBy::Both), pick(ReadBy::Model));
    let why = || "because".to_owned();
    let (a, b) = (kept.clone(), alone.clone());
    let records = [
        Record::Pair(PairRecord { relation: Relation::Same, a, b, why: why() }),
        Record::Finding(FindingRecord { found: Found::Refuted, of: kept.clone(), why: why() }),
        Record::Promise(PromiseRecord { of: kept, change: PromiseChange::Drop, why: why() }),
    ];
    let received = "2016-05-03T12:00:00+03:00".parse().unwrap();
    let entries = records.map(|record| entry(&env, "a person", record, received, None));
    store.append(entries.to_vec()).unwrap();
    let count = || {
        let decided = facts(&store).decided();
        (decided.pairs.len(), decided.incidents.len(), decided.promises.len())
    };
    assert_eq!(count(), (1, 1, 1));
    let back = again(&store, rules(), &env, false);
    assert_eq!((back.lost(), &back.unresolved[0].claim), (1, &alone.claim));
    assert_eq!(count(), (0, 1, 1), "a relation needs both of its claims");
    assert_eq!(facts(&store).adrift().iter().map(|(_, a)| a).collect::<Vec<_>>(), [&alone]);
    again(&store, both(), &env, false);
    assert_eq!(count(), (1, 1, 1), "it finds its claim again");
    drop(store);
    sound(dir.path(), false);
}

/// A claim of a person's decision whose words and figures another reading cuts differently.
#[test]
fn a_decision_follows_the_claim_of_its_kind_in_the_same_words() {
    let env = env(84);
    let (_dir, store) = two_reports(&env);
    let toll = claims(&store).into_iter().find(|c| c.body.kind() == "toll").unwrap();
    confirm(&store, &env, &toll.id);
    let decision = facts(&store).decisions.remove(0);
    let mut other = toll.clone();
    other.id = "cother".into();
    other.evidence.span.end -= 2;
    assert_eq!(decision.among(&[other.clone()]), Some("cother".into()));
    assert_eq!(decision.among(&[other.clone(), toll.clone()]), Some(toll.id.clone()));
    let away = other.evidence.span.end + 100;
    other.evidence.span = hudna::model::Span::new(away, away + 10);
    assert_eq!(decision.among(&[other]), None);
    let strike = claims(&store).into_iter().find(|c| c.body.kind() == "violence");
    let strike = strike.map(|c| Claim { evidence: toll.evidence.clone(), ..c }).unwrap();
    assert_eq!(decision.among(&[strike]), None, "of another kind");
}

#[test]
fn what_is_derived_comes_out_the_same_by_rebuilding_after_a_reread() {
    let (dir, env) = (example_store(), env(85));
    let store = store(dir.path(), &env);
    let done = again(&store, both(), &env, false);
    assert!(done.read >= 12, "{}", done.read);
    assert!(!done.changed.is_empty());
    assert_eq!(done.lost(), 0, "{:?}", done.unresolved);
    let before = derived(&store);
    hudna::derive::rebuild(&store, both()).unwrap();
    assert_eq!(derived(&store), before);
    drop(store);
    sound(dir.path(), true);
}
