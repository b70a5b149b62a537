//! Writes the map of a situation in both languages:
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
    for lang in [Lang::Ar, Lang::En] {
        let (look, code) = (Look::new(lang, "map"), lang.code());
        let drawn = of::map(&situation, &map(&situation), &look, &messages).unwrap_or_default();
        std::fs::write(folder.join(format!("map-{code}.svg")), drawn)?;
    }
    Ok(())
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
