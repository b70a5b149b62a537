//! Writes the map and a timeline of a situation in both languages:
//! `cargo run -p hudna-brief --example map SITUATION.json FOLDER`.

use std::error::Error;
use std::path::PathBuf;

use hudna_brief::Messages;
use hudna_brief::pictures::{Look, of};
use hudna_model::{Lang, Situation};

fn main() -> Result<(), Box<dyn Error>> {
    let mut args = std::env::args().skip(1);
    let (Some(from), Some(to)) = (args.next(), args.next()) else {
        return Err("two paths are wanted: a situation as JSON, and a folder".into());
    };
    let situation: Situation = serde_json::from_slice(&std::fs::read(from)?)?;
    let (folder, messages) = (PathBuf::from(to), Messages::new());
    std::fs::create_dir_all(&folder)?;
    let day = situation.as_of.day();
    let window = (day.saturating_sub(jiff::Span::new().days(9)), day, "72 h".to_owned());
    let counts = |n: i64| (day.saturating_sub(jiff::Span::new().days(n)), counts(n));
    let rows: Vec<of::DayCounts> = (0..30).map(counts).collect();
    for lang in [Lang::Ar, Lang::En] {
        let (look, code) = (Look::new(lang, "map"), lang.code());
        let drawn = of::map(&situation, &map(&situation), &look, &messages).unwrap_or_default();
        std::fs::write(folder.join(format!("map-{code}.svg")), drawn)?;
        let drawn = of::days(&rows, std::slice::from_ref(&window), &look, &messages);
        std::fs::write(folder.join(format!("days-{code}.svg")), drawn.unwrap_or_default())?;
    }
    Ok(())
}

/// Made-up numbers.
fn counts(n: i64) -> Vec<(Option<hudna_model::Verdict>, u32)> {
    use hudna_model::Verdict::{Breach, NotRegulated, PermittedException, PossibleBreach};
    let kinds = [Some(Breach), Some(PossibleBreach), Some(PermittedException), Some(NotRegulated)];
    let of = |(k, kind): (i64, _)| (kind, ((n * 7 + k * 3) % 5) as u32);
    (0..).zip(kinds.into_iter().chain([None])).map(of).collect()
}

/// A few points at corners of the first outline.
fn map(situation: &Situation) -> of::MapOf {
    let corners = situation.shapes.iter().filter_map(|s| s.polygons.first()?.first()?.first());
    let point = |(n, at): (u32, &[f64; 2])| of::Point {
        lat: at[1],
        lon: at[0],
        n: n * n + 1,
        radius_km: (n % 2 == 1).then_some(25.0),
        title: n.to_string(),
        grave: n > 1,
        href: None,
    };
    let points = (0..4).zip(corners).map(point).collect();
    of::MapOf { areas_href: Some("/areas/".into()), points, focus: None }
}
