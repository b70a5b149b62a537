//! `encode BASE < texts`: prints the pieces of each line and how fast they are cut and encoded.

use std::error::Error;
use std::io::Read;
use std::time::Instant;

use hudna_read::tagger::{Base, Path};

/// Pieces of a window when speed is measured.
const WINDOW: usize = 150;

fn main() -> Result<(), Box<dyn Error>> {
    let mut args = std::env::args().skip(1);
    let file = args.next().ok_or("encode BASE [PATH] < texts")?;
    let path = args.next().and_then(|name| Path::all().into_iter().find(|p| p.name() == name));
    let begin = Instant::now();
    let base = Base::with_path(std::fs::read(file)?, path.unwrap_or_default())?;
    eprintln!("loaded in {:.2?}, {:?}, {}", begin.elapsed(), base.path(), base.digest());
    let mut text = String::new();
    std::io::stdin().read_to_string(&mut text)?;
    if text.len() < 10_000 {
        text.lines().for_each(|line| show(&base, line));
    }
    measure(&base, &text);
    Ok(())
}

fn show(base: &Base, line: &str) {
    let chars: Vec<char> = line.chars().collect();
    for piece in base.pieces(line) {
        let part: String = chars[piece.start as usize..piece.end as usize].iter().collect();
        print!("{}:{part} ", piece.id);
    }
    println!();
}

fn measure(base: &Base, text: &str) {
    let begin = Instant::now();
    let ids: Vec<u32> = base.pieces(text).iter().map(|p| p.id).collect();
    let cut = begin.elapsed().as_secs_f64();
    eprintln!("{} pieces; cut: {:.2} MB/s", ids.len(), text.len() as f64 / 1e6 / cut);
    let begin = Instant::now();
    let mut total = 0.0;
    for window in ids.chunks(WINDOW) {
        total += base.encode(window).values.iter().sum::<f32>();
    }
    let speed = ids.len() as f64 / begin.elapsed().as_secs_f64();
    eprintln!("encoded: {speed:.0} pieces/s in windows of {WINDOW} (sum {total})");
}
