//! Who is counted: nouns for people, and what a number counts.

use hudna_model::{Outcome, Victims};

use crate::claims::Context;
use crate::doc::{Doc, Mention};
use crate::lang::ar::Feat;
use crate::layers::quantity::Quantity;
use crate::pack::index::Target;
use crate::pack::lexicon::Lexeme;
use crate::pack::registers::FormKind;

/// A noun for people.
pub(in crate::claims) struct Noun {
    /// Who they are.
    pub victims: Victims,
    /// Where it ends, in tokens.
    pub end: usize,
    /// One, two or more.
    pub feat: Feat,
    /// No article, pronoun or preposition is written in one with it.
    pub bare: bool,
    /// و is written in one with it.
    pub joined: bool,
    /// Women or children: told together they are one group.
    pub family: bool,
}

/// The noun for people that begins at a token.
pub(in crate::claims) fn noun(ctx: &Context<'_, '_>, i: usize) -> Option<Noun> {
    let doc = ctx.doc;
    let mention = doc.mention_at(i).filter(|m| m.at.start == i);
    let known = mention.and_then(|m| {
        let (lexeme, feat) = m.lexeme(doc.lang, "victim").or_else(|| status(doc, m))?;
        // "مقتل أسرة من ستة أفراد": one family is not one of its people.
        let feat = if lexeme.tag("unit").is_some() { Feat::Plural } else { feat };
        let victims = lexeme.tag("victims").and_then(Victims::parse);
        let family = lexeme.tag("family").is_some();
        Some((victims.unwrap_or(Victims::Unspecified), m.at.end, feat, family))
    });
    let named =
        |m: &Mention| m.lexeme(doc.lang, "victim").is_some_and(|(l, _)| l.tag("two").is_some());
    let two = mention.is_some_and(named);
    let (victims, end, feat, family) =
        known.or_else(|| Some((Victims::Unspecified, i + 1, demonym(doc, i)?, false)))?;
    let feat = if two { Feat::Dual } else { feat };
    let kin = mention
        .is_some_and(|m| m.lexeme(doc.lang, "victim").is_some_and(|(l, _)| l.tag("kin").is_some()));
    let bare = kin || mention.is_none_or(|m| !m.definite && !m.enclitic && m.preposition.is_none());
    let joined = mention.map_or(doc.tokens[i].text.starts_with('و'), |m| m.conjunction);
    Some(Noun { victims, end, feat, bare, joined, family })
}

/// "12 من قوات النظام": some of a force are fighters.
pub(in crate::claims) fn of_force(ctx: &Context<'_, '_>, at: usize) -> Option<Victims> {
    let doc = ctx.doc;
    let of = doc.tokens.get(at).is_some_and(|t| t.text == "من");
    let mention = doc.mention_at(at + 1).filter(|m| of && m.at.start == at + 1)?;
    mention.lexeme(doc.lang, "force").map(|_| Victims::Fighter)
}

/// Held or displaced people whom something more befalls.
fn status<'l>(doc: &Doc<'l>, mention: &Mention) -> Option<(&'l Lexeme, Feat)> {
    mention.lexemes(doc.lang).find(|(l, _)| l.is("harmed") && is_status(l))
}

/// Whether a noun tells how people live, not what an act did to them.
pub(in crate::claims) fn is_status(lexeme: &Lexeme) -> bool {
    let outcome = lexeme.tag("outcome").and_then(Outcome::parse);
    matches!(outcome, Some(Outcome::Displaced | Outcome::Detained | Outcome::Abducted))
}

/// Endings of a demonym and what they tell; of -ين the plural, which is the commoner.
const DEMONYMS: [(&str, Feat); 9] = [
    ("", Feat::Singular),
    ("ا", Feat::Singular),
    ("ه", Feat::Singular),
    ("ين", Feat::Plural),
    ("ون", Feat::Plural),
    ("ان", Feat::Dual),
    ("تين", Feat::Dual),
    ("تان", Feat::Dual),
    ("ات", Feat::Plural),
];

/// The adjective of a party that stands for its people: "فلسطينيا", "إسرائيليين".
fn demonym(doc: &Doc<'_>, i: usize) -> Option<Feat> {
    let token = doc.tokens.get(i).filter(|t| t.is_word())?;
    let mention = doc.mention_at(i);
    if mention.is_some_and(|m| m.definite || m.places().next().is_some()) {
        return None;
    }
    let text = token.text.strip_prefix('و').filter(|_| mention.is_none());
    let text = text.unwrap_or(&token.text);
    DEMONYMS.iter().find_map(|(ending, feat)| {
        let base =
            text.strip_suffix(ending).filter(|b| b.ends_with('ي') && !b.starts_with("ال"))?;
        let adjective = doc.lang.index.single(base).iter().any(|hit| match hit.target {
            Target::Party(p) => doc.lang.party_forms[p as usize].kind == FormKind::Adjective,
            _ => false,
        });
        adjective.then_some(*feat)
    })
}

/// Whether an unknown word has the ending of people named by where they belong: "حوثيا".
fn belongs(text: &str) -> bool {
    let long = text.chars().count();
    (long >= 5 && text.ends_with("يا"))
        || (long >= 6 && (text.ends_with("يين") || text.ends_with("يون")))
}

/// Whether a number counts people: no unit, weapon or place is what it counts, no date, age or
/// ordinal holds it. `sure` demands that the counted noun is known or has the ending of people.
pub(in crate::claims) fn counts_people(ctx: &Context<'_, '_>, q: &Quantity, sure: bool) -> bool {
    let doc = ctx.doc;
    // "أبناؤه الثلاثة": people told before.
    let number = doc.mention_at(q.at.start).filter(|m| m.definite).and_then(|m| m.number(doc.lang));
    let back =
        q.at.len() == 1 && number.is_some_and(|n| ["unit", "ten"].contains(&n.class.as_str()));
    let few = back || one_of_things(ctx, q) || q.vague && q.low.is_some_and(|n| n < 20);
    if few || q.at.clone().any(|i| doc.date_at(i).is_some()) || numbers(doc, q.at.start) {
        return false;
    }
    let Some(next) = doc.tokens.get(q.at.end) else { return true };
    if !next.is_word() {
        return !next.is_mark("%٪/:");
    }
    match doc.mention_at(q.at.end) {
        Some(mention) => mentions_people(ctx, mention, q.at.end),
        None => {
            let bare = !next.text.starts_with("ال") && next.text.chars().count() > 2;
            noun(ctx, q.at.end).is_some() || belongs(&next.text) || (!sure && bare)
        }
    }
}

/// "سلة واحدة", "غارتين اثنتين": one or two told behind a noun that is no people.
fn one_of_things(ctx: &Context<'_, '_>, q: &Quantity) -> bool {
    let doc = ctx.doc;
    let small = q.number().is_some_and(|n| n <= 2) && doc.tokens[q.at.start].is_word();
    if !small || q.at.len() != 1 || doc.tokens.get(q.at.end).is_some_and(|t| t.text == "من") {
        return false;
    }
    let before = q.at.start.saturating_sub(3)..q.at.start;
    let told = |i: usize| {
        noun(ctx, i).is_some()
            || doc.mention_at(i).is_some_and(|m| {
                ["harm", "harmed", "subset"].iter().any(|c| m.lexeme(doc.lang, c).is_some())
            })
    };
    let adjective = doc.tokens[q.at.start].text.trim_start_matches('و');
    let postposed = adjective.starts_with("واحد") || adjective.starts_with("اثن");
    postposed && !before.clone().any(told) && noun(ctx, q.at.end).is_none()
}

/// "الساعات الثماني والأربعين", "اللواء 17", "سن الـ18": the noun stands before its number.
fn numbers(doc: &Doc<'_>, at: usize) -> bool {
    let apart = at > 0 && doc.tokens[at - 1].text == "ال";
    let Some(before) = at.checked_sub(1 + usize::from(apart)) else { return false };
    // "قرار مجلس الأمن 2216": the number stands behind whose resolution it is.
    let far =
        |m: &Mention| m.lexeme(doc.lang, "numbered").is_some_and(|(l, _)| l.tag("far").is_some());
    if doc.mentions_in(&(at.saturating_sub(6)..at)).any(far) {
        return true;
    }
    doc.mention_at(before).is_some_and(|m| {
        let unit = m.times(doc.lang).any(|t| t.class == "unit") && !m.conjunction;
        let numbered = m.lexemes(doc.lang).find(|(l, _)| l.is("numbered"));
        unit || numbered.is_some_and(|(l, _)| m.definite || l.tag("bare").is_some())
    })
}

const THINGS: [&str; 8] =
    ["weapon", "strike", "locality", "target", "blast", "attack", "thing", "clash"];
const PEOPLE: [&str; 5] = ["victim", "harmed", "office", "case", "another"];

fn mentions_people(ctx: &Context<'_, '_>, mention: &Mention, at: usize) -> bool {
    let doc = ctx.doc;
    if mention.number(doc.lang).is_some_and(|n| n.class == "percent") {
        return false;
    }
    if mention.preposition.is_some() || mention.conjunction {
        return true;
    }
    let of = doc.tokens[at].text == "من" && mention.at.len() == 1;
    let is = |m: &Mention, classes: &[&str]| {
        m.lexemes(doc.lang).any(|(l, _)| classes.iter().any(|c| l.is(c)))
    };
    let timed = |m: &Mention| m.times(doc.lang).any(|t| TIMES.contains(&t.class.as_str()));
    let fits = |m: &Mention| !timed(m) && (is(m, &PEOPLE) || !is(m, &THINGS));
    // "12 من قوات النظام": some of a force are people, some of its planes are none.
    let some = |m: &Mention| fits(m) || is(m, &["force"]) && !is(m, &["weapon"]);
    match doc.mention_at(at + 1).filter(|_| of) {
        Some(counted) => some(counted),
        None => fits(mention),
    }
}

const TIMES: [&str; 3] = ["unit", "month", "two_units"];
