//! Somebody at work on a store: what every command that enters something begins and ends with.

use hudna::decide::{Desk, Entered, Who};
use hudna::model::Moment;
use hudna::{Data, Env, Result, Store};

use crate::args::{Acting, Common, Format};
use crate::commands::{data, json_error};
use crate::ui::Ui;

/// A store opened for entering.
pub struct Workplace {
    as_of: Option<Moment>,
    data: Data,
    env: Env,
    store: Store,
}

impl Workplace {
    /// Opens the store of the options. One that is not there is not made.
    pub fn open(common: &Common) -> Result<Workplace> {
        let (data, env) = (data(common)?, Env::system());
        let store = Store::open(&common.store, &env)?;
        Ok(Workplace { as_of: common.as_of, data, env, store })
    }

    /// The store.
    pub fn store(&self) -> &Store {
        &self.store
    }

    /// The clock and chance.
    pub fn env(&self) -> &Env {
        &self.env
    }

    /// The desk of who acts.
    pub fn desk(&self, acting: &Acting) -> Result<Desk<'_>> {
        let who = Who { at: acting.at.or(self.as_of), ..who(acting) };
        Desk::open(&self.store, &self.data, &self.env, who)
    }
}

/// Who acts: as named, else by the environment.
fn who(acting: &Acting) -> Who {
    Who { by: by(acting.by.as_deref()), at: acting.at, why: acting.why.clone() }
}

/// The name of who acts: as given, else by the environment.
pub fn by(given: Option<&str>) -> String {
    let set = |name: &str| std::env::var(name).ok().filter(|value| !value.trim().is_empty());
    let by = given.map(str::to_owned).or_else(|| set("HUDNA_BY"));
    by.or_else(|| set("USER")).or_else(|| set("LOGNAME")).unwrap_or_default()
}

/// Says what was entered, and how it is undone.
pub fn entered(ui: &Ui, entered: &Entered) -> Result<u8> {
    if matches!(ui.format(), Format::Json | Format::Jsonl) {
        crate::out::put_line(serde_json::to_string(entered).map_err(json_error)?);
        return Ok(0);
    }
    let what = ui.text(&format!("act-{}", entered.kind), &[]);
    let args = [
        ("entry", entered.entry.to_string().into()),
        ("what", what.into()),
        ("about", entered.about.clone().into()),
        ("by", entered.by.clone().into()),
        ("moment", ui.moment(entered.at).into()),
    ];
    // Who may do what, and what is open, is not undone: a newer entry says it anew.
    let lasting = matches!(entered.kind, "person" | "mode");
    ui.line(&ui.text(if lasting { "act-entered-lasting" } else { "act-entered" }, &args));
    Ok(0)
}
