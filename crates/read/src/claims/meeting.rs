//! Meetings: who takes part, and whether it was held.

use std::ops::Range;

use hudna_model::words::{MeetingStatus, Standing};
use hudna_model::{Body, Form, Modality, Name, Task};

use super::bodies::{attribute, draft as plain};
use super::{Context, Draft};
use crate::doc::Mention;
use crate::frame::matching::Match;
use crate::frame::phrase::is_only_verb;
use crate::frame::relation::name_of;
use crate::lang::ar::Feat;
use crate::layers::person::{Head, Np, head_of, phrase_at};
use crate::layers::speaker::subject_of;

/// The meeting of a match, and of one to come the commitment to hold it.
pub(super) fn drafts(ctx: &Context<'_, '_>, found: &Match<'_>) -> Vec<Draft> {
    let Some(meeting) = draft(ctx, found) else { return Vec::new() };
    let Body::Meeting { participants, status: MeetingStatus::Planned, .. } = &meeting.body else {
        return vec![meeting];
    };
    if is_aim(ctx, found) {
        return vec![meeting];
    }
    let body = Body::Commitment {
        who: participants.first().cloned(),
        to: participants.get(1).cloned(),
        what: Task::Meet,
        due: ctx.due_of(found),
        status: Standing::Promised,
    };
    let mut promise = plain(ctx, found, body);
    promise.span = meeting.span;
    promise.modality = Modality::Actual;
    // What else is promised in the clause says more.
    promise.confidence -= 0.15;
    vec![meeting, promise]
}

/// The meeting of a match; one without anybody taking part is none.
fn draft(ctx: &Context<'_, '_>, found: &Match<'_>) -> Option<Draft> {
    let form = attribute(ctx, found, "form").and_then(|f| Form::parse(&f))?;
    let people = participants(ctx, found, form);
    let names: Vec<Name> = match people.is_empty() {
        true => by_roles(ctx, found, form),
        false => people.iter().map(|at| name_of(ctx.doc, at)).collect(),
    };
    if names.is_empty() {
        return None;
    }
    let status = status(ctx, found);
    let mut out = plain(ctx, found, Body::Meeting { form, participants: names, status });
    let sentence = &ctx.doc.sentences[ctx.clause(found).sentence];
    for at in people.iter().filter(|p| sentence.start <= p.start && p.end <= sentence.end) {
        let joined = out.span.join(ctx.doc.span(at));
        if joined.len() <= super::evidence::MAX_SCALARS {
            out.span = joined;
        }
    }
    if status == MeetingStatus::Planned && out.modality == Modality::Actual {
        out.modality = Modality::Planned;
    }
    Some(out)
}

/// Names that the frame's roles give where no phrase was found.
fn by_roles(ctx: &Context<'_, '_>, found: &Match<'_>, form: Form) -> Vec<Name> {
    let roles = ["who", "with", "participants"].iter().filter_map(|r| found.roles.get(*r));
    let fits = |at: &Range<usize>| {
        let head = ctx.doc.mentions_in(at).find_map(|m| head_of(ctx.doc, m));
        matches!(head, Some(Head::Office | Head::Person))
            || head == Some(Head::Group) && form != Form::Visit && found.feat.is_verb()
    };
    roles.map(|p| p.at.clone()).filter(fits).map(|at| name_of(ctx.doc, &at)).collect()
}

/// Held unless the words around say otherwise.
fn status(ctx: &Context<'_, '_>, found: &Match<'_>) -> MeetingStatus {
    let cue = attribute(ctx, found, "status").and_then(|s| MeetingStatus::parse(&s));
    match found.layers.modality {
        Modality::CalledFor | Modality::Hypothetical => MeetingStatus::Proposed,
        Modality::Denied => MeetingStatus::Cancelled,
        Modality::Planned => MeetingStatus::Planned,
        _ if to_come(ctx, found) => MeetingStatus::Planned,
        _ => cue.unwrap_or(MeetingStatus::Held),
    }
}

/// "ليبحث مع", "للقاء": told as an aim, and promised by nobody.
fn is_aim(ctx: &Context<'_, '_>, found: &Match<'_>) -> bool {
    ctx.doc.mention_at(found.trigger.start).is_some_and(|m| {
        let noun = matches!(found.feat, Feat::Masdar | Feat::Singular);
        m.preposition == Some('ل') && (m.is_verb() || noun)
    })
}

/// A meeting told as an aim ("ليبحث مع", "للقاء"), or one that a future verb or "the coming" tells.
pub(super) fn to_come(ctx: &Context<'_, '_>, found: &Match<'_>) -> bool {
    let doc = ctx.doc;
    let aim = is_aim(ctx, found);
    let behind = found.trigger.end..(found.trigger.end + 4).min(doc.tokens.len());
    let before = found.trigger.start.saturating_sub(4)..found.trigger.start;
    let future = |m: &Mention| m.hits.iter().any(|h| h.feat == Feat::Future);
    let next = behind
        .clone()
        .take(3)
        .any(|i| doc.mention_at(i).is_some_and(|m| m.times(doc.lang).any(|t| t.class == "next")));
    let date = behind.clone().any(|i| doc.date_at(i).is_some_and(|d| d.due));
    let today = found.feat == Feat::Present
        && ctx
            .date_of(found)
            .is_some_and(|d| doc.published.is_some_and(|p| d.start >= p.to_string()));
    aim || next
        || date
        || today
        || doc.mentions_in(&behind).any(future)
        || doc.mentions_in(&before).any(future)
}

/// Who takes part: subject, object, and those behind "with" and "between", one name each.
fn participants(ctx: &Context<'_, '_>, found: &Match<'_>, form: Form) -> Vec<Range<usize>> {
    let doc = ctx.doc;
    let sentence = &doc.sentences[ctx.clause(found).sentence];
    let mut out: Vec<Range<usize>> = Vec::new();
    let verb = found.feat.is_verb();
    let first =
        if verb { host(ctx, found) } else { holder(ctx, found).or_else(|| host(ctx, found)) };
    let mut end = found.trigger.end;
    if let Some(np) = first.filter(|np| may_meet(ctx, np, form)) {
        end = end.max(np.at.end);
        push(ctx, &mut out, &np.at);
    }
    if verb
        && let Some(np) = phrase_at(doc, end, sentence.end).filter(|np| np.head != Head::Strange)
    {
        push(ctx, &mut out, &np.at);
    }
    let reach = found.trigger.end..sentence.end.min(end + 10);
    for i in reach.clone() {
        let joins = doc.is_particle(i, "with");
        if doc.mention_at(i).is_some_and(|m| m.at.start == i && is_only_verb(doc, m) && i > end) {
            break;
        }
        let own = doc.tokens[i].text.contains("نظير");
        if joins && let Some(np) = phrase_at(doc, i + usize::from(!own), sentence.end) {
            push_list(ctx, &mut out, np.at, sentence.end);
        }
    }
    out
}

/// Splits a phrase at و, and goes on behind it.
fn push_list(
    ctx: &Context<'_, '_>,
    out: &mut Vec<Range<usize>>,
    first: Range<usize>,
    limit: usize,
) {
    let mut end = first.end;
    push(ctx, out, &first);
    while end < limit {
        let joined = ctx.doc.mention_at(end).is_some_and(|m| m.at.start == end && m.conjunction);
        let strange =
            ctx.doc.tokens[end].text.starts_with('و') && ctx.doc.mention_at(end).is_none();
        if !joined && !strange {
            break;
        }
        let Some(np) = phrase_at(ctx.doc, end, limit) else { break };
        end = np.at.end;
        push(ctx, out, &np.at);
    }
}

/// Adds a phrase, cut at each و that joins two parties.
fn push(ctx: &Context<'_, '_>, out: &mut Vec<Range<usize>>, at: &Range<usize>) {
    let doc = ctx.doc;
    let joint = |i: &usize| {
        doc.mention_at(*i).is_some_and(|m| {
            m.at.start == *i
                && m.conjunction
                && matches!(head_of(doc, m), Some(Head::Person | Head::Group | Head::Office))
        })
    };
    let mut start = at.start;
    for cut in (at.start + 1..at.end).filter(joint).chain([at.end]) {
        let piece = start..cut;
        if !piece.is_empty() && !out.iter().any(|o| o.start < piece.end && piece.start < o.end) {
            out.push(piece);
        }
        start = cut;
    }
}

/// Fighters who arrive or aid that comes make no visit.
fn may_meet(ctx: &Context<'_, '_>, np: &Np, form: Form) -> bool {
    let force = ctx.doc.mentions_in(&np.at).next().is_some_and(|m| {
        m.lexeme(ctx.doc.lang, "force").is_some() || m.lexeme(ctx.doc.lang, "task").is_some()
    });
    np.head != Head::Strange && !(form == Form::Visit && force)
}

/// The noun that a meeting belongs to: "زيارة كيري", "اجتماع لمجلس الأمن".
fn holder(ctx: &Context<'_, '_>, found: &Match<'_>) -> Option<Np> {
    let sentence = &ctx.doc.sentences[ctx.clause(found).sentence];
    // An adjective may stand between ("اجتماعا طارئا لمجلس الأمن").
    (found.trigger.end..found.trigger.end + 2)
        .find_map(|i| phrase_at(ctx.doc, i, sentence.end).filter(|np| np.head != Head::Strange))
}

/// Whoever holds the meeting: the subject of its verb, or of the verb that carries its noun.
fn host(ctx: &Context<'_, '_>, found: &Match<'_>) -> Option<Np> {
    let doc = ctx.doc;
    let clause = ctx.clause(found);
    if found.feat.is_verb() {
        return subject_of(doc, clause, doc.mention_at(found.trigger.start)?);
    }
    let before = clause.at.start..found.trigger.start;
    let verb = doc
        .mentions_in(&before)
        .rev()
        .find(|m| is_only_verb(doc, m) && m.lexeme(doc.lang, "speech").is_none())?;
    subject_of(doc, clause, verb)
}
