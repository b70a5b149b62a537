//! Which act it was: the word's own, that of the weapon or of who does it, or that of the act it
//! refers to.

use hudna_model::Act;

use super::people::form;
use super::{Sheet, best};
use crate::claims::Context;
use crate::frame::matching::Match;

/// The act; `usual` is what the rule takes.
pub(crate) fn choose(ctx: &Context<'_, '_>, found: &Match<'_>, usual: Act) -> Act {
    let weights = ctx.weights;
    if ctx.trace.is_none() && !weights.has("act") {
        return usual;
    }
    let evidence = evidence(ctx, found, usual);
    let sheet = |act: &Act| {
        let mut sheet = Sheet::new(weights, "act", ctx.trace.is_some());
        let name = act.as_str();
        sheet.add_if(*act == usual, &["rule", "same"]);
        sheet.add_if(*act == usual, &["rule", "same", found.frame.id.as_str()]);
        sheet.add_if(act.family() == usual.family(), &["rule", "family"]);
        sheet.add(&[name]);
        for (what, value) in &evidence {
            sheet.add(&[name, what, value]);
            sheet.add_if(*value == name, &["agrees", what]);
            let kin = Act::parse(value).is_some_and(|v| v.family() == act.family());
            sheet.add_if(kin, &["kin", what]);
        }
        sheet
    };
    let sheets: Vec<Sheet<'_>> = Act::ALL.iter().map(sheet).collect();
    let fallback = Act::ALL.iter().position(|a| *a == usual).unwrap_or_default();
    let chosen = best(weights, "act", &sheets, fallback);
    ctx.note("act", found, &sheets, |i| Act::ALL[i].to_string());
    Act::ALL[chosen]
}

/// What speaks for one act or another: pairs of where it was seen and what.
fn evidence<'c>(
    ctx: &Context<'c, '_>,
    found: &'c Match<'_>,
    usual: Act,
) -> Vec<(&'static str, &'c str)> {
    let doc = ctx.doc;
    let clause = &doc.clauses[found.clause];
    let sentence = &doc.sentences[clause.sentence];
    let mut out = vec![
        ("usual", usual.as_str()),
        ("frame", found.frame.id.as_str()),
        ("form", form(found)),
        ("lexeme", found.lexeme.id.as_str()),
        ("own", found.lexeme.tag("act").unwrap_or("none")),
    ];
    let near = found.trigger.start.saturating_sub(4)..(found.trigger.end + 5).min(sentence.end);
    let mut told = |what, range: &std::ops::Range<usize>, except: bool| {
        let mut seen: Vec<&str> = doc
            .mentions_in(range)
            .filter(|m| !(except && m.at.start == found.trigger.start))
            .filter_map(|m| m.lexemes(doc.lang).find_map(|(l, _)| l.tag("act")))
            .collect();
        seen.sort_unstable();
        seen.dedup();
        out.extend(seen.into_iter().take(4).map(|act| (what, act)));
    };
    told("near", &near, true);
    told("clause", &clause.at, true);
    told("sentence", sentence, true);
    let means = found.roles.get("means").and_then(|p| {
        doc.mentions_in(&p.at).find_map(|m| m.lexemes(doc.lang).find_map(|(l, _)| l.tag("means")))
    });
    out.extend(means.map(|m| ("means", m)));
    if let Some(act) = ctx.memory.borrow().act {
        out.push(("memory", act.as_str()));
    }
    for (what, class) in [("victim", "victim"), ("target", "target"), ("ground", "ground")] {
        let seen = doc.mentions_in(&clause.at).any(|m| m.lexeme(doc.lang, class).is_some());
        if seen {
            out.push((what, "clause"));
        }
    }
    out
}
