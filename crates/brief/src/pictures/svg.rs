//! Writing SVG: escaped, with few digits, and nothing that is not a number.

use super::paint::paint;
use super::{Look, WIDTH};
use crate::bidi::plain;

/// Typefaces of the page's texts, all of them the reader's own.
const LATIN: &str = "'Source Serif 4', Charter, 'Palatino Linotype', Georgia, 'Noto Serif', serif";
/// The same figures and signs in Arabic text; these faces have no Arabic letters of their own.
const ARABIC: &str = "'Source Serif 4', Charter, 'Palatino Linotype', Georgia, 'Noto Serif', \
    'Noto Naskh Arabic', 'Noto Sans Arabic', 'Geeza Pro', 'Segoe UI', Tahoma, serif";
/// Arabic letters are cut smaller on the same body.
const ARABIC_SIZE: f64 = 1.1;
/// A letter's usual width as a share of the size of type, for both scripts.
const LETTER: f64 = 0.53;

/// Where a text stands and what it looks like.
#[derive(Debug, Clone, Copy)]
pub(super) struct Type {
    pub x: f64,
    /// The line that letters stand on.
    pub y: f64,
    pub size: f64,
    /// `start`, `middle` or `end`, in the direction of the language.
    pub anchor: &'static str,
    pub class: &'static str,
}

/// The outside of a picture.
#[derive(Debug, Clone, Copy)]
pub(super) struct Frame {
    /// Picture units.
    pub height: f64,
    /// Whether things in it can be reached one by one, as links.
    pub group: bool,
}

/// A picture being written.
#[derive(Debug)]
pub(super) struct Svg {
    id: String,
    arabic: bool,
    out: String,
}

impl Svg {
    /// Opens a picture of `height` units, with what is read aloud in its place.
    pub fn new(look: &Look, height: f64, title: &str, desc: &str) -> Self {
        Self::framed(look, Frame { height, group: false }, title, desc)
    }

    /// Opens a picture, or a group of things that can be reached one by one.
    pub fn framed(look: &Look, frame: Frame, title: &str, desc: &str) -> Self {
        let Frame { height, group } = frame;
        let role = if group { "group" } else { "img" };
        let (id, lang) = (&look.id, look.lang.code());
        let (dir, fonts) = if look.rtl() { ("rtl", ARABIC) } else { ("ltr", LATIN) };
        let (w, h) = (short(WIDTH), short(height));
        let mut svg = Self { id: id.clone(), arabic: look.rtl(), out: String::new() };
        svg.put(&format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"picture\" viewBox=\"0 0 {w} {h}\" \
             width=\"{w}\" height=\"{h}\" role=\"{role}\" aria-labelledby=\"{id}-title {id}-desc\" \
             lang=\"{lang}\" xml:lang=\"{lang}\" direction=\"{dir}\" font-family=\"{fonts}\">"
        ));
        svg.put(&format!("<title id=\"{id}-title\">{}</title>", escape(&plain(title))));
        svg.put(&format!("<desc id=\"{id}-desc\">{}</desc>", escape(&plain(desc))));
        svg.put(&format!(
            "<defs><pattern id=\"{id}-hatch\" width=\"5\" height=\"5\" \
             patternUnits=\"userSpaceOnUse\" patternTransform=\"rotate(45)\">\
             <path d=\"M0 0V5\" {}/></pattern></defs>",
            paint("stripe")
        ));
        svg.rect("paper", 0.0, 0.0, WIDTH, height);
        svg
    }

    /// The whole text.
    pub fn finish(mut self) -> String {
        self.put("</svg>");
        self.out
    }

    /// An id of this picture.
    pub fn id(&self, name: &str) -> String {
        format!("{}-{name}", self.id)
    }

    /// What fills or clips with the thing of that id.
    pub fn reference(&self, name: &str) -> String {
        format!("url(#{})", self.id(name))
    }

    /// A circle of a class.
    pub fn round(&mut self, class: &str, x: f64, y: f64, radius: f64) {
        let (x, y, r) = (short(x), short(y), short(radius));
        self.put(&format!("<circle cx=\"{x}\" cy=\"{y}\" r=\"{r}\" {}/>", paint(class)));
    }

    /// A line of markup.
    pub fn put(&mut self, line: &str) {
        self.out.push_str(line);
        self.out.push('\n');
    }

    /// A box from its left upper corner.
    pub fn rect(&mut self, class: &str, x: f64, y: f64, wide: f64, high: f64) {
        let (x, y, w, h) = (short(x), short(y), short(wide), short(high));
        let paint = paint(class);
        self.put(&format!("<rect x=\"{x}\" y=\"{y}\" width=\"{w}\" height=\"{h}\" {paint}/>"));
    }

    /// A hatched box: nothing is known here.
    pub fn hatch(&mut self, x: f64, y: f64, wide: f64, high: f64) {
        let (l, t, w, h) = (short(x), short(y), short(wide), short(high));
        let id = &self.id;
        self.put(&format!(
            "<rect x=\"{l}\" y=\"{t}\" width=\"{w}\" height=\"{h}\" class=\"p-no_data\" \
             fill=\"url(#{id}-hatch) #e6e2d8\"/>"
        ));
        self.rect("gap-edge", x, y, wide, high);
    }

    /// A line or shape through points; closed shapes are filled by their class.
    pub fn path(&mut self, class: &str, points: &[[f64; 2]], closed: bool) {
        if points.is_empty() {
            return;
        }
        let mut d = String::from("M");
        for (n, [x, y]) in points.iter().enumerate() {
            let join = if n > 0 { "L" } else { "" };
            d.push_str(&format!("{join}{} {}", short(*x), short(*y)));
        }
        let end = if closed { "Z" } else { "" };
        self.put(&format!("<path d=\"{d}{end}\" {}/>", paint(class)));
    }

    /// An upright line.
    pub fn upright(&mut self, class: &str, x: f64, top: f64, bottom: f64) {
        self.path(class, &[[x, top], [x, bottom]], false);
    }

    /// A level line.
    pub fn level(&mut self, class: &str, y: f64, from: f64, to: f64) {
        self.path(class, &[[from, y], [to, y]], false);
    }

    /// A mark that points down, its tip at `[x, y]`.
    pub fn pointer(&mut self, x: f64, y: f64) {
        self.path("mark", &[[x - 4.5, y - 8.0], [x + 4.5, y - 8.0], [x, y]], true);
    }

    /// A dot.
    pub fn dot(&mut self, x: f64, y: f64, radius: f64) {
        let (x, y, r) = (short(x), short(y), short(radius));
        self.put(&format!("<circle cx=\"{x}\" cy=\"{y}\" r=\"{r}\" {}/>", paint("mark")));
    }

    /// Opens a group that says `title` where the pointer rests on it.
    pub fn open(&mut self, title: &str) {
        self.put(&format!("<g><title>{}</title>", escape(&plain(title))));
    }

    /// Closes the group.
    pub fn close(&mut self) {
        self.put("</g>");
    }

    /// One line of text.
    pub fn text(&mut self, at: Type, words: &str) {
        self.set(at, words, "");
    }

    /// One line of text that keeps what is behind it off its letters.
    pub fn halo(&mut self, at: Type, words: &str) {
        let halo = " paint-order=\"stroke\" stroke=\"#fffefb\" stroke-width=\"3\" \
                    stroke-linejoin=\"round\"";
        self.set(at, words, halo);
    }

    fn set(&mut self, at: Type, words: &str, more: &str) {
        let size = short(if self.arabic { at.size * ARABIC_SIZE } else { at.size });
        let (x, y, anchor) = (short(at.x), short(at.y), at.anchor);
        let (paint, words) = (paint(at.class), escape(words));
        self.put(&format!(
            "<text x=\"{x}\" y=\"{y}\" font-size=\"{size}\" text-anchor=\"{anchor}\" \
             {paint}{more}>{words}</text>"
        ));
    }
}

/// About how wide a text is set, picture units.
pub(super) fn width_of(text: &str, size: f64) -> f64 {
    plain(text).chars().count() as f64 * LETTER * size
}

/// As much of a text as finds room in `wide` units, with an ellipsis when it is cut.
pub(super) fn fitted(text: &str, size: f64, wide: f64) -> String {
    let most = (wide / (LETTER * size)) as usize;
    let text = plain(text);
    if text.chars().count() <= most {
        return text;
    }
    let kept: String = text.chars().take(most.saturating_sub(1)).collect();
    format!("{}…", kept.trim_end())
}

/// At most two decimals; what is no number would spoil the whole picture and is drawn at zero.
pub(super) fn short(n: f64) -> String {
    let n = if n.is_finite() { n } else { 0.0 };
    format!("{}", (n * 100.0).round() / 100.0 + 0.0)
}

/// Text as it may stand in XML 1.0: marks escaped, characters that XML has not left out.
pub(super) fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '&' => out.push_str("&amp;"),
            '"' => out.push_str("&quot;"),
            '\t' | '\n' | '\r' => out.push(' '),
            '\u{0}'..='\u{1F}' | '\u{FFFE}' | '\u{FFFF}' => {}
            c => out.push(c),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: &str) {
        assert_eq!(escape(text), expected);
    }

    #[test]
    fn text_is_escaped_and_what_xml_has_not_is_left_out() {
        check("a <b> & \"c\"", "a &lt;b&gt; &amp; &quot;c&quot;");
        check("a\u{0}b\u{FFFE}\nc", "ab c");
        check("حلب", "حلب");
    }

    #[test]
    fn numbers_are_short_and_finite() {
        assert_eq!(short(1.0 / 3.0), "0.33");
        assert_eq!(short(-0.001), "0");
        assert_eq!(short(f64::NAN), "0");
        assert_eq!(short(f64::INFINITY), "0");
    }

    #[test]
    fn a_long_name_is_cut_with_a_sign() {
        assert_eq!(fitted("Aleppo", 10.0, 53.0), "Aleppo");
        assert_eq!(fitted("Deir ez-Zor and beyond", 10.0, 53.0), "Deir ez-…");
    }
}
