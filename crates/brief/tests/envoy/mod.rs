//! What an envoy would strike out must not be written.

use hudna_brief::{SectionKind, compose};
use hudna_model::words::Modality;
use hudna_model::{AreaStatus, Bilingual, Body, Lang, Situation, StateReason};

use super::{section, small};

fn incidents_of(change: impl Fn(&mut Situation)) -> String {
    let mut situation = small();
    change(&mut situation);
    section(&compose(&situation), SectionKind::Incidents)
}

/// What is said when every toll's rows have these bounds.
fn check_bounds(low: Option<u32>, high: Option<u32>, expected: &str) {
    let best = low.or(high).expect("a bound");
    let said = incidents_of(|s| {
        for toll in s.incidents.iter_mut().flat_map(|i| &mut i.tolls) {
            (toll.low, toll.best, toll.high) = (best, best, best);
            for row in &mut toll.rows {
                (row.low, row.high) = (low, high);
            }
        }
    });
    assert!(said.contains(&format!("; {expected}")), "{expected}: {said}");
}

#[test]
fn a_figure_keeps_its_bound() {
    check_bounds(Some(81), None, "more than 80 killed");
    check_bounds(Some(50), None, "at least 50 killed");
    check_bounds(None, Some(20), "up to 20 killed");
    check_bounds(Some(50), Some(50), "50 killed");
}

/// What is said of the first incident's only actor when it is written so.
fn check_actor(words: &str, expected: &str) {
    let said = incidents_of(|s| s.incidents[0].actors = vec![(words.to_owned(), Vec::new())]);
    assert!(said.contains(expected), "{expected}: {said}");
}

#[test]
fn an_actor_is_a_registered_name_or_one_clear_name() {
    check_actor("الطيران الحربي", "named as acting: “الطيران الحربي” (machine’s gloss: warplanes)");
    check_actor("الجيش الحر", "named as acting: “الجيش الحر”;");
}

#[test]
fn words_of_a_misreading_are_not_printed() {
    for words in ["وراح", "عشرات القذائف", "العصابات الإرهابية"] {
        let said = incidents_of(|s| {
            for incident in &mut s.incidents {
                incident.actors = vec![(words.to_owned(), Vec::new())];
            }
        });
        assert!(!said.contains(words) && !said.contains("named as acting"), "{said}");
    }
}

#[test]
fn an_actor_named_twice_is_told_once() {
    let said = incidents_of(|s| {
        let name = ("الجيش الحر".to_owned(), Vec::new());
        s.incidents[0].actors = vec![name.clone(), name];
    });
    assert_eq!(said.matches("“الجيش الحر”").count(), 1, "{said}");
}

#[test]
fn an_incident_without_a_known_place_is_only_counted() {
    let said = incidents_of(|s| {
        for incident in &mut s.incidents {
            incident.place = None;
        }
    });
    let n = small().incidents.len();
    assert!(said.starts_with(&format!("{n} further incidents")), "{said}");
}

#[test]
fn mass_casualties_are_left_out_where_the_ratio_makes_the_state() {
    let reason = StateReason {
        rule: "mass_casualties".into(),
        text: Bilingual::new("سقوط قتلى", "a mass-casualty incident"),
        rests_on: Vec::new(),
    };
    let said = |ratio: f64| {
        let mut situation = small();
        situation.areas[0].reasons.push(reason.clone());
        situation.areas[0].ratio = Some(ratio);
        situation.areas[0].status = AreaStatus::Strained;
        section(&compose(&situation), SectionKind::Areas)
    };
    assert!(!said(0.6).contains("mass-casualty"), "the ratio is enough");
    assert!(said(0.3).contains("mass-casualty"), "the ratio alone would say holding");
}

#[test]
fn a_running_total_without_a_place_is_not_told() {
    let mut situation = small();
    assert!(section(&compose(&situation), SectionKind::Summary).contains("250 killed"));
    for toll in &mut situation.aggregates {
        toll.place = None;
    }
    for filed in situation.claims.values_mut() {
        if matches!(filed.claim.body, Body::Toll { cumulative: true, .. }) {
            filed.claim.place = None;
        }
    }
    let brief = compose(&situation);
    for kind in [SectionKind::Summary, SectionKind::Casualties] {
        assert!(!section(&brief, kind).contains("250 killed"));
    }
}

#[test]
fn a_condition_is_not_told_of_the_truce() {
    let told = |modality: Modality| {
        let mut situation = small();
        for filed in situation.claims.values_mut() {
            filed.claim.modality = modality;
            filed.claim.background = false;
            if let Body::Truce { count, .. } = &mut filed.claim.body {
                *count = Some(3);
            }
        }
        section(&compose(&situation), SectionKind::Truce).contains("Told of the truce")
    };
    assert!(told(Modality::Actual));
    assert!(!told(Modality::Hypothetical));
}

#[test]
fn no_clause_of_a_report_is_quoted() {
    let situation = small();
    let brief = compose(&situation);
    for filed in situation.claims.values() {
        let words = &filed.claim.evidence.text;
        let quoted = brief.sentences().find(|s| s.text(Lang::Ar).contains(words));
        assert!(quoted.is_none(), "{words}");
    }
}

#[test]
fn the_summary_has_five_sentences_at_most() {
    let brief = compose(&small());
    let summary = brief.sections.iter().find(|s| s.kind == SectionKind::Summary);
    let sentences = summary.map_or(0, |s| s.sentences.len());
    assert!((3..=5).contains(&sentences), "{sentences}");
}
