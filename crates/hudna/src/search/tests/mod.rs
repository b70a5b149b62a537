//! Finding things in small made pictures, and in random ones against a look at each incident.

mod made;
mod naive;
mod random;

use made::{add, blank, data};

use super::*;

fn query(pairs: &str) -> crate::Result<Query> {
    let pairs = pairs.split('&').filter(|p| !p.is_empty());
    Query::parse(pairs.map(|p| {
        let (name, value) = p.split_once('=').expect("a name and a value");
        (name.to_owned(), value.to_owned())
    }))
}

/// Five incidents: `a` the oldest, `e` of no known place.
fn small() -> Situation {
    let mut s = blank();
    add(&mut s, "a", |m| {
        m.day("2016-04-22").place("sy-aleppo").act("air_strike").actor("russia").deaths(19);
        m.says("ar", "wire", "غارات على أحياء شرق حلب أوقعت تسعة عشر قتيلا")
            .verdict("possible_breach");
    });
    add(&mut s, "b", |m| {
        m.day("2016-04-28").place("sy-aleppo-south").act("shelling").actor("syria-government");
        m.says("ar", "wire", "سقطت قذائف على القرية").says(
            "en",
            "monitor",
            "Shells hit the village",
        );
        m.deaths(4).verdict("breach").confirmed();
    });
    add(&mut s, "c", |m| {
        m.day("2016-04-29").place("sy-idlib").act("clash").target("jabhat-al-nusra");
        m.says("en", "monitor", "Clashes near Sana'a street, 250 fighters").verdict("undetermined");
    });
    add(&mut s, "d", |m| {
        m.day("2016-05-01").place("sy-damascus").act("air_strike").deaths(0);
        m.says("en", "state", "A raid on a café was denied").verdict("undetermined");
    });
    add(&mut s, "e", |m| {
        m.day("2016-05-02").text("تل مجهول").act("sniper_fire").actor("فصيل محلي");
        m.says("ar", "wire", "قنص في تل مجهول");
    });
    s
}

/// What a query finds, in its order, by the letters of [`small`].
#[track_caller]
fn check(pairs: &str, expected: &str) {
    let s = small();
    let index = Index::new(&s, data());
    let q = query(pairs).expect("the query can be read");
    index.knows(&s, &q).expect("what it names is known");
    let found = index.incidents(&s, &q);
    let told: String = found
        .positions
        .iter()
        .map(|at| s.incidents[*at].claims[0].as_str())
        .map(|c| &c[..1])
        .collect();
    assert_eq!(told, expected, "{pairs}");
    assert_eq!((found.total, found.of), (expected.len(), 5));
    assert_eq!(index.count(&s, &q), expected.len());
    assert_eq!(index.positions(&s, &q), found.positions);
}

#[test]
fn nothing_asked_is_everything_the_newest_first() {
    check("", "edcba");
    check("q=&area=&sort=oldest", "abcde");
    check("sort=deaths", "abdec");
    check("sort=origins", "bedca");
    check("lang=ar&view=map", "edcba");
}

#[test]
fn places_hold_what_lies_in_them() {
    check("area=sy-aleppo", "ba");
    check("area=sy-aleppo&area=sy-idlib", "cba");
    check("place=sy-aleppo", "ba");
    check("place=sy-aleppo-south", "b");
    check("place=sy", "dcba");
    check("place=none", "e");
    check("precision=unknown", "e");
    check("precision=region", "b");
}

#[test]
fn who_and_what() {
    check("party=jabhat-al-nusra", "c");
    check("actor=jabhat-al-nusra", "");
    check("target=jabhat-al-nusra", "c");
    check("actor=none", "dc");
    check("actor=فصيل محلي", "e");
    check("act=air_strike", "da");
    check("act=air_strike&act=clash", "dca");
    check("source=monitor", "cb");
    check("text_lang=en", "dcb");
}

#[test]
fn judgements_are_meant_together() {
    check("verdict=breach", "b");
    check("verdict=undetermined&term=cease-attacks", "dc");
    check("term=aid-access&verdict=breach", "");
    check("confirmed=yes", "b");
    check("confirmed=yes&confirmed=no", "edcba");
    check("reviewed=partly", "b");
}

#[test]
fn numbers_and_days_have_both_ends_in() {
    check("deaths_min=4", "ba");
    check("deaths_max=4", "db");
    check("deaths_min=0", "dba");
    check("deaths_min=٤&deaths_max=۴", "b");
    check("origins_min=2", "b");
    check("from=2016-04-29", "edc");
    check("to=2016-04-28", "ba");
    check("from=2016-04-28&to=2016-04-29", "cb");
}

#[test]
fn each_language_finds_what_the_other_tells() {
    check("q=Aleppo", "ba");
    check("q=حلب", "ba");
    check("q=بحلب", "");
    check("q=الحلب", "ba");
    check("q=Russia", "a");
    check("q=روسيا", "a");
    check("q=النصرة", "c");
    check("q=air strikes", "da");
    check("q=جوية", "da");
    check("q=ادلب", "c");
}

#[test]
fn words_fold_and_the_last_may_be_begun() {
    check("q=قَذائـف", "b");
    check("q=القذائف", "b");
    check("q=قذا", "b");
    check("q=قذا القرية", "");
    check("q=CAFE", "d");
    check("q=Sanaa", "c");
    check("q=Sana'a", "c");
    check("q=٢٥٠", "c");
    check("q=shells vill", "b");
    check("q=vill shells", "");
    check("q=مجهول", "e");
    check("q=هدنة", "");
}

#[test]
fn ids_lead_to_their_incidents() {
    let s = small();
    let id = s.incidents.iter().find(|i| i.claims[0] == "b1").expect("it is there").id.clone();
    check(&format!("id={id}"), "b");
    check(&format!("q={id}"), "b");
    check("q=b2", "b");
    check("q=R-c1", "c");
}

#[test]
fn pages_are_cut_and_told() {
    let s = small();
    let index = Index::new(&s, data());
    let page = |pairs: &str| {
        let found = index.incidents(&s, &query(pairs).expect("it can be read"));
        (found.ids.len(), found.total, found.page, found.pages())
    };
    assert_eq!(page("per=2"), (2, 5, 1, 3));
    assert_eq!(page("per=2&page=3"), (1, 5, 3, 3));
    assert_eq!(page("per=2&page=9"), (0, 5, 9, 3));
    assert_eq!(page("q=هدنة"), (0, 0, 1, 1));
}

#[test]
fn facets_leave_their_own_filter_out() {
    let s = small();
    let index = Index::new(&s, data());
    let facet = |pairs: &str, field: &str| {
        let found = index.incidents(&s, &query(pairs).expect("it can be read"));
        let facet = found.facets.into_iter().find(|f| f.field == field).expect("it is told");
        facet.values.iter().map(|(v, n)| format!("{v} {n}")).collect::<Vec<_>>().join(", ")
    };
    assert_eq!(facet("", "area"), "sy-aleppo 2, none 1, sy-damascus 1, sy-idlib 1");
    assert_eq!(facet("area=sy-idlib", "area"), "sy-aleppo 2, none 1, sy-damascus 1, sy-idlib 1");
    assert_eq!(facet("area=sy-idlib", "act"), "clash 1");
    assert_eq!(facet("verdict=breach", "verdict"), "undetermined 2, breach 1, possible_breach 1");
    assert_eq!(facet("verdict=breach", "term"), "cease-attacks 1");
}

#[test]
fn days_stand_whatever_days_are_asked_for() {
    let s = small();
    let index = Index::new(&s, data());
    let found = index.incidents(&s, &query("from=2016-05-01&act=air_strike").expect("a query"));
    let told: Vec<_> = found.days.iter().map(|d| (d.day.as_str(), d.verdicts.clone())).collect();
    let bars =
        [("2016-04-22", vec![("possible_breach", 1)]), ("2016-05-01", vec![("undetermined", 1)])];
    assert_eq!(told, bars);
}

#[test]
fn anything_is_found_by_its_name() {
    let s = small();
    let index = Index::new(&s, data());
    let first = |text: &str| {
        let hits = index.anything(&s, text, 8);
        hits.first().map(|h| (h.kind, h.id.clone()))
    };
    assert_eq!(first("Aleppo"), Some((HitKind::Area, "sy-aleppo".into())));
    assert_eq!(first("حلب"), Some((HitKind::Area, "sy-aleppo".into())));
    assert_eq!(first("russia"), Some((HitKind::Party, "russia".into())));
    assert_eq!(first("النصرة"), Some((HitKind::Party, "jabhat-al-nusra".into())));
    assert_eq!(first("cease-attacks"), Some((HitKind::Term, "cease-attacks".into())));
    assert_eq!(first(&s.incidents[0].id), Some((HitKind::Incident, s.incidents[0].id.clone())));
    assert_eq!(first("R-c1"), Some((HitKind::Report, "R-c1".into())));
    assert_eq!(first("—"), None);
    let kinds = |text: &str| {
        let hits = index.anything(&s, text, 12);
        hits.iter().map(|h| h.kind).collect::<std::collections::BTreeSet<_>>()
    };
    assert!(kinds("Aleppo").contains(&HitKind::Incident), "places do not take all the room");
    assert_eq!(index.anything(&s, "a", 3).len(), 3);
}

#[test]
fn a_bad_parameter_is_named() {
    #[track_caller]
    fn check(pairs: &str, id: &str, says: &str) {
        let told = query(pairs).expect_err("it is refused");
        assert_eq!(told.code(), id);
        assert!(told.to_string().contains(says), "{told}");
    }
    check("colour=red", "told-search-unknown", "colour");
    check("verdict=guilty", "told-search-value", "possible_breach");
    check("from=yesterday", "told-search-day", "from");
    check("from=2016-5-3", "told-search-day", "2016-5-3");
    check("deaths_min=-1", "told-search-number", "-1");
    check("per=501", "told-search-number", "500");
    check("page=0", "told-search-number", "page");
    check("from=2016-05-02&to=2016-05-01", "told-search-order", "from");
    check("deaths_min=10&deaths_max=9", "told-search-order", "deaths_min");
    check("sort=newest&sort=oldest", "told-search-twice", "sort");
    check(&format!("area={}", "x".repeat(301)), "told-search-long", "300");
    check(&format!("q={}", "x ".repeat(17)), "told-search-words", "16");
    let many: String = (0..101).map(|n| format!("area=a{n}&")).collect();
    check(&many, "told-search-many", "100");
}

#[test]
fn an_id_that_nothing_has_is_named() {
    let s = small();
    let index = Index::new(&s, data());
    let asked = |pairs: &str| index.knows(&s, &query(pairs).expect("it can be read"));
    for pairs in
        ["area=xx", "place=xx", "party=xx", "term=xx", "source=xx", "id=INC-0", "text_lang=fr"]
    {
        assert_eq!(
            asked(pairs).expect_err("nothing has it").code(),
            "told-search-nothing",
            "{pairs}"
        );
    }
    assert!(asked("area=sy-homs&actor=none&source=state").is_ok());
}

#[test]
fn a_query_has_one_form() {
    let canonical = |pairs: &str| {
        let pairs = query(pairs).expect("it can be read").pairs();
        pairs.iter().map(|(n, v)| format!("{n}={v}")).collect::<Vec<_>>().join("&")
    };
    assert_eq!(canonical("area=b&q= x  y &area=a&area=b&page=1&lang=ar"), "q=x y&area=a&area=b");
    assert_eq!(canonical("per=50&sort=newest&deaths_min=007"), "deaths_min=7");
    let q = query("area=a&page=3&per=20").expect("it can be read");
    let more = q.with("area", "b").expect("areas are alternatives");
    assert_eq!(more.all("area"), ["a", "b"]);
    assert_eq!((more.page(), more.per()), (1, 20));
    assert_eq!(more.without("area", Some("a")).all("area"), ["b"]);
    assert!(more.without("area", None).is_whole());
    assert_eq!(more.with("sort", "oldest").expect("an order").sort(), "oldest");
    assert_eq!((q.on_page(4).page(), q.on_page(1).one("page")), (4, None));
}
