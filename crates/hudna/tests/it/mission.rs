//! A made-up mission says that it is made up, and derives to what was asked for.

use hudna::derive;
use hudna::facts::Facts;
use hudna::generate::{Size, generate_mission};
use hudna::model::AreaStatus;

use crate::world::{data, derived, env, folder, sound, store};

fn made(seed: u64) -> (tempfile::TempDir, hudna::Store) {
    let (dir, env) = (folder(), env(80));
    let store = store(dir.path(), &env);
    let size = Size { incidents: 400, areas: 9 };
    generate_mission(&store, &env, size, seed, &mut |_| {}).unwrap();
    derive::rebuild(&store, data()).unwrap();
    (dir, store)
}

#[test]
fn it_derives_to_so_many_incidents_and_areas() {
    let (dir, store) = made(1);
    let facts = Facts::load(&store, None).unwrap();
    let s = derive::stored(&store, data(), &facts).unwrap().expect("the rows are written");
    let n = s.incidents.len();
    assert!((380..=420).contains(&n), "{n} incidents");
    assert_eq!(s.areas.len(), 9);
    assert!(s.areas.iter().any(|a| a.status != AreaStatus::NoData), "states differ");
    assert_eq!((s.follow_ups.len(), s.cases.len()), (4, 1));
    assert!(s.incidents.iter().any(|i| i.origins.len() > 1), "some have several origins");
    assert!(s.incidents.iter().any(|i| i.confirmed), "some are confirmed");
    drop(store);
    sound(dir.path(), true);
}

#[test]
fn every_text_says_that_it_is_made_up_and_holds_its_evidence() {
    let (_dir, store) = made(2);
    let facts = Facts::load(&store, None).unwrap();
    assert!(facts.story.as_ref().is_some_and(|s| s.notice.is_some()));
    for report in facts.reports.values() {
        let text: Vec<char> = report.record.text().chars().collect();
        let told: String = text.iter().collect();
        assert!(told.contains("[Made up") || told.contains("[نص مختلق"), "{told}");
        for claim in &report.reading.as_ref().unwrap().claims {
            let span = claim.evidence.span;
            assert_eq!(text[span.start..span.end].iter().collect::<String>(), claim.evidence.text);
        }
    }
}

#[test]
fn the_same_seed_makes_the_same() {
    let ((_a, first), (_b, second), (_c, other)) = (made(3), made(3), made(4));
    assert_eq!(derived(&first), derived(&second));
    assert_ne!(derived(&first), derived(&other));
}
