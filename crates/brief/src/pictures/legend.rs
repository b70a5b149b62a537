//! What the marks mean, set in lines under a picture.

use hudna_model::AreaStatus;

use super::frame::Line;
use super::map::sign;
use super::svg::{Svg, Type, width_of};
use super::{Look, MARGIN, WIDTH};

/// Size of type, width of a key with the gap after it, and distance of lines.
const SIZE: f64 = 10.5;
const KEY: f64 = 26.0;
const LEADING: f64 = 17.0;
/// Room between two entries.
const GAP: f64 = 18.0;

/// The sign that is explained.
#[derive(Debug, Clone, Copy)]
pub(super) enum Key {
    /// A box of a class, that part of a lane high.
    Band(&'static str, f64),
    /// A hatched box.
    Hatch,
    /// A level line of a class.
    Level(&'static str),
    /// An upright line of a class.
    Upright(&'static str),
    /// The mark of an alarm.
    Pointer,
    /// The mark of a state with its letter.
    Sign(AreaStatus, char),
    /// A circle of a class.
    Round(&'static str),
    /// No sign: a remark on the whole.
    Note,
}

/// Entries in lines as wide as the picture.
#[derive(Debug)]
pub(super) struct Legend {
    lines: Vec<Vec<(Key, String)>>,
}

impl Legend {
    pub fn new(entries: Vec<(Key, String)>) -> Self {
        let mut lines: Vec<Vec<(Key, String)>> = Vec::new();
        let mut rest = 0.0;
        for entry in entries {
            let wide = wide(&entry);
            match lines.last_mut().filter(|_| rest >= wide) {
                Some(line) => line.push(entry),
                None => {
                    rest = WIDTH - 2.0 * MARGIN + GAP;
                    lines.push(vec![entry]);
                }
            }
            rest -= wide;
        }
        Self { lines }
    }

    /// Height of all lines.
    pub fn height(&self) -> f64 {
        self.lines.len() as f64 * LEADING
    }

    /// Draws it under `top`.
    pub fn draw(&self, svg: &mut Svg, look: &Look, top: f64) {
        let line = Line::of(look);
        for (n, entries) in self.lines.iter().enumerate() {
            let y = top + (n as f64 + 0.5) * LEADING;
            let mut along = MARGIN;
            for entry in entries {
                let (key, text) = entry;
                draw_key(svg, *key, line.left(along, 20.0), y);
                let x = line.at(along + key_width(*key));
                let at = Type { x, y: y + 3.8, size: SIZE, anchor: "start", class: "soft" };
                svg.text(at, text);
                along += wide(entry);
            }
        }
    }
}

fn wide((key, text): &(Key, String)) -> f64 {
    key_width(*key) + width_of(text, SIZE) + GAP
}

fn key_width(key: Key) -> f64 {
    if matches!(key, Key::Note) { 0.0 } else { KEY }
}

fn draw_key(svg: &mut Svg, key: Key, x: f64, y: f64) {
    match key {
        Key::Band("not_covered", _) => {
            svg.rect("lane", x, y - 6.0, 20.0, 12.0);
            svg.level("not_covered", y, x, x + 20.0);
        }
        Key::Band(class, part) => {
            svg.rect("lane", x, y - 6.0, 20.0, 12.0);
            svg.rect(class, x, y + 6.0 - 12.0 * part, 20.0, 12.0 * part);
        }
        Key::Hatch => svg.hatch(x, y - 6.0, 20.0, 12.0),
        Key::Level(class) => svg.level(class, y, x, x + 20.0),
        Key::Upright(class) => svg.upright(class, x + 10.0, y - 7.0, y + 7.0),
        Key::Sign(status, letter) => {
            sign(svg, status, &letter.to_string(), [x + 10.0, y], 0.7);
        }
        Key::Round(class) => svg.round(class, x + 10.0, y, 6.0),
        Key::Note => {}
        Key::Pointer => svg.pointer(x + 10.0, y + 4.0),
    }
}
