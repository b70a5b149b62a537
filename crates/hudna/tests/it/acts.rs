//! What people enter arrives in judging, survives a reread, and is undone by one entry.

use hudna::decide::{Desk, Entered, Who};
use hudna::derive;
use hudna::facts::Facts;
use hudna::model::{
    CaseStep, Due, FollowUpStatus, Found, PromiseChange, Relation, Reply, Situation,
};
use hudna::{Data, Env, Error, Store};
use tempfile::TempDir;

use crate::world::{data, env, example_store, sound, store};

/// A store that followed the example, and somebody at work on it.
struct Walk {
    _dir: TempDir,
    store: Store,
    env: Env,
}

impl Walk {
    fn new() -> Walk {
        let (dir, env) = (example_store(), env(77));
        let store = store(dir.path(), &env);
        Walk { _dir: dir, store, env }
    }

    fn data(&self) -> &'static Data {
        data()
    }

    fn desk(&self, by: &str) -> Desk<'_> {
        let who = Who { by: by.into(), at: None, why: "because".into() };
        Desk::open(&self.store, self.data(), &self.env, who).expect("the desk opens")
    }

    fn now(&self) -> Situation {
        derive::situation(&self.store, self.data(), None).expect("a picture")
    }

    fn facts(&self) -> Facts {
        Facts::load(&self.store, None).expect("facts")
    }

    fn undo(&self, entered: &Entered) -> Entered {
        self.desk("ann").undo(entered.entry).expect("it is undone")
    }
}

/// The code of what stands against it.
fn code<T: std::fmt::Debug>(result: Result<T, Error>) -> &'static str {
    result.expect_err("it is refused").code()
}

#[test]
fn relations_and_findings_arrive_in_judging_and_go_when_undone() {
    let walk = Walk::new();
    let incidents = walk.now().incidents;
    let (a, b) = (&incidents[0], &incidents[1]);
    let before = walk.facts().decided();
    assert!(!before.pairs.is_empty() && before.incidents.is_empty(), "the story has relations");
    let follows = walk.desk("ann").pair(Relation::Follows, &a.id, &b.id).unwrap();
    let refuted = walk.desk("ann").found(Found::Refuted, &a.id).unwrap();
    let decided = walk.facts().decided();
    let pair = decided.pairs.last().expect("it is the newest");
    assert_eq!((pair.relation, &pair.a, &pair.b), (Relation::Follows, &a.claims[0], &b.claims[0]));
    assert_eq!((pair.by.as_str(), pair.entry), ("ann", follows.entry));
    assert_eq!(
        (decided.incidents[0].found, &decided.incidents[0].claim),
        (Found::Refuted, &a.claims[0])
    );
    walk.undo(&follows);
    let back = walk.undo(&refuted);
    assert_eq!(walk.facts().decided(), before);
    // Undoing the undoing lets it hold again.
    walk.undo(&back);
    assert_eq!(walk.facts().decided().incidents.len(), 1);
    sound(walk.store.folder(), true);
}

#[test]
fn what_was_entered_at_once_is_undone_at_once() {
    let walk = Walk::new();
    let open = walk.now().claims.into_iter().filter(|(_, filed)| !filed.reviewed);
    let claims: Vec<String> = open.map(|(id, _)| id).take(4).collect();
    let mut desk = walk.desk("ann");
    desk.as_one = true;
    let all: Vec<u64> =
        claims[..3].iter().map(|id| desk.rule("confirm", id).unwrap().entry).collect();
    let alone = walk.desk("ann").rule("confirm", &claims[3]).unwrap();
    assert_eq!(walk.facts().together(all[1]), all);
    assert_eq!(walk.facts().together(alone.entry), [alone.entry]);

    let reviewed = || {
        let now = walk.now();
        claims.iter().map(|id| now.claims[id].reviewed).collect::<Vec<_>>()
    };
    assert_eq!(reviewed(), [true; 4]);
    // Any of them takes back all of them, and none else.
    let back = walk.desk("bob").undo(all[2]).unwrap();
    assert_eq!(reviewed(), [false, false, false, true]);
    assert_eq!(code(walk.desk("ann").undo(all[0])), "told-undone");
    walk.undo(&back);
    assert_eq!(reviewed(), [true; 4]);
    assert_eq!(walk.facts().together(all[0]), all);
    sound(walk.store.folder(), true);
}

#[test]
fn what_stands_already_or_is_nothing_is_refused() {
    let walk = Walk::new();
    let incidents = walk.now().incidents;
    let (a, b) = (incidents[0].id.clone(), incidents[1].id.clone());
    let desk = walk.desk("ann");
    let first = desk.pair(Relation::Unsure, &a, &b).unwrap();
    assert_eq!(code(walk.desk("ann").pair(Relation::Unsure, &a, &b)), "told-already");
    assert_eq!(code(desk.pair(Relation::Same, &a, &a)), "told-one-incident");
    assert_eq!(code(desk.pair(Relation::Same, &a, "INC-NONE00")), "unknown_id");
    assert_eq!(code(desk.undo(0)), "told-no-act");
    assert_eq!(code(desk.undo(9_999)), "told-no-entry");
    walk.undo(&first);
    assert_eq!(code(walk.desk("ann").undo(first.entry)), "told-undone");
    let nobody = Who { by: " ".into(), at: None, why: "x".into() };
    assert_eq!(
        code(Desk::open(&walk.store, data(), &walk.env, nobody).map(|_| ())),
        "told-no-name"
    );
    let unsaid = Who { by: "ann".into(), at: None, why: String::new() };
    assert_eq!(
        code(Desk::open(&walk.store, data(), &walk.env, unsaid).map(|_| ())),
        "told-no-reason"
    );
}

#[test]
fn a_refused_claim_counts_for_nothing_and_a_corrected_one_as_corrected() {
    let walk = Walk::new();
    let incident = walk.now().incidents.into_iter().find(|i| i.claims.len() == 1).expect("one");
    let claim = incident.claims[0].clone();
    let refused = walk.desk("ann").rule("refuse", &claim).unwrap();
    let now = walk.now();
    assert!(!now.claims.contains_key(&claim));
    assert!(now.incidents.iter().all(|i| !i.claims.contains(&claim)));
    assert!(walk.facts().refused().contains_key(&claim));
    assert_eq!(code(walk.desk("ann").rule("refuse", &claim)), "told-already");
    walk.undo(&refused);
    assert!(walk.now().claims.contains_key(&claim));

    let was = walk.now().claims[&claim].claim.clone();
    let moved = walk.desk("ann").correct(&claim, "place", "sy-latakia").unwrap();
    let is = walk.now().claims[&claim].clone();
    assert_eq!(is.claim.place.as_ref().and_then(|p| p.id.as_deref()), Some("sy-latakia"));
    assert!(is.reviewed && is.claim.id == was.id);
    assert_eq!(code(walk.desk("ann").correct(&claim, "place", "nowhere")), "told-no-correction");
    assert_eq!(code(walk.desk("ann").correct(&claim, "weather", "fine")), "told-no-correction");
    walk.undo(&moved);
    assert_eq!(walk.now().claims[&claim].claim, was);
}

#[test]
fn a_decision_counts_from_its_time_on() {
    let walk = Walk::new();
    let incident = walk.now().incidents.into_iter().next_back().expect("an incident");
    let at = "2016-05-03T20:00:00+03:00".parse().ok();
    let who = Who { by: "ann".into(), at, why: "because".into() };
    let desk = Desk::open(&walk.store, data(), &walk.env, who).unwrap();
    desk.found(Found::SiteVisit, &incident.id).unwrap();
    let seen = |time: &str| {
        let facts = Facts::load(&walk.store, time.parse().ok()).expect("facts");
        facts.decided().incidents.len()
    };
    assert_eq!(seen("2016-05-03T19:59:59+03:00"), 0);
    assert_eq!(seen("2016-05-03T20:00:00+03:00"), 1);
}

#[test]
fn following_the_story_again_does_not_undo_what_a_person_undid() {
    let walk = Walk::new();
    let facts = walk.facts();
    let first = facts.decisions.first().expect("the story decides").entry;
    let held = facts.decisions.len();
    walk.desk("ann").undo(first).unwrap();
    assert_eq!(walk.facts().decisions.len(), held - 1);
    let folder = crate::world::example();
    let mut quiet = |_: usize, _: usize| {};
    hudna::follow::follow(&folder, &walk.store, data(), &walk.env, &mut quiet).unwrap();
    assert_eq!(walk.facts().decisions.len(), held - 1);
}

#[test]
fn a_case_is_one_object_of_the_ledger_and_its_steps_are_undone_from_the_end() {
    let walk = Walk::new();
    let incident = walk.now().incidents[0].id.clone();
    let opened = walk.desk("ann").open_case(&incident).unwrap();
    assert_eq!(code(walk.desk("ann").open_case(&incident)), "told-case-open");
    let id = opened.about.clone();
    let step = |step: CaseStep| walk.desk("ann").step(&id, step);
    let party = "syria-government".to_owned();
    assert_eq!(code(step(CaseStep::Board)), "told-refused");
    let unknown = CaseStep::Notified { party: "nobody".into(), hours: 1 };
    assert_eq!(code(step(unknown)), "unknown_id");
    let told = step(CaseStep::Notified { party: party.clone(), hours: 24 }).unwrap();
    let reply = step(CaseStep::Replied { party, reply: Reply::Denied }).unwrap();
    assert_eq!(
        walk.store.object_of(opened.entry).unwrap(),
        walk.store.object_of(reply.entry).unwrap()
    );
    assert_eq!(code(walk.desk("ann").undo(told.entry)), "told-rests-on");
    assert_eq!(code(walk.desk("ann").undo(opened.entry)), "told-rests-on");
    walk.undo(&reply);
    walk.undo(&told);
    let steps = |case: &hudna::model::Case| (case.id == id).then_some(case.steps.len());
    assert_eq!(walk.now().cases.iter().find_map(steps), Some(1));
    walk.undo(&opened);
    assert!(walk.now().cases.iter().all(|case| case.id != id));
    sound(walk.store.folder(), true);
}

#[test]
fn a_promise_slips_is_kept_and_is_taken_down_and_each_is_undone() {
    let walk = Walk::new();
    let open = |f: &&hudna::model::FollowUp| f.status == FollowUpStatus::Undated;
    let board = walk.now().follow_ups;
    let before = board.iter().find(open).expect("something is undated").clone();
    let stands = || {
        let now = walk.now();
        now.follow_ups.into_iter().find(|f| f.id == before.id).expect("it stays on the board")
    };
    let due = Due {
        start: Some("2016-05-10".into()),
        end: Some("2016-05-10".into()),
        words: String::new(),
    };
    let change = |c: PromiseChange| walk.desk("ann").change(&before.id, c);
    let slipped = change(PromiseChange::Slip { due: due.clone() }).unwrap();
    assert_eq!((stands().status, stands().due.clone()), (FollowUpStatus::Due, due.clone()));
    assert_eq!(code(change(PromiseChange::Slip { due })), "told-same-due");
    walk.undo(&slipped);
    assert_eq!(stands(), before);
    let bad =
        PromiseChange::Done { partly: false, evidence: vec!["c000000000000".into()], on: None };
    assert_eq!(code(change(bad)), "unknown_id");
    let evidence = vec![before.claims[0].clone()];
    let kept = change(PromiseChange::Done { partly: false, evidence: evidence.clone(), on: None })
        .unwrap();
    assert_eq!((stands().status, stands().fulfilled_by), (FollowUpStatus::Done, evidence));
    walk.undo(&kept);
    let dropped = change(PromiseChange::Drop).unwrap();
    assert_eq!(code(change(PromiseChange::Drop)), "told-dropped");
    walk.undo(&dropped);
    assert_eq!(stands(), before);
    assert_eq!(code(walk.desk("ann").change("FUP-NONE00", PromiseChange::Drop)), "unknown_id");
}

#[test]
fn a_grade_holds_from_its_time_and_the_former_one_is_kept() {
    let walk = Walk::new();
    let grade = |facts: &Facts| facts.sources["wire-a"].grade;
    let before = grade(&walk.facts());
    let graded = walk.desk("ann").grade("wire-a", 'D', Some(3)).unwrap();
    let facts = walk.facts();
    assert_eq!(grade(&facts), 'D');
    let history: Vec<_> = facts.grades("wire-a").iter().map(|g| (g.grade, g.credibility)).collect();
    assert_eq!(history, [(before, None), ('D', Some(3))]);
    assert_eq!(code(walk.desk("ann").grade("wire-a", 'D', Some(3))), "told-already");
    assert_eq!(code(walk.desk("ann").grade("nobody", 'A', None)), "unknown_id");
    walk.undo(&graded);
    assert_eq!(grade(&walk.facts()), before);
}
