//! A promise as pages show it.

use hudna::model::{Due, FiledClaim, FollowUp, Situation};
use serde_json::{Value, json};

use crate::desk::Ctx;
use crate::pages::overview::words_lang;
use crate::pages::report::claim::{dir, grade};
use crate::pages::shared::{href, party, source};

/// First and last day on which it is due, where any is told.
pub fn days(due: &Due) -> Option<[&str; 2]> {
    let (start, end) = (due.start.as_deref(), due.end.as_deref());
    Some([start.or(end)?, end.or(start)?])
}

/// The claim that tells it best.
pub fn best<'s>(s: &'s Situation, f: &FollowUp) -> Option<&'s FiledClaim> {
    let all = || f.claims.iter().filter_map(|id| s.claims.get(id));
    all().find(|c| c.claim.evidence.text == f.words).or_else(|| all().next())
}

/// A promise for a template.
pub fn view(ctx: &Ctx<'_>, f: &FollowUp) -> Value {
    let (say, s) = (ctx.say(), ctx.situation());
    let told = best(s, f);
    let lang = words_lang(&f.words);
    let name = |id: &String| party(say, s, id);
    let words = |words: &str| (!words.is_empty()).then(|| words.to_owned());
    let former: Vec<Value> = f
        .former
        .iter()
        .map(|o| {
            json!({
                "due": days(&o.due), "words": words(&o.due.words), "until": o.until,
                "claim": o.claim, "entry": o.entry,
            })
        })
        .collect();
    json!({
        "id": f.id, "href": href(&f.id), "status": f.status, "standing": f.standing,
        "who": f.who.as_ref().map_or_else(|| say.text("p-who-unknown", &[]), name),
        "to": f.to.as_ref().map(name), "what": say.label("task", f.what.as_str()),
        "sentence": f.words, "lang": lang, "dir": dir(lang), "gloss": null,
        "claim": told.map(|c| &c.claim.id), "report": told.map(|c| &c.report),
        "source": told.map_or(String::new(), |c| source(say, s, &c.source)),
        "grade": told.map_or_else(|| "F".to_owned(), |c| grade(s, &c.source, c.reviewed)),
        "due": days(&f.due), "due_words": words(&f.due.words), "former": former,
        "silent_days": f.silent_days, "first_told": f.first_told.day().to_string(),
        "last_told": f.last_told.day().to_string(), "progress": f.progress.len(),
        "owner": f.owner, "next": f.next, "reviewed": f.reviewed,
        "mine": f.owner.as_deref() == Some(ctx.ask.asker.name.as_str()),
        "version": ctx.snap.facts.size, "due_source": null,
    })
}

/// What a claim says in its own words.
pub fn quote(ctx: &Ctx<'_>, id: &str) -> Option<Value> {
    let (say, s) = (ctx.say(), ctx.situation());
    let filed = s.claims.get(id)?;
    let words = &filed.claim.evidence.text;
    Some(json!({
        "words": words, "lang": words_lang(words), "report": filed.report, "claim": id,
        "source": source(say, s, &filed.source), "at": filed.received.day().to_string(),
        "gloss": null,
    }))
}
