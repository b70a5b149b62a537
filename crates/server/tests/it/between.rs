//! Something stands between: what is this machine's alone is not given to whoever comes through
//! it, and what it says is believed only where it was named.

use hudna::rights::Role;

use crate::client::{Answer, ask};
use crate::world::{Jar, World};

const FAR: [(&str, &str); 6] = [
    ("x-forwarded-for", "127.0.0.1"),
    ("forwarded", "for=127.0.0.1"),
    ("via", "1.1 example"),
    ("x-real-ip", "127.0.0.1"),
    ("host", "hudna.example.org"),
    ("host", "192.0.2.1:8080"),
];

/// Whether an answer begins a guest's session.
fn guest(answer: &Answer) -> bool {
    answer.headers.iter().any(|(n, v)| n == "set-cookie" && v.starts_with("hudna="))
}

#[test]
fn guests_come_from_this_machine_with_nothing_between() {
    let world = World::new(true);
    let get = |path: &str, headers: &[(&str, &str)]| ask(world.at, "GET", path, headers, b"");
    let near = get("/", &[]);
    assert!(guest(&near) && guest(&get("/", &[("host", "localhost")])));
    let jar = Jar::of(&near, "");
    assert_eq!(world.see(&jar, "/incidents").status, 200);
    for far in FAR {
        assert!(!guest(&get("/", &[far])), "{far:?}");
        // Nor is a session of a guest good there.
        let with = [("cookie", jar.cookies.as_str()), far];
        assert_eq!(get("/ledger", &with).status, 303, "{far:?}");
        assert_eq!(get("/metrics", &[far]).status, 404, "{far:?}");
        let refused = world.send(&jar, "/signin/guest", &[far], "next=/");
        assert_eq!(refused.status, 404, "{far:?}");
    }
    assert_eq!(get("/ledger", &[("cookie", &jar.cookies)]).status, 200);
    assert_eq!(get("/metrics", &[]).status, 200);
}

#[test]
fn the_first_link_is_for_this_machine_unless_a_proxy_was_named() {
    let world = World::shared();
    let setup = |world: &World, headers: &[(&str, &str)]| {
        ask(world.at, "GET", "/setup?link=none", headers, b"").status
    };
    assert_eq!(setup(world, &[]), 200);
    for far in FAR {
        assert_eq!(setup(world, &[far]), 403, "{far:?}");
    }
    let jar = Jar::of(&ask(world.at, "GET", "/signin", &[], b""), "");
    let form = "link=none&name=x&password=a+password+of+words&again=a+password+of+words";
    assert_eq!(world.send(&jar, "/setup", &[FAR[0]], form).status, 403);
    let proxied = World::with(|config| config.proxies = vec!["127.0.0.1".parse().unwrap()]);
    let through = [("host", "hudna.example.org"), ("x-forwarded-for", "198.51.100.7")];
    assert_eq!(setup(&proxied, &through), 200);
}

#[test]
fn behind_a_named_proxy_nobody_is_local_by_the_connection() {
    let world = World::with(|config| {
        config.guests = true;
        config.proxies = vec!["127.0.0.1".parse().unwrap()];
    });
    let told = |address| [("host", "hudna.example.org"), ("x-forwarded-for", address)];
    let get = |headers: &[(&str, &str)]| ask(world.at, "GET", "/", headers, b"");
    assert!(!guest(&get(&[])), "a proxy that says nothing makes nobody local");
    assert!(!guest(&get(&told("198.51.100.7"))));
    assert!(!guest(&get(&told("127.0.0.1, 198.51.100.7"))), "what a client writes is not believed");
}

#[test]
fn limits_count_who_asks_and_not_the_proxy() {
    let flood = |world: &World, address: &str| {
        let headers = [("x-forwarded-for", address)];
        let one = || ask(world.at, "GET", "/healthz", &headers, b"").status;
        (0..60).map(|_| one()).any(|status| status == 429)
    };
    let proxied = World::with(|config| {
        config.rate = 1;
        config.proxies = vec!["127.0.0.1".parse().unwrap()];
    });
    assert!(flood(&proxied, "198.51.100.7"));
    let other = [("x-forwarded-for", "198.51.100.8")];
    assert_eq!(ask(proxied.at, "GET", "/healthz", &other, b"").status, 200);
    let plain = World::with(|config| config.rate = 1);
    assert!((0..60).any(|n| flood(&plain, &format!("198.51.100.{n}"))), "nobody was named");
}

#[test]
fn links_name_the_address_that_was_told_and_never_the_host_of_a_request() {
    let invited = |world: &World| {
        let jar = world.sign_in(Role::Administrator);
        let form = "name=Somebody+new&role=analyst&why=a+test";
        let evil = [("host", "evil.example")];
        let answer = world.send(&jar, "/people/invite", &evil, form);
        let page = answer.text().replace("&#x2f;", "/");
        assert!(answer.status == 200 && !page.contains("evil.example"), "{}", answer.status);
        page
    };
    let told = World::with(|c| c.address = Some("https://desk.example.org".to_owned()));
    assert!(invited(&told).contains("https://desk.example.org/invited?link="));
    let plain = World::new(false);
    let listens = format!("http://{}/invited?link=", plain.at);
    assert!(invited(&plain).contains(&listens));
}
