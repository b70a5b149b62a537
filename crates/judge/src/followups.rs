//! What was promised, by whom, until when, and what became of it.
//!
//! What people changed on the board is laid over what reports tell by [`crate::board`].

use std::collections::{BTreeMap, BTreeSet};

use hudna_model::digest::short_id;
use hudna_model::words::Standing;
use hudna_model::{Body, Due, FiledClaim, FollowUp, FollowUpStatus, Modality, Name, Task};

use crate::average::Sets;
use crate::board;
use crate::days::{Days, of_moment, told_day};
use crate::fold::{fold, shared_words, telling_words};
use crate::fulfil::{Told, fulfilled_by, touched_by};
use crate::origin::Roots;
use crate::telling::{Who, known, who};
use crate::unique::unique;
use crate::{Context, rules};

/// One commitment claim, taken apart.
#[derive(Debug)]
pub(crate) struct Promise<'a> {
    pub filed: &'a FiledClaim,
    pub who: Option<&'a Name>,
    pub to: Option<&'a Name>,
    pub what: Task,
    pub due: &'a Due,
    pub standing: Standing,
    pub words: BTreeSet<String>,
}

/// The board: every promise told, once; overdue first, then due, undated and done, each by its last
/// day, then by id.
///
/// Tellings of one promise agree in who and what, do not name different addressees, have compatible
/// due days and share words. A later telling of a later day is the same promise whose date has
/// slipped, unless it had been kept before; the former dates stay with it. A promise whose last day
/// is before the day of `as_of` is overdue unless a later claim tells of its fulfilment; one without
/// any day is undated, whatever word ("soon") was used instead. What people changed goes before
/// what reports tell.
pub fn follow_ups(claims: &[FiledClaim], ctx: &Context<'_>) -> Vec<FollowUp> {
    let roots = Roots::new(claims, ctx);
    let told = Told::new(known(claims, ctx, |f| f.claim.modality != Modality::Denied));
    let promises: Vec<Promise<'_>> = told.all().iter().filter_map(|f| promise(f)).collect();
    let mut sets = Sets::new(promises.len());
    for members in by_who_and_what(&promises).into_values() {
        for (n, &a) in members.iter().enumerate() {
            for &b in &members[n + 1..] {
                if same(&promises[a], &promises[b], &roots) {
                    sets.join(a, b);
                }
            }
        }
    }
    join_slipped(&promises, &mut sets, &told, ctx);
    let groups = sets.groups();
    let mut board: Vec<FollowUp> = groups
        .into_iter()
        .map(|group| line(&group.iter().map(|i| &promises[*i]).collect::<Vec<_>>(), &told, ctx))
        .collect();
    let smallest = |f: &FollowUp| f.claims.iter().min().cloned().unwrap_or_default();
    unique("FUP", &mut board, |f| &mut f.id, smallest);
    board_order(&mut board);
    board
}

/// Puts promises into the order of [`follow_ups`].
pub fn board_order(board: &mut [FollowUp]) {
    board.sort_by(|a, b| {
        let last = |f: &FollowUp| due_days(&f.due).map(|d| d.last);
        (a.status, last(a), &a.id).cmp(&(b.status, last(b), &b.id))
    });
}

fn promise<'a>(filed: &'a FiledClaim) -> Option<Promise<'a>> {
    let Body::Commitment { who, to, what, due, status } = &filed.claim.body else { return None };
    Some(Promise {
        filed,
        who: who.as_ref(),
        to: to.as_ref(),
        what: *what,
        due,
        standing: *status,
        words: telling_words(&filed.claim.evidence.text),
    })
}

fn by_who_and_what(promises: &[Promise<'_>]) -> BTreeMap<(Option<Who>, Task), Vec<usize>> {
    let mut groups: BTreeMap<_, Vec<usize>> = BTreeMap::new();
    for (i, p) in promises.iter().enumerate() {
        groups.entry((p.who.map(who), p.what)).or_default().push(i);
    }
    groups
}

/// Whether two claims with one who and what tell of one promise.
fn same(a: &Promise<'_>, b: &Promise<'_>, roots: &Roots) -> bool {
    let evidence = |p: &Promise<'_>| fold(&p.filed.claim.evidence.text);
    let copied = roots.copies(&a.filed.report, &b.filed.report) && evidence(a) == evidence(b);
    let (x, y) = (&a.filed.claim.evidence, &b.filed.claim.evidence);
    let one_clause = a.filed.report == b.filed.report && x.span.shared(y.span) > 0;
    let Some(both_dated) = dues_agree(a, b) else { return false };
    let strict = a.what == Task::Other || !both_dated || a.who.is_none();
    let needed = if strict { rules::PROMISE_WORDS_STRICT } else { rules::PROMISE_WORDS };
    let alike = shared_words(&a.words, &b.words) >= needed;
    !addressees_differ(a, b) && (copied || one_clause || alike)
}

fn addressees_differ(a: &Promise<'_>, b: &Promise<'_>) -> bool {
    matches!((a.to, b.to), (Some(a), Some(b)) if who(a) != who(b))
}

/// None when the due days exclude each other; else whether both tell alike (both dated or neither).
fn dues_agree(a: &Promise<'_>, b: &Promise<'_>) -> Option<bool> {
    match (due_days(a.due), due_days(b.due)) {
        (Some(a), Some(b)) => (a.gap(b) == 0).then_some(true),
        (None, None) => Some(true),
        _ => Some(false),
    }
}

/// Joins what was told for one day with what was told later for a later day.
fn join_slipped(promises: &[Promise<'_>], sets: &mut Sets, told: &Told<'_>, ctx: &Context<'_>) {
    let groups: Vec<Vec<&Promise<'_>>> =
        sets.groups().iter().map(|g| sorted(g.iter().map(|i| &promises[*i]).collect())).collect();
    let first: Vec<usize> = sets.groups().iter().map(|g| g[0]).collect();
    let mut by_kind: BTreeMap<(Who, Task), Vec<usize>> = BTreeMap::new();
    for (n, group) in groups.iter().enumerate() {
        if let Some(name) = group[0].who.filter(|_| group.iter().any(|p| p.due_last().is_some())) {
            by_kind.entry((who(name), group[0].what)).or_default().push(n);
        }
    }
    for mut alike in by_kind.into_values() {
        alike.sort_by_key(|n| (groups[*n][0].filed.received, &groups[*n][0].filed.claim.id));
        for (at, &a) in alike.iter().enumerate() {
            let later =
                alike[at + 1..].iter().find(|b| slipped(&groups[a], &groups[**b], told, ctx));
            if let Some(&b) = later {
                sets.join(first[a], first[b]);
            }
        }
    }
}

/// Whether the second group tells the promise of the first one for a later day.
fn slipped(a: &[&Promise<'_>], b: &[&Promise<'_>], told: &Told<'_>, ctx: &Context<'_>) -> bool {
    let (due_a, due_b) = (due_of(a), due_of(b));
    let (Some(was), Some(is)) = (due_days(&due_a), due_days(&due_b)) else { return false };
    let told_later = b[0].filed.received > a[a.len() - 1].filed.received;
    let alike = |x: &Promise<'_>, y: &Promise<'_>| {
        !addressees_differ(x, y) && shared_words(&x.words, &y.words) >= rules::PROMISE_WORDS_SLIPPED
    };
    let kept = || {
        let before = |id: &String| told.get(id).is_some_and(|f| f.received <= b[0].filed.received);
        fulfilled_by(a, &due_a, told, ctx).iter().any(before)
    };
    told_later && is.first > was.last && a.iter().any(|x| b.iter().any(|y| alike(x, y))) && !kept()
}

/// In the order of receipt.
fn sorted<'g, 'a>(mut group: Vec<&'g Promise<'a>>) -> Vec<&'g Promise<'a>> {
    group.sort_by_key(|p| (p.filed.received, &p.filed.claim.id));
    group
}

impl Promise<'_> {
    /// The last day, where there is one.
    fn due_last(&self) -> Option<i32> {
        due_days(self.due).map(|d| d.last).filter(|last| *last != i32::MAX)
    }
}

/// The days on which it may be fulfilled; a promise that only begins has no last day.
pub(crate) fn due_days(due: &Due) -> Option<Days> {
    let start = due.start.as_deref().and_then(Days::parse);
    let end = due.end.as_deref().and_then(Days::parse);
    match (start, end) {
        (None, None) => None,
        (Some(s), None) => Some(Days { first: s.first, last: i32::MAX }),
        (None, Some(e)) => Some(Days { first: i32::MIN / 2, last: e.last }),
        (Some(s), Some(e)) => Some(Days { first: s.first, last: e.last.max(s.first) }),
    }
}

fn line(group: &[&Promise<'_>], told: &Told<'_>, ctx: &Context<'_>) -> FollowUp {
    let group = sorted(group.to_vec());
    let (first, last) = (group[0], group[group.len() - 1]);
    let smallest = group.iter().map(|p| p.filed.claim.id.as_str()).min().unwrap_or_default();
    let changes = board::changes(&group, ctx);
    let (due, former) = board::due_and_former(&group, &changes);
    let fulfilled = fulfilled_by(&group, &due, told, ctx);
    let written = |name: &Name| name.party.clone().unwrap_or_else(|| name.text.clone());
    let standing = group.iter().map(|p| p.standing).min_by_key(|s| strength(*s));
    let mut line = FollowUp {
        id: short_id("FUP", [smallest.as_bytes()]),
        who: group.iter().find_map(|p| p.who).map(written),
        to: group.iter().find_map(|p| p.to).map(written),
        what: first.what,
        standing: standing.unwrap_or(first.standing),
        status: status(&due, !fulfilled.is_empty(), ctx),
        due,
        former,
        claims: group.iter().map(|p| p.filed.claim.id.clone()).collect(),
        progress: touched_by(&group, &fulfilled, told, ctx),
        fulfilled_by: fulfilled,
        fulfilled_on: None,
        first_told: first.filed.received,
        last_told: last.filed.received,
        words: best(&group).filed.claim.evidence.text.clone(),
        reviewed: group.iter().any(|p| p.filed.reviewed),
        silent_days: None,
        owner: None,
        next: None,
        changes: Vec::new(),
    };
    board::lay(&mut line, changes);
    board::date_fulfilment(&mut line, told);
    line.silent_days = board::silent_days(&line, told, ctx);
    line
}

/// The strongest telling says where it stands: what was agreed stays agreed when it is demanded.
fn strength(standing: Standing) -> u8 {
    match standing {
        Standing::Agreed => 0,
        Standing::Promised => 1,
        Standing::Proposed => 2,
        Standing::Demanded => 3,
    }
}

/// The due days told last; without any, the longest words that were used instead.
pub(crate) fn due_of(group: &[&Promise<'_>]) -> Due {
    let dated = group.iter().rev().find(|p| due_days(p.due).is_some());
    let worded = || group.iter().rev().max_by_key(|p| p.due.words.chars().count());
    dated.or_else(worded).map(|p| p.due.clone()).unwrap_or_default()
}

fn status(due: &Due, fulfilled: bool, ctx: &Context<'_>) -> FollowUpStatus {
    match due_days(due) {
        _ if fulfilled => FollowUpStatus::Done,
        None => FollowUpStatus::Undated,
        Some(days) if days.last < of_moment(ctx.as_of) => FollowUpStatus::Overdue,
        Some(_) => FollowUpStatus::Due,
    }
}

/// The claim whose words are shown: the most confident; of equals the one with the longest words on
/// when it is due, then the longest clause, then the smaller id.
fn best<'g, 'a>(group: &[&'g Promise<'a>]) -> &'g Promise<'a> {
    let better = |a: &&Promise<'_>, b: &&Promise<'_>| {
        let lengths = |p: &Promise<'_>| {
            (p.due.words.chars().count(), p.filed.claim.evidence.text.chars().count())
        };
        (a.filed.claim.confidence.total_cmp(&b.filed.claim.confidence))
            .then_with(|| lengths(a).cmp(&lengths(b)))
            .then_with(|| b.filed.claim.id.cmp(&a.filed.claim.id))
    };
    group.iter().copied().max_by(better).expect("a group of promises is not empty")
}

/// The day on which the promise was first told.
pub(crate) fn first_told_day(group: &[&Promise<'_>]) -> i32 {
    group.iter().map(|p| told_day(p.filed)).min().unwrap_or_default()
}
