//! What each sets for their own eyes.

use hudna_model::Lang;
use serde::{Deserialize, Serialize};

use super::People;
use crate::error::{Result, Told};

/// How figures are written.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Digits {
    /// 0 1 2 3.
    #[default]
    Latin,
    /// ٠ ١ ٢ ٣.
    Arabic,
}

/// Names of months in Arabic.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Months {
    /// Those of the Levant and Iraq: أيار.
    #[default]
    Levantine,
    /// Those of Egypt, Sudan and the peninsula: مايو.
    Egyptian,
    /// Both: أيار/مايو.
    Both,
}

/// How closely things are set.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Density {
    /// With room.
    #[default]
    Comfortable,
    /// Much on a page.
    Compact,
}

/// A person's own settings.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Settings {
    /// Language; none for that of the reader's browser.
    pub lang: Option<Lang>,
    /// Figures.
    pub digits: Digits,
    /// Months.
    pub months: Months,
    /// Offset in which times are shown, such as `+03:00`; none for the one in which they were told.
    pub zone: Option<String>,
    /// Keys do something.
    pub shortcuts: bool,
    /// How closely things are set.
    pub density: Density,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            lang: None,
            digits: Digits::default(),
            months: Months::default(),
            zone: None,
            shortcuts: true,
            density: Density::default(),
        }
    }
}

/// Whether it is `Z` or an offset of a place on Earth.
fn is_zone(text: &str) -> bool {
    text == "Z"
        || (text.len() == 6 && format!("2016-05-03T00:00:00{text}").parse::<Moment>().is_ok())
}

use hudna_model::Moment;

impl People {
    /// A person's settings; the usual ones where they set none.
    ///
    /// # Errors
    /// The database fails.
    pub fn settings(&self, person: &str) -> Result<Settings> {
        let text: Option<String> = self.own("settings", "json", person)?;
        // What an earlier or later release wrote and this one cannot read is not worth a failure.
        Ok(text.and_then(|text| serde_json::from_str(&text).ok()).unwrap_or_default())
    }

    /// Sets them.
    ///
    /// # Errors
    /// `told-bad-zone`, or the database fails.
    pub fn set_settings(&self, person: &str, settings: &Settings) -> Result<()> {
        if let Some(zone) = settings.zone.as_ref().filter(|zone| !is_zone(zone)) {
            return Err(Told::error("told-bad-zone", &[("zone", zone)]));
        }
        let json = serde_json::to_string(settings).expect("settings have a JSON form");
        let sql = "INSERT OR REPLACE INTO settings (person, json) VALUES (?1, ?2)";
        self.lock().execute(sql, [person, &json])?;
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn zones() {
        let good = ["Z", "+03:00", "-09:30", "+14:00"];
        assert!(good.iter().all(|z| is_zone(z)));
        let bad = ["", "+3", "03:00", "+03:00:00", "+99:00", "Asia/Damascus", "+03.00", "[u-ca]"];
        assert_eq!(bad.iter().filter(|z| is_zone(z)).collect::<Vec<_>>(), Vec::<&&str>::new());
    }

    #[test]
    fn what_is_not_written_is_as_usual() {
        let read = |text| serde_json::from_str::<Settings>(text).unwrap();
        assert_eq!(read("{}"), Settings::default());
        let some = read(r#"{"lang":"ar","digits":"arabic","later":1}"#);
        assert_eq!(
            (some.lang, some.digits, some.shortcuts),
            (Some(Lang::Ar), Digits::Arabic, true)
        );
    }
}
