//! How sure a claim is: the probability that a reader would make it, which is its confidence; too
//! low, and it is dropped (its words then get a note).

use hudna_model::Body;

use super::pointed::bin;
use super::{Sheet, few};
use crate::claims::{Context, Draft};

/// What a draft stands among.
pub(crate) struct Around<'c> {
    /// Drafts of the same kind in the sentence.
    pub same: usize,
    /// Drafts of all kinds in the sentence.
    pub all: usize,
    /// Drafts of the report.
    pub report: usize,
    /// Id of its word.
    pub lexeme: &'c str,
    /// Form of its word.
    pub form: &'static str,
}

/// The probability that the draft is a fact of the report; none without weights.
pub(crate) fn sure(ctx: &Context<'_, '_>, draft: &Draft, around: &Around<'_>) -> Option<f64> {
    let weights = ctx.weights;
    if ctx.trace.is_none() && !weights.has("keep") {
        return None;
    }
    let mut sheet = Sheet::new(weights, "keep", ctx.trace.is_some());
    features(ctx, draft, around, &mut sheet);
    let sure = 1.0 / (1.0 + (-f64::from(sheet.score)).exp());
    ctx.note_keep(draft, &sheet);
    weights.has("keep").then_some(sure)
}

/// Whether the rules alone, with the weights of their language, would keep a toll, a truce or a
/// promise of theirs that is surer than `least`. A model takes none of these away: a death or a
/// promise dropped in silence costs more than one shown with a doubt. Acts and statements, of which
/// there are many, it may call too unsure (docs/methodology.md has what that is worth).
pub(crate) fn by_rules(
    ctx: &Context<'_, '_>,
    draft: &Draft,
    around: &Around<'_>,
    least: f64,
) -> bool {
    let dear =
        matches!(draft.body, Body::Toll { .. } | Body::Truce { .. } | Body::Commitment { .. });
    if !dear || ctx.by_tagger || draft.is_proposed() {
        return false;
    }
    let weights = &ctx.doc.lang.weights;
    if !weights.has("keep") {
        let doubts = &ctx.memory.borrow().doubts;
        return !doubts.contains_key(&(draft.body.kind().to_owned(), draft.trigger));
    }
    let mut sheet = Sheet::new(weights, "keep", false);
    told_by_rules(ctx, draft, around, &mut sheet);
    1.0 / (1.0 + (-f64::from(sheet.score)).exp()) >= least
}

fn features(ctx: &Context<'_, '_>, draft: &Draft, around: &Around<'_>, sheet: &mut Sheet<'_>) {
    seen(ctx, draft, sheet);
    told_by_rules(ctx, draft, around, sheet);
}

fn told_by_rules(ctx: &Context<'_, '_>, draft: &Draft, around: &Around<'_>, sheet: &mut Sheet<'_>) {
    let doc = ctx.doc;
    let kind = draft.body.kind();
    let clause = &doc.clauses[draft.clause];
    let sentence = &doc.sentences[clause.sentence];
    sheet.add(&[kind]);
    sheet.add(&["rule", &draft.rule]);
    sheet.add(&["lexeme", kind, around.lexeme]);
    sheet.add(&["lexeme", around.lexeme, around.form]);
    sheet.add(&["form", around.form, kind]);
    sheet.add(&["same", few(around.same), kind]);
    sheet.add(&["all", few(around.all), kind]);
    sheet.add(&["report", few(around.report / 4), kind]);
    sheet.add(&["place", if draft.place.is_some() { "told" } else { "none" }, kind]);
    let precision = draft.date.as_ref().map_or("none", |d| d.precision.as_str());
    sheet.add(&["date", precision, kind]);
    sheet.add(&["modality", draft.modality.as_str(), kind]);
    sheet.add_if(draft.background, &["background", kind]);
    let index = clause.sentence;
    sheet.add(&["sentence", few(index), kind]);
    let trigger = draft.trigger..draft.trigger + 1;
    sheet.add_if(doc.inside_quotes(&trigger, sentence), &["quoted", kind]);
    let mention = doc.mention_at(draft.trigger);
    let definite = mention.is_some_and(|m| m.definite);
    sheet.add_if(definite, &["definite", kind, around.form]);
    let clitic = mention.and_then(|m| m.preposition).map_or("-", |c| match c {
        'ب' => "ب",
        'ل' => "ل",
        _ => "ك",
    });
    sheet.add(&["clitic", clitic, kind]);
    sheet.add_if(mention.is_some_and(|m| m.conjunction), &["and", kind]);
    let beside = |i: Option<usize>| -> &str {
        let token = i.and_then(|i| doc.tokens.get(i));
        let Some((i, token)) = i.zip(token) else { return "edge" };
        if !token.is_word() {
            return "mark";
        }
        doc.mention_at(i).map_or("unknown", |m| super::people::sort(doc, m))
    };
    let end = mention.map_or(draft.trigger + 1, |m| m.at.end);
    sheet.add(&["next", beside(Some(end)), kind]);
    sheet.add(&["previous", beside(draft.trigger.checked_sub(1)), kind]);
    if let Some(i) = draft.trigger.checked_sub(1).filter(|i| doc.tokens[*i].is_word()) {
        sheet.add(&["before", &doc.tokens[i].text, kind]);
    }
    if let Some(token) = doc.tokens.get(end).filter(|t| t.is_word()) {
        sheet.add(&["behind", &token.text, kind]);
    }
    let memory = ctx.memory.borrow();
    for doubt in memory.doubts.get(&(kind.to_owned(), draft.trigger)).into_iter().flatten() {
        sheet.add(&["doubt", doubt]);
    }
    sheet.add(&["length", few(sentence.len() / 6), kind]);
    let speech = doc.mentions_in(&clause.at).any(|m| m.lexeme(doc.lang, "speech").is_some());
    sheet.add(&["speech", if speech { "beside" } else { "none" }, kind]);
    body(&draft.body, sheet);
}

/// How much of the claim the tagger sees in its words, and of the most likely other kind.
fn seen(ctx: &Context<'_, '_>, draft: &Draft, sheet: &mut Sheet<'_>) {
    const FLOOR: f32 = 0.02;
    let Some(tagged) = ctx.tagged else { return };
    let kind = draft.body.kind();
    let sight = tagged.sight(kind, draft.span);
    let who = if draft.is_proposed() { "proposed" } else { "rule" };
    let odds = |p: f32| ((p + FLOOR) / (1.0 - p + FLOOR)).ln();
    sheet.add_value(&["seen", kind, who], odds(sight.mean));
    sheet.add_value(&["seen most", kind, who], odds(sight.most));
    sheet.add_value(&["seen begins", kind, who], odds(sight.begins));
    sheet.add(&["seen", bin(sight.mean), kind, who]);
    sheet.add(&["seen most", bin(sight.most), kind, who]);
    let trigger = doc_trigger(ctx, draft);
    sheet.add_value(&["seen trigger", kind, who], odds(tagged.sight(kind, trigger).most));
    if let Some((attribute, value)) = main_value(draft) {
        let values = tagged.values(attribute, draft.span);
        let sure = values.iter().find(|(v, _)| *v == value).map_or(0.0, |v| v.1);
        sheet.add_value(&["value seen", kind, who], (sure + FLOOR).ln());
        sheet.add(&["value seen", bin(sure), kind]);
    }
}

fn doc_trigger(ctx: &Context<'_, '_>, draft: &Draft) -> hudna_model::Span {
    ctx.doc.span(&(draft.trigger..draft.trigger + 1))
}

/// The attribute that decides most whether a claim is right, and its value.
fn main_value(draft: &Draft) -> Option<(&'static str, &'static str)> {
    Some(match &draft.body {
        Body::Violence { act, .. } => ("act", act.as_str()),
        Body::Toll { outcome, .. } => ("outcome", outcome.as_str()),
        Body::Meeting { status, .. } => ("status", status.as_str()),
        Body::Statement { speech_act, .. } => ("speech_act", speech_act.as_str()),
        Body::Truce { event, .. } => ("event", event.as_str()),
        Body::Commitment { what, .. } => ("what", what.as_str()),
    })
}

fn told(what: bool) -> &'static str {
    if what { "told" } else { "none" }
}

fn body(body: &Body, sheet: &mut Sheet<'_>) {
    match body {
        Body::Violence { act, actor, target, means, .. } => {
            sheet.add(&["act", act.as_str()]);
            let roles = [told(actor.is_some()), told(target.is_some()), told(means.is_some())];
            sheet.add(&["roles", roles[0], roles[1], roles[2]]);
        }
        Body::Toll { outcome, low, high, victims, cumulative, .. } => {
            sheet.add(&["toll", outcome.as_str()]);
            let size = |n: &Option<u32>| n.map_or("open", |n| few(n as usize));
            sheet.add(&["size", size(low), size(high)]);
            sheet.add(&["victims", victims.as_str()]);
            sheet.add_if(*cumulative, &["cumulative"]);
        }
        Body::Meeting { form, participants, status } => {
            sheet.add(&["meeting", form.as_str(), status.as_str()]);
            sheet.add(&["participants", few(participants.len()), status.as_str()]);
        }
        Body::Statement { speaker, speech_act, addressee } => {
            sheet.add(&["says", speech_act.as_str()]);
            sheet.add(&["speaker", told(speaker.is_some()), speech_act.as_str()]);
            sheet.add(&["addressee", told(addressee.is_some())]);
        }
        Body::Truce { event, .. } => sheet.add(&["event", event.as_str()]),
        Body::Commitment { who, what, status: standing, .. } => {
            sheet.add(&["task", what.as_str(), standing.as_str()]);
            sheet.add(&["who", told(who.is_some()), standing.as_str()]);
        }
    }
}
