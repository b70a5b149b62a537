//! Time per character of texts of one sort and growing length: flat when reading is linear.

use hudna_model::Report;
use hudna_read::{Pack, read};

/// Lengths in characters.
const LENGTHS: [usize; 4] = [10_000, 100_000, 1_000_000, 10_000_000];

/// Prints nanoseconds per character for each sort and length.
pub fn table(reports: &[Report], pack: &Pack) {
    println!("\nnanoseconds per character at {LENGTHS:?} characters");
    let all = reports.iter().map(|r| r.text.as_str()).collect::<Vec<_>>().join("\n\n");
    for (name, unit) in sorts(&all) {
        println!("{name:<28}{}", row(&unit, pack));
    }
}

/// Nanoseconds at each length, up to the first that would take longer than [`LONGEST`].
fn row(unit: &str, pack: &Pack) -> String {
    let mut out = String::new();
    let (mut last, mut growth) = (0.0, 1.0);
    for length in LENGTHS {
        if last * growth * length as f64 > LONGEST * 1e9 {
            return out + "  (too long)";
        }
        let now = nanoseconds(unit, length, pack);
        growth = if last > 0.0 { f64::max(now / last, 1.0) } else { 1.0 };
        last = now;
        out += &format!("{now:>9.0}");
    }
    out
}

/// Seconds that one text may take.
const LONGEST: f64 = 20.0;

fn nanoseconds(unit: &str, length: usize, pack: &Pack) -> f64 {
    let text: String = unit.chars().cycle().take(length).collect();
    let report = super::report("grown".into(), text);
    let seconds = super::seconds(|| {
        let (reading, _) = read(&report, pack);
        assert!(reading.claims.len() < length, "there are fewer claims than characters");
    });
    seconds * 1e9 / length as f64
}

/// What is repeated: the reports themselves, and texts made to cost much.
fn sorts(all: &str) -> Vec<(&'static str, String)> {
    let flat: String =
        all.chars().map(|c| if ".!?؟؛;\n\r".contains(c) { ' ' } else { c }).collect();
    let mut out = vec![("reports", all.to_owned()), ("reports as one sentence", flat)];
    let made = [
        ("quotation marks", "\""),
        ("opening quotes", "«"),
        ("quotes, each a word", "«قال» "),
        ("numbers", "123 "),
        ("number words", "ثلاثة وعشرون ألفا ومئة "),
        ("one verb", "قتل "),
        ("one word of speech", "وأضاف "),
        ("one letter", "و"),
        ("dates", "3 أيار 2016 "),
        ("weekdays", "يوم الثلاثاء "),
        ("brackets", "(قصف "),
        ("commas", "قصف، "),
        ("places", "حلب ودمشق "),
        ("places as a list", "في حلب، حمص، "),
        ("parties", "روسيا والولايات المتحدة "),
        ("full stops", ". "),
        ("lines", "\n"),
        ("blank", "     "),
        ("diacritics", "\u{064b}"),
        ("dead and numbers", "قتل 5 أشخاص وأصيب 7 بينهم 3 أطفال "),
        ("one claim, many sentences", "قصفت طائرات النظام مدينة حلب أمس وقتل 5 أشخاص. "),
        ("speeches", "وقال الوزير إن الهدنة انهارت. "),
        ("meetings", "التقى الوزير نظيره في جنيف. "),
    ];
    out.extend(made.map(|(name, unit)| (name, unit.to_owned())));
    out
}
