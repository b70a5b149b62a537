//! Who spoke, and what they did by speaking: never their words.

use hudna_model::{Bilingual, Body, FiledClaim, Name, SpeechAct};

use super::news::{Group, groups, recent};
use crate::brief::{CiteKind, Cites};
use crate::say::{Line, NOBODY, Speaker, once_each};

/// Speakers told, the one who spoke last first.
const SPEAKERS: usize = 8;

pub(super) fn lines(speaker: &Speaker<'_>) -> Vec<Line> {
    let mut claims = recent(speaker, "statement");
    claims.retain(|f| says_something(speaker, f));
    let mut told = groups(claims, |f| who(f)?.0.party.clone());
    told.truncate(SPEAKERS);
    told.iter().filter_map(|(id, group)| line(speaker, id, group)).collect()
}

fn who(filed: &FiledClaim) -> Option<(&Name, SpeechAct, Option<&Name>)> {
    match &filed.claim.body {
        Body::Statement { speaker: Some(who), speech_act, addressee } => {
            Some((who, *speech_act, addressee.as_ref()))
        }
        _ => None,
    }
}

/// A speaker of the register; and more than that something was announced, which its words alone
/// would tell.
fn says_something(speaker: &Speaker<'_>, filed: &FiledClaim) -> bool {
    let Some((name, speech, to)) = who(filed) else { return false };
    let registered = name
        .party
        .as_ref()
        .is_some_and(|id| id != NOBODY && speaker.situation.parties.contains_key(id));
    // Of these the content is all: with nobody addressed nothing would be said.
    let bare = matches!(
        speech,
        SpeechAct::Announce
            | SpeechAct::Accuse
            | SpeechAct::Propose
            | SpeechAct::Confirm
            | SpeechAct::Other
    );
    registered && (!bare || to.is_some_and(|to| addressee(speaker, to).is_some()))
}

/// The neutral name of an addressee whom the register holds.
fn addressee(speaker: &Speaker<'_>, to: &Name) -> Option<Bilingual> {
    to.party
        .as_ref()
        .filter(|id| *id != NOBODY)
        .and_then(|id| speaker.situation.parties.get(id))
        .map(|p| p.name.clone())
}

/// "Staffan de Mistura appeals (to or about Russia) and warns; last on 3 May 2016."
fn line(speaker: &Speaker<'_>, id: &str, group: &Group<'_>) -> Option<Line> {
    let newest = group.first()?;
    let acts = groups(group.clone(), |f| Some(who(f)?.1));
    let acts: Vec<Bilingual> =
        acts.iter().map(|(act, group)| speech(speaker, *act, group)).collect();
    let day = newest.received.day();
    let one_day = group.iter().all(|f| f.received.day() == day);
    let day = speaker.day(&day.to_string());
    let when = if one_day { "t-one-day" } else { "t-last" };
    let args = [
        ("speaker", speaker.member(id).into()),
        ("acts", speaker.list(&acts).into()),
        ("when", speaker.say(when, &[("day", day.into())]).into()),
    ];
    let cites = Cites::of(speaker.cites(CiteKind::Claim, group.iter().map(|f| &f.claim.id)))?;
    Some(Line { text: speaker.clauses(vec![speaker.say("t-speech", &args)]), cites })
}

fn speech(speaker: &Speaker<'_>, act: SpeechAct, group: &Group<'_>) -> Bilingual {
    let to = group.iter().filter_map(|f| who(f)?.2).filter_map(|to| addressee(speaker, to));
    let names = once_each(to);
    let label = speaker.label(act);
    if names.is_empty() {
        return label;
    }
    speaker.say("t-speech-to", &[("speech", label.into()), ("names", speaker.list(&names).into())])
}
