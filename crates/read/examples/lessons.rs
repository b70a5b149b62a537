//! What a model is trained on: reports as the tagger sees them. Reads annotated reports from
//! standard input, one JSON object a line, and writes into a folder `lessons.jsonl` (one report a
//! line: its windows with pieces and features, its numbers, its words for people) and `taps.f32`
//! (the encoder's outputs of all pieces, little-endian, in the same order).
//!
//! `cargo run --release -p hudna-read --example lessons -- data base.bin INTO < reports.jsonl`

use std::io::{BufRead, BufWriter, Write};
use std::path::Path;

use hudna_model::Report;
use hudna_read::tagger::features::Seen;
use hudna_read::tagger::tagged::{taken, token};
use hudna_read::tagger::Base;
use hudna_read::{Files, Pack, with_seen};
use serde_json::{Value, json};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let [data, base, into] = args.as_slice() else {
        return Err("name the folder of data, the base model and the folder to write to".into());
    };
    let mut files = Files::new();
    gather(Path::new(data), Path::new(data), &mut files)?;
    let pack = Pack::load(&files)
        .map_err(|faults| faults.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n"))?;
    let base = Base::load(std::fs::read(base)?)?;
    std::fs::create_dir_all(into)?;
    let mut lessons = BufWriter::new(std::fs::File::create(Path::new(into).join("lessons.jsonl"))?);
    let mut taps = BufWriter::new(std::fs::File::create(Path::new(into).join("taps.f32"))?);
    for line in std::io::stdin().lock().lines() {
        let row: Value = serde_json::from_str(&line?)?;
        let told = |key: &str| row[key].as_str().map(str::to_owned);
        let report = Report {
            id: told("id").unwrap_or_default(),
            text: told("text").unwrap_or_default(),
            lang: told("lang"),
            published: told("published"),
            ..Report::default()
        };
        let Some(lang) = report.lang.as_ref().and_then(|l| pack.langs.get(l)) else { continue };
        let text = (0, report.text.as_str());
        let Some((lesson, outputs)) =
            with_seen(&pack, lang, text, &report, |seen| lesson(&report.id, &base, seen))
        else {
            continue;
        };
        writeln!(lessons, "{lesson}")?;
        for value in outputs {
            taps.write_all(&value.to_le_bytes())?;
        }
    }
    lessons.flush()?;
    taps.flush()?;
    Ok(())
}

fn lesson(id: &str, base: &Base, seen: &Seen<'_, '_>) -> (Value, Vec<f32>) {
    let doc = seen.doc;
    let (pieces, cut, features) = taken(base, seen);
    let mut outputs = Vec::new();
    let mut windows = Vec::new();
    for at in cut {
        let pieces = &pieces[at];
        let ids: Vec<u32> = pieces.iter().map(|p| p.id).collect();
        outputs.extend(base.encode(&ids).values);
        let spans: Vec<[u32; 2]> = pieces.iter().map(|p| [p.start, p.end]).collect();
        let none = Vec::new();
        let told: Vec<&Vec<String>> =
            pieces.iter().map(|p| features.get(token(doc, p)).unwrap_or(&none)).collect();
        windows.push(json!({"ids": ids, "of": spans, "features": told}));
    }
    let counts: Vec<Value> = doc
        .quantities
        .iter()
        .map(|q| (doc.span(&q.at), q))
        .map(|(s, q)| json!([s.start, s.end, q.low, q.high]))
        .collect();
    let people = |m: &&hudna_read::doc::Mention| m.lexemes(doc.lang).any(|(l, _)| l.tag("victims").is_some());
    let victims: Vec<[usize; 2]> = doc
        .mentions
        .iter()
        .filter(people)
        .map(|m| doc.span(&m.at))
        .map(|s| [s.start, s.end])
        .collect();
    (json!({"id": id, "windows": windows, "counts": counts, "victims": victims}), outputs)
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
