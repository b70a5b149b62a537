//! What each class looks like where no style sheet says otherwise.

/// Presentation attributes by class. Fills of states differ in lightness by twenty points of L* or
/// more, so that they stay apart in grey and for colour-blind eyes.
const PAINT: [(&str, &str); 48] = [
    ("paper", r##"fill="#fffefb""##),
    ("lane", r##"fill="#f6f3ec""##),
    ("holding", r##"fill="#a9cfcc""##),
    ("strained", r##"fill="#d0912f""##),
    ("collapsed", r##"fill="#7f2614""##),
    (
        "not_covered",
        r##"fill="none" stroke="#8d897f" stroke-width="1.2" stroke-dasharray="1.5 3""##,
    ),
    ("gap-edge", r##"fill="none" stroke="#b9b3a5" stroke-width="0.6""##),
    ("stripe", r##"stroke="#6f6a60" stroke-width="1" stroke-opacity="0.75""##),
    ("ink", r##"fill="#1e1d1b""##),
    ("strong", r##"fill="#1e1d1b" font-weight="600""##),
    ("soft", r##"fill="#5d5a54""##),
    ("on-dark", r##"fill="#ffffff" font-weight="700""##),
    ("on-light", r##"fill="#1e1d1b" font-weight="700""##),
    ("on-holding", r##"fill="#1d5d63" font-weight="700""##),
    ("week", r##"fill="none" stroke="#bdb6a6" stroke-width="0.6""##),
    ("week-over", r##"fill="none" stroke="#fffefb" stroke-width="0.7" stroke-opacity="0.5""##),
    ("month", r##"fill="none" stroke="#8d897f" stroke-width="0.9""##),
    ("axis", r##"fill="none" stroke="#5d5a54" stroke-width="0.9""##),
    ("grid", r##"fill="none" stroke="#d9d4c8" stroke-width="0.6""##),
    ("today", r##"fill="none" stroke="#1e1d1b" stroke-width="1.4""##),
    ("truce", r##"fill="none" stroke="#1d5d63" stroke-width="1.2" stroke-dasharray="4 2""##),
    ("mark", r##"fill="#1e1d1b" stroke="#fffefb" stroke-width="0.8""##),
    ("above", r##"fill="#f4dfd6""##),
    ("up", r##"fill="#7f2614""##),
    ("up-line", r##"fill="none" stroke="#7f2614" stroke-width="4""##),
    ("threshold", r##"fill="none" stroke="#7f2614" stroke-width="1.3""##),
    ("statistic", r##"fill="none" stroke="#1e1d1b" stroke-width="1.7" stroke-linejoin="round""##),
    ("rise", r##"fill="none" stroke="#8f5f00" stroke-width="1.4" stroke-dasharray="5 3""##),
    ("count", r##"fill="#9a9486""##),
    ("ninety", r##"fill="#d5e4ea""##),
    ("half", r##"fill="#89b1c2""##),
    ("median", r##"fill="none" stroke="#12384a" stroke-width="2" stroke-linejoin="round""##),
    ("v-breach", r##"fill="#7f2614""##),
    ("v-possible", r##"fill="#d0912f""##),
    ("v-excepted", r##"fill="#89b1c2""##),
    ("v-outside", r##"fill="#c9c3b4""##),
    ("v-open", r##"fill="#fffefb" stroke="#6f6a60" stroke-width="0.8""##),
    ("window", r##"fill="#eef3ea""##),
    ("window-bar", r##"fill="#5f7d4c""##),
    ("sign-collapsed", r##"fill="#7f2614" stroke="#fffefb" stroke-width="1""##),
    ("sign-strained", r##"fill="#8f5f00" stroke="#fffefb" stroke-width="1""##),
    ("sign-holding", r##"fill="#1d5d63" stroke="#fffefb" stroke-width="1""##),
    (
        "sign-no_data",
        r##"fill="#fffefb" stroke="#5d5a54" stroke-width="1.5" stroke-dasharray="3 2""##,
    ),
    ("sign-not_covered", r##"fill="none" stroke="#5d5a54" stroke-width="3""##),
    ("point", r##"fill="#12384a" fill-opacity="0.9" stroke="#fffefb" stroke-width="1.2""##),
    ("grave", r##"fill="none" stroke="#12384a" stroke-width="1.6""##),
    (
        "precision",
        r##"fill="#12384a" fill-opacity="0.12" stroke="#12384a" stroke-width="1" stroke-dasharray="3 2""##,
    ),
    ("leader", r##"fill="none" stroke="#5d5a54" stroke-width="0.8""##),
];

/// The class and its attributes, as they stand in a tag.
pub(super) fn paint(class: &str) -> String {
    let look = PAINT.iter().find(|(name, _)| *name == class).map_or("", |(_, look)| look);
    format!("class=\"p-{class}\" {look}")
}

#[cfg(test)]
mod tests {
    use super::*;

    /// CIE L* of the colour that `class` is filled with.
    fn lightness(class: &str) -> f64 {
        let paint = paint(class);
        let hex = paint.split_once("fill=\"#").expect("a filled class").1;
        let linear = |at: usize| {
            let c = f64::from(u8::from_str_radix(&hex[at..at + 2], 16).unwrap()) / 255.0;
            if c <= 0.04045 { c / 12.92 } else { ((c + 0.055) / 1.055).powf(2.4) }
        };
        let y = 0.2126 * linear(0) + 0.7152 * linear(2) + 0.0722 * linear(4);
        116.0 * y.cbrt() - 16.0
    }

    fn check(lighter: &str, darker: &str, by: f64) {
        let apart = lightness(lighter) - lightness(darker);
        assert!(apart >= by, "{lighter} and {darker}: {apart:.1}");
    }

    #[test]
    fn what_must_be_told_apart_is_so_in_grey() {
        check("lane", "holding", 10.0);
        check("holding", "strained", 13.0);
        check("strained", "collapsed", 30.0);
        check("paper", "ninety", 9.0);
        check("ninety", "half", 18.0);
        check("half", "mark", 40.0);
    }

    #[test]
    fn text_is_dark() {
        for class in ["ink", "strong", "soft", "on-light", "on-holding"] {
            assert!(lightness(class) < 40.0, "{class}");
        }
    }
}
