//! `hudna follow`: the main job in one go.

use std::collections::BTreeMap;
use std::path::Path;

use hudna::follow::{Followed, follow, rejected};
use hudna::ingest::{Outcome, Receipt};
use hudna::model::words::ReadBy;
use hudna::model::{FiledClaim, Situation};
use hudna::{Env, Result, Store};

use crate::args::{Common, Format};
use crate::commands::{SOME_REJECTED, areas, brief, data_to_read, with_names};
use crate::ui::Ui;

pub fn run(common: &Common, ui: &Ui, story: &Path, out: Option<&Path>) -> Result<u8> {
    let data = data_to_read(common)?;
    let env = Env::system();
    // A story that cannot be used must not leave an empty store behind.
    hudna::story::Story::load(story, &data)?;
    let store = Store::open_or_make(&common.store, &env)?;
    let data = with_names(data, common, &store)?;
    let bar = ui.progress(0, &ui.text("cli-reading", &[]));
    let followed = follow(story, &store, &data, &env, &mut |done, total| {
        bar.set_length(total as u64);
        bar.set_position(done as u64);
    })?;
    bar.finish_and_clear();
    let facts = hudna::facts::Facts::load(&store, None)?;
    let out = out.unwrap_or(&common.store);
    let files = brief::write(&followed.situation, &facts, out)?;
    if ui.format() == Format::Json {
        crate::out::put_line(machine(&followed, &files));
    } else {
        people(ui, &followed, &files);
    }
    let refused = rejected(&followed.receipts) + followed.decisions.2.len();
    Ok(if refused > 0 { SOME_REJECTED } else { 0 })
}

fn machine(followed: &Followed, files: &[String]) -> serde_json::Value {
    let (new, old, refused) = &followed.decisions;
    serde_json::json!({
        "as_of": followed.situation.as_of,
        "notice": followed.situation.story.as_ref().and_then(|s| s.notice.as_ref()),
        "receipts": followed.receipts,
        "counts": followed.counts,
        "counts_file": followed.counts_file.map(|(rows, new)| serde_json::json!({"rows": rows, "new": new})),
        "decisions": {"new": new, "already_there": old, "rejected": refused},
        "claims": by_reader(&followed.situation).into_iter().map(|(by, claims)| {
            (by.as_str(), serde_json::json!({"claims": claims.len(), "surest": claims[0].claim.id}))
        }).collect::<BTreeMap<_, _>>(),
        "brief": files,
    })
}

/// Claims by who read them, the surest first.
fn by_reader(situation: &Situation) -> BTreeMap<ReadBy, Vec<&FiledClaim>> {
    let mut out: BTreeMap<ReadBy, Vec<&FiledClaim>> = BTreeMap::new();
    for filed in situation.claims.values() {
        out.entry(filed.claim.read_by()).or_default().push(filed);
    }
    for claims in out.values_mut() {
        claims.sort_by(|a, b| {
            let surer = b.claim.confidence.total_cmp(&a.claim.confidence);
            surer.then_with(|| a.claim.id.cmp(&b.claim.id))
        });
    }
    out
}

/// How many claims rules and trained model read, and of each kind one to ask `hudna why` of.
fn readers(ui: &Ui, situation: &Situation) {
    let by = by_reader(situation);
    let n = |who: ReadBy| (by.get(&who).map_or(0, Vec::len) as u32).into();
    if by.keys().all(|who| *who == ReadBy::Rule) {
        return;
    }
    let numbers =
        [("rule", n(ReadBy::Rule)), ("both", n(ReadBy::Both)), ("model", n(ReadBy::Model))];
    ui.line(&ui.text("cli-claims-by", &numbers));
}

fn people(ui: &Ui, followed: &Followed, files: &[String]) {
    let situation = &followed.situation;
    if let Some(story) = &situation.story {
        ui.heading(&ui.pick(&story.name));
    }
    ui.preamble(situation);
    rejections(ui, &followed.receipts);
    ui.line("");
    ui.line(&counts_line(ui, followed.counts));
    if let Some((rows, new)) = followed.counts_file {
        let id = if new { "cli-counts-new" } else { "cli-counts-old" };
        ui.line(&ui.text(id, &[("n", (rows as u32).into())]));
    }
    let (new, old, refused) = &followed.decisions;
    let numbers = [
        ("new", (*new as u32).into()),
        ("old", (*old as u32).into()),
        ("refused", (refused.len() as u32).into()),
    ];
    readers(ui, situation);
    ui.line(&ui.text("cli-decisions", &numbers));
    for refusal in refused {
        ui.line(&format!("  {}; {}", refusal.why, refusal.remedy));
    }
    let size = situation.head.size.to_string();
    let root = situation.head.root[..16.min(situation.head.root.len())].to_owned();
    ui.line(&ui.text("cli-ledger", &[("size", size.into()), ("root", root.into())]));
    ui.heading(&ui.text("areas", &[]));
    areas::areas_table(ui, situation, &situation.areas.iter().collect::<Vec<_>>());
    ui.line("");
    for file in files {
        ui.line(&ui.text("cli-brief-written", &[("path", file.clone().into())]));
    }
}

/// Names each rejected unit with its reason.
pub fn rejections(ui: &Ui, receipts: &[Receipt]) {
    for receipt in receipts {
        if let Outcome::Rejected(refusal) = &receipt.outcome {
            let what = ui.text("receipt-rejected", &[("why", refusal.why.clone().into())]);
            crate::out::note(format_args!("{}: {what}; {}", receipt.label, refusal.remedy));
        }
    }
}

/// Units in, stored, duplicate, rejected.
pub fn counts_line(ui: &Ui, counts: hudna::model::IntakeCounts) -> String {
    let part = |id: &str, n: u64| ui.text(id, &[("n", (n as u32).into())]);
    ui.text(
        "units-line",
        &[
            ("units", part("units-in", counts.units).into()),
            ("stored", part("units-stored", counts.stored).into()),
            ("duplicate", part("units-duplicate", counts.duplicate).into()),
            ("rejected", part("units-rejected", counts.rejected).into()),
        ],
    )
}
