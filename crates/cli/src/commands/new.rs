//! `hudna new`: a story of one's own.

use std::path::Path;

use hudna::new::{Wanted, make};
use hudna::{Env, Result};

use crate::args::{Common, Format};
use crate::commands::data;
use crate::ui::Ui;

pub fn run(common: &Common, ui: &Ui, folder: &Path, country: &str) -> Result<u8> {
    let data = data(common)?;
    let now = common.as_of.unwrap_or_else(|| Env::system().now());
    let made = make(&Wanted { folder, country, lang: ui.lang, now }, &data)?;
    if ui.format() == Format::Json {
        crate::out::put_line(serde_json::json!({ "made": made }));
        return Ok(0);
    }
    for path in &made {
        ui.line(&ui.text("cli-made", &[("path", path.clone().into())]));
    }
    ui.line("");
    ui.line(&ui.text("cli-new-next", &[("folder", folder.display().to_string().into())]));
    Ok(0)
}
