//! A strip of bars in a table's row.

use super::svg::short;

/// Size of the strip, picture units.
const WIDTH: f64 = 84.0;
const HEIGHT: f64 = 20.0;
/// Height of a bar that stands for more than nothing, at least.
const LEAST: f64 = 1.5;

/// One bar a value, the first at the left in both languages, the highest as high as the strip.
/// Without words and not read aloud: the row beside it says the numbers. What is no number or
/// below zero has no bar.
pub fn spark(values: &[f64]) -> String {
    let most = values.iter().copied().filter(|v| v.is_finite()).fold(0.0, f64::max);
    let wide = WIDTH / values.len().max(1) as f64;
    let mut d = String::new();
    for (n, value) in values.iter().enumerate() {
        if !value.is_finite() || *value <= 0.0 {
            continue;
        }
        let high = (value / most * (HEIGHT - 1.0)).max(LEAST);
        let (x, y, w) = (short(n as f64 * wide), short(HEIGHT - high), short(wide * 0.75));
        d.push_str(&format!("M{x} {y}h{w}v{}h-{w}Z", short(high)));
    }
    format!(
        "<svg class=\"spark\" viewBox=\"0 0 84 20\" width=\"84\" height=\"20\" \
         aria-hidden=\"true\"><path class=\"p-axis\" d=\"M0 19.75H84\" fill=\"none\" \
         stroke=\"#8d897f\" stroke-width=\"0.5\"/><path class=\"p-count\" d=\"{d}\" \
         fill=\"#5d5a54\"/></svg>"
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(values: &[f64], bars: usize) {
        let drawn = spark(values);
        assert_eq!(drawn.matches("Z").count(), bars, "{drawn}");
        assert!(!drawn.contains("NaN") && !drawn.contains("inf"), "{drawn}");
    }

    #[test]
    fn a_bar_stands_for_each_count_above_zero() {
        check(&[], 0);
        check(&[0.0, 0.0], 0);
        check(&[1.0, 0.0, 3.5], 2);
        check(&[f64::NAN, f64::INFINITY, -1.0, 2.0], 1);
        check(&[1.0; 28], 28);
    }
}
