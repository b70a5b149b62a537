//! Why a claim was read, in words: what the rule says of itself, and what the trained model saw.

use hudna::model::{Body, Claim, ReadBy, Seen};

use crate::ui::Ui;

/// Stands before the number of a claim that only the trained model read.
pub const ALONE: &str = "◇";

/// Why a claim was read: what stands beside its rule, and the further lines.
pub struct Explained {
    /// The rule's own reason, or that the model alone read the claim.
    pub why: Option<String>,
    /// What the model saw, and what no rule did.
    pub more: Vec<String>,
}

/// Explains a claim; `why` is the rule's own reason.
pub fn explain(ui: &Ui, claim: &Claim, why: Option<String>) -> Explained {
    let seen = claim.seen.as_ref();
    if claim.read_by() != ReadBy::Model {
        let id = if claim.read_by() == ReadBy::Both { "seen-too" } else { "seen-little" };
        return Explained { why, more: seen.map(|s| saw(ui, id, claim, s)).into_iter().collect() };
    }
    let told = seen.map(|s| saw(ui, "seen-alone", claim, s));
    let why = told.or_else(|| Some(ui.text("seen-only", &[])));
    Explained { why, more: vec![ui.text("seen-no-rule", &[])] }
}

/// A probability as people say it: "about 7 in 10".
pub fn in_ten(ui: &Ui, probability: f64) -> String {
    ui.text("in-ten", &[("n", (probability * 10.0).round().clamp(0.0, 10.0).into())])
}

/// How sure the model is of the kind and of what the claim mainly says, and which words weighed.
fn saw(ui: &Ui, id: &str, claim: &Claim, seen: &Seen) -> String {
    let mut parts = vec![ui.text(id, &[("sure", in_ten(ui, seen.sure).into())])];
    parts.extend(seen.value.map(|value| {
        let what = ui.quote(&main_value(ui, &claim.body));
        ui.text("seen-value", &[("what", what.into()), ("sure", in_ten(ui, value).into())])
    }));
    let words: Vec<String> = seen.words.iter().map(|word| ui.quote(&quiet(word))).collect();
    if !words.is_empty() {
        parts.push(ui.text("seen-words", &[("words", ui.list(&words).into())]));
    }
    ui.clauses(&parts)
}

/// A word of a report without controls, which would act on a terminal.
fn quiet(word: &str) -> String {
    word.chars().filter(|c| !c.is_control()).collect()
}

fn main_value(ui: &Ui, body: &Body) -> String {
    match body {
        Body::Violence { act, .. } => ui.label(*act),
        Body::Toll { outcome, .. } => ui.label(*outcome),
        Body::Meeting { status, .. } => ui.label(*status),
        Body::Statement { speech_act, .. } => ui.label(*speech_act),
        Body::Truce { event, .. } => ui.label(*event),
        Body::Commitment { what, .. } => ui.label(*what),
    }
}

#[cfg(test)]
mod tests {
    use hudna::model::{Act, Evidence, Lang, Modality};

    use super::*;
    use crate::args::{Bidi, Common, Format};

    fn ui(lang: Lang) -> Ui {
        Ui::new(&Common {
            store: "none".into(),
            data: None,
            model: None,
            as_of: None,
            lang: Some(lang),
            format: Some(Format::Text),
            quiet: true,
            bidi: Bidi::Terminal,
        })
    }

    fn strike(rule: &str, seen: Option<Seen>) -> Claim {
        let act = Act::Shelling;
        Claim {
            id: "c1".into(),
            body: Body::Violence { act, actor: None, target: None, means: None, count: None },
            modality: Modality::Actual,
            background: false,
            attributed_to: None,
            quoted: false,
            event: None,
            place: None,
            date: None,
            evidence: Evidence::default(),
            rule: rule.into(),
            confidence: 0.7,
            seen,
        }
    }

    #[test]
    fn probabilities_are_told_in_ten() {
        #[track_caller]
        fn check(lang: Lang, probability: f64, told: &str) {
            assert_eq!(in_ten(&ui(lang), probability), told);
        }
        check(Lang::En, 0.0, "less than 1 in 10");
        check(Lang::En, 0.05, "about 1 in 10");
        check(Lang::En, 0.74, "about 7 in 10");
        check(Lang::En, 0.99, "more than 9 in 10");
        check(Lang::Ar, 0.04, "أقل من 1 من 10");
        check(Lang::Ar, 0.74, "نحو 7 من 10");
        check(Lang::Ar, 1.0, "أكثر من 9 من 10");
    }

    #[test]
    fn a_rules_claim_without_a_model_has_its_reason_alone() {
        let claim = strike("violence.strike", None);
        let told = explain(&ui(Lang::En), &claim, Some("words of force".into()));
        assert_eq!((told.why.as_deref(), told.more.len()), (Some("words of force"), 0));
    }

    #[test]
    fn the_reason_of_a_proposed_claim_is_what_the_model_saw() {
        let words = vec!["\u{1b}[2Jx".to_owned(), "قصف".to_owned()];
        let claim = strike("tagger.violence", Some(Seen { sure: 0.81, value: Some(0.6), words }));
        for (lang, why, more) in [
            (
                Lang::En,
                ["only the trained model", "about 8", "“shelling”: about 6", "“قصف”"],
                "no rule",
            ),
            (Lang::Ar, ["إلا النموذج المدرَّب", "نحو 8", "«قصف»: نحو 6", "«قصف»"], "أي قاعدة"),
        ] {
            let told = explain(&ui(lang), &claim, None);
            let reason = told.why.expect("it has a reason");
            assert!(why.iter().all(|part| reason.contains(part)), "{reason}");
            assert!(!reason.contains('\u{1b}'), "words do not act on the terminal");
            assert!(told.more.len() == 1 && told.more[0].contains(more), "{:?}", told.more);
        }
        let bare = explain(&ui(Lang::En), &strike("tagger.violence", None), None);
        assert_eq!(bare.why.as_deref(), Some("only the trained model read this"));
    }
}
