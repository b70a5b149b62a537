//! Labelled reports: one JSON object a line.

use std::path::Path;

use hudna_model::{Moment, Report};
use serde::{Deserialize, Serialize};

use crate::error::{Error, Result};

/// A report with the cluster of its lead incident.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct Document {
    /// Its id.
    pub id: String,
    /// ISO day of publication.
    #[serde(rename = "pub")]
    pub published: String,
    /// Who published it.
    pub outlet: String,
    /// Title.
    #[serde(default)]
    pub title: String,
    /// Text.
    pub text: String,
    /// Governorate in which the incident was, as a catalogue names it.
    #[serde(rename = "vdc_location", default)]
    pub governorate: String,
    /// Name of the cluster.
    pub cluster: String,
}

impl Document {
    /// As the reader takes it.
    pub fn report(&self) -> Report {
        let text = match self.title.as_str() {
            "" => self.text.clone(),
            title => format!("{title}\n\n{}", self.text),
        };
        let published = Some(self.published.clone());
        Report { id: self.id.clone(), text, published, ..Report::default() }
    }

    /// Noon of the day of publication.
    pub fn received(&self) -> Moment {
        let noon = format!("{}T12:00:00+00:00", self.published);
        noon.parse().unwrap_or(Moment::from_seconds(0))
    }
}

/// A line that is no labelled report.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct BadDocument {
    /// Number of the line, from 1.
    pub line: usize,
    /// What is wrong with it.
    pub why: String,
}

/// The labelled reports of a file in its order, and the lines that are none.
pub(super) fn load(path: &Path) -> Result<(Vec<Document>, Vec<BadDocument>)> {
    let remedy = "name a .jsonl file of labelled reports";
    let text = std::fs::read_to_string(path).map_err(|e| Error::file(path, &e, remedy))?;
    let (mut good, mut bad) = (Vec::new(), Vec::new());
    for (line, row) in (1..).zip(text.lines()).filter(|(_, row)| !row.trim().is_empty()) {
        match parse(row, &good) {
            Ok(document) => good.push(document),
            Err(why) => bad.push(BadDocument { line, why }),
        }
    }
    if good.is_empty() {
        let what = match bad.first() {
            Some(first) => {
                format!("no line is a labelled report; line {}: {}", first.line, first.why)
            }
            None => "the file is empty".to_owned(),
        };
        let remedy = "every line is {\"id\", \"pub\", \"outlet\", \"title\", \"text\", \
                      \"vdc_location\", \"cluster\"}"
            .to_owned();
        return Err(Error::Input { path: path.to_owned(), line: 0, what, remedy });
    }
    Ok((good, bad))
}

fn parse(row: &str, known: &[Document]) -> std::result::Result<Document, String> {
    let document: Document = serde_json::from_str(row).map_err(|e| e.to_string())?;
    if document.published.parse::<jiff::civil::Date>().is_err() {
        return Err(format!("\"{}\" is not a day such as 2016-05-03", document.published));
    }
    if known.iter().any(|d| d.id == document.id) {
        return Err(format!("the id {} was there before", document.id));
    }
    Ok(document)
}
