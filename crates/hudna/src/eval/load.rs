//! Finding and reading annotation files: one JSON object a line.

use std::path::{Path, PathBuf};

use serde::Serialize;

use super::gold::GoldReport;

/// The annotation files that a full evaluation uses, without `.jsonl`. A folder that lacks one is
/// told so; files of other names are scored as well.
pub const EXPECTED: [&str; 7] = [
    "dev",
    "dev-ar-other",
    "dev-ar-press2015",
    "dev-ar-short",
    "dev-en-syria",
    "own-ar",
    "reference",
];

/// Which lines of each file are used, counted from 1: one half to fit on, the other to score on.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Lines {
    /// Every line.
    #[default]
    All,
    /// The first, third …
    Odd,
    /// The second, fourth …
    Even,
}

impl Lines {
    /// The value called `all`, `odd` or `even`.
    pub fn parse(name: &str) -> Option<Self> {
        match name {
            "all" => Some(Lines::All),
            "odd" => Some(Lines::Odd),
            "even" => Some(Lines::Even),
            _ => None,
        }
    }

    /// The value's name.
    pub fn as_str(self) -> &'static str {
        match self {
            Lines::All => "all",
            Lines::Odd => "odd",
            Lines::Even => "even",
        }
    }

    /// Whether the line of this number is used.
    pub fn keep(self, number: usize) -> bool {
        match self {
            Lines::All => true,
            Lines::Odd => number % 2 == 1,
            Lines::Even => number.is_multiple_of(2),
        }
    }
}

/// A line that is no annotated report.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, thiserror::Error)]
#[error("{file}:{line}: not an annotated report: {why}")]
pub struct BadRow {
    /// Name of the file.
    pub file: String,
    /// Number of the line, from 1.
    pub line: usize,
    /// What is wrong with it.
    pub why: String,
}

/// Why annotations could not be read at all.
#[derive(Debug, thiserror::Error)]
#[error("cannot read annotations from {}: {why}; name a folder or a .jsonl file", path.display())]
pub struct GoldError {
    /// The file or folder.
    pub path: PathBuf,
    /// What the system says.
    #[source]
    pub why: std::io::Error,
}

impl GoldError {
    fn at(path: &Path) -> impl FnOnce(std::io::Error) -> Self + '_ {
        move |why| GoldError { path: path.to_owned(), why }
    }
}

/// One file of annotated reports.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct GoldFile {
    /// Its name without `.jsonl`.
    pub name: String,
    /// The reports of the chosen lines, in their order.
    pub reports: Vec<GoldReport>,
    /// The chosen lines that could not be read.
    pub bad: Vec<BadRow>,
}

impl GoldFile {
    /// Reads the chosen lines of a file. A bad one is kept aside with its number, the rest goes on.
    pub fn load(path: &Path, lines: Lines) -> Result<Self, GoldError> {
        let bytes = std::fs::read(path).map_err(GoldError::at(path))?;
        let file = path.file_name().unwrap_or_default().to_string_lossy();
        Ok(Self::parse(&file, &bytes, lines))
    }

    /// Reads the chosen lines of the bytes of a file called `file`.
    pub fn parse(file: &str, bytes: &[u8], lines: Lines) -> Self {
        let name = file.strip_suffix(".jsonl").unwrap_or(file).to_owned();
        let mut gold = GoldFile { name, ..GoldFile::default() };
        for (number, row) in (1..).zip(rows(bytes)) {
            if !lines.keep(number) || row.trim_ascii().is_empty() {
                continue;
            }
            match serde_json::from_slice(row) {
                Ok(report) => gold.reports.push(report),
                Err(why) => gold.bad.push(BadRow {
                    file: file.to_owned(),
                    line: number,
                    why: why.to_string(),
                }),
            }
        }
        gold
    }

    /// The languages of its reports, sorted.
    pub fn languages(&self) -> std::collections::BTreeSet<&str> {
        self.reports.iter().map(|report| report.lang.as_str()).collect()
    }
}

/// The lines of a file, without the mark that some editors put before the first.
fn rows(bytes: &[u8]) -> impl Iterator<Item = &[u8]> {
    bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes).split(|byte| *byte == b'\n')
}

/// What a folder holds of annotations.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct FoundGold {
    /// Files of annotated reports, sorted by name.
    pub files: Vec<PathBuf>,
    /// Names of [`EXPECTED`] that are not there.
    pub absent: Vec<String>,
    /// Names of `.jsonl` files of another form, which are passed over.
    pub other: Vec<String>,
}

/// Finds the annotation files of a folder; a path that is a file stands for itself alone.
pub fn find_gold(path: &Path) -> Result<FoundGold, GoldError> {
    if path.is_file() {
        return Ok(FoundGold { files: vec![path.to_owned()], ..FoundGold::default() });
    }
    let mut found = FoundGold::default();
    for file in jsonl_files(path)? {
        if has_facts(&std::fs::read(&file).map_err(GoldError::at(&file))?) {
            found.files.push(file);
        } else {
            found.other.push(stem(&file));
        }
    }
    let present: Vec<String> = found.files.iter().map(|file| stem(file)).collect();
    let absent = EXPECTED.iter().filter(|name| !present.iter().any(|file| file == *name));
    found.absent = absent.map(|name| (*name).to_owned()).collect();
    Ok(found)
}

fn stem(file: &Path) -> String {
    file.file_stem().unwrap_or_default().to_string_lossy().into_owned()
}

fn jsonl_files(folder: &Path) -> Result<Vec<PathBuf>, GoldError> {
    let mut files = Vec::new();
    for entry in std::fs::read_dir(folder).map_err(GoldError::at(folder))? {
        let file = entry.map_err(GoldError::at(folder))?.path();
        if file.extension().is_some_and(|extension| extension == "jsonl") {
            files.push(file);
        }
    }
    files.sort();
    Ok(files)
}

/// Whether the first line that is JSON has the field of annotations. A file with no such line is
/// taken for annotations too, so that its lines are named as bad instead of passed over.
fn has_facts(bytes: &[u8]) -> bool {
    let first = rows(bytes).find_map(|row| serde_json::from_slice::<serde_json::Value>(row).ok());
    first.is_none_or(|row| row.get("facts").is_some())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row(id: &str) -> String {
        format!(r#"{{"id": "{id}", "text": "", "facts": []}}"#)
    }

    #[test]
    fn the_chosen_lines_are_read_and_bad_ones_named() {
        #[track_caller]
        fn check(lines: Lines, ids: &[&str], bad: &[usize]) {
            let text =
                format!("\u{feff}{}\r\n\n{}\n{{\"id\": 3}}\n{}", row("a"), row("b"), row("c"));
            let gold = GoldFile::parse("set.jsonl", text.as_bytes(), lines);
            let read: Vec<_> = gold.reports.iter().map(|report| report.id.as_str()).collect();
            assert_eq!(read, ids);
            assert_eq!(gold.bad.iter().map(|row| row.line).collect::<Vec<_>>(), bad);
            assert_eq!(gold.name, "set");
        }
        check(Lines::All, &["a", "b", "c"], &[4]);
        check(Lines::Odd, &["a", "b", "c"], &[]);
        check(Lines::Even, &[], &[4]);
    }

    #[test]
    fn a_bad_row_says_where_and_why() {
        let text = [b"{\"id\": \"a\", \"facts\": []}\n\xff".as_slice()].concat();
        let gold = GoldFile::parse("set.jsonl", &text, Lines::All);
        let said: Vec<_> = gold.bad.iter().map(ToString::to_string).collect();
        assert!(said[0].starts_with("set.jsonl:1: ") && said[0].contains("missing field `text`"));
        assert!(said[1].starts_with("set.jsonl:2: "), "{}", said[1]);
    }

    #[test]
    fn a_folder_says_what_it_has_and_what_it_lacks() {
        let folder = std::env::temp_dir().join(format!("hudna-gold-{}", std::process::id()));
        std::fs::create_dir_all(&folder).unwrap();
        for (file, text) in [
            ("dev.jsonl", row("a").as_str()),
            ("broken.jsonl", "{"),
            ("list.jsonl", "{\"id\": \"p\"}"),
            ("notes.md", ""),
        ] {
            std::fs::write(folder.join(file), text).unwrap();
        }
        let found = find_gold(&folder);
        let one = find_gold(&folder.join("list.jsonl"));
        std::fs::remove_dir_all(&folder).unwrap();
        let found = found.unwrap();
        assert_eq!(found.files, [folder.join("broken.jsonl"), folder.join("dev.jsonl")]);
        assert_eq!(found.other, ["list"]);
        assert_eq!(found.absent, EXPECTED[1..]);
        assert_eq!(one.unwrap().files, [folder.join("list.jsonl")]);
        assert!(find_gold(&folder).unwrap_err().to_string().contains("cannot read annotations"));
    }

    #[test]
    fn names_of_selections_read_back() {
        for lines in [Lines::All, Lines::Odd, Lines::Even] {
            assert_eq!(Lines::parse(lines.as_str()), Some(lines));
        }
        assert_eq!(Lines::parse("both"), None);
    }
}
