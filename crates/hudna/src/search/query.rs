//! What is looked for: pairs of names and values as addresses have them.

use std::collections::BTreeMap;
use std::ops::Deref;

use super::params::{Kind, List};
use crate::error::{Result, Told};

/// Items on a page, where nothing else is asked for.
pub const USUAL_PER: usize = 50;
/// Most items on a page.
pub const MOST_PER: usize = 500;
/// Most values of one parameter.
const MOST_VALUES: usize = 100;
/// Longest value, in characters.
const LONGEST: usize = 300;
/// Most words of a free text.
const MOST_WORDS: usize = 16;
/// Largest number of a parameter.
const LARGEST: u32 = 1_000_000_000;

/// Parameters as given, checked: what the three kinds of queries have in common.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Form {
    list: List,
    given: BTreeMap<&'static str, Vec<String>>,
}

macro_rules! queries {
    ($($(#[$doc:meta])* $name:ident: $list:ident;)+) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, PartialEq, Eq)]
        pub struct $name(Form);

        impl $name {
            /// Reads pairs of names and values; empty values are as if they were not given.
            ///
            /// # Errors
            /// A parameter that the list does not have, or a value that it cannot have: told with
            /// both.
            pub fn parse(pairs: impl IntoIterator<Item = (String, String)>) -> Result<Self> {
                Form::parse(List::$list, pairs).map($name)
            }

            /// The same query with one value more (of a parameter that takes one: this one), on the
            /// first page.
            ///
            /// # Errors
            /// As [`Self::parse`].
            pub fn with(&self, name: &str, value: &str) -> Result<Self> {
                self.0.with(name, value).map($name)
            }

            /// The same query without a value, or without all of the parameter's, on the first page.
            #[must_use]
            pub fn without(&self, name: &str, value: Option<&str>) -> Self {
                $name(self.0.without(name, value))
            }

            /// The same query on another page, from 1.
            #[must_use]
            pub fn on_page(&self, page: usize) -> Self {
                let mut form = self.0.without("page", None);
                form.given.insert("page", vec![page.max(1).to_string()]);
                $name(form.usual())
            }
        }

        impl Default for $name {
            fn default() -> Self {
                $name(Form { list: List::$list, given: BTreeMap::new() })
            }
        }

        impl Deref for $name {
            type Target = Form;

            fn deref(&self) -> &Form {
                &self.0
            }
        }
    )+};
}

queries! {
    /// What is looked for among incidents.
    ///
    /// Values of one parameter are alternatives, parameters narrow one another. `term`, `verdict`
    /// and `flag` speak of one judgement together; `place` and `area` hold what lies in them; `from`
    /// and `to` keep what may have been on a day between them. `none` stands for an area, place,
    /// actor or target that nobody tells. An incident without a figure of dead passes neither
    /// `deaths_min` nor `deaths_max`.
    Query: Incidents;
    /// What is looked for among promises.
    FollowQuery: FollowUps;
    /// What is looked for among reports. `from` and `to` are of the day of publication, where none
    /// is known of receipt.
    ReportQuery: Reports;
}

impl Form {
    fn parse(list: List, pairs: impl IntoIterator<Item = (String, String)>) -> Result<Form> {
        let mut form = Form { list, given: BTreeMap::new() };
        for (name, value) in pairs {
            form.take(&name, &value)?;
        }
        form.in_order()?;
        Ok(form.usual())
    }

    fn take(&mut self, name: &str, value: &str) -> Result<()> {
        let Some((name, kind)) = self.list.kind(name) else {
            let all: Vec<&str> = self.list.table().iter().map(|(n, _)| *n).collect();
            let known = all.join(", ");
            return Err(Told::error("told-search-unknown", &[("name", name), ("known", &known)]));
        };
        let value = value.trim();
        if value.is_empty() || matches!(kind, Kind::Aside) {
            return Ok(());
        }
        if value.chars().count() > LONGEST {
            let most = LONGEST.to_string();
            return Err(Told::error("told-search-long", &[("name", name), ("most", &most)]));
        }
        let value = checked(name, kind, value)?;
        let all = self.given.entry(name).or_default();
        if all.contains(&value) {
            return Ok(());
        }
        if !all.is_empty() && !matches!(kind, Kind::Open | Kind::Closed(_)) {
            return Err(Told::error("told-search-twice", &[("name", name)]));
        }
        if all.len() == MOST_VALUES {
            let most = MOST_VALUES.to_string();
            return Err(Told::error("told-search-many", &[("name", name), ("most", &most)]));
        }
        let at = all.partition_point(|v| *v < value);
        all.insert(at, value);
        Ok(())
    }

    /// Lower ends do not lie above upper ones.
    fn in_order(&self) -> Result<()> {
        let ends = [("from", "to"), ("due_from", "due_to"), ("deaths_min", "deaths_max")];
        for (low, high) in ends.into_iter().filter(|(low, _)| self.list.kind(low).is_some()) {
            let (Some(a), Some(b)) = (self.one(low), self.one(high)) else { continue };
            // Days of one length compare as text, numbers by their length first.
            if (a.len(), a) > (b.len(), b) {
                let args = [("low", low), ("high", high), ("a", a), ("b", b)];
                return Err(Told::error("told-search-order", &args));
            }
        }
        Ok(())
    }

    /// Without what is so anyhow.
    fn usual(mut self) -> Form {
        let usual = |(name, kind): &(&'static str, Kind)| match kind {
            Kind::Order(all) => Some((*name, all[0].to_owned())),
            Kind::Page => Some((*name, "1".to_owned())),
            Kind::Per => Some((*name, USUAL_PER.to_string())),
            _ => None,
        };
        for (name, value) in self.list.table().iter().filter_map(usual) {
            if self.one(name) == Some(value.as_str()) {
                self.given.remove(name);
            }
        }
        self
    }

    fn with(&self, name: &str, value: &str) -> Result<Form> {
        let several = self
            .list
            .kind(name)
            .is_some_and(|(_, kind)| matches!(kind, Kind::Open | Kind::Closed(_)));
        let mut form = if several { self.clone() } else { self.without(name, None) };
        form.take(name, value)?;
        form.given.remove("page");
        form.in_order()?;
        Ok(form.usual())
    }

    fn without(&self, name: &str, value: Option<&str>) -> Form {
        let mut form = self.clone();
        form.given.remove("page");
        if let Some(all) = form.given.get_mut(name) {
            all.retain(|v| value.is_some_and(|gone| gone != v));
            if all.is_empty() {
                form.given.remove(name);
            }
        }
        form
    }

    /// The values of a parameter, ascending.
    pub fn all(&self, name: &str) -> &[String] {
        self.given.get(name).map_or(&[], Vec::as_slice)
    }

    /// The value of a parameter that takes one.
    pub fn one(&self, name: &str) -> Option<&str> {
        self.all(name).first().map(String::as_str)
    }

    /// The number that a parameter has.
    pub(super) fn number(&self, name: &str) -> Option<u32> {
        self.one(name)?.parse().ok()
    }

    /// The free text; empty without one.
    pub fn text(&self) -> &str {
        self.one("q").unwrap_or_default()
    }

    /// The page, from 1.
    pub fn page(&self) -> usize {
        self.number("page").map_or(1, |n| n as usize)
    }

    /// Items on a page.
    pub fn per(&self) -> usize {
        self.number("per").map_or(USUAL_PER, |n| n as usize)
    }

    /// The order.
    pub fn sort(&self) -> &str {
        let orders = self.list.table().iter().find_map(|(_, kind)| match kind {
            Kind::Order(all) => Some(all[0]),
            _ => None,
        });
        self.one("sort").or(orders).unwrap_or_default()
    }

    /// Whether nothing narrows the list.
    pub fn is_whole(&self) -> bool {
        self.given.keys().all(|name| ["sort", "page", "per"].contains(name))
    }

    /// The names of all parameters that narrow the list, in their order.
    pub fn filters(&self) -> Vec<&'static str> {
        let narrows =
            |kind: &Kind| !matches!(kind, Kind::Order(_) | Kind::Page | Kind::Per | Kind::Aside);
        self.list.table().iter().filter(|(_, kind)| narrows(kind)).map(|(n, _)| *n).collect()
    }

    /// Every parameter of the list: name, what it takes (`text`, `name`, `number`, `day`), whether
    /// several times, and the names of a closed list.
    pub fn parameters(&self) -> Vec<(&'static str, &'static str, bool, Vec<&'static str>)> {
        let told = |(name, kind): &(&'static str, Kind)| match kind {
            Kind::Text => Some((*name, "text", false, Vec::new())),
            Kind::Open => Some((*name, "name", true, Vec::new())),
            Kind::Closed(all) => Some((*name, "name", true, all())),
            Kind::Order(all) => Some((*name, "name", false, all.to_vec())),
            Kind::Number | Kind::Page | Kind::Per => Some((*name, "number", false, Vec::new())),
            Kind::Day => Some((*name, "day", false, Vec::new())),
            Kind::Aside => None,
        };
        self.list.table().iter().filter_map(told).collect()
    }

    /// The canonical form: two queries that ask the same have the same pairs. What is usual is left
    /// out, and so are `view` and `lang`, which say how the answer is shown.
    pub fn pairs(&self) -> Vec<(String, String)> {
        let values = |(name, _): &(&'static str, Kind)| {
            self.all(name).iter().map(|v| ((*name).to_owned(), v.clone())).collect::<Vec<_>>()
        };
        self.list.table().iter().flat_map(values).collect()
    }
}

/// A value as it is kept.
fn checked(name: &str, kind: Kind, value: &str) -> Result<String> {
    match kind {
        Kind::Open | Kind::Aside => Ok(value.to_owned()),
        Kind::Text => text(name, value),
        Kind::Closed(all) => among(name, &all(), value),
        Kind::Order(all) => among(name, all, value),
        Kind::Number => number(name, value, (0, LARGEST)),
        Kind::Page => number(name, value, (1, LARGEST)),
        Kind::Per => number(name, value, (1, MOST_PER as u32)),
        Kind::Day => day(name, value),
    }
}

fn text(name: &str, value: &str) -> Result<String> {
    if super::fold::words(value).len() > MOST_WORDS {
        let most = MOST_WORDS.to_string();
        return Err(Told::error("told-search-words", &[("name", name), ("most", &most)]));
    }
    Ok(value.split_whitespace().collect::<Vec<_>>().join(" "))
}

fn among(name: &str, all: &[&str], value: &str) -> Result<String> {
    if all.contains(&value) {
        return Ok(value.to_owned());
    }
    let args = [("name", name), ("value", value), ("known", &all.join(", "))];
    Err(Told::error("told-search-value", &args))
}

fn number(name: &str, value: &str, (low, high): (u32, u32)) -> Result<String> {
    let told = hudna_read::fold::fold(value).parse().ok();
    match told.filter(|n| (low..=high).contains(n)) {
        Some(n) => Ok(n.to_string()),
        None => {
            let (low, high) = (low.to_string(), high.to_string());
            let args = [("name", name), ("value", value), ("low", &low), ("high", &high)];
            Err(Told::error("told-search-number", &args))
        }
    }
}

fn day(name: &str, value: &str) -> Result<String> {
    let folded = hudna_read::fold::fold(value);
    let day = folded.parse::<jiff::civil::Date>().ok().filter(|_| folded.len() == 10);
    match day {
        Some(day) => Ok(day.to_string()),
        None => Err(Told::error("told-search-day", &[("name", name), ("value", value)])),
    }
}
