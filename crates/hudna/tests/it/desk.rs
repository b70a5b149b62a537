//! A desk for somebody who holds facts and picture, and handles that several threads share.

use std::sync::Arc;

use hudna::Store;
use hudna::decide::{Desk, Who, counts_from};
use hudna::derive;
use hudna::facts::Facts;
use hudna::model::Found;

use crate::world::{data, derived, env, example_store, small_store, sound, store};

fn who(by: &str) -> Who {
    Who { by: by.into(), at: None, why: "because".into() }
}

/// Facts and picture of a store, as a server keeps them.
fn held(store: &Store) -> (Arc<Facts>, Arc<hudna::model::Situation>) {
    let facts = Facts::load(store, None).unwrap();
    let picture = derive::picture(&facts, data(), derive::head(store).unwrap()).unwrap();
    (Arc::new(facts), Arc::new(picture))
}

#[test]
fn what_is_entered_without_deriving_is_derived_by_whoever_does_it_later() {
    let (dir, env) = (example_store(), env(81));
    let store = store(dir.path(), &env);
    let (facts, picture) = held(&store);
    let before = derived(&store);
    let at = counts_from(&who("ann"), &env, &facts);
    let with = |who| {
        let (facts, picture) = (Arc::clone(&facts), Arc::clone(&picture));
        Desk::with(&store, data(), &env, who, at, facts, picture)
    };
    assert!(with(Who { by: String::new(), ..who("ann") }).is_err());
    let mut desk = with(who("ann")).unwrap();
    desk.derive = false;
    let found = desk.found(Found::SiteVisit, &picture.incidents[0].id).unwrap();
    assert_eq!(found.entry, facts.size);
    assert_eq!(derived(&store), before);
    let undone = desk.undo(found.entry).expect("what came in meanwhile can be undone, too");
    assert_eq!(undone.entry, found.entry + 1);
    derive::rebuild(&store, data()).unwrap();
    drop(store);
    sound(dir.path(), true);
}

#[test]
fn a_time_that_is_given_is_the_time_from_which_it_counts() {
    let (dir, env) = (example_store(), env(82));
    let store = store(dir.path(), &env);
    let (facts, _) = held(&store);
    let told = "2016-05-01T10:00:00+03:00".parse().unwrap();
    let given = Who { at: Some(told), ..who("ann") };
    assert_eq!(counts_from(&given, &env, &facts), told);
    // The clock of the tests runs in 2027; the story's own time is the latest.
    assert_eq!(counts_from(&who("ann"), &env, &facts), facts.as_of);
}

#[test]
fn handles_that_are_shared_append_through_one_writer() {
    let (dir, chance) = (small_store(3), env(83));
    let first = store(dir.path(), &chance);
    let handles: Vec<Store> = (0..4).map(|_| first.share().unwrap()).collect();
    std::thread::scope(|scope| {
        for (n, handle) in handles.into_iter().enumerate() {
            scope.spawn(move || {
                let env = env(84 + n as u64);
                hudna::generate::generate(&handle, &env, 25, 7, &mut |_| {}).unwrap();
                assert!(handle.size().unwrap() >= 28);
            });
        }
    });
    assert_eq!(first.size().unwrap(), 103);
    let reading = Store::open_reading(dir.path()).unwrap().share().unwrap();
    assert_eq!((reading.size().unwrap(), reading.append(Vec::new()).is_err()), (103, true));
    drop(first);
    sound(dir.path(), false);
}
