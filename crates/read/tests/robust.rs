//! Any bytes are read: no panic, spans inside the text, and long texts piece by piece.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::path::Path;
use std::sync::LazyLock;

use hudna_model::{Reading, Report};
use hudna_read::lang::ar::Feat;
use hudna_read::pack::index::Target;
use hudna_read::{Files, Pack, read};

static PACK: LazyLock<Pack> = LazyLock::new(|| {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../data");
    let mut files = Files::new();
    gather(&root, &root, &mut files);
    Pack::load(&files).unwrap_or_else(|faults| panic!("{faults:?}"))
});

fn gather(at: &Path, root: &Path, files: &mut Files) {
    for entry in std::fs::read_dir(at).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            gather(&path, root, files);
        } else if let Ok(text) = std::fs::read_to_string(&path) {
            let name = path.strip_prefix(root).unwrap().to_str().unwrap().replace('\\', "/");
            files.insert(name, text);
        }
    }
}

fn reading(text: &str) -> Reading {
    let (lang, published) = (Some("ar".into()), Some("2016-05-03".into()));
    let report = Report { id: "r".into(), text: text.into(), lang, published, ..Report::default() };
    read(&report, &PACK).0
}

/// Reads the text and compares each span with its words.
fn check(text: &str) -> Reading {
    let scalars: Vec<char> = text.chars().collect();
    let reading = reading(text);
    let evidence = reading.claims.iter().map(|c| (c.evidence.span, &c.evidence.text));
    let notes = reading.notes.iter().map(|n| (n.span, &n.text));
    for (span, words) in evidence.chain(notes) {
        let slice: String = scalars[span.start..span.end].iter().collect();
        assert_eq!(&slice, words);
    }
    reading
}

/// The same numbers for the same seed.
struct Random(u64);

impl Random {
    fn below(&mut self, n: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 % n as u64) as usize
    }
}

const SENTENCE: &str =
    "قصفت طائرات النظام أمس حي السكري في حلب، وقال «المرصد» إن 12 مدنياً قُتلوا بينهم 3 أطفال. ";

#[test]
fn random_bytes_are_read() {
    let mut random = Random(0x2545_f491_4f6c_dd1d);
    for _ in 0..300 {
        let length = random.below(400);
        let bytes: Vec<u8> = (0..length).map(|_| random.below(256) as u8).collect();
        check(&String::from_utf8_lossy(&bytes));
        // Bytes of the Arabic block, whole and cut.
        let near: Vec<u8> = (0..length)
            .map(|_| [0xd8, 0xd9, 0xda, 0xdb, 0x20, 0x80 + random.below(64) as u8][random.below(6)])
            .collect();
        check(&String::from_utf8_lossy(&near));
    }
}

#[test]
fn sentences_with_bytes_changed_cut_and_turned_are_read() {
    const CONTROLS: [&str; 9] = [
        "\u{202e}", "\u{202a}", "\u{2067}", "\u{2069}", "\u{200f}", "\u{feff}", "\u{640}",
        "\u{651}", "\0",
    ];
    let mut random = Random(0x9e37_79b9_7f4a_7c15);
    for _ in 0..300 {
        let mut bytes = SENTENCE.repeat(1 + random.below(3)).into_bytes();
        for _ in 0..random.below(8) {
            let at = random.below(bytes.len());
            match random.below(3) {
                0 => bytes[at] = random.below(256) as u8,
                1 => drop(bytes.splice(at..at, CONTROLS[random.below(9)].bytes())),
                _ => bytes.truncate(at.max(1)),
            }
        }
        check(&String::from_utf8_lossy(&bytes));
    }
}

#[test]
fn texts_of_one_thing_repeated_are_read() {
    let units = [
        "و",
        "ا",
        "لل",
        "وال",
        "\"",
        "«",
        "»",
        "(",
        "،",
        ".",
        "\n",
        "\r\n",
        "\u{64b}",
        "\u{640}",
        "1",
        "1,",
        "1.",
        "٣٫",
        "قتل ",
        "وأضاف ",
        "3 أيار ",
        "يوم الثلاثاء ",
        "مئة ألف ",
        "حلب، ",
        "«قال» ",
        "\u{202e}",
    ];
    for unit in units {
        check(&unit.repeat(6_000));
    }
}

#[test]
fn a_text_longer_than_a_piece_is_read_to_its_end() {
    let claims = |text: &str| check(text).claims;
    let filler = "لا جديد لدى الجيش.\n\n".repeat(11_000);
    let alone = claims(SENTENCE);
    let text = format!("{SENTENCE}\n\n{filler}{SENTENCE}");
    let both = claims(&text);
    assert_eq!(both.len(), 2 * alone.len());
    let far = both.iter().filter(|c| c.evidence.span.start > filler.chars().count()).count();
    assert_eq!(far, alone.len());
    let events: std::collections::BTreeSet<_> =
        both.iter().filter_map(|c| c.event.clone()).collect();
    assert!(events.len() >= 2 || both.iter().all(|c| c.event.is_none()), "{events:?}");
}

/// Words of every day that inflection must not turn into words of the lexicons: what stands in the
/// index for them must not be a finite verb that is looked up by itself.
#[test]
fn words_of_every_day_are_no_derived_verbs() {
    let lang = &PACK.langs["ar"];
    let every_day = [
        "دين",
        "قيد",
        "بيع",
        "عيد",
        "سيل",
        "ليل",
        "خيل",
        "عين",
        "غير",
        "عدن",
        "متن",
        "بعن",
        "يقل",
        "تقل",
        "كلمه",
        "بيت",
        "جيش",
        "شعب",
        "مدينه",
        "شارع",
        "مدرسه",
        "مكتبه",
        "جامعه",
        "حاكم",
        "عالم",
        "والد",
        "جيد",
        "سيد",
        "ميت",
        "زيت",
        "صيد",
    ];
    let verb = |word: &&str| {
        lang.index.single(word).iter().any(|hit| {
            let own = matches!(hit.target, Target::Lexeme(_));
            own && hit.feat.is_verb() && hit.feat != Feat::Jussive
        })
    };
    let taken: Vec<_> = every_day.into_iter().filter(verb).collect();
    assert!(taken.is_empty(), "{taken:?}");
}
