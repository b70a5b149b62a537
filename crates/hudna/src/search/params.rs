//! Which parameters each list has, and what they take.

use super::values;

/// What a parameter takes.
#[derive(Debug, Clone, Copy)]
pub(super) enum Kind {
    /// Words.
    Text,
    /// Any id or name, several times.
    Open,
    /// Names of a closed list, several times.
    Closed(fn() -> Vec<&'static str>),
    /// A whole number.
    Number,
    /// An ISO day.
    Day,
    /// One of these; the first is usual.
    Order(&'static [&'static str]),
    /// A page, from 1.
    Page,
    /// Items on a page.
    Per,
    /// Taken and left to who shows the answer.
    Aside,
}

pub(super) type Table = &'static [(&'static str, Kind)];

const INCIDENTS: Table = &[
    ("q", Kind::Text),
    ("area", Kind::Open),
    ("place", Kind::Open),
    ("party", Kind::Open),
    ("actor", Kind::Open),
    ("target", Kind::Open),
    ("act", Kind::Closed(values::acts)),
    ("verdict", Kind::Closed(values::verdicts)),
    ("term", Kind::Open),
    ("flag", Kind::Closed(values::flags)),
    ("corroboration", Kind::Closed(values::corroborations)),
    ("confirmed", Kind::Closed(values::yes_no)),
    ("reviewed", Kind::Closed(values::reviewed)),
    ("source", Kind::Open),
    ("origins_min", Kind::Number),
    ("deaths_min", Kind::Number),
    ("deaths_max", Kind::Number),
    ("from", Kind::Day),
    ("to", Kind::Day),
    ("precision", Kind::Closed(values::precisions)),
    ("case", Kind::Closed(values::cases)),
    ("text_lang", Kind::Open),
    ("id", Kind::Open),
    ("sort", Kind::Order(&["newest", "oldest", "deaths", "origins", "area"])),
    ("page", Kind::Page),
    ("per", Kind::Per),
    ("view", Kind::Aside),
    ("lang", Kind::Aside),
];

const FOLLOW_UPS: Table = &[
    ("q", Kind::Text),
    ("status", Kind::Closed(values::statuses)),
    ("who", Kind::Open),
    ("to", Kind::Open),
    ("area", Kind::Open),
    ("due_from", Kind::Day),
    ("due_to", Kind::Day),
    ("overdue", Kind::Closed(values::yes_no)),
    ("owner", Kind::Open),
    ("no_date", Kind::Closed(values::yes_no)),
    ("id", Kind::Open),
    ("sort", Kind::Order(&["board", "due", "told", "silent"])),
    ("page", Kind::Page),
    ("per", Kind::Per),
    ("view", Kind::Aside),
    ("lang", Kind::Aside),
];

const REPORTS: Table = &[
    ("q", Kind::Text),
    ("state", Kind::Closed(values::states)),
    ("source", Kind::Open),
    ("text_lang", Kind::Open),
    ("from", Kind::Day),
    ("to", Kind::Day),
    ("unread_harm", Kind::Closed(values::yes_no)),
    ("id", Kind::Open),
    ("sort", Kind::Order(&["newest", "oldest", "unread", "claims"])),
    ("page", Kind::Page),
    ("per", Kind::Per),
    ("view", Kind::Aside),
    ("lang", Kind::Aside),
];

/// Which list is asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum List {
    Incidents,
    FollowUps,
    Reports,
}

impl List {
    pub(super) fn table(self) -> Table {
        match self {
            List::Incidents => INCIDENTS,
            List::FollowUps => FOLLOW_UPS,
            List::Reports => REPORTS,
        }
    }

    pub(super) fn kind(self, name: &str) -> Option<(&'static str, Kind)> {
        self.table().iter().find(|(n, _)| *n == name).copied()
    }
}
