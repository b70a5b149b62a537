//! Reads reports from standard input, one JSON object a line, with the data of a folder, and
//! prints their readings: the reader without store, command line or embedded data.
//!
//! `cargo run -p hudna-read --example lines -- data < reports.jsonl`

use std::io::BufRead;
use std::path::Path;

use hudna_model::Report;
use hudna_read::{Files, Pack, read};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let folder = std::env::args().nth(1).ok_or("name the folder of data")?;
    let mut files = Files::new();
    gather(Path::new(&folder), Path::new(&folder), &mut files)?;
    let pack = Pack::load(&files)
        .map_err(|faults| faults.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n"))?;
    for line in std::io::stdin().lock().lines() {
        let row: serde_json::Value = serde_json::from_str(&line?)?;
        let told = |key: &str| row[key].as_str().map(str::to_owned);
        let report = Report {
            id: told("id").unwrap_or_default(),
            text: told("text").unwrap_or_default(),
            lang: told("lang"),
            published: told("published"),
            ..Report::default()
        };
        println!("{}", serde_json::to_string(&read(&report, &pack).0)?);
    }
    Ok(())
}

fn gather(at: &Path, root: &Path, files: &mut Files) -> std::io::Result<()> {
    for entry in std::fs::read_dir(at)? {
        let path = entry?.path();
        if path.is_dir() {
            gather(&path, root, files)?;
        } else if let Ok(text) = std::fs::read_to_string(&path) {
            let name = path.strip_prefix(root).unwrap_or(&path).to_string_lossy();
            files.insert(name.replace('\\', "/"), text);
        }
    }
    Ok(())
}
