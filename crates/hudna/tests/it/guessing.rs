//! Signing in: how fast somebody may guess, that nobody locks another out, how sessions end.

use hudna::people::{
    ADDRESS_FAILURES, Cost, FAILURE_HOURS, FAILURES, IDLE_HOURS, NAME_FAILURES, People,
    SESSION_DAYS,
};
use hudna::rights::Role;

use crate::house::{HOUR, House, PASSWORD, at, code, home};

#[test]
fn a_new_password_ends_former_sessions_and_forgets_failures() {
    let (house, _) = House::begun();
    let bob = house.person("bob", Role::Analyst);
    let session = house.sign_in("bob", PASSWORD).unwrap();
    let away = at("198.51.100.4");
    assert_eq!(house.guess(&away, "bob", 2 * FAILURES), FAILURES);
    assert_eq!(code(house.sign_in_from(&away, "bob", PASSWORD)), "told-name-locked");
    assert!(house.goes_on(&session.token), "who is in stays in");
    let link = house.people.link(&house.env, &house.roster(), &bob).unwrap().link;
    let other = "another password of words";
    let redeem =
        |password: &str| house.people.redeem(&house.env, &house.roster(), &link, password, &away);
    assert_eq!(code(redeem("bob         .")), "told-password-is-name");
    redeem(other).unwrap();
    assert!(!house.goes_on(&session.token));
    assert!(house.sign_in_from(&away, "bob", other).is_ok());
    assert_eq!(code(house.sign_in("bob", PASSWORD)), "told-not-let-in");
    let person = house.roster().people[&bob].clone();
    let change =
        |former: &str, new| house.people.change_password(&person, former, new, &home(), &house.env);
    assert_eq!(code(change(PASSWORD, "yet another password")), "told-not-let-in");
    assert_eq!(code(change(other, "short")), "told-short-password");
    let session = house.sign_in("bob", other).unwrap();
    let renewed = change(other, "yet another password").unwrap();
    assert!(!house.goes_on(&session.token) && house.goes_on(&renewed.token));
}

#[test]
fn names_that_nobody_has_are_answered_the_same() {
    let (house, _) = House::begun();
    let away = at("198.51.100.4");
    for name in ["ann", "nobody"] {
        assert_eq!(house.guess(&away, name, 2 * FAILURES), FAILURES);
        let error = house.sign_in_from(&away, name, PASSWORD).unwrap_err();
        assert_eq!((error.code(), error.exit()), ("told-name-locked", 4));
    }
    house.pass(14);
    assert_eq!(code(house.sign_in_from(&away, "ann", PASSWORD)), "told-name-locked");
    house.pass(1);
    assert_eq!(house.guess(&away, "ann", 9), 1, "each failure more waits twice as long");
    house.pass(29);
    assert_eq!(code(house.sign_in_from(&away, "ann", PASSWORD)), "told-name-locked");
    house.pass(1);
    assert!(house.sign_in_from(&away, "ANN ", PASSWORD).is_ok(), "however it is spelled");
    assert_eq!(house.guess(&away, "ann", 2 * FAILURES), FAILURES, "who came in begins anew");
    // Failures of days before do not count.
    house.pass(FAILURE_HOURS * HOUR);
    assert_eq!(house.guess(&away, "nobody", 2 * FAILURES), FAILURES);
}

#[test]
fn nobody_locks_another_out() {
    let (house, _) = House::begun();
    house.person("bob", Role::Analyst);
    // Many machines guess a name, each as often as it may.
    for n in 0..NAME_FAILURES {
        house.guess(&at(&format!("203.0.113.{n}")), "bob", 1);
    }
    let strange = at("198.51.100.4");
    assert_eq!(code(house.sign_in_from(&strange, "bob", PASSWORD)), "told-name-locked");
    assert!(house.sign_in("bob", PASSWORD).is_ok(), "who came in from there before comes in");
    assert!(house.sign_in_from(&strange, "ann", PASSWORD).is_ok(), "other names go on");
    assert_eq!(code(house.sign_in_from(&strange, "bob", PASSWORD)), "told-name-locked");
    house.pass(5);
    assert!(house.sign_in_from(&strange, "bob", PASSWORD).is_ok(), "and from elsewhere soon");
    // Somebody beside bob, behind the same address, guesses for days.
    house.guess(&home(), "bob", FAILURES);
    for _ in 0..50 {
        house.pass(30);
        assert_eq!(house.guess(&home(), "bob", 9), 1);
    }
    assert_eq!(code(house.sign_in("bob", PASSWORD)), "told-name-locked");
    house.pass(30);
    assert!(house.sign_in("bob", PASSWORD).is_ok(), "half a minute is the most that he waits");
}

#[test]
fn one_address_does_not_guess_under_all_names() {
    let (house, _) = House::begun();
    let away = at("2001:db8:1:2::1");
    let guessed: i64 = (0..100)
        .map(|n| house.guess(&at(&format!("2001:db8:1:2::{n:x}")), &format!("n{n}"), 1))
        .sum();
    assert_eq!(guessed, ADDRESS_FAILURES, "one subscriber has many addresses");
    assert_eq!(code(house.sign_in_from(&away, "ann", PASSWORD)), "told-name-locked");
    assert!(house.sign_in("ann", PASSWORD).is_ok());
    // A restart forgives nothing.
    let again = People::open_with(house.dir.path(), &house.env, Cost::cheap()).unwrap();
    let people = house.roster().people;
    let late = again.sign_in(&people, "ann", PASSWORD, &away, &house.env);
    assert_eq!(code(late), "told-name-locked");
}

#[test]
fn somebody_without_a_password_is_not_let_in() {
    let (house, _) = House::begun();
    house.invite("bob", Role::Analyst).unwrap();
    assert_eq!(code(house.sign_in("bob", "")), "told-not-let-in");
    assert_eq!(code(house.sign_in("bob", PASSWORD)), "told-not-let-in");
    assert_eq!(code(house.sign_in("", PASSWORD)), "told-not-let-in");
}

#[test]
fn sessions_end() {
    let (house, ann) = House::begun();
    let token = house.sign_in("ann", PASSWORD).unwrap().token;
    house.pass(IDLE_HOURS * HOUR - 1);
    assert!(house.goes_on(&token));
    house.pass(IDLE_HOURS * HOUR - 1);
    assert!(house.goes_on(&token), "whoever comes in time stays");
    house.pass(IDLE_HOURS * HOUR);
    assert!(!house.goes_on(&token));
    let token = house.sign_in("ann", PASSWORD).unwrap().token;
    for _ in 0..(SESSION_DAYS * 24 / 6 - 1) {
        house.pass(6 * HOUR);
        assert!(house.goes_on(&token));
    }
    house.pass(6 * HOUR);
    assert!(!house.goes_on(&token), "whoever comes every six hours, too");
    let (a, b) = (house.sign_in("ann", PASSWORD).unwrap(), house.sign_in("ann", PASSWORD).unwrap());
    let held = |token: &str| house.people.session(token, &house.env).unwrap().unwrap();
    assert_ne!(held(&a.token).csrf, held(&b.token).csrf);
    house.people.sign_out(&a.token).unwrap();
    assert!(!house.goes_on(&a.token) && house.goes_on(&b.token) && !house.goes_on(""));
    house.people.sweep(&house.env).unwrap();
    assert_eq!(house.people.sign_out_everywhere(&ann).unwrap(), 1);
    assert!(!house.goes_on(&b.token));
}

#[test]
fn people_see_their_sessions_and_end_them() {
    let (house, ann) = House::begun();
    let bob = house.person("bob", Role::Analyst);
    let (people, env) = (&house.people, &house.env);
    people.sign_out_everywhere(&ann).unwrap();
    let one = house.sign_in("ann", PASSWORD).unwrap().token;
    house.pass(HOUR);
    let two = house.sign_in_from(&at("198.51.100.4"), "ann", PASSWORD).unwrap().token;
    let all = people.sessions(&ann, Some(&one), env).unwrap();
    let told: Vec<_> = all.iter().map(|s| (s.network.as_str(), &*s.program, s.here)).collect();
    assert_eq!(told, [("198.51.100.x", "Firefox", false), ("192.0.2.x", "Firefox", true)]);
    assert_eq!(all[0].since.seconds() - all[1].since.seconds(), HOUR);
    assert_eq!(all[1].last, all[1].since);
    assert_eq!(code(people.end_session(&bob, &all[0].id)), "unknown_id", "it is not bob's");
    people.end_session(&ann, &all[0].id).unwrap();
    assert!(house.goes_on(&one) && !house.goes_on(&two));
    let (three, four) = (house.sign_in("ann", PASSWORD), house.sign_in("ann", PASSWORD));
    assert_eq!(people.end_other_sessions(&ann, &one).unwrap(), 2);
    assert!(house.goes_on(&one) && !house.goes_on(&three.unwrap().token));
    assert!(!house.goes_on(&four.unwrap().token));
    assert_eq!(people.sessions(&ann, None, env).unwrap().len(), 1);
    assert_eq!(people.last_here(&ann).unwrap(), Some(env.now()));
    assert_eq!(people.last_here("P-NOBODY").unwrap(), None);
}
