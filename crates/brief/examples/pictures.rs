//! Writes every picture of made-up data in both languages:
//! `cargo run -p hudna-brief --example pictures -- FOLDER`.

#[path = "../tests/invented/mod.rs"]
mod invented;

use std::error::Error;
use std::path::PathBuf;

fn main() -> Result<(), Box<dyn Error>> {
    let folder = std::env::args().nth(1).map(PathBuf::from);
    let folder = folder.ok_or("the folder is wanted into which the pictures are written")?;
    std::fs::create_dir_all(&folder)?;
    for (name, picture) in invented::pictures() {
        std::fs::write(folder.join(name), picture)?;
    }
    Ok(())
}
