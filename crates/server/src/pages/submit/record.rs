//! A submission as `docs/formats/intake.md` has it, and how it becomes a report or a patrol.

use hudna::model::Moment;
use hudna::model::digest::sha256_hex;
use serde::{Deserialize, Serialize};

/// Files of one submission.
pub const FILES: usize = 5;
/// Bytes of one file.
pub const FILE: usize = 8 << 20;
/// UTF-16 units of a text.
pub const TEXT: usize = 20_000;

/// What somebody submits.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Submission {
    /// The client's key.
    pub key: String,
    /// `report` or `nil`.
    pub kind: String,
    /// Key of the submission that it corrects.
    pub corrects: Option<String>,
    /// Number or name of the source, as written.
    pub source: String,
    /// Area, as people say it.
    pub area: Option<String>,
    /// Place, as people say it.
    pub place: Option<String>,
    /// The observer's own position.
    pub position: Option<Position>,
    /// When.
    pub time: Time,
    /// `seen`, `heard` or `both`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub perceived: Option<String>,
    /// What was seen or heard.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub text: Option<String>,
    /// How many.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub count: Option<Count>,
    /// From the observer.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub direction: Option<Direction>,
    /// Metres from the observer.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub distance_m: Option<f64>,
    /// What was watched.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub watched: Option<String>,
    /// `yes`, `no`, `refused`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reached: Option<String>,
    /// Why not.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
    /// Who refused.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub by: Option<String>,
    /// Files.
    pub attachments: Vec<Attachment>,
}

/// A position as given.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Position {
    /// As typed.
    pub given: String,
    /// `degrees` or `mgrs`.
    pub form: String,
    /// Degrees north.
    pub lat: Option<f64>,
    /// Degrees east.
    pub lon: Option<f64>,
    /// How far off it may be.
    pub uncertainty_m: Option<f64>,
}

/// When something was seen or watched.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Time {
    /// `YYYY-MM-DDTHH:MM±HH:MM`.
    pub start: String,
    /// The same.
    pub end: Option<String>,
    /// Not by the clock.
    pub approximate: bool,
    /// IANA name.
    pub zone: Option<String>,
}

/// How many.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Count {
    /// At least.
    pub low: u32,
    /// At most.
    pub high: u32,
}

/// Whereto.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Direction {
    /// Clockwise from north.
    pub degrees: f64,
    /// `n` … `nw`, where one was chosen.
    pub wind: Option<String>,
}

/// A file; its bytes travel in `data` and are kept apart from the record.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Attachment {
    /// Name.
    pub name: String,
    /// Media type as the device says.
    #[serde(rename = "type")]
    pub kind: String,
    /// Bytes.
    pub size: usize,
    /// When it was changed last.
    pub modified: Option<String>,
    /// Hash of its bytes.
    pub sha256: Option<String>,
    /// The bytes, base64, on their way.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub data: Option<String>,
}

impl Submission {
    /// The record that the ledger commits to: without the bytes of files, with their hashes.
    pub fn raw(&self) -> String {
        let mut own = self.clone();
        own.attachments.iter_mut().for_each(|a| a.data = None);
        serde_json::to_string(&own).unwrap_or_default()
    }

    /// The text that is read: the place as a line of its own, then the words as written.
    pub fn told(&self) -> String {
        let at: Vec<&str> =
            [&self.place, &self.area].into_iter().flatten().map(|t| t.as_str()).collect();
        let words = self.text.as_deref().unwrap_or("");
        if at.is_empty() { words.to_owned() } else { format!("{}\n\n{words}", at.join("، ")) }
    }

    /// The day of it.
    pub fn day(&self) -> Option<&str> {
        self.time.start.get(..10)
    }

    /// A nil return as a table of patrols of one row.
    pub fn patrol(&self, place: &str, team: &str) -> String {
        let own = |text: &Option<String>| text.clone().unwrap_or_default();
        let files: Vec<&str> =
            self.attachments.iter().filter_map(|a| a.sha256.as_deref()).collect();
        let reached = own(&self.reached);
        let cells = [
            self.day().unwrap_or("").to_owned(),
            place.to_owned(),
            team.to_owned(),
            reached,
            own(&self.reason),
            own(&self.by),
            String::new(),
            own(&self.watched),
            self.time.start.clone(),
            own(&self.time.end),
            self.key.clone(),
            files.join(" "),
        ];
        let row: Vec<String> = cells.iter().map(|c| quoted(c)).collect();
        let head = "date,place,team,reached,reason,by,observations,watched,from,until,key,files";
        format!("{head}\n{}\n", row.join(","))
    }

    /// What does not fit: fields, and messages that say so.
    pub fn faults(&self, now: Moment) -> Vec<(&'static str, &'static str)> {
        let blank = |t: &Option<String>| t.as_ref().is_none_or(|t| t.trim().is_empty());
        let nil = self.kind == "nil";
        let mut out = Vec::new();
        let mut need = |wrong: bool, field, id| {
            if wrong {
                out.push((field, id));
            }
        };
        if !nil {
            need(blank(&self.perceived), "perceived", "w-offline-need-perceived");
            need(blank(&self.text), "text", "w-offline-need-text");
            let long = self.text.as_ref().is_some_and(|t| t.encode_utf16().count() > TEXT);
            need(long, "text", "w-work-text-long");
            let wrong = self.count.as_ref().is_some_and(|c| c.high < c.low);
            need(wrong, "high", "w-offline-count-order");
            let nowhere = blank(&self.area) && blank(&self.place) && self.position.is_none();
            need(nowhere, "area", "w-offline-need-where");
        } else {
            need(blank(&self.reached), "reached", "w-work-need-reached");
            need(blank(&self.watched), "watched", "w-offline-need-watched");
            let away = self.reached.as_deref() != Some("yes");
            need(away && blank(&self.reason), "reason", "w-offline-need-reason");
            need(self.time.end.is_none(), "end", "w-offline-need-until");
            need(blank(&self.area), "area", "w-offline-need-area");
        }
        let (start, end) = (instant(&self.time.start), self.time.end.as_deref().map(instant));
        need(start.is_none(), "start", "w-offline-need-time");
        need(end == Some(None), "end", "w-offline-need-until");
        need(start > Some(now.seconds()), "start", "w-offline-time-future");
        let before = end.flatten().is_some_and(|end| Some(end) < start);
        need(before, "end", "w-offline-time-order");
        need(self.source.trim().is_empty(), "source", "w-offline-need-source");
        need(self.attachments.len() > FILES, "file", "w-work-files-many");
        let large = self.attachments.iter().any(|a| a.size > FILE);
        need(large, "file", "w-work-file-large");
        out
    }
}

/// A time of the form as seconds; none where it is none.
fn instant(told: &str) -> Option<i64> {
    let whole = format!("{}:00{}", told.get(..16)?, told.get(16..)?);
    whole.parse::<Moment>().ok().map(Moment::seconds)
}

fn quoted(cell: &str) -> String {
    format!("\"{}\"", cell.replace('"', "\"\"").replace(['\n', '\r'], " "))
}

/// An attachment of bytes.
pub fn attachment(name: &str, kind: &str, bytes: &[u8]) -> Attachment {
    Attachment {
        name: name.to_owned(),
        kind: kind.to_owned(),
        size: bytes.len(),
        modified: None,
        sha256: Some(sha256_hex(bytes)),
        data: None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn report() -> Submission {
        Submission {
            kind: "report".to_owned(),
            source: "7".to_owned(),
            area: Some("حلب".to_owned()),
            perceived: Some("heard".to_owned()),
            text: Some("ثلاثة انفجارات".to_owned()),
            time: Time { start: "2016-05-03T14:00+03:00".to_owned(), ..Time::default() },
            ..Submission::default()
        }
    }

    #[track_caller]
    fn check(told: &Submission, expected: &[&str]) {
        let now: Moment = "2016-05-03T12:00:00Z".parse().expect("a time");
        let fields: Vec<&str> = told.faults(now).into_iter().map(|(field, _)| field).collect();
        assert_eq!(fields, expected);
    }

    #[test]
    fn what_lacks_is_named_by_its_field() {
        check(&report(), &[]);
        check(&Submission { text: None, ..report() }, &["text"]);
        check(&Submission { area: None, ..report() }, &["area"]);
        check(&Submission { source: " ".to_owned(), ..report() }, &["source"]);
        let late = Time { start: "2016-05-03T15:01+03:00".to_owned(), ..Time::default() };
        check(&Submission { time: late, ..report() }, &["start"]);
        let none = Time { start: "3 May".to_owned(), ..Time::default() };
        check(&Submission { time: none, ..report() }, &["start"]);
        let nil = Submission { kind: "nil".to_owned(), ..report() };
        check(&nil, &["reached", "watched", "reason", "end"]);
    }

    #[test]
    fn the_record_has_hashes_and_no_bytes() {
        let mut told = report();
        let file = attachment("a.jpg", "image/jpeg", b"abc");
        told.attachments = vec![Attachment { data: Some("YWJj".to_owned()), ..file }];
        let raw = told.raw();
        assert!(raw.contains(&sha256_hex(b"abc")) && !raw.contains("YWJj"), "{raw}");
    }
}
