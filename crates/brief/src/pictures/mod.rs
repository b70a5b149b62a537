//! Pictures of time, each a whole SVG text: states per area ([`ribbon`]), the alarm of one area
//! ([`alarm`]) and its outlook ([`fan`]).
//!
//! Pure and deterministic, without scripts, outside fonts or outside files, so that a picture may
//! stand in a page, in a file of its own, or on paper. Every fill is an attribute beside a class
//! (`p-…`), so a page may restyle it and a viewer without styles still shows it. What a colour
//! tells is told by height, lightness, hatching or a letter as well. Title and description for
//! those who do not see the picture are in its language.

mod alarm;
mod calendar;
mod fan;
mod frame;
pub(crate) mod geometry;
mod legend;
mod map;
pub mod of;
mod paint;
mod ribbon;
mod scale;
mod spark;
mod svg;
pub(crate) mod told;

use hudna_model::Lang;

pub use alarm::{AlarmCourse, AlarmDay, alarm};
pub use fan::{Fan, FanStep, Told, fan};
pub use ribbon::{Ribbon, RibbonArea, ribbon};

use crate::messages::Messages;

/// Width of every picture, picture units; on A4 a unit is about 0.24 mm.
const WIDTH: f64 = 760.0;
/// Room between the drawing and the picture's edge, picture units.
const MARGIN: f64 = 10.0;

/// Which way time runs across a picture.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Flow {
    /// As the language is read: from right to left in Arabic.
    Reading,
    /// From left to right in both languages, for pictures that stand side by side.
    LeftToRight,
}

/// How a picture is drawn.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Look {
    lang: Lang,
    id: String,
    flow: Flow,
    heading: bool,
}

impl Look {
    /// A picture in `lang`. `id` begins the ids inside the picture and must differ between the
    /// pictures of one page; what is not a letter, digit or `-` of ASCII becomes `-`.
    pub fn new(lang: Lang, id: &str) -> Self {
        let plain = |c: char| if c.is_ascii_alphanumeric() { c } else { '-' };
        let id = format!("p-{}-{}", id.chars().map(plain).collect::<String>(), lang.code());
        Self { lang, id, flow: Flow::Reading, heading: true }
    }

    /// The same with time running as `flow` says.
    pub fn flow(self, flow: Flow) -> Self {
        Self { flow, ..self }
    }

    /// The same without the line of text above, for pages that set a caption. Title and
    /// description stay.
    pub fn without_heading(self) -> Self {
        Self { heading: false, ..self }
    }

    fn rtl(&self) -> bool {
        self.lang == Lang::Ar
    }

    /// Whether time runs from right to left.
    fn backward(&self) -> bool {
        self.rtl() && self.flow == Flow::Reading
    }
}

/// A count as people read it: `12` or `12.5`, a dash for what is no number; never a sign before
/// zero.
fn number(n: f64) -> String {
    if !n.is_finite() {
        return "–".to_owned();
    }
    format!("{}", (n * 10.0).round() / 10.0 + 0.0)
}

/// Texts after each other, joined as a list of things is.
fn listed(messages: &Messages, lang: Lang, texts: &[String], joint: &str) -> String {
    let join = |a: String, b: &String| {
        messages.text(lang, joint, &[("a", a.into()), ("b", b.as_str().into())])
    };
    let mut rest = texts.iter();
    let first = rest.next().cloned().unwrap_or_default();
    rest.fold(first, join)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_id_is_fit_for_a_reference() {
        assert_eq!(Look::new(Lang::Ar, "SY-02 \"حلب").id, "p-SY-02------ar");
    }

    #[test]
    fn zero_has_no_sign() {
        assert_eq!(number(-0.04), "0");
        assert_eq!(number(3.25), "3.3");
        assert_eq!(number(f64::NAN), "–");
    }

    #[test]
    fn texts_are_joined_in_the_language() {
        let texts = ["1".to_owned(), "2".to_owned(), "3".to_owned()];
        assert_eq!(listed(&Messages::new(), Lang::En, &texts, "comma-join"), "1, 2, 3");
        assert_eq!(listed(&Messages::new(), Lang::Ar, &texts, "comma-join"), "1، 2، 3");
    }
}
