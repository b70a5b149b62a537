//! Pictures straight from a situation: what must hold for any of them.

#[allow(dead_code, reason = "other tests use the rest")]
mod invented;

use std::collections::BTreeSet;

use hudna_brief::Messages;
use hudna_brief::pictures::{Look, of};
use hudna_model::{AreaState, Lang, Situation};

fn small() -> Situation {
    serde_json::from_str(include_str!("data/small.json")).expect("a situation")
}

fn check_sound(picture: &str) {
    for bad in ["NaN", "inf\"", "style=", "<script", "onclick", "⟨"] {
        assert!(!picture.contains(bad), "{bad}: {picture}");
    }
    let ids: Vec<&str> =
        picture.split(" id=\"").skip(1).filter_map(|rest| rest.split('"').next()).collect();
    let unique: BTreeSet<&&str> = ids.iter().collect();
    assert_eq!(unique.len(), ids.len(), "{ids:?}");
    for used in picture.split("url(#").skip(1).filter_map(|rest| rest.split(')').next()) {
        assert!(ids.contains(&used), "{used} is defined");
    }
    for tag in ["a", "g", "text", "svg"] {
        let opened = picture.matches(&format!("<{tag}>")).count()
            + picture.matches(&format!("<{tag} ")).count();
        assert_eq!(opened, picture.matches(&format!("</{tag}>")).count(), "{tag}");
    }
}

fn points() -> Vec<of::Point> {
    let at = |lat, lon, n, radius_km| of::Point {
        lat,
        lon,
        n,
        radius_km,
        title: "A <b>".into(),
        href: Some("/i/X?a=1&b=2".into()),
        grave: n > 2,
    };
    vec![
        at(36.2, 37.1, 5, None),
        at(35.9, 36.8, 3, Some(25.0)),
        at(35.9, 36.0, 1, Some(0.1)),
        at(f64::NAN, 36.0, 1, None),
        at(35.0, 36.0, 0, None),
        at(35.5, 36.0, 9, Some(f64::NAN)),
    ]
}

fn map_of(points: Vec<of::Point>) -> of::MapOf {
    of::MapOf { areas_href: Some("/areas/".into()), points, focus: None }
}

#[test]
fn a_map_links_every_area_and_shows_no_bad_number() {
    let (messages, situation) = (Messages::new(), small());
    for lang in [Lang::Ar, Lang::En] {
        let look = Look::new(lang, "map");
        let drawn = of::map(&situation, &map_of(points()), &look, &messages).expect("outlines");
        check_sound(&drawn);
        for shape in &situation.shapes {
            assert!(drawn.contains(&format!("href=\"/areas/{}\"", shape.area)), "{}", shape.area);
        }
        assert!(drawn.contains("/i/X?a=1&amp;b=2") && drawn.contains("A &lt;b&gt;"));
        assert_eq!(drawn.matches("href=\"/i/X").count(), 4, "four of six have place and number");
    }
}

#[test]
fn a_map_without_links_has_none() {
    let (messages, look) = (Messages::new(), Look::new(Lang::En, "map"));
    let drawn = of::map(&small(), &of::MapOf::default(), &look, &messages).expect("outlines");
    check_sound(&drawn);
    assert!(!drawn.contains("href="));
}

#[test]
fn one_area_may_be_drawn_large() {
    let (messages, look) = (Messages::new(), Look::new(Lang::En, "map"));
    let focus = Some("sy-aleppo".to_owned());
    let of = of::MapOf { focus, ..map_of(points()) };
    let large = of::map(&small(), &of, &look, &messages).expect("outlines");
    check_sound(&large);
    assert_ne!(large, of::map(&small(), &map_of(points()), &look, &messages).expect("outlines"));
}

#[test]
fn without_outlines_or_history_nothing_is_drawn() {
    let (messages, look) = (Messages::new(), Look::new(Lang::En, "none"));
    let mut situation = small();
    situation.shapes.clear();
    assert_eq!(of::map(&situation, &map_of(points()), &look, &messages), None);
    let all: Vec<&AreaState> = situation.areas.iter().collect();
    assert_eq!(of::ribbon(&all, &look, &messages), None);
    for area in &situation.areas {
        assert_eq!(of::ribbon_of(area, &look, &messages), None);
        assert_eq!(of::alarm(area, &look, &messages), None);
        assert_eq!(of::fan(area, &look, &messages), None);
    }
}
