//! Which act a word of force tells: by itself, by the weapon, the actor, the noun that carries it.

use hudna_model::{Act, PartyKind};

use super::Context;
use super::bodies::{attribute, role_tag};
use crate::doc::{Doc, Mention};
use crate::frame::matching::Match;
use crate::frame::phrase::{Phrase, is_only_verb};
use crate::frame::relation::overlaps;
use crate::lang::ar::Feat;
use crate::pack::index::Target;
use crate::pack::lexicon::Lexeme;

/// How far behind its word a weapon may stand, in tokens.
const WEAPON_REACH: usize = 16;

/// The act: of what the word itself, the weapon, the actor and the act that is its subject tell,
/// the most telling one.
pub(super) fn act(ctx: &Context<'_, '_>, found: &Match<'_>) -> Option<Act> {
    match found.frame.id.as_str() {
        "violence.killing" => return killing(ctx, found),
        "violence.weapon" => return by_weapon(ctx, found),
        "violence.harmed_by" => return found.roles.get("means").and_then(|p| role_act(ctx, p)),
        "violence.seize_person" if found.lexeme.tag("taker").is_some() => return taken(ctx, found),
        _ => {}
    }
    let own = found.lexeme.tag("act").and_then(Act::parse)?;
    if found.frame.id == "violence.fall" {
        let act = fallen(ctx, found, own);
        // A plane that lands strikes nothing.
        let lands = ctx.doc.is_english() && matches!(act, Act::AirStrike | Act::DroneStrike);
        return (!lands).then_some(act);
    }
    if !["strike", "attack", "blast"].iter().any(|c| found.lexeme.is(c)) {
        return attribute(ctx, found, "act").and_then(|a| Act::parse(&a)).or(Some(own));
    }
    // Air defences strike nothing from the air.
    let strikes = |p: &&Phrase| role_tag(ctx, p, "means").as_deref() != Some("anti_aircraft");
    let actor = found.roles.get("actor").filter(strikes).and_then(|p| role_act(ctx, p));
    let means = telling_means(found).and_then(|p| role_act(ctx, p));
    // "fired rockets at", "dropped barrel bombs on": the object is the weapon.
    if ctx.doc.is_english() && found.lexeme.tag("obj") == Some("means") {
        let thrown = found.roles.get("means").and_then(|p| role_act(ctx, p));
        if thrown.is_some() {
            return thrown;
        }
    }
    let near = || (found.trigger.end..found.trigger.end + 2).find_map(|i| own_act(ctx, i));
    let near = if found.feat.is_verb() || means.is_some() { None } else { near() };
    let told = [Some(own), means, actor, near, subject_act(ctx, found), with(ctx, found)];
    let act = told.into_iter().flatten().rev().max_by_key(|a| telling(*a))?;
    Some(match act {
        Act::Shelling | Act::OtherForce if flown(ctx, found) => Act::AirStrike,
        Act::OtherForce | Act::SmallArmsFire | Act::Shelling if on_monitors(ctx, found) => {
            Act::AttackOnMonitor
        }
        act => act,
    })
}

/// Whether a verb without a subject of its own goes on with aircraft told before it in the
/// sentence ("أقلعت مقاتلات وقصفت مواقع").
fn flown(ctx: &Context<'_, '_>, found: &Match<'_>) -> bool {
    let doc = ctx.doc;
    let joined = doc.mention_at(found.trigger.start).is_some_and(|m| m.conjunction);
    let own = ["actor", "means"].iter().any(|r| found.roles.contains_key(*r));
    if !found.feat.is_verb() || !joined || own {
        return false;
    }
    let sentence = &doc.sentences[ctx.clause(found).sentence];
    let aircraft = |m: &Mention| {
        let mut known = m.lexemes(doc.lang).map(|(l, _)| l);
        known.any(|l| l.is("force") && l.tag("act") == Some("air_strike"))
    };
    doc.mentions_in(&(sentence.start..found.trigger.start)).any(aircraft)
}

/// Whether monitors or peacekeepers are what is hit.
fn on_monitors(ctx: &Context<'_, '_>, found: &Match<'_>) -> bool {
    let doc = ctx.doc;
    let Some(target) = found.roles.get("target") else { return false };
    doc.mentions_in(&target.at).any(|m| {
        let monitors =
            |(l, _): (&Lexeme, Feat)| l.is("monitor") || l.tag("victims") == Some("monitor");
        m.lexemes(doc.lang).any(monitors)
    })
}

/// Killing is an attack on civilians unless fighters are killed. Whom a count precedes was
/// killed and killed nobody.
fn killing(ctx: &Context<'_, '_>, found: &Match<'_>) -> Option<Act> {
    let doc = ctx.doc;
    let actor = found.roles.get("actor")?;
    if doc.is_english()
        && let Some(act) = role_act(ctx, actor)
    {
        return Some(act);
    }
    let apart = actor.at.end..found.trigger.start;
    if doc.is_english() {
        let counted = doc.quantity_at(actor.at.start).is_some();
        return (!counted)
            .then(|| if is_fight(ctx, found) { Act::OtherForce } else { Act::AttackOnCivilians });
    }
    let counted = doc.quantity_at(actor.at.start).is_some()
        || apart.clone().any(|i| doc.quantity_at(i).is_some() || doc.is_particle(i, "that"));
    let behind = actor.at.start > found.trigger.end && found.shape.name == "verb";
    if counted || behind {
        return None;
    }
    let target = found.roles.get("target");
    if target.is_some_and(|t| doc.mention_at(t.at.start).is_some_and(|m| m.conjunction)) {
        return None;
    }
    Some(if is_fight(ctx, found) { Act::OtherForce } else { Act::AttackOnCivilians })
}

/// Whether those killed are fighters.
fn is_fight(ctx: &Context<'_, '_>, found: &Match<'_>) -> bool {
    let doc = ctx.doc;
    found.roles.get("target").is_some_and(|t| {
        let victims = role_tag(ctx, t, "victims");
        victims.as_deref() == Some("fighter")
            || victims.is_none()
                && doc.mentions_in(&t.at).any(|m| m.lexeme(doc.lang, "force").is_some())
    })
}

/// Who is taken captive is arrested by a state's forces and abducted by others.
fn taken(ctx: &Context<'_, '_>, found: &Match<'_>) -> Option<Act> {
    let doc = ctx.doc;
    let kind = found.roles.get("actor").and_then(|a| {
        let mut known = doc.mentions_in(&a.at).flat_map(|m| m.parties(doc.lang));
        known.next().map(|f| doc.pack.parties[f.party].kind)
    });
    match kind {
        Some(PartyKind::State | PartyKind::Force) => Some(Act::Arrest),
        Some(PartyKind::ArmedGroup) => Some(Act::Abduction),
        _ => found.lexeme.tag("act").and_then(Act::parse),
    }
}

/// What comes down or blows up: the weapon decides; a bomb that blows up was laid.
fn fallen(ctx: &Context<'_, '_>, found: &Match<'_>, own: Act) -> Act {
    let weapon = found.roles.get("means").and_then(|p| role_act(ctx, p));
    match weapon {
        Some(Act::OtherForce) if own == Act::UnidentifiedExplosion => Act::ExplosiveDevice,
        weapon => weapon.unwrap_or(own),
    }
}

/// Somebody's weapon as the cause of harm: "برصاص قوات الاحتلال", "بنيران الجيش".
fn by_weapon(ctx: &Context<'_, '_>, found: &Match<'_>) -> Option<Act> {
    let cause = ctx.doc.mention_at(found.trigger.start)?.preposition == Some('ب')
        || ctx.doc.is_english() && caused(ctx, found);
    let act = found.lexeme.tag("act").and_then(Act::parse).or_else(|| {
        let actor = found.roles.get("actor").and_then(|a| role_act(ctx, a));
        actor.or((found.lexeme.tag("means") == Some("fire")).then_some(Act::SmallArmsFire))
    })?;
    cause.then_some(act)
}

/// "killed by Israeli gunfire", "died in rocket fire": behind "by" or "in", adjectives between.
fn caused(ctx: &Context<'_, '_>, found: &Match<'_>) -> bool {
    const NEAR: usize = 4;
    let doc = ctx.doc;
    let before = found.trigger.start.saturating_sub(NEAR)..found.trigger.start;
    before.rev().any(|i| matches!(doc.tokens[i].text.as_str(), "by" | "in" | "from" | "under"))
}

/// What an act tells whose weapon is known by name.
const TELLING: u8 = 4;

/// How much an act tells: a weapon that is known by name over an aircraft, that over a shell.
fn telling(act: Act) -> u8 {
    use Act::*;
    match act {
        OtherForce => 0,
        AirStrike => 3,
        BarrelBomb | DroneStrike | GuidedMissile | ChemicalAttack | SuicideBombing => TELLING,
        ExplosiveDevice | SniperFire | Grenade => 2,
        _ => 1,
    }
}

/// The act of a weapon that a role names.
fn role_act(ctx: &Context<'_, '_>, phrase: &Phrase) -> Option<Act> {
    role_tag(ctx, phrase, "act")
        .and_then(|a| Act::parse(&a))
        .or_else(|| phrase.at.clone().find_map(|i| own_act(ctx, i)))
}

/// The weapon by which the act is done: not one that is itself hit ("دمر منصات الصواريخ").
fn telling_means<'m>(found: &'m Match<'_>) -> Option<&'m Phrase> {
    let means = found.roles.get("means")?;
    let target = found.roles.get("target");
    let hit = target.is_some_and(|t| overlaps(&t.at, &means.at));
    let behind = means.at.start >= found.trigger.end;
    let done = found.roles.contains_key("actor") || !found.feat.is_verb();
    let touches = found.feat.is_verb() && means.at.start == found.trigger.end;
    let subject = touches
        && (target.is_some_and(|t| t.at.start >= means.at.end)
            || (hit && !found.roles.contains_key("actor")));
    let bare = means.preposition.is_none() && found.lexeme.tag("obj").is_none();
    let object = behind && bare && done && !subject;
    (subject || (!hit && !object)).then_some(means)
}

/// The act of a telling weapon further on: governed by ب or a preposition of means, or right
/// behind the first ("غارة لطائرة أمريكية من دون طيار").
fn with(ctx: &Context<'_, '_>, found: &Match<'_>) -> Option<Act> {
    let doc = ctx.doc;
    let end = ctx.clause(found).at.end.min(found.trigger.end + WEAPON_REACH);
    let close = found.roles.get("means").map_or(found.trigger.end, |m| m.at.end);
    let by = |m: &Mention| {
        let before = m.at.start.checked_sub(1);
        m.preposition == Some('ب')
            || before.is_some_and(|i| doc.is_particle(i, "by_means"))
            || (close..close + 3).contains(&m.at.start)
    };
    let weapon = |m: &Mention| {
        let mut acts = m.lexemes(doc.lang).filter(|(l, _)| l.is("weapon"));
        acts.find_map(|(l, _)| l.tag("act").and_then(Act::parse))
    };
    let behind = found.trigger.end..end;
    let hit = |m: &Mention| found.roles.get("target").is_some_and(|t| overlaps(&t.at, &m.at));
    let gas = |m: &Mention| weapon(m) == Some(Act::ChemicalAttack) && !hit(m);
    let acts = doc.mentions_in(&behind).filter(|m| by(m) || gas(m)).filter_map(weapon);
    acts.into_iter().find(|a| telling(*a) == TELLING)
}

/// The act that the subject of a verb tells.
fn subject_act(ctx: &Context<'_, '_>, found: &Match<'_>) -> Option<Act> {
    let own = found.roles.get("actor").is_some_and(|a| a.at.start >= found.trigger.end);
    let verb = (found.feat.is_verb() && !own).then_some(found.trigger.start)?;
    let noun = subject_noun(ctx.doc, found.clause, verb)?;
    let act = act_noun(ctx.doc, ctx.doc.mention_at(noun)?)?;
    // A blast that is aimed at something is no accident.
    Some(if act == Act::UnidentifiedExplosion { Act::ExplosiveDevice } else { act })
}

/// Where the noun of an act stands that is the subject of a verb ("غارات استهدفت", "القصف الذي
/// طال"): right behind it, else the last before it in the sentence with no other verb between.
pub(super) fn subject_noun(doc: &Doc<'_>, clause: usize, verb: usize) -> Option<usize> {
    let sentence = &doc.sentences[doc.clauses[clause].sentence];
    let end = doc.mention_at(verb).filter(|m| is_only_verb(doc, m))?.at.end;
    let behind = end..(end + 2).min(sentence.end);
    let named = |m: &&Mention| act_noun(doc, m).is_some();
    let bare = |m: &&Mention| m.preposition.is_none() && !m.conjunction;
    let found = doc.mentions_in(&behind).filter(bare).find(named);
    let before = sentence.start..verb;
    let mut back = doc.mentions_in(&before).rev();
    let subject = |m: &&Mention| named(m) && may_carry(doc, m, verb);
    let found = found.or_else(|| back.by_ref().take_while(|m| !is_only_verb(doc, m)).find(subject));
    found.map(|m| m.at.start)
}

/// Whether a noun may be the subject of a verb behind it: a definite one behind a preposition
/// only with a relative ("في الغارة التي استهدفت", not "بعد الغارة استهدفت").
fn may_carry(doc: &Doc<'_>, noun: &Mention, verb: usize) -> bool {
    let before = noun.at.start.checked_sub(1);
    let governed = noun.preposition.is_some() || before.is_some_and(|i| doc.is_particle(i, "prep"));
    !(noun.definite && governed) || (noun.at.end..verb).any(|i| doc.is_particle(i, "rel"))
}

/// The act of a noun that names a strike, an attack or a blast.
fn act_noun(doc: &Doc<'_>, mention: &Mention) -> Option<Act> {
    let names = |l: &Lexeme| ["strike", "attack", "blast"].iter().any(|c| l.is(c));
    let (lexeme, _) = mention.lexemes(doc.lang).find(|(l, f)| !f.is_verb() && names(l))?;
    lexeme.tag("act").and_then(Act::parse)
}

/// The act of a weapon or asset that one word names, even inside a longer name.
fn own_act(ctx: &Context<'_, '_>, token: usize) -> Option<Act> {
    let doc = ctx.doc;
    let token = doc.tokens.get(token).filter(|t| t.is_word())?;
    crate::lang::ar::splits(&token.text).iter().find_map(|split| {
        doc.lang.index.single(&split.stem).iter().find_map(|hit| match hit.target {
            Target::Lexeme(i) => {
                let lexeme = &doc.lang.lexemes[i as usize];
                lexeme.tag("means")?;
                lexeme.tag("act").and_then(Act::parse)
            }
            _ => None,
        })
    })
}
