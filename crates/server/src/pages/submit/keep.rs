//! Submissions into the store: files byte for byte, the record into the ledger.

use std::path::Path;

use hudna::decide::{Who, counts_from};
use hudna::ingest::{Content, Envelope, Ingest, Outcome, UNKNOWN_SOURCE, Unit};
use hudna::model::text::fold;
use hudna::model::{Bilingual, Situation, Source};
use hudna::rights::Right;
use hudna::{Error, Told};

use super::record::Submission;
use crate::desk::Ctx;
use crate::fault::{Fault, Why};

/// What became of a submission.
pub enum Kept {
    /// It stands: its id and its entry.
    Stored { id: String, entry: u64 },
    /// It stood already.
    Duplicate { of: String },
    /// It is not taken, and why.
    Rejected { why: String },
}

/// Stores a submission; `files` are the bytes of its attachments, in their order.
///
/// # Errors
/// The store or the disk fails.
pub fn keep(ctx: &Ctx<'_>, told: &Submission, files: &[Vec<u8>]) -> Result<Kept, Fault> {
    for (file, bytes) in told.attachments.iter().zip(files) {
        if let Some(sha256) = &file.sha256 {
            attach(ctx.desk.live.store()?.folder(), sha256, bytes)?;
        }
    }
    if told.kind == "nil" { patrol(ctx, told) } else { report(ctx, told) }
}

/// A file under its hash; what is there already is the same.
fn attach(folder: &Path, sha256: &str, bytes: &[u8]) -> Result<(), Fault> {
    let at = folder.join("attachments");
    let file = at.join(sha256);
    if file.exists() {
        return Ok(());
    }
    std::fs::create_dir_all(&at).map_err(Fault::ours)?;
    let part = at.join(format!("{sha256}.part"));
    std::fs::write(&part, bytes).map_err(Fault::ours)?;
    let whole = std::fs::File::open(&part).and_then(|f| f.sync_all());
    whole.and_then(|()| std::fs::rename(&part, &file)).map_err(Fault::ours)
}

/// The source that somebody names, by its id or name; else their own, as the desk knows them.
fn source(ctx: &Ctx<'_>, told: &str) -> String {
    let known = ctx.situation().sources.values();
    let named = |name: &Bilingual| [&name.ar, &name.en].iter().any(|n| fold(n) == fold(told));
    let found = known.clone().find(|x| x.id == told.trim() || named(&x.name));
    let own = || ctx.ask.asker.person.clone().unwrap_or_else(|| UNKNOWN_SOURCE.to_owned());
    // Who does not see the sources cannot speak for one that is kept apart.
    let open = |x: &&Source| x.protection == "open" || ctx.may(Right::SeeSources);
    found.filter(open).map_or_else(own, |x| x.id.clone())
}

/// What a submission of a person stands under.
pub fn label(ctx: &Ctx<'_>, key: &str) -> String {
    format!("{}{key}", own_label(ctx))
}

/// How labels of a person's own submissions begin.
pub fn own_label(ctx: &Ctx<'_>) -> String {
    format!("intake/{}/", ctx.ask.asker.person.as_deref().unwrap_or("guest"))
}

fn report(ctx: &Ctx<'_>, told: &Submission) -> Result<Kept, Fault> {
    let content = Content {
        raw: told.raw(),
        text: Some(told.told()),
        key: Some(told.key.clone()),
        published: told.day().map(str::to_owned),
        source: Some(source(ctx, &told.source)),
        extractor: "hudna-intake 1",
        ..Content::default()
    };
    let received = Some(counts_from(&Who::default(), ctx.desk.live.env(), &ctx.snap.facts));
    let envelope = Envelope { received, ..Envelope::default() };
    let unit = Unit { label: label(ctx, &told.key), content: Ok(content) };
    let (store, data) = (ctx.desk.live.store()?, ctx.desk.live.data());
    let mut ingest = Ingest::new(&store, &data, ctx.desk.live.env(), &ctx.ask.asker.name);
    ingest.unit(unit, &envelope)?;
    let (receipts, _) = ingest.finish()?;
    ctx.desk.live.changed();
    ctx.desk.live.settle(ctx.desk.config.patience);
    let outcome = receipts.into_iter().next().map(|r| r.outcome);
    Ok(match outcome.ok_or_else(|| Fault::ours("a unit without a receipt"))? {
        Outcome::Stored { id, entry, .. } => Kept::Stored { id, entry },
        Outcome::Duplicate { of } => Kept::Duplicate { of },
        Outcome::Rejected(refusal) => {
            Kept::Rejected { why: format!("{} – {}", refusal.why, refusal.remedy) }
        }
    })
}

/// The place of a name, where one alone bears it, or one alone as an area.
pub fn place(s: &Situation, told: &str) -> Option<String> {
    let folded = fold(told);
    let bears = |n: &Bilingual| fold(&n.ar) == folded || fold(&n.en) == folded;
    let all: Vec<&String> =
        s.places.values().filter(|p| p.id == told || bears(&p.name)).map(|p| &p.id).collect();
    let area = all.iter().find(|id| s.areas.iter().any(|a| a.area == ***id));
    match (area, all.as_slice()) {
        (Some(area), _) => Some((*area).clone()),
        (None, [one]) => Some((*one).clone()),
        _ => None,
    }
}

fn patrol(ctx: &Ctx<'_>, told: &Submission) -> Result<Kept, Fault> {
    let s = ctx.situation();
    let named = [&told.place, &told.area].into_iter().flatten().find_map(|name| place(s, name));
    let Some(at) = named else {
        return Ok(Kept::Rejected { why: ctx.say().text("w-work-area-unknown", &[]) });
    };
    let raw = told.patrol(&at, &source(ctx, &told.source));
    let file = label(ctx, &told.key);
    let id = |entry: u64| {
        let read = hudna::patrols::parse(&raw, &s.places, entry).ok();
        read.and_then(|(taken, _)| taken.into_iter().next()).map(|p| p.id).unwrap_or_default()
    };
    let why = ctx.say().text("w-submit-title", &[]);
    match ctx.act(&why, |desk| desk.patrols(&file, &raw)) {
        Ok((done, _, _)) => Ok(Kept::Stored { id: id(done.entry), entry: done.entry }),
        Err(Fault { why: Why::Engine(Error::Told(told)), .. }) if told.id == "told-already" => {
            Ok(Kept::Duplicate { of: id(entry_of(&told)) })
        }
        Err(Fault { status: 422, why: Why::Engine(error), .. }) => {
            Ok(Kept::Rejected { why: ctx.say().error(&error) })
        }
        Err(other) => Err(other),
    }
}

fn entry_of(told: &Told) -> u64 {
    let entry = told.args.iter().find(|(name, _)| *name == "entry");
    entry.and_then(|(_, text)| text.en.parse().ok()).unwrap_or_default()
}
