use hudna::model::{
    Act, Claim, DateRef, Evidence, Lang, Modality, Note, NoteKind, Outcome, PlaceRef, Reading,
    Seen, Span, Victims,
};

use super::*;
use crate::args::{Bidi, Common, Format};

const TEXT: &str = "قتيلان بينهما طفل بقصف على حي السكري أمس.\nقال شاهد إن القصف طال (السوق) أيضا.";

fn ui(lang: Lang, bidi: Bidi) -> Ui {
    console::set_colors_enabled(false);
    let common = Common {
        store: "none".into(),
        data: None,
        model: None,
        as_of: None,
        lang: Some(lang),
        format: Some(Format::Text),
        quiet: true,
        bidi,
    };
    Ui::new(&common).wide(64)
}

fn span(words: &str) -> Span {
    let byte = TEXT.find(words).expect("words of the text");
    let start = TEXT[..byte].chars().count();
    Span::new(start, start + words.chars().count())
}

fn claim(id: &str, words: &str, body: Body) -> Claim {
    Claim {
        id: id.into(),
        body,
        modality: Modality::Actual,
        background: false,
        attributed_to: None,
        quoted: false,
        event: Some("e1".into()),
        place: None,
        date: None,
        evidence: Evidence { span: span(words), text: words.into() },
        rule: "toll.harm#count".into(),
        confidence: 0.5,
        seen: None,
    }
}

fn toll(n: u32, subset_of: Option<&str>) -> Body {
    Body::Toll {
        outcome: Outcome::Killed,
        low: Some(n),
        high: Some(n),
        vague: false,
        victims: Victims::Unspecified,
        side: None,
        cumulative: false,
        subset_of: subset_of.map(str::to_owned),
    }
}

/// A toll, a part of it inside its words, and a strike whose words overlap those of the toll.
fn reading() -> Reading {
    let target = Name { text: "حي السكري".into(), ..Name::default() };
    let strike = Body::Violence {
        act: Act::Shelling,
        actor: None,
        target: Some(target),
        means: None,
        count: Some(3),
    };
    let place = PlaceRef { text: "حي السكري".into(), candidates: 2, ..PlaceRef::default() };
    let date = DateRef {
        start: "2016-05-02".into(),
        end: None,
        precision: "day".into(),
        words: "أمس".into(),
        hours: None,
    };
    let told = claim("c3", "بقصف على حي السكري أمس", strike);
    let note = Note {
        kind: NoteKind::UnreadHarm,
        span: span("القصف طال (السوق)"),
        text: "القصف طال (السوق)".into(),
        why: "not read".into(),
    };
    Reading {
        id: "report".into(),
        lang: "ar".into(),
        published: Some("2016-05-03".into()),
        pack: String::new(),
        model: None,
        claims: vec![
            claim("c1", "قتيلان بينهما طفل بقصف", toll(2, None)),
            claim("c2", "بينهما طفل", toll(1, Some("c1"))),
            Claim { place: Some(place), date: Some(date), rule: "violence.strike".into(), ..told },
        ],
        notes: vec![note],
    }
}

/// The same as a model saw it too: it alone read the strike, and hardly sees the toll of one.
fn seen() -> Reading {
    let mut reading = reading();
    let saw = |sure, value, words: &[&str]| {
        Some(Seen { sure, value, words: words.iter().map(|w| (*w).to_owned()).collect() })
    };
    reading.claims[0].seen = saw(0.97, Some(0.72), &["قتيلان"]);
    reading.claims[1].seen = saw(0.04, None, &[]);
    reading.claims[2].seen = saw(0.66, Some(0.58), &["بقصف", "السكري"]);
    reading.claims[2].rule = "tagger.violence#seen".into();
    reading.claims.iter_mut().for_each(|c| c.event = None);
    reading
}

#[track_caller]
fn check(lang: Lang, bidi: Bidi, expected: &str) {
    let why = |claim: &Claim| (claim.rule == "violence.strike").then(|| "…".to_owned());
    check_of(lang, bidi, &reading(), &why, expected);
}

#[track_caller]
fn check_of(lang: Lang, bidi: Bidi, reading: &Reading, why: Why<'_>, expected: &str) {
    let got = lines(&ui(lang, bidi), TEXT, reading, why).join("\n");
    let got = got.replace('\u{a0}', " ");
    assert_eq!(got.trim(), expected.trim(), "\n{got}");
}

#[test]
fn english_names_each_claim_under_the_marked_text() {
    check(Lang::En, Bidi::Terminal, include_str!("tests/en.txt"));
}

#[test]
fn arabic_on_a_terminal_that_lays_out_by_itself() {
    check(Lang::Ar, Bidi::Terminal, include_str!("tests/ar.txt"));
}

#[test]
fn arabic_on_a_terminal_that_does_not() {
    check(Lang::Ar, Bidi::Hudna, include_str!("tests/ar-laid.txt"));
}

#[test]
fn what_a_model_saw_is_told_in_english() {
    let why = |claim: &Claim| (!claim.is_proposed()).then(|| "words of harm.".to_owned());
    check_of(Lang::En, Bidi::Terminal, &seen(), &why, include_str!("tests/seen-en.txt"));
}

#[test]
fn what_a_model_saw_is_told_in_arabic() {
    let why = |claim: &Claim| (!claim.is_proposed()).then(|| "ألفاظ أذى.".to_owned());
    check_of(Lang::Ar, Bidi::Terminal, &seen(), &why, include_str!("tests/seen-ar.txt"));
}

#[test]
fn a_report_without_claims_is_shown_all_the_same() {
    let empty = Reading { claims: Vec::new(), notes: Vec::new(), ..reading() };
    let told = lines(&ui(Lang::En, Bidi::Terminal), "text", &empty, &|_| None);
    assert_eq!(told.last().map(String::as_str), Some("text"));
}

#[test]
fn words_of_a_report_do_not_act_on_the_terminal() {
    let mut bad = reading();
    bad.claims[0].evidence.text = "قتيلان\u{1b}[2J".into();
    bad.notes[0].text = "x\u{7}".into();
    let told = lines(&ui(Lang::En, Bidi::Terminal), "a\u{1b}[2J", &bad, &|_| None).join("");
    assert!(!told.contains(['\u{1b}', '\u{7}']), "{told}");
}
