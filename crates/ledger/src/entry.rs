//! One row of the ledger, as the bytes that are hashed. The format is frozen: see
//! `docs/formats/ledger-entry.md`.

use crate::hash::{Hash, from_hex, to_hex};

/// First line of every entry.
pub const FORMAT: &str = "hudna/entry/v1";

/// Longest entry, in bytes: C2SP tlog-tiles gives an entry's length in 16 bits.
pub const MAX_ENTRY_BYTES: usize = 65_535;

/// What is public about one record: its kind, which object it speaks of, and a commitment to the
/// payload. Who acted, precise times and all content belong in the payload.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// What sort of record this is; not empty.
    pub kind: String,
    /// Random id of the object that the record speaks of; not empty.
    pub object: String,
    /// 1 for the object's first entry, then one more each time.
    pub version: u64,
    /// [`leaf_hash`](crate::leaf_hash) of the object's previous entry; none for version 1.
    pub previous: Option<Hash>,
    /// Hour of entry in UTC, `2016-05-03T14:00:00Z`: minutes and seconds are always zero.
    pub hour: String,
    /// [`commit`](crate::commit) of salt and payload.
    pub commitment: Hash,
}

/// Why bytes are not an entry, or why a record cannot become one.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum EntryError {
    /// The bytes are not UTF-8.
    #[error("not UTF-8")]
    Utf8,
    /// There must be seven lines, each ended by a line feed.
    #[error("not seven lines that each end in a line feed")]
    Lines,
    /// The first line names another format, perhaps a newer one.
    #[error("first line is not {FORMAT}")]
    Format,
    /// A field that must say something is empty.
    #[error("{0} is empty")]
    Empty(&'static str),
    /// A backslash is followed by something else than `n` or a backslash.
    #[error("{0} has an unknown escape")]
    Escape(&'static str),
    /// The version is not a decimal number that fits in 64 bits.
    #[error("version is not a number")]
    Version,
    /// Version 1 has no previous hash, every other version has one.
    #[error("version {0} and the previous hash do not fit each other")]
    Previous(u64),
    /// The hour is not a full hour of UTC in the form `2016-05-03T14:00:00Z`.
    #[error("hour is not a full hour of UTC")]
    Hour,
    /// A hash is not 64 lower-case hex digits.
    #[error("{0} is not 64 lower-case hex digits")]
    Hex(&'static str),
    /// The fields can be read, but they are written in another way than [`Entry::encode`] does.
    #[error("fields are not in their only permitted form")]
    NotCanonical,
    /// The entry is longer than [`MAX_ENTRY_BYTES`].
    #[error("longer than {MAX_ENTRY_BYTES} bytes")]
    TooLong,
}

impl Entry {
    /// The bytes that go into the log. An entry that [`decode`](Entry::decode) would refuse is an
    /// error here, so that it can never be appended.
    pub fn encode(&self) -> Result<Vec<u8>, EntryError> {
        self.check()?;
        let mut text = String::with_capacity(224 + self.kind.len() + self.object.len());
        push_line(&mut text, FORMAT);
        push_line(&mut text, &self.kind);
        push_line(&mut text, &self.object);
        push_line(&mut text, &self.version.to_string());
        push_line(&mut text, &self.previous.as_ref().map_or_else(|| "-".into(), to_hex));
        push_line(&mut text, &self.hour);
        push_line(&mut text, &to_hex(&self.commitment));
        if text.len() > MAX_ENTRY_BYTES { Err(EntryError::TooLong) } else { Ok(text.into_bytes()) }
    }

    /// Reads an entry; refuses everything that would not encode to exactly these bytes.
    pub fn decode(bytes: &[u8]) -> Result<Entry, EntryError> {
        let text = std::str::from_utf8(bytes).map_err(|_| EntryError::Utf8)?;
        let [format, kind, object, version, previous, hour, commitment] = lines(text)?;
        if format != FORMAT {
            return Err(EntryError::Format);
        }
        let entry = Entry {
            kind: unescape(kind).ok_or(EntryError::Escape("kind"))?,
            object: unescape(object).ok_or(EntryError::Escape("object"))?,
            version: version.parse().map_err(|_| EntryError::Version)?,
            previous: match previous {
                "-" => None,
                hex => Some(from_hex(hex).ok_or(EntryError::Hex("previous"))?),
            },
            hour: hour.to_owned(),
            commitment: from_hex(commitment).ok_or(EntryError::Hex("commitment"))?,
        };
        if entry.encode()? == bytes { Ok(entry) } else { Err(EntryError::NotCanonical) }
    }

    fn check(&self) -> Result<(), EntryError> {
        if self.kind.is_empty() {
            return Err(EntryError::Empty("kind"));
        }
        if self.object.is_empty() {
            return Err(EntryError::Empty("object"));
        }
        if self.version == 0 || (self.version == 1) != self.previous.is_none() {
            return Err(EntryError::Previous(self.version));
        }
        if is_full_hour(&self.hour) { Ok(()) } else { Err(EntryError::Hour) }
    }
}

fn push_line(text: &mut String, value: &str) {
    for part in value.split_inclusive(['\\', '\n']) {
        match part.as_bytes().last() {
            Some(b'\\') => text.extend([part, "\\"]),
            Some(b'\n') => text.extend([&part[..part.len() - 1], "\\n"]),
            _ => text.push_str(part),
        }
    }
    text.push('\n');
}

fn lines(text: &str) -> Result<[&str; 7], EntryError> {
    let body = text.strip_suffix('\n').ok_or(EntryError::Lines)?;
    let mut rest = body.split('\n');
    let mut lines = [""; 7];
    for line in &mut lines {
        *line = rest.next().ok_or(EntryError::Lines)?;
    }
    if rest.next().is_none() { Ok(lines) } else { Err(EntryError::Lines) }
}

fn unescape(line: &str) -> Option<String> {
    if !line.contains('\\') {
        return Some(line.to_owned());
    }
    let mut value = String::with_capacity(line.len());
    let mut chars = line.chars();
    while let Some(c) = chars.next() {
        value.push(match c {
            '\\' => match chars.next()? {
                'n' => '\n',
                '\\' => '\\',
                _ => return None,
            },
            c => c,
        });
    }
    Some(value)
}

/// True for `YYYY-MM-DDThh:00:00Z` with a day that exists (Gregorian, years 0000 to 9999).
fn is_full_hour(hour: &str) -> bool {
    let shape = hour.len() == 20
        && hour.bytes().zip(*b"0000-00-00T00:00:00Z").enumerate().all(|(at, (found, form))| {
            let free_digit = form == b'0' && at < 13;
            if free_digit { found.is_ascii_digit() } else { found == form }
        });
    shape && is_day_and_hour(hour)
}

fn is_day_and_hour(hour: &str) -> bool {
    let number = |from: usize, to: usize| hour[from..to].bytes().fold(0, decimal);
    let leap = match number(0, 4) {
        year if year % 100 == 0 => year % 400 == 0,
        year => year % 4 == 0,
    };
    let days = match number(5, 7) {
        2 if leap => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        1..=12 => 31,
        _ => 0,
    };
    (1..=days).contains(&number(8, 10)) && number(11, 13) < 24
}

fn decimal(so_far: u32, digit: u8) -> u32 {
    so_far * 10 + u32::from(digit - b'0')
}
