//! `hudna ingest`: reports into the store, one receipt each.

use hudna::ingest::{Envelope, Ingest, Outcome, Receipt, Refusal, Unit, file_bytes, files, split};
use hudna::{Env, Error, Result, Store};

use crate::args::{Common, Format, IngestArgs};
use crate::commands::follow::counts_line;
use crate::commands::{SOME_REJECTED, data_to_read, with_names};
use crate::ui::Ui;

pub fn run(common: &Common, ui: &Ui, args: &IngestArgs) -> Result<u8> {
    if let Some(refusal) = args.published.as_deref().and_then(hudna::ingest::not_a_day) {
        return Err(Error::Usage(format!("--published: {}; {}", refusal.why, refusal.remedy)));
    }
    let data = data_to_read(common)?;
    let env = Env::system();
    let paths = files(&args.paths)?;
    let store = Store::open_or_make(&common.store, &env)?;
    let data = with_names(data, common, &store)?;
    let envelope = Envelope {
        source: args.source.clone(),
        published: args.published.clone(),
        lang: args.text_lang.clone(),
        received: args.received,
        composed_from: None,
    };
    let mut ingest = Ingest::new(&store, &data, &env, "hudna ingest");
    let bar = ui.progress(paths.len() as u64, &ui.text("cli-reading", &[]));
    for path in &paths {
        let label = path.display().to_string();
        match file_bytes(path) {
            Ok(bytes) => {
                for unit in split(&label, &bytes) {
                    ingest.unit(unit, &envelope)?;
                }
            }
            Err(error) => {
                let refusal = Refusal::from(&error);
                ingest.unit(Unit { label, content: Err(refusal) }, &envelope)?;
            }
        }
        bar.inc(1);
    }
    bar.finish_and_clear();
    let (receipts, counts) = ingest.finish()?;
    // A store without an agreement keeps reports; what is derived waits for one.
    match hudna::derive::rebuild(&store, &data) {
        Ok(_) | Err(Error::Usage(_)) => {}
        Err(error) => return Err(error),
    }
    print(ui, &receipts);
    ui.aside(&counts_line(ui, counts));
    Ok(if counts.rejected > 0 { SOME_REJECTED } else { 0 })
}

fn print(ui: &Ui, receipts: &[Receipt]) {
    for receipt in receipts {
        if matches!(ui.format(), Format::Json | Format::Jsonl) {
            crate::out::put_line(serde_json::to_string(receipt).expect("receipts have JSON forms"));
            continue;
        }
        let what = match &receipt.outcome {
            Outcome::Stored { id, entry, claims, unread_harm } => {
                let claims = ui.text("n-claims", &[("n", (*claims as u32).into())]);
                let unread = match unread_harm {
                    0 => String::new(),
                    n => format!("; {}", ui.text("l-unread", &[("n", (*n as u32).into())])),
                };
                format!("{} {id} #{entry}, {claims}{unread}", ui.text("receipt-stored", &[]))
            }
            Outcome::Duplicate { of } => {
                ui.text("receipt-duplicate-of", &[("id", of.clone().into())])
            }
            Outcome::Rejected(r) => {
                format!(
                    "{}; {}",
                    ui.text("receipt-rejected", &[("why", r.why.clone().into())]),
                    r.remedy
                )
            }
        };
        ui.line(&format!("{}: {what}", receipt.label));
    }
}
