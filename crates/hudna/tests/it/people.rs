//! Accounts: links, passwords, sessions, tokens, what is each one's own; roles are entries.

use hudna::Error;
use hudna::decide::Desk;
use hudna::facts::Facts;
use hudna::people::{
    Cost, FIRST_LINK_HOURS, LINK_HOURS, MAX_REPEATS, MAX_SEARCHES, MAX_TOKEN_DAYS, NewPerson,
    PEOPLE, People, REPEAT_HOURS, Settings, set_mode,
};
use hudna::rights::{Mode, Right, Role};

use crate::house::{HOUR, House, PASSWORD, code, home, who};
use crate::world::{data, derived, example_store, sound};

#[test]
fn the_first_administrator_comes_by_a_link_that_works_once() {
    let house = House::new();
    let first =
        |link: &str| house.people.begin(&house.store, &house.env, link, "ann", PASSWORD, &home());
    assert_eq!(code(first("guessed")), "told-no-link");
    let old = house.people.first_link(&house.env).unwrap().unwrap();
    let link = house.people.first_link(&house.env).unwrap().unwrap();
    assert_eq!(code(first(&old)), "told-no-link", "a new one takes the place of the former");
    let weak = house.people.begin(&house.store, &house.env, &link, "ann", "short", &home());
    assert_eq!(code(weak), "told-short-password");
    let nameless = house.people.begin(&house.store, &house.env, &link, " .\n", PASSWORD, &home());
    assert_eq!(code(nameless), "told-bad-person-name");
    assert_eq!(house.store.size().unwrap(), 0, "nothing of that was entered");
    let session = first(&link).unwrap();
    assert_eq!(code(first(&link)), "told-no-link");
    assert_eq!(house.people.first_link(&house.env).unwrap(), None);
    let held = house.people.session(&session.token, &house.env).unwrap().unwrap();
    assert_eq!((held.person.as_str(), held.guest), (session.person.as_str(), false));
    let roster = house.roster();
    let ann = &roster.people[&held.person];
    assert_eq!((ann.name.as_str(), ann.role, ann.closed), ("ann", Role::Administrator, false));
    assert!(roster.asker(&held.person).unwrap().may(Right::Rights));
    drop(house.store);
    sound(house.dir.path(), false);
}

#[test]
fn links_run_out() {
    let house = House::new();
    let link = house.people.first_link(&house.env).unwrap().unwrap();
    house.pass(FIRST_LINK_HOURS * HOUR);
    let late = house.people.begin(&house.store, &house.env, &link, "ann", PASSWORD, &home());
    assert_eq!(code(late), "told-no-link");
    house.begin("ann").unwrap();
    let redeem =
        |link: &str| house.people.redeem(&house.env, &house.roster(), link, PASSWORD, &home());
    let link = house.invite("bob", Role::Analyst).unwrap().link;
    house.pass(LINK_HOURS * HOUR - 1);
    house.people.sweep(&house.env).unwrap();
    assert!(redeem(&link).is_ok());
    assert_eq!(code(redeem(&link)), "told-no-link", "it works once");
    let id = house.roster().named("bob").unwrap().id.clone();
    let link = house.people.link(&house.env, &house.roster(), &id).unwrap().link;
    house.pass(LINK_HOURS * HOUR);
    assert_eq!(code(redeem(&link)), "told-no-link");
}

#[test]
fn who_is_closed_is_out_at_once_and_the_last_administrator_stays() {
    let (house, ann) = House::begun();
    let bob = house.person("bob", Role::Analyst);
    let token = house.people.make_token(&bob, "script", 1, &[Right::SeeAreas], &house.env).unwrap();
    let session = house.sign_in("bob", PASSWORD).unwrap();
    let close =
        |id: &str| house.people.close(&house.store, &house.env, &house.roster(), &who("ann"), id);
    close(&bob).unwrap();
    assert!(!house.goes_on(&session.token));
    assert_eq!(house.people.by_token(&token.secret, &house.env).unwrap(), None);
    assert_eq!(code(house.sign_in("bob", PASSWORD)), "told-not-let-in");
    assert!(house.roster().asker(&bob).is_none() && house.roster().people[&bob].closed);
    assert_eq!(code(close(&bob)), "told-person-closed");
    assert_eq!(code(close("P-NOBODY")), "unknown_id");
    assert_eq!(code(close(&ann)), "told-last-administrator");
    assert_eq!(code(house.invite("Ann", Role::Analyst)), "told-name-taken");
    assert!(house.invite("bob", Role::Analyst).is_ok(), "a name may be given again");
}

#[test]
fn a_role_is_changed_by_another_version_of_the_same_object() {
    let (house, ann) = House::begun();
    let bob = house.person("bob", Role::Analyst);
    let to = |role| NewPerson { name: "bob".into(), role, areas: Vec::new(), party: None };
    let change = |id: &str, role| {
        let (store, roster) = (&house.store, house.roster());
        house.people.change(store, &house.env, &roster, &who("ann"), id, to(role))
    };
    assert_eq!(code(change(&bob, Role::Analyst)), "told-role-already");
    assert_eq!(code(change(&ann, Role::Analyst)), "told-last-administrator");
    let changed = change(&bob, Role::Administrator).unwrap();
    assert_eq!(house.roster().people[&bob].role, Role::Administrator);
    assert_eq!(house.roster().people[&bob].name, "bob");
    let objects = [changed.entry - 1, changed.entry].map(|n| house.store.object_of(n).unwrap());
    assert_eq!(objects[0], objects[1]);
    change(&ann, Role::Analyst).unwrap();
    assert_eq!(house.people.first_link(&house.env).unwrap(), None, "bob is administrator");
    drop(house.store);
    sound(house.dir.path(), false);
}

#[test]
fn people_and_modes_are_seen_at_any_time_and_undone_by_nobody() {
    let house = House::of(example_store());
    let before = (derived(&house.store), Facts::load(&house.store, None).unwrap().as_of);
    let ann = house.begin("ann").unwrap();
    let set = |mode| set_mode(&house.store, &house.env, &house.roster(), &who("ann"), mode);
    assert_eq!(code(set(Mode::Normal)), "told-mode-already");
    let closed = set(Mode::ReadOnly).unwrap();
    let facts = Facts::load(&house.store, None).unwrap();
    assert_eq!(facts.as_of, before.1, "who is let in moves no time");
    assert_eq!((facts.mode(), facts.people()[&ann].name.as_str()), (Mode::ReadOnly, "ann"));
    let desk = Desk::open(&house.store, data(), &house.env, who("ann")).unwrap();
    assert_eq!(code(desk.undo(closed.entry)), "told-changed-not-undone");
    set(Mode::Normal).unwrap();
    assert_eq!(Facts::load(&house.store, None).unwrap().mode(), Mode::Normal);
    assert_eq!(derived(&house.store), before.0);
    hudna::derive::rebuild(&house.store, data()).unwrap();
    drop(house.store);
    sound(house.dir.path(), true);
}

#[test]
fn what_a_role_needs() {
    let check = |role, areas: &[&str], party: Option<&str>, expected: &str| {
        let areas = areas.iter().map(|a| (*a).to_owned()).collect();
        let new = NewPerson { name: "x".into(), role, areas, party: party.map(str::to_owned) };
        let told = new.check(&data().places, &data().parties);
        assert_eq!(told.err().map_or("", |e| e.code()), expected);
    };
    check(Role::Analyst, &[], None, "");
    check(Role::Public, &[], None, "told-role-public");
    check(Role::Monitor, &[], None, "told-role-needs-areas");
    check(Role::Monitor, &["sy-aleppo"], None, "");
    check(Role::Monitor, &["atlantis"], None, "unknown_id");
    check(Role::Party, &[], None, "told-role-needs-party");
    check(Role::CoChair, &[], Some("russia"), "");
    check(Role::CoChair, &[], Some("nobody"), "unknown_id");
}

#[test]
fn tokens_go_as_far_as_they_were_made_for() {
    let (house, ann) = House::begun();
    let rights = [Right::Submit, Right::SeeAreas, Right::Submit];
    let make = |days, label: &str, rights: &[Right]| {
        house.people.make_token(&ann, label, days, rights, &house.env)
    };
    for (days, label) in [(0, "x"), (MAX_TOKEN_DAYS + 1, "x"), (1, " "), (1, "a\nb")] {
        assert_eq!(code(make(days, label, &rights)), "told-bad-token");
    }
    assert_eq!(code(make(1, "x", &[])), "told-bad-token");
    let made = make(2, " hotline ", &rights).unwrap();
    assert!(made.secret.starts_with("hudna_") && made.secret.len() == 6 + 64);
    assert_eq!(house.people.tokens(&ann).unwrap(), std::slice::from_ref(&made.token));
    assert_eq!(made.token.label, "hotline");
    let held = |secret: &str| house.people.by_token(secret, &house.env).unwrap();
    let by = held(&made.secret).unwrap();
    assert_eq!((by.person.as_str(), by.rights.len()), (ann.as_str(), 2));
    assert!(by.may(Right::Submit) && !by.may(Right::Rights) && held("hudna_").is_none());
    let used = || house.people.tokens(&ann).unwrap()[0].last;
    let first = house.env.now();
    assert_eq!(used(), Some(first));
    house.pass(59);
    held(&made.secret);
    assert_eq!(used(), Some(first), "it is told to the minute");
    house.pass(1);
    held(&made.secret);
    assert_eq!(used(), Some(house.env.now()));
    house.pass(2 * 24 * HOUR);
    assert!(held(&made.secret).is_none());
    let made = make(1, "again", &rights).unwrap();
    assert_eq!(code(house.people.drop_token("P-OTHER", &made.token.id)), "unknown_id");
    house.people.drop_token(&ann, &made.token.id).unwrap();
    assert!(held(&made.secret).is_none());
}

#[test]
fn what_is_each_ones_own() {
    let (house, ann) = House::begun();
    let people = &house.people;
    assert_eq!(people.settings(&ann).unwrap(), Settings::default());
    let zone = |zone: &str| Settings { zone: Some(zone.into()), ..Settings::default() };
    assert_eq!(code(people.set_settings(&ann, &zone("Damascus"))), "told-bad-zone");
    people.set_settings(&ann, &zone("+03:00")).unwrap();
    assert_eq!(people.settings(&ann).unwrap(), zone("+03:00"));
    assert_eq!(people.settings("P-OTHER").unwrap(), Settings::default());
    assert_eq!(people.last_visit(&ann).unwrap(), None);
    people.visit(&ann, 7).unwrap();
    people.visit(&ann, 9).unwrap();
    assert_eq!(people.last_visit(&ann).unwrap(), Some(9));
    people.save_search(&ann, "حلب", "area=sy-aleppo").unwrap();
    people.save_search(&ann, " حلب ", "area=sy-aleppo&act=shelling").unwrap();
    let saved = people.searches(&ann).unwrap();
    assert_eq!((saved.len(), saved[0].query.as_str()), (1, "area=sy-aleppo&act=shelling"));
    assert_eq!(code(people.save_search(&ann, "", "x")), "told-bad-search");
    for n in 1..MAX_SEARCHES {
        people.save_search(&ann, &n.to_string(), "x").unwrap();
    }
    assert_eq!(code(people.save_search(&ann, "one more", "x")), "told-many-searches");
    people.save_search(&ann, "1", "y").unwrap();
    people.drop_search(&ann, "1").unwrap();
    assert_eq!(code(people.drop_search(&ann, "1")), "unknown_id");
}

#[test]
fn guests_leave_nothing_behind() {
    let house = House::new();
    let (people, env) = (&house.people, &house.env);
    let guest = people.guest_session(&home(), env).unwrap();
    let held = people.session(&guest.token, env).unwrap().unwrap();
    assert!(held.guest && held.person.starts_with("G-"));
    people.visit(&held.person, 3).unwrap();
    people.visit("P-STAYS0", 4).unwrap();
    people.sweep(env).unwrap();
    assert_eq!(people.last_visit(&held.person).unwrap(), Some(3));
    people.sign_out(&guest.token).unwrap();
    people.sweep(env).unwrap();
    assert_eq!(people.last_visit(&held.person).unwrap(), None);
    assert_eq!(people.last_visit("P-STAYS0").unwrap(), Some(4));
    assert_eq!(house.store.size().unwrap(), 0);
}

#[test]
fn a_request_that_comes_again_gets_its_answer() {
    let (house, ann) = House::begun();
    let (people, env) = (&house.people, &house.env);
    let recall = |key: &str, sha: &str| people.recall(&ann, key, sha, env);
    assert_eq!(recall("k", "a").unwrap(), None);
    people.remember(&ann, "k", "a", 201, b"made", env).unwrap();
    people.remember(&ann, "k", "a", 500, b"not made", env).unwrap();
    assert_eq!(recall("k", "a").unwrap(), Some((201, b"made".to_vec())));
    assert_eq!(code(recall("k", "b")), "told-key-conflict");
    assert_eq!(people.recall("P-OTHER", "k", "b", env).unwrap(), None);
    assert_eq!(code(recall("", "a")), "told-bad-key");
    house.pass(REPEAT_HOURS * HOUR);
    assert_eq!(recall("k", "b").unwrap(), None);
}

#[test]
fn of_many_requests_the_last_ones_are_remembered() {
    let (house, ann) = House::begun();
    let path = house.dir.path().join(PEOPLE);
    let db = rusqlite::Connection::open(path).unwrap();
    let fill = "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ?1) \
                INSERT INTO repeats SELECT ?2, 'old' || i, 'a', 200, x'', ?3 + i FROM n";
    let soon = house.env.now().seconds() + 1;
    db.execute(fill, (MAX_REPEATS, &ann, soon)).unwrap();
    house.people.remember(&ann, "new", "a", 200, b"", &house.env).unwrap();
    let count = "SELECT count(*), max(key = 'new'), max(key = 'old1') FROM repeats";
    let found = db.query_row(count, [], |r| Ok((r.get(0)?, r.get(1)?, r.get(2)?))).unwrap();
    assert_eq!(found, (MAX_REPEATS, true, false));
}

/// Neither the ledger nor the file of accounts holds a secret, and the file is its owner's alone.
#[test]
fn no_secret_is_kept() {
    let (house, ann) = House::begun();
    let session = house.sign_in("ann", PASSWORD).unwrap();
    let link = house.invite("bob", Role::Analyst).unwrap().link;
    let token = house.people.make_token(&ann, "x", 1, &[Right::Own], &house.env).unwrap().secret;
    let dir = house.dir.path().to_owned();
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        let mode = std::fs::metadata(dir.join(PEOPLE)).unwrap().permissions().mode();
        assert_eq!(mode & 0o777, 0o600);
    }
    let hex = token.trim_start_matches("hudna_").to_owned();
    for file in std::fs::read_dir(&dir).unwrap() {
        let bytes = std::fs::read(file.unwrap().path()).unwrap();
        for secret in [PASSWORD, &session.token, &link, &hex] {
            let found = bytes.windows(secret.len()).any(|w| w == secret.as_bytes());
            assert!(!found, "a secret is kept");
        }
    }
    drop(house);
}

/// Accounts are reached from several threads at once.
#[test]
fn one_handle_serves_all_threads() {
    fn shared<T: Send + Sync>(_: &T) {}
    let (house, _) = House::begun();
    shared(&house.people);
    let (people, env) = (&house.people, &house.env);
    let roster = house.roster();
    std::thread::scope(|scope| {
        for _ in 0..4 {
            scope.spawn(|| {
                for _ in 0..10 {
                    let session =
                        people.sign_in(&roster.people, "ann", PASSWORD, &home(), env).unwrap();
                    assert!(people.session(&session.token, env).unwrap().is_some());
                }
            });
        }
    });
    let again = People::open_with(house.dir.path(), env, Cost::cheap()).unwrap();
    assert!(matches!(again.first_link(env), Ok(None)), "a second process sees the same");
    assert!(matches!(People::open(&house.dir.path().join("nowhere"), env), Err(Error::Store(_))));
}
