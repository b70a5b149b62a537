//! The brief of one small situation: its golden files, and what must hold for every sentence.

mod envoy;
#[allow(dead_code, reason = "other tests use the rest")]
mod invented;
mod numbers;

use std::collections::BTreeSet;
use std::fs;
use std::path::PathBuf;

use hudna_brief::outputs::{html, json};
use hudna_brief::{Brief, CiteKind, SectionKind, Share, bidi, compose};
use hudna_model::{Bilingual, Lang, Situation, StateReason};

fn small() -> Situation {
    serde_json::from_str(include_str!("data/small.json")).expect("a situation")
}

fn page(situation: &Situation) -> String {
    html::render(&compose(situation), situation, &Default::default()).expect("a page")
}

/// Compares with `tests/golden/NAME`; `UPDATE_GOLDEN=1` writes the file instead.
fn check_golden(name: &str, got: &str) {
    let path: PathBuf = [env!("CARGO_MANIFEST_DIR"), "tests", "golden", name].iter().collect();
    if std::env::var_os("UPDATE_GOLDEN").is_some() {
        fs::write(&path, got).expect("the golden folder is there");
    }
    let expected = fs::read_to_string(&path).expect("the golden file is there");
    let differs = expected.lines().zip(got.lines()).position(|(a, b)| a != b);
    assert!(expected == got, "{name} differs, first in line {:?}", differs.map(|n| n + 1));
}

#[test]
fn the_page_is_the_golden_page() {
    let page = page(&small());
    assert!(!page.contains('⟨'), "a message is missing");
    check_golden("small.html", &page);
}

#[test]
fn the_json_is_the_golden_json() {
    check_golden("small.json", &json::render(&compose(&small())).expect("json"));
}

#[test]
fn every_cite_is_a_thing_of_the_situation() {
    let situation = small();
    let brief = compose(&situation);
    for sentence in brief.sentences() {
        for cite in sentence.cites().iter() {
            let found = numbers::cited(&situation, cite);
            assert!(found.is_some(), "{}: {:?} {}", sentence.id(), cite.kind, cite.id);
        }
    }
}

#[test]
fn every_number_comes_from_what_is_cited() {
    let situation = small();
    for sentence in compose(&situation).sentences() {
        let known = numbers::known(&situation, sentence.cites());
        for lang in [Lang::Ar, Lang::En] {
            let text = bidi::plain(sentence.text(lang));
            for number in numbers::of(&text) {
                assert!(known.contains(&number), "{}: {number} in {text}", sentence.id());
            }
        }
    }
}

#[test]
fn every_claim_is_walked_back_to_words_and_a_hash() {
    let brief = compose(&small());
    let claims = brief.references.iter().filter(|r| r.cite.kind == CiteKind::Claim);
    for reference in claims {
        let words = reference.words.as_ref().expect("a claim has words");
        let report = brief.reports.iter().find(|r| r.id == words.report).expect("a report");
        assert!(!words.text.is_empty() && report.sha256.len() == 64, "{}", reference.cite.id);
    }
}

#[test]
fn sentences_are_numbered_through_and_say_both_languages() {
    let brief = compose(&small());
    for (sentence, n) in brief.sentences().zip(1..) {
        assert_eq!(sentence.id(), format!("S{n}"));
        assert_eq!(bidi::direction(sentence.text(Lang::Ar)), Some(Lang::Ar), "S{n}");
        assert!(sentence.text(Lang::En).ends_with('.'), "S{n}");
        assert!(!sentence.text(Lang::En).contains('⟨'), "S{n}: a message is missing");
    }
}

fn section(brief: &Brief, kind: SectionKind) -> String {
    let sections = brief.sections.iter().filter(|s| s.kind == kind);
    let texts = sections.flat_map(|s| &s.sentences).map(|s| bidi::plain(s.text(Lang::En)));
    texts.collect::<Vec<_>>().join("\n")
}

#[test]
fn an_epithet_is_never_printed_and_a_registered_name_is() {
    let brief = compose(&small());
    let incidents = section(&brief, SectionKind::Incidents);
    assert!(incidents.contains("who did it is not told"), "{incidents}");
    assert!(incidents.contains("named as acting: Syrian government"), "{incidents}");
    for sentence in brief.sentences() {
        assert!(!sentence.text(Lang::Ar).contains("الإرهابية"), "{}", sentence.id());
    }
}

#[test]
fn states_are_told_per_area_and_silence_is_not_calm() {
    let brief = compose(&small());
    let areas = section(&brief, SectionKind::Areas);
    assert!(areas.contains("Aleppo, collapsed"), "{areas}");
    assert!(areas.contains("Tartus, too little to tell"), "{areas}");
    let limits = section(&brief, SectionKind::Limits);
    assert!(limits.contains("this is silence, not calm"), "{limits}");
    let calm = brief.sentences().filter(|s| s.text(Lang::En).contains("calm"));
    for sentence in calm {
        let text = sentence.text(Lang::En);
        let denied = ["not calm", "not say calm", "nothing about calm", "regime"];
        assert!(denied.iter().any(|d| text.contains(d)), "{text}");
    }
}

#[test]
fn an_undated_promise_shows_the_words_used_and_marks_the_gloss() {
    let promises = section(&compose(&small()), SectionKind::Promises);
    let expected = "No date: Staffan de Mistura to give a briefing (promised); \
                    owed to: UN Security Council; the words used: “قريبا” \
                    (machine’s gloss: soon)";
    assert!(promises.contains(expected), "{promises}");
}

#[test]
fn the_reviewed_share_is_said() {
    let summary = section(&compose(&small()), SectionKind::Summary);
    let expected = "1 of 3 casualty figures are confirmed by a person; \
                    the rest is a machine’s reading.";
    assert!(summary.contains(expected), "{summary}");
}

#[test]
fn a_sentence_counts_the_claims_behind_what_it_cites_once() {
    let situation = small();
    let brief = compose(&situation);
    let mut seen = 0;
    for sentence in brief.sentences() {
        let mut claims = BTreeSet::new();
        for cite in sentence.cites().iter() {
            match cite.kind {
                CiteKind::Claim => claims.extend([cite.id.clone()]),
                CiteKind::Incident => {
                    let cited = situation.incidents.iter().filter(|i| i.id == cite.id);
                    claims.extend(cited.flat_map(|i| i.claims.clone()));
                    seen += 1;
                }
                _ => {}
            }
        }
        let share = sentence.reviewed();
        let reviewed =
            claims.iter().filter(|id| situation.claims.get(*id).is_some_and(|c| c.reviewed));
        let known = claims.iter().filter(|id| situation.claims.contains_key(*id)).count();
        assert!(share.of >= known && share.confirmed >= reviewed.count(), "{}", sentence.id());
        assert!(share.confirmed <= share.of, "{}", sentence.id());
        let only = |c: &hudna_brief::Cite| matches!(c.kind, CiteKind::Claim | CiteKind::Incident);
        if sentence.cites().iter().all(only) {
            assert_eq!(share.of, known, "{}", sentence.id());
        }
    }
    assert!(seen > 0, "no sentence cites an incident");
}

#[test]
fn areas_tell_their_reviewed_share_and_what_patrols_saw() {
    let mut situation = small();
    situation.areas[0].reviewed = Share { confirmed: 3, of: 7 };
    let tartus = situation.areas.iter().position(|a| a.area == "sy-tartus").expect("an area");
    let text = Bilingual::new("دوريات مُنعت: دورية واحدة.", "Patrols refused: 1 patrol.");
    situation.areas[tartus].coverage.patrols.refused = 1;
    situation.areas[tartus].reasons.push(StateReason {
        rule: "patrols_refused".to_owned(),
        text,
        rests_on: vec![],
    });
    let areas = section(&compose(&situation), SectionKind::Areas);
    assert!(areas.contains("3 of the 7 claims they rest on reviewed"), "{areas}");
    assert!(areas.contains("patrols refused: 1 patrol"), "{areas}");
    let limits = |s: &Situation| section(&compose(s), SectionKind::Limits);
    let silent = |text: &str| text.contains("Tartus") && text.contains("silence, not calm");
    assert!(silent(&limits(&situation)));
    for area in &mut situation.areas {
        area.coverage.patrols.quiet = 1;
    }
    assert!(!limits(&situation).contains("silence, not calm"));
}

#[test]
fn what_the_agreement_leaves_open_is_printed() {
    let situation = small();
    let limits = section(&compose(&situation), SectionKind::Limits);
    for open in &situation.agreement.undefined {
        assert!(limits.contains(open.text.en.trim_end_matches('.')), "{limits}");
    }
}

#[test]
fn a_chain_of_extensions_is_told_once_per_announcer() {
    let truce = section(&compose(&small()), SectionKind::Truce);
    let expected = "Russia: from 30 April 2016, 00:01 until 4 May 2016, 00:00";
    assert_eq!(truce.matches("Russia: from").count(), 1, "{truce}");
    assert!(truce.contains(expected), "{truce}");
}

#[test]
fn the_page_needs_nothing_from_outside() {
    let page = page(&small());
    for outside in ["<script", "<link", "<img", "@import", "url(http", "src=\"", "href=\"http"] {
        assert!(!page.contains(outside), "{outside}");
    }
}

#[test]
fn a_brief_with_a_history_shows_its_ribbon_in_both_languages() {
    let situation = small();
    let mut brief = compose(&situation);
    assert_eq!(brief.ribbon, None, "a situation tells one day");
    brief.ribbon = Some(invented::one());
    let page = html::render(&brief, &situation, &Default::default()).expect("a page");
    for id in ["p-states-en-title", "p-states-ar-title"] {
        assert_eq!(page.matches(&format!("id=\"{id}\"")).count(), 1, "{id}");
    }
    assert!(json::render(&brief).expect("json").contains("\"no_data\""), "its days are told");
}

#[test]
fn every_link_of_the_page_leads_somewhere() {
    let page = page(&small());
    let after = |mark: &str| -> BTreeSet<String> {
        page.split(mark).skip(1).filter_map(|s| s.split('"').next()).map(str::to_owned).collect()
    };
    let (links, ids) = (after("href=\"#"), after("id=\""));
    assert!(links.len() > 10, "there are links");
    assert!(links.is_subset(&ids), "{:?}", links.difference(&ids).collect::<Vec<_>>());
}

#[test]
fn each_sentence_stands_in_both_languages_and_directions() {
    let (situation, mut rows) = (small(), 0);
    let page = page(&situation);
    for row in page.split("<li class=\"pair row\"").skip(1) {
        let row = row.split("</li>").next().unwrap_or_default();
        assert!(row.contains("class=\"en\" lang=\"en\" dir=\"ltr\""), "{row}");
        assert!(row.contains("class=\"ar\" lang=\"ar\" dir=\"rtl\""), "{row}");
        assert!(!row.contains(bidi::FSI), "isolates are elements on the page");
        rows += 1;
    }
    assert_eq!(rows, compose(&situation).sentences().count());
}

#[test]
fn the_notice_of_an_example_is_printed() {
    let mut situation = small();
    assert!(page(&situation).contains("This is an example and partly constructed"));
    situation.story = None;
    assert!(!page(&situation).contains("class=\"notice"));
}

#[test]
fn what_reports_say_cannot_become_markup() {
    let mut situation = small();
    for report in situation.reports.values_mut() {
        report.label = "<script>alert(1)</script>.txt".to_owned();
    }
    for filed in situation.claims.values_mut() {
        filed.claim.evidence.text = "<b onclick=x>&amp;</b>".to_owned();
    }
    let page = page(&situation);
    assert!(!page.contains("<script") && !page.contains("<b onclick"));
    assert!(page.contains("&lt;script&gt;"));
}

#[test]
fn the_sentence_round_a_clause_is_shown_where_it_is_known() {
    let situation = small();
    let id = situation.claims.keys().next().expect("claims").clone();
    let around = [(id, ("before ".to_owned(), " after".to_owned()))].into();
    let page = html::render(&compose(&situation), &situation, &around).expect("a page");
    assert!(page.contains(">before <mark>") && page.contains("</mark> after<"));
}

#[test]
fn an_empty_picture_still_says_what_is_not_known() {
    let mut situation = small();
    situation.areas.clear();
    situation.shapes.clear();
    situation.incidents.clear();
    situation.aggregates.clear();
    situation.follow_ups.clear();
    situation.claims.clear();
    let limits = section(&compose(&situation), SectionKind::Limits);
    assert!(limits.contains("gave no incident; this says nothing about calm"), "{limits}");
    assert!(!page(&situation).contains("class=\"map\""));
}
