//! What was understood of what somebody submitted, in the reader's language and with the words that
//! it was read from.

use std::collections::BTreeSet;

use hudna::facts::FiledReport;
use hudna::model::{Note, NoteKind, Patrol, Reached};
use hudna::names::near;
use serde_json::{Value, json};

use super::record::Submission;
use super::{keep, moment};
use crate::desk::Ctx;
use crate::pages::overview::words_lang;
use crate::pages::report;
use crate::pages::report::claim::{self, dir};
use crate::pages::shared::place;

/// A sentence of each claim in the reader's language, and the words that it was read from.
pub fn understood(ctx: &Ctx<'_>, filed: &FiledReport) -> Vec<Value> {
    let (say, s) = (ctx.say(), ctx.situation());
    let one = |c: &&hudna::model::Claim| {
        let text = hudna_brief::bidi::plain(&claim::summary(say, s, c));
        read_back(text, &c.evidence.text, Some(&c.id))
    };
    claim::claims(ctx, filed).iter().map(one).collect()
}

/// What was understood, and from which words.
fn read_back(text: String, words: &str, claim: Option<&str>) -> Value {
    let lang = words_lang(words);
    json!({ "text": text, "words": words, "lang": lang, "dir": dir(lang), "claim": claim })
}

/// Names of places that are asked about, each place once however often and under whatever spelling
/// it stands there, and none of which the desk was told where it is.
pub fn asked_about<'n>(
    ctx: &'n Ctx<'_>,
    id: &str,
    filed: &'n FiledReport,
    told: &'n Submission,
) -> Vec<&'n str> {
    let (s, heads) = (ctx.situation(), &ctx.snap.data.heads);
    let is_name = |k: NoteKind| matches!(k, NoteKind::UnknownPlace | NoteKind::AmbiguousPlace);
    let data = &ctx.snap.data;
    let open = |n: &&Note| is_name(n.kind) && !near::is_settled(data, &s.agreement, filed, n);
    let notes = report::notes(filed).into_iter().filter(open);
    let typed = told.place.as_deref().filter(|p| !p.is_empty() && keep::place(s, p).is_none());
    let answered: Vec<&str> = s
        .questions
        .iter()
        .filter(|q| q.about == id && !q.raised)
        .map(|q| q.text.en.as_str())
        .collect();
    let mut seen = BTreeSet::new();
    let names = notes.map(|n| n.text.as_str()).chain(typed);
    names
        .filter(|name| seen.insert(heads.key(name)))
        .filter(|name| !answered.iter().any(|told| told.contains(name)))
        .collect()
}

/// What a nil return was understood to say: where, from when until when, and that nothing was seen
/// there or that nothing is known of it.
pub fn of_nil(ctx: &Ctx<'_>, p: &Patrol, raw: &str) -> Value {
    let (say, s) = (ctx.say(), ctx.situation());
    let [from, until, watched] = hudna::patrols::told(raw, p.line, ["from", "until", "watched"]);
    let day = || say.day(&p.day);
    let at = place(say, s, Some(&p.place), None);
    // No more was seen than what was watched.
    let at = watched.iter().fold(at, |at, watched| format!("{watched} ({at})"));
    let args = [
        ("place", at.into()),
        ("from", moment(ctx, from.as_ref()).unwrap_or_else(day).into()),
        ("until", moment(ctx, until.as_ref()).unwrap_or_else(day).into()),
    ];
    let id = match p.reached {
        Reached::Yes => "w-submit-nil-nothing",
        Reached::No => "w-submit-nil-unreached",
        Reached::Refused => "w-submit-nil-refused",
    };
    let text = hudna_brief::bidi::plain(&say.text(id, &args));
    let words = [p.reason.clone(), watched].into_iter().flatten().collect::<Vec<_>>().join(" – ");
    read_back(text, &words, None)
}
