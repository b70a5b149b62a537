//! The brief as JSON, for other programs. Keys and their order are stable.

use serde::Serialize;

use crate::brief::Brief;

/// The name and version of the format; the number grows when a key changes its meaning.
pub const FORMAT: &str = "hudna-brief/1";

#[derive(Serialize)]
struct Document<'b> {
    format: &'static str,
    #[serde(flatten)]
    brief: &'b Brief,
}

/// The brief as indented JSON with a line feed at its end.
///
/// # Errors
/// Only if the serialiser fails, which no brief makes it do.
pub fn render(brief: &Brief) -> Result<String, serde_json::Error> {
    let mut json = serde_json::to_string_pretty(&Document { format: FORMAT, brief })?;
    json.push('\n');
    Ok(json)
}
