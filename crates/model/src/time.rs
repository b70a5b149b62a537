//! Points in time as people state them: an instant together with the offset it was told in.

use std::fmt;
use std::str::FromStr;

use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::{Offset, TimeZone};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// An instant with the offset from UTC in which it was told; ordered by the instant.
///
/// Written `2016-05-03T21:00:00+03:00`; precision is one second.
///
/// The same instant told in two offsets is equal.
#[derive(Debug, Clone, Copy)]
pub struct Moment {
    seconds: i64,
    offset_seconds: i32,
}

/// A text that is not a time with its offset.
#[derive(Debug, Clone, thiserror::Error)]
#[error("\"{0}\" is not a time such as 2016-05-03T21:00:00+03:00")]
pub struct NotAMoment(pub String);

impl Moment {
    /// Seconds since 1970-01-01T00:00:00Z.
    pub fn seconds(self) -> i64 {
        self.seconds
    }

    /// An instant in UTC from Unix seconds.
    pub fn from_seconds(seconds: i64) -> Self {
        Self { seconds, offset_seconds: 0 }
    }

    /// The same instant told in the offset of `other`.
    pub fn told_like(self, other: Moment) -> Self {
        Self { offset_seconds: other.offset_seconds, ..self }
    }

    /// The calendar day on which it falls where it was told.
    pub fn day(self) -> Date {
        self.civil().date()
    }

    /// Midnight at the beginning of `day`, in the offset of `self`.
    pub fn midnight_of(self, day: Date) -> Self {
        let local = day.at(0, 0, 0, 0);
        let utc = TimeZone::UTC.to_timestamp(local).map(|t| t.as_second()).unwrap_or_default();
        Self { seconds: utc - i64::from(self.offset_seconds), offset_seconds: self.offset_seconds }
    }

    /// The same moment `n` seconds later (or earlier).
    pub fn plus_seconds(self, n: i64) -> Self {
        Self { seconds: self.seconds + n, ..self }
    }

    /// Hour of entry as the ledger writes it: RFC 3339, UTC, minutes and seconds zero.
    pub fn hour_utc(self) -> String {
        let hour = Moment::from_seconds(self.seconds - self.seconds.rem_euclid(3600));
        format!("{}Z", hour.civil().strftime("%Y-%m-%dT%H:00:00"))
    }

    fn civil(self) -> jiff::civil::DateTime {
        let offset = Offset::from_seconds(self.offset_seconds).unwrap_or(Offset::UTC);
        let at = Timestamp::from_second(self.seconds).unwrap_or(Timestamp::UNIX_EPOCH);
        offset.to_datetime(at)
    }
}

impl PartialEq for Moment {
    fn eq(&self, other: &Self) -> bool {
        self.seconds == other.seconds
    }
}

impl Eq for Moment {}

impl std::hash::Hash for Moment {
    fn hash<H: std::hash::Hasher>(&self, state: &mut H) {
        self.seconds.hash(state);
    }
}

impl PartialOrd for Moment {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Moment {
    fn cmp(&self, other: &Self) -> std::cmp::Ordering {
        self.seconds.cmp(&other.seconds)
    }
}

impl fmt::Display for Moment {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let civil = self.civil().strftime("%Y-%m-%dT%H:%M:%S");
        if self.offset_seconds == 0 {
            return write!(f, "{civil}Z");
        }
        let sign = if self.offset_seconds < 0 { '-' } else { '+' };
        let minutes = self.offset_seconds.abs() / 60;
        write!(f, "{civil}{sign}{:02}:{:02}", minutes / 60, minutes % 60)
    }
}

impl FromStr for Moment {
    type Err = NotAMoment;

    fn from_str(s: &str) -> Result<Self, Self::Err> {
        let bad = || NotAMoment(s.to_owned());
        let pieces = jiff::fmt::temporal::Pieces::parse(s).map_err(|_| bad())?;
        let offset = pieces.to_numeric_offset().ok_or_else(bad)?;
        let time = pieces.time().ok_or_else(bad)?;
        let at = offset.to_timestamp(pieces.date().to_datetime(time)).map_err(|_| bad())?;
        Ok(Self { seconds: at.as_second(), offset_seconds: offset.seconds() })
    }
}

impl Serialize for Moment {
    fn serialize<S: Serializer>(&self, s: S) -> Result<S::Ok, S::Error> {
        s.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Moment {
    fn deserialize<D: Deserializer<'de>>(d: D) -> Result<Self, D::Error> {
        String::deserialize(d)?.parse().map_err(serde::de::Error::custom)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, day: &str, hour: &str) {
        let m: Moment = text.parse().expect("a time");
        assert_eq!(m.to_string(), text);
        assert_eq!(m.day().to_string(), day);
        assert_eq!(m.hour_utc(), hour);
    }

    #[test]
    fn keeps_the_offset_it_was_told_in() {
        check("2016-05-03T21:00:00+03:00", "2016-05-03", "2016-05-03T18:00:00Z");
        check("2016-05-04T01:30:00+03:00", "2016-05-04", "2016-05-03T22:00:00Z");
        check("2016-02-26T22:00:00Z", "2016-02-26", "2016-02-26T22:00:00Z");
    }

    #[test]
    fn the_same_instant_is_equal_in_any_offset() {
        let moment = |text: &str| text.parse::<Moment>().expect("a time");
        let (here, there) = ("2016-05-03T21:00:00+03:00", "2016-05-03T18:00:00Z");
        assert_eq!(moment(here), moment(there));
        assert!(moment("2016-05-03T20:59:59+03:00") < moment(there));
    }

    #[test]
    fn refuses_a_time_without_offset() {
        assert!("2016-05-03T21:00:00".parse::<Moment>().is_err());
        assert!("yesterday".parse::<Moment>().is_err());
    }
}
