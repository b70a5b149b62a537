use std::path::Path;

use super::*;
use crate::ingest::counts::parse;

fn data() -> &'static Data {
    static DATA: std::sync::OnceLock<Data> = std::sync::OnceLock::new();
    DATA.get_or_init(|| Data::embedded().expect("the data are sound"))
}

/// A picture of nothing but the agreement of the example.
fn situation() -> Situation {
    let agreement = &data().agreements["syria-coh-2016"];
    let whole = serde_json::json!({
        "story": null, "as_of": agreement.effective, "head": hudna_model::LedgerHead::default(),
        "agreement": agreement, "counts_source": null, "counts_notes": [], "areas": [],
        "shapes": [], "incidents": [], "aggregates": [], "follow_ups": [], "claims": {},
        "reports": {}, "places": data().places, "parties": data().parties, "sources": {},
    });
    serde_json::from_value(whole).expect("a picture")
}

const HEAD: &str = "type_of_violence,dyad_name,adm_1,date_start,date_end,best\n";
const DYAD: &str = "Government of Syria - Syrian insurgents";

fn made(rows: &str) -> Ged {
    let (situation, text) = (situation(), format!("{HEAD}{rows}"));
    let areas = Areas::new(&situation, data());
    make(&text, &areas, &|d| bound(d, &situation, data()), (None, None))
        .expect("the columns are there")
}

#[test]
fn events_are_spread_over_their_days_and_those_without_an_area_are_counted() {
    let ged = made(&format!(
        "1,{DYAD},Aleppo Governorate,2016-04-01,2016-04-02,5\n\
         1,Government of Syria - IS,Ar Raqqah Governorate,2016-04-02,2016-04-02,2\n\
         3,{DYAD},,2016-04-02,2016-04-02,1\n1,{DYAD},,2016-04-02,2016-04-02,1\n\
         1,{DYAD},Baghdad province,2016-04-02,2016-04-02,1\n1,{DYAD},,2016-04-03,2016-04-02,1\n\
         1,{DYAD},,soon,2016-04-02,1\n"
    ));
    assert_eq!((ged.events, ged.between, ged.spread), (2, 1, 1));
    assert_eq!((ged.placeless, ged.elsewhere.len()), ([1, 1], 1));
    let lines: Vec<usize> = ged.rejected.iter().map(|r| r.line).collect();
    assert_eq!(lines, [7, 8]);
    let (rows, faults) = parse(&ged.made.raw);
    assert!(faults.is_empty());
    assert_eq!(rows.len(), 2 * 14, "every area and day has a row");
    let of = |area: &str, day: &str| {
        let row = rows.iter().find(|(d, _)| d.area == area && d.date == day).expect("a row");
        (row.0.events_between_parties, row.0.events_other, row.0.deaths_best)
    };
    assert_eq!(of("sy-aleppo", "2016-04-01"), (0.5, 0.0, 2.5));
    assert_eq!(of("sy-raqqa", "2016-04-02"), (0.0, 1.0, 2.0));
    assert_eq!(of("sy-idlib", "2016-04-02"), (0.0, 0.0, 0.0));
}

#[test]
fn a_column_that_is_missing_is_named() {
    let situation = situation();
    let areas = Areas::new(&situation, data());
    let made = make("dyad_name,adm_1\n", &areas, &|_| true, (None, None));
    assert_eq!(made.map(|_| ()), Err("typeofviolence"));
}

/// The dataset's rows for Syria make the example's counts, row by row.
#[test]
fn the_examples_counts_come_out_of_the_dataset() {
    let named = std::env::var("HUDNA_UCDP").unwrap_or_default();
    if !Path::new(&named).is_file() {
        eprintln!("skipped: HUDNA_UCDP names no file of the dataset's rows for Syria");
        return;
    }
    let text = text(std::fs::read(&named).expect("it can be read")).expect("it is text");
    let situation = situation();
    let areas = Areas::new(&situation, data());
    let days = ("2016-01-01".parse().ok(), "2016-06-30".parse().ok());
    let ged = make(&text, &areas, &|d| bound(d, &situation, data()), days).expect("the columns");
    assert_eq!(ged.dyads, [DYAD]);
    // 134 events last several days; 14 of them have no governorate.
    assert_eq!((ged.placeless, ged.spread), ([14, 21], 120));
    assert!(ged.elsewhere.is_empty(), "{:?}", ged.elsewhere);
    let example =
        Path::new(env!("CARGO_MANIFEST_DIR")).join("../../examples/syria-2016/counts.csv");
    let example = std::fs::read_to_string(example).expect("the example is there");
    let sorted = |text: &str| {
        let mut rows = parse(text).0;
        rows.sort_by(|(a, _), (b, _)| (&a.area, &a.date).cmp(&(&b.area, &b.date)));
        rows.into_iter().map(|(day, _)| day).collect::<Vec<_>>()
    };
    let (ours, theirs) = (sorted(&ged.made.raw), sorted(&example));
    assert_eq!(ours.len(), theirs.len());
    for (a, b) in ours.iter().zip(&theirs) {
        let near = |x: f64, y: f64| (x - y).abs() < 1.5e-4;
        let same = near(a.events_between_parties, b.events_between_parties)
            && near(a.events_other, b.events_other)
            && near(a.deaths_best, b.deaths_best);
        assert!(same && (&a.area, &a.date) == (&b.area, &b.date), "{a:?} {b:?}");
    }
}
