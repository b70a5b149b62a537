//! Writes the page of a situation: `cargo run -p hudna-brief --example page SITUATION.json PAGE.html`.

use std::error::Error;

use hudna_model::Situation;

fn main() -> Result<(), Box<dyn Error>> {
    let mut args = std::env::args().skip(1);
    let (Some(from), Some(to)) = (args.next(), args.next()) else {
        return Err("two paths are wanted: a situation as JSON, and the page to write".into());
    };
    let situation: Situation = serde_json::from_slice(&std::fs::read(from)?)?;
    let brief = hudna_brief::compose(&situation);
    let page = hudna_brief::outputs::html::render(&brief, &situation, &Default::default())?;
    std::fs::write(to, page)?;
    Ok(())
}
