//! The counted group that belongs to a word of harm.

use std::ops::Range;

use hudna_model::Victims;

use super::Context;
use crate::doc::Mention;
use crate::frame::matching::Match;
use crate::lang::ar::Feat;
use crate::layers::place::Found;
use crate::layers::quantity::Quantity;

pub(super) mod english;
pub(super) mod list;
pub(super) mod people;
mod subject;
mod total;

use people::counts_people;
use subject::{Agreement, agreement};

/// How far behind its word of harm a number may stand, in tokens.
const REACH: usize = 12;

/// A number of people, and who they are.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Group {
    pub low: Option<u32>,
    pub high: Option<u32>,
    pub vague: bool,
    /// "more than": the number told is one below `low`.
    pub above: bool,
    /// No number stands there: the noun itself tells one or two.
    pub number_free: bool,
    pub victims: Victims,
    /// Tokens of the number and its noun.
    pub at: Range<usize>,
}

/// The group of a match: a number beside the word, or one or two people that the noun implies.
pub(super) fn of(ctx: &Context<'_, '_>, found: &Match<'_>) -> Option<Group> {
    if found.lexeme.is("harmed") || found.feat == Feat::Passive {
        return total::counted_noun(ctx, found);
    }
    if found.lexeme.tag("before").is_some() {
        return subject::before_state(ctx, found);
    }
    let verb = found.feat.is_verb();
    // "قتلوا 5 أشخاص": the number behind an active verb is its object.
    let behind = ctx.doc.quantity_at(found.trigger.end).filter(|q| !told_on(ctx, q.at.start));
    let object = behind.is_some_and(|q| counts_people(ctx, q, true));
    let many = verb && !object && agreement(ctx, found) != Agreement::One;
    many.then(|| subject::before(ctx, found))
        .flatten()
        .or_else(|| counted_harm(ctx, found))
        .or_else(|| ahead(ctx, found))
        .or_else(|| verb.then(|| subject::before(ctx, found)).flatten())
        .or_else(|| is_noun(ctx, found).then(|| total::counted_noun(ctx, found)).flatten())
}

/// Whether something told with the group goes on behind the verb and is no object of it.
pub(super) fn told_on(ctx: &Context<'_, '_>, at: usize) -> bool {
    let doc = ctx.doc;
    doc.tokens[at].text == "و"
        || at > 0 && doc.tokens[at - 1].text == "و"
        || doc.mention_at(at).is_some_and(|m| m.conjunction)
}

/// Whether a verbal noun is a noun for those harmed as well: "حصيلة الإصابات".
fn is_noun(ctx: &Context<'_, '_>, found: &Match<'_>) -> bool {
    let mention = ctx.doc.mention_at(found.trigger.start);
    mention.is_some_and(|m| m.lexeme(ctx.doc.lang, "harmed").is_some())
}

/// "و140 إصابة": a verbal noun that counts cases.
fn counted_harm(ctx: &Context<'_, '_>, found: &Match<'_>) -> Option<Group> {
    let mention = ctx.doc.mention_at(found.trigger.start)?;
    let counted = !found.feat.is_verb()
        && mention.preposition.is_none()
        && found.lexeme.tag("counted").is_none();
    let q = found.trigger.start.checked_sub(1).and_then(|i| ctx.doc.quantity_at(i))?;
    // "عشرات الإصابات" counts as "140 إصابة" does.
    let open = !mention.definite || q.vague && q.low.is_some_and(|n| n >= 20);
    (counted && open && !mention.conjunction).then(|| group(ctx, q, q.at.start..found.trigger.end))
}

/// The first number of people behind the word, or the one or two people told there.
fn ahead(ctx: &Context<'_, '_>, found: &Match<'_>) -> Option<Group> {
    let doc = ctx.doc;
    let clause = &ctx.clause(found).at;
    if found.feat.is_verb() && doc.mention_at(found.trigger.start).is_some_and(|m| m.enclitic) {
        return None;
    }
    let start = second_harm(ctx, found.trigger.end).unwrap_or(found.trigger.end);
    let start = complement(ctx, found, start);
    let sentence = &doc.sentences[ctx.clause(found).sentence];
    let end = if start > clause.end { sentence.end } else { clause.end };
    let limit = end.min(start + REACH);
    let mut i = start;
    while i < limit {
        if let Some(q) = doc.quantity_at(i).filter(|q| q.at.start >= found.trigger.end) {
            if counted_elsewhere(ctx, found, q) {
                return None;
            }
            let sure = found.lexeme.tag("weak").is_some() || q.at.start > start + 1;
            let bare = doc.tokens.get(q.at.end).is_none_or(|t| !t.is_word());
            let only = found.lexeme.tag("counted").is_some() && !found.feat.is_verb();
            let far = bare && q.at.start > start + 2 || only && q.at.start > start;
            if counts_people(ctx, q, sure) && !far {
                return Some(group(ctx, q, q.at.clone()));
            }
            i = q.at.end;
            continue;
        }
        let other = doc.mention_at(i).filter(|m| m.at.start == i);
        if other.is_some_and(|m| is_harm(ctx, m) || ends_reach(ctx, m)) {
            return None;
        }
        if let Some(group) = implied(ctx, found, start, i) {
            return Some(group);
        }
        i += 1;
    }
    None
}

/// Behind the words that belong to the verb: "ألقى القبض على", "أودى بحياة".
fn complement(ctx: &Context<'_, '_>, found: &Match<'_>, start: usize) -> usize {
    let doc = ctx.doc;
    let target = found.lexeme.tag("harmed") == Some("target");
    let belongs = |i: usize| {
        let text = doc.tokens[i].text.as_str();
        let bare = text.strip_prefix("ال").or(text.strip_prefix('ب')).unwrap_or(text);
        let own = found.lexeme.complements.iter().any(|c| c == text || c == bare);
        text == "علي" || own && people::noun(ctx, i).is_none()
    };
    let end = doc.tokens.len().min(start + 3);
    let last = (start..end).filter(|_| target).take_while(|i| belongs(*i)).last();
    last.map_or(start, |i| i + 1)
}

/// "ارتفع إلى 55", "45 بين قتيل وجريح", "عشرات الجرحى": counted at the noun.
fn counted_elsewhere(ctx: &Context<'_, '_>, found: &Match<'_>, q: &Quantity) -> bool {
    let doc = ctx.doc;
    let before = doc.tokens[q.at.start - 1].text.as_str();
    let reached = q.at.start > found.trigger.end && before == "الي";
    let between = doc.tokens.get(q.at.end).is_some_and(|t| t.text == "بين");
    let noun = doc.mention_at(q.at.end).is_some_and(|m| {
        !m.conjunction && m.lexeme(doc.lang, "harmed").is_some_and(|(l, _)| !people::is_status(l))
    });
    reached || between || noun
}

/// "مقتل وإصابة العشرات": a second word of harm joined to the first; where it ends.
pub(super) fn second_harm(ctx: &Context<'_, '_>, at: usize) -> Option<usize> {
    let m = ctx.doc.mention_at(at).filter(|m| m.at.start == at && m.conjunction)?;
    let (_, feat) = m.lexeme(ctx.doc.lang, "harm")?;
    let first = at.checked_sub(1).and_then(|i| ctx.doc.mention_at(i));
    let verb =
        first.is_some_and(|f| f.lexeme(ctx.doc.lang, "harm").is_some_and(|(_, f)| f.is_verb()));
    ((!feat.is_verb() || verb) && !m.definite).then_some(m.at.end)
}

/// "مقتل جندي", "إصابة مدنيين اثنين", "اعتقل الجيش راعيا": one or two without a number.
fn implied(ctx: &Context<'_, '_>, found: &Match<'_>, start: usize, i: usize) -> Option<Group> {
    let flees = found.lexeme.tag("outcome") == Some("displaced");
    if flees || found.lexeme.tag("counted").is_some() {
        return None;
    }
    let another = ctx.doc.mention_at(i).filter(|m| m.at.start == i && i == start && !m.definite);
    if let Some((_, feat)) = another.and_then(|m| m.lexeme(ctx.doc.lang, "another")) {
        let n = if feat == Feat::Dual { 2 } else { 1 };
        let fits = feat != Feat::Plural && people::noun(ctx, i + 1).is_none();
        return fits.then(|| at_least(ctx, exact(n, i..i + 1, Victims::Unspecified)));
    }
    let noun = people::noun(ctx, i).filter(|n| n.bare && !n.joined)?;
    let n = match noun.feat {
        Feat::Singular => 1,
        Feat::Dual => 2,
        _ => return None,
    };
    let fits = i == start || found.feat.is_verb() && is_object(ctx, found, start, i);
    fits.then(|| at_least(ctx, exact(n, i..noun.end, noun.victims)))
}

/// Whether a bare noun some words behind its verb is whom the act befell: only times and
/// phrases with pronouns stand between, or the actor and the noun is in the accusative.
fn is_object(ctx: &Context<'_, '_>, found: &Match<'_>, start: usize, i: usize) -> bool {
    let doc = ctx.doc;
    let aside = |k: usize| {
        doc.date_at(k).is_some()
            || place_at(ctx, k).is_some()
            || doc.is_particle(k, "prep")
            || k > start
                && doc.is_particle(k - 1, "prep")
                && doc.mention_at(k).is_some_and(|m| m.definite)
            || doc.mention_at(k).is_some_and(|m| {
                m.preposition.is_some()
                    || m.enclitic && m.lexeme(doc.lang, "prep").is_some()
                    || m.lexeme(doc.lang, "adv").is_some()
            })
    };
    if (start..i).all(aside) {
        return !doc.is_particle(i - 1, "prep");
    }
    let acts = found.lexeme.tag("harmed") != Some("subj");
    let after = &doc.tokens[i - 1];
    let actor = doc.mention_at(start).is_some_and(|m| {
        m.definite
            || m.parties(doc.lang).next().is_some()
            || m.lexeme(doc.lang, "force").is_some_and(|(_, f)| i > start + 1 || f == Feat::Plural)
    });
    let text = doc.tokens[i].text.as_str();
    let accusative = ["ا", "ه", "ين", "ي"].iter().any(|ending| text.ends_with(ending));
    let governed = doc.is_particle(i - 1, "prep") || !after.is_word();
    acts && actor && accusative && !governed && i - start <= 5
}

/// "جنديين تركيين على الأقل": the bound behind one or two.
fn at_least(ctx: &Context<'_, '_>, group: Group) -> Group {
    let doc = ctx.doc;
    let bound = (group.at.end..group.at.end + 4)
        .take_while(|i| doc.tokens.get(*i).is_some_and(|t| t.is_word()))
        .any(|i| {
            let number = doc.mention_at(i).and_then(|m| m.number(doc.lang));
            number.is_some_and(|n| n.class == "low_after")
        });
    Group { high: group.high.filter(|_| !bound), ..group }
}

/// The place that covers a token. Places stand in the order of the text.
pub(super) fn place_at<'c>(ctx: &'c Context<'_, '_>, i: usize) -> Option<&'c Found> {
    let k = ctx.places.partition_point(|f| f.at.end <= i);
    ctx.places.get(k).filter(|f| f.at.contains(&i))
}

fn exact(n: u32, at: Range<usize>, victims: Victims) -> Group {
    Group {
        low: Some(n),
        high: Some(n),
        vague: false,
        above: false,
        number_free: true,
        victims,
        at,
    }
}

fn group(ctx: &Context<'_, '_>, q: &Quantity, at: Range<usize>) -> Group {
    let open = |i: &usize| {
        ctx.doc.tokens.get(*i).is_some_and(|t| t.is_word())
            && !["subset", "rel", "subord"].iter().any(|c| ctx.doc.is_particle(*i, c))
    };
    let near = (q.at.end..q.at.end + 3).take_while(open);
    let noun = near.into_iter().find_map(|i| people::noun(ctx, i));
    let counted = ctx.doc.mention_at(q.at.end).filter(|m| {
        m.at.start == q.at.end && !m.conjunction && m.lexeme(ctx.doc.lang, "harmed").is_some()
    });
    let end = counted.map_or(at.end, |m| m.at.end);
    let unnamed = people::of_force(ctx, q.at.end).unwrap_or(Victims::Unspecified);
    let (victims, end) = noun.map_or((unnamed, end), |n| (n.victims, n.end));
    let at = at.start..end.max(at.end);
    let (low, high, vague, above) = (q.low, q.high, q.vague, q.above);
    Group { low, high, vague, above, number_free: false, victims, at }
}

fn is_harm(ctx: &Context<'_, '_>, m: &Mention) -> bool {
    m.lexemes(ctx.doc.lang).any(|(l, _)| l.is("harm"))
}

/// Words over which a number does not belong to the word of harm.
fn ends_reach(ctx: &Context<'_, '_>, m: &Mention) -> bool {
    let goes_on = |l: &crate::pack::lexicon::Lexeme| l.is("result") || l.is("covers");
    !m.lexemes(ctx.doc.lang).any(|(l, _)| l.is("covers"))
        && m.lexemes(ctx.doc.lang).any(|(l, f)| l.is("rel") || (f.is_verb() && !goes_on(l)))
}
