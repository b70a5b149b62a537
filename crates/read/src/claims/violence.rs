//! Acts of force: which act a word tells, and what only refers to one told before.

use hudna_model::{Act, Body, Means, Modality, PartyKind};

use super::bodies::{attribute, draft, name, role_tag};
use super::{Context, Draft};
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
fn act(ctx: &Context<'_, '_>, found: &Match<'_>) -> Option<Act> {
    match found.frame.id.as_str() {
        "violence.killing" => return killing(ctx, found),
        "violence.weapon" => return by_weapon(ctx, found),
        _ => {}
    }
    let own = found.lexeme.tag("act").and_then(Act::parse)?;
    if !["strike", "attack", "blast"].iter().any(|c| found.lexeme.is(c)) {
        return attribute(ctx, found, "act").and_then(|a| Act::parse(&a)).or(Some(own));
    }
    // Air defences strike nothing from the air.
    let strikes = |p: &&Phrase| role_tag(ctx, p, "means").as_deref() != Some("anti_aircraft");
    let actor = found.roles.get("actor").filter(strikes).and_then(|p| role_act(ctx, p));
    let means = telling_means(found).and_then(|p| role_act(ctx, p));
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
    if doc.quantity_at(actor.at.start).is_some() {
        return None;
    }
    let target = found.roles.get("target");
    if target.is_some_and(|t| doc.mention_at(t.at.start).is_some_and(|m| m.conjunction)) {
        return None;
    }
    let fighters = target.is_some_and(|t| {
        let victims = role_tag(ctx, t, "victims");
        victims.as_deref() == Some("fighter")
            || victims.is_none()
                && doc.mentions_in(&t.at).any(|m| m.lexeme(doc.lang, "force").is_some())
    });
    Some(if fighters { Act::OtherForce } else { Act::AttackOnCivilians })
}

/// Somebody's weapon as the cause of harm: "برصاص قوات الاحتلال", "بنيران الجيش".
fn by_weapon(ctx: &Context<'_, '_>, found: &Match<'_>) -> Option<Act> {
    let cause = ctx.doc.mention_at(found.trigger.start)?.preposition == Some('ب');
    let act = found.lexeme.tag("act").and_then(Act::parse).or_else(|| {
        let actor = found.roles.get("actor").and_then(|a| role_act(ctx, a));
        actor.or((found.lexeme.tag("means") == Some("fire")).then_some(Act::SmallArmsFire))
    })?;
    cause.then_some(act)
}

/// How much an act tells: a weapon that is known by name over an aircraft, that over a shell.
fn telling(act: Act) -> u8 {
    use Act::*;
    match act {
        OtherForce => 0,
        AirStrike => 3,
        BarrelBomb | DroneStrike | GuidedMissile | ChemicalAttack | SuicideBombing => 4,
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
        let before = m.at.start.checked_sub(1).map(|i| doc.tokens[i].text.as_str());
        m.preposition == Some('ب')
            || before.is_some_and(|w| ["عبر", "بواسطه", "باستخدام"].contains(&w))
            || (close..close + 3).contains(&m.at.start)
    };
    let weapon = |m: &Mention| {
        let mut acts = m.lexemes(doc.lang).filter(|(l, _)| l.is("weapon"));
        acts.find_map(|(l, _)| l.tag("act").and_then(Act::parse))
    };
    let behind = found.trigger.end..end;
    let acts = doc.mentions_in(&behind).filter(|m| by(m)).filter_map(weapon);
    acts.filter(|a| telling(*a) == 4).next()
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

/// A definite noun without actor, target or weapon only refers to what was told before; one for
/// many acts ("المعارك") not where a place is told.
fn only_refers(ctx: &Context<'_, '_>, found: &Match<'_>) -> bool {
    let definite = ctx.doc.mention_at(found.trigger.start).is_some_and(|m| m.definite);
    let told = ["actor", "target", "means"].iter().any(|r| found.roles.contains_key(r));
    let one = matches!(found.feat, Feat::Singular | Feat::Masdar | Feat::Dual)
        && ["attack", "blast"].iter().any(|c| found.lexeme.is(c))
        && !found.lexeme.is("violence_word");
    let refers = definite && !found.feat.is_verb() && !told;
    refers && (one || !ctx.place_told(found)) && !happens(ctx, found)
}

/// Whether a light verb right beside a noun tells that it happened ("اندلعت المعارك").
fn happens(ctx: &Context<'_, '_>, found: &Match<'_>) -> bool {
    let doc = ctx.doc;
    let at = &found.trigger;
    let beside = at.start.saturating_sub(1)..(at.end + 1).min(doc.tokens.len());
    let mut near = doc.mentions_in(&beside).filter(|m| m.is_verb());
    near.any(|m| m.lexeme(doc.lang, "light").is_some_and(|(l, _)| l.tag("subj") == Some("act")))
}

/// A definite participle only describes ("المواقع المستهدفة"), but for people and places held;
/// so does a verb of holding in the present.
fn describes(ctx: &Context<'_, '_>, found: &Match<'_>) -> bool {
    // "يسيطر على" tells who holds a place; it was taken before.
    if found.feat == Feat::Present && found.lexeme.tag("state").is_some() {
        return true;
    }
    let participle = matches!(found.feat, Feat::Active | Feat::Passive);
    let held = ["coerce", "seize_person"].iter().any(|c| found.lexeme.is(c));
    participle && !held && ctx.doc.mention_at(found.trigger.start).is_some_and(|m| m.definite)
}

/// Whether the clause asks for something and not for this act: what is demanded is mostly its
/// end, or something else that takes it as given. Only a verb that carries the act asks for it
/// ("دعا إلى شن هجمات"); what should be lifted is there.
fn not_asked(ctx: &Context<'_, '_>, found: &Match<'_>) -> bool {
    let before = found.trigger.start.saturating_sub(2)..found.trigger.start;
    let doc = ctx.doc;
    let carried = doc.mentions_in(&before).any(|m| m.lexeme(doc.lang, "light").is_some());
    found.layers.modality == Modality::CalledFor && !carried && !lifted(found)
}

/// Whether the sentence is about sport, weather, trade or the like and no force or party has a
/// part in the act ("قصفت السحب الجبال بالبرد").
fn manner_of_speaking(ctx: &Context<'_, '_>, found: &Match<'_>) -> bool {
    let doc = ctx.doc;
    let sentence = &doc.sentences[ctx.clause(found).sentence];
    let armed = |m: &Mention| {
        let mut known = m.lexemes(doc.lang).map(|(l, _)| l);
        m.parties(doc.lang).any(|f| doc.pack.parties[f.party].kind != PartyKind::State)
            || known.any(|l| (l.is("force") || l.is("weapon")) && l.tag("weak").is_none())
    };
    doc.mentions_in(sentence).any(|m| m.lexeme(doc.lang, "unrelated").is_some())
        && !doc.mentions_in(sentence).any(armed)
}

/// Whether a word names a whole conflict ("الحرب", "الصراع") and no light verb near it makes it
/// an act ("اندلعت الحرب", "الحرب التي شنتها").
fn in_general(ctx: &Context<'_, '_>, found: &Match<'_>) -> bool {
    const NEAR: usize = 3;
    let doc = ctx.doc;
    let at = &found.trigger;
    let around = at.start.saturating_sub(NEAR)..(at.end + NEAR).min(doc.tokens.len());
    found.lexeme.tag("general").is_some()
        && !doc.mentions_in(&around).any(|m| m.lexeme(doc.lang, "light").is_some())
}

/// Whether the word tells that an act is ended or lifted.
fn lifted(found: &Match<'_>) -> bool {
    found.lexeme.tag("end").is_some()
}

/// Acts of the weapons that a list joins to the first by و ("بالمدفعية والطائرات المسيرة").
fn further_acts(ctx: &Context<'_, '_>, found: &Match<'_>, first: Act) -> Vec<Act> {
    let doc = ctx.doc;
    let mut out = vec![first];
    let mut at = found.roles.get("means").map_or(found.trigger.end, |m| m.at.end);
    let strikes = ["strike", "attack"].iter().any(|c| found.lexeme.is(c));
    while let Some(m) = doc.mention_at(at).filter(|m| strikes && m.conjunction) {
        let weapon = m.lexemes(doc.lang).map(|(l, _)| l).find(|l| l.is("weapon"));
        let Some(act) = weapon.and_then(|l| l.tag("act")).and_then(Act::parse) else { break };
        if !out.contains(&act) {
            out.push(act);
        }
        at = m.at.end;
    }
    out.remove(0);
    out
}

/// The drafts of a match: one per place and act.
pub(super) fn drafts(ctx: &Context<'_, '_>, found: &Match<'_>) -> Vec<Draft> {
    let mut out = told(ctx, found);
    let first = out.first().and_then(|d| super::recall::act(d));
    let further = first.map(|a| further_acts(ctx, found, a)).unwrap_or_default();
    for act in further {
        let mut more = told(ctx, found);
        more.iter_mut().for_each(|d| super::recall::set(d, act));
        out.extend(more);
    }
    let asked = |m: Modality| matches!(m, Modality::CalledFor | Modality::Planned);
    for draft in out.iter_mut().filter(|d| lifted(found) && asked(d.modality)) {
        draft.modality = Modality::Actual;
    }
    out
}

fn told(ctx: &Context<'_, '_>, found: &Match<'_>) -> Vec<Draft> {
    let Some(act) = act(ctx, found) else { return Vec::new() };
    let no_act: [fn(&Context<'_, '_>, &Match<'_>) -> bool; 5] =
        [only_refers, describes, not_asked, manner_of_speaking, in_general];
    if no_act.iter().any(|says| says(ctx, found)) {
        return Vec::new();
    }
    let means = found.roles.get("means").map(|p| Means {
        text: ctx.doc.words(&p.at).to_owned(),
        id: role_tag(ctx, p, "means").unwrap_or_default(),
    });
    let means = means.filter(|m| !m.id.is_empty());
    let count = ctx.doc.quantity_at(found.trigger.start.saturating_sub(1)).and_then(|q| q.number());
    let body = Body::Violence {
        act,
        actor: name(ctx, found, "actor"),
        target: name(ctx, found, "target"),
        means,
        count,
    };
    let one = draft(ctx, found, body.clone());
    let places = ctx.places_of(found);
    if places.len() < 2 {
        return vec![one];
    }
    let at = |f: &&crate::layers::place::Found| Draft {
        place: Some(ctx.reference(f)),
        ..draft(ctx, found, body.clone())
    };
    places.iter().map(at).collect()
}
